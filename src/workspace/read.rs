//! Questions to a project.

use std::collections::BTreeSet;
use std::path::Path;

use super::{AnnotatorProgress, ArticleRow, Finding, Hit, Interrupter, Result, Stats, Step, Workspace};
use crate::model::{ArticleId, Document, Excerpt, Metadata, Wanted};

impl Workspace {
    /// All articles, as the one who is annotating has them.
    pub fn article_rows(&self) -> Result<Vec<ArticleRow>> {
        Ok(self.store.article_rows(self.author)?)
    }

    /// These articles, as far as they are there, as the one who is annotating
    /// has them.
    pub fn article_rows_of(&self, articles: &BTreeSet<ArticleId>) -> Result<Vec<ArticleRow>> {
        Ok(self.store.article_rows_of(self.author, articles)?)
    }

    /// What is known of these articles, one after the other, until `take`
    /// says false.
    pub fn each_metadata(
        &self,
        articles: &[ArticleId],
        take: &mut dyn FnMut(Metadata) -> bool,
    ) -> Result<()> {
        Ok(self.store.each_metadata(articles, take)?)
    }

    /// The last edits that touched an article, the newest first.
    pub fn article_history(&self, article: ArticleId, limit: usize) -> Result<Vec<Step>> {
        Ok(self.store.history(article, limit)?)
    }

    /// The ids of all articles, in the project's order.
    pub fn article_ids(&self) -> Result<Vec<ArticleId>> {
        Ok(self.store.article_ids()?)
    }

    /// Hands over every article in the project's order, with what the one who
    /// is annotating may see of it.
    pub fn each_document(&self, mut take: impl FnMut(Document) -> Result<()>) -> Result<()> {
        self.store.each_document(|document| take(self.visible(&document).unwrap_or(document)))
    }

    /// Finds articles and quotes that hold all the words; at most `limit` of
    /// each.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Hit>> {
        Ok(self.store.search(words, limit)?)
    }

    /// The articles that hold all the words; none where there is no word.
    pub fn articles_with(&self, words: &str) -> Result<Option<Vec<ArticleId>>> {
        Ok(self.store.articles_with(words)?)
    }

    /// The numbers of the articles that hold all the words, in ascending
    /// order; none where there is no word.
    pub fn article_keys_with(&self, words: &str) -> Result<Option<Vec<i64>>> {
        Ok(self.store.article_keys_with(words)?)
    }

    /// Where the words stand in the texts of these articles, about `length`
    /// characters each.
    pub fn excerpts(&self, keys: &[i64], wanted: &Wanted, length: usize) -> Result<Vec<(i64, Excerpt)>> {
        Ok(self.store.excerpts(keys, wanted, length)?)
    }

    /// What stops a search of this workspace from another thread.
    pub fn interrupter(&self) -> Interrupter {
        self.store.interrupter()
    }

    /// Counts.
    pub fn stats(&self) -> Result<Stats> {
        Ok(self.store.stats()?)
    }

    /// How far each annotator is, by name.
    pub fn progress(&self) -> Result<Vec<AnnotatorProgress>> {
        Ok(self.store.annotators_progress()?)
    }

    /// Verifies everything; an empty list is a clean project. `progress` is
    /// told the share that is done.
    pub fn check(&self, progress: &mut dyn FnMut(f32)) -> Result<Vec<Finding>> {
        Ok(self.store.check(progress)?)
    }

    /// Copies the project into a new file.
    pub fn backup(&self, to: &Path, progress: &mut dyn FnMut(f32)) -> Result<()> {
        Ok(self.store.backup(to, progress)?)
    }
}
