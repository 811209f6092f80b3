//! Which of several values stands, and which are a person's to choose from.

use std::cmp::Ordering;

use jiff::{Timestamp, ToSpan as _};
use serde_json::{Map, Value};

use super::state::{Alternative, State};
use super::{Key, STAMPED};
use crate::edit::EntityKind;
use crate::model::{Conflict, ConflictId, Stage, Stamp, Version, derived_id};

/// A field's value, and the versions to choose from where there are several.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    pub value: Value,
    /// At least two, or none.
    pub versions: Vec<Version>,
}

/// How a field that has several values is settled.
enum Rule {
    /// The latest stands; people choose.
    Choose,
    /// The latest stands.
    Latest,
    /// The first stands.
    First,
    /// What is furthest stands.
    Furthest,
    /// What one changed is kept against another's deletion; people choose.
    Keep,
}

const fn rule(kind: EntityKind, field: &str) -> Rule {
    match (kind, field.as_bytes()) {
        (_, b"exists") => Rule::Keep,
        (EntityKind::Layer, b"stage") | (EntityKind::Quote, b"status") => Rule::Furthest,
        (_, b"external_id") | (EntityKind::Article, b"file" | b"sha256") => Rule::First,
        (EntityKind::Comment, b"resolved_at" | b"resolved_by")
        | (EntityKind::Decision, b"result" | b"annotator")
        | (EntityKind::Quote, b"origin" | b"annotator" | b"article")
        | (EntityKind::Conflict, _) => Rule::Latest,
        _ => Rule::Choose,
    }
}

/// Settles a field's values; nothing where it has none.
#[must_use]
pub fn settle(kind: EntityKind, field: &str, values: &[Alternative]) -> Option<Settled> {
    let latest = || values.iter().max_by(|a, b| by_time(a, b));
    let rule = rule(kind, field);
    let standing = match rule {
        Rule::Choose | Rule::Latest => latest(),
        Rule::First => values.iter().min_by(|a, b| by_time(a, b)),
        Rule::Furthest => values.iter().max_by(|a, b| {
            let rank = |value: &Value| value.as_str().and_then(Stage::from_name);
            rank(&a.value).cmp(&rank(&b.value)).then_with(|| by_time(a, b))
        }),
        Rule::Keep => values.iter().find(|value| value.value == true).or_else(latest),
    };
    let value = standing?.value.clone();
    let mut versions = if matches!(rule, Rule::Choose | Rule::Keep) { versions(values) } else { Vec::new() };
    if versions.len() < 2 {
        versions.clear();
    }
    Some(Settled { value, versions })
}

fn by_time(a: &Alternative, b: &Alternative) -> Ordering {
    (a.at, &a.root).cmp(&(b.at, &b.root))
}

/// Each value once, by the first edit that gave it.
#[must_use]
pub fn versions(values: &[Alternative]) -> Vec<Version> {
    let mut sorted: Vec<&Alternative> = values.iter().collect();
    sorted.sort_by(|a, b| by_time(a, b));
    let mut versions: Vec<Version> = Vec::new();
    for Alternative { root, at, by, value, .. } in sorted {
        if versions.iter().all(|version| version.value != *value) {
            versions.push(Version { edit: root.clone(), value: value.clone(), at: *at, by: *by });
        }
    }
    versions
}

/// A thing's record as its state has it, whether it is there or not, and its
/// conflicts.
#[must_use]
pub fn record(key: &Key, state: &State) -> (Value, Vec<Conflict>) {
    let mut record = Map::new();
    let mut conflicts = Vec::new();
    for (field, values) in state.fields() {
        if field == STAMPED {
            record.extend(stamp(values));
            continue;
        }
        let Some(settled) = settle(key.kind, field, values) else { continue };
        if !settled.versions.is_empty() {
            conflicts.push(conflict(key, field, settled.versions));
        }
        if field != Conflict::EXISTENCE {
            record.insert(field.to_owned(), settled.value);
        }
    }
    match (key.kind, key.id.split_once('/')) {
        (EntityKind::Layer, Some((article, annotator))) => {
            record.insert("article".to_owned(), article.into());
            record.insert("annotator".to_owned(), annotator.into());
        }
        (EntityKind::Setting, _) => drop(record.insert("key".to_owned(), key.id.clone().into())),
        _ => drop(record.insert("id".to_owned(), key.id.clone().into())),
    }
    (Value::Object(record), conflicts)
}

/// When and by whom: of one version, as it says. What several edits made
/// together is none of them, so it gets a time of its own.
fn stamp(values: &[Alternative]) -> Map<String, Value> {
    let stamps = values.iter().filter_map(|value| {
        Some((serde_json::from_value::<Stamp>(value.value.clone()).ok()?, value.dot.as_str()))
    });
    let stamps: Vec<(Stamp, &str)> = stamps.collect();
    let first = stamps.iter().min_by_key(|(stamp, dot)| (stamp.created_at, *dot));
    let last = stamps.iter().max_by_key(|(stamp, dot)| (stamp.updated_at, *dot));
    let (Some((first, _)), Some((last, _))) = (first, last) else { return Map::new() };
    let more = i64::try_from(stamps.len()).unwrap_or(1) - 1;
    let updated_at: Timestamp = last.updated_at.checked_add(more.microseconds()).unwrap_or(last.updated_at);
    let stamp = Stamp {
        created_at: first.created_at,
        created_by: first.created_by,
        updated_at,
        updated_by: last.updated_by,
    };
    match serde_json::to_value(stamp) {
        Ok(Value::Object(stamp)) => stamp,
        _ => Map::new(),
    }
}

/// A conflict whose id follows from what it is about.
#[must_use]
pub fn conflict(key: &Key, field: &str, versions: Vec<Version>) -> Conflict {
    let edits: Vec<&str> = versions.iter().map(|version| version.edit.as_str()).collect();
    let words = format!("{}\n{}\n{field}\n{}", key.kind, key.id, edits.join("\n"));
    let id: ConflictId = derived_id("conflict", &[], &words).into();
    let at = versions.iter().map(|version| version.at).max().unwrap_or(Timestamp::UNIX_EPOCH);
    Conflict {
        id,
        entity: key.kind.name().to_owned(),
        entity_id: key.id.clone(),
        article: None,
        field: field.to_owned(),
        versions,
        chosen: None,
        decided_at: None,
        decided_by: None,
        stamp: Stamp::new(at, None).whole(),
    }
}
