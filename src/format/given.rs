//! An article's text as a record gives it, and where its positions lie once
//! line ends are line feeds and the byte order mark is gone.

use super::error::{Problem, shortened};
use super::verify::check_span;
use crate::model::{Piece, Span, Text};

/// A text as it was given, and as it is kept.
pub(super) struct Given {
    pub text: Text,
    /// The text as given, and the positions in it of the code points that
    /// went; absent where both texts are the same but for single carriage
    /// returns.
    changed: Option<(Text, Vec<usize>)>,
}

impl Given {
    pub fn new(given: String) -> Self {
        if !given.starts_with('\u{feff}') && !given.contains('\r') {
            return Self::kept(&Text::new(given));
        }
        let mut gone = Vec::new();
        let mut kept = String::with_capacity(given.len());
        let mut points = given.chars().enumerate().peekable();
        while let Some((at, c)) = points.next() {
            match c {
                '\u{feff}' if at == 0 => gone.push(at),
                '\r' if points.peek().is_some_and(|(_, next)| *next == '\n') => gone.push(at),
                '\r' => kept.push('\n'),
                c => kept.push(c),
            }
        }
        Self { text: Text::new(kept), changed: Some((Text::new(given), gone)) }
    }

    /// A text that is kept already.
    pub fn kept(text: &Text) -> Self {
        Self { text: text.clone(), changed: None }
    }

    /// A span of the given text in the kept one.
    pub fn span(&self, given: Span) -> Result<Span, Problem> {
        check_span(self.changed.as_ref().map_or(&self.text, |(text, _)| text), given)?;
        let span = Span::new(self.moved(given.start), self.moved(given.end));
        if span.is_empty() { Err(Problem::EmptySpan) } else { Ok(span) }
    }

    /// A span of the given text with the words it has in the kept one,
    /// compared with those that the record says.
    pub fn piece(&self, given: Span, words: Option<&str>) -> Result<Piece, Problem> {
        let piece = self.text.piece(self.span(given)?).ok_or(Problem::EmptySpan)?;
        let Some(words) = words else { return Ok(piece) };
        let there = self.changed.as_ref().and_then(|(text, _)| text.slice(given)).unwrap_or(&piece.text);
        if words == there || line_feeds(words) == piece.text {
            return Ok(piece);
        }
        Err(Problem::Words { there: shortened(there), given: shortened(words) })
    }

    fn moved(&self, position: usize) -> usize {
        match &self.changed {
            Some((_, gone)) => position - gone.partition_point(|at| *at < position),
            None => position,
        }
    }
}

fn line_feeds(words: &str) -> String {
    words.replace("\r\n", "\n").replace('\r', "\n")
}
