use rusqlite::{Connection, Row, params};

use super::entity::Entity;
use super::row::{SqlResult, named, parsed, parsed_option, stamp, time};
use crate::model::{Annotator, AnnotatorKind};

impl Entity for Annotator {
    fn insert(&self, sql: &Connection) -> SqlResult<()> {
        let Self { id, name, kind, same_as, stamp: s } = self;
        sql.prepare_cached(
            "INSERT INTO annotator (id, name, kind, same_as, created_at, created_by, updated_at, updated_by) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            id.to_string(),
            name,
            kind.name(),
            same_as.map(|id| id.to_string()),
            time(s.created_at),
            s.created_by.map(|by| by.to_string()),
            time(s.updated_at),
            s.updated_by.map(|by| by.to_string()),
        ])?;
        Ok(())
    }

    fn update(&self, before: &Self, sql: &Connection) -> SqlResult<usize> {
        sql.prepare_cached(
            "UPDATE annotator SET name = ?1, kind = ?2, same_as = ?3, updated_at = ?4, updated_by = ?5 \
             WHERE id = ?6 AND updated_at = ?7",
        )?
        .execute(params![
            self.name,
            self.kind.name(),
            self.same_as.map(|id| id.to_string()),
            time(self.stamp.updated_at),
            self.stamp.updated_by.map(|by| by.to_string()),
            self.id.to_string(),
            time(before.stamp.updated_at),
        ])
    }

    fn delete(&self, sql: &Connection) -> SqlResult<usize> {
        sql.prepare_cached("DELETE FROM annotator WHERE id = ?1 AND updated_at = ?2")?
            .execute(params![self.id.to_string(), time(self.stamp.updated_at)])
    }
}

/// Every annotator.
pub fn all(sql: &Connection) -> SqlResult<Vec<Annotator>> {
    sql.prepare_cached("SELECT * FROM annotator")?.query_map([], read)?.collect()
}

fn read(row: &Row<'_>) -> SqlResult<Annotator> {
    Ok(Annotator {
        id: parsed(row, "id")?,
        name: row.get("name")?,
        kind: named(row, "kind", AnnotatorKind::from_name)?,
        same_as: parsed_option(row, "same_as")?,
        stamp: stamp(row)?,
    })
}
