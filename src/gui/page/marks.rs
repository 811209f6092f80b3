//! The quotes' parts, sorted into the blocks they stand in.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::PageInput;
use super::sheet::Sheet;
use crate::gui::theme::Hue;
use crate::gui::words::{self, tr};
use crate::model::{Quote, QuoteId, QuoteType, Role, Span, Speaker, SpeakerId, SpeakerKind};

/// A part of a quote in one block; positions from the block's start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment {
    pub span: Span,
    /// Place in `Marks::quotes`.
    pub quote: usize,
    pub role: Role,
}

/// A quote and what its marks need to know.
pub(super) struct Marked {
    pub quote: Arc<Quote>,
    pub hue: Option<Hue>,
    pub addressee: Option<Hue>,
    pub relay: Option<Hue>,
    /// Who is named in the margin.
    pub name: Option<String>,
    /// What stands below the name: the type, and through whom.
    pub said: Option<String>,
    pub via: Option<String>,
    pub claim: bool,
    /// It is only suggested.
    pub ghost: bool,
    /// How many code points its content has.
    pub length: usize,
}

impl Marked {
    pub(super) fn hue_of(&self, role: Role) -> Option<Hue> {
        match role {
            Role::Relay => self.relay,
            Role::Addressee => self.addressee.or(self.hue),
            Role::Content | Role::Cue | Role::Source => self.hue,
        }
    }
}

/// What stands in one block.
#[derive(Default)]
pub(super) struct BlockMarks {
    pub segments: Vec<Segment>,
    /// Contents that are only suggested.
    pub ghosts: Vec<Segment>,
    /// Quotes that are named beside this block, and where they begin in it.
    pub names: Vec<(usize, usize)>,
    /// Claims in the article's own voice.
    pub claims: Vec<Span>,
}

/// All marks of an article.
#[derive(Default)]
pub(super) struct Marks {
    pub quotes: Vec<Marked>,
    pub blocks: Vec<BlockMarks>,
}

impl Marks {
    pub(super) fn new(sheet: &Sheet, input: &PageInput<'_>) -> Self {
        let mut marks =
            Self { quotes: Vec::new(), blocks: sheet.blocks.iter().map(|_| BlockMarks::default()).collect() };
        let names = names(input);
        let claimed: std::collections::BTreeSet<_> =
            input.document.claims.iter().filter_map(|claim| claim.quote).collect();
        // Readings stand in for the quotes' own marks.
        if input.readings.is_some() {
            return marks;
        }
        for quote in &input.document.quotes {
            if input.annotator.is_none_or(|annotator| quote.annotator == annotator) {
                marks.add(sheet, input, quote, &names, claimed.contains(&quote.id));
            }
        }
        for claim in &input.document.claims {
            let shown = input.annotator.is_none_or(|annotator| claim.annotator == annotator);
            for piece in claim.spans.iter().filter(|_| shown) {
                for (index, span) in sheet.parts(piece.span()) {
                    if let Some(block) = marks.blocks.get_mut(index) {
                        block.claims.push(span);
                    }
                }
            }
        }
        if let Some(ghosts) = input.ghosts {
            marks.add_ghosts(sheet, ghosts.ghosts);
        }
        for block in &mut marks.blocks {
            block.segments.sort_by_key(|segment| (segment.span.start, std::cmp::Reverse(segment.span.end)));
            block.names.sort_by_key(|(_, at)| *at);
        }
        marks
    }

