//! The article's quotes: the selected one as a card, the others as rows.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CornerRadius, Margin, Rect, Role as Access, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::{card, review, suggested};
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::page::Hues;
use crate::gui::theme::{self, Face, font, icon, radius, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, key_cap};
use crate::gui::words::{self, tr};
use crate::model::{Anchor, Quote, QuoteType, Role};
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let mut actions = Vec::new();
    let (Some(document), Some(author)) = (workspace.document(), workspace.author()) else { return actions };
    let hues = view.hues.get();
    let selected = view.selected.and_then(|id| document.quote(id)).map(Arc::clone);
    let others: Vec<&Arc<Quote>> =
        document.quotes_of(author).filter(|quote| Some(quote.id) != view.selected).collect();
    if let Some(quote) = &selected {
        let keep =
            if others.is_empty() && view.suggestions.shown().is_empty() { 0.0 } else { size::ROWS_LEAST };
        let room = (ui.available_height() - keep).max(ui.available_height() / 2.0);
        ScrollArea::vertical().auto_shrink([false, true]).max_height(room).id_salt("card").show(ui, |ui| {
            egui::Frame::NONE.inner_margin(Margin::same(space(3) as i8)).show(ui, |ui| {
                actions.extend(card::show(ui, workspace, view, quote, &hues));
                ui.add_space(space(2));
                actions.extend(review::threads(ui, workspace, view, None, &[Anchor::Quote(quote.id)]));
            });
        });
    }
    let ghosts = view.suggestions.shown().len();
    if others.is_empty() && ghosts == 0 && selected.is_none() {
        egui::Frame::NONE.inner_margin(Margin::same(space(4) as i8)).show(ui, |ui| empty(ui, view));
        return actions;
    }
    if selected.is_none() {
        ui.add_space(space(1));
    }
    let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("quotes");
    let last = (others.len() as f32 * size::QUOTE_ROW - ui.available_height()).max(0.0);
    let wanted = place(ui, view, selected.as_deref(), &others);
    if let Some(offset) = wanted.or(Some(view.rows_offset).filter(|offset| *offset > last)) {
        area = area.vertical_scroll_offset(offset.min(last));
    }
    let margin = Margin { left: space(3) as i8, right: space(3) as i8, ..Margin::ZERO };
    let hairline = ui.cursor().top();
    ui.spacing_mut().item_spacing.y = 0.0;
    let shown = area.show_rows(ui, size::QUOTE_ROW, others.len() + ghosts, |ui, range| {
        egui::Frame::NONE.inner_margin(margin).show(ui, |ui| {
            let quotes = range.start.min(others.len())..range.end.min(others.len());
            for quote in others.get(quotes).unwrap_or_default() {
                if row(ui, workspace, quote, color_of(ui, quote, &hues)) {
                    actions.push(Action::Select { quote: Some(quote.id), reveal: true });
                }
            }
            let from = others.len();
            actions.extend(suggested::rows(
                ui,
                view,
                range.start.max(from) - from..range.end.max(from) - from,
            ));
        });
    });
    view.rows_offset = shown.state.clamped_offset().y;
    if view.rows_offset > 0.0 && selected.is_some() {
        let line = Stroke::new(stroke::HAIR, theme::palette(ui).line);
        ui.painter().hline(ui.max_rect().x_range(), hairline, line);
    }
    actions
}

/// Where the list has to be scrolled to so that the neighbours of the
/// selected quote are in sight; nowhere while they are.
fn place(ui: &Ui, view: &mut View, selected: Option<&Quote>, others: &[&Arc<Quote>]) -> Option<f32> {
    let selected = selected.filter(|_| std::mem::take(&mut view.reveal_row))?;
    let at = others.partition_point(|quote| quote.reading_order() < selected.reading_order());
    let (top, foot) = (at.saturating_sub(1) as f32, (at + 1).min(others.len()) as f32);
    let (top, foot, height) = (top * size::QUOTE_ROW, foot * size::QUOTE_ROW, ui.available_height());
    let seen = view.rows_offset;
    let offset = if foot > seen + height { (foot - height).min(top) } else { seen.min(top) };
    ((offset - seen).abs() > 0.5).then_some(offset.max(0.0))
}

