//! From records to the changes of what is here.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use super::super::Result;
use super::{Joined, Targets};
use crate::edit::{Change, Diff, EntityKind, Thing, with_diff, with_kind};
use crate::merge::Key;
use crate::model::{Article, ArticleId, Conflict, Document, Registry, SourceFile, sha256};
use crate::store::{Store, StoreError};

/// The things here, as their deletions, by what they go by; each with the key
/// it has here.
type Here = BTreeMap<Key, Vec<(Key, Change)>>;

/// What changes here, and each changed thing's record after it.
#[derive(Default)]
pub(super) struct Changes {
    pub changes: Vec<Change>,
    pub records: BTreeMap<Key, Option<Value>>,
}

/// The changes that make of what is here what it becomes.
pub(super) fn changes(
    targets: &Targets,
    joined: &Joined,
    registry: &Registry,
    stores: &[&Store],
) -> Result<Changes> {
    let mut made = Changes::default();
    let Some(ours) = stores.first() else { return Ok(made) };
    let mut here = here(targets, joined, registry, ours)?;
    for (key, record) in targets.all() {
        let there = here.remove(key).unwrap_or_default();
        let changes = changed(key, there, record, joined, stores)?;
        if !changes.is_empty() {
            let after = changes.iter().rev().find_map(record_after);
            made.records.insert(key.clone(), after);
            made.changes.extend(changes);
        }
    }
    // A name is free once the one who had it has another.
    made.changes.sort_by_key(|change| matches!(change, Change::Annotator(Diff { before: None, .. })));
    conflicts(targets, registry, &mut made)?;
    Ok(made)
}

fn here(targets: &Targets, joined: &Joined, registry: &Registry, ours: &Store) -> Result<Here> {
    let mut here = Here::new();
    let mut put = |change: Change| {
        let raw = Key::new(change.kind(), change.entity_id());
        here.entry(joined.aliases.key(&raw)).or_default().push((raw, change));
    };
    let shared = deleted(registry.speakers.values()).chain(deleted(registry.annotators.values()));
    for change in shared.chain(deleted(registry.settings.values())) {
        put(change);
    }
    let articles: Vec<ArticleId> = articles(targets, joined).into_iter().collect();
    for document in ours.documents(&articles)? {
        let Document { article, layers, quotes, claims, comments, decisions } = document;
        put(Diff::deleted(&article).into());
        let marks = deleted(layers.values()).chain(deleted(&quotes)).chain(deleted(&claims));
        for change in marks.chain(deleted(&comments)).chain(deleted(&decisions)) {
            put(change);
        }
    }
    Ok(here)
}

