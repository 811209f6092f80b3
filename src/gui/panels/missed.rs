//! What may have been missed: quotation marks and reporting verbs that no
//! quote covers, each to be marked or waved through by one key.

use egui::{Key, Modifiers, RichText, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::gui::action::Action;
use crate::gui::suggestions::SuggestAction;
use crate::gui::theme::{self, Face, font, radius, size, space, type_scale};
use crate::gui::view::{After, View};
use crate::gui::widgets::{dim, heading, key_cap, main_button};
use crate::gui::words::tr;
use crate::model::{Span, Text};
use crate::suggest::{Place, PlaceKind};
use crate::workspace::Workspace;

/// Code points before and after a place that are shown with it.
const AROUND: usize = 28;
/// Most code points of a place itself.
const MOST: usize = 60;

pub fn show(
    ui: &mut Ui,
    workspace: &Workspace,
    view: &View,
    chosen: &mut usize,
    after: After,
) -> Vec<Action> {
    let Some(document) = workspace.document() else { return vec![Action::ClosePopup] };
    let missed = view.suggestions.missed();
    ui.set_width(size::MISSED);
    heading(ui, &tr!("suggest-missed"));
    dim(ui, tr!("suggest-missed-why", number = missed.len()));
    ui.add_space(space(2));
    *chosen = (*chosen).min(missed.len().saturating_sub(1));
    let mut actions = pressed(ui, missed, chosen, after);
    ScrollArea::vertical().max_height(size::MISSED_LIST).id_salt("missed").show(ui, |ui| {
        for (at, place) in missed.iter().enumerate() {
            if let Some(action) = row(ui, &document.article.text, place, at == *chosen) {
                *chosen = at;
                actions.push(action);
            }
        }
    });
    ui.add_space(space(2));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space(2);
        for (key, what) in [("Q", tr!("suggest-missed-mark")), ("⌫", tr!("suggest-missed-pass"))] {
            key_cap(ui, key);
            dim(ui, what);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let label =
                if after == After::Stay { tr!("suggest-missed-close") } else { tr!("suggest-missed-next") };
            if main_button(ui, &label).clicked() {
                actions.push(leave(after));
            }
        });
    });
    actions
}

fn leave(after: After) -> Action {
    if after == After::Stay { Action::ClosePopup } else { Action::Suggest(SuggestAction::GoOn(after)) }
}

fn pressed(ui: &Ui, missed: &[Place], chosen: &mut usize, after: After) -> Vec<Action> {
    let key = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let mut actions = Vec::new();
    if key(Modifiers::COMMAND, Key::Enter) || missed.is_empty() && key(Modifiers::NONE, Key::Enter) {
        return vec![leave(after)];
    }
    if key(Modifiers::NONE, Key::ArrowDown) || key(Modifiers::NONE, Key::Tab) {
        *chosen = (*chosen + 1).min(missed.len().saturating_sub(1));
    }
    if key(Modifiers::NONE, Key::ArrowUp) || key(Modifiers::SHIFT, Key::Tab) {
        *chosen = chosen.saturating_sub(1);
    }
    if let Some(place) = missed.get(*chosen) {
        if key(Modifiers::NONE, Key::Q) || key(Modifiers::NONE, Key::Enter) {
            actions.push(Action::Suggest(SuggestAction::Mark(*place)));
        }
        if key(Modifiers::NONE, Key::Backspace) || key(Modifiers::NONE, Key::Delete) {
            actions.push(Action::Suggest(SuggestAction::Pass(*place)));
        }
    }
    actions
}

/// One place: its words in the middle of their sentence.
fn row(ui: &mut Ui, text: &Text, place: &Place, chosen: bool) -> Option<Action> {
    let palette = theme::palette(ui);
    let (before, words, after) = excerpt(text, place);
    let kind = match place.kind {
        PlaceKind::Marks => tr!("suggest-missed-marks"),
        PlaceKind::Cue => tr!("suggest-missed-cue"),
    };
    let wanted = vec2(ui.available_width(), size::QUOTE_ROW);
    let (rect, response) = ui
        .push_id((place.span.start, place.span.end), |ui| ui.allocate_exact_size(wanted, Sense::click()))
        .inner;
    if chosen || response.hovered() {
        let ground = if chosen { palette.accent_ground } else { palette.hover };
        ui.painter().rect_filled(rect, egui::CornerRadius::same(radius::FIELD), ground);
    }
    if chosen {
        response.scroll_to_me(None);
    }
    let mut job = egui::text::LayoutJob::default();
    let reading = font(Face::Reading, type_scale::QUOTE);
    for (part, face, color) in [
        (before.as_str(), reading.clone(), palette.dim),
        (words.as_str(), font(Face::ReadingMedium, type_scale::QUOTE), palette.text),
        (after.as_str(), reading, palette.dim),
    ] {
        job.append(part, 0.0, egui::TextFormat { font_id: face, color, ..egui::TextFormat::default() });
    }
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - space(4));
    let line = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let left = rect.left() + space(2);
    ui.painter().galley(egui::pos2(left, rect.top() + space(1)), line, palette.text);
    let kind_words = RichText::new(&kind).font(font(Face::Ui, type_scale::SECOND)).color(palette.dim);
    let kind_line =
        egui::WidgetText::from(kind_words).into_galley(ui, None, f32::INFINITY, egui::TextStyle::Body);
    let foot = egui::pos2(left, rect.bottom() - space(1) - kind_line.size().y);
    ui.painter().galley(foot, kind_line, palette.dim);
    let label = format!("{kind}: {words}");
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, chosen, &label));
    response.clicked().then_some(Action::Suggest(SuggestAction::Reveal(*place)))
}

fn excerpt(text: &Text, place: &Place) -> (String, String, String) {
    let Span { start, end } = place.span;
    let slice = |from: usize, to: usize| text.slice(Span::new(from, to)).unwrap_or("").replace('\n', " ");
    let from = start.saturating_sub(AROUND).max(place.sentence.start.min(start));
    let to = (end + AROUND).min(place.sentence.end.max(end));
    let mut words = slice(start, end.min(start + MOST));
    if end > start + MOST {
        words.push_str(theme::icon::ELLIPSIS);
    }
    let lead = if from > place.sentence.start { theme::icon::ELLIPSIS } else { "" };
    let trail = if to < place.sentence.end { theme::icon::ELLIPSIS } else { "" };
    let before = slice(from, start);
    let before = if lead.is_empty() { before.as_str() } else { from_word(&before) };
    let after = slice(end, to);
    let after = if trail.is_empty() { after.as_str() } else { to_word(&after) };
    (format!("{lead}{before}"), words, format!("{after}{trail}"))
}

/// From the first whole word on.
fn from_word(words: &str) -> &str {
    words.split_once(' ').map_or(words, |(_, rest)| rest)
}

/// Up to the last whole word.
fn to_word(words: &str) -> &str {
    words.rsplit_once(' ').map_or(words, |(rest, _)| rest)
}
