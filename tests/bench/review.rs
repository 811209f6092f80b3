//! What a frame of mode Review costs with six layers of 200 quotes:
//! `cargo bench --bench review`.
//!
//! The floor is the same window
//! in mode Annotate, in the same run.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a bench")]

mod window;

use std::fmt::Write as _;
use std::time::Duration;

use egui::{Event, Key, Modifiers};
use kutip::edit::{Edit, Origin, QuoteDraft, SpeakerFields};
use kutip::job::Unwatched;
use kutip::model::{Span, Stage};
use kutip::workspace::{ImportOptions, Workspace};
use window::{Window, at, milliseconds, wheel};

const LAYERS: usize = 6;
const QUOTES: usize = 200;

fn text() -> String {
    let mut text = String::from("Six of them read it\n\n");
    for number in 0..QUOTES {
        let _ = write!(
            text,
            "The minister said that measure number {number} would be taken before the end of the year and not later. "
        );
        if number % 3 == 2 {
            text.push_str("\n\n");
        }
    }
    text
}

/// A project in which six people marked 200 quotes each, some a word more or
/// less.
fn project(folder: &std::path::Path) -> std::path::PathBuf {
    let (page, path) = (folder.join("page.txt"), folder.join("bench.kutip"));
    std::fs::write(&page, text()).unwrap();
    let mut workspace = Workspace::create(&path, Origin::CommandLine, Duration::from_secs(1)).unwrap();
    let _ = workspace.import(&[page], &ImportOptions::default(), &Unwatched).unwrap();
    let article = workspace.article_ids().unwrap()[0];
    for layer in 0..LAYERS {
        workspace.annotate_as(&format!("Reviewer {layer}")).unwrap();
        workspace.open_article(article).unwrap();
        if layer == 0 {
            workspace.perform(&Edit::AddSpeaker(SpeakerFields::named("The minister"))).unwrap();
        }
        let speaker = workspace.registry().speaker_named("The minister").unwrap().id;
        let body = workspace.document().unwrap().article.text.as_str().to_owned();
        for number in 0..QUOTES {
            // Every tenth lies in the one before.
            let (number, inner) = if number % 10 == 9 { (number - 1, 27) } else { (number, 0) };
            let words = format!("measure number {number} would be taken before the end of the year");
            let start = body[..body.find(&words).unwrap()].chars().count();
            let shorter = if (number + layer) % 4 == 0 { 9 } else { 0 };
            let content = Span::new(start + inner, start + words.chars().count() - shorter);
            let cue = Span::new(start - 10, start - 6);
            let draft = QuoteDraft {
                content: vec![content],
                cue: vec![cue],
                speakers: vec![speaker],
                ..QuoteDraft::default()
            };
            workspace.perform(&Edit::AddQuote(draft)).unwrap();
        }
        workspace.perform(&Edit::SetStage(Stage::Done)).unwrap();
    }
    path
}

/// Idle, scrolling, and Tab to the next group or quote.
fn measure(window: &mut Window, name: &str) {
    window.frames(20, Vec::new);
    let idle = window.frames(400, Vec::new);
    let middle = Event::PointerMoved(egui::pos2(600.0, 400.0));
    let scroll = window.frames(400, || vec![middle.clone(), wheel(-120.0)]);
    let next = window.keys(300, Key::Tab, Modifiers::NONE);
    println!("{name:<34} {:>11} {:>11} {:>11}", spread(idle), spread(scroll), spread(next));
}

/// Median and 99th percentile, in milliseconds.
fn spread(mut frames: Vec<Duration>) -> String {
    format!("{:.2}/{:.2}", at(&mut frames, 0.5), at(&mut frames, 0.99))
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let path = project(folder.path());
    println!("Milliseconds a frame, median/99th percentile; 1280 × 800 points.");
    println!("{:<34} {:>11} {:>11} {:>11}", "", "idle", "scroll", "next");
    let mut window = Window::on(path);
    measure(&mut window, "Annotate, no quotes of one's own");
    let entering = milliseconds(window.key(Key::Num2, Modifiers::COMMAND));
    measure(&mut window, "Review, 6 layers of 200 quotes");
    let decided = window.keys(60, Key::Num1, Modifiers::NONE);
    println!("entering the mode {entering:.1} ms; deciding on a field {} ms", spread(decided));
}
