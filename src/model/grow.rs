//! Growing a selection by steps that mean something in a text.

use super::{Span, Text};

/// The next larger step around a selection: word, inside of the quotation
/// marks, with the marks, sentence, paragraph. `None` where it is the whole
/// paragraph already.
#[must_use]
pub fn grown(text: &Text, from: Span) -> Option<Span> {
    let line = text.line_at(from.start);
    let mut steps = vec![word_beside(text, from), text.sentence_at(from.start), line];
    if let Some(marked) = quotation_at(text, from.start) {
        steps.push(marked);
        steps.push(Span::new(marked.start + 1, marked.end.saturating_sub(1)));
    }
    steps
        .into_iter()
        .filter(|step| step.covers(from) && step.len() > from.len())
        .min_by_key(|step| step.len())
}

/// The word at the selection's start; for a bare caret behind a word, that
/// word and not the mark or space that follows.
fn word_beside(text: &Text, from: Span) -> Span {
    let word = text.word_at(from.start);
    let has_letters = |span| text.slice(span).is_some_and(|words| words.chars().any(char::is_alphanumeric));
    if !from.is_empty() || has_letters(word) || from.start == text.line_at(from.start).start {
        return word;
    }
    Some(text.word_at(text.previous_grapheme(from.start)))
        .filter(|before| has_letters(*before))
        .unwrap_or(word)
}

/// The quotation around a position, with its marks, within its paragraph.
/// The marks' own places count as inside.
#[must_use]
pub fn quotation_at(text: &Text, position: usize) -> Option<Span> {
    let line = text.line_at(position);
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.slice(line)?.chars().enumerate().map(|(at, c)| (line.start + at, c)) {
        match open {
            Some((start, mark)) if closes(mark, c) => {
                let quotation = Span::new(start, at + 1);
                if quotation.contains(position) || quotation.end == position {
                    return Some(quotation);
                }
                open = None;
            }
            None if matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '『') => {
                open = Some((at, c));
            }
            _ => {}
        }
    }
    None
}

/// Newspapers close “ and ” with ”, „ with “ or ”, and a straight mark with
/// itself.
fn closes(open: char, c: char) -> bool {
    match open {
        '"' => c == '"',
        '“' | '”' => c == '”',
        '„' => matches!(c, '“' | '”'),
        '«' => c == '»',
        '»' => c == '«',
        '「' => c == '」',
        '『' => c == '』',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` is the caret; the expected steps follow one another.
    fn check(marked: &str, steps: &[&str]) {
        let caret = marked.chars().position(|c| c == '|').expect("a caret");
        let text = Text::new(marked.replace('|', ""));
        let mut span = Span::new(caret, caret);
        for step in steps {
            span = grown(&text, span).unwrap_or_else(|| panic!("{marked}: no step to {step:?}"));
            assert_eq!(text.slice(span), Some(*step), "{marked}");
        }
        assert_eq!(grown(&text, span), None, "{marked}: one step too many");
    }

    #[test]
    fn a_selection_grows_word_by_marks_by_sentence() {
        check(
            "Satu.\n\"Kami s|iap,\" katanya. Lalu pergi.",
            &[
                "siap",
                "Kami siap,",
                "\"Kami siap,\"",
                "\"Kami siap,\" katanya.",
                "\"Kami siap,\" katanya. Lalu pergi.",
            ],
        );
        check("Ia b|erkata.", &["berkata", "Ia berkata."]);
        check("”Sia|p,” ujar dia.", &["Siap", "Siap,", "”Siap,”", "”Siap,” ujar dia."]);
        check("Kata „Haus|“ steht da", &["Haus", "„Haus“", "Kata „Haus“ steht da"]);
    }

    #[test]
    fn marks_are_paired_within_a_paragraph() {
        let text = Text::new("\"Buka\nTutup\" dan \"dua\"");
        assert_eq!(quotation_at(&text, 2), None);
        assert_eq!(quotation_at(&text, 20).and_then(|span| text.slice(span)), None);
    }
}
