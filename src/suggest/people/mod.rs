//! Who is meant: the people an article names, and the registry's speakers
//! among them.

mod names;
mod resolve;

use std::collections::{BTreeSet, HashMap};

pub(super) use names::find;
pub(super) use resolve::{Scene, resolve};

use super::pack::lower;
use crate::model::{Registry, Speaker, SpeakerId, SpeakerKind, fold};

/// Someone whom the article names, or whom the registry knows.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub name: String,
    /// The name's words in lower case.
    pub words: Vec<String>,
    /// Titles and offices that stood before the name, in lower case.
    pub titles: BTreeSet<String>,
    pub kind: SpeakerKind,
    pub gender: Option<Gender>,
    pub speaker: Option<SpeakerId>,
    /// Whether more than capitals says that this is someone who can speak: a
    /// title, an age, a cue, the registry.
    pub attested: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Female,
    Male,
}

/// More people of one name than these are not told apart.
const NAMESAKES: usize = 12;

/// People by the words of their names.
#[derive(Debug, Default)]
pub(super) struct People {
    pub all: Vec<Person>,
    by_word: HashMap<String, Vec<usize>>,
}

impl People {
    /// Adds a person, or finds the one of this name: *Kim Jong Un* and *Kim*
    /// are one.
    pub fn add(&mut self, person: Person) -> usize {
        let found = self.whose_name_has(&person.words).into_iter().find(|at| {
            self.all.get(*at).is_some_and(|other| other.words == person.words || person.words.len() == 1)
        });
        if let Some(at) = found {
            if let Some(there) = self.all.get_mut(at) {
                there.titles.extend(person.titles);
                there.gender = there.gender.or(person.gender);
                there.speaker = there.speaker.or(person.speaker);
                there.attested |= person.attested;
            }
            return at;
        }
        let at = self.all.len();
        for word in &person.words {
            let named = self.by_word.entry(word.clone()).or_default();
            if named.len() < NAMESAKES {
                named.push(at);
            }
        }
        self.all.push(person);
        at
    }

    /// Those whose name holds all these words, in order; full names first.
    pub fn whose_name_has(&self, words: &[String]) -> Vec<usize> {
        let Some(first) = words.first() else { return Vec::new() };
        let holds = |at: &usize| {
            self.all.get(*at).is_some_and(|person| {
                let mut rest = person.words.iter();
                words.iter().all(|word| rest.any(|other| other == word))
            })
        };
        let mut found: Vec<usize> =
            self.by_word.get(first).into_iter().flatten().copied().filter(|at| holds(at)).collect();
        found.sort_by_key(|at| self.all.get(*at).map_or(0, |person| usize::from(person.words.len() < 2)));
        found
    }

    pub fn of_speaker(&self, id: SpeakerId) -> Option<usize> {
        self.all.iter().position(|person| person.speaker == Some(id))
    }
}

/// The registry's speakers by their names, made once for many articles.
#[derive(Debug, Clone, Default)]
pub struct KnownSpeakers {
    by_name: HashMap<String, Vec<SpeakerId>>,
    by_word: HashMap<String, Vec<SpeakerId>>,
    names: HashMap<SpeakerId, (String, SpeakerKind, Vec<Vec<String>>)>,
    /// Who turned out to be someone else, and whom.
    others: HashMap<SpeakerId, SpeakerId>,
}

/// Speakers that share a word and are still looked through.
const SHARED: usize = 40;

impl KnownSpeakers {
    #[must_use]
    pub fn new(registry: &Registry) -> Self {
        let mut known = Self::default();
        for speaker in registry.speakers.values() {
            if let Some(meant) = registry.speaker(speaker.id) {
                known.add(speaker, meant);
            }
        }
        known
    }

    /// Takes up what a speaker is called, for the one who is meant.
    fn add(&mut self, speaker: &Speaker, meant: &Speaker) {
        let id = meant.id;
        if id != speaker.id {
            self.others.insert(speaker.id, id);
        }
        let names: Vec<Vec<String>> = speaker.names().map(name_words).collect();
        for (name, words) in speaker.names().zip(&names) {
            let called = self.by_name.entry(fold(name.trim())).or_default();
            if !called.contains(&id) {
                called.push(id);
            }
            for word in words {
                let shared = self.by_word.entry(word.clone()).or_default();
                if shared.len() < SHARED && !shared.contains(&id) {
                    shared.push(id);
                }
            }
        }
        let known = self.names.entry(id).or_insert_with(|| (meant.name.clone(), meant.kind, Vec::new()));
        known.2.extend(names);
    }

    /// The speakers who are called so, or else whose name holds these words.
    pub(super) fn named(&self, name: &str) -> Vec<SpeakerId> {
        if let Some(ids) = self.by_name.get(&fold(name.trim())) {
            return ids.clone();
        }
        let words = name_words(name);
        let Some(first) = words.first() else { return Vec::new() };
        let holds = |id: &&SpeakerId| {
            self.names.get(id).is_some_and(|(_, _, names)| {
                names.iter().any(|name| {
                    let mut rest = name.iter();
                    words.iter().all(|word| rest.any(|other| other == word))
                })
            })
        };
        self.by_word.get(first).into_iter().flatten().filter(holds).copied().collect()
    }

    /// Who is meant by a link to a speaker.
    pub(super) fn meant(&self, id: SpeakerId) -> SpeakerId {
        self.others.get(&id).copied().unwrap_or(id)
    }

    /// What a speaker is called in the registry.
    pub(super) fn name(&self, id: SpeakerId) -> Option<&str> {
        self.names.get(&id).map(|(name, ..)| name.as_str())
    }

    pub(super) fn person(&self, id: SpeakerId) -> Option<Person> {
        let (name, kind, _) = self.names.get(&id)?;
        Some(Person {
            name: name.clone(),
            words: name_words(name),
            titles: BTreeSet::new(),
            kind: *kind,
            gender: None,
            speaker: Some(id),
            attested: true,
        })
    }
}

fn name_words(name: &str) -> Vec<String> {
    name.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.')))
        .map(|word| lower(word.trim_matches('.')))
        .filter(|word| !word.is_empty())
        .collect()
}
