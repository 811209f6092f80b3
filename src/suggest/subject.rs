//! Subjects before verbs: who is credited.

use std::ops::Range;

use super::class::Class;
use super::paragraph::{Paragraph, Unit};
use super::phrase::{LONGEST, NAMELESS, Source, in_name, mention};
use super::token::{Shape, Token};
use crate::model::Mention;

/// How far before a verb its subject can begin.
const BACK: usize = 48;

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
