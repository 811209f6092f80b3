//! What a frame of the whole window costs over a hundred thousand articles
//! while a person works in the queue and in the panel, with five thousand
//! speakers to link: `cargo bench --bench queue`.
//!
//! The floor is the same window left alone, in the same run.
//! `KUTIP_BENCH_ARTICLES` takes another number.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench")]

mod window;

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers};
use kutip::edit::{Edit, Import, Origin};
use kutip::model::{Speaker, SpeakerId, SpeakerKind, Stamp};
use kutip::workspace::{ImportOptions, Workspace};
use window::{Window, articles, milliseconds, tell, wheel};

const FRAMES: usize = 300;
const SPEAKERS: u128 = 5_000;

/// A small generator: the same words in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }

    /// Small numbers more often than large ones, as words are.
    fn skewed(&mut self, bound: usize) -> usize {
        let least = self.below(bound).min(self.below(bound));
        least.min(self.below(bound))
    }

    fn word(&mut self) -> String {
        let (heads, tails) = (b"bcdfghjklmnprstw", b"aiueo");
        let mut number = self.skewed(20_000) + 1;
        let mut word = String::new();
        while number > 0 {
            word.push(char::from(heads[number % heads.len()]));
            number /= heads.len();
            word.push(char::from(tails[number % tails.len()]));
            number /= tails.len();
        }
        word
    }

    fn words(&mut self, number: usize) -> String {
        (0..number).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }
}

fn project(path: &Path, articles: usize) {
    let mut dice = Dice(42);
    let mut workspace = Workspace::create(path, Origin::CommandLine, Duration::from_secs(5)).unwrap();
    workspace.annotate_as("Ana").unwrap();
    let mut lines = String::new();
    for at in 0..articles {
        let (number, length) = (5 + dice.below(12), 80 + dice.below(120));
        let title = dice.words(number);
        let text = format!("“{}” {}", dice.words(12), dice.words(length));
        let outlet = dice.skewed(40);
        writeln!(
            lines,
            r#"{{"title": "{title}", "publisher": "Harian {outlet}", "published_at": "2024-01-{:02}", "language": "id", "text": "{text}"}}"#,
            at % 28 + 1
        )
        .unwrap();
    }
    workspace.import_jsonl("articles.jsonl", &mut lines.as_bytes(), &ImportOptions::default()).unwrap();
    let stamp = Stamp::new(jiff::Timestamp::UNIX_EPOCH, None);
    let speaker = |number: u128, dice: &mut Dice| Speaker {
        aliases: vec![dice.word()],
        ..Speaker::new(
            SpeakerId(uuid::Uuid::from_u128(number + 1)),
            dice.words(2),
            SpeakerKind::Person,
            stamp,
        )
    };
    let speakers = (0..SPEAKERS).map(|number| speaker(number, &mut dice)).collect();
    workspace.perform(&Edit::Import(Box::new(Import { speakers, ..Import::default() }))).unwrap();
}

/// Types a letter and draws frames until the queue has its answer: those
/// frames, and how long it took as a person sees it.
fn searched(window: &mut Window, letter: &str) -> (Vec<Duration>, Duration) {
    let begun = Instant::now();
    let mut frames = vec![window.typed(letter)];
    while window.app.is_reading() {
        std::thread::sleep(Duration::from_millis(1));
        frames.push(window.frame(Vec::new()));
    }
    let shown = begun.elapsed();
    frames.extend(window.frames(3, Vec::new));
    (frames, shown)
}

fn main() {
    let articles = articles();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bench.kutip");
    project(&path, articles);
    let begun = Instant::now();
    let mut window = Window::on(path);
    println!("{articles} articles, {SPEAKERS} speakers; opened in {:.0} ms", milliseconds(begun.elapsed()));
    let floor = window.floor();
    queue(&mut window, floor);
    panel(&mut window, floor);
}

fn queue(window: &mut Window, floor: f64) {
    window.frame(vec![Event::PointerMoved(egui::pos2(120.0, 400.0))]);
    tell("queue: scroll", window.frames(FRAMES, || vec![wheel(-60.0)]), floor);
    tell("queue: fling", window.frames(FRAMES, || vec![wheel(-9000.0)]), floor);
    tell("queue: next article", window.keys(30, Key::N, Modifiers::NONE), floor);
    tell("queue: done and next", window.keys(20, Key::Enter, Modifiers::COMMAND), floor);
    window.key(Key::F2, Modifiers::NONE);
    tell("metadata", window.frames(60, Vec::new), floor);
    window.key(Key::Escape, Modifiers::NONE);
    window.key(Key::L, Modifiers::COMMAND);
    window.frames(3, Vec::new);
    for letter in ["b", "a", "c", "a"] {
        let (frames, shown) = searched(window, letter);
        tell(&format!("queue: typing “{letter}”"), frames, floor);
        println!("{:<34} after {:.0} ms", "   the answer is shown", milliseconds(shown));
    }
    tell("queue: scroll what was found", window.frames(FRAMES, || vec![wheel(-60.0)]), floor);
    window.key(Key::A, Modifiers::COMMAND);
    window.key(Key::Backspace, Modifiers::NONE);
    window.frames(30, Vec::new);
    window.key(Key::Escape, Modifiers::NONE);
    window.frames(3, Vec::new);
}

fn panel(window: &mut Window, floor: f64) {
    // The caret stands before the article's first word, a quotation.
    let mut marks = Vec::new();
    for _ in 0..20 {
        window.key(Key::N, Modifiers::NONE);
        window.key(Key::ArrowRight, Modifiers::NONE);
        marks.push(window.key(Key::Q, Modifiers::NONE));
    }
    tell("marking a quote", marks, floor);
    tell("changing its type", window.keys(20, Key::T, Modifiers::NONE), floor);
    let first = window.key(Key::L, Modifiers::NONE);
    println!("{:<34} {:.2} ms", "link popup, its first frame", milliseconds(first));
    tell("link popup", window.frames(60, Vec::new), floor);
    let letters: Vec<_> = "bacabu".chars().map(|letter| window.typed(&letter.to_string())).collect();
    tell("link popup, a letter", letters, floor);
    window.key(Key::Escape, Modifiers::NONE);
}
