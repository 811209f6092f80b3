//! What is held in memory: one article with its layers, and the registry.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    Annotator, AnnotatorId, Article, Claim, ClaimId, Layer, Quote, QuoteId, Setting, Speaker, SpeakerId,
    Stage,
};

/// One article with everything that anyone annotated on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub article: Arc<Article>,
    pub layers: BTreeMap<AnnotatorId, Arc<Layer>>,
    /// In reading order.
    pub quotes: Vec<Arc<Quote>>,
    /// In reading order.
    pub claims: Vec<Arc<Claim>>,
}

impl Document {
    #[must_use]
    pub fn new(article: Arc<Article>) -> Self {
        Self { article, layers: BTreeMap::new(), quotes: Vec::new(), claims: Vec::new() }
    }

    #[must_use]
    pub fn quote(&self, id: QuoteId) -> Option<&Arc<Quote>> {
        self.quotes.iter().find(|quote| quote.id == id)
    }

    #[must_use]
    pub fn claim(&self, id: ClaimId) -> Option<&Arc<Claim>> {
        self.claims.iter().find(|claim| claim.id == id)
    }

    /// One annotator's quotes, in reading order.
    pub fn quotes_of(&self, annotator: AnnotatorId) -> impl Iterator<Item = &Arc<Quote>> {
        self.quotes.iter().filter(move |quote| quote.annotator == annotator)
    }

    /// How far an annotator is with the article.
    #[must_use]
    pub fn stage_of(&self, annotator: AnnotatorId) -> Stage {
        self.layers.get(&annotator).map_or(Stage::New, |layer| layer.stage)
    }

    /// The claim that stands on a quote.
    #[must_use]
    pub fn claim_on(&self, quote: QuoteId) -> Option<&Arc<Claim>> {
        self.claims.iter().find(|claim| claim.quote == Some(quote))
    }

    /// Brings quotes and claims back into reading order after a change.
    pub fn sort(&mut self) {
        self.quotes.sort_by_key(|quote| quote.reading_order());
        self.claims.sort_by_key(|claim| claim.reading_order());
    }
}

/// What the whole project shares: speakers, annotators and settings.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Registry {
    pub speakers: BTreeMap<SpeakerId, Arc<Speaker>>,
    pub annotators: BTreeMap<AnnotatorId, Arc<Annotator>>,
    pub settings: BTreeMap<String, Arc<Setting>>,
}

impl Registry {
    /// The annotator of this name.
    #[must_use]
    pub fn annotator_named(&self, name: &str) -> Option<&Arc<Annotator>> {
        self.annotators.values().find(|annotator| annotator.name == name)
    }

    /// The speaker of this name, or else the one that has it as an alias.
    #[must_use]
    pub fn speaker_named(&self, name: &str) -> Option<&Arc<Speaker>> {
        self.speakers.values().find(|speaker| speaker.name == name).or_else(|| {
            self.speakers.values().find(|speaker| speaker.aliases.iter().any(|alias| alias == name))
        })
    }

    /// An annotator's name, for showing.
    #[must_use]
    pub fn annotator_name(&self, id: AnnotatorId) -> &str {
        self.annotators.get(&id).map_or("–", |annotator| &annotator.name)
    }
}
