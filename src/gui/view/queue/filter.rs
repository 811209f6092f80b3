//! Which articles the queue shows: by words, and by what is known of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::Queue;
use crate::model::{AnnotatorId, ArticleId, Excerpt, Stage, Wanted};
use crate::workspace::ArticleRow;

/// What the queue is narrowed to beside the words. Empty: everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowed {
    pub stage: Option<Stage>,
    /// Any of these; `None` stands for articles of which it isn't known.
    pub outlets: BTreeSet<Option<String>>,
    pub languages: BTreeSet<Option<String>>,
    /// Assigned to any of these, or begun by them; `None` stands for nobody.
    pub annotators: BTreeSet<Option<AnnotatorId>>,
}

impl Narrowed {
    /// Whether anything but the stage is asked for.
    pub fn by_metadata(&self) -> bool {
        !(self.outlets.is_empty() && self.languages.is_empty() && self.annotators.is_empty())
    }

    fn passes(&self, row: &ArticleRow) -> bool {
        (self.outlets.is_empty() || self.outlets.contains(&row.publisher))
            && (self.languages.is_empty() || self.languages.contains(&row.language))
            && (self.annotators.is_empty() || self.is_with(&row.annotators))
    }

    /// Whether any of these annotators is wanted.
    fn is_with(&self, annotators: &[AnnotatorId]) -> bool {
        let nobody = annotators.is_empty() && self.annotators.contains(&None);
        nobody || annotators.iter().any(|id| self.annotators.contains(&Some(*id)))
    }
}

/// What the field was searched for, and what came of it.
#[derive(Debug, Default)]
pub struct Search {
    /// The words that the answer is for.
    pub words: String,
    pub wanted: Option<Wanted>,
    /// Whether an answer is awaited.
    pub waits: bool,
    /// For each row, whether it was found; none without words.
    pub(super) found: Option<Vec<bool>>,
    pub excerpts: HashMap<i64, Excerpt>,
    /// The rows whose excerpts have been asked for.
    pub asked: BTreeSet<i64>,
}

/// The outlets, languages and annotators that there are, with how many
/// articles each has.
#[derive(Debug, Default)]
pub struct Facets {
    pub outlets: Vec<(Option<String>, usize)>,
    pub languages: Vec<(Option<String>, usize)>,
    pub annotators: Vec<(Option<AnnotatorId>, usize)>,
    pub(super) fresh: bool,
}

impl Queue {
    /// Takes up what a search found: the keys of the rows, in ascending
    /// order; none where nothing was searched for.
    pub fn found(&mut self, words: &str, keys: Option<&[i64]>) {
        words.clone_into(&mut self.search.words);
        self.search.wanted = Wanted::new(words);
        self.search.excerpts.clear();
        self.search.asked.clear();
        self.search.found = keys.map(|keys| {
            let mut found = vec![false; self.rows.len()];
            let mut keys = keys.iter().peekable();
            for place in &self.by_key {
                let Some(row) = self.rows.get(*place as usize) else { continue };
                while keys.next_if(|key| **key < row.key).is_some() {}
                if keys.next_if(|key| **key == row.key).is_some()
                    && let Some(entry) = found.get_mut(*place as usize)
                {
                    *entry = true;
                }
            }
            found
        });
        self.let_go();
    }

    /// Whether the rows are narrowed to words, and have their excerpts.
    pub fn is_searched(&self) -> bool {
        self.search.found.is_some()
    }

    /// Filters by the filter alone, after a person changed it.
    pub fn let_go(&mut self) {
        self.kept = None;
        self.filter();
    }

    /// Lets an article stay in sight until another is kept.
    pub fn keep(&mut self, article: Option<ArticleId>) {
        if self.kept != article {
            self.kept = article.filter(|id| self.shown_place(*id).is_some());
            self.filter();
        }
    }

    /// Filters anew, after the rows or the filter changed.
    pub(super) fn filter(&mut self) {
        self.counts.clear();
        self.total = 0;
        self.shown.clear();
        let kept = self.kept.and_then(|id| self.places.get(&id)).copied();
        let found = self.search.found.as_ref().filter(|found| found.len() == self.rows.len());
        let narrowed = self.narrowed.by_metadata();
        for place in &self.order {
            let Some(row) = self.rows.get(*place as usize) else { continue };
            let is_found = found.is_none_or(|found| found.get(*place as usize).copied().unwrap_or(false));
            let passes = is_found && (!narrowed || self.narrowed.passes(row));
            if passes {
                self.total += 1;
                *self.counts.entry(self.stage_of(row)).or_default() += 1;
            }
            let at_stage = self.narrowed.stage.is_none_or(|stage| self.stage_of(row) == stage);
            if (passes && at_stage) || kept == Some(*place) {
                self.shown.push(*place);
            }
        }
        self.heights.stale();
    }

    /// The keys of the rows at these places whose excerpts are still to be
    /// asked for.
    pub fn unasked(&mut self, shown: Range<usize>) -> Vec<i64> {
        let keys: Vec<i64> = shown.filter_map(|at| self.row_at(at)).map(|row| row.key).collect();
        keys.into_iter().filter(|key| self.search.asked.insert(*key)).collect()
    }

    /// Counts outlets and languages, where rows have changed since.
    pub fn refresh_facets(&mut self) {
        if !std::mem::replace(&mut self.facets.fresh, true) {
            self.facets.outlets = facet(&self.rows, |row| &row.publisher);
            self.facets.languages = facet(&self.rows, |row| &row.language);
            let mut numbers: BTreeMap<Option<AnnotatorId>, usize> = BTreeMap::new();
            for row in &self.rows {
                if row.annotators.is_empty() {
                    *numbers.entry(None).or_default() += 1;
                }
                for id in &row.annotators {
                    *numbers.entry(Some(*id)).or_default() += 1;
                }
            }
            self.facets.annotators = numbers.into_iter().collect();
        }
    }
}

fn facet(rows: &[ArticleRow], of: impl Fn(&ArticleRow) -> &Option<String>) -> Vec<(Option<String>, usize)> {
    let mut numbers: HashMap<&Option<String>, usize> = HashMap::new();
    for row in rows {
        *numbers.entry(of(row)).or_default() += 1;
    }
    let mut facet: Vec<_> = numbers.into_iter().map(|(name, number)| (name.clone(), number)).collect();
    facet.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    facet
}
