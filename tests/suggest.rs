//! Suggestions: what the rules find in hand-written sentences, in whole
//! articles and in random text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

#[path = "suggest/cases.rs"]
mod cases;
mod common;
#[path = "suggest/markup.rs"]
mod markup;

use std::collections::HashMap;
use std::path::PathBuf;

use cases::{CASES, Case};
use kutip::clean::{Format, clean};
use kutip::model::{
    Article, ArticleId, Metadata, Piece, QuoteType, Region, RegionKind, Registry, Span, SpeakerId,
    SpeakerKind, Stamp, Text, sha256,
};
use kutip::suggest::evaluate::{Judged, evaluate};
use kutip::suggest::{Context, KnownSpeakers, Linked, OwnWords, Pack, Packs, Suggestion, suggest};
use kutip::workspace::{ImportOptions, Workspace};
use markup::{Marked, marked};
use proptest::prelude::*;

fn article(text: &str, language: Option<&str>, regions: Vec<Region>) -> Article {
    Article {
        id: ArticleId(uuid::Uuid::from_u128(1)),
        external_id: None,
        metadata: Metadata { language: language.map(str::to_owned), ..Metadata::default() },
        sha256: sha256(text.as_bytes()),
        regions,
        file: None,
        stamp: Stamp::new(common::now(), None),
        text: Text::new(text),
    }
}

/// What is suggested with nothing known but the packs.
fn found(article: &Article) -> Vec<Suggestion> {
    found_with(article, Packs::built_in(), &Registry::default(), &[])
}

fn found_with(article: &Article, packs: &Packs, registry: &Registry, linked: &[Linked]) -> Vec<Suggestion> {
    let known = KnownSpeakers::new(registry);
    let context = Context { packs, known: &known, linked, chosen: &HashMap::new(), everywhere: false };
    suggest(article, &context)
}

fn words(text: &Text, spans: &[Span]) -> Vec<String> {
    spans.iter().map(|span| text.slice(*span).unwrap().to_owned()).collect()
}

/// The quotes that a marked text must yield, and no other.
fn check(case: &Case) {
    let Marked { text, quotes } = marked(case.text);
    let article = article(&text, Some(case.language), Vec::new());
    let found = found(&article);
    let shown = |spans: &[Span]| words(&article.text, spans).join(" | ");
    let listed: Vec<String> = found
        .iter()
        .map(|one| {
            format!(
                "{} “{}” cue “{}” source “{}”",
                one.quote_type,
                shown(&one.content),
                shown(&one.cue),
                shown(&one.source)
            )
        })
        .collect();
    assert_eq!(found.len(), quotes.len(), "{text}\n{listed:#?}");
    assert_eq!(found.len(), case.quotes.len(), "{text}\n{listed:#?}");
    for ((one, marked), (quote_type, speaker)) in found.iter().zip(&quotes).zip(case.quotes) {
        assert_eq!(shown(&one.content), shown(&marked.content), "content in {text}\n{listed:#?}");
        assert_eq!(one.content, marked.content, "content in {text}\n{listed:#?}");
        assert_eq!(shown(&one.cue), shown(&marked.cue), "cue in {text}");
        assert_eq!(shown(&one.source), shown(&marked.source), "source in {text}");
        assert_eq!(one.source, marked.source, "source in {text}");
        assert_eq!(shown(&one.relay), shown(&marked.relay), "relay in {text}");
        assert_eq!(shown(&one.addressee), shown(&marked.addressee), "addressee in {text}");
        assert_eq!(one.quote_type.name(), *quote_type, "{text}");
        let guess = one.guess().map_or("", |guess| guess.name.as_str());
        assert_eq!(guess, *speaker, "speaker in {text}: {:?}", one.candidates);
    }
}

#[test]
fn sentences_yield_their_quotes() {
    assert!(CASES.len() >= 60, "{} cases", CASES.len());
    let wrong = CASES.iter().filter(|case| std::panic::catch_unwind(|| check(case)).is_err()).count();
    assert_eq!(wrong, 0, "of {} cases", CASES.len());
}

/// An article as it is imported.
fn imported(path: &str) -> Option<Article> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    let bytes = std::fs::read(&path).ok()?;
    let name = path.file_name()?.to_string_lossy().into_owned();
    let page = clean(&bytes, &name, Some(Format::Text)).unwrap();
    let mut article = article(page.text.as_str(), None, page.regions);
    article.metadata = page.metadata;
    Some(article)
}

/// A quote that an article must yield: cue, source, speaker, relay.
struct Wanted(&'static str, &'static str, &'static str, &'static str);

