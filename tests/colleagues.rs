//! Sharing, assigning, handing in and bringing copies in, with the library
//! and with the program.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Output};

use common::project::{PATIENCE, Project, add_quote, add_speaker, article, article_id, assert_clean};
use kutip::edit::{Edit, EntityKind, Import, Origin};
use kutip::job::Unwatched;
use kutip::model::{Anchor, ArticleId, Setting, Stage};
use kutip::workspace::{AssignOptions, ImportOptions, ShareOptions, Workspace};

fn kutip(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kutip")).args(arguments).output().unwrap()
}

#[track_caller]
fn said(arguments: &[&str], status: i32) -> String {
    let output = kutip(arguments);
    let words = String::from_utf8(if status == 0 { output.stdout } else { output.stderr }).unwrap();
    assert_eq!(output.status.code(), Some(status), "{arguments:?}: {words}");
    words
}

fn blind(workspace: &mut Workspace) {
    for (key, value) in [(Setting::BLIND, true.into()), (Setting::GUIDELINES, "Mark it all.".into())] {
        workspace.perform(&Edit::SetSetting { key: key.to_owned(), value: Some(value) }).unwrap();
    }
}

fn comment(workspace: &mut Workspace, anchor: Anchor, text: &str) {
    let text = text.to_owned();
    workspace.perform(&Edit::AddComment { anchor, spans: vec![], reply_to: None, text }).unwrap();
}

/// Every word in the file, as far as it is readable.
fn bytes(path: &Path) -> String {
    String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned()
}

#[test]
fn a_blind_copy_holds_nothing_of_the_others() {
    let mut project = Project::sample();
    let workspace = &mut project.workspace;
    blind(workspace);
    let quote = add_quote(workspace, "\"Saya percaya,\"");
    comment(workspace, Anchor::Quote(quote), "secretwordone");
    comment(workspace, Anchor::Article, "For everyone.");
    let change = kutip::edit::QuoteChange::Note(Some("secretwordtwo".to_owned()));
    workspace.perform(&Edit::ChangeQuote { quote, change }).unwrap();
    workspace.perform(&Edit::DeleteQuote(quote)).unwrap();
    workspace.undo().unwrap();
    workspace.perform(&Edit::TakeOver(vec![vec![quote]])).unwrap();
    let to = project.folder.path().join("budi.kutip");
    let options = ShareOptions {
        articles: Some(vec![article_id(0), article_id(1)]),
        annotator: Some("Budi".to_owned()),
        only_assigned: false,
    };
    assert_eq!(workspace.share(&to, &options, &Unwatched).unwrap(), 2);
    let shared = Workspace::open(&to, Origin::CommandLine, PATIENCE).unwrap();
    assert_clean(&shared);
    let stats = shared.stats().unwrap();
    assert_eq!((stats.articles, stats.quotes), (2, 0));
    assert_eq!((shared.registry().is_blind(), shared.registry().guidelines()), (true, "Mark it all."));
    let document = shared.read_article(article_id(0)).unwrap().unwrap();
    let budi = shared.registry().annotator_named("Budi").unwrap().id;
    assert_eq!((document.layers.len(), document.layers[&budi].stage), (1, Stage::New));
    assert_eq!((document.comments.len(), document.decisions.len()), (1, 0));
    let there = bytes(&to);
    for secret in ["secretword", "Nothing is said"] {
        assert!(!there.contains(secret), "{secret}");
    }
    assert!(there.contains("For everyone."));
}

