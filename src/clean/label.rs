//! The role of every block of a page.

use std::ops::Range;

use super::block::Block;
use super::dateline::Dateline;
use super::desk::{Desk, caption_parts};
use super::publication::Stamp;
use super::{head, score, tail};
use crate::model::{Metadata, Region, RegionKind, Span, Text};

/// A page before it is labelled: its text, its blocks in order, and what the
/// markup says of it.
pub struct Page {
    pub text: String,
    pub blocks: Vec<Block>,
    pub found: Metadata,
}

/// A part with a role, in bytes of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub kind: RegionKind,
    pub start: usize,
    pub end: usize,
}

/// What labelling found.
#[derive(Debug, Default)]
pub struct Labels {
    pub parts: Vec<Part>,
    pub headline: Option<usize>,
    pub stamp: Option<Stamp>,
    pub authors: Vec<String>,
    pub dateline: Option<Dateline>,
    /// Nothing told the article from the rest.
    pub whole_page: bool,
}

/// Gives every block its role. `title` is what the page's metadata calls it.
pub fn label(text: &str, blocks: &[Block], title: Option<&str>) -> Labels {
    let traits = score::traits(blocks);
    let count = blocks.len();
    let mut desk = Desk {
        text,
        blocks,
        traits,
        kinds: vec![None; count],
        captions: vec![None; count],
        joined: vec![false; count],
        found: Labels::default(),
    };
    match score::run(&desk.traits).filter(|run| score::stands_out(&desk.traits, run)) {
        Some(run) => {
            let run = score::grown(&desk.traits, run);
            let run = head::label(&mut desk, run, title);
            label_run(&mut desk, run.clone());
            tail::label(&mut desk, run);
        }
        None => label_loosely(&mut desk, title),
    }
    desk.find_dateline();
    desk.into_labels()
}

/// The blocks of the article itself: all body but what says it is not.
fn label_run(desk: &mut Desk<'_>, run: Range<usize>) {
    let mut at = run.start;
    while at < run.end {
        let step = desk.label_related(at, run.end).or_else(|| desk.label_read_more(at)).unwrap_or(0);
        if step > 0 {
            at += step;
            continue;
        }
        if let Some(kind) = desk.kind_in_run(at) {
            desk.set(at, kind);
        }
        at += 1;
    }
}

/// A page on which nothing stands out: only what is sure gets another role
/// than body.
fn label_loosely(desk: &mut Desk<'_>, title: Option<&str>) {
    desk.found.whole_page = desk.blocks.len() > 3;
    head::label_title(desk, title);
    for at in 0..desk.blocks.len() {
        if desk.is_set(at) || desk.label_related(at, desk.blocks.len()).is_some() {
            continue;
        }
        let Some(traits) = desk.traits.get(at) else { continue };
        let sure = traits.words > 1 && (traits.clutter || traits.end_mark) || traits.chrome || traits.inline;
        if traits.stamp.as_ref().is_some_and(|stamp| stamp.when.is_some()) && desk.found.stamp.is_none() {
            desk.found.stamp.clone_from(&traits.stamp);
            desk.set(at, RegionKind::PublicationLine);
        } else if desk.label_caption(at, false) || desk.label_byline(at) {
        } else {
            desk.set(at, if sure { RegionKind::Boilerplate } else { RegionKind::Body });
        }
    }
}

impl Desk<'_> {
    fn into_labels(self) -> Labels {
        let mut labels = self.found;
        let mut open: Option<(usize, Part)> = None;
        for (at, block) in self.blocks.iter().enumerate() {
            let kind = self.kinds.get(at).copied().flatten().unwrap_or(RegionKind::Body);
            if let Some(Some(caption)) = self.captions.get(at) {
                labels.parts.extend(open.take().map(|(_, part)| part));
                labels.parts.extend(caption_parts(self.text, block, caption));
                continue;
            }
            let part = Part { kind, start: block.start, end: block.end };
            open = match open {
                Some((group, last))
                    if last.kind == kind && kind == RegionKind::Body && group == block.group =>
                {
                    Some((group, Part { end: block.end, ..last }))
                }
                Some((_, last)) if last.kind == kind && at > 0 && self.joined.get(at - 1) == Some(&true) => {
                    Some((block.group, Part { end: block.end, ..last }))
                }
                last => {
                    labels.parts.extend(last.map(|(_, part)| part));
                    Some((block.group, part))
                }
            };
        }
        labels.parts.extend(open.map(|(_, part)| part));
        labels.parts.sort_by_key(|part| (part.start, std::cmp::Reverse(part.end)));
        labels
    }
}

/// The parts as regions, in code points.
pub fn regions(text: &str, labels: &Labels) -> Vec<Region> {
    let text = Text::new(text);
    let position = |byte| text.position_of(byte);
    let region = |part: &Part| {
        Some(Region { kind: part.kind, span: Span::new(position(part.start)?, position(part.end)?) })
    };
    labels.parts.iter().filter_map(region).collect()
}
