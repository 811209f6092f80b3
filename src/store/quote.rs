use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::entity::Entity;
use super::row::{SqlResult, json, named, parsed, parsed_option, stamp, time, to_json};
use crate::model::{Mention, Piece, Quote, QuoteId, QuoteType, Role, SpeakerId, Stage};

impl Entity for Quote {
    fn insert(&self, sql: &Connection) -> SqlResult<()> {
        let s = &self.stamp;
        sql.prepare_cached(
            "INSERT INTO quote (id, article_id, annotator_id, external_id, type, medium, mention, parent_id, \
             attributes, note, status, origin, created_at, created_by, updated_at, updated_by) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        )?
        .execute(params![
            self.id.to_string(),
            self.article.to_string(),
            self.annotator.to_string(),
            self.external_id,
            self.quote_type.name(),
            to_json(&self.medium)?,
            self.mention.map(Mention::name),
            self.parent.map(|parent| parent.to_string()),
            to_json(&self.attributes)?,
            self.note,
            self.status.name(),
            to_json(&self.origin)?,
            time(s.created_at),
            s.created_by.map(|by| by.to_string()),
            time(s.updated_at),
            s.updated_by.map(|by| by.to_string()),
        ])?;
        let key = sql.last_insert_rowid();
        self.insert_spans(sql)?;
        self.insert_speakers(sql)?;
        self.index(key, sql)
    }

    fn update(&self, before: &Self, sql: &Connection) -> SqlResult<usize> {
        let id = self.id.to_string();
        let found = sql
            .prepare_cached(
                "UPDATE quote SET annotator_id = ?1, external_id = ?2, type = ?3, medium = ?4, mention = ?5, \
                 parent_id = ?6, attributes = ?7, note = ?8, status = ?9, origin = ?10, updated_at = ?11, \
                 updated_by = ?12 WHERE id = ?13 AND updated_at = ?14",
            )?
            .execute(params![
                self.annotator.to_string(),
                self.external_id,
                self.quote_type.name(),
                to_json(&self.medium)?,
                self.mention.map(Mention::name),
                self.parent.map(|parent| parent.to_string()),
                to_json(&self.attributes)?,
                self.note,
                self.status.name(),
                to_json(&self.origin)?,
                time(self.stamp.updated_at),
                self.stamp.updated_by.map(|by| by.to_string()),
                id,
                time(before.stamp.updated_at),
            ])?;
        if Role::ALL.iter().any(|role| self.pieces(*role) != before.pieces(*role)) {
            sql.prepare_cached("DELETE FROM quote_span WHERE quote_id = ?1")?.execute([&id])?;
            self.insert_spans(sql)?;
        }
        if self.content != before.content {
            let key = self.key(sql)?;
            sql.prepare_cached("DELETE FROM quote_fts WHERE rowid = ?1")?.execute([key])?;
            self.index(key, sql)?;
        }
        if Role::ALL.iter().any(|role| self.speakers_of(*role) != before.speakers_of(*role)) {
            sql.prepare_cached("DELETE FROM quote_speaker WHERE quote_id = ?1")?.execute([&id])?;
            self.insert_speakers(sql)?;
        }
        Ok(found)
    }

    fn delete(&self, sql: &Connection) -> SqlResult<usize> {
        let id = self.id.to_string();
        sql.prepare_cached("DELETE FROM quote_fts WHERE rowid = (SELECT key FROM quote WHERE id = ?1)")?
            .execute([&id])?;
        sql.prepare_cached("DELETE FROM quote WHERE id = ?1 AND updated_at = ?2")?
            .execute(params![id, time(self.stamp.updated_at)])
    }
}

impl Quote {
    fn key(&self, sql: &Connection) -> SqlResult<i64> {
        sql.prepare_cached("SELECT key FROM quote WHERE id = ?1")?
            .query_row([self.id.to_string()], |row| row.get(0))
    }

    fn index(&self, key: i64, sql: &Connection) -> SqlResult<()> {
        sql.prepare_cached("INSERT INTO quote_fts (rowid, words) VALUES (?1, ?2)")?
            .execute(params![key, self.words()])?;
        Ok(())
    }

