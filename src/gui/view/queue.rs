//! The queue as it is shown: which articles, in which order, which of them
//! are chosen.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::heights::Heights;
use crate::model::{AnnotatorId, ArticleId, Excerpt, Stage, Wanted, fold};
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
}

impl Narrowed {
    /// Whether any of these annotators is wanted.
    fn is_with(&self, annotators: &[AnnotatorId]) -> bool {
        let nobody = annotators.is_empty() && self.annotators.contains(&None);
        nobody || annotators.iter().any(|id| self.annotators.contains(&Some(*id)))
    }
}

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

/// What the field was searched for, and what came of it.
#[derive(Debug, Default)]
pub struct Search {
    /// The words that the answer is for.
    pub words: String,
    pub wanted: Option<Wanted>,
    /// Whether an answer is awaited.
    pub waits: bool,
    /// For each row, whether it was found; none without words.
    found: Option<Vec<bool>>,
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
    fresh: bool,
}

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

    /// Puts a row where the sorting wants it now.
    fn settle(&mut self, place: u32, before: &ArticleRow) {
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

    fn index(&mut self) {
        let numbered = || self.rows.iter().zip(0u32..);
        self.places = numbered().map(|(row, place)| (row.id, place)).collect();
        self.by_key = (0..self.rows.len() as u32).collect();
        self.by_key.sort_unstable_by_key(|place| self.rows.get(*place as usize).map(|row| row.key));
        self.heights.forget();
        self.facets.fresh = false;
    }

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

    fn rank(&mut self) {
        self.ranks.resize(self.rows.len(), 0);
        for (rank, place) in self.order.iter().enumerate() {
            if let Some(entry) = self.ranks.get_mut(*place as usize) {
                *entry = rank as u32;
            }
        }
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
    fn filter(&mut self) {
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

    /// The row at a place of those shown.
    pub fn row_at(&self, shown: usize) -> Option<&ArticleRow> {
        self.shown.get(shown).and_then(|place| self.rows.get(*place as usize))
    }

    /// The place of an article among all, from 0.
    pub fn place(&self, article: ArticleId) -> Option<usize> {
        self.places.get(&article).map(|place| *place as usize)
    }

    fn rank_of(&self, place: u32) -> u32 {
        self.ranks.get(place as usize).copied().unwrap_or(0)
    }

    /// The place of an article among those shown.
    pub fn shown_place(&self, article: ArticleId) -> Option<usize> {
        let place = self.places.get(&article).copied()?;
        let at = self.shown.partition_point(|other| self.rank_of(*other) < self.rank_of(place));
        (self.shown.get(at) == Some(&place)).then_some(at)
    }

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

    /// How far an article is, as the list tells it.
    pub fn stage_of(&self, row: &ArticleRow) -> Stage {
        if self.reviewing { row.review_stage() } else { row.stage }
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

    /// Tells the stages of the review, or the author's own.
    pub fn review(&mut self, reviewing: bool) {
        if self.reviewing != reviewing {
            self.reviewing = reviewing;
            self.narrowed.stage = None;
            self.let_go();
        }
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

    /// The keys of the rows at these places whose excerpts are still to be
    /// asked for.
    pub fn unasked(&mut self, shown: Range<usize>) -> Vec<i64> {
        let keys: Vec<i64> = shown.filter_map(|at| self.row_at(at)).map(|row| row.key).collect();
        keys.into_iter().filter(|key| self.search.asked.insert(*key)).collect()
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

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;

    fn id(number: u128) -> ArticleId {
        ArticleId(Uuid::from_u128(number))
    }

    fn row(number: u8) -> ArticleRow {
        let at = Timestamp::from_second(i64::from(number)).unwrap();
        ArticleRow {
            id: id(number.into()),
            // Keys run against the project's order.
            key: 100 - i64::from(number),
            title: format!("Title {}", 9 - number),
            publisher: (number > 1).then(|| format!("Outlet {}", number % 2)),
            published_at: None,
            language: None,
            created_at: at,
            changed_at: at,
            stage: if number.is_multiple_of(2) { Stage::Done } else { Stage::New },
            quotes: usize::from(number % 3),
            annotators: Vec::new(),
            done: 0,
            adjudicated: None,
        }
    }

    fn queue() -> Queue {
        let mut queue = Queue::default();
        queue.load((1..=6).map(row).collect(), None);
        queue
    }

    fn shown(queue: &Queue) -> Vec<u128> {
        (0..queue.shown.len()).filter_map(|at| queue.row_at(at)).map(|row| row.id.0.as_u128()).collect()
    }

    #[test]
    fn rows_are_sorted_as_asked() {
        let check = |sort, reversed, expected: [u128; 6]| {
            let mut queue = Queue { sort, reversed, ..Queue::default() };
            queue.load((1..=6).map(row).collect(), None);
            assert_eq!(shown(&queue), expected, "{sort:?} {reversed}");
        };
        check(SortBy::Project, false, [1, 2, 3, 4, 5, 6]);
        check(SortBy::Project, true, [6, 5, 4, 3, 2, 1]);
        check(SortBy::Title, false, [6, 5, 4, 3, 2, 1]);
        check(SortBy::Outlet, false, [2, 4, 6, 3, 5, 1]);
        check(SortBy::Outlet, true, [3, 5, 2, 4, 6, 1]);
        check(SortBy::Quotes, false, [2, 5, 1, 4, 3, 6]);
        check(SortBy::Changed, false, [6, 5, 4, 3, 2, 1]);
    }

    #[test]
    fn an_edit_moves_only_its_row() {
        let mut queue = Queue { sort: SortBy::Quotes, ..Queue::default() };
        queue.load((1..=6).map(row).collect(), None);
        let changed = ArticleRow { quotes: 7, ..row(6) };
        assert!(!queue.update(&[id(6)].into(), vec![changed]), "no search must be made again");
        assert_eq!(shown(&queue), [6, 2, 5, 1, 4, 3]);
        assert!(queue.update(&[id(5)].into(), Vec::new()), "an article is gone");
        assert_eq!(shown(&queue), [6, 2, 1, 4, 3]);
        assert!(queue.update(&[id(5)].into(), vec![row(5)]), "and back");
        assert_eq!(shown(&queue), [6, 2, 5, 1, 4, 3]);
    }

    #[test]
    fn a_search_narrows_the_rows_and_the_counts() {
        let mut queue = queue();
        queue.found("word", Some(&[96, 97, 98, 200]));
        assert_eq!(shown(&queue), [2, 3, 4]);
        assert_eq!(queue.counts[&Stage::Done], 2);
        queue.narrowed.stage = Some(Stage::New);
        queue.let_go();
        assert_eq!(shown(&queue), [3]);
        assert_eq!((queue.total, queue.counts[&Stage::Done]), (3, 2));
        queue.found("", None);
        assert_eq!(shown(&queue), [1, 3, 5]);
    }

    #[test]
    fn what_is_worked_on_stays_until_another_is_opened() {
        let mut queue = queue();
        queue.narrowed.stage = Some(Stage::New);
        queue.let_go();
        queue.keep(Some(id(3)));
        queue.update(&[id(3)].into(), vec![ArticleRow { stage: Stage::Done, ..row(3) }]);
        assert_eq!(shown(&queue), [1, 3, 5]);
        assert_eq!(queue.neighbour(Some(id(3)), 1), Some(id(5)));
        queue.keep(Some(id(5)));
        assert_eq!(shown(&queue), [1, 5]);
    }

    #[test]
    fn neighbours_are_found_from_rows_that_are_not_shown_too() {
        let mut queue = queue();
        queue.narrowed.stage = Some(Stage::New);
        queue.let_go();
        let check = |queue: &Queue, from: Option<u128>, step, expected: Option<u128>| {
            assert_eq!(queue.neighbour(from.map(id), step), expected.map(id), "{from:?} {step}");
        };
        check(&queue, Some(1), 1, Some(3));
        check(&queue, Some(1), -1, None);
        check(&queue, Some(2), 1, Some(3));
        check(&queue, Some(2), -1, Some(1));
        check(&queue, None, 1, Some(1));
        queue.narrowed.stage = None;
        queue.let_go();
        assert_eq!(queue.next_open(Some(id(1))), Some(id(3)));
        assert_eq!(queue.next_open(Some(id(5))), Some(id(1)));
    }

    #[test]
    fn several_rows_are_chosen_as_in_a_list_of_files() {
        let mut queue = queue();
        let chosen = |queue: &Queue| queue.several().iter().map(|id| id.0.as_u128()).collect::<Vec<_>>();
        queue.pick(id(2), Pick::Only);
        assert_eq!(chosen(&queue), []);
        queue.pick(id(4), Pick::Toggle);
        assert_eq!(chosen(&queue), [2, 4]);
        queue.pick(id(4), Pick::Toggle);
        assert_eq!(chosen(&queue), [2]);
        queue.pick(id(3), Pick::Only);
        queue.pick(id(5), Pick::UpTo);
        assert_eq!(chosen(&queue), [3, 4, 5]);
        queue.pick(id(1), Pick::UpTo);
        assert_eq!(chosen(&queue), [1, 2, 3]);
        queue.pick_all();
        assert_eq!(chosen(&queue), [1, 2, 3, 4, 5, 6]);
    }
}
