//! Bringing colleagues' copies of the project together with this one.
//!
//! A copy is looked through first and refused whole where anything is off;
//! its own file is never touched. What comes in is one edit, which undo takes
//! back, and a backup is kept before.

mod look;
mod report;
mod target;
mod thing;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Result, Touched, Workspace, WorkspaceError};
use crate::edit::{Change, Diff, Edit, EntityKind, Label, Transaction};
use crate::job::{Progress, Unwatched};
use crate::merge::{Aliases, Key, Standing, State, Trail};
use crate::model::{Annotator, ConflictId, Merge, Stamp, TransactionId};
use crate::store::{Fingerprint, Store};

use look::{LOOKED_THROUGH, Opened, WHOLE, look_through};
pub use report::{Count, LookAlike, MergeReport, MergedFile};
use target::Targets;

/// Two names of the same person: in a colleague's copy, and here.
pub type SamePerson = (String, String);

/// Hashes the same in every copy.
type FixedState = BuildHasherDefault<DefaultHasher>;

/// One copy with what its journal says.
struct Copy<'s> {
    store: &'s Store,
    fingerprints: BTreeMap<Key, Fingerprint>,
    standings: Vec<Standing>,
}

/// What the copies come to together.
pub(super) struct Joined {
    pub aliases: Aliases,
    /// What each thing that may change is by now here, and what it becomes.
    pub things: BTreeMap<Key, Thing>,
}

/// One thing in the copies.
#[derive(Default)]
pub(super) struct Thing {
    ours: State,
    /// Its record here, as the journal has it.
    record: Option<Value>,
    joined: State,
    /// What was told of each edit so far, as a number.
    told: HashMap<String, u64>,
}

impl Workspace {
    /// Brings in colleagues' copies of the project. In whatever order copies
    /// come, and however often, the project comes to the same. Fields that
    /// were given different values are listed as conflicts.
    ///
    /// # Errors
    /// When a copy is damaged, was changed by other means than Kutip, or
    /// tells another story than this project of the same edits: it is refused
    /// whole. When the project can't be written. Then nothing has changed.
    pub fn merge(
        &mut self,
        paths: &[PathBuf],
        same: &[SamePerson],
        progress: &dyn Progress,
    ) -> Result<MergeReport> {
        self.store.writable()?;
        if self.is_stale()? {
            self.refresh()?;
        }
        let opened = look_through(self.path(), paths, progress)?;
        let edit: TransactionId = self.clock.new_id().into();
        let at = self.clock.now();
        let copies: Vec<Copy<'_>> = std::iter::once(&self.store)
            .chain(opened.iter().map(|copy| &copy.store))
            .map(Copy::of)
            .collect::<Result<_>>()?;
        let same = self.same_people(same, &opened)?;
        let stores: Vec<&Store> = copies.iter().map(|copy| copy.store).collect();
        // Quotes that lie in each other are looked at all, whoever changed
        // which of them: what is done about it must not hang on that.
        let mut nested = BTreeSet::new();
        let (mut report, joined, targets) = loop {
            let mut report = MergeReport::default();
            let joined = joined(&copies, &opened, &same, (edit, at, self.author), &nested, &mut report)?;
            let targets = Targets::of(&joined, &stores)?;
            if targets.unseen.is_subset(&nested) {
                break (report, joined, targets);
            }
            nested.extend(targets.unseen);
        };
        let thing::Changes { changes, records } = thing::changes(&targets, &joined, &self.registry, &stores)?;
        let noted = noted(&joined, &records);
        report.count(&changes, self.registry(), &targets);
        if noted.is_empty() && changes.is_empty() {
            report.look(&self.registry);
            return Ok(report);
        }
        let merge = Merge {
            id: edit.0.into(),
            files: paths.iter().map(|path| name_of(path)).collect(),
            stamp: Stamp::new(at, self.author),
        };
        progress.at(LOOKED_THROUGH, WHOLE)?;
        if !changes.is_empty() {
            report.backup = Some(self.store.keep_copy("before-merge")?);
        }
        let transaction = Transaction {
            id: edit,
            at,
            author: self.author,
            origin: self.origin,
            label: Label::Merge,
            changes: changes.into_iter().chain([Change::Merge(Diff::created(merge.clone()))]).collect(),
        };
        drop(copies);
        report.touched = self.commit_merge(transaction, &merge, &noted)?;
        report.look(&self.registry);
        Ok(report)
    }

    fn commit_merge(
        &mut self,
        transaction: Transaction,
        merge: &Merge,
        noted: &[(Key, Value)],
    ) -> Result<Touched> {
        let seq = self.store.commit_merge(&transaction, merge.id, noted)?;
        self.seen.own(seq);
        let open = self.document.as_ref().map(|document| document.article.id);
        let touched = self.apply(&transaction.changes);
        self.history.push(transaction);
        self.reopen()?;
        if let (None, Some(open)) = (&self.document, open) {
            self.document = self.store.document(open)?;
            self.look();
        }
        Ok(touched)
    }

