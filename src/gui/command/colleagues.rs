//! The commands of working with colleagues.

use egui::Key;

use super::facts::{Facts, Group, HERE, ctrl_shift, none};
use super::need::Need::{self, Article, Project, Writing};
use crate::gui::colleagues::ColleaguesTab;
use crate::gui::words::tr;

/// What can be asked of working with colleagues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ColleaguesCommand {
    /// The popup's parts: people, assigning, sharing, conflicts.
    Show(ColleaguesTab),
    /// Brings colleagues' copies in.
    BringIn,
    /// Hands the open article in.
    Submit,
    /// Hands in every article that is done.
    SubmitDone,
}

impl ColleaguesCommand {
    /// All of them, in the order of the menu.
    pub fn all() -> impl Iterator<Item = Self> {
        let shown = [ColleaguesTab::Share].map(Self::Show);
        let others = [ColleaguesTab::Assign, ColleaguesTab::People, ColleaguesTab::Conflicts].map(Self::Show);
        let between = [Self::BringIn, Self::Submit, Self::SubmitDone];
        shown.into_iter().chain(between).chain(others)
    }

    pub fn name(self) -> String {
        tr!(self.key())
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Show(ColleaguesTab::People) => "colleagues-show-people",
            Self::Show(ColleaguesTab::Assign) => "colleagues-show-assign",
            Self::Show(ColleaguesTab::Share) => "colleagues-show-share",
            Self::Show(ColleaguesTab::Conflicts) => "colleagues-show-conflicts",
            Self::BringIn => "colleagues-bring-in",
            Self::Submit => "colleagues-submit",
            Self::SubmitDone => "colleagues-submit-done",
        }
    }

    pub(super) fn facts(self) -> Facts {
        let needs: &'static [Need] = match self {
            Self::Show(ColleaguesTab::People | ColleaguesTab::Conflicts) => &[Project],
            Self::Submit => &[Project, Writing, Article],
            _ => &[Project, Writing],
        };
        let keys = match self {
            Self::Show(ColleaguesTab::People) => ctrl_shift(Key::P),
            Self::Show(ColleaguesTab::Share) => ctrl_shift(Key::S),
            Self::BringIn => ctrl_shift(Key::O),
            _ => none(),
        };
        Facts { group: Group::Colleagues, scope: HERE, name: self.key(), keys, needs }
    }
}
