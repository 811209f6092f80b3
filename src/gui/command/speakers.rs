//! The commands of the speakers' registry.

use super::Command;
use super::facts::{Facts, Group, HERE, Scope, none};
use super::need::Need::{self, Project, Speaker, Writing};
use crate::gui::mode::Mode;
use crate::gui::words::tr;

/// What can be asked of the registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpeakerCommand {
    /// Says that the open speaker is the same as another.
    MergeInto,
    /// Shows the speakers that look alike.
    LookAlikes,
}

impl SpeakerCommand {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 2] = [Self::MergeInto, Self::LookAlikes];

    pub fn name(self) -> String {
        tr!(self.key())
    }

    const fn key(self) -> &'static str {
        match self {
            Self::MergeInto => "commands-merge-speaker",
            Self::LookAlikes => "commands-look-alikes",
        }
    }

    pub(super) fn facts(self) -> Facts {
        let (scope, needs): (_, &'static [Need]) = match self {
            Self::MergeInto => (Scope::In(Mode::Annotate), &[Writing, Project, Speaker]),
            Self::LookAlikes => (HERE, &[Project]),
        };
        Facts { group: Group::Quote, scope, name: self.key(), keys: none(), needs }
    }
}

impl From<SpeakerCommand> for Command {
    fn from(command: SpeakerCommand) -> Self {
        Self::Speaker(command)
    }
}
