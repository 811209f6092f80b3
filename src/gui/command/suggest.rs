//! The commands around suggestions.

use egui::Key;

use super::facts::{Facts, Group, HERE, Scope, ctrl_shift, none, plain, shift};
use super::need::Need::{Article, Project, Writing};
use crate::gui::mode::Mode;

/// What can be done with suggestions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SuggestCommand {
    /// Takes the chosen one, or else the first.
    Accept,
    Dismiss,
    AcceptAll,
    /// Lists marks and verbs that no quote covers.
    CheckMissed,
    /// For this person, on and off.
    Toggle,
    /// For everyone in the project, off and on.
    Blind,
    /// The project's own words and its program outside.
    Words,
    /// Has the program outside read the article.
    AskProgram,
}

impl SuggestCommand {
    pub const ALL: [Self; 8] = [
        Self::Accept,
        Self::Dismiss,
        Self::AcceptAll,
        Self::CheckMissed,
        Self::Toggle,
        Self::Blind,
        Self::Words,
        Self::AskProgram,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::Accept => "suggest-accept",
            Self::Dismiss => "suggest-dismiss",
            Self::AcceptAll => "suggest-accept-all",
            Self::CheckMissed => "suggest-check-missed",
            Self::Toggle => "suggest-toggle",
            Self::Blind => "suggest-blind",
            Self::Words => "suggest-words",
            Self::AskProgram => "suggest-ask-program",
        }
    }

    pub(super) fn facts(self) -> Facts {
        const ANNOTATE: Scope = Scope::In(Mode::Annotate);
        let of = |group, scope, keys, needs| Facts { group, scope, name: self.key(), keys, needs };
        match self {
            Self::Accept => of(Group::Quote, ANNOTATE, plain(Key::Enter), &[Writing, Article]),
            Self::Dismiss => of(Group::Quote, ANNOTATE, plain(Key::Backspace), &[Writing, Article]),
            Self::AcceptAll => of(Group::Quote, ANNOTATE, ctrl_shift(Key::Enter), &[Writing, Article]),
            Self::CheckMissed => of(Group::Quote, ANNOTATE, shift(Key::U), &[Writing, Article]),
            Self::Toggle => of(Group::Quote, ANNOTATE, none(), &[]),
            Self::Blind | Self::Words => of(Group::Project, HERE, none(), &[Project, Writing]),
            Self::AskProgram => of(Group::Quote, ANNOTATE, none(), &[Writing, Article]),
        }
    }
}
