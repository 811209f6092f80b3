//! What the one who is annotating may see.

use super::{Remark, Result, Returned, Step, Workspace};
use crate::edit::Origin;
use crate::model::{AnnotatorId, ArticleId, Document, Stage, Viewer};

impl Workspace {
    /// The open article, with as much of it as the one who is annotating may
    /// see: in a blind project, not what others have not submitted. Linked
    /// are the speakers who are meant by now.
    pub fn document(&self) -> Option<&Document> {
        self.view.as_ref().or(self.document.as_ref())
    }

    /// The one place that keeps a blind project blind, and that puts the
    /// speakers who are meant in place of those who turned out to be another.
    /// What reads for nobody, as the command line does, sees everyone's work.
    pub(super) fn visible(&self, document: &Document) -> Option<Document> {
        let blind = self.viewer().map(|viewer| document.seen_by(viewer));
        if self.same.is_empty() {
            return blind;
        }
        let mut seen = blind.unwrap_or_else(|| document.clone());
        self.same.put_in(&mut seen);
        Some(seen)
    }

    /// Of what happened on an article, what the one who is annotating may see.
    pub fn visible_history(&self, article: ArticleId, steps: Vec<Step>) -> Result<Vec<Step>> {
        let Some(viewer) = self.viewer() else { return Ok(steps) };
        let Some(document) = self.store.document(article)? else { return Ok(Vec::new()) };
        let seen = |step: &Step| step.author.is_none_or(|by| document.lets_see(viewer, by));
        Ok(steps.into_iter().filter(seen).collect())
    }

    /// In a window somebody looks, also while nobody annotates.
    pub(super) fn viewer(&self) -> Option<Viewer> {
        let stranger = || (self.origin == Origin::Window).then_some(AnnotatorId(uuid::Uuid::nil()));
        self.registry.viewer(self.author.or_else(stranger)?)
    }

    /// Whether others have submitted the open article, and the one who is
    /// annotating a blind project does not see it.
    pub fn hides_submitted(&self) -> bool {
        let (Some(viewer), Some(document)) = (self.viewer(), &self.document) else { return false };
        let hidden =
            |owner: &AnnotatorId| document.is_submitted(*owner) && !document.lets_see(viewer, *owner);
        document.layers.keys().any(hidden)
    }

    /// Reads from now on as a window in which this person annotates, or
    /// nobody: for the work that a window does on a thread of its own.
    pub fn read_as(&mut self, viewer: Option<AnnotatorId>) {
        self.author = viewer;
        self.origin = Origin::Window;
        self.look();
    }

    pub(super) fn look(&mut self) {
        self.view = self.document.as_ref().and_then(|document| self.visible(document));
    }

    /// What others decided and said of the work of the one who is annotating,
    /// in every article, the latest first; as far as they may see it.
    pub fn returned(&self) -> Result<Vec<Returned>> {
        let Some(author) = self.author else { return Ok(Vec::new()) };
        let mut returned = self.store.returned(author)?;
        if self.viewer().is_some() {
            // Only where someone is still at work is anything hidden from them.
            let at_work = self.store.layers()?.into_iter();
            let at_work = at_work.filter(|layer| layer.annotator == author && layer.stage < Stage::Submitted);
            for article in at_work.map(|layer| layer.article) {
                if returned.iter().any(|one| one.article == article) {
                    let document = self.read_article(article)?;
                    let shown = |remark: &Remark| document.as_ref().is_some_and(|d| remark.is_in(d));
                    returned.retain(|one| one.article != article || shown(&one.remark));
                }
            }
        }
        Ok(returned)
    }

    /// One article with everything on it that the one who is annotating may
    /// see, without opening it.
    pub fn read_article(&self, id: ArticleId) -> Result<Option<Document>> {
        let document = self.store.document(id)?;
        Ok(document.map(|document| self.visible(&document).unwrap_or(document)))
    }
}