fn check_article(path: &str, direct: &[Wanted], indirect: &[Wanted], at_least: usize) {
    let Some(article) = imported(path) else {
        eprintln!("skipped: {path} is not there");
        return;
    };
    let text = &article.text;
    let found = found(&article);
    let bodies: Vec<Span> = article.regions_of(RegionKind::Body).collect();
    for one in &found {
        assert!(
            bodies.iter().any(|body| body.covers(one.hull())),
            "outside of the body: {:?}",
            words(text, &one.content)
        );
    }
    let is = |one: &&Suggestion, wanted: &Wanted| {
        words(text, &one.cue) == [wanted.0]
            && words(text, &one.source) == [wanted.1]
            && one.guess().is_some_and(|guess| guess.name == wanted.2)
            && words(text, &one.relay).join("") == wanted.3
    };
    let marks: Vec<&Suggestion> = found.iter().filter(|one| one.quote_type == QuoteType::Direct).collect();
    assert_eq!(marks.len(), direct.len());
    for (one, wanted) in marks.iter().zip(direct) {
        let content = words(text, &one.content);
        assert!(content[0].starts_with('"') && content[0].ends_with(",\""), "{content:?}");
        assert!(is(one, wanted), "{content:?}: {one:?}");
    }
    let right = indirect
        .iter()
        .filter(|wanted| found.iter().any(|one| one.quote_type == QuoteType::Indirect && is(&one, wanted)))
        .count();
    assert!(right >= at_least, "{right} of {} indirect quotes", indirect.len());
    assert!(found.len() <= direct.len() + indirect.len(), "something is suggested that nobody said");
}

#[test]
fn the_reference_article_yields_its_quotes() {
    check_article(
        "../shared/seeds/000_ed5145d0c32323f7.txt",
        &[
            Wanted("katanya", "nya", "Vladimir Putin", "AFP"),
            Wanted("ujarnya", "nya", "Vladimir Putin", ""),
            Wanted("tuturnya", "nya", "Kim Jong Un", ""),
            Wanted("imbuhnya", "nya", "Kim Jong Un", ""),
        ],
        &[
            Wanted("menyatakan", "Putin", "Vladimir Putin", ""),
            Wanted("ingin", "dia", "Vladimir Putin", ""),
            Wanted("mengaku", "Kim", "Kim Jong Un", ""),
            Wanted("Diwartakan", "The Moscow Times", "The Moscow Times", ""),
        ],
        3,
    );
}

#[test]
fn an_article_like_it_yields_its_quotes() {
    check_article(
        "tests/fixtures/pages/nusapagi.txt",
        &[
            Wanted("katanya", "nya", "Laras Widyawati", "Radio Arum"),
            Wanted("ujarnya", "nya", "Laras Widyawati", ""),
            Wanted("tuturnya", "nya", "Bram Sutedja", ""),
        ],
        &[
            Wanted("menyatakan", "Laras", "Laras Widyawati", ""),
            Wanted("ingin", "Dia", "Laras Widyawati", ""),
            Wanted("berharap", "Bram", "Bram Sutedja", ""),
            Wanted("Menurut", "catatan dinas", "catatan dinas", ""),
            Wanted("kata", "Laras", "Laras Widyawati", ""),
        ],
        5,
    );
}

#[test]
fn headlines_and_links_yield_nothing_unless_asked() {
    let text = "\"Kami siap,\" kata Budi Santoso\n\"Kami pergi,\" kata Ani Lestari";
    let second = text.find('\n').unwrap() + 1;
    let region = |kind, start, end| Region { kind, span: Span::new(start, end) };
    let regions = vec![
        region(RegionKind::Headline, 0, second - 1),
        region(RegionKind::Body, second, text.chars().count()),
    ];
    let article = article(text, Some("id"), regions);
    assert_eq!(found(&article).len(), 1);
    let known = KnownSpeakers::default();
    let context = Context {
        packs: Packs::built_in(),
        known: &known,
        linked: &[],
        chosen: &HashMap::new(),
        everywhere: true,
    };
    assert_eq!(suggest(&article, &context).len(), 2);
}

fn speaker(name: &str, aliases: &[&str], number: u128) -> kutip::model::Speaker {
    kutip::model::Speaker {
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        ..kutip::model::Speaker::new(
            SpeakerId(uuid::Uuid::from_u128(number)),
            name.to_owned(),
            SpeakerKind::Person,
            Stamp::new(common::now(), None),
        )
    }
}

