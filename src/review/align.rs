//! Which quotes of several annotators are readings of the same words.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use super::matching::{Edge, matching};
use crate::model::{AnnotatorId, ArticleId, Document, Quote, QuoteId, Role, Span, spans};

/// How far two sets of spans cover each other, in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// Code points in both.
    pub shared: usize,
    /// Code points in either.
    pub either: usize,
}

impl Overlap {
    /// The overlap of two normal sets; none where they share nothing.
    #[must_use]
    pub fn of(a: &[Span], b: &[Span]) -> Option<Self> {
        let (Some(hull_a), Some(hull_b)) = (spans::hull(a), spans::hull(b)) else { return None };
        if !hull_a.overlaps(hull_b) {
            return None;
        }
        let shared = spans::len(&spans::intersection(a, b));
        (shared > 0).then(|| Self { shared, either: spans::len(a) + spans::len(b) - shared })
    }

    /// The share of either that is in both (Jaccard), in thousandths.
    #[must_use]
    pub fn alike(self) -> usize {
        (self.shared * 1000).checked_div(self.either).unwrap_or(0)
    }
}

/// Pairs two lists of normal sets of spans one to one: the pairs share the
/// most code points there can be; among such pairings the one whose pairs are
/// most alike; among these the one that `prefer` favours.
///
/// Turning the lists round turns the pairs round.
#[must_use]
pub fn paired(
    a: &[Vec<Span>],
    b: &[Vec<Span>],
    prefer: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    if a <= b {
        return matching(&edges(a, b, prefer));
    }
    turned(&matching(&edges(b, a, |row, column| prefer(column, row))))
}

fn turned(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<_> = pairs.iter().map(|(row, column)| (*column, *row)).collect();
    pairs.sort_unstable();
    pairs
}

fn edges(a: &[Vec<Span>], b: &[Vec<Span>], prefer: impl Fn(usize, usize) -> bool) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (row, left) in a.iter().enumerate() {
        for (column, right) in b.iter().enumerate() {
            if let Some(overlap) = Overlap::of(left, right) {
                let likeness = whole(overlap.alike()) * 2 + i64::from(prefer(row, column));
                edges.push(Edge { row, column, weight: (whole(overlap.shared) << 24) + likeness });
            }
        }
    }
    edges
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX >> 25)
}

/// Pairs the quotes of two layers one to one by the overlap of their
/// contents, as [`paired`] says; between equals, those of the same speakers
/// go together. Gives places in the lists.
#[must_use]
pub fn pairs(a: &[Arc<Quote>], b: &[Arc<Quote>]) -> Vec<(usize, usize)> {
    let owner = |quotes: &[Arc<Quote>]| quotes.first().map(|quote| quote.annotator);
    if owner(a) > owner(b) {
        return turned(&pairs(b, a));
    }
    let contents = |quotes: &[Arc<Quote>]| -> Vec<Vec<Span>> {
        quotes.iter().map(|quote| spans::normal(quote.spans(Role::Content))).collect()
    };
    let same_speakers = |row: usize, column: usize| {
        a.get(row).zip(b.get(column)).is_some_and(|(a, b)| a.speakers == b.speakers)
    };
    paired(&contents(a), &contents(b), same_speakers)
}

/// Readings of the same words: at most one quote a layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// A place for each layer of the alignment, in its order.
    pub quotes: Vec<Option<Arc<Quote>>>,
}

impl Group {
    /// The quotes that are there, each with its layer's place.
    pub fn present(&self) -> impl Iterator<Item = (usize, &Arc<Quote>)> {
        self.quotes.iter().enumerate().filter_map(|(layer, quote)| Some((layer, quote.as_ref()?)))
    }

    /// The smallest span that holds every reading of the content.
    #[must_use]
    pub fn hull(&self) -> Option<Span> {
        self.present().filter_map(|(_, quote)| spans::hull(&quote.spans(Role::Content))).reduce(Span::hull)
    }

    /// Whether the layers are all in it.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.quotes.iter().all(Option::is_some)
    }

    fn reading_order(&self) -> (usize, usize, Option<QuoteId>) {
        self.present()
            .map(|(_, quote)| quote.reading_order())
            .min()
            .map_or((usize::MAX, usize::MAX, None), |(start, end, id)| (start, end, Some(id)))
    }
}

/// The quotes of several layers of one article, grouped.
///
/// Two layers are paired by [`pairs`]. More than two are grouped from these
/// pairs of every two layers: the pairs are taken from the most alike to the
/// least (share of the words that both hold; then code points shared; then
/// reading order), and the groups that a pair's quotes are in become one,
/// unless it would then hold two quotes of one layer. So the groups do not
/// depend on the order of the layers, and for two layers they are the pairs.
#[derive(Debug, Clone, PartialEq)]
pub struct Alignment {
    pub article: ArticleId,
    /// Whose layers, in the order asked for.
    pub layers: Vec<AnnotatorId>,
    /// In reading order. Every quote of every layer is in one of them.
    pub groups: Vec<Group>,
    places: HashMap<QuoteId, usize>,
}

