//! The queue: what is listed of each article without reading its text.

use rusqlite::params;

use super::row::{SqlResult, named, parsed};
use super::{Result, Store};
use crate::model::{AnnotatorId, ArticleId, Stage};

/// One article in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleRow {
    pub id: ArticleId,
    pub title: String,
    pub publisher: Option<String>,
    pub published_at: Option<String>,
    pub language: Option<String>,
    /// How far this annotator is with it.
    pub stage: Stage,
    /// This annotator's quotes in it.
    pub quotes: usize,
}

/// What an export or a list is narrowed to. Empty: everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrow {
    pub annotator: Option<AnnotatorId>,
    pub status: Option<Stage>,
}

impl Store {
    /// All articles in the project's order, as one annotator has them.
    pub fn article_rows(&self, annotator: Option<AnnotatorId>) -> Result<Vec<ArticleRow>> {
        let read = || -> SqlResult<Vec<ArticleRow>> {
            let mut statement = self.connection.prepare_cached(
                "SELECT article.id, coalesce(title, article_file.name, trim(substr(text, 1, 80))) AS title, publisher, \
                 published_at, language, coalesce(layer.stage, 'new') AS stage, \
                 (SELECT count(*) FROM quote WHERE article_id = article.id AND annotator_id = ?1) AS quotes \
                 FROM article LEFT JOIN article_file ON article_file.article_id = article.id \
                 LEFT JOIN layer ON layer.article_id = article.id AND layer.annotator_id = ?1 \
                 ORDER BY article.created_at, article.id",
            )?;
            statement
                .query_map(params![annotator.map(|id| id.to_string())], |row| {
                    Ok(ArticleRow {
                        id: parsed(row, "id")?,
                        title: row.get("title")?,
                        publisher: row.get("publisher")?,
                        published_at: row.get("published_at")?,
                        language: row.get("language")?,
                        stage: named(row, "stage", Stage::from_name)?,
                        quotes: row.get("quotes")?,
                    })
                })?
                .collect()
        };
        read().map_err(|error| self.error(error))
    }
}
