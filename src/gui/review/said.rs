//! How readings are worded.

use crate::gui::words::{self, tr};
use crate::model::{Aspect, Choice, DecisionKind, Document, Medium, Quote, Registry, Span, SpeakerId};
use crate::review::Value;

/// A field as the rows of a card call it.
pub fn aspect_name(aspect: Aspect) -> String {
    tr!(match aspect {
        Aspect::Presence => "review-field-presence",
        Aspect::Content => "review-field-content",
        Aspect::Type => "review-field-type",
        Aspect::Medium => "review-field-medium",
        Aspect::Cue => "review-field-cue",
        Aspect::Source => "review-field-source",
        Aspect::Mention => "review-field-mention",
        Aspect::Speakers => "review-field-speakers",
        Aspect::Addressee => "review-field-addressee",
        Aspect::AddresseeSpeakers => "review-field-addressee-speakers",
        Aspect::Relay => "review-field-relay",
        Aspect::RelaySpeakers => "review-field-relay-speakers",
        Aspect::Parent => "review-field-parent",
        Aspect::Attributes => "review-field-attributes",
    })
}

/// A field in which readings differ, as the margin calls it.
pub(super) fn difference_name(aspect: Aspect) -> String {
    tr!(match aspect {
        Aspect::Presence => "review-differs-presence",
        Aspect::Content => "review-differs-content",
        Aspect::Type => "review-differs-type",
        Aspect::Medium => "review-differs-medium",
        Aspect::Cue => "review-differs-cue",
        Aspect::Source => "review-differs-source",
        Aspect::Mention => "review-differs-mention",
        Aspect::Speakers => "review-differs-speakers",
        Aspect::Addressee => "review-differs-addressee",
        Aspect::AddresseeSpeakers => "review-differs-addressee-speakers",
        Aspect::Relay => "review-differs-relay",
        Aspect::RelaySpeakers => "review-differs-relay-speakers",
        Aspect::Parent => "review-differs-parent",
        Aspect::Attributes => "review-differs-attributes",
    })
}

/// What a reading has in a field.
pub fn value_words(value: &Value, document: &Document, registry: &Registry) -> String {
    match value {
        Value::Present(true) => tr!("review-present"),
        Value::Present(false) => tr!("review-absent"),
        Value::Spans(spans) => span_words(spans, document),
        Value::Type(quote_type) => words::quote_type(*quote_type),
        Value::Media(media) => media_words(media),
        Value::Mention(mention) => mention.map_or_else(|| tr!("review-none"), words::mention),
        Value::Speakers(speakers) => speaker_names(speakers, registry),
        Value::Parent(None) => tr!("review-none"),
        Value::Parent(Some(place)) => tr!("review-in-quote", place = place + 1),
        Value::Attributes(attributes) => {
            let pairs: Vec<String> =
                attributes.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            or_none(pairs.join(", "))
        }
    }
}

/// What one quote has in a field; its parent by its words.
pub fn said_words(quote: &Quote, aspect: Aspect, document: &Document, registry: &Registry) -> String {
    if let Some(role) = aspect.spans_of() {
        return span_words(&quote.spans(role), document);
    }
    if let Some(role) = aspect.speakers_of() {
        return speaker_names(quote.speakers_of(role), registry);
    }
    match aspect {
        Aspect::Type => words::quote_type(quote.quote_type),
        Aspect::Medium => media_words(&quote.medium),
        Aspect::Mention => quote.mention.map_or_else(|| tr!("review-none"), words::mention),
        Aspect::Parent => {
            let parent = quote.parent.and_then(|parent| document.quote(parent));
            parent.map_or_else(|| tr!("review-none"), |parent| parent.words().replace('\n', " "))
        }
        _ => value_words(&Value::Attributes(quote.attributes.clone()), document, registry),
    }
}

fn span_words(spans: &[Span], document: &Document) -> String {
    let pieces: Vec<&str> = spans.iter().filter_map(|span| document.article.text.slice(*span)).collect();
    or_none(pieces.join(" … ").replace('\n', " "))
}

pub fn media_words(media: &[Medium]) -> String {
    or_none(media.iter().map(|medium| medium_name(*medium)).collect::<Vec<_>>().join(", "))
}

fn medium_name(medium: Medium) -> String {
    tr!(match medium {
        Medium::Speech => "review-medium-speech",
        Medium::Thought => "review-medium-thought",
        Medium::Writing => "review-medium-writing",
    })
}

fn speaker_names(speakers: &[SpeakerId], registry: &Registry) -> String {
    let names: Vec<&str> = speakers
        .iter()
        .filter_map(|id| registry.speakers.get(id))
        .map(|speaker| speaker.name.as_str())
        .collect();
    or_none(names.join(", "))
}

/// What a decision says: "Rejected: no source".
pub fn choice_words(kind: DecisionKind, choice: Choice, reason: Option<&str>) -> String {
    match (choice, reason) {
        (Choice::Reject, Some(reason)) => tr!("review-rejected-because", reason = reason),
        (Choice::Reject, None) => tr!("review-rejected-plain"),
        (Choice::Correct, _) => tr!("review-corrected"),
        _ if kind == DecisionKind::Adjudication => tr!("review-decided"),
        _ => tr!("review-accepted"),
    }
}

fn or_none(words: String) -> String {
    if words.is_empty() { tr!("review-none") } else { words }
}
