//! What must be there before a command can be run.

use egui::Context;

use super::Command;
use crate::gui::keymap::Keymap;
use crate::gui::view::{Tab, View};
use crate::gui::words::tr;
use crate::workspace::Workspace;

/// What commands look at to know whether they can be run.
#[derive(Clone, Copy)]
pub struct State<'a> {
    pub workspace: Option<&'a Workspace>,
    pub view: &'a View,
}

/// One thing that must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// An open project.
    Project,
    /// A project that may be written.
    Writing,
    /// An open article.
    Article,
    /// Selected words.
    Selection,
    /// A selected quote.
    Quote,
    /// A speaker who is open in the panel.
    Speaker,
    /// A step to take back.
    Undo,
    /// A step to make again.
    Redo,
}

impl Need {
    pub fn is_met(self, state: &State<'_>) -> bool {
        let workspace = state.workspace;
        match self {
            Self::Project => workspace.is_some(),
            Self::Writing => workspace.is_none_or(|workspace| !workspace.is_read_only()),
            Self::Article => workspace.is_some_and(|workspace| workspace.document().is_some()),
            Self::Selection => state.view.page.selection().is_some(),
            Self::Quote => state.view.selected.is_some(),
            Self::Speaker => state.view.tab == Tab::Speakers && state.view.speaker.is_some(),
            Self::Undo => workspace.is_some_and(|workspace| workspace.undo_label().is_some()),
            Self::Redo => workspace.is_some_and(|workspace| workspace.redo_label().is_some()),
        }
    }

    /// What to do first, with the keys that do it.
    pub fn words(self, ctx: &Context, keymap: &Keymap) -> String {
        let key = keymap.shown_or_name(ctx, Command::MarkQuote);
        let message = match self {
            Self::Project => "commands-needs-project",
            Self::Writing => "commands-needs-writing",
            Self::Article => "commands-needs-article",
            Self::Selection => "commands-needs-selection",
            Self::Quote => "commands-needs-quote",
            Self::Speaker => "commands-needs-speaker",
            Self::Undo => "commands-nothing-to-undo",
            Self::Redo => "commands-nothing-to-redo",
        };
        tr!(message, key = key)
    }
}
