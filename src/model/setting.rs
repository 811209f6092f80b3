//! What a project settles for everyone who works in it.

use serde::{Deserialize, Serialize};

use super::{AnnotatorId, SpeakerId, Stamp, in_order};

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
    /// How the keys begin that say of two speakers that they are not one: a
    /// boolean each.
    pub const APART: &str = "speakers-apart/";

    /// The key that says of two speakers that they are not one.
    #[must_use]
    pub fn apart(a: SpeakerId, b: SpeakerId) -> String {
        let (first, second) = in_order(a, b);
        format!("{}{first}/{second}", Self::APART)
    }

    /// Whether someone reviews others' work: a boolean. A key for each, so that
    /// copies that name different people come together without a conflict.
    #[must_use]
    pub fn reviewer(annotator: AnnotatorId) -> String {
        format!("reviewer/{annotator}")
    }
}