#[test]
fn the_registry_and_earlier_choices_say_who_is_meant() {
    let mut registry = Registry::default();
    let double = kutip::model::Speaker {
        same_as: Some(SpeakerId(uuid::Uuid::from_u128(8))),
        ..speaker("S. M. Indrawati", &[], 9)
    };
    for one in [speaker("Joko Widodo", &["Jokowi"], 7), speaker("Sri Mulyani Indrawati", &[], 8), double] {
        registry.speakers.insert(one.id, std::sync::Arc::new(one));
    }
    let first = |text: &str, linked: &[Linked]| {
        let article = article(text, Some("id"), Vec::new());
        let found = found_with(&article, Packs::built_in(), &registry, linked);
        found.last().unwrap().guess().and_then(|guess| guess.speaker).map(|id| id.0.as_u128())
    };
    assert_eq!(first("\"Kami siap,\" kata Jokowi.", &[]), Some(7));
    assert_eq!(first("\"Kami siap,\" kata Sri Mulyani.", &[]), Some(8));
    assert_eq!(first("\"Kami siap,\" kata Bambang.", &[]), None);
    // Whom the first quote was linked to by hand, the next pronoun means; of
    // two entries for one, the one that stays.
    let text = "\"Kami siap,\" kata Bambang.\n\"Ayo pergi sekarang,\" ujarnya.";
    for speaker in [8, 9] {
        let speaker = Some(SpeakerId(uuid::Uuid::from_u128(speaker)));
        assert_eq!(first(text, &[Linked { content: vec![Span::new(0, 12)], speaker }]), Some(8));
    }
}

#[test]
fn buildings_streets_and_towns_are_no_speakers() {
    let table = [
        (
            "id",
            "Budi Santoso datang ke Gedung Kejaksaan Agung. \"Kami siap,\" ujarnya.",
            "Gedung Kejaksaan Agung",
        ),
        (
            "id",
            "Budi Santoso tinggal di Jalan Jenderal Sudirman. \"Kami siap,\" ujarnya.",
            "Jenderal Sudirman",
        ),
        ("id", "Budi Santoso tiba di Kota Lama Semarang. \"Kami siap,\" ujarnya.", "Lama Semarang"),
        ("en", "John Smith spoke in Trafalgar Square. “We are ready,” he said.", "Trafalgar Square"),
        ("en", "John Smith flew over Mount Rushmore. “We are ready,” he said.", "Rushmore"),
    ];
    for (language, text, place) in table {
        let article = article(text, Some(language), Vec::new());
        let found = found(&article);
        let names: Vec<&str> = found[0].candidates.iter().map(|one| one.name.as_str()).collect();
        assert!(matches!(names[0], "Budi Santoso" | "John Smith"), "{text}: {names:?}");
        assert!(names.iter().all(|name| !name.contains(place)), "{text}: {names:?}");
    }
    // Who has such a name for a title, or speaks for the place, still speaks.
    for (language, text, name) in [
        ("id", "\"Kami siap,\" kata Wali Kota Bandung Budi Santoso.", "Budi Santoso"),
        ("id", "\"Kami siap,\" kata Gedung Putih.", "Gedung Putih"),
        ("en", "“We are ready,” said Downing Street.", "Downing Street"),
    ] {
        let found = found(&article(text, Some(language), Vec::new()));
        assert_eq!(found[0].guess().map(|guess| guess.name.as_str()), Some(name), "{text}");
    }
}

/// Whom one is suggested to have meant by “Bambang” in an article without
/// quotes, where others of the project link that name so.
fn usual(links: &[(&str, &str)], annotator: &str) -> Option<String> {
    const TEXT: &str = "\"Kami siap,\" kata Bambang";
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::create(
        &folder.path().join("p.kutip"),
        kutip::edit::Origin::CommandLine,
        std::time::Duration::from_secs(1),
    )
    .unwrap();
    let piece = |start: usize, end: usize| {
        let text: String = TEXT.chars().skip(start).take(end - start).collect();
        serde_json::json!([{"start": start, "end": end, "text": text}])
    };
    let mut records = String::new();
    for (number, (annotator, speaker)) in links.iter().enumerate() {
        let quote = serde_json::json!({
            "type": "direct", "content": piece(0, 12), "cue": piece(13, 17), "source": piece(18, 25),
            "mention": "name", "speakers": [speaker], "annotator": annotator,
        });
        let text = format!("{TEXT}, {number}.");
        records += &serde_json::json!({"text": text, "language": "id", "quotes": [quote]}).to_string();
        records.push('\n');
    }
    let open = serde_json::json!({"text": format!("{TEXT}."), "language": "id"});
    records += &open.to_string();
    let report = workspace.import_jsonl("a", &mut records.as_bytes(), &ImportOptions::default()).unwrap();
    assert!(report.left_out.is_empty(), "{:?}", report.left_out);
    let annotator = workspace.registry().annotator_named(annotator).map(|annotator| annotator.id);
    let mut guess = None;
    workspace
        .each_suggestion(None, annotator, &kutip::job::Unwatched, |document, found| {
            if document.quotes.is_empty() {
                guess = found[0].guess().map(|guess| guess.name.clone());
            }
            Ok(())
        })
        .unwrap();
    guess
}

