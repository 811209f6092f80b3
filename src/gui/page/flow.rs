//! The blocks below one another: heights, where each begins, and the layouts
//! of those that are seen. Heights are estimates until a block is laid out.

use std::collections::HashMap;
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Color32, Context, FontId, Galley, TextFormat};

use super::block::{Block, BlockKind};
use super::ink::Ink;
use super::measure::Measure;
use super::sheet::Sheet;
use super::slots::{self, Slot};
use crate::gui::theme::{self, Face, space, type_scale};

/// Layouts kept; a window shows some thirty.
const CACHED: usize = 128;

pub(super) struct Laid {
    pub galley: Arc<Galley>,
    /// Whether each code point has its own place in the layout. Where not
    /// (right-to-left text), positions are those of whole words.
    pub exact: bool,
    /// The places of the words where characters have none.
    pub slots: Vec<Slot>,
    /// Marks and tinted text, for the state they were made for.
    pub ink: Option<Ink>,
    used: u64,
}

#[derive(Default)]
pub(super) struct Flow {
    pub measure: Measure,
    /// How much larger than the tokens say everything is set.
    scale: f32,
    /// What a line of the body has beyond its usual height.
    leading: f32,
    heights: Vec<f32>,
    tops: Vec<f32>,
    dirty: bool,
    pixels_per_point: f32,
    sentinel: Option<Arc<Galley>>,
    cache: HashMap<usize, Laid>,
    frame: u64,
}

/// How a kind of block is set.
pub(super) fn setting(kind: BlockKind) -> (Face, type_scale::Step) {
    match kind {
        BlockKind::Headline => (Face::ReadingSemibold, type_scale::HEADLINE),
        BlockKind::Metadata | BlockKind::Publication | BlockKind::Byline => (Face::Ui, type_scale::UI),
        BlockKind::Caption | BlockKind::Related => (Face::ReadingItalic, type_scale::CAPTION),
        BlockKind::Credit | BlockKind::Fold { .. } => (Face::Ui, type_scale::SECOND),
        BlockKind::Body => (Face::Reading, type_scale::READING),
        BlockKind::Boilerplate => (Face::Reading, type_scale::CAPTION),
    }
}

/// The space above a block.
fn gap(before: Option<BlockKind>, block: &Block) -> f32 {
    let Some(before) = before else { return space(7) };
    if block.continues {
        return 0.0;
    }
    match (before, block.kind) {
        (BlockKind::Headline, BlockKind::Headline) => 0.0,
        (BlockKind::Headline, _) => space(2),
        (BlockKind::Byline, BlockKind::Metadata | BlockKind::Publication)
        | (BlockKind::Metadata | BlockKind::Publication, BlockKind::Byline)
        | (BlockKind::Caption, BlockKind::Credit)
        | (BlockKind::Boilerplate, BlockKind::Boilerplate) => space(1),
        (_, BlockKind::Fold { .. }) => space(5),
        (BlockKind::Fold { .. }, _) | (_, BlockKind::Boilerplate) => space(4),
        _ => space(3),
    }
}

fn job(words: String, font: FontId, line: f32, width: f32) -> LayoutJob {
    // The colour comes when painting, so that a change of theme lays out
    // nothing anew.
    let format = TextFormat {
        font_id: font,
        color: Color32::PLACEHOLDER,
        line_height: Some(line),
        ..Default::default()
    };
    let mut job = LayoutJob::single_section(words, format);
    job.wrap.max_width = width;
    job
}

impl Flow {
    /// Notices what makes layouts stale. Gives whether heights began anew.
    pub(super) fn begin(
        &mut self,
        ctx: &Context,
        sheet: &Sheet,
        (page, leading): (f32, f32),
        changed: bool,
    ) -> bool {
        self.frame += 1;
        let larger = theme::reading_scale(ctx);
        let body = type_scale::READING.scaled(larger);
        let (font, line) = (theme::font(Face::Reading, body), body.line);
        let (sentinel, letter) = ctx.fonts_mut(|fonts| {
            let letter = fonts.glyph_width(&font, 'n');
            (fonts.layout_job(job("n".to_owned(), font, line, f32::INFINITY)), letter)
        });
        // egui forgets its layouts when the glyph atlas begins anew: then
        // ours point at glyphs that are no longer there.
        let stale = self.sentinel.as_ref().is_none_or(|before| !Arc::ptr_eq(before, &sentinel));
        self.sentinel = Some(sentinel);
        let pixels = ctx.pixels_per_point();
        if stale || (pixels - self.pixels_per_point).abs() > f32::EPSILON {
            self.cache.clear();
        }
        self.pixels_per_point = pixels;
        let measure = Measure::new(page, larger);
        let same_column = (measure.column - self.measure.column).abs() < f32::EPSILON
            && (leading - self.leading).abs() < f32::EPSILON
            && (larger - self.scale).abs() < f32::EPSILON;
        self.scale = larger;
        self.leading = leading;
        if !same_column || changed {
            self.cache.clear();
        }
        self.measure = measure;
        let anew = changed || !same_column || self.heights.len() != sheet.blocks.len();
        if anew {
            self.estimate(sheet, letter);
        }
        anew
    }

