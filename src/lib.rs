//! Kutip: annotate who said what.
//!
//! The layers and what each may import stand in `src/ARCHITECTURE.md`.

pub mod clean;
pub mod edit;
pub mod model;
