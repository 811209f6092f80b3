//! The fields in which annotators' readings of one quote can differ.

use super::{Role, named_enum};

named_enum! {
    /// One field of a quote, as review compares and decides it. Notes are
    /// nobody's reading of the text and are not compared.
    pub enum Aspect {
        /// Whether there is a quote at all.
        Presence = "presence",
        /// The boundaries of the attributed words.
        Content = "content",
        Type = "type",
        Medium = "medium",
        Cue = "cue",
        Source = "source",
        /// What kind of expression the source is.
        Mention = "mention",
        Speakers = "speakers",
        Addressee = "addressee",
        AddresseeSpeakers = "addressee_speakers",
        Relay = "relay",
        RelaySpeakers = "relay_speakers",
        /// The quote whose content holds this one.
        Parent = "parent",
        Attributes = "attributes",
    }
}

impl Aspect {
    /// The part whose place in the text this field is.
    #[must_use]
    pub const fn spans_of(self) -> Option<Role> {
        match self {
            Self::Content => Some(Role::Content),
            Self::Cue => Some(Role::Cue),
            Self::Source => Some(Role::Source),
            Self::Addressee => Some(Role::Addressee),
            Self::Relay => Some(Role::Relay),
            _ => None,
        }
    }

    /// The part whose links to speakers this field is.
    #[must_use]
    pub const fn speakers_of(self) -> Option<Role> {
        match self {
            Self::Speakers => Some(Role::Source),
            Self::AddresseeSpeakers => Some(Role::Addressee),
            Self::RelaySpeakers => Some(Role::Relay),
            _ => None,
        }
    }
}
