use std::collections::HashMap;

use rusqlite::{Connection, Row, params};

use super::entity::Entity;
use super::row::{SqlResult, parsed, parsed_option, stamp, time};
use crate::model::{Anchor, Comment, CommentId, Piece};

impl Entity for Comment {
    fn insert(&self, sql: &Connection) -> SqlResult<()> {
        let s = &self.stamp;
        sql.prepare_cached(
            "INSERT INTO comment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(params![
            self.id.to_string(),
            self.article.to_string(),
            self.annotator.to_string(),
            self.anchor.name(),
            anchor_id(self.anchor),
            self.reply_to.map(|first| first.to_string()),
            self.text,
            self.resolved_at.map(time),
            self.resolved_by.map(|by| by.to_string()),
            time(s.created_at),
            s.created_by.map(|by| by.to_string()),
            time(s.updated_at),
            s.updated_by.map(|by| by.to_string()),
        ])?;
        self.insert_spans(sql)
    }

    fn update(&self, before: &Self, sql: &Connection) -> SqlResult<usize> {
        let id = self.id.to_string();
        let found = sql
            .prepare_cached(
                "UPDATE comment SET annotator_id = ?1, anchor = ?2, anchor_id = ?3, reply_to = ?4, text = ?5, \
                 resolved_at = ?6, resolved_by = ?7, updated_at = ?8, updated_by = ?9 \
                 WHERE id = ?10 AND updated_at = ?11",
            )?
            .execute(params![
                self.annotator.to_string(),
                self.anchor.name(),
                anchor_id(self.anchor),
                self.reply_to.map(|first| first.to_string()),
                self.text,
                self.resolved_at.map(time),
                self.resolved_by.map(|by| by.to_string()),
                time(self.stamp.updated_at),
                self.stamp.updated_by.map(|by| by.to_string()),
                id,
                time(before.stamp.updated_at),
            ])?;
        if self.spans != before.spans {
            sql.prepare_cached("DELETE FROM comment_span WHERE comment_id = ?1")?.execute([&id])?;
            self.insert_spans(sql)?;
        }
        Ok(found)
    }

    fn delete(&self, sql: &Connection) -> SqlResult<usize> {
        sql.prepare_cached("DELETE FROM comment WHERE id = ?1 AND updated_at = ?2")?
            .execute(params![self.id.to_string(), time(self.stamp.updated_at)])
    }
}

impl Comment {
    fn insert_spans(&self, sql: &Connection) -> SqlResult<()> {
        let id = self.id.to_string();
        let mut statement = sql.prepare_cached("INSERT INTO comment_span VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for (position, Piece { start, end, text }) in self.spans.iter().enumerate() {
            statement.execute(params![id, position, start, end, text])?;
        }
        Ok(())
    }
}

fn anchor_id(anchor: Anchor) -> Option<String> {
    match anchor {
        Anchor::Article | Anchor::Span => None,
        Anchor::Quote(id) => Some(id.to_string()),
        Anchor::Claim(id) => Some(id.to_string()),
    }
}

/// The comments on the articles whose ids are given as a JSON list.
pub fn of_articles(sql: &Connection, ids: &str) -> SqlResult<Vec<Comment>> {
    let mut spans: HashMap<CommentId, Vec<Piece>> = HashMap::new();
    let mut statement = sql.prepare_cached(
        "SELECT comment_span.* FROM comment JOIN comment_span ON comment_id = comment.id \
         WHERE article_id IN (SELECT value FROM json_each(?1)) ORDER BY comment_id, position",
    )?;
    let mut rows = statement.query([ids])?;
    while let Some(row) = rows.next()? {
        let piece = Piece { start: row.get("start")?, end: row.get("end")?, text: row.get("text")? };
        spans.entry(parsed(row, "comment_id")?).or_default().push(piece);
    }
    sql.prepare_cached(
        "SELECT * FROM comment WHERE article_id IN (SELECT value FROM json_each(?1)) ORDER BY id",
    )?
    .query_map([ids], |row| {
        let comment = read(row)?;
        Ok(Comment { spans: spans.remove(&comment.id).unwrap_or_default(), ..comment })
    })?
    .collect()
}

/// What a row's comment is about.
pub fn anchor(row: &Row<'_>) -> SqlResult<Anchor> {
    Ok(match row.get_ref("anchor")?.as_str()? {
        "quote" => Anchor::Quote(parsed(row, "anchor_id")?),
        "claim" => Anchor::Claim(parsed(row, "anchor_id")?),
        "span" => Anchor::Span,
        _ => Anchor::Article,
    })
}

fn read(row: &Row<'_>) -> SqlResult<Comment> {
    Ok(Comment {
        id: parsed(row, "id")?,
        article: parsed(row, "article_id")?,
        annotator: parsed(row, "annotator_id")?,
        anchor: anchor(row)?,
        spans: Vec::new(),
        reply_to: parsed_option(row, "reply_to")?,
        text: row.get("text")?,
        resolved_at: parsed_option(row, "resolved_at")?,
        resolved_by: parsed_option(row, "resolved_by")?,
        stamp: stamp(row)?,
    })
}
