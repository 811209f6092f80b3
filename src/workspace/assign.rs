//! Who annotates which article.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rand::SeedableRng as _;
use rand::seq::SliceRandom as _;
use rand_chacha::ChaCha8Rng;

use super::{AssignError, Result, Touched, Workspace};
use crate::edit::Edit;
use crate::model::{AnnotatorId, ArticleId, Layer, Quote, Stage};

/// How articles are distributed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AssignOptions {
    /// By name; who is new is added.
    pub annotators: Vec<String>,
    /// Absent: all.
    pub articles: Option<Vec<ArticleId>>,
    /// How many annotate each article that overlaps.
    pub each: usize,
    /// The share of articles that overlap, from 0 to 1; the others get one
    /// annotator.
    pub overlap: f64,
    /// The same seed gives the same distribution.
    pub seed: u64,
}

impl Workspace {
    /// Distributes articles, as evenly as it goes. Who works on an article already
    /// counts among its annotators. Says how many articles each was given.
    ///
    /// # Errors
    /// When there are fewer annotators than shall annotate an article, or the
    /// project can't be written.
    pub fn assign(&mut self, options: &AssignOptions) -> Result<BTreeMap<String, usize>> {
        let mut names: Vec<&str> = options.annotators.iter().map(|name| name.trim()).collect();
        names.retain(|name| !name.is_empty());
        let count = names.len();
        names.dedup();
        if names.is_empty() || count != names.len() {
            return Err(AssignError::Names.into());
        }
        if options.each == 0 || options.each > names.len() {
            return Err(AssignError::Each.into());
        }
        if !(0.0..=1.0).contains(&options.overlap) {
            return Err(AssignError::Overlap.into());
        }
        let people = names.iter().map(|name| self.annotator(name)).collect::<Result<Vec<_>>>()?;
        let given = self.distributed(&people, options)?;
        let number = |id: &AnnotatorId| given.iter().filter(|(_, other)| other == id).count();
        let report = names.iter().zip(&people).map(|(name, id)| ((*name).to_owned(), number(id))).collect();
        self.perform(&Edit::Assign(given))?;
        Ok(report)
    }

    /// The annotator of this name, who is added where there is none.
    pub(super) fn annotator(&mut self, name: &str) -> Result<AnnotatorId> {
        let author = self.author;
        let id = self.annotate_as(name);
        self.author = author;
        self.look();
        id
    }

    fn distributed(
        &self,
        people: &[AnnotatorId],
        options: &AssignOptions,
    ) -> Result<Vec<(ArticleId, AnnotatorId)>> {
        let mut articles = match &options.articles {
            Some(articles) => articles.clone(),
            None => self.article_ids()?,
        };
        let mut taken: BTreeMap<ArticleId, BTreeSet<AnnotatorId>> = BTreeMap::new();
        for layer in self.store.layers()? {
            taken.entry(layer.article).or_default().insert(layer.annotator);
        }
        let mut random = ChaCha8Rng::seed_from_u64(options.seed);
        let mut people = people.to_vec();
        articles.shuffle(&mut random);
        people.shuffle(&mut random);
        let overlapping = (articles.len() as f64 * options.overlap).round() as usize;
        let mut load: BTreeMap<AnnotatorId, usize> = people.iter().map(|person| (*person, 0)).collect();
        let mut given = Vec::new();
        for (at, article) in articles.iter().enumerate() {
            let wanted = if at < overlapping { options.each } else { 1 };
            let has = taken.entry(*article).or_default();
            let mut free: Vec<AnnotatorId> =
                people.iter().copied().filter(|person| !has.contains(person)).collect();
            // Stable: who is equally loaded stays in the drawn order, which
            // turns with each article, so that pairs are mixed.
            let turn = (at % people.len().max(1)).min(free.len());
            free.rotate_left(turn);
            free.sort_by_key(|person| load.get(person).copied());
            let missing = wanted.saturating_sub(people.len() - free.len());
            for person in free.into_iter().take(missing) {
                *load.entry(person).or_default() += 1;
                given.push((*article, person));
            }
        }
        given.sort_unstable();
        Ok(given)
    }

    /// Takes articles away from an annotator who has not begun with them.
    /// Returns how many.
    ///
    /// # Errors
    /// As [`Workspace::perform`].
    pub fn unassign(&mut self, annotator: AnnotatorId, articles: &[ArticleId]) -> Result<usize> {
        let layers: Vec<Arc<Layer>> = self.layers_of(annotator, articles)?;
        let layers: Vec<_> = layers.into_iter().filter(|layer| layer.stage == Stage::New).collect();
        let number = layers.len();
        self.perform(&Edit::Unassign(layers))?;
        Ok(number)
    }

    /// Hands in what the one who is annotating has finished: every article
    /// of theirs that is done. Returns how many.
    ///
    /// # Errors
    /// As [`Workspace::perform`].
    pub fn submit_done(&mut self) -> Result<(usize, Touched)> {
        let author = self.author.ok_or(crate::edit::EditError::NoAnnotator)?;
        let mut layers = Vec::new();
        let mut quotes: Vec<Arc<Quote>> = Vec::new();
        for layer in self.store.layers()?.into_iter().filter(|layer| layer.annotator == author) {
            if layer.stage == Stage::Done
                && let Some(document) = self.store.document(layer.article)?
            {
                quotes.extend(document.quotes_of(author).cloned());
                layers.push(Arc::new(layer));
            }
        }
        let number = layers.len();
        let touched = self.perform(&Edit::SetStages { stage: Stage::Submitted, layers, quotes })?;
        Ok((number, touched))
    }

    fn layers_of(&self, annotator: AnnotatorId, articles: &[ArticleId]) -> Result<Vec<Arc<Layer>>> {
        let layers = self.store.layers()?.into_iter();
        let wanted = layers.filter(|layer| layer.annotator == annotator && articles.contains(&layer.article));
        Ok(wanted.map(Arc::new).collect())
    }
}
