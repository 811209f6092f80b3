//! What importing, exporting and editing cost: `cargo bench --bench store`.
//!
//! Beside each figure stands its floor, measured in the same run: the same
//! rows moved by plain SQL.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a bench")]

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use kutip::edit::{Edit, Origin, QuoteChange, QuoteDraft};
use kutip::format::exporter;
use kutip::job::Unwatched;
use kutip::model::{QuoteType, Span};
use kutip::workspace::{ImportOptions, Narrow, Workspace, write_export};
use rusqlite::Connection;
use rusqlite::types::Value;
use serde_json::json;

const PATIENCE: Duration = Duration::from_secs(5);
const ARTICLES: usize = 10_000;
/// With content, cue and source each: 60,000 spans.
const QUOTES_EACH: usize = 2;

const WORDS: &[&str] = &[
    "menteri",
    "said",
    "bahwa",
    "would",
    "tidak",
    "accept",
    "lagi",
    "delay",
    "dalam",
    "talks",
    "dengan",
    "unions",
    "critics",
    "kebijakan",
    "baru",
    "growth",
    "wilayah",
    "according",
    "officials",
    "Selasa",
    "café",
    "percent",
];

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let records = folder.path().join("records.jsonl");
    write_records(&records);
    let project = import(folder.path(), &records);
    export(folder.path(), &project);
    edit(folder.path());
}

fn write_records(path: &Path) {
    let mut dice = 7_u64;
    let mut next = |bound: usize| {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        (dice % bound as u64) as usize
    };
    let mut out = std::io::BufWriter::new(fs::File::create(path).unwrap());
    for number in 0..ARTICLES {
        let mut text = format!("Article {number}\n\n");
        for word in 1..=350 {
            text.push_str(WORDS[next(WORDS.len())]);
            text.push_str(if word % 50 == 0 { ".\n\n" } else { " " });
        }
        let length = text.chars().count();
        let quotes: Vec<_> = (0..QUOTES_EACH)
            .map(|place| {
                let start = 40 + place * length / 2 + next(length / 2 - 300);
                let span = |from: usize, to: usize| json!([{"start": start + from, "end": start + to}]);
                json!({"type": "direct", "annotator": "Ana", "content": span(0, 120), "cue": span(121, 127),
                       "source": span(128, 140), "speakers": [{"name": format!("Speaker {}", next(500))}]})
            })
            .collect();
        let regions = json!([{"kind": "body", "start": 0, "end": length}]);
        let record =
            json!({"title": format!("Article {number}"), "text": text, "regions": regions, "quotes": quotes});
        writeln!(out, "{record}").unwrap();
    }
    out.flush().unwrap();
}

/// Alternates two works and gives the medians of their times.
fn medians(
    times: usize,
    mut ours: impl FnMut(usize) -> Duration,
    mut floor: impl FnMut(usize) -> Duration,
) -> (Duration, Duration) {
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for round in 0..times {
        a.push(ours(round));
        b.push(floor(round));
    }
    a.sort();
    b.sort();
    (a[times / 2], b[times / 2])
}

fn report(what: &str, (ours, floor): (Duration, Duration)) {
    println!(
        "{what:<44} {ours:>10.2?}   floor {floor:>10.2?}   ratio {:.2}",
        ours.as_secs_f64() / floor.as_secs_f64()
    );
}

fn import(folder: &Path, records: &Path) -> std::path::PathBuf {
    let project = |name: String| folder.join(name);
    let import_into = |round: usize| {
        let mut workspace =
            Workspace::create(&project(format!("ours-{round}.kutip")), Origin::CommandLine, PATIENCE)
                .unwrap();
        let begun = Instant::now();
        let report =
            workspace.import(&[records.to_path_buf()], &ImportOptions::default(), &Unwatched).unwrap();
        let took = begun.elapsed();
        assert_eq!((report.articles_new, report.quotes_new), (ARTICLES, ARTICLES * QUOTES_EACH));
        took
    };
    import_into(99);
    let rows = all_rows(&project("ours-99.kutip".to_owned()));
    let floor = |round: usize| {
        let path = project(format!("floor-{round}.kutip"));
        drop(Workspace::create(&path, Origin::CommandLine, PATIENCE).unwrap());
        let sql = durable(&path);
        let begun = Instant::now();
        insert(&sql, &rows);
        begun.elapsed()
    };
    report("import, 10,000 articles, 60,000 spans", medians(3, import_into, floor));
    project("ours-99.kutip".to_owned())
}

