//! Killing the process at any instant loses at most the edit that was not
//! yet reported as saved. This program starts itself as a child, which edits
//! and says after each edit what it has saved; the child is killed at random
//! moments, and the project is looked at.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use common::project::{Project, TEXTS, article, article_id, assert_clean, draft, import};
use kutip::edit::{Edit, Origin, QuoteChange};
use kutip::workspace::Workspace;

/// Tells a child what to work on.
const PATH: &str = "KUTIP_TEST_KILL_PROJECT";
/// Longer than a killed child's lock can last.
const PATIENCE: Duration = Duration::from_secs(10);
const ARTICLES_OF_AN_IMPORT: u128 = 60;

fn told() -> Option<PathBuf> {
    std::env::var_os(PATH).map(PathBuf::from)
}

fn say(words: &str) {
    let mut out = std::io::stdout();
    writeln!(out, "{words}").and_then(|()| out.flush()).expect("the parent listens");
}

/// Adds quotes, notes on them and takes every third away, saying each that
/// is saved.
#[test]
#[ignore = "run by the others as a child"]
fn child_streams_edits() {
    let Some(path) = told() else { return };
    let mut workspace = Workspace::open(&path, Origin::CommandLine, PATIENCE).unwrap();
    workspace.annotate_as("Ana").unwrap();
    workspace.open_article(article_id(0)).unwrap();
    for number in 0_u64.. {
        let edit = Edit::AddQuote(draft(&workspace, ["Kim", "Saya", "percaya", "TMT"][number as usize % 4]));
        let quote = workspace.perform(&edit).unwrap().quotes[0];
        say(&format!("saved added {quote}"));
        let note = QuoteChange::Note(Some(format!("note {number}")));
        workspace.perform(&Edit::ChangeQuote { quote, change: note }).unwrap();
        say(&format!("saved noted {quote}"));
        match number % 6 {
            0 => drop(workspace.undo().unwrap()),
            1 | 3 => drop(workspace.perform(&Edit::DeleteQuote(quote)).unwrap()),
            _ => continue,
        }
        say(&format!("saved {} {quote}", if number.is_multiple_of(6) { "added" } else { "deleted" }));
    }
}

#[test]
#[ignore = "run by the others as a child"]
fn child_creates() {
    let Some(path) = told() else { return };
    say("saved nothing");
    let mut workspace = Workspace::create(&path, Origin::CommandLine, PATIENCE).unwrap();
    say("saved project");
    workspace.annotate_as("Ana").unwrap();
    say("saved annotator");
}

#[test]
#[ignore = "run by the others as a child"]
fn child_imports() {
    let Some(path) = told() else { return };
    let mut workspace = Workspace::open(&path, Origin::CommandLine, PATIENCE).unwrap();
    for batch in workspace.article_ids().unwrap().len() as u128.. {
        let from = 1000 + batch * ARTICLES_OF_AN_IMPORT;
        let text = |number| format!("{number} {}", TEXTS[0].repeat(20));
        let articles = (from..from + ARTICLES_OF_AN_IMPORT).map(|number| article(number, &text(number)));
        workspace.perform(&import(articles.collect())).unwrap();
        say(&format!("saved import {batch}"));
    }
}

struct Running {
    child: Child,
    lines: std::sync::mpsc::Receiver<String>,
}

impl Running {
    fn start(test: &str, path: &Path) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", test, "--nocapture", "--ignored", "--test-threads=1"])
            .env(PATH, path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (tell, lines) = std::sync::mpsc::channel();
        let out = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            // A line cut off by the kill reports nothing.
            for line in out.lines().map_while(Result::ok) {
                if let Some((_, saved)) = line.split_once("saved ") {
                    let _ = tell.send(saved.to_owned());
                }
            }
        });
        Self { child, lines }
    }

    /// Waits for the first word, then lets it run, kills it, and returns all
    /// that it reported as saved.
    fn killed_after(mut self, run: Duration) -> Vec<String> {
        let mut said: Vec<String> = self.lines.recv_timeout(Duration::from_mins(1)).into_iter().collect();
        assert!(!said.is_empty(), "the child said nothing");
        std::thread::sleep(run);
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        // The reader ends with the pipe.
        said.extend(self.lines.iter());
        said
    }
}

