//! The window.

pub mod page;
pub mod theme;
