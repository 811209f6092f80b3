use std::path::PathBuf;

use super::{Outcome, Usage, open, say};
use crate::model::ArticleId;
use crate::workspace::{AssignOptions, Workspace, WorkspaceError};

#[derive(Debug, clap::Args)]
pub struct Assign {
    project: PathBuf,
    /// Who annotates; names that are new are added.
    #[arg(long, value_name = "NAMES", value_delimiter = ',', required = true)]
    annotators: Vec<String>,
    /// How many annotate each article, or each of those that overlap.
    #[arg(long, default_value_t = 1, value_name = "N")]
    each: usize,
    /// The share of articles that so many annotate, in percent; the others
    /// get one annotator.
    #[arg(long, default_value_t = 100, value_name = "PERCENT")]
    overlap: u8,
    /// Another number gives another distribution; the same one the same.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Only these articles, by their ids.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    articles: Vec<String>,
    /// Who gets how many, as JSON.
    #[arg(long)]
    json: bool,
}

impl Assign {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let ids: Result<Vec<ArticleId>, _> = self.articles.iter().map(|id| id.trim().parse()).collect();
        let ids = ids.map_err(|error| Usage(format!("{error}.")))?;
        let mut workspace: Workspace = open(&self.project)?;
        let options = AssignOptions {
            annotators: self.annotators,
            articles: (!ids.is_empty()).then_some(ids),
            each: self.each,
            overlap: f64::from(self.overlap) / 100.0,
            seed: self.seed,
        };
        let given = workspace.assign(&options).map_err(|error| match error {
            WorkspaceError::Assignment(_) => anyhow::Error::from(Usage(error.to_string())),
            other => other.into(),
        })?;
        if self.json {
            say(serde_json::to_string_pretty(&given)?)?;
        } else {
            given.iter().try_for_each(|(name, number)| say(format!("{name:<30} {number:>8}")))?;
        }
        Ok(Outcome::Done)
    }
}
