//! Verifying one article with everything on it.

use super::Finding;
use crate::model::{Document, Piece, RegionKind, Role, SourceFile, sha256};

/// The text and file that were imported, regions within the text, and spans
/// whose words stand there.
pub fn findings(document: &Document, findings: &mut Vec<Finding>) {
    let article = &document.article;
    let mut say = |what: String| findings.push(Finding(format!("Article {}: {what}", article.id)));
    let text = article.text.as_str().as_bytes();
    if sha256(text) != article.sha256 {
        say("the text is not the one that was imported.".to_owned());
    }
    if let Some(SourceFile { sha256: imported, bytes, .. }) = &article.file
        && sha256(bytes.as_deref().unwrap_or(text)) != *imported
    {
        say("the file kept with it is not the one that was imported.".to_owned());
    }
    for region in &article.regions {
        if region.span.is_empty() || region.span.end > article.text.len() {
            say(format!("the {} at {}–{} leaves the text.", region.kind, region.span.start, region.span.end));
        }
    }
    let top: Vec<_> = article.regions.iter().filter(|region| region.kind != RegionKind::Dateline).collect();
    for pair in top.windows(2) {
        if let [a, b] = pair
            && a.span.overlaps(b.span)
        {
            say(format!("{} and {} overlap at {}.", a.kind, b.kind, b.span.start));
        }
    }
    let mut spans = |owner: String, pieces: &[Piece]| {
        for piece in pieces {
            if article.text.slice(piece.span()) != Some(piece.text.as_str()) {
                say(format!(
                    "{owner} at {}–{} does not have the words that stand there.",
                    piece.start, piece.end
                ));
            }
        }
    };
    for quote in &document.quotes {
        for role in Role::ALL {
            spans(format!("{role} of quote {}", quote.id), quote.pieces(*role));
        }
    }
    for claim in &document.claims {
        spans(format!("claim {}", claim.id), &claim.spans);
    }
    for comment in &document.comments {
        spans(format!("comment {}", comment.id), &comment.spans);
    }
    for quote in &document.quotes {
        if quote.content.is_empty() {
            say(format!("quote {} has no content.", quote.id));
        }
        if quote.parent.is_some_and(|parent| document.quote(parent).is_none()) {
            say(format!("quote {} lies inside a quote of another article.", quote.id));
        }
    }
}
