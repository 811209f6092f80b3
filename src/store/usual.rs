//! Whom an annotator's quotes credit, by the names that stand in the texts.

use rusqlite::params;

use super::row::{SqlResult, parsed};
use super::{Result, Store};
use crate::model::{AnnotatorId, SpeakerId};

/// A name as it stands in texts, and to whom an annotator linked it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameLink {
    pub name: String,
    pub speaker: SpeakerId,
    /// In how many quotes.
    pub quotes: u64,
}

impl Store {
    /// The names to which an annotator linked speakers, in all articles. What
    /// is no name means someone else in every article and is left out; so is
    /// a source of several pieces or speakers.
    pub fn name_links(&self, annotator: AnnotatorId) -> Result<Vec<NameLink>> {
        let read = || -> SqlResult<Vec<NameLink>> {
            let mut statement = self.connection.prepare_cached(
                "SELECT span.text AS name, link.speaker_id AS speaker_id, count(*) AS quotes FROM quote \
                 JOIN quote_span AS span ON span.quote_id = quote.id AND span.role = 'source' \
                 JOIN quote_speaker AS link ON link.quote_id = quote.id AND link.role = 'source' \
                 WHERE quote.annotator_id = ?1 AND coalesce(quote.mention, 'name') = 'name' \
                 AND NOT EXISTS (SELECT 1 FROM quote_span AS more WHERE more.quote_id = quote.id \
                   AND more.role = 'source' AND more.position <> span.position) \
                 AND NOT EXISTS (SELECT 1 FROM quote_speaker AS more WHERE more.quote_id = quote.id \
                   AND more.role = 'source' AND more.position <> link.position) \
                 GROUP BY span.text, link.speaker_id ORDER BY max(quote.updated_at), link.speaker_id",
            )?;
            let link = |row: &rusqlite::Row<'_>| {
                Ok(NameLink {
                    name: row.get("name")?,
                    speaker: parsed(row, "speaker_id")?,
                    quotes: row.get("quotes")?,
                })
            };
            statement.query_map(params![annotator.to_string()], link)?.collect()
        };
        read().map_err(|error| self.error(error))
    }
}
