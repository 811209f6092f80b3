//! What a frame of the whole window costs over a hundred thousand articles
//! while commands are found: `cargo bench --bench commands`.
//!
//! A frame is one pass of the interface and its tessellation, on this
//! machine's processor. The floor is the same window left alone, in the same
//! run. `KUTIP_BENCH_ARTICLES` takes another number.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench")]

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use egui::{Context, Event, Key, Modifiers, Pos2, RawInput, Rect, vec2};
use kutip::edit::Origin;
use kutip::gui::{App, Start};
use kutip::workspace::{ImportOptions, Workspace};

const FRAMES: usize = 200;

fn project(path: &Path, articles: usize) {
    let words =
        ["Nelayan", "menolak", "tambang", "pasir", "night", "trains", "return", "Dewi", "sekolah", "uji"];
    let mut lines = String::new();
    for at in 0..articles {
        let word = |step: usize| words[(at / step + at) % words.len()];
        let title = format!("{} {} {} {at}", word(1), word(10), word(100));
        writeln!(
            lines,
            r#"{{"title": "{title}", "publisher": "Harian", "text": "{title}\n\nWords of it."}}"#
        )
        .unwrap();
    }
    let mut workspace = Workspace::create(path, Origin::CommandLine, Duration::from_secs(5)).unwrap();
    workspace.annotate_as("Ana").unwrap();
    let mut bytes = lines.as_bytes();
    workspace.import_jsonl("articles.jsonl", &mut bytes, &ImportOptions::default()).unwrap();
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

    fn press(&mut self, key: Key, modifiers: Modifiers) -> Duration {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.frame(vec![event(true)]) + self.frame(vec![event(false)])
    }

    /// The frames of these words typed letter by letter, with some frames
    /// between two letters.
    fn typed(&mut self, words: &str) -> Vec<Duration> {
        let mut frames = Vec::new();
        for letter in words.chars() {
            frames.push(self.frame(vec![Event::Text(letter.to_string())]));
            frames.extend((0..20).map(|_| self.frame(Vec::new())));
        }
        frames
    }

    fn idle(&mut self) -> Vec<Duration> {
        (0..FRAMES).map(|_| self.frame(Vec::new())).collect()
    }
}

fn tell(what: &str, mut frames: Vec<Duration>, floor: f64) {
    frames.sort();
    let ms = |at: usize| frames[at.min(frames.len() - 1)].as_secs_f64() * 1000.0;
    let (median, worst) = (ms(frames.len() / 2), ms(frames.len() - 1));
    println!("{what:<28} median {median:6.2} ms  worst {worst:6.2} ms  {:5.1} × the floor", median / floor);
}

fn main() {
    let articles = std::env::var("KUTIP_BENCH_ARTICLES").map_or(100_000, |words| words.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bench.kutip");
    project(&path, articles);
    let ctx = Context::default();
    let begun = Instant::now();
    let app = App::new(&ctx, Start { project: Some(path), places: None, picker: None });
    println!("{articles} articles, opened in {:.0} ms", begun.elapsed().as_secs_f64() * 1000.0);
    let mut window = Window { ctx, app, time: 0.0 };
    for _ in 0..30 {
        window.frame(Vec::new());
    }
    let mut idle = window.idle();
    idle.sort();
    let floor = idle[idle.len() / 2].as_secs_f64() * 1000.0;
    tell("left alone (the floor)", idle, floor);
    window.press(Key::K, Modifiers::COMMAND);
    tell("palette, nothing typed", window.idle(), floor);
    tell("palette, letter by letter", window.typed("nelayan tambang dewi"), floor);
    tell("palette, no such article", window.typed("qqzzxx"), floor);
    window.press(Key::Escape, Modifiers::NONE);
    window.press(Key::F1, Modifiers::NONE);
    tell("key help", window.idle(), floor);
    window.press(Key::Escape, Modifiers::NONE);
    window.press(Key::Comma, Modifiers::COMMAND);
    tell("settings", window.idle(), floor);
}
