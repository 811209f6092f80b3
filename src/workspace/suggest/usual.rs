//! Whom an annotator usually means by a name.

use std::collections::{BTreeMap, HashMap};

use crate::model::{AnnotatorId, SpeakerId, fold};
use crate::workspace::{Result, Workspace};

/// Speakers by folded names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UsualSpeakers(pub(super) HashMap<String, SpeakerId>);

impl Workspace {
    /// To whom an annotator links each name in most quotes of the project;
    /// of several alike the one linked last. Reads all of their quotes.
    ///
    /// # Errors
    /// When the project can't be read.
    pub fn usual_speakers(&self, annotator: AnnotatorId) -> Result<UsualSpeakers> {
        let mut counts: BTreeMap<String, Vec<(SpeakerId, u64)>> = BTreeMap::new();
        for link in self.store.name_links(annotator)? {
            let meant = self.registry.speaker_of(link.speaker);
            let speakers = counts.entry(fold(&link.name)).or_default();
            let before = speakers.iter().position(|(speaker, _)| *speaker == meant);
            let counted = before.map_or(0, |at| speakers.remove(at).1);
            speakers.push((meant, counted + link.quotes));
        }
        let most = |speakers: Vec<(SpeakerId, u64)>| speakers.into_iter().max_by_key(|(_, quotes)| *quotes);
        let usual = counts.into_iter().filter_map(|(name, speakers)| Some((name, most(speakers)?.0)));
        Ok(UsualSpeakers(usual.collect()))
    }
}
