//! An article's text and its positions: code points, with their bytes, UTF-16
//! units, graphemes, words, sentences and lines.

use std::fmt;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

use super::sentence::{clause, sentences};
use super::{Piece, Span};

/// Code points between two entries of the index.
const STRIDE: usize = 64;

/// A text that never changes, with an index from code points to bytes.
/// Cloning is cheap.
#[derive(Clone)]
pub struct Text {
    string: Arc<str>,
    /// Byte offset of every `STRIDE`th code point; empty for pure ASCII.
    index: Arc<[usize]>,
    len: usize,
}

impl Text {
    /// Wraps a string, reading it through once.
    #[must_use]
    pub fn new(string: impl Into<Arc<str>>) -> Self {
        let string: Arc<str> = string.into();
        if string.is_ascii() {
            let len = string.len();
            return Self { string, index: Arc::from([]), len };
        }
        let mut index = Vec::with_capacity(string.len() / STRIDE + 1);
        let mut len = 0;
        for (byte, _) in string.char_indices() {
            if len % STRIDE == 0 {
                index.push(byte);
            }
            len += 1;
        }
        Self { string, index: index.into(), len }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// Length in code points.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// All of it.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(0, self.len)
    }

    /// The byte offset of a position; `None` past the end.
    #[must_use]
    pub fn byte_of(&self, position: usize) -> Option<usize> {
        if position >= self.len {
            return (position == self.len).then_some(self.string.len());
        }
        if self.index.is_empty() {
            return Some(position);
        }
        let from = *self.index.get(position / STRIDE)?;
        let (within, _) = self.string.get(from..)?.char_indices().nth(position % STRIDE)?;
        Some(from + within)
    }

    /// The position of a byte offset; `None` past the end or inside a code
    /// point.
    #[must_use]
    pub fn position_of(&self, byte: usize) -> Option<usize> {
        if !self.string.is_char_boundary(byte) {
            return None;
        }
        if self.index.is_empty() {
            return Some(byte);
        }
        let entry = self.index.partition_point(|start| *start <= byte).checked_sub(1)?;
        let from = *self.index.get(entry)?;
        Some(entry * STRIDE + self.string.get(from..byte)?.chars().count())
    }

    /// The position in UTF-16 code units; `None` past the end.
    #[must_use]
    pub fn utf16_of(&self, position: usize) -> Option<usize> {
        let byte = self.byte_of(position)?;
        Some(self.string.get(..byte)?.chars().map(char::len_utf16).sum())
    }

    /// The position of a UTF-16 offset; `None` past the end or between the
    /// halves of a surrogate pair.
    #[must_use]
    pub fn position_of_utf16(&self, utf16: usize) -> Option<usize> {
        let mut units = 0;
        for (position, c) in self.string.chars().enumerate() {
            if units >= utf16 {
                return (units == utf16).then_some(position);
            }
            units += c.len_utf16();
        }
        (units == utf16).then_some(self.len)
    }

    /// The words of a span; `None` where it leaves the text.
    #[must_use]
    pub fn slice(&self, span: Span) -> Option<&str> {
        self.string.get(self.byte_of(span.start)?..self.byte_of(span.end)?)
    }

    /// A span with its words; `None` where it is empty or leaves the text.
    #[must_use]
    pub fn piece(&self, span: Span) -> Option<Piece> {
        let text = self.slice(span).filter(|words| !words.is_empty())?;
        Some(Piece { start: span.start, end: span.end, text: text.to_owned() })
    }

    /// The code point after a position.
    #[must_use]
    pub fn char_at(&self, position: usize) -> Option<char> {
        self.string.get(self.byte_of(position)?..)?.chars().next()
    }

    /// The first grapheme boundary after a position (the end of the text at
    /// the end).
    #[must_use]
    pub fn next_grapheme(&self, position: usize) -> usize {
        self.grapheme_step(position, |cursor, text| cursor.next_boundary(text, 0).ok().flatten())
            .unwrap_or(self.len)
    }

    /// The last grapheme boundary before a position (0 at the start).
    #[must_use]
    pub fn previous_grapheme(&self, position: usize) -> usize {
        self.grapheme_step(position, |cursor, text| cursor.prev_boundary(text, 0).ok().flatten()).unwrap_or(0)
    }

    fn grapheme_step(
        &self,
        position: usize,
        step: impl Fn(&mut GraphemeCursor, &str) -> Option<usize>,
    ) -> Option<usize> {
        let byte = self.byte_of(position)?;
        let mut cursor = GraphemeCursor::new(byte, self.string.len(), true);
        self.position_of(step(&mut cursor, &self.string)?)
    }

    /// Whether a grapheme begins at the position (or the text ends there).
    #[must_use]
    pub fn is_grapheme_boundary(&self, position: usize) -> bool {
        self.byte_of(position).is_some_and(|byte| {
            GraphemeCursor::new(byte, self.string.len(), true).is_boundary(&self.string, 0).unwrap_or(false)
        })
    }

    /// The smallest span around this one that splits no grapheme, cut to the
    /// text.
    #[must_use]
    pub fn snapped(&self, span: Span) -> Span {
        let (mut start, mut end) = (span.start.min(self.len), span.end.min(self.len));
        if !self.is_grapheme_boundary(start) {
            start = self.previous_grapheme(start);
        }
        if !self.is_grapheme_boundary(end) {
            end = self.next_grapheme(end);
        }
        Span::new(start, end)
    }

