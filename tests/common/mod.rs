//! Builders that integration tests share.

pub mod project;
