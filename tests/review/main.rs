//! Review: quotes of several annotators aligned, compared and measured.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]
#![allow(clippy::float_cmp, reason = "what is 0 or 1 by rule is so exactly")]

mod align;
#[path = "../common/mod.rs"]
mod common;
mod docket;
mod program;
mod report;
mod rules;
mod truths;
