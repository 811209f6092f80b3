//! What a frame of the article page costs: `cargo bench --bench page`.
//!
//! A frame is one pass of the interface and its tessellation, on this
//! machine's processor, without a graphics card. Beside each line stands a
//! floor from the same run: the same frame without marks.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a bench")]

#[path = "../support/sample.rs"]
#[allow(dead_code, reason = "the window tests use the rest")]
mod sample;

use std::time::Instant;

use egui::{
    CentralPanel, Context, Event, Frame, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, vec2,
};
use kutip::gui::page::{Hues, Page, PageInput, hues};
use kutip::gui::theme;
use kutip::model::{QuoteType, Role, Span, SpeakerKind};
use sample::Sample;

const SIZE: (f32, f32) = (1400.0, 1000.0);

/// A small generator: the same text and marks in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

fn text(bytes: usize) -> String {
    let words = [
        "the",
        "minister",
        "said",
        "that",
        "pemerintah",
        "would",
        "not",
        "accept",
        "any",
        "further",
        "delay",
        "dalam",
        "talks",
        "with",
        "serikat",
        "while",
        "critics",
        "argued",
        "kebijakan",
        "baru",
        "could",
        "harm",
        "growth",
        "and",
        "café",
        "naïve",
        "Zürich",
        "über",
        "économie",
        "juru",
        "bicara",
        "“we",
        "will",
        "fight”",
        "persen",
        "2026",
    ];
    let mut dice = Dice(42);
    let mut text = String::with_capacity(bytes + 400);
    while text.len() < bytes {
        for _ in 0..2 + dice.below(5) {
            for word in 0..8 + dice.below(18) {
                if word > 0 {
                    text.push(' ');
                }
                text.push_str(words[dice.below(words.len())]);
            }
            text.push_str(". ");
        }
        text.pop();
        text.push('\n');
    }
    text
}

fn sample_of(bytes: usize, marks: usize) -> Sample {
    let mut sample = Sample::new(&text(bytes));
    let speakers: Vec<_> =
        (0..20).map(|i| sample.speaker(&format!("Speaker Number{i}"), SpeakerKind::Person)).collect();
    let length = sample.document.article.text.len();
    let mut dice = Dice(7);
    let kinds = QuoteType::ALL;
    // Three marks a quote: content, cue and source.
    let mut quotes = Vec::new();
    for _ in 0..marks / 3 {
        let (long, short) = (60 + dice.below(240), 5 + dice.below(15));
        let start = dice.below(length.saturating_sub(long + 60));
        let content = Span::new(start, start + long);
        let cue = Span::new(content.end + 1, content.end + 1 + short);
        let source = Span::new(cue.end + 1, cue.end + 15);
        quotes.push((
            kinds[dice.below(kinds.len())],
            speakers[dice.below(20)],
            [(Role::Content, content), (Role::Cue, cue), (Role::Source, source)],
        ));
    }
    quotes.sort_by_key(|(.., parts)| parts[0].1);
    sample.quotes(quotes);
    sample
}

struct Bench {
    ctx: Context,
    page: Page,
    time: f64,
    sample: Sample,
    hues: Hues,
}

impl Bench {
    fn new(sample: Sample) -> Self {
        let ctx = Context::default();
        theme::install(&ctx);
        let hues = hues(&sample.document, &sample.registry);
        Self { ctx, page: Page::default(), time: 0.0, sample, hues }
    }

    /// One frame, in milliseconds.
    fn frame(&mut self, events: Vec<Event>, width: f32) -> f64 {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(width, SIZE.1))),
            time: Some(self.time),
            max_texture_side: Some(8192),
            events,
            ..RawInput::default()
        };
        let start = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| {
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
                let input = PageInput {
                    document: &self.sample.document,
                    registry: &self.sample.registry,
                    annotator: None,
                    selected: None,
                    hues: &self.hues,
                    found: &[],
                    found_current: None,
                    revision: 0,
                    editable: true,
                    readings: None,

                    ghosts: None,
                };
                let _ = self.page.ui(ui, &input);
            });
        });
        let shapes = std::mem::take(&mut output.shapes);
        let meshes = self.ctx.tessellate(shapes, output.pixels_per_point);
        let took = start.elapsed().as_secs_f64() * 1e3;
        std::hint::black_box(meshes);
        output.drop_without_applying_deltas();
        took
    }
}

