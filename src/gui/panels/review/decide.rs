//! Deciding between the layers of an article: whose they are, how much is
//! decided, the selected group, and what can be done with the rest.

use egui::{
    CornerRadius, Frame, Margin, Rect, RichText, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::{agreement, blind, case, comments};
use crate::gui::action::Action;
use crate::gui::command::{Command, ReviewCommand};
use crate::gui::page::{ReadingLane, lane_color};
use crate::gui::review::{Board, LayerInfo, ReviewAction, letter};
use crate::gui::theme::{self, Face, font, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, key_cap, main_button};
use crate::gui::words::{self, tr};
use crate::model::{Anchor, Stage};
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let mut actions = Vec::new();
    let Some(board) = view.review.board.take() else { return actions };
    ScrollArea::vertical().auto_shrink(false).id_salt("decide").show(ui, |ui| {
        padded(ui, |ui| {
            actions.extend(layers(ui, &board));
        });
        if board.compares() {
            actions.extend(selected(ui, workspace, view, &board));
            actions.extend(foot(ui, view, &board));
            if let Some(document) = workspace.document() {
                actions.extend(agreement::here(ui, document, view, &board));
            }
        } else {
            actions.extend(too_few(ui, workspace, &board));
        }
    });
    view.review.board = Some(board);
    actions
}

fn padded<R>(ui: &mut Ui, show: impl FnOnce(&mut Ui) -> R) -> R {
    let margin = Margin::symmetric(space(3) as i8, space(2) as i8);
    Frame::NONE.inner_margin(margin).show(ui, show).inner
}

/// A hairline over the panel's whole width.
fn rule(ui: &mut Ui) {
    let palette = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), stroke::HAIR), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::ZERO, palette.line);
}

/// The layers as chips: colour, letter, name; a click compares one or no
/// longer. How much is decided stands beside them.
fn layers(ui: &mut Ui, board: &Board) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let (decided, of) = (board.docket.decided(), board.docket.cases.len());
    let words = tr!("review-progress", decided = decided, of = of);
    let galley = ui.painter().layout_no_wrap(words.clone(), font(Face::Ui, type_scale::SECOND), palette.dim);
    let taken = if board.compares() { galley.size().x + space(2) } else { 0.0 };
    let corner = pos2(ui.max_rect().right() - galley.size().x, ui.cursor().top());
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width() - taken);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space(3), space(1));
            for layer in &board.layers {
                if layer_chip(ui, layer) {
                    let compared = layer.place.is_none();
                    actions.push(Action::Review(ReviewAction::Compare(layer.annotator, compared)));
                }
            }
        });
    });
    if board.compares() {
        let at = corner + vec2(0.0, (size::HIT - galley.size().y) / 2.0);
        let rect = Rect::from_min_size(at, galley.size());
        ui.painter().galley(at, galley, palette.dim);
        let label = ui.interact(rect, ui.scope_id().with("progress"), Sense::hover());
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        progress(ui, decided, of);
    }
    actions
}

fn layer_chip(ui: &mut Ui, layer: &LayerInfo) -> bool {
    let palette = theme::palette(ui);
    let color = layer.place.map_or(palette.faint, |place| lane_color(palette, ReadingLane::Layer(place)));
    let ink = if layer.place.is_some() { palette.text } else { palette.dim };
    let letter = layer.place.map(|place| format!("{} ", letter(place))).unwrap_or_default();
    let mut job = egui::text::LayoutJob::default();
    let format = |face, color| egui::TextFormat::simple(font(face, type_scale::UI), color);
    job.append(&letter, 0.0, format(Face::UiSemibold, color));
    job.append(&layer.name, 0.0, format(Face::Ui, ink));
    if layer.stage < Stage::Done {
        let state = format!(" ({})", words::stage(layer.stage));
        job.append(&state, 0.0, format(Face::Ui, palette.dim));
    }
    let dot = space(2) + 1.0;
    job.wrap = egui::text::TextWrapping::truncate_at_width(ui.max_rect().width() - dot - space(2));
    let galley = ui.painter().layout_job(job);
    let wanted = vec2(galley.size().x + dot + space(2), size::HIT);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(
            rect.expand2(vec2(space(1), 0.0)),
            CornerRadius::same(theme::radius::KEY),
            palette.hover,
        );
    }
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        let around = rect.expand2(vec2(space(1), 0.0));
        ui.painter().rect_stroke(
            around,
            CornerRadius::same(theme::radius::KEY),
            ring,
            egui::StrokeKind::Inside,
        );
    }
    let centre = pos2(rect.left() + dot / 2.0, rect.center().y);
    if layer.place.is_some() {
        ui.painter().circle_filled(centre, dot / 2.0, color);
    } else {
        ui.painter().circle_stroke(centre, dot / 2.0 - 0.5, Stroke::new(stroke::HAIR, palette.dim));
    }
    let corner = pos2(rect.left() + dot + space(2), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(corner, galley, ink);
    let label = match layer.place {
        Some(_) => tr!("review-layer-compared", letter = letter.trim(), name = layer.name.as_str()),
        None => tr!("review-layer-left-out", name = layer.name.as_str()),
    };
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, layer.place.is_some(), &label));
    response.on_hover_text(label).clicked()
}

