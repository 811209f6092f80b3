//! What the journal says of each thing, for putting copies together.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher as _};

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, params};
use serde_json::Value;

use super::row::{SqlResult, named, parsed, parsed_option, to_json};
use super::{Result, Store, StoreError};
use crate::edit::{EntityKind, Label, Transaction};
use crate::merge::{Key, Ruled, Standing, Step, Trail};
use crate::model::{Conflict, MergeId};

/// Which rows refer to a thing of another kind, by table and column.
const REFERRERS: &[(EntityKind, &str, &str, EntityKind)] = &[
    (EntityKind::Article, "quote", "article_id", EntityKind::Quote),
    (EntityKind::Article, "claim", "article_id", EntityKind::Claim),
    (EntityKind::Article, "comment", "article_id", EntityKind::Comment),
    (EntityKind::Article, "decision", "article_id", EntityKind::Decision),
    (EntityKind::Quote, "quote", "parent_id", EntityKind::Quote),
    (EntityKind::Quote, "claim", "quote_id", EntityKind::Claim),
    (EntityKind::Comment, "comment", "reply_to", EntityKind::Comment),
    (EntityKind::Annotator, "quote", "annotator_id", EntityKind::Quote),
    (EntityKind::Annotator, "claim", "annotator_id", EntityKind::Claim),
    (EntityKind::Annotator, "comment", "annotator_id", EntityKind::Comment),
    (EntityKind::Annotator, "comment", "resolved_by", EntityKind::Comment),
    (EntityKind::Annotator, "decision", "annotator_id", EntityKind::Decision),
    (EntityKind::Annotator, "annotator", "same_as", EntityKind::Annotator),
    (EntityKind::Speaker, "speaker", "same_as", EntityKind::Speaker),
];

/// The tables with a stamp, whose authors must be there.
const STAMPED: &[(&str, EntityKind)] = &[
    ("article", EntityKind::Article),
    ("quote", EntityKind::Quote),
    ("claim", EntityKind::Claim),
    ("comment", EntityKind::Comment),
    ("decision", EntityKind::Decision),
    ("speaker", EntityKind::Speaker),
    ("annotator", EntityKind::Annotator),
];

/// How what a journal says of a thing is told from what another says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fingerprint {
    /// A number that two copies share only where their journals say the same.
    pub says: u64,
    /// The edits that are known, each as a number, with a number for what they
    /// made of the thing; none where only a merge told of the edit.
    edits: BTreeMap<u64, Option<u64>>,
    /// Whether the thing is there.
    pub is_there: bool,
    /// Whether there ever was a conflict of it: what was decided is an edit of
    /// the thing, and stands with the conflict.
    pub is_disputed: bool,
}

impl Fingerprint {
    /// Whether every edit that another knows is known here, and none says
    /// something else; as long as no merge was taken back.
    #[must_use]
    pub fn knows(&self, other: &Self) -> bool {
        other.edits.iter().all(|(edit, there)| match (self.edits.get(edit), there) {
            (Some(Some(here)), Some(there)) => here == there,
            (here, _) => here.is_some(),
        })
    }
}

/// What the conflict in a row of the journal is about.
fn disputed(row: &Row<'_>) -> Result<Option<Key>> {
    let Some(words) = row.get_ref("after")?.as_str_or_null().map_err(rusqlite::Error::from)? else {
        return Ok(None);
    };
    let conflict: Conflict =
        serde_json::from_str(words).map_err(|error| StoreError::Content(error.to_string()))?;
    Ok(EntityKind::from_name(&conflict.entity).map(|kind| Key::new(kind, conflict.entity_id)))
}

fn number_of(told: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    told.hash(&mut hasher);
    hasher.finish()
}

