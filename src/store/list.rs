//! The queue: what is listed of each article without reading its text.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use rusqlite::{Row, params};

use super::row::{SqlResult, json, named, parsed, to_json};
use super::{Result, Store};
use crate::model::{AnnotatorId, ArticleId, Metadata, Stage};

/// One article in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleRow {
    pub id: ArticleId,
    /// Its number in this file: what a search finds.
    pub key: i64,
    pub title: String,
    pub publisher: Option<String>,
    pub published_at: Option<String>,
    pub language: Option<String>,
    /// When it came in; the project's order is by this, then by id.
    pub created_at: Timestamp,
    /// When the article, or what this annotator made of it, last changed.
    pub changed_at: Timestamp,
    /// How far this annotator is with it.
    pub stage: Stage,
    /// This annotator's quotes in it.
    pub quotes: usize,
    /// Everyone who works on it or was assigned to it.
    pub annotators: Vec<AnnotatorId>,
    /// How many of them are done with it.
    pub done: usize,
    /// How far the adjudicated layer is, once something was decided.
    pub adjudicated: Option<Stage>,
}

impl ArticleRow {
    /// How far its review is: new while there is nothing to compare yet,
    /// submitted when two or more are done, then as far as the adjudicated
    /// layer is.
    #[must_use]
    pub fn review_stage(&self) -> Stage {
        match self.adjudicated {
            Some(stage) => stage,
            None if self.done >= 2 => Stage::Submitted,
            None => Stage::New,
        }
    }

    /// Where it stands in the project.
    #[must_use]
    pub fn order(&self) -> (Timestamp, ArticleId) {
        (self.created_at, self.id)
    }
}

/// What an export or a list is narrowed to. Empty: everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrow {
    pub annotator: Option<AnnotatorId>,
    pub status: Option<Stage>,
    /// Only these articles.
    pub articles: Option<BTreeSet<ArticleId>>,
}

impl Store {
    /// All articles in the project's order, as one annotator has them.
    pub fn article_rows(&self, annotator: Option<AnnotatorId>) -> Result<Vec<ArticleRow>> {
        self.rows(annotator, None)
    }

    /// These articles, as far as they are there, in the project's order.
    pub fn article_rows_of(
        &self,
        annotator: Option<AnnotatorId>,
        articles: &BTreeSet<ArticleId>,
    ) -> Result<Vec<ArticleRow>> {
        self.rows(annotator, Some(articles))
    }

    /// What is known of these articles, one after the other, until `take`
    /// has had enough and says false.
    pub fn each_metadata(
        &self,
        articles: &[ArticleId],
        take: &mut dyn FnMut(Metadata) -> bool,
    ) -> Result<()> {
        let mut read = || -> SqlResult<()> {
            let mut statement = self.connection.prepare_cached(
                "SELECT title, publisher, authors, published_at, language, url, section \
                 FROM json_each(?1) JOIN article ON article.id = value",
            )?;
            let mut rows = statement.query([to_json(&articles)?])?;
            while let Some(row) = rows.next()? {
                if !take(metadata(row)?) {
                    break;
                }
            }
            Ok(())
        };
        read().map_err(|error| self.error(error))
    }

