//! Small documents, built from words.

use std::sync::Arc;

use jiff::Timestamp;
use kutip::model::{
    AnnotatorId, Article, ArticleId, Claim, ClaimId, Document, Metadata, Piece, Quote, QuoteId, QuoteType,
    Region, RegionKind, Registry, Role, Span, Speaker, SpeakerId, SpeakerKind, Stamp, Text,
};
use uuid::Uuid;

/// A quote's type, speaker and parts.
pub type Marking = (QuoteType, SpeakerId, [(Role, Span); 3]);

/// A document with the registry its quotes speak of.
#[derive(Clone)]
pub struct Sample {
    pub document: Document,
    pub registry: Registry,
}

pub fn annotator() -> AnnotatorId {
    AnnotatorId(Uuid::from_u128(1))
}

fn stamp() -> Stamp {
    Stamp::new(Timestamp::UNIX_EPOCH, None)
}

impl Sample {
    pub fn new(text: &str) -> Self {
        let article = Article {
            id: ArticleId(Uuid::from_u128(2)),
            external_id: None,
            metadata: Metadata::default(),
            sha256: String::new(),
            regions: Vec::new(),
            file: None,
            stamp: stamp(),
            text: Text::new(text),
        };
        Self { document: Document::new(Arc::new(article)), registry: Registry::default() }
    }

    fn article(&mut self) -> &mut Article {
        Arc::make_mut(&mut self.document.article)
    }

    pub fn metadata(mut self, metadata: Metadata) -> Self {
        self.article().metadata = metadata;
        self
    }

    /// The first place of these words at or after a position.
    pub fn find(&self, words: &str, from: usize) -> Span {
        let text = &self.document.article.text;
        let byte = text.byte_of(from).unwrap();
        let at =
            text.as_str()[byte..].find(words).unwrap_or_else(|| panic!("no {words:?} after {from}")) + byte;
        let start = text.position_of(at).unwrap();
        Span::new(start, start + words.chars().count())
    }

    pub fn region(mut self, kind: RegionKind, span: Span) -> Self {
        self.article().regions.push(Region { kind, span });
        self.article().regions.sort_by_key(|region| (region.span.start, std::cmp::Reverse(region.span.end)));
        self
    }

    /// Every line from one position to another that is not blank.
    pub fn lines(mut self, kind: RegionKind, within: Span) -> Self {
        let lines = self.document.article.text.lines();
        for line in lines.into_iter().filter(|line| within.covers(*line)) {
            let blank = self.document.article.text.slice(line).unwrap().trim().is_empty();
            let free = !self.document.article.regions.iter().any(|region| region.span.overlaps(line));
            if !blank && free {
                self = self.region(kind, line);
            }
        }
        self
    }

    pub fn speaker(&mut self, name: &str, kind: SpeakerKind) -> SpeakerId {
        let id = SpeakerId(Uuid::from_u128(100 + self.registry.speakers.len() as u128));
        let speaker = Speaker::new(id, name.to_owned(), kind, stamp());
        self.registry.speakers.insert(id, Arc::new(speaker));
        id
    }

    pub fn pieces(&self, spans: &[Span]) -> Vec<Piece> {
        spans.iter().map(|span| self.document.article.text.piece(*span).unwrap()).collect()
    }

    /// Adds many quotes at once; they come in reading order.
    pub fn quotes(&mut self, quotes: Vec<Marking>) {
        for (quote_type, speaker, parts) in quotes {
            self.add(quote_type, Some(speaker), &parts, |_| {});
        }
    }

    /// Adds a quote; the change fills it in.
    pub fn quote(
        &mut self,
        quote_type: QuoteType,
        speaker: Option<SpeakerId>,
        parts: &[(Role, Span)],
        change: impl FnOnce(&mut Quote),
    ) -> QuoteId {
        let id = self.add(quote_type, speaker, parts, change);
        self.document.sort();
        id
    }

