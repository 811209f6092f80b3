//! File formats: one file a format, and one sorted list of each kind.
//!
//! An [`Exporter`] streams documents out one at a time; an [`Importer`] reads
//! records and yields what each brings, or a sentence for what it can't read.
//! To add a format, write its file and add one line to [`EXPORTERS`] or
//! [`IMPORTERS`].

mod articles_jsonl;
mod csv;
mod error;
mod given;
mod incoming;
mod jsonl;
mod place;
mod quotes_jsonl;
mod raw;
mod record;
mod resolve;
mod review_html;
mod reviewed;
mod verify;

use std::io::{BufRead, Write};

use crate::model::{Document, Registry};

pub use error::{Damage, FormatError, Problem, Refusal};
pub use incoming::{
    ArticleReference, Incoming, IncomingArticle, IncomingClaim, IncomingComment, IncomingDecision,
    IncomingLayer, IncomingQuote, IncomingSeen, IncomingSpeaker, IncomingTarget, LooseQuote,
};
pub use jsonl::{JsonLines, not_json, read_jsonl};
pub use place::{Part, Place, Step};
pub use verify::verify;

/// Writes documents in one format.
pub trait Exporter: Sync {
    /// The fixed name on the command line.
    fn name(&self) -> &'static str;

    /// What it is for, in one line.
    fn about(&self) -> &'static str;

    /// The files' usual extension, without its dot.
    fn extension(&self) -> &'static str;

    /// Begins a file.
    ///
    /// # Errors
    /// When nothing can be written.
    fn start<'w>(
        &self,
        out: &'w mut dyn Write,
        registry: &'w Registry,
    ) -> Result<Box<dyn Sink + 'w>, FormatError>;
}

/// A file being written.
pub trait Sink {
    /// Writes one article with the layers, quotes and claims that the document
    /// holds: the caller has narrowed it to what is wanted.
    ///
    /// # Errors
    /// When words and positions disagree, when something linked is missing,
    /// or when nothing can be written.
    fn document(&mut self, document: &Document) -> Result<(), FormatError>;

    /// Writes what is still held back.
    ///
    /// # Errors
    /// When nothing can be written.
    fn finish(self: Box<Self>) -> Result<(), FormatError>;
}

/// Reads one format.
pub trait Importer: Sync {
    /// The fixed name on the command line.
    fn name(&self) -> &'static str;

    /// What it is for, in one line.
    fn about(&self) -> &'static str;

    /// The extensions of its files, without their dots.
    fn extensions(&self) -> &'static [&'static str];

    /// Reads records one at a time. Quotes and claims that name no annotator
    /// belong to `annotator`, if one is given.
    fn read<'r>(
        &self,
        reader: &'r mut dyn BufRead,
        annotator: Option<&'r str>,
    ) -> Box<dyn Iterator<Item = Result<Incoming, FormatError>> + 'r>;
}

/// Every format that can be written, by name.
pub const EXPORTERS: &[&dyn Exporter] =
    &[&articles_jsonl::ArticlesJsonl, &csv::Csv, &quotes_jsonl::QuotesJsonl, &review_html::ReviewHtml];

/// Every format that can be read, by name.
pub const IMPORTERS: &[&dyn Importer] = &[
    &jsonl::Jsonl {
        name: "articles-jsonl",
        about: "Articles with their quotes and claims, a line an article",
    },
    &jsonl::Jsonl { name: "jsonl", about: "Any JSON lines with a `text` and perhaps a title, url and date" },
    &jsonl::Jsonl { name: "quotes-jsonl", about: "Quotes of articles that the project has, a line a quote" },
];

/// The exporter of this name.
#[must_use]
pub fn exporter(name: &str) -> Option<&'static dyn Exporter> {
    EXPORTERS.iter().copied().find(|exporter| exporter.name() == name)
}

/// The importer of this name.
#[must_use]
pub fn importer(name: &str) -> Option<&'static dyn Importer> {
    IMPORTERS.iter().copied().find(|importer| importer.name() == name)
}
