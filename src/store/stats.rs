//! Counts.

use serde::Serialize;

use super::row::SqlResult;
use super::{Result, Store};

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
                speakers: self.count("SELECT count(*) FROM speaker")?,
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
                    "SELECT name, count(*) FROM quote_speaker JOIN speaker ON speaker.id = speaker_id \
                     WHERE role = 'source' GROUP BY speaker.id",
                )?,
                articles_by_language: self.shares("SELECT language, count(*) FROM article GROUP BY 1")?,
                articles_by_publisher: self.shares("SELECT publisher, count(*) FROM article GROUP BY 1")?,
                layers_by_stage: self.shares("SELECT stage, count(*) FROM layer GROUP BY 1")?,
            })
        };
        read().map_err(|error| self.error(error))
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
