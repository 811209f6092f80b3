//! What a frame of the whole window costs over a hundred thousand articles
//! while a person works in the queue and in the panel, with five thousand
//! speakers to link: `cargo bench --bench queue`.
//!
//! A frame is one pass of the interface and its tessellation, on this
//! machine's processor. The floor is the same window left alone, in the same
//! run. `KUTIP_BENCH_ARTICLES` takes another number.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench")]

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, vec2,
};
use kutip::edit::{Edit, Import, Origin};
use kutip::gui::{App, Start};
use kutip::model::{Speaker, SpeakerId, SpeakerKind, Stamp};
use kutip::workspace::{ImportOptions, Workspace};

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
        id: SpeakerId(uuid::Uuid::from_u128(number + 1)),
        external_id: None,
        name: dice.words(2),
        kind: SpeakerKind::Person,
        aliases: vec![dice.word()],
        roles: Vec::new(),
        country: None,
        wikidata: None,
        note: None,
        same_as: None,
        stamp,
    };
    let speakers = (0..SPEAKERS).map(|number| speaker(number, &mut dice)).collect();
    workspace.perform(&Edit::Import(Box::new(Import { speakers, ..Import::default() }))).unwrap();
}

struct Window {
    ctx: Context,
    app: App,
    time: f64,
}

impl Window {
    /// One frame with these events; how long it took.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0))),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        let begun = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| self.app.frame(ui));
        let shapes = std::mem::take(&mut output.shapes);
        std::hint::black_box(self.ctx.tessellate(shapes, output.pixels_per_point));
        let took = begun.elapsed();
        output.drop_without_applying_deltas();
        took
    }

    fn key(&mut self, key: Key, modifiers: Modifiers) -> Duration {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let took = self.frame(vec![event(true)]);
        self.frame(vec![event(false)]);
        took
    }

    fn typed(&mut self, words: &str) -> Duration {
        self.frame(vec![Event::Text(words.to_owned())])
    }

    fn frames(&mut self, number: usize, events: impl Fn() -> Vec<Event>) -> Vec<Duration> {
        (0..number).map(|_| self.frame(events())).collect()
    }

    /// Types a letter and draws frames until the queue has its answer: those
    /// frames, and how long it took as a person sees it.
    fn searched(&mut self, letter: &str) -> (Vec<Duration>, Duration) {
        let begun = Instant::now();
        let mut frames = vec![self.typed(letter)];
        while self.app.is_reading() {
            std::thread::sleep(Duration::from_millis(1));
            frames.push(self.frame(Vec::new()));
        }
        let shown = begun.elapsed();
        frames.extend(self.frames(3, Vec::new));
        (frames, shown)
    }
}

fn wheel(by: f32) -> Vec<Event> {
    vec![Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, by),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    }]
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn tell(what: &str, mut frames: Vec<Duration>, floor: f64) {
    frames.sort();
    let at =
        |share: f64| milliseconds(frames[((frames.len() as f64 * share) as usize).min(frames.len() - 1)]);
    let (median, most, worst) = (at(0.5), at(0.99), at(1.0));
    println!(
        "{what:<34} median {median:6.2} ms  p99 {most:6.2}  worst {worst:6.2}  {:6.1} × the floor",
        median / floor
    );
}

fn main() {
    let articles = std::env::var("KUTIP_BENCH_ARTICLES").map_or(100_000, |words| words.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bench.kutip");
    project(&path, articles);
    let ctx = Context::default();
    let begun = Instant::now();
    let app = App::new(&ctx, Start { project: Some(path), places: None, picker: None });
    println!("{articles} articles, {SPEAKERS} speakers; opened in {:.0} ms", milliseconds(begun.elapsed()));
    let mut window = Window { ctx, app, time: 0.0 };
    window.frames(30, Vec::new);
    let mut idle = window.frames(FRAMES, Vec::new);
    idle.sort();
    let floor = milliseconds(idle[idle.len() / 2]);
    tell("left alone (the floor)", idle, floor);
    queue(&mut window, floor);
    panel(&mut window, floor);
}

fn queue(window: &mut Window, floor: f64) {
    window.frame(vec![Event::PointerMoved(egui::pos2(120.0, 400.0))]);
    tell("queue: scroll", window.frames(FRAMES, || wheel(-60.0)), floor);
    tell("queue: fling", window.frames(FRAMES, || wheel(-9000.0)), floor);
    let keys: Vec<_> = (0..30).map(|_| window.key(Key::N, Modifiers::NONE)).collect();
    tell("queue: next article", keys, floor);
    let keys: Vec<_> = (0..20).map(|_| window.key(Key::Enter, Modifiers::COMMAND)).collect();
    tell("queue: done and next", keys, floor);
    window.key(Key::F2, Modifiers::NONE);
    tell("metadata", window.frames(60, Vec::new), floor);
    window.key(Key::Escape, Modifiers::NONE);
    window.key(Key::L, Modifiers::COMMAND);
    window.frames(3, Vec::new);
    for letter in ["b", "a", "c", "a"] {
        let (frames, shown) = window.searched(letter);
        tell(&format!("queue: typing “{letter}”"), frames, floor);
        println!("{:<34} after {:.0} ms", "   the answer is shown", milliseconds(shown));
    }
    tell("queue: scroll what was found", window.frames(FRAMES, || wheel(-60.0)), floor);
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
    let keys: Vec<_> = (0..20).map(|_| window.key(Key::T, Modifiers::NONE)).collect();
    tell("changing its type", keys, floor);
    let first = window.key(Key::L, Modifiers::NONE);
    println!("{:<34} {:.2} ms", "link popup, its first frame", milliseconds(first));
    tell("link popup", window.frames(60, Vec::new), floor);
    let letters: Vec<_> = "bacabu".chars().map(|letter| window.typed(&letter.to_string())).collect();
    tell("link popup, a letter", letters, floor);
    window.key(Key::Escape, Modifiers::NONE);
}
