use std::path::PathBuf;

use super::{Outcome, open, say};
use crate::workspace::{AnnotatorProgress, Share};

#[derive(Debug, clap::Args)]
pub struct Stats {
    project: PathBuf,
    /// As one JSON object.
    #[arg(long)]
    json: bool,
}

impl Stats {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let stats = open(&self.project)?.stats()?;
        if self.json {
            say(serde_json::to_string_pretty(&stats)?)?;
            return Ok(Outcome::Done);
        }
        let totals = [
            ("articles", stats.articles),
            ("quotes", stats.quotes),
            ("without speaker", stats.quotes_without_speaker),
            ("claims", stats.claims),
            ("speakers", stats.speakers),
            ("annotators", stats.annotators),
            ("open conflicts", stats.conflicts),
        ];
        for (name, number) in totals {
            say(format!("{name:<16} {number:>8}"))?;
        }
        let tables = [
            ("quotes by type", &stats.quotes_by_type),
            ("quotes by status", &stats.quotes_by_status),
            ("quotes by annotator", &stats.quotes_by_annotator),
            ("quotes by speaker", &stats.quotes_by_speaker),
            ("layers by stage", &stats.layers_by_stage),
            ("articles by language", &stats.articles_by_language),
            ("articles by publisher", &stats.articles_by_publisher),
        ];
        for (title, shares) in tables.into_iter().filter(|(_, shares)| !shares.is_empty()) {
            table(title, shares)?;
        }
        progress(&stats.annotators_progress)?;
        Ok(Outcome::Done)
    }
}

fn progress(annotators: &[AnnotatorProgress]) -> std::io::Result<()> {
    if annotators.is_empty() {
        return Ok(());
    }
    let columns = ["articles", "new", "begun", "done", "submitted", "reviewed", "quotes"];
    let line = |name: &str, cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| format!("{cell:>10}")).collect();
        say(format!("  {name:<24} {}", cells.join(" ")))
    };
    say("\nprogress of annotators")?;
    line("", &columns.map(str::to_owned))?;
    for a in annotators {
        let numbers = [a.articles(), a.new, a.in_progress, a.done, a.submitted, a.reviewed, a.quotes];
        line(&a.name, &numbers.map(|number| number.to_string()))?;
    }
    Ok(())
}

/// As many lines as fit a screen; the JSON has them all.
const LINES: usize = 15;

fn table(title: &str, shares: &[Share]) -> std::io::Result<()> {
    say(format!("\n{title}"))?;
    for share in shares.iter().take(LINES) {
        say(format!("  {:<30} {:>8}", share.name.as_deref().unwrap_or("–"), share.count))?;
    }
    if shares.len() > LINES {
        say(format!("  … and {} more", shares.len() - LINES))?;
    }
    Ok(())
}
