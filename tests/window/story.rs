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

use crate::colleagues::{bring_in, until};
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

/// Someone who marks in the window of their copy.
fn annotate_in_window(name: &str, copy: &Path, quotes: &[Wanted]) {
    let mut window = window_of(name, copy);
    for quote in quotes {
        window.mark(Hand::Pointer, quote);
    }
    window.press(Key::Enter, Modifiers::COMMAND);
    assert_eq!(window.stage(), Stage::Done, "{name}");
}

/// Someone who works with the command line alone: the article goes out as a
/// record, quotes are written into it, and it comes in again.
fn annotate_by_program(name: &str, copy: &Path, quotes: &[Wanted]) {
    let (record, project) = (copy.with_extension("jsonl"), copy.to_string_lossy());
    let record_path = record.to_string_lossy();
    kutip(&["export", &project, "--format", "articles-jsonl", "--out", &record_path]);
    let line = std::fs::read_to_string(&record).unwrap();
    let mut article: serde_json::Value = serde_json::from_str(line.trim()).unwrap();
    let window = window_of("Someone", copy);
    article["quotes"] = quotes.iter().map(|quote| window.record_of(quote)).collect();
    article["layers"] = serde_json::json!([{ "annotator": name, "status": "done" }]);
    drop(window);
    std::fs::write(&record, article.to_string()).unwrap();
    kutip(&["import", &project, &record_path, "--format", "articles-jsonl", "--annotator", name]);
    let mut workspace = Workspace::open(copy, Origin::CommandLine, Duration::from_secs(1)).unwrap();
    let author = workspace.annotate_as(name).unwrap();
    let document = workspace.read_article(workspace.article_ids().unwrap()[0]).unwrap().unwrap();
    assert_eq!((document.stage_of(author), document.quotes_of(author).count()), (Stage::Done, quotes.len()));
}

/// A lead's project with a copy each for Budi and Citra, who read the article
/// differently: one in the window, one by the command line.
struct Story {
    folder: tempfile::TempDir,
}

impl Story {
    fn begin(article: &Article, text: &str) -> Self {
        let story = Self { folder: tempfile::tempdir().unwrap() };
        let (page, lead) = (story.at("page.txt"), story.at("lead.kutip"));
        std::fs::write(&page, text).unwrap();
        kutip(&["new", &lead]);
        kutip(&["import", &lead, &page]);
        know(Path::new(&lead), article.quotes);
        for name in ["Budi", "Citra"] {
            kutip(&["share", &lead, &story.at(&format!("{name}.kutip")), "--annotator", name]);
        }
        annotate_in_window("Budi", Path::new(&story.at("Budi.kutip")), article.quotes);
        annotate_by_program("Citra", Path::new(&story.at("Citra.kutip")), &otherwise(article.quotes));
        story
    }

    fn at(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    /// What `kutip agree` says of the two: Citra lacks a quote, has a boundary
    /// and a speaker otherwise.
    fn agree(&self, quotes: usize) {
        let lead = self.at("lead.kutip");
        println!("{}", kutip(&["agree", &lead]));
        let said: serde_json::Value = serde_json::from_str(&kutip(&["agree", &lead, "--json"])).unwrap();
        let [pair] = &said["pairs"].as_array().unwrap()[..] else { panic!("{said}") };
        let (all, hers) = (quotes as f64, quotes as f64 - 1.0);
        assert_eq!((&pair["a"], &pair["b"]), (&"Budi".into(), &"Citra".into()));
        assert_eq!(pair["content"]["strict_f1"], 2.0 * (hers - 1.0) / (all + hers));
        assert_eq!(pair["content"]["overlap_f1"], 2.0 * hers / (all + hers));
        assert_eq!((&pair["type"]["n"], &pair["speaker"]["n"]), (&(quotes - 1).into(), &(quotes - 1).into()));
        assert_eq!(pair["speaker"]["accuracy"], (hers - 1.0) / hers);
    }

    fn exported(&self) -> String {
        let lead = self.at("lead.kutip");
        let exported = kutip(&["export", &lead, "--format", "quotes-jsonl", "--adjudicated", "--out", "-"]);
        kutip(&["check", &lead]);
        exported
    }
}

fn tell(article: &Article, text: &str) {
    let story = Story::begin(article, text);
    let (lead, budi, citra) = (story.at("lead.kutip"), story.at("Budi.kutip"), story.at("Citra.kutip"));
    // Taken back in any order; once more changes nothing.
    println!("{}", kutip(&["merge", &lead, &citra, &budi]));
    assert!(kutip(&["merge", &lead, &budi, &citra]).contains("nothing new"));
    story.agree(article.quotes.len());

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
    window.expect_lines(&story.exported(), article.quotes);
}

/// The copies come in in the window, and nothing of them is left.
fn tell_of_nothing(article: &Article, text: &str) {
    let story = Story::begin(article, text);
    let mut window = window_of("Ana Rahma", Path::new(&story.at("lead.kutip")));
    // The project waits for Budi and Citra: the lead says who she is.
    window.fill("Your name", "Ana Rahma");
    window.press(Key::Enter, NONE);
    for (name, quotes) in [("Budi", article.quotes.len()), ("Citra", article.quotes.len() - 1)] {
        bring_in(&mut window, Path::new(&story.at(&format!("{name}.kutip"))));
        until(&mut window, &format!("{quotes} new quotes"));
        window.press(Key::Escape, NONE);
    }
    story.agree(article.quotes.len());
    window.press(Key::Num2, Modifiers::COMMAND);
    for _ in article.quotes {
        window.press(Key::X, NONE);
        window.type_text("Not attributed");
        window.press(Key::Enter, NONE);
        window.press(Key::Tab, NONE);
    }
    window.press(Key::Enter, Modifiers::COMMAND);
    let document = window.document();
    assert_eq!(document.stage_of(AnnotatorId::ADJUDICATED), Stage::Reviewed);
    for name in ["Budi", "Citra"] {
        let id = window.workspace().registry().annotator_named(name).unwrap().id;
        assert_eq!(document.stage_of(id), Stage::Reviewed, "{name}");
    }
    let reasons = document.decisions.iter().filter_map(|decision| decision.ruling.reason.as_deref());
    assert_eq!(reasons.collect::<Vec<_>>(), vec!["Not attributed"; article.quotes.len()]);
    assert_eq!(story.exported(), "");
}

fn each(tell: fn(&Article, &str)) {
    for article in ARTICLES {
        match article.text() {
            Some(text) => tell(article, &text),
            None => eprintln!("SKIPPED: the reference article is not at {}", article.file),
        }
    }
}

#[test]
fn two_colleagues_a_merge_and_a_decision() {
    each(tell);
}

#[test]
fn an_article_of_which_nothing_is_left_is_reviewed_all_the_same() {
    each(tell_of_nothing);
}
