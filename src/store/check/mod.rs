//! Verifying everything that a project holds.

mod document;
mod journal;
mod structure;

use rusqlite::ErrorCode;

use super::row::SqlResult;
use super::{Result, Store, StoreError};

/// Something that is not as it should be, as a sentence.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Finding(pub String);

impl Store {
    /// Verifies the file's structure, its references, the indexes, every
    /// span's words, every text's and file's hash, and that everything stands
    /// as the journal says. Nothing found: an empty list. What can't be read
    /// is found too, and the rest goes on. `progress` is told the share of
    /// articles that is done.
    ///
    /// # Errors
    /// When the file can't even be read.
    pub fn check(&self, progress: &mut dyn FnMut(f32)) -> Result<Vec<Finding>> {
        // Its end also takes away what comparing the indexes makes.
        let _snapshot = self.snapshot()?;
        let mut findings = Vec::new();
        let sql = &self.connection;
        for part in [structure::pages, structure::references, structure::indexes, journal::vanished] {
            let done = part(sql, &mut findings).map_err(|error| self.error(error));
            found(done, &mut findings)?;
        }
        let compared = self.check_registry(&mut findings);
        found(compared, &mut findings)?;
        let ids = self.article_ids();
        let ids = found(ids, &mut findings)?.unwrap_or_default();
        for (done, id) in ids.iter().enumerate() {
            let checked = self.check_article(*id, &mut findings);
            if found(checked, &mut findings)?.is_none() {
                findings.push(Finding(format!("Article {id} can't be read.")));
            }
            progress((done + 1) as f32 / ids.len() as f32);
        }
        Ok(findings)
    }

    fn check_registry(&self, findings: &mut Vec<Finding>) -> Result<()> {
        let registry = self.registry()?;
        let mut compare = || {
            let mut journal = journal::Journal::new(&self.connection)?;
            journal.registry(&registry, findings)?;
            journal.merges(&super::conflict::merges(&self.connection)?, findings)
        };
        compare().map_err(|error| self.error(error))
    }

    fn check_article(&self, id: crate::model::ArticleId, findings: &mut Vec<Finding>) -> Result<()> {
        let Some(document) = self.document(id)? else { return Ok(()) };
        document::findings(&document, findings);
        journal::Journal::new(&self.connection)
            .and_then(|mut journal| journal.document(&document, findings))
            .map_err(|error| self.error(error))
    }
}

/// Damage and unreadable content are findings; that the file can't be read at
/// all is an error.
fn found<T>(done: Result<T>, findings: &mut Vec<Finding>) -> Result<Option<T>> {
    let what = match done {
        Ok(value) => return Ok(Some(value)),
        Err(StoreError::Damaged { detail, .. } | StoreError::Content(detail)) => detail,
        Err(StoreError::Sql(error)) if error.sqlite_error_code() != Some(ErrorCode::OutOfMemory) => {
            error.to_string()
        }
        Err(other) => return Err(other),
    };
    findings.push(Finding(format!("The file is damaged: {what}.")));
    Ok(None)
}
