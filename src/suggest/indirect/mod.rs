//! Indirect and mixed quotes: clauses that a frame says someone said.

mod by_cue;
mod by_verb;

use std::ops::Range;

use super::class::Class;
use super::draft::Draft;
use super::frame::{Frame, relay};
use super::paragraph::Paragraph;
use super::phrase::Source;
use super::token::{Shape, Token};
use crate::model::{Mention, QuoteType};

use by_cue::by_cue;
use by_verb::by_verb;

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
