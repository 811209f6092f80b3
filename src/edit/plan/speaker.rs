//! Planning the edits of the registry.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Planner;
use crate::edit::{Change, Diff, EditError, Label, SpeakerFields};
use crate::model::{Annotator, Setting, Speaker, SpeakerId, Stamp};

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
        let filled = filled(id, before.external_id.clone(), before.stamp, fields)?;
        let mut after = Speaker { same_as: before.same_as, ..filled };
        if after != **before {
            after.stamp = self.touched(before.stamp);
            self.changes.push(Change::Speaker(Diff::changed(before, after)));
        }
        Ok(Label::ChangeSpeaker)
    }

    pub(super) fn delete_speaker(&mut self, id: SpeakerId) -> Result<Label, EditError> {
        let registry = self.state.registry;
        let kept = registry.speaker(id).ok_or(EditError::NoSpeaker(id))?;
        let all = registry.merged_into(kept.id).chain([kept]);
        self.changes.extend(all.map(|speaker| Change::Speaker(Diff::deleted(speaker))));
        Ok(Label::DeleteSpeaker)
    }

    /// Deletes one entry alone. Those merged into it are merged into what it
    /// was merged into, if that is another.
    pub(super) fn remove_speaker(&mut self, speaker: &Arc<Speaker>) {
        let to = speaker.same_as.filter(|to| *to != speaker.id);
        let registry = self.state.registry;
        let merged = registry.speakers.values().filter(|other| other.same_as == Some(speaker.id));
        for other in merged.filter(|other| other.id != speaker.id) {
            self.say_same(other, to.filter(|to| *to != other.id));
        }
        self.changes.push(Change::Speaker(Diff::deleted(speaker)));
    }

    pub(super) fn merge_speakers(
        &mut self,
        into: SpeakerId,
        others: &[SpeakerId],
    ) -> Result<Label, EditError> {
        let registry = self.state.registry;
        let kept = registry.speaker(into).ok_or(EditError::NoSpeaker(into))?;
        let mut met = BTreeSet::from([kept.id]);
        for id in others {
            let other = registry.speaker(*id).ok_or(EditError::NoSpeaker(*id))?;
            if met.insert(other.id) {
                self.say_same(other, Some(kept.id));
            }
        }
        Ok(Label::MergeSpeakers)
    }

    pub(super) fn part_speaker(&mut self, id: SpeakerId) -> Result<Label, EditError> {
        let registry = self.state.registry;
        let speaker = registry.speakers.get(&id).ok_or(EditError::NoSpeaker(id))?;
        self.say_same(speaker, None);
        // Two may each have been said to be the other.
        if let Some(kept) = registry.speaker(id).filter(|kept| kept.id != id) {
            self.say_same(kept, None);
        }
        Ok(Label::PartSpeaker)
    }

    pub(super) fn tell_apart(&mut self, speakers: &[SpeakerId]) -> Result<Label, EditError> {
        self.known(speakers)?;
        let pairs = speakers.iter().enumerate();
        let pairs = pairs.flat_map(|(at, a)| speakers.iter().skip(at + 1).map(move |b| (*a, *b)));
        for (a, b) in pairs.filter(|(a, b)| a != b) {
            self.set_setting(&Setting::apart(a, b), Some(&true.into()));
        }
        Ok(Label::TellApart)
    }

    fn say_same(&mut self, speaker: &Arc<Speaker>, same_as: Option<SpeakerId>) {
        if speaker.same_as != same_as {
            let after = Speaker { same_as, stamp: self.touched(speaker.stamp), ..Speaker::clone(speaker) };
            self.changes.push(Change::Speaker(Diff::changed(speaker, after)));
        }
    }

    /// What links become that are to mean these speakers: those that stand
    /// for one of them already stay.
    pub(super) fn links(&self, linked: &[SpeakerId], wanted: &[SpeakerId]) -> Vec<SpeakerId> {
        let registry = self.state.registry;
        let mut links: Vec<SpeakerId> = Vec::with_capacity(wanted.len());
        for id in wanted {
            let meant = registry.speaker_of(*id);
            let stands = |link: &SpeakerId| registry.speaker_of(*link) == meant;
            let new = linked.iter().copied().filter(|link| stands(link) && !links.contains(link));
            let new: Vec<SpeakerId> = new.collect();
            links.extend(new);
            if !links.iter().any(stands) {
                links.push(*id);
            }
        }
        links
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
    Ok(Speaker { id, external_id, name, kind, aliases, roles, country, wikidata, note, same_as: None, stamp })
}
