//! Making settings others.

use super::{App, article};
use crate::gui::keymap::{Keymap, Refusal};
use crate::gui::settings::Change;
use crate::gui::theme::{reading, size, zoom};
use crate::gui::view::{Popup, SettingsView};

/// Opens the settings.
pub fn show(app: &mut App) {
    let tab = app.view.settings.tab;
    let name = app.settings.annotator.clone().unwrap_or_else(crate::gui::settings::person);
    app.view.settings = SettingsView { tab, name, ..SettingsView::default() };
    app.view.popup = Some(Popup::Settings);
}

/// Makes a setting another, keeps it and lets it be seen.
pub fn change(app: &mut App, change: Change) {
    let settings = &mut app.settings;
    match change {
        Change::Annotator(name) => {
            app.settings.annotator = Some(name.clone());
            if app.workspace.as_ref().is_some_and(|workspace| !workspace.is_read_only()) {
                article::annotate_as(app, &name);
                app.view.popup = Some(Popup::Settings);
            }
        }
        Change::Theme(theme) => settings.theme = theme,
        Change::Language(language) => settings.language = language,
        Change::Zoom(wanted) => settings.zoom = stepped(wanted, zoom::STEP).clamp(zoom::LEAST, zoom::MOST),
        Change::Reading(wanted) => {
            settings.reading = stepped(wanted, reading::STEP).clamp(reading::LEAST, reading::MOST);
        }
        Change::LessMotion(less) => settings.less_motion = less,
        Change::Suggestions(wanted) => settings.suggestions = wanted,
        Change::QueueWidth(width) => settings.queue_width = width.clamp(size::QUEUE_LEAST, size::QUEUE_MOST),
        Change::PanelWidth(width) => settings.panel_width = width.clamp(size::PANEL_LEAST, size::PANEL_MOST),
        Change::Key(command, key) => {
            let set = app.view.keymap.set(command, key);
            told(app, command, set);
        }
        Change::ClearKey(command) => {
            app.view.keymap.clear(command);
            told(app, command, Ok(()));
        }
        Change::ResetKey(command) => {
            let reset = app.view.keymap.reset(command);
            told(app, command, reset);
        }
        Change::ResetKeys => {
            app.view.keymap = Keymap::default();
            app.view.settings.stop_asking();
        }
    }
    app.settings.keys = app.view.keymap.own();
    app.apply_look();
    app.keep_settings();
}

fn stepped(value: f32, step: f32) -> f32 {
    (value / step).round() * step
}

/// Leaves off asking for a key, or says why it can't be had.
fn told(app: &mut App, command: crate::gui::command::Command, result: Result<(), Refusal>) {
    app.view.settings.stop_asking();
    app.view.settings.refused = result.err().map(|refusal| (command, refusal));
}
