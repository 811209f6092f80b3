//! What panels ask for. Panels read; [`super::dispatch`] acts.

use std::path::PathBuf;

use super::command::Command;
use super::dialogs::Purpose;
use super::review::ReviewAction;
use super::settings::Change;
use super::view::{Popup, Tab};
use crate::edit::Edit;
use crate::model::{ArticleId, QuoteId, SpeakerId, Stage};

/// One wish of a panel.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub enum Action {
    Run(Command),
    Perform(Edit),
    OpenArticle(ArticleId),
    /// Chooses a quote; `reveal` brings it into sight on the page.
    Select {
        quote: Option<QuoteId>,
        reveal: bool,
    },
    Show(Popup),
    ClosePopup,
    ShowTab(Tab),
    Review(ReviewAction),
    Filter,
    FilterStage(Option<Stage>),
    AnnotateAs(String),
    /// Files that a person chose or dropped, and what for.
    Picked(Purpose, Vec<PathBuf>),
    CancelJob,
    CloseFind,
    CloseNotice,
    FocusPage,
    /// Goes to a step of the tour, or ends it.
    Tour(Option<usize>),
    /// Makes a setting another.
    Set(Change),
    /// Shows where a speaker comes up.
    ShowSpeaker(SpeakerId),
}
