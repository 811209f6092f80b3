//! The clause that says who said it: cue and source.

use std::ops::Range;

use super::class::Class;
use super::paragraph::Paragraph;
use super::phrase::{Source, phrase_after};
use super::subject::subject_before;
use super::token::{Shape, Token};
use crate::model::Span;

/// A cue with whom it credits.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    pub cue: Span,
    pub source: Option<Source>,
    pub addressee: Option<Span>,
    /// Cue and source, outside of quotations.
    pub units: Range<usize>,
    /// Whether what follows is sure to be words: a comma, a colon, *that*.
    pub marked: bool,
}

/// How far from a quotation its verb can stand, in units.
const NEAR: usize = 14;

/// The frame that follows a quotation: `at` is the unit after it.
pub(super) fn after(p: &Paragraph<'_>, at: usize, end: usize) -> Option<Frame> {
    let mut at = at;
    for _ in 0..2 {
        let skip = p.token(at).is_some_and(|token| {
            matches!(token.shape, Shape::Sign(',' | '.' | '-' | '–' | '—' | '…' | '\'' | '’'))
        });
        at += usize::from(skip && at < end);
    }
    if p.class(at).any(Class::LIKE) && p.class(at + 1).any(Class::INVERTED | Class::PASSIVE) {
        at += 1;
    }
    if at >= end {
        return None;
    }
    inverted(p, at, end).or_else(|| with_subject(p, at, end))
}

/// A cue before its speaker: *kata Budi*, *katanya*, *menurut Budi*.
pub(super) fn inverted(p: &Paragraph<'_>, at: usize, end: usize) -> Option<Frame> {
    let token = p.token(at).filter(|_| at < end)?;
    if !token.class.any(Class::INVERTED | Class::ACCORDING | Class::PASSIVE) {
        return None;
    }
    if let Some(source) = Source::clitic(token, at) {
        let mut units = at..at + 1;
        let addressee = addressee(p, &mut units, end);
        return Some(Frame { cue: token.span, source: Some(source), addressee, units, marked: true });
    }
    let mut from = at + usize::from(token.reach);
    let cue = p.hull(at..from)?;
    let told = told(p, token, at, &mut from, end);
    let by = p.class(from).any(Class::BY) && token.class.any(Class::PASSIVE);
    let phrase = phrase_after(p, from + usize::from(by), end);
    // In English the subject may be the other way round: *told him that*.
    let ends = p.token(from).is_none_or(|next| {
        matches!(next.shape, Shape::Sign(_) | Shape::Number)
            || next.class.any(Class::ENDS_NAME | Class::SUBORDINATOR)
    });
    if phrase.is_none() && (!ends || !token.class.any(Class::INVERTED)) {
        return None;
    }
    let source = phrase.and_then(|phrase| Source::of(p, phrase));
    let mut units = at..source.as_ref().map_or(from, |source| source.units.end);
    let addressee = told.or_else(|| addressee(p, &mut units, end));
    Some(Frame { cue, source, addressee, units, marked: true })
}

/// *told reporters*: whom a verb of telling has right after it.
fn told(p: &Paragraph<'_>, verb: &Token<'_>, at: usize, from: &mut usize, end: usize) -> Option<Span> {
    if !verb.class.any(Class::TOLD) {
        return None;
    }
    let phrase = phrase_after(p, at + usize::from(verb.reach), end)?;
    *from = phrase.end;
    p.hull(phrase)
}

/// *kepada wartawan* right after a frame.
fn addressee(p: &Paragraph<'_>, units: &mut Range<usize>, end: usize) -> Option<Span> {
    if !p.class(units.end).any(Class::TO) {
        return None;
    }
    let phrase = phrase_after(p, units.end + 1, end)?;
    units.end = phrase.end;
    p.hull(phrase)
}

/// A cue after its speaker, right behind a quotation: *Budi menambahkan*,
/// *he said*.
fn with_subject(p: &Paragraph<'_>, at: usize, end: usize) -> Option<Frame> {
    let cues = Class::SAY | Class::TOLD | Class::INVERTED;
    let verb = (at..end.min(at + NEAR))
        .take_while(|unit| p.token(*unit).is_some_and(|token| !matches!(token.shape, Shape::Sign(':' | ';'))))
        .find(|unit| *unit > at && p.class(*unit).any(cues) && !p.class(*unit).any(Class::TITLE))?;
    let source = subject_before(p, verb, at)?;
    // “…”, and Smith said the money is gone: another sentence begins.
    if source.units.start > at + 1 || joins(p, at) {
        return None;
    }
    let token = p.token(verb)?;
    let mut after = verb + usize::from(token.reach);
    let cue = p.hull(verb..after)?;
    let told = told(p, token, verb, &mut after, end);
    let stops = Class::ENDS_NAME | Class::SUBORDINATOR | Class::CONJUNCTION | Class::ADVERB;
    let ends = after >= end
        || p.token(after).is_none_or(|next| matches!(next.shape, Shape::Sign(_)) || next.class.any(stops));
    if !ends {
        return None;
    }
    let mut units = source.units.start..after;
    let addressee = told.or_else(|| addressee(p, &mut units, end));
    Some(Frame { cue, source: Some(source), addressee, units, marked: true })
}

