//! A project that three annotators worked on over half a year, who do not
//! always agree.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Theme, Vec2};
use egui_kittest::kittest::Queryable as _;
use kutip::edit::Origin;
use kutip::job::Unwatched;
use kutip::workspace::{ImportOptions, Workspace};
use serde_json::{Value, json};

use super::Window;

const NAMES: [&str; 3] = ["Ana Rahma", "Budi Santoso", "Citra Lestari"];

/// What is said in an article, by whom, and with which verb.
const SAID: [(&str, &str, &str); 5] = [
    ("\"Jembatan itu akan selesai sebelum musim hujan,\"", "Laras Widyawati", "kata"),
    ("warga diminta bersabar sampai akhir tahun", "Laras Widyawati", "meminta"),
    ("\"Kami sudah menunggu terlalu lama,\"", "Bram Sutedja", "ujar"),
    ("anggaran tahun ini hampir habis", "Bank Teluk Arum", "menyebut"),
    ("\"Tidak ada yang memberi tahu kami,\"", "Bram Sutedja", "tutur"),
];

fn article(number: usize) -> Value {
    let mut text = format!("Kabar Jembatan Arum, Bagian {}\n\n", number + 1);
    for (words, who, verb) in SAID {
        writeln!(text, "{words} {verb} {who} pada hari ke-{}.\n", number + 2).unwrap();
    }
    let piece = |words: &str| {
        let start = text[..text.find(words).unwrap()].chars().count();
        json!([{ "start": start, "end": start + words.chars().count(), "text": words }])
    };
    let month = format!("2024-{:02}-11T09:00:00Z", number / 2 % 12 + 1);
    let mut quotes = Vec::new();
    for (annotator, name) in NAMES.iter().enumerate() {
        for (place, (words, who, verb)) in SAID.into_iter().enumerate() {
            let dice = number * 31 + annotator * 17 + place * 7;
            if annotator > 0 && dice % 9 == 4 {
                continue;
            }
            let words = if annotator > 0 && dice % 7 == 2 { words.trim_matches('"') } else { words };
            let direct = words.contains('"') != (annotator == 2 && dice % 5 == 1);
            let who = if annotator == 1 && dice % 6 == 3 { "Laras Widyawati" } else { who };
            quotes.push(json!({
                "annotator": name, "type": if direct { "direct" } else { "indirect" }, "content": piece(words),
                "cue": piece(verb), "speakers": [{ "name": who }], "status": "done",
                "created_at": month, "updated_at": month,
            }));
        }
    }
    let layers: Vec<Value> = NAMES
        .iter()
        .map(|name| json!({ "annotator": name, "status": "done", "created_at": month, "updated_at": month }))
        .collect();
    json!({ "title": format!("Kabar Jembatan Arum, Bagian {}", number + 1), "publisher": "Kabar Arum",
        "language": "id", "text": text, "quotes": quotes, "layers": layers })
}

/// Writes the project.
pub fn project(folder: &Path, articles: usize) -> PathBuf {
    let records = folder.join("agreement.jsonl");
    let lines: Vec<String> = (0..articles).map(|number| article(number).to_string()).collect();
    std::fs::write(&records, lines.join("\n")).unwrap();
    let project = folder.join("Kabar Arum.kutip");
    let mut workspace = Workspace::create(&project, Origin::CommandLine, Duration::from_secs(1)).unwrap();
    let options = ImportOptions { format: Some("articles-jsonl".to_owned()), annotator: None };
    let report = workspace.import(&[records], &options, &Unwatched).unwrap();
    assert!(report.left_out.is_empty(), "{:?}", report.left_out.first());
    project
}

impl Window {
    /// The window on the Agreement tab, with everything but γ measured.
    pub fn agreement(size: Vec2, look: Theme) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let project = project(folder.path(), 12);
        let mut window = Self::sized(Some(&project), size, look, folder);
        window.menu(&["View", if look == Theme::Dark { "Dark" } else { "Light" }]);
        window.click_containing("Review");
        window.click_tab("Agreement");
        window.measured();
        window
    }

    /// Waits until the measuring has ended.
    pub fn measured(&mut self) {
        self.harness.run_steps(2);
        let begun = Instant::now();
        while self.harness.query_by_label("Stop measuring").is_some() {
            assert!(begun.elapsed() < Duration::from_mins(5), "the measuring ends");
            std::thread::sleep(Duration::from_millis(10));
            self.harness.step();
        }
        self.harness.run();
    }

    /// Turns the wheel over the numbers.
    pub fn scroll_numbers(&mut self, by: f32) {
        self.harness.event(egui::Event::PointerMoved(egui::pos2(560.0, 500.0)));
        self.harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -by),
            modifiers: egui::Modifiers::NONE,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
        });
        self.harness.run_steps(40);
        self.harness.run();
    }
}
