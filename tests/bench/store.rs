//! What storing costs: `cargo bench --bench store`.
//!
//! Every figure is a ratio against a floor from the same run: plain rusqlite
//! and `serde_json` with the same rows, the same schema and the same
//! durability (WAL, synchronous FULL). Both take turns; a figure is the
//! median. `-- import`, `-- export` and `-- edit` measure one part; the
//! environment's `KUTIP_BENCH_ARTICLES`, `KUTIP_BENCH_RUNS` and
//! `KUTIP_BENCH_EDITS` change the sizes.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a bench")]

#[path = "store/data.rs"]
mod data;
#[path = "store/floor.rs"]
mod floor;
#[path = "store/lines.rs"]
mod lines;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use data::Dice;
use floor::{Project, Rows};
use kutip::edit::{Edit, Origin, QuoteChange, QuoteDraft};
use kutip::format::exporter;
use kutip::job::Unwatched;
use kutip::model::{Role, Span};
use kutip::workspace::{ImportOptions, Narrow, Workspace, write_export};

const PATIENCE: Duration = Duration::from_secs(5);

fn main() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let number = |name, usual| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(usual);
    let articles = number("KUTIP_BENCH_ARTICLES", 10_000);
    let runs = number("KUTIP_BENCH_RUNS", 3);
    let parts: Vec<String> = std::env::args().skip(1).filter(|part| !part.starts_with('-')).collect();
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|wanted| wanted == part);
    println!("{:<44} {:>11} {:>11} {:>7} {:>7}", "", "kutip", "floor", "ratio", "target");
    for quotes in [2, 6] {
        if quotes > 2 && !wanted("import") && !wanted("export") {
            break;
        }
        let set = Set::new(folder.path(), articles, quotes);
        let name = |what: &str| format!("{what} {} quotes", articles * quotes);
        if wanted("import") {
            set.import(runs).line(&name(&format!("import {articles} articles,")), 1.5);
        }
        if wanted("export") {
            set.export(runs.max(5)).line(&name("export"), 2.0);
        }
        if quotes == 2 && wanted("edit") {
            let [add, change] = set.edits(number("KUTIP_BENCH_EDITS", 300));
            add.line("edit: add a quote", 1.3);
            change.line("edit: change a quote", 1.3);
        }
    }
}

/// Times of both, in the order they were taken.
#[derive(Default)]
struct Both {
    kutip: Vec<Duration>,
    floor: Vec<Duration>,
}

impl Both {
    fn line(mut self, what: &str, target: f64) {
        let (kutip, floor) = (median(&mut self.kutip), median(&mut self.floor));
        let ratio = kutip / floor;
        println!("{what:<44} {:>8.2} ms {:>8.2} ms {ratio:>6.2}x {target:>6.1}x", kutip * 1e3, floor * 1e3);
    }
}

fn median(times: &mut [Duration]) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}

/// Lets the disk come to rest, so that what ran before tells on neither.
fn rested<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    std::thread::sleep(Duration::from_millis(3));
    timed(work)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = work();
    (value, start.elapsed())
}

/// One data set: a file of records, and the project it gives.
struct Set {
    folder: PathBuf,
    records: PathBuf,
    project: PathBuf,
    quotes: usize,
}

impl Set {
    fn new(folder: &Path, articles: usize, quotes: usize) -> Self {
        let folder = folder.join(format!("{quotes}"));
        fs::create_dir(&folder).unwrap();
        let records = folder.join("records.jsonl");
        data::write(&records, articles, quotes);
        let project = folder.join("project.kutip");
        let set = Self { records, project, folder, quotes: articles * quotes };
        // The first import is not counted: it makes the floor's rows.
        set.imported(&set.project);
        set
    }

