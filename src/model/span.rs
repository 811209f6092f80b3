//! Positions in a text: half-open ranges of Unicode code points, and the
//! algebra of sets of them.

use serde::{Deserialize, Serialize};

/// A half-open range of Unicode code points, `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    /// The span between two positions, whichever comes first.
    #[must_use]
    pub fn between(a: usize, b: usize) -> Self {
        Self { start: a.min(b), end: a.max(b) }
    }

    /// `start..end`; the caller keeps `start <= end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in code points.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds no code point.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the code point after `position` lies in it.
    #[must_use]
    pub const fn contains(self, position: usize) -> bool {
        self.start <= position && position < self.end
    }

    /// Whether all of `other` lies in it.
    #[must_use]
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether they share a code point.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end && !self.is_empty() && !other.is_empty()
    }

    /// The code points in both.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        let span = Self { start: self.start.max(other.start), end: self.end.min(other.end) };
        (!span.is_empty()).then_some(span)
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A span with the exact words that stand there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Piece {
    /// Code points before the first.
    pub start: usize,
    /// Code points before the first that is no longer part of it.
    pub end: usize,
    pub text: String,
}

impl Piece {
    #[must_use]
    pub const fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

/// The algebra of sets of spans. A set is normal when its spans are sorted,
/// not empty, and neither overlap nor touch; every function returns normal
/// sets.
pub mod spans {
    use super::Span;

    /// The normal form of any list of spans.
    #[must_use]
    pub fn normal(spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
        let mut sorted: Vec<Span> = spans.into_iter().filter(|s| !s.is_empty()).collect();
        sorted.sort_unstable();
        let mut set: Vec<Span> = Vec::with_capacity(sorted.len());
        for span in sorted {
            match set.last_mut() {
                Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                _ => set.push(span),
            }
        }
        set
    }

    /// The code points in either.
    #[must_use]
    pub fn union(a: &[Span], b: &[Span]) -> Vec<Span> {
        normal(a.iter().chain(b).copied())
    }

    /// The code points in both.
    #[must_use]
    pub fn intersection(a: &[Span], b: &[Span]) -> Vec<Span> {
        let (a, b) = (normal(a.iter().copied()), normal(b.iter().copied()));
        let mut shared = Vec::new();
        let mut rest = b.iter().peekable();
        for span in a {
            while let Some(other) = rest.peek() {
                shared.extend(span.intersection(**other));
                if other.end > span.end {
                    break;
                }
                rest.next();
            }
        }
        shared
    }

    /// The code points in `a` and not in `b`.
    #[must_use]
    pub fn difference(a: &[Span], b: &[Span]) -> Vec<Span> {
        let holes = normal(b.iter().copied());
        let mut left = Vec::new();
        for mut span in normal(a.iter().copied()) {
            for hole in &holes {
                if !hole.overlaps(span) {
                    continue;
                }
                if hole.start > span.start {
                    left.push(Span::new(span.start, hole.start));
                }
                span.start = hole.end.min(span.end);
            }
            if !span.is_empty() {
                left.push(span);
            }
        }
        left
    }

    /// Number of code points in the set.
    #[must_use]
    pub fn len(set: &[Span]) -> usize {
        normal(set.iter().copied()).into_iter().map(Span::len).sum()
    }

    /// Whether the sets share a code point.
    #[must_use]
    pub fn overlap(a: &[Span], b: &[Span]) -> bool {
        a.iter().any(|x| b.iter().any(|y| x.overlaps(*y)))
    }

    /// The smallest span that holds the whole set.
    #[must_use]
    pub fn hull(set: &[Span]) -> Option<Span> {
        set.iter().copied().filter(|span| !span.is_empty()).reduce(Span::hull)
    }
}
