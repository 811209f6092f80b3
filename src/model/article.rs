//! An article: a text that never changes, what is known of it, and the roles
//! of its parts.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{ArticleId, Span, Stamp, Text, named_enum};

named_enum! {
    /// The role of a stretch of an article's text.
    pub enum RegionKind {
        Headline = "headline",
        Byline = "byline",
        /// Outlet and time, as printed above the text.
        PublicationLine = "publication_line",
        /// The place a report comes from. Lies inside the first body region.
        Dateline = "dateline",
        Caption = "caption",
        /// Who made a picture.
        Credit = "credit",
        /// One paragraph of the article.
        Body = "body",
        /// A link to another article ("Baca juga: …").
        RelatedLink = "related_link",
        /// What the page holds beside the article.
        Boilerplate = "boilerplate",
    }
}

/// A stretch of the text with a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Region {
    pub kind: RegionKind,
    #[serde(flatten)]
    pub span: Span,
}

/// What is known of an article. Nothing here is needed; nothing is guessed
/// without a trace of it in the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub authors: Vec<String>,
    /// ISO 8601: a date, or a date and time, with its zone's offset where the
    /// page gives one.
    pub published_at: Option<String>,
    /// BCP 47, mostly only the language: `id`, `en`.
    pub language: Option<String>,
    pub url: Option<String>,
    pub section: Option<String>,
}

/// Whether words are an ISO 8601 date or time, as an article's publication
/// has it.
#[must_use]
pub fn is_iso_date(words: &str) -> bool {
    words.parse::<jiff::Timestamp>().is_ok()
        || words.parse::<jiff::civil::DateTime>().is_ok()
        || words.parse::<jiff::civil::Date>().is_ok()
}

/// The file an article was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// The file's name, without its folder.
    pub name: String,
    /// The importer's name: `text`, `html`, `markdown`.
    pub format: String,
    /// The encoding the bytes were read in, by its WHATWG name.
    pub encoding: String,
    /// SHA-256 of the bytes, in lower-case hexadecimals.
    pub sha256: String,
    /// The file as it came; absent where the article's text in UTF-8 is the
    /// file, byte for byte.
    #[serde(skip)]
    pub bytes: Option<Arc<[u8]>>,
}

/// One article of the project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    pub id: ArticleId,
    /// The id it had where it came from, when that was not a UUID.
    pub external_id: Option<String>,
    #[serde(flatten)]
    pub metadata: Metadata,
    /// SHA-256 of the text in UTF-8, in lower-case hexadecimals.
    pub sha256: String,
    /// Sorted by position; only a dateline lies inside another region.
    pub regions: Vec<Region>,
    pub file: Option<SourceFile>,
    #[serde(flatten)]
    pub stamp: Stamp,
    #[serde(skip)]
    pub text: Text,
}

impl Article {
    /// The spans that have a role, in order.
    pub fn regions_of(&self, kind: RegionKind) -> impl Iterator<Item = Span> {
        self.regions.iter().filter(move |region| region.kind == kind).map(|region| region.span)
    }

    /// The place the report comes from, as printed.
    #[must_use]
    pub fn dateline(&self) -> Option<&str> {
        Self::dateline_of(&self.text, &self.regions)
    }

    /// The same, of a text with regions that is no article yet.
    #[must_use]
    pub fn dateline_of<'t>(text: &'t Text, regions: &[Region]) -> Option<&'t str> {
        let dateline = regions.iter().find(|region| region.kind == RegionKind::Dateline)?;
        text.slice(dateline.span)
    }

    /// The title, or the first words of the text, or the file's name.
    #[must_use]
    pub fn display_title(&self) -> &str {
        let first_line = || self.text.as_str().lines().map(str::trim).find(|line| !line.is_empty());
        let file = || self.file.as_ref().map(|file| file.name.as_str());
        self.metadata.title.as_deref().or_else(first_line).or_else(file).unwrap_or("–")
    }
}