#[test]
fn whom_an_annotator_usually_means_by_a_name_is_meant_again() {
    let (a, b) = ("Bambang Pamungkas", "Bambang Susatyo");
    for (links, annotator, wanted) in [
        (vec![("Ani", a), ("Ani", a), ("Ani", b)], "Ani", a),
        (vec![("Ani", b), ("Ani", a), ("Ani", b)], "Ani", b),
        (vec![("Ani", a), ("Ani", b)], "Ani", b),
        (vec![("Ani", b), ("Ani", a)], "Ani", a),
        // What others mean is theirs.
        (vec![("Ani", a), ("Ira", b), ("Ira", b)], "Ani", a),
        (vec![("Ani", a), ("Ira", b), ("Ira", b)], "Ira", b),
    ] {
        assert_eq!(usual(&links, annotator).as_deref(), Some(wanted), "{links:?} for {annotator}");
    }
}

#[test]
fn every_pack_can_be_read() {
    let sources: Vec<_> = Packs::sources().collect();
    assert_eq!(sources.len(), Packs::built_in().iter().count());
    for (file, source) in sources {
        let pack = Pack::read(source).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(format!("{}.toml", pack.language()), file);
        assert!(!pack.name().is_empty());
    }
}

#[test]
fn a_faulty_pack_names_its_line() {
    let pack = |lines: &str| format!("language = \"xx\"\nname = \"X\"\n{lines}");
    let good = "marks = [\"“”\"]\n[words]\nsay = [\n  \"says\",\n]\n";
    assert!(Pack::read(&pack(good)).is_ok());
    let faults: &[(String, usize, &str)] = &[
        (pack("marks = [\"“”\"]\n[words]\nsay = [\n  \"Says\",\n]\n"), 6, "lower case"),
        (pack("marks = [\"“”\"]\n[words]\nsay = [\n  \"says\",\n  \"\",\n]\n"), 7, "lower case"),
        (pack("marks = [\"“\"]\n[words]\n"), 3, "two marks"),
        (pack("marks = [\"“”\"]\n[words]\nsays = [\"a\"]\n"), 5, "says"),
        (pack("marks = [\"“”\"]\n[words]\nsay = [\"a\"\n"), 5, "array"),
        (pack("marks = [\"“”\"]\nsurplus = 1\n[words]\n"), 4, "surplus"),
        ("language = \"Indonesian\"\nname = \"X\"\nmarks = []\n[words]\n".to_owned(), 1, "code"),
    ];
    for (source, line, detail) in faults {
        let error = Pack::read(source).expect_err(source);
        assert_eq!(error.line, *line, "{error}\n{source}");
        assert!(error.to_string().contains(detail), "{error}");
    }
}

#[test]
fn a_project_adds_its_own_words() {
    let text = "”Kami siap,” jelentreh Budi Santoso.";
    let article = article(text, Some("id"), Vec::new());
    assert!(found(&article).iter().all(|one| one.cue.is_empty()));
    let own = OwnWords { cues: vec!["Jelentreh".to_owned()], ..OwnWords::default() };
    let packs = Packs::built_in().with(&own);
    let found = found_with(&article, &packs, &Registry::default(), &[]);
    assert_eq!(words(&article.text, &found[0].cue), ["jelentreh"]);
}

#[test]
fn the_language_is_told_from_the_words_where_nobody_says() {
    let packs = Packs::built_in();
    let chosen = |tag, text| packs.choose(tag, text).map(Pack::language);
    assert_eq!(chosen(Some("id-ID"), ""), Some("id"));
    assert_eq!(chosen(Some("EN"), ""), Some("en"));
    assert_eq!(chosen(None, "Ia berkata bahwa mereka yang ada di sini tidak akan pergi"), Some("id"));
    assert_eq!(chosen(None, "The man said that it was on the table"), Some("en"));
    assert_eq!(chosen(Some("xx"), "Der Mann und die Frau, sagte sie, sind nicht zu Hause"), Some("de"));
    assert_eq!(chosen(None, "Кто это сказал"), None);
}

