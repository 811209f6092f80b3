use std::collections::HashMap;

use rusqlite::{Connection, Row, params};

use super::entity::Entity;
use super::row::{SqlResult, named, parsed, parsed_option, stamp, time};
use crate::model::{Speaker, SpeakerId, SpeakerKind, SpeakerRole};

impl Entity for Speaker {
    fn insert(&self, sql: &Connection) -> SqlResult<()> {
        let s = &self.stamp;
        sql.prepare_cached(
            "INSERT INTO speaker (id, external_id, name, kind, country, wikidata, note, same_as, created_at, \
             created_by, updated_at, updated_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            self.id.to_string(),
            self.external_id,
            self.name,
            self.kind.name(),
            self.country,
            self.wikidata,
            self.note,
            self.same_as.map(|id| id.to_string()),
            time(s.created_at),
            s.created_by.map(|by| by.to_string()),
            time(s.updated_at),
            s.updated_by.map(|by| by.to_string()),
        ])?;
        self.insert_parts(sql)
    }

    fn update(&self, before: &Self, sql: &Connection) -> SqlResult<usize> {
        let found = sql
            .prepare_cached(
                "UPDATE speaker SET external_id = ?1, name = ?2, kind = ?3, country = ?4, wikidata = ?5, \
                 note = ?6, same_as = ?7, updated_at = ?8, updated_by = ?9 WHERE id = ?10 AND updated_at = ?11",
            )?
            .execute(params![
                self.external_id,
                self.name,
                self.kind.name(),
                self.country,
                self.wikidata,
                self.note,
                self.same_as.map(|id| id.to_string()),
                time(self.stamp.updated_at),
                self.stamp.updated_by.map(|by| by.to_string()),
                self.id.to_string(),
                time(before.stamp.updated_at),
            ])?;
        for table in ["speaker_alias", "speaker_role"] {
            sql.prepare_cached(&format!("DELETE FROM {table} WHERE speaker_id = ?1"))?
                .execute([self.id.to_string()])?;
        }
        self.insert_parts(sql)?;
        Ok(found)
    }

    fn delete(&self, sql: &Connection) -> SqlResult<usize> {
        sql.prepare_cached("DELETE FROM speaker WHERE id = ?1 AND updated_at = ?2")?
            .execute(params![self.id.to_string(), time(self.stamp.updated_at)])
    }
}

impl Speaker {
    fn insert_parts(&self, sql: &Connection) -> SqlResult<()> {
        let id = self.id.to_string();
        for (position, alias) in self.aliases.iter().enumerate() {
            sql.prepare_cached("INSERT INTO speaker_alias VALUES (?1, ?2, ?3)")?
                .execute(params![id, position, alias])?;
        }
        for (position, role) in self.roles.iter().enumerate() {
            let SpeakerRole { title, affiliation, from, until } = role;
            sql.prepare_cached("INSERT INTO speaker_role VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
                .execute(params![id, position, title, affiliation, from, until])?;
        }
        Ok(())
    }
}

/// Every speaker.
pub fn all(sql: &Connection) -> SqlResult<Vec<Speaker>> {
    let mut aliases: HashMap<SpeakerId, Vec<String>> = HashMap::new();
    let mut statement = sql.prepare_cached("SELECT * FROM speaker_alias ORDER BY speaker_id, position")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        aliases.entry(parsed(row, "speaker_id")?).or_default().push(row.get("alias")?);
    }
    let mut roles: HashMap<SpeakerId, Vec<SpeakerRole>> = HashMap::new();
    let mut statement = sql.prepare_cached("SELECT * FROM speaker_role ORDER BY speaker_id, position")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        roles.entry(parsed(row, "speaker_id")?).or_default().push(read_role(row)?);
    }
    let mut statement = sql.prepare_cached("SELECT * FROM speaker")?;
    let speakers = statement.query_map([], |row| {
        let id = parsed(row, "id")?;
        Ok(Speaker {
            id,
            external_id: row.get("external_id")?,
            name: row.get("name")?,
            kind: named(row, "kind", SpeakerKind::from_name)?,
            aliases: aliases.remove(&id).unwrap_or_default(),
            roles: roles.remove(&id).unwrap_or_default(),
            country: row.get("country")?,
            wikidata: row.get("wikidata")?,
            note: row.get("note")?,
            same_as: parsed_option(row, "same_as")?,
            stamp: stamp(row)?,
        })
    })?;
    speakers.collect()
}

fn read_role(row: &Row<'_>) -> SqlResult<SpeakerRole> {
    Ok(SpeakerRole {
        title: row.get("title")?,
        affiliation: row.get("affiliation")?,
        from: row.get("from_date")?,
        until: row.get("until_date")?,
    })
}
