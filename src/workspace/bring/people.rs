//! Finding annotators and speakers, or adding them.

use std::collections::HashMap;

use super::{Batch, BringContext, Existing};
use crate::format::{IncomingSpeaker, Problem};
use crate::model::{Annotator, AnnotatorId, AnnotatorKind, Registry, Speaker, SpeakerId, SpeakerKind};

/// The project's people and the batch's, by what they are known by.
#[derive(Default)]
pub(super) struct People {
    read: bool,
    annotators: HashMap<String, AnnotatorId>,
    speakers: HashMap<SpeakerId, Traits>,
    by_name: HashMap<String, Vec<SpeakerId>>,
    by_alias: HashMap<String, Vec<SpeakerId>>,
    by_external_id: HashMap<String, Vec<SpeakerId>>,
    /// Who those that the file calls so turned out to be, and the other way
    /// round: a file that tells two namesakes apart keeps them apart.
    same_as: HashMap<SpeakerId, SpeakerId>,
    taken_by: HashMap<SpeakerId, SpeakerId>,
}

struct Traits {
    name: String,
    wikidata: Option<String>,
    external_id: Option<String>,
    /// Whom this one turned out to be.
    meant: SpeakerId,
}

impl People {
    /// Forgets what the project has by now. What the file calls whom stays.
    pub fn forget(&mut self) {
        let (same_as, taken_by) = (std::mem::take(&mut self.same_as), std::mem::take(&mut self.taken_by));
        *self = Self { same_as, taken_by, ..Self::default() };
    }

    fn read(&mut self, registry: &Registry) {
        if std::mem::replace(&mut self.read, true) {
            return;
        }
        for annotator in registry.annotators.values() {
            let id = annotator.same_as.unwrap_or(annotator.id);
            self.annotators.insert(annotator.name.clone(), id);
        }
        for speaker in registry.speakers.values() {
            self.add(speaker, registry.speaker_of(speaker.id));
        }
    }

    /// Takes up a speaker, and whom it turned out to be.
    fn add(&mut self, speaker: &Speaker, meant: SpeakerId) {
        let Speaker { id, name, aliases, external_id, wikidata, .. } = speaker;
        self.by_name.entry(name.clone()).or_default().push(*id);
        for alias in aliases {
            self.by_alias.entry(alias.clone()).or_default().push(*id);
        }
        if let Some(external_id) = external_id {
            self.by_external_id.entry(external_id.clone()).or_default().push(*id);
        }
        let (name, wikidata, external_id) = (name.clone(), wikidata.clone(), external_id.clone());
        self.speakers.insert(*id, Traits { name, wikidata, external_id, meant });
    }

    /// The speaker who is wanted; of those who turned out to be one, the one
    /// that stays.
    fn find(&self, wanted: &IncomingSpeaker) -> Option<SpeakerId> {
        let found = self.entry(wanted)?;
        self.speakers.get(&found).map(|traits| traits.meant)
    }

    fn entry(&self, wanted: &IncomingSpeaker) -> Option<SpeakerId> {
        if let Some(id) = wanted.id {
            let same = self.same_as.get(&id).copied().unwrap_or(id);
            if self.speakers.contains_key(&same) {
                return Some(same);
            }
        }
        if let Some(external_id) = &wanted.external_id {
            let mut there = self.by_external_id.get(external_id).into_iter().flatten();
            let named = |id: &&SpeakerId| match (&wanted.name, self.speakers.get(id)) {
                (Some(name), Some(traits)) => *name == traits.name,
                (None, Some(_)) => true,
                (_, None) => false,
            };
            if let Some(id) = there.find(named) {
                return Some(*id);
            }
        }
        let name = wanted.name.as_ref()?;
        let mut namesakes =
            [&self.by_name, &self.by_alias].into_iter().filter_map(|names| names.get(name)).flatten();
        namesakes.find(|id| self.can_be(wanted, **id)).copied()
    }

    /// Whether nothing tells a namesake and the wanted speaker apart.
    fn can_be(&self, wanted: &IncomingSpeaker, id: SpeakerId) -> bool {
        fn apart(a: Option<&String>, b: Option<&String>) -> bool {
            a.is_some() && b.is_some() && a != b
        }
        let Some(traits) = self.speakers.get(&id) else { return false };
        let other = wanted.id.is_some_and(|wanted| self.taken_by.get(&id).is_some_and(|by| *by != wanted));
        !other
            && !apart(wanted.wikidata.as_ref(), traits.wikidata.as_ref())
            && !apart(wanted.external_id.as_ref(), traits.external_id.as_ref())
    }

