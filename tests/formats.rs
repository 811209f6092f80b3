//! Records out and in: round trips, refusals, and matching with a project.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

mod common;
#[path = "formats/random.rs"]
mod random;

use std::collections::BTreeMap;
use std::sync::Arc;

use common::{Builder, Memory, ids, now};
use kutip::format::{EXPORTERS, FormatError, IMPORTERS, Incoming, exporter, importer, read_jsonl};
use kutip::model::{
    Document, Medium, Mention, QuoteType, Region, RegionKind, Registry, Span, SpeakerKind, Stage, Text,
    Worthiness,
};
use kutip::workspace::{Batch, BringContext};
use proptest::prelude::*;
use random::{random_document, text};
use serde_json::{Value, json};

fn export(format: &str, document: &Document, registry: &Registry) -> Result<String, FormatError> {
    let mut out = Vec::new();
    let mut sink = exporter(format).unwrap().start(&mut out, registry)?;
    sink.document(document)?;
    sink.finish()?;
    Ok(String::from_utf8(out).unwrap())
}

/// What the lines bring to a project, written there, and what was left out.
fn import(project: &mut Memory, lines: &str, annotator: Option<&str>) -> (bool, Vec<String>) {
    let (mut reader, mut new_id) =
        (lines.as_bytes(), ids(1_000_000 + project.documents.len() as u128 * 1000));
    let mut batch = Batch::new();
    let mut problems = Vec::new();
    let mut cx = BringContext { existing: &*project, new_id: &mut new_id, now: now(), author: None };
    for record in read_jsonl(&mut reader, annotator) {
        match record {
            Ok(incoming) => {
                let left = batch.bring(incoming, &mut cx).unwrap();
                problems.extend(left.iter().map(ToString::to_string));
            }
            Err(error) => problems.push(error.to_string()),
        }
    }
    let (import, waited) = batch.take();
    problems.extend(waited.iter().map(|(_, refusal)| refusal.to_string()));
    let nothing = import.is_empty();
    project.apply(import);
    (nothing, problems)
}

/// One line into an empty project by Ani: the sentences, and the project.
fn check(line: &Value, sentences: &[&str]) -> Memory {
    check_lines(&line.to_string(), sentences)
}

fn check_lines(lines: &str, sentences: &[&str]) -> Memory {
    let mut project = Memory::default();
    let (_, problems) = import(&mut project, lines, Some("Ani"));
    assert_eq!(problems, sentences, "{lines}");
    project
}

fn round_trip(built: &Builder) -> Memory {
    let out = export("articles-jsonl", &built.document, &built.registry).unwrap();
    let mut project = Memory::default();
    let (_, problems) = import(&mut project, &out, None);
    assert_eq!(problems, [""; 0]);
    assert_eq!(export("articles-jsonl", project.only(), &project.registry).unwrap(), out);
    let (nothing, problems) = import(&mut project, &out, None);
    assert!(nothing, "the same file brought something the second time");
    assert_eq!(problems, [""; 0]);
    project
}

const TEXT: &str = "Kim à Séoul 🇰🇷\n“Saya 😀 percaya,” katanya, “semua e\u{301}baik.” TMT lapor: Kim said \"no way\".\n\
    קים אמר: “שלום לכולם”.\nDemikian dikutip dari AFP, kata Kim.";

