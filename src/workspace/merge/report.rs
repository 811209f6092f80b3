//! What came of a merge.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::super::Touched;
use super::Targets;
use crate::edit::{Change, Diff, EntityKind, with_diff};
use crate::model::{Registry, SpeakerId};

/// What came in, and what people must decide.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MergeReport {
    pub files: Vec<MergedFile>,
    /// What changed here, by the kind of thing.
    pub changes: BTreeMap<EntityKind, Count>,
    /// Conflicts that this merge brought.
    pub conflicts_new: usize,
    /// All that nobody has decided.
    pub conflicts_open: usize,
    /// People whom only their name seemed to make one; say with `--same` who
    /// is one person.
    pub namesakes: Vec<String>,
    /// Speakers who may be one: somebody is to say.
    pub look_alikes: Vec<Vec<LookAlike>>,
    /// The project as it was before.
    pub backup: Option<PathBuf>,
    #[serde(skip)]
    pub touched: Touched,
}

/// One copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MergedFile {
    pub path: PathBuf,
    /// Edits in it that nobody had told of before.
    pub edits_new: usize,
}

/// One of several speakers whose names look alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LookAlike {
    pub id: SpeakerId,
    pub name: String,
}

/// How many things of a kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    pub new: usize,
    pub changed: usize,
    pub deleted: usize,
}

impl MergeReport {
    /// Whether nothing has changed here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// How many things of a kind changed.
    #[must_use]
    pub fn of(&self, kind: EntityKind) -> Count {
        self.changes.get(&kind).copied().unwrap_or_default()
    }

    pub(super) fn file(&mut self, path: &Path, news: &BTreeSet<String>) {
        match self.files.iter_mut().find(|file| file.path == path) {
            Some(file) => file.edits_new += news.len(),
            None => self.files.push(MergedFile { path: path.to_path_buf(), edits_new: news.len() }),
        }
    }

    pub(super) fn look(&mut self, registry: &Registry) {
        let one = |id: SpeakerId| {
            let name = registry.speaker(id).map_or_else(String::new, |speaker| speaker.name.clone());
            LookAlike { id, name }
        };
        let groups = registry.look_alikes().into_iter();
        self.look_alikes = groups.map(|group| group.into_iter().map(one).collect()).collect();
    }

    pub(super) fn count(&mut self, changes: &[Change], registry: &Registry, targets: &Targets) {
        for change in changes {
            let count = self.changes.entry(change.kind()).or_default();
            match direction(change) {
                Direction::New => count.new += 1,
                Direction::Changed => count.changed += 1,
                Direction::Deleted => count.deleted += 1,
            }
        }
        let open = targets.open();
        self.conflicts_open = open.len();
        let known = |id| registry.conflicts.get(id).is_some_and(|conflict| conflict.is_open());
        self.conflicts_new = open.keys().filter(|id| !known(*id)).count();
        self.namesakes.clone_from(&targets.namesakes);
    }
}

enum Direction {
    New,
    Changed,
    Deleted,
}

fn direction(change: &Change) -> Direction {
    fn of<T>(diff: &Diff<T>) -> Direction {
        match (&diff.before, &diff.after) {
            (None, _) => Direction::New,
            (_, None) => Direction::Deleted,
            _ => Direction::Changed,
        }
    }
    with_diff!(change, diff => of(diff))
}
