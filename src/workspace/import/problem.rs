//! What is to be said of a file that was brought in, or was not.

use serde::{Serialize, Serializer};

use crate::clean::{CleanError, Warning};
use crate::format::{FormatError, Refusal};

/// What is wrong with a file, or with a part of one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    #[error("there is no such file")]
    Missing,
    #[error("there is no article in this folder: no text, HTML, Markdown or JSON lines")]
    EmptyFolder,
    #[error("there is no record in the file")]
    NoRecords,
    /// With what the system says.
    #[error("it can't be read: {0}")]
    Unreadable(String),
    #[error("line {line}: the file can't be read on: {detail}")]
    Cut { line: usize, detail: String },
    #[error(transparent)]
    Page(#[from] CleanError),
    #[error("{0}")]
    Warning(Warning),
    #[error(transparent)]
    Record(#[from] Refusal),
}

impl From<std::io::Error> for FileFault {
    fn from(error: std::io::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}

impl From<FormatError> for FileFault {
    fn from(error: FormatError) -> Self {
        match error {
            FormatError::Refused(refusal) => Self::Record(refusal),
            FormatError::Read { line, source } => Self::Cut { line, detail: source.to_string() },
            other => Self::Unreadable(other.to_string()),
        }
    }
}

impl Serialize for FileFault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
