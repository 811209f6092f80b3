//! What a file brings, read and checked, but not yet matched with the project.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::raw::RawQuote;
use super::{Place, Refusal, resolve};
use crate::model::{
    ArticleId, Aspect, Choice, ClaimId, CommentId, DecisionId, DecisionKind, Medium, Mention, Metadata,
    Piece, QuoteId, QuoteType, Region, SourceFile, SpeakerId, SpeakerKind, Stage, Text, Worthiness,
};

/// One record.
#[derive(Debug, Clone)]
pub enum Incoming {
    Article(Box<IncomingArticle>),
    /// A quote of an article that the project has, or that came before it in
    /// the same batch.
    Quote(Box<LooseQuote>),
}

/// An article with everything the record says of it.
#[derive(Debug, Clone, Default)]
pub struct IncomingArticle {
    /// Line of the file, from 1; 0 where a file is one article.
    pub line: usize,
    pub id: Option<ArticleId>,
    pub external_id: Option<String>,
    pub metadata: Metadata,
    pub text: Text,
    /// Sorted by position; `None` where the record says nothing of them.
    pub regions: Option<Vec<Region>>,
    pub file: Option<SourceFile>,
    pub layers: Vec<IncomingLayer>,
    pub quotes: Vec<IncomingQuote>,
    pub claims: Vec<IncomingClaim>,
    pub comments: Vec<IncomingComment>,
    pub decisions: Vec<IncomingDecision>,
    pub created_at: Option<Timestamp>,
    pub updated_at: Option<Timestamp>,
}

/// How far an annotator is with the article.
#[derive(Debug, Clone)]
pub struct IncomingLayer {
    pub annotator: String,
    /// It is the layer that review decided on.
    pub adjudicated: bool,
    pub stage: Stage,
    pub created_at: Option<Timestamp>,
    pub updated_at: Option<Timestamp>,
}

/// A quote whose pieces stand in the article's text.
#[derive(Debug, Clone)]
pub struct IncomingQuote {
    /// Where it stands in its record.
    pub place: Place,
    pub id: Option<QuoteId>,
    pub external_id: Option<String>,
    pub quote_type: QuoteType,
    pub medium: Vec<Medium>,
    pub content: Vec<Piece>,
    pub cue: Vec<Piece>,
    pub source: Vec<Piece>,
    pub mention: Option<Mention>,
    pub addressee: Vec<Piece>,
    pub relay: Vec<Piece>,
    pub speakers: Vec<IncomingSpeaker>,
    pub addressee_speakers: Vec<IncomingSpeaker>,
    pub relay_speakers: Vec<IncomingSpeaker>,
    /// The id, ours or theirs, of the quote whose content holds this one.
    pub parent: Option<String>,
    pub claim: Option<IncomingClaim>,
    pub attributes: BTreeMap<String, serde_json::Value>,
    pub note: Option<String>,
    pub annotator: String,
    /// Review decided on it.
    pub adjudicated: bool,
    pub status: Option<Stage>,
    /// The ids of the quotes it was made from.
    pub origin: Vec<QuoteId>,
    pub created_at: Option<Timestamp>,
    pub updated_at: Option<Timestamp>,
}

/// A claim whose spans stand in the article's text.
#[derive(Debug, Clone)]
pub struct IncomingClaim {
    /// Where it stands in its record.
    pub place: Place,
    pub id: Option<ClaimId>,
    pub external_id: Option<String>,
    /// The id, ours or theirs, of its quote; absent too where the claim is
    /// given inside its quote.
    pub quote: Option<String>,
    pub spans: Vec<Piece>,
    pub statement: Option<String>,
    pub claimants: Vec<IncomingSpeaker>,
    pub date: Option<String>,
    pub topic: Option<String>,
    pub worthiness: Option<Worthiness>,
    pub verdict: Option<String>,
    pub explanation: Option<String>,
    pub evidence: Vec<String>,
    pub checker: Option<String>,
    pub note: Option<String>,
    pub annotator: String,
    pub created_at: Option<Timestamp>,
    pub updated_at: Option<Timestamp>,
}

/// What a comment is about; quotes and claims by their ids, ours or theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IncomingTarget {
    Article,
    Span,
    Quote(String),
    Claim(String),
}

/// A comment whose spans stand in the article's text.
#[derive(Debug, Clone)]
pub struct IncomingComment {
    /// Where it stands in its record.
    pub place: Place,
    pub id: Option<CommentId>,
    pub target: IncomingTarget,
    pub spans: Vec<Piece>,
    pub reply_to: Option<CommentId>,
    pub text: String,
    pub annotator: String,
    pub resolved_at: Option<Timestamp>,
    pub resolved_by: Option<String>,
    pub created_at: Option<Timestamp>,
    pub updated_at: Option<Timestamp>,
}

/// A decision of a review.
#[derive(Debug, Clone)]
pub struct IncomingDecision {
    /// Where it stands in its record.
    pub place: Place,
    pub id: DecisionId,
    pub kind: DecisionKind,
    pub aspect: Aspect,
    pub choice: Choice,
    pub taken: Option<QuoteId>,
    pub reason: Option<String>,
    pub result: Option<QuoteId>,
    /// Who decided.
    pub annotator: String,
    pub quotes: Vec<IncomingSeen>,
    pub created_at: Option<Timestamp>,
    pub updated_at: Option<Timestamp>,
}

/// A quote as it was when it was decided upon.
#[derive(Debug, Clone)]
pub struct IncomingSeen {
    pub quote: QuoteId,
    pub annotator: String,
    pub said: serde_json::Value,
}

/// Someone who is to be found in the registry or added to it. Has a name, an
/// id, or both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IncomingSpeaker {
    pub id: Option<SpeakerId>,
    pub external_id: Option<String>,
    pub name: Option<String>,
    pub kind: Option<SpeakerKind>,
    pub wikidata: Option<String>,
}

/// What a quote says of its article. At least one is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleReference {
    pub id: Option<ArticleId>,
    pub external_id: Option<String>,
    /// SHA-256 of the text in UTF-8, in lower-case hexadecimals.
    pub sha256: Option<String>,
}

/// A quote that came without its article's text, so that its places can't be
/// checked yet.
#[derive(Debug, Clone)]
pub struct LooseQuote {
    /// Line of the file, from 1.
    pub line: usize,
    pub article: ArticleReference,
    pub(super) raw: RawQuote,
    pub(super) annotator: Option<String>,
}

impl LooseQuote {
    /// The quote in its article's text. What is wrong with its claim is
    /// pushed to `problems`; the quote goes in without it.
    ///
    /// # Errors
    /// What is wrong with the quote.
    pub fn placed(&self, text: &Text, problems: &mut Vec<Refusal>) -> Result<IncomingQuote, Refusal> {
        resolve::loose_quote(self, text, problems)
    }
}
