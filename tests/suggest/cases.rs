//! Sentences with the quotes that they hold.

/// A text with markup, and of each quote its type and the likeliest speaker
/// (nothing where it is better not to say).
pub struct Case {
    pub language: &'static str,
    pub text: &'static str,
    pub quotes: &'static [(&'static str, &'static str)],
}

const fn id(text: &'static str, quotes: &'static [(&'static str, &'static str)]) -> Case {
    Case { language: "id", text, quotes }
}

const fn en(text: &'static str, quotes: &'static [(&'static str, &'static str)]) -> Case {
    Case { language: "en", text, quotes }
}

const fn de(text: &'static str, quotes: &'static [(&'static str, &'static str)]) -> Case {
    Case { language: "de", text, quotes }
}

pub const CASES: &[Case] = &[
    // Marks and cues.
    id("{c \"Kami siap,\"} {q kata} {s Budi Santoso}.", &[("direct", "Budi Santoso")]),
    id("{c “Kami siap,”} {q ujar} {s Budi Santoso} di Jakarta, Senin (1/2).", &[("direct", "Budi Santoso")]),
    id("{c ”Kami siap,”} {q tutur} {s Budi Santoso}, warga setempat.", &[("direct", "Budi Santoso")]),
    id("{c «Kami siap,»} {q ucap} {s dia}.", &[("direct", "")]),
    id("{c ‘Kami siap,’} {q ungkap} {s Budi Santoso}.", &[("direct", "Budi Santoso")]),
    id("{c 'Kami siap,'} {q jelas} {s Budi Santoso}.", &[("direct", "Budi Santoso")]),
    id("{c ''Kami siap,''} {q kata} {s Budi Santoso}.", &[("direct", "Budi Santoso")]),
    id("{c \"Dia bilang 'tidak' kepada saya,\"} {q kata} {s Budi Santoso}.", &[("direct", "Budi Santoso")]),
    id("{c ”Dia bilang ”tidak” kepada saya,”} {q kata} {s Budi Santoso}.", &[("direct", "Budi Santoso")]),
    id("{c ”Kami siap, ”}{q kata} {s Budi Santoso}.", &[("direct", "Budi Santoso")]),
    id("{c ”Kami siap, ”}{q ujar{s nya}}.", &[("direct", "")]),
    id("{c ”Jum'at ini Ma’ruf Amin datang,”} {q kata} {s Budi Santoso}.", &[("direct", "Budi Santoso")]),
    id("{c \"Ayo pergi!\"} {q seru} {s Budi Santoso}.", &[("direct", "Budi Santoso")]),
    id(
        "{c \"Siapa itu?\"} {q tanya{s nya}}. {c2 \"Saya,\"} {q2 jawab} {s2 Ani Lestari}.",
        &[("direct", ""), ("direct", "Ani Lestari")],
    ),
    id("{s Budi Santoso} {q mengatakan}, {c \"Kami siap.\"}", &[("direct", "Budi Santoso")]),
    id("{s Budi Santoso} {q menegaskan}: {c \"Kami siap berangkat.\"}", &[("direct", "Budi Santoso")]),
    id("{s Budi Santoso}{q :} {c \"Kami siap berangkat.\"}", &[("direct", "Budi Santoso")]),
    id("{s Ia} {q menuliskan}, {c \"Kami siap berangkat.\"}", &[("direct", "")]),
    id(
        "{c \"Kami siap,\"} {q kata} {s Budi Santoso}, {c \"tetapi belum hari ini.\"}",
        &[("direct", "Budi Santoso")],
    ),
    id("{c \"Kami siap,\"} {q kata} {s Budi Santoso} kepada {a wartawan}.", &[("direct", "Budi Santoso")]),
    // Who is credited.
    id("{c \"Kami siap,\"} {q kata} {s Ketua KPK Firli Bahuri}, Selasa.", &[("direct", "Firli Bahuri")]),
    id(
        "{c \"Kami siap,\"} {q kata} {s Kepala Dinas Kesehatan Bali, Ketut Suarjaya}, di Denpasar.",
        &[("direct", "Ketut Suarjaya")],
    ),
    id(
        "{c \"Kami siap,\"} {q kata} {s Kepala Bidang Humas Polda Metro Jaya Kombes Yusri Yunus}.",
        &[("direct", "Yusri Yunus")],
    ),
    id(
        "{c \"Kami siap,\"} {q kata} {s Ketua Asosiasi Petani (AP) Budi Santoso}.",
        &[("direct", "Budi Santoso")],
    ),
    id("{c \"Kami siap,\"} {q kata} {s seorang warga} yang enggan disebut namanya.", &[("direct", "")]),
    id("{c \"Kami siap,\"} {q tulis} {s BI} dalam laporannya.", &[("direct", "BI")]),
    id(
        "Presiden Joko Widodo datang. {c \"Kami siap,\"} {q kata} {s Presiden}. {c2 \"Ayo,\"} {q2 kata} {s2 Joko}.",
        &[("direct", "Joko Widodo"), ("direct", "Joko Widodo")],
    ),
    id(
        "{s Menteri Sosial Tri Rismaharini} {q menyatakan}, {c bantuan sudah dikirim}. {c2 \"Semua sudah jalan,\"} {q2 kata{s2 nya}}.",
        &[("indirect", "Tri Rismaharini"), ("direct", "Tri Rismaharini")],
    ),
    id(
        "{c \"Kami siap,\"} {q kata} {s Budi Santoso}. Sementara itu, Gubernur Ani Lestari datang terlambat. {c2 \"Maaf,\"} {q2 ujar{s2 nya}}.",
        &[("direct", "Budi Santoso"), ("direct", "Ani Lestari")],
    ),
    id(
        "{s Budi Santoso} {q mengatakan}, {c Gubernur Ani Lestari belum datang}. {c2 \"Kami tunggu,\"} {q2 ujar{s2 nya}}.",
        &[("indirect", "Budi Santoso"), ("direct", "Budi Santoso")],
    ),
    // Over paragraphs, and marks that don't match.
    id(
        "{c \"Ini paragraf pertama.}\n{c \"Ini yang kedua,\"} {q kata} {s Budi Santoso}.",
        &[("direct", "Budi Santoso")],
    ),
    id(
        "Tanda \"yang tak tertutup ada di sini.\nLalu {c \"Kami siap,\"} {q kata} {s Budi Santoso}.",
        &[("direct", "Budi Santoso")],
    ),
    id(
        "Kota itu disebut ”kota hujan ”oleh warga.\n{c ”Kami siap,”} {q kata} {s Budi Santoso}.",
        &[("direct", "Budi Santoso")],
    ),
    // Indirect.
    id("{s Budi Santoso} {q mengatakan} bahwa {c bantuan akan datang}.", &[("indirect", "Budi Santoso")]),
    id("{q Menurut} {s Budi Santoso}, {c bantuan akan datang}.", &[("indirect", "Budi Santoso")]),
    id("{q Menurut} {s dia}, {c bantuan akan datang}.", &[("indirect", "")]),
    id("{q Menurut{s nya}}, {c bantuan akan datang}.", &[("indirect", "")]),
    id(
        "{q Menurut} {s Budi Santoso}, ketua panitia, {c bantuan akan datang}.",
        &[("indirect", "Budi Santoso")],
    ),
    id("{c Bantuan akan datang besok}, {q kata} {s Budi Santoso}.", &[("indirect", "Budi Santoso")]),
    id("{c Biayanya}, {q kata} {s Budi Santoso}, {c akan dibagi dua}.", &[("indirect", "Budi Santoso")]),
    id(
        "{c Bantuan itu nanti}, {q kata} {s Budi Santoso}, {c akan dibagi dua}.",
        &[("indirect", "Budi Santoso")],
    ),
    id("Namun, {s Budi Santoso} {q membantah} bahwa {c bantuan terlambat}.", &[("indirect", "Budi Santoso")]),
    id(
        "{s Halik Malik, pengurus IDI}, {q mengatakan}, {c data harus dibuka}.",
        &[("indirect", "Halik Malik")],
    ),
    id(
        "{s Pengurus IDI, Halik Malik}, {q mengatakan}, {c data harus dibuka}.",
        &[("indirect", "Halik Malik")],
    ),
    id("Kepada {a Kim}, {s Putin} {q menyatakan} {c dukungan penuh}.", &[("indirect", "Putin")]),
    id(
        "{q Diwartakan} {s The Moscow Times}, {c Kim pergi naik kereta}.",
        &[("indirect", "The Moscow Times")],
    ),
    id(
        "{s Budi Santoso} {q mengatakan}, {c bantuan akan datang}, seperti dikutip dari {r Antara}.",
        &[("indirect", "Budi Santoso")],
    ),
    id(
        "{c \"Kami siap,\"} {q kata} {s Budi Santoso} seperti dilansir {r Reuters}, Rabu.",
        &[("direct", "Budi Santoso")],
    ),
    id(
        "Dikutip dari {r Antara}, {s Budi Santoso} {q mengatakan}, {c bantuan akan datang}.",
        &[("indirect", "Budi Santoso")],
    ),
    id(
        "{s Budi Santoso} {q mengatakan} bahwa {c program itu \"gagal total\" sejak awal}.",
        &[("mixed", "Budi Santoso")],
    ),
    // Nothing.
    id("Ia hadir dalam diskusi bertajuk \"Masa Depan Kita Bersama\" di Jakarta.", &[]),
    id("Kota itu dijuluki \"kota hujan\" oleh warga.", &[]),
    id("Baca juga: \"Kami siap,\" kata Budi Santoso", &[]),
    id("Budi Santoso tidak mengatakan apa pun kepada wartawan.", &[]),
    id("Demikian dikatakan Budi Santoso.", &[]),
    id("Menurut rencana, rapat digelar besok.", &[]),
    id("Kunjungannya ke Rusia menunjukkan bahwa ia memiliki dukungan.", &[]),
    // English.
    en("{c “We tried,”} {q said} {s John Smith}, the mayor.", &[("direct", "John Smith")]),
    en("{c \"We tried,\"} {s John Smith} {q said} on Tuesday.", &[("direct", "John Smith")]),
    en(
        "{c ‘We tried,’} {s Mr Brown} {q told} {a the BBC}. {c2 ‘I won’t go on like this.’}",
        &[("direct", "Brown"), ("direct", "Brown")],
    ),
    en("{c \"I will go,\"} {q said} {s Mary Jones}, {c \"tomorrow.\"}", &[("direct", "Mary Jones")]),
    en("{c \"It's the dogs' owner's fault,\"} {q said} {s Mary Jones}.", &[("direct", "Mary Jones")]),
    en(
        "{c “I was told ‘go home’ by them,”} {q said} {s Ahmed Khan}, 34, a farmer.",
        &[("direct", "Ahmed Khan")],
    ),
    en("{c “Is it true?”} {s Smith} {q asked}. He left.", &[("direct", "Smith")]),
    en("{s Obama}{q :} {c \"Yes, we can.\"}", &[("direct", "Obama")]),
    en("Asked about it, {s Mary Jones} {q replied}: {c \"No comment.\"}", &[("direct", "Mary Jones")]),
    en("{s John Smith} {q said} {c the flight was late}.", &[("indirect", "John Smith")]),
    en("{s John Smith, a spokesman}, {q said} {c the flight was late}.", &[("indirect", "John Smith")]),
    en(
        "{s Mary Jones} {q told} {a reporters} on Monday that {c the talks had failed}.",
        &[("indirect", "Mary Jones")],
    ),
    en("{c The company will cut jobs}, {s Mary Jones} {q said} on Tuesday.", &[("indirect", "Mary Jones")]),
    en("{c The law is unfair}, {q said} {s Mary Jones}.", &[("indirect", "Mary Jones")]),
    en("{q According to} {s the ministry}, {c forty people were hurt}.", &[("indirect", "the ministry")]),
    en("{c Forty people were hurt}, {q according to} {s the ministry}.", &[("indirect", "the ministry")]),
    en("{s Officials} {q say} {c it goes too far}.", &[("indirect", "")]),
    en("{s The bank} {q said} {c it would \"fully cooperate\" with them}.", &[("mixed", "The bank")]),
    en(
        "{s Dr. Mary Jones} {q believes} that {c the drug works}. {s2 She} {q2 added} that {c2 it was cheap}.",
        &[("indirect", "Mary Jones"), ("indirect", "Mary Jones")],
    ),
    en(
        "{c “This is the first part.}\n{c “And this is the second,”} {q said} {s Maria Lopez}.",
        &[("direct", "Maria Lopez")],
    ),
    en(
        "Critics like the plan, “a postcard”, and {s Adil Rahman} {q said} {c the money belonged in buses}.",
        &[("indirect", "Adil Rahman")],
    ),
    en("The senator did not say whether he would run.", &[]),
    en("The so-called \"fake news\" was in the book \"War and Peace\".", &[]),
    en(
        "{c “I don’t want to fight anymore,”} {q said} {s Ellen Poole}. {c2 “It won.”} He called it “a day.”",
        &[("direct", "Ellen Poole"), ("direct", "Ellen Poole")],
    ),
    id(
        "{s Warga Painan, Nurlela}, {q mengaku} {c panik dan lari keluar}. {c2 \"Keras sekali, lemari bergeser,\"} {q2 ujar{s2 nya}}.",
        &[("indirect", "Nurlela"), ("direct", "Nurlela")],
    ),
    id(
        "{s Kepala Stasiun Geofisika Padang Panjang, Rahmat Triyono}, {q mengatakan} {c pusat gempa di laut}.",
        &[("indirect", "Rahmat Triyono")],
    ),
    // Words that join sentences, and phrases that only begin like them.
    en("But {c the talks have failed}, {s Mary Jones} {q said} on Tuesday.", &[("indirect", "Mary Jones")]),
    en("So {c the talks have failed}, {q said} {s Mary Jones}.", &[("indirect", "Mary Jones")]),
    en(
        "{c So far, the talks have failed}, {s Mary Jones} {q said} on Tuesday.",
        &[("indirect", "Mary Jones")],
    ),
    en("{c So far, the talks have failed}, {q said} {s Mary Jones}.", &[("indirect", "Mary Jones")]),
    en("{c So many people were hurt}, {q said} {s Mary Jones}.", &[("indirect", "Mary Jones")]),
    en("{c So far, the plan is “on track”}, {s Mary Jones} {q said}.", &[("mixed", "Mary Jones")]),
    en(
        "{c Still more people were hurt}, {q according to} {s the ministry}.",
        &[("indirect", "the ministry")],
    ),
    id("Lalu {c jalan itu ditutup}, {q kata} {s Budi Santoso}.", &[("indirect", "Budi Santoso")]),
    id("{c Lalu lintas di Jakarta macet}, {q kata} {s Budi Santoso}.", &[("indirect", "Budi Santoso")]),
    id("{c Sementara waktu, sekolah libur}, {q menurut} {s Budi Santoso}.", &[("indirect", "Budi Santoso")]),
    // German, to show that a language is a file.
    de("{c „Wir sind bereit“}, {q sagte} {s Anna Schmidt} am Montag.", &[("direct", "Anna Schmidt")]),
    de("{c »Wir sind bereit«}, {q sagte} {s Anna Schmidt}.", &[("direct", "Anna Schmidt")]),
    de("{s Anna Schmidt} {q sagte}, dass {c alles gut sei}.", &[("indirect", "Anna Schmidt")]),
];