    fn estimate(&mut self, sheet: &Sheet, letter: f32) {
        let mut before = None;
        self.heights = sheet
            .blocks
            .iter()
            .map(|block| {
                let (_, set) = setting(block.kind);
                let step = set.scaled(self.scale);
                let letters = self.measure.column / (letter * 0.9 * set.size / type_scale::READING.size);
                let lines = (block.span.len() as f32 / letters.max(1.0)).ceil().max(1.0);
                let lines = if block.kind.is_text() { lines } else { 1.0 };
                let height = gap(before, block) + lines * (step.line + self.leading_of(block.kind));
                before = Some(block.kind);
                height
            })
            .collect();
        self.sum();
    }

    fn leading_of(&self, kind: BlockKind) -> f32 {
        if kind == BlockKind::Body { self.leading } else { 0.0 }
    }

    pub(super) fn sum(&mut self) {
        let mut top = 0.0_f64;
        self.tops.clear();
        self.tops.extend(self.heights.iter().map(|height| {
            let here = top as f32;
            top += f64::from(*height);
            here
        }));
        self.tops.push(top as f32);
        self.dirty = false;
    }

    /// Lays a block out unless it is.
    pub(super) fn lay(&mut self, ctx: &Context, sheet: &Sheet, index: usize) {
        if let Some(laid) = self.cache.get_mut(&index) {
            laid.used = self.frame;
            return;
        }
        let Some(block) = sheet.blocks.get(index) else { return };
        let (face, step) = setting(block.kind);
        let step = step.scaled(self.scale);
        let words = sheet.words(block);
        let chars = words.chars().count();
        let line = step.line + self.leading_of(block.kind);
        let job = job(words, theme::font(face, step), line, self.measure.column);
        let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
        let places: usize = galley.rows.iter().map(|row| row.char_count_including_newline().0).sum();
        let before = index.checked_sub(1).and_then(|before| sheet.blocks.get(before)).map(|block| block.kind);
        let height = gap(before, block) + galley.size().y;
        if let Some(known) = self.heights.get_mut(index)
            && (*known - height).abs() > f32::EPSILON
        {
            *known = height;
            self.dirty = true;
        }
        let exact = places == chars && !slots::is_turned(galley.text());
        let slots = if exact { Vec::new() } else { slots::slots(galley.text(), &galley) };
        self.cache.insert(index, Laid { galley, exact, slots, ink: None, used: self.frame });
    }

    /// Lays out every block between two heights; gives which they are.
    pub(super) fn lay_between(
        &mut self,
        ctx: &Context,
        sheet: &Sheet,
        from: f32,
        to: f32,
    ) -> std::ops::Range<usize> {
        loop {
            let first = self.block_at(from);
            let mut top = self.top(first);
            let mut next = first;
            while next < self.heights.len() && top < to {
                self.lay(ctx, sheet, next);
                top += self.heights.get(next).copied().unwrap_or_default();
                next += 1;
            }
            if !self.dirty {
                return first..next;
            }
            self.sum();
        }
    }

    pub(super) fn settle(&mut self) {
        if self.dirty {
            self.sum();
        }
    }

    /// Whether a block in sight has no places for its characters.
    pub(super) fn is_rough(&self) -> bool {
        self.cache.values().any(|laid| !laid.exact && laid.used == self.frame)
    }

    pub(super) fn laid(&self, index: usize) -> Option<&Laid> {
        self.cache.get(&index)
    }

    pub(super) fn laid_mut(&mut self, index: usize) -> Option<&mut Laid> {
        self.cache.get_mut(&index)
    }

    /// Where a block begins, with the space above it.
    pub(super) fn top(&self, index: usize) -> f32 {
        self.tops.get(index).copied().unwrap_or_else(|| self.total())
    }

    /// Where a block's words begin, for one that is laid out.
    pub(super) fn text_top(&self, index: usize) -> f32 {
        let height = self.heights.get(index).copied().unwrap_or_default();
        let text = self.laid(index).map_or(height, |laid| laid.galley.size().y);
        self.top(index) + (height - text)
    }

    pub(super) fn total(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// The block at a height.
    pub(super) fn block_at(&self, y: f32) -> usize {
        let last = self.heights.len().saturating_sub(1);
        self.tops.partition_point(|top| *top <= y).saturating_sub(1).min(last)
    }

    /// Forgets the layouts that were not used for a while.
    pub(super) fn end(&mut self) {
        if self.cache.len() > CACHED {
            let frame = self.frame;
            self.cache.retain(|_, laid| frame - laid.used < 2);
        }
    }
}
