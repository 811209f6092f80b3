//! Verifying that everything stands as its last entry of the journal left it.

use rusqlite::{Connection, OptionalExtension as _, Statement};

use super::{Finding, SqlResult};
use crate::edit::Thing;
use crate::model::{Article, Document, Merge, Registry, Text};

/// The journal's last word on each thing.
pub struct Journal<'c> {
    last: Statement<'c>,
}

impl<'c> Journal<'c> {
    pub fn new(sql: &'c Connection) -> SqlResult<Self> {
        let last = sql.prepare(
            "SELECT after FROM journal_change WHERE entity_id = ?1 AND entity = ?2 ORDER BY seq DESC LIMIT 1",
        )?;
        Ok(Self { last })
    }

    /// Every merge that stands.
    pub fn merges(&mut self, merges: &[Merge], findings: &mut Vec<Finding>) -> SqlResult<()> {
        let mut each = merges.iter();
        each.try_for_each(|merge| self.compare(merge, findings))
    }

    /// What the whole project shares.
    pub fn registry(&mut self, registry: &Registry, findings: &mut Vec<Finding>) -> SqlResult<()> {
        for speaker in registry.speakers.values() {
            self.compare(&**speaker, findings)?;
        }
        for annotator in registry.annotators.values() {
            self.compare(&**annotator, findings)?;
        }
        for setting in registry.settings.values() {
            self.compare(&**setting, findings)?;
        }
        for conflict in registry.conflicts.values() {
            self.compare(&**conflict, findings)?;
        }
        Ok(())
    }

    /// An article with everything on it.
    pub fn document(&mut self, document: &Document, findings: &mut Vec<Finding>) -> SqlResult<()> {
        let article = without_text(&document.article);
        self.compare(&article, findings)?;
        for layer in document.layers.values() {
            self.compare(&**layer, findings)?;
        }
        for quote in &document.quotes {
            self.compare(&**quote, findings)?;
        }
        for claim in &document.claims {
            self.compare(&**claim, findings)?;
        }
        for comment in &document.comments {
            self.compare(&**comment, findings)?;
        }
        for decision in &document.decisions {
            self.compare(&**decision, findings)?;
        }
        Ok(())
    }

    fn compare<T: Thing>(&mut self, stored: &T, findings: &mut Vec<Finding>) -> SqlResult<()> {
        let (kind, id) = (T::KIND, stored.entity_id());
        let after: Option<Option<String>> =
            self.last.query_row([&*id, kind.name()], |row| row.get(0)).optional()?;
        let journaled: Option<T> = after.flatten().and_then(|after| serde_json::from_str(&after).ok());
        if journaled.as_ref() != Some(stored) {
            findings.push(Finding(format!("The {kind} {id} was changed without an entry in the journal.")));
        }
        Ok(())
    }
}

/// The journal's entries leave out the text and the file's bytes, which their
/// hashes stand for.
fn without_text(article: &Article) -> Article {
    let mut file = article.file.clone();
    if let Some(file) = &mut file {
        file.bytes = None;
    }
    Article { text: Text::default(), file, ..article.clone() }
}

/// Things that the journal knows and the tables don't.
pub fn vanished(sql: &Connection, findings: &mut Vec<Finding>) -> SqlResult<()> {
    let mut statement = sql.prepare(
        "WITH last AS (SELECT entity, entity_id, after, max(seq) FROM journal_change GROUP BY entity, entity_id) \
         SELECT entity, entity_id FROM last WHERE after IS NOT NULL AND entity_id NOT IN ( \
           SELECT id FROM article UNION ALL SELECT article_id || '/' || annotator_id FROM layer \
           UNION ALL SELECT id FROM quote UNION ALL SELECT id FROM claim UNION ALL SELECT id FROM speaker \
           UNION ALL SELECT id FROM annotator UNION ALL SELECT key FROM setting UNION ALL SELECT id FROM comment \
           UNION ALL SELECT id FROM decision UNION ALL SELECT id FROM conflict UNION ALL SELECT id FROM merge)",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (kind, id): (String, String) = (row.get(0)?, row.get(1)?);
        findings.push(Finding(format!(
            "The {kind} {id} of the journal is gone without an entry of its deletion."
        )));
    }
    Ok(())
}
