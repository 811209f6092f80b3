use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::entity::Entity;
use super::row::{SqlResult, json, parsed, parsed_option, stamp, time, to_json};
use crate::model::{Claim, ClaimId, Piece, Worthiness};

impl Entity for Claim {
    fn insert(&self, sql: &Connection) -> SqlResult<()> {
        let s = &self.stamp;
        sql.prepare_cached(
            "INSERT INTO claim VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
        )?
        .execute(params![
            self.id.to_string(),
            self.article.to_string(),
            self.annotator.to_string(),
            self.external_id,
            self.quote.map(|quote| quote.to_string()),
            self.statement,
            self.date,
            self.topic,
            self.worthiness.map(Worthiness::name),
            self.verdict,
            self.explanation,
            to_json(&self.evidence)?,
            self.checker,
            self.note,
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
                "UPDATE claim SET annotator_id = ?1, external_id = ?2, quote_id = ?3, statement = ?4, date = ?5, \
                 topic = ?6, worthiness = ?7, verdict = ?8, explanation = ?9, evidence = ?10, checker = ?11, \
                 note = ?12, updated_at = ?13, updated_by = ?14 WHERE id = ?15 AND updated_at = ?16",
            )?
            .execute(params![
                self.annotator.to_string(),
                self.external_id,
                self.quote.map(|quote| quote.to_string()),
                self.statement,
                self.date,
                self.topic,
                self.worthiness.map(Worthiness::name),
                self.verdict,
                self.explanation,
                to_json(&self.evidence)?,
                self.checker,
                self.note,
                time(self.stamp.updated_at),
                self.stamp.updated_by.map(|by| by.to_string()),
                self.id.to_string(),
                time(before.stamp.updated_at),
            ])?;
        for table in ["claim_span", "claim_speaker"] {
            sql.prepare_cached(&format!("DELETE FROM {table} WHERE claim_id = ?1"))?
                .execute([self.id.to_string()])?;
        }
        self.insert_parts(sql)?;
        Ok(found)
    }

    fn delete(&self, sql: &Connection) -> SqlResult<usize> {
        sql.prepare_cached("DELETE FROM claim WHERE id = ?1 AND updated_at = ?2")?
            .execute(params![self.id.to_string(), time(self.stamp.updated_at)])
    }
}

impl Claim {
    fn insert_parts(&self, sql: &Connection) -> SqlResult<()> {
        let id = self.id.to_string();
        for (position, Piece { start, end, text }) in self.spans.iter().enumerate() {
            sql.prepare_cached("INSERT INTO claim_span VALUES (?1, ?2, ?3, ?4, ?5)")?
                .execute(params![id, position, start, end, text])?;
        }
        for (position, speaker) in self.claimants.iter().enumerate() {
            sql.prepare_cached("INSERT INTO claim_speaker VALUES (?1, ?2, ?3)")?.execute(params![
                id,
                position,
                speaker.to_string()
            ])?;
        }
        Ok(())
    }
}

/// The claims on the articles whose ids are given as a JSON list.
pub fn of_articles(sql: &Connection, ids: &str) -> SqlResult<Vec<Claim>> {
    let mut statement = sql.prepare_cached(
        "SELECT * FROM claim WHERE article_id IN (SELECT value FROM json_each(?1)) ORDER BY id",
    )?;
    let mut claims: Vec<Claim> = statement
        .query_map([ids], |row| {
            Ok(Claim {
                id: parsed(row, "id")?,
                article: parsed(row, "article_id")?,
                annotator: parsed(row, "annotator_id")?,
                external_id: row.get("external_id")?,
                quote: parsed_option(row, "quote_id")?,
                spans: Vec::new(),
                statement: row.get("statement")?,
                claimants: Vec::new(),
                date: row.get("date")?,
                topic: row.get("topic")?,
                worthiness: row.get_ref("worthiness")?.as_str_or_null()?.and_then(Worthiness::from_name),
                verdict: row.get("verdict")?,
                explanation: row.get("explanation")?,
                evidence: json(row, "evidence")?,
                checker: row.get("checker")?,
                note: row.get("note")?,
                stamp: stamp(row)?,
            })
        })?
        .collect::<SqlResult<_>>()?;
    let places: HashMap<ClaimId, usize> =
        claims.iter().enumerate().map(|(at, claim)| (claim.id, at)).collect();
    let place =
        |row: &rusqlite::Row<'_>| parsed::<ClaimId>(row, "claim_id").map(|id| places.get(&id).copied());

    let mut statement = sql.prepare_cached(
        "SELECT claim_span.* FROM claim JOIN claim_span ON claim_id = claim.id \
         WHERE article_id IN (SELECT value FROM json_each(?1)) ORDER BY claim_id, position",
    )?;
    let mut rows = statement.query([ids])?;
    while let Some(row) = rows.next()? {
        if let Some(claim) = place(row)?.and_then(|at| claims.get_mut(at)) {
            claim.spans.push(Piece {
                start: row.get("start")?,
                end: row.get("end")?,
                text: row.get("text")?,
            });
        }
    }
    let mut statement = sql.prepare_cached(
        "SELECT claim_speaker.* FROM claim JOIN claim_speaker ON claim_id = claim.id \
         WHERE article_id IN (SELECT value FROM json_each(?1)) ORDER BY claim_id, position",
    )?;
    let mut rows = statement.query([ids])?;
    while let Some(row) = rows.next()? {
        if let Some(claim) = place(row)?.and_then(|at| claims.get_mut(at)) {
            claim.claimants.push(parsed(row, "speaker_id")?);
        }
    }
    Ok(claims)
}
