//! What went wrong with a project's file, in the language of the window.

use super::tr;
use crate::edit::EditError;
use crate::workspace::{OutsideError, StoreError, WorkspaceError};

/// A sentence that says what happened and what can be done.
pub fn error(error: &WorkspaceError) -> String {
    match error {
        WorkspaceError::Store(error) => store(error),
        WorkspaceError::Outside(error) => outside(error),
        WorkspaceError::Edit(EditError::SeenByReviewer) => tr!("review-error-seen"),
        other => other.to_string(),
    }
}

fn outside(error: &OutsideError) -> String {
    match error {
        OutsideError::Start { program, detail } => {
            tr!("suggest-outside-start", program = program.as_str(), detail = detail.as_str())
        }
        OutsideError::Failed { program, detail } => {
            tr!("suggest-outside-failed", program = program.as_str(), detail = detail.as_str())
        }
        OutsideError::TooSlow { program, seconds } => {
            tr!("suggest-outside-slow", program = program.as_str(), seconds = *seconds)
        }
        OutsideError::Line { program, line, detail } => {
            tr!("suggest-outside-line", program = program.as_str(), line = *line, detail = detail.as_str())
        }
    }
}

fn store(error: &StoreError) -> String {
    let shown = |path: &std::path::Path| path.display().to_string();
    match error {
        StoreError::Missing(path) => tr!("start-error-missing", path = shown(path)),
        StoreError::Exists(path) => tr!("start-error-exists", path = shown(path)),
        StoreError::IsFolder(path) => {
            tr!("start-error-folder", path = shown(path), file = shown(&path.join("project.kutip")))
        }
        StoreError::NotAProject { path, detail } => {
            tr!("start-error-no-project", path = shown(path), detail = *detail)
        }
        StoreError::Newer { path, found, known } => {
            tr!("start-error-newer", path = shown(path), found = *found, known = *known)
        }
        StoreError::ReadOnly(path) => tr!("start-error-read-only", path = shown(path)),
        StoreError::Locked(path) => tr!("start-error-locked", path = shown(path)),
        StoreError::Damaged { path, detail } => {
            tr!("start-error-damaged", path = shown(path), detail = detail.as_str())
        }
        StoreError::DiskFull(path) => tr!("start-error-disk-full", path = shown(path)),
        StoreError::Gone(path) => tr!("start-error-gone", path = shown(path)),
        StoreError::ChangedElsewhere => tr!("start-error-changed-elsewhere"),
        StoreError::InUse => tr!("start-error-in-use"),
        other => other.to_string(),
    }
}
