//! Speakers of whom a person says that they are one, or that they are not.

use std::time::Duration;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use kutip::edit::{Edit, Origin, QuoteChange, QuoteDraft, SpeakerFields};
use kutip::model::{Role, SpeakerId};
use kutip::workspace::Workspace;

use crate::colleagues::until;
use crate::job::Window;

const NONE: Modifiers = Modifiers::NONE;

/// The sample with its finished article open.
fn finished() -> Window {
    let mut window = Window::sample();
    window.press(Key::P, NONE);
    window
}

/// The speaker who is quoted first in the open article.
fn quoted(window: &Window) -> (SpeakerId, String) {
    let document = window.document();
    let id = document.quotes.iter().find_map(|quote| quote.speakers.first().copied()).unwrap();
    (id, window.workspace().registry().speakers[&id].name.clone())
}

/// Another entry for the same person, linked to a quote of its own.
fn with_double(window: &mut Window, name: &str) -> SpeakerId {
    let article = window.document().article.id;
    let author = window.workspace().author().unwrap();
    let author = window.workspace().registry().annotator_name(author).to_owned();
    window.elsewhere(|workspace| {
        workspace.annotate_as(&author).unwrap();
        workspace.open_article(article).unwrap();
        double(workspace, name);
    });
    window.workspace().registry().speakers.values().find(|speaker| speaker.name == name).unwrap().id
}

fn double(workspace: &mut Workspace, name: &str) {
    let span = workspace.document().unwrap().article.text.word_at(200);
    let draft = QuoteDraft { content: vec![span], ..QuoteDraft::default() };
    let quote = workspace.perform(&Edit::AddQuote(draft)).unwrap().quotes[0];
    let speaker = SpeakerFields::named(name);
    workspace.perform(&Edit::LinkNewSpeaker { quote, role: Role::Source, speaker }).unwrap();
}

fn linked(window: &Window, speaker: SpeakerId) -> usize {
    window.document().quotes.iter().filter(|quote| quote.speakers.contains(&speaker)).count()
}

#[test]
fn look_alikes_are_merged_taken_apart_and_told_apart() {
    let mut window = finished();
    let (kept, name) = quoted(&window);
    let before = linked(&window, kept);
    let other_name = name.to_uppercase();
    let other = with_double(&mut window, &other_name);
    assert_eq!((linked(&window, kept), linked(&window, other)), (before, 1));

    window.press(Key::K, Modifiers::COMMAND);
    window.type_text("speakers that look");
    window.press(Key::Enter, NONE);
    window.expect_label("These look like one");
    let offer = format!("Merge {name} · {other_name}");
    window.click_label(&offer);
    assert_eq!((linked(&window, kept), linked(&window, other)), (before + 1, 0));
    assert!(!window.shows("These look like one"));
    window.click_label(&format!("{name}, {} quotes · person", before + 1));
    window.click_label(&format!("Take apart: {other_name}"));
    assert_eq!((linked(&window, kept), linked(&window, other)), (before, 1));
    window.click_label("‹ All speakers");
    window.click_label(&format!("Not the same: {name} · {other_name}"));
    assert!(!window.shows("These look like one"), "that is remembered");
    window.press(Key::Z, Modifiers::COMMAND);
    window.expect_label("These look like one");
    window.undo_all();
    assert_eq!(window.workspace().check(&mut |_| {}).unwrap(), []);
}

#[test]
fn a_speaker_is_merged_into_another_by_typing() {
    let mut window = finished();
    let (kept, name) = quoted(&window);
    let before = linked(&window, kept);
    let other = with_double(&mut window, "The Mayor");
    // Without an open speaker there is nothing to merge.
    window.press(Key::K, Modifiers::COMMAND);
    window.type_text("merge the speaker");
    window.expect_label("Open a speaker in the panel first");
    window.press(Key::Escape, NONE);
    window.click_tab("Speakers");
    window.harness.get_all_by_label_contains("The Mayor, ").next().unwrap().click();
    window.harness.run();
    window.click_label("Merge the speaker into…");
    window.expect_label("Who is “The Mayor”?");
    window.type_text(&name);
    window.press(Key::Enter, NONE);
    assert_eq!((linked(&window, kept), linked(&window, other)), (before + 1, 0));
    window.expect_label("Take apart: The Mayor");
    // The page and the lists name the one that stays; the other name finds it.
    let document = window.document();
    let quote = document.quotes.iter().find(|quote| quote.source.is_empty() && quote.cue.is_empty()).unwrap();
    assert_eq!(window.speakers_of(quote), [name.as_str()]);
    window.click_label("‹ All speakers");
    window.focus_field("Find a speaker");
    window.type_text("mayor");
    window.expect_label(&format!("{name}, "));
    assert_eq!(window.workspace().registry().speaker_of(other), kept);
    window.press(Key::Escape, NONE);
    window.undo_all();
    assert_eq!(window.workspace().check(&mut |_| {}).unwrap(), []);
}

/// What a colleague's copy brings in is offered at once.
#[test]
fn a_copy_with_look_alikes_says_so_and_leads_there() {
    let mut window = finished();
    let path = window.workspace().path().with_file_name("theirs.kutip");
    window.workspace().backup(&path, &mut |_| {}).unwrap();
    let (kept, name) = quoted(&window);
    let other_name = name.to_uppercase();
    let mut theirs = Workspace::open(&path, Origin::Window, Duration::from_secs(1)).unwrap();
    theirs.annotate_as("Budi").unwrap();
    theirs.open_article(window.document().article.id).unwrap();
    double(&mut theirs, &other_name);
    let quote = theirs.document().unwrap().quotes.iter().rfind(|quote| quote.cue.is_empty()).unwrap().id;
    let change = QuoteChange::Note(Some("theirs".to_owned()));
    theirs.perform(&Edit::ChangeQuote { quote, change }).ok();
    drop(theirs);

    window.menu(&["Colleagues", "Bring in…"]);
    window.focus_field("Path");
    window.press(Key::A, Modifiers::COMMAND);
    window.type_text(path.to_str().unwrap());
    window.press(Key::Enter, NONE);
    until(&mut window, &format!("These speakers look like one: {name} · {other_name}"));
    window.harness.get_by_role_and_label(egui::accesskit::Role::Button, "Speakers that look alike").click();
    window.harness.run();
    window.click_label(&format!("Merge {name} · {other_name}"));
    let registry = window.workspace().registry();
    let other = registry.speakers.values().find(|speaker| speaker.name == other_name).unwrap().id;
    assert_eq!(registry.speaker_of(other), kept);
}
