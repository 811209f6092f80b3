//! The annotation panel by hand.

use egui::{Key, Modifiers};
use kutip::model::{Medium, SpeakerKind, Worthiness};

use crate::job::{Hand, Window};

/// The sample's second article with one quote marked and selected.
fn marked() -> Window {
    let mut window = Window::sample();
    window.select_words(Hand::Pointer, "“So we listened.”");
    window.press(Key::Q, Modifiers::NONE);
    window
}

#[test]
fn type_and_medium_are_chosen_on_the_card() {
    let mut window = marked();
    window.click_label("indirect");
    assert_eq!(window.selected_quote().quote_type.name(), "indirect");
    window.click_label("writing");
    assert!(window.selected_quote().medium.contains(&Medium::Writing));
    window.click_label("speech");
    assert_eq!(window.selected_quote().medium, [Medium::Writing]);
}

#[test]
fn a_part_is_shown_on_the_page_and_taken_away() {
    let mut window = marked();
    window.select_words(Hand::Pointer, "traffic,” |said");
    window.press(Key::C, Modifiers::NONE);
    window.click_label("Show the cue on the page: said");
    assert_eq!(window.selected_words(), "said");
    window.click_label("Take the cue away");
    assert!(window.selected_quote().cue.is_empty());
}

#[test]
fn the_number_keys_link_whom_the_card_lists() {
    let mut window = marked();
    let listed = window.names("Link ");
    let first = listed.into_iter().find(|name| name != "Link a speaker").expect("someone is listed");
    window.press(Key::Num1, Modifiers::NONE);
    let name = window.speakers_of(&window.selected_quote())[0].clone();
    assert_eq!(first, format!("Link {name}"));
    window.click_label(&format!("Unlink {name}"));
    assert!(window.selected_quote().speakers.is_empty());
}

#[test]
fn letters_that_are_alike_find_the_speaker_and_a_new_one_has_a_kind() {
    let mut window = marked();
    window.press(Key::L, Modifiers::NONE);
    window.type_text("dwi angrni");
    window.press(Key::Enter, Modifiers::NONE);
    assert_eq!(window.speakers_of(&window.selected_quote()), ["Dewi Anggraini"]);
    window.press(Key::L, Modifiers::NONE);
    window.type_text("Northern Rail");
    window.click_label("organisation");
    window.press(Key::Enter, Modifiers::COMMAND);
    let quote = window.selected_quote();
    let speaker = &window.workspace().registry().speakers[&quote.speakers[1]];
    assert_eq!((speaker.name.as_str(), speaker.kind), ("Northern Rail", SpeakerKind::Organisation));
    window.press(Key::L, Modifiers::NONE);
    window.press(Key::Num2, Modifiers::COMMAND);
    assert_eq!(window.selected_quote().speakers.len(), 2, "the second of the list is linked already");
}

#[test]
fn open_points_are_counted_and_jumped_to() {
    let mut window = marked();
    let count = |window: &Window| {
        let names: Vec<String> =
            window.names("").into_iter().filter(|name| name.ends_with(" open")).collect();
        names.first().and_then(|name| name.split(' ').next()?.parse::<usize>().ok()).unwrap_or(0)
    };
    let before = count(&window);
    assert!(before > 1, "there are marks without quote");
    window.press(Key::U, Modifiers::NONE);
    let words = window.selected_words();
    assert!(words.starts_with('“') && words.ends_with('”'), "{words}");
    window.press(Key::Q, Modifiers::NONE);
    assert_eq!(window.document().quotes.len(), 2, "the marks became a quote");
    window.link_by("Helena Marsh", Key::Enter, Modifiers::NONE);
    assert!(count(&window) < before, "and are open no longer");
}

#[test]
fn a_row_shows_its_quote_on_the_page() {
    let mut window = marked();
    window.select_words(Hand::Pointer, "“Ask a nurse who finishes at midnight,”");
    window.press(Key::Q, Modifiers::NONE);
    window.click_begin("Quote: “So we listened.”", Modifiers::NONE);
    assert!(window.selected_quote().content[0].text.starts_with("“So"));
}

