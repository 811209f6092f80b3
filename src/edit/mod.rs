//! Edits: what a person wants, planned into the entities it changes.
//!
//! An [`Edit`] says what is wanted; [`plan`] turns it into a [`Transaction`],
//! which holds every changed entity before and after. Its inverse undoes it,
//! so a new edit needs no undo code.
//!
//! Pure: ids, time and author come in with the [`Context`].

mod change;
mod error;
mod history;
mod import;
mod plan;
mod request;
mod thing;

pub use change::{Change, Diff, EntityKind, Label, Origin, Transaction};
pub use error::EditError;
pub use history::History;
pub use import::Import;
pub use plan::{Context, State, dismissed_key, dismissed_suggestions, inferred_type, plan};
pub use request::{ClaimFields, Edit, NewQuote, QuoteChange, QuoteDraft, Settlement, SpeakerFields, Verdict};
pub use thing::Thing;
pub(crate) use thing::{with_diff, with_kind};
