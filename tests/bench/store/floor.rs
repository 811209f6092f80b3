//! The floor: the same rows and the same lines with nothing around them.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, Row, Statement, TransactionBehavior, params, params_from_iter};
use serde::Serialize;

/// Every table that an import fills, in the order of writing. The search
/// index of articles is filled by its triggers.
const TABLES: &[&str] = &[
    "annotator",
    "speaker",
    "article",
    "region",
    "layer",
    "quote",
    "quote_span",
    "quote_speaker",
    "journal_transaction",
    "journal_change",
];

const WORDS: &str = "SELECT key, (SELECT group_concat(text, ' … ') FROM \
    (SELECT text FROM quote_span WHERE quote_id = quote.id AND role = 'content' ORDER BY position)) FROM quote";
const INSERT_WORDS: &str = "INSERT INTO quote_fts (rowid, words) VALUES (?1, ?2)";

type Line = Vec<Value>;

/// The rows of a project, by table, with the statement that writes them.
pub struct Rows(Vec<(String, Vec<Line>)>);

impl Rows {
    pub fn of(path: &Path) -> Self {
        let project = Project::open(path);
        let mut rows: Vec<_> = TABLES
            .iter()
            .map(|table| {
                let lines = project.lines(&format!("SELECT * FROM {table}"), &[]);
                let columns = lines.first().map_or(1, Vec::len);
                (insert(table, columns), lines)
            })
            .collect();
        rows.push((INSERT_WORDS.to_owned(), project.lines(WORDS, &[])));
        Self(rows)
    }

    pub fn assert_same(&self, other: &Self) {
        for ((table, ours), (_, theirs)) in self.0.iter().zip(&other.0) {
            assert!(ours == theirs, "both projects hold the same: {table}");
        }
    }
}

fn insert(table: &str, columns: usize) -> String {
    format!("INSERT INTO {table} VALUES ({})", vec!["?"; columns].join(", "))
}

fn line(row: &Row<'_>, columns: usize) -> rusqlite::Result<Line> {
    (0..columns).map(|column| row.get(column)).collect()
}

/// What one edit wrote.
pub struct Step {
    pub seq: i64,
    is_new: bool,
    tables: HashMap<&'static str, Vec<Line>>,
    words: Line,
}

/// A project as plain SQL sees it.
pub struct Project {
    sql: Connection,
}

impl Project {
    pub fn open(path: &Path) -> Self {
        let sql = Connection::open(path).unwrap();
        sql.pragma_update(None, "journal_mode", "WAL").unwrap();
        sql.pragma_update(None, "synchronous", "FULL").unwrap();
        sql.pragma_update(None, "foreign_keys", true).unwrap();
        sql.set_prepared_statement_cache_capacity(128);
        Self { sql }
    }

    fn lines(&self, query: &str, params: &[&dyn rusqlite::ToSql]) -> Vec<Line> {
        let mut statement = self.sql.prepare_cached(query).unwrap();
        let columns = statement.column_count();
        let lines = statement.query_map(params, |row| line(row, columns)).unwrap();
        lines.map(Result::unwrap).collect()
    }

    /// All rows, in one transaction.
    pub fn write(&mut self, rows: &Rows) {
        let sql = self.sql.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        for (query, lines) in &rows.0 {
            let mut statement = sql.prepare(query).unwrap();
            for line in lines {
                write(&mut statement, line);
            }
        }
        sql.commit().unwrap();
    }

    pub fn last_seq(&self) -> i64 {
        self.sql.query_row("SELECT max(seq) FROM journal_transaction", [], |row| row.get(0)).unwrap()
    }

