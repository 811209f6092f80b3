//! What two copies of a project changed differently, kept both until someone
//! decides, and the record of each merge.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{AnnotatorId, ArticleId, ConflictId, MergeId, Stamp};

/// One of the values that a field was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The edit that gave it, as the journals call it.
    pub edit: String,
    /// The value as the thing's record has it; of a deletion `false`.
    pub value: Value,
    pub at: Timestamp,
    pub by: Option<AnnotatorId>,
}

/// A field that was given several values by people who didn't know of each
/// other's. One is shown meanwhile; none is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    pub id: ConflictId,
    /// What kind of thing it is: a name of `EntityKind`.
    pub entity: String,
    /// The thing's id as the journal has it.
    pub entity_id: String,
    /// The article it lies in; absent for what the project shares.
    pub article: Option<ArticleId>,
    /// The field as the thing's record calls it; [`Conflict::EXISTENCE`] where
    /// one deleted what another changed or needs.
    pub field: String,
    /// At least two, the oldest first.
    pub versions: Vec<Version>,
    /// Which of the versions was chosen, by whom and when.
    pub chosen: Option<usize>,
    pub decided_at: Option<Timestamp>,
    pub decided_by: Option<AnnotatorId>,
    #[serde(flatten)]
    pub stamp: Stamp,
}

impl Conflict {
    /// The field that says whether a thing is there: `true` or `false`.
    pub const EXISTENCE: &str = "exists";

    /// Whether nobody has decided it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.chosen.is_none()
    }
}

/// One merge: which copies came in. Undoing the merge takes it away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    pub id: MergeId,
    /// The copies' file names.
    pub files: Vec<String>,
    #[serde(flatten)]
    pub stamp: Stamp,
}
