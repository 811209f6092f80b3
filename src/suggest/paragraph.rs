//! A paragraph as sentences of words and whole quotations.

use std::ops::Range;

use super::class::Class;
use super::marks::{self, is_mark};
use super::pack::Pack;
use super::token::{Shape, Token, tokens};
use crate::model::Span;

/// What a sentence consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// A token outside of quotation marks.
    Word(usize),
    /// An outermost quotation, by its number.
    Quotation(usize),
}

/// Words in quotation marks.
#[derive(Debug, Clone)]
pub(super) struct Quotation {
    /// With its marks, as tokens.
    pub tokens: Range<usize>,
    pub mark: usize,
    pub span: Span,
    /// It goes on in the next paragraph.
    pub goes_on: bool,
}

/// One paragraph.
#[derive(Debug)]
pub(super) struct Paragraph<'t> {
    pub tokens: Vec<Token<'t>>,
    pub units: Vec<Unit>,
    pub quotations: Vec<Quotation>,
    pub sentences: Vec<Range<usize>>,
    /// See the pack.
    pub comma_clause: bool,
    /// The mark that stays open, as a token.
    open: Option<usize>,
}

impl<'t> Paragraph<'t> {
    pub fn new(words: &'t str, at: usize, pack: &Pack) -> Self {
        let tokens = tokens(words, at, pack);
        let marks = marks::pair(&tokens, pack);
        let quotations = marks
            .pairs
            .iter()
            .filter(|pair| pair.outermost)
            .map(|pair| Quotation {
                span: hull(&tokens, &pair.tokens),
                tokens: pair.tokens.clone(),
                mark: pair.mark,
                goes_on: false,
            })
            .collect();
        let mut paragraph = Self {
            tokens,
            units: Vec::new(),
            quotations,
            sentences: Vec::new(),
            comma_clause: pack.comma_clause,
            open: marks.open,
        };
        paragraph.divide();
        paragraph
    }

    /// Whether its first sign is a quotation mark.
    pub fn begins_marked(&self) -> bool {
        self.tokens.first().is_some_and(is_mark)
    }

    /// Where a mark stays open and the next paragraph opens anew, the quote
    /// goes on.
    pub fn let_go_on(&mut self) {
        let Some(open) = self.open.take() else { return };
        let tokens = open..self.tokens.len();
        let before = open.checked_sub(1).and_then(|before| self.tokens.get(before));
        let begins = before.is_none_or(|before| {
            matches!(before.shape, Shape::Sign('.' | ',' | ':' | '?' | '!' | '…' | '—' | '–'))
                || is_mark(before)
        });
        let speech = self.tokens.get(open + 1).is_some_and(|first| !first.spaced && first.is_capital());
        if tokens.len() < 3 || !begins || !speech {
            return;
        }
        let span = hull(&self.tokens, &tokens);
        self.quotations.push(Quotation { tokens, mark: 1, span, goes_on: true });
        self.divide();
    }

    fn divide(&mut self) {
        self.units.clear();
        let mut next = 0;
        for (number, quotation) in self.quotations.iter().enumerate() {
            self.units.extend((next..quotation.tokens.start).map(Unit::Word));
            self.units.push(Unit::Quotation(number));
            next = quotation.tokens.end;
        }
        self.units.extend((next..self.tokens.len()).map(Unit::Word));
        self.sentences = self.ends();
    }

    fn ends(&self) -> Vec<Range<usize>> {
        let mut sentences = Vec::new();
        let mut start = 0;
        let mut at = 0;
        while at < self.units.len() {
            at += 1;
            if self.ends_after(at - 1) {
                // Brackets and marks that close go along.
                while self.token(at).is_some_and(|token| !token.spaced && (token.is(')') || is_mark(token))) {
                    at += 1;
                }
                sentences.push(start..at);
                start = at;
            }
        }
        if start < self.units.len() {
            sentences.push(start..self.units.len());
        }
        sentences
    }

