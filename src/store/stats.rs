//! Counts.

use serde::Serialize;

use super::row::{SqlResult, parsed};
use super::{Result, Store};
use crate::model::AnnotatorId;

/// What a project holds, in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stats {
    pub articles: u64,
    pub quotes: u64,
    pub claims: u64,
    pub speakers: u64,
    pub annotators: u64,
    /// Quotes to whose source no speaker is linked.
    pub quotes_without_speaker: u64,
    pub quotes_by_type: Vec<Share>,
    pub quotes_by_status: Vec<Share>,
    pub quotes_by_annotator: Vec<Share>,
    /// The most quoted first.
    pub quotes_by_speaker: Vec<Share>,
    pub articles_by_language: Vec<Share>,
    pub articles_by_publisher: Vec<Share>,
    pub layers_by_stage: Vec<Share>,
    pub annotators_progress: Vec<AnnotatorProgress>,
    /// Fields that copies gave different values and nobody has decided.
    pub conflicts: u64,
}

/// How far an annotator is: articles by their stage, new ones being assigned
/// and not begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnnotatorProgress {
    pub annotator: AnnotatorId,
    pub name: String,
    pub quotes: u64,
    pub new: u64,
    pub in_progress: u64,
    pub done: u64,
    pub submitted: u64,
    pub reviewed: u64,
}

impl AnnotatorProgress {
    /// All of their articles.
    #[must_use]
    pub fn articles(&self) -> u64 {
        self.new + self.in_progress + self.done + self.submitted + self.reviewed
    }

    /// Those that they have finished.
    #[must_use]
    pub fn finished(&self) -> u64 {
        self.done + self.submitted + self.reviewed
    }
}

/// How many of a count bear a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Share {
    pub name: Option<String>,
    pub count: u64,
}

impl Store {
    /// Counts everything.
    pub fn stats(&self) -> Result<Stats> {
        let read = || -> SqlResult<Stats> {
            Ok(Stats {
                articles: self.count("SELECT count(*) FROM article")?,
                quotes: self.count("SELECT count(*) FROM quote")?,
                claims: self.count("SELECT count(*) FROM claim")?,
                speakers: self.count("SELECT count(*) FROM speaker WHERE id NOT IN (SELECT id FROM merged_speaker)")?,
                annotators: self.count("SELECT count(*) FROM annotator")?,
                quotes_without_speaker: self.count(
                    "SELECT count(*) FROM quote WHERE NOT EXISTS \
                     (SELECT 1 FROM quote_speaker WHERE quote_id = quote.id AND role = 'source')",
                )?,
                quotes_by_type: self.shares("SELECT type, count(*) FROM quote GROUP BY 1")?,
                quotes_by_status: self.shares("SELECT status, count(*) FROM quote GROUP BY 1")?,
                quotes_by_annotator: self.shares(
                    "SELECT name, count(*) FROM quote JOIN annotator ON annotator.id = annotator_id GROUP BY annotator.id",
                )?,
                quotes_by_speaker: self.shares(
                    "WITH linked AS (SELECT DISTINCT quote_id, coalesce(into_id, speaker_id) AS meant_id \
                     FROM quote_speaker LEFT JOIN merged_speaker ON merged_speaker.id = speaker_id WHERE role = 'source') \
                     SELECT name, count(*) FROM linked JOIN speaker ON speaker.id = meant_id GROUP BY speaker.id",
                )?,
                articles_by_language: self.shares("SELECT language, count(*) FROM article GROUP BY 1")?,
                articles_by_publisher: self.shares("SELECT publisher, count(*) FROM article GROUP BY 1")?,
                layers_by_stage: self.shares("SELECT stage, count(*) FROM layer GROUP BY 1")?,
                annotators_progress: self.progress()?,
                conflicts: self.count("SELECT count(*) FROM conflict WHERE chosen IS NULL")?,
            })
        };
        read().map_err(|error| self.error(error))
    }

    /// How far each annotator is, by name.
    pub fn annotators_progress(&self) -> Result<Vec<AnnotatorProgress>> {
        self.progress().map_err(|error| self.error(error))
    }

    fn progress(&self) -> SqlResult<Vec<AnnotatorProgress>> {
        let mut statement = self.connection.prepare(
            "SELECT id, name, (SELECT count(*) FROM quote WHERE annotator_id = annotator.id) AS quotes, \
             total(stage = 'new') AS new, total(stage = 'in_progress') AS in_progress, total(stage = 'done') AS done, \
             total(stage = 'submitted') AS submitted, total(stage = 'reviewed') AS reviewed \
             FROM annotator LEFT JOIN layer ON annotator_id = annotator.id \
             WHERE kind = 'person' AND same_as IS NULL GROUP BY annotator.id ORDER BY name",
        )?;
        let number = |row: &rusqlite::Row<'_>, column: &str| row.get::<_, f64>(column).map(|n| n as u64);
        statement
            .query_map([], |row| {
                Ok(AnnotatorProgress {
                    annotator: parsed(row, "id")?,
                    name: row.get("name")?,
                    quotes: row.get("quotes")?,
                    new: number(row, "new")?,
                    in_progress: number(row, "in_progress")?,
                    done: number(row, "done")?,
                    submitted: number(row, "submitted")?,
                    reviewed: number(row, "reviewed")?,
                })
            })?
            .collect()
    }

    fn count(&self, query: &str) -> SqlResult<u64> {
        self.connection.query_row(query, [], |row| row.get(0))
    }

    fn shares(&self, query: &str) -> SqlResult<Vec<Share>> {
        self.connection
            .prepare(&format!("{query} ORDER BY 2 DESC, 1"))?
            .query_map([], |row| Ok(Share { name: row.get(0)?, count: row.get(1)? }))?
            .collect()
    }
}
