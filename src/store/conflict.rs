use rusqlite::{Connection, Row, params};

use super::entity::Entity;
use super::row::{SqlResult, json, parsed, parsed_option, stamp, time, to_json};
use crate::model::{Conflict, Merge};

impl Entity for Conflict {
    fn insert(&self, sql: &Connection) -> SqlResult<()> {
        let s = &self.stamp;
        sql.prepare_cached(
            "INSERT INTO conflict VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(params![
            self.id.to_string(),
            self.entity,
            self.entity_id,
            self.article.map(|article| article.to_string()),
            self.field,
            to_json(&self.versions)?,
            self.chosen,
            self.decided_at.map(time),
            self.decided_by.map(|by| by.to_string()),
            time(s.created_at),
            s.created_by.map(|by| by.to_string()),
            time(s.updated_at),
            s.updated_by.map(|by| by.to_string()),
        ])?;
        Ok(())
    }

    fn update(&self, before: &Self, sql: &Connection) -> SqlResult<usize> {
        sql.prepare_cached(
            "UPDATE conflict SET entity_id = ?1, article_id = ?2, versions = ?3, chosen = ?4, decided_at = ?5, \
             decided_by = ?6, updated_at = ?7, updated_by = ?8 WHERE id = ?9 AND updated_at = ?10",
        )?
        .execute(params![
            self.entity_id,
            self.article.map(|article| article.to_string()),
            to_json(&self.versions)?,
            self.chosen,
            self.decided_at.map(time),
            self.decided_by.map(|by| by.to_string()),
            time(self.stamp.updated_at),
            self.stamp.updated_by.map(|by| by.to_string()),
            self.id.to_string(),
            time(before.stamp.updated_at),
        ])
    }

    fn delete(&self, sql: &Connection) -> SqlResult<usize> {
        sql.prepare_cached("DELETE FROM conflict WHERE id = ?1 AND updated_at = ?2")?
            .execute(params![self.id.to_string(), time(self.stamp.updated_at)])
    }
}

/// Every conflict of the project.
pub fn all(sql: &Connection) -> SqlResult<Vec<Conflict>> {
    sql.prepare_cached("SELECT * FROM conflict")?.query_map([], read)?.collect()
}

fn read(row: &Row<'_>) -> SqlResult<Conflict> {
    Ok(Conflict {
        id: parsed(row, "id")?,
        entity: row.get("entity")?,
        entity_id: row.get("entity_id")?,
        article: parsed_option(row, "article_id")?,
        field: row.get("field")?,
        versions: json(row, "versions")?,
        chosen: row.get("chosen")?,
        decided_at: parsed_option(row, "decided_at")?,
        decided_by: parsed_option(row, "decided_by")?,
        stamp: stamp(row)?,
    })
}

/// Merges are told from the journal; their rows say which of them stand.
impl Entity for Merge {
    fn insert(&self, sql: &Connection) -> SqlResult<()> {
        let Self { id, files, stamp: s } = self;
        sql.prepare_cached("INSERT INTO merge VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute(params![
            id.to_string(),
            to_json(files)?,
            time(s.created_at),
            s.created_by.map(|by| by.to_string()),
            time(s.updated_at),
            s.updated_by.map(|by| by.to_string()),
        ])?;
        Ok(())
    }

    /// A merge is made or undone, never changed.
    fn update(&self, _: &Self, _: &Connection) -> SqlResult<usize> {
        Ok(0)
    }

    fn delete(&self, sql: &Connection) -> SqlResult<usize> {
        sql.prepare_cached("DELETE FROM merge WHERE id = ?1 AND updated_at = ?2")?
            .execute(params![self.id.to_string(), time(self.stamp.updated_at)])
    }
}

/// Every merge that stands.
pub fn merges(sql: &Connection) -> SqlResult<Vec<Merge>> {
    sql.prepare_cached("SELECT * FROM merge")?
        .query_map([], |row| {
            Ok(Merge { id: parsed(row, "id")?, files: json(row, "files")?, stamp: stamp(row)? })
        })?
        .collect()
}
