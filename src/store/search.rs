//! Full-text search over articles and quotes, case and diacritics folded.

use rusqlite::params;

use super::row::{SqlResult, parsed, parsed_option, to_json};
use super::{Result, Store};
use crate::model::{ArticleId, Excerpt, QuoteId, Wanted};

/// One place where the words were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub article: ArticleId,
    pub title: String,
    /// The quote whose content holds the words; absent for the article's own
    /// text.
    pub quote: Option<QuoteId>,
    /// The words in their surroundings, on one line.
    pub excerpt: String,
}

/// Stops the query that a connection is busy with; it ends with
/// [`StoreError::is_interruption`](super::StoreError::is_interruption).
pub struct Interrupter(rusqlite::InterruptHandle);

impl Interrupter {
    /// Stops the query, if there is one.
    pub fn interrupt(&self) {
        self.0.interrupt();
    }
}

/// An article without a title goes by its file, or by its first words.
const TITLE: &str = "coalesce(article.title, article_file.name, trim(substr(article.text, 1, 80))) AS title";

impl Store {
    /// Finds articles and quotes that hold all the words, the best first, at
    /// most `limit` of each. The last word may be only begun.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Hit>> {
        let Some(query) = fts_query(words) else { return Ok(Vec::new()) };
        let read = || -> SqlResult<Vec<Hit>> {
            let mut hits = self.hits(
                &format!(
                    "SELECT article.id AS article_id, {TITLE}, NULL AS quote_id, \
                     snippet(article_fts, -1, '', '', '…', 16) AS excerpt \
                     FROM article_fts JOIN article ON article.key = article_fts.rowid \
                     LEFT JOIN article_file ON article_file.article_id = article.id \
                     WHERE article_fts MATCH ?1 ORDER BY rank, article.key LIMIT ?2"
                ),
                &query,
                limit,
            )?;
            hits.extend(self.hits(
                &format!(
                    "SELECT quote.article_id, {TITLE}, quote.id AS quote_id, \
                     (SELECT group_concat(text, ' … ') FROM (SELECT text FROM quote_span \
                      WHERE quote_id = quote.id AND role = 'content' ORDER BY position)) AS excerpt \
                     FROM quote_fts JOIN quote ON quote.key = quote_fts.rowid \
                     JOIN article ON article.id = quote.article_id \
                     LEFT JOIN article_file ON article_file.article_id = article.id \
                     WHERE quote_fts MATCH ?1 ORDER BY rank, quote.key LIMIT ?2"
                ),
                &query,
                limit,
            )?);
            Ok(hits)
        };
        read().map_err(|error| self.error(error))
    }

    /// The articles that hold all the words, in title or text.
    pub fn articles_with(&self, words: &str) -> Result<Option<Vec<ArticleId>>> {
        let Some(query) = fts_query(words) else { return Ok(None) };
        let read = || -> SqlResult<Vec<ArticleId>> {
            self.connection
                .prepare_cached(
                    "SELECT article.id FROM article_fts JOIN article ON article.key = article_fts.rowid \
                     WHERE article_fts MATCH ?1",
                )?
                .query_map([query], |row| parsed(row, "id"))?
                .collect()
        };
        read().map(Some).map_err(|error| self.error(error))
    }

    /// The numbers of the articles that hold all the words, in title or text,
    /// in ascending order; none where there is no word.
    pub fn article_keys_with(&self, words: &str) -> Result<Option<Vec<i64>>> {
        let Some(query) = fts_query(words) else { return Ok(None) };
        let read = || -> SqlResult<Vec<i64>> {
            self.connection
                .prepare_cached("SELECT rowid FROM article_fts WHERE article_fts MATCH ?1 ORDER BY rowid")?
                .query_map([query], |row| row.get(0))?
                .collect()
        };
        read().map(Some).map_err(|error| self.error(error))
    }

    /// Where the words stand in the texts of these articles, about `length`
    /// characters each.
    pub fn excerpts(&self, keys: &[i64], wanted: &Wanted, length: usize) -> Result<Vec<(i64, Excerpt)>> {
        let read = || -> SqlResult<Vec<(i64, Excerpt)>> {
            self.connection
                .prepare_cached(
                    "SELECT key, text FROM article WHERE key IN (SELECT value FROM json_each(?1))",
                )?
                .query_map([to_json(&keys)?], |row| {
                    Ok((row.get("key")?, wanted.excerpt(row.get_ref("text")?.as_str()?, length)))
                })?
                .collect()
        };
        read().map_err(|error| self.error(error))
    }

    /// What stops a query of this connection from another thread.
    #[must_use]
    pub fn interrupter(&self) -> Interrupter {
        Interrupter(self.connection.get_interrupt_handle())
    }

    fn hits(&self, query: &str, words: &str, limit: usize) -> SqlResult<Vec<Hit>> {
        self.connection
            .prepare_cached(query)?
            .query_map(params![words, limit], |row| {
                let title: String = row.get("title")?;
                let excerpt: String = row.get("excerpt")?;
                Ok(Hit {
                    article: parsed(row, "article_id")?,
                    title: on_one_line(&title),
                    quote: parsed_option(row, "quote_id")?,
                    excerpt: on_one_line(&excerpt),
                })
            })?
            .collect()
    }
}

fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words as a query of FTS5: each in quotes, so that none is taken for an
/// operator, and the last as a beginning. None without a word.
fn fts_query(words: &str) -> Option<String> {
    let words: Vec<String> = words
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("\"{}\"", word.replace('"', "\"\"")))
        .collect();
    (!words.is_empty()).then(|| format!("{}*", words.join(" ")))
}
