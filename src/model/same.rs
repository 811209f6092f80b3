//! Speakers of whom someone said that they are one. Links stay as they were
//! stored, so that taking such a thing back brings every one of them back in
//! its place; whoever reads asks here who is meant by now.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Value, json};

use super::{Aspect, Decision, Document, Registry, Setting, Speaker, SpeakerId};

/// Where a chain of "this one is that one" ends. A circle leads to the
/// smallest of those in it.
pub fn end_of<T: Clone + Ord>(from: T, next: impl Fn(&T) -> Option<T>) -> T {
    let mut at = from;
    let mut path = Vec::new();
    while let Some(to) = next(&at) {
        path.push(at);
        if let Some(start) = path.iter().position(|met| *met == to) {
            return path.split_off(start).into_iter().min().unwrap_or(to);
        }
        at = to;
    }
    at
}

impl Registry {
    /// Who is meant by an id: the speaker that stays of those who are one.
    #[must_use]
    pub fn speaker_of(&self, id: SpeakerId) -> SpeakerId {
        let known = |id: &SpeakerId| self.speakers.contains_key(id);
        end_of(id, |id| self.speakers.get(id)?.same_as.filter(known))
    }

    /// The speaker that is meant by an id.
    #[must_use]
    pub fn speaker(&self, id: SpeakerId) -> Option<&Arc<Speaker>> {
        self.speakers.get(&self.speaker_of(id))
    }

    /// The speakers, each once.
    pub fn kept_speakers(&self) -> impl DoubleEndedIterator<Item = &Arc<Speaker>> {
        self.speakers.values().filter(|speaker| self.speaker_of(speaker.id) == speaker.id)
    }

    /// Those who turned out to be this speaker.
    pub fn merged_into(&self, speaker: SpeakerId) -> impl Iterator<Item = &Arc<Speaker>> {
        let merged = self.speakers.values().filter(|other| other.same_as.is_some());
        merged.filter(move |other| other.id != speaker && self.speaker_of(other.id) == speaker)
    }

    /// All that a speaker is called: the name, then every alias and what those
    /// are called who turned out to be this one.
    pub fn names_of<'r>(&'r self, speaker: &'r Speaker) -> impl Iterator<Item = &'r str> {
        speaker.names().chain(self.merged_into(speaker.id).flat_map(|other| other.names()))
    }

    /// Who is another by now, and who that is.
    #[must_use]
    pub fn same_speakers(&self) -> SameSpeakers {
        let merged = self.speakers.values().filter(|speaker| speaker.same_as.is_some());
        let pairs = merged.map(|speaker| (speaker.id, self.speaker_of(speaker.id)));
        SameSpeakers(pairs.filter(|(id, kept)| id != kept).collect())
    }

    /// Pairs of speakers of whom someone said that they are two; the smaller
    /// id first.
    #[must_use]
    pub fn told_apart(&self) -> BTreeSet<(SpeakerId, SpeakerId)> {
        let told = self.settings.range(Setting::APART.to_owned()..);
        let told = told.take_while(|(key, _)| key.starts_with(Setting::APART));
        let pairs = told.filter(|(_, setting)| setting.value == true).filter_map(|(key, _)| {
            let (a, b) = key.strip_prefix(Setting::APART)?.split_once('/')?;
            Some((a.parse().ok()?, b.parse().ok()?))
        });
        pairs.map(|(a, b)| in_order(self.speaker_of(a), self.speaker_of(b))).collect()
    }
}

/// A pair, the smaller id first.
#[must_use]
pub fn in_order(a: SpeakerId, b: SpeakerId) -> (SpeakerId, SpeakerId) {
    if b < a { (b, a) } else { (a, b) }
}

/// Speakers who are another by now, with the one that stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SameSpeakers(BTreeMap<SpeakerId, SpeakerId>);

