//! One frame of the page: what is seen, in the order it is painted.

use std::ops::Range;
use std::sync::Arc;

use egui::epaint::TextShape;
use egui::{
    Align2, Color32, CornerRadius, Pos2, Rangef, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, pos2, vec2,
};

use super::block::BlockKind;
use super::ink::{Ink, InkKey, Pen};
use super::rows::rects;
use super::sheet::Sheet;
use super::{Page, PageEvent, PageInput};
use crate::gui::theme::{self, Face, Palette, radius, size, space, stroke, type_scale};
use crate::gui::words::tr;
use crate::model::Span;

/// Names from above the view may reach into it.
const ABOVE: f32 = 160.0;

/// What of the page is seen, and where.
pub(super) struct View {
    /// From the page's corner to the window's.
    pub origin: Vec2,
    pub clip: Rect,
    /// The heights in sight.
    pub sight: Rangef,
    /// The blocks that are laid out: those in sight and a few above.
    pub blocks: Range<usize>,
    pub scale: f32,
}

impl View {
    /// A place of the page, in the window, on a whole pixel.
    pub(super) fn place(&self, at: Pos2) -> Pos2 {
        let snap = |value: f32| (value * self.scale).round() / self.scale;
        pos2(snap(at.x + self.origin.x), snap(at.y + self.origin.y))
    }
}