/// Moments spread over a run, never the same twice: a sequence that fills
/// its range evenly.
fn moment(number: u32, longest: Duration) -> Duration {
    longest.mul_f64((f64::from(number) * 0.618_033_988_75).fract())
}

fn whole_line(line: &str) -> Option<(&str, &str)> {
    line.split_once(' ').filter(|(_, id)| id.len() == 36)
}

#[test]
fn every_edit_reported_as_saved_is_there() {
    let project = Project::sample();
    drop(project.workspace);
    let mut kinds = BTreeSet::new();
    for kill in 0..200 {
        let said = Running::start("child_streams_edits", &project.path)
            .killed_after(moment(kill, Duration::from_millis(60)));
        let workspace = Workspace::open(&project.path, Origin::Window, PATIENCE).unwrap();
        let document = workspace.read_article(article_id(0)).unwrap().unwrap();
        let steps: Vec<(&str, &str)> = said.iter().filter_map(|line| whole_line(line)).collect();
        let last: BTreeMap<&str, &str> = steps.iter().map(|(done, id)| (*id, *done)).collect();
        let newest = steps.last().map(|(_, id)| *id);
        for (id, done) in last {
            kinds.insert(done.to_owned());
            let quote = document.quote(id.parse().unwrap());
            let holds = match done {
                // On the newest quote one more edit may have been saved unsaid.
                "added" if Some(id) == newest => quote.is_some(),
                "noted" if Some(id) == newest => true,
                "added" => quote.is_some_and(|quote| quote.note.is_none()),
                "noted" => quote.is_some_and(|quote| quote.note.is_some()),
                _ => quote.is_none(),
            };
            assert!(holds, "{id} was reported as {done}: {quote:?}");
        }
        // All of check on a growing project costs most of the time.
        if kill % 8 == 7 {
            assert_clean(&workspace);
        }
        if document.quotes.len() > 300 {
            clear(workspace);
        }
    }
    assert_eq!(kinds.len(), 3, "{kinds:?}");
    assert_clean(&Workspace::open(&project.path, Origin::Window, PATIENCE).unwrap());
}

/// Keeps the project small.
fn clear(mut workspace: Workspace) {
    workspace.annotate_as("Ana").unwrap();
    workspace.open_article(article_id(0)).unwrap();
    workspace.perform(&Edit::DeleteArticle).unwrap();
    workspace.perform(&import(vec![article(0, TEXTS[0])])).unwrap();
}

#[test]
fn a_killed_creation_leaves_a_project_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut made = 0;
    for kill in 0..40 {
        let path = folder.path().join(format!("{kill}.kutip"));
        let said =
            Running::start("child_creates", &path).killed_after(moment(kill, Duration::from_millis(25)));
        let has_said = |words: &str| said.iter().any(|line| line == words);
        if path.exists() {
            made += 1;
        } else {
            assert!(!has_said("project"), "the project was reported and is not there");
            drop(Workspace::create(&path, Origin::Window, PATIENCE).unwrap());
        }
        let workspace = Workspace::open(&path, Origin::Window, PATIENCE).unwrap();
        assert!(!has_said("annotator") || workspace.registry().annotator_named("Ana").is_some());
        assert_clean(&workspace);
    }
    eprintln!("{made} of 40 projects were made before the kill");
}

#[test]
fn a_killed_import_is_there_whole_or_not_at_all() {
    let project = Project::empty();
    drop(project.workspace);
    let mut imports = 0;
    for kill in 0..20 {
        let running = Running::start("child_imports", &project.path);
        let said = running.killed_after(moment(kill, Duration::from_millis(80)));
        let workspace = Workspace::open(&project.path, Origin::Window, PATIENCE).unwrap();
        let there = workspace.article_ids().unwrap().len() as u128;
        assert_eq!(there % ARTICLES_OF_AN_IMPORT, 0, "half an import is there");
        imports += said.len() as u128;
        let now = there / ARTICLES_OF_AN_IMPORT;
        assert!(now == imports || now == imports + 1, "{imports} were reported, {now} are there");
        imports = now;
        if kill % 5 == 4 {
            assert_clean(&workspace);
        }
    }
}
