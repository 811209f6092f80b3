//! What the rules found, before anyone is named.

use super::phrase::Source;
use crate::model::{QuoteType, Span};

/// One quote as its sentence says it.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub content: Vec<Span>,
    pub quote_type: QuoteType,
    pub cue: Option<Span>,
    pub source: Option<Source>,
    pub addressee: Option<Span>,
    pub relay: Option<Span>,
    /// How sure it is, from 0 to 1.
    pub score: f32,
    /// The number of its paragraph.
    pub paragraph: usize,
}

impl Draft {
    /// Where it begins to stand in the text, frame included.
    pub fn start(&self) -> usize {
        let content = self.content.first().map_or(usize::MAX, |span| span.start);
        self.cue.map_or(content, |cue| cue.start.min(content))
    }

    /// Where its source, or else its cue or content, stands.
    pub fn credited_at(&self) -> usize {
        self.source
            .as_ref()
            .map(|source| source.span.start)
            .or(self.cue.map(|cue| cue.start))
            .unwrap_or_else(|| self.start())
    }
}