    fn ends_after(&self, at: usize) -> bool {
        let next = self.units.get(at + 1);
        let Some(next) = next else { return true };
        match self.units.get(at) {
            Some(Unit::Word(token)) => {
                let Some(token) = self.tokens.get(*token) else { return false };
                match token.shape {
                    Shape::Sign('!' | '?' | '…') => self.begins_sentence(*next),
                    Shape::Sign('.') => self.begins_sentence(*next) && !self.is_abbreviation(at),
                    _ => false,
                }
            }
            Some(Unit::Quotation(number)) => self.quotation_ends(*number) && self.begins_new(at + 1),
            None => false,
        }
    }

    /// Whether the words in a quotation end as a sentence does.
    fn quotation_ends(&self, number: usize) -> bool {
        let Some(quotation) = self.quotations.get(number) else { return false };
        let last = quotation.tokens.end.checked_sub(1 + quotation.mark).and_then(|at| self.tokens.get(at));
        last.is_some_and(|last| matches!(last.shape, Shape::Sign('.' | '!' | '?' | '…')))
    }

    /// Whether what follows a quotation that ended is a sentence of its own,
    /// and not *Smith said.*
    fn begins_new(&self, at: usize) -> bool {
        let Some(next) = self.units.get(at) else { return true };
        if !self.begins_sentence(*next) {
            return false;
        }
        let verb = (at..at + 7).find(|at| self.class(*at).any(Class::INVERTED | Class::SAY));
        let Some(verb) = verb else { return true };
        let same = (at..verb).all(|at| self.token(at).is_some_and(Token::is_word));
        let ends = self.token(verb + 1).is_none_or(|next| next.is('.') || next.is(','));
        !(same && ends)
    }

    fn begins_sentence(&self, unit: Unit) -> bool {
        match unit {
            Unit::Quotation(_) => true,
            Unit::Word(token) => self.tokens.get(token).is_some_and(|token| match token.shape {
                Shape::Capital | Shape::Number => token.spaced,
                Shape::Lower => false,
                Shape::Sign(sign) => matches!(sign, '(' | '[' | '#' | '*' | '—' | '–') || is_mark(token),
            }),
        }
    }

    /// Whether the full stop stands after an abbreviation or an initial.
    fn is_abbreviation(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.token(before)) else { return false };
        let initial = before.is_capital() && before.words.chars().count() == 1;
        initial || before.class.any(Class::ABBREVIATION)
    }

    /// The token of a unit outside of quotations.
    pub fn token(&self, unit: usize) -> Option<&Token<'t>> {
        match self.units.get(unit)? {
            Unit::Word(token) => self.tokens.get(*token),
            Unit::Quotation(_) => None,
        }
    }

    pub fn class(&self, unit: usize) -> Class {
        self.token(unit).map_or(Class::NONE, |token| token.class)
    }

    pub fn quotation(&self, unit: usize) -> Option<&Quotation> {
        match self.units.get(unit)? {
            Unit::Quotation(number) => self.quotations.get(*number),
            Unit::Word(_) => None,
        }
    }

    /// Where a unit stands.
    pub fn span_of(&self, unit: usize) -> Option<Span> {
        self.token(unit)
            .map(|token| token.span)
            .or_else(|| self.quotation(unit).map(|quotation| quotation.span))
    }

    /// From the first unit's start to the last one's end.
    pub fn hull(&self, units: Range<usize>) -> Option<Span> {
        let last = units.end.checked_sub(1).filter(|last| *last >= units.start)?;
        Some(self.span_of(units.start)?.hull(self.span_of(last)?))
    }

    /// Whether units hold any word or number outside of quotations.
    pub fn has_words(&self, units: Range<usize>) -> bool {
        units
            .into_iter()
            .any(|unit| self.token(unit).is_some_and(|token| !matches!(token.shape, Shape::Sign(_))))
    }

    /// Tokens in a quotation that are words or numbers.
    pub fn words_in<'a>(&'a self, quotation: &Quotation) -> impl Iterator<Item = &'a Token<'t>> {
        let tokens = self.tokens.get(quotation.tokens.clone()).unwrap_or(&[]);
        tokens.iter().filter(|token| !matches!(token.shape, Shape::Sign(_)))
    }
}

fn hull(tokens: &[Token<'_>], range: &Range<usize>) -> Span {
    let start = tokens.get(range.start).map_or(0, |token| token.span.start);
    let end =
        range.end.checked_sub(1).and_then(|last| tokens.get(last)).map_or(start, |token| token.span.end);
    Span::new(start, end)
}
