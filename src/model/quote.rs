//! A quote: one attribution relation in one article, by one annotator.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{AnnotatorId, ArticleId, Piece, QuoteId, Span, SpeakerId, Stage, Stamp, named_enum};

named_enum! {
    /// How the words are given.
    pub enum QuoteType {
        /// All in quotation marks.
        Direct = "direct",
        /// A paraphrase.
        Indirect = "indirect",
        /// Partly in quotation marks.
        Mixed = "mixed",
        FreeIndirect = "free_indirect",
        /// A summary of the speech act.
        Reported = "reported",
        Unspecified = "unspecified",
    }
}

named_enum! {
    /// What was done with the words. A quote has any combination.
    pub enum Medium {
        Speech = "speech",
        Thought = "thought",
        Writing = "writing",
    }
}

named_enum! {
    /// What kind of expression the source is.
    pub enum Mention {
        Name = "name",
        NounPhrase = "noun_phrase",
        Pronoun = "pronoun",
        /// A bound pronoun such as *-nya*, inside its cue *katanya*.
        Clitic = "clitic",
    }
}

named_enum! {
    /// The parts of a quote that stand in the text.
    pub enum Role {
        /// The attributed words, with their quotation marks.
        Content = "content",
        /// The expression that signals attribution.
        Cue = "cue",
        /// The mention that is credited.
        Source = "source",
        /// To whom it was said.
        Addressee = "addressee",
        /// The outlet it came through.
        Relay = "relay",
    }
}

/// One quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    pub id: QuoteId,
    pub article: ArticleId,
    pub annotator: AnnotatorId,
    /// The id it had where it came from, when that was not a UUID.
    pub external_id: Option<String>,
    #[serde(rename = "type")]
    pub quote_type: QuoteType,
    pub medium: Vec<Medium>,
    pub content: Vec<Piece>,
    pub cue: Vec<Piece>,
    pub source: Vec<Piece>,
    pub mention: Option<Mention>,
    pub addressee: Vec<Piece>,
    pub relay: Vec<Piece>,
    pub speakers: Vec<SpeakerId>,
    pub addressee_speakers: Vec<SpeakerId>,
    pub relay_speakers: Vec<SpeakerId>,
    /// The quote whose content holds this one.
    pub parent: Option<QuoteId>,
    pub attributes: BTreeMap<String, serde_json::Value>,
    pub note: Option<String>,
    pub status: Stage,
    /// The quotes it was made from: what a correction corrects, what an
    /// adjudicated quote was decided on. They may be gone by now.
    #[serde(default)]
    pub origin: Vec<QuoteId>,
    #[serde(flatten)]
    pub stamp: Stamp,
}

impl Quote {
    /// Direct speech without any words yet, in progress.
    #[must_use]
    pub fn new(id: QuoteId, article: ArticleId, annotator: AnnotatorId, stamp: Stamp) -> Self {
        Self {
            id,
            article,
            annotator,
            external_id: None,
            quote_type: QuoteType::Direct,
            medium: vec![Medium::Speech],
            content: Vec::new(),
            cue: Vec::new(),
            source: Vec::new(),
            mention: None,
            addressee: Vec::new(),
            relay: Vec::new(),
            speakers: Vec::new(),
            addressee_speakers: Vec::new(),
            relay_speakers: Vec::new(),
            parent: None,
            attributes: BTreeMap::new(),
            note: None,
            status: Stage::InProgress,
            origin: Vec::new(),
            stamp,
        }
    }

    /// Whether review decided on it.
    #[must_use]
    pub fn is_adjudicated(&self) -> bool {
        self.annotator == AnnotatorId::ADJUDICATED
    }

    /// The pieces of a part.
    #[must_use]
    pub fn pieces(&self, role: Role) -> &[Piece] {
        match role {
            Role::Content => &self.content,
            Role::Cue => &self.cue,
            Role::Source => &self.source,
            Role::Addressee => &self.addressee,
            Role::Relay => &self.relay,
        }
    }

    /// The pieces of a part, to change.
    pub fn pieces_mut(&mut self, role: Role) -> &mut Vec<Piece> {
        match role {
            Role::Content => &mut self.content,
            Role::Cue => &mut self.cue,
            Role::Source => &mut self.source,
            Role::Addressee => &mut self.addressee,
            Role::Relay => &mut self.relay,
        }
    }

    /// The positions of a part.
    #[must_use]
    pub fn spans(&self, role: Role) -> Vec<Span> {
        self.pieces(role).iter().map(Piece::span).collect()
    }

    /// Who a part refers to; only source, addressee and relay refer to
    /// anyone.
    #[must_use]
    pub fn speakers_of(&self, role: Role) -> &[SpeakerId] {
        match role {
            Role::Source => &self.speakers,
            Role::Addressee => &self.addressee_speakers,
            Role::Relay => &self.relay_speakers,
            Role::Content | Role::Cue => &[],
        }
    }

    /// Who a part refers to, to change.
    pub fn speakers_of_mut(&mut self, role: Role) -> Option<&mut Vec<SpeakerId>> {
        match role {
            Role::Source => Some(&mut self.speakers),
            Role::Addressee => Some(&mut self.addressee_speakers),
            Role::Relay => Some(&mut self.relay_speakers),
            Role::Content | Role::Cue => None,
        }
    }

    /// The content's words, its pieces joined by an ellipsis.
    #[must_use]
    pub fn words(&self) -> String {
        self.content.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" … ")
    }

    /// Where it stands in reading order: content's start, content's end, id.
    #[must_use]
    pub fn reading_order(&self) -> (usize, usize, QuoteId) {
        let start = self.content.iter().map(|piece| piece.start).min().unwrap_or(usize::MAX);
        let end = self.content.iter().map(|piece| piece.end).max().unwrap_or(usize::MAX);
        (start, end, self.id)
    }
}