    /// Articles, layers and quotes are read apart: most articles of a large
    /// project have no layer yet, and a join would look for it in each.
    fn rows(
        &self,
        annotator: Option<AnnotatorId>,
        articles: Option<&BTreeSet<ArticleId>>,
    ) -> Result<Vec<ArticleRow>> {
        let _snapshot = self.snapshot()?;
        let read = || -> SqlResult<Vec<ArticleRow>> {
            let mut own = self.own(annotator, articles)?;
            let mut statement = self.connection.prepare_cached(&format!(
                "SELECT key, id, coalesce(title, (SELECT name FROM article_file WHERE article_id = article.id), \
                 trim(substr(text, 1, 80))) AS title, publisher, published_at, language, created_at, updated_at \
                 FROM article {}",
                among(articles, "WHERE id")
            ))?;
            let rows = statement.query_map(params![list(articles)?], |row| {
                let id = parsed(row, "id")?;
                let changed_at: Timestamp = parsed(row, "updated_at")?;
                let own = own.remove(&id).unwrap_or_default();
                Ok(ArticleRow {
                    id,
                    key: row.get("key")?,
                    title: row.get("title")?,
                    publisher: row.get("publisher")?,
                    published_at: row.get("published_at")?,
                    language: row.get("language")?,
                    created_at: parsed(row, "created_at")?,
                    changed_at: own.changed_at.map_or(changed_at, |own| own.max(changed_at)),
                    stage: own.stage.unwrap_or(Stage::New),
                    quotes: own.quotes,
                    annotators: own.annotators,
                    done: own.done,
                    adjudicated: own.adjudicated,
                })
            })?;
            let mut rows = rows.collect::<SqlResult<Vec<_>>>()?;
            rows.sort_by_key(ArticleRow::order);
            Ok(rows)
        };
        read().map_err(|error| self.error(error))
    }

    fn own(
        &self,
        annotator: Option<AnnotatorId>,
        articles: Option<&BTreeSet<ArticleId>>,
    ) -> SqlResult<HashMap<ArticleId, Own>> {
        let mut own: HashMap<ArticleId, Own> = HashMap::new();
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT article_id, annotator_id, stage, updated_at FROM layer {}",
            among(articles, "WHERE article_id")
        ))?;
        let mut rows = statement.query([list(articles)?])?;
        while let Some(row) = rows.next()? {
            let of_article = own.entry(parsed(row, "article_id")?).or_default();
            let whose = parsed(row, "annotator_id")?;
            let stage = named(row, "stage", Stage::from_name)?;
            if whose == AnnotatorId::ADJUDICATED {
                of_article.adjudicated = Some(stage);
                continue;
            }
            of_article.annotators.push(whose);
            of_article.done += usize::from(stage >= Stage::Done);
            if Some(whose) == annotator {
                of_article.stage = Some(stage);
                of_article.changed_at = Some(parsed(row, "updated_at")?);
            }
        }
        let Some(annotator) = annotator.map(|id| id.to_string()) else { return Ok(own) };
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT article_id, count(*) AS quotes, max(updated_at) AS updated_at FROM quote \
             WHERE annotator_id = ?2 {} GROUP BY article_id",
            among(articles, "AND article_id")
        ))?;
        let mut rows = statement.query(params![list(articles)?, annotator])?;
        while let Some(row) = rows.next()? {
            let of_article = own.entry(parsed(row, "article_id")?).or_default();
            of_article.quotes = row.get("quotes")?;
            of_article.changed_at = of_article.changed_at.max(Some(parsed(row, "updated_at")?));
        }
        Ok(own)
    }
}

/// What annotators, and one of them, made of an article.
#[derive(Debug, Default)]
struct Own {
    annotators: Vec<AnnotatorId>,
    done: usize,
    adjudicated: Option<Stage>,
    stage: Option<Stage>,
    quotes: usize,
    changed_at: Option<Timestamp>,
}

/// The condition that an id is among those of the first parameter.
fn among(articles: Option<&BTreeSet<ArticleId>>, column: &str) -> String {
    if articles.is_some() {
        format!("{column} IN (SELECT value FROM json_each(?1))")
    } else {
        // The parameter is named all the same, so that it can be given.
        format!("{} ?1 IS NULL", column.split(' ').next().unwrap_or_default())
    }
}

fn list(articles: Option<&BTreeSet<ArticleId>>) -> SqlResult<Option<String>> {
    articles.map(to_json).transpose()
}

/// The columns of an article that say what is known of it.
pub(super) fn metadata(row: &Row<'_>) -> SqlResult<Metadata> {
    Ok(Metadata {
        title: row.get("title")?,
        publisher: row.get("publisher")?,
        authors: json(row, "authors")?,
        published_at: row.get("published_at")?,
        language: row.get("language")?,
        url: row.get("url")?,
        section: row.get("section")?,
    })
}
