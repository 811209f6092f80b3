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

    fn type_into(&mut self, field: &str, words: &str) {
        self.focus_field(field);
        self.type_text(words);
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

#[test]
fn a_key_is_chosen_by_pressing_it_and_works_at_once() {
    let mut window = Window::sample();
    window.press(Key::Comma, Modifiers::COMMAND);
    window.click_tab("Keys");
    window.type_into("Find a command or a key", "next type");
    window.click_label("Key of Next type: T");
    window.press(Key::L, Modifiers::NONE);
    assert!(window.shows("“Link a speaker…” has this key"));
    window.click_label("Key of Next type: T");
    window.press(Key::Y, Modifiers::NONE);
    assert!(window.shows("Key of Next type: Y"));
    window.press(Key::Escape, Modifiers::NONE);
    window.select_words(Hand::Pointer, "“So we listened.”");
    window.press(Key::Q, Modifiers::NONE);
    let before = window.selected_quote().quote_type;
    window.press(Key::T, Modifiers::NONE);
    assert_eq!(window.selected_quote().quote_type, before, "the old key is free");
    window.press(Key::Y, Modifiers::NONE);
    assert_ne!(window.selected_quote().quote_type, before);
    let other = window.second_window();
    assert_eq!(other.settings()["keys"]["CycleType"], "Y", "kept for the next time");
    window.press(Key::F1, Modifiers::NONE);
    window.type_into("Find a key or a command", "next type");
    assert!(window.shows("Key Y"));
    window.press(Key::Escape, Modifiers::NONE);
    window.press(Key::Comma, Modifiers::COMMAND);
    window.type_into("Find a command or a key", "next type");
    window.click_label("The original key of Next type");
    assert!(window.shows("Key of Next type: T"));
}

#[test]
fn escape_leaves_a_key_as_it_was() {
    let mut window = Window::sample();
    window.press(Key::Comma, Modifiers::COMMAND);
    window.click_tab("Keys");
    window.type_into("Find a command or a key", "next type");
    window.click_label("Key of Next type: T");
    assert!(window.shows("Key of Next type"));
    window.press(Key::Escape, Modifiers::NONE);
    assert!(window.shows("Key of Next type: T"), "the settings are still open");
    window.press(Key::Escape, Modifiers::NONE);
    assert!(!window.shows("Key of Next type: T"));
}

#[test]
fn settings_are_seen_at_once_and_kept() {
    let mut window = Window::sample();
    window.press(Key::Comma, Modifiers::COMMAND);
    window.click_label("Bahasa Indonesia");
    assert!(window.shows("Setelan"));
    window.click_label("Gelap");
    window.harness.run();
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
    window.click_label("Huruf lebih besar");
    window.click_label("Perbesar");
    window.click_label("Kurangi");
    let kept = window.settings();
    assert_eq!(kept["language"], "id");
    assert_eq!(kept["theme"], "dark");
    assert_eq!(kept["reading"], 17.0);
    assert_eq!(kept["less_motion"], true);
    let other = window.second_window();
    assert!(other.shows("Cari atau jalankan perintah"));
}

#[test]
fn the_name_is_taken_from_the_settings() {
    let mut window = Window::sample();
    window.press(Key::Comma, Modifiers::COMMAND);
    window.focus_field("Your name");
    window.press(Key::A, Modifiers::COMMAND);
    window.type_text("Bima Sakti");
    window.press(Key::Tab, Modifiers::NONE);
    window.press(Key::Escape, Modifiers::NONE);
    assert!(window.shows("Annotating as Bima Sakti"));
}

#[test]
fn projects_opened_before_stand_in_the_menu() {
    let mut window = Window::sample();
    let sample = window.workspace().path().to_path_buf();
    let other = sample.with_file_name("Other.kutip");
    std::fs::copy(&sample, &other).unwrap();
    window.drop_project(&other);
    assert_eq!(window.workspace().path(), other);
    let recent = window.settings()["recent"].clone();
    assert_eq!(recent[0], other.to_str().unwrap());
    window.menu(&["Project", "Open recent", "Sample"]);
    assert_eq!(window.workspace().path(), sample);
}

#[test]
fn licences_can_be_read() {
    let mut window = Window::sample();
    window.menu(&["Help", "About Kutip"]);
    for (name, words) in [("Literata", "Literata"), ("Inter", "Inter Project"), ("Lucide", "ISC License")] {
        let is_choice = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.role() == Role::RadioButton && node.label().as_deref() == Some(name)
        };
        window.harness.get(egui_kittest::kittest::By::new().predicate(is_choice)).click();
        window.harness.run();
        assert!(window.shows(words));
    }
}

#[test]
fn a_narrow_window_shows_the_queue_in_the_panels_place() {
    let folder = std::sync::Arc::new(tempfile::tempdir().unwrap());
    let size = egui::Vec2::new(640.0, 400.0);
    let mut window = Window::sized(None, size, egui::Theme::Light, folder);
    assert!(!window.shows("Find articles and words") && window.shows("Quotes"));
    window.press(Key::B, Modifiers::COMMAND);
    assert!(window.shows("Find articles and words"));
    window.press(Key::B, Modifiers::COMMAND);
    assert!(!window.shows("Find articles and words"));
}

