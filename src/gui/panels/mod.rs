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

use egui::{CentralPanel, Frame, Panel, Ui};

use super::action::Action;
use super::mode::Mode;
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
    view.narrow = ui.available_width() < size::WINDOW_NARROW;
    let released = ui.input(|input| input.pointer.any_released());
    let mut areas = Vec::new();
    if let Some(workspace) = workspace {
        if view.queue_shows() {
            let most = ui.available_width() - size::PAGE_LEAST - if view.narrow { 0.0 } else { size::PANEL };
            let widths = size::QUEUE_LEAST..=size::QUEUE_MOST.min(most).max(size::QUEUE_LEAST);
            let panel = Panel::left("queue").default_size(settings.queue_width).size_range(widths);
            let shown = panel.frame(bare).show(ui, |ui| {
                actions.extend(queue::show(ui, workspace, view));
            });
            let rect = shown.response.rect;
            if released && !view.narrow && (rect.width() - settings.queue_width).abs() > 0.5 {
                actions.push(Action::Set(Change::QueueWidth(rect.width())));
            }
            areas.push((Area::Queue, rect));
        }
        if workspace.document().is_some() && view.panel_shows() {
            let most = ui.available_width() - size::PAGE_LEAST;
            let widths = size::PANEL_LEAST..=size::PANEL_MOST.min(most).max(size::PANEL_LEAST);
            let panel = Panel::right("side").default_size(settings.panel_width).size_range(widths);
            let shown = panel.frame(bare).show(ui, |ui| {
                actions.extend(match view.mode {
                    Mode::Annotate => side::show(ui, workspace, view),
                    Mode::Review => review::show(ui, workspace, view),
                });
            });
            let rect = shown.response.rect;
            if released && !view.narrow && (rect.width() - settings.panel_width).abs() > 0.5 {
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

/// The part of the window that holds what has the focus.
fn focused_area(ui: &Ui, tour: Option<(Area, egui::Rect)>, areas: &[(Area, egui::Rect)]) -> Area {
    let focused = ui.ctx().memory(egui::Memory::focused);
    let place = focused.and_then(|id| ui.ctx().read_response(id)).map(|response| response.rect.center());
    let holds = |(_, rect): &&(Area, egui::Rect)| place.is_some_and(|place| rect.contains(place));
    tour.iter().chain(areas).find(holds).map_or(Area::Page, |(area, _)| *area)
}
