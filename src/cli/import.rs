use std::path::PathBuf;

use super::progress::Bar;
use super::{Outcome, Usage, open, say};
use crate::workspace::{ArticleReport, ImportOptions, ImportReport, WorkspaceError};

/// More articles than this are only counted.
const LISTED: usize = 5;

#[derive(Debug, clap::Args)]
pub struct Import {
    project: PathBuf,
    /// Files and folders.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// How the files are to be read: auto, or a name that “kutip formats”
    /// lists.
    #[arg(long, default_value = "auto")]
    format: String,
    /// Whose the quotes are that name no annotator.
    #[arg(long, value_name = "NAME")]
    annotator: Option<String>,
    /// Report as JSON.
    #[arg(long)]
    json: bool,
}

impl Import {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut workspace = open(&self.project)?;
        let options = ImportOptions { format: Some(self.format), annotator: self.annotator };
        let report = workspace.import(&self.paths, &options, &Bar::new("Importing")).map_err(usage)?;
        if self.json {
            say(serde_json::to_string_pretty(&report)?)?;
        } else {
            tell(&report)?;
        }
        for problem in report.left_out.iter().chain(&report.warnings) {
            eprintln!("{problem}");
        }
        Ok(if report.left_out.is_empty() { Outcome::Done } else { Outcome::Problems })
    }
}

fn usage(error: WorkspaceError) -> anyhow::Error {
    match error {
        WorkspaceError::UnknownFormat(_) => Usage(error.to_string()).into(),
        other => other.into(),
    }
}

fn tell(report: &ImportReport) -> std::io::Result<()> {
    say(report.summary())?;
    if report.articles.len() > LISTED {
        return Ok(());
    }
    report.articles.iter().try_for_each(article)
}

fn article(article: &ArticleReport) -> std::io::Result<()> {
    let metadata = &article.metadata;
    say(format!("\n{}", metadata.title.as_deref().unwrap_or("(no title)")))?;
    let authors = Some(metadata.authors.join(", ")).filter(|authors| !authors.is_empty());
    let lines = [
        ("publisher", metadata.publisher.clone()),
        ("authors", authors),
        ("published", metadata.published_at.clone()),
        ("language", metadata.language.clone()),
        ("dateline", article.dateline.clone()),
        ("address", metadata.url.clone()),
    ];
    for (name, value) in lines {
        if let Some(value) = value {
            say(format!("  {name:<10} {value}"))?;
        }
    }
    let regions: Vec<String> = article
        .regions
        .iter()
        .map(|(kind, number)| format!("{number} {}", kind.name().replace('_', " ")))
        .collect();
    say(format!("  {:<10} {}", "regions", regions.join(", ")))
}
