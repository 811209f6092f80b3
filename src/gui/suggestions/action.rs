//! What panels ask of suggestions.

use crate::gui::view::After;
use crate::model::QuoteId;
use crate::suggest::{Candidate, Place};

use super::OwnDraft;

/// One wish.
#[derive(Debug, Clone, PartialEq)]
pub enum SuggestAction {
    /// Chooses one; `reveal` brings it into sight on the page.
    Choose {
        id: QuoteId,
        reveal: bool,
    },
    Accept(QuoteId),
    Mark(Place),
    Pass(Place),
    /// Shows a place on the page.
    Reveal(Place),
    /// Links a quote to someone who may be new, in place of the guess.
    Link(QuoteId, Candidate),
    /// Keeps the project's own words and program.
    Keep(Box<OwnDraft>),
    /// Leaves the list of what was missed for the next article.
    GoOn(After),
}