    /// The ids of people who go by several names: theirs, and ours.
    fn same_people(&self, same: &[SamePerson], opened: &[Opened]) -> Result<Vec<(Annotator, Annotator)>> {
        let mut people = Vec::new();
        for (theirs, ours) in same {
            let here = self.registry.annotator_named(ours);
            let here = here.ok_or_else(|| WorkspaceError::NoPerson(ours.clone()))?;
            let mut there = Vec::new();
            for copy in opened {
                there.extend(copy.store.registry()?.annotator_named(theirs).cloned());
            }
            there.extend(self.registry.annotator_named(theirs).cloned());
            there.retain(|annotator| annotator.id != here.id);
            there.dedup_by_key(|annotator| annotator.id);
            if there.is_empty() {
                return Err(WorkspaceError::NoPerson(theirs.clone()));
            }
            people
                .extend(there.iter().map(|annotator| (Annotator::clone(annotator), Annotator::clone(here))));
        }
        Ok(people)
    }

    /// Chooses one of the versions that a conflict lists, whether its article
    /// is open or not.
    ///
    /// # Errors
    /// As [`Workspace::perform`].
    pub fn decide_conflict(&mut self, conflict: ConflictId, chosen: usize) -> Result<Touched> {
        let article = self.registry.conflicts.get(&conflict).and_then(|conflict| conflict.article);
        let edit = Edit::DecideConflict { conflict, chosen };
        match article {
            Some(article) => self.perform_on(article, &edit),
            None => self.perform(&edit),
        }
    }

    /// Says of one who annotates here that they are the same person as
    /// another: their work becomes the other's.
    ///
    /// # Errors
    /// As [`Workspace::merge`].
    pub fn same_person(&mut self, name: &str, other: &str) -> Result<MergeReport> {
        self.merge(&[], &[(name.to_owned(), other.to_owned())], &Unwatched)
    }
}

/// How long a copy that someone is writing is waited for.
pub(super) const PATIENCE: std::time::Duration = std::time::Duration::from_secs(2);

impl<'s> Copy<'s> {
    fn of(store: &'s Store) -> Result<Self> {
        Ok(Self { store, fingerprints: store.fingerprints()?, standings: store.merge_standings()? })
    }