impl SameSpeakers {
    /// Whether everyone is only themselves.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Who is meant by an id.
    #[must_use]
    pub fn meant(&self, id: SpeakerId) -> SpeakerId {
        self.0.get(&id).copied().unwrap_or(id)
    }

    fn touches(&self, ids: &[SpeakerId]) -> bool {
        ids.iter().any(|id| self.0.contains_key(id))
    }

    /// Those who are meant by these ids, each once.
    fn put(&self, ids: &mut Vec<SpeakerId>) {
        let mut met = BTreeSet::new();
        for id in ids.iter_mut() {
            *id = self.meant(*id);
        }
        ids.retain(|id| met.insert(*id));
    }

    /// Puts the speakers who are meant in place of those who are linked; in
    /// what decisions were made on as well, so that saying that two are one
    /// asks nothing again.
    pub fn put_in(&self, document: &mut Document) {
        if self.is_empty() {
            return;
        }
        for quote in &mut document.quotes {
            let linked = [&quote.speakers, &quote.addressee_speakers, &quote.relay_speakers];
            if linked.into_iter().any(|ids| self.touches(ids)) {
                let quote = Arc::make_mut(quote);
                self.put(&mut quote.speakers);
                self.put(&mut quote.addressee_speakers);
                self.put(&mut quote.relay_speakers);
            }
        }
        for claim in document.claims.iter_mut().filter(|claim| self.touches(&claim.claimants)) {
            self.put(&mut Arc::make_mut(claim).claimants);
        }
        for decision in &mut document.decisions {
            if decision.aspect == Aspect::Presence || decision.aspect.speakers_of().is_some() {
                self.put_in_decision(decision);
            }
        }
    }

    fn put_in_decision(&self, decision: &mut Arc<Decision>) {
        let aspect = decision.aspect;
        let said = |said: &Value| -> Option<Value> {
            if aspect.speakers_of().is_some() {
                return self.said(said);
            }
            let mut all = said.clone();
            let fields = Aspect::ALL.iter().filter(|field| field.speakers_of().is_some());
            let mut changed = false;
            for field in fields {
                if let Some(said) = all.get_mut(field.name())
                    && let Some(new) = self.said(said)
                {
                    *said = new;
                    changed = true;
                }
            }
            changed.then_some(all)
        };
        let seen: Vec<Option<Value>> = decision.ruling.seen.iter().map(|seen| said(&seen.said)).collect();
        if seen.iter().all(Option::is_none) {
            return;
        }
        let decision = Arc::make_mut(decision);
        for (seen, said) in decision.ruling.seen.iter_mut().zip(seen) {
            seen.said = said.unwrap_or_else(|| std::mem::take(&mut seen.said));
        }
    }

    /// What a quote said of its speakers, with those who are meant; nothing
    /// where that is the same.
    fn said(&self, said: &Value) -> Option<Value> {
        let mut ids: Vec<SpeakerId> = serde_json::from_value(said.clone()).ok()?;
        self.touches(&ids).then(|| {
            self.put(&mut ids);
            json!(ids)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_have_an_end_and_circles_their_smallest() {
        let next = |pairs: &'static [(u8, u8)]| {
            move |at: &u8| pairs.iter().find(|(from, _)| from == at).map(|(_, to)| *to)
        };
        for (pairs, expected) in [
            (&[][..], [1, 2, 3, 4]),
            (&[(1, 2)], [2, 2, 3, 4]),
            (&[(1, 2), (2, 3)], [3, 3, 3, 4]),
            (&[(1, 2), (2, 1)], [1, 1, 3, 4]),
            (&[(1, 3), (3, 2), (2, 3), (4, 4)], [2, 2, 2, 4]),
            (&[(4, 3), (3, 2), (2, 1), (1, 4)], [1, 1, 1, 1]),
        ] {
            let ends = [1, 2, 3, 4].map(|from| end_of(from, next(pairs)));
            assert_eq!(ends, expected, "{pairs:?}");
        }
    }
}
