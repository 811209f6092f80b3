use crate::model::{ClaimId, QuoteId, SpeakerId};

/// Why an edit can't be made. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    #[error("No article is open.")]
    NoArticle,
    #[error("Say first who is annotating.")]
    NoAnnotator,
    #[error("The quote {0} is no longer in this article.")]
    NoQuote(QuoteId),
    #[error("The claim {0} is no longer in this article.")]
    NoClaim(ClaimId),
    #[error("The speaker {0} is no longer in the registry.")]
    NoSpeaker(SpeakerId),
    #[error("This belongs to another annotator. You can't change it, only review it.")]
    NotYours,
    #[error("Select some words first.")]
    EmptySelection,
    #[error("The selection reaches past the end of the article.")]
    OutsideText,
    #[error("A quote can't lie inside itself.")]
    OwnParent,
    #[error("This quote already has a claim.")]
    ClaimExists,
    #[error("A speaker needs a name.")]
    NoName,
    #[error("An annotator needs a name.")]
    NoAnnotatorName,
    #[error("There already is an annotator called {0}.")]
    AnnotatorExists(String),
    #[error("Content and cue refer to nobody; link source, addressee or relay.")]
    RoleHasNoSpeaker,
    #[error("A region lies outside the text or across another.")]
    BadRegion,
    #[error("“{0}” is not a date like 2019-04-25 or a time like 2019-04-25T12:17:00+07:00.")]
    BadDate(String),
}