fn rich() -> Builder {
    let mut built = Builder::new(TEXT);
    let kim = built.speaker("Kim", SpeakerKind::Person);
    let other_kim = built.speaker("Kim", SpeakerKind::Person);
    let afp = built.speaker("AFP", SpeakerKind::Organisation);
    Arc::make_mut(built.registry.speakers.get_mut(&kim).unwrap()).wikidata = Some("Q1".to_owned());
    Arc::make_mut(built.registry.speakers.get_mut(&afp).unwrap()).external_id = Some("afp".to_owned());
    built.layer("Ani", Stage::Done);
    built.layer("Čeněk", Stage::Submitted);
    built.layer("nobody's quotes", Stage::Reviewed);
    let pieces = |built: &Builder, words: &[&str]| built.pieces(words);
    let (cue, source, relay) =
        (pieces(&built, &["katanya"]), pieces(&built, &["nya"]), pieces(&built, &["AFP"]));
    let first = built.quote("Ani", &["“Saya 😀 percaya,”", "“semua e\u{301}baik.”"], |quote| {
        quote.cue = cue;
        quote.source = source;
        quote.relay = relay;
        quote.mention = Some(Mention::Clitic);
        quote.medium = vec![Medium::Speech, Medium::Writing];
        quote.speakers = vec![kim, other_kim];
        quote.relay_speakers = vec![afp];
        quote.note = Some("a \"note\"\nof two lines\u{2028}".to_owned());
        quote.attributes = BTreeMap::from([
            ("tone".to_owned(), json!("wry")),
            (
                "weights".to_owned(),
                json!([0.1, 0.300_000_000_000_000_04, 1e-7, -3, 18_446_744_073_709_551_615_u64]),
            ),
            ("nested".to_owned(), json!({"b": null, "a": [true]})),
        ]);
    });
    let outer = built.quote("Ani", &["Kim said \"no way\""], |quote| {
        quote.quote_type = QuoteType::Reported;
        quote.external_id = Some("outer".to_owned());
    });
    built.quote("Ani", &["\"no way\""], |quote| quote.parent = Some(outer));
    // Begins where its child begins, so that the child comes out first.
    let long =
        built.quote("Čeněk", &["“שלום לכולם”."], |quote| quote.quote_type = QuoteType::Mixed);
    built.quote("Čeněk", &["“שלום"], |quote| {
        quote.parent = Some(long);
        quote.medium = Vec::new();
        quote.stamp.updated_at = "2025-01-01T00:00:00.000001Z".parse().unwrap();
    });
    built.claim("Ani", &[], |claim| {
        claim.quote = Some(first);
        claim.statement = Some("All is well.".to_owned());
        claim.claimants = vec![kim];
        claim.worthiness = Some(Worthiness::CheckWorthy);
        claim.evidence = vec!["https://example.org/a".to_owned(), "b".to_owned()];
    });
    built.claim("Čeněk", &["Kim à Séoul"], |claim| {
        claim.verdict = Some("half true".to_owned());
        claim.external_id = Some("c-1".to_owned());
        claim.date = Some("last week".to_owned());
    });
    let article = built.article();
    article.external_id = Some("seed 0".to_owned());
    article.metadata.authors = vec!["A".to_owned(), "B".to_owned()];
    article.metadata.published_at = Some("2019-04-25T12:17:00+07:00".to_owned());
    article.metadata.language = Some("id".to_owned());
    let region = |kind, start, end| Region { kind, span: Span::new(start, end) };
    article.regions = vec![
        region(RegionKind::Headline, 0, 14),
        region(RegionKind::Body, 15, 60),
        region(RegionKind::Dateline, 15, 20),
        region(RegionKind::Boilerplate, 60, 70),
    ];
    built
}

#[test]
fn lists_are_sorted_and_found_by_name() {
    let names: Vec<_> = EXPORTERS.iter().map(|exporter| exporter.name()).collect();
    assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
    assert!(names.iter().all(|name| exporter(name).is_some_and(|found| found.name() == *name)));
    let names: Vec<_> = IMPORTERS.iter().map(|importer| importer.name()).collect();
    assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
    assert!(names.iter().all(|name| importer(name).is_some_and(|found| found.name() == *name)));
}

#[test]
fn articles_come_back_byte_for_byte() {
    let built = rich();
    let project = round_trip(&built);
    let document = project.only();
    assert_eq!(document.article.regions, built.document.article.regions);
    assert_eq!(document.layers.len(), 3);
    assert_eq!(project.registry.speakers.len(), 3, "namesakes stay two");
}

#[test]
fn quotes_come_back_to_their_article() {
    let built = rich();
    let quotes = export("quotes-jsonl", &built.document, &built.registry).unwrap();
    let bare = json!({"id": built.document.article.id, "external_id": "seed 0", "title": "A title", "text": TEXT,
        "published_at": "2019-04-25T12:17:00+07:00", "language": "id"});
    let lines = format!("{bare}\n{quotes}");
    let project = check_lines(&lines, &[]);
    assert_eq!(export("quotes-jsonl", project.only(), &project.registry).unwrap(), quotes);
    let stages: BTreeMap<_, _> = (project.only().layers.iter())
        .map(|(id, layer)| (project.registry.annotator_name(*id), layer.stage))
        .collect();
    assert_eq!(stages, BTreeMap::from([("Ani", Stage::Done), ("Čeněk", Stage::Submitted)]));
}

