//! What reviewers said of an annotator's work, in every article.

use jiff::Timestamp;
use rusqlite::{Row, params};

use super::comment::anchor;
use super::row::{SqlResult, named, parsed, parsed_option};
use super::{Result, Store};
use crate::model::{
    Anchor, AnnotatorId, ArticleId, Choice, CommentId, DecisionId, DecisionKind, Document, Span,
};

/// One thing that was said of a quote, a claim, or an article and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    pub article: ArticleId,
    pub title: String,
    pub anchor: Anchor,
    /// The words that it is about; empty where the quote is gone, or where it
    /// is about the article.
    pub words: String,
    /// Where a comment's words stand.
    pub place: Option<Span>,
    pub by: Option<AnnotatorId>,
    pub at: Timestamp,
    pub remark: Remark,
}

/// What it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    Decided { decision: DecisionId, kind: DecisionKind, choice: Choice, reason: Option<String> },
    Said { comment: CommentId, text: String, resolved: bool },
}

impl Remark {
    /// Whether it is among what is on an article.
    #[must_use]
    pub fn is_in(&self, document: &Document) -> bool {
        match self {
            Self::Decided { decision, .. } => document.decision(*decision).is_some(),
            Self::Said { comment, .. } => document.comment(*comment).is_some(),
        }
    }
}

const TITLE: &str = "coalesce(title, (SELECT name FROM article_file WHERE article_id = article.id), \
     trim(substr(article.text, 1, 80))) AS title";

impl Store {
    /// What others decided and said of an annotator's work, the latest first:
    /// decisions of single reviews, rejections in adjudication, comments on
    /// quotes, claims, and the articles that the annotator has a layer on.
    pub fn returned(&self, annotator: AnnotatorId) -> Result<Vec<Returned>> {
        let read = || -> SqlResult<Vec<Returned>> {
            let mut returned = self.decided(annotator)?;
            returned.extend(self.said(annotator)?);
            returned.sort_by_key(|one| (std::cmp::Reverse(one.at), one.anchor));
            Ok(returned)
        };
        read().map_err(|error| self.error(error))
    }

    fn decided(&self, annotator: AnnotatorId) -> SqlResult<Vec<Returned>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT decision.id, decision.article_id, quote_id, kind, choice, reason, \
             decision.updated_by AS by, decision.updated_at AS at, {TITLE}, \
             coalesce((SELECT group_concat(text, ' … ') FROM quote_span \
             WHERE quote_id = about.quote_id AND role = 'content'), '') AS words \
             FROM decision_quote AS about JOIN decision ON decision.id = decision_id \
             JOIN article ON article.id = decision.article_id \
             WHERE about.annotator_id = ?1 AND aspect = 'presence' AND decision.updated_by IS NOT ?1 \
             AND (kind = 'review' OR choice = 'reject')"
        ))?;
        let decided = statement.query_map(params![annotator.to_string()], |row| {
            let remark = Remark::Decided {
                decision: parsed(row, "id")?,
                kind: named(row, "kind", DecisionKind::from_name)?,
                choice: named(row, "choice", Choice::from_name)?,
                reason: row.get("reason")?,
            };
            one(row, Anchor::Quote(parsed(row, "quote_id")?), None, remark)
        })?;
        decided.collect()
    }

    fn said(&self, annotator: AnnotatorId) -> SqlResult<Vec<Returned>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT comment.*, comment.annotator_id AS by, comment.created_at AS at, {TITLE}, \
             (SELECT resolved_at FROM comment AS first \
             WHERE first.id = coalesce(comment.reply_to, comment.id)) IS NOT NULL AS resolved, \
             coalesce((SELECT group_concat(text, ' … ') FROM comment_span \
             WHERE comment_id = comment.id), '') AS words, \
             (SELECT min(start) FROM comment_span WHERE comment_id = comment.id) AS start, \
             (SELECT max(end) FROM comment_span WHERE comment_id = comment.id) AS end \
             FROM comment JOIN article ON article.id = comment.article_id \
             WHERE comment.annotator_id <> ?1 AND CASE anchor \
             WHEN 'quote' THEN EXISTS (SELECT 1 FROM quote WHERE quote.id = anchor_id AND annotator_id = ?1) \
             WHEN 'claim' THEN EXISTS (SELECT 1 FROM claim WHERE claim.id = anchor_id AND annotator_id = ?1) \
             ELSE EXISTS (SELECT 1 FROM layer WHERE layer.article_id = comment.article_id \
             AND layer.annotator_id = ?1) END"
        ))?;
        let said = statement.query_map(params![annotator.to_string()], |row| {
            let remark = Remark::Said {
                comment: parsed(row, "id")?,
                text: row.get("text")?,
                resolved: row.get("resolved")?,
            };
            let (start, end): (Option<usize>, Option<usize>) = (row.get("start")?, row.get("end")?);
            one(row, anchor(row)?, start.zip(end).map(|(start, end)| Span::new(start, end)), remark)
        })?;
        said.collect()
    }
}

fn one(row: &Row<'_>, anchor: Anchor, place: Option<Span>, remark: Remark) -> SqlResult<Returned> {
    Ok(Returned {
        article: parsed(row, "article_id")?,
        title: row.get("title")?,
        anchor,
        words: row.get("words")?,
        place,
        by: parsed_option(row, "by")?,
        at: parsed(row, "at")?,
        remark,
    })
}
