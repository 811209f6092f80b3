//! Project, place in the queue, the modes, the search field, who is annotating.

use egui::{
    Align, Align2, CornerRadius, Layout, Popup, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::menu;
use crate::gui::action::Action;
use crate::gui::app::project_name;
use crate::gui::command::Command;
use crate::gui::mode::Mode;
use crate::gui::theme::{self, Face, font, icon, radius, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{icon_button, icon_toggle, key_at, one_line, paint_icon};
use crate::gui::words::{self, tr};
use crate::workspace::Workspace;

/// What the bar asks for, and where its search field stands.
pub struct Shown {
    pub actions: Vec<Action>,
    pub search: Rect,
}

pub fn show(ui: &mut Ui, workspace: Option<&Workspace>, view: &mut View) -> Shown {
    let mut actions = Vec::new();
    let bar = ui.available_rect_before_wrap();
    let modes = Mode::ALL.len() > 1 && workspace.is_some();
    let switch = if modes { modes_width(ui) } else { 0.0 };
    let middle = Rect::from_center_size(bar.center(), vec2(switch, bar.height()));
    let field = if bar.width() < size::BAR_NARROW { size::HIT + space(2) } else { size::SEARCH };
    let person = size::HIT + space(1) + space(3);
    let right = bar.right() - field - person - space(6);
    let left = bar.with_max_x((if modes { middle.left() } else { right }) - space(3));
    place(ui, left, Layout::left_to_right(Align::Center), |ui| actions.extend(project(ui, workspace, view)));
    if modes {
        place(ui, middle, Layout::left_to_right(Align::Center), |ui| actions.extend(switch_of(ui, view)));
    }
    let rest = bar.with_min_x(right);
    let mut search = rest;
    place(ui, rest, Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(space(3));
        if let Some(workspace) = workspace {
            actions.extend(person_button(ui, workspace));
        }
        ui.add_space(space(1));
        let response = search_field(ui, view, field);
        search = response.rect;
        if response.clicked() {
            actions.push(Action::Run(Command::ShowPalette));
        }
    });
    Shown { actions, search }
}

fn place(ui: &mut Ui, rect: Rect, layout: Layout, show: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
        ui.set_clip_rect(rect.expand(stroke::FOCUS).intersect(ui.clip_rect()));
        show(ui);
    });
}

/// The left part: queue, menu, which project, which article.
fn project(ui: &mut Ui, workspace: Option<&Workspace>, view: &mut View) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    ui.add_space(space(2));
    if workspace.is_some() {
        let label = Command::ToggleQueue.name();
        let button = icon_toggle(ui, icon::PANEL_LEFT, view.queue_shows(), &label);
        if button.on_hover_text(view.keymap.tip(ui.ctx(), Command::ToggleQueue, &label)).clicked() {
            actions.push(Action::Run(Command::ToggleQueue));
        }
    }
    actions.extend(menu::show(ui, workspace, view));
    let name = workspace.map_or_else(|| "Kutip".to_owned(), |workspace| project_name(workspace.path()));
    let bold = RichText::new(name).font(font(Face::UiSemibold, type_scale::UI)).color(palette.text);
    let article = article_place(workspace, view)
        .map(|words| ui.painter().layout_no_wrap(words, font(Face::Ui, type_scale::UI), palette.dim));
    let taken = article.as_ref().map_or(0.0, |galley| galley.size().x + space(2));
    // Where there is little room, the name is worth more than the number.
    let both = ui.available_width() - taken >= size::NAMES_LEAST;
    let room = ui.available_width() - if both { taken } else { 0.0 };
    ui.scope(|ui| {
        ui.set_max_width(room.max(0.0));
        one_line(ui, bold);
    });
    if let Some(galley) = article.filter(|_| both) {
        ui.label(galley);
    }
    actions
}

fn article_place(workspace: Option<&Workspace>, view: &View) -> Option<String> {
    let open = workspace?.document()?.article.id;
    let place = view.queue.place(open)?;
    Some(tr!("commands-article-place", place = place + 1, of = view.queue.rows.len()))
}

fn mode_galley(ui: &Ui, mode: Mode, chosen: bool) -> std::sync::Arc<egui::Galley> {
    let palette = theme::palette(ui);
    let (face, color) = if chosen { (Face::UiSemibold, palette.text) } else { (Face::Ui, palette.dim) };
    ui.painter().layout_no_wrap(mode.name(), font(face, type_scale::UI), color)
}

/// As wide as a segment is, whichever mode is chosen.
fn mode_width(ui: &Ui, mode: Mode) -> f32 {
    mode_galley(ui, mode, true).size().x + space(7)
}

