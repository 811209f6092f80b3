//! How colleagues work together, from the shared copy to the adjudicated
//! quotes, with the real program and the real window.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use egui::{Key, Modifiers, Theme, Vec2};
use kutip::edit::{Edit, Origin, SpeakerFields};
use kutip::model::{AnnotatorId, QuoteType, Stage};
use kutip::workspace::Workspace;

use crate::job::layers::{A, B, project};
use crate::job::{ARTICLES, Article, Hand, Wanted, Window};

const NONE: Modifiers = Modifiers::NONE;

/// Runs the program; gives what it wrote.
fn kutip(words: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_kutip")).args(words).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "kutip {words:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// A person's window on a project.
fn window_of(name: &str, path: &Path) -> Window {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let settings = serde_json::json!({ "annotator": name, "language": "en", "suggestions": false });
    std::fs::write(folder.path().join("settings.json"), settings.to_string()).unwrap();
    Window::sized(Some(path), Vec2::new(1280.0, 800.0), Theme::Light, folder)
}

/// What Citra reads otherwise than Budi: she leaves out the first quote, hears
/// someone else in the third, and begins the last indirect one a word later.
fn otherwise(quotes: &'static [Wanted]) -> Vec<Wanted> {
    let other =
        |speaker: &str| quotes.iter().map(|quote| quote.speaker).find(|name| *name != speaker).unwrap();
    let indirect = quotes.iter().rposition(|quote| quote.quote_type == QuoteType::Indirect);
    let read = |(place, quote): (usize, &Wanted)| Wanted {
        content: match quote.content.split_once(' ') {
            Some((_, later)) if Some(place) == indirect => later,
            _ => quote.content,
        },
        speaker: if place == 2 { other(quote.speaker) } else { quote.speaker },
        ..*quote
    };
    quotes.iter().enumerate().skip(1).map(read).collect()
}

/// The lead puts those who are quoted into the registry, for everyone to link.
fn know(project: &Path, quotes: &[Wanted]) {
    let mut workspace = Workspace::open(project, Origin::CommandLine, Duration::from_secs(1)).unwrap();
    for quote in quotes {
        if workspace.registry().speaker_named(quote.speaker).is_none() {
            workspace.perform(&Edit::AddSpeaker(SpeakerFields::named(quote.speaker))).unwrap();
        }
    }
}

fn annotate(name: &str, copy: &Path, quotes: &[Wanted]) {
    let mut window = window_of(name, copy);
    for quote in quotes {
        window.mark(Hand::Pointer, quote);
    }
    window.press(Key::Enter, Modifiers::COMMAND);
    assert_eq!(window.stage(), Stage::Done, "{name}");
}

fn tell(article: &Article, text: &str) {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (page, lead, budi, citra) = (at("page.txt"), at("lead.kutip"), at("budi.kutip"), at("citra.kutip"));
    std::fs::write(&page, text).unwrap();
    kutip(&["new", &lead]);
    kutip(&["import", &lead, &page]);
    know(Path::new(&lead), article.quotes);
    kutip(&["share", &lead, &budi, "--annotator", "Budi"]);
    kutip(&["share", &lead, &citra, "--annotator", "Citra"]);

    annotate("Budi", Path::new(&budi), article.quotes);
    annotate("Citra", Path::new(&citra), &otherwise(article.quotes));

    // Taken back in any order; once more changes nothing.
    println!("{}", kutip(&["merge", &lead, &citra, &budi]));
    kutip(&["merge", &lead, &budi, &citra]);
    let agreement = kutip(&["agree", &lead]);
    println!("{}: agreement\n{agreement}", article.file);
    let json: serde_json::Value = serde_json::from_str(&kutip(&["agree", &lead, "--json"])).unwrap();
    assert_eq!(json["pairs"].as_array().unwrap().len(), 1, "{json}");

    let mut window = window_of("Ana Rahma", Path::new(&lead));
    window.press(Key::Num2, Modifiers::COMMAND);
    window.expect_label("Layer A, Budi, is compared");
    let mut keys = 0;
    while !window.shows("agree are left") && !window.shows("that agrees is left") {
        window.press(Key::Num1, NONE);
        keys += 1;
        assert!(keys < 20, "the differences come to an end");
    }
    window.press(Key::Enter, Modifiers::SHIFT);
    window.press(Key::Enter, Modifiers::COMMAND);
    println!("{}: {keys} keys for the differences, 1 for all that agree, 1 to finish", article.file);
    assert_eq!(window.document().stage_of(AnnotatorId::ADJUDICATED), Stage::Reviewed);
    assert_eq!(window.adjudicated().len(), article.quotes.len());

    let exported = kutip(&["export", &lead, "--format", "quotes-jsonl", "--adjudicated", "--out", "-"]);
    window.expect_lines(&exported, article.quotes);
    drop(window);
    kutip(&["check", &lead]);
}

#[test]
fn two_colleagues_a_merge_and_a_decision() {
    for article in ARTICLES {
        match article.text() {
            Some(text) => tell(article, &text),
            None => eprintln!("SKIPPED: the reference article is not at {}", article.file),
        }
    }
}

#[test]
fn an_article_of_which_nothing_is_left_is_reviewed_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = project(folder.path(), &[("Budi", A), ("Citra", B)]);
    let mut window = window_of("Ana Rahma", &path);
    window.press(Key::Num2, Modifiers::COMMAND);
    for _ in 0..6 {
        window.press(Key::X, NONE);
        window.type_text("Not attributed");
        window.press(Key::Enter, NONE);
        window.press(Key::Tab, NONE);
    }
    window.press(Key::Enter, Modifiers::COMMAND);
    assert_eq!(window.document().stage_of(AnnotatorId::ADJUDICATED), Stage::Reviewed);
    let path = path.to_string_lossy();
    assert_eq!(kutip(&["export", &path, "--format", "quotes-jsonl", "--adjudicated", "--out", "-"]), "");
    kutip(&["check", &path]);
}
