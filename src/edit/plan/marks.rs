//! What quotation marks tell of a quote's type.

use crate::model::{Piece, QuoteType};

/// The type that the content's quotation marks tell: every piece in marks is
/// direct, marks within are mixed, none is indirect.
#[must_use]
pub fn inferred_type(content: &[Piece]) -> QuoteType {
    if !content.is_empty() && content.iter().all(|piece| in_marks(piece.text.trim())) {
        QuoteType::Direct
    } else if content.iter().any(|piece| piece.text.contains(is_double) || opens_and_closes(&piece.text)) {
        QuoteType::Mixed
    } else {
        QuoteType::Indirect
    }
}

fn is_double(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』')
}

fn is_mark(c: char) -> bool {
    is_double(c) || matches!(c, '\'' | '‘' | '’' | '‚')
}

fn opens_and_closes(words: &str) -> bool {
    let words = words.trim();
    words.starts_with(is_mark) && words.ends_with(is_mark) && words.chars().nth(1).is_some()
}

/// Whether one pair of marks holds all the words: `"a" and "b"` begins and
/// ends with marks, but `and` stands outside of them.
fn in_marks(words: &str) -> bool {
    if !opens_and_closes(words) {
        return false;
    }
    let mut depth = 0_usize;
    let (mut closed, mut opened) = (false, false);
    let mut before = None;
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        let within_word = before.is_some_and(char::is_alphanumeric)
            && rest.peek().is_some_and(|after| after.is_alphanumeric());
        if is_mark(c) && !within_word {
            let at_start = before.is_none_or(|c| c.is_whitespace() || opened || "([{—–-".contains(c));
            opened = matches!(c, '「' | '『') || (at_start && !matches!(c, '」' | '』'));
            if opened {
                if closed {
                    return false;
                }
                depth += 1;
            } else {
                depth = depth.saturating_sub(1);
                closed = depth == 0;
            }
        } else {
            opened = false;
        }
        before = Some(c);
    }
    true
}
