//! A thing's state, told from what one copy's journal says of it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::Value;

use super::State;
use super::state::{Alternative, Author};
use crate::model::{AnnotatorId, Version};

/// One change of a thing, as the journal has it.
#[derive(Debug, Clone)]
pub struct Step {
    /// The number of its edit in this journal.
    pub number: i64,
    /// The edit's id.
    pub edit: String,
    pub at: Timestamp,
    pub by: Option<AnnotatorId>,
    /// Whether a merge made it, or undid or redid it: then it is no edit of
    /// anyone's.
    pub is_merged: bool,
    pub before: Option<Value>,
    pub after: Option<Value>,
}

/// One decision of a conflict, or that it was taken back.
#[derive(Debug, Clone)]
pub struct Ruled {
    pub number: i64,
    pub edit: String,
    pub at: Timestamp,
    pub by: Option<AnnotatorId>,
    pub field: String,
    pub versions: Vec<Version>,
    /// None: there is again something to decide.
    pub chosen: Option<usize>,
}

/// That a merge was made or undone, by the number of the edit that did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub number: i64,
    pub merge: String,
    pub stands: bool,
}

/// Everything that a journal says of one thing.
#[derive(Debug, Clone, Default)]
pub struct Trail {
    /// By their numbers.
    pub steps: Vec<Step>,
    pub rulings: Vec<Ruled>,
    /// What merges noted of it, by the merge.
    pub noted: BTreeMap<String, Value>,
}

/// One edit of this copy.
#[derive(Clone)]
struct Edit<'t> {
    id: &'t str,
    author: Author,
    step: Option<&'t Step>,
    rulings: Vec<&'t Ruled>,
}

/// A merge that stands, with the way back.
struct Frame<'t> {
    merge: &'t str,
    before: State,
    since: Vec<Edit<'t>>,
}

impl Trail {
    /// The state that the journal leads to, and the thing's record as it
    /// stands in this copy. `merges` are all merges of the copy by their
    /// numbers.
    #[must_use]
    pub fn state(&self, merges: &[Standing]) -> (State, Option<Value>) {
        let mut walk = Walk { state: State::default(), record: None, frames: Vec::new() };
        let ours = merges.iter().filter(|merge| self.noted.contains_key(&merge.merge));
        let mut merges: BTreeMap<i64, &Standing> = ours.map(|merge| (merge.number, merge)).collect();
        let mut numbers: Vec<i64> = self.steps.iter().map(|step| step.number).collect();
        numbers.extend(self.rulings.iter().map(|ruled| ruled.number));
        numbers.extend(merges.keys());
        numbers.sort_unstable();
        numbers.dedup();
        for number in numbers {
            let steps: Vec<&Step> = self.steps.iter().filter(|step| step.number == number).collect();
            for step in &steps {
                walk.record.clone_from(&step.after);
            }
            // A thing that got another id is deleted and created in one.
            if let Some(step) = steps.iter().find(|step| step.after.is_some()) {
                walk.record.clone_from(&step.after);
            }
            if let Some(merge) = merges.remove(&number) {
                walk.merge(merge, self.noted.get(&merge.merge), !steps.is_empty());
            }
            let step = steps.into_iter().find(|step| !step.is_merged);
            let rulings: Vec<&Ruled> = self.rulings.iter().filter(|ruled| ruled.number == number).collect();
            let by = step.map(|step| (step.edit.as_str(), Author { at: step.at, by: step.by }));
            let ruled = || rulings.first().map(|r| (r.edit.as_str(), Author { at: r.at, by: r.by }));
            if let Some((id, author)) = by.or_else(ruled) {
                walk.edit(Edit { id, author, step, rulings });
            }
        }
        (walk.state, walk.record)
    }
}

struct Walk<'t> {
    state: State,
    /// The thing's record as it stands.
    record: Option<Value>,
    frames: Vec<Frame<'t>>,
}

impl<'t> Walk<'t> {
    fn edit(&mut self, edit: Edit<'t>) {
        apply(&mut self.state, &edit);
        if let Some(frame) = self.frames.last_mut() {
            frame.since.push(edit);
        }
    }

    fn merge(&mut self, merge: &'t Standing, noted: Option<&Value>, touched: bool) {
        if merge.stands {
            let noted = noted.and_then(|noted| State::read(noted, self.record.as_ref()));
            let joined = noted.map_or_else(|| self.state.clone(), |noted| self.state.clone().join(noted));
            let before = std::mem::replace(&mut self.state, joined);
            self.frames.push(Frame { merge: &merge.merge, before, since: Vec::new() });
        } else if let Some(at) = self.frames.iter().rposition(|frame| frame.merge == merge.merge) {
            let mut frames = self.frames.split_off(at).into_iter();
            let Some(frame) = frames.next() else { return };
            self.state = frame.before;
            // What the merge changed can't have changed since, or it could
            // not have been undone; what it left alone was worked on.
            if !touched {
                let since = frame.since.into_iter().chain(frames.flat_map(|frame| frame.since));
                since.for_each(|edit| self.edit(edit));
            }
        }
    }
}

fn apply(state: &mut State, edit: &Edit<'_>) {
    let Author { at, by } = edit.author;
    if let Some(step) = edit.step {
        state.apply(edit.id, edit.author, step.before.as_ref(), step.after.as_ref());
    }
    for ruled in &edit.rulings {
        if let Some(version) = ruled.chosen.and_then(|chosen| ruled.versions.get(chosen)) {
            state.write(edit.id, at, by, &ruled.field, version.value.clone());
            continue;
        }
        let versions = ruled.versions.iter().map(|version| Alternative {
            dot: String::new(),
            root: version.edit.clone(),
            at: version.at,
            by: version.by,
            value: version.value.clone(),
        });
        state.reopen(edit.id, &ruled.field, versions.collect());
    }
}