    /// The rows that the edit after this number wrote.
    pub fn step_after(&self, seq: i64) -> Step {
        let seq = seq + 1;
        let (id, is_new): (String, bool) = self
            .sql
            .query_row(
                "SELECT entity_id, before IS NULL FROM journal_change WHERE transaction_seq = ?1 AND entity = 'quote'",
                [seq],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .unwrap();
        let read = |query: &str, key: &dyn rusqlite::ToSql| self.lines(query, &[key]);
        let tables = HashMap::from([
            ("quote", read("SELECT * FROM quote WHERE id = ?1", &id)),
            ("quote_span", read("SELECT * FROM quote_span WHERE quote_id = ?1", &id)),
            ("quote_speaker", read("SELECT * FROM quote_speaker WHERE quote_id = ?1", &id)),
            (
                "layer",
                read(
                    "SELECT layer.* FROM journal_change CROSS JOIN layer ON article_id = substr(entity_id, 1, 36) \
                     AND annotator_id = substr(entity_id, 38) WHERE transaction_seq = ?1 AND entity = 'layer'",
                    &seq,
                ),
            ),
            ("journal_transaction", read("SELECT * FROM journal_transaction WHERE seq = ?1", &seq)),
            ("journal_change", read("SELECT * FROM journal_change WHERE transaction_seq = ?1", &seq)),
        ]);
        let words = read(&format!("{WORDS} WHERE id = ?1"), &id).remove(0);
        Step { seq, is_new, tables, words }
    }

    /// Reads an article with its quotes, as opening it does: what an edit
    /// then touches is in the cache of both.
    pub fn read(&self, article: &str) {
        for table in [
            "article WHERE id",
            "region WHERE article_id",
            "layer WHERE article_id",
            "quote WHERE article_id",
        ] {
            self.lines(&format!("SELECT * FROM {table} = ?1"), &[&article]);
        }
        for table in ["quote_span", "quote_speaker"] {
            let query = format!(
                "SELECT {table}.* FROM quote JOIN {table} ON quote_id = quote.id WHERE article_id = ?1"
            );
            self.lines(&query, &[&article]);
        }
    }

    /// The bare commit of an edit's rows.
    pub fn commit(&mut self, step: &Step) {
        let sql = self.sql.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        let put = |table: &str, query: &str| {
            let mut statement = sql.prepare_cached(query).unwrap();
            step.tables[table].iter().for_each(|line| write(&mut statement, line));
        };
        put("layer", "INSERT OR REPLACE INTO layer VALUES (?, ?, ?, ?, ?, ?, ?)");
        let quote = &step.tables["quote"][0];
        let (key, id) = (&quote[0], &quote[1]);
        if step.is_new {
            put("quote", "INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            put("quote_speaker", "INSERT INTO quote_speaker VALUES (?, ?, ?, ?)");
        } else {
            sql.prepare_cached(
                "UPDATE quote SET annotator_id = ?4, external_id = ?5, type = ?6, medium = ?7, mention = ?8, \
                 parent_id = ?9, attributes = ?10, note = ?11, status = ?12, updated_at = ?15, updated_by = ?16, \
                 origin = ?17 WHERE id = ?2 AND key = ?1 AND article_id = ?3 AND created_at = ?13 AND created_by IS ?14",
            )
            .unwrap()
            .execute(params_from_iter(quote))
            .unwrap();
            sql.prepare_cached("DELETE FROM quote_span WHERE quote_id = ?1").unwrap().execute([id]).unwrap();
            sql.prepare_cached("DELETE FROM quote_fts WHERE rowid = ?1").unwrap().execute([key]).unwrap();
        }
        put("quote_span", "INSERT INTO quote_span VALUES (?, ?, ?, ?, ?, ?)");
        write(&mut sql.prepare_cached(INSERT_WORDS).unwrap(), &step.words);
        put("journal_transaction", "INSERT INTO journal_transaction VALUES (?, ?, ?, ?, ?, ?)");
        put("journal_change", "INSERT INTO journal_change VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        sql.commit().unwrap();
    }

    /// A line a quote, as `quotes-jsonl` writes it.
    pub fn export(&self, path: &Path) {
        let sql = &self.sql;
        let mut out = BufWriter::with_capacity(1 << 16, File::create(path).unwrap());
        let _snapshot = sql.unchecked_transaction().unwrap();
        let speakers: HashMap<String, Speaker> = sql
            .prepare("SELECT id, name, kind, wikidata FROM speaker")
            .unwrap()
            .query_map([], |row| {
                let id: String = row.get(0)?;
                Ok((id.clone(), Speaker { id, name: row.get(1)?, kind: row.get(2)?, wikidata: row.get(3)? }))
            })
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let mut of_quote = Parts {
            spans: sql
                .prepare("SELECT role, start, end, text FROM quote_span WHERE quote_id = ?1 ORDER BY role, position")
                .unwrap(),
            speakers: sql
                .prepare("SELECT speaker_id FROM quote_speaker WHERE quote_id = ?1 ORDER BY role, position")
                .unwrap(),
        };
        let mut quotes = sql
            .prepare(
                "SELECT quote.id, type, medium, mention, parent_id, attributes, note, name, status, \
                 quote.created_at, quote.updated_at FROM quote JOIN annotator ON annotator.id = annotator_id \
                 WHERE article_id = ?1 ORDER BY quote.id",
            )
            .unwrap();
        let mut articles = sql
            .prepare(
                "SELECT id, external_id, title, publisher, url, published_at, language, sha256, text \
                 FROM article ORDER BY created_at, id",
            )
            .unwrap();
        let mut rows = articles.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let article = Article {
                id: words(row, 0),
                external_id: option(row, 1),
                title: option(row, 2),
                publisher: option(row, 3),
                url: option(row, 4),
                published_at: option(row, 5),
                language: option(row, 6),
                sha256: words(row, 7),
            };
            let text = words(row, 8);
            let mut rows = quotes.query(params![article.id]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                of_quote.write(row, &article, text, &speakers, &mut out);
            }
        }
        out.into_inner().unwrap().sync_all().unwrap();
    }
}

fn write(statement: &mut Statement<'_>, line: &Line) {
    statement.execute(params_from_iter(line)).unwrap();
}

fn words<'a>(row: &'a Row<'_>, column: usize) -> &'a str {
    row.get_ref(column).unwrap().as_str().unwrap()
}

fn option<'a>(row: &'a Row<'_>, column: usize) -> Option<&'a str> {
    row.get_ref(column).unwrap().as_str_or_null().unwrap()
}

#[derive(Serialize)]
struct Speaker {
    id: String,
    name: String,
    kind: String,
    wikidata: Option<String>,
}

#[derive(Serialize)]
struct Article<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<&'a str>,
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    url: Option<&'a str>,
    published_at: Option<&'a str>,
    language: Option<&'a str>,
    sha256: &'a str,
}

#[derive(Serialize)]
struct Piece {
    start: usize,
    end: usize,
    text: String,
}

#[derive(Serialize)]
struct Quote<'a> {
    id: &'a str,
    article: &'a Article<'a>,
    r#type: &'a str,
    medium: Vec<String>,
    content: Vec<Piece>,
    cue: Vec<Piece>,
    source: Vec<Piece>,
    mention: Option<&'a str>,
    addressee: [(); 0],
    relay: [(); 0],
    speakers: Vec<&'a Speaker>,
    addressee_speakers: [(); 0],
    relay_speakers: [(); 0],
    parent: Option<&'a str>,
    claim: Option<()>,
    attributes: serde_json::Map<String, serde_json::Value>,
    note: Option<&'a str>,
    annotator: &'a str,
    status: &'a str,
    review: Option<()>,
    prefix: &'a str,
    suffix: &'a str,
    created_at: &'a str,
    updated_at: &'a str,
}

