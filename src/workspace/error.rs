use std::path::PathBuf;

use crate::edit::EditError;
use crate::format::FormatError;
use crate::job::Canceled;
use crate::model::ArticleId;
use crate::store::StoreError;

/// Why something could not be done with a project, as a sentence. Nothing
/// has changed.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Edit(#[from] EditError),
    #[error(transparent)]
    Format(#[from] FormatError),
    #[error(transparent)]
    Canceled(#[from] Canceled),
    #[error("There is no article {0} in this project.")]
    NoArticle(ArticleId),
    #[error("{} can't be written: {detail}.", .path.display())]
    File { path: PathBuf, detail: String },
    #[error("There is no format called “{0}”. “kutip formats” lists those there are.")]
    UnknownFormat(String),
    #[error("The sample project is not as it should be: {0}")]
    Sample(String),
}

impl WorkspaceError {
    /// Whether another program changed the same thing first.
    #[must_use]
    pub fn is_changed_elsewhere(&self) -> bool {
        matches!(self, Self::Store(StoreError::ChangedElsewhere))
    }

    /// For what can't be written where the caller wanted it.
    #[must_use]
    pub fn written(error: std::io::Error) -> Self {
        Self::Format(FormatError::Write(error))
    }
}
