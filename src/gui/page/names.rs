//! The names in the right margin.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CornerRadius, CursorIcon, FontId, Galley, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind,
    TextFormat, Ui, WidgetInfo, pos2, vec2,
};

use super::ghosts;
use super::marks::Marked;
use super::paint::View;
use super::readings::Verdict;
use super::{Page, PageEvent, PageInput};
use crate::gui::theme::{self, Face, icon, radius, size, space, stroke, type_scale};
use crate::gui::words::{self, tr};
use crate::model::QuoteId;

/// Letters of the words that are read out with a quote.
const READ_OUT: usize = 60;

/// A name, its lines and where they stand.
struct Name {
    /// Place in `Marks::quotes`.
    quote: usize,
    /// The middle of the line it belongs to.
    line: f32,
    top: f32,
    /// Quotes that are named nowhere for want of room below this name.
    more: usize,
    /// Whether it gave up what stood below it.
    short: bool,
    title: Arc<Galley>,
    details: Vec<Arc<Galley>>,
}

/// What a name in the margin stands for.
struct Said<'a> {
    id: QuoteId,
    claim: bool,
    /// What is read out, and shown where a line is cut.
    label: Box<dyn Fn() -> String + 'a>,
}

const LINE: f32 = type_scale::SECOND.line;

impl Name {
    fn height(&self) -> f32 {
        LINE * (1 + self.details.len()) as f32
    }
}

impl Page {
    pub(super) fn show_names(
        &mut self,
        ui: &Ui,
        view: &View,
        input: &PageInput<'_>,
        events: &mut Vec<PageEvent>,
    ) {
        if self.flow.measure.names_width <= 0.0 {
            self.tell_names(ui, view, input);
            return;
        }
        for name in self.places(ui, view) {
            let Some(said) = self.said(name.quote, input) else { continue };
            if name.top + name.height() < view.clip.min.y || name.top > view.clip.max.y {
                continue;
            }
            if self.show_name(ui, view, name, &said, input) {
                events.push(PageEvent::SelectQuote(Some(said.id)));
            }
        }
    }

    /// For those who listen, quotes are told where the margin has no room.
    fn tell_names(&self, ui: &Ui, view: &View, input: &PageInput<'_>) {
        for index in view.blocks.clone() {
            let Some(ink) = self.flow.laid(index).and_then(|laid| laid.ink.as_ref()) else { continue };
            let corner = self.corner(view, index);
            for (quote, middle) in &ink.names {
                let Some(said) = self.said(*quote, input) else { continue };
                let line = vec2(self.flow.measure.column, LINE);
                let rect = Rect::from_min_size(corner + vec2(0.0, middle - LINE / 2.0), line);
                let node = ui.interact(
                    rect.intersect(view.clip),
                    ui.scope_id().with(("name", said.id)),
                    Sense::hover(),
                );
                node.widget_info(|| WidgetInfo::labeled(Role::Label, true, (said.label)()));
            }
        }
    }

    /// Level with each quote's first line. Those that would collide give up
    /// what stands below them, then the later ones move down, and those that
    /// would have to move too far are counted.
    fn places(&self, ui: &Ui, view: &View) -> Vec<Name> {
        let mut names: Vec<Name> = Vec::new();
        let mut free = f32::NEG_INFINITY;
        for index in view.blocks.clone() {
            let Some(ink) = self.flow.laid(index).and_then(|laid| laid.ink.as_ref()) else { continue };
            let corner = self.corner(view, index);
            for (quote, middle) in &ink.names {
                let line = corner.y + middle;
                let natural = line - LINE / 2.0;
                // In review they say in what readings differ.
                if free > natural
                    && self.readings.is_none()
                    && let Some(before) = names.last_mut()
                    && !before.details.is_empty()
                {
                    before.details.clear();
                    before.short = true;
                    free = before.top + before.height() + stroke::FOCUS;
                }
                let top = natural.max(free);
                if let Some(before) = names.last_mut().filter(|_| top - natural > size::NAME_PUSH) {
                    before.more += 1;
                } else if let Some((title, details)) = self.lines(ui, *quote) {
                    let name = Name { quote: *quote, line, top, more: 0, short: false, title, details };
                    free = top + name.height() + stroke::FOCUS;
                    names.push(name);
                }
            }
        }
        names
    }

