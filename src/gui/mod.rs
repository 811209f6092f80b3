//! The window.
//!
//! Panels read the project and say what was asked for (`action`);
//! `dispatch` is the only place that changes it.

mod action;
mod app;
mod candidates;
mod colleagues;
mod command;
pub mod dialogs;
mod dispatch;
mod find;
mod keymap;
mod keys;
mod look_alikes;
mod mode;
pub mod page;
mod palette;
mod panels;
mod reader;
mod review;
mod run;
mod settings;
mod suggestions;
pub mod system;
pub mod theme;
mod unresolved;
mod view;
mod watch;
mod widgets;
mod words;

pub use app::{App, Start};
pub use run::run;
pub use settings::Places;
