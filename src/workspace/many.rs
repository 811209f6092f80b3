//! The same done to several articles, as one edit.

use super::{Result, Touched, Workspace};
use crate::edit::{Edit, Transaction};
use crate::job::Progress;
use crate::model::{ArticleId, Document};

impl Workspace {
    /// Does to each of these articles what `edit` says of it, as one
    /// transaction and one step of undo. Articles that are gone are passed
    /// over.
    ///
    /// # Errors
    /// When one of the edits doesn't fit, the file can't be written or the
    /// work was stopped. Then nothing has changed.
    pub fn perform_on_each(
        &mut self,
        articles: &[ArticleId],
        edit: impl Fn(&Document) -> Edit,
        progress: &dyn Progress,
    ) -> Result<Touched> {
        if self.is_stale()? {
            self.refresh()?;
        }
        let mut whole: Option<Transaction> = None;
        for (done, id) in articles.iter().enumerate() {
            progress.at(done, articles.len())?;
            let open = self.document.as_ref().filter(|document| document.article.id == *id).cloned();
            let Some(document) = open.map_or_else(|| self.store.document(*id), |open| Ok(Some(open)))? else {
                continue;
            };
            // One transaction has one time.
            let at = whole.as_ref().map_or_else(|| self.clock.now(), |whole| whole.at);
            let part = self.planned_at(at, &edit(&document), Some(&document))?;
            match &mut whole {
                Some(whole) => whole.changes.extend(part.changes),
                None => whole = Some(part),
            }
        }
        let Some(transaction) = whole else { return Ok(Touched::default()) };
        progress.at(articles.len(), articles.len())?;
        self.performed(transaction)
    }
}
