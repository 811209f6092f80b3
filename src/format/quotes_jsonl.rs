//! `quotes-jsonl`: a line a quote, complete in itself.

use std::io::Write;

use serde::Serialize;

use super::record::{ArticleHead, Quotes};
use super::{Exporter, FormatError, Sink, verify};
use crate::model::{Document, Registry};

/// See the module.
pub(super) struct QuotesJsonl;

impl Exporter for QuotesJsonl {
    fn name(&self) -> &'static str {
        "quotes-jsonl"
    }

    fn about(&self) -> &'static str {
        "Quotes with their speakers and claim, a line a quote, complete in itself"
    }

    fn extension(&self) -> &'static str {
        "jsonl"
    }

    fn start<'w>(
        &self,
        out: &'w mut dyn Write,
        registry: &'w Registry,
    ) -> Result<Box<dyn Sink + 'w>, FormatError> {
        Ok(Box::new(Lines { out, registry }))
    }
}

struct Lines<'w> {
    out: &'w mut dyn Write,
    registry: &'w Registry,
}

impl Sink for Lines<'_> {
    fn document(&mut self, document: &Document) -> Result<(), FormatError> {
        verify(document, self.registry)?;
        let article = ArticleHead::from(&*document.article);
        let quotes = Quotes::new(document, self.registry);
        for quote in &document.quotes {
            write_line(self.out, &quotes.record(quote, Some(&article)))?;
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), FormatError> {
        self.out.flush().map_err(FormatError::Write)
    }
}

/// Writes one record and ends its line. The record is put together first, so
/// that an unbuffered file gets one write a line.
pub(super) fn write_line(out: &mut dyn Write, record: &impl Serialize) -> Result<(), FormatError> {
    let mut line = serde_json::to_vec(record).map_err(|error| FormatError::Write(error.into()))?;
    line.push(b'\n');
    out.write_all(&line).map_err(FormatError::Write)
}
