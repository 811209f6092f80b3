//! Progress bars on a terminal, nothing in a pipe.

use indicatif::{ProgressBar, ProgressStyle};

use crate::job::{Canceled, Progress};

/// A bar on standard error, which hides itself where that is no terminal.
pub struct Bar(ProgressBar);

impl Bar {
    pub fn new(what: &'static str) -> Self {
        let bar = ProgressBar::new(0).with_message(what);
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// For work that tells the share that is done.
    pub fn share(&self, share: f32) {
        self.0.set_length(100);
        self.0.set_position((share * 100.0) as u64);
    }
}

impl Progress for Bar {
    fn at(&self, done: usize, of: usize) -> Result<(), Canceled> {
        self.0.set_length(of as u64);
        self.0.set_position(done as u64);
        Ok(())
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
