//! Commands, settings, first start, what can go wrong.

use egui::{Key, Modifiers};

use crate::job::Window;
use crate::{LARGE, SMALL, USUAL, both};

fn palette(window: &mut Window) {
    window.press(Key::K, Modifiers::COMMAND);
}

#[test]
fn the_palette() {
    both("palette", USUAL, palette);
    both("palette-1024x640", SMALL, palette);
    both("palette-1920x1080", LARGE, palette);
    both("palette-typed", USUAL, |window| {
        palette(window);
        window.type_text("an");
    });
}

#[test]
fn settings() {
    let open = |window: &mut Window| window.press(Key::Comma, Modifiers::COMMAND);
    both("settings", USUAL, open);
    both("settings-1024x640", SMALL, open);
    both("settings-keys", USUAL, |window| {
        window.press(Key::Comma, Modifiers::COMMAND);
        window.click_tab("Keys");
        window.focus_field("Find a command or a key");
        window.type_text("un");
        window.click_label("Key of Undo: Ctrl Z");
        window.press(Key::O, Modifiers::COMMAND);
    });
}

#[test]
fn the_key_help() {
    both("key-help", USUAL, |window| window.press(Key::F1, Modifiers::NONE));
    both("key-help-1024x640", SMALL, |window| window.press(Key::F1, Modifiers::NONE));
}

#[test]
fn about() {
    both("about", USUAL, |window| window.menu(&["Help", "About Kutip"]));
}

#[test]
fn a_menu() {
    both("menu", USUAL, |window| {
        window.press(Key::P, Modifiers::NONE);
        window.click_label("Menu");
        window.click_label("Quote");
    });
}

#[test]
fn the_indonesian_interface() {
    both("indonesian", USUAL, |window| {
        window.press(Key::Comma, Modifiers::COMMAND);
        window.click_label("Bahasa Indonesia");
        window.press(Key::Escape, Modifiers::NONE);
        window.press(Key::P, Modifiers::NONE);
        window.press(Key::Tab, Modifiers::NONE);
    });
}

#[test]
fn zoomed_to_the_double() {
    // What a window of 1280×800 has at 200 %.
    both("zoom-200", egui::Vec2::new(640.0, 400.0), |window| window.press(Key::P, Modifiers::NONE));
}
