//! Why a file gives no article.

use super::MAX_BYTES;

/// Why a file could not be read as a page. The sentences speak of "it": the
/// caller puts the file's name before them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CleanError {
    #[error("the file is empty; leave it out, or save the page again")]
    Empty,
    #[error("there is nothing in the file but white space; leave it out, or save the page again")]
    OnlyWhiteSpace,
    #[error("nothing on the page is visible text; open it in a browser and save its text")]
    NoVisibleText,
    #[error("this is {kind}, not a text; {}", .kind.advice())]
    Known { kind: FileKind },
    #[error("this is a binary file, not a text; save the article as plain text, HTML or Markdown")]
    Binary,
    #[error(
        "the file has {size} bytes and the limit is {} MiB; split it into one file an article",
        MAX_BYTES / (1024 * 1024)
    )]
    TooLarge { size: usize },
}

/// A kind of files that people mistake for pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileKind {
    #[error("a PDF document")]
    Pdf,
    #[error("a ZIP archive or an office document")]
    Zip,
    /// An archive of this sort.
    #[error("a {0} archive")]
    Archive(&'static str),
    #[error("an office document of the old kind")]
    OldOffice,
    #[error("a rich text document")]
    RichText,
    /// A picture of this sort.
    #[error("a {0} picture")]
    Picture(&'static str),
    #[error("a SQLite database")]
    Database,
    #[error("a program")]
    Program,
    #[error("a Safari web archive")]
    WebArchive,
}

impl FileKind {
    /// What can be done with it.
    const fn advice(self) -> &'static str {
        match self {
            Self::Pdf | Self::OldOffice | Self::RichText => {
                "open it, and save or copy its text as plain text"
            }
            Self::Zip | Self::Archive(_) => "unpack it, or hand the archive itself to the import",
            Self::Picture(_) | Self::Program => "only the text of an article can be imported",
            Self::Database => "open projects with File › Open, or merge them",
            Self::WebArchive => "save the page as HTML instead",
        }
    }
}