    /// Whether no merge in it was taken back.
    fn has_all_merges(&self) -> bool {
        self.standings.iter().all(|standing| standing.stands)
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Joins the copies' states of everything in which they may differ.
fn joined(
    copies: &[Copy<'_>],
    opened: &[Opened],
    same: &[(Annotator, Annotator)],
    (edit, at, author): (TransactionId, jiff::Timestamp, Option<crate::model::AnnotatorId>),
    more: &BTreeSet<Key>,
    report: &mut MergeReport,
) -> Result<Joined> {
    let mut aliases = Aliases::default();
    let mut texts = Vec::new();
    for copy in copies {
        texts.extend(copy.store.known_texts()?);
    }
    check_texts(&texts, opened)?;
    aliases.articles(texts);

    let is_annotator = |key: &Key| (key.kind == EntityKind::Annotator).then(|| key.clone());
    let mut people = joined_things(copies, opened, &is_annotator, report)?;
    for (theirs, ours) in same {
        let thing = people.entry(Key::new(EntityKind::Annotator, theirs.id.to_string())).or_default();
        thing.joined.write(&edit.to_string(), at, author, "same_as", ours.id.to_string().into());
    }
    let mut same_as = BTreeMap::new();
    for (key, thing) in &people {
        let (record, _) = crate::merge::record(key, &thing.joined);
        if let Some(other) = record.get("same_as").and_then(Value::as_str) {
            same_as.insert(key.id.clone(), other.to_owned());
        }
    }
    aliases.annotators(&same_as);

    let mut wanted = differing(copies, &aliases)?;
    wanted.extend(more.iter().cloned());
    let under = |key: &Key| {
        let key = aliases.key(key);
        (key.kind != EntityKind::Annotator && wanted.contains(&key)).then_some(key)
    };
    let mut things = joined_things(copies, opened, &under, report)?;
    for (key, thing) in &mut things {
        thing.joined.rename(|field, value| aliases.value(key.kind, field, value));
    }
    things.extend(people);
    Ok(Joined { aliases, things })
}

/// The things in which the copies differ, and those that other things decide
/// on.
fn differing(copies: &[Copy<'_>], aliases: &Aliases) -> Result<BTreeSet<Key>> {
    let mut wanted = BTreeSet::new();
    let Some((ours, others)) = copies.split_first() else { return Ok(wanted) };
    let keys: BTreeSet<&Key> = copies.iter().flat_map(|copy| copy.fingerprints.keys()).collect();
    let nothing_taken_back = copies.iter().all(Copy::has_all_merges);
    for key in keys.into_iter().filter(|key| key.kind != EntityKind::Merge) {
        let here = ours.fingerprints.get(key);
        // What is gone here may be needed by something that comes in.
        let disputed = |copy: &Copy<'_>| copy.fingerprints.get(key).is_some_and(|print| print.is_disputed);
        let can_be_known = nothing_taken_back
            && key.kind != EntityKind::Conflict
            && here.is_some_and(|here| here.is_there)
            && !copies.iter().any(disputed);
        let is_new = |there: Option<&Fingerprint>| match (here, there) {
            (Some(here), Some(there)) if can_be_known && here.knows(there) => false,
            (Some(here), Some(there)) => here.says != there.says,
            (Some(_), None) => !can_be_known,
            (None, there) => there.is_some(),
        };
        if aliases.key(key) != *key || others.iter().any(|other| is_new(other.fingerprints.get(key))) {
            wanted.insert(aliases.key(key));
        }
    }
    for copy in copies {
        for conflict in copy.store.registry()?.open_conflicts() {
            if let Some(kind) = EntityKind::from_name(&conflict.entity) {
                wanted.insert(aliases.key(&Key::new(kind, conflict.entity_id.clone())));
            }
        }
    }
    // What stands under a name that is given up moves.
    for old in aliases.given_up() {
        wanted.extend(ours.store.referrers(&old)?.iter().map(|key| aliases.key(key)));
    }
    Ok(wanted)
}

fn joined_things(
    copies: &[Copy<'_>],
    opened: &[Opened],
    wanted: &dyn Fn(&Key) -> Option<Key>,
    report: &mut MergeReport,
) -> Result<BTreeMap<Key, Thing>> {
    let mut things: BTreeMap<Key, Thing> = BTreeMap::new();
    for (number, copy) in copies.iter().enumerate() {
        let path = number.checked_sub(1).and_then(|at| opened.get(at)).map(|copy| copy.path.as_path());
        let mut news = BTreeSet::new();
        for (key, trail) in copy.store.trails(wanted)? {
            let (state, record) = trail.state(&copy.standings);
            let thing = match things.get_mut(&key) {
                Some(thing) => thing,
                None => things.entry(key.clone()).or_default(),
            };
            check_story(&key, &trail, &mut thing.told, path)?;
            news.extend(state.news_for(&thing.joined).map(str::to_owned));
            if number == 0 {
                thing.ours = state.clone();
                thing.record = record;
            }
            thing.joined = std::mem::take(&mut thing.joined).join(state);
        }
        if let Some(path) = path {
            report.file(path, &news);
        }
    }
    Ok(things)
}

/// Two copies can't say different things of the same edit.
fn check_story(key: &Key, trail: &Trail, told: &mut HashMap<String, u64>, path: Option<&Path>) -> Result<()> {
    for step in trail.steps.iter().filter(|step| !step.is_merged) {
        let after = FixedState::default().hash_one(&step.after);
        match (told.get(&step.edit), path) {
            (Some(before), Some(path)) if *before != after => {
                return Err(WorkspaceError::OtherStory {
                    path: path.to_path_buf(),
                    thing: key.to_string(),
                    edit: step.edit.clone(),
                });
            }
            (None, _) => drop(told.insert(step.edit.clone(), after)),
            _ => {}
        }
    }
    Ok(())
}

/// An article's text is the same in every copy.
fn check_texts(texts: &[(String, String)], opened: &[Opened]) -> Result<()> {
    let mut by_id: BTreeMap<&str, &str> = BTreeMap::new();
    for (id, sha256) in texts {
        if *by_id.entry(id).or_insert(sha256) == sha256 {
            continue;
        }
        for copy in opened {
            if copy.store.known_texts()?.iter().any(|text| text.0 == *id && text.1 == *sha256) {
                return Err(WorkspaceError::OtherText { path: copy.path.clone(), article: id.clone() });
            }
        }
    }
    Ok(())
}

/// What the merge makes known here of each thing.
fn noted(joined: &Joined, changed: &BTreeMap<Key, Option<Value>>) -> Vec<(Key, Value)> {
    let news = joined.things.iter().filter(|(_, thing)| thing.joined != thing.ours);
    news.map(|(key, thing)| {
        let record = changed.get(key).unwrap_or(&thing.record);
        (key.clone(), thing.joined.noted(record.as_ref()))
    })
    .collect()
}
