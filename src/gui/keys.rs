//! From keys to commands.

use egui::{Key, KeyboardShortcut, Ui};

use super::action::Action;
use super::command::{Command, is_typed};
use super::keymap::belongs_to_focus;
use super::view::View;

/// The commands whose keys were pressed in this frame. Keys that also type
/// count only while nothing is being typed and nothing lies over the window.
pub fn pressed(ui: &Ui, view: &View) -> Vec<Action> {
    let mut actions = Vec::new();
    if view.takes_key() {
        return actions;
    }
    let typing = ui.ctx().text_edit_focused();
    if let Some(action) = escape(ui, view, typing) {
        actions.push(action);
    }
    let covered = view.popup.is_some() || egui::Popup::is_any_open(ui.ctx());
    let nowhere = ui.ctx().memory(|memory| memory.focused().is_none());
    // The numbers of agreement stand in the page's place and take no focus.
    let on_page = view.page.has_focus(ui.ctx()) || (nowhere && view.shows_numbers());
    let elsewhere = !on_page && !nowhere;
    for command in Command::all().filter(|command| command.works_in(view.mode)) {
        if (covered && !works_over_popups(command)) || (typing && edits_text(command)) {
            continue;
        }
        for key in view.keymap.keys(command).iter().copied() {
            let typed = is_typed(key) && (typing || covered);
            // Elsewhere Tab walks through the controls and Enter presses them.
            let focus = belongs_to_focus(key) && (elsewhere || (key.logical_key == Key::Tab && !on_page));
            if !typed && !focus && !of_page(command, key) && take(ui, key) {
                actions.push(Action::Run(command));
            }
        }
    }
    actions
}

fn works_over_popups(command: Command) -> bool {
    matches!(command, Command::ShowKeys | Command::ShowPalette | Command::Quit)
}

fn edits_text(command: Command) -> bool {
    matches!(command, Command::Undo | Command::Redo | Command::Copy | Command::SelectAll)
}

/// The page takes these itself while it has the focus.
fn of_page(command: Command, key: KeyboardShortcut) -> bool {
    matches!(command, Command::Copy | Command::SelectAll) && key.modifiers.command
}

fn escape(ui: &Ui, view: &View, typing: bool) -> Option<Action> {
    if !ui.input(|input| input.key_pressed(Key::Escape)) {
        return None;
    }
    // The page would let go of what is selected as well.
    let finding = view.find.as_ref().is_some_and(|find| find.typing || view.page.has_focus(ui.ctx()));
    if view.popup.is_none() && finding {
        ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape));
        return Some(Action::CloseFind);
    }
    match (&view.popup, &view.notice) {
        (Some(_), _) => Some(Action::ClosePopup),
        (None, _) if typing => Some(Action::FocusPage),
        (None, Some(_)) => Some(Action::CloseNotice),
        (None, None) if view.tour.is_some() => Some(Action::Tour(None)),
        (None, None) => (!view.page.has_focus(ui.ctx())).then_some(Action::FocusPage),
    }
}

/// Takes a key out of the frame's events, if it was pressed with just these
/// modifiers.
fn take(ui: &Ui, key: KeyboardShortcut) -> bool {
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| {
            let egui::Event::Key { key: pressed, pressed: true, modifiers: held, .. } = event else {
                return true;
            };
            !(*pressed == key.logical_key && held.matches_exact(key.modifiers))
        });
        input.events.len() < before
    })
}
