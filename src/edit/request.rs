//! Edits as data: what a person wants.

use serde::{Deserialize, Serialize};

use super::Import;
use crate::model::{
    Claim, ClaimId, Medium, Mention, Metadata, QuoteId, QuoteType, RegionKind, Role, Span, SpeakerId,
    SpeakerKind, SpeakerRole, Stage, Worthiness,
};

/// The parts of a quote that is to be made. What is left empty can be filled
/// in later.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteDraft {
    pub content: Vec<Span>,
    pub cue: Vec<Span>,
    pub source: Vec<Span>,
    pub addressee: Vec<Span>,
    pub relay: Vec<Span>,
    /// Told from the quotation marks where it is absent.
    pub quote_type: Option<QuoteType>,
    pub mention: Option<Mention>,
    pub speakers: Vec<SpeakerId>,
    pub relay_speakers: Vec<SpeakerId>,
    pub parent: Option<QuoteId>,
}

/// One change to a quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuoteChange {
    /// Puts a part on these spans; none takes the part away. Content needs
    /// one.
    Spans(Role, Vec<Span>),
    /// Adds a piece to a part.
    AddSpan(Role, Span),
    Type(QuoteType),
    Medium(Vec<Medium>),
    Mention(Option<Mention>),
    Link(Role, SpeakerId),
    Unlink(Role, SpeakerId),
    Parent(Option<QuoteId>),
    /// Sets an attribute, or takes it away.
    Attribute(String, Option<serde_json::Value>),
    Note(Option<String>),
}

/// What a person can say of a claim.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimFields {
    pub statement: Option<String>,
    pub claimants: Vec<SpeakerId>,
    pub date: Option<String>,
    pub topic: Option<String>,
    pub worthiness: Option<Worthiness>,
    pub verdict: Option<String>,
    pub explanation: Option<String>,
    pub evidence: Vec<String>,
    pub checker: Option<String>,
    pub note: Option<String>,
}

impl From<&Claim> for ClaimFields {
    fn from(claim: &Claim) -> Self {
        let Claim {
            statement,
            claimants,
            date,
            topic,
            worthiness,
            verdict,
            explanation,
            evidence,
            checker,
            note,
            ..
        } = claim.clone();
        Self { statement, claimants, date, topic, worthiness, verdict, explanation, evidence, checker, note }
    }
}

/// What a person can say of a speaker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakerFields {
    pub name: String,
    pub kind: SpeakerKind,
    pub aliases: Vec<String>,
    pub roles: Vec<SpeakerRole>,
    pub country: Option<String>,
    pub wikidata: Option<String>,
    pub note: Option<String>,
}

impl SpeakerFields {
    /// A person of whom only the name is known.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            kind: SpeakerKind::Person,
            aliases: Vec::new(),
            roles: Vec::new(),
            country: None,
            wikidata: None,
            note: None,
        }
    }
}

/// What a person wants. Edits of an article act on the one that is open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Edit {
    AddQuote(QuoteDraft),
    ChangeQuote {
        quote: QuoteId,
        change: QuoteChange,
    },
    DeleteQuote(QuoteId),
    /// Creates a speaker and links a part of a quote to it.
    LinkNewSpeaker {
        quote: QuoteId,
        role: Role,
        speaker: SpeakerFields,
    },
    /// A claim on a quote, or on spans of its own.
    AddClaim {
        quote: Option<QuoteId>,
        spans: Vec<Span>,
        fields: ClaimFields,
    },
    ChangeClaim {
        claim: ClaimId,
        fields: ClaimFields,
    },
    DeleteClaim(ClaimId),
    AddSpeaker(SpeakerFields),
    ChangeSpeaker {
        speaker: SpeakerId,
        fields: SpeakerFields,
    },
    /// Deletes a speaker to whom nothing is linked; the store refuses others.
    DeleteSpeaker(SpeakerId),
    AddAnnotator {
        name: String,
    },
    /// How far the annotator is with the article; the annotator's quotes in
    /// it go along.
    SetStage(Stage),
    SetMetadata(Metadata),
    /// Gives a stretch of the text a role, or none. Whatever role it had
    /// there ends where this one begins.
    LabelRegion {
        span: Span,
        kind: Option<RegionKind>,
    },
    /// Deletes the article with everything on it.
    DeleteArticle,
    SetSetting {
        key: String,
        value: Option<serde_json::Value>,
    },
    #[serde(skip)]
    Import(Box<Import>),
}
