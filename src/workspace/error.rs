use std::path::PathBuf;

use crate::edit::EditError;
use crate::format::FormatError;
use crate::job::Canceled;
use crate::model::ArticleId;
use crate::store::StoreError;

use super::{LeftOut, OutsideError};

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
    #[error(
        "{} was not brought in: {first}{}. Nothing was changed. Ask for another copy; “kutip check” lists what is \
         wrong in this one.", .path.display(), and_more(*more)
    )]
    Refused { path: PathBuf, first: String, more: usize },
    #[error(
        "{} was not brought in: it tells another story than this project of the edit {edit} of the {thing}. \
         One of them was changed by other means than Kutip. Nothing was changed.", .path.display()
    )]
    OtherStory { path: PathBuf, thing: String, edit: String },
    #[error(
        "{} was not brought in: its article {article} has another text than here, and a text never changes. \
         Nothing was changed.", .path.display()
    )]
    OtherText { path: PathBuf, article: String },
    #[error("{} is this project itself. Name a colleague's copy of it.", .0.display())]
    OwnCopy(PathBuf),
    #[error("Nobody is called “{0}” there. Names are written as the annotators' lists have them.")]
    NoPerson(String),
    #[error(transparent)]
    Assignment(#[from] AssignError),
    #[error("There is nothing to share: choose at least one article.")]
    NothingToShare,
    #[error("There is no article {0} in this project.")]
    NoArticle(ArticleId),
    #[error("{} can't be written: {problem}.", .path.display())]
    File { path: PathBuf, problem: FileProblem },
    #[error("There is no format called “{0}”. “kutip formats” lists those there are.")]
    UnknownFormat(String),
    #[error(transparent)]
    Outside(#[from] OutsideError),
    #[error("The sample project is not as it should be: {0}")]
    Sample(Box<LeftOut>),
}

/// Why articles can't be distributed so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AssignError {
    #[error("Name each annotator once.")]
    Names,
    #[error("Each article needs one annotator or more, and no more than there are.")]
    Each,
    #[error("The overlap is a share of the articles, from 0 to 100 percent.")]
    Overlap,
}

/// Why a file can't be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    #[error("it is a folder")]
    IsFolder,
    #[error("it is write-protected")]
    WriteProtected,
    #[error("there is no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// What the system says.
    #[error("{0}")]
    System(String),
}

fn and_more(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => " (and one thing more)".to_owned(),
        more => format!(" (and {more} things more)"),
    }
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
