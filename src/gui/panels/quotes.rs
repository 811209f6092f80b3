//! The article's quotes: the selected one as a card, the others as rows.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CornerRadius, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::card;
use crate::gui::action::Action;
use crate::gui::page::{Hues, hues};
use crate::gui::theme::{self, Face, font, icon, radius, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, key_cap};
use crate::gui::words;
use crate::model::{Quote, QuoteType};
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let mut actions = Vec::new();
    let (Some(document), Some(author)) = (workspace.document(), workspace.author()) else { return actions };
    let hues = hues(document, workspace.registry());
    ScrollArea::vertical().auto_shrink(false).id_salt("quotes").show(ui, |ui| {
        let margin = egui::Margin {
            left: space(3) as i8,
            right: space(3) as i8,
            top: space(3) as i8,
            bottom: space(3) as i8,
        };
        egui::Frame::NONE.inner_margin(margin).show(ui, |ui| {
            let selected = view.selected.and_then(|id| document.quote(id)).map(Arc::clone);
            if let Some(quote) = &selected {
                actions.extend(card::show(ui, workspace, view, quote, &hues));
                ui.add_space(space(3));
            }
            let mut any = false;
            for quote in document.quotes_of(author).filter(|quote| Some(quote.id) != view.selected) {
                any = true;
                if row(ui, workspace, quote, color_of(ui, quote, &hues)) {
                    actions.push(Action::Select { quote: Some(quote.id), reveal: true });
                }
            }
            if !any && selected.is_none() {
                empty(ui);
            }
        });
    });
    actions
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
    if names.is_empty() { "no speaker".to_owned() } else { names.join(", ") }
}

fn empty(ui: &mut Ui) {
    ui.add_space(space(4));
    dim(ui, "No quotes in this article yet.");
    ui.add_space(space(3));
    let steps = [
        ("Q", "marks the selected words as a quote"),
        ("C", "then its cue: said, katanya, menurut"),
        ("S", "its source: the name or pronoun credited"),
        ("L", "links the speaker by name"),
    ];
    for (key, what) in steps {
        ui.horizontal(|ui| {
            key_cap(ui, key);
            dim(ui, what);
        });
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
    let about = format!("{names} {} {}", icon::DOT, words::quote_type(quote.quote_type));
    let first = line(quote.words().replace('\n', " "), Face::Reading, type_scale::QUOTE, palette.text);
    let second = line(about.clone(), Face::Ui, type_scale::SECOND, palette.dim);
    ui.painter().galley(pos2(left, rect.top() + space(1)), first, palette.text);
    ui.painter().galley(pos2(left, rect.bottom() - space(1) - second.size().y), second, palette.dim);
    let label = format!("Quote: {}, {about}", quote.words());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    response.clicked()
}

/// A quote's bar tells its type as its underline on the page does: whole,
/// broken, half and half.
fn type_bar(ui: &Ui, bar: Rect, quote_type: QuoteType, color: Color32) {
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
