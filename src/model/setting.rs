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
