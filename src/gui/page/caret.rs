//! Where the caret stands and what is selected.

use crate::gui::theme::motion;
use crate::model::{Span, Text};

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Caret {
    pub head: usize,
    pub anchor: usize,
    /// The height's line keeps this place across rows of other lengths.
    pub goal: Option<f32>,
    /// When it last moved.
    pub moved: f64,
}

impl Caret {
    pub(super) fn selection(&self) -> Option<Span> {
        let span = Span::between(self.anchor, self.head);
        (!span.is_empty()).then_some(span)
    }

    pub(super) fn put(&mut self, position: usize, extend: bool) {
        self.head = position;
        if !extend {
            self.anchor = position;
        }
        self.goal = None;
    }

    pub(super) fn select(&mut self, span: Span) {
        (self.anchor, self.head, self.goal) = (span.start, span.end, None);
    }

    pub(super) fn clamp(&mut self, text: &Text) {
        self.head = self.head.min(text.len());
        self.anchor = self.anchor.min(text.len());
    }

    /// Whether it is to be seen now, and after how long that changes. It
    /// stops blinking a while after the last move.
    pub(super) fn blink(&self, now: f64) -> (bool, Option<f64>) {
        let since = (now - self.moved).max(0.0);
        if since > motion::BLINK_FOR {
            return (true, None);
        }
        let beat = since / motion::BLINK;
        ((beat as u64).is_multiple_of(2), Some((beat.floor() + 1.0 - beat) * motion::BLINK))
    }
}
