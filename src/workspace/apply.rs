//! What is in memory follows what was committed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Workspace;
use crate::edit::{Change, Diff};
use crate::model::{ArticleId, Document, QuoteId, Registry};

/// What an edit touched: which views and caches need a fresh look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    pub articles: BTreeSet<ArticleId>,
    /// Quotes that were created or changed, in the order of the edit.
    pub quotes: Vec<QuoteId>,
    /// Speakers, annotators or settings.
    pub registry: bool,
}

impl Touched {
    /// What these changes touch.
    #[must_use]
    pub fn by(changes: &[Change]) -> Self {
        let mut touched = Self::default();
        for change in changes {
            touched.articles.extend(change.article());
            touched.registry |= change.article().is_none();
            if let Change::Quote(Diff { after: Some(quote), .. }) = change {
                touched.quotes.push(quote.id);
            }
        }
        touched
    }
}

impl Workspace {
    pub(super) fn apply(&mut self, changes: &[Change]) -> Touched {
        let open = self.document.as_ref().map(|document| document.article.id);
        let mut deleted = false;
        for change in changes {
            registry(&mut self.registry, change);
            if let Some(document) = &mut self.document
                && change.article() == open
            {
                if let Change::Article(diff) = change {
                    deleted = diff.after.is_none();
                }
                in_document(document, change);
            }
        }
        if changes.iter().any(|change| matches!(change, Change::Speaker(_))) {
            self.same = self.registry.same_speakers();
        }
        // Undo may take back the one who is annotating.
        self.author = self.author.filter(|author| self.registry.annotators.contains_key(author));
        match &mut self.document {
            Some(_) if deleted => self.document = None,
            Some(document) => document.sort(),
            None => {}
        }
        self.look();
        Touched::by(changes)
    }
}

fn registry(registry: &mut Registry, change: &Change) {
    fn put<K: Ord, T>(entries: &mut BTreeMap<K, Arc<T>>, diff: &Diff<T>, key: impl Fn(&T) -> K) {
        match (&diff.before, &diff.after) {
            (_, Some(after)) => drop(entries.insert(key(after), Arc::clone(after))),
            (Some(before), None) => drop(entries.remove(&key(before))),
            (None, None) => {}
        }
    }
    match change {
        Change::Speaker(diff) => put(&mut registry.speakers, diff, |speaker| speaker.id),
        Change::Annotator(diff) => put(&mut registry.annotators, diff, |annotator| annotator.id),
        Change::Setting(diff) => put(&mut registry.settings, diff, |setting| setting.key.clone()),
        Change::Conflict(diff) => put(&mut registry.conflicts, diff, |conflict| conflict.id),
        Change::Article(_)
        | Change::Layer(_)
        | Change::Quote(_)
        | Change::Claim(_)
        | Change::Comment(_)
        | Change::Decision(_)
        | Change::Merge(_) => {}
    }
}

fn in_document(document: &mut Document, change: &Change) {
    fn put<T, K: PartialEq>(entries: &mut Vec<Arc<T>>, diff: &Diff<T>, key: impl Fn(&T) -> K) {
        let Some(id) = diff.either().map(|entity| key(entity)) else { return };
        match (entries.iter_mut().find(|entity| key(entity) == id), &diff.after) {
            (Some(entry), Some(after)) => *entry = Arc::clone(after),
            (None, Some(after)) => entries.push(Arc::clone(after)),
            (_, None) => entries.retain(|entity| key(entity) != id),
        }
    }
    match change {
        Change::Article(Diff { after: Some(article), .. }) => document.article = Arc::clone(article),
        Change::Layer(diff) => match (&diff.before, &diff.after) {
            (_, Some(after)) => drop(document.layers.insert(after.annotator, Arc::clone(after))),
            (Some(before), None) => drop(document.layers.remove(&before.annotator)),
            (None, None) => {}
        },
        Change::Quote(diff) => put(&mut document.quotes, diff, |quote| quote.id),
        Change::Claim(diff) => put(&mut document.claims, diff, |claim| claim.id),
        Change::Comment(diff) => put(&mut document.comments, diff, |comment| comment.id),
        Change::Decision(diff) => put(&mut document.decisions, diff, |decision| decision.id),
        Change::Article(_)
        | Change::Speaker(_)
        | Change::Annotator(_)
        | Change::Setting(_)
        | Change::Conflict(_)
        | Change::Merge(_) => {}
    }
}
