//! Planning what becomes of suggestions.

use std::collections::HashMap;

use super::Planner;
use crate::edit::{Change, Diff, EditError, Label, NewQuote, SpeakerFields};
use crate::model::{AnnotatorId, ArticleId, Registry, SpeakerId, fold};

/// The setting that lists what an annotator dismissed in an article, by the
/// suggestions' keys.
#[must_use]
pub fn dismissed_key(article: ArticleId, annotator: AnnotatorId) -> String {
    format!("suggestions-dismissed/{article}/{annotator}")
}

/// What an annotator dismissed in an article.
#[must_use]
pub fn dismissed_suggestions(registry: &Registry, article: ArticleId, annotator: AnnotatorId) -> Vec<String> {
    let setting = registry.settings.get(&dismissed_key(article, annotator));
    setting.and_then(|setting| serde_json::from_value(setting.value.clone()).ok()).unwrap_or_default()
}

impl Planner<'_> {
    pub(super) fn accept_suggestions(&mut self, quotes: &[NewQuote]) -> Result<Label, EditError> {
        let mut fresh: HashMap<String, SpeakerId> = HashMap::new();
        let mut made = Vec::with_capacity(quotes.len());
        for new in quotes {
            let mut quote = self.quote_of(&new.draft)?;
            if let (true, Some(fields)) = (quote.speakers.is_empty(), &new.speaker) {
                quote.speakers = vec![self.speaker_called(fields, &mut fresh)?];
            }
            if let (true, Some(fields)) = (quote.relay_speakers.is_empty(), &new.outlet) {
                quote.relay_speakers = vec![self.speaker_called(fields, &mut fresh)?];
            }
            made.push(quote);
        }
        if !made.is_empty() {
            self.take_up_layer()?;
        }
        self.changes.extend(made.into_iter().map(|quote| Change::Quote(Diff::created(quote))));
        Ok(Label::AcceptSuggestion)
    }

    /// The speaker of this name, old or new.
    fn speaker_called(
        &mut self,
        fields: &SpeakerFields,
        fresh: &mut HashMap<String, SpeakerId>,
    ) -> Result<SpeakerId, EditError> {
        if let Some(known) = self.state.registry.speaker_named(&fields.name) {
            return Ok(known.id);
        }
        let name = fold(&fields.name);
        if let Some(id) = fresh.get(&name) {
            return Ok(*id);
        }
        let speaker = self.new_speaker(fields)?;
        let id = speaker.id;
        fresh.insert(name, id);
        self.changes.push(Change::Speaker(Diff::created(speaker)));
        Ok(id)
    }

    pub(super) fn dismiss_suggestion(&mut self, key: &str) -> Result<Label, EditError> {
        let (article, author) = (self.document()?.article.id, self.author()?);
        let mut keys = dismissed_suggestions(self.state.registry, article, author);
        if !keys.iter().any(|other| other == key) {
            keys.push(key.to_owned());
        }
        let value = serde_json::Value::from(keys);
        self.set_setting(&dismissed_key(article, author), Some(&value));
        Ok(Label::DismissSuggestion)
    }
}
