//! The names in the right margin.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CornerRadius, CursorIcon, FontId, Galley, Rect, Role, Sense, Shape, Stroke, StrokeKind,
    TextFormat, Ui, WidgetInfo, pos2, vec2,
};

use super::marks::{Marked, type_name};
use super::paint::View;
use super::rows;
use super::sheet::Sheet;
use super::{Page, PageEvent, PageInput};
use crate::gui::theme::{self, Face, radius, size, space, stroke, type_scale};

/// Letters of the words that are read out with a quote.
const READ_OUT: usize = 60;

/// A name and where it stands.
struct Name {
    /// Place in `Marks::quotes`.
    quote: usize,
    /// The middle of the line it belongs to.
    line: f32,
    top: f32,
    /// Quotes that are named nowhere for want of room below this name.
    more: usize,
}

const HEIGHT: f32 = 2.0 * type_scale::SECOND.line;

impl Page {
    pub(super) fn show_names(
        &mut self,
        ui: &Ui,
        sheet: &Sheet,
        view: &View,
        input: &PageInput<'_>,
        events: &mut Vec<PageEvent>,
    ) {
        if self.flow.measure.names_width <= 0.0 {
            return;
        }
        for name in self.places(sheet, view) {
            let Some(marked) = self.marks.quotes.get(name.quote) else { continue };
            if name.top + HEIGHT < view.clip.min.y || name.top > view.clip.max.y {
                continue;
            }
            if self.show_name(ui, view, &name, marked, input) {
                let id = marked.quote.id;
                events.push(PageEvent::SelectQuote(Some(id)));
            }
        }
    }

    /// Level with each quote's first line; those that would collide move
    /// down, and those that would have to move too far are counted.
    fn places(&self, sheet: &Sheet, view: &View) -> Vec<Name> {
        let mut names: Vec<Name> = Vec::new();
        let mut free = f32::NEG_INFINITY;
        for index in view.blocks.clone() {
            let (Some(marks), Some(laid)) = (self.marks.blocks.get(index), self.flow.laid(index)) else {
                continue;
            };
            if sheet.blocks.get(index).is_none() || marks.names.is_empty() {
                continue;
            }
            let corner = self.corner(view, index);
            let mut last: Option<(usize, f32)> = None;
            for (quote, at) in &marks.names {
                // Row after row: the places are sorted.
                let line = match last {
                    Some((known, line)) if known == *at => line,
                    _ => corner.y + rows::caret(laid, *at).1.center().y,
                };
                last = Some((*at, line));
                let natural = line - type_scale::SECOND.line / 2.0;
                let top = natural.max(free);
                match names.last_mut() {
                    Some(before) if top - natural > size::NAME_PUSH => before.more += 1,
                    _ => {
                        names.push(Name { quote: *quote, line, top, more: 0 });
                        free = top + HEIGHT + stroke::FOCUS;
                    }
                }
            }
        }
        names
    }

    fn show_name(&self, ui: &Ui, view: &View, name: &Name, marked: &Marked, input: &PageInput<'_>) -> bool {
        let palette = theme::palette(ui);
        let measure = self.flow.measure;
        let left = view.origin.x + measure.names;
        let width = measure.names_width;
        let color = marked.hue.map_or(palette.dim, |hue| hue.color(palette));
        let who = marked.name.as_deref().unwrap_or("no speaker");
        let face = if marked.name.is_some() { Face::UiSemibold } else { Face::Ui };
        let detail = match name.more {
            0 => marked.detail.clone(),
            more => format!("{}  +{more}", marked.detail),
        };
        let flag = if marked.claim { size::FLAG + space(1) } else { 0.0 };
        let title = line(ui, who, theme::font(face, type_scale::SECOND), color, width - flag);
        let detail = line(ui, &detail, theme::font(Face::Ui, type_scale::SECOND), palette.dim, width);
        let at = view.place(pos2(left, name.top) - view.origin);
        let size_of = vec2(title.size().x.max(detail.size().x) + flag, HEIGHT);
        let area = Rect::from_min_size(at, size_of).expand2(vec2(space(1), 0.0));
        let id = ui.scope_id().with(("name", marked.quote.id));
        let button = ui.interact(area.intersect(view.clip), id, Sense::click());
        button.widget_info(|| {
            WidgetInfo::selected(
                Role::Button,
                true,
                input.selected == Some(marked.quote.id),
                read_out(marked, input),
            )
        });
        let painter = ui.painter();
        if button.hovered() {
            painter.rect_filled(area, CornerRadius::same(radius::KEY), palette.hover);
        }
        if button.has_focus() {
            let ring = Stroke::new(stroke::FOCUS, palette.accent);
            painter.rect_stroke(area, CornerRadius::same(radius::KEY), ring, StrokeKind::Outside);
        }
        let line_of_name = at.y + type_scale::SECOND.line / 2.0;
        if line_of_name - name.line > space(1) {
            let hair = Stroke::new(stroke::HAIR, palette.edge);
            let right = view.origin.x + measure.right() + stroke::FOCUS;
            let turn = left - space(1);
            let elbow = f32::midpoint(right, turn);
            let points = [
                pos2(right, name.line),
                pos2(elbow, name.line),
                pos2(elbow, line_of_name),
                pos2(turn, line_of_name),
            ];
            painter.add(Shape::line(points.to_vec(), hair));
        }
        let below = at + vec2(0.0, type_scale::SECOND.line);
        if marked.claim {
            let top = at + vec2(title.size().x + space(1), (type_scale::SECOND.line - size::FLAG) / 2.0);
            let flag = Rect::from_min_size(top, vec2(size::FLAG, size::FLAG));
            painter.rect_filled(flag, CornerRadius::ZERO, palette.accent);
        }
        painter.galley(at, title, color);
        painter.galley(below, detail, palette.dim);
        let full = marked.quote.speakers.first().and_then(|id| input.registry.speakers.get(id));
        let button = match full.filter(|speaker| speaker.name != who || speaker.name.len() > READ_OUT / 4) {
            Some(speaker) => button.on_hover_text(&speaker.name),
            None => button,
        };
        button.on_hover_cursor(CursorIcon::PointingHand).clicked()
    }
}

/// One line, cut with an ellipsis where it is too long.
fn line(ui: &Ui, words: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let format =
        TextFormat { font_id: font, color, line_height: Some(type_scale::SECOND.line), ..Default::default() };
    let mut job = LayoutJob::single_section(words.to_owned(), format);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}

/// "Quote, direct, Vladimir Putin: “Saya percaya…”"
fn read_out(marked: &Marked, input: &PageInput<'_>) -> String {
    let speaker = marked.quote.speakers.first().and_then(|id| input.registry.speakers.get(id));
    let who = speaker.map_or("no speaker", |speaker| &speaker.name);
    let words = marked.quote.words();
    let marks: &[char] = &['"', '“', '”', '„', '«', '»'];
    let words = words.trim_matches(marks);
    let mut short: String = words.chars().take(READ_OUT).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    format!("Quote, {}, {who}: “{short}”", type_name(marked.quote.quote_type))
}
