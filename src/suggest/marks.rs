//! Pairing quotation marks within a paragraph.
//!
//! Whether a mark opens or closes is told by what it is in the language, what
//! stands open, and the white space around it. A mark that stays open spoils
//! nothing: what is paired after it counts all the same.

use std::ops::Range;

use super::class::Class;
use super::pack::Pack;
use super::token::{Shape, Token};

/// A pair of marks with what they hold, as tokens of their paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    /// With both marks.
    pub tokens: Range<usize>,
    /// Signs of the opening mark: 2 for two apostrophes, else 1.
    pub mark: usize,
    /// Whether the pair stands in no other.
    pub outermost: bool,
}

/// The marks of a paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    /// By their start.
    pub pairs: Vec<Pair>,
    /// The mark that nothing closes: perhaps the quote goes on in the next
    /// paragraph.
    pub open: Option<usize>,
}

/// A mark that has not been closed yet.
#[derive(Clone, Copy)]
struct Open {
    at: usize,
    width: usize,
    sign: char,
}

/// More marks than these are not nested in one another.
const DEPTH: usize = 4;
/// How many tokens on a possessive's rival is looked for.
const AHEAD: usize = 60;

/// Pairs the marks of a paragraph.
pub(super) fn pair(tokens: &[Token<'_>], pack: &Pack) -> Marks {
    let mut pairing = Pairing { tokens, pack, stack: Vec::new(), pairs: Vec::new() };
    let mut at = 0;
    while at < tokens.len() {
        at += pairing.step(at);
    }
    let Pairing { stack, mut pairs, .. } = pairing;
    pairs.sort_by_key(|pair| (pair.tokens.start, std::cmp::Reverse(pair.tokens.end)));
    let mut end = 0;
    for pair in &mut pairs {
        pair.outermost = pair.tokens.start >= end;
        if pair.outermost {
            end = pair.tokens.end;
        }
    }
    let open = stack.iter().rev().find(|open| is_double(open.sign) || open.sign == '‘');
    let open = open.map(|open| open.at).filter(|open| *open >= end);
    Marks { pairs, open }
}

pub(super) fn is_double(sign: char) -> bool {
    matches!(sign, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' | '＂')
}

pub(super) fn is_single(sign: char) -> bool {
    matches!(sign, '\'' | '‘' | '’' | '‚' | '`')
}

/// Whether a token is a quotation mark of any kind.
pub(super) fn is_mark(token: &Token<'_>) -> bool {
    matches!(token.shape, Shape::Sign(sign) if is_double(sign) || is_single(sign))
}

struct Pairing<'a, 't> {
    tokens: &'a [Token<'t>],
    pack: &'a Pack,
    stack: Vec<Open>,
    pairs: Vec<Pair>,
}

impl Pairing<'_, '_> {
    /// Looks at one token; gives how many were taken.
    fn step(&mut self, at: usize) -> usize {
        let Some(Token { shape: Shape::Sign(sign), .. }) = self.tokens.get(at) else { return 1 };
        let twice = self.tokens.get(at + 1).is_some_and(|next| next.is(*sign) && !next.spaced);
        match *sign {
            sign if is_double(sign) => self.double(at, sign, 1),
            '\'' | '`' | '’' | '‘' if twice => {
                self.double(at, '"', 2);
                return 2;
            }
            sign if is_single(sign) => self.single(at, sign),
            _ => {}
        }
        1
    }

    fn double(&mut self, at: usize, sign: char, width: usize) {
        let (left, right) = (self.left_free(at), self.right_free(at + width));
        let (like_open, like_close) = (left && !right, !left && right);
        let (opens, closes) = (self.opens(sign), self.closes(sign));
        let top = self.stack.iter().rposition(|open| is_double(open.sign) && kin(open.sign, sign));
        // “… , ”kata Budi”: the space is on the wrong side.
        let cue = self.class(at + width).any(Class::INVERTED);
        let credits =
            self.before_is(at, ',') || self.tokens.get(at + width + 1).is_some_and(Token::is_capital);
        let lost_space = like_open && cue && credits;
        match top {
            // Two signs that differ tell open from closed, whatever is
            // around them.
            Some(top) if !opens || (closes && !like_open) || like_close || lost_space => {
                self.close(top, at + width);
            }
            _ if opens && !like_close => self.open(Open { at, width, sign }),
            None if !opens && like_open => self.open(Open { at, width, sign }),
            _ => {}
        }
    }

    fn single(&mut self, at: usize, sign: char) {
        let (left, right) = (self.left_free(at), self.right_free(at + 1));
        let top = self.stack.last().filter(|open| is_single(open.sign)).map(|_| self.stack.len() - 1);
        match top {
            Some(_) if !left && right && sign != '‘' && self.is_plural_genitive(at) => {}
            Some(top) if !left && right && sign != '‘' => self.close(top, at + 1),
            _ if left && !right && top.is_none() => self.open(Open { at, width: 1, sign }),
            // “…,’ said X: one sign was mistyped.
            None if !left && right && self.before_is(at, ',') && self.class(at + 1).any(Class::INVERTED) => {
                if let Some(top) = self.stack.iter().rposition(|open| is_double(open.sign)) {
                    self.close(top, at + 1);
                }
            }
            _ => {}
        }
    }

    /// *the dogs’ owner*, when a better closing mark follows.
    fn is_plural_genitive(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) else { return false };
        let next = self.tokens.get(at + 1);
        let goes_on = next.is_some_and(|next| {
            next.shape == Shape::Lower && !next.class.any(Class::INVERTED | Class::PRONOUN)
        });
        if !before.words.ends_with('s') || !goes_on {
            return false;
        }
        for other in at + 1..(at + AHEAD).min(self.tokens.len()) {
            if self
                .tokens
                .get(other)
                .is_some_and(|token| matches!(token.shape, Shape::Sign(sign) if is_single(sign)))
            {
                return !self.left_free(other);
            }
        }
        false
    }

    fn open(&mut self, open: Open) {
        if self.stack.len() == DEPTH {
            self.stack.remove(0);
        }
        self.stack.push(open);
    }

    fn close(&mut self, top: usize, end: usize) {
        if let Some(open) = self.stack.get(top).copied()
            && open.at + open.width < end.saturating_sub(1)
        {
            self.pairs.push(Pair { tokens: open.at..end, mark: open.width, outermost: false });
        }
        self.stack.truncate(top);
    }

    fn opens(&self, sign: char) -> bool {
        self.pack.marks.iter().any(|(open, _)| *open == sign)
    }

    fn closes(&self, sign: char) -> bool {
        self.pack.marks.iter().any(|(_, close)| *close == sign)
    }

    fn class(&self, at: usize) -> Class {
        self.tokens.get(at).map_or(Class::NONE, |token| token.class)
    }

    fn before_is(&self, at: usize, sign: char) -> bool {
        at.checked_sub(1).and_then(|before| self.tokens.get(before)).is_some_and(|token| token.is(sign))
    }

    /// Whether what stands before lets a mark open.
    fn left_free(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        token.spaced
            || before.is_none_or(|before| match before.shape {
                Shape::Sign(sign) => {
                    matches!(sign, '(' | '[' | '{' | '—' | '–' | '-' | '/' | ':')
                        || ((is_double(sign) || is_single(sign)) && (before.spaced || self.opened_at(at - 1)))
                }
                _ => false,
            })
    }

    fn opened_at(&self, at: usize) -> bool {
        self.stack.last().is_some_and(|open| open.at == at)
    }

    /// Whether what stands after lets a mark close.
    fn right_free(&self, after: usize) -> bool {
        let Some(token) = self.tokens.get(after) else { return true };
        token.spaced
            || matches!(token.shape, Shape::Sign(sign)
                if is_double(sign) || is_single(sign) || matches!(sign, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '—' | '–' | '…'))
                && !self.opens_after(after)
    }

    /// Whether a mark stands before a word that it opens: `“‘Yes`.
    fn opens_after(&self, at: usize) -> bool {
        let mark = self.tokens.get(at).is_some_and(is_mark);
        mark && self
            .tokens
            .get(at + 1)
            .is_some_and(|next| !next.spaced && !matches!(next.shape, Shape::Sign(_)))
    }
}

/// Whether one sign can close what the other opened.
fn kin(open: char, close: char) -> bool {
    let family = |sign| match sign {
        '«' | '»' | '‹' | '›' => 1,
        '「' | '」' => 2,
        '『' | '』' => 3,
        _ => 0,
    };
    family(open) == family(close)
}
