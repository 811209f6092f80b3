//! Speakers whose names look alike, so that a person may say whether they are
//! one.

use std::collections::{BTreeMap, BTreeSet};

use super::{Registry, Speaker, SpeakerId, fold, in_order};

/// Of so many names that have a word in common, each is held against each.
const SHARED: usize = 200;

/// A word has to be so long for another letter in it to be a slip.
const LONG: usize = 5;

/// The words of an entry's name, whom it means, and the entry.
type Named<'r> = (Vec<String>, SpeakerId, &'r Speaker);

/// Two speakers, the smaller id first.
type Pair = (SpeakerId, SpeakerId);

impl Registry {
    /// Groups of two and more speakers who may be one: who share a name or an
    /// alias, case, diacritics, signs and the order of the words aside, or
    /// whose names differ by a letter or two. The oldest of a group comes
    /// first. Whoever was told apart is in no group together, nor are those
    /// whom Wikidata knows as two.
    #[must_use]
    pub fn look_alikes(&self) -> Vec<Vec<SpeakerId>> {
        let apart = self.told_apart();
        let wikidata = |id: SpeakerId| self.speakers.get(&id).and_then(|speaker| speaker.wikidata.as_deref());
        let may_be_one = |pair: Pair| {
            let known = wikidata(pair.0).zip(wikidata(pair.1));
            !apart.contains(&pair) && known.is_none_or(|(a, b)| a == b)
        };
        let mut group_of: BTreeMap<SpeakerId, usize> = BTreeMap::new();
        let mut groups: Vec<Vec<SpeakerId>> = Vec::new();
        let pairs = self.called_the_same().into_iter().chain(self.called_nearly_the_same());
        for (a, b) in pairs.filter(|pair| may_be_one(*pair)) {
            let (at, new) = match (group_of.get(&a).copied(), group_of.get(&b).copied()) {
                (Some(at), None) => (at, b),
                (None, Some(at)) => (at, a),
                (Some(_), Some(_)) => continue,
                (None, None) => {
                    groups.push(vec![a]);
                    group_of.insert(a, groups.len() - 1);
                    (groups.len() - 1, b)
                }
            };
            if let Some(group) = groups.get_mut(at)
                && group.iter().all(|member| may_be_one(in_order(*member, new)))
            {
                group.push(new);
                group_of.insert(new, at);
            }
        }
        groups.retain(|group| group.len() > 1);
        for group in &mut groups {
            group.sort_unstable();
        }
        groups
    }

    /// Every entry, with the speaker that it means.
    fn entries(&self) -> impl Iterator<Item = (&Speaker, SpeakerId)> {
        self.speakers.values().map(|speaker| (&**speaker, self.speaker_of(speaker.id)))
    }

    fn called_the_same(&self) -> BTreeSet<Pair> {
        let mut called: BTreeMap<Vec<String>, BTreeSet<SpeakerId>> = BTreeMap::new();
        for (speaker, meant) in self.entries() {
            for name in speaker.names() {
                let mut words = words(name);
                words.sort_unstable();
                called.entry(words).or_default().insert(meant);
            }
        }
        called.remove(&Vec::new());
        called.values().flat_map(|ids| pairs(&ids.iter().copied().collect::<Vec<_>>())).collect()
    }

    fn called_nearly_the_same(&self) -> BTreeSet<Pair> {
        // Names of one word stand together by their first letter, others by
        // the words that they have in common.
        let mut blocks: BTreeMap<String, Vec<Named<'_>>> = BTreeMap::new();
        for (speaker, meant) in self.entries() {
            let words = words(&speaker.name);
            let keys: BTreeSet<String> = match words.as_slice() {
                [only] => only.chars().take(1).map(|first| format!("{first}…")).collect(),
                several => several.iter().cloned().collect(),
            };
            for key in keys {
                let block = blocks.entry(key).or_default();
                if block.len() < SHARED {
                    block.push((words.clone(), meant, speaker));
                }
            }
        }
        let mut found = BTreeSet::new();
        for block in blocks.values() {
            for (at, (words, meant, speaker)) in block.iter().enumerate() {
                for (other_words, other_meant, other) in block.iter().skip(at + 1) {
                    if meant != other_meant && speaker.kind == other.kind && are_near(words, other_words) {
                        found.insert(in_order(*meant, *other_meant));
                    }
                }
            }
        }
        found
    }
}

