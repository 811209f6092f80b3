//! Comments and decisions as records: how they are written, and read again.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::error::Problem;
use super::raw::{RawId, RawPiece};
use super::record::Moment;
use super::resolve::{Fault, Reader, ids, known, moment};
use super::{IncomingComment, IncomingDecision, IncomingSeen, IncomingTarget, Place, Step};
use crate::model::{
    Anchor, Aspect, Choice, Comment, CommentId, Decision, DecisionId, DecisionKind, Document, Piece, Quote,
    QuoteId, Registry, Seen,
};

/// One comment.
#[derive(Serialize)]
pub(super) struct CommentRecord<'a> {
    id: CommentId,
    /// What it is about: article, span, quote or claim; and the latter's id.
    on: &'static str,
    target: Option<String>,
    spans: &'a [Piece],
    reply_to: Option<CommentId>,
    text: &'a str,
    annotator: &'a str,
    resolved_at: Option<Moment>,
    resolved_by: Option<&'a str>,
    created_at: Moment,
    updated_at: Moment,
}

impl<'a> CommentRecord<'a> {
    pub(super) fn new(comment: &'a Comment, registry: &'a Registry) -> Self {
        Self {
            id: comment.id,
            on: comment.anchor.name(),
            target: match comment.anchor {
                Anchor::Article | Anchor::Span => None,
                Anchor::Quote(id) => Some(id.to_string()),
                Anchor::Claim(id) => Some(id.to_string()),
            },
            spans: &comment.spans,
            reply_to: comment.reply_to,
            text: &comment.text,
            annotator: registry.annotator_name(comment.annotator),
            resolved_at: comment.resolved_at.map(Moment),
            resolved_by: comment.resolved_by.map(|by| registry.annotator_name(by)),
            created_at: Moment(comment.stamp.created_at),
            updated_at: Moment(comment.stamp.updated_at),
        }
    }
}

/// One decision.
#[derive(Serialize)]
pub(super) struct DecisionRecord<'a> {
    id: DecisionId,
    kind: DecisionKind,
    aspect: Aspect,
    choice: Choice,
    taken: Option<QuoteId>,
    reason: Option<&'a str>,
    result: Option<QuoteId>,
    /// Who decided.
    annotator: Option<&'a str>,
    quotes: Vec<SeenRecord<'a>>,
    created_at: Moment,
    updated_at: Moment,
}

#[derive(Serialize)]
struct SeenRecord<'a> {
    id: QuoteId,
    annotator: &'a str,
    said: &'a Value,
}

impl<'a> DecisionRecord<'a> {
    pub(super) fn new(decision: &'a Decision, registry: &'a Registry) -> Self {
        let seen = |Seen { quote, annotator, said }: &'a Seen| SeenRecord {
            id: *quote,
            annotator: registry.annotator_name(*annotator),
            said,
        };
        let by = match decision.kind {
            DecisionKind::Review => Some(decision.annotator),
            DecisionKind::Adjudication => decision.stamp.updated_by,
        };
        Self {
            id: decision.id,
            kind: decision.kind,
            aspect: decision.aspect,
            choice: decision.ruling.choice,
            taken: decision.ruling.taken,
            reason: decision.ruling.reason.as_deref(),
            result: decision.result,
            annotator: by.map(|by| registry.annotator_name(by)),
            quotes: decision.ruling.seen.iter().map(seen).collect(),
            created_at: Moment(decision.stamp.created_at),
            updated_at: Moment(decision.stamp.updated_at),
        }
    }
}

/// What was decided and said of one quote.
#[derive(Serialize)]
pub(super) struct ReviewRecord<'a> {
    decisions: Vec<DecisionRecord<'a>>,
    comments: Vec<CommentRecord<'a>>,
}

impl<'a> ReviewRecord<'a> {
    /// Nothing where nobody has looked at it.
    pub(super) fn of(quote: &Quote, document: &'a Document, registry: &'a Registry) -> Option<Self> {
        let concerns = |decision: &&std::sync::Arc<Decision>| {
            decision.concerns(&[quote.id]) || decision.result == Some(quote.id)
        };
        let decided = document.decisions.iter().filter(concerns);
        let about = document.comments.iter().filter(|comment| comment.anchor == Anchor::Quote(quote.id));
        let decisions: Vec<_> = decided.map(|decision| DecisionRecord::new(decision, registry)).collect();
        let comments: Vec<_> = about.map(|comment| CommentRecord::new(comment, registry)).collect();
        (!decisions.is_empty() || !comments.is_empty()).then_some(Self { decisions, comments })
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "a comment in braces")]
pub(super) struct RawComment {
    id: Option<RawId>,
    on: Option<String>,
    target: Option<RawId>,
    spans: Option<Vec<RawPiece>>,
    reply_to: Option<RawId>,
    text: Option<String>,
    annotator: Option<String>,
    resolved_at: Option<String>,
    resolved_by: Option<String>,
    created_at: Option<String>,
    updated_at: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "a decision in braces")]
