//! Where in a record something lies, as people are told.

use std::fmt;

use crate::model::{RegionKind, Role, Span, named_enum};

named_enum! {
    /// What a record is made of.
    pub enum Part {
        Layer = "layer",
        Region = "region",
        Quote = "quote",
        Claim = "claim",
        Comment = "comment",
        Decision = "decision",
    }
}

/// One step of the way from a record to a place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Part(Part),
    /// One of a list, from 1.
    Item(Part, usize),
    /// The one with this id.
    Named(Part, String),
    Region(RegionKind, Span),
    /// A piece of a quote's part.
    Role(Role, Span),
    Span(Span),
    /// Where the thing named before lies.
    At(Span),
    /// From 1.
    Byte(usize),
    /// From 1, in characters.
    Column(usize),
}

/// The way from the whole record to a place in it: “quote 2, content
/// 1059–1197”. Empty for the record itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place(pub Vec<Step>);

impl Place {
    /// A place within this one.
    #[must_use]
    pub fn with(&self, step: Step) -> Self {
        Self(self.0.iter().cloned().chain([step]).collect())
    }
}

impl From<Step> for Place {
    fn from(step: Step) -> Self {
        Self(vec![step])
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Part(part) => write!(f, "{part}"),
            Self::Item(part, number) => write!(f, "{part} {number}"),
            Self::Named(part, id) => write!(f, "{part} {id}"),
            Self::Region(kind, Span { start, end }) => write!(f, "region {kind} {start}–{end}"),
            Self::Role(role, Span { start, end }) => write!(f, "{role} {start}–{end}"),
            Self::Span(Span { start, end }) => write!(f, "span {start}–{end}"),
            Self::At(Span { start, end }) => write!(f, "{start}–{end}"),
            Self::Byte(number) => write!(f, "byte {number}"),
            Self::Column(number) => write!(f, "column {number}"),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(", ")?;
            }
            write!(f, "{step}")?;
        }
        Ok(())
    }
}
