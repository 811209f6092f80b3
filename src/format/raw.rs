//! Records as they are read: every key may be missing or null, and keys that
//! are not known are passed over.

use std::collections::BTreeMap;

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::reviewed::{RawComment, RawDecision};

/// Tells what a line is without reading it in full.
#[derive(Deserialize)]
#[serde(expecting = "a record in braces")]
pub(super) struct Probe {
    pub text: Option<IgnoredAny>,
    pub article: Option<IgnoredAny>,
}

/// A part whose fault doesn't spoil the record around it.
#[derive(Debug, Clone)]
pub(super) enum Tolerant<T> {
    Good(T),
    Bad(String),
}

impl<'de, T: serde::de::DeserializeOwned> Deserialize<'de> for Tolerant<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Ok(serde_json::from_value(value).map_or_else(|error| Self::Bad(error.to_string()), Self::Good))
    }
}

/// An id as other programs give it.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, expecting = "an id is a string or a number")]
pub(super) enum RawId {
    Words(String),
    Number(serde_json::Number),
}

impl RawId {
    /// The id as words; none where it is blank.
    pub fn words(self) -> Option<String> {
        let words = match self {
            Self::Words(words) => words,
            Self::Number(number) => number.to_string(),
        };
        Some(words).filter(|words| !words.trim().is_empty())
    }
}

/// One string, or several.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, expecting = "a string or a list of strings")]
pub(super) enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    pub fn list(this: Option<Self>) -> Vec<String> {
        match this {
            None => Vec::new(),
            Some(Self::One(one)) => vec![one],
            Some(Self::Many(many)) => many,
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "a piece: start, end and perhaps text")]
pub(super) struct RawPiece {
    pub start: usize,
    pub end: usize,
    pub text: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "a region: kind, start and end")]
pub(super) struct RawRegion {
    pub kind: String,
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "a layer: annotator and status")]
pub(super) struct RawLayer {
    pub annotator: Option<String>,
    pub adjudicated: Option<bool>,
    pub status: Option<String>,
    pub created_at: Option<String>,
    pub updated_at: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, expecting = "a speaker is a name, or a record with a name or an id")]
pub(super) enum RawSpeaker {
    Name(String),
    Record {
        id: Option<RawId>,
        external_id: Option<RawId>,
        name: Option<String>,
        kind: Option<String>,
        wikidata: Option<String>,
    },
}

#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "a claim in braces")]
pub(super) struct RawClaim {
    pub id: Option<RawId>,
    pub external_id: Option<RawId>,
    pub quote: Option<RawId>,
    pub spans: Option<Vec<RawPiece>>,
    pub statement: Option<String>,
    pub claimants: Option<Vec<RawSpeaker>>,
    pub date: Option<String>,
    pub topic: Option<String>,
    pub worthiness: Option<String>,
    pub verdict: Option<String>,
    pub explanation: Option<String>,
    pub evidence: Option<OneOrMany>,
    pub checker: Option<String>,
    pub note: Option<String>,
    pub annotator: Option<String>,
    pub created_at: Option<String>,
    pub updated_at: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "a quote in braces")]
pub(super) struct RawQuote {
    pub id: Option<RawId>,
    pub external_id: Option<RawId>,
    #[serde(rename = "type")]
    pub quote_type: Option<String>,
    pub medium: Option<OneOrMany>,
    pub content: Option<Vec<RawPiece>>,
    pub cue: Option<Vec<RawPiece>>,
    pub source: Option<Vec<RawPiece>>,
    pub mention: Option<String>,
    pub addressee: Option<Vec<RawPiece>>,
    pub relay: Option<Vec<RawPiece>>,
    pub speakers: Option<Vec<RawSpeaker>>,
    pub addressee_speakers: Option<Vec<RawSpeaker>>,
    pub relay_speakers: Option<Vec<RawSpeaker>>,
    pub parent: Option<RawId>,
    pub claim: Option<Box<Tolerant<RawClaim>>>,
    pub attributes: Option<BTreeMap<String, Value>>,
    pub note: Option<String>,
    pub annotator: Option<String>,
    pub adjudicated: Option<bool>,
    pub status: Option<String>,
    pub origin: Option<Vec<String>>,
    pub created_at: Option<String>,
    pub updated_at: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, expecting = "an article is an id, or a record with an id, external_id or sha256")]
pub(super) enum RawReference {
    Id(RawId),
    Record { id: Option<RawId>, external_id: Option<RawId>, sha256: Option<String> },
}

/// A line of `quotes-jsonl`.
#[derive(Deserialize)]
pub(super) struct RawLine {
    pub article: RawReference,
    #[serde(flatten)]
    pub quote: RawQuote,
}

/// An article: Kutip's own, or any record with a text. `date`, `author`,
/// `lang` and `outlet` are what other programs call things; ours come first.
#[derive(Deserialize)]
#[serde(expecting = "an article in braces")]
pub(super) struct RawArticle {
    pub id: Option<RawId>,
    pub external_id: Option<RawId>,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub outlet: Option<Value>,
    pub authors: Option<OneOrMany>,
    pub author: Option<Value>,
    pub published_at: Option<String>,
    pub date: Option<Value>,
    pub language: Option<String>,
    pub lang: Option<Value>,
    pub url: Option<String>,
    pub section: Option<String>,
    pub text: String,
    pub regions: Option<Vec<Tolerant<RawRegion>>>,
    pub layers: Option<Vec<Tolerant<RawLayer>>>,
    pub quotes: Option<Vec<Tolerant<RawQuote>>>,
    pub claims: Option<Vec<Tolerant<RawClaim>>>,
    pub comments: Option<Vec<Tolerant<RawComment>>>,
    pub decisions: Option<Vec<Tolerant<RawDecision>>>,
    pub created_at: Option<String>,
    pub updated_at: Option<String>,
}
