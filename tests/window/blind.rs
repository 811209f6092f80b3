//! A blind project in the window: who sees what others submitted.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use egui::{Key, Modifiers, Theme};
use kutip::edit::{Edit, Origin};
use kutip::model::{Setting, Stage};
use kutip::workspace::Workspace;

use crate::job::layers::{A, B, project};
use crate::job::{Hand, Window};

const NONE: Modifiers = Modifiers::NONE;

/// Two have submitted; Ana Rahma, whose window it is, has not begun.
fn blind(folder: &std::path::Path) -> PathBuf {
    let path = project(folder, &[("Budi", A), ("Citra", B)]);
    let mut workspace = Workspace::open(&path, Origin::CommandLine, Duration::from_secs(1)).unwrap();
    workspace.open_article(workspace.article_ids().unwrap()[0]).unwrap();
    for name in ["Budi", "Citra"] {
        workspace.annotate_as(name).unwrap();
        workspace.perform(&Edit::SetStage(Stage::Submitted)).unwrap();
    }
    let key = Setting::BLIND.to_owned();
    workspace.perform(&Edit::SetSetting { key, value: Some(true.into()) }).unwrap();
    path
}

fn window() -> Window {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let path = blind(folder.path());
    Window::sized(Some(&path), egui::vec2(1280.0, 800.0), Theme::Light, folder)
}

/// What the window shows of the others, tab by tab.
fn shows_others(window: &mut Window) -> bool {
    let own = window.workspace().author();
    let mut shown = window.document().quotes.iter().any(|quote| Some(quote.annotator) != own);
    for tab in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        window.press(tab, Modifiers::ALT);
        if tab == Key::Num3 {
            window.measured();
        }
        shown |= window.shows("Budi") || window.shows("Citra");
    }
    window.press(Key::Num1, Modifiers::ALT);
    shown
}

#[test]
fn who_may_begin_sees_nothing_and_whoever_reviews_no_longer_begins() {
    let mut window = window();
    window.press(Key::Num2, Modifiers::COMMAND);
    assert!(!shows_others(&mut window));
    window.expect_label("Others have submitted this article");
    window.click_label("I review");
    window.expect_label("Layer A, Budi, is compared");
    assert_eq!(window.document().quotes.len(), A.len() + B.len());
    // What was seen can't be annotated any more.
    window.press(Key::Num1, Modifiers::COMMAND);
    window.select_words(Hand::Keyboard, "balai kota");
    window.press(Key::Q, NONE);
    window.expect_notice("have it assigned to you");
    assert_eq!(window.document().quotes.len(), A.len() + B.len());
    // Undo: back to before anything was seen.
    window.press(Key::Z, Modifiers::COMMAND);
    assert!(window.document().quotes.is_empty());
}

#[test]
fn who_is_at_work_sees_the_others_after_submitting() {
    let mut window = window();
    window.select_words(Hand::Keyboard, "balai kota");
    window.press(Key::Q, NONE);
    window.press(Key::Num2, Modifiers::COMMAND);
    assert!(!shows_others(&mut window));
    window.expect_label("once you have submitted");
    // Not as a reviewer either, while it is in hand.
    window.menu(&["Colleagues", "Colleagues and their progress"]);
    window.click_label("Ana Rahma reviews what others submitted");
    window.press(Key::Escape, NONE);
    window.expect_label("once you have submitted");
    window.menu(&["Colleagues", "Submit the article"]);
    window.expect_label("Layer A, Budi, is compared");
}
