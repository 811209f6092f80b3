//! Author and time of a thing.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::AnnotatorId;

/// Who made a thing and who changed it last, and when (UTC, microseconds).
///
/// The author is absent where a program made the thing on nobody's behalf.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    pub created_at: Timestamp,
    pub created_by: Option<AnnotatorId>,
    pub updated_at: Timestamp,
    pub updated_by: Option<AnnotatorId>,
}

impl Stamp {
    /// The stamp of a thing made now.
    #[must_use]
    pub fn new(at: Timestamp, by: Option<AnnotatorId>) -> Self {
        Self { created_at: at, created_by: by, updated_at: at, updated_by: by }
    }

    /// The same, cut to whole microseconds, as the database keeps it.
    #[must_use]
    pub fn whole(self) -> Self {
        let whole = |at: Timestamp| Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at);
        Self { created_at: whole(self.created_at), updated_at: whole(self.updated_at), ..self }
    }

    /// The same thing, changed now.
    #[must_use]
    pub fn touched(self, at: Timestamp, by: Option<AnnotatorId>) -> Self {
        Self { updated_at: at, updated_by: by, ..self }
    }
}
