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
    /// Whom this one turned out to be. Links stay as they are; see
    /// [`Registry::speaker_of`](super::Registry::speaker_of).
    #[serde(default)]
    pub same_as: Option<SpeakerId>,
    #[serde(flatten)]
    pub stamp: Stamp,
}

impl Speaker {
    /// Someone of whom only name and kind are known.
    #[must_use]
    pub fn new(id: SpeakerId, name: impl Into<String>, kind: SpeakerKind, stamp: Stamp) -> Self {
        Self {
            id,
            external_id: None,
            name: name.into(),
            kind,
            aliases: Vec::new(),
            roles: Vec::new(),
            country: None,
            wikidata: None,
            note: None,
            same_as: None,
            stamp,
        }
    }

    /// The name and every alias.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }

    /// A name short enough for a margin; see [`short_name`].
    #[must_use]
    pub fn short_name(&self) -> &str {
        short_name(&self.name, self.kind)
    }
}

/// Family names that stand before the given name, where this one is short:
/// Kim Jong Un, but Kim Clijsters.
const FAMILY_FIRST: &[&str] = &[
    "ahn", "bae", "ban", "cao", "chang", "chen", "cheng", "cho", "choi", "deng", "feng", "guo", "han", "ho",
    "hong", "hu", "huang", "hwang", "jang", "jeong", "jiang", "jung", "kang", "kim", "kwon", "lee", "li",
    "lim", "liu", "ma", "mao", "moon", "ngo", "nguyen", "oh", "park", "pham", "shin", "song", "sun", "tran",
    "wang", "wen", "wu", "xi", "xu", "yang", "yoon", "zhang", "zhao", "zhou", "zhu",
];

/// What stands behind a name and is none: *Jr.*, *S.H.*, *PhD*.
fn is_suffix(word: &str) -> bool {
    let inner_stop = word.trim_end_matches('.').contains('.');
    let bare = word.trim_end_matches('.').to_lowercase();
    inner_stop || matches!(bare.as_str(), "jr" | "sr" | "ii" | "iii" | "iv" | "phd" | "md" | "mba")
}

/// A name short enough for a margin: a person's family name, which is the
/// last word or in much of East Asia the first; the whole name of anything
/// else.
#[must_use]
pub fn short_name(name: &str, kind: SpeakerKind) -> &str {
    if kind != SpeakerKind::Person {
        return name;
    }
    let before_comma = name.split(',').next().unwrap_or(name);
    let words: Vec<&str> = before_comma.split_whitespace().collect();
    let given = words.get(1..).unwrap_or_default();
    let syllables = |word: &&str| word.chars().count() <= 4 || word.contains('-');
    let family_first = match (words.first(), given.len()) {
        (Some(first), 1 | 2) => FAMILY_FIRST.contains(&first.to_lowercase().as_str()),
        _ => false,
    };
    if family_first && (given.iter().all(syllables) || words.first() == Some(&"Xi")) {
        return words.first().unwrap_or(&name);
    }
    words.iter().rev().find(|word| !is_suffix(word)).or(words.last()).unwrap_or(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_called_by_their_family_name() {
        for (name, short) in [
            ("Vladimir Putin", "Putin"),
            ("Kim Jong Un", "Kim"),
            ("Moon Jae-in", "Moon"),
            ("Xi Jinping", "Xi"),
            ("Kim Clijsters", "Clijsters"),
            ("Budi Santoso, S.H.", "Santoso"),
            ("Martin Luther King Jr.", "King"),
            ("Sukarno", "Sukarno"),
            ("Jr.", "Jr."),
            ("", ""),
        ] {
            assert_eq!(short_name(name, SpeakerKind::Person), short, "{name}");
        }
        assert_eq!(short_name("PT Samudra Abadi", SpeakerKind::Organisation), "PT Samudra Abadi");
    }
}