fn wheel(by: f32) -> Vec<Event> {
    vec![Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, by),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    }]
}

/// Median and 99th percentile.
fn spread(mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() as f64 * share) as usize).min(times.len() - 1)];
    format!("{:.2}/{:.2}", at(0.5), at(0.99))
}

/// Megabytes of the process that are in memory.
fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let kilobytes =
        line.and_then(|line| line.split_whitespace().nth(1)).and_then(|number| number.parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) / 1024.0
}

fn measure((name, bytes, marks): (&str, usize, usize)) {
    let sample = sample_of(bytes, marks);
    let before = memory();
    let mut bench = Bench::new(sample.clone());
    let mut first = vec![bench.frame(Vec::new(), SIZE.0)];
    for _ in 0..10 {
        bench.frame(vec![Event::PointerMoved(egui::pos2(300.0, 400.0))], SIZE.0);
    }
    let idle: Vec<_> = (0..400).map(|_| bench.frame(Vec::new(), SIZE.0)).collect();
    let scroll: Vec<_> = (0..600).map(|_| bench.frame(wheel(-120.0), SIZE.0)).collect();
    let fling: Vec<_> = (0..200).map(|_| bench.frame(wheel(-3000.0), SIZE.0)).collect();
    let added = memory() - before;
    first.extend((0..6).map(|_| Bench::new(sample.clone()).frame(Vec::new(), SIZE.0)));
    let back: Vec<_> = (0..400).map(|_| bench.frame(wheel(120.0), SIZE.0)).collect();
    let resize: Vec<_> =
        (0..60u8).map(|step| bench.frame(Vec::new(), 640.0 - 4.0 * f32::from(step))).collect();
    println!(
        "{name:<24} {:>11} {:>11} {:>11} {:>11} {:>11} {:>11} {added:>7.0} MB",
        spread(first),
        spread(idle),
        spread(scroll),
        spread(back),
        spread(fling),
        spread(resize),
    );
}

/// A window with nothing in it.
fn empty() {
    let ctx = Context::default();
    theme::install(&ctx);
    let mut times = Vec::new();
    for _ in 0..400 {
        let start = Instant::now();
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            CentralPanel::default().show(ui, |_| {});
        });
        let shapes = std::mem::take(&mut output.shapes);
        std::hint::black_box(ctx.tessellate(shapes, output.pixels_per_point));
        times.push(start.elapsed().as_secs_f64() * 1e3);
        output.drop_without_applying_deltas();
    }
    println!("an empty window: {} ms a frame", spread(times));
}

const CASES: [(&str, usize, usize); 6] = [
    ("5 kB, no marks", 5_000, 0),
    ("5 kB, 1,000 marks", 5_000, 1_000),
    ("5 kB, 10,000 marks", 5_000, 10_000),
    ("100 kB, 1,000 marks", 100_000, 1_000),
    ("1 MB, no marks", 1_000_000, 0),
    ("1 MB, 10,000 marks", 1_000_000, 10_000),
];

/// Each case has a process of its own, so that its memory can be told.
fn main() {
    let case = std::env::args().skip_while(|word| word != "--case").nth(1);
    if let Some(case) = case.and_then(|number| CASES.get(number.parse::<usize>().ok()?)) {
        return measure(*case);
    }
    println!("Milliseconds a frame, median/99th percentile; 1400 × 1000 points.");
    empty();
    println!(
        "{:<24} {:>11} {:>11} {:>11} {:>11} {:>11} {:>11} {:>10}",
        "", "first", "idle", "scroll", "back", "fling", "resize", "memory"
    );
    let program = std::env::current_exe().unwrap();
    for case in 0..CASES.len() {
        std::process::Command::new(&program).args(["--case", &case.to_string()]).status().unwrap();
    }
}
