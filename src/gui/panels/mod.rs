//! The parts of the window. Each reads, draws, and says what was asked for.

mod about;
mod article;
mod card;
mod claims;
mod colleagues;
mod context;
mod drop;
mod find;
mod history;
mod key_help;
mod link;
mod menu;
mod merge_speaker;
mod metadata;
mod missed;
mod notice;
mod own_words;
mod palette;
mod parts;
mod popups;
mod queue;
mod quotes;
mod review;
mod settings;
mod side;
mod speakers;
mod status_bar;
mod suggested;
mod top_bar;
mod tour;
mod welcome;

use std::ops::RangeInclusive;

use egui::{CentralPanel, Frame, Panel, Rect, Ui};

use super::action::Action;
use super::mode::Mode;
use super::page::least_width;
use super::review::freshen;
use super::settings::{Change, Settings};
use super::theme::{self, size};
use super::view::{Area, View};
use crate::workspace::Workspace;

/// Draws the whole window.
pub fn show(ui: &mut Ui, workspace: Option<&Workspace>, view: &mut View, settings: &Settings) -> Vec<Action> {
    let palette = theme::palette(ui);
    let bare = Frame::NONE.fill(palette.panel);
    let mut actions = Vec::new();
    if let Some(workspace) = workspace {
        view.hues.refresh(workspace.document(), workspace.registry(), view.revision);
    }
    if view.mode == Mode::Review {
        freshen(view, workspace);
    }
    let top = Panel::top("top bar").exact_size(size::TOP_BAR).frame(bare).show(ui, |ui| {
        let shown = top_bar::show(ui, workspace, view);
        actions.extend(shown.actions);
        shown.search
    });
    Panel::bottom("status bar").exact_size(size::STATUS_BAR).frame(bare).show(ui, |ui| {
        actions.extend(status_bar::show(ui, workspace, view, settings));
    });
    let mut areas = Vec::new();
    if let Some(workspace) = workspace {
        let has_panel = workspace.document().is_some() && view.panel_open;
        let widths = room_for_queue(ui, view, settings, has_panel);
        if view.queue_shows() {
            let panel = beside(ui, Panel::left(QUEUE), QUEUE, settings.queue_width, &widths);
            let shown = panel.frame(bare).show(ui, |ui| {
                actions.extend(queue::show(ui, workspace, view));
            });
            let rect = shown.response.rect;
            if was_dragged(ui, rect, settings.queue_width, &widths) {
                actions.push(Action::Set(Change::QueueWidth(rect.width())));
            }
            areas.push((Area::Queue, rect));
        }
        if has_panel && view.panel_shows() {
            let widths = room_for_panel(ui);
            let panel = beside(ui, Panel::right(SIDE), SIDE, settings.panel_width, &widths);
            let shown = panel.frame(bare).show(ui, |ui| {
                actions.extend(match view.mode {
                    Mode::Annotate => side::show(ui, workspace, view),
                    Mode::Review => review::show(ui, workspace, view),
                });
            });
            let rect = shown.response.rect;
            if was_dragged(ui, rect, settings.panel_width, &widths) {
                actions.push(Action::Set(Change::PanelWidth(rect.width())));
            }
            areas.push((Area::Panel, rect));
        }
    }
    let tour = view.tour.and_then(|_| ui.ctx().memory(|memory| memory.area_rect(egui::Id::unique("tour"))));
    let on_page = view.page.has_focus(ui.ctx());
    view.area =
        if on_page { Area::Page } else { focused_area(ui, tour.map(|rect| (Area::Tour, rect)), &areas) };
    let middle = CentralPanel::no_frame().frame(Frame::NONE.fill(palette.page)).show(ui, |ui| {
        let room = ui.new_child(egui::UiBuilder::new());
        actions.extend(article::show(ui, workspace, view));
        actions.extend(notice::show(&room, view));
    });
    let spot = |wanted| areas.iter().find(|(area, _)| *area == wanted).map(|(_, rect)| *rect);
    let spots = tour::Spots {
        queue: spot(Area::Queue),
        page: middle.response.rect,
        panel: spot(Area::Panel),
        search: top.inner,
    };
    actions.extend(tour::show(ui, workspace, view, &spots));
    actions.extend(popups::show(ui, workspace, view, settings));
    drop::show(ui);
    actions
}

const QUEUE: &str = "queue";
const SIDE: &str = "side";

/// A part beside the page, as wide as the settings say where there is room.
/// egui remembers what it was squeezed to; that must not outlast the squeeze.
fn beside(ui: &Ui, panel: Panel, name: &str, wanted: f32, widths: &RangeInclusive<f32>) -> Panel {
    let id = ui.scope_id().with_salt(egui::IdSalt::new(name));
    let resting = !ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    let width = egui::PanelState::load(ui, id).map(|state| state.size().x);
    if resting && width.is_some_and(|width| (width - fitted(wanted, widths)).abs() > 0.5) {
        ui.data_mut(|data| data.remove::<egui::PanelState>(id));
    }
    panel.default_size(wanted).size_range(widths.clone())
}

/// Whether someone pulled a part to a width of their own.
fn was_dragged(ui: &Ui, rect: Rect, wanted: f32, widths: &RangeInclusive<f32>) -> bool {
    let released = ui.input(|input| input.pointer.any_released());
    released && (rect.width() - fitted(wanted, widths)).abs() > 0.5
}

fn fitted(wanted: f32, widths: &RangeInclusive<f32>) -> f32 {
    wanted.clamp(*widths.start(), *widths.end())
}

/// The page comes first: what stands beside it gives way until the page has
/// its measure, the queue before the panel. Where that is not enough, the
/// window is narrow, and has one of them at a time.
fn room_for_queue(ui: &Ui, view: &mut View, settings: &Settings, has_panel: bool) -> RangeInclusive<f32> {
    let beside = ui.available_width() - least_width(ui.ctx());
    let (panel, panel_least) = if has_panel { (settings.panel_width, size::PANEL_LEAST) } else { (0.0, 0.0) };
    view.narrow = beside < size::QUEUE_LEAST + panel_least;
    let most = beside - if view.narrow { 0.0 } else { panel };
    size::QUEUE_LEAST..=most.clamp(size::QUEUE_LEAST, size::QUEUE_MOST)
}

fn room_for_panel(ui: &Ui) -> RangeInclusive<f32> {
    let beside = ui.available_width() - least_width(ui.ctx());
    size::PANEL_LEAST..=beside.clamp(size::PANEL_LEAST, size::PANEL_MOST)
}

/// The part of the window that holds what has the focus.
fn focused_area(ui: &Ui, tour: Option<(Area, Rect)>, areas: &[(Area, Rect)]) -> Area {
    let focused = ui.ctx().memory(egui::Memory::focused);
    let place = focused.and_then(|id| ui.ctx().read_response(id)).map(|response| response.rect.center());
    let holds = |(_, rect): &&(Area, Rect)| place.is_some_and(|place| rect.contains(place));
    tour.iter().chain(areas).find(holds).map_or(Area::Page, |(area, _)| *area)
}
