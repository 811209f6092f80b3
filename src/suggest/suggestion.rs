//! What the engine hands out.

use crate::edit::QuoteDraft;
use crate::model::{Mention, QuoteType, Span, SpeakerId, SpeakerKind, spans};

/// Someone who may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The registry's speaker; none where no one there is called so yet.
    pub speaker: Option<SpeakerId>,
    pub name: String,
    pub kind: SpeakerKind,
    /// Whether it is worth linking without being asked.
    pub sure: bool,
}

/// A quote that the text seems to hold. It is no data until someone takes
/// it.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    pub content: Vec<Span>,
    pub quote_type: QuoteType,
    pub cue: Vec<Span>,
    pub source: Vec<Span>,
    pub mention: Option<Mention>,
    pub addressee: Vec<Span>,
    pub relay: Vec<Span>,
    /// Whom the source may refer to, the likeliest first, at most nine.
    pub candidates: Vec<Candidate>,
    /// The outlet as a speaker.
    pub outlet: Option<Candidate>,
    /// How sure it is, from 0 to 1.
    pub score: f32,
}

impl Suggestion {
    /// What tells it from others of its article, in settings: where its
    /// content stands.
    #[must_use]
    pub fn key(&self) -> String {
        let pieces: Vec<String> =
            self.content.iter().map(|span| format!("{}-{}", span.start, span.end)).collect();
        pieces.join("+")
    }

    /// From the first piece's start to the last one's end.
    #[must_use]
    pub fn hull(&self) -> Span {
        spans::hull(&self.content).unwrap_or(Span::new(0, 0))
    }

    /// The speaker to link without being asked.
    #[must_use]
    pub fn guess(&self) -> Option<&Candidate> {
        self.candidates.first().filter(|candidate| candidate.sure)
    }

    /// The quote it would make, with speakers that are in the registry.
    #[must_use]
    pub fn draft(&self) -> QuoteDraft {
        QuoteDraft {
            content: self.content.clone(),
            cue: self.cue.clone(),
            source: self.source.clone(),
            addressee: self.addressee.clone(),
            relay: self.relay.clone(),
            quote_type: Some(self.quote_type),
            mention: self.mention,
            speakers: self.guess().and_then(|guess| guess.speaker).into_iter().collect(),
            relay_speakers: self.outlet.as_ref().and_then(|outlet| outlet.speaker).into_iter().collect(),
            parent: None,
        }
    }
}

/// A quote that someone has made already, and whom they linked.
#[derive(Debug, Clone)]
pub struct Linked {
    pub content: Vec<Span>,
    pub speaker: Option<SpeakerId>,
}

impl Linked {
    pub(super) fn matches(&self, content: &[Span]) -> bool {
        spans::overlap(&self.content, content)
    }
}
