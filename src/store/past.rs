//! What happened on one article, for people to read.

use jiff::Timestamp;
use rusqlite::params;

use super::row::{SqlResult, named, parsed, parsed_option, to_json};
use super::{Result, Store};
use crate::edit::{Label, Origin};
use crate::model::{AnnotatorId, ArticleId, QuoteId};

/// One edit of the journal that touched an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its number in the journal.
    pub seq: i64,
    pub at: Timestamp,
    pub author: Option<AnnotatorId>,
    pub origin: Origin,
    pub label: Label,
    /// The quote that it changed, where it was one.
    pub quote: Option<QuoteId>,
    /// The first words of that quote.
    pub words: Option<String>,
}

impl Store {
    /// The last edits that touched an article, the newest first; at most
    /// `limit`.
    ///
    /// The journal knows things by their ids alone. What is there is asked
    /// for; what was deleted is looked for among the edits that delete.
    pub fn history(&self, article: ArticleId, limit: usize) -> Result<Vec<Step>> {
        let _snapshot = self.snapshot()?;
        let read = || -> SqlResult<Vec<Step>> {
            let mut ids = vec![article.to_string()];
            for query in [
                "SELECT article_id || '/' || annotator_id FROM layer WHERE article_id = ?1",
                "SELECT id FROM quote WHERE article_id = ?1",
                "SELECT id FROM claim WHERE article_id = ?1",
                "SELECT DISTINCT entity_id FROM journal_transaction AS step \
                 JOIN journal_change ON transaction_seq = step.seq \
                 WHERE (step.origin IN ('undo', 'redo') OR step.label LIKE 'delete%') \
                 AND entity IN ('layer', 'quote', 'claim') AND after IS NULL \
                 AND json_extract(before, '$.article') = ?1",
            ] {
                let mut statement = self.connection.prepare_cached(query)?;
                let found = statement.query_map([article.to_string()], |row| row.get(0))?;
                ids.extend(found.collect::<SqlResult<Vec<String>>>()?);
            }
            self.steps(&to_json(&ids)?, limit)
        };
        read().map_err(|error| self.error(error))
    }

    fn steps(&self, ids: &str, limit: usize) -> SqlResult<Vec<Step>> {
        // Of the things that a step changed the quote says most; it comes last.
        let mut statement = self.connection.prepare_cached(
            "SELECT step.seq, at, step.annotator_id, origin, label, \
             max(iif(entity = 'quote', change.seq, 0)) AS newest, \
             iif(entity = 'quote', entity_id, NULL) AS quote_id, \
             iif(entity = 'quote', json_extract(coalesce(after, before), '$.content[0].text'), NULL) AS words \
             FROM journal_change AS change JOIN journal_transaction AS step ON step.seq = transaction_seq \
             WHERE entity_id IN (SELECT value FROM json_each(?1)) \
             GROUP BY step.seq ORDER BY step.seq DESC LIMIT ?2",
        )?;
        let steps = statement.query_map(params![ids, limit], |row| {
            Ok(Step {
                seq: row.get("seq")?,
                at: parsed(row, "at")?,
                author: parsed_option(row, "annotator_id")?,
                origin: named(row, "origin", Origin::from_name)?,
                label: named(row, "label", Label::from_name)?,
                quote: parsed_option(row, "quote_id")?,
                words: row.get("words")?,
            })
        })?;
        steps.collect()
    }
}
