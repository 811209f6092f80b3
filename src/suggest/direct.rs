//! Direct quotes: whole quotations with their frames.

use std::ops::Range;

use super::class::Class;
use super::draft::Draft;
use super::frame::{self, Frame, relay};
use super::paragraph::{Paragraph, Quotation};
use super::token::{Shape, Token};
use crate::model::{QuoteType, Span};

/// Words in marks at least that can be a quote with no frame.
const STANDING: usize = 4;
/// The same right after a quote with its frame, in its paragraph.
const GOING_ON: usize = 2;
/// Words in marks up to which a quotation in the middle of a sentence is a
/// part of it.
const PART: usize = 4;

/// A quote that goes on over paragraphs: its pieces so far, and the frame
/// before it.
#[derive(Debug, Default)]
pub(super) struct Running {
    pub pieces: Vec<Span>,
    pub frame: Option<Frame>,
}

/// What came before a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Before<'a> {
    /// The frame with which the paragraph before ended in a colon.
    pub asked: Option<&'a Frame>,
    /// Whether the last sentences of the paragraph were someone's words.
    pub spoken: bool,
}

/// What a sentence gives of direct quotes.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub drafts: Vec<Draft>,
    /// Units that belong to a draft.
    pub taken: Vec<Range<usize>>,
}

/// The direct quotes of a sentence.
pub(super) fn quotes(
    p: &Paragraph<'_>,
    sentence: &Range<usize>,
    running: &mut Running,
    before: Before<'_>,
) -> Found {
    let mut found = Found::default();
    let mut low = sentence.start;
    let mut at = sentence.start;
    while at < sentence.end {
        let Some(quotation) = p.quotation(at) else {
            at += 1;
            continue;
        };
        let next = at + 1;
        if quotation.goes_on {
            let frame = frame::before(p, at, low);
            running.frame = frame.or(running.frame.take());
            running.pieces.push(quotation.span);
            found.taken.push(at..next);
            at = next;
            continue;
        }
        let goes_on = std::mem::take(running);
        let Some((draft, units)) = quote(p, sentence, at, low, &goes_on, before) else {
            at = next;
            continue;
        };
        low = units.end;
        at = units.end.max(next);
        found.taken.push(units);
        found.drafts.push(draft);
    }
    found
}

fn quote(
    p: &Paragraph<'_>,
    sentence: &Range<usize>,
    at: usize,
    low: usize,
    running: &Running,
    before: Before<'_>,
) -> Option<(Draft, Range<usize>)> {
    let quotation = p.quotation(at)?;
    let mut pieces = running.pieces.clone();
    pieces.push(quotation.span);
    if let Some(frame) = frame::after(p, at + 1, sentence.end) {
        return Some(followed(p, sentence, at, low, pieces, &frame));
    }
    if let Some(frame) = frame::before(p, at, low)
        && introduces(p, &frame, quotation, at, sentence.end)
    {
        let units = frame.units.start..at + 1;
        let (pieces, end) = further(p, pieces, at + 1, sentence.end);
        return Some((framed(p, pieces, &frame, units.start..sentence.end, 0.95), units.start..end));
    }
    if let Some(frame) = running.frame.as_ref() {
        return Some((framed(p, pieces, frame, at + 1..sentence.end, 0.95), at..at + 1));
    }
    let alone = !p.has_words(sentence.start..at) && !p.has_words(at + 1..sentence.end);
    if !alone {
        return None;
    }
    if let Some(frame) = before.asked {
        return Some((framed(p, pieces, frame, at + 1..sentence.end, 0.9), at..at + 1));
    }
    let standing = !running.pieces.is_empty() || is_speech(p, quotation, before.spoken);
    standing.then(|| (bare(pieces), at..at + 1))
}

/// A quotation with its frame after it. Where words of the sentence come
/// before a part in marks, all of them are the quote.
fn followed(
    p: &Paragraph<'_>,
    sentence: &Range<usize>,
    at: usize,
    low: usize,
    mut pieces: Vec<Span>,
    frame: &Frame,
) -> (Draft, Range<usize>) {
    let leads =
        |unit: &usize| p.class(*unit).any(Class::CONJUNCTION | Class::LIKE) || !p.has_words(*unit..unit + 1);
    let before = (low..at).find(|unit| !leads(unit)).unwrap_or(at)..at;
    let mut quote_type = QuoteType::Direct;
    if pieces.len() == 1 && p.has_words(before.clone()) && is_part(p, at) {
        let start = first_word(p, before.clone());
        if let (Some(hull), None) = (p.hull(start..at + 1), frame::before(p, at, low)) {
            pieces = vec![hull];
            quote_type = QuoteType::Mixed;
        }
    }
    let (pieces, end) = further(p, pieces, frame.units.end, sentence.end);
    let mut draft = framed(p, pieces, frame, at + 1..sentence.end, 0.97);
    draft.quote_type = quote_type;
    (draft, at..end.max(frame.units.end))
}