impl Store {
    /// For each thing that the journal knows, how it can be told from what
    /// another copy's journal says of it.
    pub fn fingerprints(&self) -> Result<BTreeMap<Key, Fingerprint>> {
        let read = || -> Result<BTreeMap<Key, Fingerprint>> {
            let mut prints: HashMap<Key, (DefaultHasher, Fingerprint)> = HashMap::new();
            let mut disputed = Vec::new();
            let mut statement = self.connection.prepare(
                "SELECT entity, entity_id, id, label, after FROM journal_change \
                 JOIN journal_transaction ON journal_transaction.seq = transaction_seq ORDER BY journal_change.seq",
            )?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let key = key(row)?;
                if key.kind == EntityKind::Conflict {
                    disputed.extend(self::disputed(row)?);
                }
                let (hasher, print) = prints.entry(key).or_default();
                let edit = row.get_ref("id")?.as_str().map_err(rusqlite::Error::from)?;
                edit.hash(hasher);
                let after = row.get_ref("after")?.as_str_or_null().map_err(rusqlite::Error::from)?;
                after.hash(hasher);
                print.is_there = after.is_some();
                if row.get_ref("label")?.as_str().map_err(rusqlite::Error::from)? != Label::Merge.name() {
                    let told = print.edits.entry(number_of(edit)).or_default();
                    *told = Some(number_of((*told, after)));
                }
            }
            let mut statement = self
                .connection
                .prepare("SELECT * FROM journal_merge ORDER BY entity, entity_id, merge_id")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let (hasher, _) = prints.entry(key(row)?).or_default();
                row.get_ref("state")?.as_str().map_err(rusqlite::Error::from)?.hash(hasher);
            }
            let mut statement = self
                .connection
                .prepare("SELECT entity, entity_id, value FROM journal_merge, json_each(state, '$.known')")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let (_, print) = prints.entry(key(row)?).or_default();
                let edit = row.get_ref("value")?.as_str().map_err(rusqlite::Error::from)?;
                print.edits.entry(number_of(edit)).or_default();
            }
            for key in disputed {
                prints.entry(key).or_default().1.is_disputed = true;
            }
            let complete = |(key, (hasher, mut print)): (Key, (DefaultHasher, Fingerprint))| {
                print.says = hasher.finish();
                (key, print)
            };
            Ok(prints.into_iter().map(complete).collect())
        };
        read().map_err(|error| error.at(&self.path))
    }

    /// What the journal says of the things that `wanted` names, under the
    /// keys that it gives them.
    pub fn trails(&self, wanted: &dyn Fn(&Key) -> Option<Key>) -> Result<BTreeMap<Key, Trail>> {
        let mut trails: BTreeMap<Key, Trail> = BTreeMap::new();
        let mut read = || -> Result<()> {
            let mut statement = self.connection.prepare(
                "SELECT entity, entity_id, before, after, transaction_seq, id, at, annotator_id, label \
                 FROM journal_change JOIN journal_transaction ON journal_transaction.seq = transaction_seq \
                 ORDER BY journal_change.seq",
            )?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let raw = key(row)?;
                let key = wanted(&raw);
                if raw.kind != EntityKind::Conflict && key.is_none() {
                    continue;
                }
                let step = step(row)?;
                if raw.kind == EntityKind::Conflict && !step.is_merged {
                    let ruled = ruling(&step).and_then(|(about, ruled)| Some((wanted(&about)?, ruled)));
                    if let Some((about, ruled)) = ruled {
                        trails.entry(about).or_default().rulings.push(ruled);
                    }
                }
                if let Some(key) = key {
                    // A decided conflict is told whole by its decision.
                    let before = step.before.filter(|_| raw.kind != EntityKind::Conflict);
                    trails.entry(key).or_default().steps.push(Step { before, ..step });
                }
            }
            let mut statement = self.connection.prepare("SELECT * FROM journal_merge")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                if let Some(key) = wanted(&key(row)?) {
                    let noted = super::row::json(row, "state")?;
                    trails.entry(key).or_default().noted.insert(row.get("merge_id")?, noted);
                }
            }
            Ok(())
        };
        read().map_err(|error| error.at(&self.path))?;
        Ok(trails)
    }

    /// When merges were made, undone and redone.
    pub fn merge_standings(&self) -> Result<Vec<Standing>> {
        let read = || -> SqlResult<Vec<Standing>> {
            self.connection
                .prepare(
                    "SELECT transaction_seq, entity_id, after IS NOT NULL AS stands FROM journal_change \
                     WHERE entity = 'merge' ORDER BY seq",
                )?
                .query_map([], |row| {
                    Ok(Standing { number: row.get(0)?, merge: row.get(1)?, stands: row.get(2)? })
                })?
                .collect()
        };
        read().map_err(|error| self.error(error))
    }

    /// The ids and hashes of all texts that the journal knows, and of those
    /// that a merge heard of when they were gone already.
    pub fn known_texts(&self) -> Result<Vec<(String, String)>> {
        let read = || -> SqlResult<Vec<(String, String)>> {
            self.connection
                .prepare(
                    "SELECT entity_id, json_extract(after, '$.sha256') FROM journal_change \
                     WHERE entity = 'article' AND after IS NOT NULL \
                     UNION \
                     SELECT entity_id, value FROM journal_merge, json_each(state, '$.values.sha256') \
                     WHERE entity = 'article'",
                )?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        };
        read().map_err(|error| self.error(error))
    }

    /// Things whose rows refer to a thing.
    pub fn referrers(&self, key: &Key) -> Result<Vec<Key>> {
        let read = || -> SqlResult<Vec<Key>> {
            let sql = &self.connection;
            let mut found = Vec::new();
            for (_, table, column, kind) in REFERRERS.iter().filter(|(of, ..)| *of == key.kind) {
                found.extend(ids(
                    sql,
                    &format!("SELECT id FROM {table} WHERE {column} = ?1"),
                    *kind,
                    &key.id,
                )?);
            }
            let layers = "SELECT article_id || '/' || annotator_id AS id FROM layer WHERE";
            match key.kind {
                EntityKind::Article => {
                    found.extend(ids(sql, &format!("{layers} article_id = ?1"), EntityKind::Layer, &key.id)?);
                }
                EntityKind::Annotator => {
                    let query = format!("{layers} ?1 IN (annotator_id, created_by, updated_by)");
                    found.extend(ids(sql, &query, EntityKind::Layer, &key.id)?);
                    for (table, kind) in STAMPED {
                        let query = format!("SELECT id FROM {table} WHERE ?1 IN (created_by, updated_by)");
                        found.extend(ids(sql, &query, *kind, &key.id)?);
                    }
                    let query = "SELECT key AS id FROM setting WHERE ?1 IN (created_by, updated_by)";
                    found.extend(ids(sql, query, EntityKind::Setting, &key.id)?);
                }
                EntityKind::Speaker => {
                    let query = "SELECT DISTINCT quote_id AS id FROM quote_speaker WHERE speaker_id = ?1";
                    found.extend(ids(sql, query, EntityKind::Quote, &key.id)?);
                    let query = "SELECT DISTINCT claim_id AS id FROM claim_speaker WHERE speaker_id = ?1";
                    found.extend(ids(sql, query, EntityKind::Claim, &key.id)?);
                }
                _ => {}
            }
            found.retain(|found| found != key);
            Ok(found)
        };
        read().map_err(|error| self.error(error))
    }

    /// As [`Store::commit`], together with what the merge made known of each
    /// thing.
    pub fn commit_merge(
        &mut self,
        transaction: &Transaction,
        merge: MergeId,
        noted: &[(Key, Value)],
    ) -> Result<i64> {
        self.commit_with(transaction, |sql| {
            let mut statement = sql.prepare_cached("INSERT INTO journal_merge VALUES (?1, ?2, ?3, ?4)")?;
            for (key, state) in noted {
                statement.execute(params![merge.to_string(), key.kind.name(), key.id, to_json(state)?])?;
            }
            Ok(())
        })
    }

    /// Keeps a copy of the file beside it before something far-reaching is
    /// done. Returns its name.
    pub fn keep_copy(&self, before: &str) -> Result<std::path::PathBuf> {
        let to = self.free_name(before);
        self.backup(&to, &mut |_| {})?;
        Ok(to)
    }
}

