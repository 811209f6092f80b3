//! The menu, derived from the list of commands.

use egui::{
    Button, CornerRadius, Popup, PopupCloseBehavior, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2,
};

use crate::gui::action::Action;
use crate::gui::command::{Command, Group};
use crate::gui::theme::{self, radius, size, space};
use crate::gui::view::View;
use crate::gui::words;
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: Option<&Workspace>, view: &View) -> Vec<Action> {
    let palette = theme::palette(ui);
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
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Menu"));
    let response = response.on_hover_text("Menu");
    let mut actions = Vec::new();
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
        ui.set_min_width(size::MENU / 2.0);
        for group in Group::ALL {
            ui.menu_button(group.name(), |ui| {
                ui.set_min_width(size::MENU);
                for command in Command::all().filter(|command| command.group() == group) {
                    actions.extend(item(ui, command, workspace, view));
                }
            });
        }
    });
    actions
}

/// One line of the menu, left out where it has no place there.
fn item(ui: &mut Ui, command: Command, workspace: Option<&Workspace>, view: &View) -> Option<Action> {
    if matches!(command, Command::LinkNumber(_)) {
        return None;
    }
    let keys = command.shortcut().map(|key| ui.format_shortcut(&key)).unwrap_or_default();
    let button = Button::new(title(command, workspace)).shortcut_text(keys);
    ui.add_enabled(is_enabled(command, workspace, view), button).clicked().then_some(Action::Run(command))
}

fn title(command: Command, workspace: Option<&Workspace>) -> String {
    let label = match command {
        Command::Undo => workspace.and_then(Workspace::undo_label),
        Command::Redo => workspace.and_then(Workspace::redo_label),
        _ => None,
    };
    label.map_or_else(|| command.name(), |label| format!("{}: {}", command.name(), words::label(label)))
}

/// Whether a command can be run now.
fn is_enabled(command: Command, workspace: Option<&Workspace>, view: &View) -> bool {
    let document = workspace.and_then(Workspace::document);
    match command {
        Command::Undo => workspace.is_some_and(|workspace| workspace.undo_label().is_some()),
        Command::Redo => workspace.is_some_and(|workspace| workspace.redo_label().is_some()),
        Command::Copy | Command::Label(_) => view.page.selection().is_some(),
        Command::Mark(_) | Command::AddPiece => view.selected.is_some() && view.page.selection().is_some(),
        Command::LinkSpeaker | Command::CycleType | Command::DeleteQuote => view.selected.is_some(),
        Command::ImportFiles
        | Command::ImportFolder
        | Command::Export(_)
        | Command::Backup
        | Command::ChangeAnnotator
        | Command::FilterArticles => workspace.is_some(),
        _ => !matches!(command.group(), Group::Quote | Group::Article | Group::Edit) || document.is_some(),
    }
}
