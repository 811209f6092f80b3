//! Kutip's own records as they are written: views on the model in the order
//! of keys that the formats promise. Reading them is `raw`'s part.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use serde::{Serialize, Serializer};

use super::reviewed::{CommentRecord, DecisionRecord, ReviewRecord};
use crate::model::{
    AnnotatorId, Article, ArticleId, Claim, ClaimId, Document, Layer, Medium, Mention, Piece, Quote, QuoteId,
    QuoteType, Region, Registry, Span, Speaker, SpeakerId, SpeakerKind, Stage, Worthiness,
};

/// Code points of context before and after a quote's content.
const CONTEXT: usize = 32;

/// A time in the one form of the records: RFC 3339, UTC, microseconds.
pub(super) struct Moment(pub Timestamp);

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:.6}", self.0))
    }
}

/// A speaker as quotes and claims name it.
#[derive(Serialize)]
pub(super) struct SpeakerRecord<'a> {
    id: SpeakerId,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<&'a str>,
    name: &'a str,
    kind: SpeakerKind,
    wikidata: Option<&'a str>,
}

impl<'a> From<&'a Speaker> for SpeakerRecord<'a> {
    fn from(speaker: &'a Speaker) -> Self {
        Self {
            id: speaker.id,
            external_id: speaker.external_id.as_deref(),
            name: &speaker.name,
            kind: speaker.kind,
            wikidata: speaker.wikidata.as_deref(),
        }
    }
}

/// The speakers of these ids. Those missing are left out here: `verify` has
/// refused them before.
pub(super) fn speakers<'a>(registry: &'a Registry, ids: &[SpeakerId]) -> Vec<SpeakerRecord<'a>> {
    ids.iter()
        .filter_map(|id| registry.speakers.get(id))
        .map(|speaker| SpeakerRecord::from(&**speaker))
        .collect()
}

/// The article a line of `quotes-jsonl` belongs to.
#[derive(Serialize)]
pub(super) struct ArticleHead<'a> {
    id: ArticleId,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<&'a str>,
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    url: Option<&'a str>,
    published_at: Option<&'a str>,
    language: Option<&'a str>,
    sha256: &'a str,
}

impl<'a> From<&'a Article> for ArticleHead<'a> {
    fn from(article: &'a Article) -> Self {
        let metadata = &article.metadata;
        Self {
            id: article.id,
            external_id: article.external_id.as_deref(),
            title: metadata.title.as_deref(),
            publisher: metadata.publisher.as_deref(),
            url: metadata.url.as_deref(),
            published_at: metadata.published_at.as_deref(),
            language: metadata.language.as_deref(),
            sha256: &article.sha256,
        }
    }
}

/// One claim.
#[derive(Serialize)]
pub(super) struct ClaimRecord<'a> {
    id: ClaimId,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<&'a str>,
    quote: Option<QuoteId>,
    spans: &'a [Piece],
    statement: Option<&'a str>,
    claimants: Vec<SpeakerRecord<'a>>,
    date: Option<&'a str>,
    topic: Option<&'a str>,
    worthiness: Option<Worthiness>,
    verdict: Option<&'a str>,
    explanation: Option<&'a str>,
    evidence: &'a [String],
    checker: Option<&'a str>,
    note: Option<&'a str>,
    annotator: &'a str,
    created_at: Moment,
    updated_at: Moment,
}

impl<'a> ClaimRecord<'a> {
    pub(super) fn new(claim: &'a Claim, registry: &'a Registry) -> Self {
        Self {
            id: claim.id,
            external_id: claim.external_id.as_deref(),
            quote: claim.quote,
            spans: &claim.spans,
            statement: claim.statement.as_deref(),
            claimants: speakers(registry, &claim.claimants),
            date: claim.date.as_deref(),
            topic: claim.topic.as_deref(),
            worthiness: claim.worthiness,
            verdict: claim.verdict.as_deref(),
            explanation: claim.explanation.as_deref(),
            evidence: &claim.evidence,
            checker: claim.checker.as_deref(),
            note: claim.note.as_deref(),
            annotator: registry.annotator_name(claim.annotator),
            created_at: Moment(claim.stamp.created_at),
            updated_at: Moment(claim.stamp.updated_at),
        }
    }
}

/// One quote; with its article where the line stands alone.
#[derive(Serialize)]
pub(super) struct QuoteRecord<'a> {
    id: QuoteId,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<&'a ArticleHead<'a>>,
    #[serde(rename = "type")]
    quote_type: QuoteType,
    medium: &'a [Medium],
    content: &'a [Piece],
    cue: &'a [Piece],
    source: &'a [Piece],
    mention: Option<Mention>,
    addressee: &'a [Piece],
    relay: &'a [Piece],
    speakers: Vec<SpeakerRecord<'a>>,
    addressee_speakers: Vec<SpeakerRecord<'a>>,
    relay_speakers: Vec<SpeakerRecord<'a>>,
    parent: Option<QuoteId>,
    claim: Option<ClaimRecord<'a>>,
    attributes: &'a BTreeMap<String, serde_json::Value>,
    note: Option<&'a str>,
    annotator: &'a str,
    /// Review decided on it; the annotator is nobody.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    adjudicated: bool,
    /// The quotes it was made from.
    #[serde(skip_serializing_if = "<[QuoteId]>::is_empty")]
    origin: &'a [QuoteId],
    status: Stage,
    review: Option<ReviewRecord<'a>>,
    prefix: &'a str,
    suffix: &'a str,
    created_at: Moment,
    updated_at: Moment,
}

