//! The window as a person works it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

#[path = "../job/mod.rs"]
mod job;
#[path = "../support/mod.rs"]
mod support;

mod access;
mod agreement;
mod blind;
mod colleagues;
mod commands;
mod comments;
mod every;
#[path = "job.rs"]
mod main_job;
mod page;
mod panel;
mod queue;
mod review;
mod speakers;
mod story;
mod suggest;
