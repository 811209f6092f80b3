//! Indirect and mixed quotes: clauses that a frame says someone said.

use std::ops::Range;

use super::class::Class;
use super::draft::Draft;
use super::frame::{self, Frame, relay};
use super::paragraph::Paragraph;
use super::phrase::{Source, phrase_after, subject_before};
use super::token::{Shape, Token};
use crate::model::{Mention, QuoteType, Span};

/// Words that a clause has at least.
const CLAUSE: usize = 2;
/// How far behind a verb its *that* or comma can stand, in units.
const GAP: usize = 14;

/// The indirect or mixed quote of a sentence.
pub(super) fn quote(p: &Paragraph<'_>, sentence: &Range<usize>) -> Option<Draft> {
    let end = without_stop(p, sentence);
    let start = after_leads(p, sentence.start, end);
    let range = start..end;
    reported(p, &range).or_else(|| by_cue(p, sentence.start, &range)).or_else(|| by_verb(p, &range))
}

/// The end of a sentence without its last signs.
fn without_stop(p: &Paragraph<'_>, sentence: &Range<usize>) -> usize {
    let is_stop =
        |token: &Token<'_>| matches!(token.shape, Shape::Sign('.' | '!' | '?' | '…' | ';' | ':' | ','));
    let mut end = sentence.end;
    while end > sentence.start && p.token(end - 1).is_some_and(is_stop) {
        end -= 1;
    }
    end
}

/// Past *Namun,* and the like, and past a dateline's dash.
fn after_leads(p: &Paragraph<'_>, start: usize, end: usize) -> usize {
    let dash = |unit: &usize| {
        p.token(*unit).is_some_and(|token| token.is('—') || token.is('–') || token.is('-') && token.spaced)
    };
    let dateline = (start..end.min(start + GAP))
        .take_while(|unit| p.token(*unit).is_some_and(|token| token.shape != Shape::Lower))
        .find(dash);
    let mut at = dateline.map_or(start, |dash| dash + 1);
    while at < end {
        let Some(token) = p.token(at) else { break };
        let skip = match token.shape {
            Shape::Sign('"' | '(' | ')' | '[' | ']') | Shape::Number => false,
            Shape::Sign(_) => true,
            _ => {
                token.class.any(Class::CONJUNCTION)
                    && !token.class.any(Class::TITLE | Class::PRONOUN | Class::AUXILIARY)
            }
        };
        if !skip {
            break;
        }
        at += usize::from(token.reach);
    }
    at.min(end)
}

/// *Diwartakan X, …*: the outlet is the source where no one else is.
fn reported(p: &Paragraph<'_>, range: &Range<usize>) -> Option<Draft> {
    let verb = range.start + usize::from(p.class(range.start).any(Class::LIKE));
    let token = p.token(verb).filter(|token| token.class.any(Class::REPORT))?;
    let (outlet, units) = relay(p, range.clone())?;
    let comma = p.token(units.end).is_some_and(|next| next.is(','));
    if units.start != range.start || !comma {
        return None;
    }
    let rest = units.end + 1..range.end;
    let inner = by_cue(p, rest.start, &rest).or_else(|| by_verb(p, &rest));
    if let Some(draft) = inner {
        return Some(Draft { relay: Some(outlet), ..draft });
    }
    let cue = p.hull(verb..verb + usize::from(token.reach))?;
    let source = Source { span: outlet, mention: Mention::Name, units };
    let frame = Frame { cue, source: Some(source), addressee: None, units: range.clone(), marked: true };
    draft(p, [rest], &frame, 0.8)
}

/// *Menurut X, …*, *…, kata X, …*, *…, said X*.
fn by_cue(p: &Paragraph<'_>, from: usize, range: &Range<usize>) -> Option<Draft> {
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

/// *X mengatakan …*, *X said …*, *…, X said*.
fn by_verb(p: &Paragraph<'_>, range: &Range<usize>) -> Option<Draft> {
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

fn words(p: &Paragraph<'_>, units: Range<usize>) -> usize {
    units
        .map(|unit| match p.token(unit) {
            Some(token) => usize::from(!matches!(token.shape, Shape::Sign(_))),
            None => p.quotation(unit).map_or(0, |quotation| p.words_in(quotation).take(CLAUSE).count()),
        })
        .sum()
}

/// *…, Reuters reported*: the outlet, at the end of a piece.
fn reported_at_end(p: &Paragraph<'_>, piece: &Range<usize>) -> Option<Range<usize>> {
    let verb = piece
        .end
        .checked_sub(1)
        .filter(|verb| p.class(*verb).any(Class::REPORT) && p.class(*verb).any(Class::SAY))?;
    let comma = (piece.start.max(verb.saturating_sub(6))..verb)
        .rev()
        .find(|unit| p.token(*unit).is_some_and(|token| token.is(',')))?;
    let named = (comma + 1..verb).all(|unit| {
        p.token(unit).is_some_and(|token| token.is_capital() || token.class.any(Class::DETERMINER))
    });
    (named && comma > piece.start && comma + 1 < verb).then_some(comma + 1..verb)
}

/// A draft whose content is these pieces, without a relay at their end.
fn draft(
    p: &Paragraph<'_>,
    pieces: impl IntoIterator<Item = Range<usize>>,
    frame: &Frame,
    score: f32,
) -> Option<Draft> {
    let mut content = Vec::new();
    let mut outlet = None;
    let mut marked = false;
    let mut whole = true;
    let mut count = 0;
    for mut piece in pieces {
        if let Some((span, units)) = relay(p, piece.clone()).filter(|(_, units)| units.start > piece.start) {
            outlet = Some(span);
            piece.end = units.start;
        } else if let Some(units) = reported_at_end(p, &piece) {
            outlet = p.hull(units.clone());
            piece.end = units.start;
        }
        while !piece.is_empty() && p.token(piece.end - 1).is_some_and(|token| token.is(',')) {
            piece.end -= 1;
        }
        count += words(p, piece.clone());
        marked |= piece.clone().any(|unit| p.quotation(unit).is_some());
        whole &= piece.len() == 1 && p.quotation(piece.start).is_some();
        content.extend(p.hull(piece));
    }
    if count < CLAUSE || content.is_empty() {
        return None;
    }
    let quote_type = match (whole, marked) {
        (true, _) => QuoteType::Direct,
        (false, true) => QuoteType::Mixed,
        (false, false) => QuoteType::Indirect,
    };
    Some(Draft {
        content,
        quote_type,
        cue: Some(frame.cue),
        source: frame.source.clone(),
        addressee: frame.addressee,
        relay: outlet,
        score,
        paragraph: 0,
    })
}
