//! What covers each token, and each code point, of an article in each
//! annotator's reading.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use regex::Regex;

use super::nominal::Nominal;
use crate::model::{Quote, Role, Span, Text};

/// The parts that label a text, the first that covers a place wins; what none
/// covers has the label [`NONE`].
pub const PARTS: [Role; 3] = [Role::Content, Role::Cue, Role::Source];

/// The label of what is neither content, cue nor source.
pub const NONE: u32 = PARTS.len() as u32;

/// Where no label can be had, a pattern that matches nothing.
static TOKEN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\w+|[^\w\s]").ok());

/// The positions of the first code points of a text's tokens: runs of word
/// characters, or any other single character that is not a space.
#[must_use]
pub fn token_starts(text: &Text) -> Vec<usize> {
    let Some(token) = &*TOKEN else { return Vec::new() };
    let words = text.as_str();
    let (mut position, mut byte) = (0, 0);
    token
        .find_iter(words)
        .map(|found| {
            position += words.get(byte..found.start()).map_or(0, |between| between.chars().count());
            byte = found.start();
            position
        })
        .collect()
}

/// What covers each code point in one annotator's quotes, as a place in
/// [`PARTS`], or [`NONE`].
#[must_use]
pub fn labels(length: usize, quotes: &[Arc<Quote>]) -> Vec<u8> {
    let mut labels = vec![NONE as u8; length];
    // The part that wins is laid on last.
    for (label, role) in (0_u8..).zip(PARTS).collect::<Vec<_>>().into_iter().rev() {
        for piece in quotes.iter().flat_map(|quote| quote.pieces(role)) {
            if let Some(covered) = labels.get_mut(cut(piece.span(), length)) {
                covered.fill(label);
            }
        }
    }
    labels
}

fn cut(span: Span, length: usize) -> Range<usize> {
    let end = span.end.min(length);
    span.start.min(end)..end
}

/// Token-level agreement: Krippendorff's nominal α over tokens, each labelled
/// by what covers its first code point. `readings` are the labels by those
/// who did the article; who did not is missing.
#[must_use]
pub fn by_token(starts: &[usize], readings: &[&[u8]]) -> Nominal {
    let mut nominal = Nominal::default();
    let mut values = Vec::with_capacity(readings.len());
    for start in starts {
        values.clear();
        values.extend(readings.iter().filter_map(|labels| labels.get(*start)).map(|label| u32::from(*label)));
        nominal.add(&values, 1.0);
    }
    nominal
}

/// Longest excerpt that is kept, in code points.
const EXCERPT: usize = 120;

pub(super) fn excerpt(words: &str) -> String {
    words.chars().take(EXCERPT).collect()
}

/// A stretch of the text that annotators label differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    pub span: Span,
    /// Its first words.
    pub words: String,
    /// Each one's label, in the order of the readings.
    pub labels: Vec<u8>,
}

/// The stretches on which readings differ, as long as they can be.
#[must_use]
pub fn stretches(text: &Text, readings: &[&[u8]]) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let at = |position: usize| readings.iter().filter_map(move |labels| labels.get(position)).copied();
    for position in 0..text.len() {
        if at(position).zip(at(position).skip(1)).all(|(one, next)| one == next) {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.span.end == position && last.labels.iter().copied().eq(at(position)) => {
                last.span.end += 1;
            }
            _ => found.push(Stretch {
                span: Span::new(position, position + 1),
                words: String::new(),
                labels: at(position).collect(),
            }),
        }
    }
    for stretch in &mut found {
        stretch.words = text.slice(stretch.span).map(excerpt).unwrap_or_default();
    }
    found
}
