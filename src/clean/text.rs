//! Plain text: one block a line, or a paragraph of lines wrapped by hand.

use super::block::{Block, ends_sentence};
use super::label::Page;
use crate::model::Metadata;

/// Splits a plain text into blocks.
pub fn read(text: &str) -> Page {
    let blocks = if is_wrapped(text) { paragraphs(text) } else { lines(text) };
    Page { text: text.to_owned(), blocks, found: Metadata::default() }
}

/// Every line that is not blank, in bytes.
pub fn line_ranges(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let range = (start, start + line.len());
        start = range.1 + 1;
        range
    })
}

fn lines(text: &str) -> Vec<Block> {
    let ranges = line_ranges(text).enumerate();
    ranges.filter_map(|(group, (start, end))| Block::plain(text, start, end, group)).collect()
}

fn paragraphs(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for (start, end) in line_ranges(text) {
        let blank = text.get(start..end).is_none_or(|line| line.trim().is_empty());
        open = match (open, blank) {
            (Some((from, to)), true) => {
                blocks.extend(Block::plain(text, from, to, blocks.len()));
                None
            }
            (Some((from, _)), false) => Some((from, end)),
            (None, true) => None,
            (None, false) => Some((start, end)),
        };
    }
    if let Some((from, to)) = open {
        blocks.extend(Block::plain(text, from, to, blocks.len()));
    }
    blocks
}

/// Whether sentences run over line ends: most lines that have another right
/// below stop inside a sentence, at about the same width.
fn is_wrapped(text: &str) -> bool {
    let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
    let (mut pairs, mut broken, mut wide) = (0_usize, 0_usize, 0_usize);
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if line.is_empty() || next.is_empty() {
            continue;
        }
        pairs += 1;
        let length = line.chars().count();
        let small = next.chars().next().is_some_and(char::is_lowercase);
        wide += usize::from(length > 110);
        broken += usize::from((45..=110).contains(&length) && (small || !ends_sentence(line)));
    }
    let small = lines.windows(2).filter(|pair| {
        matches!(pair, [line, next] if line.chars().count() >= 40 && next.chars().next().is_some_and(char::is_lowercase))
    });
    pairs >= 4 && wide * 10 <= pairs && broken * 10 >= pairs * 6 && small.count() * 3 >= pairs
}
