//! The page and what is done on it.

use egui::{Key, Modifiers};

use crate::{SMALL, USUAL, both};

#[test]
fn finding_words() {
    let show = |window: &mut crate::job::Window| {
        window.press(Key::F, Modifiers::COMMAND);
        window.type_text("night");
        window.press(Key::Enter, Modifiers::NONE);
    };
    both("find", USUAL, show);
    both("find-1024x640", SMALL, show);
}
