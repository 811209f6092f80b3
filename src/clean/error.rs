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
    #[error("this is {kind}, not a text; {advice}")]
    Known { kind: &'static str, advice: &'static str },
    #[error("this is a binary file, not a text; save the article as plain text, HTML or Markdown")]
    Binary,
    #[error(
        "the file has {size} bytes and the limit is {} MiB; split it into one file an article",
        MAX_BYTES / (1024 * 1024)
    )]
    TooLarge { size: usize },
}
