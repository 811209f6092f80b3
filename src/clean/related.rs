//! Links to other articles between the paragraphs.

use super::attribution::rest_after;
use super::block::ends_sentence;
use super::words::{WORDS, key};

/// How a line links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Related {
    /// "Baca juga: a title".
    Titled,
    /// "Baca juga" alone: the title is the next line.
    Bare,
}

/// Whether a line is a link to another article.
pub fn related(line: &str) -> Option<Related> {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    if line.split_whitespace().count() > 40 {
        return None;
    }
    let after =
        |label: &str| rest_after(line, label).map(|rest| rest.trim_end_matches(['*', '_', ']', ')']).trim());
    if WORDS.related.bare.contains(&key(line)) {
        return Some(Related::Bare);
    }
    let mut found = None;
    for label in &WORDS.related.colon {
        let Some(rest) = after(label).and_then(|rest| rest.strip_prefix([':', '|', '：'])) else { continue };
        // "Read: …" with a sentence after it may well be an article's own.
        if !rest.trim().is_empty() && !line.trim_end().ends_with('.') {
            found = Some(Related::Titled);
        }
    }
    for label in &WORDS.related.phrases {
        let Some(rest) = after(label) else { continue };
        let title = rest.trim_start_matches([':', '|', '-', '–', '—', '>', '»', '：', ' ', '*', '_']);
        if title.is_empty() {
            found = found.or(Some(Related::Bare));
        } else if title.len() < rest.len() && rest.starts_with([':', '|', '-', '–', '—', '>', '»', '：', '*'])
            || !ends_sentence(line) && line.split_whitespace().count() <= 25
        {
            found = Some(Related::Titled);
        }
    }
    found
}
