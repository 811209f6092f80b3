//! Project, place in the queue, who is annotating.

use egui::{
    Align, Align2, CornerRadius, Layout, Popup, RichText, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, vec2,
};

use super::menu;
use crate::gui::action::Action;
use crate::gui::app::project_name;
use crate::gui::command::Command;
use crate::gui::theme::{self, Face, font, radius, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::one_line;
use crate::gui::words;
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: Option<&Workspace>, view: &View) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let name = workspace.map_or_else(|| "Kutip".to_owned(), |workspace| project_name(workspace.path()));
    ui.allocate_ui_with_layout(ui.available_size(), Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(space(2));
        if workspace.is_some() && queue_button(ui, view.queue_open) {
            actions.push(Action::Run(Command::ToggleQueue));
        }
        actions.extend(menu::show(ui, workspace, view));
        let bold = RichText::new(name).font(font(Face::UiSemibold, type_scale::UI)).color(palette.text);
        let reserved = size::QUEUE;
        let room = (ui.available_width() - reserved).max(size::HIT);
        ui.allocate_ui(vec2(room.min(size::PANEL), size::HIT), |ui| one_line(ui, bold));
        if let Some(place) = place(workspace, view) {
            ui.label(RichText::new(place).font(font(Face::Ui, type_scale::UI)).color(palette.dim));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space(3));
            if let Some(workspace) = workspace {
                actions.extend(person(ui, workspace));
            }
        });
    });
    actions
}

fn place(workspace: Option<&Workspace>, view: &View) -> Option<String> {
    let open = workspace?.document()?.article.id;
    let place = view.queue.place(open)?;
    Some(format!("Article {} of {}", place + 1, view.queue.rows.len()))
}

/// A window with a column: the sign of the queue.
fn queue_button(ui: &mut Ui, open: bool) -> bool {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size::HIT + space(1)), Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::KEY), palette.hover);
    }
    let color = if response.has_focus() { palette.accent } else { palette.dim };
    let line = Stroke::new(size::UNDERLINE * 0.75, color);
    let sign = egui::Rect::from_center_size(rect.center(), vec2(space(4), space(3) + 1.0));
    ui.painter().rect_stroke(sign, CornerRadius::same(radius::FRAME), line, StrokeKind::Inside);
    let fold = sign.left() + space(1) + 1.0;
    ui.painter().vline(fold, sign.y_range(), line);
    if open {
        let column = egui::Rect::from_min_max(sign.min, egui::pos2(fold, sign.bottom()));
        ui.painter().rect_filled(
            column,
            CornerRadius::same(radius::FRAME),
            theme::wash(color, theme::alpha::CONNECTOR),
        );
    }
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, "Queue"));
    response.on_hover_text("Show or hide the queue (Ctrl+B)").clicked()
}

fn person(ui: &mut Ui, workspace: &Workspace) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let name = workspace.author().map_or("", |author| workspace.registry().annotator_name(author)).to_owned();
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size::HIT + space(1)), Sense::click());
    ui.painter().circle_filled(rect.center(), rect.width() / 2.0, palette.accent);
    if response.has_focus() || response.hovered() {
        let ring = Stroke::new(stroke::FOCUS, palette.text);
        ui.painter().circle_stroke(rect.center(), rect.width() / 2.0 - stroke::HAIR, ring);
    }
    let face = font(Face::UiSemibold, type_scale::SECOND);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, words::initials(&name), face, palette.on_accent);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Annotating as {name}")));
    let response = response.on_hover_text(format!("Annotating as {name}"));
    Popup::menu(&response).show(|ui| {
        ui.set_min_width(size::QUEUE);
        ui.label(RichText::new(format!("Annotating as {name}")).color(palette.dim));
        for other in workspace.registry().annotators.values().filter(|other| other.name != name) {
            if ui.button(format!("Annotate as {}", other.name)).clicked() {
                actions.push(Action::AnnotateAs(other.name.clone()));
            }
        }
        if ui.button("Another name…").clicked() {
            actions.push(Action::Run(Command::ChangeAnnotator));
        }
    });
    actions
}
