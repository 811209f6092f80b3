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

impl Measure {
    /// Where it stands among the figures of its scope in a data file, group by
    /// group.
    #[must_use]
    pub fn path(&self) -> Vec<String> {
        let of_part = |part: &Part, name: &str| match part {
            Part::Role(role) => vec![role.name().to_owned(), name.to_owned()],
            Part::Type(quote_type) => {
                vec!["by_type".to_owned(), quote_type.name().to_owned(), name.to_owned()]
            }
        };
        let of_label = |label: &Label, name: &str| match label {
            Label::Type => vec!["type".to_owned(), name.to_owned()],
            Label::Speaker => vec!["speaker".to_owned(), name.to_owned()],
            Label::Attribute(key) => vec!["attributes".to_owned(), key.clone(), name.to_owned()],
        };
        let of_all = |label: &Label, name: &str| match label {
            Label::Type => vec![format!("{name}_type")],
            Label::Speaker => vec![format!("{name}_speaker")],
            Label::Attribute(_) => of_label(label, name),
        };
        match self {
            Self::StrictF1(part) => of_part(part, "strict_f1"),
            Self::OverlapF1(part) => of_part(part, "overlap_f1"),
            Self::AgrAb(part) => of_part(part, "agr_ab"),
            Self::AgrBa(part) => of_part(part, "agr_ba"),
            Self::Cohen(label) => of_label(label, "kappa"),
            Self::Accuracy(label) => of_label(label, "accuracy"),
            Self::Fleiss(label) => of_all(label, "fleiss"),
            Self::Alpha(label) => of_all(label, "alpha"),
            Self::AlphaToken => vec!["alpha_token".to_owned()],
            Self::AlphaU => vec!["alpha_u".to_owned()],
            Self::UAlpha => vec!["u_alpha".to_owned()],
            Self::CuAlpha => vec!["cu_alpha".to_owned()],
            Self::Gamma => vec!["gamma".to_owned()],
        }
    }

    /// What it is called in a table.
    #[must_use]
    pub fn title(&self) -> String {
        let of_part = |part: &Part, name: &str| match part {
            Part::Role(role) => format!("{role} {name}"),
            Part::Type(quote_type) => format!("{} content {name}", quote_type.name().replace('_', " ")),
        };
        let of_label = |label: &Label, name: &str| match label {
            Label::Type => format!("type {name}"),
            Label::Speaker => format!("speaker {name}"),
            Label::Attribute(key) => format!("{key} {name}"),
        };
        match self {
            Self::StrictF1(part) => of_part(part, "strict F1"),
            Self::OverlapF1(part) => of_part(part, "overlap F1"),
            Self::AgrAb(part) => of_part(part, "agr(A‖B)"),
            Self::AgrBa(part) => of_part(part, "agr(B‖A)"),
            Self::Cohen(label) => of_label(label, "Cohen’s κ"),
            Self::Accuracy(label) => of_label(label, "the same"),
            Self::Fleiss(label) => of_label(label, "Fleiss’ κ"),
            Self::Alpha(label) => of_label(label, "α"),
            Self::AlphaToken => "α by token".to_owned(),
            Self::AlphaU => "αU".to_owned(),
            Self::UAlpha => "uα".to_owned(),
            Self::CuAlpha => "cuα".to_owned(),
            Self::Gamma => "γ".to_owned(),
        }
    }
}