    fn add(
        &mut self,
        quote_type: QuoteType,
        speaker: Option<SpeakerId>,
        parts: &[(Role, Span)],
        change: impl FnOnce(&mut Quote),
    ) -> QuoteId {
        let id = QuoteId(Uuid::from_u128(1000 + self.document.quotes.len() as u128));
        let mut quote = Quote {
            quote_type,
            medium: Vec::new(),
            speakers: speaker.into_iter().collect(),
            ..Quote::new(id, self.document.article.id, annotator(), stamp())
        };
        for (role, span) in parts {
            let piece = self.pieces(&[*span]);
            quote.pieces_mut(*role).extend(piece);
        }
        change(&mut quote);
        self.document.quotes.push(Arc::new(quote));
        id
    }

    pub fn claim(&mut self, quote: Option<QuoteId>, spans: &[Span]) {
        let claim = Claim {
            quote,
            spans: self.pieces(spans),
            ..Claim::new(
                ClaimId(Uuid::from_u128(5000 + self.document.claims.len() as u128)),
                self.document.article.id,
                annotator(),
                stamp(),
            )
        };
        self.document.claims.push(Arc::new(claim));
    }
}

const SMALL: &str = "Harbour Town Opens Its New Ferry Line

Harian Contoh - 03/02/2024, 09:30 WIB
The ferry Melati leaves the quay on its first morning. Photo: A. Santoso

TANJUNG BARU, Harian Contoh - The port of Tanjung Baru opened a ferry line to the islands on Saturday.

\"We waited eleven years for this morning, and nobody here slept much last night,\" said harbour master Rina Dewi.

Wali Kota Budi Santoso menyatakan bahwa jalur baru itu \"akan mengubah hidup\" warga pulau.

Baca juga: Daftar Harga Tiket Feri Tahun Ini

\"Anak-anak bisa sekolah di kota,\" katanya, \"dan pulang sebelum gelap,\" seperti dikutip dari Kantor Berita Pesisir.

Dewi told Santoso that the engineer had said the pier would \"hold for a century\" if it was painted.

Nobody asked the fishermen, a voice from the crowd called out.

The family 👩‍👩‍👧 waved; Amélie wrote café with a combining mark.

Share this article
Send us your comment

Most read today
Ten recipes for a rainy day
";

/// An article of our own in two languages, with quotes of every kind.
pub fn small() -> Sample {
    let mut sample = Sample::new(SMALL).metadata(Metadata {
        publisher: Some("Harian Contoh".to_owned()),
        published_at: Some("2024-02-03T09:30+07:00".to_owned()),
        ..Metadata::default()
    });
    for (kind, words) in [
        (RegionKind::Headline, "Harbour Town Opens Its New Ferry Line"),
        (RegionKind::PublicationLine, "Harian Contoh - 03/02/2024, 09:30 WIB"),
        (RegionKind::Caption, "The ferry Melati leaves the quay on its first morning."),
        (RegionKind::Credit, "Photo: A. Santoso"),
        (RegionKind::Dateline, "TANJUNG BARU, Harian Contoh - "),
        (RegionKind::RelatedLink, "Baca juga: Daftar Harga Tiket Feri Tahun Ini"),
    ] {
        let span = sample.find(words, 0);
        sample = sample.region(kind, span);
    }
    let rest = sample.find("Share this", 0).start;
    let text = sample.document.article.text.clone();
    let dateline = sample.find("TANJUNG", 0).start;
    let first = text.line_at(dateline);
    sample = sample.region(RegionKind::Body, first);
    sample = sample.lines(RegionKind::Boilerplate, Span::new(rest, text.len()));
    sample = sample.lines(RegionKind::Body, Span::new(first.end, rest));
    quotes(&mut sample);
    sample
}

