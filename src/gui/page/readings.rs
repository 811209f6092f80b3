//! Several annotators' readings at once: a lane of underline each, the
//! decided quotes' below them, and in the margin how far they agree.

use egui::{Color32, CornerRadius, Mesh, Rangef, Rect, Ui, pos2, vec2};

use super::flow::Laid;
use super::ink::{Line, Pen};
use super::paint::View;
use super::rows::rects;
use super::sheet::Sheet;
use super::{Page, PageInput};
use crate::gui::theme::{self, Hue, Palette, alpha, size, stroke, wash};
use crate::model::{QuoteId, Role, Span, spans};

/// What the page shows in place of one annotator's marks.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Readings {
    /// How many annotators' layers there are; each has its lane.
    pub layers: usize,
    /// In reading order.
    pub groups: Vec<Reading>,
    /// Where quotes of one layer lie in or over each other.
    pub nested: Vec<(ReadingLane, Span)>,
}

/// The readings of one quote.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What selecting it selects.
    pub id: QuoteId,
    pub parts: Vec<ReadingPart>,
    /// The words in which they differ.
    pub differing: Vec<Span>,
    pub verdict: Verdict,
}

/// A stretch of the text that one layer gives a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadingPart {
    pub lane: ReadingLane,
    pub role: Role,
    pub span: Span,
}

/// Whose underline it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReadingLane {
    /// The layer of this place, from 0.
    Layer(usize),
    /// What was decided.
    Result,
}

/// How far a group agrees, for the margin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// "agreed", "only A"; "boundary" and "cue", as many on a line as fit.
    pub names: Vec<String>,
    /// "from A", "changed since", each a line.
    pub details: Vec<String>,
    /// Whether someone has to look at it.
    pub open: bool,
    /// What is read out.
    pub label: String,
}

/// A part in one block; positions from the block's start.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    part: ReadingPart,
    group: usize,
}

/// What stands in one block.
#[derive(Debug, Default)]
pub(super) struct BlockReadings {
    stretches: Vec<Stretch>,
    differing: Vec<(Span, usize)>,
    nested: Vec<(ReadingLane, Span)>,
    /// Groups that are told beside this block, and where they begin in it.
    pub names: Vec<(usize, usize)>,
}

/// Sorts the readings into the blocks they stand in.
pub(super) fn by_block(sheet: &Sheet, readings: &Readings) -> Vec<BlockReadings> {
    let mut blocks: Vec<BlockReadings> = sheet.blocks.iter().map(|_| BlockReadings::default()).collect();
    for (group, reading) in readings.groups.iter().enumerate() {
        let mut first: Option<(usize, usize)> = None;
        for part in &reading.parts {
            for (index, span) in sheet.parts(part.span) {
                let Some(block) = blocks.get_mut(index) else { continue };
                block.stretches.push(Stretch { part: ReadingPart { span, ..*part }, group });
                if part.role == Role::Content {
                    first = first.into_iter().chain([(index, span.start)]).min();
                }
            }
        }
        for span in &reading.differing {
            for (index, span) in sheet.parts(*span) {
                blocks.get_mut(index).into_iter().for_each(|block| block.differing.push((span, group)));
            }
        }
        if let Some((index, at)) = first
            && let Some(block) = blocks.get_mut(index)
        {
            block.names.push((group, at));
        }
    }
    for (lane, span) in &readings.nested {
        for (index, span) in sheet.parts(*span) {
            blocks.get_mut(index).into_iter().for_each(|block| block.nested.push((*lane, span)));
        }
    }
    for block in &mut blocks {
        block.names.sort_by_key(|(_, at)| *at);
    }
    blocks
}

/// Where contents of one lane lie in or over each other, lane by lane.
pub fn nested(parts: impl Iterator<Item = ReadingPart>) -> Vec<(ReadingLane, Span)> {
    let mut contents: Vec<(ReadingLane, Span)> =
        parts.filter(|part| part.role == Role::Content).map(|part| (part.lane, part.span)).collect();
    contents.sort_unstable();
    let mut nested: Vec<(ReadingLane, Span)> = Vec::new();
    // The lane in hand, and how far its contents reach by now.
    let mut reach: Option<(ReadingLane, usize)> = None;
    for (lane, span) in contents {
        let so_far = reach.filter(|(other, _)| *other == lane).map_or(0, |(_, end)| end);
        if span.start < so_far {
            let twice = Span::new(span.start, span.end.min(so_far));
            match nested.last_mut() {
                Some((other, last)) if *other == lane && last.end >= twice.start => *last = last.hull(twice),
                _ => nested.push((lane, twice)),
            }
        }
        reach = Some((lane, so_far.max(span.end)));
    }
    nested
}