#[test]
fn an_open_copy_holds_all_layers_of_its_articles() {
    let mut project = Project::sample();
    let quote = add_quote(&mut project.workspace, "\"Saya percaya,\"");
    comment(&mut project.workspace, Anchor::Quote(quote), "Sure?");
    let to = project.folder.path().join("all.kutip");
    let options = ShareOptions { articles: Some(vec![article_id(0)]), ..ShareOptions::default() };
    project.workspace.share(&to, &options, &Unwatched).unwrap();
    let mut shared = Workspace::open(&to, Origin::Window, PATIENCE).unwrap();
    assert_clean(&shared);
    let document = shared.read_article(article_id(0)).unwrap().unwrap();
    assert_eq!(
        (document.quotes.len(), document.comments.len(), shared.article_ids().unwrap().len()),
        (1, 1, 1)
    );
    assert_eq!(shared.search("percaya", 9).unwrap().len(), 2);
    // Nothing comes back that wasn't changed, and what was left out is not
    // taken for deleted.
    let report = project.workspace.merge(std::slice::from_ref(&to), &[], &Unwatched).unwrap();
    assert!(report.is_empty(), "{report:?}");
    shared.annotate_as("Ana").unwrap();
    shared.open_article(article_id(0)).unwrap();
    add_quote(&mut shared, "Kim");
    let report = project.workspace.merge(&[to], &[], &Unwatched).unwrap();
    assert_eq!((report.of(EntityKind::Quote).new, report.of(EntityKind::Article).deleted), (1, 0));
    assert_eq!(project.workspace.article_ids().unwrap().len(), 3);
    assert_clean(&project.workspace);
}

/// Many short articles, and how often each was given out.
fn assigned(number: u128, options: &AssignOptions) -> (BTreeMap<String, usize>, BTreeMap<ArticleId, usize>) {
    let mut project = Project::empty();
    let articles = (0..number).map(|n| article(n, &format!("Text {n}."))).collect();
    project.workspace.perform(&Edit::Import(Box::new(Import { articles, ..Import::default() }))).unwrap();
    let given = project.workspace.assign(options).unwrap();
    let mut times = BTreeMap::new();
    for id in project.workspace.article_ids().unwrap() {
        let document = project.workspace.read_article(id).unwrap().unwrap();
        assert!(document.layers.values().all(|layer| layer.stage == Stage::New));
        times.insert(id, document.layers.len());
    }
    assert_clean(&project.workspace);
    (given, times)
}

#[test]
fn articles_are_given_out_evenly_and_the_same_way_again() {
    for (people, each, overlap) in [(2, 2, 0.25), (3, 2, 1.0), (4, 3, 0.5), (5, 1, 1.0)] {
        let options = AssignOptions {
            annotators: (0..people).map(|n| format!("P{n}")).collect(),
            articles: None,
            each,
            overlap,
            seed: 7,
        };
        let (given, times) = assigned(40, &options);
        let (least, most) = (given.values().min().unwrap(), given.values().max().unwrap());
        assert!(most - least <= 1, "{options:?}: {given:?}");
        let overlapping = times.values().filter(|times| **times == each).count();
        assert_eq!(overlapping, if each == 1 { 40 } else { (40.0 * overlap) as usize }, "{options:?}");
        assert!(times.values().all(|times| *times == each || *times == 1));
        assert_eq!(assigned(40, &options).1, times, "the same seed");
        if overlap < 1.0 {
            let other = AssignOptions { seed: 8, ..options };
            assert_ne!(assigned(40, &other).1, times, "another seed");
        }
    }
}

#[test]
fn who_has_an_article_already_counts() {
    let mut project = Project::sample();
    add_quote(&mut project.workspace, "Kim");
    let people = || vec!["Ana".to_owned(), "Budi".to_owned()];
    let options = AssignOptions { annotators: people(), articles: None, each: 1, overlap: 1.0, seed: 1 };
    assert_eq!(project.workspace.assign(&options).unwrap().values().sum::<usize>(), 2);
    assert_eq!(project.workspace.assign(&options).unwrap().values().sum::<usize>(), 0);
    let both = AssignOptions { each: 2, ..options };
    assert_eq!(project.workspace.assign(&both).unwrap().values().sum::<usize>(), 3);
    let budi = project.workspace.registry().annotator_named("Budi").unwrap().id;
    let all: Vec<_> = (0..3).map(article_id).collect();
    assert_eq!(project.workspace.unassign(budi, &all).unwrap(), 3);
    for wrong in [
        AssignOptions { each: 3, ..both.clone() },
        AssignOptions { each: 0, ..both.clone() },
        AssignOptions { annotators: vec!["Ana".to_owned(); 2], ..both.clone() },
        AssignOptions { annotators: vec![], ..both },
    ] {
        assert!(project.workspace.assign(&wrong).is_err(), "{wrong:?}");
    }
    while project.workspace.undo().unwrap().is_some() {}
    assert_clean(&project.workspace);
}

