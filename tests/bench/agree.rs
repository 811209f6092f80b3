//! What measuring agreement costs: `cargo bench --bench agree`.
//!
//! Five annotators, 200 articles, 4,000 quotes, without and with γ; and the
//! alignment of six layers of 200 quotes. The floor is reading the same
//! project, article by article, in the same run.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a bench")]

#[path = "store/data.rs"]
mod data;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use data::Dice;
use kutip::edit::Origin;
use kutip::job::Unwatched;
use kutip::model::{AnnotatorId, Document};
use kutip::review::Alignment;
use kutip::review::agreement::{Material, Options, Sampling, measure};
use kutip::workspace::{ImportOptions, Workspace};
use serde_json::{Value, json};

const RUNS: usize = 5;

fn main() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let articles = folder.path().join("articles.jsonl");
    data::write(&articles, 200, 4);
    let many = project(folder.path(), "many", &copied(&fs::read_to_string(&articles).unwrap(), 5));
    let annotators: Vec<AnnotatorId> = many.registry().annotators.keys().copied().collect();
    let stats = many.stats().unwrap();
    assert_eq!((annotators.len(), stats.articles, stats.quotes), (5, 200, 4000));
    let floor = median(|| read(&many, |_| ()));
    let line = |what: &str, time: Duration| {
        println!(
            "{what:<52} {:>9.1} ms {:>8.1}x",
            time.as_secs_f64() * 1e3,
            time.as_secs_f64() / floor.as_secs_f64()
        );
    };
    line("read 200 articles with 4,000 quotes (the floor)", floor);
    let all = |gamma| {
        let mut material = Material::new(annotators.clone());
        read(&many, |document| material.add(&document));
        measure(&material, Options { gamma, ..Options::default() }, &Unwatched).unwrap()
    };
    line("agreement of 5 annotators without gamma", median(|| all(None)));
    let mut of_gamma = None;
    line("the same with gamma", median(|| of_gamma = all(Some(Sampling::default())).gamma));
    let of_gamma = of_gamma.unwrap();
    println!("  gamma {:.4} ± {:.4}, {} samples", of_gamma.value, of_gamma.precision, of_gamma.samples);
    let dense = project(folder.path(), "dense", &dense(6, 200));
    let annotators: Vec<AnnotatorId> = dense.registry().annotators.keys().copied().collect();
    let mut document = None;
    read(&dense, |one| document = Some(one));
    let document = document.unwrap();
    assert_eq!((annotators.len(), document.quotes.len()), (6, 1200));
    line("align 6 layers of 200 quotes", median(|| Alignment::of(&document, &annotators)));
    let alignment = Alignment::of(&document, &annotators);
    let compare = || alignment.groups.iter().map(|group| alignment.differences(group).len()).sum::<usize>();
    line("compare their groups field by field", median(compare));
}

fn median<T>(mut work: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}

fn read(workspace: &Workspace, mut take: impl FnMut(Document)) {
    workspace
        .each_document(|document| {
            take(document);
            Ok(())
        })
        .unwrap();
}

fn project(folder: &Path, name: &str, records: &str) -> Workspace {
    let path = folder.join(format!("{name}.jsonl"));
    fs::write(&path, records).unwrap();
    let project = folder.join(format!("{name}.kutip"));
    let mut workspace = Workspace::create(&project, Origin::CommandLine, Duration::from_secs(5)).unwrap();
    let options = ImportOptions { format: Some("articles-jsonl".to_owned()), annotator: None };
    let report = workspace.import(&[path], &options, &Unwatched).unwrap();
    assert!(report.left_out.is_empty(), "{:?}", report.left_out.first());
    workspace
}

/// The same articles, their quotes as so many annotators would have them: now
/// and then a border, a type or a speaker is another one.
fn copied(records: &str, annotators: usize) -> String {
    let mut dice = Dice::new(7);
    let mut out = String::new();
    for line in records.lines() {
        let mut article: Value = serde_json::from_str(line).unwrap();
        let text: Vec<char> = article["text"].as_str().unwrap().chars().collect();
        let originals = article["quotes"].as_array().unwrap().clone();
        let mut quotes = Vec::new();
        for annotator in 0..annotators {
            for quote in &originals {
                let mut quote = quote.clone();
                quote["annotator"] = json!(format!("Annotator {annotator}"));
                if dice.below(4) == 0 {
                    let piece = &mut quote["content"][0];
                    let start = piece["start"].as_u64().unwrap() as usize;
                    let end = piece["end"].as_u64().unwrap() as usize - 1 - dice.below(5);
                    *piece = json!({ "start": start, "end": end, "text": text[start..end].iter().collect::<String>() });
                }
                if dice.below(6) == 0 {
                    quote["type"] = json!("indirect");
                }
                if dice.below(6) == 0 {
                    quote["speakers"] = json!([{ "name": "Another", "kind": "person" }]);
                }
                quotes.push(quote);
            }
        }
        article["quotes"] = json!(quotes);
        out.push_str(&article.to_string());
        out.push('\n');
    }
    out
}

/// One article in which every annotator has so many quotes, which overlap
/// their neighbours.
fn dense(annotators: usize, quotes: usize) -> String {
    let mut dice = Dice::new(3);
    let text = "abcdefghi ".repeat(quotes * 6);
    let mut list = Vec::new();
    for annotator in 0..annotators {
        for quote in 0..quotes {
            let start = quote * 60 + dice.below(12);
            let end = start + 50 + dice.below(30);
            let end = end.min(text.len());
            list.push(json!({
                "annotator": format!("Annotator {annotator}"),
                "type": if dice.below(5) == 0 { "mixed" } else { "direct" },
                "content": [{ "start": start, "end": end, "text": &text[start..end] }],
            }));
        }
    }
    json!({ "text": text, "quotes": list }).to_string()
}
