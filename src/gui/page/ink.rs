//! A block's marks, made once and painted as often as it is seen. Marks are
//! merged first: a frame costs the same with ten marks and with ten thousand.

use std::sync::Arc;

use egui::{Color32, CornerRadius, Galley, Mesh, Rangef, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

use super::flow::Laid;
use super::lanes::{self, Lane};
use super::marks::{BlockMarks, Marks};
use super::readings::{BlockReadings, Readings};
use super::rows::{caret, rects, rows};
use crate::gui::theme::{Palette, radius, size, stroke, wash};
use crate::model::{QuoteId, QuoteType, Role, Span, spans};

/// So many frames of a block have round corners; more, and none has.
const ROUND: usize = 12;

/// What the marks of a block depend on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct InkKey {
    pub generation: u64,
    pub selected: Option<QuoteId>,
    pub dark: bool,
}

pub(super) struct Ink {
    pub key: InkKey,
    /// The block's words, with cues and relays in their speaker's colour.
    pub galley: Arc<Galley>,
    pub grounds: Arc<Mesh>,
    pub lines: Arc<Mesh>,
    pub frames: Vec<Shape>,
    /// How many underlines more there are, and at the foot of which line.
    pub counts: Vec<(f32, usize)>,
    /// Quotes that are named beside the block, and the middle of their first
    /// line from the block's top.
    pub names: Vec<(usize, f32)>,
    /// Where the meshes stand.
    at: Vec2,
}

/// What marks are drawn with.
pub(super) struct Pen<'a> {
    pub palette: &'a Palette,
    pub marks: &'a Marks,
    pub scale: f32,
    pub key: InkKey,
}

impl Ink {
    /// The same of several readings.
    pub(super) fn of_readings(
        pen: &Pen<'_>,
        laid: &Laid,
        readings: &Readings,
        block: &BlockReadings,
    ) -> Self {
        let mut ink = Self {
            key: pen.key,
            galley: Arc::clone(&laid.galley),
            grounds: Arc::default(),
            lines: Arc::default(),
            frames: Vec::new(),
            counts: Vec::new(),
            names: named(laid, &block.names),
            at: Vec2::ZERO,
        };
        if !block.is_empty() {
            ink.grounds = Arc::new(pen.reading_grounds(laid, readings, block));
            ink.lines = Arc::new(pen.reading_lines(laid, readings, block));
        }
        ink
    }

    pub(super) fn new(pen: &Pen<'_>, laid: &Laid, block: &BlockMarks) -> Self {
        let mut ink = Self {
            key: pen.key,
            galley: pen.tinted(laid, block),
            grounds: Arc::default(),
            lines: Arc::default(),
            frames: Vec::new(),
            counts: Vec::new(),
            names: named(laid, &block.names),
            at: Vec2::ZERO,
        };
        if !block.segments.is_empty() || !block.claims.is_empty() || !block.ghosts.is_empty() {
            ink.grounds = Arc::new(pen.grounds(laid, block));
            let mut lines = pen.lines(laid, block, &mut ink.counts);
            ink.frames = pen.frames(laid, block, &mut lines);
            ink.lines = Arc::new(lines);
        }
        ink
    }

    /// Moves the meshes to where the block stands now.
    pub(super) fn move_to(&mut self, at: Vec2) {
        let by = at - self.at;
        if by != Vec2::ZERO {
            for mesh in [&mut self.grounds, &mut self.lines] {
                if !mesh.is_empty() {
                    Arc::make_mut(mesh).translate(by);
                }
            }
            self.at = at;
        }
    }
}