/// Makes the records of one document's quotes.
pub(super) struct Quotes<'a> {
    document: &'a Document,
    registry: &'a Registry,
    claims: HashMap<QuoteId, &'a Claim>,
}

impl<'a> Quotes<'a> {
    pub(super) fn new(document: &'a Document, registry: &'a Registry) -> Self {
        let mut claims = HashMap::new();
        for claim in &document.claims {
            if let Some(quote) = claim.quote {
                claims.entry(quote).or_insert(&**claim);
            }
        }
        Self { document, registry, claims }
    }

    pub(super) fn claim_on(&self, quote: QuoteId) -> Option<&'a Claim> {
        self.claims.get(&quote).copied()
    }

    pub(super) fn record(&self, quote: &'a Quote, article: Option<&'a ArticleHead<'a>>) -> QuoteRecord<'a> {
        let registry = self.registry;
        let (prefix, suffix) = self.context(quote);
        QuoteRecord {
            id: quote.id,
            external_id: quote.external_id.as_deref(),
            article,
            quote_type: quote.quote_type,
            medium: &quote.medium,
            content: &quote.content,
            cue: &quote.cue,
            source: &quote.source,
            mention: quote.mention,
            addressee: &quote.addressee,
            relay: &quote.relay,
            speakers: speakers(registry, &quote.speakers),
            addressee_speakers: speakers(registry, &quote.addressee_speakers),
            relay_speakers: speakers(registry, &quote.relay_speakers),
            parent: quote.parent,
            claim: self.claim_on(quote.id).map(|claim| ClaimRecord::new(claim, registry)),
            attributes: &quote.attributes,
            note: quote.note.as_deref(),
            annotator: registry.annotator_name(quote.annotator),
            adjudicated: quote.is_adjudicated(),
            origin: &quote.origin,
            status: quote.status,
            review: ReviewRecord::of(quote, self.document, registry),
            prefix,
            suffix,
            created_at: Moment(quote.stamp.created_at),
            updated_at: Moment(quote.stamp.updated_at),
        }
    }

    fn context(&self, quote: &Quote) -> (&'a str, &'a str) {
        let text = &self.document.article.text;
        let (start, end, _) = quote.reading_order();
        let around = |start, end| text.slice(Span::new(start, end)).unwrap_or("");
        (
            around(start.saturating_sub(CONTEXT), start),
            around(end, (end.saturating_add(CONTEXT)).min(text.len())),
        )
    }
}

/// How far one annotator is with an article.
#[derive(Serialize)]
struct LayerRecord<'a> {
    annotator: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    adjudicated: bool,
    status: Stage,
    created_at: Moment,
    updated_at: Moment,
}

/// One article with everything on it.
#[derive(Serialize)]
pub(super) struct ArticleRecord<'a> {
    id: ArticleId,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<&'a str>,
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    authors: &'a [String],
    published_at: Option<&'a str>,
    language: Option<&'a str>,
    url: Option<&'a str>,
    section: Option<&'a str>,
    dateline: Option<&'a str>,
    sha256: &'a str,
    text: &'a str,
    regions: &'a [Region],
    layers: Vec<LayerRecord<'a>>,
    quotes: Vec<QuoteRecord<'a>>,
    claims: Vec<ClaimRecord<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    comments: Vec<CommentRecord<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<DecisionRecord<'a>>,
    created_at: Moment,
    updated_at: Moment,
}

impl<'a> ArticleRecord<'a> {
    pub(super) fn new(document: &'a Document, registry: &'a Registry) -> Self {
        let article = &*document.article;
        let metadata = &article.metadata;
        let quotes = Quotes::new(document, registry);
        Self {
            id: article.id,
            external_id: article.external_id.as_deref(),
            title: metadata.title.as_deref(),
            publisher: metadata.publisher.as_deref(),
            authors: &metadata.authors,
            published_at: metadata.published_at.as_deref(),
            language: metadata.language.as_deref(),
            url: metadata.url.as_deref(),
            section: metadata.section.as_deref(),
            dateline: article.dateline(),
            sha256: &article.sha256,
            text: article.text.as_str(),
            regions: &article.regions,
            layers: layers(document, registry),
            quotes: document.quotes.iter().map(|quote| quotes.record(quote, None)).collect(),
            claims: document.claims.iter().map(|claim| ClaimRecord::new(claim, registry)).collect(),
            comments: document.comments.iter().map(|comment| CommentRecord::new(comment, registry)).collect(),
            decisions: document.decisions.iter().map(|d| DecisionRecord::new(d, registry)).collect(),
            created_at: Moment(article.stamp.created_at),
            updated_at: Moment(article.stamp.updated_at),
        }
    }
}

/// By name, since an annotator has another id in each project.
fn layers<'a>(document: &'a Document, registry: &'a Registry) -> Vec<LayerRecord<'a>> {
    let record = |layer: &Layer| LayerRecord {
        annotator: registry.annotator_name(layer.annotator),
        adjudicated: layer.annotator == AnnotatorId::ADJUDICATED,
        status: layer.stage,
        created_at: Moment(layer.stamp.created_at),
        updated_at: Moment(layer.stamp.updated_at),
    };
    let mut layers: Vec<_> = document.layers.values().map(|layer| record(layer)).collect();
    layers.sort_by_key(|layer| layer.annotator);
    layers
}
