//! What a frame of the whole window costs over a hundred thousand articles
//! while commands are found: `cargo bench --bench commands`.
//!
//! The floor is the same window left alone, in the same run.
//! `KUTIP_BENCH_ARTICLES` takes another number.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench")]

mod window;

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers};
use kutip::edit::Origin;
use kutip::workspace::{ImportOptions, Workspace};
use window::{Window, articles, milliseconds, tell};

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

/// The frames of these words typed letter by letter, with some frames
/// between two letters.
fn typed(window: &mut Window, words: &str) -> Vec<Duration> {
    let mut frames = Vec::new();
    for letter in words.chars() {
        frames.push(window.typed(&letter.to_string()));
        frames.extend(window.frames(20, Vec::new));
    }
    frames
}

fn main() {
    let articles = articles();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bench.kutip");
    project(&path, articles);
    let begun = Instant::now();
    let mut window = Window::on(path);
    println!("{articles} articles, opened in {:.0} ms", milliseconds(begun.elapsed()));
    let floor = window.floor();
    window.key(Key::K, Modifiers::COMMAND);
    tell("palette, nothing typed", window.frames(FRAMES, Vec::new), floor);
    tell("palette, letter by letter", typed(&mut window, "nelayan tambang dewi"), floor);
    tell("palette, no such article", typed(&mut window, "qqzzxx"), floor);
    window.key(Key::Escape, Modifiers::NONE);
    window.key(Key::F1, Modifiers::NONE);
    tell("key help", window.frames(FRAMES, Vec::new), floor);
    window.key(Key::Escape, Modifiers::NONE);
    window.key(Key::Comma, Modifiers::COMMAND);
    tell("settings", window.frames(FRAMES, Vec::new), floor);
}
