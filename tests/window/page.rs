//! Gestures on the page.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use kutip::model::{Role, Span};

use crate::job::{Hand, Window};

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;

#[test]
fn words_are_found_in_the_article_and_walked_through() {
    let mut window = Window::sample();
    window.press(Key::F, CTRL);
    window.type_text("NÍGHT");
    let place = |window: &Window, words: &str| {
        assert!(window.harness.query_by_label(words).is_some(), "the bar says {words:?}");
    };
    let text = window.document().article.text.clone();
    let number = text.as_str().to_lowercase().matches("night").count();
    assert!(number > 2, "the sample speaks of nights {number} times");
    place(&window, &format!("1 of {number}"));
    window.press(Key::Enter, NONE);
    place(&window, &format!("2 of {number}"));
    window.press(Key::F3, NONE);
    place(&window, &format!("3 of {number}"));
    window.press(Key::Enter, SHIFT);
    window.press(Key::F3, SHIFT);
    window.press(Key::Enter, SHIFT);
    place(&window, &format!("{number} of {number}"));
    window.press(Key::Escape, NONE);
    assert!(window.harness.query_by_label(&format!("{number} of {number}")).is_none(), "the bar is closed");
    assert_eq!(window.selected_words().to_lowercase(), "night");
    window.press(Key::E, NONE);
    assert_ne!(window.selected_words().to_lowercase(), "night", "keys go to the page again");
}

#[test]
fn looking_begins_with_the_selected_words_and_tells_of_nothing_found() {
    let mut window = Window::sample();
    window.select_words(Hand::Pointer, "So we listened");
    window.press(Key::F, CTRL);
    assert!(window.harness.query_by_label("1 of 1").is_some());
    window.type_text("no such words");
    assert!(window.harness.query_by_label("Not found").is_some());
    window.press(Key::Escape, NONE);
    assert_eq!(window.selected_words(), "So we listened", "the selection stays");
}

#[test]
fn marks_lose_the_white_space_around_them() {
    let mut window = Window::sample();
    let quote = window.span_of("“a postcard, not a timetable”");
    window.select(Hand::Keyboard, Span::new(quote.start - 1, quote.end));
    window.press(Key::Q, NONE);
    assert_eq!(window.selected_quote().spans(Role::Content), [quote]);
    let cue = window.span_of("Critics |call the");
    window.select(Hand::Keyboard, Span::new(cue.start - 1, cue.start + 5));
    window.press(Key::C, NONE);
    assert_eq!(window.selected_quote().pieces(Role::Cue)[0].text, "call");
}
