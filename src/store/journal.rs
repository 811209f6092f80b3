//! The journal: what was changed, by whom, when, with each thing before and
//! after.

use std::collections::BTreeMap;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::{Serialize, de::DeserializeOwned};

use super::row::{SqlResult, named, parsed, parsed_option, time, to_json};
use super::{Result, Store, StoreError, article};
use crate::edit::{Change, Diff, EntityKind, Label, Origin, Transaction, with_diff, with_kind};
use crate::model::{Article, ArticleId, Text};

/// An article's text, and the bytes of its file where they differ from it.
pub(super) type TextAndFile = (Text, Option<Arc<[u8]>>);

/// Writes a transaction's rows of the journal; returns its number.
pub fn append(sql: &Connection, transaction: &Transaction) -> SqlResult<i64> {
    let Transaction { id, at, author, origin, label, changes } = transaction;
    sql.prepare_cached(
        "INSERT INTO journal_transaction (id, at, annotator_id, origin, label) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        id.to_string(),
        time(*at),
        author.map(|author| author.to_string()),
        origin.name(),
        label.name()
    ])?;
    let seq = sql.last_insert_rowid();
    let mut statement = sql.prepare_cached(
        "INSERT INTO journal_change (transaction_seq, entity, entity_id, before, after, deleted_text, deleted_file) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for change in changes {
        let (before, after) = before_and_after(change)?;
        let deleted = deleted_article(change);
        statement.execute(params![
            seq,
            change.kind().name(),
            change.entity_id(),
            before,
            after,
            deleted.map(|article| article.text.as_str()),
            deleted.and_then(|article| article.file.as_ref()?.bytes.as_deref()),
        ])?;
    }
    Ok(seq)
}

fn before_and_after(change: &Change) -> SqlResult<(Option<String>, Option<String>)> {
    fn of<T: Serialize>(diff: &Diff<T>) -> SqlResult<(Option<String>, Option<String>)> {
        let json = |entity: &Option<Arc<T>>| entity.as_deref().map(to_json).transpose();
        Ok((json(&diff.before)?, json(&diff.after)?))
    }
    with_diff!(change, diff => of(diff))
}

fn deleted_article(change: &Change) -> Option<&Article> {
    match change {
        Change::Article(Diff { before: Some(article), after: None }) => Some(article),
        _ => None,
    }
}

impl Store {
    /// The number of the newest transaction; 0 in a new project.
    pub fn last_seq(&self) -> Result<i64> {
        let read = || {
            self.connection
                .prepare_cached("SELECT coalesce(max(seq), 0) FROM journal_transaction")?
                .query_row([], |row| row.get(0))
        };
        read().map_err(|error| self.error(error))
    }

    /// A number that changes whenever another connection has written.
    pub fn data_version(&self) -> Result<i64> {
        self.connection.pragma_query_value(None, "data_version", |row| row.get(0)).map_err(|e| self.error(e))
    }

    /// The transactions that came after a number, in order, with their
    /// numbers.
    pub fn journal_after(&self, seq: i64) -> Result<Vec<(i64, Transaction)>> {
        let _snapshot = self.snapshot()?;
        let mut steps: BTreeMap<i64, Transaction> = BTreeMap::new();
        let mut read = || -> Result<()> {
            let mut statement =
                self.connection.prepare_cached("SELECT * FROM journal_transaction WHERE seq > ?1")?;
            let mut rows = statement.query([seq])?;
            while let Some(row) = rows.next()? {
                steps.insert(row.get("seq")?, header(row)?);
            }
            let mut statement = self
                .connection
                .prepare_cached("SELECT * FROM journal_change WHERE transaction_seq > ?1 ORDER BY seq")?;
            let mut rows = statement.query([seq])?;
            while let Some(row) = rows.next()? {
                let change = self.change(row)?;
                if let Some(transaction) = steps.get_mut(&row.get("transaction_seq")?) {
                    transaction.changes.push(change);
                }
            }
            Ok(())
        };
        read().map_err(|error| error.at(&self.path))?;
        Ok(steps.into_iter().collect())
    }

