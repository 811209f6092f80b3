//! Review: quotes of several annotators aligned, compared and measured.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

mod align;
#[path = "../common/mod.rs"]
mod common;
