//! The menu, derived from the list of commands.

use egui::{Button, Popup, PopupCloseBehavior, Ui};

use crate::gui::action::Action;
use crate::gui::app::project_name;
use crate::gui::command::{Command, Group, ReviewCommand, State};
use crate::gui::dialogs::Purpose;
use crate::gui::theme::{icon, size};
use crate::gui::view::View;
use crate::gui::widgets::icon_button;
use crate::gui::words::tr;
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: Option<&Workspace>, view: &mut View) -> Vec<Action> {
    let wanted = std::mem::take(&mut view.open_menu);
    let view = &*view;
    let state = State { workspace, view };
    let label = tr!("commands-menu");
    let response = icon_button(ui, icon::MENU, &label);
    let response = response.on_hover_text(view.keymap.tip(ui.ctx(), Command::ShowMenu, &label));
    if wanted {
        Popup::open_id(ui.ctx(), Popup::default_response_id(&response));
        response.request_focus();
    }
    let mut actions = Vec::new();
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
        ui.set_min_width(size::MENU / 2.0);
        for group in Group::ALL {
            ui.menu_button(group.name(), |ui| {
                ui.set_min_width(size::MENU);
                let here = |command: &Command| command.group() == group && command.works_in(view.mode);
                for command in Command::all().filter(here) {
                    actions.extend(item(ui, command, &state));
                    if command == Command::OpenProject {
                        actions.extend(recent(ui, view));
                    }
                }
            });
        }
    });
    actions
}

/// The projects that were open before.
fn recent(ui: &mut Ui, view: &View) -> Option<Action> {
    let mut wanted = None;
    let others = view.recent.iter().skip(1);
    ui.add_enabled_ui(others.len() > 0, |ui| {
        ui.menu_button(tr!("commands-open-recent"), |ui| {
            ui.set_min_width(size::MENU);
            for path in others {
                if ui.button(project_name(path)).on_hover_text(path.to_string_lossy()).clicked() {
                    wanted = Some(Action::Picked(Purpose::OpenProject, vec![path.clone()]));
                }
            }
        });
    });
    wanted
}

/// One line of the menu, left out where it has no place there.
fn item(ui: &mut Ui, command: Command, state: &State<'_>) -> Option<Action> {
    if matches!(command, Command::LinkNumber(_) | Command::Review(ReviewCommand::Take(_))) {
        return None;
    }
    let button = Button::new(command.title(state)).shortcut_text(state.view.keymap.shown(ui.ctx(), command));
    let enabled = command.enabled(state);
    let response = ui.add_enabled(enabled.is_ok(), button);
    match enabled {
        Ok(()) => response.clicked().then_some(Action::Run(command)),
        Err(need) => {
            response.on_disabled_hover_text(need.words(ui.ctx(), &state.view.keymap));
            None
        }
    }
}
