//! The article as the page holds it: its blocks and where positions lie in
//! them.

use std::sync::Arc;

use super::block::{Block, BlockKind, blocks};
use super::metadata;
use crate::gui::words::tr;
use crate::model::{Article, Span};

pub(super) struct Sheet {
    pub article: Arc<Article>,
    pub blocks: Vec<Block>,
    pub paragraphs: usize,
    pub open: bool,
    metadata: String,
}

impl Sheet {
    pub(super) fn new(article: Arc<Article>, open: bool) -> Self {
        let (blocks, paragraphs) = blocks(&article, open);
        let told = blocks.iter().any(|block| block.kind == BlockKind::Metadata);
        let metadata = if told { metadata::line(&article) } else { String::new() };
        Self { article, blocks, paragraphs, open, metadata }
    }

    /// The words a block shows.
    pub(super) fn words(&self, block: &Block) -> String {
        match block.kind {
            BlockKind::Metadata => self.metadata.clone(),
            BlockKind::Fold { lines } => tr!("page-not-article", number = lines),
            _ => self.article.text.as_str().get(block.bytes.clone()).unwrap_or("").to_owned(),
        }
    }

    /// The block that shows a position, and how far into it; `None` where
    /// nothing does.
    pub(super) fn place(&self, position: usize) -> Option<(usize, usize)> {
        let mut index = self.blocks.partition_point(|block| block.span.start <= position).checked_sub(1)?;
        loop {
            let block = self.blocks.get(index)?;
            if block.kind.is_text() {
                return (position <= block.span.end).then(|| (index, position - block.span.start));
            }
            // A line of ours stands where the words before it end.
            if !block.span.is_empty() && position < block.span.end {
                return None;
            }
            index = index.checked_sub(1)?;
        }
    }

    /// The nearest position that is shown: the next one, or else the one
    /// before; `None` where no word is shown.
    pub(super) fn land(&self, position: usize, forward: bool) -> Option<usize> {
        if self.place(position).is_some() {
            return Some(position);
        }
        let after = || self.texts().find(|block| block.span.start >= position).map(|block| block.span.start);
        let before = || {
            let end = self.blocks.partition_point(|block| block.span.start <= position);
            let earlier = self.blocks.get(..end)?.iter().rev();
            earlier.filter(|block| block.kind.is_text()).map(|block| block.span.end.min(position)).next()
        };
        if forward { after().or_else(before) } else { before().or_else(after) }
    }

    /// The blocks with the article's words.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.kind.is_text())
    }

    /// The next block with words in a direction.
    pub(super) fn neighbour(&self, index: usize, forward: bool) -> Option<usize> {
        let is_text = |at: &usize| self.blocks.get(*at).is_some_and(|block| block.kind.is_text());
        if forward { (index + 1..self.blocks.len()).find(is_text) } else { (0..index).rev().find(is_text) }
    }

    /// Whether nothing of the article comes after a block.
    pub(super) fn ends_with(&self, index: usize) -> bool {
        let after = self.blocks.get(index..).unwrap_or_default();
        after.iter().all(|block| matches!(block.kind, BlockKind::Boilerplate | BlockKind::Fold { .. }))
    }

    /// Whether a closed fold hides a position.
    pub(super) fn folds(&self, position: usize) -> bool {
        self.blocks
            .iter()
            .any(|block| matches!(block.kind, BlockKind::Fold { .. }) && block.span.contains(position))
    }

    /// The blocks a span touches, with the part of the span in each, counted
    /// from the block's start.
    pub(super) fn parts(&self, span: Span) -> impl Iterator<Item = (usize, Span)> {
        let from = self.blocks.partition_point(|block| block.span.start <= span.start).saturating_sub(1);
        let blocks = self.blocks.iter().enumerate().skip(from);
        blocks.take_while(move |(_, block)| block.span.start < span.end).filter_map(move |(index, block)| {
            let part = block.kind.is_text().then(|| block.span.intersection(span))??;
            Some((index, Span::new(part.start - block.span.start, part.end - block.span.start)))
        })
    }
}
