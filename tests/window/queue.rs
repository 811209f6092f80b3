//! The queue by hand: finding, filtering, sorting, choosing several.

use egui::{Key, Modifiers, Theme};
use kutip::model::Stage;

use crate::job::{Window, records::town};

const FIND: &str = "Find articles and words";

fn window() -> Window {
    Window::with_records(&town(), egui::vec2(1280.0, 800.0), Theme::Light).without_suggestions()
}

/// The beginnings of the titles that the queue shows, from the top down.
fn shown(window: &Window) -> Vec<String> {
    let rows = window.rows();
    rows.iter().map(|row| row.split_whitespace().take(2).collect::<Vec<_>>().join(" ")).collect()
}

fn title(window: &Window) -> String {
    let article = window.document().article.clone();
    article.display_title().split_whitespace().take(2).collect::<Vec<_>>().join(" ")
}

#[test]
fn words_are_found_while_typing_with_what_is_around_them() {
    let mut window = window();
    window.fill(FIND, "bri");
    window.settle();
    assert_eq!(shown(&window), ["Council votes", "Night bus", "A letter"]);
    let rows = window.rows();
    assert!(rows[1].contains("…had asked for it since the bridge was closed"), "{rows:?}");
    window.fill(FIND, "jalan peng");
    window.settle();
    assert_eq!(shown(&window), ["Jembatan Lama"]);
    window.fill(FIND, "zeppelin");
    window.settle();
    window.expect_notice("No article has “zeppelin”.");
    window.click_label("Clear the words");
    window.settle();
    assert_eq!(shown(&window).len(), 9);
}

#[test]
fn enter_opens_what_was_found_and_the_arrow_goes_into_the_list() {
    let mut window = window();
    window.fill(FIND, "harbour");
    window.settle();
    window.press(Key::Enter, Modifiers::NONE);
    assert_eq!(title(&window), "Fishermen, farmers");
    window.fill(FIND, "");
    window.press(Key::Backspace, Modifiers::NONE);
    window.settle();
    window.press(Key::ArrowDown, Modifiers::NONE);
    for (key, expected) in [
        (Key::ArrowDown, "Jembatan Lama"),
        (Key::End, "A letter"),
        (Key::ArrowUp, "Library opens"),
        (Key::Home, "Council votes"),
        (Key::PageDown, "A letter"),
        (Key::PageUp, "Council votes"),
    ] {
        window.press(key, Modifiers::NONE);
        window.press(Key::Enter, Modifiers::NONE);
        assert_eq!(title(&window), expected, "{key:?}");
        window.press(Key::L, Modifiers::COMMAND);
        window.press(Key::ArrowDown, Modifiers::NONE);
        for _ in 0..9 {
            if window.cursor_row().is_some_and(|row| row.starts_with(expected)) {
                break;
            }
            window.press(Key::ArrowDown, Modifiers::NONE);
        }
    }
}

#[test]
fn stages_outlets_and_languages_narrow_the_queue() {
    let mut window = window();
    window.press(Key::Enter, Modifiers::COMMAND);
    window.click_tab("Done 1");
    assert_eq!(shown(&window)[0], "Council votes");
    window.click_tab("New 8");
    assert!(!shown(&window).contains(&"Council votes".to_owned()));
    window.click_label("Filter and sort");
    window.click_label("Kabar Muara");
    assert_eq!(shown(&window), ["Jembatan Lama", "Pasar Pagi"]);
    window.click_label("Bahasa Indonesia");
    window.click_label("Date");
    assert_eq!(shown(&window), ["Pasar Pagi", "Jembatan Lama"], "the newest first");
    window.click_label("Date");
    assert_eq!(shown(&window), ["Jembatan Lama", "Pasar Pagi"], "and turned round");
    window.press(Key::Escape, Modifiers::NONE);
    window.click_label("No longer only Kabar Muara");
    assert_eq!(shown(&window).len(), 3);
}