/// An underline with a thin one above it.
const TWICE: f32 = size::UNDERLINE + 2.0 * stroke::HAIR;

/// From one lane to the next: where quotes nest, lanes have room for a second
/// line.
fn pitch(readings: &Readings) -> f32 {
    if readings.nested.is_empty() { size::LANE } else { TWICE + stroke::HAIR }
}

/// How much room below the letters the lanes take that a usual line hasn't.
pub(super) fn extra_leading(readings: &Readings) -> f32 {
    ((readings.layers + 1) as f32 * pitch(readings) - size::LANE_ROOM).max(0.0)
}

impl BlockReadings {
    pub(super) fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// The groups with content at a place, the shortest first.
    pub(super) fn at(&self, readings: &Readings, offset: usize) -> Vec<QuoteId> {
        let here = self.stretches.iter().filter(|stretch| stretch.part.span.contains(offset));
        let mut here: Vec<_> = here
            .map(|stretch| (stretch.part.role != Role::Content, stretch.part.span.len(), stretch.group))
            .collect();
        here.sort_unstable();
        let mut ids: Vec<QuoteId> = Vec::new();
        for id in here.iter().filter_map(|(.., group)| readings.groups.get(*group)).map(|group| group.id) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }
}

impl Pen<'_> {
    fn is_chosen(&self, readings: &Readings, group: usize) -> bool {
        self.key.selected.is_some() && readings.groups.get(group).map(|group| group.id) == self.key.selected
    }

    /// The selected group's content on a quiet ground, its differing words on
    /// a warm one.
    pub(super) fn reading_grounds(&self, laid: &Laid, readings: &Readings, block: &BlockReadings) -> Mesh {
        let mut mesh = Mesh::default();
        let of_chosen = |stretch: &&Stretch| {
            stretch.part.role == Role::Content && self.is_chosen(readings, stretch.group)
        };
        let content: Vec<Span> =
            block.stretches.iter().filter(of_chosen).map(|stretch| stretch.part.span).collect();
        let differing: Vec<Span> = block
            .differing
            .iter()
            .filter(|(_, group)| self.is_chosen(readings, *group))
            .map(|(span, _)| *span)
            .collect();
        let quiet = wash(self.palette.accent, alpha::READING);
        // The lanes lie below the letters: there the ground reaches.
        let foot = vec2(0.0, extra_leading(readings) / 2.0);
        let mut fill = |set: &[Span], color: Color32| {
            for rect in set.iter().flat_map(|span| rects(laid, *span)) {
                let hair = vec2(0.0, stroke::HAIR);
                self.bar(&mut mesh, Rect::from_min_max(rect.min + hair + foot, rect.max + foot), color);
            }
        };
        fill(&spans::difference(&content, &differing), quiet);
        fill(&spans::normal(differing), self.palette.differs);
        mesh
    }

    /// An underline in each layer's lane, the first layer's on top, what was
    /// decided below them all; a thin line above it where its quotes nest. Cues
    /// are shown of the selected group alone.
    pub(super) fn reading_lines(&self, laid: &Laid, readings: &Readings, block: &BlockReadings) -> Mesh {
        let mut mesh = Mesh::default();
        let foot = extra_leading(readings) / 2.0;
        let lanes = (0..readings.layers).map(ReadingLane::Layer).chain([ReadingLane::Result]);
        for lane in lanes {
            let in_lane = block.stretches.iter().filter(|stretch| stretch.part.lane == lane);
            let of_role = |role: Role| {
                let chosen = in_lane.clone().filter(move |stretch| stretch.part.role == role);
                let shown =
                    chosen.filter(|stretch| role == Role::Content || self.is_chosen(readings, stretch.group));
                spans::normal(shown.map(|stretch| stretch.part.span))
            };
            let level = match lane {
                ReadingLane::Layer(place) => readings.layers - place,
                ReadingLane::Result => 0,
            };
            let color = lane_color(self.palette, lane);
            let content = of_role(Role::Content);
            let cue = spans::difference(&of_role(Role::Cue), &content);
            let twice = block.nested.iter().filter(|(of, _)| *of == lane).map(|(_, span)| *span);
            let twice = spans::normal(twice);
            let drawn = [
                (&content, Line::Solid, size::UNDERLINE),
                (&twice, Line::Thin, TWICE),
                (&cue, Line::Dotted, size::UNDERLINE),
            ];
            for (set, line, height) in drawn {
                for rect in set.iter().flat_map(|span| rects(laid, *span)) {
                    let y = rect.max.y + foot - level as f32 * pitch(readings);
                    self.underline(&mut mesh, (rect.x_range(), y, height), line, color);
                }
            }
        }
        mesh
    }
}

