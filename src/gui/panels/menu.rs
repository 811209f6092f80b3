//! The menu, derived from the list of commands.

use egui::{
    Button, CornerRadius, Popup, PopupCloseBehavior, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2,
};

use crate::gui::action::Action;
use crate::gui::command::{Command, Group, State};
use crate::gui::theme::{self, radius, size, space};
use crate::gui::view::View;
use crate::gui::words::tr;
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: Option<&Workspace>, view: &View) -> Vec<Action> {
    let palette = theme::palette(ui);
    let state = State { workspace, view };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size::HIT + space(1)), Sense::click());
    let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    if response.hovered() || open {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::KEY), palette.hover);
    }
    let color = if response.has_focus() { palette.accent } else { palette.dim };
    for row in [-1.0, 0.0, 1.0] {
        let centre = rect.center() + vec2(0.0, row * space(1));
        let half = space(3) / 2.0;
        ui.painter().hline(
            centre.x - half..=centre.x + half,
            centre.y,
            Stroke::new(size::UNDERLINE * 0.75, color),
        );
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, tr!("commands-menu")));
    let response = response.on_hover_text(tr!("commands-menu"));
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