#[test]
fn several_articles_are_done_and_reopened_as_one_step() {
    let mut window = window();
    window.click_begin("School meals", Modifiers::NONE);
    window.click_begin("Night bus", Modifiers::SHIFT);
    window.click_begin("Pasar Pagi", Modifiers::COMMAND);
    window.expect_notice("3 articles chosen");
    window.click_label("Done");
    assert_eq!(window.at_stage(Stage::Done), 3);
    window.press(Key::Z, Modifiers::COMMAND);
    assert_eq!(window.at_stage(Stage::Done), 0, "one step takes all back");
    window.press(Key::Z, Modifiers::COMMAND.plus(Modifiers::SHIFT));
    assert_eq!(window.at_stage(Stage::Done), 3);
}

#[test]
fn every_article_is_chosen_by_a_key_and_deleted_by_another() {
    let mut window = window();
    window.fill(FIND, "bri");
    window.settle();
    window.press(Key::ArrowDown, Modifiers::NONE);
    window.press(Key::A, Modifiers::COMMAND);
    window.expect_notice("3 articles chosen");
    window.press(Key::Delete, Modifiers::NONE);
    window.settle();
    assert_eq!(window.articles(), 6);
    window.press(Key::Z, Modifiers::COMMAND);
    assert_eq!(window.articles(), 9);
}

#[test]
fn a_range_is_chosen_with_shift_and_the_arrows() {
    let mut window = window();
    window.press(Key::L, Modifiers::COMMAND);
    window.press(Key::ArrowDown, Modifiers::NONE);
    window.press(Key::ArrowDown, Modifiers::SHIFT);
    window.press(Key::ArrowDown, Modifiers::SHIFT);
    window.expect_notice("3 articles chosen");
    window.press(Key::ArrowUp, Modifiers::SHIFT);
    window.expect_notice("2 articles chosen");
}

#[test]
fn metadata_of_several_are_set_together_and_differences_stay() {
    let mut window = window();
    window.click_begin("School meals", Modifiers::NONE);
    window.click_begin("Night bus", Modifiers::COMMAND);
    window.press(Key::F2, Modifiers::NONE);
    window.fill("Section", "Town");
    window.click_label("Save");
    let metadata = window.metadata();
    let town: Vec<_> = metadata.iter().filter(|one| one.section.as_deref() == Some("Town")).collect();
    assert_eq!(town.len(), 2);
    assert_ne!(town[0].title, town[1].title);
    assert_ne!(town[0].publisher, town[1].publisher);
    window.press(Key::Z, Modifiers::COMMAND);
    assert!(window.metadata().iter().all(|one| one.section.is_none()));
}

#[test]
fn a_date_that_is_none_is_told_and_not_saved() {
    let mut window = window();
    window.press(Key::F2, Modifiers::NONE);
    window.fill("Published", "2 March 2024");
    window.expect_notice("“2 March 2024” is no date.");
    window.press(Key::Enter, Modifiers::NONE);
    window.fill("Published", "2024-03-01");
    window.press(Key::Enter, Modifiers::NONE);
    let published = window.document().article.metadata.published_at.clone();
    assert_eq!(published.as_deref(), Some("2024-03-01"));
}

#[test]
fn the_next_open_article_is_a_key_away() {
    let mut window = window();
    window.press(Key::N, Modifiers::SHIFT);
    assert_eq!(title(&window), "Jembatan Lama");
    window.menu(&["Article", "Mark as done"]);
    window.press(Key::P, Modifiers::NONE);
    window.press(Key::N, Modifiers::SHIFT);
    assert_eq!(title(&window), "School meals", "what is done is passed over");
}

#[test]
fn what_is_worked_on_stays_in_a_narrowed_queue() {
    let mut window = window();
    window.click_tab("New 9");
    window.click_words("never built");
    window.press(Key::Q, Modifiers::NONE);
    assert_eq!(shown(&window)[0], "Council votes", "it is no longer new, and still there");
    window.press(Key::N, Modifiers::NONE);
    assert_eq!(shown(&window)[0], "Jembatan Lama");
}