#[test]
fn a_note_is_kept_while_the_hand_rests_and_before_anything_else() {
    let mut window = marked();
    window.focus_field("Note");
    window.type_text("said twice");
    window.harness.run_steps(60);
    assert_eq!(window.selected_quote().note.as_deref(), Some("said twice"));
    window.type_text(", and again");
    window.press(Key::Enter, Modifiers::COMMAND);
    window.press(Key::P, Modifiers::NONE);
    let note = window.document().quotes[0].note.clone();
    assert_eq!(note.as_deref(), Some("said twice, and again"));
}

#[test]
fn a_claim_on_words_of_its_own_is_said_in_ones_own_words() {
    let mut window = Window::sample();
    window.select_words(Hand::Pointer, "the line will cost 14 million a year");
    window.press(Key::X, Modifiers::NONE);
    window.fill("Statement", "The night line costs 14 million a year.");
    window.fill("Topic", "transport");
    window.fill("Date", "soon");
    window.expect_notice("“soon” is no date.");
    window.fill("Date", "2023-10");
    window.fill("Evidence", "https://example.org/budget");
    window.click_label("Worth checking: not said yet");
    window.click_label("check-worthy");
    window.click_label("The scale of verdicts");
    window.click_label("half true");
    window.click_label("Close the claim");
    let claim = window.document().claims[0].clone();
    assert_eq!(claim.quote, None);
    assert_eq!(claim.statement.as_deref(), Some("The night line costs 14 million a year."));
    assert_eq!(claim.topic.as_deref(), Some("transport"));
    assert_eq!(claim.date.as_deref(), Some("2023-10"));
    assert_eq!(claim.evidence, ["https://example.org/budget"]);
    assert_eq!(claim.verdict.as_deref(), Some("half true"));
    assert_eq!(claim.worthiness.map(Worthiness::name), Some("check_worthy"));
    window.click_begin("Claim: The night line", Modifiers::NONE);
    window.click_begin("Take the claim away", Modifiers::NONE);
    assert!(window.document().claims.is_empty());
}

#[test]
fn a_speaker_is_described_in_the_registry() {
    let mut window = Window::sample();
    window.click_tab("Speakers");
    window.fill("Find a speaker", "dewi");
    window.click_begin("Dewi Anggraini", Modifiers::NONE);
    window.fill("Aliases", "Bu Dewi\nKadis Dewi");
    window.click_label("Add a role");
    window.fill("What: President, spokesperson", "Head of fisheries");
    window.fill("From", "2021");
    window.fill("Country", "ID");
    window.click_label("group");
    window.click_label("‹ All speakers");
    let registry = window.workspace().registry();
    let dewi = registry.speaker_named("Bu Dewi").expect("the alias is there");
    assert_eq!(dewi.aliases, ["Bu Dewi", "Kadis Dewi"]);
    assert_eq!(dewi.roles[0].title.as_deref(), Some("Head of fisheries"));
    assert_eq!(dewi.roles[0].from.as_deref(), Some("2021"));
    assert_eq!((dewi.country.as_deref(), dewi.kind), (Some("ID"), SpeakerKind::Group));
}

#[test]
fn the_history_tells_what_was_done_newest_first() {
    let mut window = marked();
    window.press(Key::T, Modifiers::NONE);
    window.press(Key::Delete, Modifiers::NONE);
    window.click_tab("History");
    window.settle();
    let told: Vec<String> = window.names("").into_iter().filter(|name| name.ends_with("just now")).collect();
    let expected = ["Delete the quote: “So", "Change the type: “So", "Mark a quote: “So"];
    for (line, begin) in told.iter().zip(expected) {
        assert!(line.starts_with(begin), "{told:#?}");
    }
    assert!(told.len() > 3, "{told:#?}");
}