    fn remember(&mut self, wanted: &IncomingSpeaker, found: SpeakerId) {
        if let Some(id) = wanted.id {
            self.same_as.insert(id, found);
            self.taken_by.entry(found).or_insert(id);
        }
    }
}

impl Batch {
    /// The annotator of this name, if there is one yet.
    pub(super) fn annotator_named<E: Existing + ?Sized>(
        &mut self,
        name: &str,
        cx: &BringContext<'_, E>,
    ) -> Option<AnnotatorId> {
        self.people.read(cx.existing.registry());
        self.people.annotators.get(name).copied()
    }

    /// The annotator of this name.
    pub(super) fn annotator<E: Existing + ?Sized>(
        &mut self,
        name: &str,
        cx: &mut BringContext<'_, E>,
    ) -> AnnotatorId {
        if let Some(id) = self.annotator_named(name, cx) {
            return id;
        }
        let stamp = cx.stamp(None, None, cx.author);
        let annotator = Annotator::person(cx.new_id(), name, stamp);
        let id = annotator.id;
        self.people.annotators.insert(name.to_owned(), id);
        self.import.annotators.push(annotator);
        id
    }

    /// What the adjudicated layers' annotator is called here; by the name they
    /// have elsewhere, where there is none yet and nobody else has it.
    pub(super) fn adjudicator<E: Existing + ?Sized>(
        &mut self,
        name: &str,
        cx: &mut BringContext<'_, E>,
    ) -> String {
        self.people.read(cx.existing.registry());
        let mut names = self.people.annotators.iter();
        if let Some((name, _)) = names.find(|(_, id)| **id == AnnotatorId::ADJUDICATED) {
            return name.clone();
        }
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        let free = names.find(|name| !self.people.annotators.contains_key(name));
        let name = free.unwrap_or_else(|| name.to_owned());
        let id = AnnotatorId::ADJUDICATED;
        let stamp = cx.stamp(None, None, cx.author);
        let kind = AnnotatorKind::Adjudicated;
        self.people.annotators.insert(name.clone(), id);
        self.import.annotators.push(Annotator { kind, ..Annotator::person(id, name.clone(), stamp) });
        name
    }

    /// The registry's speakers for those of a record. Whoever can't be found
    /// and has no name to be added under becomes a problem.
    pub(super) fn speakers<E: Existing + ?Sized>(
        &mut self,
        wanted: &[IncomingSpeaker],
        kind: SpeakerKind,
        cx: &mut BringContext<'_, E>,
        problems: &mut Vec<Problem>,
    ) -> Vec<SpeakerId> {
        let mut ids = Vec::with_capacity(wanted.len());
        for speaker in wanted {
            match self.speaker(speaker, kind, cx) {
                Ok(id) if ids.contains(&id) => {}
                Ok(id) => ids.push(id),
                Err(problem) => problems.push(problem),
            }
        }
        ids
    }

    fn speaker<E: Existing + ?Sized>(
        &mut self,
        wanted: &IncomingSpeaker,
        kind: SpeakerKind,
        cx: &mut BringContext<'_, E>,
    ) -> Result<SpeakerId, Problem> {
        self.people.read(cx.existing.registry());
        let id = match (self.people.find(wanted), &wanted.name) {
            (Some(id), _) => id,
            (None, Some(name)) => self.add_speaker(wanted, name, kind, cx),
            (None, None) => {
                let id = wanted.id.map(|id| id.to_string()).or_else(|| wanted.external_id.clone());
                return Err(Problem::UnnamedSpeaker(id.unwrap_or_default()));
            }
        };
        self.people.remember(wanted, id);
        Ok(id)
    }

    fn add_speaker<E: Existing + ?Sized>(
        &mut self,
        wanted: &IncomingSpeaker,
        name: &str,
        kind: SpeakerKind,
        cx: &mut BringContext<'_, E>,
    ) -> SpeakerId {
        let id = wanted.id.unwrap_or_else(|| cx.new_id());
        let speaker = Speaker {
            external_id: wanted.external_id.clone(),
            wikidata: wanted.wikidata.clone(),
            ..Speaker::new(id, name.to_owned(), wanted.kind.unwrap_or(kind), cx.stamp(None, None, cx.author))
        };
        self.people.add(&speaker, id);
        self.import.speakers.push(speaker);
        id
    }
}
