//! What panels ask for. Panels read; [`super::dispatch`] acts.

use std::path::PathBuf;

use super::colleagues::ColleaguesAction;
use super::command::Command;
use super::dialogs::Purpose;
use super::review::ReviewAction;
use super::settings::Change;
use super::suggestions::SuggestAction;
use super::view::{MetadataDraft, Popup, Tab};
use crate::edit::Edit;
use crate::model::{ArticleId, ClaimId, QuoteId, Span, SpeakerId};

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
    /// Selects words on the page and brings them into sight.
    Reveal(Span),
    Show(Popup),
    ClosePopup,
    ShowTab(Tab),
    Review(ReviewAction),
    Colleagues(ColleaguesAction),
    Suggest(SuggestAction),
    Filter,
    /// Asks for the places of the words in these articles, by their keys.
    Excerpts(Vec<i64>),
    /// Asks for what happened on the open article.
    History,
    SaveMetadata(MetadataDraft),
    /// Opens a claim in its tab, or closes it.
    OpenClaim(Option<ClaimId>),
    /// Opens a speaker in their tab, or closes it.
    OpenSpeaker(Option<SpeakerId>),
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
