//! A thing's fields with the values that stand, and the edits that are known.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{STAMP, STAMPED};
use crate::model::{AnnotatorId, Conflict};

/// A value that a field was given and that no later edit replaced.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// The edit that put it there; where one edit put several there, with
    /// their numbers.
    pub dot: String,
    /// The edit that first gave it.
    pub root: String,
    pub at: Timestamp,
    pub by: Option<AnnotatorId>,
    pub value: Value,
}

/// A thing as the edits known so far have it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    known: BTreeSet<String>,
    fields: BTreeMap<String, Vec<Alternative>>,
}

/// Who made an edit, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Author {
    pub at: Timestamp,
    pub by: Option<AnnotatorId>,
}

impl State {
    /// Whether no edit of the thing is known.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.known.is_empty()
    }

    /// How many edits are known here that `other` doesn't know.
    pub fn news_for<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = &'s str> {
        self.known.difference(&other.known).map(String::as_str)
    }

    /// Each field with its values.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &[Alternative])> {
        self.fields.iter().map(|(field, values)| (field.as_str(), values.as_slice()))
    }

    /// Puts other values in place of those that say the same by now.
    pub fn rename(&mut self, name: impl Fn(&str, &Value) -> Value) {
        for (field, values) in &mut self.fields {
            for value in values {
                value.value = name(field, &value.value);
            }
        }
    }

    /// The values of a field.
    #[must_use]
    pub fn values(&self, field: &str) -> &[Alternative] {
        self.fields.get(field).map_or(&[], Vec::as_slice)
    }

    /// A field is given one value by an edit that knew all the others.
    pub fn write(&mut self, edit: &str, at: Timestamp, by: Option<AnnotatorId>, field: &str, value: Value) {
        self.known.insert(edit.to_owned());
        let value = Alternative { dot: edit.to_owned(), root: edit.to_owned(), at, by, value };
        self.fields.insert(field.to_owned(), vec![value]);
    }

    /// A field is given back the values that were to be chosen from.
    pub(super) fn reopen(&mut self, edit: &str, field: &str, mut versions: Vec<Alternative>) {
        self.known.insert(edit.to_owned());
        versions.iter_mut().enumerate().for_each(|(at, version)| version.dot = format!("{edit}#{at}"));
        self.fields.insert(field.to_owned(), versions);
    }

    /// A thing is created, changed or deleted by an edit that knew its state.
    pub(super) fn apply(
        &mut self,
        edit: &str,
        author: Author,
        before: Option<&Value>,
        after: Option<&Value>,
    ) {
        let Author { at, by } = author;
        let Some(Value::Object(after)) = after else {
            return self.write(edit, at, by, Conflict::EXISTENCE, Value::Bool(false));
        };
        for (field, value) in after.iter().filter(|(field, _)| is_field(field)) {
            let kept = match before {
                Some(before) => before.get(field).unwrap_or(&Value::Null) == value,
                // Whoever brings a thing back says nothing new of it.
                None => self.values(field).iter().any(|standing| standing.value == *value),
            };
            if !kept {
                self.write(edit, at, by, field, value.clone());
            }
        }
        self.write(edit, at, by, STAMPED, stamp_of(after));
        self.write(edit, at, by, Conflict::EXISTENCE, Value::Bool(true));
    }

    /// What two copies come to together.
    #[must_use]
    pub fn join(mut self, mut other: Self) -> Self {
        if self.is_unknown() {
            return other;
        }
        if other.is_unknown() {
            return self;
        }
        let (gone, gone_there) = (self.replaced_in(&other), other.replaced_in(&self));
        self.leave_out(&gone);
        other.leave_out(&gone_there);
        for (name, theirs) in other.fields {
            let ours = self.fields.entry(name).or_default();
            let new: Vec<Alternative> =
                theirs.into_iter().filter(|value| ours.iter().all(|own| own.dot != value.dot)).collect();
            ours.extend(new);
            ours.sort_by(|a, b| a.dot.cmp(&b.dot));
        }
        self.known.extend(other.known);
        self
    }

    /// The values, by field and dot, that were replaced by what another state
    /// knows.
    fn replaced_in(&self, other: &Self) -> BTreeSet<(String, String)> {
        let all = self.fields().flat_map(|(field, values)| values.iter().map(move |value| (field, value)));
        let replaced = all.filter(|(field, value)| !other.keeps(field, value));
        replaced.map(|(field, value)| (field.to_owned(), value.dot.clone())).collect()
    }

    fn leave_out(&mut self, replaced: &BTreeSet<(String, String)>) {
        for (field, dot) in replaced {
            if let Some(values) = self.fields.get_mut(field) {
                values.retain(|value| value.dot != *dot);
            }
        }
        self.fields.retain(|_, values| !values.is_empty());
    }

    /// Whether a value stands here too, or is unknown here; the others were
    /// replaced.
    fn keeps(&self, field: &str, value: &Alternative) -> bool {
        let edit = value.dot.split('#').next().unwrap_or(&value.dot);
        !self.known.contains(edit) || self.values(field).iter().any(|own| own.dot == value.dot)
    }

    /// The state as a merge notes it. Values that stand in the thing's record
    /// just then are left out.
    #[must_use]
    pub fn noted(&self, record: Option<&Value>) -> Value {
        let mut edits: BTreeMap<&str, Noted> = BTreeMap::new();
        let mut fields: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut values: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
        for (field, alternatives) in self.fields() {
            let there = standing(record, field);
            for Alternative { dot, root, at, by, value } in alternatives {
                let root = (root != dot).then(|| root.clone());
                edits.insert(dot, Noted { at: *at, by: *by, root });
                fields.entry(field).or_default().push(dot);
                if there.as_ref() != Some(value) {
                    values.entry(field).or_default().insert(dot.clone(), value.clone());
                }
            }
        }
        json!({ "known": self.known, "edits": edits, "fields": shortened(&fields), "values": values })
    }

    /// What a merge noted, with the thing's record just after it. Nothing
    /// where it can't be read.
    #[must_use]
    pub fn read(noted: &Value, record: Option<&Value>) -> Option<Self> {
        let Noting { known, edits, fields, mut values } = Noting::deserialize(noted).ok()?;
        let alternative = |field: &str, dot: &String, value: Option<Value>| {
            let Noted { at, by, root } = edits.get(dot)?.clone();
            let value = value.or_else(|| standing(record, field))?;
            Some(Alternative { dot: dot.clone(), root: root.unwrap_or_else(|| dot.clone()), at, by, value })
        };
        let mut read: BTreeMap<String, Vec<Alternative>> = BTreeMap::new();
        for (name, dots) in &fields {
            let names: Vec<&str> = name.split(' ').collect();
            for field in names {
                let mut given = values.remove(field).unwrap_or_default();
                let of_field = dots.iter().map(|dot| alternative(field, dot, given.remove(dot)));
                read.insert(field.to_owned(), of_field.collect::<Option<_>>()?);
            }
        }
        Some(Self { known, fields: read })
    }
}

