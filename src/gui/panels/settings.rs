//! A person's settings: name, language, look, keys.

mod keys;

use egui::{Align, Label, Layout, RichText, TextEdit, Ui, vec2};

use super::parts::check_box;
use crate::gui::action::Action;
use crate::gui::settings::{Change, Settings, ThemeChoice};
use crate::gui::theme::{self, Face, font, icon, reading, size, space, type_scale, zoom};
use crate::gui::view::{SettingsTab, View};
use crate::gui::widgets::{dim, heading, icon_button, named_field, segments, tab};
use crate::gui::words::{languages, own_name, tr};

pub fn show(ui: &mut Ui, view: &mut View, settings: &Settings) -> Vec<Action> {
    ui.set_width(size::SETTINGS);
    ui.set_height(size::POPUP);
    heading(ui, &tr!("settings-title"));
    ui.horizontal(|ui| {
        ui.set_height(size::TAB);
        ui.spacing_mut().item_spacing.x = space(4);
        let tabs =
            [(SettingsTab::General, tr!("settings-general")), (SettingsTab::Keys, tr!("settings-keys"))];
        for (which, words) in tabs {
            if tab(ui, &words, view.settings.tab == which, true).clicked() {
                view.settings.tab = which;
                view.settings.stop_asking();
            }
        }
    });
    match view.settings.tab {
        SettingsTab::General => general(ui, view, settings),
        SettingsTab::Keys => keys::show(ui, view),
    }
}

fn general(ui: &mut Ui, view: &mut View, settings: &Settings) -> Vec<Action> {
    let mut changes = Vec::new();
    ui.add_space(space(2));
    row(ui, &tr!("settings-name"), &tr!("settings-name-why"), |ui| {
        let field = TextEdit::singleline(&mut view.settings.name).desired_width(size::SEARCH);
        let response = named_field(ui, field, &tr!("settings-name"));
        let name = view.settings.name.trim();
        if response.lost_focus() && !name.is_empty() && Some(name) != settings.annotator.as_deref() {
            changes.push(Change::Annotator(name.to_owned()));
        }
    });
    row(ui, &tr!("settings-language"), "", |ui| {
        let system = (None, tr!("settings-as-system"));
        let named = languages().map(|code| (Some(code.to_owned()), own_name(code)));
        let all: Vec<_> = std::iter::once(system).chain(named).collect();
        changes.extend(segments(ui, &all, &settings.language).map(Change::Language));
    });
    row(ui, &tr!("settings-theme"), "", |ui| {
        let all = [
            (ThemeChoice::System, tr!("settings-as-system")),
            (ThemeChoice::Light, tr!("settings-light")),
            (ThemeChoice::Dark, tr!("settings-dark")),
        ];
        changes.extend(segments(ui, &all, &settings.theme).map(Change::Theme));
    });
    row(ui, &tr!("settings-zoom"), "", |ui| {
        let shown = tr!("settings-percent", number = (settings.zoom * 100.0).round());
        let step = stepper(ui, &shown, (&tr!("commands-zoom-out"), &tr!("commands-zoom-in")));
        changes.extend(step.map(|step| Change::Zoom(settings.zoom + step * zoom::STEP)));
    });
    row(ui, &tr!("settings-reading"), &tr!("settings-reading-why"), |ui| {
        let shown = tr!("settings-points", number = settings.reading);
        let step = stepper(ui, &shown, (&tr!("settings-reading-smaller"), &tr!("settings-reading-larger")));
        changes.extend(step.map(|step| Change::Reading(settings.reading + step * reading::STEP)));
    });
    row(ui, &tr!("settings-motion"), "", |ui| {
        let all = [
            (None, tr!("settings-as-system")),
            (Some(false), tr!("settings-full-motion")),
            (Some(true), tr!("settings-less-motion")),
        ];
        changes.extend(segments(ui, &all, &settings.less_motion).map(Change::LessMotion));
    });
    row(ui, &tr!("suggest-setting"), "", |ui| {
        let mut wanted = settings.suggestions;
        if check_box(ui, &mut wanted, &tr!("suggest-setting-show")).changed() {
            changes.push(Change::Suggestions(wanted));
        }
    });
    changes.into_iter().map(Action::Set).collect()
}

/// A setting: what it is, perhaps why, and what it can be.
fn row(ui: &mut Ui, name: &str, why: &str, show: impl FnOnce(&mut Ui)) {
    let palette = theme::palette(ui);
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(
            vec2(size::SETTING_NAME, size::SETTING),
            Layout::top_down(Align::Min),
            |ui| {
                ui.set_min_size(vec2(size::SETTING_NAME, size::SETTING));
                ui.add_space(space(1));
                ui.label(RichText::new(name).font(font(Face::UiMedium, type_scale::UI)).color(palette.text));
            },
        );
        ui.vertical(|ui| {
            ui.horizontal(show);
            if !why.is_empty() {
                dim(ui, why);
            }
            ui.add_space(space(2));
        });
    });
}

/// A value with a step down and a step up: -1, 1, or nothing pressed.
fn stepper(ui: &mut Ui, shown: &str, (less, more): (&str, &str)) -> Option<f32> {
    let down = icon_button(ui, icon::MINUS, less).on_hover_text(less).clicked();
    ui.add_sized(vec2(size::HIT * 2.0, size::HIT + space(1)), Label::new(shown));
    let up = icon_button(ui, icon::PLUS, more).on_hover_text(more).clicked();
    match (down, up) {
        (true, _) => Some(-1.0),
        (_, true) => Some(1.0),
        _ => None,
    }
}
