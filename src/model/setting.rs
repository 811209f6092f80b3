//! What a project settles for everyone who works in it.

use serde::{Deserialize, Serialize};

use super::{AnnotatorId, Stamp};

/// One setting of the project, by its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    pub key: String,
    pub value: serde_json::Value,
    #[serde(flatten)]
    pub stamp: Stamp,
}

impl Setting {
    /// Whether annotators see nothing of each other until they submit: a
    /// boolean.
    pub const BLIND: &str = "blind";
    /// What annotators are told to do: a string.
    pub const GUIDELINES: &str = "guidelines";

    /// Whether someone reviews others' work: a boolean. A key for each, so that
    /// copies that name different people come together without a conflict.
    #[must_use]
    pub fn reviewer(annotator: AnnotatorId) -> String {
        format!("reviewer/{annotator}")
    }
}