#[derive(Clone, Serialize, Deserialize)]
struct Noted {
    at: Timestamp,
    by: Option<AnnotatorId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    root: Option<String>,
}

#[derive(Deserialize)]
struct Noting {
    known: BTreeSet<String>,
    edits: BTreeMap<String, Noted>,
    fields: BTreeMap<String, Vec<String>>,
    values: BTreeMap<String, BTreeMap<String, Value>>,
}

/// Fields that the same edits gave go together, their names joined by blanks.
fn shortened<'s>(fields: &BTreeMap<&'s str, Vec<&'s str>>) -> BTreeMap<String, Vec<&'s str>> {
    let mut by_edits: BTreeMap<&Vec<&str>, Vec<&str>> = BTreeMap::new();
    for (field, dots) in fields {
        by_edits.entry(dots).or_default().push(field);
    }
    by_edits.into_iter().map(|(dots, fields)| (fields.join(" "), dots.clone())).collect()
}

/// What a record says in a field.
fn standing(record: Option<&Value>, field: &str) -> Option<Value> {
    match (field, record) {
        (Conflict::EXISTENCE, record) => Some(Value::Bool(record.is_some())),
        (STAMPED, Some(Value::Object(record))) => Some(stamp_of(record)),
        (_, Some(record)) => record.get(field).cloned(),
        (_, None) => None,
    }
}

fn stamp_of(record: &Map<String, Value>) -> Value {
    STAMP.iter().filter_map(|name| Some(((*name).to_owned(), record.get(*name)?.clone()))).collect()
}

fn is_field(name: &str) -> bool {
    name != "id" && !STAMP.contains(&name)
}
