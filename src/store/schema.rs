//! Schema versions: the migrations of `migrations/`, in the order of their
//! numbers.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use rusqlite::Connection;
use rusqlite_migration::Migrations;

use super::{Result, StoreError};

static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/migrations");
static MIGRATIONS: LazyLock<std::result::Result<Migrations<'static>, String>> =
    LazyLock::new(|| Migrations::from_directory(&FOLDER).map_err(|error| error.to_string()));

/// "Kutp" in the header of the file.
pub const APPLICATION_ID: i64 = 0x4B75_7470;

/// The schema version that this program writes.
pub fn latest() -> usize {
    FOLDER.dirs().count()
}

/// The schema version of an open file.
pub fn version(connection: &Connection) -> Result<usize> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}

/// Brings the schema up to the latest version.
pub fn upgrade(connection: &mut Connection) -> Result<()> {
    let migrations = MIGRATIONS.as_ref().map_err(|error| StoreError::Content(error.clone()))?;
    migrations.to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => StoreError::Sql(err),
        other => StoreError::Content(other.to_string()),
    })
}
