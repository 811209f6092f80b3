//! The floor of exporting: the same lines with nothing around them.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use rusqlite::{Row, Statement, params};
use serde::Serialize;

use crate::floor::Project;

impl Project {
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
