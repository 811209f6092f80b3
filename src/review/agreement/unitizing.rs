//! αU: agreement on where units begin and end (Krippendorff 1995, "On the
//! reliability of unitizing continuous data"; 2004, "Measuring the
//! reliability of qualitative text analysis data").

use crate::model::Span;

/// One category's units of one article by everyone who did it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Continuum {
    /// Length of the text in code points.
    pub length: usize,
    /// Each annotator's units: sorted, without overlap.
    pub units: Vec<Vec<Span>>,
}

/// What one article puts into αU of one category.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Unitized {
    /// Σ over ordered pairs of annotators and their sections of δ², over
    /// (m − 1).
    observed: f64,
    /// Code points read, counted once a reader: mL.
    read: f64,
    /// Code points of the article: L.
    length: f64,
    /// Lengths of units by everyone.
    units: Vec<u32>,
    /// Lengths of the gaps between units by everyone.
    gaps: Vec<u32>,
}

/// A unit, or a gap between two.
#[derive(Clone, Copy)]
struct Section {
    span: Span,
    unit: bool,
}

fn sections(units: &[Span], length: usize) -> Vec<Section> {
    let mut sections = Vec::with_capacity(units.len() * 2 + 1);
    let mut at = 0;
    for unit in units {
        if unit.start > at {
            sections.push(Section { span: Span::new(at, unit.start), unit: false });
        }
        sections.push(Section { span: *unit, unit: true });
        at = unit.end;
    }
    if at < length {
        sections.push(Section { span: Span::new(at, length), unit: false });
    }
    sections
}

/// δ² of a section of one annotator and a section of another.
fn difference(a: Section, b: Section) -> f64 {
    let square = |from: usize, to: usize| (from.abs_diff(to) as f64).powi(2);
    match (a.unit, b.unit) {
        (true, true) if a.span.overlaps(b.span) => {
            square(a.span.start, b.span.start) + square(a.span.end, b.span.end)
        }
        (true, false) if b.span.covers(a.span) => square(a.span.len(), 0),
        (false, true) if a.span.covers(b.span) => square(b.span.len(), 0),
        _ => 0.0,
    }
}

impl Unitized {
    /// Takes the measure of one article; fewer than two annotators give
    /// nothing.
    #[must_use]
    pub fn of(continuum: &Continuum) -> Self {
        let readers = continuum.units.len();
        if readers < 2 {
            return Self::default();
        }
        let all: Vec<Vec<Section>> =
            continuum.units.iter().map(|units| sections(units, continuum.length)).collect();
        let mut observed = 0.0;
        for (first, a) in all.iter().enumerate() {
            for b in all.iter().skip(first + 1) {
                observed += 2.0 * between(a, b);
            }
        }
        let lengths = |unit: bool| {
            let of_kind = all.iter().flatten().filter(|section| section.unit == unit);
            of_kind.map(|section| section.span.len() as u32).collect()
        };
        Self {
            observed: observed / (readers - 1) as f64,
            read: (readers * continuum.length) as f64,
            length: continuum.length as f64,
            units: lengths(true),
            gaps: lengths(false),
        }
    }
}

/// Σ δ² of two annotators' sections, which both cover the text: a sweep.
fn between(a: &[Section], b: &[Section]) -> f64 {
    let mut sum = 0.0;
    let mut from = 0;
    for one in a {
        while b.get(from).is_some_and(|other| other.span.end <= one.span.start) {
            from += 1;
        }
        let touching = b.iter().skip(from).take_while(|other| other.span.start < one.span.end);
        sum += touching.map(|other| difference(*one, *other)).sum::<f64>();
    }
    sum
}

/// The lengths of many articles' units and gaps in order, so that articles
/// can be counted again and again with other weights at little cost.
#[derive(Debug, Clone, Default)]
pub struct Pool {
    articles: Vec<Unitized>,
    /// Length and article, longest first.
    units: Vec<(u32, usize)>,
    gaps: Vec<(u32, usize)>,
}

/// `D_o` and `D_e` of one category.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Disagreement {
    pub observed: f64,
    pub expected: f64,
}

impl Disagreement {
    /// α of this category: 1 − `D_o` / `D_e`; 1 where nobody has a unit of it.
    #[must_use]
    pub fn alpha(self) -> f64 {
        if self.expected > 0.0 { 1.0 - self.observed / self.expected } else { 1.0 }
    }
}

impl Pool {
    /// Puts articles end to end: units and gaps end where an article ends.
    #[must_use]
    pub fn new(articles: Vec<Unitized>) -> Self {
        let sorted = |of: fn(&Unitized) -> &Vec<u32>| {
            let numbered = articles.iter().enumerate();
            let mut all: Vec<(u32, usize)> = numbered
                .flat_map(|(at, article)| of(article).iter().map(move |length| (*length, at)))
                .collect();
            all.sort_unstable_by(|a, b| b.cmp(a));
            all
        };
        Self { units: sorted(|article| &article.units), gaps: sorted(|article| &article.gaps), articles }
    }

    /// Observed and expected disagreement, each article counted so many
    /// times.
    ///
    /// With L code points, m annotators and N units, the expected
    /// disagreement is (2/L) Σ over units of length l of
    /// [(N − 1)/3 · (2l³ − 3l² + l) + l² Σ over gaps at least as long (gap − l + 1)],
    /// over mL(mL − 1) − Σ l(l − 1).
    #[must_use]
    pub fn disagreement(&self, weights: &[f64]) -> Disagreement {
        let weight = |article: usize| weights.get(article).copied().unwrap_or(0.0);
        let sum = |of: fn(&Unitized) -> f64| -> f64 {
            self.articles.iter().zip(weights).map(|(article, weight)| weight * of(article)).sum()
        };
        let (read, length) = (sum(|article| article.read), sum(|article| article.length));
        if length == 0.0 {
            return Disagreement::default();
        }
        let units: f64 = self.units.iter().map(|(_, article)| weight(*article)).sum();
        let (mut expected, mut itself) = (0.0, 0.0);
        // Gaps at least as long as the unit in hand: how many, and how long.
        let (mut gaps, mut gap_lengths) = (0.0, 0.0);
        let mut wider = self.gaps.iter().peekable();
        for (unit, article) in &self.units {
            while let Some((gap, at)) = wider.next_if(|(gap, _)| gap >= unit) {
                gaps += weight(*at);
                gap_lengths += weight(*at) * f64::from(*gap);
            }
            let (l, times) = (f64::from(*unit), weight(*article));
            let against_units = (units - 1.0).max(0.0) / 3.0 * (2.0 * l.powi(3) - 3.0 * l * l + l);
            let against_gaps = l * l * (gap_lengths - gaps * (l - 1.0));
            expected += times * (against_units + against_gaps);
            itself += times * l * (l - 1.0);
        }
        Disagreement {
            observed: sum(|article| article.observed) / (read * length),
            expected: 2.0 / length * expected / (read * (read - 1.0) - itself),
        }
    }
}

/// αU over all categories: 1 − Σ `D_o` / Σ `D_e`. Where nobody has a unit,
/// all agree: 1.
#[must_use]
pub fn alpha_u(categories: &[Disagreement]) -> f64 {
    let sum = categories.iter().fold(Disagreement::default(), |sum, one| Disagreement {
        observed: sum.observed + one.observed,
        expected: sum.expected + one.expected,
    });
    sum.alpha()
}
