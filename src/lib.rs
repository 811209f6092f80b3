//! Kutip: annotate who said what.
//!
//! The layers and what each may import stand in `src/ARCHITECTURE.md`.

pub mod edit;
pub mod format;
pub mod model;
pub mod workspace;
