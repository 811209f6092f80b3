//! Noun phrases behind cues: who is credited.

use std::ops::Range;

use super::class::Class;
use super::paragraph::Paragraph;
use super::token::{Shape, Token};
use crate::model::{Mention, Span};

/// A mention that is credited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    pub span: Span,
    pub mention: Mention,
    /// Where it stands outside of quotations.
    pub units: Range<usize>,
}

/// Longest phrase, in units.
pub(super) const LONGEST: usize = 22;
/// Longest phrase without a name in it.
pub(super) const NAMELESS: usize = 7;

impl Source {
    pub fn of(p: &Paragraph<'_>, units: Range<usize>) -> Option<Self> {
        Some(Self { span: p.hull(units.clone())?, mention: mention(p, units.clone()), units })
    }

    /// The pronoun bound to the end of a cue.
    pub fn clitic(token: &Token<'_>, unit: usize) -> Option<Self> {
        let length = usize::from(token.clitic);
        let span = Span::new(token.span.end - length, token.span.end);
        (length > 0).then_some(Self { span, mention: Mention::Clitic, units: unit..unit + 1 })
    }
}

/// What kind of expression some units are.
pub(super) fn mention(p: &Paragraph<'_>, units: Range<usize>) -> Mention {
    let mut tokens = units.clone().filter_map(|unit| p.token(unit));
    if units.len() == 1 && tokens.all(|token| token.class.any(Class::PRONOUN)) {
        return Mention::Pronoun;
    }
    if (units.clone()).any(|unit| is_name_word(p, unit, &units)) {
        Mention::Name
    } else {
        Mention::NounPhrase
    }
}

/// Whether a capital is one of a name's, and not that of the sentence or of
/// a place: *Kunjungannya ke Rusia*.
fn is_name_word(p: &Paragraph<'_>, unit: usize, units: &Range<usize>) -> bool {
    let Some(token) = p.token(unit).filter(|token| token.is_capital() && !is_role(token)) else {
        return false;
    };
    let before = unit.checked_sub(1);
    let place =
        token.class.any(Class::PLACE) && before.is_some_and(|before| p.class(before).any(Class::PREPOSITION));
    let begins =
        before.and_then(|before| p.token(before)).is_none_or(|before| matches!(before.shape, Shape::Sign(_)));
    let goes_on_lower =
        unit + 1 < units.end && p.token(unit + 1).is_some_and(|next| next.shape == Shape::Lower);
    !(place || begins && goes_on_lower)
}

/// Whether a word belongs to a title or an office more than to a name.
pub(super) fn is_role(token: &Token<'_>) -> bool {
    token.class.any(Class::TITLE | Class::OFFICE | Class::DETERMINER | Class::CONJUNCTION | Class::GROUP)
}

/// The noun phrase that begins at a unit.
pub(super) fn phrase_after(p: &Paragraph<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let first = p.token(from).filter(|_| from < end)?;
    if matches!(first.shape, Shape::Sign(_)) {
        return None;
    }
    if first.class.any(Class::PRONOUN)
        && !(first.is_capital() && p.token(from + 1).is_some_and(Token::is_capital))
    {
        return Some(from..from + 1);
    }
    let lower_end =
        first.class.any(Class::ENDS_NAME | Class::SUBORDINATOR) && !first.class.any(Class::DETERMINER);
    if (!first.is_capital() && lower_end) || first.shape == Shape::Number && !starts_number_phrase(p, from) {
        return None;
    }
    let mut at = from;
    let mut named = false;
    while at < end && at - from < LONGEST {
        let Some(token) = p.token(at) else { break };
        if at > from && is_bracketed(p, at) {
            at += 3;
            continue;
        }
        if !belongs(p, token, at, from, named) {
            break;
        }
        named |=
            token.is_capital() && !is_role(token) && !token.class.any(Class::ORGANISATION | Class::PLACE);
        at += 1;
        if !named && at - from > NAMELESS && !p.token(at).is_some_and(Token::is_capital) {
            break;
        }
    }
    let range = from..trimmed(p, from, at);
    (!range.is_empty()).then(|| extended(p, range, end, named))
}

/// *Asosiasi Petani (AP) Budi*: letters in brackets before a name.
fn is_bracketed(p: &Paragraph<'_>, at: usize) -> bool {
    p.token(at).is_some_and(|token| token.is('('))
        && p.token(at + 2).is_some_and(|token| token.is(')'))
        && p.token(at + 3).is_some_and(|token| token.is_capital() || token.class.any(Class::TITLE))
}

/// *two officials*: a number begins a phrase before a lower-case noun.
fn starts_number_phrase(p: &Paragraph<'_>, from: usize) -> bool {
    p.token(from + 1).is_some_and(|next| next.shape == Shape::Lower && !next.class.any(Class::ENDS_NAME))
}

