//! What the panels of mode Review ask for.

use super::{AgreementAction, ReasonFor, ReviewTab, Single};
use crate::edit::{QuoteChange, Settlement};
use crate::model::{
    Anchor, AnnotatorId, ArticleId, Aspect, CommentId, Medium, Mention, Quote, QuoteId, QuoteType, Role,
    Span, SpeakerId,
};

/// One wish of a panel of mode Review.
#[derive(Debug, Clone, PartialEq)]
pub enum ReviewAction {
    Show(ReviewTab),
    /// Compares a layer, or no longer.
    Compare(AnnotatorId, bool),
    /// The field that the next key decides on.
    Focus(Aspect),
    /// Decides on a field of the selected group.
    Decide(Aspect, Settlement),
    /// Steps through these quotes.
    Step(Single),
    /// Lists settled threads too.
    ShowSettled(bool),
    Pick(Aspect, Picked),
    Reason(ReasonFor, String),
    /// Posts the comment that was being written.
    Post,
    Answer(CommentId),
    /// Goes to what a thread of the open article is about.
    Thread(CommentId),
    Agreement(AgreementAction),
    /// Goes to something in whatever article: what was said of it, and on
    /// which words.
    GoTo(ArticleId, Anchor, Option<Span>),
}

/// A value of one's own.
#[derive(Debug, Clone, PartialEq)]
pub enum Picked {
    Type(QuoteType),
    Media(Vec<Medium>),
    Mention(Option<Mention>),
    Speaker(SpeakerId),
    /// A speaker that the registry hasn't yet.
    NewSpeaker(String),
    Parent(Option<QuoteId>),
    /// An attribute with its value, or without.
    Attribute(String, Option<serde_json::Value>),
}

impl Picked {
    /// What has to change in a quote so that it has this value; none where a
    /// speaker has to be made first.
    pub fn changes(&self, quote: &Quote, aspect: Aspect) -> Option<Vec<QuoteChange>> {
        Some(match self {
            Self::Type(quote_type) => vec![QuoteChange::Type(*quote_type)],
            Self::Media(media) => vec![QuoteChange::Medium(media.clone())],
            Self::Mention(mention) => vec![QuoteChange::Mention(*mention)],
            Self::Speaker(speaker) => {
                let role = aspect.speakers_of().unwrap_or(Role::Source);
                let others = quote.speakers_of(role).iter().filter(|other| *other != speaker);
                let unlinked = others.map(|other| QuoteChange::Unlink(role, *other));
                unlinked.chain([QuoteChange::Link(role, *speaker)]).collect()
            }
            Self::Parent(parent) => vec![QuoteChange::Parent(*parent)],
            Self::Attribute(name, value) => vec![QuoteChange::Attribute(name.clone(), value.clone())],
            Self::NewSpeaker(_) => return None,
        })
    }
}
