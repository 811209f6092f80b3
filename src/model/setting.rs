//! What a project settles for everyone who works in it.

use serde::{Deserialize, Serialize};

use super::Stamp;

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
}
