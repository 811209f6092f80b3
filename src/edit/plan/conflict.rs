//! Planning what becomes of a field that copies of the project gave different
//! values.

use jiff::Timestamp;
use serde_json::Value;

use super::Planner;
use crate::edit::{Change, Diff, EditError, EntityKind, Label, Thing, with_diff};
use crate::model::{AnnotatorId, Article, Conflict, ConflictId};

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
            if (before.entity.as_str(), before.field.as_str()) == (EntityKind::Quote.name(), "parent")
                && let Ok(quote) = before.entity_id.parse()
            {
                let parent = version.value.as_str().and_then(|id| id.parse().ok());
                self.check_parent(quote, parent)?;
            }
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
        let by = (self.context.at, self.context.author);
        let change = with_diff!(self.disputed(conflict)?, diff => with_field(&diff, &conflict.field, value, by).map(Change::from));
        self.changes.extend(change.map(|change| match change {
            Change::Article(diff) => Change::Article(with_text(diff)),
            other => other,
        }));
        Ok(())
    }

    /// Deletes what the conflict is about, with all that can't be without it.
    fn delete(&mut self, conflict: &Conflict) -> Result<(), EditError> {
        match self.disputed(conflict)? {
            Change::Article(_) => self.delete_article().map(drop),
            Change::Quote(Diff { before: Some(quote), .. }) => self.remove_quote(&quote),
            Change::Speaker(Diff { before: Some(speaker), .. }) => {
                self.remove_speaker(&speaker);
                Ok(())
            }
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
                found.map(|e| Diff::deleted(e).into())
            }
            EntityKind::Annotator => {
                let found = id.parse().ok().and_then(|id| registry.annotators.get(&id));
                found.map(|e| Diff::deleted(e).into())
            }
            EntityKind::Setting => registry.settings.get(id).map(|e| Diff::deleted(e).into()),
            EntityKind::Article => Some(Change::Article(Diff::deleted(&document()?.article))),
            EntityKind::Layer => {
                let annotator = id.split_once('/').and_then(|(_, annotator)| annotator.parse().ok());
                let document = document()?;
                let found = annotator.and_then(|annotator| document.layers.get(&annotator));
                found.map(|e| Diff::deleted(e).into())
            }
            EntityKind::Quote => {
                let document = document()?;
                let found = id.parse().ok().and_then(|id| document.quote(id));
                found.map(|e| Diff::deleted(e).into())
            }
            EntityKind::Claim => {
                let document = document()?;
                let found = id.parse().ok().and_then(|id| document.claim(id));
                found.map(|e| Diff::deleted(e).into())
            }
            EntityKind::Comment => {
                let document = document()?;
                let found = id.parse().ok().and_then(|id| document.comment(id));
                found.map(|e| Diff::deleted(e).into())
            }
            EntityKind::Decision => {
                let decision = id.parse().ok();
                let mut decisions = document()?.decisions.iter();
                let found = decision.and_then(|id| decisions.find(|decision| decision.id == id));
                found.map(|e| Diff::deleted(e).into())
            }
            EntityKind::Conflict | EntityKind::Merge => None,
        };
        found.ok_or(EditError::NothingToDecide)
    }
}

/// The thing with one field as its record would have it; none where that
/// changes nothing, as a value that the field can't take.
fn with_field<T: Thing>(
    diff: &Diff<T>,
    field: &str,
    value: &Value,
    (at, by): (Timestamp, Option<AnnotatorId>),
) -> Option<Diff<T>> {
    let before = diff.before.as_ref()?;
    let unchanged = serde_json::to_value(&**before).ok()?;
    let mut record = unchanged.clone();
    *record.get_mut(field)? = value.clone();
    let mut after: T = serde_json::from_value(record).ok()?;
    if serde_json::to_value(&after).ok()? == unchanged {
        return None;
    }
    *after.stamp_mut() = after.stamp().touched(at, by);
    Some(Diff::changed(before, after))
}

/// A record has no text, which never changes, nor the file's bytes.
fn with_text(diff: Diff<Article>) -> Diff<Article> {
    let (Some(before), Some(after)) = (&diff.before, &diff.after) else { return diff };
    let after = Article { text: before.text.clone(), file: before.file.clone(), ..Article::clone(after) };
    Diff::changed(before, after)
}