#[test]
fn a_record_has_the_promised_keys_in_order() {
    fn keys(line: &str) -> Vec<String> {
        // The order in the line, which a parsed map doesn't keep.
        let record: BTreeMap<String, Value> = serde_json::from_str(line).unwrap();
        let mut keys: Vec<String> = record.into_keys().collect();
        keys.sort_by_key(|key| line.find(&format!("\"{key}\":")));
        keys
    }
    let mut built = Builder::new("A said “b”.");
    built.layer("Ani", Stage::Done);
    built.quote("Ani", &["“b”"], |_| ());
    let quote = export("quotes-jsonl", &built.document, &built.registry).unwrap();
    let expected = "id article type medium content cue source mention addressee relay speakers addressee_speakers \
        relay_speakers parent claim attributes note annotator status review prefix suffix created_at updated_at";
    assert_eq!(keys(&quote).join(" "), expected);
    assert!(quote.contains(r#""content":[{"start":7,"end":10,"text":"“b”"}]"#), "{quote}");
    assert!(quote.contains(r#""prefix":"A said ","suffix":".","created_at":"2024-02-29T08:30:00.123456Z""#));
    let article = export("articles-jsonl", &built.document, &built.registry).unwrap();
    for part in [
        r#","dateline":null,"sha256":""#,
        r#","regions":[],"layers":[{"annotator":"Ani","status":"done","#,
        r#"],"claims":[],"created_at":"#,
    ] {
        assert!(article.contains(part), "{part} in {article}");
    }
    assert!(!article.contains("\"article\""));
}

#[test]
fn a_table_has_the_data_as_they_are() {
    let mut built = Builder::new("=1+1, he said, “a,\"b\"”\nand “c”");
    built.layer("Ani", Stage::Done);
    built.quote("Ani", &["=1+1", "“a,\"b\"”\nand"], |quote| quote.note = Some("-x".to_owned()));
    let table = export("csv", &built.document, &built.registry).unwrap();
    assert!(table.lines().next().unwrap().starts_with("article_id,article_title,"));
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let header = rows.headers().unwrap().clone();
    let row = rows.records().next().unwrap().unwrap();
    let cell = |name: &str| &row[header.iter().position(|column| column == name).unwrap()];
    assert_eq!(cell("content"), "=1+1 … “a,\"b\"”\nand");
    assert_eq!(cell("content_pieces"), "0-4;15-26");
    assert_eq!((cell("content_start"), cell("content_end"), cell("note")), ("0", "26", "-x"));
    assert_eq!((cell("attributes"), cell("annotator"), cell("status")), ("{}", "Ani", "done"));
    assert_eq!(rows.records().count(), 0);
}

#[test]
fn no_export_hides_damage() {
    for exporter in EXPORTERS {
        let mut built = rich();
        let id = built.document.quotes[0].id;
        Arc::make_mut(&mut built.document.quotes[0]).cue[0].text = "katakan".to_owned();
        let error = export(exporter.name(), &built.document, &built.registry).unwrap_err().to_string();
        let article = built.document.article.id;
        assert_eq!(
            error,
            format!(
                "Article {article} (“A title”), quote {id}, cue 33–40: the article has “katanya” there, \
                 the record says “katakan”. Nothing was repaired."
            )
        );
        let mut built = rich();
        built.registry.speakers.clear();
        let error = export(exporter.name(), &built.document, &built.registry).unwrap_err().to_string();
        assert!(error.contains("is not in the registry"), "{error}");
    }
}

fn article(change: Value) -> Value {
    let mut article = json!({"id": "a1", "text": "He said “yes” and “no” to Kim."});
    let Value::Object(changes) = change else { unreachable!() };
    article.as_object_mut().unwrap().extend(changes);
    article
}

fn with_quote(change: Value) -> Value {
    let mut quote = json!({"type": "direct", "content": [{"start": 8, "end": 13}]});
    let Value::Object(changes) = change else { unreachable!() };
    quote.as_object_mut().unwrap().extend(changes);
    // The good one after it goes in whatever is wrong with the first.
    article(
        json!({"quotes": [quote, {"type": "indirect", "content": [{"start": 18, "end": 22, "text": "“no”"}]}]}),
    )
}

#[test]
fn a_bad_quote_is_refused_and_the_rest_goes_in() {
    let cases = [
        (json!({"type": null}), "line 1, quote 1: `type` is missing."),
        (json!({"content": []}), "line 1, quote 1: `content` is missing."),
        (
            json!({"type": "Direct"}),
            "line 1, quote 1: `type` is “Direct”; it can be direct, indirect, mixed, free_indirect, reported, unspecified.",
        ),
        (
            json!({"status": "finished"}),
            "line 1, quote 1: `status` is “finished”; it can be new, in_progress, done, submitted, reviewed.",
        ),
        (
            json!({"medium": ["song"]}),
            "line 1, quote 1: `medium` is “song”; it can be speech, thought, writing.",
        ),
        (
            json!({"mention": "he"}),
            "line 1, quote 1: `mention` is “he”; it can be name, noun_phrase, pronoun, clitic.",
        ),
        (
            json!({"speakers": [{"name": "Kim", "kind": "man"}]}),
            "line 1, quote 1: `kind` is “man”; it can be person, organisation, group, document.",
        ),
        (json!({"speakers": [" "]}), "line 1, quote 1: a speaker has neither a name nor an id."),
        (
            json!({"content": [{"start": 8, "end": 13, "text": "“Yes”"}]}),
            "line 1, quote 1, content 8–13: the article has “yes”".trim_end_matches("yes”"),
        ),
        (json!({"cue": [{"start": 3, "end": 99}]}), "line 1, quote 1, cue 3–99: the article ends at 30."),
        (
            json!({"content": [{"start": 9, "end": 9}]}),
            "line 1, quote 1, content 9–9: the end must come after the start.",
        ),
        (
            json!({"content": [{"start": 18, "end": 22}, {"start": 8, "end": 19}]}),
            "line 1, quote 1, content 18–22: it overlaps 8–19.",
        ),
        (
            json!({"created_at": "2019-04-25 12:17"}),
            "line 1, quote 1: `created_at` is “2019-04-25 12:17”, not a time with its zone like 2019-04-25T05:17:00Z.",
        ),
        (
            json!({"content": [{"start": -1, "end": 9}]}),
            "line 1, quote 1: this is not a record: invalid value: integer `-1`, expected usize.",
        ),
    ];
    for (change, sentence) in cases {
        let line = with_quote(change);
        let mut project = Memory::default();
        let (_, problems) = import(&mut project, &line.to_string(), Some("Ani"));
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].starts_with(sentence), "{problems:?}\n{sentence}");
        assert_eq!(project.only().quotes.len(), 1);
        assert_eq!(project.only().quotes[0].words(), "“no”");
    }
    check(
        &with_quote(json!({"content": [{"start": 8, "end": 13, "text": "“Yes”"}]})),
        &["line 1, quote 1, content 8–13: the article has ““yes”” there, the record says ““Yes””."],
    );
}

#[test]
fn other_parts_are_refused_by_place() {
    let cases = [
        (
            json!({"regions": [{"kind": "title", "start": 0, "end": 2}, {"kind": "body", "start": 0, "end": 7}]}),
            "line 1, region 1, 0–2: `kind` is “title”; it can be headline, byline, publication_line, dateline, caption, \
             credit, body, related_link, boilerplate.",
        ),
        (
            json!({"regions": [{"kind": "body", "start": 0, "end": 7}, {"kind": "body", "start": 5, "end": 9}]}),
            "line 1, region body 5–9: it overlaps 0–7.",
        ),
        (
            json!({"layers": [{"annotator": "B", "status": "x"}]}),
            "line 1, layer 1: `status` is “x”; it can be new, in_progress, done, submitted, reviewed.",
        ),
        (
            json!({"claims": [{"statement": "s"}]}),
            "line 1, claim 1: a claim needs a quote or spans of its own.",
        ),
        (
            json!({"claims": [{"quote": "q7"}]}),
            "line 1, claim 1: its quote “q7” is not among the article's quotes, and it has no spans of its own.",
        ),
        (
            json!({"claims": [{"spans": [{"start": 0, "end": 2}], "worthiness": "very"}]}),
            "line 1, claim 1: `worthiness` is “very”; it can be not_factual, unimportant, check_worthy.",
        ),
        (
            json!({"quotes": [{"type": "direct", "content": [{"start": 0, "end": 2}],
                "claim": {"spans": [{"start": 0, "end": 99}]}}]}),
            "line 1, quote 1, claim, span 0–99: the article ends at 30.",
        ),
        (
            json!({"quotes": [{"type": "direct", "content": [{"start": 0, "end": 2}], "parent": "p"}]}),
            "line 1, quote 1: the parent “p” is not among the article's quotes; it came in without a parent.",
        ),
        (
            json!({"quotes": [{"id": "q", "type": "direct", "content": [{"start": 0, "end": 2}], "parent": "q"}]}),
            "line 1, quote 1: the parent “q” lies inside it; it came in without a parent.",
        ),
        (
            json!({"quotes": [{"type": "direct", "content": [{"start": 0, "end": 2}],
                "speakers": [{"id": "s9"}]}]}),
            "line 1, quote 1: the speaker “s9” is not in the registry and has no name here; it came in without them.",
        ),
    ];
    for (change, sentence) in cases {
        check(&article(change), &[sentence]);
    }
}

#[test]
fn a_bad_line_is_refused_and_the_others_go_in() {
    let time = "not a time with its zone like 2019-04-25T05:17:00Z.";
    let date = "not a date like 2019-04-25 or a time like 2019-04-25T12:17:00+07:00.";
    let cases: [(&str, String); 11] = [
        ("{\"text\": ", "line 2, column 9: this is not a record: EOF while parsing a value.".to_owned()),
        ("[1]", "line 2: a line must be one record in braces, like {\"text\": \"…\"}.".to_owned()),
        (
            "{}",
            "line 2: there is neither a `text`, which makes an article, nor an `article`, which makes a quote of one."
                .to_owned(),
        ),
        (
            r#"{"text": "a\u0000b"}"#,
            "line 2: `text` holds the character NUL, which no article has; take it out and import again.".to_owned(),
        ),
        (r#"{"text": " \r\n"}"#, "line 2: `text` is empty.".to_owned()),
        (
            r#"{"text": 5}"#,
            "line 2, column 10: this is not a record: invalid type: integer `5`, expected a string.".to_owned(),
        ),
        (r#"{"text": "a", "created_at": "x"}"#, format!("line 2: `created_at` is “x”, {time}")),
        (r#"{"text": "a", "date": "25/04/2019"}"#, format!("line 2: `published_at` is “25/04/2019”, {date}")),
        (
            r#"{"article": {"title": "t"}, "type": "direct"}"#,
            "line 2: the `article` has no id, external_id or sha256 to find it by.".to_owned(),
        ),
        (
            r#"{"article": "nowhere", "type": "direct", "content": [{"start": 0, "end": 1}]}"#,
            "line 2: its article is not in the project; import the article first.".to_owned(),
        ),
        (
            r#"{"article": "1", "type": "direct", "content": [{"start": 0, "end": 5}]}"#,
            "line 2, content 0–5: the article ends at 3.".to_owned(),
        ),
    ];
    for (line, sentence) in cases {
        let lines = format!("\u{feff}{{\"id\": 1, \"text\": \"one\"}}\n{line}\n\n{{\"text\": \"two\"}}");
        let project = check_lines(&lines, &[&sentence]);
        assert_eq!(project.documents.len(), 2);
    }
    let mut reader: &[u8] = b"{\"text\": \"\xff\"}\n";
    let errors: Vec<String> =
        read_jsonl(&mut reader, None).map(|item| item.unwrap_err().to_string()).collect();
    assert_eq!(errors, ["line 1, byte 11: this is not UTF-8; save the file as UTF-8 and import it again."]);
}

#[test]
fn a_quote_needs_an_annotator() {
    let (_, problems) =
        import(&mut Memory::default(), &with_quote(json!({"annotator": "Ani"})).to_string(), None);
    let sentence = "line 1, quote 2: no annotator is named and no other was given; add `annotator` or say whose quotes these are.";
    assert_eq!(problems, [sentence]);
}

#[test]
fn line_ends_become_line_feeds_and_places_follow() {
    let text = "\u{feff}One\r\ntwo\rthree\r\n\r\n“😀\r\nend” he said.";
    let given = Text::new(text);
    let place = |words: &str| {
        let start = given.position_of(text.find(words).unwrap()).unwrap();
        json!({"start": start, "end": start + words.chars().count(), "text": words})
    };
    let line = json!({"text": text,
        "regions": [{"kind": "headline", "start": 1, "end": 4}],
        "quotes": [
            {"type": "direct", "content": [place("“😀\r\nend”")], "source": [place("he")]},
            {"type": "direct", "content": [place("two\rth")]}]});
    let project = check(&line, &[]);
    let document = project.only();
    assert_eq!(document.article.text.as_str(), "One\ntwo\nthree\n\n“😀\nend” he said.");
    let words: Vec<_> = document.quotes.iter().map(|quote| quote.words()).collect();
    assert_eq!(words, ["two\nth", "“😀\nend”"]);
    assert_eq!(document.quotes[1].source[0].text, "he");
    assert_eq!(document.article.regions[0].span, Span::new(0, 3));
    assert_eq!(document.article.sha256, kutip::model::sha256(document.article.text.as_str().as_bytes()));
    let (nothing, _) = import(
        &mut Memory { documents: project.documents.clone(), registry: project.registry.clone() },
        &line.to_string(),
        Some("Ani"),
    );
    assert!(nothing, "quotes without ids are known by their place");
    let mut built = Builder::new("");
    (built.document, built.registry) = (document.clone(), project.registry.clone());
    round_trip(&built);
}

#[test]
fn any_record_with_a_text_is_an_article() {
    let line = json!({"id": 17, "text": "Words.", "headline": 3, "title": "T", "url": "u", "date": "2019-04",
        "author": ["A"], "lang": "en", "outlet": "O", "type": "news", "content": "x", "article": 9});
    let project = check(&line, &[]);
    let article = &project.only().article;
    assert_eq!(article.external_id.as_deref(), Some("17"));
    let metadata = &article.metadata;
    assert_eq!(metadata.published_at.as_deref(), Some("2019-04"));
    assert_eq!((metadata.language.as_deref(), metadata.publisher.as_deref()), (Some("en"), Some("O")));
    assert_eq!(metadata.authors, ["A"]);
}

#[test]
fn foreign_ids_and_names_are_matched() {
    let lines = [
        json!({"id": "d41d8cd98f00b204e9800998ecf8427e", "text": "He said “yes”.", "quotes": [
            {"id": "q1", "type": "direct", "content": [{"start": 8, "end": 13}], "speakers": ["Kim", {"name": "Kim"}],
             "relay_speakers": ["AFP"], "claim": {"statement": "s"}, "status": "done"},
            {"id": "q2", "type": "direct", "content": [{"start": 9, "end": 12}], "parent": "q1"}],
            "claims": [{"quote": "q2", "statement": "t", "annotator": "Budi"}]}),
        json!({"text": "Another.", "quotes": [{"type": "reported", "content": [{"start": 0, "end": 7}],
            "speakers": [{"id": "01920000-0000-7000-8000-0000000000ff", "name": "Kim"}]}]}),
        json!({"article": "d41d8cd98f00b204e9800998ecf8427e", "id": "q3", "annotator": "Ani", "type": "mixed",
            "content": [{"start": 3, "end": 7, "text": "said"}]}),
    ];
    let lines = lines.map(|line| line.to_string()).join("\n");
    let mut project = check_lines(&lines, &[]);
    let names: Vec<_> =
        project.registry.speakers.values().map(|speaker| (speaker.name.as_str(), speaker.kind)).collect();
    assert_eq!(names, [("Kim", SpeakerKind::Person), ("AFP", SpeakerKind::Organisation)]);
    let document = project.documents.values().next().unwrap();
    assert_eq!(document.article.external_id.as_deref(), Some("d41d8cd98f00b204e9800998ecf8427e"));
    let [said, yes, inner] = &document.quotes[..] else { panic!("three quotes") };
    assert_eq!((said.words(), inner.parent), ("said".to_owned(), Some(yes.id)));
    assert_eq!(yes.external_id.as_deref(), Some("q1"));
    let ani = project.registry.annotator_named("Ani").unwrap().id;
    assert_eq!(document.stage_of(ani), Stage::InProgress, "no further than the least advanced");
    assert_eq!(document.claim_on(inner.id).unwrap().statement.as_deref(), Some("t"));
    let (nothing, problems) = import(&mut project, &lines, Some("Ani"));
    assert!(nothing && problems.is_empty(), "{problems:?}");
}

#[test]
fn what_is_there_stays() {
    let built = rich();
    let mut project = Memory::default();
    let out = export("articles-jsonl", &built.document, &built.registry).unwrap();
    import(&mut project, &out, None);
    let article = built.document.article.id;

    // Another text under the same id.
    let (nothing, problems) =
        import(&mut project, &json!({"id": article, "text": "Other."}).to_string(), None);
    let sentence = format!(
        "line 1: the project has the article {article} with another text; a text never changes, so give this one an id of its own."
    );
    assert!(nothing);
    assert_eq!(problems, [sentence]);

    // A quote's id on another article, and on other words.
    let id = built.document.quotes[0].id;
    let quote = json!({"id": id, "type": "direct", "annotator": "Ani", "content": [{"start": 0, "end": 3}]});
    let line = json!({"text": "Other.", "quotes": [quote]}).to_string();
    let (_, problems) = import(&mut project, &line, None);
    assert_eq!(
        problems,
        [
            "line 1, quote 1: its id belongs to something on another article; take the id out and import again."
        ]
    );
    let line = json!({"text": TEXT, "quotes": [quote]}).to_string();
    let (nothing, problems) = import(&mut project, &line, None);
    assert!(nothing);
    assert_eq!(
        problems,
        [
            "line 1, quote 1: the project has it with other words or another annotator; it stays as it is there."
        ]
    );

    // A new quote by the same words' article joins its annotator's layer.
    let quote = json!({"type": "mixed", "annotator": "Ani", "content": [{"start": 0, "end": 3}], "speakers": ["AFP"]});
    let line = json!({"text": TEXT, "quotes": [quote]}).to_string();
    let (speakers, annotators) = (project.registry.speakers.len(), project.registry.annotators.len());
    let (nothing, problems) = import(&mut project, &line, None);
    assert!(!nothing && problems.is_empty(), "{problems:?}");
    assert_eq!((project.registry.speakers.len(), project.registry.annotators.len()), (speakers, annotators));
    let ani = project.registry.annotator_named("Ani").unwrap().id;
    assert_eq!(project.documents[&article].stage_of(ani), Stage::InProgress);
    let (nothing, _) = import(&mut project, &line, None);
    assert!(nothing);
}

proptest! {
    #[test]
    fn random_documents_come_back_byte_for_byte(built in random_document()) {
        round_trip(&built);
    }

    #[test]
    fn any_bytes_are_a_value_or_a_sentence(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for item in read_jsonl(&mut bytes.as_slice(), Some("Ani")) {
            if let Err(error) = item {
                prop_assert!(error.to_string().starts_with("line "));
            }
        }
    }

    #[test]
    fn any_record_like_line_is_a_value_or_a_sentence(
        text in text(),
        crlf in any::<bool>(),
        start in any::<u8>(),
        end in prop_oneof![any::<u8>().prop_map(u64::from), any::<u64>()],
        cut in 0..400_usize,
        words in prop::option::of(any::<String>()),
    ) {
        let text = if crlf { text.replace('\n', "\r\n") } else { text };
        let piece = json!({"start": start % 40, "end": end, "text": words});
        let line = json!({"text": text, "regions": [piece, {"kind": "body", "start": start, "end": end}],
            "quotes": [{"type": "direct", "content": [piece], "cue": [piece, piece]}],
            "claims": [{"spans": [piece]}]}).to_string();
        let mut cut = cut.min(line.len());
        while !line.is_char_boundary(cut) { cut -= 1; }
        for line in [&line[..], &line[..cut]] {
            for item in read_jsonl(&mut line.as_bytes(), Some("Ani")) {
                match item {
                    Ok(Incoming::Article(article)) => for quote in &article.quotes {
                        for piece in &quote.content {
                            prop_assert_eq!(article.text.slice(piece.span()), Some(&*piece.text));
                        }
                    },
                    Ok(Incoming::Quote(_)) => {}
                    Err(error) => prop_assert!(error.to_string().starts_with("line ")),
                }
            }
        }
    }
}
