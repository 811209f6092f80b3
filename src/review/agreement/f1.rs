//! How far two lists of spans are the same: exact and overlapping matches.

use std::collections::HashMap;
use std::ops::AddAssign;

use super::super::align::{Overlap, paired};
use crate::model::Span;

/// Counts of one or of many articles; counts of articles add up.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Matches {
    /// What A has.
    pub a: f64,
    /// What B has.
    pub b: f64,
    /// Those of A for which B has exactly the same spans, one for one.
    pub exact: f64,
    /// Pairs of an alignment one to one by overlap.
    pub paired: f64,
    /// Those of A that share a code point with any of B.
    pub a_met: f64,
    /// Those of B that share a code point with any of A.
    pub b_met: f64,
}

impl Matches {
    /// Counts two lists of normal sets of spans.
    #[must_use]
    pub fn of(a: &[Vec<Span>], b: &[Vec<Span>]) -> Self {
        Self::with(a, b, paired(a, b, |_, _| false).len())
    }

    /// The same where the alignment is known already.
    #[must_use]
    pub fn with(a: &[Vec<Span>], b: &[Vec<Span>], paired: usize) -> Self {
        let met = |of: &[Vec<Span>], by: &[Vec<Span>]| {
            of.iter().filter(|one| by.iter().any(|other| Overlap::of(one, other).is_some())).count() as f64
        };
        Self {
            a: a.len() as f64,
            b: b.len() as f64,
            exact: exact(a, b) as f64,
            paired: paired as f64,
            a_met: met(a, b),
            b_met: met(b, a),
        }
    }

    /// The same, counted so many times.
    #[must_use]
    pub fn times(self, weight: f64) -> Self {
        Self {
            a: self.a * weight,
            b: self.b * weight,
            exact: self.exact * weight,
            paired: self.paired * weight,
            a_met: self.a_met * weight,
            b_met: self.b_met * weight,
        }
    }

    /// F1 of exact matches: 2·exact / (|A| + |B|) (van Rijsbergen 1979; for
    /// agreement Hripcsak and Rothschild 2005). Two who found nothing agree: 1.
    #[must_use]
    pub fn strict_f1(self) -> f64 {
        share(2.0 * self.exact, self.a + self.b, self.a + self.b)
    }

    /// F1 of overlapping matches, one to one.
    #[must_use]
    pub fn overlap_f1(self) -> f64 {
        share(2.0 * self.paired, self.a + self.b, self.a + self.b)
    }

    /// agr(A‖B): the share of A's that B has too, where touching one code
    /// point is enough (Wiebe, Wilson and Cardie 2005). Where A found nothing,
    /// 1 if B found nothing either, and else 0.
    #[must_use]
    pub fn agr_ab(self) -> f64 {
        share(self.a_met, self.a, self.a + self.b)
    }

    /// agr(B‖A).
    #[must_use]
    pub fn agr_ba(self) -> f64 {
        share(self.b_met, self.b, self.a + self.b)
    }
}

impl AddAssign for Matches {
    fn add_assign(&mut self, other: Self) {
        self.a += other.a;
        self.b += other.b;
        self.exact += other.exact;
        self.paired += other.paired;
        self.a_met += other.a_met;
        self.b_met += other.b_met;
    }
}

fn share(part: f64, of: f64, found: f64) -> f64 {
    if found == 0.0 {
        1.0
    } else if of == 0.0 {
        0.0
    } else {
        part / of
    }
}

fn exact(a: &[Vec<Span>], b: &[Vec<Span>]) -> usize {
    let mut left: HashMap<&[Span], usize> = HashMap::new();
    for one in a {
        *left.entry(one).or_default() += 1;
    }
    let mut exact = 0;
    for other in b {
        if let Some(count) = left.get_mut(other.as_slice()).filter(|count| **count > 0) {
            *count -= 1;
            exact += 1;
        }
    }
    exact
}
