//! The speakers that look alike, worked out once a change of the registry.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{Registry, Speaker, SpeakerId};

/// Groups of speakers who may be one.
#[derive(Debug, Default)]
pub struct LookAlikes {
    revision: Option<u64>,
    speakers: Vec<Arc<Speaker>>,
    apart: BTreeSet<(SpeakerId, SpeakerId)>,
    groups: Arc<Vec<Vec<SpeakerId>>>,
}

impl LookAlikes {
    /// The groups, where the window is at a revision.
    pub fn get(&mut self, registry: &Registry, revision: u64) -> Arc<Vec<Vec<SpeakerId>>> {
        if self.revision.replace(revision) != Some(revision) {
            self.refresh(registry);
        }
        Arc::clone(&self.groups)
    }

    /// Most edits leave the speakers alone.
    fn refresh(&mut self, registry: &Registry) {
        let apart = registry.told_apart();
        let same = self.speakers.len() == registry.speakers.len()
            && self.speakers.iter().zip(registry.speakers.values()).all(|(a, b)| Arc::ptr_eq(a, b));
        if same && self.apart == apart {
            return;
        }
        self.speakers = registry.speakers.values().cloned().collect();
        self.apart = apart;
        self.groups = Arc::new(registry.look_alikes());
    }
}
