//! A copy of the project for a colleague.

use std::path::Path;

use super::{Result, Workspace, WorkspaceError};
use crate::edit::Edit;
use crate::job::Progress;
use crate::model::{AnnotatorId, ArticleId};
use crate::store::Shared;

/// What a colleague's copy holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShareOptions {
    /// Absent: all.
    pub articles: Option<Vec<ArticleId>>,
    /// Whom it is for, by name; who is new is added.
    pub annotator: Option<String>,
    /// Only articles that the colleague has been given.
    pub only_assigned: bool,
}

impl Workspace {
    /// Writes a copy with the chosen articles, all speakers, settings and
    /// guidelines. The colleague whom it is for is given the articles. In a
    /// blind project the copy holds the colleague's own work and nobody
    /// else's. Returns how many articles it has.
    ///
    /// # Errors
    /// When there is nothing to share, an article is not there, or a file
    /// can't be written.
    pub fn share(&mut self, to: &Path, options: &ShareOptions, progress: &dyn Progress) -> Result<usize> {
        let all = self.article_ids()?;
        if let Some(missing) = options.articles.iter().flatten().find(|id| !all.contains(id)) {
            return Err(WorkspaceError::NoArticle(*missing));
        }
        let annotator = options.annotator.as_deref().map(|name| self.annotator(name)).transpose()?;
        let mut articles = options.articles.clone().unwrap_or(all);
        let theirs = self.articles_of(annotator)?;
        if options.only_assigned {
            articles.retain(|article| theirs.contains(article));
        }
        if articles.is_empty() {
            return Err(WorkspaceError::NothingToShare);
        }
        if let Some(annotator) = annotator {
            let new = articles.iter().filter(|article| !theirs.contains(article));
            let new: Vec<_> = new.map(|article| (*article, annotator)).collect();
            if !new.is_empty() {
                self.perform(&Edit::Assign(new))?;
            }
        }
        let shared = Shared { articles: &articles, blind_for: self.registry.is_blind().then_some(annotator) };
        let mut stopped = Ok(());
        self.store.share(to, &shared, &mut |share| {
            if stopped.is_ok() {
                stopped = progress.at((share * 1000.0) as usize, 1000);
            }
        })?;
        Ok(articles.len())
    }

    fn articles_of(&self, annotator: Option<AnnotatorId>) -> Result<Vec<ArticleId>> {
        let layers = self.store.layers()?.into_iter();
        Ok(layers.filter(|layer| Some(layer.annotator) == annotator).map(|layer| layer.article).collect())
    }
}
