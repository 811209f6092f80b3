//! Frames with the speaker before the verb: *X mengatakan …*, *X said …*,
//! *…, X said*.

use std::ops::Range;

use super::{GAP, draft, words};
use crate::model::{Mention, Span};
use crate::suggest::class::Class;
use crate::suggest::draft::Draft;
use crate::suggest::frame::Frame;
use crate::suggest::paragraph::Paragraph;
use crate::suggest::phrase::{Source, phrase_after};
use crate::suggest::subject::subject_before;
use crate::suggest::token::{Shape, Token};

/// *X mengatakan …*, *X said …*, *…, X said*.
pub(super) fn by_verb(p: &Paragraph<'_>, range: &Range<usize>) -> Option<Draft> {
    range.clone().find_map(|unit| {
        let token = p.token(unit)?;
        let verb = token.shape == Shape::Lower
            && token.class.any(Class::AFTER_SUBJECT)
            && !token.class.any(Class::TITLE);
        if verb { verb_at(p, range, unit, token) } else { None }
    })
}

fn verb_at(p: &Paragraph<'_>, range: &Range<usize>, unit: usize, token: &Token<'_>) -> Option<Draft> {
    let source = subject_before(p, unit, range.start)?;
    let wish = !token.class.any(Class::SAY | Class::SAY_THAT | Class::TOLD);
    if wish && (source.mention == Mention::NounPhrase || source.units.len() > 5) {
        return None;
    }
    let after = unit + usize::from(token.reach);
    let cue = p.hull(unit..after)?;
    let addressee = led_addressee(p, range.start..source.units.start);
    let units = source.units.start..after;
    let mut frame = Frame { cue, source: Some(source), addressee, units, marked: false };
    if let Some(draft) = final_frame(p, range, &frame) {
        return Some(draft);
    }
    let mut at = after;
    if token.class.any(Class::TOLD)
        && let Some(phrase) = phrase_after(p, at, range.end)
    {
        frame.addressee = p.hull(phrase.clone());
        at = phrase.end;
    }
    let (from, marked) = clause(p, at, range.end, &mut frame);
    let needs = token.class.any(Class::SAY_THAT) && !token.class.any(Class::SAY);
    if !marked && (needs || token.class.any(Class::TOLD) && !token.class.any(Class::SAY)) {
        return None;
    }
    if !marked && !wish && !can_speak(p, frame.source.as_ref()) {
        return None;
    }
    if !marked
        && p.token(from).is_some_and(|first| {
            first.shape == Shape::Lower
                && first.class.any(Class::PREPOSITION)
                && !first.class.any(Class::AUXILIARY)
        })
    {
        return None;
    }
    if needs && !can_speak(p, frame.source.as_ref()) {
        return None;
    }
    let first = p.token(from);
    let few = words(p, from..range.end) <= 4;
    if first.is_some_and(|first| {
        first.class.any(Class::EMPTY) && !first.class.any(Class::PRONOUN) && first.shape == Shape::Lower
    }) && few
        && !marked
    {
        return None;
    }
    let score = if wish {
        0.55
    } else if marked {
        0.9
    } else {
        0.75
    };
    draft(p, std::iter::once(from..range.end), &frame, score)
}

/// Whether a source is someone or something that has words.
fn can_speak(p: &Paragraph<'_>, source: Option<&Source>) -> bool {
    let Some(source) = source else { return false };
    let known = Class::TITLE
        | Class::GROUP
        | Class::ORGANISATION
        | Class::DOCUMENT
        | Class::OUTLET
        | Class::DETERMINER;
    source.mention != Mention::NounPhrase || source.units.clone().any(|unit| p.class(unit).any(known))
}

/// *Kepada X, Y menyatakan*: whom a phrase before the subject names.
fn led_addressee(p: &Paragraph<'_>, before: Range<usize>) -> Option<Span> {
    let to = before
        .clone()
        .find(|unit| p.class(*unit).any(Class::TO) && p.token(*unit).is_some_and(Token::is_word))?;
    (to == before.start)
        .then(|| phrase_after(p, to + 1, before.end))
        .flatten()
        .and_then(|phrase| p.hull(phrase))
}

/// *…, X said.* and *…, X said on Tuesday.*
fn final_frame(p: &Paragraph<'_>, range: &Range<usize>, frame: &Frame) -> Option<Draft> {
    let start = frame.units.start;
    let comma = start.checked_sub(1).filter(|before| *before > range.start)?;
    if !p.token(comma).is_some_and(|token| token.is(',')) {
        return None;
    }
    let before = range.start..comma;
    let leads = Class::PREPOSITION | Class::SUBORDINATOR | Class::TIME | Class::TO | Class::ADVERB;
    let led = p.class(before.start).any(leads) && frame.units.end < range.end;
    if words(p, before.clone()) < 3 || led {
        return None;
    }
    let rest = frame.units.end..range.end;
    let next = p.token(rest.start).filter(|_| !rest.is_empty());
    let mut pieces = vec![before];
    match next {
        None => {}
        Some(next) if next.is(',') && p.comma_clause => return None,
        Some(next) if next.is(',') => pieces.push(rest.start + 1..rest.end),
        Some(next) if next.class.any(Class::PREPOSITION | Class::TIME | Class::SUBORDINATOR) => {
            let that = rest
                .clone()
                .any(|unit| p.class(unit).any(Class::THAT) && !p.class(unit).any(Class::RELATIVE));
            if that || words(p, rest) > 12 {
                return None;
            }
        }
        Some(_) => return None,
    }
    draft(p, pieces, frame, 0.85)
}

/// Where the clause behind a verb begins, and whether a comma, a colon or
/// *that* says so.
fn clause(p: &Paragraph<'_>, from: usize, end: usize, frame: &mut Frame) -> (usize, bool) {
    let mut at = from;
    while p.token(at).is_some_and(|token| token.class.any(Class::ADVERB) && token.shape == Shape::Lower)
        && at < end
    {
        at += 1;
    }
    if p.class(at).any(Class::TO)
        && p.class(at).any(Class::PREPOSITION)
        && let Some(phrase) = phrase_after(p, at + 1, end)
    {
        frame.addressee = frame.addressee.or_else(|| p.hull(phrase.clone()));
        at = phrase.end;
    }
    let opens = p.class(at).any(Class::PREPOSITION | Class::TIME | Class::SUBORDINATOR)
        && !p.class(at).any(Class::THAT);
    if opens {
        for unit in at..end.min(at + GAP) {
            let Some(token) = p.token(unit) else { break };
            if token.class.any(Class::THAT) && !token.class.any(Class::SUBORDINATOR) {
                return (unit + 1, true);
            }
            if token.is(',') || token.is(':') {
                let that = p.class(unit + 1).any(Class::THAT);
                return (unit + 1 + usize::from(that), true);
            }
        }
        while at < end
            && p.token(at).is_some_and(|token| {
                token.class.any(Class::TIME)
                    || token.class.any(Class::PREPOSITION) && p.class(at + 1).any(Class::TIME)
            })
        {
            at += 1;
        }
        return (at, false);
    }
    let sign = p.token(at).is_some_and(|token| token.is(',') || token.is(':'));
    let at = at + usize::from(sign);
    let that = p.class(at).any(Class::THAT);
    (at + usize::from(that), sign || that)
}
