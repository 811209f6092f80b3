//! What the engine hands out.

use crate::edit::{NewQuote, QuoteDraft, SpeakerFields};
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

impl Candidate {
    /// What would be created where the registry hasn't got it.
    #[must_use]
    pub fn fields(&self) -> SpeakerFields {
        SpeakerFields { kind: self.kind, ..SpeakerFields::named(self.name.clone()) }
    }
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

    /// The quote it would make.
    #[must_use]
    pub fn quote(&self) -> NewQuote {
        let known =
            |candidate: Option<&Candidate>| candidate.and_then(|one| one.speaker).into_iter().collect();
        NewQuote {
            draft: QuoteDraft {
                content: self.content.clone(),
                cue: self.cue.clone(),
                source: self.source.clone(),
                addressee: self.addressee.clone(),
                relay: self.relay.clone(),
                quote_type: Some(self.quote_type),
                mention: self.mention,
                speakers: known(self.guess()),
                relay_speakers: known(self.outlet.as_ref()),
                parent: None,
            },
            speaker: self.guess().map(Candidate::fields),
            outlet: self.outlet.as_ref().map(Candidate::fields),
        }
    }

    /// Whether a position stands in what the suggestion is about: content,
    /// cue, source or what is between them.
    #[must_use]
    pub fn covers(&self, position: usize) -> bool {
        let parts = self.content.iter().chain(&self.cue).chain(&self.source);
        spans::hull(&parts.copied().collect::<Vec<_>>())
            .is_some_and(|hull| hull.start <= position && position <= hull.end)
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
