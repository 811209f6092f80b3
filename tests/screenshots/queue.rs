//! The queue and its forms.

use egui::{Key, Modifiers, Theme};

use crate::job::{Window, records::town};
use crate::{SMALL, USUAL, check};

fn each(name: &str, size: egui::Vec2, show: impl Fn(&mut Window)) {
    for (look, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut window = Window::with_records(&town(), size, look);
        window.menu(&["View", if look == Theme::Dark { "Dark" } else { "Light" }]);
        show(&mut window);
        check(&mut window, &format!("{name}-{suffix}"));
    }
}

#[test]
fn titles_of_every_length() {
    each("queue", USUAL, |window| {
        // Past the list of what may have been missed.
        window.press(Key::Enter, Modifiers::COMMAND);
        window.press(Key::Enter, Modifiers::COMMAND);
    });
}

#[test]
fn words_found_in_their_surroundings() {
    let search = |window: &mut Window| {
        window.press(Key::L, Modifiers::COMMAND);
        window.fill("Find articles and words", "bri");
        window.settle();
    };
    each("queue-found", USUAL, search);
    each("queue-found-1024x640", SMALL, search);
    each("queue-nothing", USUAL, |window| {
        window.fill("Find articles and words", "zeppelin");
        window.settle();
    });
}

#[test]
fn the_filter() {
    each("queue-filter", USUAL, |window| {
        window.click_label("Filter and sort");
        window.click_label("Date");
        window.click_label("Kabar Muara");
    });
}

#[test]
fn several_articles() {
    each("queue-several", USUAL, |window| {
        window.click_begin("School meals", Modifiers::NONE);
        window.click_begin("Night bus", Modifiers::SHIFT);
        window.click_begin("Pasar Pagi", Modifiers::COMMAND);
    });
    each("metadata-several", USUAL, |window| {
        window.click_begin("School meals", Modifiers::NONE);
        window.click_begin("Night bus", Modifiers::SHIFT);
        window.press(Key::F2, Modifiers::NONE);
    });
}

#[test]
fn a_date_that_is_none() {
    each("metadata-bad-date", USUAL, |window| {
        window.press(Key::F2, Modifiers::NONE);
        window.fill("Published", "2 March 2024");
    });
}
