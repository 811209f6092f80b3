use crate::model::{ClaimId, CommentId, ConflictId, DecisionId, QuoteId, SpeakerId};

/// Why an edit can't be made. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    #[error("No article is open.")]
    NoArticle,
    #[error("The comment {0} is no longer in this article.")]
    NoComment(CommentId),
    #[error("The decision {0} is no longer in this article.")]
    NoDecision(DecisionId),
    #[error("The conflict {0} is settled already, or was never there.")]
    NoConflict(ConflictId),
    #[error("What the copies differ on is no longer there.")]
    NothingToDecide,
    #[error("Write something first.")]
    EmptyComment,
    #[error("This is your own quote. Change it instead of reviewing it.")]
    OwnQuote,
    #[error("There are no quotes to decide on.")]
    EmptyGroup,
    #[error("Every quote has words and a type: take one of them, or reject the quote.")]
    NeedsValue,
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
    #[error(
        "You review this blind project, and others have submitted this article: to annotate it too, have it assigned to you."
    )]
    SeenByReviewer,
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