/// Whether a token goes on with the phrase that began at `from`.
fn belongs(p: &Paragraph<'_>, token: &Token<'_>, at: usize, from: usize, named: bool) -> bool {
    let before = at.checked_sub(1).filter(|before| *before >= from).and_then(|before| p.token(before));
    let next = p.token(at + 1);
    match token.shape {
        Shape::Sign('.') => before.is_some_and(|before| {
            !token.spaced
                && (before.class.any(Class::ABBREVIATION) || before.words.chars().count() == 1)
                && next.is_some_and(Token::is_capital)
        }),
        Shape::Sign('\'' | '’') => {
            !token.spaced && next.is_some_and(|next| !next.spaced && next.words == "s")
        }
        Shape::Sign('&' | '/') => next.is_some_and(Token::is_capital),
        Shape::Sign(_) => false,
        Shape::Number => before.is_none_or(Token::is_capital),
        Shape::Capital => at == from || !token.class.any(Class::TIME) || token.class.any(Class::TITLE),
        Shape::Lower => {
            let class = token.class;
            if before.is_some_and(|before| before.is('\'') || before.is('’')) {
                return true;
            }
            if class.any(Class::OF) || class.any(Class::PARTICLE) && named {
                return next.is_some_and(Token::is_word) && at > from;
            }
            if class.any(Class::TITLE) && next.is_some_and(Token::is_capital) {
                return true;
            }
            if class.any(Class::CONJUNCTION) {
                return before.is_some_and(Token::is_capital) && next.is_some_and(Token::is_capital);
            }
            let role_before = before.is_some_and(|before| !before.is_capital() || is_role(before));
            let verb =
                at > from && class.any(Class::AFTER_SUBJECT) && !class.any(Class::TITLE | Class::GROUP);
            !class.any(Class::ENDS_NAME)
                && !verb
                && (at == from || role_before || !named && !has_upper(p, from, at))
        }
    }
}

fn has_upper(p: &Paragraph<'_>, from: usize, at: usize) -> bool {
    (from..at).any(|unit| p.token(unit).is_some_and(|token| token.is_capital() && !is_role(token)))
}

/// Leaves out what can't end a phrase.
fn trimmed(p: &Paragraph<'_>, from: usize, mut end: usize) -> usize {
    while end > from {
        let loose = p.token(end - 1).is_some_and(|token| {
            token.shape == Shape::Lower
                && token.class.any(Class::OF | Class::CONJUNCTION | Class::PARTICLE | Class::EMPTY)
                && !token.class.any(Class::PRONOUN)
                && (token.class.any(Class::OF | Class::CONJUNCTION | Class::PARTICLE) || end - 1 == from)
        });
        if !loose {
            break;
        }
        end -= 1;
    }
    end
}

/// *Kepala Dinas Kesehatan Bali, Ketut Suarjaya*: a role and then, behind a
/// comma, the name.
fn extended(p: &Paragraph<'_>, range: Range<usize>, end: usize, named: bool) -> Range<usize> {
    let mut range = range;
    let role = (range.clone()).any(|unit| p.token(unit).is_some_and(|token| token.class.any(Class::TITLE)));
    let first = p.token(range.start);
    let lower = first.is_some_and(|first| first.shape == Shape::Lower && !first.class.any(Class::PRONOUN));
    let person = named && first.is_some_and(|first| first.is_capital() && !first.class.any(Class::TITLE));
    if !(role || lower) || person {
        return range;
    }
    for _ in 0..3 {
        if !p.token(range.end).is_some_and(|token| token.is(',')) {
            break;
        }
        let from = range.end + 1;
        let mut to = from;
        while to < end && to - from < 6 && p.token(to).is_some_and(|token| in_name(p, token, to)) {
            to += 1;
        }
        let after = p.token(to);
        let closed = to == end
            || after.is_none_or(|after| {
                matches!(after.shape, Shape::Sign('.' | ',' | '(' | ';' | ')'))
                    || after.class.any(Class::ENDS_NAME | Class::SUBORDINATOR)
            });
        let office = p.token(from).is_some_and(|token| token.class.any(Class::OFFICE));
        let words = to - from;
        if words == 0 || !closed || (words == 1 && !office && p.class(from).any(Class::PLACE)) {
            break;
        }
        range.end = to;
        if !office {
            break;
        }
    }
    range
}

pub(super) fn in_name(p: &Paragraph<'_>, token: &Token<'_>, at: usize) -> bool {
    match token.shape {
        Shape::Capital => !token.class.any(Class::TIME),
        Shape::Lower => token.class.any(Class::PARTICLE) && p.token(at + 1).is_some_and(Token::is_capital),
        Shape::Sign('.') => {
            !token.spaced
                && at
                    .checked_sub(1)
                    .and_then(|before| p.token(before))
                    .is_some_and(|before| before.words.chars().count() == 1)
        }
        _ => false,
    }
}
