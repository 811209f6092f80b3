//! The queue as it is shown: which articles, in which order, which of them
//! are chosen.

mod filter;
mod sort;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::heights::Heights;
use crate::model::{AnnotatorId, ArticleId, Stage};
use crate::workspace::ArticleRow;

pub use filter::Narrowed;
pub use sort::SortBy;
pub use walk::Pick;

use filter::{Facets, Search};

/// The queue as it is shown.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "states that have nothing to do with one another")]
pub struct Queue {
    /// Every article, in the project's order.
    pub rows: Vec<ArticleRow>,
    /// Whose stages and quotes the rows tell.
    pub author: Option<AnnotatorId>,
    /// What is typed in the field.
    pub words: String,
    pub narrowed: Narrowed,
    /// Whether stages are those of the review and not the author's own.
    pub reviewing: bool,
    pub sort: SortBy,
    /// Whether the sorting is turned round.
    pub reversed: bool,
    pub search: Search,
    /// The rows that pass the filter, as sorted.
    pub shown: Vec<u32>,
    /// How many of those that pass everything else are at each stage.
    pub counts: BTreeMap<Stage, usize>,
    /// How many pass everything but the stage.
    pub total: usize,
    /// Several articles that something is to be done with.
    pub chosen: BTreeSet<ArticleId>,
    /// Where the keyboard stands in the list.
    pub cursor: Option<ArticleId>,
    /// Where a range of rows begins.
    anchor: Option<ArticleId>,
    /// Stays in sight although it no longer passes: what is worked on must
    /// not vanish under the hand.
    kept: Option<ArticleId>,
    /// Whether the open article shall be brought into sight.
    pub reveal: bool,
    /// Whether the cursor shall be.
    pub reveal_cursor: bool,
    pub heights: Heights,
    /// How far the list is scrolled, in points.
    pub offset: f32,
    /// Whether the list has the keyboard.
    pub focused: bool,
    pub facets: Facets,
    places: HashMap<ArticleId, u32>,
    /// The rows by their keys.
    by_key: Vec<u32>,
    /// All rows as sorted, and for each row its place there.
    order: Vec<u32>,
    ranks: Vec<u32>,
}

impl Queue {
    /// Takes up all rows anew.
    pub fn load(&mut self, rows: Vec<ArticleRow>, author: Option<AnnotatorId>) {
        self.rows = rows;
        self.author = author;
        self.search.found = None;
        self.index();
        self.sort();
        self.chosen.retain(|id| self.places.contains_key(id));
        self.filter();
    }

    /// Takes up what became of some articles. Those that are not among the
    /// rows are gone. Gives whether a search must be made again.
    pub fn update(&mut self, touched: &BTreeSet<ArticleId>, rows: Vec<ArticleRow>) -> bool {
        let known = rows.iter().filter(|row| self.places.contains_key(&row.id)).count();
        let gone = touched.iter().filter(|id| self.places.contains_key(*id)).count() > known;
        if gone || known < rows.len() {
            self.rows.retain(|row| !touched.contains(&row.id));
            self.rows.extend(rows);
            self.rows.sort_by_key(ArticleRow::order);
            let (all, author) = (std::mem::take(&mut self.rows), self.author);
            self.load(all, author);
            return true;
        }
        let mut renamed = false;
        for row in rows {
            let Some(place) = self.places.get(&row.id).copied() else { continue };
            let Some(before) = self.rows.get_mut(place as usize) else { continue };
            renamed |= before.title != row.title;
            self.facets.fresh &= before.publisher == row.publisher
                && before.language == row.language
                && before.annotators == row.annotators;
            let before = std::mem::replace(before, row);
            self.settle(place, &before);
        }
        if renamed {
            self.heights.forget();
        }
        self.filter();
        renamed
    }

    fn index(&mut self) {
        let numbered = || self.rows.iter().zip(0u32..);
        self.places = numbered().map(|(row, place)| (row.id, place)).collect();
        self.by_key = (0..self.rows.len() as u32).collect();
        self.by_key.sort_unstable_by_key(|place| self.rows.get(*place as usize).map(|row| row.key));
        self.heights.forget();
        self.facets.fresh = false;
    }

    /// The row at a place of those shown.
    pub fn row_at(&self, shown: usize) -> Option<&ArticleRow> {
        self.shown.get(shown).and_then(|place| self.rows.get(*place as usize))
    }

    /// The place of an article among all, from 0.
    pub fn place(&self, article: ArticleId) -> Option<usize> {
        self.places.get(&article).map(|place| *place as usize)
    }

    /// The place of an article among those shown.
    pub fn shown_place(&self, article: ArticleId) -> Option<usize> {
        let place = self.places.get(&article).copied()?;
        let at = self.shown.partition_point(|other| self.rank_of(*other) < self.rank_of(place));
        (self.shown.get(at) == Some(&place)).then_some(at)
    }

    /// How far an article is, as the list tells it.
    pub fn stage_of(&self, row: &ArticleRow) -> Stage {
        if self.reviewing { row.review_stage() } else { row.stage }
    }

    /// Tells the stages of the review, or the author's own.
    pub fn review(&mut self, reviewing: bool) {
        if self.reviewing != reviewing {
            self.reviewing = reviewing;
            self.narrowed.stage = None;
            self.let_go();
        }
    }
}
