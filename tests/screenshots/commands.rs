//! Commands, settings, first start, what can go wrong.

use std::path::Path;
use std::sync::Arc;

use egui::{Key, Modifiers, Theme, Vec2};

use crate::job::Window;
use crate::{LARGE, SMALL, USUAL, both, check};

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
    both("zoom-200", Vec2::new(640.0, 400.0), |window| window.press(Key::P, Modifiers::NONE));
}

const LOOKS: [(Theme, &str); 2] = [(Theme::Light, "light"), (Theme::Dark, "dark")];

#[test]
fn the_tour() {
    for (look, suffix) in LOOKS {
        let mut window = Window::first_start(USUAL, look);
        for step in 1..=5 {
            check(&mut window, &format!("tour-{step}-{suffix}"));
            if step < 5 {
                window.click_label("Next");
            }
        }
        let mut window = Window::first_start(SMALL, look);
        check(&mut window, &format!("tour-1024x640-{suffix}"));
    }
}

#[test]
fn what_cannot_be_opened() {
    for (look, suffix) in LOOKS {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let theme = if look == Theme::Dark { "dark" } else { "light" };
        let recent = r#"["/home/ana/Pemilu 2024.kutip", "/home/ana/Interviews.kutip"]"#;
        let settings = format!(
            r#"{{"annotator": "Ana Rahma", "language": "en", "theme": "{theme}", "tour_seen": true, "recent": {recent}}}"#
        );
        std::fs::write(folder.path().join("settings.json"), settings).unwrap();
        let missing = Path::new("/home/ana/Pemilu 2024.kutip");
        let mut window = Window::sized(Some(missing), USUAL, look, folder);
        check(&mut window, &format!("trouble-{suffix}"));
    }
}
