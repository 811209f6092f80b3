//! A small town's press, as records: articles with outlets, dates and
//! languages of their own.

/// Title, outlet, date, language and text.
const ARTICLES: &[(&str, &str, &str, &str, &str)] = &[
    (
        "Council votes to close the old bridge to lorries",
        "The Riverside Post",
        "2024-03-02T08:10:00+00:00",
        "en",
        "“The bridge was never built for forty tonnes,” said engineer Mara Lindqvist. The council voted nine to four on Friday.\n\nHauliers want a new crossing before the old bridge is closed.",
    ),
    (
        "Jembatan Lama Ditutup untuk Truk Mulai Pekan Depan",
        "Kabar Muara",
        "2024-03-03T07:00:00+07:00",
        "id",
        "\"Jembatan ini bukan untuk truk empat puluh ton,\" kata insinyur Mara Lindqvist kepada Kabar Muara.\n\nPara sopir meminta jalan pengganti.",
    ),
    (
        "School meals to come from farms within thirty miles",
        "The Riverside Post",
        "2024-03-04T09:00:00+00:00",
        "en",
        "Head cook Tom Achterberg said the children would notice. “They already ask where the carrots went,” he said.",
    ),
    (
        "Fishermen, farmers and the ferry company have agreed on how the harbour is to be dredged this summer, after two years of talks that nobody believed in",
        "Harbour Gazette",
        "2024-03-05",
        "en",
        "“We shook hands on the quay,” said Ines Carvalho, who speaks for the fishermen.",
    ),
    (
        "Pasar Pagi Pindah Sementara",
        "Kabar Muara",
        "2024-03-06T10:30:00+07:00",
        "id",
        "Kepala pasar Budi Hartono mengatakan para pedagang akan pindah ke lapangan selama enam bulan.",
    ),
    (
        "Night bus returns",
        "Harbour Gazette",
        "2024-03-07",
        "en",
        "The night bus will run again from May, the company said. Nurses had asked for it since the bridge was closed to lorries.",
    ),
    (
        "Warga Menolak Tarif Parkir Baru",
        "Suara Hulu",
        "2024-03-08T12:00:00+07:00",
        "id",
        "“Kami tidak diajak bicara,” ujar Sri Wahyuni, pemilik warung di dekat jembatan.",
    ),
    (
        "Library opens on Sundays",
        "The Riverside Post",
        "2024-03-09T09:00:00+00:00",
        "en",
        "Librarian Ola Nwosu called it “the best news since the lift was mended”.",
    ),
    ("A letter from the river", "", "", "en", "Nothing is said here. The bridge stands."),
];

/// The records, one a line.
pub fn town() -> String {
    let line = |(title, outlet, date, language, text): &(&str, &str, &str, &str, &str)| {
        let known = |words: &str| (!words.is_empty()).then(|| words.to_owned());
        serde_json::json!({
            "title": title,
            "publisher": known(outlet),
            "published_at": known(date),
            "language": language,
            "text": format!("{title}\n\n{text}"),
        })
        .to_string()
    };
    ARTICLES.iter().map(line).collect::<Vec<_>>().join("\n")
}
