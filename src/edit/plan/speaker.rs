//! Planning the edits of the registry.

use super::Planner;
use crate::edit::{Change, Diff, EditError, Label, SpeakerFields};
use crate::model::{Annotator, Speaker, SpeakerId, Stamp};

impl Planner<'_> {
    pub(super) fn add_speaker(&mut self, fields: &SpeakerFields) -> Result<Label, EditError> {
        let speaker = self.new_speaker(fields)?;
        self.changes.push(Change::Speaker(Diff::created(speaker)));
        Ok(Label::AddSpeaker)
    }

    pub(super) fn change_speaker(
        &mut self,
        id: SpeakerId,
        fields: &SpeakerFields,
    ) -> Result<Label, EditError> {
        let before = self.state.registry.speakers.get(&id).ok_or(EditError::NoSpeaker(id))?;
        let mut after = filled(id, before.external_id.clone(), before.stamp, fields)?;
        if after != **before {
            after.stamp = self.touched(before.stamp);
            self.changes.push(Change::Speaker(Diff::changed(before, after)));
        }
        Ok(Label::ChangeSpeaker)
    }

    pub(super) fn delete_speaker(&mut self, id: SpeakerId) -> Result<Label, EditError> {
        let before = self.state.registry.speakers.get(&id).ok_or(EditError::NoSpeaker(id))?;
        self.changes.push(Change::Speaker(Diff::deleted(before)));
        Ok(Label::DeleteSpeaker)
    }

    pub(super) fn new_speaker(&mut self, fields: &SpeakerFields) -> Result<Speaker, EditError> {
        filled(self.new_id(), None, self.stamp(), fields)
    }

    pub(super) fn add_annotator(&mut self, name: &str) -> Result<Label, EditError> {
        let name = name.trim();
        if name.is_empty() {
            return Err(EditError::NoAnnotatorName);
        }
        if self.state.registry.annotator_named(name).is_some() {
            return Err(EditError::AnnotatorExists(name.to_owned()));
        }
        let annotator = Annotator::person(self.new_id(), name, self.stamp());
        self.changes.push(Change::Annotator(Diff::created(annotator)));
        Ok(Label::AddAnnotator)
    }
}

fn filled(
    id: SpeakerId,
    external_id: Option<String>,
    stamp: Stamp,
    fields: &SpeakerFields,
) -> Result<Speaker, EditError> {
    let SpeakerFields { name, kind, aliases, roles, country, wikidata, note } = fields.clone();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(EditError::NoName);
    }
    Ok(Speaker { id, external_id, name, kind, aliases, roles, country, wikidata, note, stamp })
}
