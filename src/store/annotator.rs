use rusqlite::{Connection, Row, params};

use super::entity::Entity;
use super::row::{SqlResult, parsed, stamp, time};
use crate::model::Annotator;

impl Entity for Annotator {
    fn insert(&self, sql: &Connection) -> SqlResult<()> {
        let Self { id, name, stamp: s } = self;
        sql.prepare_cached("INSERT INTO annotator VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute(params![
            id.to_string(),
            name,
            time(s.created_at),
            s.created_by.map(|by| by.to_string()),
            time(s.updated_at),
            s.updated_by.map(|by| by.to_string()),
        ])?;
        Ok(())
    }

    fn update(&self, before: &Self, sql: &Connection) -> SqlResult<usize> {
        sql.prepare_cached(
            "UPDATE annotator SET name = ?1, updated_at = ?2, updated_by = ?3 WHERE id = ?4 AND updated_at = ?5",
        )?
        .execute(params![
            self.name,
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
    Ok(Annotator { id: parsed(row, "id")?, name: row.get("name")?, stamp: stamp(row)? })
}
