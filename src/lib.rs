//! Kutip: annotate who said what.
//!
//! The layers and what each may import stand in `src/ARCHITECTURE.md`.

pub mod clean;
pub mod cli;
pub mod edit;
pub mod format;
#[cfg(feature = "gui")]
pub mod gui;
pub mod job;
pub mod merge;
pub mod model;
pub mod review;
pub mod store;
pub mod suggest;
pub mod workspace;
