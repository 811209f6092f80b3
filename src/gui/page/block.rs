//! The page's blocks: the article's lines, split where a region begins or
//! ends, without the blank ones. A block is what is laid out at once.

use std::ops::Range;

use crate::model::{Article, RegionKind, Span, Text};

/// Longer blocks are split softly: laying one out takes time, and only what
/// is seen should.
const LONGEST: usize = 4096;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockKind {
    Headline,
    /// What is known of the article, in place of its publication line.
    Metadata,
    Byline,
    Publication,
    Caption,
    Credit,
    Related,
    Body,
    Boilerplate,
    /// The line that stands for a run of boilerplate.
    Fold {
        lines: usize,
    },
}

impl BlockKind {
    /// Whether the article's own words stand in it.
    pub(super) const fn is_text(self) -> bool {
        !matches!(self, Self::Metadata | Self::Fold { .. })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub kind: BlockKind,
    pub span: Span,
    pub bytes: Range<usize>,
    /// The paragraph's number, where one begins.
    pub number: Option<usize>,
    /// Whether the line began in the block before.
    pub continues: bool,
}

/// The blocks of an article in order, and how many paragraphs it has.
pub(super) fn blocks(article: &Article, open: bool) -> (Vec<Block>, usize) {
    let mut builder = Builder { text: &article.text, blocks: Vec::new(), number: 0, open, run: None };
    let known = super::metadata::is_known(article);
    if article.regions.is_empty() {
        if known {
            builder.marker(BlockKind::Metadata, Span::new(0, 0));
        }
        builder.lines(article.text.span(), BlockKind::Body, true);
        return builder.finish();
    }
    let replaces = known && article.regions_of(RegionKind::PublicationLine).next().is_some();
    let mut pending = known && !replaces;
    if pending && article.regions_of(RegionKind::Headline).next().is_none() {
        builder.marker(BlockKind::Metadata, Span::new(0, 0));
        pending = false;
    }
    let mut at = 0;
    let mut told = false;
    for region in article.regions.iter().filter(|region| region.kind != RegionKind::Dateline) {
        if region.span.start > at {
            builder.lines(Span::new(at, region.span.start), BlockKind::Body, false);
        }
        let span = Span::new(region.span.start.max(at), region.span.end.max(at));
        if region.kind == RegionKind::PublicationLine && replaces {
            let shown = if told { Span::new(span.start, span.start) } else { span };
            if !told {
                builder.marker(BlockKind::Metadata, shown);
            }
            told = true;
        } else {
            builder.lines(span, kind_of(region.kind), region.kind == RegionKind::Body);
        }
        at = span.end;
        if pending && region.kind == RegionKind::Headline {
            builder.marker(BlockKind::Metadata, Span::new(at, at));
            pending = false;
        }
    }
    builder.lines(Span::new(at, article.text.len().max(at)), BlockKind::Body, false);
    builder.finish()
}

fn kind_of(region: RegionKind) -> BlockKind {
    match region {
        RegionKind::Headline => BlockKind::Headline,
        RegionKind::Byline => BlockKind::Byline,
        RegionKind::PublicationLine => BlockKind::Publication,
        RegionKind::Caption => BlockKind::Caption,
        RegionKind::Credit => BlockKind::Credit,
        RegionKind::RelatedLink => BlockKind::Related,
        RegionKind::Boilerplate => BlockKind::Boilerplate,
        RegionKind::Body | RegionKind::Dateline => BlockKind::Body,
    }
}

/// A run of boilerplate that is being gathered.
struct Run {
    span: Span,
    lines: usize,
    /// Where its line stands among the blocks.
    at: usize,
}

struct Builder<'a> {
    text: &'a Text,
    blocks: Vec<Block>,
    number: usize,
    open: bool,
    run: Option<Run>,
}

impl Builder<'_> {
    fn marker(&mut self, kind: BlockKind, span: Span) {
        self.end_run();
        let bytes = 0..0;
        self.blocks.push(Block { kind, span, bytes, number: None, continues: false });
    }

    /// Adds the lines of a stretch of text that are not blank.
    fn lines(&mut self, span: Span, kind: BlockKind, numbered: bool) {
        let (Some(words), Some(byte)) = (self.text.slice(span), self.text.byte_of(span.start)) else {
            return;
        };
        let (mut at, mut byte) = (span.start, byte);
        for line in words.split('\n') {
            let chars = line.chars().count();
            if !line.trim().is_empty() {
                self.line(line, Span::new(at, at + chars), byte, kind, numbered);
            }
            at += chars + 1;
            byte += line.len() + 1;
        }
    }

    fn line(&mut self, line: &str, span: Span, byte: usize, kind: BlockKind, numbered: bool) {
        if kind == BlockKind::Boilerplate {
            let at = self.blocks.len();
            let run = self.run.get_or_insert(Run { span, lines: 0, at });
            run.span.end = span.end;
            run.lines += 1;
            if !self.open {
                return;
            }
        } else {
            self.end_run();
        }
        let number = numbered.then(|| {
            self.number += 1;
            self.number
        });
        let (mut at, mut byte, mut rest, mut continues) = (span.start, byte, line, false);
        while !rest.is_empty() {
            let (part, after) = rest.split_at(soft_end(rest));
            let end = at + part.chars().count();
            let bytes = byte..byte + part.len();
            let number = number.filter(|_| !continues);
            self.blocks.push(Block { kind, span: Span::new(at, end), bytes, number, continues });
            (at, byte, rest, continues) = (end, byte + part.len(), after, true);
        }
    }

    fn end_run(&mut self) {
        let Some(Run { span, lines, at }) = self.run.take() else { return };
        let span = if self.open { Span::new(span.start, span.start) } else { span };
        let kind = BlockKind::Fold { lines };
        self.blocks.insert(at, Block { kind, span, bytes: 0..0, number: None, continues: false });
    }

    fn finish(mut self) -> (Vec<Block>, usize) {
        self.end_run();
        (self.blocks, self.number)
    }
}

/// Where a line's first block ends: at the end of a sentence, else of a word.
fn soft_end(line: &str) -> usize {
    if line.len() <= LONGEST {
        return line.len();
    }
    let limit = line.floor_char_boundary(LONGEST);
    let head = line.get(..limit).unwrap_or(line);
    let sentence = head.rfind(". ").map(|at| at + 2);
    let word = || head.rfind(' ').map(|at| at + 1);
    // Without spaces, nothing wider than a grapheme is kept whole.
    let grapheme = || {
        use unicode_segmentation::UnicodeSegmentation as _;
        head.grapheme_indices(true).next_back().map(|(at, _)| at).filter(|at| *at > 0)
    };
    sentence.or_else(word).or_else(grapheme).unwrap_or(limit)
}
