use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::entity::Entity;
use super::row::{SqlResult, json, named, parsed, parsed_option, stamp, time, to_json};
use crate::model::{Aspect, Choice, Decision, DecisionId, DecisionKind, Ruling, Seen};

impl Entity for Decision {
    fn insert(&self, sql: &Connection) -> SqlResult<()> {
        let (s, ruling) = (&self.stamp, &self.ruling);
        sql.prepare_cached(
            "INSERT INTO decision VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(params![
            self.id.to_string(),
            self.article.to_string(),
            self.annotator.to_string(),
            self.kind.name(),
            self.aspect.name(),
            self.result.map(|quote| quote.to_string()),
            ruling.choice.name(),
            ruling.taken.map(|quote| quote.to_string()),
            ruling.reason,
            time(s.created_at),
            s.created_by.map(|by| by.to_string()),
            time(s.updated_at),
            s.updated_by.map(|by| by.to_string()),
        ])?;
        self.insert_seen(sql)
    }

    fn update(&self, before: &Self, sql: &Connection) -> SqlResult<usize> {
        let (id, ruling) = (self.id.to_string(), &self.ruling);
        let found = sql
            .prepare_cached(
                "UPDATE decision SET annotator_id = ?1, result_id = ?2, choice = ?3, taken_id = ?4, reason = ?5, \
                 updated_at = ?6, updated_by = ?7 WHERE id = ?8 AND updated_at = ?9",
            )?
            .execute(params![
                self.annotator.to_string(),
                self.result.map(|quote| quote.to_string()),
                ruling.choice.name(),
                ruling.taken.map(|quote| quote.to_string()),
                ruling.reason,
                time(self.stamp.updated_at),
                self.stamp.updated_by.map(|by| by.to_string()),
                id,
                time(before.stamp.updated_at),
            ])?;
        if ruling.seen != before.ruling.seen {
            sql.prepare_cached("DELETE FROM decision_quote WHERE decision_id = ?1")?.execute([&id])?;
            self.insert_seen(sql)?;
        }
        Ok(found)
    }

    fn delete(&self, sql: &Connection) -> SqlResult<usize> {
        sql.prepare_cached("DELETE FROM decision WHERE id = ?1 AND updated_at = ?2")?
            .execute(params![self.id.to_string(), time(self.stamp.updated_at)])
    }
}

impl Decision {
    fn insert_seen(&self, sql: &Connection) -> SqlResult<()> {
        let id = self.id.to_string();
        let mut statement = sql.prepare_cached("INSERT INTO decision_quote VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for (position, Seen { quote, annotator, said }) in self.ruling.seen.iter().enumerate() {
            let said = to_json(said)?;
            statement.execute(params![id, position, quote.to_string(), annotator.to_string(), said])?;
        }
        Ok(())
    }
}

/// The decisions on the articles whose ids are given as a JSON list.
pub fn of_articles(sql: &Connection, ids: &str) -> SqlResult<Vec<Decision>> {
    let mut seen: HashMap<DecisionId, Vec<Seen>> = HashMap::new();
    let mut statement = sql.prepare_cached(
        "SELECT decision_quote.* FROM decision JOIN decision_quote ON decision_id = decision.id \
         WHERE article_id IN (SELECT value FROM json_each(?1)) ORDER BY decision_id, position",
    )?;
    let mut rows = statement.query([ids])?;
    while let Some(row) = rows.next()? {
        let quote = Seen {
            quote: parsed(row, "quote_id")?,
            annotator: parsed(row, "annotator_id")?,
            said: json(row, "said")?,
        };
        seen.entry(parsed(row, "decision_id")?).or_default().push(quote);
    }
    sql.prepare_cached(
        "SELECT * FROM decision WHERE article_id IN (SELECT value FROM json_each(?1)) ORDER BY id",
    )?
    .query_map([ids], |row| {
        let id = parsed(row, "id")?;
        Ok(Decision {
            id,
            article: parsed(row, "article_id")?,
            annotator: parsed(row, "annotator_id")?,
            kind: named(row, "kind", DecisionKind::from_name)?,
            aspect: named(row, "aspect", Aspect::from_name)?,
            result: parsed_option(row, "result_id")?,
            ruling: Ruling {
                choice: named(row, "choice", Choice::from_name)?,
                taken: parsed_option(row, "taken_id")?,
                reason: row.get("reason")?,
                seen: seen.remove(&id).unwrap_or_default(),
            },
            stamp: stamp(row)?,
        })
    })?
    .collect()
}
