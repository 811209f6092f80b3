//! Verifying everything that a project holds.

use std::collections::HashMap;

use rusqlite::Connection;

use super::row::SqlResult;
use super::{Result, Store};
use crate::model::{Document, Piece, RegionKind, Role, sha256};

/// Something that is not as it should be, as a sentence.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Finding(pub String);

impl Store {
    /// Verifies the file's structure, its references, the indexes, every
    /// span's words, every text's hash, and that the journal ends where the
    /// data stand. Nothing found: an empty list. `progress` is told the share
    /// of articles that is done.
    ///
    /// # Errors
    /// When the file can't even be read.
    pub fn check(&self, progress: &mut dyn FnMut(f32)) -> Result<Vec<Finding>> {
        let mut findings = Vec::new();
        structure(&self.connection, &mut findings).map_err(|error| self.error(error))?;
        journal(&self.connection, &mut findings).map_err(|error| self.error(error))?;
        let total = self.article_ids()?.len().max(1);
        let mut done = 0;
        self.each_document(|document| {
            document_findings(&document, &mut findings);
            done += 1;
            progress(done as f32 / total as f32);
            Ok::<(), super::StoreError>(())
        })?;
        Ok(findings)
    }
}

fn structure(sql: &Connection, findings: &mut Vec<Finding>) -> SqlResult<()> {
    let mut statement = sql.prepare("PRAGMA integrity_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let message: String = row.get(0)?;
        if message != "ok" {
            findings.push(Finding(format!("The file is damaged: {message}.")));
        }
    }
    let mut statement = sql.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, target): (String, String) = (row.get(0)?, row.get(2)?);
        findings.push(Finding(format!("A row of {table} refers to a {target} that isn't there.")));
    }
    indexes(sql, findings)
}

/// The full-text indexes hold as many rows as what they index, and each
/// row's words.
fn indexes(sql: &Connection, findings: &mut Vec<Finding>) -> SqlResult<()> {
    let unindexed: u64 = sql.query_row(
        "SELECT count(*) FROM quote WHERE key NOT IN (SELECT rowid FROM quote_fts)",
        [],
        |row| row.get(0),
    )?;
    let orphaned: u64 = sql.query_row(
        "SELECT count(*) FROM quote_fts WHERE rowid NOT IN (SELECT key FROM quote)",
        [],
        |row| row.get(0),
    )?;
    if unindexed + orphaned > 0 {
        findings.push(Finding(format!(
            "The search index of quotes is off: {unindexed} quotes are missing from it and {orphaned} entries lead nowhere."
        )));
    }
    let articles: (u64, u64) = sql.query_row(
        "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM article_fts_docsize)",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if articles.0 != articles.1 {
        findings.push(Finding(format!(
            "The search index of articles is off: it holds {} of {} articles.",
            articles.1, articles.0
        )));
    }
    Ok(())
}

/// Every thing stands as its last entry of the journal left it.
fn journal(sql: &Connection, findings: &mut Vec<Finding>) -> SqlResult<()> {
    let mut last: HashMap<(String, String), Option<String>> = HashMap::new();
    let mut statement = sql
        .prepare("SELECT entity, entity_id, after ->> 'updated_at' AS at FROM journal_change ORDER BY seq")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        last.insert((row.get(0)?, row.get(1)?), row.get(2)?);
    }
    let entities = [
        ("article", "SELECT id, updated_at FROM article"),
        ("layer", "SELECT article_id || '/' || annotator_id, updated_at FROM layer"),
        ("quote", "SELECT id, updated_at FROM quote"),
        ("claim", "SELECT id, updated_at FROM claim"),
        ("speaker", "SELECT id, updated_at FROM speaker"),
        ("annotator", "SELECT id, updated_at FROM annotator"),
        ("setting", "SELECT key, updated_at FROM setting"),
    ];
    for (kind, query) in entities {
        let mut statement = sql.prepare(query)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, at): (String, String) = (row.get(0)?, row.get(1)?);
            let journaled = last.remove(&(kind.to_owned(), id.clone())).flatten();
            if !journaled.is_some_and(|journaled| same_time(&journaled, &at)) {
                findings
                    .push(Finding(format!("The {kind} {id} was changed without an entry in the journal.")));
            }
        }
    }
    for ((kind, id), at) in last {
        if at.is_some() {
            findings.push(Finding(format!(
                "The {kind} {id} of the journal is gone without an entry of its deletion."
            )));
        }
    }
    Ok(())
}

fn same_time(a: &str, b: &str) -> bool {
    a.parse::<jiff::Timestamp>().ok() == b.parse::<jiff::Timestamp>().ok()
}

fn document_findings(document: &Document, findings: &mut Vec<Finding>) {
    let article = &document.article;
    let mut say = |what: String| findings.push(Finding(format!("Article {}: {what}", article.id)));
    if sha256(article.text.as_str().as_bytes()) != article.sha256 {
        say("the text is not the one that was imported.".to_owned());
    }
    for region in &article.regions {
        if region.span.is_empty() || region.span.end > article.text.len() {
            say(format!("the {} at {}–{} leaves the text.", region.kind, region.span.start, region.span.end));
        }
    }
    let top: Vec<_> = article.regions.iter().filter(|region| region.kind != RegionKind::Dateline).collect();
    for pair in top.windows(2) {
        if let [a, b] = pair
            && a.span.overlaps(b.span)
        {
            say(format!("{} and {} overlap at {}.", a.kind, b.kind, b.span.start));
        }
    }
    let mut spans = |owner: String, pieces: &[Piece]| {
        for piece in pieces {
            if article.text.slice(piece.span()) != Some(piece.text.as_str()) {
                say(format!(
                    "{owner} at {}–{} does not have the words that stand there.",
                    piece.start, piece.end
                ));
            }
        }
    };
    for quote in &document.quotes {
        for role in Role::ALL {
            spans(format!("{role} of quote {}", quote.id), quote.pieces(*role));
        }
    }
    for claim in &document.claims {
        spans(format!("claim {}", claim.id), &claim.spans);
    }
    for quote in &document.quotes {
        if quote.content.is_empty() {
            say(format!("quote {} has no content.", quote.id));
        }
        if quote.parent.is_some_and(|parent| document.quote(parent).is_none()) {
            say(format!("quote {} lies inside a quote of another article.", quote.id));
        }
    }
}
