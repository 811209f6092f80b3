//! A claim: a statement that can be true or false.

use serde::{Deserialize, Serialize};

use super::{AnnotatorId, ArticleId, ClaimId, Piece, QuoteId, SpeakerId, Stamp, named_enum};

named_enum! {
    /// Whether checking a claim is worth a fact-checker's time.
    pub enum Worthiness {
        NotFactual = "not_factual",
        Unimportant = "unimportant",
        CheckWorthy = "check_worthy",
    }
}

/// One claim, in a quote or in the article's own voice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub id: ClaimId,
    pub article: ArticleId,
    pub annotator: AnnotatorId,
    /// The id it had where it came from, when that was not a UUID.
    pub external_id: Option<String>,
    /// The quote that makes the claim. A quote has at most one.
    pub quote: Option<QuoteId>,
    /// Its own spans, where it stands on no quote or on a part of one.
    pub spans: Vec<Piece>,
    /// The claim in its own words.
    pub statement: Option<String>,
    pub claimants: Vec<SpeakerId>,
    /// ISO 8601.
    pub date: Option<String>,
    pub topic: Option<String>,
    pub worthiness: Option<Worthiness>,
    /// A step of the scale that the project defines.
    pub verdict: Option<String>,
    pub explanation: Option<String>,
    /// Addresses of what shows the verdict.
    pub evidence: Vec<String>,
    pub checker: Option<String>,
    pub note: Option<String>,
    #[serde(flatten)]
    pub stamp: Stamp,
}

impl Claim {
    /// A claim of which nothing is said yet.
    #[must_use]
    pub fn new(id: ClaimId, article: ArticleId, annotator: AnnotatorId, stamp: Stamp) -> Self {
        Self {
            id,
            article,
            annotator,
            external_id: None,
            quote: None,
            spans: Vec::new(),
            statement: None,
            claimants: Vec::new(),
            date: None,
            topic: None,
            worthiness: None,
            verdict: None,
            explanation: None,
            evidence: Vec::new(),
            checker: None,
            note: None,
            stamp,
        }
    }

    /// Where it stands among the claims of an article.
    #[must_use]
    pub fn reading_order(&self) -> (usize, ClaimId) {
        (self.spans.iter().map(|piece| piece.start).min().unwrap_or(usize::MAX), self.id)
    }
}
