//! What may have been missed: quotation marks and reporting verbs, whether or
//! not a rule makes a quote of them.

use super::class::Class;
use super::paragraph::Paragraph;
use super::{Context, paragraphs};
use crate::model::{Article, Span};

/// What stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    /// Words in quotation marks.
    Marks,
    /// A verb of saying.
    Cue,
}

/// A place that a reader for quotes would look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub kind: PlaceKind,
    pub span: Span,
    /// The sentence around it.
    pub sentence: Span,
}

impl Place {
    /// What tells it from others of its article, in settings.
    #[must_use]
    pub fn key(&self) -> String {
        format!("@{}-{}", self.span.start, self.span.end)
    }
}

/// Every such place of an article, in reading order.
#[must_use]
pub fn places(article: &Article, context: &Context<'_>) -> Vec<Place> {
    let text = &article.text;
    let Some(pack) = context.packs.choose(article.metadata.language.as_deref(), text.as_str()) else {
        return Vec::new();
    };
    let mut places = Vec::new();
    for p in paragraphs(article, pack, context.everywhere) {
        for sentence in &p.sentences {
            let Some(around) = p.hull(sentence.clone()) else { continue };
            for unit in sentence.clone() {
                let marks = p.quotation(unit).map(|quotation| (PlaceKind::Marks, quotation.span));
                let found = marks.or_else(|| cue(&p, unit).map(|span| (PlaceKind::Cue, span)));
                places.extend(found.map(|(kind, span)| Place { kind, span, sentence: around }));
            }
        }
    }
    places
}

/// A cue that hardly means anything else.
fn cue(p: &Paragraph<'_>, unit: usize) -> Option<Span> {
    let token = p.token(unit)?;
    let class = token.class;
    let sure = class.any(Class::ACCORDING)
        || token.clitic > 0
        || !token.is_capital() && class.any(Class::SAY) && !class.any(Class::TITLE | Class::ADVERB);
    if sure { p.hull(unit..unit + usize::from(token.reach)) } else { None }
}
