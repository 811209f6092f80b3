//! What can be done with the articles that are chosen.

use egui::{Margin, Popup, RichText, Ui};

use crate::format::EXPORTERS;
use crate::gui::action::Action;
use crate::gui::command::{Command, State};
use crate::gui::theme::{self, Face, font, size, space, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::cross;
use crate::gui::words::tr;
use crate::workspace::Workspace;

/// The bar under the list while articles are chosen.
pub fn bar(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    egui::Frame::NONE.inner_margin(Margin::symmetric(space(3) as i8, space(2) as i8)).show(ui, |ui| {
        ui.horizontal(|ui| {
            let words = tr!("queue-chosen", number = view.queue.chosen.len());
            ui.label(RichText::new(words).font(font(Face::UiMedium, type_scale::UI)).color(palette.text));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if cross(ui, &tr!("queue-choose-none")).clicked() {
                    view.queue.chosen.clear();
                }
            });
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space(1), space(1));
            let state = State { workspace: Some(workspace), view };
            let wanted = [
                (tr!("queue-done"), Command::MarkDone),
                (tr!("queue-reopen"), Command::Reopen),
                (tr!("queue-metadata"), Command::EditMetadata),
            ];
            for (words, command) in wanted {
                let words = RichText::new(words).font(font(Face::Ui, type_scale::SECOND));
                let button = egui::Button::new(words);
                if ui.add_enabled(command.enabled(&state).is_ok(), button).clicked() {
                    actions.push(Action::Run(command));
                }
            }
            let words = RichText::new(tr!("queue-more")).font(font(Face::Ui, type_scale::SECOND));
            let more = ui.button(words);
            Popup::menu(&more).show(|ui| {
                ui.set_min_width(size::MENU / 2.0);
                actions.extend(exports(ui));
                actions.extend(item(ui, &state, Command::DeleteArticle));
            });
        });
    });
    actions
}

/// The same as a menu.
pub fn menu(ui: &mut Ui, workspace: &Workspace, view: &View) -> Vec<Action> {
    let mut actions = Vec::new();
    let state = State { workspace: Some(workspace), view };
    if let ([only], true) = (view.queue.several().as_slice(), view.queue.chosen.len() == 1)
        && ui.button(tr!("queue-open")).clicked()
    {
        actions.push(Action::OpenArticle(*only));
    }
    for command in [Command::MarkDone, Command::Reopen, Command::EditMetadata] {
        actions.extend(item(ui, &state, command));
    }
    ui.separator();
    ui.menu_button(tr!("queue-export"), |ui| actions.extend(exports(ui)));
    ui.separator();
    actions.extend(item(ui, &state, Command::DeleteArticle));
    actions
}

fn item(ui: &mut Ui, state: &State<'_>, command: Command) -> Option<Action> {
    let keys = state.view.keymap.shown(ui.ctx(), command);
    let button = egui::Button::new(command.name()).shortcut_text(keys);
    ui.add_enabled(command.enabled(state).is_ok(), button).clicked().then_some(Action::Run(command))
}

fn exports(ui: &mut Ui) -> Vec<Action> {
    let mut actions = Vec::new();
    for at in 0..EXPORTERS.len() {
        if ui.button(Command::Export(at).name()).clicked() {
            actions.push(Action::Run(Command::Export(at)));
        }
    }
    actions
}
