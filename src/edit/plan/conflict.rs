//! Planning what becomes of a field that copies of the project gave different
//! values.

use std::sync::Arc;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::Planner;
use crate::edit::{Change, Diff, EditError, EntityKind, Label};
use crate::model::{Article, Conflict, ConflictId, Stamp};

impl Planner<'_> {
    pub(super) fn decide_conflict(&mut self, id: ConflictId, chosen: usize) -> Result<Label, EditError> {
        let before = self.state.registry.conflicts.get(&id).filter(|conflict| conflict.is_open());
        let before = before.ok_or(EditError::NoConflict(id))?;
        let version = before.versions.get(chosen).ok_or(EditError::NoConflict(id))?;
        if before.field == Conflict::EXISTENCE {
            if version.value == false {
                self.delete(before)?;
            }
        } else {
            self.set_field(before, &version.value)?;
        }
        let after = Conflict {
            chosen: Some(chosen),
            decided_at: Some(self.context.at),
            decided_by: self.context.author,
            stamp: self.touched(before.stamp),
            ..Conflict::clone(before)
        };
        self.changes.push(Change::Conflict(Diff::changed(before, after)));
        Ok(Label::DecideConflict)
    }

    fn set_field(&mut self, conflict: &Conflict, value: &Value) -> Result<(), EditError> {
        let (at, by) = (self.context.at, self.context.author);
        let change = match self.disputed(conflict)? {
            Change::Article(diff) => {
                let after =
                    with_field(&diff, &conflict.field, value, |a: &mut Article| &mut a.stamp, (at, by));
                Change::Article(with_text(after))
            }
            Change::Layer(diff) => {
                Change::Layer(with_field(&diff, &conflict.field, value, |e| &mut e.stamp, (at, by)))
            }
            Change::Quote(diff) => {
                Change::Quote(with_field(&diff, &conflict.field, value, |e| &mut e.stamp, (at, by)))
            }
            Change::Claim(diff) => {
                Change::Claim(with_field(&diff, &conflict.field, value, |e| &mut e.stamp, (at, by)))
            }
            Change::Speaker(diff) => {
                Change::Speaker(with_field(&diff, &conflict.field, value, |e| &mut e.stamp, (at, by)))
            }
            Change::Annotator(diff) => {
                Change::Annotator(with_field(&diff, &conflict.field, value, |e| &mut e.stamp, (at, by)))
            }
            Change::Setting(diff) => {
                Change::Setting(with_field(&diff, &conflict.field, value, |e| &mut e.stamp, (at, by)))
            }
            Change::Comment(diff) => {
                Change::Comment(with_field(&diff, &conflict.field, value, |e| &mut e.stamp, (at, by)))
            }
            Change::Decision(diff) => {
                Change::Decision(with_field(&diff, &conflict.field, value, |e| &mut e.stamp, (at, by)))
            }
            other @ (Change::Conflict(_) | Change::Merge(_)) => other,
        };
        if !is_idle(&change) {
            self.changes.push(change);
        }
        Ok(())
    }

    /// Deletes what the conflict is about, with all that can't be without it.
    fn delete(&mut self, conflict: &Conflict) -> Result<(), EditError> {
        match self.disputed(conflict)? {
            Change::Article(_) => self.delete_article().map(drop),
            Change::Quote(Diff { before: Some(quote), .. }) => self.remove_quote(&quote),
            Change::Comment(Diff { before: Some(first), .. }) => {
                let document = self.document()?;
                let replies = document.comments.iter().filter(|comment| comment.reply_to == Some(first.id));
                self.changes.extend(replies.map(|reply| Change::Comment(Diff::deleted(reply))));
                self.changes.push(Change::Comment(Diff::deleted(&first)));
                Ok(())
            }
            other => {
                self.changes.push(other);
                Ok(())
            }
        }
    }

    /// The thing that the conflict is about, as its deletion.
    fn disputed(&self, conflict: &Conflict) -> Result<Change, EditError> {
        let registry = self.state.registry;
        let id = conflict.entity_id.as_str();
        let kind = EntityKind::from_name(&conflict.entity).ok_or(EditError::NothingToDecide)?;
        let document = || {
            let document =
                self.state.document.filter(|document| Some(document.article.id) == conflict.article);
            document.ok_or(EditError::NoArticle)
        };
        let found = match kind {
            EntityKind::Speaker => {
                let found = id.parse().ok().and_then(|id| registry.speakers.get(&id));
                found.map(|e| Change::Speaker(Diff::deleted(e)))
            }
            EntityKind::Annotator => {
                let found = id.parse().ok().and_then(|id| registry.annotators.get(&id));
                found.map(|e| Change::Annotator(Diff::deleted(e)))
            }
            EntityKind::Setting => registry.settings.get(id).map(|e| Change::Setting(Diff::deleted(e))),
            EntityKind::Article => Some(Change::Article(Diff::deleted(&document()?.article))),
            EntityKind::Layer => {
                let annotator = id.split_once('/').and_then(|(_, annotator)| annotator.parse().ok());
                let document = document()?;
                let found = annotator.and_then(|annotator| document.layers.get(&annotator));
                found.map(|e| Change::Layer(Diff::deleted(e)))
            }
            EntityKind::Quote => {
                let document = document()?;
                let found = id.parse().ok().and_then(|id| document.quote(id));
                found.map(|e| Change::Quote(Diff::deleted(e)))
            }
            EntityKind::Claim => {
                let document = document()?;
                let found = id.parse().ok().and_then(|id| document.claim(id));
                found.map(|e| Change::Claim(Diff::deleted(e)))
            }
            EntityKind::Comment => {
                let document = document()?;
                let found = id.parse().ok().and_then(|id| document.comment(id));
                found.map(|e| Change::Comment(Diff::deleted(e)))
            }
            EntityKind::Decision => {
                let decision = id.parse().ok();
                let mut decisions = document()?.decisions.iter();
                let found = decision.and_then(|id| decisions.find(|decision| decision.id == id));
                found.map(|e| Change::Decision(Diff::deleted(e)))
            }
            EntityKind::Conflict | EntityKind::Merge => None,
        };
        found.ok_or(EditError::NothingToDecide)
    }
}