impl Pen<'_> {
    fn color(&self, quote: usize, role: Role) -> Color32 {
        let hue = self.marks.quotes.get(quote).and_then(|marked| marked.hue_of(role));
        hue.map_or(self.palette.dim, |hue| hue.color(self.palette))
    }

    fn is_selected(&self, quote: usize) -> bool {
        self.key.selected.is_some()
            && self.marks.quotes.get(quote).map(|marked| marked.quote.id) == self.key.selected
    }

    fn snap(&self, value: f32) -> f32 {
        (value * self.scale).round() / self.scale
    }

    /// A rectangle on whole pixels, at least one pixel thick.
    pub(super) fn bar(&self, mesh: &mut Mesh, rect: Rect, color: Color32) {
        let min = pos2(self.snap(rect.min.x), self.snap(rect.min.y));
        let pixel = 1.0 / self.scale;
        let max = pos2(self.snap(rect.max.x).max(min.x + pixel), self.snap(rect.max.y).max(min.y + pixel));
        mesh.add_colored_rect(Rect::from_min_max(min, max), color);
    }

    /// Letters of cues and relays get their speaker's colour in the finished
    /// layout: a coloured section would break shaping and kerning at its
    /// ends.
    fn tinted(&self, laid: &Laid, block: &BlockMarks) -> Arc<Galley> {
        let tinted = |role| matches!(role, Role::Cue | Role::Relay);
        if !laid.exact || !block.segments.iter().any(|segment| tinted(segment.role)) {
            return Arc::clone(&laid.galley);
        }
        let mut galley = (*laid.galley).clone();
        let ranges: Vec<_> = rows(&laid.galley).map(|(range, _)| range).collect();
        for segment in block.segments.iter().filter(|segment| tinted(segment.role)) {
            let color = self.color(segment.quote, segment.role);
            for (range, placed) in ranges.iter().zip(&mut galley.rows) {
                let (from, to) = (segment.span.start.max(range.start), segment.span.end.min(range.end));
                if from >= to {
                    continue;
                }
                let row = Arc::make_mut(&mut placed.row);
                let glyphs = row.glyphs.iter().take(to - range.start).skip(from - range.start);
                for glyph in glyphs.filter(|glyph| !glyph.uv_rect.is_nothing()) {
                    let corners = row.visuals.mesh.vertices.iter_mut().skip(glyph.first_vertex as usize);
                    corners.take(4).for_each(|corner| corner.color = color);
                }
            }
        }
        Arc::new(galley)
    }

    /// The grounds behind contents: at most two deep, so that nesting shows
    /// and a crowd of quotes stays readable.
    fn grounds(&self, laid: &Laid, block: &BlockMarks) -> Mesh {
        let mut mesh = Mesh::default();
        for (span, stack) in lanes::stacks(&block.segments, |quote| self.is_selected(quote)) {
            let color = stack.iter().fold(Color32::TRANSPARENT, |below, quote| {
                let selected = self.is_selected(*quote);
                let share = if selected { self.palette.ground_selected } else { self.palette.ground };
                below.blend(wash(self.color(*quote, Role::Content), share))
            });
            for rect in rects(laid, span) {
                let hair = vec2(0.0, stroke::HAIR);
                self.bar(&mut mesh, Rect::from_min_max(rect.min + hair, rect.max), color);
            }
        }
        mesh
    }

    fn lines(&self, laid: &Laid, block: &BlockMarks, counts: &mut Vec<(f32, usize)>) -> Mesh {
        let mut mesh = Mesh::default();
        let (lanes, overflow) = lanes::lanes(&block.segments);
        let crowded = lanes.iter().any(|lane| lane.level > 1);
        let lane = Foot::new(crowded);
        for Lane { segment, level } in lanes {
            let color = self.color(segment.quote, segment.role);
            let style = self.style(segment.quote, segment.role);
            for rect in rects(laid, segment.span) {
                let foot = rect.max.y - level as f32 * lane.step;
                self.underline(&mut mesh, (rect.x_range(), foot, lane.width), style, color);
            }
        }
        for (span, count) in overflow {
            let rects = rects(laid, span);
            for rect in &rects {
                let y = rect.max.y - lane.step * lanes::MOST as f32;
                let hair = Rect::from_min_max(pos2(rect.min.x, y - stroke::HAIR), pos2(rect.max.x, y));
                self.bar(&mut mesh, hair, self.palette.dim);
            }
            counts.extend(rects.last().map(|rect| (rect.max.y, count)));
        }
        for segment in &block.ghosts {
            let style = self.style(segment.quote, Role::Content);
            let color = if self.is_selected(segment.quote) { self.palette.dim } else { self.palette.faint };
            for rect in rects(laid, segment.span) {
                self.underline(&mut mesh, (rect.x_range(), rect.max.y, lane.width), style, color);
            }
        }
        for claim in spans::normal(block.claims.iter().copied()) {
            self.claim(&mut mesh, laid, claim);
        }
        let dashed = |segment: &&super::marks::Segment| segment.role == Role::Addressee;
        for segment in block.segments.iter().filter(dashed) {
            for rect in rects(laid, segment.span) {
                self.dashed_frame(&mut mesh, frame(rect), self.color(segment.quote, segment.role));
            }
        }
        mesh
    }

    fn style(&self, quote: usize, role: Role) -> Line {
        match role {
            Role::Cue => Line::Dotted,
            Role::Relay => Line::Thin,
            _ => match self.marks.quotes.get(quote).map(|marked| marked.quote.quote_type) {
                Some(QuoteType::Direct) => Line::Solid,
                Some(QuoteType::Indirect) => Line::Dashed,
                Some(QuoteType::Mixed) => Line::Half,
                Some(QuoteType::FreeIndirect) => Line::Double,
                Some(QuoteType::Reported) => Line::Dotted,
                Some(QuoteType::Unspecified) | None => Line::Thin,
            },
        }
    }

    pub(super) fn underline(
        &self,
        mesh: &mut Mesh,
        (row, foot, width): (Rangef, f32, f32),
        style: Line,
        color: Color32,
    ) {
        let line = |from: f32, to: f32, top: f32, height: f32| {
            Rect::from_min_max(pos2(from, foot - top), pos2(to, foot - top + height))
        };
        let (left, right) = (row.min, row.max);
        let mut dashes = |from: f32, dash: f32, gap: f32| {
            let mut x = from;
            while x < right {
                self.bar(mesh, line(x, (x + dash).min(right), width, width), color);
                x += dash + gap;
            }
        };
        match style {
            Line::Dashed => dashes(left, size::DASH, size::DASH_GAP),
            Line::Dotted => dashes(left, size::DOT, size::DOT),
            Line::Half => {
                let middle = f32::midpoint(left, right);
                dashes(middle + size::DASH_GAP, size::DASH, size::DASH_GAP);
                self.bar(mesh, line(left, middle, width, width), color);
            }
            Line::Solid => self.bar(mesh, line(left, right, width, width), color),
            Line::Double => {
                self.bar(mesh, line(left, right, width + stroke::HAIR, stroke::HAIR), color);
                self.bar(mesh, line(left, right, stroke::HAIR, stroke::HAIR), color);
            }
            Line::Thin => self.bar(mesh, line(left, right, width, stroke::HAIR), color),
        }
    }

    /// A claim in the article's own voice stands between two corners.
    fn claim(&self, mesh: &mut Mesh, laid: &Laid, span: Span) {
        let color = self.palette.accent;
        let rects = rects(laid, span);
        let (Some(first), Some(last)) = (rects.first(), rects.last()) else { return };
        let start = first.min + vec2(-stroke::FOCUS, size::LANE);
        let end = last.max + vec2(stroke::FOCUS, -size::LANE);
        let (across, down) = (vec2(size::CORNER, stroke::HAIR), vec2(stroke::HAIR, size::CORNER));
        for arm in [across, down] {
            self.bar(mesh, Rect::from_min_size(start, arm), color);
            self.bar(mesh, Rect::from_min_max(end - arm, end), color);
        }
    }

    fn dashed_frame(&self, mesh: &mut Mesh, frame: Rect, color: Color32) {
        let step = size::FRAME_DASH;
        let mut x = frame.min.x;
        while x < frame.max.x {
            for y in [frame.min.y, frame.max.y - stroke::HAIR] {
                let dash =
                    Rect::from_min_max(pos2(x, y), pos2((x + step).min(frame.max.x), y + stroke::HAIR));
                self.bar(mesh, dash, color);
            }
            x += step * 2.0;
        }
        let mut y = frame.min.y;
        while y < frame.max.y {
            for x in [frame.min.x, frame.max.x - stroke::HAIR] {
                let dash =
                    Rect::from_min_max(pos2(x, y), pos2(x + stroke::HAIR, (y + step).min(frame.max.y)));
                self.bar(mesh, dash, color);
            }
            y += step * 2.0;
        }
    }

    /// The frames around sources, joined where sources of one colour touch.
    /// A crowd of them goes without round corners: these cost six times as
    /// much to paint.
    fn frames(&self, laid: &Laid, block: &BlockMarks, lines: &mut Mesh) -> Vec<Shape> {
        let mut sources: Vec<(Color32, Vec<Span>)> = Vec::new();
        for segment in block.segments.iter().filter(|segment| segment.role == Role::Source) {
            let color = self.color(segment.quote, Role::Source);
            match sources.iter_mut().find(|(known, _)| *known == color) {
                Some((_, spans)) => spans.push(segment.span),
                None => sources.push((color, vec![segment.span])),
            }
        }
        let mut frames: Vec<(Color32, Rect)> = Vec::new();
        for (color, segments) in sources {
            let joined = spans::normal(segments).into_iter();
            frames.extend(joined.flat_map(|span| rects(laid, span)).map(|rect| (color, frame(rect))));
        }
        if frames.len() > ROUND {
            for (color, frame) in frames {
                self.plain_frame(lines, frame, color);
            }
            return Vec::new();
        }
        let corners = CornerRadius::same(radius::FRAME);
        let shape = |(color, frame)| {
            Shape::rect_stroke(frame, corners, Stroke::new(stroke::HAIR, color), StrokeKind::Inside)
        };
        frames.into_iter().map(shape).collect()
    }

    fn plain_frame(&self, mesh: &mut Mesh, frame: Rect, color: Color32) {
        let (across, down) = (vec2(frame.width(), stroke::HAIR), vec2(stroke::HAIR, frame.height()));
        for arm in [across, down] {
            self.bar(mesh, Rect::from_min_size(frame.min, arm), color);
            self.bar(mesh, Rect::from_min_max(frame.max - arm, frame.max), color);
        }
    }
}

fn named(laid: &Laid, names: &[(usize, usize)]) -> Vec<(usize, f32)> {
    names.iter().map(|(quote, at)| (*quote, caret(laid, *at).1.center().y)).collect()
}

/// The frame around a row's stretch.
fn frame(row: Rect) -> Rect {
    let min = row.min - vec2(stroke::HAIR, -stroke::HAIR);
    Rect::from_min_max(min, row.max + vec2(stroke::HAIR, -size::UNDERLINE))
}

/// How thick underlines are, and how far above one another.
#[derive(Debug, Clone, Copy)]
struct Foot {
    width: f32,
    step: f32,
}

impl Foot {
    fn new(crowded: bool) -> Self {
        if crowded {
            Self { width: size::UNDERLINE_THIN, step: size::LANE_THIN }
        } else {
            Self { width: size::UNDERLINE, step: size::LANE }
        }
    }
}

/// How an underline is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Solid,
    Dashed,
    /// Half solid, half dashed.
    Half,
    Double,
    Dotted,
    Thin,
}
