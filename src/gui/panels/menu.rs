//! The menu, derived from the list of commands.

use egui::{Button, Popup, PopupCloseBehavior, Ui};

use crate::gui::action::Action;
use crate::gui::command::{Command, Group, State};
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
    let keys = view.keymap.shown(ui.ctx(), Command::ShowMenu);
    let response = response.on_hover_text(tr!("commands-with-key", what = label, key = keys));
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
                }
            });
        }
    });
    actions
}

/// One line of the menu, left out where it has no place there.
fn item(ui: &mut Ui, command: Command, state: &State<'_>) -> Option<Action> {
    if matches!(command, Command::LinkNumber(_)) {
        return None;
    }
    let button = Button::new(command.title(state)).shortcut_text(state.view.keymap.shown(ui.ctx(), command));
    let enabled = command.enabled(state);
    let response = ui.add_enabled(enabled.is_ok(), button);
    match enabled {
        Ok(()) => response.clicked().then_some(Action::Run(command)),
        Err(need) => {
            response.on_disabled_hover_text(need.words());
            None
        }
    }
}