pub(super) struct RawDecision {
    id: Option<RawId>,
    kind: Option<String>,
    aspect: Option<String>,
    choice: Option<String>,
    taken: Option<RawId>,
    reason: Option<String>,
    result: Option<RawId>,
    annotator: Option<String>,
    quotes: Option<Vec<RawSeen>>,
    created_at: Option<String>,
    updated_at: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct RawSeen {
    id: Option<RawId>,
    annotator: Option<String>,
    said: Option<Value>,
}

/// Ours, where it is one of ours.
fn own<T: From<uuid::Uuid>>(id: Option<RawId>) -> Option<T> {
    ids(id, None).0
}

impl Reader<'_> {
    pub(super) fn comment(&self, raw: RawComment, place: &Place) -> Result<IncomingComment, Fault> {
        let fault = |problem| (place.clone(), problem);
        let target = match raw.on.as_deref() {
            None | Some("article") => IncomingTarget::Article,
            Some("span") => IncomingTarget::Span,
            Some(kind @ ("quote" | "claim")) => {
                let id = raw.target.and_then(RawId::words);
                let id = id.ok_or_else(|| fault(Problem::Missing { field: "target" }))?;
                if kind == "quote" { IncomingTarget::Quote(id) } else { IncomingTarget::Claim(id) }
            }
            Some(given) => {
                let allowed = vec!["article", "span", "quote", "claim"];
                return Err(fault(Problem::UnknownName { field: "on", given: given.to_owned(), allowed }));
            }
        };
        let text = raw.text.filter(|text| !text.trim().is_empty());
        Ok(IncomingComment {
            place: place.clone(),
            id: own(raw.id),
            target,
            spans: self.pieces(place, Step::Span, raw.spans)?,
            reply_to: own(raw.reply_to),
            text: text.ok_or_else(|| fault(Problem::Missing { field: "text" }))?,
            annotator: self.annotator(raw.annotator).map_err(fault)?,
            resolved_at: moment("resolved_at", raw.resolved_at.as_deref()).map_err(fault)?,
            resolved_by: raw.resolved_by.filter(|name| !name.trim().is_empty()),
            created_at: moment("created_at", raw.created_at.as_deref()).map_err(fault)?,
            updated_at: moment("updated_at", raw.updated_at.as_deref()).map_err(fault)?,
        })
    }

    pub(super) fn decision(&self, raw: RawDecision, place: &Place) -> Result<IncomingDecision, Fault> {
        let fault = |problem| (place.clone(), problem);
        let missing = |field| fault(Problem::Missing { field });
        let kind =
            known("kind", raw.kind.as_deref(), DecisionKind::ALL, DecisionKind::name).map_err(fault)?;
        let aspect = known("aspect", raw.aspect.as_deref(), Aspect::ALL, Aspect::name).map_err(fault)?;
        let choice = known("choice", raw.choice.as_deref(), Choice::ALL, Choice::name).map_err(fault)?;
        let mut quotes = Vec::new();
        for seen in raw.quotes.into_iter().flatten() {
            quotes.push(IncomingSeen {
                quote: own(seen.id).ok_or_else(|| missing("id"))?,
                annotator: self.annotator(seen.annotator).map_err(fault)?,
                said: seen.said.unwrap_or(Value::Null),
            });
        }
        Ok(IncomingDecision {
            place: place.clone(),
            id: own(raw.id).ok_or_else(|| missing("id"))?,
            kind: kind.ok_or_else(|| missing("kind"))?,
            aspect: aspect.unwrap_or(Aspect::Presence),
            choice: choice.ok_or_else(|| missing("choice"))?,
            taken: own(raw.taken),
            reason: raw.reason,
            result: own(raw.result),
            annotator: self.annotator(raw.annotator).map_err(fault)?,
            quotes,
            created_at: moment("created_at", raw.created_at.as_deref()).map_err(fault)?,
            updated_at: moment("updated_at", raw.updated_at.as_deref()).map_err(fault)?,
        })
    }
}
