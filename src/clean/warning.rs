//! What a person should know of how a page was read.

use std::fmt;

/// Something about a page that was read nevertheless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// The bytes are not UTF-8; the WHATWG name of what they were read in.
    Decoded { encoding: &'static str },
    /// Bytes that the encoding does not know became U+FFFD; how many
    /// characters did.
    Replaced { count: usize },
    /// The page ends inside a tag, a comment, a script, or without closing.
    CutHtml,
    /// Elements are nested deeper than readability is tried on.
    DeepHtml { depth: usize },
    /// The page has too many elements for readability to be tried.
    LargeHtml { elements: usize },
    /// Readability found no article; the rules for plain text labelled it.
    NotReadable,
    /// Nothing tells the article from the rest; all was kept as body.
    NoArticleFound,
    /// The front matter does not end, or a line of it cannot be read.
    BadFrontMatter,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decoded { encoding } => write!(
                f,
                "The file is not UTF-8 and was read as {encoding}; check accents, dashes and quotation marks."
            ),
            Self::Replaced { count } => write!(
                f,
                "{count} places could not be decoded and show as “\u{fffd}”; save the page again as UTF-8 if they matter."
            ),
            Self::CutHtml => f.write_str(
                "The page ends in the middle, as if its download was cut; what there is was read. Save it again if its end is missing.",
            ),
            Self::DeepHtml { depth } => write!(
                f,
                "The page nests {depth} elements; its parts were told by the rules for plain text. Check the regions."
            ),
            Self::LargeHtml { elements } => write!(
                f,
                "The page has {elements} elements; its parts were told by the rules for plain text. Check the regions."
            ),
            Self::NotReadable => f.write_str(
                "The page's markup does not tell where the article is; the rules for plain text did. Check the regions.",
            ),
            Self::NoArticleFound => {
                f.write_str("No article stands out on the page; all of it was kept as body. Check the regions.")
            }
            Self::BadFrontMatter => f.write_str(
                "The front matter could not be read and was kept as boilerplate; check title, date and author.",
            ),
        }
    }
}