    fn add(
        &mut self,
        sheet: &Sheet,
        input: &PageInput<'_>,
        quote: &Arc<Quote>,
        names: &BTreeMap<SpeakerId, String>,
        claim: bool,
    ) {
        let index = self.quotes.len();
        let mut first: Option<(usize, usize)> = None;
        for role in Role::ALL {
            for piece in quote.pieces(*role) {
                for (block, span) in sheet.parts(piece.span()) {
                    let Some(marks) = self.blocks.get_mut(block) else { continue };
                    marks.segments.push(Segment { span, quote: index, role: *role });
                    // Named where its content begins, or else its first part.
                    if *role == Role::Content || quote.content.is_empty() {
                        first = first.into_iter().chain([(block, span.start)]).min();
                    }
                }
            }
        }
        if let Some((block, at)) = first
            && let Some(marks) = self.blocks.get_mut(block)
        {
            marks.names.push((index, at));
        }
        let hue = |speakers: &[SpeakerId]| speakers.first().and_then(|id| input.hues.get(id)).copied();
        self.quotes.push(Marked {
            hue: hue(&quote.speakers),
            addressee: hue(&quote.addressee_speakers),
            relay: hue(&quote.relay_speakers),
            name: joined(&quote.speakers, names),
            said: (quote.quote_type != QuoteType::Unspecified).then(|| words::quote_type(quote.quote_type)),
            via: via(quote, names),
            claim,
            ghost: false,
            length: quote.content.iter().map(|piece| piece.span().len()).sum(),
            quote: Arc::clone(quote),
        });
    }

    /// The quotes with words at a place in a block: those whose content lies
    /// there, the shortest first, then those with another part there.
    pub(super) fn at(&self, block: usize, offset: usize) -> Vec<QuoteId> {
        let Some(block) = self.blocks.get(block) else { return Vec::new() };
        let mut here: Vec<_> = block
            .segments
            .iter()
            .chain(&block.ghosts)
            .filter(|segment| segment.span.contains(offset))
            .filter_map(|segment| {
                let marked = self.quotes.get(segment.quote)?;
                let rank = (marked.ghost, segment.role != Role::Content);
                Some((rank, marked.length, segment.quote, marked.quote.id))
            })
            .collect();
        here.sort_unstable();
        let mut ids: Vec<QuoteId> = Vec::with_capacity(here.len());
        for (.., id) in here {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }
}

fn joined(speakers: &[SpeakerId], names: &BTreeMap<SpeakerId, String>) -> Option<String> {
    let names: Vec<&str> = speakers.iter().filter_map(|id| names.get(id)).map(String::as_str).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn via(quote: &Quote, names: &BTreeMap<SpeakerId, String>) -> Option<String> {
    let name = quote.relay_speakers.first().and_then(|id| names.get(id)).map(String::as_str);
    let name = name.or_else(|| quote.relay.first().map(|piece| piece.text.as_str()));
    name.map(|name| tr!("page-via", name = name))
}

/// Names for the margin: the short ones, and longer ones for those who would
/// share a short one in this article.
fn names(input: &PageInput<'_>) -> BTreeMap<SpeakerId, String> {
    let quotes = input.document.quotes.iter();
    let mentioned = quotes.flat_map(|quote| {
        [Role::Source, Role::Relay, Role::Addressee].into_iter().flat_map(|role| quote.speakers_of(role))
    });
    let speakers: BTreeMap<SpeakerId, &Arc<Speaker>> =
        mentioned.filter_map(|id| Some((*id, input.registry.speakers.get(id)?))).collect();
    let mut names: BTreeMap<SpeakerId, String> =
        speakers.iter().map(|(id, speaker)| (*id, speaker.short_name().to_owned())).collect();
    for longer in [initialled as fn(&Speaker) -> String, |speaker| speaker.name.clone()] {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for name in names.values() {
            *count.entry(name.clone()).or_default() += 1;
        }
        for (id, name) in &mut names {
            if count.get(name).is_some_and(|count| *count > 1)
                && let Some(speaker) = speakers.get(id)
            {
                *name = longer(speaker);
            }
        }
    }
    names
}

/// "V. Putin".
fn initialled(speaker: &Speaker) -> String {
    let initial = speaker.name.chars().next();
    match initial {
        Some(initial)
            if speaker.kind == SpeakerKind::Person && !speaker.name.starts_with(speaker.short_name()) =>
        {
            format!("{initial}. {}", speaker.short_name())
        }
        _ => speaker.name.clone(),
    }
}
