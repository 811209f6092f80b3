//! Before anything leaves: words are compared with positions, and links with
//! the registry.

use super::FormatError;
use super::error::{Damage, Problem, shortened};
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
            .map_err(|problem| damaged((format!("{} {}", region.kind, shown(region.span)), problem)))?;
    }
    for layer in document.layers.values() {
        if !registry.annotators.contains_key(&layer.annotator) {
            return Err(damaged(("a layer".to_owned(), Problem::UnknownAnnotator(layer.annotator))));
        }
    }
    for quote in &document.quotes {
        let within =
            |(place, problem): (String, Problem)| damaged((format!("quote {}{place}", quote.id), problem));
        if quote.content.is_empty() {
            return Err(within((String::new(), Problem::Missing { field: "content" })));
        }
        for role in Role::ALL {
            check_pieces(&article.text, role.name(), quote.pieces(*role)).map_err(within)?;
            check_speakers(registry, quote.speakers_of(*role)).map_err(within)?;
        }
        if !registry.annotators.contains_key(&quote.annotator) {
            return Err(within((String::new(), Problem::UnknownAnnotator(quote.annotator))));
        }
    }
    for claim in &document.claims {
        let within =
            |(place, problem): (String, Problem)| damaged((format!("claim {}{place}", claim.id), problem));
        check_pieces(&article.text, "span", &claim.spans).map_err(within)?;
        check_speakers(registry, &claim.claimants).map_err(within)?;
        if !registry.annotators.contains_key(&claim.annotator) {
            return Err(within((String::new(), Problem::UnknownAnnotator(claim.annotator))));
        }
    }
    for comment in &document.comments {
        let within = |(place, problem): (String, Problem)| {
            damaged((format!("comment {}{place}", comment.id), problem))
        };
        check_pieces(&article.text, "span", &comment.spans).map_err(within)?;
    }
    Ok(())
}

fn damaged(article: &Article, place: String, problem: Problem) -> FormatError {
    let title = shortened(article.display_title());
    Box::new(Damage { article: article.id, title, place, problem }).into()
}

fn check_pieces(text: &Text, what: &str, pieces: &[Piece]) -> Result<(), (String, Problem)> {
    for piece in pieces {
        check_piece(text, piece).map_err(|problem| (format!(", {what} {}", shown(piece.span())), problem))?;
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

fn check_speakers(registry: &Registry, ids: &[SpeakerId]) -> Result<(), (String, Problem)> {
    match ids.iter().find(|id| !registry.speakers.contains_key(id)) {
        Some(id) => Err((String::new(), Problem::UnknownSpeaker(*id))),
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

/// A span as the sentences name it.
pub(super) fn shown(span: Span) -> String {
    format!("{}–{}", span.start, span.end)
}
