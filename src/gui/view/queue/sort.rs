//! In which order the queue is shown.

use std::cmp::Ordering;

use super::Queue;
use crate::model::fold;
use crate::workspace::ArticleRow;

/// What the queue is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortBy {
    /// The order in which the articles came into the project.
    #[default]
    Project,
    Published,
    Title,
    Outlet,
    Quotes,
    Changed,
}

impl SortBy {
    pub const ALL: [Self; 6] =
        [Self::Project, Self::Published, Self::Title, Self::Outlet, Self::Quotes, Self::Changed];

    /// Whether most people want the largest or the newest first.
    pub const fn begins_with_the_last(self) -> bool {
        matches!(self, Self::Published | Self::Quotes | Self::Changed)
    }
}

impl Queue {
    /// Sorts anew, after the sorting changed.
    pub fn sort(&mut self) {
        let mut order: Vec<u32> = (0..self.rows.len() as u32).collect();
        if self.sort == SortBy::Title {
            order.sort_by_cached_key(|place| self.rows.get(*place as usize).map(|row| fold(&row.title)));
        } else if self.sort != SortBy::Project {
            let row = |place: &u32| self.rows.get(*place as usize);
            order.sort_by(|a, b| match (row(a), row(b)) {
                (Some(a), Some(b)) => self.compare(a, b),
                _ => Ordering::Equal,
            });
        }
        if self.reversed && matches!(self.sort, SortBy::Project | SortBy::Title) {
            order.reverse();
        }
        self.order = order;
        self.rank();
    }

    /// Puts a row where the sorting wants it now.
    pub(super) fn settle(&mut self, place: u32, before: &ArticleRow) {
        let Some(row) = self.rows.get(place as usize) else { return };
        if self.compare(row, before) == Ordering::Equal {
            return;
        }
        let Some(rank) = self.ranks.get(place as usize).map(|rank| *rank as usize) else { return };
        self.order.remove(rank);
        let at = self.order.partition_point(|other| self.before(*other, place));
        self.order.insert(at, place);
        self.rank();
    }

    fn rank(&mut self) {
        self.ranks.resize(self.rows.len(), 0);
        for (rank, place) in self.order.iter().enumerate() {
            if let Some(entry) = self.ranks.get_mut(*place as usize) {
                *entry = rank as u32;
            }
        }
    }

    pub(super) fn rank_of(&self, place: u32) -> u32 {
        self.ranks.get(place as usize).copied().unwrap_or(0)
    }

    /// Which of two rows comes first; equal where only the project's order
    /// tells.
    fn compare(&self, a: &ArticleRow, b: &ArticleRow) -> Ordering {
        let largest_first = self.sort.begins_with_the_last() != self.reversed;
        let turned = |order: Ordering| if largest_first { order.reverse() } else { order };
        // What isn't known comes last, whichever way.
        let known = |a: &Option<String>, b: &Option<String>| match (a, b) {
            (Some(a), Some(b)) => turned(a.cmp(b)),
            (a, b) => b.is_some().cmp(&a.is_some()),
        };
        match self.sort {
            SortBy::Project => Ordering::Equal,
            SortBy::Published => known(&a.published_at, &b.published_at),
            SortBy::Title => turned(fold(&a.title).cmp(&fold(&b.title))),
            SortBy::Outlet => known(&a.publisher, &b.publisher),
            SortBy::Quotes => turned(a.quotes.cmp(&b.quotes)),
            SortBy::Changed => turned(a.changed_at.cmp(&b.changed_at)),
        }
    }

    fn before(&self, a: u32, b: u32) -> bool {
        let row = |place: u32| self.rows.get(place as usize);
        let (Some(first), Some(second)) = (row(a), row(b)) else { return false };
        self.compare(first, second).then(a.cmp(&b)) == Ordering::Less
    }
}