impl Alignment {
    /// Aligns these layers of an article.
    #[must_use]
    pub fn of(document: &Document, layers: &[AnnotatorId]) -> Self {
        let quotes = |layer: &AnnotatorId| document.quotes_of(*layer).map(Arc::clone).collect();
        let lists: Vec<Vec<Arc<Quote>>> = layers.iter().map(quotes).collect();
        Self::of_lists(document.article.id, layers, &lists)
    }

    /// Aligns these quotes of an article, a list a layer.
    #[must_use]
    pub fn of_lists(article: ArticleId, layers: &[AnnotatorId], lists: &[Vec<Arc<Quote>>]) -> Self {
        let mut groups = grouped(lists);
        groups.sort_by_key(Group::reading_order);
        let ids =
            groups.iter().enumerate().flat_map(|(at, group)| group.present().map(move |(_, q)| (q.id, at)));
        Self { article, layers: layers.to_vec(), places: ids.collect(), groups }
    }

    /// The place of the group that holds a quote.
    #[must_use]
    pub fn place_of(&self, quote: QuoteId) -> Option<usize> {
        self.places.get(&quote).copied()
    }

    /// The group that holds a quote.
    #[must_use]
    pub fn group_of(&self, quote: QuoteId) -> Option<&Group> {
        self.groups.get(self.place_of(quote)?)
    }
}

/// A pair of quotes that could stand in one group, each as its layer and its
/// place in it.
struct Tie {
    ends: [(usize, usize); 2],
    overlap: Overlap,
    order: [(usize, usize, QuoteId); 2],
}

fn grouped(lists: &[Vec<Arc<Quote>>]) -> Vec<Group> {
    let mut ties = ties(lists);
    ties.sort_by_key(|tie| (Reverse(tie.overlap.alike()), Reverse(tie.overlap.shared), tie.order));
    // Every quote begins in a group of its own.
    let mut owner: Vec<Vec<usize>> = Vec::new();
    let mut groups: Vec<Vec<(usize, usize)>> = Vec::new();
    for (layer, quotes) in lists.iter().enumerate() {
        owner.push((groups.len()..groups.len() + quotes.len()).collect());
        groups.extend((0..quotes.len()).map(|place| vec![(layer, place)]));
    }
    let group_at = |owner: &[Vec<usize>], (layer, place): (usize, usize)| {
        owner.get(layer).and_then(|places| places.get(place)).copied().unwrap_or(0)
    };
    for Tie { ends: [from, to], .. } in ties {
        let (kept, left) = (group_at(&owner, from), group_at(&owner, to));
        let members = |at: usize| groups.get(at).map_or(&[][..], Vec::as_slice);
        let clash =
            members(kept).iter().any(|(layer, _)| members(left).iter().any(|(other, _)| other == layer));
        if clash {
            continue;
        }
        let moved = groups.get_mut(left).map(std::mem::take).unwrap_or_default();
        for (layer, place) in &moved {
            if let Some(group) = owner.get_mut(*layer).and_then(|places| places.get_mut(*place)) {
                *group = kept;
            }
        }
        groups.get_mut(kept).into_iter().for_each(|group| group.extend(&moved));
    }
    let group_of = |members: Vec<(usize, usize)>| {
        let mut quotes = vec![None; lists.len()];
        for (layer, place) in members {
            if let Some(slot) = quotes.get_mut(layer) {
                *slot = lists.get(layer).and_then(|list| list.get(place)).map(Arc::clone);
            }
        }
        Group { quotes }
    };
    groups.into_iter().filter(|members| !members.is_empty()).map(group_of).collect()
}

fn ties(lists: &[Vec<Arc<Quote>>]) -> Vec<Tie> {
    let mut ties = Vec::new();
    for (first, a) in lists.iter().enumerate() {
        for (second, b) in lists.iter().enumerate().skip(first + 1) {
            for (row, column) in pairs(a, b) {
                let (Some(left), Some(right)) = (a.get(row), b.get(column)) else { continue };
                let content = |quote: &Quote| spans::normal(quote.spans(Role::Content));
                let Some(overlap) = Overlap::of(&content(left), &content(right)) else { continue };
                let mut order = [left.reading_order(), right.reading_order()];
                order.sort_unstable();
                ties.push(Tie { ends: [(first, row), (second, column)], overlap, order });
            }
        }
    }
    ties
}
