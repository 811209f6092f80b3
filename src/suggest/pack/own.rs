//! A project's own words, beside those of the packs.

use serde::{Deserialize, Serialize};

use crate::suggest::class::Class;

/// What a project adds to the languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnWords {
    /// Reporting verbs, before or after their speaker.
    pub cues: Vec<String>,
    /// Titles that stand before names.
    pub titles: Vec<String>,
    /// Outlets through which words come.
    pub outlets: Vec<String>,
    /// Words before quotation marks that hold a name and no quote.
    pub names: Vec<String>,
    /// Abbreviations that don't end a sentence, without their last full stop.
    pub abbreviations: Vec<String>,
}

impl OwnWords {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lists().iter().all(|(_, words)| words.is_empty())
    }

    pub(super) fn lists(&self) -> [(Class, &[String]); 5] {
        [
            (Class::INVERTED | Class::SAY, &self.cues),
            (Class::TITLE, &self.titles),
            (Class::OUTLET, &self.outlets),
            (Class::NAMED, &self.names),
            (Class::ABBREVIATION, &self.abbreviations),
        ]
    }
}