fn quotes(sample: &mut Sample) {
    let rina = sample.speaker("Rina Dewi", SpeakerKind::Person);
    let budi = sample.speaker("Budi Santoso", SpeakerKind::Person);
    let press = sample.speaker("Kantor Berita Pesisir", SpeakerKind::Organisation);
    let engineer = sample.speaker(
        "Perhimpunan Insinyur Pelabuhan dan Jalur Penyeberangan Antarpulau Seluruh Nusantara Bagian Timur",
        SpeakerKind::Organisation,
    );
    let find = |sample: &Sample, words: &str| sample.find(words, 0);
    let first =
        find(sample, "\"We waited eleven years for this morning, and nobody here slept much last night,\"");
    let parts = [
        (Role::Content, first),
        (Role::Cue, find(sample, "said")),
        (Role::Source, find(sample, "harbour master Rina Dewi")),
    ];
    sample.quote(QuoteType::Direct, Some(rina), &parts, |_| {});
    let parts = [
        (Role::Source, find(sample, "Wali Kota Budi Santoso")),
        (Role::Cue, find(sample, "menyatakan")),
        (Role::Content, find(sample, "jalur baru itu \"akan mengubah hidup\" warga pulau")),
    ];
    let mixed = sample.quote(QuoteType::Mixed, Some(budi), &parts, |_| {});
    sample.claim(Some(mixed), &[]);
    let cue = find(sample, "katanya");
    let parts = [
        (Role::Content, find(sample, "\"Anak-anak bisa sekolah di kota,\"")),
        (Role::Content, find(sample, "\"dan pulang sebelum gelap,\"")),
        (Role::Cue, cue),
        (Role::Source, Span::new(cue.start + 4, cue.end)),
        (Role::Relay, find(sample, "Kantor Berita Pesisir")),
    ];
    sample.quote(QuoteType::Direct, Some(budi), &parts, |quote| quote.relay_speakers.push(press));
    let outer = find(sample, "the engineer had said the pier would \"hold for a century\" if it was painted");
    let after = outer.start;
    let parts = [
        (Role::Source, sample.find("Dewi", after - 30)),
        (Role::Cue, sample.find("told", after - 30)),
        (Role::Addressee, sample.find("Santoso", after - 30)),
        (Role::Content, outer),
    ];
    let parent =
        sample.quote(QuoteType::Indirect, Some(rina), &parts, |quote| quote.addressee_speakers.push(budi));
    let parts = [
        (Role::Source, find(sample, "the engineer")),
        (Role::Cue, sample.find("said", after)),
        (Role::Content, find(sample, "the pier would \"hold for a century\"")),
    ];
    sample.quote(QuoteType::Reported, Some(engineer), &parts, |quote| quote.parent = Some(parent));
    let parts = [
        (Role::Content, find(sample, "Nobody asked the fishermen")),
        (Role::Source, find(sample, "a voice from the crowd")),
    ];
    sample.quote(QuoteType::FreeIndirect, None, &parts, |_| {});
    let opened = find(sample, "opened a ferry line to the islands");
    sample.claim(None, &[opened]);
}

