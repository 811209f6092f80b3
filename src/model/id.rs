//! Identifiers: UUIDs, one type for each kind of thing, so that a quote's id
//! is never handed where a speaker's belongs.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
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
    /// A comment.
    CommentId,
    /// A decision of a review.
    DecisionId,
    /// Two versions of one field.
    ConflictId,
    /// One merge of copies.
    MergeId,
}

/// An id that follows from what a thing is about, so that two copies of a
/// project give the same thing the same id: a version 8 UUID of the SHA-256
/// over kind, ids and words.
#[must_use]
pub fn derived_id(kind: &str, ids: &[Uuid], words: &str) -> Uuid {
    let mut hash = Sha256::new();
    hash.update(kind);
    hash.update([0]);
    for id in ids {
        hash.update(id.as_bytes());
    }
    hash.update(words);
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(hash.finalize()).for_each(|(to, from)| *to = from);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
