//! Which speaker has which hue.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::gui::theme::{HUES, Hue};
use crate::model::{ArticleId, Document, Registry, Role, SpeakerId};

/// The speakers' hues in one article.
pub type Hues = BTreeMap<SpeakerId, Hue>;

/// The hues of the open article, worked out once a change.
#[derive(Debug, Default)]
pub struct ShownHues {
    key: Option<(ArticleId, u64)>,
    hues: Arc<Hues>,
}

impl ShownHues {
    /// Works them out anew where the article or its revision is another.
    pub fn refresh(&mut self, document: Option<&Document>, registry: &Registry, revision: u64) {
        let key = document.map(|document| (document.article.id, revision));
        if self.key != key {
            self.hues = document.map(|document| Arc::new(hues(document, registry))).unwrap_or_default();
            self.key = key;
        }
    }

    /// As they were refreshed last.
    #[must_use]
    pub fn get(&self) -> Arc<Hues> {
        Arc::clone(&self.hues)
    }
}

/// Gives every speaker of an article a hue: the one of their place in the
/// registry, the same in the whole project. Where two who are quoted one
/// after the other would share it, the later one takes the next free hue.
#[must_use]
pub fn hues(document: &Document, registry: &Registry) -> Hues {
    let order = reading_order(document);
    let mut neighbours: BTreeMap<SpeakerId, BTreeSet<SpeakerId>> = BTreeMap::new();
    for (a, b) in order.iter().zip(order.iter().skip(1)).filter(|(a, b)| a != b) {
        neighbours.entry(*a).or_default().insert(*b);
        neighbours.entry(*b).or_default().insert(*a);
    }
    let present: BTreeSet<_> = order.iter().copied().collect();
    let mut home: Hues = BTreeMap::new();
    for (place, id) in registry.speakers.keys().enumerate() {
        if present.contains(id) {
            home.insert(*id, Hue::new(place));
        }
    }
    let mut hues = Hues::new();
    let taken: BTreeSet<Hue> = home.values().copied().collect();
    for id in order {
        if hues.contains_key(&id) {
            continue;
        }
        let own = home.get(&id).copied().unwrap_or(Hue::new(0));
        let around: BTreeSet<Hue> =
            neighbours.get(&id).into_iter().flatten().filter_map(|other| hues.get(other)).copied().collect();
        let round = || (0..HUES).map(|step| Hue::new(own.index() + step));
        let free = (!around.contains(&own)).then_some(own);
        let hue = free
            .or_else(|| round().find(|hue| !around.contains(hue) && !taken.contains(hue)))
            .or_else(|| round().find(|hue| !around.contains(hue)))
            .unwrap_or(own);
        hues.insert(id, hue);
    }
    hues
}

/// Who is met in the article, quote by quote.
fn reading_order(document: &Document) -> Vec<SpeakerId> {
    let parts = [Role::Source, Role::Addressee, Role::Relay];
    let quotes = document.quotes.iter();
    // Sources first: neighbours are those whose words stand side by side.
    let sources = quotes.clone().flat_map(|quote| quote.speakers.iter());
    let others = quotes.flat_map(|quote| parts.iter().flat_map(|role| quote.speakers_of(*role)));
    sources.chain(others).copied().collect()
}
