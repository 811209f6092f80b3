//! From mentions to speakers: names to those who bear them, pronouns to the
//! most plausible person before.

use std::collections::HashMap;

use super::names::{Mentioned, gender_of, name_in};
use super::{KnownSpeakers, People, Person};
use crate::model::{Mention, QuoteType, SpeakerId, SpeakerKind, Text, fold};
use crate::suggest::class::Class;
use crate::suggest::draft::Draft;
use crate::suggest::paragraph::Paragraph;
use crate::suggest::phrase::Source;
use crate::suggest::token::Token;
use crate::suggest::{Candidate, Linked};

/// As many as there are number keys.
const CANDIDATES: usize = 9;
/// Paragraphs after which a subject is forgotten for a pronoun.
const FADES: usize = 2;

/// What resolving looks at.
pub(in crate::suggest) struct Scene<'a, 't> {
    pub text: &'a Text,
    pub paragraphs: &'a [Paragraph<'t>],
    pub mentions: &'a [Mentioned],
    pub known: &'a KnownSpeakers,
    pub linked: &'a [Linked],
    /// Whom a mention was linked to before, by its folded words.
    pub chosen: &'a HashMap<String, SpeakerId>,
}

/// Speakers for each draft, best first. Drafts are in reading order.
pub(in crate::suggest) fn resolve(
    scene: &Scene<'_, '_>,
    mut people: People,
    drafts: &[Draft],
) -> Vec<Vec<Candidate>> {
    let mut voices = Voices::default();
    let mut next = 0;
    drafts
        .iter()
        .map(|draft| {
            while let Some(mention) =
                scene.mentions.get(next).filter(|mention| mention.span.start < draft.credited_at())
            {
                voices.heard(mention, drafts, draft);
                next += 1;
            }
            let ranked = ranked(scene, &mut people, draft, &voices);
            let linked = scene.linked.iter().find(|linked| linked.matches(&draft.content));
            let speaker = match linked.and_then(|linked| linked.speaker) {
                Some(id) => person_of(scene, &mut people, id),
                None => ranked.first().copied().filter(|_| !is_vague(scene, draft)),
            };
            voices.spoke(speaker, draft);
            candidates(&people, ranked, scene, draft)
        })
        .collect()
}

/// Who spoke and who was named, up to a place in the text.
#[derive(Default)]
struct Voices {
    /// Speakers so far, the last one last, each once.
    spoke: Vec<usize>,
    /// Speaker, paragraph and directness of the last two quotes.
    turns: Vec<(Option<usize>, usize, bool)>,
    last_at: usize,
    /// The last subject that was named since: person, paragraph, place.
    subject: Option<(usize, usize, usize)>,
    named: Vec<usize>,
}

impl Voices {
    fn heard(&mut self, mention: &Mentioned, drafts: &[Draft], _: &Draft) {
        let inside = |draft: &Draft| draft.content.iter().any(|span| span.covers(mention.span));
        let at = drafts.partition_point(|draft| draft.start() <= mention.span.start);
        let quoted = drafts.get(at.saturating_sub(2)..at).unwrap_or(&[]).iter().any(inside);
        if mention.subject && !quoted {
            self.subject = Some((mention.person, mention.paragraph, mention.span.start));
        }
        self.named.retain(|other| *other != mention.person);
        self.named.push(mention.person);
        if self.named.len() > 4 * CANDIDATES {
            self.named.remove(0);
        }
    }

    fn spoke(&mut self, speaker: Option<usize>, draft: &Draft) {
        self.turns.push((speaker, draft.paragraph, draft.quote_type == QuoteType::Direct));
        if self.turns.len() > 2 {
            self.turns.remove(0);
        }
        self.last_at = draft.credited_at();
        let Some(speaker) = speaker else { return };
        self.spoke.retain(|other| *other != speaker);
        self.spoke.push(speaker);
        if self.spoke.len() > 4 * CANDIDATES {
            self.spoke.remove(0);
        }
    }

    /// The likeliest for a pronoun, best first.
    fn pronoun(&self, paragraph: usize) -> Vec<usize> {
        let mut order = Vec::new();
        if let Some((person, at, place)) = self.subject
            && place > self.last_at
            && paragraph <= at + FADES
        {
            order.push(person);
        }
        order.extend(self.spoke.iter().rev());
        order.extend(self.named.iter().rev());
        order
    }

