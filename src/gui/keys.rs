//! From keys to commands.

use egui::{Key, Modifiers, Ui};

use super::action::Action;
use super::command::Command;
use super::view::View;

/// The commands whose keys were pressed in this frame. Keys that also type
/// count only while nothing is being typed and nothing lies over the window.
pub fn pressed(ui: &Ui, view: &View) -> Vec<Action> {
    let mut actions = Vec::new();
    let typing = ui.ctx().text_edit_focused();
    if let Some(action) = escape(ui, view, typing) {
        actions.push(action);
    }
    let covered = view.popup.is_some() || egui::Popup::is_any_open(ui.ctx());
    for command in Command::all() {
        let Some(key) = command.shortcut() else { continue };
        if (command.is_typed() && (typing || covered)) || (typing && edits_text(command)) {
            continue;
        }
        if covered && !matches!(command, Command::ShowKeys | Command::Quit) {
            continue;
        }
        // The page takes these itself while it has the focus; elsewhere Tab
        // walks through the controls.
        if matches!(command, Command::Copy | Command::SelectAll) {
            continue;
        }
        if matches!(command, Command::NextQuote | Command::PreviousQuote) && !view.page.has_focus(ui.ctx()) {
            continue;
        }
        if take(ui, key.modifiers, key.logical_key) {
            actions.push(Action::Run(command));
        }
    }
    actions.extend(other_keys(ui, typing || covered));
    actions
}

fn edits_text(command: Command) -> bool {
    matches!(command, Command::Undo | Command::Redo | Command::Copy | Command::SelectAll)
}

fn escape(ui: &Ui, view: &View, typing: bool) -> Option<Action> {
    if !ui.input(|input| input.key_pressed(Key::Escape)) {
        return None;
    }
    match (&view.popup, &view.notice) {
        (Some(_), _) => Some(Action::ClosePopup),
        (None, _) if typing => Some(Action::FocusPage),
        (None, Some(_)) => Some(Action::CloseNotice),
        (None, None) => None,
    }
}

/// Second keys for the same commands.
fn other_keys(ui: &Ui, busy: bool) -> Option<Action> {
    let redo = !busy && take(ui, Modifiers::COMMAND, Key::Y);
    let plus = !busy && take(ui, Modifiers::SHIFT, Key::Plus);
    let equals = take(ui, Modifiers::COMMAND, Key::Equals);
    if redo {
        Some(Action::Run(Command::Redo))
    } else if plus {
        Some(Action::Run(Command::AddPiece))
    } else {
        equals.then_some(Action::Run(Command::ZoomIn))
    }
}

/// Takes a key out of the frame's events, if it was pressed with just these
/// modifiers.
fn take(ui: &Ui, modifiers: Modifiers, key: Key) -> bool {
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| {
            let egui::Event::Key { key: pressed, pressed: true, modifiers: held, .. } = event else {
                return true;
            };
            !(*pressed == key && held.matches_exact(modifiers))
        });
        input.events.len() < before
    })
}
