//! Suggestions below the quotes: dim, each in two lines, the next one with
//! its key.

use std::ops::Range;

use egui::text::{LayoutJob, TextWrapping};
use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::quotes::type_bar;
use crate::gui::action::Action;
use crate::gui::command::{Command, SuggestCommand};
use crate::gui::suggestions::SuggestAction;
use crate::gui::theme::{self, Face, font, icon, radius, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::key_at;
use crate::gui::words::{self, tr};
use crate::model::QuoteId;
use crate::suggest::Suggestion;

/// The suggestions of these places in the list.
pub fn rows(ui: &mut Ui, view: &View, range: Range<usize>) -> Vec<Action> {
    let current = view.suggestions.current().map(|(id, _)| *id);
    let key = view.keymap.shown(ui.ctx(), Command::Suggest(SuggestCommand::Accept));
    let ghosts = view.suggestions.ghosts();
    let shown = view.suggestions.shown().iter().zip(&ghosts.list).take(range.end).skip(range.start);
    shown
        .filter_map(|((id, one), ghost)| {
            let key = if current == Some(*id) { key.as_str() } else { "" };
            row(ui, view, (*id, one), &ghost.quote.words(), key)
        })
        .collect()
}

fn row(
    ui: &mut Ui,
    view: &View,
    (id, one): (QuoteId, &Suggestion),
    content: &str,
    key: &str,
) -> Option<Action> {
    let palette = theme::palette(ui);
    let wanted = vec2(ui.available_width(), size::QUOTE_ROW);
    let (rect, response) = ui.push_id(id, |ui| ui.allocate_exact_size(wanted, Sense::click())).inner;
    let corners = CornerRadius::same(radius::FIELD);
    if response.hovered() {
        ui.painter().rect_filled(rect, corners, palette.hover);
    }
    if response.has_focus() || view.suggestions.selected() == Some(id) {
        let (width, color) =
            if response.has_focus() { (stroke::FOCUS, palette.accent) } else { (stroke::HAIR, palette.edge) };
        ui.painter().rect_stroke(rect, corners, Stroke::new(width, color), StrokeKind::Inside);
    }
    let left = rect.left() + space(1) / 2.0;
    let bar = Rect::from_min_max(
        pos2(left, rect.top() + space(1)),
        pos2(left + size::BAR, rect.bottom() - space(1)),
    );
    type_bar(ui, bar, one.quote_type, palette.faint);
    let mut right = rect.right() - space(1);
    if !key.is_empty() {
        right = key_at(ui, pos2(right, rect.center().y), key).left() - space(2);
    }
    let left = bar.right() + space(2);
    let line = |words: String, face: Face, scale| {
        let mut job = LayoutJob::simple_singleline(words, font(face, scale), palette.dim);
        job.wrap = TextWrapping::truncate_at_width(right - left);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let who = one.candidates.first().map_or_else(|| tr!("suggest-who"), |first| first.name.clone());
    let about = tr!("suggest-suggested", who = who);
    let about = format!("{about} {} {}", icon::DOT, words::quote_type(one.quote_type));
    let first = line(content.replace('\n', " "), Face::Reading, type_scale::QUOTE);
    let second = line(about.clone(), Face::Ui, type_scale::SECOND);
    ui.painter().galley(pos2(left, rect.top() + space(1)), first, palette.dim);
    ui.painter().galley(pos2(left, rect.bottom() - space(1) - second.size().y), second, palette.dim);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{about}: {content}")));
    if response.double_clicked() {
        return Some(Action::Suggest(SuggestAction::Accept(id)));
    }
    response.clicked().then_some(Action::Suggest(SuggestAction::Choose { id, reveal: true }))
}
