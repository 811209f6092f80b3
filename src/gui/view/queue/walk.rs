//! From article to article, and choosing several of them.

use super::Queue;
use crate::model::{ArticleId, Stage};
use crate::workspace::ArticleRow;

/// How a row is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// It alone.
    Only,
    /// It too, or no longer.
    Toggle,
    /// From the row chosen last up to it.
    UpTo,
}

impl Queue {
    /// The article that many rows from this one among those shown. From one
    /// that isn't shown, the next is the one that would follow it.
    pub fn neighbour(&self, article: Option<ArticleId>, step: isize) -> Option<ArticleId> {
        let id_at = |place: usize| self.row_at(place).map(|row| row.id);
        let Some(place) = article.and_then(|id| self.places.get(&id)).copied() else { return id_at(0) };
        let at = self.shown.partition_point(|other| self.rank_of(*other) < self.rank_of(place));
        if self.shown.get(at) == Some(&place) {
            return id_at(at.checked_add_signed(step)?);
        }
        id_at(at.checked_add_signed(if step > 0 { step - 1 } else { step })?)
    }

    /// The next article among those shown that isn't done yet, round and
    /// round; none but this one: none.
    pub fn next_open(&self, article: Option<ArticleId>) -> Option<ArticleId> {
        let start = article.and_then(|id| self.places.get(&id)).map_or(0, |place| {
            self.shown.partition_point(|other| self.rank_of(*other) <= self.rank_of(*place))
        });
        let number = self.shown.len();
        (start..start + number)
            .filter_map(|at| self.row_at(at % number))
            .find(|row| self.is_open(row) && Some(row.id) != article)
            .map(|row| row.id)
    }

    /// Whether there is something to do on it.
    fn is_open(&self, row: &ArticleRow) -> bool {
        match self.stage_of(row) {
            Stage::InProgress => true,
            Stage::New => !self.reviewing,
            Stage::Submitted => self.reviewing,
            Stage::Done | Stage::Reviewed => false,
        }
    }

    /// Chooses a row with the pointer or the keyboard.
    pub fn pick(&mut self, article: ArticleId, how: Pick) {
        match how {
            Pick::Only => {
                self.chosen.clear();
                self.anchor = Some(article);
            }
            Pick::Toggle => {
                if self.chosen.is_empty() {
                    self.chosen.extend(self.cursor.filter(|cursor| *cursor != article));
                }
                if !self.chosen.remove(&article) {
                    self.chosen.insert(article);
                }
                self.anchor = Some(article);
            }
            Pick::UpTo => {
                let from = self.anchor.or(self.cursor).and_then(|id| self.shown_place(id));
                let (from, to) = (from.unwrap_or(0), self.shown_place(article).unwrap_or(0));
                let ids = (from.min(to)..=from.max(to)).filter_map(|at| self.row_at(at)).map(|row| row.id);
                self.chosen = ids.collect();
                self.anchor = self.anchor.or_else(|| self.row_at(from).map(|row| row.id));
            }
        }
        self.cursor = Some(article);
    }

    /// Chooses every row that is shown.
    pub fn pick_all(&mut self) {
        self.chosen =
            self.shown.iter().filter_map(|at| self.rows.get(*at as usize)).map(|row| row.id).collect();
    }

    /// Several that are chosen, in the order they are shown.
    pub fn several(&self) -> Vec<ArticleId> {
        let shown = self.shown.iter().filter_map(|at| self.rows.get(*at as usize)).map(|row| row.id);
        shown.filter(|id| self.chosen.contains(id)).collect()
    }
}
