//! What can be wrong with a project's file.

use super::shown;
use crate::gui::words::tr;
use crate::workspace::StoreError;
use crate::workspace::fault::Found;

pub(super) fn store(error: &StoreError) -> String {
    match error {
        StoreError::Missing(path) => tr!("errors-store-missing", path = shown(path)),
        StoreError::Exists(path) => tr!("errors-store-exists", path = shown(path)),
        StoreError::IsFolder(path) => {
            tr!("errors-store-folder", path = shown(path), file = shown(&path.join("project.kutip")))
        }
        StoreError::NotAProject { path, found } => match found {
            Found::Other => tr!("errors-store-no-project", path = shown(path)),
            Found::Nothing => tr!("errors-store-empty", path = shown(path)),
            Found::OtherDatabase => tr!("errors-store-other-database", path = shown(path)),
        },
        StoreError::Newer { path, found, known } => {
            tr!("errors-store-newer", path = shown(path), found = *found, known = *known)
        }
        StoreError::ReadOnly(path) => tr!("errors-store-read-only", path = shown(path)),
        StoreError::Locked(path) => tr!("errors-store-locked", path = shown(path)),
        StoreError::Damaged { path, detail } => {
            tr!("errors-store-damaged", path = shown(path), detail = detail.as_str())
        }
        StoreError::DiskFull(path) => tr!("errors-store-disk-full", path = shown(path)),
        StoreError::Gone(path) => tr!("errors-store-gone", path = shown(path)),
        StoreError::Io { path, detail } => {
            tr!("errors-store-io", path = shown(path), detail = detail.as_str())
        }
        StoreError::ChangedElsewhere => tr!("errors-store-changed-elsewhere"),
        StoreError::InUse => tr!("errors-store-in-use"),
        StoreError::Content(detail) => tr!("errors-store-content", detail = detail.as_str()),
        StoreError::Sql(error) => tr!("errors-store-sql", detail = error.to_string()),
    }
}