fn progress(ui: &mut Ui, decided: usize, of: usize) {
    let palette = theme::palette(ui);
    ui.add_space(space(1));
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), space(1)), Sense::hover());
    let round = CornerRadius::same(u8::MAX);
    ui.painter().rect_filled(bar, round, palette.pressed);
    let share = if of == 0 { 1.0 } else { decided as f32 / of as f32 };
    let done = Rect::from_min_size(bar.min, vec2(bar.width() * share, bar.height()));
    if share > 0.0 {
        ui.painter().rect_filled(done, round, palette.accent);
    }
}

fn selected(ui: &mut Ui, workspace: &Workspace, view: &mut View, board: &Board) -> Vec<Action> {
    let mut actions = Vec::new();
    let place = view.selected.and_then(|quote| board.place_of(quote));
    padded(ui, |ui| match place.and_then(|place| board.case(place).map(|found| (place, found))) {
        Some((place, (case, group))) => {
            actions.extend(case::show(ui, workspace, view, board, (place, case, group)));
        }
        None if board.docket.cases.is_empty() => dim_paragraph(ui, &tr!("review-nobody-marked")),
        None => dim_paragraph(ui, &tr!("review-choose-group")),
    });
    if let Some((case, _)) = place.and_then(|place| board.case(place)) {
        let quotes: Vec<_> = case.members.iter().copied().chain(case.result).map(Anchor::Quote).collect();
        padded(ui, |ui| actions.extend(comments::about(ui, workspace, view, Some(board), &quotes)));
    }
    actions
}

fn dim_paragraph(ui: &mut Ui, words: &str) {
    ui.add_space(space(3));
    dim(ui, words);
}

/// What can be done with those that agree, and at the end.
fn foot(ui: &mut Ui, view: &View, board: &Board) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let agreed = board.docket.agreed().count();
    let offer = |ui: &mut Ui, said: &str, doing: &str, command: ReviewCommand| {
        rule(ui);
        let clicked = padded(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                dim(ui, said);
                let text =
                    RichText::new(doing).font(font(Face::UiSemibold, type_scale::UI)).color(palette.accent);
                let clicked = ui.add(egui::Button::new(text).frame_when_inactive(false)).clicked();
                key_cap(ui, &view.keymap.shown(ui.ctx(), Command::Review(command)));
                clicked
            })
            .inner
        });
        clicked.then_some(Action::Run(Command::Review(command)))
    };
    if agreed > 0 {
        let said = tr!("review-agree-in-everything", number = agreed);
        actions.extend(offer(ui, &said, &tr!("review-take-them-over"), ReviewCommand::TakeAgreeing));
    }
    if board.docket.is_complete() {
        let said = tr!("review-all-decided");
        actions.extend(offer(ui, &said, &tr!("review-finish"), ReviewCommand::Finish));
    }
    actions
}

/// Why nothing can be compared, and what would help.
fn too_few(ui: &mut Ui, workspace: &Workspace, board: &Board) -> Vec<Action> {
    let mut actions = Vec::new();
    padded(ui, |ui| {
        if workspace.hides_submitted() {
            actions.extend(blind::show(ui, workspace));
            return;
        }
        dim_paragraph(ui, &tr!("review-needs-two"));
        let unfinished: Vec<_> = board.layers.iter().filter(|layer| layer.place.is_none()).collect();
        if board.layers.len() > 1 && !unfinished.is_empty() {
            ui.add_space(space(2));
            if main_button(ui, &tr!("review-compare-unfinished")).clicked() {
                let compare =
                    |layer: &&LayerInfo| Action::Review(ReviewAction::Compare(layer.annotator, true));
                actions.extend(unfinished.iter().map(compare));
            }
        }
    });
    actions
}