fn judged(quote_type: QuoteType, content: &[(usize, usize)], cue: (usize, usize), speaker: &str) -> Judged {
    let span = |(start, end): &(usize, usize)| Span::new(*start, *end);
    Judged {
        quote_type,
        content: content.iter().map(span).collect(),
        cue: [cue].iter().filter(|cue| cue.1 > 0).map(span).collect(),
        source: Vec::new(),
        speakers: [speaker].iter().filter(|name| !name.is_empty()).map(|name| (*name).to_owned()).collect(),
    }
}

#[test]
fn evaluation_counts_as_it_says() {
    let direct = QuoteType::Direct;
    let gold = vec![
        judged(direct, &[(0, 10)], (11, 15), "a"),
        judged(direct, &[(20, 30)], (31, 35), "b"),
        judged(QuoteType::Indirect, &[(40, 50)], (0, 0), ""),
        judged(direct, &[(90, 95)], (0, 0), ""),
    ];
    let predicted = vec![
        judged(direct, &[(0, 10)], (11, 15), "a"),
        judged(direct, &[(19, 30)], (32, 36), "x"),
        judged(direct, &[(42, 50)], (51, 53), ""),
    ];
    let result = evaluate(&[(gold, predicted)]);
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} is not {b}");
    assert_eq!((result.articles, result.gold, result.predicted), (1, 4, 3));
    near(result.content.strict.precision, 1.0 / 3.0);
    near(result.content.strict.recall, 1.0 / 4.0);
    near(result.content.strict.f1, 2.0 / 7.0);
    near(result.content.overlap.precision, 1.0);
    near(result.content.overlap.recall, 3.0 / 4.0);
    near(result.cue.strict.precision, 1.0 / 3.0);
    near(result.cue.strict.recall, 1.0 / 2.0);
    near(result.cue.overlap.precision, 2.0 / 3.0);
    assert_eq!(result.speaker.n, 2);
    near(result.speaker.accuracy, 0.5);
    near(result.by_type["direct"].content.strict.recall, 1.0 / 3.0);
    near(result.by_type["indirect"].content.overlap.f1, 0.0);
    // Each quote is aligned once, and equal ones first.
    let twice = [judged(direct, &[(0, 10)], (0, 0), ""), judged(direct, &[(0, 100)], (0, 0), "")];
    let result = evaluate(&[(vec![judged(direct, &[(0, 10)], (0, 0), "")], twice.to_vec())]);
    near(result.content.strict.recall, 1.0);
    near(result.content.overlap.precision, 0.5);
    // Where neither side has anything, nothing is wrong.
    near(evaluate(&[(Vec::new(), Vec::new())]).content.strict.f1, 1.0);
}

fn pieces() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        Just("\"".to_owned()),
        Just("”".to_owned()),
        Just("“".to_owned()),
        Just("'".to_owned()),
        Just("’".to_owned()),
        Just("„".to_owned()),
        Just("«".to_owned()),
        Just("\n".to_owned()),
        Just(", ".to_owned()),
        Just(". ".to_owned()),
        Just(": ".to_owned()),
        Just(" (".to_owned()),
        Just(") ".to_owned()),
        Just(" kata ".to_owned()),
        Just(" katanya ".to_owned()),
        Just(" mengatakan ".to_owned()),
        Just(" menurut ".to_owned()),
        Just(" dikutip dari ".to_owned()),
        Just(" said ".to_owned()),
        Just(" told ".to_owned()),
        Just(" that ".to_owned()),
        Just(" Presiden Joko Widodo ".to_owned()),
        Just(" Smith ".to_owned()),
        Just("é🙂क्ष".to_owned()),
        "[a-zA-Z .,]{0,12}",
    ];
    proptest::collection::vec(bit, 0..60).prop_map(|bits| bits.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_spans_that_stand_in_it(text in pieces(), language in prop_oneof![Just("id"), Just("en"), Just("de")]) {
        let article = article(&text, Some(language), Vec::new());
        for one in found(&article) {
            prop_assert!(!one.content.is_empty());
            let parts = [&one.content, &one.cue, &one.source, &one.addressee, &one.relay];
            for span in parts.into_iter().flatten() {
                let piece: Option<Piece> = article.text.piece(*span);
                prop_assert!(piece.is_some(), "{span:?} in {text:?}");
            }
            prop_assert!(one.content.windows(2).all(|pair| pair[0].end <= pair[1].start));
            prop_assert!(one.candidates.len() <= 9);
        }
    }
}
