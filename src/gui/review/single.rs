//! A colleague's quotes as they are stepped through.

use std::sync::Arc;

use super::Single;
use crate::model::{self, AnnotatorId, Choice, Document, Quote};

/// What the reviewer said of a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Open,
    /// The quote is another one since it was decided on.
    ChangedSince,
    Decided(Choice),
}

impl Standing {
    fn of(document: &Document, reviewer: AnnotatorId, quote: &Quote) -> Self {
        match document.review_standing(reviewer, quote) {
            model::Standing::Open => Self::Open,
            model::Standing::Overtaken(..) => Self::ChangedSince,
            model::Standing::Stands(decision) => Self::Decided(decision.ruling.choice),
        }
    }

    pub fn is_decided(self) -> bool {
        matches!(self, Self::Decided(_))
    }
}

/// A quote to step to.
#[derive(Debug, Clone)]
pub struct Step {
    pub quote: Arc<Quote>,
    pub standing: Standing,
}

/// A layer's quotes that pass the filters, with what the reviewer said.
pub fn steps(document: &Document, layer: AnnotatorId, reviewer: AnnotatorId, single: &Single) -> Vec<Step> {
    let step = |quote: &Arc<Quote>| {
        let standing = Standing::of(document, reviewer, quote);
        Step { quote: Arc::clone(quote), standing }
    };
    let passes =
        |step: &Step| single.passes(&step.quote) && !(single.undecided && step.standing.is_decided());
    document.quotes_of(layer).map(step).filter(passes).collect()
}

/// The reviewer's correction of a quote.
pub fn correction<'d>(
    document: &'d Document,
    reviewer: AnnotatorId,
    quote: &Quote,
) -> Option<&'d Arc<Quote>> {
    let decision = document.review(reviewer, quote.id)?;
    document.quote(decision.result.filter(|_| decision.ruling.choice == Choice::Correct)?)
}
