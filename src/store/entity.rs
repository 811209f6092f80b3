//! Writing one changed entity.

use rusqlite::Connection;

use super::{Result, StoreError};
use crate::edit::{Change, Diff, with_diff};

/// How an entity stands in its tables.
pub trait Entity {
    fn insert(&self, sql: &Connection) -> rusqlite::Result<()>;

    /// Replaces `before`; returns how many rows were still as it says.
    fn update(&self, before: &Self, sql: &Connection) -> rusqlite::Result<usize>;

    /// Deletes it; returns how many rows were still as it says.
    fn delete(&self, sql: &Connection) -> rusqlite::Result<usize>;
}

/// Writes one change of a transaction.
pub fn write(sql: &Connection, change: &Change) -> Result<()> {
    with_diff!(change, diff => apply(sql, diff))
}

fn apply<T: Entity>(sql: &Connection, diff: &Diff<T>) -> Result<()> {
    let found = match (&diff.before, &diff.after) {
        (None, Some(after)) => return Ok(after.insert(sql)?),
        (Some(before), Some(after)) => after.update(before, sql)?,
        (Some(before), None) => before.delete(sql)?,
        (None, None) => return Ok(()),
    };
    if found == 1 { Ok(()) } else { Err(StoreError::ChangedElsewhere) }
}
