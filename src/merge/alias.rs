//! Things that copies know under different ids: articles with the same text,
//! and people who go by several names.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Key;
use crate::edit::EntityKind;
use crate::model::end_of;

/// Under which id each is known from now on.
#[derive(Debug, Clone, Default)]
pub struct Aliases {
    articles: BTreeMap<String, String>,
    annotators: BTreeMap<String, String>,
}

impl Aliases {
    /// Articles that have the same text go by the smallest of their ids,
    /// which is the oldest. Takes each article's id and the SHA-256 of its
    /// text.
    pub fn articles(&mut self, texts: impl IntoIterator<Item = (String, String)>) {
        let mut by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (id, sha256) in texts {
            by_text.entry(sha256).or_default().push(id);
        }
        for mut ids in by_text.into_values() {
            ids.sort();
            ids.dedup();
            let Some((first, others)) = ids.split_first() else { continue };
            self.articles.extend(others.iter().map(|other| (other.clone(), first.clone())));
        }
    }

    /// One person, of whom another turned out to be the same. Circles lead to
    /// the smallest id.
    pub fn annotators(&mut self, same: &BTreeMap<String, String>) {
        for id in same.keys() {
            let end = end_of(id.clone(), |id| same.get(id).cloned());
            if end != *id {
                self.annotators.insert(id.clone(), end);
            }
        }
    }

    /// The one that a thing is.
    #[must_use]
    pub fn key(&self, key: &Key) -> Key {
        let id = match key.kind {
            EntityKind::Article => self.article(&key.id).to_owned(),
            EntityKind::Layer => match key.id.split_once('/') {
                Some((article, annotator)) => {
                    format!("{}/{}", self.article(article), self.annotator(annotator))
                }
                None => key.id.clone(),
            },
            _ => key.id.clone(),
        };
        Key { kind: key.kind, id }
    }

    /// A field's value with the ids that things go by.
    #[must_use]
    pub fn value(&self, kind: EntityKind, field: &str, value: &Value) -> Value {
        let Some(id) = value.as_str() else { return value.clone() };
        match (kind, field) {
            (EntityKind::Speaker | EntityKind::Setting, _) => value.clone(),
            (_, "article") => self.article(id).into(),
            (_, "annotator" | "resolved_by") => self.annotator(id).into(),
            _ => value.clone(),
        }
    }

    /// The id that an article goes by.
    #[must_use]
    pub fn article<'a>(&'a self, id: &'a str) -> &'a str {
        self.articles.get(id).map_or(id, String::as_str)
    }

    /// The id that an annotator goes by.
    #[must_use]
    pub fn annotator<'a>(&'a self, id: &'a str) -> &'a str {
        self.annotators.get(id).map_or(id, String::as_str)
    }

    /// The things that are known under another id by now.
    pub fn given_up(&self) -> impl Iterator<Item = Key> {
        let articles = self.articles.keys().map(|id| Key::new(EntityKind::Article, id.clone()));
        articles.chain(self.annotators.keys().map(|id| Key::new(EntityKind::Annotator, id.clone())))
    }

    /// The ids that an article went by elsewhere.
    pub fn others_of<'a>(&'a self, article: &'a str) -> impl Iterator<Item = &'a str> {
        self.articles.iter().filter(move |(_, to)| *to == article).map(|(from, _)| from.as_str())
    }
}
