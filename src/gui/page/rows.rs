//! From positions in a block to places on the page and back.

use std::ops::Range;

use egui::epaint::text::{CharIndex, PlacedRow};
use egui::{Galley, Pos2, Rect, pos2};

use super::flow::Laid;
use super::slots;
use crate::model::Span;

/// The rows of a layout with the positions each holds, without line feeds.
pub(super) fn rows(galley: &Galley) -> impl Iterator<Item = (Range<usize>, &PlacedRow)> {
    galley.rows.iter().scan(0, |at, row| {
        let start = *at;
        *at += row.char_count_including_newline().0;
        Some((start..start + row.char_count_excluding_newline().0, row))
    })
}

/// Where a row's last word ends: the space a line breaks at is not part of
/// what is seen.
pub(super) fn visible_end(range: &Range<usize>, row: &PlacedRow) -> usize {
    let blank = row.glyphs.iter().rev().take_while(|glyph| glyph.chr.is_whitespace()).count();
    range.end - blank
}

/// The rectangles of a span, one a row, from the block's corner. Where
/// characters have no places, those of their words, or else of the block.
pub(super) fn rects(laid: &Laid, span: Span) -> Vec<Rect> {
    let galley = &laid.galley;
    if !laid.exact && laid.slots.is_empty() {
        return galley.rows.iter().map(PlacedRow::rect).collect();
    }
    if !laid.exact {
        return slots::rects(&laid.slots, span);
    }
    let last = galley.rows.len().saturating_sub(1);
    rows(galley)
        .enumerate()
        .skip_while(|(_, (range, _))| range.end < span.start)
        .take_while(|(_, (range, _))| range.start < span.end)
        .filter_map(|(index, (range, row))| {
            let end = if index < last { visible_end(&range, row) } else { range.end };
            let (from, to) = (span.start.max(range.start), span.end.min(end));
            (from < to).then(|| {
                let x = |at: usize| row.pos.x + row.x_offset(CharIndex(at - range.start));
                Rect::from_min_max(pos2(x(from), row.min_y()), pos2(x(to), row.max_y()))
            })
        })
        .collect()
}

/// The row a position stands in, and its rectangle without width.
pub(super) fn caret(laid: &Laid, offset: usize) -> (usize, Rect) {
    let galley = &laid.galley;
    if let Some(found) = slots::caret(&laid.slots, offset) {
        return found;
    }
    let offset = if laid.exact { offset } else { 0 };
    let last = galley.rows.len().saturating_sub(1);
    let found = rows(galley).enumerate().find(|(index, (range, _))| offset < range.end || *index == last);
    let Some((index, (range, row))) = found else { return (0, Rect::ZERO) };
    let x = row.pos.x + row.x_offset(CharIndex(offset.saturating_sub(range.start)));
    (index, Rect::from_min_max(pos2(x, row.min_y()), pos2(x, row.max_y())))
}

/// The position nearest to a point, and the one whose glyph is under it.
/// Where characters have no places, a word's start or end, or else the
/// block's (`usize::MAX`).
pub(super) fn hit(laid: &Laid, point: Pos2) -> (usize, Option<usize>) {
    let galley = &laid.galley;
    let last = galley.rows.len().saturating_sub(1);
    let found = rows(galley).enumerate().find(|(index, (_, row))| point.y < row.max_y() || *index == last);
    let Some((index, (range, row))) = found else { return (0, None) };
    let inside = (row.min_y()..=row.max_y()).contains(&point.y);
    let x = point.x - row.pos.x;
    let glyph =
        row.glyphs.iter().position(|glyph| (glyph.pos.x..glyph.max_x()).contains(&x)).filter(|_| inside);
    if let Some(found) = slots::hit(&laid.slots, index, point) {
        return found;
    }
    if !laid.exact {
        let end = index == last && x > row.size.x / 2.0;
        return (if end { usize::MAX } else { 0 }, glyph.map(|_| 0));
    }
    let end = if index < last { visible_end(&range, row) } else { range.end };
    ((range.start + row.char_at(x).0).min(end), glyph.map(|glyph| range.start + glyph))
}