    fn change(&self, row: &Row<'_>) -> Result<Change> {
        let kind = named(row, "entity", EntityKind::from_name)?;
        Ok(match with_kind!(kind, T => Change::from(diff::<T>(row)?)) {
            Change::Article(diff) => Change::Article(self.with_text(diff, row)?),
            other => other,
        })
    }

    /// The journal keeps an article's text and file only when it is deleted;
    /// until then they stand in the article.
    fn with_text(&self, diff: Diff<Article>, row: &Row<'_>) -> Result<Diff<Article>> {
        let Some(article) = diff.either() else { return Ok(diff) };
        let Some((text, bytes)) = self.text_and_file(row, article)? else {
            return Err(StoreError::Content(format!("the text of article {} is gone", article.id)));
        };
        let complete = |article: Arc<Article>| {
            let mut article = Article::clone(&article);
            article.text = text.clone();
            if let Some(file) = &mut article.file {
                file.bytes.clone_from(&bytes);
            }
            Arc::new(article)
        };
        Ok(Diff { before: diff.before.map(complete), after: diff.after.map(complete) })
    }

    /// The text an article had at a row of the journal: it is kept by the
    /// next deletion of the article, or else stands in the article.
    fn text_and_file(&self, row: &Row<'_>, article: &Article) -> Result<Option<TextAndFile>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT deleted_text, deleted_file FROM journal_change \
             WHERE entity_id = ?1 AND seq >= ?2 AND deleted_text IS NOT NULL ORDER BY seq LIMIT 1",
        )?;
        let seq: i64 = row.get("seq")?;
        let kept = statement.query_row(params![article.id.to_string(), seq], kept_text).optional()?;
        if kept.is_some() { Ok(kept) } else { self.stored_text(article.id) }
    }

    fn stored_text(&self, id: ArticleId) -> Result<Option<TextAndFile>> {
        let stored = article::of_ids(&self.connection, &to_json(&[id])?)?.pop();
        Ok(stored.map(|stored| (stored.text, stored.file.and_then(|file| file.bytes))))
    }

    /// The text of an article and its file's bytes where they differ from it;
    /// also of a deleted one.
    pub fn text_of(&self, id: ArticleId) -> Result<Option<TextAndFile>> {
        let read = || {
            if let Some(found) = self.stored_text(id)? {
                return Ok(Some(found));
            }
            let mut statement = self.connection.prepare_cached(
                "SELECT deleted_text, deleted_file FROM journal_change \
                 WHERE entity_id = ?1 AND deleted_text IS NOT NULL ORDER BY seq DESC LIMIT 1",
            )?;
            Ok(statement.query_row([id.to_string()], kept_text).optional()?)
        };
        read().map_err(|error: StoreError| error.at(&self.path))
    }
}

fn kept_text(row: &Row<'_>) -> SqlResult<TextAndFile> {
    let bytes: Option<Vec<u8>> = row.get("deleted_file")?;
    Ok((Text::new(row.get_ref("deleted_text")?.as_str()?), bytes.map(Arc::from)))
}

fn header(row: &Row<'_>) -> SqlResult<Transaction> {
    Ok(Transaction {
        id: parsed(row, "id")?,
        at: parsed(row, "at")?,
        author: parsed_option(row, "annotator_id")?,
        origin: named(row, "origin", Origin::from_name)?,
        label: named(row, "label", Label::from_name)?,
        changes: Vec::new(),
    })
}

fn diff<T: DeserializeOwned>(row: &Row<'_>) -> SqlResult<Diff<T>> {
    let entity = |column: &str| -> SqlResult<Option<Arc<T>>> {
        let words: Option<&str> = row.get_ref(column)?.as_str_or_null()?;
        words
            .map(|words| {
                serde_json::from_str(words).map(Arc::new).map_err(|error| {
                    rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error))
                })
            })
            .transpose()
    };
    Ok(Diff { before: entity("before")?, after: entity("after")? })
}
