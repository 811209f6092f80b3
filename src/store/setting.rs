use rusqlite::{Connection, Row, params};

use super::entity::Entity;
use super::row::{SqlResult, json, stamp, time, to_json};
use crate::model::Setting;

impl Entity for Setting {
    fn insert(&self, sql: &Connection) -> SqlResult<()> {
        let Self { key, value, stamp: s } = self;
        sql.prepare_cached("INSERT INTO setting VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute(params![
            key,
            to_json(value)?,
            time(s.created_at),
            s.created_by.map(|by| by.to_string()),
            time(s.updated_at),
            s.updated_by.map(|by| by.to_string()),
        ])?;
        Ok(())
    }

    fn update(&self, before: &Self, sql: &Connection) -> SqlResult<usize> {
        sql.prepare_cached(
            "UPDATE setting SET value = ?1, updated_at = ?2, updated_by = ?3 WHERE key = ?4 AND updated_at = ?5",
        )?
        .execute(params![
            to_json(&self.value)?,
            time(self.stamp.updated_at),
            self.stamp.updated_by.map(|by| by.to_string()),
            self.key,
            time(before.stamp.updated_at),
        ])
    }

    fn delete(&self, sql: &Connection) -> SqlResult<usize> {
        sql.prepare_cached("DELETE FROM setting WHERE key = ?1 AND updated_at = ?2")?
            .execute(params![self.key, time(self.stamp.updated_at)])
    }
}

/// Every setting of the project.
pub fn all(sql: &Connection) -> SqlResult<Vec<Setting>> {
    sql.prepare_cached("SELECT * FROM setting")?.query_map([], read)?.collect()
}

fn read(row: &Row<'_>) -> SqlResult<Setting> {
    Ok(Setting { key: row.get("key")?, value: json(row, "value")?, stamp: stamp(row)? })
}
