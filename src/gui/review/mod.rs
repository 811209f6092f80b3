//! What mode Review remembers, and what it knows of the open article.

mod action;
mod agreement;
mod board;
mod said;
mod single;
mod verdicts;

use std::collections::{BTreeMap, BTreeSet};

use super::view::View;
use super::words::tr;
use crate::model::{AnnotatorId, Aspect, CommentId, Quote, QuoteId, QuoteType, SpeakerId};
use crate::workspace::{Returned, Workspace};

pub use action::{Picked, ReviewAction};
pub use agreement::{
    Agreement, AgreementAction, Chosen, Here, Listed, Measured, label_title, label_value, measure_name,
    measure_title, number, part_title,
};
pub use board::{Board, LayerInfo, letter};
pub use said::{aspect_name, choice_words, media_words, said_words, value_words};
pub use single::{Standing, Step, correction, steps};
pub use verdicts::{differing_words, from_words};

/// The fields of a quote's card in review, in the order of its rows.
pub const FIELDS: &[Aspect] = &[
    Aspect::Content,
    Aspect::Cue,
    Aspect::Type,
    Aspect::Source,
    Aspect::Mention,
    Aspect::Speakers,
    Aspect::Addressee,
    Aspect::AddresseeSpeakers,
    Aspect::Relay,
    Aspect::RelaySpeakers,
    Aspect::Medium,
];

/// The tabs of the panel in mode Review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ReviewTab {
    #[default]
    Decide,
    Single,
    Agreement,
    Comments,
}

impl ReviewTab {
    pub const ALL: &[Self] = &[Self::Decide, Self::Single, Self::Agreement, Self::Comments];

    pub fn name(self) -> String {
        tr!(match self {
            Self::Decide => "review-tab-decide",
            Self::Single => "review-tab-single",
            Self::Agreement => "agreement-tab",
            Self::Comments => "review-tab-comments",
        })
    }
}

/// Which of a colleague's quotes are stepped through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Single {
    /// Whose; the first colleague's where nobody was chosen.
    pub layer: Option<AnnotatorId>,
    /// Only those that are not decided.
    pub undecided: bool,
    pub speaker: Option<SpeakerId>,
    pub quote_type: Option<QuoteType>,
    /// What came back of one's own is shown instead.
    pub back: bool,
}

impl Single {
    /// Whether a quote passes the filters on what it says.
    pub fn passes(&self, quote: &Quote) -> bool {
        self.speaker.is_none_or(|speaker| quote.speakers.contains(&speaker))
            && self.quote_type.is_none_or(|quote_type| quote.quote_type == quote_type)
    }
}

/// What a reason is given for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReasonFor {
    /// That a group leads to no quote.
    Group(Vec<QuoteId>),
    /// That a colleague's quote is wrong.
    Quote(QuoteId),
}

/// The state of mode Review.
#[derive(Debug, Default)]
pub struct Review {
    pub tab: ReviewTab,
    /// The open article, as far as it was looked at.
    pub board: Option<Board>,
    /// The layers that were chosen to be compared; those that are done where
    /// nobody chose.
    pub layers: Option<BTreeSet<AnnotatorId>>,
    /// The field that the next key decides on.
    pub focus: Option<Aspect>,
    pub single: Single,
    /// What others said of one's own quotes, and when that was read.
    pub returned: Vec<Returned>,
    read: Option<(u64, Option<AnnotatorId>)>,
    pub agreement: Agreement,
    /// The thread of the open article that was gone to last.
    pub thread: Option<CommentId>,
    /// Whether settled threads are listed too.
    pub settled: bool,
    /// Answers as they are being typed.
    pub answers: BTreeMap<CommentId, String>,
}

/// Reads what came back, where something changed since.
fn read(view: &mut View, workspace: &Workspace) {
    let now = Some((view.revision, workspace.author()));
    if view.review.read == now {
        return;
    }
    view.review.read = now;
    match workspace.returned() {
        Ok(returned) => view.review.returned = returned,
        Err(error) => view.complain(super::words::error(&error)),
    }
}

/// Looks at the open article anew where it, or the choice of layers, changed.
pub fn freshen(view: &mut View, workspace: Option<&Workspace>) {
    let Some((workspace, document)) =
        workspace.and_then(|workspace| Some((workspace, workspace.document()?)))
    else {
        view.review.board = None;
        return;
    };
    if view.review.tab == ReviewTab::Single {
        read(view, workspace);
    }
    let chosen = view.review.layers.as_ref();
    let is_current = |board: &Board| board.is_of(document, view.revision, chosen);
    if !view.review.board.as_ref().is_some_and(is_current) {
        let board = Board::of(document, workspace, view.revision, chosen);
        view.review.board = Some(board);
    }
}
