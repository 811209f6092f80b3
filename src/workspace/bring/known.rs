//! What is on an article, by everything it can be known again by.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::format::{IncomingClaim, IncomingQuote};
use crate::model::{
    AnnotatorId, Article, Claim, ClaimId, CommentId, DecisionId, Document, Layer, Piece, Quote, QuoteId,
    QuoteType, Span,
};

/// What a quote without an id is known by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct QuoteKey {
    annotator: AnnotatorId,
    quote_type: QuoteType,
    content: Vec<Span>,
}

/// What a claim without an id is known by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct ClaimKey {
    annotator: AnnotatorId,
    quote: Option<QuoteId>,
    spans: Vec<Span>,
    statement: Option<String>,
}

/// One article of the project or of the batch.
pub(super) struct Known {
    pub article: Arc<Article>,
    pub layers: HashMap<AnnotatorId, Arc<Layer>>,
    parents: HashMap<QuoteId, Option<QuoteId>>,
    keys: HashMap<QuoteId, QuoteKey>,
    quotes: HashMap<QuoteKey, QuoteId>,
    external_quotes: HashMap<String, Vec<(AnnotatorId, QuoteId)>>,
    claims: HashMap<ClaimId, AnnotatorId>,
    claims_on: HashMap<QuoteId, ClaimId>,
    claim_keys: HashMap<ClaimKey, ClaimId>,
    external_claims: HashMap<(AnnotatorId, String), ClaimId>,
    pub comments: HashSet<CommentId>,
    pub decisions: HashSet<DecisionId>,
}

impl Known {
    pub fn new(document: &Document) -> Self {
        let mut known = Self {
            article: Arc::clone(&document.article),
            layers: document.layers.iter().map(|(id, layer)| (*id, Arc::clone(layer))).collect(),
            parents: HashMap::new(),
            keys: HashMap::new(),
            quotes: HashMap::new(),
            external_quotes: HashMap::new(),
            claims: HashMap::new(),
            claims_on: HashMap::new(),
            claim_keys: HashMap::new(),
            external_claims: HashMap::new(),
            comments: document.comments.iter().map(|comment| comment.id).collect(),
            decisions: document.decisions.iter().map(|decision| decision.id).collect(),
        };
        document.quotes.iter().for_each(|quote| known.add_quote(quote));
        document.claims.iter().for_each(|claim| known.add_claim(claim));
        known
    }

    pub fn add_quote(&mut self, quote: &Quote) {
        let key = key(quote.annotator, quote.quote_type, &quote.content);
        self.parents.insert(quote.id, quote.parent);
        self.quotes.entry(key.clone()).or_insert(quote.id);
        self.keys.insert(quote.id, key);
        if let Some(external_id) = &quote.external_id {
            self.external_quotes.entry(external_id.clone()).or_default().push((quote.annotator, quote.id));
        }
    }

    pub fn add_claim(&mut self, claim: &Claim) {
        self.claims.insert(claim.id, claim.annotator);
        self.claim_keys.entry(claim_key(claim)).or_insert(claim.id);
        if let Some(quote) = claim.quote {
            self.claims_on.entry(quote).or_insert(claim.id);
        }
        if let Some(external_id) = &claim.external_id {
            self.external_claims.insert((claim.annotator, external_id.clone()), claim.id);
        }
    }

    /// The quote that the incoming one is, and whether its words and
    /// annotator are the same.
    pub fn same_quote(
        &self,
        incoming: &IncomingQuote,
        annotator: Option<AnnotatorId>,
    ) -> Option<(QuoteId, bool)> {
        if let Some(id) = incoming.id
            && let Some(there) = self.keys.get(&id)
        {
            let same = Some(there.annotator) == annotator && there.content == places(&incoming.content);
            return Some((id, same));
        }
        let annotator = annotator?;
        if let Some(external_id) = &incoming.external_id {
            let id = self.external_quote(external_id, Some(annotator))?;
            return Some((id, self.keys.get(&id)?.content == places(&incoming.content)));
        }
        if incoming.id.is_some() {
            return None;
        }
        let key = key(annotator, incoming.quote_type, &incoming.content);
        self.quotes.get(&key).map(|id| (*id, true))
    }

    /// The quote that a record calls so. An annotator's own come first.
    pub fn referred(&self, reference: &str, annotator: Option<AnnotatorId>) -> Option<QuoteId> {
        let ours = reference.parse().ok().filter(|id| self.keys.contains_key(id));
        ours.or_else(|| self.external_quote(reference, annotator))
            .or_else(|| self.external_quote(reference, None))
    }

    fn external_quote(&self, external_id: &str, annotator: Option<AnnotatorId>) -> Option<QuoteId> {
        let mut quotes = self.external_quotes.get(external_id)?.iter();
        let found = quotes.find(|(whose, _)| annotator.is_none_or(|annotator| *whose == annotator))?;
        Some(found.1)
    }

    /// Whether `quote` would lie inside itself with this parent.
    pub fn would_circle(&self, quote: QuoteId, parent: QuoteId) -> bool {
        let mut next = Some(parent);
        for _ in 0..=self.parents.len() {
            match next {
                None => return false,
                Some(id) if id == quote => return true,
                Some(id) => next = self.parents.get(&id).copied().flatten(),
            }
        }
        true
    }

    pub fn set_parent(&mut self, quote: QuoteId, parent: QuoteId) {
        self.parents.insert(quote, Some(parent));
    }

    /// The claim that the incoming one is.
    pub fn same_claim(
        &self,
        incoming: &IncomingClaim,
        quote: Option<QuoteId>,
        annotator: Option<AnnotatorId>,
    ) -> Option<ClaimId> {
        if let Some(id) = incoming.id.filter(|id| self.claims.contains_key(id)) {
            return Some(id);
        }
        let annotator = annotator?;
        if let Some(external_id) = &incoming.external_id {
            return self.external_claims.get(&(annotator, external_id.clone())).copied();
        }
        if incoming.id.is_some() {
            return None;
        }
        let spans = places(&incoming.spans);
        let key = ClaimKey { annotator, quote, spans, statement: incoming.statement.clone() };
        self.claim_keys.get(&key).copied()
    }

    /// The claim that a record calls so.
    pub fn referred_claim(&self, reference: &str) -> Option<ClaimId> {
        reference.parse().ok().filter(|id| self.claims.contains_key(id))
    }

    pub fn claim_on(&self, quote: QuoteId) -> Option<ClaimId> {
        self.claims_on.get(&quote).copied()
    }
}

fn key(annotator: AnnotatorId, quote_type: QuoteType, content: &[Piece]) -> QuoteKey {
    QuoteKey { annotator, quote_type, content: places(content) }
}

fn claim_key(claim: &Claim) -> ClaimKey {
    let Claim { annotator, quote, statement, .. } = claim;
    let spans = places(&claim.spans);
    ClaimKey { annotator: *annotator, quote: *quote, spans, statement: statement.clone() }
}

fn places(pieces: &[Piece]) -> Vec<Span> {
    pieces.iter().map(Piece::span).collect()
}
