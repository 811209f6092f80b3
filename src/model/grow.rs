//! Growing a selection by steps that mean something in a text.

use super::{Span, Text};

/// The next larger step around a selection: word, inside of the quotation
/// marks, with the marks, clause, sentence, paragraph. `None` where it is the
/// whole paragraph already.
#[must_use]
pub fn grown(text: &Text, from: Span) -> Option<Span> {
    let line = text.line_at(from.start);
    let quoted = quotations(text, line);
    let word = word_beside(text, from);
    let last = if line.covers(from) { from.end.saturating_sub(1).max(from.start) } else { from.start };
    let sentence = text.sentence_at(from.start).hull(text.sentence_at(last));
    // A quotation is a part of its clause and has none of its own.
    let clause = text.clause_at(word.start, &quoted);
    let whole = trimmed_of_marks(text, sentence) == trimmed_of_marks(text, clause);
    let around = [word, if whole { sentence } else { clause }, sentence, line];
    let mut steps: Vec<Span> =
        around.into_iter().flat_map(|step| unbroken(text, &quoted, from, step)).collect();
    if let Some(marked) = quotation_at(text, from.start) {
        steps.push(marked);
        steps.push(inside(marked));
    }
    steps
        .into_iter()
        .filter(|step| step.covers(from) && step.len() > from.len())
        .min_by_key(|step| step.len())
}

/// A step that holds one mark of a quotation and not the other, as it ends at
/// the marks and as it takes the quotation in; any other step as it is.
fn unbroken(text: &Text, quoted: &[Span], from: Span, step: Span) -> impl Iterator<Item = Span> {
    let breaks = |quotation: &&Span| {
        step.overlaps(**quotation) && !step.covers(**quotation) && !inside(**quotation).covers(step)
    };
    let broken = || quoted.iter().filter(breaks).copied();
    let cut =
        broken().map(inside).filter(|words| words.covers(from)).find_map(|words| words.intersection(step));
    [cut.map(|step| text.trimmed(step)), Some(broken().fold(step, Span::hull))].into_iter().flatten()
}

