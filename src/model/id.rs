//! Identifiers: UUIDs, one type for each kind of thing, so that a quote's id
//! is never handed where a speaker's belongs.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The words given are not a UUID.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a UUID")]
pub struct InvalidId(pub String);

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.hyphenated().fmt(f) }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { fmt::Display::fmt(self, f) }
        }

        impl FromStr for $name {
            type Err = InvalidId;
            fn from_str(words: &str) -> Result<Self, InvalidId> {
                Uuid::try_parse(words).map(Self).map_err(|_| InvalidId(words.to_owned()))
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self { Self(uuid) }
        }
    )+};
}

ids! {
    /// An article.
    ArticleId,
    /// A quote.
    QuoteId,
    /// A claim.
    ClaimId,
    /// A speaker of the registry.
    SpeakerId,
    /// A person who annotates.
    AnnotatorId,
    /// One step of the journal.
    TransactionId,
}
