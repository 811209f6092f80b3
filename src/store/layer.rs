use rusqlite::{Connection, Row, params};

use super::entity::Entity;
use super::row::{SqlResult, named, parsed, stamp, time};
use super::{Result, Store};
use crate::model::{Layer, Stage};

impl Entity for Layer {
    fn insert(&self, sql: &Connection) -> SqlResult<()> {
        let Self { article, annotator, stage, stamp: s } = self;
        sql.prepare_cached("INSERT INTO layer VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?.execute(params![
            article.to_string(),
            annotator.to_string(),
            stage.name(),
            time(s.created_at),
            s.created_by.map(|by| by.to_string()),
            time(s.updated_at),
            s.updated_by.map(|by| by.to_string()),
        ])?;
        Ok(())
    }

    fn update(&self, before: &Self, sql: &Connection) -> SqlResult<usize> {
        sql.prepare_cached(
            "UPDATE layer SET stage = ?1, updated_at = ?2, updated_by = ?3 \
             WHERE article_id = ?4 AND annotator_id = ?5 AND updated_at = ?6",
        )?
        .execute(params![
            self.stage.name(),
            time(self.stamp.updated_at),
            self.stamp.updated_by.map(|by| by.to_string()),
            self.article.to_string(),
            self.annotator.to_string(),
            time(before.stamp.updated_at),
        ])
    }

    fn delete(&self, sql: &Connection) -> SqlResult<usize> {
        sql.prepare_cached(
            "DELETE FROM layer WHERE article_id = ?1 AND annotator_id = ?2 AND updated_at = ?3",
        )?
        .execute(params![
            self.article.to_string(),
            self.annotator.to_string(),
            time(self.stamp.updated_at)
        ])
    }
}

impl Store {
    /// Every layer of the project, by article and annotator.
    pub fn layers(&self) -> Result<Vec<Layer>> {
        let read = || -> SqlResult<Vec<Layer>> {
            let mut statement =
                self.connection.prepare("SELECT * FROM layer ORDER BY article_id, annotator_id")?;
            statement.query_map([], read)?.collect()
        };
        read().map_err(|error| self.error(error))
    }
}

/// The layers of the articles whose ids are given as a JSON list.
pub fn of_articles(sql: &Connection, ids: &str) -> SqlResult<Vec<Layer>> {
    sql.prepare_cached("SELECT * FROM layer WHERE article_id IN (SELECT value FROM json_each(?1))")?
        .query_map([ids], read)?
        .collect()
}

fn read(row: &Row<'_>) -> SqlResult<Layer> {
    Ok(Layer {
        article: parsed(row, "article_id")?,
        annotator: parsed(row, "annotator_id")?,
        stage: named(row, "stage", Stage::from_name)?,
        stamp: stamp(row)?,
    })
}
