//! Where words stand in a block whose characters have no places of their
//! own. egui sets right-to-left words from left to right, each turned round
//! in itself and with fewer glyphs than characters; but white space keeps
//! words apart in text and layout alike, so that they can be counted off.

use egui::{Galley, Pos2, Rangef, Rect, pos2};

use crate::model::Span;

/// A word's stretch of one row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Slot {
    /// The word's characters, from the block's start.
    pub word: Span,
    pub row: usize,
    x: Rangef,
    y: Rangef,
}

impl Slot {
    pub(super) fn rect(&self) -> Rect {
        Rect::from_x_y_ranges(self.x, self.y)
    }
}

/// Whether words are written from right to left.
pub(super) fn is_turned(words: &str) -> bool {
    words
        .chars()
        .any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}

/// The words of a block in its layout; none where they can't be told.
pub(super) fn slots(words: &str, galley: &Galley) -> Vec<Slot> {
    let rows = galley.rows.iter().map(|placed| {
        let glyphs = placed.glyphs.iter().map(|glyph| {
            let x = Rangef::new(glyph.pos.x, glyph.max_x());
            (glyph.chr.is_whitespace(), Rangef::new(x.min + placed.pos.x, x.max + placed.pos.x))
        });
        (Rangef::new(placed.min_y(), placed.max_y()), glyphs.collect())
    });
    counted_off(words, rows)
}

type Row = (Rangef, Vec<(bool, Rangef)>);

fn counted_off(words: &str, rows: impl Iterator<Item = Row>) -> Vec<Slot> {
    let spans = spans(words);
    let mut slots: Vec<Slot> = Vec::new();
    // Before the first word is a gap; a word may go on in the next row.
    let (mut next, mut gap) = (0, true);
    for (row, (y, glyphs)) in rows.enumerate() {
        let mut fresh = true;
        for (blank, x) in glyphs {
            if blank {
                gap = true;
                continue;
            }
            if gap {
                next += 1;
            }
            let Some(word) = spans.get(next.max(1) - 1).copied() else { return Vec::new() };
            match slots.last_mut().filter(|_| !gap && !fresh) {
                Some(slot) => slot.x = Rangef::new(slot.x.min.min(x.min), slot.x.max.max(x.max)),
                None => slots.push(Slot { word, row, x, y }),
            }
            (gap, fresh) = (false, false);
        }
    }
    if next == spans.len() { slots } else { Vec::new() }
}

/// The stretches without white space, in characters.
fn spans(words: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (at, _) in words.chars().enumerate().filter(|(_, c)| !c.is_whitespace()) {
        match spans.last_mut().filter(|span| span.end == at) {
            Some(span) => span.end += 1,
            None => spans.push(Span::new(at, at + 1)),
        }
    }
    spans
}

/// The rectangles of the words that a span touches, one a row.
pub(super) fn rects(slots: &[Slot], span: Span) -> Vec<Rect> {
    let mut rects: Vec<(usize, Rect)> = Vec::new();
    for slot in slots.iter().filter(|slot| slot.word.overlaps(span)) {
        match rects.last_mut().filter(|(row, _)| *row == slot.row) {
            Some((_, rect)) => *rect = rect.union(slot.rect()),
            None => rects.push((slot.row, slot.rect())),
        }
    }
    rects.into_iter().map(|(_, rect)| rect).collect()
}

/// The row of a position and where the caret stands: before its word, or
/// behind it.
pub(super) fn caret(slots: &[Slot], offset: usize) -> Option<(usize, Rect)> {
    let slot = slots.iter().find(|slot| offset <= slot.word.end).or(slots.last())?;
    let x = if offset >= slot.word.end { slot.x.max } else { slot.x.min };
    Some((slot.row, Rect::from_x_y_ranges(x..=x, slot.y)))
}

/// The end of a word nearest to a point, and the start of the word under it.
pub(super) fn hit(slots: &[Slot], row: usize, point: Pos2) -> Option<(usize, Option<usize>)> {
    let away = |slot: &&Slot| slot.rect().distance_sq_to_pos(pos2(point.x, slot.y.center()));
    let here = slots.iter().filter(|slot| slot.row == row);
    let slot = here.min_by(|a, b| away(a).total_cmp(&away(b)))?;
    let at = if point.x > slot.x.center() { slot.word.end } else { slot.word.start };
    Some((at, slot.rect().contains(point).then_some(slot.word.start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of glyphs, ten points wide each; a blank is white space.
    fn rows(drawn: &[&str]) -> Vec<Row> {
        let row = |(place, glyphs): (usize, &&str)| {
            let top = place as f32 * 20.0;
            let glyphs = glyphs.chars().enumerate().map(|(at, c)| {
                let left = at as f32 * 10.0;
                (c.is_whitespace(), Rangef::new(left, left + 10.0))
            });
            (Rangef::new(top, top + 20.0), glyphs.collect())
        };
        drawn.iter().enumerate().map(row).collect()
    }

    #[test]
    fn words_are_told_by_the_space_between_them() {
        // The second word has a glyph less than characters; the third breaks.
        let slots = counted_off("ab cde fgh", rows(&["ab cd f", "gh"]).into_iter());
        let words: Vec<_> = slots.iter().map(|slot| (slot.word, slot.row)).collect();
        let third = Span::new(7, 10);
        assert_eq!(words, [(Span::new(0, 2), 0), (Span::new(3, 6), 0), (third, 0), (third, 1)]);
        assert_eq!(rects(&slots, Span::new(1, 5)), [Rect::from_min_max(pos2(0.0, 0.0), pos2(50.0, 20.0))]);
        assert_eq!(rects(&slots, Span::new(8, 9)).len(), 2);
        assert_eq!(hit(&slots, 0, pos2(31.0, 10.0)), Some((3, Some(3))));
        assert_eq!(hit(&slots, 0, pos2(48.0, 10.0)), Some((6, Some(3))));
        assert_eq!(hit(&slots, 1, pos2(90.0, 30.0)), Some((10, None)));
        assert_eq!(caret(&slots, 6).map(|(row, rect)| (row, rect.min.x)), Some((0, 50.0)));
        assert_eq!(caret(&slots, 4).map(|(_, rect)| rect.min.x), Some(30.0));
    }

    #[test]
    fn words_that_do_not_count_up_have_no_place() {
        assert_eq!(counted_off("one two", rows(&["one"]).into_iter()), []);
        assert_eq!(counted_off("one", rows(&["one two"]).into_iter()), []);
    }

    #[test]
    fn turned_scripts_are_known() {
        assert!(is_turned("kata שלום") && is_turned("سلام"));
        assert!(!is_turned("naïve 東京 ภาษาไทย"));
    }
}
