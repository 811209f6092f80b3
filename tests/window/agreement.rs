//! The Agreement tab.

use egui::{Theme, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::job::Window;

const SIZE: Vec2 = Vec2::new(1280.0, 800.0);

fn shows(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn numbers_stand_on_the_page_and_open_their_cases() {
    let mut window = Window::agreement(SIZE, Theme::Light);
    assert!(shows(&window, "on 12 articles"));
    assert!(shows(&window, "Content, overlap F1: ."));
    assert!(shows(&window, "α by token: ."));
    window.click_containing("Content, strict F1: ");
    assert!(shows(&window, "Content, strict F1"));
    // The first case: its article opens on the page of readings, selected.
    let first = window.harness.get_all_by_label_contains("Not everyone has it: ").next().unwrap();
    let label = first.accesskit_node().label().unwrap();
    first.click();
    window.harness.run();
    let quote = window.selected_quote();
    assert!(label.contains(&quote.words()), "{label} {}", quote.words());
    assert!(label.contains(window.document().article.display_title()));
    assert!(window.harness.query_by_label("Stop measuring").is_none());
    // Back on the tab, all is as it was.
    window.click_tab("Agreement");
    assert!(shows(&window, "Content, strict F1: "));
    // From there Tab goes on to the case after it, Shift+Tab to the one before.
    let mut step = |modifiers| {
        window.press(egui::Key::Num3, egui::Modifiers::ALT);
        window.press(egui::Key::Tab, modifiers);
        let quote = window.selected_quote();
        assert_eq!(quote.article, window.document().article.id);
        (window.document().article.id, quote.id)
    };
    let there = [egui::Modifiers::NONE; 6].map(&mut step);
    let mut back = [egui::Modifiers::SHIFT; 5].map(&mut step);
    back.reverse();
    assert_eq!(back, there[..5]);
    assert!(there.iter().any(|case| *case != there[0]));
}

#[test]
fn the_numbers_go_month_by_month_for_what_is_chosen() {
    let mut window = Window::agreement(SIZE, Theme::Light);
    window.scroll_numbers(4000.0);
    window.expect_label("Content, overlap F1, by the month of the last work");
    window.click_containing("“direct” against “indirect”: ");
    window.expect_label("Choose a number to see how it went");
}

#[test]
fn each_pair_has_its_numbers_and_mix_ups() {
    let mut window = Window::agreement(SIZE, Theme::Light);
    window.click_tab("Ana Rahma and Citra Lestari");
    assert!(shows(&window, "Content, agr(A‖B): "));
    assert!(shows(&window, "Type, Cohen’s κ: "));
    assert!(!shows(&window, "α by token: "));
    window.scroll_numbers(2000.0);
    window.harness.get_by_label_contains("“direct” against “indirect”: ").click();
    window.harness.run();
    assert!(shows(&window, "Ana Rahma: direct · Citra Lestari: indirect"));
    window.click_tab("Speaker");
    assert!(shows(&window, "“Bram Sutedja” against “Bram Sutedja”: "));
    assert!(!shows(&window, "“direct” against “indirect”: "));
}

#[test]
fn gamma_is_measured_when_asked_for_and_can_be_stopped() {
    let mut window = Window::agreement(SIZE, Theme::Light);
    assert!(!shows(&window, "γ: "));
    window.scroll_numbers(500.0);
    window.click_label("Measure γ too");
    window.measured();
    assert!(shows(&window, "γ: ."));
    assert!(shows(&window, "γ is known to ±"));
}

#[test]
fn gamma_can_be_stopped_while_it_is_measured() {
    let folder = std::sync::Arc::new(tempfile::tempdir().unwrap());
    let path = crate::job::agreement::project(folder.path(), 80);
    let mut window = Window::sized(Some(&path), SIZE, Theme::Light, folder);
    window.press(egui::Key::Num2, egui::Modifiers::COMMAND);
    window.press(egui::Key::Num3, egui::Modifiers::ALT);
    window.measured();
    window.scroll_numbers(500.0);
    window.harness.get_by_label("Measure γ too").click();
    window.harness.run_steps(3);
    // How far it is, in the status bar too.
    window.expect_label("Measuring agreement");
    window.harness.get_by_label("Stop").click();
    window.measured();
    assert!(!shows(&window, "γ is known to ±"));
    // The other numbers are still there.
    assert!(shows(&window, "α by token: ."));
}

#[test]
fn a_change_is_told_and_measured_again() {
    let mut window = Window::agreement(SIZE, Theme::Light);
    assert!(!shows(&window, "Something was changed"));
    window.click_tab("Decide");
    window.press(egui::Key::Num1, egui::Modifiers::NONE);
    window.click_tab("Agreement");
    assert!(shows(&window, "Something was changed"));
    window.click_label("Measure again");
    window.measured();
    assert!(!shows(&window, "Something was changed"));
}

#[test]
fn a_project_of_one_annotator_says_what_is_needed() {
    let mut window = Window::sample();
    window.click_containing("Review");
    window.click_tab("Agreement");
    window.measured();
    assert!(shows(&window, "two annotators have done"));
}

#[test]
fn the_open_articles_numbers_stand_beside_its_quotes() {
    let mut window =
        Window::reviewing(&[("Reviewer A", crate::job::layers::A), ("Reviewer B", crate::job::layers::B)]);
    // Six and five quotes: five are aligned, four exactly.
    assert!(shows(&window, "Content, overlap F1, .909"));
    assert!(shows(&window, "Content, strict F1, .727"));
    assert!(shows(&window, "Type, Cohen’s κ, 1"));
    window.click_containing("Content, strict F1, ");
    window.measured();
    assert!(shows(&window, "Content, strict F1: "));
}
