//! Mode Review: how far annotators agree.

use egui::Theme;

use super::{SMALL, USUAL, check};
use crate::job::Window;

fn drawn(name: &str, size: egui::Vec2, show: impl Fn(&mut Window)) {
    for (look, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut window = Window::agreement(size, look);
        show(&mut window);
        check(&mut window, &format!("{name}-{suffix}"));
    }
}

#[test]
fn agreement() {
    drawn("review-agreement", USUAL, |_| {});
}

#[test]
fn agreement_of_a_pair_with_mix_ups_and_time() {
    drawn("review-agreement-pair", USUAL, |window| {
        window.click_tab("Ana Rahma and Budi Santoso");
        window.scroll_numbers(900.0);
    });
}

#[test]
fn agreement_small() {
    drawn("review-agreement-small", SMALL, |_| {});
}

/// Coming back from a case, to go on to the next.
#[test]
fn a_case_was_opened() {
    drawn("review-agreement-case", USUAL, |window| {
        for _ in 0..2 {
            window.press(egui::Key::Tab, egui::Modifiers::NONE);
            window.press(egui::Key::Num3, egui::Modifiers::ALT);
        }
    });
}
