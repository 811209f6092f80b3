//! From the bytes of a page to its text, the roles of its parts and what is
//! known of it.
//!
//! Pure of file I/O. Cleaning labels and deletes nothing: a plain text's text
//! is the file's own, a web page's is all that a browser would show. Every
//! line that is not blank lies in exactly one region; only datelines lie
//! inside another.

mod attribution;
mod block;
mod caption;
mod date;
mod dateline;
mod decode;
mod desk;
mod error;
mod head;
mod html;
mod label;
mod language;
mod markdown;
mod metadata;
mod publication;
mod related;
mod score;
mod tail;
mod text;
mod warning;
mod words;

pub use error::{CleanError, FileKind};
pub use warning::Warning;

use crate::model::{Metadata, Region, named_enum};
use label::Page;

/// The largest file that is read, in bytes: 64 MiB. Callers can refuse a
/// larger one before they read it.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

named_enum! {
    /// What kind of page the bytes are.
    pub enum Format {
        Text = "text",
        Html = "html",
        Markdown = "markdown",
    }
}

/// A page, read and labelled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    pub text: String,
    /// Sorted by start, the longer first. Positions are code points.
    pub regions: Vec<Region>,
    pub metadata: Metadata,
    pub format: Format,
    /// The encoding the bytes were read in, by its WHATWG name.
    pub encoding: &'static str,
    pub warnings: Vec<Warning>,
    /// Whether the text in UTF-8 is the file, byte for byte.
    pub text_is_file: bool,
}

/// Reads a page. Without a format, the file's name and its content tell it.
///
/// # Errors
/// The file is empty, no text, or larger than [`MAX_BYTES`].
pub fn clean(bytes: &[u8], file_name: &str, format: Option<Format>) -> Result<Cleaned, CleanError> {
    let decoded = decode::decode(bytes)?;
    let format = format.unwrap_or_else(|| tell(&decoded.text, file_name));
    let mut warnings = decoded.warnings;
    let page = match format {
        Format::Text => text::read(&decoded.text),
        Format::Markdown => markdown::read(&decoded.text, &mut warnings),
        Format::Html => html::read(&decoded.text, &mut warnings)?,
    };
    let Page { text, blocks, found } = page;
    let labels = label::label(&text, &blocks, found.title.as_deref());
    if labels.whole_page {
        warnings.push(Warning::NoArticleFound);
    }
    let metadata = metadata::complete(found, &text, &blocks, &labels);
    let regions = label::regions(&text, &labels);
    let text_is_file = text.as_bytes() == bytes;
    Ok(Cleaned { text, regions, metadata, format, encoding: decoded.encoding, warnings, text_is_file })
}

/// The format by the name's ending, else by the first characters.
fn tell(text: &str, file_name: &str) -> Format {
    let ending = file_name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    match ending.as_str() {
        "html" | "htm" | "xhtml" | "xht" | "shtml" => Format::Html,
        "md" | "markdown" | "mdown" | "mkd" => Format::Markdown,
        _ if html::looks_like_html(text) => Format::Html,
        _ => Format::Text,
    }
}
