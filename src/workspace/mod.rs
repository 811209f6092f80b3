//! The one way to read and to write a project.

mod bring;

pub use bring::{Batch, BringContext, Existing, Tally, bring_in};
