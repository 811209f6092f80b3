//! Verifying the database itself: its pages, references and indexes.

use rusqlite::Connection;

use super::{Finding, SqlResult};

/// The file's pages and each row's references.
pub fn pages(sql: &Connection, findings: &mut Vec<Finding>) -> SqlResult<()> {
    let mut statement = sql.prepare("PRAGMA integrity_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let message: String = row.get(0)?;
        if message != "ok" {
            findings.push(Finding(format!("The file is damaged: {message}.")));
        }
    }
    Ok(())
}

pub fn references(sql: &Connection, findings: &mut Vec<Finding>) -> SqlResult<()> {
    let mut statement = sql.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, target): (String, String) = (row.get(0)?, row.get(2)?);
        findings.push(Finding(format!("A row of {table} refers to a {target} that isn't there.")));
    }
    Ok(())
}

/// The full-text indexes hold each row's words and no others: they are made
/// anew beside the old ones and compared, which a reader can do as well.
pub fn indexes(sql: &Connection, findings: &mut Vec<Finding>) -> SqlResult<()> {
    sql.execute_batch(
        "CREATE VIRTUAL TABLE temp.quote_words_found USING fts5vocab('main', 'quote_fts', 'instance');
         CREATE VIRTUAL TABLE temp.quote_words USING fts5(
             words, content = '', tokenize = 'unicode61 remove_diacritics 2');
         CREATE VIRTUAL TABLE temp.quote_words_due USING fts5vocab('temp', 'quote_words', 'instance');
         INSERT INTO temp.quote_words (rowid, words)
             SELECT key, (SELECT group_concat(text, ' … ') FROM (SELECT text FROM quote_span
                 WHERE quote_id = quote.id AND role = 'content' ORDER BY position)) FROM quote;

         CREATE VIRTUAL TABLE temp.article_words_found USING fts5vocab('main', 'article_fts', 'row');
         CREATE VIRTUAL TABLE temp.article_words USING fts5(
             title, text, content = '', tokenize = 'unicode61 remove_diacritics 2');
         CREATE VIRTUAL TABLE temp.article_words_due USING fts5vocab('temp', 'article_words', 'row');
         INSERT INTO temp.article_words (rowid, title, text) SELECT key, title, text FROM main.article;",
    )?;
    compare(sql, findings)
}

fn compare(sql: &Connection, findings: &mut Vec<Finding>) -> SqlResult<()> {
    let count = |query: &str| sql.query_row(query, [], |row| row.get::<_, u64>(0));
    let differing = |a: &str, b: &str, columns: &str| {
        count(&format!(
            "SELECT count(*) FROM (SELECT {columns} FROM temp.{a} EXCEPT SELECT {columns} FROM temp.{b})"
        ))
    };
    let missing = differing("quote_words_due", "quote_words_found", "term, doc, offset")?;
    let surplus = differing("quote_words_found", "quote_words_due", "term, doc, offset")?;
    if missing + surplus > 0 {
        findings.push(Finding(format!(
            "The search index of quotes is off: {missing} words are missing from it and {surplus} lead nowhere."
        )));
    }
    let (held, due) = (
        count("SELECT count(*) FROM main.article_fts_docsize")?,
        count("SELECT count(*) FROM main.article")?,
    );
    let missing = differing("article_words_due", "article_words_found", "term, doc, cnt")?;
    let surplus = differing("article_words_found", "article_words_due", "term, doc, cnt")?;
    if missing + surplus > 0 || held != due {
        findings.push(Finding(format!(
            "The search index of articles is off: it holds {held} of {due} articles, \
             {missing} words are missing from it and {surplus} lead nowhere."
        )));
    }
    Ok(())
}
