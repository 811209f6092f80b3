//! Which speakers a quote may mean: the numbered list of the number keys, and
//! those that a few typed letters stand for.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};

use crate::model::{Quote, Registry, Role, Speaker, SpeakerId, fold};
use crate::workspace::Workspace;

/// As many as there are number keys.
pub const NUMBERED: usize = 9;

/// The speakers that the number keys link to a quote: those of the open
/// article in the order they come up, then those linked lately, then the
/// registry's newest; nine at most.
pub fn numbered(workspace: &Workspace, recent: &[SpeakerId], _quote: Option<&Quote>) -> Vec<SpeakerId> {
    let registry = workspace.registry();
    let newest = registry.kept_speakers().rev().map(|speaker| speaker.id);
    let recent = recent.iter().map(|id| registry.speaker_of(*id));
    let mut met = HashSet::new();
    in_article(workspace)
        .into_iter()
        .chain(recent)
        .chain(newest)
        .filter(|id| registry.speakers.contains_key(id) && met.insert(*id))
        .take(NUMBERED)
        .collect()
}

/// Everyone the annotator's quotes of the open article refer to, in the order
/// they come up: who is quoted first, then whoever else is named.
pub fn in_article(workspace: &Workspace) -> Vec<SpeakerId> {
    let (Some(document), Some(author)) = (workspace.document(), workspace.author()) else {
        return Vec::new();
    };
    let quotes = || document.quotes_of(author);
    let sources = quotes().flat_map(|quote| quote.speakers_of(Role::Source));
    let others = quotes().flat_map(|quote| Role::ALL.iter().flat_map(|role| quote.speakers_of(*role)));
    let mut met = HashSet::new();
    sources.chain(others).filter(|id| met.insert(**id)).copied().collect()
}

/// The speakers that typed words may mean, the best first; those of the
/// numbered list where nothing is typed. For a frame here and there: a list
/// that is shown for long keeps its [`Names`].
pub fn matching(workspace: &Workspace, words: &str) -> Vec<SpeakerId> {
    let near = numbered(workspace, &[], None);
    if words.trim().is_empty() {
        return near;
    }
    let mut names = Names::default();
    names.refresh(workspace.registry(), 0);
    names.matching(words, &near, NUMBERED).into_iter().map(|found| found.speaker).collect()
}

/// One speaker that typed words may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    pub speaker: SpeakerId,
    /// The alias that the words stand for, where it isn't the name.
    pub alias: Option<String>,
}

/// How well words fit a name; the least is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Begins,
    BeginsAWord,
    Holds,
    /// The letters come in this order, with others between.
    Alike,
}

struct Name {
    speaker: SpeakerId,
    folded: String,
    letters: Utf32String,
    /// The alias as it is written; none for the name itself.
    alias: Option<String>,
    /// Where the speaker stands in the registry, by name.
    place: usize,
}

/// The names of the registry, prepared for matching.
#[derive(Default)]
pub struct Names {
    revision: Option<u64>,
    entries: Vec<Name>,
    /// The last question and its answer.
    last: Option<(String, Vec<Match>)>,
}

impl Names {
    /// Takes up the registry where it has another revision than before. The
    /// names of those who turned out to be another stand for that one.
    pub fn refresh(&mut self, registry: &Registry, revision: u64) {
        if self.revision == Some(revision) {
            return;
        }
        self.revision = Some(revision);
        self.last = None;
        let mut order: Vec<(String, &Arc<Speaker>)> =
            registry.kept_speakers().map(|speaker| (fold(&speaker.name), speaker)).collect();
        order.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.id.cmp(&b.1.id)));
        let mut merged: BTreeMap<SpeakerId, Vec<&Speaker>> = BTreeMap::new();
        for speaker in registry.speakers.values().filter(|speaker| speaker.same_as.is_some()) {
            merged.entry(registry.speaker_of(speaker.id)).or_default().push(speaker);
        }
        self.entries.clear();
        for (place, (folded, speaker)) in order.into_iter().enumerate() {
            let name = |folded: String, alias| Name {
                speaker: speaker.id,
                letters: Utf32String::from(folded.as_str()),
                folded,
                alias,
                place,
            };
            self.entries.push(name(folded, None));
            let others = merged.get(&speaker.id).into_iter().flatten().filter(|other| other.id != speaker.id);
            let aliases =
                speaker.aliases.iter().map(String::as_str).chain(others.flat_map(|other| other.names()));
            self.entries.extend(aliases.map(|alias| name(fold(alias), Some(alias.to_owned()))));
        }
    }

    /// Every speaker, by name.
    pub fn all(&self) -> Vec<Match> {
        let own = self.entries.iter().filter(|name| name.alias.is_none());
        own.map(|name| Match { speaker: name.speaker, alias: None }).collect()
    }

    /// The speakers that typed words may mean, the best first: whose name is
    /// the words, begins with them, has a word that does, holds them, and
    /// last whose letters are alike. Of those that fit as well, `near` come
    /// first, in their order.
    pub fn matching(&mut self, words: &str, near: &[SpeakerId], limit: usize) -> Vec<Match> {
        let wanted = fold(words.trim());
        if let Some((asked, answer)) = &self.last
            && *asked == wanted
        {
            return answer.clone();
        }
        let found = self.search(&wanted, near, limit);
        self.last = Some((wanted, found.clone()));
        found
    }

    fn search(&self, wanted: &str, near: &[SpeakerId], limit: usize) -> Vec<Match> {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::new(wanted, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        let mut best: BTreeMap<SpeakerId, (Rank, &Name)> = BTreeMap::new();
        for name in &self.entries {
            let Some((fit, score)) = fit(name, wanted, &pattern, &mut matcher) else { continue };
            let nearness = near.iter().position(|id| *id == name.speaker).unwrap_or(usize::MAX);
            let rank = (fit, nearness, u32::MAX - score, name.place);
            let entry = best.entry(name.speaker).or_insert((rank, name));
            if rank < entry.0 {
                *entry = (rank, name);
            }
        }
        let mut found: Vec<(Rank, &Name)> = best.into_values().collect();
        found.sort_by_key(|(rank, _)| *rank);
        let found = found.into_iter().take(limit);
        found.map(|(_, name)| Match { speaker: name.speaker, alias: name.alias.clone() }).collect()
    }
}

