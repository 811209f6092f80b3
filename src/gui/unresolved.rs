//! What is still open in an article: quotes without a speaker, and quotation
//! marks that no quote covers.

use crate::model::{AnnotatorId, ArticleId, Document, QuoteId, RegionKind, Role, Span, quotations};

/// Quotations of fewer words are titles and words used with distance more
/// often than speech.
const WORDS: usize = 3;

/// One open point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// A quote without a speaker.
    Quote(QuoteId),
    /// Quotation marks, with what is between them, that no quote covers.
    Marks(Span),
}

/// The open points of the article that is shown, in reading order.
#[derive(Debug, Default)]
pub struct Unresolved {
    of: Option<(ArticleId, Option<AnnotatorId>, u64)>,
    points: Vec<(usize, Point)>,
}

impl Unresolved {
    /// Looks anew where the article or its quotes are others than before.
    pub fn refresh(&mut self, document: &Document, author: Option<AnnotatorId>, revision: u64) {
        let of = Some((document.article.id, author, revision));
        if self.of != of {
            self.of = of;
            self.points = points(document, author);
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.points.len()
    }

    /// The first one behind a position, round and round; not one of which
    /// `passed` says that it was just looked at.
    pub fn next(&self, position: usize, passed: impl Fn(&Point) -> bool) -> Option<Point> {
        let left = || self.points.iter().filter(|(_, point)| !passed(point));
        let next = left().find(|(start, _)| *start >= position).or_else(|| left().next());
        next.map(|(_, point)| *point)
    }
}

fn points(document: &Document, author: Option<AnnotatorId>) -> Vec<(usize, Point)> {
    let own = || document.quotes.iter().filter(|quote| Some(quote.annotator) == author);
    let open = own().filter(|quote| quote.speakers.is_empty());
    let mut points: Vec<(usize, Point)> =
        open.map(|quote| (quote.reading_order().0, Point::Quote(quote.id))).collect();
    let covered: Vec<Span> = own().flat_map(|quote| quote.spans(Role::Content)).collect();
    points.extend(uncovered(document, covered).map(|span| (span.start, Point::Marks(span))));
    points.sort_by_key(|(start, _)| *start);
    points
}

/// The quotations of the article itself that overlap none of these.
fn uncovered(document: &Document, mut covered: Vec<Span>) -> impl Iterator<Item = Span> {
    let article = &document.article;
    let mut lines: Vec<Span> = article.regions_of(RegionKind::Body).collect();
    if lines.is_empty() {
        lines = article.text.lines();
    }
    covered.sort_unstable();
    // With the furthest end so far, one look tells whether any overlaps.
    let mut ends: Vec<usize> = Vec::with_capacity(covered.len());
    for span in &covered {
        ends.push(ends.last().copied().unwrap_or(0).max(span.end));
    }
    let is_free = move |span: &Span| {
        let before = covered.partition_point(|other| other.start < span.end);
        before.checked_sub(1).and_then(|last| ends.get(last)).is_none_or(|end| *end <= span.start)
    };
    let text = article.text.clone();
    let long = move |span: &Span| {
        text.slice(*span).is_some_and(|words| words.split_whitespace().nth(WORDS - 1).is_some())
    };
    let text = article.text.clone();
    lines.into_iter().flat_map(move |line| quotations(&text, line)).filter(long).filter(is_free)
}
