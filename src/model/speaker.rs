//! The registry's entries: who can be a source, an addressee or a relay.

use serde::{Deserialize, Serialize};

use super::{SpeakerId, Stamp, named_enum};

named_enum! {
    pub enum SpeakerKind {
        Person = "person",
        Organisation = "organisation",
        Group = "group",
        Document = "document",
    }
}

/// What someone is or was, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SpeakerRole {
    pub title: Option<String>,
    pub affiliation: Option<String>,
    /// ISO 8601 date.
    pub from: Option<String>,
    /// ISO 8601 date.
    pub until: Option<String>,
}

/// A person, organisation, group or document that sources refer to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    pub id: SpeakerId,
    /// The id it had where it came from, when that was not a UUID.
    pub external_id: Option<String>,
    pub name: String,
    pub kind: SpeakerKind,
    pub aliases: Vec<String>,
    pub roles: Vec<SpeakerRole>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// `Q…`
    pub wikidata: Option<String>,
    pub note: Option<String>,
    #[serde(flatten)]
    pub stamp: Stamp,
}

impl Speaker {
    /// The name and every alias.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }

    /// A name short enough for a margin: the last word of a person's name,
    /// or the whole name of anything else.
    #[must_use]
    pub fn short_name(&self) -> &str {
        match self.kind {
            SpeakerKind::Person => self.name.split_whitespace().last().unwrap_or(&self.name),
            _ => &self.name,
        }
    }
}
