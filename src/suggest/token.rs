//! A paragraph as words, numbers and marks, each with its place and classes.

use super::class::Class;
use super::pack::{Lexicon, Pack, lower};
use crate::model::Span;

/// One word or one other sign.
#[derive(Debug, Clone)]
pub(super) struct Token<'t> {
    pub words: &'t str,
    /// In the article's text.
    pub span: Span,
    pub class: Class,
    /// Words of the phrase that begins here, at least 1.
    pub reach: u8,
    /// Code points at its end that are a bound pronoun, or 0.
    pub clitic: u8,
    pub shape: Shape,
    /// Whether white space, or the paragraph's edge, stands before it.
    pub spaced: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Begins with a capital letter.
    Capital,
    Lower,
    Number,
    Sign(char),
}

impl Token<'_> {
    pub fn is(&self, sign: char) -> bool {
        self.shape == Shape::Sign(sign)
    }

    pub fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Lower)
    }

    pub fn is_capital(&self) -> bool {
        self.shape == Shape::Capital
    }

    /// Whether all its letters are capitals, and it has at least two.
    pub fn is_upper(&self) -> bool {
        self.words.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !self.words.chars().any(char::is_lowercase)
    }
}

/// Takes a paragraph apart. `at` is the position of its first code point.
pub(super) fn tokens<'t>(paragraph: &'t str, at: usize, pack: &Pack) -> Vec<Token<'t>> {
    let mut tokens: Vec<Token<'t>> = Vec::with_capacity(paragraph.len() / 5);
    let mut rest = paragraph;
    let mut position = at;
    let mut spaced = true;
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() {
            spaced = true;
            position += 1;
            rest = rest.get(c.len_utf8()..).unwrap_or("");
            continue;
        }
        let bytes = if c.is_alphanumeric() { word_length(rest) } else { c.len_utf8() };
        let (words, after) = rest.split_at(bytes);
        let length = words.chars().count();
        let shape = match c {
            c if c.is_uppercase() => Shape::Capital,
            c if c.is_numeric() => Shape::Number,
            c if c.is_alphabetic() => Shape::Lower,
            c => Shape::Sign(c),
        };
        let span = Span::new(position, position + length);
        let (class, clitic) = match shape {
            Shape::Sign(_) => (Class::NONE, 0),
            _ => class_of(words, pack),
        };
        tokens.push(Token { words, span, class, reach: 1, clitic, shape, spaced });
        position += length;
        spaced = false;
        rest = after;
    }
    find_phrases(&mut tokens, &pack.lexicon);
    tokens
}

/// Bytes of the word that begins here: letters and digits, and between them
/// hyphens, apostrophes, and points and commas as in *10.30* or *Kompas.com*.
fn word_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut end = 0;
    let mut before = ' ';
    let mut letters = 0;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let joins = |next: char| match c {
            '-' | '\'' | '’' | '‑' | '_' | '@' => next.is_alphanumeric(),
            '.' => next.is_numeric() || next.is_lowercase() || (letters == 1 && next.is_uppercase()),
            ',' => before.is_numeric() && next.is_numeric(),
            _ => false,
        };
        if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) {
            letters += 1;
        } else if next.is_some_and(joins) && !is_possessive(c, rest, at) {
            letters = 0;
        } else {
            break;
        }
        before = c;
        end = at + c.len_utf8();
    }
    end
}

/// Whether an English genitive begins here: *Putin’s*. It is no part of the
/// name.
fn is_possessive(c: char, rest: &str, at: usize) -> bool {
    if !matches!(c, '\'' | '’') {
        return false;
    }
    let mut after = rest.get(at + c.len_utf8()..).unwrap_or("").chars();
    after.next() == Some('s') && !after.next().is_some_and(char::is_alphanumeric)
}

/// A word's classes; with a bound pronoun, those of the word without it.
fn class_of(words: &str, pack: &Pack) -> (Class, u8) {
    let word = lower(words);
    let class = pack.lexicon.class(&word);
    if !class.is_none() {
        return (class, 0);
    }
    for clitic in &pack.clitics {
        if let Some(stem) = word.strip_suffix(clitic.as_str()) {
            let class = pack.lexicon.class(stem);
            if class.any(Class::INVERTED | Class::ACCORDING | Class::PASSIVE) {
                return (class, u8::try_from(clitic.chars().count()).unwrap_or(0));
            }
        }
    }
    (class, 0)
}

fn find_phrases(tokens: &mut [Token<'_>], lexicon: &Lexicon) {
    for at in 0..tokens.len() {
        let Some(token) = tokens.get(at).filter(|token| token.is_word()) else { continue };
        let word = lower(token.words);
        if !lexicon.begins(&word) {
            continue;
        }
        let next = |after: usize| tokens.get(at + 1 + after).map(|token| token.words);
        let Some((class, reach)) = lexicon.phrase(&word, next) else { continue };
        if let Some(token) = tokens.get_mut(at) {
            token.class |= class;
            if class.any(Class::JOINS_NOTHING) {
                token.class = token.class.without(Class::JOINING);
            }
            token.reach = u8::try_from(reach).unwrap_or(1);
        }
    }
}
