//! Commands by palette, menu and key.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kutip::model::Stage;

use crate::job::{Hand, Window};

impl Window {
    /// Types into the palette and takes what stands first.
    fn by_palette(&mut self, words: &str) {
        self.press(Key::K, Modifiers::COMMAND);
        self.type_text(words);
        self.press(Key::Enter, Modifiers::NONE);
    }

    fn shows(&self, label: &str) -> bool {
        self.harness.query_all_by_label_contains(label).next().is_some()
    }

    fn focused(&self) -> Option<String> {
        let is_focused = |node: &egui_kittest::kittest::AccessKitNode<'_>| node.is_focused();
        let mut all = self.harness.query_all(egui_kittest::kittest::By::new().predicate(is_focused));
        all.next().and_then(|node| node.accesskit_node().label())
    }
}

#[test]
fn the_palette_runs_a_command_by_a_part_of_its_name() {
    let mut window = Window::sample();
    window.by_palette("hide queue");
    assert!(!window.shows("Find articles and words"));
    window.press(Key::K, Modifiers::COMMAND);
    assert!(window.shows("Search or run a command"));
    window.press(Key::Enter, Modifiers::NONE);
    assert!(window.shows("Find articles and words"), "what was run last stands first");
}

#[test]
fn the_palette_opens_an_article_by_its_title() {
    let mut window = Window::sample();
    let first = window.document().article.id;
    window.by_palette("nelayan saleh");
    assert_ne!(window.document().article.id, first);
    assert_eq!(window.stage(), Stage::Done);
}

#[test]
fn the_palette_finds_a_speaker_where_there_is_a_quote() {
    let mut window = Window::sample();
    window.press(Key::P, Modifiers::NONE);
    window.by_palette("dewi anggra");
    assert_eq!(window.speakers_of(&window.selected_quote()), ["Dewi Anggraini"]);
}

#[test]
fn a_command_that_cannot_be_run_says_why_and_is_not_run() {
    let mut window = Window::sample();
    window.press(Key::K, Modifiers::COMMAND);
    window.type_text("delete the quote");
    assert!(window.shows("Delete the quote, Choose a quote first"));
    window.press(Key::Enter, Modifiers::NONE);
    assert!(window.shows("Delete the quote, Choose a quote first"), "the palette stays");
    window.press(Key::Escape, Modifiers::NONE);
    window.press(Key::Delete, Modifiers::NONE);
    window.expect_notice("Choose a quote first");
}

#[test]
fn the_palette_closes_by_its_own_key_and_by_escape() {
    let mut window = Window::sample();
    for close in [(Key::K, Modifiers::COMMAND), (Key::Escape, Modifiers::NONE)] {
        window.press(Key::K, Modifiers::COMMAND);
        let is_field = |window: &Window| {
            window.harness.query_by_role_and_label(Role::TextInput, "Search or run a command").is_some()
        };
        assert!(is_field(&window));
        window.press(close.0, close.1);
        assert!(!is_field(&window));
    }
}

#[test]
fn undo_and_redo_say_what_they_do() {
    let mut window = Window::sample();
    window.select_words(Hand::Pointer, "“So we listened.”");
    window.press(Key::Q, Modifiers::NONE);
    window.press(Key::K, Modifiers::COMMAND);
    assert!(window.shows("Undo: mark a quote"));
    window.press(Key::Escape, Modifiers::NONE);
    window.menu(&["Edit", "Undo: mark a quote"]);
    assert!(window.document().quotes.is_empty());
    window.menu(&["Edit", "Redo: mark a quote"]);
    assert_eq!(window.document().quotes.len(), 1);
}

#[test]
fn f6_walks_through_queue_page_and_panel() {
    let mut window = Window::sample();
    window.press(Key::F6, Modifiers::NONE);
    assert_eq!(window.focused().as_deref(), Some("Quotes"));
    window.press(Key::F6, Modifiers::NONE);
    assert_eq!(window.focused().as_deref(), Some("Find articles and words"));
    window.press(Key::F6, Modifiers::SHIFT);
    assert_eq!(window.focused().as_deref(), Some("Quotes"));
    window.press(Key::F6, Modifiers::SHIFT);
    window.press(Key::ArrowRight, Modifiers::SHIFT);
    assert_eq!(window.selected_words().chars().count(), 1, "the page has the keyboard again");
}

#[test]
fn f10_opens_the_menu() {
    let mut window = Window::sample();
    window.press(Key::F10, Modifiers::NONE);
    assert!(window.harness.query_by_label_contains("Project").is_some());
}
