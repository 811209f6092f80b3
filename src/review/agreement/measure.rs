//! What can be measured, of whom.

use super::label::Label;
use crate::model::{QuoteType, Role};

/// Whose agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Two annotators, by the place of the pair in `Material::pairs`.
    Pair(usize),
    /// All of them.
    All,
}

/// Which spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Contents, cues or sources, each on its own.
    Role(Role),
    /// Contents of the quotes that either side gave this type.
    Type(QuoteType),
}

/// One number that says how far annotators agree.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    StrictF1(Part),
    OverlapF1(Part),
    AgrAb(Part),
    AgrBa(Part),
    /// The share of aligned quotes that both label alike.
    Accuracy(Label),
    /// Cohen's κ on quotes aligned by content.
    Cohen(Label),
    /// Fleiss' κ on the groups of an alignment of all, of those with two
    /// quotes or more.
    Fleiss(Label),
    /// Krippendorff's nominal α on the same groups.
    Alpha(Label),
    AlphaToken,
    AlphaU,
    UAlpha,
    CuAlpha,
    Gamma,
}

/// One number with what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub scope: Scope,
    pub measure: Measure,
    /// None where there is nothing to measure.
    pub value: Option<f64>,
    /// How many things it rests on: spans of either side, aligned quotes,
    /// groups, tokens' values, or articles.
    pub n: usize,
    /// The 95 % interval by bootstrap; none where too few samples have a
    /// value.
    pub interval: Option<(f64, f64)>,
}