type Rank = (Fit, usize, u32, usize);

fn fit(name: &Name, wanted: &str, pattern: &Pattern, matcher: &mut Matcher) -> Option<(Fit, u32)> {
    let folded = name.folded.as_str();
    let fit = if folded == wanted {
        Fit::Whole
    } else if folded.starts_with(wanted) {
        Fit::Begins
    } else if folded.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(wanted)) {
        Fit::BeginsAWord
    } else if folded.contains(wanted) {
        Fit::Holds
    } else {
        let score = pattern.score(name.letters.slice(..), matcher)?;
        return Some((Fit::Alike, score));
    };
    Some((fit, 0))
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::model::{SpeakerKind, Stamp};

    fn names(entries: &[(&str, &[&str])]) -> (Names, BTreeMap<SpeakerId, Arc<Speaker>>) {
        let speaker = |(place, (name, aliases)): (usize, &(&str, &[&str]))| {
            let id = SpeakerId(Uuid::from_u128(place as u128));
            let speaker = Speaker {
                aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
                ..Speaker::new(
                    id,
                    (*name).to_owned(),
                    SpeakerKind::Person,
                    Stamp::new(Timestamp::UNIX_EPOCH, None),
                )
            };
            (id, Arc::new(speaker))
        };
        let speakers: BTreeMap<_, _> = entries.iter().enumerate().map(speaker).collect();
        let mut names = Names::default();
        let registry = Registry { speakers, ..Registry::default() };
        names.refresh(&registry, 1);
        (names, registry.speakers)
    }

    #[test]
    fn the_best_fit_comes_first() {
        let entries: &[(&str, &[&str])] = &[
            ("Joko Widodo", &["Jokowi"]),
            ("Widodo Budidarmo", &[]),
            ("Retno Marsudi", &["Menlu Retno"]),
            ("Recep Tayyip Erdoğan", &[]),
            ("Masudi", &[]),
            ("Jokowi Centre", &[]),
        ];
        let (mut names, speakers) = names(entries);
        let mut check = |typed: &str, near: &[u128], expected: &[&str]| {
            let near: Vec<SpeakerId> = near.iter().map(|id| SpeakerId(Uuid::from_u128(*id))).collect();
            names.last = None;
            let found = names.matching(typed, &near, 9);
            let found: Vec<String> = found
                .iter()
                .map(|one| {
                    let name = &speakers[&one.speaker].name;
                    one.alias.as_ref().map_or_else(|| name.clone(), |alias| format!("{name} ({alias})"))
                })
                .collect();
            assert_eq!(found, expected, "{typed:?}");
        };
        check("widodo", &[], &["Widodo Budidarmo", "Joko Widodo"]);
        check("jokowi", &[], &["Joko Widodo (Jokowi)", "Jokowi Centre"]);
        check("jok", &[], &["Joko Widodo", "Jokowi Centre"]);
        check("jok", &[5], &["Jokowi Centre", "Joko Widodo"]);
        check("erdogan", &[], &["Recep Tayyip Erdoğan"]);
        check("menlu", &[], &["Retno Marsudi (Menlu Retno)"]);
        check("rtno", &[], &["Retno Marsudi"]);
        check("msudi", &[], &["Masudi", "Retno Marsudi"]);
        check("zzz", &[], &[]);
    }
}