fn durable(path: &Path) -> Connection {
    let sql = Connection::open(path).unwrap();
    sql.pragma_update(None, "synchronous", "FULL").unwrap();
    sql.pragma_update(None, "foreign_keys", true).unwrap();
    sql
}

type Table = (String, Vec<Vec<Value>>);

const TABLES: &[&str] = &[
    "annotator",
    "speaker",
    "speaker_alias",
    "speaker_role",
    "article",
    "article_file",
    "region",
    "layer",
    "quote",
    "quote_span",
    "quote_speaker",
    "claim",
    "claim_span",
    "claim_speaker",
    "journal_transaction",
    "journal_change",
];

/// Every row of every table, and what each quote's index entry was made of.
fn all_rows(path: &Path) -> Vec<Table> {
    let sql = Connection::open(path).unwrap();
    let select = |name: &str, query: &str| {
        let mut statement = sql.prepare(query).unwrap();
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| (0..columns).map(|at| row.get(at)).collect()).unwrap();
        (name.to_owned(), rows.map(Result::unwrap).collect())
    };
    let mut tables: Vec<Table> =
        TABLES.iter().map(|name| select(name, &format!("SELECT * FROM {name}"))).collect();
    tables.push(select(
        "quote_fts (rowid, words)",
        "SELECT key, text FROM quote JOIN quote_span ON quote_id = id AND role = 'content' ORDER BY key",
    ));
    tables
}

fn insert(sql: &Connection, tables: &[Table]) {
    sql.execute_batch("BEGIN IMMEDIATE").unwrap();
    for (name, rows) in tables {
        let Some(first) = rows.first() else { continue };
        let places = vec!["?"; first.len()].join(", ");
        let mut statement = sql.prepare(&format!("INSERT INTO {name} VALUES ({places})")).unwrap();
        for row in rows {
            statement.execute(rusqlite::params_from_iter(row)).unwrap();
        }
    }
    sql.execute_batch("COMMIT").unwrap();
}

fn export(folder: &Path, project: &Path) {
    let workspace = Workspace::open(project, Origin::CommandLine, PATIENCE).unwrap();
    let format = exporter("quotes-jsonl").unwrap();
    let ours = |round: usize| {
        let path = folder.join(format!("ours-{round}.jsonl"));
        let begun = Instant::now();
        let quotes = write_export(&workspace, format, &Narrow::default(), &path, &Unwatched).unwrap();
        assert_eq!(quotes, ARTICLES * QUOTES_EACH);
        begun.elapsed()
    };
    let floor = |round: usize| {
        let begun = Instant::now();
        plain_export(project, &folder.join(format!("floor-{round}.jsonl")));
        begun.elapsed()
    };
    report("export, 20,000 quotes of 60,000 spans", medians(5, ours, floor));
}