    /// What a name stands for.
    fn said<'a>(&'a self, index: usize, input: &'a PageInput<'_>) -> Option<Said<'a>> {
        if let Some(readings) = &self.readings {
            let reading = readings.groups.get(index)?;
            let label = Box::new(|| reading.verdict.label.clone());
            return Some(Said { id: reading.id, claim: false, label });
        }
        let marked = self.marks.quotes.get(index)?;
        let label = || if marked.ghost { marked.ghost_label(input) } else { read_out(marked, input) };
        Some(Said { id: marked.quote.id, claim: marked.claim, label: Box::new(label) })
    }

    fn lines(&self, ui: &Ui, index: usize) -> Option<(Arc<Galley>, Vec<Arc<Galley>>)> {
        match &self.readings {
            Some(readings) => Some(self.verdict(ui, &readings.groups.get(index)?.verdict)),
            None => Some(self.who(ui, self.marks.quotes.get(index)?)),
        }
    }

    /// How far a group agrees, as many words on a line as fit, and below it
    /// what became of it.
    fn verdict(&self, ui: &Ui, verdict: &Verdict) -> (Arc<Galley>, Vec<Arc<Galley>>) {
        let palette = theme::palette(ui);
        let width = self.flow.measure.names_width;
        let color = if verdict.open { palette.warn } else { palette.accent };
        let bold =
            |words: &str| line(ui, words, theme::font(Face::UiSemibold, type_scale::SECOND), color, width);
        let mut lines: Vec<(String, Arc<Galley>)> = Vec::new();
        for name in &verdict.names {
            let longer = lines.last().map(|(words, _)| format!("{words}, {name}"));
            let fitting = longer.map(|words| (bold(&words), words)).filter(|(galley, _)| !galley.elided);
            match (fitting, lines.last_mut()) {
                (Some((galley, words)), Some(last)) => *last = (words, galley),
                _ => lines.push((name.clone(), bold(name))),
            }
        }
        let plain =
            |words: &String| line(ui, words, theme::font(Face::Ui, type_scale::SECOND), palette.dim, width);
        let mut lines = lines.into_iter().map(|(_, galley)| galley);
        let title = lines.next().unwrap_or_else(|| bold(""));
        (title, lines.chain(verdict.details.iter().map(plain)).collect())
    }

    /// Who, and below it how and through whom: on one line where that fits.
    fn who(&self, ui: &Ui, marked: &Marked) -> (Arc<Galley>, Vec<Arc<Galley>>) {
        let palette = theme::palette(ui);
        let width = self.flow.measure.names_width;
        let color = marked.hue.map_or(palette.dim, |hue| hue.color(palette));
        let nobody = tr!("side-no-speaker");
        let who = marked.name.as_deref().unwrap_or(&nobody);
        let face = if marked.name.is_some() && !marked.ghost { Face::UiSemibold } else { Face::Ui };
        let flag = if marked.claim { size::FLAG + space(1) } else { 0.0 };
        let title = line(ui, who, theme::font(face, type_scale::SECOND), color, width - flag);
        let plain =
            |words: &str| line(ui, words, theme::font(Face::Ui, type_scale::SECOND), palette.dim, width);
        let details = match (marked.said.as_deref(), marked.via.as_deref()) {
            (Some(said), Some(via)) => {
                let both = plain(&format!("{said} {} {via}", icon::DOT));
                if both.elided { vec![plain(said), plain(via)] } else { vec![both] }
            }
            (said, via) => said.or(via).map(plain).into_iter().collect(),
        };
        (title, details)
    }

    fn show_name(&self, ui: &Ui, view: &View, name: Name, said: &Said<'_>, input: &PageInput<'_>) -> bool {
        let palette = theme::palette(ui);
        let left = view.origin.x + self.flow.measure.names;
        let at = view.place(pos2(left, name.top) - view.origin);
        let wide = name.details.iter().map(|line| line.size().x).fold(name.title.size().x, f32::max);
        let area = Rect::from_min_size(at, vec2(wide, name.height())).expand2(vec2(space(1), 0.0));
        let id = ui.scope_id().with(("name", said.id));
        let button = ui.interact(area.intersect(view.clip), id, Sense::click());
        button.widget_info(|| {
            WidgetInfo::selected(Role::Button, true, input.selected == Some(said.id), (said.label)())
        });
        let painter = ui.painter();
        if button.hovered() {
            painter.rect_filled(area, CornerRadius::same(radius::KEY), palette.hover);
        }
        if button.has_focus() {
            let ring = Stroke::new(stroke::FOCUS, palette.accent);
            painter.rect_stroke(area, CornerRadius::same(radius::KEY), ring, StrokeKind::Outside);
        }
        self.lead(ui, view, name.line, pos2(left, at.y + LINE / 2.0));
        if said.claim {
            let top = at + vec2(name.title.size().x + space(1), (LINE - size::FLAG) / 2.0);
            let flag = Rect::from_min_size(top, vec2(size::FLAG, size::FLAG));
            painter.rect_filled(flag, CornerRadius::ZERO, palette.accent);
        }
        if let Some(marked) = self.marks.quotes.get(name.quote).filter(|marked| marked.ghost) {
            ghosts::paint_key(ui, marked, input, (at, name.title.size().x, self.flow.measure.names_width));
            if input.selected == Some(said.id) {
                ghosts::paint_chosen(ui, area);
            }
        }
        let cut = name.short || name.title.elided || name.details.iter().any(|line| line.elided);
        let title = name.title.size().x + if said.claim { size::FLAG + space(1) } else { 0.0 };
        painter.galley(at, name.title, palette.text);
        let mut foot = at + vec2(0.0, LINE);
        let mut end = at + vec2(title + space(2), 0.0);
        for detail in name.details {
            end = foot + vec2(detail.size().x + space(2), 0.0);
            painter.galley(foot, detail, palette.dim);
            foot.y += LINE;
        }
        if name.more > 0 {
            let more = format!("+{}", name.more);
            let medium = theme::font(Face::UiMedium, type_scale::SECOND);
            let more = painter.layout_no_wrap(more, medium, palette.dim);
            painter.galley(end, more, palette.dim);
        }
        let button = if cut { button.on_hover_text((said.label)()) } else { button };
        button.on_hover_cursor(CursorIcon::PointingHand).clicked()
    }

    /// The hairline from a quote's line to a name that had to move down.
    fn lead(&self, ui: &Ui, view: &View, line: f32, name: Pos2) {
        if name.y - line <= space(1) {
            return;
        }
        let hair = Stroke::new(stroke::HAIR, theme::palette(ui).edge);
        let right = view.origin.x + self.flow.measure.right() + stroke::FOCUS;
        let turn = name.x - space(1);
        let elbow = f32::midpoint(right, turn);
        let points = [pos2(right, line), pos2(elbow, line), pos2(elbow, name.y), pos2(turn, name.y)];
        ui.painter().add(Shape::line(points.to_vec(), hair));
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

/// "Quote by Vladimir Putin, direct: “Saya percaya…”"
fn read_out(marked: &Marked, input: &PageInput<'_>) -> String {
    let speaker = marked.quote.speakers.first().and_then(|id| input.registry.speakers.get(id));
    let words = marked.quote.words();
    let marks: &[char] = &['"', '“', '”', '„', '«', '»'];
    let words = words.trim_matches(marks);
    let mut short: String = words.chars().take(READ_OUT).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    let kind = words::quote_type(marked.quote.quote_type);
    let said = match speaker {
        Some(speaker) => tr!("page-quote-by", who = speaker.name.as_str(), kind = kind),
        None => tr!("page-quote-by-nobody", kind = kind),
    };
    let via = marked.via.as_ref().map_or_else(String::new, |via| format!(", {via}"));
    let claim = if marked.claim { tr!("page-and-claim") } else { String::new() };
    format!("{said}{via}{claim}: “{short}”")
}
