//! Web pages: all their visible text by blocks, which of them readability
//! takes for the article, and what their markup says of it.

mod guard;
mod head;
mod json_ld;
mod readable;
mod walk;

use dom_query::Document;

use super::label::Page;
use super::{CleanError, Warning};

/// Readability is asked about pages up to this depth and size; beyond, its
/// work grows faster than the page.
const DEEPEST: usize = 400;
const MOST_ELEMENTS: usize = 60_000;

/// Whether a text is a web page, by its first tag.
pub fn looks_like_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(2000).collect::<String>().to_lowercase();
    let tags = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<article",
        "<meta ",
        "<!--",
        "<div",
        "<p>",
        "<h1",
        "<?xml",
    ];
    tags.iter().any(|tag| start.starts_with(tag))
        && ["<html", "<body", "<p", "<div", "<article", "<head", "<h1"].iter().any(|tag| start.contains(tag))
}

/// Reads a page.
pub fn read(html: &str, warnings: &mut Vec<Warning>) -> Result<Page, CleanError> {
    if guard::is_cut(html) {
        warnings.push(Warning::CutHtml);
    }
    let flattened = guard::flattened(html);
    let document = Document::from(flattened.as_ref().map_or(html, |(flat, _)| flat));
    let walked = walk::walk(&document);
    if walked.blocks.is_empty() {
        return Err(CleanError::NoVisibleText);
    }
    let found = head::metadata(&walked.facts);
    let walk::Walked { text, mut blocks, stamps, depth, elements, .. } = walked;
    if let Some(depth) = flattened.map(|(_, depth)| depth).or(Some(depth).filter(|depth| *depth > DEEPEST)) {
        warnings.push(Warning::DeepHtml { depth });
    } else if elements > MOST_ELEMENTS {
        warnings.push(Warning::LargeHtml { elements });
    } else if !readable::mark(document, &mut blocks, &stamps) {
        warnings.push(Warning::NotReadable);
    }
    Ok(Page { text, blocks, found })
}
