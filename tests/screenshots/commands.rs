//! Commands, settings, first start, what can go wrong.

use egui::{Key, Modifiers};

use crate::job::Window;
use crate::{LARGE, SMALL, USUAL, both};

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
