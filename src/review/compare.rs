//! In which fields readings of the same words differ.

use std::collections::BTreeMap;

use super::{Alignment, Group};
use crate::model::{Aspect, Medium, Mention, Quote, QuoteType, Span, SpeakerId, spans};

/// What one reading has in a field, in a form in which equal readings are
/// equal: sets are sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Whether this layer has the quote.
    Present(bool),
    /// A normal set.
    Spans(Vec<Span>),
    Type(QuoteType),
    Media(Vec<Medium>),
    Mention(Option<Mention>),
    Speakers(Vec<SpeakerId>),
    /// The place of the parent's group in the alignment.
    Parent(Option<usize>),
    Attributes(BTreeMap<String, serde_json::Value>),
}

/// One field in which a group's readings differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub aspect: Aspect,
    /// What each reading has: the layer's place in the alignment, and the
    /// value. Layers that lack the quote appear only under
    /// [`Aspect::Presence`].
    pub values: Vec<(usize, Value)>,
}

impl Difference {
    /// The values to choose from, each with the layers that have it, in the
    /// order of the layers.
    #[must_use]
    pub fn choices(&self) -> Vec<(&Value, Vec<usize>)> {
        let mut choices: Vec<(&Value, Vec<usize>)> = Vec::new();
        for (layer, value) in &self.values {
            match choices.iter_mut().find(|(known, _)| *known == value) {
                Some((_, layers)) => layers.push(*layer),
                None => choices.push((value, vec![*layer])),
            }
        }
        choices
    }
}

impl Alignment {
    /// What a reading has in a field.
    #[must_use]
    pub fn value(&self, quote: &Quote, aspect: Aspect) -> Value {
        if let Some(role) = aspect.spans_of() {
            return Value::Spans(spans::normal(quote.spans(role)));
        }
        if let Some(role) = aspect.speakers_of() {
            return Value::Speakers(sorted(quote.speakers_of(role)));
        }
        match aspect {
            Aspect::Type => Value::Type(quote.quote_type),
            Aspect::Medium => Value::Media(sorted(&quote.medium)),
            Aspect::Mention => Value::Mention(quote.mention),
            Aspect::Parent => Value::Parent(quote.parent.and_then(|parent| self.place_of(parent))),
            Aspect::Attributes => Value::Attributes(quote.attributes.clone()),
            _ => Value::Present(true),
        }
    }

    /// The fields in which a group of this alignment differs, in the order of
    /// [`Aspect::ALL`]: empty where all layers have the quote and read it
    /// alike.
    #[must_use]
    pub fn differences(&self, group: &Group) -> Vec<Difference> {
        let mut differences = Vec::new();
        if !group.is_full() {
            let places = group.quotes.iter().enumerate();
            let values = places.map(|(layer, quote)| (layer, Value::Present(quote.is_some()))).collect();
            differences.push(Difference { aspect: Aspect::Presence, values });
        }
        for aspect in Aspect::ALL.iter().copied().filter(|aspect| *aspect != Aspect::Presence) {
            let values: Vec<(usize, Value)> =
                group.present().map(|(layer, quote)| (layer, self.value(quote, aspect))).collect();
            if values.iter().zip(values.iter().skip(1)).any(|((_, one), (_, next))| one != next) {
                differences.push(Difference { aspect, values });
            }
        }
        differences
    }

    /// Whether every layer has the quote and all read it alike.
    #[must_use]
    pub fn agrees(&self, group: &Group) -> bool {
        self.differences(group).is_empty()
    }
}

fn sorted<T: Copy + Ord>(values: &[T]) -> Vec<T> {
    let mut values = values.to_vec();
    values.sort_unstable();
    values.dedup();
    values
}