/// The words of a name, folded and without signs.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn pairs(ids: &[SpeakerId]) -> Vec<Pair> {
    let ids = ids.get(..SHARED.min(ids.len())).unwrap_or_default();
    let each = ids.iter().enumerate();
    each.flat_map(|(at, a)| ids.iter().skip(at + 1).map(move |b| in_order(*a, *b))).collect()
}

/// Whether two names have the same words, but for slips in long ones.
fn are_near(a: &[String], b: &[String]) -> bool {
    let near = |a: &String, b: &String| {
        let (one, other) = (a.chars().count(), b.chars().count());
        let slips = one.max(other) / 4;
        one.min(other) >= LONG && one.abs_diff(other) <= slips && strsim::osa_distance(a, b) <= slips
    };
    let same = a.iter().zip(b).filter(|(a, b)| a == b).count();
    a.len() == b.len() && (a.len() == 1 || same > 0) && a.iter().zip(b).all(|(a, b)| a == b || near(a, b))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::model::{Setting, SpeakerKind, Stamp};

    fn registry(entries: &[(&str, &[&str], Option<&str>)]) -> Registry {
        let speaker = |(at, (name, aliases, wikidata)): (usize, &(&str, &[&str], Option<&str>))| Speaker {
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            wikidata: wikidata.map(str::to_owned),
            ..Speaker::new(
                SpeakerId(Uuid::from_u128(at as u128)),
                (*name).to_owned(),
                SpeakerKind::Person,
                Stamp::new(Timestamp::UNIX_EPOCH, None),
            )
        };
        let speakers = entries.iter().enumerate().map(speaker);
        Registry { speakers: speakers.map(|s| (s.id, Arc::new(s))).collect(), ..Registry::default() }
    }

    fn alike(registry: &Registry) -> Vec<Vec<&str>> {
        let name = |id: &SpeakerId| registry.speakers[id].name.as_str();
        registry.look_alikes().iter().map(|group| group.iter().map(name).collect()).collect()
    }

    #[test]
    fn names_look_alike() {
        for (a, b, expected) in [
            ("Vladimir Putin", "vladimir putin", true),
            ("Vladimir Putin", "Putin, Vladimir", true),
            ("Vladimir Putin", "Wladimir Putin", true),
            ("Kim Jong-un", "Kim Jong Un", true),
            ("Recep Erdoğan", "Recep Erdogan", true),
            ("Soekarno", "Sukarno", true),
            ("Muhammad Yusuf", "Mohammad Yusuf", true),
            ("Kim Jong Un", "Kim Jong Il", false),
            ("Agus Yudhoyono", "Susilo Yudhoyono", false),
            ("Budi", "Rudi", false),
            ("George Bush", "George W. Bush", false),
            ("Joko Widodo", "Joko Susilo", false),
            ("…", "–", false),
        ] {
            let registry = registry(&[(a, &[], None), (b, &[], None)]);
            assert_eq!(alike(&registry).len(), usize::from(expected), "{a} and {b}");
        }
    }

    #[test]
    fn groups_hold_whom_nobody_told_apart() {
        let entries: &[(&str, &[&str], Option<&str>)] = &[
            ("Joko Widodo", &["Jokowi"], None),
            ("Jokowi", &[], None),
            ("Joko Widodo", &[], Some("Q1")),
            ("Joko Widodo", &[], Some("Q2")),
            ("AFP", &[], None),
        ];
        let mut registry = registry(entries);
        let id = |at: u128| SpeakerId(Uuid::from_u128(at));
        assert_eq!(registry.look_alikes(), [[id(0), id(1), id(2)]]);
        for (a, b) in [(0, 1), (1, 2)] {
            let key = Setting::apart(id(b), id(a));
            let stamp = Stamp::new(Timestamp::UNIX_EPOCH, None);
            let setting = Setting { key: key.clone(), value: true.into(), stamp };
            registry.settings.insert(key, Arc::new(setting));
        }
        assert_eq!(registry.look_alikes(), [[id(0), id(2)]]);
        let second = Arc::make_mut(registry.speakers.get_mut(&id(2)).unwrap());
        second.same_as = Some(id(0));
        assert_eq!(registry.look_alikes(), [[id(0), id(3)]], "one who is merged counts no more");
    }
}
