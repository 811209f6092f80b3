//! What several copies of a project come to together.
//!
//! Every thing is a set of fields, and every field holds the values that were
//! given to it last: one, unless people who didn't know of each other's edits
//! gave it several. A [`State`] says so together with the edits that are
//! known; joining states is commutative, associative and idempotent, and so
//! is merging. States are told from journals ([`Trail`]), which are never
//! rewritten: a merge notes what it made known, and undoing it takes that
//! back.
//!
//! Pure: records come in and go out as JSON, as the journal has them.

mod alias;
mod refer;
mod settle;
mod state;
mod trail;

use std::fmt;

use crate::edit::EntityKind;

pub use alias::Aliases;
pub use refer::references;
pub use settle::{Settled, conflict, record, settle, versions};
pub use state::{Alternative, State};
pub use trail::{Ruled, Standing, Step, Trail};

/// The fields of a record that say who changed it and when: they go together.
pub const STAMP: [&str; 4] = ["created_at", "created_by", "updated_at", "updated_by"];

/// Under which a state keeps them.
pub(crate) const STAMPED: &str = "@stamp";

/// One thing of a project.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    pub kind: EntityKind,
    /// As the journal has it.
    pub id: String,
}

impl Key {
    #[must_use]
    pub fn new(kind: EntityKind, id: impl Into<String>) -> Self {
        Self { kind, id: id.into() }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind, self.id)
    }
}
