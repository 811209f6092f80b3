//! What each thing becomes: its record, whether it is there, and what people
//! must decide of it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::Result;
use super::Joined;
use crate::edit::EntityKind;
use crate::merge::{Key, conflict, record, references, settle, versions};
use crate::model::{AnnotatorKind, Conflict, ConflictId, QuoteId, Version};
use crate::store::Store;

/// The field of a quote that says in which it lies.
const PARENT: &str = "parent";

/// What one thing becomes.
struct Target {
    record: Value,
    is_there: bool,
    conflicts: Vec<Conflict>,
}

/// What everything becomes that may change.
pub(in crate::workspace) struct Targets {
    things: BTreeMap<Key, Target>,
    /// Conflicts that nobody has decided.
    open: BTreeMap<ConflictId, Conflict>,
    /// Annotators who had to be told apart from another of the same name.
    pub namesakes: Vec<String>,
    /// Quotes that lie in a circle and in which nothing else may change:
    /// nothing is said of such a circle before they are looked at as well.
    pub unseen: BTreeSet<Key>,
}

impl Targets {
    pub fn of(joined: &Joined, stores: &[&Store]) -> Result<Self> {
        let things = joined.things.iter().map(|(key, thing)| {
            let (record, conflicts) = record(key, &thing.joined);
            let existence = settle(key.kind, Conflict::EXISTENCE, thing.joined.values(Conflict::EXISTENCE));
            let is_there = existence.is_some_and(|settled| settled.value == true);
            (key.clone(), Target { record, is_there, conflicts })
        });
        let mut targets = Self {
            things: things.collect(),
            open: BTreeMap::new(),
            namesakes: Vec::new(),
            unseen: BTreeSet::new(),
        };
        targets.give_up_what_is_someone_else(joined);
        if let Some(ours) = stores.first() {
            targets.keep_what_is_needed(joined, ours)?;
            targets.break_circles(joined, ours)?;
        }
        targets.tell_namesakes_apart();
        targets.collect_conflicts();
        Ok(targets)
    }

    /// Whether something may change in a thing.
    pub fn touches(&self, key: &Key) -> bool {
        self.things.contains_key(key)
    }

    /// All things that may change, with what they become.
    pub fn all(&self) -> impl Iterator<Item = (&Key, Option<&Value>)> {
        let things = self.things.iter().filter(|(key, _)| key.kind != EntityKind::Conflict);
        things.map(|(key, target)| (key, target.is_there.then_some(&target.record)))
    }

    /// The same with the records that they had, where they go.
    pub fn all_records(&self) -> impl Iterator<Item = (&Key, &Value)> {
        self.things.iter().map(|(key, target)| (key, &target.record))
    }

    /// The conflicts that nobody has decided.
    pub fn open(&self) -> &BTreeMap<ConflictId, Conflict> {
        &self.open
    }

    /// A conflict that someone has decided in one of the copies.
    pub fn decided(&self, id: &str) -> Option<&Value> {
        let target = self.things.get(&Key::new(EntityKind::Conflict, id))?;
        let chosen = target.record.get("chosen").is_some_and(|chosen| !chosen.is_null());
        (target.is_there && chosen).then_some(&target.record)
    }

    /// The ids of all conflicts that were decided in one of the copies.
    pub fn all_decided(&self) -> impl Iterator<Item = &str> {
        let conflicts = self.things.keys().filter(|key| key.kind == EntityKind::Conflict);
        conflicts.map(|key| key.id.as_str()).filter(|id| self.decided(id).is_some())
    }

    /// An article that is another's double has nothing of its own left.
    fn give_up_what_is_someone_else(&mut self, joined: &Joined) {
        self.things.retain(|key, _| joined.aliases.key(key) == *key || key.kind == EntityKind::Annotator);
    }

    /// Nothing goes that something else needs: a deletion by someone who
    /// didn't know of that is put to a person.
    fn keep_what_is_needed(&mut self, joined: &Joined, ours: &Store) -> Result<()> {
        let mut queue: Vec<Key> = self.things.keys().cloned().collect();
        let mut asked = BTreeSet::new();
        while let Some(key) = queue.pop() {
            let Some(target) = self.things.get(&key) else { continue };
            if target.is_there {
                for needed in references(key.kind, &target.record) {
                    if self.revive(&joined.aliases.key(&needed), joined) {
                        queue.push(joined.aliases.key(&needed));
                    }
                }
            } else if asked.insert(key.clone()) {
                let referrers = ours.referrers(&key)?;
                let untouched = |referrer: &Key| !self.things.contains_key(&joined.aliases.key(referrer));
                if referrers.iter().any(untouched) && self.revive(&key, joined) {
                    queue.push(key);
                }
            }
        }
        Ok(())
    }

