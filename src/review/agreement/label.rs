//! The labels that quotes carry, each value known by a number.

use std::collections::BTreeMap;

use crate::model::{Quote, QuoteType, Registry, SpeakerId};

/// What quotes are labelled with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    Type,
    /// The set of speakers; nobody is a value too.
    Speaker,
    /// One of the project's own attributes; its absence is a value too.
    Attribute(String),
}

/// A label's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LabelValue<'l> {
    Type(QuoteType),
    Speakers(&'l [SpeakerId]),
    Attribute(&'l str),
    /// The attribute is not set.
    Unset,
}

impl LabelValue<'_> {
    /// The value as a data file or a table shows it.
    #[must_use]
    pub fn name(&self, registry: &Registry) -> String {
        match self {
            Self::Type(quote_type) => quote_type.name().to_owned(),
            Self::Speakers([]) | Self::Unset => "–".to_owned(),
            Self::Speakers(speakers) => {
                let name = |id| registry.speakers.get(id).map_or("–", |speaker| speaker.name.as_str());
                speakers.iter().map(name).collect::<Vec<_>>().join(", ")
            }
            Self::Attribute(value) => (*value).to_owned(),
        }
    }
}

/// Every value of every label that was seen.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    speakers: Vec<Vec<SpeakerId>>,
    speaker_numbers: BTreeMap<Vec<SpeakerId>, u32>,
    attributes: Vec<(String, Vec<String>)>,
}

/// The number of an attribute that a quote lacks.
const UNSET: u32 = 0;

impl Labels {
    /// Every label that there is.
    #[must_use]
    pub fn all(&self) -> Vec<Label> {
        let attributes = self.attributes.iter().map(|(key, _)| Label::Attribute(key.clone()));
        let mut all: Vec<Label> = attributes.collect();
        all.sort();
        all.splice(0..0, [Label::Type, Label::Speaker]);
        all
    }

    /// A quote's labels: type, speaker, then the attributes in the order in
    /// which they were first seen. A list that ends early lacks the rest.
    pub(super) fn of(&mut self, quote: &Quote) -> Vec<u32> {
        let mut labels = vec![quote.quote_type as u32, self.speakers(&quote.speakers)];
        for (key, value) in &quote.attributes {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let (place, number) = self.attribute(key, value);
            if labels.len() <= place + 2 {
                labels.resize(place + 3, UNSET);
            }
            if let Some(label) = labels.get_mut(place + 2) {
                *label = number;
            }
        }
        labels
    }

    fn speakers(&mut self, speakers: &[SpeakerId]) -> u32 {
        let mut set = speakers.to_vec();
        set.sort_unstable();
        set.dedup();
        if let Some(number) = self.speaker_numbers.get(&set) {
            return *number;
        }
        let number = self.speakers.len() as u32;
        self.speakers.push(set.clone());
        self.speaker_numbers.insert(set, number);
        number
    }

    fn attribute(&mut self, key: &str, value: String) -> (usize, u32) {
        let place = self.attributes.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
            self.attributes.push((key.to_owned(), Vec::new()));
            self.attributes.len() - 1
        });
        let Some((_, values)) = self.attributes.get_mut(place) else { return (place, UNSET) };
        let at = values.iter().position(|known| *known == value).unwrap_or_else(|| {
            values.push(value);
            values.len() - 1
        });
        (place, at as u32 + 1)
    }

    /// The place of a label in a mark's labels.
    pub(super) fn place(&self, label: &Label) -> usize {
        match label {
            Label::Type => 0,
            Label::Speaker => 1,
            Label::Attribute(key) => {
                self.attributes.iter().position(|(known, _)| known == key).map_or(usize::MAX, |at| at + 2)
            }
        }
    }

    /// A mark's value under a label.
    #[must_use]
    pub fn value_of(&self, mark: &super::Mark, label: &Label) -> LabelValue<'_> {
        self.value(label, number(&mark.labels, self.place(label)))
    }

    /// What a number stands for.
    #[must_use]
    pub fn value(&self, label: &Label, number: u32) -> LabelValue<'_> {
        match label {
            Label::Type => LabelValue::Type(
                QuoteType::ALL.get(number as usize).copied().unwrap_or(QuoteType::Unspecified),
            ),
            Label::Speaker => {
                LabelValue::Speakers(self.speakers.get(number as usize).map_or(&[], Vec::as_slice))
            }
            Label::Attribute(key) => {
                let values = self.attributes.iter().find(|(known, _)| known == key).map(|(_, values)| values);
                let value = (number as usize).checked_sub(1).and_then(|at| values?.get(at));
                value.map_or(LabelValue::Unset, |value| LabelValue::Attribute(value))
            }
        }
    }
}

/// A mark's number under a label.
pub(super) fn number(labels: &[u32], place: usize) -> u32 {
    labels.get(place).copied().unwrap_or(UNSET)
}
