//! What reviewers said of an annotator's quotes, in every article.

use jiff::Timestamp;
use rusqlite::{Row, params};

use super::row::{SqlResult, named, parsed, parsed_option};
use super::{Result, Store};
use crate::model::{AnnotatorId, ArticleId, Choice, DecisionKind, QuoteId};

/// One thing that was said of a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    pub article: ArticleId,
    pub title: String,
    pub quote: QuoteId,
    /// The quote's content; empty where the quote is gone.
    pub words: String,
    pub by: Option<AnnotatorId>,
    pub at: Timestamp,
    pub remark: Remark,
}

/// What it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    Decided { kind: DecisionKind, choice: Choice, reason: Option<String> },
    Said { text: String, resolved: bool },
}

const ABOUT: &str = "coalesce(title, (SELECT name FROM article_file WHERE article_id = article.id), \
     trim(substr(article.text, 1, 80))) AS title, \
     coalesce((SELECT group_concat(text, ' … ') FROM quote_span \
     WHERE quote_id = about.quote_id AND role = 'content'), '') AS words";

impl Store {
    /// What others decided and said of an annotator's quotes, the latest
    /// first: decisions of single reviews, rejections in adjudication,
    /// comments.
    pub fn returned(&self, annotator: AnnotatorId) -> Result<Vec<Returned>> {
        let read = || -> SqlResult<Vec<Returned>> {
            let mut returned = self.decided(annotator)?;
            returned.extend(self.said(annotator)?);
            returned.sort_by_key(|one| (std::cmp::Reverse(one.at), one.quote));
            Ok(returned)
        };
        read().map_err(|error| self.error(error))
    }

    fn decided(&self, annotator: AnnotatorId) -> SqlResult<Vec<Returned>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT decision.article_id, quote_id, kind, choice, reason, decision.updated_by AS by, \
             decision.updated_at AS at, {ABOUT} \
             FROM decision_quote AS about JOIN decision ON decision.id = decision_id \
             JOIN article ON article.id = decision.article_id \
             WHERE about.annotator_id = ?1 AND aspect = 'presence' AND decision.updated_by IS NOT ?1 \
             AND (kind = 'review' OR choice = 'reject')"
        ))?;
        let decided = statement.query_map(params![annotator.to_string()], |row| {
            let remark = Remark::Decided {
                kind: named(row, "kind", DecisionKind::from_name)?,
                choice: named(row, "choice", Choice::from_name)?,
                reason: row.get("reason")?,
            };
            one(row, remark)
        })?;
        decided.collect()
    }

    fn said(&self, annotator: AnnotatorId) -> SqlResult<Vec<Returned>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "WITH about AS (SELECT comment.*, anchor_id AS quote_id, comment.text AS said, \
             (SELECT resolved_at FROM comment AS first WHERE first.id = coalesce(comment.reply_to, comment.id)) \
             IS NOT NULL AS resolved FROM comment JOIN quote ON quote.id = anchor_id \
             WHERE anchor = 'quote' AND quote.annotator_id = ?1 AND comment.annotator_id <> ?1) \
             SELECT about.article_id, about.quote_id, said, resolved, about.annotator_id AS by, \
             about.created_at AS at, {ABOUT} FROM about JOIN article ON article.id = about.article_id"
        ))?;
        let said = statement.query_map(params![annotator.to_string()], |row| {
            let remark = Remark::Said { text: row.get("said")?, resolved: row.get("resolved")? };
            one(row, remark)
        })?;
        said.collect()
    }
}

fn one(row: &Row<'_>, remark: Remark) -> SqlResult<Returned> {
    Ok(Returned {
        article: parsed(row, "article_id")?,
        title: row.get("title")?,
        quote: parsed(row, "quote_id")?,
        words: row.get("words")?,
        by: parsed_option(row, "by")?,
        at: parsed(row, "at")?,
        remark,
    })
}
