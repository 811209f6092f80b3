//! The parts of the window. Each reads, draws, and says what was asked for.

mod article;
mod card;
mod claims;
mod link;
mod menu;
mod metadata;
mod notice;
mod popups;
mod queue;
mod quotes;
mod side;
mod speakers;
mod status_bar;
mod top_bar;

use egui::{CentralPanel, Frame, Panel, Ui};

use super::action::Action;
use super::settings::Settings;
use super::theme::{self, size};
use super::view::View;
use crate::workspace::Workspace;

/// Draws the whole window.
pub fn show(ui: &mut Ui, workspace: Option<&Workspace>, view: &mut View, settings: &Settings) -> Vec<Action> {
    let palette = theme::palette(ui);
    let bare = Frame::NONE.fill(palette.panel);
    let mut actions = Vec::new();
    Panel::top("top bar").exact_size(size::TOP_BAR).frame(bare).show(ui, |ui| {
        actions.extend(top_bar::show(ui, workspace, view));
    });
    Panel::bottom("status bar").exact_size(size::STATUS_BAR).frame(bare).show(ui, |ui| {
        actions.extend(status_bar::show(ui, workspace, view, settings));
    });
    if let Some(workspace) = workspace {
        if view.queue_open {
            Panel::left("queue").exact_size(size::QUEUE).resizable(false).frame(bare).show(ui, |ui| {
                actions.extend(queue::show(ui, workspace, view));
            });
        }
        if workspace.document().is_some() {
            Panel::right("side").exact_size(size::PANEL).resizable(false).frame(bare).show(ui, |ui| {
                actions.extend(side::show(ui, workspace, view));
            });
        }
    }
    CentralPanel::no_frame().frame(Frame::NONE.fill(palette.page)).show(ui, |ui| {
        let room = ui.new_child(egui::UiBuilder::new());
        actions.extend(article::show(ui, workspace, view));
        actions.extend(notice::show(&room, view));
    });
    actions.extend(popups::show(ui, workspace, view));
    actions
}
