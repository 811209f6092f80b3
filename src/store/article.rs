use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::{Connection, Row, params};

use super::entity::Entity;
use super::list;
use super::row::{SqlResult, named, parsed, stamp, time, to_json};
use crate::model::{Article, ArticleId, Metadata, Region, RegionKind, SourceFile, Span, Text};

impl Entity for Article {
    fn insert(&self, sql: &Connection) -> SqlResult<()> {
        let Metadata { title, publisher, authors, published_at, language, url, section } = &self.metadata;
        let s = &self.stamp;
        sql.prepare_cached(
            "INSERT INTO article (id, external_id, title, publisher, authors, published_at, language, url, section, \
             sha256, created_at, created_by, updated_at, updated_by, text) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        )?
        .execute(params![
            self.id.to_string(),
            self.external_id,
            title,
            publisher,
            to_json(authors)?,
            published_at,
            language,
            url,
            section,
            self.sha256,
            time(s.created_at),
            s.created_by.map(|by| by.to_string()),
            time(s.updated_at),
            s.updated_by.map(|by| by.to_string()),
            self.text.as_str(),
        ])?;
        if let Some(SourceFile { name, format, encoding, sha256, bytes }) = &self.file {
            sql.prepare_cached("INSERT INTO article_file VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
                .execute(params![self.id.to_string(), name, format, encoding, sha256, bytes.as_deref()])?;
        }
        self.insert_regions(sql)
    }

    /// The text and the file never change.
    fn update(&self, before: &Self, sql: &Connection) -> SqlResult<usize> {
        let Metadata { title, publisher, authors, published_at, language, url, section } = &self.metadata;
        let found = sql
            .prepare_cached(
                "UPDATE article SET external_id = ?1, title = ?2, publisher = ?3, authors = ?4, published_at = ?5, \
                 language = ?6, url = ?7, section = ?8, updated_at = ?9, updated_by = ?10 \
                 WHERE id = ?11 AND updated_at = ?12",
            )?
            .execute(params![
                self.external_id,
                title,
                publisher,
                to_json(authors)?,
                published_at,
                language,
                url,
                section,
                time(self.stamp.updated_at),
                self.stamp.updated_by.map(|by| by.to_string()),
                self.id.to_string(),
                time(before.stamp.updated_at),
            ])?;
        if self.regions != before.regions {
            sql.prepare_cached("DELETE FROM region WHERE article_id = ?1")?.execute([self.id.to_string()])?;
            self.insert_regions(sql)?;
        }
        Ok(found)
    }

    fn delete(&self, sql: &Connection) -> SqlResult<usize> {
        sql.prepare_cached("DELETE FROM article WHERE id = ?1 AND updated_at = ?2")?
            .execute(params![self.id.to_string(), time(self.stamp.updated_at)])
    }
}

impl Article {
    fn insert_regions(&self, sql: &Connection) -> SqlResult<()> {
        let id = self.id.to_string();
        let mut statement = sql.prepare_cached("INSERT INTO region VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for (position, Region { kind, span }) in self.regions.iter().enumerate() {
            statement.execute(params![id, position, kind.name(), span.start, span.end])?;
        }
        Ok(())
    }
}

/// The articles whose ids are given as a JSON list, in the project's order.
pub fn of_ids(sql: &Connection, ids: &str) -> SqlResult<Vec<Article>> {
    let mut regions = regions_of(sql, ids)?;
    let mut files = files_of(sql, ids)?;
    let mut statement = sql.prepare_cached(
        "SELECT * FROM article WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY created_at, id",
    )?;
    let articles = statement.query_map([ids], |row| {
        let id = parsed(row, "id")?;
        Ok(Article {
            id,
            external_id: row.get("external_id")?,
            metadata: list::metadata(row)?,
            sha256: row.get("sha256")?,
            regions: regions.remove(&id).unwrap_or_default(),
            file: files.remove(&id),
            stamp: stamp(row)?,
            text: Text::new(row.get_ref("text")?.as_str()?),
        })
    })?;
    articles.collect()
}

fn regions_of(sql: &Connection, ids: &str) -> SqlResult<HashMap<ArticleId, Vec<Region>>> {
    let mut regions: HashMap<ArticleId, Vec<Region>> = HashMap::new();
    let mut statement = sql.prepare_cached(
        "SELECT * FROM region WHERE article_id IN (SELECT value FROM json_each(?1)) ORDER BY article_id, position",
    )?;
    let mut rows = statement.query([ids])?;
    while let Some(row) = rows.next()? {
        let span = Span::new(row.get("start")?, row.get("end")?);
        let kind = named(row, "kind", RegionKind::from_name)?;
        regions.entry(parsed(row, "article_id")?).or_default().push(Region { kind, span });
    }
    Ok(regions)
}

fn files_of(sql: &Connection, ids: &str) -> SqlResult<HashMap<ArticleId, SourceFile>> {
    let mut statement = sql
        .prepare_cached("SELECT * FROM article_file WHERE article_id IN (SELECT value FROM json_each(?1))")?;
    let files = statement.query_map([ids], |row: &Row<'_>| {
        let bytes: Option<Vec<u8>> = row.get("bytes")?;
        let file = SourceFile {
            name: row.get("name")?,
            format: row.get("format")?,
            encoding: row.get("encoding")?,
            sha256: row.get("sha256")?,
            bytes: bytes.map(Arc::from),
        };
        Ok((parsed(row, "article_id")?, file))
    })?;
    files.collect()
}
