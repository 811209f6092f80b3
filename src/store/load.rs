//! Reading documents and the registry.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::OptionalExtension as _;

use super::{
    Result, Store, annotator, article, claim, comment, conflict, decision, layer, quote, row, setting,
    speaker,
};
use crate::model::{ArticleId, ClaimId, Document, QuoteId, Registry};

/// How many articles are read at once when all are: few enough to hold, many
/// enough that the queries' own cost vanishes.
const BATCH: usize = 200;

impl Store {
    /// Holds the project as it stands while it is read by several queries,
    /// whatever others write meanwhile; until the value is dropped.
    pub(super) fn snapshot(&self) -> Result<Option<rusqlite::Transaction<'_>>> {
        let begun = self.connection.is_autocommit().then(|| self.connection.unchecked_transaction());
        begun.transpose().map_err(|error| self.error(error))
    }

    /// Speakers, annotators, settings and conflicts.
    pub fn registry(&self) -> Result<Registry> {
        let _snapshot = self.snapshot()?;
        let read = || -> row::SqlResult<Registry> {
            let sql = &self.connection;
            Ok(Registry {
                speakers: speaker::all(sql)?.into_iter().map(|s| (s.id, Arc::new(s))).collect(),
                annotators: annotator::all(sql)?.into_iter().map(|a| (a.id, Arc::new(a))).collect(),
                settings: setting::all(sql)?.into_iter().map(|s| (s.key.clone(), Arc::new(s))).collect(),
                conflicts: conflict::all(sql)?.into_iter().map(|c| (c.id, Arc::new(c))).collect(),
            })
        };
        read().map_err(|error| self.error(error))
    }

    /// One article with everything on it.
    pub fn document(&self, id: ArticleId) -> Result<Option<Document>> {
        Ok(self.documents_of(&[id])?.pop())
    }

    /// These articles with everything on them, as far as they are there.
    pub fn documents(&self, ids: &[ArticleId]) -> Result<Vec<Document>> {
        let _snapshot = self.snapshot()?;
        let batches: Vec<Vec<Document>> =
            ids.chunks(BATCH).map(|ids| self.documents_of(ids)).collect::<Result<_>>()?;
        Ok(batches.into_iter().flatten().collect())
    }

    /// Hands over every article of the project, one after the other in its
    /// stable order: by the time they came in, then by id.
    pub fn each_document<E: From<super::StoreError>>(
        &self,
        mut take: impl FnMut(Document) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let _snapshot = self.snapshot()?;
        for ids in self.article_ids()?.chunks(BATCH) {
            for document in self.documents_of(ids)? {
                take(document)?;
            }
        }
        Ok(())
    }

    /// The ids of all articles in the project's order.
    pub fn article_ids(&self) -> Result<Vec<ArticleId>> {
        let read = || -> row::SqlResult<Vec<ArticleId>> {
            self.connection
                .prepare_cached("SELECT id FROM article ORDER BY created_at, id")?
                .query_map([], |row| row::parsed(row, "id"))?
                .collect()
        };
        read().map_err(|error| self.error(error))
    }

    /// The article with this text, by the SHA-256 of it.
    pub fn article_by_sha256(&self, sha256: &str) -> Result<Option<ArticleId>> {
        self.article_where("SELECT id FROM article WHERE sha256 = ?1 LIMIT 1", sha256)
    }

    /// The article that a quote is on.
    pub fn article_of_quote(&self, id: QuoteId) -> Result<Option<ArticleId>> {
        self.article_where("SELECT article_id AS id FROM quote WHERE id = ?1", &id.to_string())
    }

    /// The quote whose content holds a quote.
    pub fn parent_of(&self, id: QuoteId) -> Result<Option<QuoteId>> {
        let find = || {
            let mut statement =
                self.connection.prepare_cached("SELECT parent_id FROM quote WHERE id = ?1")?;
            statement.query_row([id.to_string()], |row| row::parsed_option(row, "parent_id")).optional()
        };
        Ok(find().map_err(|error| self.error(error))?.flatten())
    }

    /// The article that a claim is on.
    pub fn article_of_claim(&self, id: ClaimId) -> Result<Option<ArticleId>> {
        self.article_where("SELECT article_id AS id FROM claim WHERE id = ?1", &id.to_string())
    }

    /// The article that had this id where it came from.
    pub fn article_by_external_id(&self, external_id: &str) -> Result<Option<ArticleId>> {
        self.article_where("SELECT id FROM article WHERE external_id = ?1 LIMIT 1", external_id)
    }

    fn article_where(&self, query: &str, value: &str) -> Result<Option<ArticleId>> {
        let find = || {
            self.connection.prepare_cached(query)?.query_row([value], |row| row::parsed(row, "id")).optional()
        };
        find().map_err(|error| self.error(error))
    }

    fn documents_of(&self, ids: &[ArticleId]) -> Result<Vec<Document>> {
        let _snapshot = self.snapshot()?;
        let read = || -> row::SqlResult<Vec<Document>> {
            let sql = &self.connection;
            let list = row::to_json(&ids)?;
            let mut documents: Vec<Document> = article::of_ids(sql, &list)?
                .into_iter()
                .map(|article| Document::new(Arc::new(article)))
                .collect();
            let places: HashMap<ArticleId, usize> =
                documents.iter().enumerate().map(|(at, document)| (document.article.id, at)).collect();
            let place = |id: ArticleId| places.get(&id).copied();
            for layer in layer::of_articles(sql, &list)? {
                if let Some(document) = place(layer.article).and_then(|at| documents.get_mut(at)) {
                    document.layers.insert(layer.annotator, Arc::new(layer));
                }
            }
            for quote in quote::of_articles(sql, &list)? {
                if let Some(document) = place(quote.article).and_then(|at| documents.get_mut(at)) {
                    document.quotes.push(Arc::new(quote));
                }
            }
            for claim in claim::of_articles(sql, &list)? {
                if let Some(document) = place(claim.article).and_then(|at| documents.get_mut(at)) {
                    document.claims.push(Arc::new(claim));
                }
            }
            for comment in comment::of_articles(sql, &list)? {
                if let Some(document) = place(comment.article).and_then(|at| documents.get_mut(at)) {
                    document.comments.push(Arc::new(comment));
                }
            }
            for decision in decision::of_articles(sql, &list)? {
                if let Some(document) = place(decision.article).and_then(|at| documents.get_mut(at)) {
                    document.decisions.push(Arc::new(decision));
                }
            }
            documents.iter_mut().for_each(Document::sort);
            Ok(documents)
        };
        read().map_err(|error| self.error(error))
    }

    pub(super) fn error(&self, error: rusqlite::Error) -> super::StoreError {
        super::StoreError::Sql(error).at(&self.path)
    }
}
