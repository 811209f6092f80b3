//! `articles-jsonl`: a line an article, with its text, regions, layers,
//! quotes and claims. Imports again without loss.

use std::io::Write;

use super::quotes_jsonl::write_line;
use super::record::ArticleRecord;
use super::{Exporter, FormatError, Sink, verify};
use crate::model::{Document, Registry};

/// See the module.
pub(super) struct ArticlesJsonl;

impl Exporter for ArticlesJsonl {
    fn name(&self) -> &'static str {
        "articles-jsonl"
    }

    fn about(&self) -> &'static str {
        "Everything Kutip knows, a line an article: text, regions, quotes and claims; imports again without loss"
    }

    fn extension(&self) -> &'static str {
        "jsonl"
    }

    fn start<'w>(
        &self,
        out: &'w mut dyn Write,
        registry: &'w Registry,
    ) -> Result<Box<dyn Sink + 'w>, FormatError> {
        Ok(Box::new(Articles { out, registry }))
    }
}

struct Articles<'w> {
    out: &'w mut dyn Write,
    registry: &'w Registry,
}

impl Sink for Articles<'_> {
    fn document(&mut self, document: &Document) -> Result<(), FormatError> {
        verify(document, self.registry)?;
        write_line(self.out, &ArticleRecord::new(document, self.registry))
    }

    fn finish(self: Box<Self>) -> Result<(), FormatError> {
        self.out.flush().map_err(FormatError::Write)
    }
}
