//! What the window is for at the moment.

use crate::gui::words::tr;

/// One of the window's jobs. Each has panels and commands of its own beside
/// the common ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Mode {
    #[default]
    Annotate,
    Review,
}

impl Mode {
    /// Every mode, in the order of the switch in the top bar.
    pub const ALL: &[Self] = &[Self::Annotate, Self::Review];

    pub fn name(self) -> String {
        tr!(match self {
            Self::Annotate => "commands-mode-annotate",
            Self::Review => "commands-mode-review",
        })
    }
}
