//! What can go wrong with a project's file, each as a sentence for people.

use std::path::{Path, PathBuf};

use rusqlite::{ErrorCode, ffi};

/// Why a project can't be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("There is no project at {}.", .0.display())]
    Missing(PathBuf),
    #[error("{} exists already. Choose another name, or open it.", .0.display())]
    Exists(PathBuf),
    #[error("{} is a folder. Name a file in it, such as {}.", .0.display(), .0.join("project.kutip").display())]
    IsFolder(PathBuf),
    #[error("{} is not a Kutip project{found}.", .path.display())]
    NotAProject { path: PathBuf, found: Found },
    #[error(
        "{} was written by a newer Kutip (format {found}; this one knows formats up to {known}). \
         Open it with that version, or a later one.", .path.display()
    )]
    Newer { path: PathBuf, found: usize, known: usize },
    #[error("{} can only be read. Make it and its folder writable, or work on a copy.", .0.display())]
    ReadOnly(PathBuf),
    #[error(
        "Another program is writing to {}. Nothing was changed. Wait until it has finished, then try again.",
        .0.display()
    )]
    Locked(PathBuf),
    #[error(
        "{} is damaged ({detail}). Work on from a backup; “kutip check” lists what is wrong.", .path.display()
    )]
    Damaged { path: PathBuf, detail: String },
    #[error("The disk is full. The last edit was not saved to {}; free some space and make it again.", .0.display())]
    DiskFull(PathBuf),
    #[error(
        "{} was deleted, moved or replaced while it was open. The last edit was not saved; \
         put the file back, or save a copy elsewhere.", .0.display()
    )]
    Gone(PathBuf),
    #[error("{} can't be read or written: {detail}.", .path.display())]
    Io { path: PathBuf, detail: String },
    #[error(
        "This was changed in another window or by the command line meanwhile. Look at it again, then repeat the edit."
    )]
    ChangedElsewhere,
    #[error("This is still in use: quotes, claims or other entries refer to it. Unlink it there first.")]
    InUse,
    #[error("The project holds something that this program can't read: {0}.")]
    Content(String),
    #[error("The database refused: {0}.")]
    Sql(rusqlite::Error),
}

/// What a file is that is no project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Found {
    #[error("")]
    Other,
    #[error(": the file is empty")]
    Nothing,
    #[error(": it is the database of another program")]
    OtherDatabase,
}

impl StoreError {
    /// Whether a query was stopped on purpose.
    #[must_use]
    pub fn is_interruption(&self) -> bool {
        matches!(self, Self::Sql(error) if error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted))
    }

    /// Gives an error of the database the project's path and a sentence.
    #[must_use]
    pub(super) fn at(self, path: &Path) -> Self {
        let Self::Sql(error) = self else { return self };
        let path = path.to_path_buf();
        let detail = error.to_string();
        let extended = error.sqlite_error().map(|error| error.extended_code);
        if matches!(extended, Some(ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_UNIQUE)) {
            return Self::ChangedElsewhere;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotAProject { path, found: Found::Other },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked(path),
            Some(ErrorCode::ReadOnly) => Self::ReadOnly(path),
            Some(ErrorCode::DiskFull) => Self::DiskFull(path),
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, detail },
            Some(ErrorCode::CannotOpen | ErrorCode::SystemIoFailure | ErrorCode::PermissionDenied) => {
                Self::Io { path, detail }
            }
            Some(ErrorCode::ConstraintViolation) if detail.contains("FOREIGN KEY") => Self::InUse,
            None if is_unreadable(&error) => Self::Content(detail),
            _ => Self::Sql(error),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

/// Whether the database gave a value that is none of its column's.
fn is_unreadable(error: &rusqlite::Error) -> bool {
    use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType, Utf8Error};
    matches!(
        error,
        FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..) | Utf8Error(..)
    )
}
