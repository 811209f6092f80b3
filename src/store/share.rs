//! A copy that holds only a part of the project.

use std::path::Path;

use rusqlite::{Connection, params};

use super::row::{SqlResult, to_json};
use super::{Result, Store, StoreError, file};
use crate::model::{AnnotatorId, ArticleId};

/// What a copy holds.
#[derive(Debug, Clone, Copy)]
pub struct Shared<'a> {
    pub articles: &'a [ArticleId],
    /// Blind: of annotations only this annotator's, or none at all.
    pub blind_for: Option<Option<AnnotatorId>>,
}

impl Store {
    /// Writes a copy of the project with a part of its articles and layers.
    /// What is left out leaves no trace in it: neither in its tables nor in
    /// its journal.
    pub fn share(&self, to: &Path, shared: &Shared<'_>, progress: &mut dyn FnMut(f32)) -> Result<()> {
        file::check_free(to)?;
        if file::forbids_writing(to) {
            return Err(StoreError::ReadOnly(to.to_path_buf()));
        }
        let copy = file::Beside::new(to)?;
        let mut write = || -> SqlResult<()> {
            self.copy_into(copy.path(), progress)?;
            let mut sql = Connection::open(copy.path())?;
            sql.pragma_update(None, "foreign_keys", true)?;
            let transaction = sql.transaction()?;
            narrow(&transaction, shared)?;
            transaction.commit()?;
            sql.execute_batch("VACUUM")
        };
        write().map_err(|error| StoreError::Sql(error).at(to))?;
        copy.persist()
    }
}

fn narrow(sql: &Connection, shared: &Shared<'_>) -> SqlResult<()> {
    sql.execute_batch(
        "CREATE TEMP TABLE kept_article (id TEXT PRIMARY KEY) WITHOUT ROWID;
         CREATE TEMP TABLE kept_layer (id TEXT PRIMARY KEY) WITHOUT ROWID;
         CREATE TEMP TABLE kept_quote (id TEXT PRIMARY KEY) WITHOUT ROWID;",
    )?;
    sql.execute("INSERT INTO kept_article SELECT value FROM json_each(?1)", [to_json(&shared.articles)?])?;
    match shared.blind_for {
        None => sql.execute("INSERT INTO kept_layer SELECT id FROM annotator", [])?,
        Some(annotator) => {
            let kept = annotator.map(|annotator| annotator.to_string());
            sql.execute("INSERT INTO kept_layer SELECT ?1 WHERE ?1 IS NOT NULL", params![kept])?
        }
    };
    sql.execute_batch(ANNOTATIONS)?;
    if shared.blind_for.is_some() {
        sql.execute_batch(BLIND)?;
    }
    sql.execute_batch(JOURNAL)
}

const ANNOTATIONS: &str = "
    INSERT INTO kept_quote SELECT id FROM quote
        WHERE article_id IN (SELECT id FROM kept_article) AND annotator_id IN (SELECT id FROM kept_layer);
    DELETE FROM quote_fts WHERE rowid IN (SELECT key FROM quote WHERE id NOT IN (SELECT id FROM kept_quote));
    DELETE FROM claim WHERE article_id NOT IN (SELECT id FROM kept_article)
        OR annotator_id NOT IN (SELECT id FROM kept_layer);
    DELETE FROM layer WHERE article_id NOT IN (SELECT id FROM kept_article)
        OR annotator_id NOT IN (SELECT id FROM kept_layer);
    DELETE FROM comment WHERE article_id NOT IN (SELECT id FROM kept_article);
    DELETE FROM decision WHERE article_id NOT IN (SELECT id FROM kept_article);
    DELETE FROM conflict WHERE article_id NOT IN (SELECT id FROM kept_article);
    DELETE FROM quote WHERE id NOT IN (SELECT id FROM kept_quote);
    DELETE FROM article WHERE id NOT IN (SELECT id FROM kept_article);
";

/// What others said of each other's work, and what was decided on it.
const BLIND: &str = "
    DELETE FROM comment WHERE coalesce(reply_to, id) IN (
        SELECT id FROM comment AS first WHERE reply_to IS NULL AND anchor <> 'article'
            AND annotator_id NOT IN (SELECT id FROM kept_layer)
            AND coalesce(anchor_id, '') NOT IN (SELECT id FROM kept_quote UNION ALL SELECT id FROM claim));
    DELETE FROM decision WHERE annotator_id NOT IN (SELECT id FROM kept_layer) AND id IN (
        SELECT decision_id FROM decision_quote WHERE quote_id NOT IN (SELECT id FROM kept_quote));
    DELETE FROM conflict WHERE article_id IS NOT NULL
        AND entity_id NOT IN (SELECT id FROM kept_quote UNION ALL SELECT id FROM claim UNION ALL SELECT id FROM article);
";

/// The journal tells of what is there, whole, and of nothing else.
const JOURNAL: &str = "
    CREATE TEMP TABLE kept (id TEXT PRIMARY KEY) WITHOUT ROWID;
    INSERT OR IGNORE INTO kept
        SELECT id FROM article UNION ALL SELECT article_id || '/' || annotator_id FROM layer
        UNION ALL SELECT id FROM quote UNION ALL SELECT id FROM claim UNION ALL SELECT id FROM speaker
        UNION ALL SELECT id FROM annotator UNION ALL SELECT key FROM setting UNION ALL SELECT id FROM comment
        UNION ALL SELECT id FROM decision UNION ALL SELECT id FROM conflict UNION ALL SELECT id FROM merge;
    DELETE FROM journal_change WHERE entity_id NOT IN (SELECT id FROM kept);
    DELETE FROM journal_merge WHERE entity_id NOT IN (SELECT id FROM kept)
        OR merge_id NOT IN (SELECT id FROM merge);
    DELETE FROM journal_transaction WHERE seq NOT IN (SELECT transaction_seq FROM journal_change);
    DROP TABLE kept; DROP TABLE kept_article; DROP TABLE kept_layer; DROP TABLE kept_quote;
";