#[test]
fn the_first_start_is_a_tour_of_five_steps_that_does_not_come_again() {
    let mut window = Window::first_start(egui::Vec2::new(1280.0, 800.0), egui::Theme::Light);
    assert!(window.second_window().shows("1 of 5"), "it comes again until it was closed");
    for step in 1..=5 {
        assert!(window.shows(&format!("{step} of 5")), "step {step}");
        if step == 2 {
            window.click_label("Back");
            assert!(window.shows("1 of 5"));
            window.click_label("Next");
        }
        window.click_label(if step == 5 { "Begin" } else { "Next" });
    }
    assert!(!window.shows("of 5"));
    assert_eq!(window.settings()["tour_seen"], true);
    assert!(!window.second_window().shows("1 of 5"));
    window.menu(&["Help", "Take the tour"]);
    assert!(window.shows("1 of 5"));
    window.press(Key::F6, Modifiers::NONE);
    window.press(Key::F6, Modifiers::NONE);
    assert_eq!(window.focused().as_deref(), Some("Next"), "the keyboard reaches the tour");
    window.press(Key::Enter, Modifiers::NONE);
    assert!(window.shows("2 of 5"));
    window.press(Key::Escape, Modifiers::NONE);
    assert!(!window.shows("of 5"));
}

#[test]
fn one_can_work_while_the_tour_is_there() {
    let mut window = Window::first_start(egui::Vec2::new(1280.0, 800.0), egui::Theme::Light);
    window.click_words("rather wake up");
    window.press(Key::Q, Modifiers::NONE);
    assert_eq!(window.document().quotes.len(), 1);
    assert!(window.shows("1 of 5"));
}

#[test]
fn a_project_that_cannot_be_opened_says_why_and_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let made = |name: &str| {
        let origin = kutip::edit::Origin::CommandLine;
        let patience = std::time::Duration::from_secs(1);
        drop(kutip::workspace::Workspace::create(&at(name), origin, patience).unwrap());
        at(name)
    };
    std::fs::write(at("words.kutip"), "only words").unwrap();
    let newer = made("newer.kutip");
    rusqlite::Connection::open(&newer).unwrap().pragma_update(None, "user_version", 999).unwrap();
    let damaged = made("damaged.kutip");
    let length = std::fs::metadata(&damaged).unwrap().len();
    std::fs::OpenOptions::new().write(true).open(&damaged).unwrap().set_len(length / 2).unwrap();
    let locked = made("locked.kutip");
    let other = rusqlite::Connection::open(&locked).unwrap();
    other
        .execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM region; COMMIT")
        .unwrap();
    for (path, why, what) in [
        (at("none.kutip"), "There is no project at", "open it where it is now"),
        (at("words.kutip"), "is not a Kutip project", "brought in with Import"),
        (newer, "was written by a newer Kutip", "Open it with that version"),
        (damaged, "is damaged", "from a backup"),
        (locked, "Another program is writing", "Wait until it has finished"),
        (folder.path().to_path_buf(), "is a folder", "Name a file in it"),
    ] {
        let window = Window::of(Some(&path));
        for words in ["This project can't be opened", why, what, "Open project…", "Open the sample project"]
        {
            assert!(window.shows(words), "{} shows {words:?}", path.display());
        }
    }
}

#[test]
fn a_project_that_can_only_be_read_is_shown_and_not_changed() {
    use std::os::unix::fs::PermissionsExt as _;
    let sample = Window::sample();
    let path = sample.workspace().path().with_file_name("Theirs.kutip");
    sample.workspace().backup(&path, &mut |_| {}).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
    let mut window = Window::of(Some(&path));
    assert!(window.shows("Read only") && window.shows("can only be read"));
    window.select_words(Hand::Keyboard, "Night trains");
    window.press(Key::Q, Modifiers::NONE);
    assert!(window.document().quotes.is_empty());
    window.press(Key::P, Modifiers::NONE);
    assert!(window.shows("Quotes 6"), "what others marked can be read");
}

#[test]
fn without_file_dialogs_a_path_can_be_typed() {
    let mut window = Window::sample();
    let path = window.workspace().path().with_file_name("typed.kutip");
    window.press(Key::N, Modifiers::COMMAND.plus(Modifiers::SHIFT));
    window.press(Key::A, Modifiers::COMMAND);
    window.type_text(path.to_str().unwrap());
    window.press(Key::Enter, Modifiers::NONE);
    assert_eq!(window.workspace().path(), path);
    assert!(window.shows("No articles yet"));
}

#[test]
fn a_panel_is_as_wide_as_it_was_dragged_and_stays_so() {
    let mut window = Window::sample();
    let edges = [egui::pos2(249.0, 500.0), egui::pos2(280.0, 500.0), egui::pos2(300.0, 500.0)];
    crate::support::drag(&mut window.harness, &edges);
    window.harness.run();
    let width = window.settings()["queue_width"].as_f64().unwrap();
    assert!((width - 300.0).abs() < 6.0, "{width}");
    let edges = [egui::pos2(943.0, 500.0), egui::pos2(935.0, 500.0), egui::pos2(925.0, 500.0)];
    crate::support::drag(&mut window.harness, &edges);
    window.harness.run();
    let width = window.settings()["panel_width"].as_f64().unwrap();
    assert!((width - 355.0).abs() < 6.0, "{width}");
    window.resize(1100.0, 700.0);
    window.click_label("Menu");
    assert!((window.settings()["queue_width"].as_f64().unwrap() - 300.0).abs() < 6.0, "squeezed for now");
}

#[test]
fn a_last_project_that_is_gone_is_told_and_the_sample_opened() {
    let folder = std::sync::Arc::new(tempfile::tempdir().unwrap());
    let settings = r#"{"project": "/nowhere/gone.kutip", "language": "en", "tour_seen": true}"#;
    std::fs::write(folder.path().join("settings.json"), settings).unwrap();
    let window = Window::sized(None, egui::Vec2::new(1280.0, 800.0), egui::Theme::Light, folder);
    window.expect_notice("There is no project at /nowhere/gone.kutip");
    assert_eq!(window.articles(), 3);
}