/// The colour of a quote: its first speaker's, grey without one.
pub fn color_of(ui: &Ui, quote: &Quote, hues: &Hues) -> Color32 {
    let palette = theme::palette(ui);
    let hue = quote.speakers.first().and_then(|speaker| hues.get(speaker));
    hue.map_or(palette.dim, |hue| hue.color(palette))
}

/// Who says it, for showing.
pub fn speaker_names(workspace: &Workspace, quote: &Quote) -> String {
    let names: Vec<&str> = quote
        .speakers
        .iter()
        .filter_map(|id| workspace.registry().speakers.get(id))
        .map(|speaker| speaker.name.as_str())
        .collect();
    if names.is_empty() { tr!("side-no-speaker") } else { names.join(", ") }
}

/// What to do in an article without quotes.
fn empty(ui: &mut Ui, view: &View) {
    dim(ui, tr!("side-empty"));
    ui.add_space(space(3));
    let steps = [
        (Command::MarkQuote, tr!("side-step-quote")),
        (Command::Mark(Role::Cue), tr!("side-step-cue")),
        (Command::Mark(Role::Source), tr!("side-step-source")),
        (Command::LinkSpeaker, tr!("side-step-speaker")),
    ];
    for (command, what) in steps {
        ui.horizontal_wrapped(|ui| {
            key_cap(ui, &view.keymap.shown(ui.ctx(), command));
            dim(ui, what);
        });
        ui.add_space(space(1));
    }
}

/// One quote in two lines; true when it was clicked.
fn row(ui: &mut Ui, workspace: &Workspace, quote: &Quote, color: Color32) -> bool {
    let palette = theme::palette(ui);
    let wanted = vec2(ui.available_width(), size::QUOTE_ROW);
    let (rect, response) = ui.push_id(quote.id, |ui| ui.allocate_exact_size(wanted, Sense::click())).inner;
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::FIELD), palette.hover);
    }
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(radius::FIELD), ring, StrokeKind::Inside);
    }
    let bar = Rect::from_min_max(
        pos2(rect.left() + space(1) / 2.0, rect.top() + space(1)),
        pos2(rect.left() + space(1) / 2.0 + size::BAR, rect.bottom() - space(1)),
    );
    type_bar(ui, bar, quote.quote_type, color);
    let left = bar.right() + space(2);
    let line = |words: String, face: Face, scale, ink| {
        let mut job = LayoutJob::simple_singleline(words, font(face, scale), ink);
        job.wrap = TextWrapping::truncate_at_width(rect.right() - left - space(1));
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let names = speaker_names(workspace, quote);
    let dot = icon::DOT;
    let open = quote.speakers.is_empty();
    let mut about = format!("{names} {dot} {}", words::quote_type(quote.quote_type));
    if quote.note.is_some() {
        about = format!("{about} {dot} {}", tr!("side-has-note"));
    }
    let first = line(quote.words().replace('\n', " "), Face::Reading, type_scale::QUOTE, palette.text);
    let ink = if open { palette.warn } else { palette.dim };
    let second = line(about.clone(), Face::Ui, type_scale::SECOND, ink);
    ui.painter().galley(pos2(left, rect.top() + space(1)), first, palette.text);
    ui.painter().galley(pos2(left, rect.bottom() - space(1) - second.size().y), second, palette.dim);
    let label = tr!("side-quote-row", words = quote.words(), about = about);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &label));
    response.clicked()
}

/// A quote's bar tells its type as its underline on the page does: whole,
/// broken, half and half.
pub fn type_bar(ui: &Ui, bar: Rect, quote_type: QuoteType, color: Color32) {
    let solid = |from: f32, to: f32| {
        let part = Rect::from_min_max(pos2(bar.left(), from), pos2(bar.right(), to));
        ui.painter().rect_filled(part, CornerRadius::ZERO, color);
    };
    let dashed = |from: f32, to: f32| {
        let mut at = from;
        while at < to {
            solid(at, (at + size::DASH).min(to));
            at += size::DASH + size::DASH_GAP;
        }
    };
    match quote_type {
        QuoteType::Direct | QuoteType::FreeIndirect => solid(bar.top(), bar.bottom()),
        QuoteType::Mixed => {
            solid(bar.top(), bar.center().y);
            dashed(bar.center().y + size::DASH_GAP, bar.bottom());
        }
        QuoteType::Indirect | QuoteType::Reported | QuoteType::Unspecified => dashed(bar.top(), bar.bottom()),
    }
}
