//! Mode Review: deciding, one layer, comments, what came back.

use std::sync::Arc;
use std::time::Duration;

use egui::{Key, Modifiers, Theme, Vec2};
use egui_kittest::kittest::Queryable as _;
use kutip::edit::{ClaimFields, Edit, Origin, Verdict};
use kutip::model::{Anchor, Setting, Stage, Worthiness};
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

/// Reviewer A's claim that the dike will be mended, with a word on it.
fn with_a_claim(workspace: &mut Workspace) {
    claimed(workspace, "Reviewer A");
}

fn claimed(workspace: &mut Workspace, who: &str) {
    workspace.annotate_as(who).unwrap();
    let author = workspace.author().unwrap();
    let quote = workspace.document().unwrap().quotes_of(author).next().unwrap().id;
    let fields = ClaimFields {
        statement: Some("The city will mend the dike that broke in January.".to_owned()),
        worthiness: Some(Worthiness::CheckWorthy),
        topic: Some("dike".to_owned()),
        verdict: Some("true".to_owned()),
        evidence: vec!["https://arum.example/budget".to_owned()],
        ..ClaimFields::default()
    };
    workspace.perform(&Edit::AddClaim { quote: Some(quote), spans: Vec::new(), fields }).unwrap();
    let claim = workspace.document().unwrap().claims[0].id;
    workspace.annotate_as("Reviewer B").unwrap();
    let text = "The budget names no date. Is “true” right already?".to_owned();
    let anchor = Anchor::Claim(claim);
    workspace.perform(&Edit::AddComment { anchor, spans: Vec::new(), reply_to: None, text }).unwrap();
}

#[test]
fn claims() {
    prepared("review-claim", USUAL, TWO, with_a_claim, |window| {
        window.press(Key::Num2, Modifiers::ALT);
        window.harness.get_by_label_contains("Claim: The city").click_accesskit();
        window.harness.run();
        window.harness.get_by_label("Comment on the claim").scroll_to_me();
        window.harness.run();
    });
    prepared("review-claim-thread", USUAL, TWO, with_a_claim, |window| {
        window.press(Key::Num4, Modifiers::ALT);
        window.press(Key::Tab, NONE);
    });
    let own: &[(&str, &[Marked])] = &[("Ana Rahma", A)];
    prepared(
        "claim-comments",
        USUAL,
        own,
        |workspace| claimed(workspace, "Ana Rahma"),
        |window| {
            window.press(Key::Num1, Modifiers::COMMAND);
            window.click_tab("Claims");
            window.click_begin("Claim: The city", NONE);
        },
    );
}

/// Others have submitted, and whose window it is has not begun.
#[test]
fn a_blind_project() {
    let blind = |workspace: &mut Workspace| {
        for name in ["Reviewer A", "Reviewer B"] {
            workspace.annotate_as(name).unwrap();
            workspace.perform(&Edit::SetStage(Stage::Submitted)).unwrap();
        }
        let key = Setting::BLIND.to_owned();
        workspace.perform(&Edit::SetSetting { key, value: Some(true.into()) }).unwrap();
    };
    prepared("review-blind", USUAL, TWO, blind, |_| {});
    prepared("colleagues-reviewers", USUAL, TWO, blind, |window| {
        window.menu(&["Colleagues", "Colleagues and their progress"]);
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
