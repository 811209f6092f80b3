//! Choosing keys: a click on a key, then the new one is pressed.

use egui::{Align, Button, Event, Key, KeyboardShortcut, Layout, RichText, ScrollArea, TextEdit, Ui, vec2};

use crate::gui::action::Action;
use crate::gui::command::{Command, Group};
use crate::gui::keymap::Refusal;
use crate::gui::settings::Change;
use crate::gui::theme::{self, Face, font, icon, size, space, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{named_field, small_icon_button};
use crate::gui::words::tr;
use crate::model::fold;

pub fn show(ui: &mut Ui, view: &mut View) -> Vec<Action> {
    let mut changes = Vec::new();
    if let Some(command) = view.settings.asking {
        match pressed(ui) {
            Some(key) if key.logical_key == Key::Escape => view.settings.stop_asking(),
            Some(key) => changes.push(Change::Key(command, key)),
            None => {}
        }
    }
    ui.horizontal(|ui| {
        let field = TextEdit::singleline(&mut view.settings.words).desired_width(size::SEARCH);
        named_field(ui, field, &tr!("settings-keys-find"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button(tr!("settings-keys-reset-all")).clicked() {
                changes.push(Change::ResetKeys);
            }
        });
    });
    let wanted = fold(view.settings.words.trim());
    let passes = |view: &View, ui: &Ui, command: Command| {
        fold(&command.name()).contains(&wanted)
            || fold(&view.keymap.shown(ui.ctx(), command)).contains(&wanted)
    };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for group in Group::ALL {
            let commands: Vec<_> = Command::all()
                .filter(|command| command.group() == group && passes(view, ui, *command))
                .collect();
            if commands.is_empty() {
                continue;
            }
            ui.add_space(space(3));
            ui.label(RichText::new(group.name()).font(font(Face::UiSemibold, type_scale::UI)));
            for command in commands {
                changes.extend(row(ui, view, command));
            }
        }
    });
    changes.into_iter().map(Action::Set).collect()
}

fn row(ui: &mut Ui, view: &mut View, command: Command) -> Option<Change> {
    let palette = theme::palette(ui);
    let mut change = None;
    let name = command.name();
    ui.horizontal(|ui| {
        let room = ui.available_width() - size::KEY_CHOICE;
        ui.allocate_ui_with_layout(vec2(room, size::HIT), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(room);
            ui.add(egui::Label::new(RichText::new(&name).color(palette.dim)).truncate());
        });
        let asking = view.settings.asking == Some(command);
        let key = view.keymap.shown(ui.ctx(), command);
        let shown = match (asking, key.as_str()) {
            (true, _) => tr!("settings-keys-press"),
            (false, "") => "–".to_owned(),
            (false, key) => key.to_owned(),
        };
        let button = Button::new(RichText::new(shown).font(font(Face::Ui, type_scale::SECOND)))
            .selected(asking)
            .min_size(vec2(size::NAMES, size::HIT));
        let label = tr!("settings-keys-of", name = name.as_str(), key = key.as_str());
        let response = ui.add(button);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
        if response.clicked() {
            view.settings.ask(command);
        }
        if !key.is_empty() {
            let label = tr!("settings-keys-clear", name = name.as_str());
            if small_icon_button(ui, icon::X, &label).on_hover_text(&label).clicked() {
                change = Some(Change::ClearKey(command));
            }
        }
        if view.keymap.is_changed(command) {
            let label = tr!("settings-keys-reset", name = name.as_str());
            if small_icon_button(ui, icon::ROTATE_CCW, &label).on_hover_text(&label).clicked() {
                change = Some(Change::ResetKey(command));
            }
        }
    });
    if let Some((_, refusal)) = view.settings.refused.filter(|(refused, _)| *refused == command) {
        ui.label(RichText::new(refusal_words(refusal)).color(palette.error));
    }
    change
}

fn refusal_words(refusal: Refusal) -> String {
    match refusal {
        Refusal::Taken(other) => tr!("settings-keys-taken", name = other.name()),
        Refusal::Reserved => tr!("settings-keys-reserved"),
    }
}

/// The key that was pressed in this frame, taken from everyone else.
fn pressed(ui: &Ui) -> Option<KeyboardShortcut> {
    let mut taken = None;
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Key { key, pressed: true, modifiers, .. } => {
                taken = Some(KeyboardShortcut::new(*modifiers, *key));
                false
            }
            Event::Text(_) => false,
            _ => true,
        });
    });
    taken
}