    fn imported(&self, path: &Path) -> Duration {
        let mut workspace = Workspace::create(path, Origin::CommandLine, PATIENCE).unwrap();
        let options = ImportOptions { format: Some("articles-jsonl".to_owned()), annotator: None };
        let (report, time) =
            timed(|| workspace.import(std::slice::from_ref(&self.records), &options, &Unwatched));
        let report = report.unwrap();
        assert!(report.left_out.is_empty(), "{:?}", report.left_out.first());
        time
    }

    fn import(&self, runs: usize) -> Both {
        let rows = Rows::of(&self.project);
        let mut both = Both::default();
        for run in 0..runs {
            let path = self.folder.join(format!("kutip-{run}.kutip"));
            both.kutip.push(self.imported(&path));
            remove(&path);
            let path = self.folder.join(format!("floor-{run}.kutip"));
            drop(Workspace::create(&path, Origin::CommandLine, PATIENCE).unwrap());
            let mut plain = Project::open(&path);
            both.floor.push(timed(|| plain.write(&rows)).1);
            if run == 0 {
                rows.assert_same(&Rows::of(&path));
            }
            drop(plain);
            remove(&path);
        }
        both
    }

    fn export(&self, runs: usize) -> Both {
        let workspace = Workspace::open(&self.project, Origin::CommandLine, PATIENCE).unwrap();
        let plain = Project::open(&self.project);
        let (ours, theirs) = (self.folder.join("kutip.jsonl"), self.folder.join("floor.jsonl"));
        let format = exporter("quotes-jsonl").unwrap();
        let mut both = Both::default();
        for _ in 0..runs {
            let (written, time) =
                timed(|| write_export(&workspace, format, &Narrow::default(), &ours, &Unwatched));
            assert_eq!(written.unwrap(), self.quotes);
            both.kutip.push(time);
            both.floor.push(timed(|| plain.export(&theirs)).1);
        }
        let lines = |path| {
            let text = fs::read_to_string(path).unwrap();
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines.sort_unstable();
            lines
        };
        assert!(lines(&ours) == lines(&theirs), "both files say the same");
        both
    }

    /// Adding and changing quotes by turns, each beside its bare commit in a
    /// copy of the project.
    fn edits(&self, pairs: usize) -> [Both; 2] {
        let mut workspace = Workspace::open(&self.project, Origin::Window, PATIENCE).unwrap();
        workspace.annotate_as("Ani").unwrap();
        let ids = workspace.article_ids().unwrap();
        let copy = self.folder.join("copy.kutip");
        workspace.backup(&copy, &mut |_| {}).unwrap();
        let (reader, mut plain) = (Project::open(&self.project), Project::open(&copy));
        let mut seen = reader.last_seq();
        let mut bare = |workspace: &mut Workspace, plain: &mut Project, edit: Edit, both: &mut Both| {
            let (touched, time) = rested(|| workspace.perform(&edit).unwrap());
            both.kutip.push(time);
            let step = reader.step_after(seen);
            seen = step.seq;
            both.floor.push(rested(|| plain.commit(&step)).1);
            touched
        };
        let mut dice = Dice::new(11);
        let [mut add, mut change] = [Both::default(), Both::default()];
        for _ in 0..pairs {
            let id = ids[dice.below(ids.len())];
            workspace.open_article(id).unwrap();
            plain.read(&id.to_string());
            let length = workspace.document().unwrap().article.text.len();
            let start = dice.below(length - 200);
            let span = |from, to| vec![Span::new(start + from, start + to)];
            let draft = QuoteDraft {
                content: span(0, 90),
                cue: span(95, 102),
                source: span(103, 120),
                ..QuoteDraft::default()
            };
            let touched = bare(&mut workspace, &mut plain, Edit::AddQuote(draft), &mut add);
            let wider = QuoteChange::Spans(Role::Content, span(0, 94));
            bare(
                &mut workspace,
                &mut plain,
                Edit::ChangeQuote { quote: touched.quotes[0], change: wider },
                &mut change,
            );
        }
        [add, change]
    }
}

fn remove(project: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = project.as_os_str().to_owned();
        name.push(suffix);
        let _ = fs::remove_file(name);
    }
}
