//! Frames with the cue before its speaker: *Menurut X, …*, *…, kata X, …*,
//! *…, said X*.

use std::ops::Range;

use super::{CLAUSE, GAP, draft, words};
use crate::model::Mention;
use crate::suggest::class::Class;
use crate::suggest::draft::Draft;
use crate::suggest::frame::{self, Frame};
use crate::suggest::paragraph::Paragraph;

/// *Menurut X, …*, *…, kata X, …*, *…, said X*.
pub(super) fn by_cue(p: &Paragraph<'_>, from: usize, range: &Range<usize>) -> Option<Draft> {
    for unit in range.clone() {
        let Some(token) = p.token(unit).filter(|token| token.class.any(Class::ACCORDING | Class::INVERTED))
        else {
            continue;
        };
        let lost_stop = token.is_capital() && unit > range.start;
        let range = &if lost_stop { unit..range.end } else { range.clone() };
        let first = unit == range.start;
        let after_comma = unit
            .checked_sub(1)
            .filter(|before| *before >= from)
            .and_then(|before| p.token(before))
            .is_some_and(|before| before.is(','));
        let according = token.class.any(Class::ACCORDING);
        if !according && token.class.any(Class::SAY) && explained(p, range.start, unit) {
            continue;
        }
        if !(first || after_comma || according) {
            continue;
        }
        let Some(frame) = frame::inverted(p, unit, range.end) else { continue };
        let found = cue_at(p, range, unit, according, after_comma, frame);
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Whether an apposition ends before a verb: *Smith, a lawyer, said*. Its
/// subject is before it, then.
fn explained(p: &Paragraph<'_>, start: usize, verb: usize) -> bool {
    let comma = |unit: &usize| p.token(*unit).is_some_and(|token| token.is(','));
    let Some(last) = verb.checked_sub(1).filter(comma) else { return false };
    let low = start.max(last.saturating_sub(GAP));
    let before = (low..last).rev().find(comma);
    let Some(before) = before else { return false };
    // “In May, the talks had failed, said Smith”: a clause of its own.
    let is_clause = (before + 1..last)
        .take_while(|unit| !p.class(*unit).any(Class::RELATIVE))
        .any(|unit| p.class(unit).any(Class::AUXILIARY));
    !is_clause && p.class(before + 1).any(Class::DETERMINER | Class::TITLE | Class::RELATIVE)
}

fn cue_at(
    p: &Paragraph<'_>,
    range: &Range<usize>,
    unit: usize,
    according: bool,
    after_comma: bool,
    mut frame: Frame,
) -> Option<Draft> {
    let source = frame.source.as_ref()?;
    let first = source.units.clone().find_map(|unit| p.token(unit));
    if first.is_some_and(|first| first.class.any(Class::NOT_SOURCE)) {
        return None;
    }
    let known = source.mention != Mention::NounPhrase
        || source
            .units
            .clone()
            .any(|unit| p.class(unit).any(Class::TITLE | Class::GROUP | Class::DETERMINER));
    if !according && !known {
        return None;
    }
    let tail = frame.units.end;
    let comma = comma_after(p, &frame, range.end);
    let before = range.start..unit - usize::from(after_comma && unit > range.start);
    let ahead = words(p, before.clone());
    if ahead == 0 {
        let short = matches!(source.mention, Mention::Clitic | Mention::Pronoun);
        let from = match comma {
            Some(comma) => comma + 1,
            None if short && according => tail,
            None => return None,
        };
        if let Some(comma) = comma.filter(|_| according) {
            widen(p, &mut frame, comma);
        }
        return draft(p, std::iter::once(from..range.end), &frame, 0.9);
    }
    let goes_on = comma.is_some_and(|comma| comma == tail && comma + CLAUSE < range.end);
    if !after_comma && !according || ahead < CLAUSE && !goes_on {
        return None;
    }
    let lead = ahead <= 3 && p.class(before.start).any(Class::CONJUNCTION);
    let mut pieces = if lead { Vec::new() } else { vec![before] };
    let apposition = Class::DETERMINER
        | Class::TITLE
        | Class::RELATIVE
        | Class::PREPOSITION
        | Class::SUBORDINATOR
        | Class::TIME
        | Class::LIKE;
    let resumes =
        |comma: usize| !p.class(comma + 1).any(apposition) || p.class(comma + 1).any(Class::AUXILIARY);
    if let Some(comma) =
        comma.filter(|comma| *comma + 1 < range.end && (*comma == tail || according) && resumes(*comma))
    {
        pieces.push(comma + 1..range.end);
    }
    draft(p, pieces, &frame, if according { 0.85 } else { 0.8 })
}

/// Takes what explains a source into it: *menurut catatan dinas itu,*.
fn widen(p: &Paragraph<'_>, frame: &mut Frame, comma: usize) {
    if let Some(source) = frame.source.as_mut()
        && source.mention != Mention::Clitic
        && source.mention != Mention::Pronoun
        && let Some(span) = p.hull(source.units.start..comma)
        && comma > source.units.end
        && p.class(source.units.end).any(Class::OF)
    {
        source.span = span;
        source.units.end = comma;
    }
}

/// The comma that ends a frame, past what explains its source.
fn comma_after(p: &Paragraph<'_>, frame: &Frame, end: usize) -> Option<usize> {
    let is_comma = |unit: &usize| p.token(*unit).is_some_and(|token| token.is(','));
    let first = (frame.units.end..end.min(frame.units.end + GAP)).find(is_comma)?;
    let explains = p.token(first + 1).is_some_and(|token| {
        token.class.any(Class::DETERMINER | Class::TITLE)
            && !token.class.any(Class::PRONOUN | Class::CONJUNCTION)
    });
    let next = (first + 1..end.min(first + GAP)).find(is_comma);
    // “Menurut X, ketua Y, …”, and not “Menurut X, presiden akan …”.
    let verb = |until: usize| {
        (first + 1..until)
            .any(|unit| p.class(unit).any(Class::AUXILIARY | Class::NEGATION | Class::AFTER_SUBJECT))
    };
    match next {
        Some(next) if explains && !verb(next) => Some(next),
        _ => Some(first),
    }
}