/// The thing with one field as its record would have it. A value that the
/// field can't take changes nothing.
fn with_field<T: Clone + PartialEq + Serialize + DeserializeOwned>(
    diff: &Diff<T>,
    field: &str,
    value: &Value,
    stamp: impl Fn(&mut T) -> &mut Stamp,
    (at, by): (jiff::Timestamp, Option<crate::model::AnnotatorId>),
) -> Diff<T> {
    let Some(before) = &diff.before else { return diff.clone() };
    let changed = || {
        let mut record = serde_json::to_value(&**before).ok()?;
        *record.get_mut(field)? = value.clone();
        serde_json::from_value::<T>(record).ok()
    };
    let after =
        changed().filter(|after| serde_json::to_value(after).ok() != serde_json::to_value(&**before).ok());
    let Some(mut after) = after else {
        return Diff { before: Some(Arc::clone(before)), after: Some(Arc::clone(before)) };
    };
    let stamp = stamp(&mut after);
    *stamp = stamp.touched(at, by);
    Diff::changed(before, after)
}

/// A record has no text, which never changes, nor the file's bytes.
fn with_text(diff: Diff<Article>) -> Diff<Article> {
    let (Some(before), Some(after)) = (&diff.before, &diff.after) else { return diff };
    let after = Article { text: before.text.clone(), file: before.file.clone(), ..Article::clone(after) };
    Diff::changed(before, after)
}

fn is_idle(change: &Change) -> bool {
    fn same<T>(diff: &Diff<T>) -> bool {
        matches!((&diff.before, &diff.after), (Some(before), Some(after)) if Arc::ptr_eq(before, after))
    }
    match change {
        Change::Article(d) => matches!((&d.before, &d.after), (Some(b), Some(a)) if a.stamp == b.stamp),
        Change::Layer(d) => same(d),
        Change::Quote(d) => same(d),
        Change::Claim(d) => same(d),
        Change::Speaker(d) => same(d),
        Change::Annotator(d) => same(d),
        Change::Setting(d) => same(d),
        Change::Comment(d) => same(d),
        Change::Decision(d) => same(d),
        Change::Conflict(d) => same(d),
        Change::Merge(d) => same(d),
    }
}