/// Whoever works with other programs hands in by importing.
#[test]
fn a_record_begins_what_was_assigned() {
    const TEXT: &str = "\"Short text. Nothing is said.\\n\"";
    const QUOTE: &str =
        r#""annotator":"Budi","type":"direct","content":[{"start":0,"end":5,"text":"Short"}]"#;
    let check = |record: &str, wanted: Stage| {
        let mut project = Project::sample();
        let budi = project.workspace.annotate_as("Budi").unwrap();
        project.workspace.perform(&Edit::Assign(vec![(article_id(2), budi)])).unwrap();
        let file = project.folder.path().join("budi.jsonl");
        std::fs::write(&file, format!("{{\"id\":\"{}\",\"text\":{TEXT},{record}}}\n", article_id(2)))
            .unwrap();
        let options = ImportOptions { format: Some("articles-jsonl".to_owned()), annotator: None };
        let report = project.workspace.import(std::slice::from_ref(&file), &options, &Unwatched).unwrap();
        assert!(report.left_out.is_empty(), "{report:?}");
        let stage = |project: &Project| {
            project.workspace.read_article(article_id(2)).unwrap().unwrap().stage_of(budi)
        };
        assert_eq!(stage(&project), wanted, "{record}");
        let _ = project.workspace.import(&[file], &options, &Unwatched).unwrap();
        assert_eq!(stage(&project), wanted, "{record}, once more");
        assert_clean(&project.workspace);
        while project.workspace.undo().unwrap().is_some() {}
        assert_clean(&project.workspace);
    };
    check(r#""layers":[{"annotator":"Budi","status":"new"}]"#, Stage::New);
    check(r#""layers":[{"annotator":"Budi","status":"done"}]"#, Stage::Done);
    check(&format!("\"quotes\":[{{{QUOTE}}}]"), Stage::InProgress);
    check(&format!("\"quotes\":[{{{QUOTE},\"status\":\"submitted\"}}]"), Stage::Submitted);
    check(
        &format!(
            r#""quotes":[{{{QUOTE},"status":"done"}}],"layers":[{{"annotator":"Budi","status":"submitted"}}]"#
        ),
        Stage::Submitted,
    );
}

#[test]
fn what_is_done_is_handed_in_at_once() {
    let mut project = Project::sample();
    for (number, stage) in [(0, Stage::Done), (1, Stage::Done), (2, Stage::InProgress)] {
        project.workspace.open_article(article_id(number)).unwrap();
        let words = ["Kim", "soon", "said"][number as usize];
        add_quote(&mut project.workspace, words);
        project.workspace.perform(&Edit::SetStage(stage)).unwrap();
    }
    assert_eq!(project.workspace.submit_done().unwrap().0, 2);
    let stages: BTreeSet<(Stage, Stage)> = (0..3)
        .map(|number| project.workspace.read_article(article_id(number)).unwrap().unwrap())
        .map(|document| (document.layers.values().next().unwrap().stage, document.quotes[0].status))
        .collect();
    let both = |stage| (stage, stage);
    assert_eq!(stages, BTreeSet::from([both(Stage::InProgress), both(Stage::Submitted)]));
    project.workspace.undo().unwrap();
    assert_eq!(project.workspace.submit_done().unwrap().0, 2);
    assert_clean(&project.workspace);
}

#[test]
fn the_program_shares_assigns_and_merges() {
    let project = Project::sample();
    let folder = project.folder.path();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let ours = project.path.to_str().unwrap().to_owned();
    let (budi, dewi) = (path("budi.kutip"), path("dewi.kutip"));
    let given: BTreeMap<String, usize> = serde_json::from_str(&said(
        &["assign", &ours, "--annotators", "Budi,Dewi", "--each", "2", "--overlap", "50", "--json"],
        0,
    ))
    .unwrap();
    assert_eq!(given.values().sum::<usize>(), 5);
    said(&["share", &ours, &budi, "--annotator", "Budi", "--assigned"], 0);
    said(&["share", &ours, &dewi, "--annotator", "Dewi"], 0);
    for (who, words, copy) in [("Budi", "Kim", &budi), ("Dewi", "Putin", &dewi)] {
        let mut workspace = Workspace::open(Path::new(copy), Origin::Window, PATIENCE).unwrap();
        workspace.annotate_as(who).unwrap();
        workspace.open_article(workspace.article_ids().unwrap()[0]).unwrap();
        let first = workspace.document().unwrap().article.id;
        if first == article_id(0) {
            add_quote(&mut workspace, words);
        } else {
            add_quote(&mut workspace, "soon");
        }
        workspace.perform(&Edit::SetStage(Stage::Submitted)).unwrap();
    }
    let report: serde_json::Value =
        serde_json::from_str(&said(&["merge", &ours, &budi, &dewi, "--json"], 0)).unwrap();
    assert_eq!((&report["changes"]["quote"]["new"], &report["conflicts_open"]), (&2.into(), &0.into()));
    assert_eq!(report["files"].as_array().unwrap().len(), 2);
    let stats: serde_json::Value = serde_json::from_str(&said(&["stats", &ours, "--json"], 0)).unwrap();
    let dewi_is =
        stats["annotators_progress"].as_array().unwrap().iter().find(|a| a["name"] == "Dewi").unwrap();
    assert_eq!((&dewi_is["submitted"], &dewi_is["quotes"]), (&1.into(), &1.into()), "{dewi_is}");
    assert!(said(&["stats", &ours], 0).contains("progress of annotators"));
    assert!(Path::new(report["backup"].as_str().unwrap()).exists());
    assert!(said(&["merge", &ours, &dewi, &budi], 0).contains("nothing new"));
    said(&["check", &ours], 0);

    for (arguments, status, words) in [
        (vec!["merge", &ours], 2, "required"),
        (vec!["merge", &ours, &ours], 2, "this project itself"),
        (vec!["merge", &ours, &budi, "--same", "Nobody=Ana"], 2, "Nobody is called"),
        (vec!["merge", &ours, &budi, "--same", "Ana"], 2, "no pair of names"),
        (vec!["merge", &ours, "missing.kutip"], 1, "There is no project"),
        (vec!["share", &ours, &budi], 1, "exists already"),
        (vec!["share", &ours, "x.kutip", "--articles", "0192"], 2, "is not a UUID"),
        (vec!["assign", &ours, "--annotators", "Ana", "--each", "3"], 2, "no more than there are"),
    ] {
        assert!(said(&arguments, status).contains(words), "{arguments:?}");
    }
    let same = said(&["merge", &ours, "--same", "Dewi=Budi"], 0);
    assert!(same.contains("annotator"), "{same}");
    let workspace = project.again(Origin::CommandLine);
    let people: Vec<_> = workspace.registry().people().map(|person| person.name.as_str()).collect();
    assert_eq!(people, ["Ana", "Budi"]);
    assert_clean(&workspace);
}

#[test]
fn the_report_of_a_merge_names_speakers_who_look_alike() {
    let mut project = Project::sample();
    add_speaker(&mut project.workspace, "Vladimir Putin");
    let theirs = project.folder.path().join("theirs.kutip");
    project.workspace.backup(&theirs, &mut |_| {}).unwrap();
    let mut copy = Workspace::open(&theirs, Origin::Window, PATIENCE).unwrap();
    let double = add_speaker(&mut copy, "Wladimir Putin").to_string();
    drop(copy);
    let [ours, theirs] = [&project.path, &theirs].map(|path| path.to_str().unwrap());
    let words = said(&["merge", ours, theirs], 0);
    assert!(words.contains("These speakers look like one: Vladimir Putin · Wladimir Putin."), "{words}");
    let report: serde_json::Value =
        serde_json::from_str(&said(&["merge", ours, theirs, "--json"], 0)).unwrap();
    assert_eq!(report["look_alikes"].as_array().unwrap().len(), 1, "nobody has said yet");
    assert_eq!(report["look_alikes"][0][1], serde_json::json!({ "id": double, "name": "Wladimir Putin" }));
}