/// The rows in the export's order, each quote as a line of JSON.
fn plain_export(project: &Path, path: &Path) {
    let sql = Connection::open(project).unwrap();
    let mut out = std::io::BufWriter::new(fs::File::create(path).unwrap());
    let mut statement = sql
        .prepare(
            "SELECT quote.*, article.id, article.title, article.publisher, article.url, article.published_at, \
             article.language, article.sha256, article.text, quote_span.role, quote_span.start, quote_span.end, \
             quote_span.text, speaker.id, speaker.name, speaker.kind, annotator.name \
             FROM article JOIN quote ON quote.article_id = article.id JOIN annotator ON annotator.id = quote.annotator_id \
             JOIN quote_span ON quote_span.quote_id = quote.id \
             LEFT JOIN quote_speaker ON quote_speaker.quote_id = quote.id LEFT JOIN speaker ON speaker.id = speaker_id \
             ORDER BY article.created_at, article.id, quote.id, quote_span.role",
        )
        .unwrap();
    let names: Vec<String> = statement.column_names().iter().map(ToString::to_string).collect();
    let article_text = 23;
    let mut rows = statement.query([]).unwrap();
    let mut spans = 0;
    let mut record = serde_json::Map::new();
    while let Some(row) = rows.next().unwrap() {
        for (at, name) in names.iter().enumerate().filter(|(at, _)| *at != article_text) {
            let value = match row.get_ref(at).unwrap() {
                rusqlite::types::ValueRef::Integer(number) => json!(number),
                rusqlite::types::ValueRef::Text(text) => json!(std::str::from_utf8(text).unwrap()),
                _ => serde_json::Value::Null,
            };
            record.insert(format!("{name}{at}"), value);
        }
        spans += 1;
        if spans % 3 == 0 {
            serde_json::to_writer(&mut out, &record).unwrap();
            out.write_all(b"\n").unwrap();
        }
    }
    out.flush().unwrap();
}

fn edit(folder: &Path) {
    let mut text = String::from("Headline\n\n");
    for at in 0..350 {
        write!(text, "{} ", WORDS[at % WORDS.len()]).unwrap();
    }
    let page = folder.join("page.txt");
    fs::write(&page, text).unwrap();
    let path = folder.join("edits.kutip");
    let mut workspace = Workspace::create(&path, Origin::Window, PATIENCE).unwrap();
    workspace.import(&[page], &ImportOptions::default(), &Unwatched).unwrap();
    workspace.annotate_as("Ana").unwrap();
    let article = workspace.article_ids().unwrap()[0];
    workspace.open_article(article).unwrap();
    let draft = QuoteDraft { content: vec![Span::new(20, 60)], ..QuoteDraft::default() };
    let quote = workspace.perform(&Edit::AddQuote(draft)).unwrap().quotes[0];
    let types = [QuoteType::Direct, QuoteType::Indirect];
    let ours = |round: usize| {
        let change = QuoteChange::Type(types[round % 2]);
        let begun = Instant::now();
        workspace.perform(&Edit::ChangeQuote { quote, change }).unwrap();
        begun.elapsed()
    };
    let bare = folder.join("bare.kutip");
    drop(Workspace::create(&bare, Origin::Window, PATIENCE).unwrap());
    let sql = durable(&bare);
    insert(&sql, &all_rows(&path)[..14]);
    let record = "x".repeat(900);
    let floor = |round: usize| {
        let kind = types[round % 2].name();
        let begun = Instant::now();
        bare_edit(&sql, &quote.to_string(), kind, round, &record);
        begun.elapsed()
    };
    report("one edit, durable", medians(1001, ours, floor));
}

/// The rows of one change of a quote, and nothing else.
fn bare_edit(sql: &Connection, quote: &str, kind: &str, round: usize, record: &str) {
    let execute = |query: &str, parameters: &[&dyn rusqlite::ToSql]| {
        sql.prepare_cached(query).unwrap().execute(parameters).unwrap();
    };
    let json = format!("\"{record}\"");
    execute("BEGIN IMMEDIATE", &[]);
    execute(
        "UPDATE quote SET type = ?1, updated_at = ?2 WHERE id = ?3",
        &[&kind, &format!("{round:027}"), &quote],
    );
    execute(
        "INSERT INTO journal_transaction (id, at, annotator_id, origin, label) VALUES (?1, ?2, ?3, 'window', 'change_type')",
        &[&format!("{round:036}"), &format!("{round:027}"), &quote],
    );
    let seq = sql.last_insert_rowid();
    execute(
        "INSERT INTO journal_change (transaction_seq, entity, entity_id, before, after) VALUES (?1, 'quote', ?2, ?3, ?3)",
        &[&seq, &quote, &json],
    );
    execute("COMMIT", &[]);
}
