//! Working with colleagues in the window: people, assigning, sharing,
//! bringing in, conflicts, handing in.

use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use kutip::edit::{Edit, Origin, QuoteChange, SpeakerFields};
use kutip::model::{AnnotatorId, Conflict, Document, Metadata, Stage};
use kutip::workspace::Workspace;

use crate::job::Window;

const NONE: Modifiers = Modifiers::NONE;

/// Waits until the window says something.
pub fn until(window: &mut Window, words: &str) {
    for _ in 0..1000 {
        if window.harness.query_all_by_label_contains(words).next().is_some() {
            window.harness.run();
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
        window.harness.step();
    }
    window.expect_notice(words);
}

fn answer_path(window: &mut Window, path: &Path) {
    window.focus_field("Path");
    window.press(Key::A, Modifiers::COMMAND);
    window.type_text(path.to_str().unwrap());
    window.press(Key::Enter, NONE);
}

fn beside(window: &Window, name: &str) -> PathBuf {
    window.workspace().path().with_file_name(name)
}

fn person(window: &Window, name: &str) -> AnnotatorId {
    window.workspace().registry().annotator_named(name).unwrap().id
}

/// Shares everything with a person.
fn share_with(window: &mut Window, name: &str) -> PathBuf {
    window.menu(&["Colleagues", "Share…"]);
    window.click_label(name);
    let path = beside(window, &format!("{name}.kutip"));
    window.harness.get_all_by_label("Share…").last().unwrap().click();
    window.harness.run();
    answer_path(window, &path);
    until(window, "A copy with 3 articles");
    path
}

/// A colleague's work on a copy.
fn work(path: &Path, who: &str, work: impl FnOnce(&mut Workspace)) {
    let mut workspace = Workspace::open(path, Origin::Window, Duration::from_secs(1)).unwrap();
    workspace.annotate_as(who).unwrap();
    let first = workspace.article_ids().unwrap()[0];
    workspace.open_article(first).unwrap();
    work(&mut workspace);
    assert_eq!(workspace.check(&mut |_| {}).unwrap(), []);
}

pub fn bring_in(window: &mut Window, path: &Path) {
    window.menu(&["Colleagues", "Bring in…"]);
    answer_path(window, path);
}

#[test]
fn people_are_added_and_told_what_to_do() {
    let mut window = Window::sample();
    window.menu(&["Colleagues", "Colleagues and their progress"]);
    window.expect_label("Ana Rahma");
    window.focus_field("Name of a colleague");
    window.type_text("Budi");
    window.press(Key::Enter, NONE);
    window.expect_label("0 of 0 finished");
    window.click_containing("Annotators see nothing of each other");
    assert!(window.workspace().registry().is_blind());
    window.focus_field("Guidelines for everyone");
    window.type_text("Mark every quote.");
    window.click_label("Name of a colleague");
    assert_eq!(window.workspace().registry().guidelines(), "Mark every quote.");
    window.press(Key::Escape, NONE);
    window.undo_all();
    let registry = window.workspace().registry();
    assert_eq!((registry.is_blind(), registry.guidelines(), registry.people().count()), (false, "", 1));
}

#[test]
fn articles_are_assigned_and_handed_in() {
    let mut window = Window::sample();
    window.menu(&["Colleagues", "Colleagues and their progress"]);
    window.focus_field("Name of a colleague");
    window.type_text("Budi");
    window.press(Key::Enter, NONE);
    window.click_label("Assign");
    window.click_containing("Budi, who has 0 by now");
    window.harness.get_all_by_label("Assign").last().unwrap().click();
    window.harness.run();
    window.expect_notice("3 articles given out");
    let budi = person(&window, "Budi");
    let layers = |window: &Window| {
        let ids = window.workspace().article_ids().unwrap();
        let document = |id| window.workspace().read_article(id).unwrap().unwrap();
        ids.into_iter().map(document).filter(|document| document.layers.contains_key(&budi)).count()
    };
    assert_eq!(layers(&window), 3);
    window.press(Key::Escape, NONE);
    window.press(Key::Z, Modifiers::COMMAND);
    assert_eq!(layers(&window), 0);

    window.menu(&["Colleagues", "Submit the article"]);
    assert_eq!(window.stage(), Stage::Submitted);
    window.press(Key::Z, Modifiers::COMMAND);
    window.menu(&["Colleagues", "Submit all that is done"]);
    window.expect_notice("One article submitted");
    window.menu(&["Colleagues", "Submit all that is done"]);
    window.expect_notice("Nothing is done and not submitted yet");
}

#[test]
fn a_copy_goes_out_comes_back_and_conflicts_are_decided() {
    let mut window = Window::sample();
    window.menu(&["Colleagues", "Colleagues and their progress"]);
    window.focus_field("Name of a colleague");
    window.type_text("Budi");
    window.press(Key::Enter, NONE);
    window.press(Key::Escape, NONE);
    let copy = share_with(&mut window, "Budi");
    let speaker = window.workspace().registry().speakers.values().next().unwrap().clone();
    let first = window.workspace().article_ids().unwrap()[0];
    let country = |country: &str| {
        let fields =
            SpeakerFields { country: Some(country.to_owned()), ..SpeakerFields::named(&*speaker.name) };
        Edit::ChangeSpeaker { speaker: speaker.id, fields }
    };
    let title =
        |title: &str| Edit::SetMetadata(Metadata { title: Some(title.to_owned()), ..Metadata::default() });
    work(&copy, "Budi", |workspace| {
        let span = workspace.document().unwrap().article.text.word_at(200);
        let draft = kutip::edit::QuoteDraft { content: vec![span], ..kutip::edit::QuoteDraft::default() };
        workspace.perform(&Edit::AddQuote(draft)).unwrap();
        workspace.perform(&country("ID")).unwrap();
        workspace.perform(&title("Theirs")).unwrap();
        workspace.perform(&Edit::SetStage(Stage::Submitted)).unwrap();
    });
    let before = window.workspace().undo_label();
    window.elsewhere(|workspace| {
        workspace.annotate_as("Ana Rahma").unwrap();
        workspace.open_article(first).unwrap();
        workspace.perform(&country("MY")).unwrap();
        workspace.perform(&title("Ours")).unwrap();
    });
    assert_ne!(before, window.workspace().undo_label());

    bring_in(&mut window, &copy);
    until(&mut window, "1 new quotes");
    // The popup shows what is to be decided, with both versions.
    window.expect_label("Conflicts (2)");
    for words in ["Choose “ID”", "Choose “MY”", "Choose “Theirs”", "Choose “Ours”", "Budi, "]
    {
        window.expect_label(words);
    }
    let open = |window: &Window| window.workspace().registry().open_conflicts().count();
    window.click_containing("Choose “ID”");
    assert_eq!(open(&window), 1);
    assert_eq!(window.workspace().registry().speakers[&speaker.id].country.as_deref(), Some("ID"));
    // Another article is open; the conflict lies in the first. The status bar
    // counts what is left, and leads there.
    window.press(Key::Escape, NONE);
    window.press(Key::N, NONE);
    window.click_label("1 conflict");
    window.click_containing("Choose “Ours”");
    assert_eq!(open(&window), 0);
    window.expect_label("Nothing to decide");
    assert!(!window.shows("1 conflict"));
    let document: Document = window.workspace().read_article(first).unwrap().unwrap();
    assert_eq!(document.article.metadata.title.as_deref(), Some("Ours"));
    assert_eq!(document.quotes_of(person(&window, "Budi")).count(), 1);

    // Undo: the decisions, then everything that came in.
    window.press(Key::Escape, NONE);
    for left in [1, 2] {
        window.press(Key::Z, Modifiers::COMMAND);
        assert_eq!(open(&window), left);
    }
    window.press(Key::Z, Modifiers::COMMAND);
    let document = window.workspace().read_article(first).unwrap().unwrap();
    assert_eq!((open(&window), document.quotes_of(person(&window, "Budi")).count()), (0, 0));
    assert_eq!(window.workspace().check(&mut |_| {}).unwrap(), []);

    bring_in(&mut window, &copy);
    until(&mut window, "Conflicts (2)");
    let conflicts: Vec<_> = window.workspace().registry().open_conflicts().cloned().collect();
    assert!(conflicts.iter().all(|conflict| Conflict::is_open(conflict)));
}

#[test]
fn a_copy_that_was_tampered_with_is_refused_with_its_reason() {
    let mut window = Window::sample();
    let copy = share_with(&mut window, "Ana Rahma");
    let sql = rusqlite::Connection::open(&copy).unwrap();
    sql.execute_batch("UPDATE quote SET note = 'not by Kutip'").unwrap();
    drop(sql);
    let before = window.document();
    bring_in(&mut window, &copy);
    until(&mut window, "was not brought in");
    window.expect_notice("without an entry in the journal");
    assert_eq!(window.document(), before);
}

#[test]
fn two_names_become_one_person() {
    let mut window = Window::sample();
    window.elsewhere(|workspace| {
        workspace.annotate_as("A. Rahma").unwrap();
        let first = workspace.article_ids().unwrap()[0];
        workspace.open_article(first).unwrap();
        let span = workspace.document().unwrap().article.text.word_at(200);
        let draft = kutip::edit::QuoteDraft { content: vec![span], ..kutip::edit::QuoteDraft::default() };
        let quote = workspace.perform(&Edit::AddQuote(draft)).unwrap().quotes[0];
        let change = QuoteChange::Note(Some("mine".to_owned()));
        workspace.perform(&Edit::ChangeQuote { quote, change }).unwrap();
    });
    window.menu(&["Colleagues", "Colleagues and their progress"]);
    window.click_label("A. Rahma is the same person as someone else");
    window.click_label("A. Rahma is Ana Rahma");
    window.expect_notice("are one person by now");
    let people: Vec<_> = window.workspace().registry().people().map(|person| person.name.clone()).collect();
    assert_eq!(people, ["Ana Rahma"]);
    window.press(Key::Escape, NONE);
    window.press(Key::Z, Modifiers::COMMAND);
    assert_eq!(window.workspace().registry().people().count(), 2);
}

#[test]
fn whoever_opens_a_copy_under_another_name_is_asked() {
    let mut window = Window::sample();
    let path = beside(&window, "given.kutip");
    window.workspace().backup(&path, &mut |_| {}).unwrap();
    let mut copy = Workspace::open(&path, Origin::CommandLine, Duration::from_secs(1)).unwrap();
    let ana = copy.registry().annotator_named("Ana Rahma").unwrap().id;
    let rahma = copy.annotate_as("Rahma").unwrap();
    let given = copy.article_ids().unwrap().into_iter().map(|article| (article, rahma)).collect();
    copy.perform(&Edit::Assign(given)).unwrap();
    copy.same_person("Ana Rahma", "Rahma").unwrap();
    drop(copy);
    // Ana is Rahma by now, so she is known.
    let known = Window::of(Some(&path));
    assert_eq!(known.workspace().author(), Some(rahma));
    assert!(known.workspace().registry().annotators.contains_key(&ana));

    let path = beside(&window, "for-dewi.kutip");
    Workspace::create(&path, Origin::CommandLine, Duration::from_secs(1)).unwrap();
    let mut copy = Workspace::open(&path, Origin::CommandLine, Duration::from_secs(1)).unwrap();
    let page = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages/essay.txt");
    copy.import(&[page], &kutip::workspace::ImportOptions::default(), &kutip::job::Unwatched).unwrap();
    let dewi = copy.annotate_as("Dewi").unwrap();
    let article = copy.article_ids().unwrap()[0];
    copy.perform(&Edit::Assign(vec![(article, dewi)])).unwrap();
    drop(copy);
    window = Window::of(Some(&path));
    assert_eq!(window.workspace().author(), None);
    window.expect_label("Annotate as");
    window.press(Key::Enter, NONE);
    assert_eq!(window.workspace().author(), Some(dewi));
    assert_eq!(window.workspace().registry().people().count(), 1);
}

#[test]
fn keys_lead_to_colleagues_and_to_copies() {
    let mut window = Window::sample();
    let keys = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    window.press(Key::P, keys);
    window.expect_label("Name of a colleague");
    window.press(Key::Escape, NONE);
    window.press(Key::S, keys);
    window.expect_label("Whom the copy is for");
    window.press(Key::Escape, NONE);
    window.press(Key::O, keys);
    window.expect_label("Path");
}
