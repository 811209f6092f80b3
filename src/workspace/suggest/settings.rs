//! What a project settles about suggestions.

use serde::{Deserialize, Serialize};

use crate::model::Registry;
use crate::suggest::OwnWords;

/// The program outside that suggests too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// The program and its arguments.
    pub command: Vec<String>,
    /// Time for one article.
    #[serde(default = "Program::usual_seconds")]
    pub seconds: u64,
}

impl Program {
    /// Seconds an article gets where nothing is said.
    #[must_use]
    pub const fn usual_seconds() -> u64 {
        30
    }
}

/// The project's settings for suggestions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SuggestSettings {
    /// No one shall see any: annotators are to be blind.
    pub off: bool,
    pub words: OwnWords,
    pub program: Option<Program>,
}

/// The setting (a boolean) that turns suggestions off for everyone.
#[must_use]
pub const fn off_key() -> &'static str {
    "suggestions-off"
}

/// The setting that holds the project's own words.
#[must_use]
pub const fn own_words_key() -> &'static str {
    "suggestions-words"
}

/// The setting that names a program outside.
#[must_use]
pub const fn program_key() -> &'static str {
    "suggestions-program"
}

impl SuggestSettings {
    /// As the project has them; what can't be read counts as not set.
    #[must_use]
    pub fn of(registry: &Registry) -> Self {
        fn read<T: serde::de::DeserializeOwned>(registry: &Registry, key: &str) -> Option<T> {
            let setting = registry.settings.get(key)?;
            serde_json::from_value(setting.value.clone()).ok()
        }
        Self {
            off: read(registry, off_key()).unwrap_or(false),
            words: read(registry, own_words_key()).unwrap_or_default(),
            program: read(registry, program_key()).filter(|program: &Program| !program.command.is_empty()),
        }
    }
}