/// Whether a conjunction joins what follows to what was before.
fn joins(p: &Paragraph<'_>, at: usize) -> bool {
    p.token(at).is_some_and(|token| {
        token.shape == Shape::Lower
            && token.class.any(Class::CONJUNCTION)
            && !token.class.any(Class::PRONOUN | Class::TITLE | Class::DETERMINER)
    })
}

/// The frame before a quotation that stands at a unit.
pub(super) fn before(p: &Paragraph<'_>, at: usize, low: usize) -> Option<Frame> {
    let sign = at.checked_sub(1).filter(|before| *before >= low).and_then(|before| p.token(before));
    let colon = sign.is_some_and(|sign| sign.is(':'));
    let marked = colon || sign.is_some_and(|sign| sign.is(',') || sign.class.any(Class::THAT));
    for unit in (low..at).rev().take(NEAR) {
        let Some(token) = p.token(unit) else { break };
        if matches!(token.shape, Shape::Sign(';' | '—' | '–')) {
            break;
        }
        if let Some(frame) = leading(p, token, unit, at, low) {
            return Some(Frame { marked, ..frame });
        }
    }
    if colon { before_colon(p, at - 1, low) } else { None }
}

/// The cue at a unit, where it has its speaker before it or after it, and
/// nothing else stands between both and `end`.
fn leading(p: &Paragraph<'_>, token: &Token<'_>, unit: usize, end: usize, low: usize) -> Option<Frame> {
    let class = token.class;
    let verbs = Class::AFTER_SUBJECT | Class::PASSIVE;
    if class.any(verbs) && !class.any(Class::TITLE | Class::NEGATION) && token.shape == Shape::Lower {
        let source = subject_before(p, unit, low);
        if source.is_none() && class.any(Class::WISH) {
            return None;
        }
        let mut after = unit + usize::from(token.reach);
        let cue = p.hull(unit..after)?;
        let told = told(p, token, unit, &mut after, end);
        let mut units = source.as_ref().map_or(unit, |source| source.units.start)..after;
        let addressee = told.or_else(|| addressee(p, &mut units, end));
        return Some(Frame { cue, source, addressee, units, marked: false });
    }
    let first = unit == low || p.token(unit - 1).is_some_and(|before| before.is(','));
    if first && class.any(Class::INVERTED | Class::ACCORDING) {
        let frame = inverted(p, unit, end)?;
        return frame.source.is_some().then_some(frame);
    }
    None
}

/// *Budi: “…”*
fn before_colon(p: &Paragraph<'_>, colon: usize, low: usize) -> Option<Frame> {
    let source = subject_before(p, colon, low).filter(|source| source.units.end == colon)?;
    let person = source.units.clone().any(|unit| {
        p.token(unit).is_some_and(|token| {
            token.is_capital() || token.class.any(Class::PRONOUN | Class::TITLE | Class::GROUP)
        })
    });
    if !person || source.units.len() > 10 {
        return None;
    }
    let cue = p.span_of(colon)?;
    let units = source.units.start..colon + 1;
    Some(Frame { cue, source: Some(source), addressee: None, units, marked: true })
}

/// *seperti dikutip dari AFP*: the outlet and the units of the whole
/// phrase, in a stretch of a sentence.
pub(super) fn relay(p: &Paragraph<'_>, units: Range<usize>) -> Option<(Span, Range<usize>)> {
    for unit in units.clone() {
        let Some(token) = p.token(unit).filter(|token| token.class.any(Class::REPORT)) else { continue };
        let before =
            unit.checked_sub(1).filter(|before| *before >= units.start).and_then(|before| p.token(before));
        let led = before.is_none_or(|before| before.is(',') || before.class.any(Class::LIKE));
        if !led {
            continue;
        }
        let mut from = unit + usize::from(token.reach);
        while p.token(from).is_some_and(|token| token.class.any(Class::BY) && !token.class.any(Class::OUTLET))
            && from < units.end
        {
            from += usize::from(p.token(from).map_or(1, |token| token.reach));
        }
        let Some(phrase) = phrase_after(p, from, units.end) else { continue };
        if !phrase.clone().any(|unit| p.token(unit).is_some_and(Token::is_capital)) {
            continue;
        }
        let like = before.is_some_and(|before| before.class.any(Class::LIKE));
        let span = p.hull(phrase.clone())?;
        return Some((span, unit - usize::from(like)..phrase.end));
    }
    None
}
