//! Finding words in a text as people mean them.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::{Span, Text};

/// A text made ready to be searched: lower case, without diacritics, with one
/// kind of space and of each quotation mark.
#[derive(Debug, Clone)]
pub struct Folded {
    text: Text,
    words: String,
    /// The code point that each byte of `words` came from.
    places: Vec<u32>,
}

impl Folded {
    /// Reads the text through once.
    #[must_use]
    pub fn new(text: &Text) -> Self {
        let mut words = String::with_capacity(text.as_str().len());
        let mut places = Vec::with_capacity(text.as_str().len());
        for (place, c) in (0..).zip(text.as_str().chars()) {
            fold_into(c, &mut words);
            places.resize(words.len(), place);
        }
        Self { text: text.clone(), words, places }
    }

    /// Where the words stand, in order, without overlaps. Case, diacritics
    /// and the form of spaces and quotation marks don't count; the spaces
    /// around the words don't either.
    #[must_use]
    pub fn find(&self, words: &str) -> Vec<Span> {
        let mut wanted = String::new();
        words.trim().chars().for_each(|c| fold_into(c, &mut wanted));
        if wanted.is_empty() {
            return Vec::new();
        }
        let place = |byte: usize| self.places.get(byte).map_or(self.text.len(), |place| *place as usize);
        let found = self.words.match_indices(&wanted).map(|(byte, hit)| {
            let span = Span::new(place(byte), place(byte + hit.len() - 1) + 1);
            self.text.snapped(span)
        });
        found.collect()
    }
}

fn fold_into(c: char, words: &mut String) {
    match c {
        '\n' => words.push(c),
        '“' | '”' | '„' | '«' | '»' => words.push('"'),
        '‘' | '’' => words.push('\''),
        _ if c.is_ascii() => words.push(if c.is_whitespace() { ' ' } else { c.to_ascii_lowercase() }),
        _ if c.is_whitespace() => words.push(' '),
        _ => decompose_canonical(c, |part| {
            if !is_combining_mark(part) {
                words.extend(part.to_lowercase());
            }
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_diacritics_and_marks_are_folded() {
        let check = |text: &str, words: &str, expected: &[&str]| {
            let text = Text::new(text);
            let found = Folded::new(&text).find(words);
            let found: Vec<_> = found.into_iter().map(|span| text.slice(span).unwrap()).collect();
            assert_eq!(found, expected, "{words:?} in {text:?}");
        };
        check("Zürich, zurich, ZÜRICH", "zürich", &["Zürich", "zurich", "ZÜRICH"]);
        check("cafe\u{301} Cafés", "CAFÉ", &["cafe\u{301}", "Café"]);
        check("He said “we don’t”", "\"WE don't\"", &["“we don’t”"]);
        check("two\u{a0}words\ntwo words", " two words ", &["two\u{a0}words", "two words"]);
        check("aaaa", "aa", &["aa", "aa"]);
        check("one\ntwo", "one two", &[]);
        check("anything", "  ", &[]);
        check("東京 und 東京", "東京", &["東京", "東京"]);
    }
}