/// The reference article with regions and quotes by hand, where it is there.
pub fn reference() -> Option<Sample> {
    let path = std::path::PathBuf::from(std::env::var_os("KUTIP_SEEDS")?);
    let text = std::fs::read_to_string(path.join("000_ed5145d0c32323f7.txt")).ok()?;
    let mut sample = Sample::new(&text).metadata(Metadata {
        publisher: Some("Kompas.com".to_owned()),
        published_at: Some("2019-04-25T12:17+07:00".to_owned()),
        ..Metadata::default()
    });
    let text = sample.document.article.text.clone();
    let headline = text.line_at(0);
    let publication = sample.find("Kompas.com - 25/04/2019", 0);
    let caption = sample.find("Presiden Rusia Vladimir Putin menyambut", 0);
    let caption = Span::new(caption.start, sample.find(" (AFP/POOL", 0).start);
    let glued = text.line_at(caption.start);
    let dateline = sample.find("VLADIVOSTOK, KOMPAS.com - ", 0);
    let credit = sample.find("(AFP/POOL/Alexander Zemlianichenko) ALEXANDER ZEMLIANICHENKO", 0);
    let rest = sample.find("Dapatkan Smartphone", 0).start;
    sample = sample
        .region(RegionKind::Headline, headline)
        .region(RegionKind::PublicationLine, text.line_at(publication.start))
        .region(RegionKind::Caption, caption)
        .region(RegionKind::Credit, credit)
        .region(RegionKind::Boilerplate, Span::new(credit.end, glued.end))
        .region(RegionKind::Body, text.line_at(dateline.start))
        .region(RegionKind::Dateline, dateline);
    let links: Vec<_> =
        text.lines().into_iter().filter(|line| text.slice(*line).unwrap().starts_with("Baca")).collect();
    for link in links {
        sample = sample.region(RegionKind::RelatedLink, link);
    }
    sample = sample.lines(RegionKind::Body, Span::new(glued.end, rest));
    sample = sample.lines(RegionKind::Boilerplate, Span::new(rest, text.len()));
    reference_quotes(&mut sample);
    Some(sample)
}

fn reference_quotes(sample: &mut Sample) {
    let putin = sample.speaker("Vladimir Putin", SpeakerKind::Person);
    let kim = sample.speaker("Kim Jong Un", SpeakerKind::Person);
    if let Some(kim) = sample.registry.speakers.get_mut(&kim) {
        "Kim".clone_into(&mut Arc::make_mut(kim).name);
    }
    let afp = sample.speaker("AFP", SpeakerKind::Organisation);
    let body = sample.find("Kepada Kim", 0).start;
    let mut add = |kind, speaker, content: &str, cue: &str, source: &str, relay: &str| {
        let content = sample.find(content, body);
        let line = sample.document.article.text.line_at(content.start).start;
        let mut parts = vec![(Role::Content, content)];
        let cue = sample.find(cue, line);
        parts.push((Role::Cue, cue));
        let source =
            if source == "nya" { Span::new(cue.end - 3, cue.end) } else { sample.find(source, line) };
        parts.push((Role::Source, source));
        if !relay.is_empty() {
            parts.push((Role::Relay, sample.find(relay, line)));
        }
        let relays = !relay.is_empty();
        sample.quote(kind, Some(speaker), &parts, |quote| {
            if relays {
                quote.relay_speakers.push(afp);
            }
        })
    };
    let (direct, indirect) = (QuoteType::Direct, QuoteType::Indirect);
    add(
        indirect,
        putin,
        "dukungan penuh terhadap upaya untuk meredakan ketegangan di Semenanjung Korea",
        "menyatakan",
        "Putin",
        "",
    );
    add(
        indirect,
        putin,
        "meningkatkan hubungan ekonomi dengan negara yang mendapat sanksi dari AS itu",
        "ingin",
        "dia",
        "",
    );
    let words = "\"Saya percaya kunjungan Anda ke Rusia hari ini akan membantuk kita memahami lebih baik bagaimana \
                 memecahkan situasi di semenanjung Korea,\"";
    add(direct, putin, words, "katanya", "nya", "AFP");
    let words = "\"Juga apa yang bisa dilakukan Rusia untuk mendukung proses positif yang sedang terjadi,\"";
    add(direct, putin, words, "ujarnya", "nya", "");
    add(indirect, kim, "berharap pengembangan hubungan tradisional dengan Rusia", "mengaku", "Kim", "");
    let words = "\"Saya pikir ini akan menjadi pertemuan yang sangat bermanfaat bagi hubungan kedua negara, yang \
                 memiliki pertemanan lama dan sejarah, menjadi lebih stabil dan satu suara,\"";
    add(direct, kim, words, "tuturnya", "nya", "");
}