    /// The likeliest where no one is credited: in a dialogue the other one,
    /// else whoever spoke last.
    fn silent(&self, paragraph: usize) -> Vec<usize> {
        let mut order = Vec::new();
        if let [(Some(a), first, true), (Some(b), second, true)] = self.turns.as_slice()
            && a != b
            && *second == first + 1
            && paragraph == second + 1
        {
            order.push(*a);
        }
        order.extend(self.pronoun(paragraph));
        order
    }
}

fn ranked(scene: &Scene<'_, '_>, people: &mut People, draft: &Draft, voices: &Voices) -> Vec<usize> {
    let mut order = match &draft.source {
        None => voices.silent(draft.paragraph),
        Some(source) => match source.mention {
            Mention::Pronoun | Mention::Clitic => pronoun(scene, people, draft, source, voices),
            Mention::Name | Mention::NounPhrase => named(scene, people, draft, source, voices),
        },
    };
    order.extend(voices.spoke.iter().rev().chain(voices.named.iter().rev()));
    let mut seen = std::collections::HashSet::new();
    order.retain(|person| seen.insert(*person));
    order.truncate(CANDIDATES);
    order
}

fn pronoun(
    scene: &Scene<'_, '_>,
    people: &People,
    draft: &Draft,
    source: &Source,
    voices: &Voices,
) -> Vec<usize> {
    let class = class_at(scene, draft, source);
    let gender = gender_of(class);
    let mut order = voices.pronoun(draft.paragraph);
    let fits = |person: usize| {
        people.all.get(person).is_some_and(|person| {
            let other = matches!((gender, person.gender), (Some(one), Some(other)) if one != other);
            !other && (class.any(Class::PLURAL) || person.kind == SpeakerKind::Person && person.attested)
        })
    };
    let (fit, other): (Vec<usize>, Vec<usize>) = order.drain(..).partition(|person| fits(*person));
    fit.into_iter().chain(other).collect()
}

fn named(
    scene: &Scene<'_, '_>,
    people: &mut People,
    draft: &Draft,
    source: &Source,
    voices: &Voices,
) -> Vec<usize> {
    let mut order = Vec::new();
    let words = scene.text.slice(source.span).unwrap_or("");
    if let Some(id) = scene.chosen.get(&fold(words)) {
        order.extend(person_of(scene, people, *id));
    }
    for id in scene.known.named(words).into_iter().take(CANDIDATES) {
        order.extend(person_of(scene, people, id));
    }
    // Those named at the place itself: the name that the phrase holds.
    let here = scene.mentions.partition_point(|mention| mention.span.end <= source.span.start);
    let here: Vec<&Mentioned> = scene
        .mentions
        .get(here..)
        .unwrap_or(&[])
        .iter()
        .take_while(|mention| mention.span.start < source.span.end)
        .collect();
    let is_person =
        |mention: &&&Mentioned| people.all.get(mention.person).is_some_and(|p| p.kind == SpeakerKind::Person);
    let best = here.iter().find(is_person).or(here.last()).map(|mention| mention.person);
    let apposed = apposed(scene, draft, source).map(|person| people.add(person));
    if let Some(best) = apposed.or(best) {
        order.push(best);
        if let Some(person) = people.all.get_mut(best) {
            person.attested = true;
        }
    }
    if source.mention == Mention::NounPhrase {
        order.extend(bearers(scene, people, draft, source, voices));
    } else if order.is_empty()
        && let Some(p) = scene.paragraphs.get(draft.paragraph)
        && source.units.clone().all(|unit| p.token(unit).is_some_and(Token::is_word))
        && let Some(person) = name_in(p, source.units.clone(), &std::collections::HashSet::new(), false)
    {
        order.extend(people.whose_name_has(&person.words));
        order.push(people.add(person));
    }
    if order.is_empty() {
        order.push(people.add(described(scene, draft, source, words)));
    }
    order
}

/// Who is named behind a role and a comma: *Warga Painan, Nurlela*.
fn apposed(scene: &Scene<'_, '_>, draft: &Draft, source: &Source) -> Option<Person> {
    let p = scene.paragraphs.get(draft.paragraph)?;
    let role = p.class(source.units.start).any(Class::TITLE | Class::OFFICE | Class::GROUP);
    let comma = source.units.clone().rev().find(|unit| p.token(*unit).is_some_and(|token| token.is(',')))?;
    let name = comma + 1..source.units.end;
    let named = name.clone().all(|unit| p.token(unit).is_some_and(Token::is_capital))
        && !name.clone().any(|unit| p.class(unit).any(Class::TITLE | Class::OFFICE | Class::PLACE));
    if !role || !named || name.is_empty() {
        return None;
    }
    name_in(p, name, &std::collections::HashSet::new(), false)
        .filter(|person| person.kind == SpeakerKind::Person)
}

