//! The words of `assets/cleaning/words.toml`, ready to be compared.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

/// Longer lines are paragraphs and never compared with phrases.
const PHRASE_LIMIT: usize = 60;

/// Lines that are known by their words.
#[derive(Debug, Default, Deserialize)]
pub struct Lines {
    exact: HashSet<String>,
    start: Vec<String>,
    #[serde(default)]
    contain: Vec<String>,
}

impl Lines {
    /// Whether a line, given as its [`key`], is one of them. A sentence is
    /// not one for its first word alone.
    pub fn hold(&self, key: &str, sentence: bool) -> bool {
        let count = key.split(' ').count();
        if count > PHRASE_LIMIT {
            return false;
        }
        if self.exact.contains(key) || self.starts(key, sentence) {
            return true;
        }
        let hits = self.contain.iter().filter(|phrase| contains(key, phrase)).count();
        hits > usize::from(count > 30)
    }

    fn starts(&self, key: &str, sentence: bool) -> bool {
        self.start
            .iter()
            .filter(|phrase| !sentence || phrase.trim_end().contains(' '))
            .any(|phrase| begins(key, phrase))
    }
}

#[derive(Debug, Default, Deserialize)]
pub struct Prefixes {
    #[serde(default, alias = "prefixes")]
    pub colon: Vec<String>,
    #[serde(default)]
    pub phrases: Vec<String>,
    #[serde(default)]
    pub bare: HashSet<String>,
    #[serde(default)]
    pub roles: HashSet<String>,
}

#[derive(Debug, Default, Deserialize)]
pub struct Publication {
    pub marks: HashSet<String>,
    pub ago: Vec<String>,
    pub reading: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
pub struct Credit {
    pub prefixes: Vec<String>,
    pub tails: Vec<String>,
    pub agencies: HashSet<String>,
}

#[derive(Debug, Default, Deserialize)]
pub struct Names {
    pub names: HashSet<String>,
}

#[derive(Debug, Default, Deserialize)]
pub struct Places {
    pub cities: HashSet<String>,
    pub regions: HashSet<String>,
}

/// All lists.
#[derive(Debug, Default, Deserialize)]
pub struct Words {
    pub clutter: Lines,
    pub inline: Lines,
    pub end: Lines,
    pub related: Prefixes,
    pub byline: Prefixes,
    pub publication: Publication,
    pub caption: Prefixes,
    pub credit: Credit,
    pub outlets: Names,
    pub places: Places,
    months: BTreeMap<String, Vec<String>>,
    pub weekdays: Names,
    pub zones: HashMap<String, String>,
}

impl Words {
    /// The number of the month that bears this name.
    pub fn month(&self, name: &str) -> Option<i8> {
        self.months
            .iter()
            .find(|(_, names)| names.iter().any(|known| known == name))
            .and_then(|(number, _)| number.parse().ok())
    }
}

/// The lists; empty if the embedded file cannot be read, which a test rules
/// out.
pub static WORDS: LazyLock<Words> = LazyLock::new(|| read().unwrap_or_default());

fn read() -> Result<Words, toml::de::Error> {
    toml::from_str(include_str!("../../assets/cleaning/words.toml"))
}

/// Words as lists compare them: lower case, each run of other signs than
/// letters and digits one space.
pub fn key(words: &str) -> String {
    let mut key = String::with_capacity(words.len());
    for c in words.chars() {
        if c.is_alphanumeric() {
            key.extend(c.to_lowercase());
        } else if !key.is_empty() && !key.ends_with(' ') {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// Whether a phrase stands in a key, between words' ends.
fn contains(key: &str, phrase: &str) -> bool {
    key.match_indices(phrase).any(|(at, _)| {
        let free = |edge: Option<&u8>| edge.is_none_or(|byte| *byte == b' ');
        let bytes = key.as_bytes();
        free(at.checked_sub(1).and_then(|before| bytes.get(before))) && free(bytes.get(at + phrase.len()))
    })
}

/// Whether a key begins with a phrase, at a word's end.
pub fn begins(key: &str, phrase: &str) -> bool {
    let phrase = phrase.trim_end();
    key.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_a_key() {
        let words = read().expect("assets/cleaning/words.toml is read");
        let lines = [&words.clutter, &words.inline, &words.end];
        let lists = lines.iter().flat_map(|l| l.exact.iter().chain(&l.start).chain(&l.contain));
        let prefixes = [&words.related, &words.byline, &words.caption];
        let prefixes = prefixes.iter().flat_map(|p| p.colon.iter().chain(&p.phrases).chain(&p.roles));
        let names = words.outlets.names.iter().chain(&words.places.cities).chain(&words.places.regions);
        for phrase in lists.chain(prefixes).chain(names).chain(&words.credit.agencies) {
            assert_eq!(key(phrase), phrase.trim_end(), "“{phrase}” is not as lines are compared");
        }
    }

    #[test]
    fn months_have_numbers() {
        assert_eq!(WORDS.month("agustus"), Some(8));
        assert_eq!(WORDS.month("dec"), Some(12));
        assert_eq!(WORDS.month("kamis"), None);
    }
}