/// What is read of each quote besides its row.
struct Parts<'a> {
    spans: Statement<'a>,
    speakers: Statement<'a>,
}

impl Parts<'_> {
    fn write(
        &mut self,
        row: &Row<'_>,
        article: &Article<'_>,
        text: &str,
        known: &HashMap<String, Speaker>,
        out: &mut BufWriter<File>,
    ) {
        let id = words(row, 0);
        let [mut content, mut cue, mut source] = [const { Vec::new() }; 3];
        let mut rows = self.spans.query([id]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let piece =
                Piece { start: row.get(1).unwrap(), end: row.get(2).unwrap(), text: row.get(3).unwrap() };
            match words(row, 0) {
                "content" => content.push(piece),
                "cue" => cue.push(piece),
                _ => source.push(piece),
            }
        }
        let mut speakers = Vec::new();
        let mut rows = self.speakers.query([id]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            speakers.push(&known[words(row, 0)]);
        }
        let (start, end) = (content[0].start, content[content.len() - 1].end);
        let (prefix, suffix) = around(text, start, end);
        let quote = Quote {
            id,
            article,
            r#type: words(row, 1),
            medium: serde_json::from_str(words(row, 2)).unwrap(),
            content,
            cue,
            source,
            mention: option(row, 3),
            addressee: [],
            relay: [],
            speakers,
            addressee_speakers: [],
            relay_speakers: [],
            parent: option(row, 4),
            claim: None,
            attributes: serde_json::from_str(words(row, 5)).unwrap(),
            note: option(row, 6),
            annotator: words(row, 7),
            status: words(row, 8),
            review: None,
            prefix,
            suffix,
            created_at: words(row, 9),
            updated_at: words(row, 10),
        };
        serde_json::to_writer(&mut *out, &quote).unwrap();
        out.write_all(b"\n").unwrap();
    }
}

/// 32 code points before and after.
fn around(text: &str, start: usize, end: usize) -> (&str, &str) {
    let mut bytes = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
    let from = start.saturating_sub(32);
    let first = bytes.nth(from).unwrap();
    let second = if from == start { first } else { bytes.nth(start - from - 1).unwrap() };
    let third = bytes.nth(end - start - 1).unwrap();
    let last = bytes.nth(31).unwrap_or(text.len());
    (&text[first..second], &text[third..last])
}
