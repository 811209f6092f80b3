//! Suggestions: ghosts, candidates, what was missed, a project's own words.

use egui::{Key, Modifiers};

use crate::job::Window;
use crate::{SMALL, USUAL, both};

fn ghosts(window: &mut Window) {
    window.press(Key::Tab, Modifiers::NONE);
    window.press(Key::Tab, Modifiers::NONE);
}

fn missed(window: &mut Window) {
    window.press(Key::Enter, Modifiers::COMMAND);
    window.press(Key::ArrowDown, Modifiers::NONE);
}

#[test]
fn suggestions_as_ghosts() {
    both("suggestions", USUAL, ghosts);
    both("suggestions-1024x640", SMALL, ghosts);
}

#[test]
fn candidates_of_a_quote_that_completed_itself() {
    both("suggestions-candidates", USUAL, |window| {
        window.press(Key::Enter, Modifiers::NONE);
        window.click_words("rather wake up");
        window.press(Key::Q, Modifiers::NONE);
    });
}

#[test]
fn what_was_missed() {
    both("suggestions-missed", USUAL, missed);
    both("suggestions-missed-1024x640", SMALL, missed);
}

#[test]
fn words_of_the_project() {
    both("suggestions-words", USUAL, |window| {
        window.menu(&["Project", "Words and program"]);
        window.focus_field("Reporting verbs");
        window.type_text("jelentreh, ngendika");
    });
}