fn first_word(p: &Paragraph<'_>, units: Range<usize>) -> usize {
    let is_word = |unit: &usize| p.token(*unit).is_none_or(|token| !matches!(token.shape, Shape::Sign(_)));
    units.clone().find(is_word).unwrap_or(units.start)
}

/// Whether a quotation behind other words goes on with their sentence.
fn is_part(p: &Paragraph<'_>, at: usize) -> bool {
    let Some(quotation) = p.quotation(at) else { return false };
    let stopped = at
        .checked_sub(1)
        .and_then(|before| p.token(before))
        .is_some_and(|token| matches!(token.shape, Shape::Sign(_)));
    let capital = p.words_in(quotation).next().is_some_and(Token::is_capital);
    let words = p.words_in(quotation).take(PART + 1).count();
    !stopped && (!capital || words <= PART)
}

/// *“…,” he said, “…”*: the pieces that follow a frame behind a comma.
fn further(p: &Paragraph<'_>, mut pieces: Vec<Span>, from: usize, end: usize) -> (Vec<Span>, usize) {
    let Some(next) = (from..end).find(|unit| p.quotation(*unit).is_some()) else { return (pieces, from) };
    let comma = p.token(next - 1).is_some_and(|token| token.is(','));
    let Some(quotation) = p.quotation(next).filter(|quotation| comma && !quotation.goes_on) else {
        return (pieces, from);
    };
    let other = (from..next).any(|unit| {
        p.token(unit)
            .is_some_and(|token| token.shape == Shape::Lower && token.class.any(Class::SAY | Class::NAMED))
    });
    if other || frame::after(p, next + 1, end).is_some() {
        return (pieces, from);
    }
    pieces.push(quotation.span);
    (pieces, next + 1)
}

/// Whether the frame before a quotation brings it in as words said, whole.
fn introduces(p: &Paragraph<'_>, frame: &Frame, quotation: &Quotation, at: usize, end: usize) -> bool {
    let rest = p.has_words(at + 1..end);
    let closed = p.words_in(quotation).next().is_some_and(Token::is_capital) || !rest;
    let gap = frame.units.end..at;
    let named = (gap.clone()).any(|unit| p.class(unit).any(Class::NAMED));
    let words = gap.filter(|unit| p.token(*unit).is_some_and(Token::is_word)).count();
    if named || !closed {
        return false;
    }
    if frame.marked {
        words <= 10 && (!rest || ended(p, quotation))
    } else {
        words == 0 && !rest && p.words_in(quotation).take(3).count() == 3
    }
}

/// Whether the words in a quotation end with a sentence or a comma.
fn ended(p: &Paragraph<'_>, quotation: &Quotation) -> bool {
    let last = quotation.tokens.end.checked_sub(1 + quotation.mark).and_then(|at| p.tokens.get(at));
    last.is_some_and(|last| matches!(last.shape, Shape::Sign('.' | '!' | '?' | '…' | ',')))
}

/// Whether a quotation that stands alone is something said.
fn is_speech(p: &Paragraph<'_>, quotation: &Quotation, spoken: bool) -> bool {
    let least = if spoken { GOING_ON } else { STANDING };
    p.words_in(quotation).take(least).count() == least && ended(p, quotation)
}

fn framed(p: &Paragraph<'_>, content: Vec<Span>, frame: &Frame, around: Range<usize>, score: f32) -> Draft {
    Draft {
        content,
        quote_type: QuoteType::Direct,
        cue: Some(frame.cue),
        source: frame.source.clone(),
        addressee: frame.addressee,
        relay: relay(p, around).map(|(span, _)| span),
        score,
        paragraph: 0,
    }
}

fn bare(content: Vec<Span>) -> Draft {
    Draft {
        content,
        quote_type: QuoteType::Direct,
        cue: None,
        source: None,
        addressee: None,
        relay: None,
        score: 0.6,
        paragraph: 0,
    }
}
