//! The project's file: one SQLite database. The only SQL of the program.
//!
//! [`Store::commit`] is the one way to write: the rows of a transaction and
//! its journal, durably, or nothing at all.

mod annotator;
mod article;
mod backup;
mod check;
mod claim;
mod comment;
mod conflict;
mod decision;
mod entity;
mod error;
mod file;
mod history;
mod journal;
mod layer;
mod list;
mod load;
mod open;
mod past;
mod quote;
mod returned;
mod row;
mod schema;
mod search;
mod setting;
mod share;
mod speaker;
mod stats;
mod usual;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use crate::edit::Transaction;

pub use check::Finding;
pub use error::{Found, StoreError};
pub use history::Fingerprint;
pub use list::{ArticleRow, Narrow};
pub use past::Step;
pub use returned::{Remark, Returned};
pub use search::{Hit, Interrupter};
pub use share::Shared;
pub use stats::{AnnotatorProgress, Share, Stats};

type Result<T> = std::result::Result<T, StoreError>;

/// An open project.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
    identity: file::Identity,
    read_only: bool,
    patience: Duration,
}

impl Store {
    /// The project's file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the file can be read but not written.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Whether the file may be written and is still where it was.
    pub fn writable(&self) -> Result<()> {
        if self.read_only {
            return Err(StoreError::ReadOnly(self.path.clone()));
        }
        self.identity.verify(&self.path)
    }

    /// Writes a transaction with its journal: all of it, durably, or nothing.
    /// Returns its number in the journal.
    ///
    /// # Errors
    /// [`StoreError::ChangedElsewhere`] when an entity is no longer what the
    /// transaction says it was before; the others when the file can't be
    /// written.
    pub fn commit(&mut self, transaction: &Transaction) -> Result<i64> {
        self.commit_with(transaction, |_| Ok(()))
    }

    /// As [`Store::commit`], together with what `more` writes.
    fn commit_with(
        &mut self,
        transaction: &Transaction,
        more: impl FnOnce(&Connection) -> Result<()>,
    ) -> Result<i64> {
        self.writable()?;
        let path = self.path.clone();
        let write = |connection: &mut Connection| -> Result<i64> {
            let sql = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for change in &transaction.changes {
                entity::write(&sql, change)?;
            }
            let seq = journal::append(&sql, transaction)?;
            more(&sql)?;
            sql.commit()?;
            Ok(seq)
        };
        write(&mut self.connection).map_err(|error| error.at(&path))
    }
}
