//! `csv`: a row a quote, for spreadsheets and statistics programs.
//!
//! RFC 4180 in UTF-8 without a byte order mark. Cells are the data as they
//! are: one that begins with `=`, `+`, `-` or `@` gets no apostrophe before
//! it, since that would change quoted words. Open such a file by importing it
//! as text where a spreadsheet would run formulas.

use std::fmt::Write as _;
use std::io::Write;

use ::csv::{ErrorKind, Terminator, Writer, WriterBuilder};

use super::record::Quotes;
use super::{Exporter, FormatError, Sink, verify};
use crate::model::{Document, Medium, Piece, Quote, Registry, SpeakerId};

/// See the module.
pub(super) struct Csv;

const COLUMNS: &[&str] = &[
    "article_id",
    "article_title",
    "publisher",
    "published_at",
    "language",
    "url",
    "quote_id",
    "external_id",
    "type",
    "medium",
    "content",
    "content_start",
    "content_end",
    "content_pieces",
    "cue",
    "cue_pieces",
    "source",
    "source_pieces",
    "mention",
    "speakers",
    "speaker_ids",
    "addressee",
    "addressee_pieces",
    "addressee_speakers",
    "addressee_speaker_ids",
    "relay",
    "relay_pieces",
    "relay_speakers",
    "relay_speaker_ids",
    "parent",
    "claim",
    "note",
    "annotator",
    "status",
    "created_at",
    "updated_at",
    "attributes",
];

impl Exporter for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn about(&self) -> &'static str {
        "A row a quote, for spreadsheets and statistics"
    }

    fn extension(&self) -> &'static str {
        "csv"
    }

    fn start<'w>(
        &self,
        out: &'w mut dyn Write,
        registry: &'w Registry,
    ) -> Result<Box<dyn Sink + 'w>, FormatError> {
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
        writer.write_record(COLUMNS).map_err(write_error)?;
        Ok(Box::new(Rows { writer, registry }))
    }
}

struct Rows<'w> {
    writer: Writer<&'w mut dyn Write>,
    registry: &'w Registry,
}

impl Sink for Rows<'_> {
    fn document(&mut self, document: &Document) -> Result<(), FormatError> {
        verify(document, self.registry)?;
        let quotes = Quotes::new(document, self.registry);
        for quote in &document.quotes {
            self.row(document, &quotes, quote).map_err(write_error)?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<(), FormatError> {
        self.writer.flush().map_err(FormatError::Write)
    }
}

impl Rows<'_> {
    fn row(&mut self, document: &Document, quotes: &Quotes<'_>, quote: &Quote) -> Result<(), ::csv::Error> {
        let article = &*document.article;
        let metadata = &article.metadata;
        self.cell(&article.id.to_string())?;
        for known in
            [&metadata.title, &metadata.publisher, &metadata.published_at, &metadata.language, &metadata.url]
        {
            self.cell(known.as_deref().unwrap_or(""))?;
        }
        let (start, end, _) = quote.reading_order();
        self.cell(&quote.id.to_string())?;
        self.cell(quote.external_id.as_deref().unwrap_or(""))?;
        self.cell(quote.quote_type.name())?;
        self.cell(&joined(quote.medium.iter().copied().map(Medium::name)))?;
        self.cell(&words(&quote.content))?;
        self.cell(&start.to_string())?;
        self.cell(&end.to_string())?;
        self.cell(&places(&quote.content))?;
        self.pieces(&quote.cue)?;
        self.pieces(&quote.source)?;
        self.cell(quote.mention.map_or("", crate::model::Mention::name))?;
        self.speakers(&quote.speakers)?;
        self.pieces(&quote.addressee)?;
        self.speakers(&quote.addressee_speakers)?;
        self.pieces(&quote.relay)?;
        self.speakers(&quote.relay_speakers)?;
        self.cell(&quote.parent.map(|parent| parent.to_string()).unwrap_or_default())?;
        self.cell(quotes.claim_on(quote.id).and_then(|claim| claim.statement.as_deref()).unwrap_or(""))?;
        self.cell(quote.note.as_deref().unwrap_or(""))?;
        self.cell(self.registry.annotator_name(quote.annotator))?;
        self.cell(quote.status.name())?;
        self.cell(&format!("{:.6}", quote.stamp.created_at))?;
        self.cell(&format!("{:.6}", quote.stamp.updated_at))?;
        self.cell(&serde_json::to_string(&quote.attributes).map_err(std::io::Error::from)?)?;
        self.writer.write_record(None::<&[u8]>)
    }

    fn cell(&mut self, cell: &str) -> Result<(), ::csv::Error> {
        self.writer.write_field(cell)
    }

    fn pieces(&mut self, pieces: &[Piece]) -> Result<(), ::csv::Error> {
        self.cell(&words(pieces))?;
        self.cell(&places(pieces))
    }

    fn speakers(&mut self, ids: &[SpeakerId]) -> Result<(), ::csv::Error> {
        let registry = self.registry;
        let known = ids.iter().filter_map(|id| registry.speakers.get(id));
        self.cell(&joined(known.map(|speaker| speaker.name.as_str())))?;
        self.cell(&joined(ids.iter().map(ToString::to_string)))
    }
}

/// The words of the pieces, with an ellipsis where others stand between.
fn words(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" … ")
}

/// `12-30;40-52`
fn places(pieces: &[Piece]) -> String {
    let mut places = String::new();
    for piece in pieces {
        let separator = if places.is_empty() { "" } else { ";" };
        // Writing to a string can't fail.
        let _ = write!(places, "{separator}{}-{}", piece.start, piece.end);
    }
    places
}

fn joined<T: AsRef<str>>(items: impl Iterator<Item = T>) -> String {
    items.fold(String::new(), |mut all, item| {
        if !all.is_empty() {
            all.push_str("; ");
        }
        all.push_str(item.as_ref());
        all
    })
}

/// What the system said, where it is that: a reader that has read enough is
/// told from a full disk by it.
fn write_error(error: ::csv::Error) -> FormatError {
    if !error.is_io_error() {
        return FormatError::Write(error.into());
    }
    match error.into_kind() {
        ErrorKind::Io(error) => FormatError::Write(error),
        kind => FormatError::Write(std::io::Error::other(format!("{kind:?}"))),
    }
}
