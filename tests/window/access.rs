//! Whatever can be worked has a name for those who don't see it.

use std::sync::Arc;

use egui::accesskit::{Action, Role};
use egui::{Key, Modifiers, Theme, Vec2};
use egui_kittest::kittest::{AccessKitNode, By, NodeT as _, Queryable as _};

use kutip::gui::system::Wishes;

use crate::job::{Hand, Window};

const USUAL: Vec2 = Vec2::new(1280.0, 800.0);

/// Roles that are worked, whatever egui says of them.
const WORKED: &[Role] = &[
    Role::Button,
    Role::CheckBox,
    Role::ComboBox,
    Role::Link,
    Role::MultilineTextInput,
    Role::ProgressIndicator,
    Role::RadioButton,
    Role::Slider,
    Role::SpinButton,
    Role::Tab,
    Role::TextInput,
];

fn is_worked(node: &AccessKitNode<'_>) -> bool {
    // A scroll bar's role says all there is to say.
    let clicked = node.data().supports_action(Action::Click) && node.role() != Role::ScrollBar;
    WORKED.contains(&node.role()) || clicked
}

/// Every control has a name, in this state of the window.
fn check(window: &Window, state: &str) {
    let nameless = |node: &AccessKitNode<'_>| {
        is_worked(node) && node.label().or_else(|| node.value()).is_none_or(|name| name.trim().is_empty())
    };
    let found: Vec<String> = window
        .harness
        .query_all(By::new().predicate(nameless))
        .map(|node| {
            let node = node.accesskit_node();
            format!("{:?} at {:?}", node.role(), node.bounding_box())
        })
        .collect();
    assert!(found.is_empty(), "{state}: {found:#?}");
    let worked = window.harness.query_all(By::new().predicate(is_worked)).count();
    assert!(worked > 3, "{state}: {worked} controls");
}

#[test]
fn every_control_has_a_name() {
    let mut window = Window::sample();
    check(&window, "an open article");
    window.press(Key::P, Modifiers::NONE);
    window.press(Key::Tab, Modifiers::NONE);
    check(&window, "a selected quote");
    window.select_words(Hand::Keyboard, "Puluhan nelayan");
    check(&window, "selected words");
    for tab in ["Claims", "Speakers", "Quotes"] {
        window.click_tab(tab);
        check(&window, tab);
    }
    for (key, modifiers, state) in [
        (Key::L, Modifiers::NONE, "linking a speaker"),
        (Key::K, Modifiers::COMMAND, "the palette"),
        (Key::Comma, Modifiers::COMMAND, "the settings"),
        (Key::F1, Modifiers::NONE, "the key help"),
        (Key::F2, Modifiers::NONE, "the metadata"),
        (Key::F10, Modifiers::NONE, "the menu"),
        (Key::O, Modifiers::COMMAND, "a path"),
    ] {
        window.press(key, modifiers);
        check(&window, state);
        window.press(Key::Escape, Modifiers::NONE);
    }
    window.press(Key::Comma, Modifiers::COMMAND);
    window.click_tab("Keys");
    check(&window, "the keys in the settings");
    window.press(Key::Escape, Modifiers::NONE);
    window.menu(&["Help", "About Kutip"]);
    check(&window, "About");
    window.press(Key::Escape, Modifiers::NONE);
    window.drop_bytes("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    check(&window, "a message");
}

#[test]
fn every_control_has_a_name_where_there_is_no_article() {
    check(&Window::first_start(USUAL, Theme::Light), "the tour");
    let missing = std::path::Path::new("/nowhere/none.kutip");
    check(&Window::of(Some(missing)), "no project");
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let empty = folder.path().join("empty.kutip");
    let origin = kutip::edit::Origin::CommandLine;
    drop(kutip::workspace::Workspace::create(&empty, origin, std::time::Duration::from_secs(1)).unwrap());
    check(&Window::sized(Some(&empty), USUAL, Theme::Light, folder), "an empty project");
    let folder = Arc::new(tempfile::tempdir().unwrap());
    check(&Window::sized(None, Vec2::new(640.0, 400.0), Theme::Light, folder), "a narrow window");
}

#[test]
fn the_window_heeds_what_the_system_says_unless_the_person_said_otherwise() {
    let mut window = Window::sample();
    let look = |window: &Window| {
        let style = window.harness.ctx.global_style();
        (style.visuals.dark_mode, style.animation_time > 0.0)
    };
    let mut tell = |dark, less_motion, expected| {
        window.system.tell(Wishes { dark, less_motion });
        window.harness.run();
        assert_eq!(look(&window), expected, "{dark:?}, {less_motion}");
    };
    tell(Some(false), false, (false, true));
    tell(Some(true), true, (true, false));
    tell(Some(false), true, (false, false));
    for (theme, less_motion, expected) in [("light", false, (false, true)), ("dark", true, (true, false))] {
        let window = Window::sample().with_setting(USUAL, "theme", serde_json::json!(theme));
        let mut window = window.with_setting(USUAL, "less_motion", serde_json::json!(less_motion));
        window.system.tell(Wishes { dark: Some(theme == "light"), less_motion: !less_motion });
        window.harness.run();
        assert_eq!(look(&window), expected, "{theme}");
    }
}