fn modes_width(ui: &Ui) -> f32 {
    Mode::ALL.iter().map(|mode| mode_width(ui, *mode)).sum::<f32>() + space(1)
}

/// The modes side by side, the chosen one raised.
fn switch_of(ui: &mut Ui, view: &View) -> Option<Action> {
    let palette = theme::palette(ui);
    let mut wanted = None;
    let height = size::HIT + space(2);
    let track = Rect::from_center_size(ui.max_rect().center(), vec2(modes_width(ui), height));
    ui.painter().rect_filled(track, CornerRadius::same(radius::FIELD), palette.pressed);
    let mut left = track.left() + space(1) / 2.0;
    for mode in Mode::ALL {
        let chosen = *mode == view.mode;
        let rect = Rect::from_min_size(
            pos2(left, track.top() + space(1) / 2.0),
            vec2(mode_width(ui, *mode), height - space(1)),
        );
        left = rect.right();
        let response = ui.interact(rect, ui.scope_id().with(mode), Sense::click());
        let corner = CornerRadius::same(radius::KEY);
        if chosen {
            ui.painter().rect_filled(rect, corner, palette.raised);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, corner, palette.hover);
        }
        if response.has_focus() {
            let ring = Stroke::new(stroke::FOCUS, palette.accent);
            ui.painter().rect_stroke(rect, corner, ring, StrokeKind::Inside);
        }
        let galley = mode_galley(ui, *mode, chosen);
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, palette.text);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, mode.name()));
        let command = Command::SwitchMode(*mode);
        if response.on_hover_text(view.keymap.tip(ui.ctx(), command, &command.name())).clicked() {
            wanted = Some(Action::Run(command));
        }
    }
    wanted
}

/// What looks like a field and opens the palette; an icon where there is no
/// room.
fn search_field(ui: &mut Ui, view: &View, width: f32) -> Response {
    let palette = theme::palette(ui);
    let hint = tr!("commands-palette-hint");
    let keys = view.keymap.shown(ui.ctx(), Command::ShowPalette);
    if width < size::NAMES {
        let tip = view.keymap.tip(ui.ctx(), Command::ShowPalette, &hint);
        return icon_button(ui, icon::SEARCH, &hint).on_hover_text(tip);
    }
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::HIT + space(2)), Sense::click());
    let border = match (response.has_focus(), response.hovered()) {
        (true, _) => Stroke::new(stroke::FOCUS, palette.accent),
        (false, true) => Stroke::new(stroke::HAIR, palette.dim),
        (false, false) => Stroke::new(stroke::HAIR, palette.edge),
    };
    ui.painter().rect(rect, CornerRadius::same(radius::FIELD), palette.field, border, StrokeKind::Inside);
    let mut right = rect.right() - space(2);
    if !keys.is_empty() {
        right = key_at(ui, pos2(right, rect.center().y), &keys).left() - space(1);
    }
    let sign = pos2(rect.left() + space(4), rect.center().y);
    paint_icon(ui, sign, icon::SEARCH, palette.dim);
    let text = pos2(rect.left() + space(7), rect.center().y);
    let clip = ui.painter().with_clip_rect(rect.with_max_x(right));
    clip.text(text, Align2::LEFT_CENTER, &hint, font(Face::Ui, type_scale::UI), palette.dim);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &hint));
    response
}

fn person_button(ui: &mut Ui, workspace: &Workspace) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let name = workspace.author().map_or("", |author| workspace.registry().annotator_name(author)).to_owned();
    let label = tr!("commands-annotating-as", name = name.as_str());
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size::HIT + space(1)), Sense::click());
    ui.painter().circle_filled(rect.center(), rect.width() / 2.0, palette.accent);
    if response.has_focus() || response.hovered() {
        let ring = Stroke::new(stroke::FOCUS, palette.text);
        ui.painter().circle_stroke(rect.center(), rect.width() / 2.0 - stroke::HAIR, ring);
    }
    let face = font(Face::UiSemibold, type_scale::SECOND);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, words::initials(&name), face, palette.on_accent);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let response = response.on_hover_text(&label);
    Popup::menu(&response).show(|ui| {
        ui.set_min_width(size::QUEUE);
        ui.label(RichText::new(&label).color(palette.dim));
        for other in workspace.registry().annotators.values().filter(|other| other.name != name) {
            if ui.button(tr!("commands-annotate-as", name = other.name.as_str())).clicked() {
                actions.push(Action::AnnotateAs(other.name.clone()));
            }
        }
        if ui.button(tr!("commands-another-name")).clicked() {
            actions.push(Action::Run(Command::ChangeAnnotator));
        }
    });
    actions
}
