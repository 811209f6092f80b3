//! Noun phrases beside cues: who is credited.

use std::ops::Range;

use super::class::Class;
use super::paragraph::{Paragraph, Unit};
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
const LONGEST: usize = 22;
/// Longest phrase without a name in it.
const NAMELESS: usize = 7;
/// How far before a verb its subject can begin.
const BACK: usize = 48;

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
fn mention(p: &Paragraph<'_>, units: Range<usize>) -> Mention {
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

fn in_name(p: &Paragraph<'_>, token: &Token<'_>, at: usize) -> bool {
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

/// The subject of the verb at a unit; `low` is where its sentence, or what
/// is left of it, begins.
pub(super) fn subject_before(p: &Paragraph<'_>, verb: usize, low: usize) -> Option<Source> {
    let mut end = verb;
    while end > low {
        let token = p.token(end - 1)?;
        let class = token.class;
        if class.any(Class::NEGATION) {
            return None;
        }
        let skipped = token.shape == Shape::Lower
            && class.any(Class::ADVERB | Class::AUXILIARY)
            && !class.any(Class::PRONOUN);
        if !skipped {
            break;
        }
        end -= 1;
    }
    if end == low {
        return None;
    }
    if p.token(end - 1).is_some_and(|token| {
        token.shape == Shape::Lower && token.class.any(Class::RELATIVE | Class::THAT | Class::CONJUNCTION)
    }) {
        return None;
    }
    let start = boundary(p, end, low.max(end.saturating_sub(BACK)));
    let segments = segments(p, start, end);
    let after_comma = p.token(end - 1).is_some_and(|token| token.is(','));
    let units = if after_comma {
        with_apposition(p, &segments)?
    } else {
        clause_subject(p, segments.last()?.clone())?
    };
    Source::of(p, units)
}

/// The last sign before `end` that no subject reaches over.
fn boundary(p: &Paragraph<'_>, end: usize, low: usize) -> usize {
    let stops = |unit: &usize| match p.units.get(*unit) {
        Some(Unit::Quotation(_)) | None => true,
        Some(Unit::Word(_)) => p.token(*unit).is_some_and(|token| {
            matches!(token.shape, Shape::Sign(':' | ';' | '—' | '–' | '…' | '!' | '?' | '•'))
                || (token.is('-') && token.spaced)
        }),
    };
    (low..end).rev().find(stops).map_or(low, |unit| unit + 1)
}

/// What stands between commas, without them; brackets are not looked into.
fn segments(p: &Paragraph<'_>, start: usize, end: usize) -> Vec<Range<usize>> {
    let mut segments = Vec::new();
    let mut from = start;
    let mut depth = 0_usize;
    for unit in start..end {
        let Some(token) = p.token(unit) else { continue };
        match token.shape {
            Shape::Sign('(') => depth += 1,
            Shape::Sign(')') => depth = depth.saturating_sub(1),
            Shape::Sign(',') if depth == 0 => {
                if unit > from {
                    segments.push(from..unit);
                }
                from = unit + 1;
            }
            _ => {}
        }
    }
    if from < end {
        segments.push(from..end);
    }
    segments
}

/// *Halik Malik, pengurus IDI,* or *Pengurus IDI, Halik Malik,*: the phrase
/// and what explains it.
fn with_apposition(p: &Paragraph<'_>, segments: &[Range<usize>]) -> Option<Range<usize>> {
    let last = segments.last()?;
    let leads = |segment: &Range<usize>| {
        p.class(segment.start).any(Class::LEADS)
            && !p.class(segment.start).any(Class::TITLE | Class::DETERMINER)
    };
    if leads(last) && segments.len() > 1 {
        // “Budi, di Jakarta, mengatakan”: the phrase before.
        return with_apposition(p, segments.get(..segments.len() - 1)?);
    }
    let mut first = segments.len() - 1;
    while let Some(before) = first.checked_sub(1).and_then(|at| segments.get(at)) {
        let office = p.class(segments.get(first)?.start).any(Class::OFFICE);
        if leads(before) || before.len() > LONGEST || segments.len() - first > if office { 4 } else { 1 } {
            break;
        }
        first -= 1;
    }
    let head = clause_subject(p, segments.get(first)?.clone())?;
    Some(head.start..last.end)
}

/// The subject in a clause that ends before the verb.
fn clause_subject(p: &Paragraph<'_>, segment: Range<usize>) -> Option<Range<usize>> {
    let Range { mut start, end } = segment;
    while start < end {
        let token = p.token(start)?;
        let lead = token.class.any(Class::CONJUNCTION | Class::ADVERB)
            && !token.class.any(Class::TITLE | Class::PRONOUN | Class::DETERMINER);
        if !lead {
            break;
        }
        start += usize::from(token.reach);
    }
    // A clause that ends within: what comes after it.
    for unit in (start..end).rev() {
        let Some(token) = p.token(unit) else { continue };
        let class = token.class;
        if token.shape != Shape::Lower
            || !class.any(Class::THAT | Class::SUBORDINATOR | Class::RELATIVE | Class::CONJUNCTION)
        {
            continue;
        }
        let joins = unit.checked_sub(1).and_then(|before| p.token(before)).is_some_and(Token::is_capital);
        let new = p.token(unit + 1).is_some_and(|next| next.is_capital() || next.class.any(Class::PRONOUN));
        if class.any(Class::CONJUNCTION) && (joins || !new || unit + 1 == end) {
            continue;
        }
        if class.any(Class::RELATIVE) && !class.any(Class::THAT) && unit > start {
            let named = mention(p, start..unit) == Mention::Name;
            let behind = trailing(p, unit + 1..end).filter(|name| mention(p, name.clone()) == Mention::Name);
            return if !named && behind.is_some() { Some(start..end) } else { sound(p, start..unit) };
        }
        start = unit + 1;
        break;
    }
    if p.class(start).any(Class::PREPOSITION | Class::TO | Class::LIKE | Class::TIME | Class::ACCORDING)
        && !p.token(start).is_some_and(|token| token.class.any(Class::TITLE))
    {
        return trailing(p, start..end);
    }
    sound(p, start..end)
}

/// A phrase that can be a subject, or the name at its end.
fn sound(p: &Paragraph<'_>, units: Range<usize>) -> Option<Range<usize>> {
    let first = p.token(units.start).filter(|_| !units.is_empty())?;
    if !p.has_words(units.clone()) {
        return None;
    }
    if units.len() == 1 && first.class.any(Class::EMPTY | Class::RELATIVE) && !first.class.any(Class::PRONOUN)
    {
        return None;
    }
    let loose = first.shape == Shape::Lower
        && !first
            .class
            .any(Class::DETERMINER | Class::TITLE | Class::GROUP | Class::PRONOUN | Class::DOCUMENT);
    if units.len() > LONGEST || (loose && units.len() > NAMELESS) {
        return trailing(p, units);
    }
    if first.class.any(Class::PRONOUN)
        && units.len() > 1
        && p.token(units.start + 1).is_some_and(|next| next.shape == Shape::Lower)
    {
        return Some(units.start..units.start + 1);
    }
    let verbs = Class::AFTER_SUBJECT | Class::AUXILIARY | Class::NEGATION;
    let verb = units.clone().skip(1).any(|unit| {
        p.token(unit).is_some_and(|token| {
            token.shape == Shape::Lower
                && token.class.any(verbs)
                && !token.class.any(Class::TITLE | Class::GROUP)
        })
    });
    if verb { trailing(p, units) } else { Some(units) }
}

/// The pronoun or name at the end of some units.
fn trailing(p: &Paragraph<'_>, units: Range<usize>) -> Option<Range<usize>> {
    let last = units.end.checked_sub(1).filter(|last| units.contains(last))?;
    if p.class(last).any(Class::PRONOUN) {
        return Some(last..units.end);
    }
    let mut start = units.end;
    let joins = |unit: usize| {
        p.class(unit).any(Class::CONJUNCTION)
            && unit > units.start
            && p.token(unit - 1).is_some_and(Token::is_capital)
    };
    while start > units.start
        && p.token(start - 1).is_some_and(|token| in_name(p, token, start - 1) || joins(start - 1))
    {
        start -= 1;
    }
    (start < units.end).then_some(start..units.end)
}