    fn insert_spans(&self, sql: &Connection) -> SqlResult<()> {
        let id = self.id.to_string();
        let mut statement = sql.prepare_cached("INSERT INTO quote_span VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
        for role in Role::ALL {
            for (position, Piece { start, end, text }) in self.pieces(*role).iter().enumerate() {
                statement.execute(params![id, role.name(), position, start, end, text])?;
            }
        }
        Ok(())
    }

    fn insert_speakers(&self, sql: &Connection) -> SqlResult<()> {
        let id = self.id.to_string();
        let mut statement = sql.prepare_cached("INSERT INTO quote_speaker VALUES (?1, ?2, ?3, ?4)")?;
        for role in Role::ALL {
            for (position, speaker) in self.speakers_of(*role).iter().enumerate() {
                statement.execute(params![id, role.name(), position, speaker.to_string()])?;
            }
        }
        Ok(())
    }
}

/// The quotes on the articles whose ids are given as a JSON list.
pub fn of_articles(sql: &Connection, ids: &str) -> SqlResult<Vec<Quote>> {
    let mut statement = sql.prepare_cached(
        "SELECT * FROM quote WHERE article_id IN (SELECT value FROM json_each(?1)) ORDER BY article_id, id",
    )?;
    let mut quotes: Vec<Quote> = statement
        .query_map([ids], |row| {
            Ok(Quote {
                id: parsed(row, "id")?,
                article: parsed(row, "article_id")?,
                annotator: parsed(row, "annotator_id")?,
                external_id: row.get("external_id")?,
                quote_type: named(row, "type", QuoteType::from_name)?,
                medium: json(row, "medium")?,
                content: Vec::new(),
                cue: Vec::new(),
                source: Vec::new(),
                mention: row.get_ref("mention")?.as_str_or_null()?.and_then(Mention::from_name),
                addressee: Vec::new(),
                relay: Vec::new(),
                speakers: Vec::new(),
                addressee_speakers: Vec::new(),
                relay_speakers: Vec::new(),
                parent: parsed_option(row, "parent_id")?,
                attributes: json(row, "attributes")?,
                note: row.get("note")?,
                status: named(row, "status", Stage::from_name)?,
                origin: json(row, "origin")?,
                stamp: stamp(row)?,
            })
        })?
        .collect::<SqlResult<_>>()?;
    let places: HashMap<QuoteId, usize> =
        quotes.iter().enumerate().map(|(at, quote)| (quote.id, at)).collect();
    let place =
        |row: &rusqlite::Row<'_>| parsed::<QuoteId>(row, "quote_id").map(|id| places.get(&id).copied());

    let mut statement = sql.prepare_cached(
        "SELECT quote_span.* FROM quote JOIN quote_span ON quote_id = quote.id \
         WHERE article_id IN (SELECT value FROM json_each(?1)) ORDER BY quote_id, role, position",
    )?;
    let mut rows = statement.query([ids])?;
    while let Some(row) = rows.next()? {
        if let Some(quote) = place(row)?.and_then(|at| quotes.get_mut(at)) {
            let role = named(row, "role", Role::from_name)?;
            quote.pieces_mut(role).push(Piece {
                start: row.get("start")?,
                end: row.get("end")?,
                text: row.get("text")?,
            });
        }
    }

    let mut statement = sql.prepare_cached(
        "SELECT quote_speaker.* FROM quote JOIN quote_speaker ON quote_id = quote.id \
         WHERE article_id IN (SELECT value FROM json_each(?1)) ORDER BY quote_id, role, position",
    )?;
    let mut rows = statement.query([ids])?;
    while let Some(row) = rows.next()? {
        let role = named(row, "role", Role::from_name)?;
        let speaker: SpeakerId = parsed(row, "speaker_id")?;
        if let Some(quote) = place(row)?.and_then(|at| quotes.get_mut(at)) {
            quote.speakers_of_mut(role).into_iter().for_each(|speakers| speakers.push(speaker));
        }
    }
    Ok(quotes)
}