    /// The line around a position, without its line feed.
    #[must_use]
    pub fn line_at(&self, position: usize) -> Span {
        let byte = self.byte_of(position.min(self.len)).unwrap_or(0);
        let (before, after) = self.string.split_at(byte);
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = after.find('\n').map_or(self.string.len(), |at| byte + at);
        self.span_of_bytes(start, end)
    }

    /// Every line without its line feed, in order.
    #[must_use]
    pub fn lines(&self) -> Vec<Span> {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in self.string.split('\n') {
            let end = start + line.chars().count();
            lines.push(Span::new(start, end));
            start = end + 1;
        }
        lines
    }

    /// The word around a position by Unicode's word boundaries (UAX #29).
    /// Between two words it is what stands there: a space, a mark.
    #[must_use]
    pub fn word_at(&self, position: usize) -> Span {
        self.segment_at(position, |line| line.split_word_bound_indices().collect())
    }

    /// The sentence around a position by Unicode's sentence boundaries (UAX
    /// #29) within its line, without the space that follows it. Abbreviations
    /// and initials end none.
    #[must_use]
    pub fn sentence_at(&self, position: usize) -> Span {
        self.segment_at(position, |line| {
            sentences(line).into_iter().map(|(at, words)| (at, words.trim_end())).collect()
        })
    }

    /// The clause around a position: the part of its sentence between commas,
    /// semicolons, dashes and conjunctions outside of these quotations.
    #[must_use]
    pub fn clause_at(&self, position: usize, quoted: &[Span]) -> Span {
        let sentence = self.sentence_at(position);
        let (Some(words), Some(start), Some(at)) =
            (self.slice(sentence), self.byte_of(sentence.start), self.byte_of(position))
        else {
            return sentence;
        };
        let byte = |position| self.byte_of(position).unwrap_or(start).saturating_sub(start);
        let quoted: Vec<_> = quoted.iter().map(|span| byte(span.start)..byte(span.end)).collect();
        let range = clause(words, &quoted, at.saturating_sub(start));
        self.span_of_bytes(start + range.start, start + range.end)
    }

    /// The span without the white space at its ends.
    #[must_use]
    pub fn trimmed(&self, span: Span) -> Span {
        let words = self.slice(span).unwrap_or("");
        let blank = |words: &str, trimmed: &str| words.chars().count() - trimmed.chars().count();
        let start = span.start + blank(words, words.trim_start());
        Span::new(start, span.end.saturating_sub(blank(words, words.trim_end())).max(start))
    }

    fn segment_at<'a>(
        &'a self,
        position: usize,
        segments: impl Fn(&'a str) -> Vec<(usize, &'a str)>,
    ) -> Span {
        let line = self.line_at(position);
        let (Some(words), Some(start), Some(at)) =
            (self.slice(line), self.byte_of(line.start), self.byte_of(position.min(self.len)))
        else {
            return line;
        };
        segments(words)
            .into_iter()
            .map(|(from, segment)| (start + from, start + from + segment.len()))
            .take_while(|(from, _)| *from <= at)
            .last()
            .map_or(line, |(from, to)| self.span_of_bytes(from, to))
    }

    /// Where the caret goes by one word to the right: past the next run of
    /// word characters.
    #[must_use]
    pub fn next_word(&self, position: usize) -> usize {
        let mut at = position;
        let mut inside = false;
        let rest = self.byte_of(position).and_then(|byte| self.string.get(byte..)).unwrap_or("");
        for grapheme in rest.graphemes(true) {
            if grapheme.chars().any(is_word) {
                inside = true;
            } else if inside {
                break;
            }
            at += grapheme.chars().count();
        }
        at.min(self.len)
    }

    /// Where the caret goes by one word to the left: before the last run of
    /// word characters.
    #[must_use]
    pub fn previous_word(&self, position: usize) -> usize {
        let mut at = position.min(self.len);
        let mut inside = false;
        let before = self.byte_of(at).and_then(|byte| self.string.get(..byte)).unwrap_or("");
        for grapheme in before.graphemes(true).rev() {
            if grapheme.chars().any(is_word) {
                inside = true;
            } else if inside {
                break;
            }
            at -= grapheme.chars().count();
        }
        at
    }

    fn span_of_bytes(&self, start: usize, end: usize) -> Span {
        Span::new(self.position_of(start).unwrap_or(0), self.position_of(end).unwrap_or(self.len))
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) || matches!(c, '_' | '’' | '\'')
}

/// Words as search compares them: lower case, without diacritics.
#[must_use]
pub fn fold(words: &str) -> String {
    folded(words).collect()
}

/// Whether words come to the same as these, which are folded already. Where
/// they don't, the first letters tell.
#[must_use]
pub fn folds_to(words: &str, fold: &str) -> bool {
    folded(words).eq(fold.chars())
}

pub(super) fn folded(words: &str) -> impl Iterator<Item = char> {
    words.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).flat_map(char::to_lowercase)
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.string, &other.string) || self.string == other.string
    }
}

impl Eq for Text {}

impl Default for Text {
    fn default() -> Self {
        Self::new("")
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} code points)", self.len)
    }
}
