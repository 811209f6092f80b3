//! The annotation panel and what opens from it.

use egui::{Key, Modifiers, Theme, Vec2};
use kutip::edit::{Edit, QuoteDraft, SpeakerFields};
use kutip::model::Role;

use crate::job::{Window, records::town};
use crate::{SMALL, USUAL, annotated, both, check};

#[test]
fn a_quote_on_its_card() {
    both("panel-card", USUAL, annotated);
    both("panel-card-1024x640", SMALL, annotated);
    both("panel-new", USUAL, |window| {
        window.click_words("rather wake up");
        window.press(Key::Q, Modifiers::NONE);
    });
}

#[test]
fn linking() {
    both("panel-link", USUAL, |window| {
        annotated(window);
        window.press(Key::L, Modifiers::NONE);
    });
    both("panel-link-typed", USUAL, |window| {
        annotated(window);
        window.press(Key::L, Modifiers::NONE);
        window.type_text("anggr");
    });
}

#[test]
fn claims() {
    both("panel-claims", USUAL, |window| {
        annotated(window);
        window.click_tab("Claims");
    });
    both("panel-claim", USUAL, |window| {
        annotated(window);
        window.press(Key::X, Modifiers::NONE);
        window.click_tab("Claims");
        window.click_begin("Claim:", Modifiers::NONE);
    });
}

#[test]
fn speakers() {
    both("panel-speakers", USUAL, |window| {
        annotated(window);
        window.click_tab("Speakers");
    });
    both("panel-speaker", USUAL, |window| {
        annotated(window);
        window.click_tab("Speakers");
        window.click_begin("Dewi", Modifiers::NONE);
        window.click_label("Add a role");
    });
}

/// A second entry for someone who is quoted in the article.
fn with_double(window: &mut Window) {
    annotated(window);
    let article = window.document().article.id;
    window.elsewhere(|workspace| {
        workspace.annotate_as("Ana Rahma").unwrap();
        workspace.open_article(article).unwrap();
        let span = workspace.document().unwrap().article.text.word_at(200);
        let draft = QuoteDraft { content: vec![span], ..QuoteDraft::default() };
        let quote = workspace.perform(&Edit::AddQuote(draft)).unwrap().quotes[0];
        let speaker = SpeakerFields::named("Dewi Angraini");
        workspace.perform(&Edit::LinkNewSpeaker { quote, role: Role::Source, speaker }).unwrap();
    });
    window.click_tab("Speakers");
}

#[test]
fn speakers_who_look_alike() {
    both("panel-look-alikes", USUAL, with_double);
    both("panel-look-alikes-1024x640", SMALL, with_double);
    both("panel-merged", USUAL, |window| {
        with_double(window);
        window.click_begin("Merge ", Modifiers::NONE);
        window.click_begin("Dewi", Modifiers::NONE);
    });
    both("panel-merge-into", USUAL, |window| {
        with_double(window);
        window.click_begin("Dewi Angraini", Modifiers::NONE);
        window.click_label("Merge the speaker into…");
    });
}

#[test]
fn history() {
    both("panel-history", USUAL, |window| {
        window.click_words("rather wake up");
        window.press(Key::Q, Modifiers::NONE);
        window.press(Key::T, Modifiers::NONE);
        window.press(Key::Z, Modifiers::COMMAND);
        window.click_tab("History");
        window.settle();
    });
}

/// A project of twenty speakers with names of every length.
fn crowd(look: Theme, size: Vec2) -> Window {
    use kutip::edit::{Edit, Origin, SpeakerFields};
    let mut window = Window::with_records(&town(), size, look);
    let path = window.workspace().path().to_path_buf();
    let patience = std::time::Duration::from_secs(1);
    let mut other = kutip::workspace::Workspace::open(&path, Origin::CommandLine, patience).unwrap();
    other.annotate_as("Ana Rahma").unwrap();
    let long =
        "Perhimpunan Insinyur Pelabuhan dan Jalur Penyeberangan Antarpulau Seluruh Nusantara Bagian Timur";
    for number in 1..=20 {
        let name = if number == 3 { long.to_owned() } else { format!("Speaker Number {number}") };
        other.perform(&Edit::AddSpeaker(SpeakerFields::named(name))).unwrap();
    }
    window.harness.run();
    window.menu(&["View", if look == Theme::Dark { "Dark" } else { "Light" }]);
    window
}

#[test]
fn many_speakers_and_long_names() {
    for (look, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut window = crowd(look, SMALL);
        window.click_words("never built");
        window.press(Key::Q, Modifiers::NONE);
        window.press(Key::L, Modifiers::NONE);
        window.type_text("antarpulau");
        window.press(Key::Enter, Modifiers::NONE);
        check(&mut window, &format!("panel-long-{suffix}"));
        window.press(Key::L, Modifiers::NONE);
        window.type_text("sp");
        check(&mut window, &format!("panel-link-many-{suffix}"));
        window.press(Key::Escape, Modifiers::NONE);
        window.click_tab("Speakers");
        check(&mut window, &format!("panel-speakers-many-{suffix}"));
    }
}
