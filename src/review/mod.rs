//! Review: whose quotes are readings of the same words, where they differ,
//! and how far annotators agree.
//!
//! [`Alignment::of`] groups the quotes of two to six layers of an article;
//! [`Alignment::differences`] names the fields in which a group's readings
//! differ, and what each has there. [`Docket::of`] holds that against what
//! was decided and says what is to be asked.

pub mod agreement;
mod align;
mod compare;
mod docket;
mod matching;

pub use align::{Alignment, Group, Overlap, paired, pairs};
pub use compare::{Difference, Value};
pub use docket::{Case, CaseState, Docket, Point, PointState};