/// The colour of a lane.
#[must_use]
pub fn lane_color(palette: &Palette, lane: ReadingLane) -> Color32 {
    match lane {
        ReadingLane::Layer(place) => Hue::of_reviewer(place).color(palette),
        ReadingLane::Result => palette.text,
    }
}

impl Page {
    /// The groups with words at a place.
    pub(super) fn quotes_at(&self, block: usize, offset: usize) -> Vec<QuoteId> {
        match (&self.readings, self.reading_blocks.get(block)) {
            (Some(readings), Some(here)) => here.at(readings, offset),
            _ => self.marks.at(block, offset),
        }
    }

    /// A bar beside the selected group's lines.
    pub(super) fn paint_chosen(&self, ui: &Ui, sheet: &Sheet, view: &View, input: &PageInput<'_>) {
        let Some(readings) = &self.readings else { return };
        let Some(group) = readings.groups.iter().find(|group| Some(group.id) == input.selected) else {
            return;
        };
        let palette = theme::palette(ui);
        let left = view.origin.x + self.flow.measure.left - size::BAR_GAP.min(self.flow.measure.gutter / 2.0);
        let contents = group.parts.iter().filter(|part| part.role == Role::Content).map(|part| part.span);
        let mut bars: Vec<(usize, Rangef)> = Vec::new();
        for (block, span) in spans::normal(contents).into_iter().flat_map(|span| sheet.parts(span)) {
            let Some(laid) = self.flow.laid(block).filter(|_| view.blocks.contains(&block)) else { continue };
            let corner = self.corner(view, block).to_vec2();
            for rect in rects(laid, span) {
                let y = rect.translate(corner).y_range();
                match bars.iter_mut().find(|(other, _)| *other == block) {
                    Some((_, bar)) => *bar = Rangef::new(bar.min.min(y.min), bar.max.max(y.max)),
                    None => bars.push((block, y)),
                }
            }
        }
        for (_, bar) in bars {
            let bar = Rect::from_min_max(pos2(left, bar.min), pos2(left + size::BAR, bar.max));
            ui.painter().rect_filled(bar, CornerRadius::ZERO, palette.accent);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_in_or_over_others_of_their_own_lane_are_found() {
        let check = |contents: &[(usize, usize, usize)], wanted: &[(usize, usize, usize)]| {
            let part = |(lane, start, end): &(usize, usize, usize)| ReadingPart {
                lane: ReadingLane::Layer(*lane),
                role: Role::Content,
                span: Span::new(*start, *end),
            };
            let found = nested(contents.iter().map(part));
            let wanted: Vec<_> = wanted.iter().map(part).map(|part| (part.lane, part.span)).collect();
            assert_eq!(found, wanted, "{contents:?}");
        };
        check(&[], &[]);
        check(&[(0, 0, 9), (1, 0, 9)], &[]);
        check(&[(0, 0, 4), (0, 4, 9)], &[]);
        check(&[(0, 0, 20), (0, 5, 9), (0, 12, 15)], &[(0, 5, 9), (0, 12, 15)]);
        check(&[(0, 0, 20), (0, 5, 15), (0, 7, 12)], &[(0, 5, 15)]);
        check(&[(0, 0, 8), (0, 5, 12)], &[(0, 5, 8)]);
        check(&[(0, 3, 9), (0, 3, 9)], &[(0, 3, 9)]);
        check(&[(0, 0, 20), (1, 6, 30), (1, 8, 10)], &[(1, 8, 10)]);
    }
}