/// Those who bear the title that a phrase consists of: *Presiden*, *the
/// minister*; the last one named first.
fn bearers(
    scene: &Scene<'_, '_>,
    people: &People,
    draft: &Draft,
    source: &Source,
    voices: &Voices,
) -> Vec<usize> {
    if is_vague(scene, draft) {
        return Vec::new();
    }
    let Some(p) = scene.paragraphs.get(draft.paragraph) else { return Vec::new() };
    let titles: Vec<String> = source
        .units
        .clone()
        .filter_map(|unit| p.token(unit))
        .filter(|token| token.class.any(Class::TITLE))
        .map(|token| super::lower(token.words))
        .collect();
    let bears = |person: &usize| {
        people.all.get(*person).is_some_and(|person| {
            !titles.is_empty() && titles.iter().all(|title| person.titles.contains(title))
        })
    };
    let mut found: Vec<usize> = voices.named.iter().rev().copied().filter(bears).collect();
    found.extend((0..people.all.len().min(200)).filter(bears));
    found
}

/// Whether the source is someone no one knows: *seorang warga*, *officials*.
fn is_vague(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let Some(source) = draft.source.as_ref().filter(|source| source.mention == Mention::NounPhrase) else {
        return false;
    };
    let class = class_at(scene, draft, source);
    let words = scene.text.slice(source.span).unwrap_or("");
    class.any(Class::GROUP)
        || (class.any(Class::DETERMINER)
            && !words.to_lowercase().starts_with("the ")
            && !class.any(Class::TITLE))
}

/// A speaker for a phrase that names no one we know.
fn described(scene: &Scene<'_, '_>, draft: &Draft, source: &Source, words: &str) -> Person {
    let Some(p) = scene.paragraphs.get(draft.paragraph) else {
        return person_called(words, SpeakerKind::Person);
    };
    let any = |class: Class| source.units.clone().any(|unit| p.class(unit).any(class));
    let kind = if any(Class::DOCUMENT) {
        SpeakerKind::Document
    } else if any(Class::OUTLET | Class::ORGANISATION) {
        SpeakerKind::Organisation
    } else if any(Class::GROUP | Class::PLURAL) {
        SpeakerKind::Group
    } else {
        SpeakerKind::Person
    };
    person_called(words, kind)
}

fn person_called(words: &str, kind: SpeakerKind) -> Person {
    Person {
        name: words.split_whitespace().collect::<Vec<_>>().join(" "),
        words: super::name_words(words),
        titles: std::collections::BTreeSet::new(),
        kind,
        gender: None,
        speaker: None,
        attested: true,
    }
}

fn person_of(scene: &Scene<'_, '_>, people: &mut People, id: SpeakerId) -> Option<usize> {
    let id = scene.known.meant(id);
    if let Some(at) = people.of_speaker(id) {
        return Some(at);
    }
    let person = scene.known.person(id)?;
    let named = people.whose_name_has(&person.words);
    if let Some(at) =
        named.into_iter().find(|at| people.all.get(*at).is_some_and(|p| p.words == person.words))
    {
        if let Some(there) = people.all.get_mut(at) {
            there.speaker = Some(id);
        }
        return Some(at);
    }
    Some(people.add(person))
}

/// The class of a source's first word, for what kind of pronoun or phrase it
/// is.
fn class_at(scene: &Scene<'_, '_>, draft: &Draft, source: &Source) -> Class {
    scene.paragraphs.get(draft.paragraph).map_or(Class::NONE, |p| p.class(source.units.start))
}

fn candidates(people: &People, ranked: Vec<usize>, scene: &Scene<'_, '_>, draft: &Draft) -> Vec<Candidate> {
    let vague = is_vague(scene, draft);
    ranked
        .into_iter()
        .enumerate()
        .filter_map(|(rank, person)| {
            let person = people.all.get(person)?;
            let sure = rank == 0 && !vague;
            let known = person.speaker.and_then(|id| scene.known.name(id));
            let name = known.unwrap_or(&person.name).to_owned();
            Some(Candidate { speaker: person.speaker, name, kind: person.kind, sure })
        })
        .collect()
}