fn ids(sql: &Connection, query: &str, kind: EntityKind, id: &str) -> SqlResult<Vec<Key>> {
    sql.prepare_cached(query)?.query_map([id], |row| Ok(Key { kind, id: row.get("id")? }))?.collect()
}

fn key(row: &Row<'_>) -> SqlResult<Key> {
    Ok(Key { kind: named(row, "entity", EntityKind::from_name)?, id: row.get("entity_id")? })
}

fn step(row: &Row<'_>) -> Result<Step> {
    let record = |column: &str| -> Result<Option<Value>> {
        match row.get_ref(column)? {
            ValueRef::Null => Ok(None),
            words => {
                let words = words.as_str().map_err(rusqlite::Error::from)?;
                serde_json::from_str(words).map(Some).map_err(|error| StoreError::Content(error.to_string()))
            }
        }
    };
    Ok(Step {
        number: row.get("transaction_seq")?,
        edit: row.get("id")?,
        at: parsed(row, "at")?,
        by: parsed_option(row, "annotator_id")?,
        is_merged: named(row, "label", Label::from_name)? == Label::Merge,
        before: record("before")?,
        after: record("after")?,
    })
}

/// What the change of a conflict decides of the thing that it is about.
fn ruling(step: &Step) -> Option<(Key, Ruled)> {
    let conflict =
        |record: &Option<Value>| -> Option<Conflict> { serde_json::from_value(record.clone()?).ok() };
    let (before, after) = (conflict(&step.before)?, conflict(&step.after)?);
    if before.chosen == after.chosen {
        return None;
    }
    let kind = EntityKind::from_name(&after.entity)?;
    let Conflict { entity_id, field, versions, chosen, .. } = after;
    let Step { number, edit, at, by, .. } = step.clone();
    Some((Key { kind, id: entity_id }, Ruled { number, edit, at, by, field, versions, chosen }))
}
