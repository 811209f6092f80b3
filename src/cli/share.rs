use std::path::PathBuf;

use super::progress::Bar;
use super::{Outcome, Usage, open, say};
use crate::model::ArticleId;
use crate::workspace::{ShareOptions, WorkspaceError};

#[derive(Debug, clap::Args)]
pub struct Share {
    project: PathBuf,
    /// The copy to write, such as for-budi.kutip.
    path: PathBuf,
    /// Whom it is for. They are given the articles that nobody gave them yet;
    /// in a blind project the copy holds nobody else's work.
    #[arg(long, value_name = "NAME")]
    annotator: Option<String>,
    /// Only these articles, by their ids.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    articles: Vec<String>,
    /// Only what has been assigned to the one whom it is for.
    #[arg(long, requires = "annotator", conflicts_with = "articles")]
    assigned: bool,
}

impl Share {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let ids: Result<Vec<ArticleId>, _> = self.articles.iter().map(|id| id.trim().parse()).collect();
        let ids = ids.map_err(|error| Usage(format!("{error}.")))?;
        let options = ShareOptions {
            articles: (!ids.is_empty()).then_some(ids),
            annotator: self.annotator,
            only_assigned: self.assigned,
        };
        let mut workspace = open(&self.project)?;
        let bar = Bar::new("Sharing");
        let shared = workspace.share(&self.path, &options, &bar).map_err(|error| match error {
            WorkspaceError::NoArticle(_) | WorkspaceError::NothingToShare => {
                anyhow::Error::from(Usage(error.to_string()))
            }
            other => other.into(),
        })?;
        drop(bar);
        say(format!("{} with {shared} articles.", self.path.display()))?;
        Ok(Outcome::Done)
    }
}
