//! Mode Review: deciding between layers, reviewing one, comments.

use egui::{Key, Modifiers};

use crate::job::Window;
use crate::job::layers::{A, B};
use crate::support::picture;

const TWO: &[(&str, &[crate::job::layers::Marked])] = &[("Reviewer A", A), ("Reviewer B", B)];

#[test]
fn a_look() {
    let mut window = Window::reviewing(TWO);
    picture(&mut window.harness, "review-1");
    window.press(Key::Tab, Modifiers::NONE);
    picture(&mut window.harness, "review-2");
}
