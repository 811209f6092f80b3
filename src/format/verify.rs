//! Before anything leaves: words are compared with positions, and links with
//! the registry.

use super::error::{Damage, Problem, shortened};
use super::{FormatError, Part, Place, Step};
use crate::model::{Article, Document, Piece, Registry, Role, Span, SpeakerId, Text};

/// Checks that every piece has the article's words at its place and that
/// every speaker and annotator is in the registry.
///
/// # Errors
/// The first thing that is off, with article, quote and place.
pub fn verify(document: &Document, registry: &Registry) -> Result<(), FormatError> {
    let article = &*document.article;
    let damaged = |(place, problem)| damaged(article, place, problem);
    for region in &article.regions {
        check_span(&article.text, region.span)
            .map_err(|problem| damaged((Step::Region(region.kind, region.span).into(), problem)))?;
    }
    for layer in document.layers.values() {
        if !registry.annotators.contains_key(&layer.annotator) {
            return Err(damaged((
                Step::Part(Part::Layer).into(),
                Problem::UnknownAnnotator(layer.annotator),
            )));
        }
    }
    for quote in &document.quotes {
        let at = Place::from(Step::Named(Part::Quote, quote.id.to_string()));
        let within = |fault| damaged(inside(&at, fault));
        if quote.content.is_empty() {
            return Err(within((None, Problem::Missing { field: "content" })));
        }
        for role in Role::ALL {
            check_pieces(&article.text, |span| Step::Role(*role, span), quote.pieces(*role))
                .map_err(within)?;
            check_speakers(registry, quote.speakers_of(*role)).map_err(within)?;
        }
        if !registry.annotators.contains_key(&quote.annotator) {
            return Err(within((None, Problem::UnknownAnnotator(quote.annotator))));
        }
    }
    for claim in &document.claims {
        let at = Place::from(Step::Named(Part::Claim, claim.id.to_string()));
        let within = |fault| damaged(inside(&at, fault));
        check_pieces(&article.text, Step::Span, &claim.spans).map_err(within)?;
        check_speakers(registry, &claim.claimants).map_err(within)?;
        if !registry.annotators.contains_key(&claim.annotator) {
            return Err(within((None, Problem::UnknownAnnotator(claim.annotator))));
        }
    }
    for comment in &document.comments {
        let at = Place::from(Step::Named(Part::Comment, comment.id.to_string()));
        let within = |fault| damaged(inside(&at, fault));
        check_pieces(&article.text, Step::Span, &comment.spans).map_err(within)?;
    }
    Ok(())
}

/// What is wrong with a thing, and with which step within it.
type Fault = (Option<Step>, Problem);

fn inside(place: &Place, (step, problem): Fault) -> (Place, Problem) {
    (step.map_or_else(|| place.clone(), |step| place.with(step)), problem)
}

fn damaged(article: &Article, place: Place, problem: Problem) -> FormatError {
    let title = shortened(article.display_title());
    Box::new(Damage { article: article.id, title, place, problem }).into()
}

fn check_pieces(text: &Text, step: impl Fn(Span) -> Step, pieces: &[Piece]) -> Result<(), Fault> {
    for piece in pieces {
        check_piece(text, piece).map_err(|problem| (Some(step(piece.span())), problem))?;
    }
    Ok(())
}

fn check_piece(text: &Text, piece: &Piece) -> Result<(), Problem> {
    check_span(text, piece.span())?;
    match text.slice(piece.span()) {
        Some(words) if words == piece.text => Ok(()),
        words => Err(Problem::Words { there: shortened(words.unwrap_or("")), given: shortened(&piece.text) }),
    }
}

fn check_speakers(registry: &Registry, ids: &[SpeakerId]) -> Result<(), Fault> {
    match ids.iter().find(|id| !registry.speakers.contains_key(id)) {
        Some(id) => Err((None, Problem::UnknownSpeaker(*id))),
        None => Ok(()),
    }
}

/// Whether a span holds something of the text.
pub(super) fn check_span(text: &Text, span: Span) -> Result<(), Problem> {
    if span.is_empty() {
        return Err(Problem::EmptySpan);
    }
    if span.end > text.len() {
        return Err(Problem::OutsideText { length: text.len() });
    }
    Ok(())
}
