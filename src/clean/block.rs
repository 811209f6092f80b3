//! The blocks of a page: paragraphs, headings, captions, lines.

/// What the markup says of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hint {
    #[default]
    None,
    Heading(u8),
    Item,
    Caption,
    Credit,
    Byline,
    Time,
    /// Menus, footers, forms, asides and front matter.
    Chrome,
}

/// One block, in bytes of the page's text, without white space around it.
#[derive(Debug, Clone)]
pub struct Block {
    pub start: usize,
    pub end: usize,
    /// Lines of one element or stanza; body lines of one group are one region.
    pub group: usize,
    pub hint: Hint,
    /// Whether readability keeps it; `None` where it was not asked.
    pub article: Option<bool>,
    /// The share of its letters that lie in links.
    pub linked: f32,
    /// Its words as the rules read them: without markup, on one line.
    pub words: String,
}

impl Block {
    /// A block of plain text.
    pub fn plain(text: &str, start: usize, end: usize, group: usize) -> Option<Self> {
        let raw = text.get(start..end)?;
        let start = start + (raw.len() - raw.trim_start().len());
        let raw = raw.trim();
        if raw.is_empty() {
            return None;
        }
        let words = if raw.contains('\n') { raw.replace('\n', " ") } else { raw.to_owned() };
        let end = start + raw.len();
        Some(Self { start, end, group, hint: Hint::None, article: None, linked: 0.0, words })
    }
}

/// Whether words end as a sentence does, closing marks and a closing
/// "(abc/def)" aside.
pub fn ends_sentence(words: &str) -> bool {
    let words = words.trim_end();
    if ends_plainly(words) {
        return true;
    }
    let Some(inner) = words.strip_suffix([')', ']']) else { return false };
    inner
        .rfind(['(', '['])
        .and_then(|open| inner.get(..open))
        .is_some_and(|rest| ends_plainly(rest.trim_end()))
}

fn ends_plainly(words: &str) -> bool {
    let words =
        words.trim_end_matches(['"', '”', '’', '\'', '»', '›', ')', ']', '*', '_', '\u{a0}', '“', ' ']);
    let cut = words.ends_with("...") || words.ends_with('…');
    !cut && words.ends_with(['.', '!', '?', ':', ';', '。'])
}

/// Whether a word begins with a capital or a digit, quotation marks aside.
pub fn capital(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric())
}