impl Page {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        sheet: &Sheet,
        viewport: Rect,
        input: &PageInput<'_>,
        events: &mut Vec<PageEvent>,
    ) -> Response {
        let view = self.lay(ui, sheet, viewport);
        self.origin = view.origin;
        let foot = space(10);
        ui.set_min_size(vec2(self.flow.measure.page, self.flow.total() + foot));
        let response = ui.interact(view.clip, ui.scope_id().with("words"), Sense::click_and_drag());
        let paragraphs = sheet.paragraphs;
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Document, true, tr!("page-article", number = paragraphs))
        });
        self.point(ui, sheet, &view, &response, input, events);
        self.press_keys(ui, sheet, &view, &response, input, events);
        self.announce(ui, sheet, &view, &response);
        self.paint(ui, sheet, &view, &response, input);
        self.show_names(ui, &view, input, events);
        self.paint_counts(ui, &view);
        self.show_folds(ui, sheet, &view, events);
        self.ring(ui, &view, &response);
        self.scroll.hold(sheet, &self.flow, view.sight.min);
        response
    }

    /// Lays out what is seen. Heights that turn out otherwise above the view
    /// move the view along, so that nothing in it jumps.
    fn lay(&mut self, ui: &Ui, sheet: &Sheet, viewport: Rect) -> View {
        let mut sight = viewport.y_range();
        let crossing = self.flow.block_at(sight.min);
        let anchor = crossing + 1;
        let before = (self.flow.top(anchor) < sight.max).then(|| self.flow.top(anchor));
        let mut blocks = self.flow.lay_between(ui.ctx(), sheet, sight.min - ABOVE, sight.max);
        if let Some(before) = before {
            let by = self.flow.top(anchor) - before;
            if by != 0.0 && sight.min + by >= 0.0 {
                sight = Rangef::new(sight.min + by, sight.max + by);
                self.scroll.go(sight.min);
                ui.ctx().request_repaint();
                blocks = self.flow.lay_between(ui.ctx(), sheet, sight.min - ABOVE, sight.max);
            }
        }
        let corner = ui.max_rect().min;
        let moved = viewport.min.y - sight.min;
        View {
            origin: vec2(corner.x, corner.y + moved),
            clip: ui.clip_rect(),
            sight,
            blocks,
            scale: ui.ctx().pixels_per_point(),
        }
    }

    /// Where a block's words begin in the window.
    pub(super) fn corner(&self, view: &View, index: usize) -> Pos2 {
        view.place(pos2(self.flow.measure.left, self.flow.text_top(index)))
    }

    fn ink(&mut self, view: &View, palette: &Palette, input: &PageInput<'_>) {
        let key = InkKey { generation: self.generation, selected: input.selected, dark: palette.dark };
        let pen = Pen { palette, marks: &self.marks, scale: view.scale, key };
        for index in view.blocks.clone() {
            let at = view.place(pos2(self.flow.measure.left, self.flow.text_top(index)));
            let (Some(laid), Some(block)) = (self.flow.laid_mut(index), self.marks.blocks.get(index)) else {
                continue;
            };
            if laid.ink.as_ref().is_none_or(|ink| ink.key != key) {
                laid.ink = Some(match (&self.readings, self.reading_blocks.get(index)) {
                    (Some(readings), Some(block)) => Ink::of_readings(&pen, laid, readings, block),
                    _ => Ink::new(&pen, laid, block),
                });
            }
            if let Some(ink) = &mut laid.ink {
                ink.move_to(at.to_vec2());
            }
        }
    }

    fn paint(&mut self, ui: &Ui, sheet: &Sheet, view: &View, response: &Response, input: &PageInput<'_>) {
        let palette = theme::palette(ui);
        self.ink(view, palette, input);
        let mut below: Vec<Shape> = Vec::with_capacity(64);
        let mut above: Vec<Shape> = Vec::with_capacity(64);
        let mut words: Vec<Shape> = Vec::with_capacity(64);
        let seen = view.blocks.clone().filter(|index| self.flow.top(index + 1) >= view.sight.min);
        for index in seen {
            let (Some(laid), Some(block)) = (self.flow.laid(index), sheet.blocks.get(index)) else {
                continue;
            };
            let Some(ink) = &laid.ink else { continue };
            let corner = self.corner(view, index);
            if !ink.grounds.is_empty() {
                below.push(Shape::Mesh(Arc::clone(&ink.grounds)));
            }
            if !ink.lines.is_empty() {
                above.push(Shape::Mesh(Arc::clone(&ink.lines)));
            }
            above.extend(ink.frames.iter().map(|frame| {
                let mut frame = frame.clone();
                frame.translate(corner.to_vec2());
                frame
            }));
            let color = word_color(palette, block.kind);
            words.push(Shape::Text(TextShape::new(corner, Arc::clone(&ink.galley), color)));
            if let Some(number) = block.number {
                words.push(self.number(ui, palette, view, index, number));
            }
        }
        self.paint_found(palette, sheet, view, input, &mut below);
        if let Some(selection) = self.selection() {
            self.paint_span(sheet, view, selection, palette.selection, &mut below);
        }
        let painter = ui.painter();
        painter.extend(below);
        painter.extend(above);
        painter.extend(words);
        self.paint_selected(ui, sheet, view, input);
        self.paint_chosen(ui, sheet, view, input);
        self.paint_edge(ui, sheet, view);
        if response.has_focus() {
            self.paint_caret(ui, sheet, view, palette);
        }
    }

    /// How many underlines more a line has, beside it.
    fn paint_counts(&self, ui: &Ui, view: &View) {
        let palette = theme::palette(ui);
        for index in view.blocks.clone() {
            let Some(ink) = self.flow.laid(index).and_then(|laid| laid.ink.as_ref()) else { continue };
            for (foot, count) in &ink.counts {
                let font = theme::font(Face::UiMedium, type_scale::TINY);
                let at = self.corner(view, index) + vec2(self.flow.measure.column + stroke::FOCUS, *foot);
                let text = ui.painter().layout_no_wrap(format!("+{count}"), font, palette.dim);
                let rect = Align2::LEFT_BOTTOM.anchor_size(at, text.size());
                ui.painter().rect_filled(rect, CornerRadius::ZERO, palette.page);
                ui.painter().galley(rect.min, text, palette.dim);
            }
        }
    }

    fn number(&self, ui: &Ui, palette: &Palette, view: &View, index: usize, number: usize) -> Shape {
        let font = theme::font(Face::Ui, type_scale::SECOND);
        let text = ui.painter().layout_no_wrap(number.to_string(), font, palette.faint);
        let middle = self.flow.text_top(index) + type_scale::READING.line / 2.0;
        let gap = size::NUMBER_GAP.min(self.flow.measure.gutter / 3.0);
        let right = pos2(self.flow.measure.left - gap - size::BAR_GAP / 2.0 + size::BAR, middle);
        let rect = Align2::RIGHT_CENTER.anchor_size(view.place(right), text.size());
        Shape::galley(rect.min, text, palette.faint)
    }

    fn paint_found(
        &self,
        palette: &Palette,
        sheet: &Sheet,
        view: &View,
        input: &PageInput<'_>,
        shapes: &mut Vec<Shape>,
    ) {
        let blocks = sheet.blocks.get(view.blocks.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return };
        let from = input.found.partition_point(|span| span.end <= first.span.start);
        let hits = input.found.iter().enumerate().skip(from);
        for (index, span) in hits.take_while(|(_, span)| span.start < last.span.end) {
            let before = shapes.len();
            self.paint_span(sheet, view, *span, palette.found, shapes);
            if input.found_current == Some(index) {
                let line = Stroke::new(stroke::FOCUS, palette.accent);
                let corners = CornerRadius::same(radius::FRAME);
                let grounds = shapes.get(before..).unwrap_or_default().iter();
                let frames: Vec<Shape> = grounds
                    .map(Shape::visual_bounding_rect)
                    .map(|rect| Shape::rect_stroke(rect, corners, line, StrokeKind::Outside))
                    .collect();
                shapes.extend(frames);
            }
        }
    }

    fn paint_span(&self, sheet: &Sheet, view: &View, span: Span, color: Color32, shapes: &mut Vec<Shape>) {
        let blocks = sheet.blocks.get(view.blocks.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return };
        let Some(span) = span.intersection(Span::new(first.span.start, last.span.end)) else { return };
        for (index, part) in sheet.parts(span) {
            let Some(laid) = self.flow.laid(index) else { continue };
            let corner = self.corner(view, index).to_vec2();
            for rect in rects(laid, part) {
                let rect = Rect::from_min_max(rect.min + vec2(0.0, stroke::HAIR), rect.max);
                shapes.push(Shape::rect_filled(rect.translate(corner), CornerRadius::ZERO, color));
            }
        }
    }

    fn paint_caret(&self, ui: &Ui, sheet: &Sheet, view: &View, palette: &Palette) {
        let moves = ui.style().animation_time > 0.0;
        let (seen, next) = if moves { self.caret.blink(ui.input(|input| input.time)) } else { (true, None) };
        if let Some(next) = next {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(next));
        }
        if !seen {
            return;
        }
        if let Some(rect) = self.caret_rect(sheet, view) {
            ui.painter().rect_filled(rect, CornerRadius::ZERO, palette.accent);
        }
    }

    fn caret_rect(&self, sheet: &Sheet, view: &View) -> Option<Rect> {
        let (index, offset) = sheet.place(self.caret.head)?;
        let (_, row) = super::rows::caret(self.flow.laid(index)?, offset);
        let corner = self.corner(view, index).to_vec2();
        let bar = Rect::from_center_size(row.center(), vec2(size::CARET, row.height() - space(1)));
        Some(bar.translate(corner))
    }

    /// Each paragraph in sight, for screen readers.
    fn announce(&self, ui: &Ui, sheet: &Sheet, view: &View, response: &Response) {
        for index in view.blocks.clone() {
            let (Some(laid), Some(block)) = (self.flow.laid(index), sheet.blocks.get(index)) else {
                continue;
            };
            if !block.kind.is_text() && block.kind != BlockKind::Metadata {
                continue;
            }
            let id = response.id.with(("block", block.span.start, block.kind == BlockKind::Metadata));
            let corner = self.corner(view, index);
            let rect = Rect::from_min_size(corner, laid.galley.size()).intersect(view.clip);
            if !rect.is_positive() {
                continue;
            }
            let node = ui.interact(rect, id, Sense::hover());
            node.widget_info(|| WidgetInfo::labeled(Role::Label, true, laid.galley.text()));
            egui::text_selection::accesskit_text::update_accesskit_for_text_widget(
                ui.ctx(),
                id,
                None,
                egui::emath::TSTransform::from_translation(corner.to_vec2()),
                &laid.galley,
            );
        }
    }

    fn ring(&self, ui: &Ui, view: &View, response: &Response) {
        if self.ring && response.has_focus() {
            let accent = theme::palette(ui).accent;
            let line = Stroke::new(stroke::FOCUS, accent);
            let corners = CornerRadius::same(radius::FRAME);
            ui.painter().rect_stroke(view.clip, corners, line, StrokeKind::Inside);
        }
    }
}

fn word_color(palette: &Palette, kind: BlockKind) -> Color32 {
    match kind {
        BlockKind::Headline | BlockKind::Body => palette.text,
        _ => palette.dim,
    }
}
