//! Mode Review: deciding, one layer, comments, what came back.

use std::sync::Arc;
use std::time::Duration;

use egui::{Key, Modifiers, Theme, Vec2};
use kutip::edit::{Edit, Origin, Verdict};
use kutip::model::Anchor;
use kutip::workspace::Workspace;

use crate::job::Window;
use crate::job::layers::{A, B, Marked, project};
use crate::{SMALL, USUAL, check};

const TWO: &[(&str, &[Marked])] = &[("Reviewer A", A), ("Reviewer B", B)];
const NONE: Modifiers = Modifiers::NONE;

/// A window in mode Review in both looks.
fn reviewed(name: &str, size: Vec2, layers: &[(&str, &[Marked])], show: impl Fn(&mut Window)) {
    prepared(name, size, layers, |_| {}, show);
}

fn prepared(
    name: &str,
    size: Vec2,
    layers: &[(&str, &[Marked])],
    prepare: impl Fn(&mut Workspace),
    show: impl Fn(&mut Window),
) {
    for (look, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let path = project(folder.path(), layers);
        let mut workspace = Workspace::open(&path, Origin::CommandLine, Duration::from_secs(1)).unwrap();
        let article = workspace.article_ids().unwrap()[0];
        workspace.open_article(article).unwrap();
        prepare(&mut workspace);
        drop(workspace);
        let mut window = Window::sized(Some(&path), size, look, folder);
        window.menu(&["View", if look == Theme::Dark { "Dark" } else { "Light" }]);
        window.press(Key::Num2, Modifiers::COMMAND);
        show(&mut window);
        check(&mut window, &format!("{name}-{suffix}"));
    }
}

/// B says why the cue should be longer.
fn with_a_comment(workspace: &mut Workspace) {
    workspace.annotate_as("Reviewer B").unwrap();
    let author = workspace.author().unwrap();
    let document = workspace.document().unwrap();
    let help = document.quotes_of(author).find(|quote| quote.words().contains("bantuan")).unwrap().id;
    let text = "“Bram berharap” is one verb group in the guideline, §3.".to_owned();
    let anchor = Anchor::Quote(help);
    workspace.perform(&Edit::AddComment { anchor, spans: Vec::new(), reply_to: None, text }).unwrap();
}

fn at_the_boundary(window: &mut Window) {
    window.press(Key::Tab, NONE);
}

#[test]
fn deciding() {
    prepared("review-decide", USUAL, TWO, with_a_comment, at_the_boundary);
    prepared("review-decide-1024x640", SMALL, TWO, with_a_comment, at_the_boundary);
}

#[test]
fn some_decided() {
    reviewed("review-some-decided", USUAL, TWO, |window| {
        for key in [Key::Num1, Key::Num2, Key::Num2] {
            window.press(key, NONE);
        }
    });
}

#[test]
fn all_agreed() {
    reviewed("review-agreed", USUAL, &[("Reviewer A", A), ("Reviewer B", A)], |_| {});
    reviewed("review-taken-over", USUAL, &[("Reviewer A", A), ("Reviewer B", A)], |window| {
        window.press(Key::Enter, Modifiers::SHIFT);
    });
}

#[test]
fn six_layers() {
    let six: Vec<(&str, &[Marked])> =
        [("Ana", A), ("Budi", B), ("Citra", A), ("Dewi", B), ("Eka", &A[..4]), ("Fajar", &B[2..])].into();
    reviewed("review-six-layers", USUAL, &six, at_the_boundary);
}

/// Two of three have a quote inside a quote.
#[test]
fn quotes_in_quotes() {
    const OUTER: Marked =
        Marked { content: "akan membantu perbaikan tanggul yang jebol pada Januari lalu", ..A[0] };
    const INNER: Marked = Marked { content: "tanggul yang jebol", ..A[0] };
    let nested: &[Marked] = &[OUTER, INNER, A[2], A[3]];
    reviewed("review-nested", USUAL, &[("Ana", nested), ("Budi", A), ("Citra", nested)], at_the_boundary);
}

#[test]
fn rejecting_with_a_reason() {
    reviewed("review-reject", USUAL, TWO, |window| {
        window.press(Key::X, NONE);
        window.type_text("A wish of the reporter's, not a quote");
    });
}

#[test]
fn a_single_review() {
    reviewed("review-single", USUAL, TWO, |window| {
        window.press(Key::Num2, Modifiers::ALT);
        window.press(Key::A, NONE);
        window.press(Key::X, NONE);
        window.type_text("No source");
        window.press(Key::Enter, NONE);
        window.select_words(crate::job::Hand::Keyboard, "rapat hari ini membuat kita lebih paham");
        window.press(Key::E, NONE);
    });
}

#[test]
fn comments() {
    prepared("review-comments", USUAL, TWO, with_a_comment, |window| {
        window.press(Key::Num4, Modifiers::ALT);
        window.press(Key::Tab, NONE);
        window.press(Key::M, NONE);
        window.type_text("Then A's version is too short.");
        window.press(Key::Enter, NONE);
    });
}

#[test]
fn what_came_back() {
    let own: &[(&str, &[Marked])] = &[("Ana Rahma", A), ("Reviewer B", B)];
    let prepare = |workspace: &mut Workspace| {
        workspace.annotate_as("Reviewer B").unwrap();
        let ana = workspace.registry().annotator_named("Ana Rahma").unwrap().id;
        let quotes: Vec<_> = workspace.document().unwrap().quotes_of(ana).map(|quote| quote.id).collect();
        let verdicts =
            [Verdict::Accept, Verdict::Reject { reason: Some("No cue in the guideline's sense".to_owned()) }];
        for (quote, verdict) in quotes.iter().zip(verdicts) {
            workspace.perform(&Edit::Review { quote: *quote, verdict }).unwrap();
        }
        let text = "Does the relay belong to it?".to_owned();
        let anchor = Anchor::Quote(quotes[2]);
        workspace.perform(&Edit::AddComment { anchor, spans: Vec::new(), reply_to: None, text }).unwrap();
    };
    prepared("review-came-back", USUAL, own, prepare, |window| {
        window.press(Key::Num2, Modifiers::ALT);
        window.click_tab("What came back");
        window.press(Key::Tab, NONE);
    });
}

#[test]
fn nothing_to_compare() {
    reviewed("review-one-layer", USUAL, &[("Reviewer A", A)], |_| {});
    reviewed("review-no-comments", USUAL, TWO, |window| window.press(Key::Num4, Modifiers::ALT));
}