/// A quotation without its marks.
const fn inside(quotation: Span) -> Span {
    Span::new(quotation.start + 1, quotation.end.saturating_sub(1))
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

/// A sentence or clause without the full stop or comma it ends with.
fn trimmed_of_marks(text: &Text, span: Span) -> Span {
    let words = text.slice(span).unwrap_or("");
    let bare = words.trim_end_matches(['.', '!', '?', '…', ',', ';', ':']);
    Span::new(span.start, span.start + bare.chars().count())
}

/// The quotation around a position, with its marks, within its paragraph.
/// The marks' own places count as inside.
#[must_use]
pub fn quotation_at(text: &Text, position: usize) -> Option<Span> {
    let mut all = quotations(text, text.line_at(position)).into_iter();
    all.find(|quotation| quotation.contains(position) || quotation.end == position)
}

/// The quotations of a line, with their marks.
#[must_use]
pub fn quotations(text: &Text, line: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let words = text.slice(line).unwrap_or("");
    for (at, c) in (line.start..).zip(words.chars()) {
        match open {
            Some((start, mark)) if closes(mark, c) => {
                found.push(Span::new(start, at + 1));
                open = None;
            }
            None if matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '『') => {
                open = Some((at, c));
            }
            _ => {}
        }
    }
    found
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

/// The span with its start moved by a word or a mark; `None` where that
/// leaves nothing of it, or of the text.
#[must_use]
pub fn with_start_moved(text: &Text, span: Span, forward: bool) -> Option<Span> {
    let start =
        if forward { past_blanks(text, word_end(text, span.start)) } else { word_start(text, span.start) };
    (start < span.end && start != span.start).then(|| Span::new(start, span.end))
}

/// The same with its end.
#[must_use]
pub fn with_end_moved(text: &Text, span: Span, forward: bool) -> Option<Span> {
    let end =
        if forward { word_end(text, span.end) } else { before_blanks(text, word_start(text, span.end)) };
    (end > span.start && end != span.end).then(|| Span::new(span.start, end))
}

/// Where the caret goes by a sentence: to the start of the next one.
#[must_use]
pub fn next_sentence(text: &Text, position: usize) -> usize {
    past_blanks(text, text.sentence_at(position).end.max(position))
}

/// The same back: to the start of this sentence, or of the one before.
#[must_use]
pub fn previous_sentence(text: &Text, position: usize) -> usize {
    let before = text.previous_grapheme(before_blanks(text, position));
    text.sentence_at(before).start
}

fn word_end(text: &Text, position: usize) -> usize {
    text.word_at(past_blanks(text, position)).end
}

fn word_start(text: &Text, position: usize) -> usize {
    text.word_at(text.previous_grapheme(before_blanks(text, position))).start
}

fn past_blanks(text: &Text, mut position: usize) -> usize {
    while text.char_at(position).is_some_and(char::is_whitespace) {
        position += 1;
    }
    position
}

fn before_blanks(text: &Text, mut position: usize) -> usize {
    while position > 0 && text.char_at(position - 1).is_some_and(char::is_whitespace) {
        position -= 1;
    }
    position
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
        check(
            "Kepada Kim, Dr. Putin men|yatakan dukungan. Lalu pergi.",
            &[
                "menyatakan",
                "Dr. Putin menyatakan dukungan",
                "Kepada Kim, Dr. Putin menyatakan dukungan.",
                "Kepada Kim, Dr. Putin menyatakan dukungan. Lalu pergi.",
            ],
        );
        check(
            "“We list|ened, again,” said Helena Marsh, who runs it.",
            &[
                "listened",
                "We listened, again,",
                "“We listened, again,”",
                "“We listened, again,” said Helena Marsh",
                "“We listened, again,” said Helena Marsh, who runs it.",
            ],
        );
        check(
            "“We listened. We a|cted,” she said. Then she left.",
            &[
                "acted",
                "We acted,",
                "We listened. We acted,",
                "“We listened. We acted,”",
                "“We listened. We acted,” she said.",
                "“We listened. We acted,” she said. Then she left.",
            ],
        );
        check(
            "Ia b|ilang \"Ya. Kami ikut.\" Lalu.",
            &["bilang", "Ia bilang \"Ya. Kami ikut.\"", "Ia bilang \"Ya. Kami ikut.\" Lalu."],
        );
        check("”Sia|p,” ujar dia.", &["Siap", "Siap,", "”Siap,”", "”Siap,” ujar dia."]);
        check("Kata „Haus|“ steht da", &["Haus", "„Haus“", "Kata „Haus“ steht da"]);
    }

    #[test]
    fn edges_move_by_words_and_marks() {
        type Move = fn(&Text, Span, bool) -> Option<Span>;
        let check = |marked: &str, moves: Move, forward: bool, expected: Option<&str>| {
            let places: Vec<_> =
                marked.chars().enumerate().filter(|(_, c)| *c == '|').map(|(at, _)| at).collect();
            let text = Text::new(marked.replace('|', ""));
            let moved = moves(&text, Span::new(places[0], places[1] - 1), forward);
            assert_eq!(moved.and_then(|span| text.slice(span)), expected, "{marked}");
        };
        check("a |bb cc| dd", with_start_moved, true, Some("cc"));
        check("a |bb cc| dd", with_start_moved, false, Some("a bb cc"));
        check("a |bb cc| dd", with_end_moved, true, Some("bb cc dd"));
        check("a |bb cc| dd", with_end_moved, false, Some("bb"));
        check("a |bb| dd", with_end_moved, false, None);
        check("a |bb| dd", with_start_moved, true, None);
        check("|bb| dd", with_start_moved, false, None);
        check("dd |bb|", with_end_moved, true, None);
        check("“|So we| listened,” he", with_start_moved, false, Some("“So we"));
        check("“So |we listened|,” he", with_end_moved, true, Some("we listened,"));
        check("one\n\n|two|\n\nthree", with_end_moved, true, Some("two\n\nthree"));
    }

    #[test]
    fn the_caret_goes_by_sentences() {
        let text = Text::new("One is here. Dr. Two came.\n\nThree.");
        let walk = |step: fn(&Text, usize) -> usize, from| {
            std::iter::successors(Some(from), |at| Some(step(&text, *at)).filter(|next| next != at))
                .collect::<Vec<_>>()
        };
        assert_eq!(walk(next_sentence, 0), [0, 13, 28, 34]);
        assert_eq!(walk(previous_sentence, 34), [34, 28, 13, 0]);
        assert_eq!(previous_sentence(&text, 20), 13);
    }

    #[test]
    fn marks_are_paired_within_a_paragraph() {
        let text = Text::new("\"Buka\nTutup\" dan \"dua\"");
        assert_eq!(quotation_at(&text, 2), None);
        assert_eq!(quotation_at(&text, 20).and_then(|span| text.slice(span)), None);
    }
}
