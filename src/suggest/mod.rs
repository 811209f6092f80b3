//! Suggestions: who said what, as far as the text says it.
//!
//! Rules over words and marks, with what they know of a language kept as data
//! in `assets/languages`. Pure and in time linear in the text: a pass for
//! tokens and quotation marks, one for sentences and their frames, one for
//! the people named.

mod class;
mod direct;
mod draft;
pub mod evaluate;
mod frame;
mod indirect;
mod marks;
mod missed;
mod pack;
mod paragraph;
mod people;
mod phrase;
mod subject;
mod suggestion;
mod token;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

pub use missed::{Place, PlaceKind, places};
pub use pack::{OwnWords, Pack, PackError, Packs};
pub use people::KnownSpeakers;
pub use suggestion::{Candidate, Linked, Suggestion};

use class::Class;
use direct::{Before, Running};
use draft::Draft;
use pack::lower;
use paragraph::Paragraph;

use crate::model::{Article, Mention, RegionKind, Span, SpeakerId, SpeakerKind, Text};

/// What suggesting looks at beside the article.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    pub packs: &'a Packs,
    pub known: &'a KnownSpeakers,
    /// Quotes that the annotator has made in the article.
    pub linked: &'a [Linked],
    /// Whom the annotator linked a mention to before, by its folded words.
    pub chosen: &'a HashMap<String, SpeakerId>,
    /// Also headlines, captions, links and what is no part of the article.
    pub everywhere: bool,
}

/// The quotes that an article seems to hold, in reading order.
#[must_use]
pub fn suggest(article: &Article, context: &Context<'_>) -> Vec<Suggestion> {
    let text = &article.text;
    let Some(pack) = context.packs.choose(article.metadata.language.as_deref(), text.as_str()) else {
        return Vec::new();
    };
    let paragraphs = paragraphs(article, pack, context.everywhere);
    let drafts = drafts(&paragraphs);
    let singles = singles(&paragraphs, &drafts);
    let (people, mentions) = people::find(&paragraphs, &singles, context.known);
    let scene = people::Scene {
        text,
        paragraphs: &paragraphs,
        mentions: &mentions,
        known: context.known,
        linked: context.linked,
        chosen: context.chosen,
    };
    let candidates = people::resolve(&scene, people, &drafts);
    drafts
        .into_iter()
        .zip(candidates)
        .map(|(draft, candidates)| finished(draft, candidates, text, context.known))
        .collect()
}

/// The stretches of the text that are looked at, each a paragraph.
fn stretches(article: &Article, everywhere: bool) -> Vec<Span> {
    let text = &article.text;
    let lines = || text.lines().into_iter().filter(|line| !line.is_empty());
    let has_body = article.regions.iter().any(|region| region.kind == RegionKind::Body);
    if everywhere || !has_body {
        let others =
            |line: &Span| everywhere || !article.regions.iter().any(|region| region.span.covers(*line));
        return if article.regions.is_empty() { lines().collect() } else { lines().filter(others).collect() };
    }
    let dateline = article.regions_of(RegionKind::Dateline).next();
    let mut stretches = Vec::new();
    for body in article.regions_of(RegionKind::Body) {
        let start =
            dateline.filter(|dateline| body.covers(*dateline)).map_or(body.start, |dateline| dateline.end);
        let Some(words) = text.slice(Span::new(start, body.end)) else { continue };
        let mut at = start;
        for line in words.split('\n') {
            let length = line.chars().count();
            if length > 0 {
                stretches.push(Span::new(at, at + length));
            }
            at += length + 1;
        }
    }
    stretches
}

fn paragraphs<'t>(article: &'t Article, pack: &Pack, everywhere: bool) -> Vec<Paragraph<'t>> {
    let text = &article.text;
    let read = |span: Span| Some(Paragraph::new(text.slice(span)?, span.start, pack));
    let mut paragraphs: Vec<Paragraph<'t>> = stretches(article, everywhere)
        .into_iter()
        .filter_map(read)
        .filter(|p| !p.tokens.is_empty() && !p.tokens.first().is_some_and(|first| is_trap(p, first.class)))
        .collect();
    let begins: Vec<bool> = paragraphs.iter().map(Paragraph::begins_marked).collect();
    for (p, next) in paragraphs.iter_mut().zip(begins.into_iter().skip(1)) {
        if next {
            p.let_go_on();
        }
    }
    paragraphs
}

/// *Baca juga: …*
fn is_trap(p: &Paragraph<'_>, class: Class) -> bool {
    let reach = p.tokens.first().map_or(1, |first| usize::from(first.reach));
    class.any(Class::TRAP) && (reach > 1 || p.tokens.get(1).is_some_and(|next| next.is(':')))
}

fn drafts(paragraphs: &[Paragraph<'_>]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut running = Running::default();
    let mut asked = None;
    for (at, p) in paragraphs.iter().enumerate() {
        let mut spoken = false;
        for sentence in &p.sentences {
            let asked = asked.as_ref().filter(|_| sentence.start == 0);
            let found = direct::quotes(p, sentence, &mut running, Before { asked, spoken });
            let own = found.drafts.is_empty() && found.taken.is_empty();
            let indirect = if own { indirect::quote(p, sentence) } else { None };
            spoken = !found.drafts.is_empty();
            drafts.extend(
                found.drafts.into_iter().chain(indirect).map(|draft| Draft { paragraph: at, ..draft }),
            );
        }
        asked = asks(p);
    }
    drafts.sort_by_key(Draft::start);
    drafts
}

/// The frame of a paragraph that ends in a colon: the next one is what was
/// said.
fn asks(p: &Paragraph<'_>) -> Option<frame::Frame> {
    let last: &Range<usize> = p.sentences.last()?;
    let colon = p.token(last.end.checked_sub(1)?).is_some_and(|token| token.is(':'));
    colon.then(|| frame::before(p, last.end, last.start)).flatten()
}

/// The words that sources alone consist of.
fn singles(paragraphs: &[Paragraph<'_>], drafts: &[Draft]) -> HashSet<String> {
    drafts
        .iter()
        .filter_map(|draft| Some((draft.source.as_ref()?, paragraphs.get(draft.paragraph)?)))
        .filter(|(source, _)| source.mention == Mention::Name && source.units.len() == 1)
        .filter_map(|(source, p)| p.token(source.units.start))
        .map(|token| lower(token.words))
        .collect()
}

fn finished(draft: Draft, candidates: Vec<Candidate>, text: &Text, known: &KnownSpeakers) -> Suggestion {
    let outlet = draft.relay.and_then(|span| text.slice(span)).map(|name| Candidate {
        speaker: known.named(name).first().copied(),
        name: name.to_owned(),
        kind: SpeakerKind::Organisation,
        sure: true,
    });
    Suggestion {
        content: draft.content,
        quote_type: draft.quote_type,
        cue: draft.cue.into_iter().collect(),
        mention: draft.source.as_ref().map(|source| source.mention),
        source: draft.source.map(|source| source.span).into_iter().collect(),
        addressee: draft.addressee.into_iter().collect(),
        relay: draft.relay.into_iter().collect(),
        candidates,
        outlet,
        score: draft.score,
    }
}