/// Things as their deletions.
fn deleted<'a, T: 'a>(things: impl IntoIterator<Item = &'a Arc<T>>) -> impl Iterator<Item = Change>
where
    Change: From<Diff<T>>,
{
    things.into_iter().map(|thing| Diff::deleted(thing).into())
}

/// The articles in which something may change, under every id that they may
/// have here.
fn articles(targets: &Targets, joined: &Joined) -> BTreeSet<ArticleId> {
    let mut articles = BTreeSet::new();
    for (key, record) in targets.all_records() {
        let article = match key.kind {
            EntityKind::Article => Some(key.id.as_str()),
            _ => record.get("article").and_then(Value::as_str),
        };
        let Some(article) = article else { continue };
        let ids = std::iter::once(article).chain(joined.aliases.others_of(article));
        articles.extend(ids.filter_map(|id| id.parse::<ArticleId>().ok()));
    }
    articles
}

fn changed(
    key: &Key,
    here: Vec<(Key, Change)>,
    record: Option<&Value>,
    joined: &Joined,
    stores: &[&Store],
) -> Result<Vec<Change>> {
    Ok(match key.kind {
        EntityKind::Article => {
            let same_file = |a: &Article, b: &Article| a.file.as_ref().map(hash) == b.file.as_ref().map(hash);
            diffs(key, here, record, same_file, |article| with_text(article, joined, stores))?
        }
        EntityKind::Conflict | EntityKind::Merge => Vec::new(),
        kind => with_kind!(kind, T => diffs::<T>(key, here, record, |_, _| true, Ok)?),
    })
}

fn hash(file: &SourceFile) -> (&str, &str, &str, &str) {
    (&file.name, &file.format, &file.encoding, &file.sha256)
}

/// What becomes of the things here that go by one key; each with the key it
/// has here. What can't be changed in its place is made anew: where it lies,
/// who made it when, and what `stays` says.
fn diffs<T: Thing>(
    key: &Key,
    here: Vec<(Key, Change)>,
    record: Option<&Value>,
    stays: impl Fn(&T, &T) -> bool,
    complete: impl Fn(T) -> Result<T>,
) -> Result<Vec<Change>>
where
    Change: From<Diff<T>>,
{
    let fixed = |thing: &T| (thing.article(), thing.stamp().created_at, thing.stamp().created_by);
    let after = match record {
        Some(record) => {
            let read = serde_json::from_value(record.clone());
            Some(complete(read.map_err(|error| StoreError::Content(error.to_string()))?)?)
        }
        None => None,
    };
    let stays = |before: &T| {
        after.as_ref().is_some_and(|after| fixed(before) == fixed(after) && stays(before, after))
    };
    let mut kept = None;
    let mut diffs = Vec::new();
    for (raw, change) in here {
        let Some(before) = T::diff_of(change).and_then(|diff| diff.before) else { continue };
        if kept.is_none() && raw == *key && stays(&before) {
            kept = Some(before);
        } else {
            diffs.push(Diff::deleted(&before));
        }
    }
    match (kept, after) {
        (Some(before), Some(after)) if *before != after => diffs.push(Diff::changed(&before, after)),
        (None, Some(after)) => diffs.push(Diff::created(after)),
        _ => {}
    }
    Ok(diffs.into_iter().map(Change::from).collect())
}

/// The text stands in whichever copy has it.
fn with_text(mut article: Article, joined: &Joined, stores: &[&Store]) -> Result<Article> {
    let id = article.id.to_string();
    let ids: Vec<ArticleId> = std::iter::once(id.as_str())
        .chain(joined.aliases.others_of(&id))
        .filter_map(|id| id.parse().ok())
        .collect();
    let mut found = None;
    for store in stores {
        for id in &ids {
            let Some((text, bytes)) = store.text_of(*id)? else { continue };
            let whole = article.file.as_ref().is_none_or(|file| {
                sha256(bytes.as_deref().unwrap_or(text.as_str().as_bytes())) == file.sha256
            });
            if whole || found.is_none() {
                found = Some((text, bytes));
            }
            if whole {
                break;
            }
        }
    }
    let Some((text, bytes)) = found else {
        return Err(StoreError::Content(format!("the text of article {id} is gone")).into());
    };
    article.text = text;
    if let Some(file) = &mut article.file {
        file.bytes = bytes;
    }
    Ok(article)
}

fn conflicts(targets: &Targets, registry: &Registry, made: &mut Changes) -> Result<()> {
    let mut after: BTreeMap<_, Conflict> = BTreeMap::new();
    for id in targets.all_decided() {
        if let Some(record) = targets.decided(id) {
            let conflict: Conflict = serde_json::from_value(record.clone())
                .map_err(|error| StoreError::Content(error.to_string()))?;
            after.insert(conflict.id, conflict);
        }
    }
    after.extend(targets.open().iter().map(|(id, conflict)| (*id, conflict.clone())));
    for (id, before) in &registry.conflicts {
        let key = Key::new(EntityKind::Conflict, id.to_string());
        let diff = match after.remove(id) {
            Some(after) if after == **before => continue,
            Some(after) => Diff::changed(before, after),
            // It was decided before any of these copies parted.
            None if !before.is_open() && !targets.touches(&key) => continue,
            None => Diff::deleted(before),
        };
        made.push_conflict(diff);
    }
    for conflict in after.into_values() {
        made.push_conflict(Diff::created(conflict));
    }
    Ok(())
}

impl Changes {
    fn push_conflict(&mut self, diff: Diff<Conflict>) {
        let change = Change::Conflict(diff);
        self.records.insert(Key::new(EntityKind::Conflict, change.entity_id()), record_after(&change));
        self.changes.push(change);
    }
}

/// A thing's record after its change, as the journal will have it.
fn record_after(change: &Change) -> Option<Value> {
    with_diff!(change, diff => diff.after.as_deref().and_then(|after| serde_json::to_value(after).ok()))
}
