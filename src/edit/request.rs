//! Edits as data: what a person wants.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Import;
use crate::model::{
    Anchor, AnnotatorId, ArticleId, Aspect, Claim, ClaimId, CommentId, ConflictId, DecisionId, Layer, Medium,
    Mention, Metadata, Quote, QuoteId, QuoteType, RegionKind, Role, Span, SpeakerId, SpeakerKind,
    SpeakerRole, Stage, Worthiness,
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

/// A quote that is to be made together with whoever is new in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewQuote {
    pub draft: QuoteDraft,
    /// The speaker, where the draft links none: found by name, or created.
    pub speaker: Option<SpeakerFields>,
    /// The outlet it came through, in the same way.
    pub outlet: Option<SpeakerFields>,
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
    /// Links this speaker and no other.
    LinkOnly(Role, SpeakerId),
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

/// What a reviewer says of a colleague's quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    Accept,
    Reject {
        reason: Option<String>,
    },
    /// The reviewer's own quote, made from the colleague's with these
    /// changes. Without changes the correction begins as a copy.
    Correct(Vec<QuoteChange>),
}

/// What is decided on a field of a group of aligned quotes. On its presence
/// it says of the whole group what the adjudicated quote is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Settlement {
    /// As this quote of the group has it.
    Take(QuoteId),
    /// As none has it: the adjudicated quote with these changes.
    Own(Vec<QuoteChange>),
    /// Nothing: the field stays empty; of a presence, there is no such quote.
    Neither { reason: Option<String> },
}

/// What a person wants. Edits of an article act on the one that is open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Edit {
    AddQuote(QuoteDraft),
    /// Makes a quote with the speakers it needs.
    AddNewQuote(Box<NewQuote>),
    /// Makes quotes that were suggested, with the speakers they need.
    AcceptSuggestions(Vec<NewQuote>),
    /// Remembers that the author wants no more of a suggestion, by its key.
    DismissSuggestion(String),
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
    /// Deletes a speaker to whom nothing is linked, with all that were merged
    /// into it; the store refuses others.
    DeleteSpeaker(SpeakerId),
    /// Says of speakers that they are one, and which of them stays. What is
    /// linked stays as it is; see [`Registry::speaker_of`](crate::model::Registry::speaker_of).
    MergeSpeakers {
        into: SpeakerId,
        others: Vec<SpeakerId>,
    },
    /// Takes a speaker that was merged into another out of it again, with
    /// those that had been merged into this one before.
    PartSpeaker(SpeakerId),
    /// Remembers of speakers who look alike that they are not one.
    TellApart(Vec<SpeakerId>),
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
    /// Begins a thread, or replies in one: then what it is about is the
    /// thread's.
    AddComment {
        anchor: Anchor,
        /// The words it is about where the anchor is a span.
        spans: Vec<Span>,
        reply_to: Option<CommentId>,
        text: String,
    },
    ChangeComment {
        comment: CommentId,
        text: String,
    },
    /// Deletes a comment; the first of a thread goes with its replies.
    DeleteComment(CommentId),
    /// Settles a thread, or takes it up again.
    ResolveComment {
        comment: CommentId,
        resolved: bool,
    },
    /// Decides on a colleague's quote. A decision made before gives way.
    Review {
        quote: QuoteId,
        verdict: Verdict,
    },
    /// Decides on a field of a group of aligned quotes. The adjudicated quote
    /// is made where there is none.
    Adjudicate {
        group: Vec<QuoteId>,
        aspect: Aspect,
        settlement: Settlement,
    },
    /// Takes groups over whole, each as its first quote has it.
    TakeOver(Vec<Vec<QuoteId>>),
    /// Takes a decision back. A correction stays; an adjudicated quote stays
    /// too, unless the decision was on its presence.
    WithdrawDecision(DecisionId),
    /// Ends the review of one annotator's layer, or the adjudication of the
    /// article, also where all was rejected.
    FinishReview {
        of: Option<AnnotatorId>,
    },
    /// Gives articles to annotators who don't have them yet.
    Assign(Vec<(ArticleId, AnnotatorId)>),
    /// Takes assigned articles away from annotators who have not begun.
    #[serde(skip)]
    Unassign(Vec<Arc<Layer>>),
    /// Brings these layers, whose quotes are given, to a stage.
    #[serde(skip)]
    SetStages {
        stage: Stage,
        layers: Vec<Arc<Layer>>,
        quotes: Vec<Arc<Quote>>,
    },
    /// Chooses one of the versions of a field that copies of the project gave
    /// different values. Works on the article that the conflict lies in.
    DecideConflict {
        conflict: ConflictId,
        chosen: usize,
    },
    #[serde(skip)]
    Import(Box<Import>),
}