    /// Keeps a thing that one deleted. Whether it was gone.
    fn revive(&mut self, key: &Key, joined: &Joined) -> bool {
        let Some(target) = self.things.get_mut(key).filter(|target| !target.is_there) else { return false };
        target.is_there = true;
        let state = joined.things.get(key).map(|thing| &thing.joined);
        let deletions = state.map(|state| state.values(Conflict::EXISTENCE)).unwrap_or_default();
        let mut versions = versions(deletions);
        versions.truncate(1);
        let Some(deletion) = versions.first() else { return true };
        let needed = Version { edit: String::new(), value: true.into(), at: deletion.at, by: None };
        versions.push(needed);
        target.conflicts.push(conflict(key, Conflict::EXISTENCE, versions));
        true
    }

    /// Two people may have put two quotes into each other. The newest of such
    /// quotes comes to lie in none, and a person is asked.
    fn break_circles(&mut self, joined: &Joined, ours: &Store) -> Result<()> {
        let quotes: Vec<Key> =
            self.things.keys().filter(|key| key.kind == EntityKind::Quote).cloned().collect();
        for key in quotes {
            let Some(circle) = self.circle(&key, ours)? else { continue };
            let known = self.unseen.len();
            self.unseen.extend(circle.iter().filter(|key| !self.things.contains_key(key)).cloned());
            if self.unseen.len() == known
                && let Some(newest) = circle.into_iter().max()
            {
                self.take_out(&newest, joined);
            }
        }
        Ok(())
    }

    /// Takes a quote out of the one around it, and lists what it lay in.
    fn take_out(&mut self, key: &Key, joined: &Joined) {
        let Some(target) = self.things.get_mut(key) else { return };
        if let Some(parent) = target.record.get_mut(PARENT) {
            *parent = Value::Null;
        }
        let values = joined.things.get(key).map(|thing| thing.joined.values(PARENT)).unwrap_or_default();
        let mut versions = versions(values);
        let Some(at) = versions.iter().map(|version| version.at).max() else { return };
        if versions.iter().all(|version| !version.value.is_null()) {
            versions.push(Version { edit: String::new(), value: Value::Null, at, by: None });
        }
        target.conflicts.retain(|conflict| conflict.field != PARENT);
        target.conflicts.push(conflict(key, PARENT, versions));
    }

    /// The quotes around a quote, if it lies inside itself.
    fn circle(&self, key: &Key, ours: &Store) -> Result<Option<Vec<Key>>> {
        let mut path = vec![key.clone()];
        while let Some(last) = path.last() {
            let parent = match self.things.get(last) {
                Some(target) if target.is_there => {
                    target.record.get(PARENT).and_then(Value::as_str).map(str::to_owned)
                }
                Some(_) => None,
                None => match last.id.parse::<QuoteId>() {
                    Ok(id) => ours.parent_of(id)?.map(|id| id.to_string()),
                    Err(_) => None,
                },
            };
            let Some(parent) = parent.map(|id| Key::new(EntityKind::Quote, id)) else { return Ok(None) };
            if let Some(start) = path.iter().position(|key| *key == parent) {
                return Ok(path.get(start..).map(<[Key]>::to_vec));
            }
            path.push(parent);
        }
        Ok(None)
    }

    /// People are matched by their ids: two of the same name stay two, and
    /// the later one's name is numbered.
    fn tell_namesakes_apart(&mut self) {
        let adjudicated = |target: &Target| {
            target.record.get("kind").and_then(Value::as_str) == Some(AnnotatorKind::Adjudicated.name())
        };
        let given_up = |target: &Target| target.record.get("same_as").is_some_and(|other| !other.is_null());
        let mut annotators: Vec<(&Key, &mut Target)> = self
            .things
            .iter_mut()
            .filter(|(key, t)| key.kind == EntityKind::Annotator && t.is_there)
            .collect();
        annotators.sort_by_key(|(key, target)| (adjudicated(target), given_up(target), key.id.clone()));
        let mut taken = BTreeSet::new();
        for (_, target) in annotators {
            let is_given_up = given_up(target);
            let Some(name) = target.record.get_mut("name") else { continue };
            let given = name.as_str().unwrap_or_default().to_owned();
            let mut names = std::iter::once(given.clone()).chain((2..).map(|n| format!("{given} ({n})")));
            let Some(free) = names.find(|name| !taken.contains(name)) else { continue };
            if free != given && !is_given_up {
                self.namesakes.push(given);
            }
            *name = free.clone().into();
            taken.insert(free);
        }
    }

    fn collect_conflicts(&mut self) {
        for (key, target) in &mut self.things {
            if !target.is_there || key.kind == EntityKind::Conflict {
                continue;
            }
            let article = match key.kind {
                EntityKind::Article => Some(key.id.as_str()),
                _ => target.record.get("article").and_then(Value::as_str),
            };
            let article = article.and_then(|id| id.parse().ok());
            for mut conflict in std::mem::take(&mut target.conflicts) {
                conflict.article = article;
                self.open.insert(conflict.id, conflict);
            }
        }
    }
}
