//! What a frame of mode Review costs with six layers of 200 quotes:
//! `cargo bench --bench review`.
//!
//! A frame is one pass of the whole window and its tessellation, on this
//! machine's processor, without a graphics card. The floor is the same window
//! in mode Annotate, in the same run.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a bench")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use egui::{Context, Event, Key, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, vec2};
use kutip::edit::{Edit, Origin, QuoteDraft, SpeakerFields};
use kutip::gui::{App, Start};
use kutip::job::Unwatched;
use kutip::model::{Span, Stage};
use kutip::workspace::{ImportOptions, Workspace};

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

struct Bench {
    ctx: Context,
    app: App,
    time: f64,
}

impl Bench {
    fn new(project: &std::path::Path) -> Self {
        let ctx = Context::default();
        let start = Start { project: Some(project.to_path_buf()), ..Start::default() };
        let app = App::new(&ctx, start);
        Self { ctx, app, time: 0.0 }
    }

    /// One frame, in milliseconds.
    fn frame(&mut self, events: Vec<Event>) -> f64 {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0))),
            time: Some(self.time),
            max_texture_side: Some(8192),
            events,
            ..RawInput::default()
        };
        let start = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| self.app.frame(ui));
        let shapes = std::mem::take(&mut output.shapes);
        let meshes = self.ctx.tessellate(shapes, output.pixels_per_point);
        let took = start.elapsed().as_secs_f64() * 1e3;
        std::hint::black_box(meshes);
        output.drop_without_applying_deltas();
        took
    }

    fn press(&mut self, key: Key, modifiers: Modifiers) -> f64 {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.frame(vec![event(true), event(false)])
    }

    /// Idle, scrolling, and Tab to the next group or quote.
    fn measure(&mut self, name: &str) {
        for _ in 0..20 {
            self.frame(Vec::new());
        }
        let idle: Vec<f64> = (0..400).map(|_| self.frame(Vec::new())).collect();
        let middle = Event::PointerMoved(egui::pos2(600.0, 400.0));
        let scroll: Vec<f64> = (0..400).map(|_| self.frame(vec![middle.clone(), wheel(-120.0)])).collect();
        let next: Vec<f64> = (0..300).map(|_| self.press(Key::Tab, Modifiers::NONE)).collect();
        println!("{name:<34} {:>11} {:>11} {:>11}", spread(idle), spread(scroll), spread(next));
    }
}

fn wheel(by: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, by),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    }
}

/// Median and 99th percentile.
fn spread(mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() as f64 * share) as usize).min(times.len() - 1)];
    format!("{:.2}/{:.2}", at(0.5), at(0.99))
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let path = project(folder.path());
    println!("Milliseconds a frame, median/99th percentile; 1280 × 800 points.");
    println!("{:<34} {:>11} {:>11} {:>11}", "", "idle", "scroll", "next");
    let mut bench = Bench::new(&path);
    bench.measure("Annotate, no quotes of one's own");
    let entering = bench.press(Key::Num2, Modifiers::COMMAND);
    bench.measure("Review, 6 layers of 200 quotes");
    let decided: Vec<f64> = (0..60).map(|_| bench.press(Key::Num1, Modifiers::NONE)).collect();
    println!("entering the mode {entering:.1} ms; deciding on a field {} ms", spread(decided));
}
