//! Comparing suggestions, or an annotator's quotes, with a gold layer.

use crate::job::Progress;
use crate::model::{AnnotatorId, Document, Quote, QuoteType, Registry, Role, fold};
use crate::suggest::Suggestion;
use crate::suggest::evaluate::{Evaluation, Judged, evaluate};
use crate::workspace::{Result, Workspace};

/// What is compared with the gold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Predicted {
    /// What the rules suggest, without a look at anyone's quotes.
    Suggestions,
    Annotator(AnnotatorId),
}

impl Workspace {
    /// Evaluates on the articles in which the gold annotator has a layer;
    /// `types` limits both sides, where it names any.
    ///
    /// # Errors
    /// When the project can't be read or the work was stopped.
    pub fn evaluate(
        &self,
        gold: AnnotatorId,
        predicted: Predicted,
        types: &[QuoteType],
        progress: &dyn Progress,
    ) -> Result<Evaluation> {
        let registry = self.registry();
        let wanted = |judged: &Judged| types.is_empty() || types.contains(&judged.quote_type);
        let quotes = |document: &Document, annotator| -> Vec<Judged> {
            let quotes = document.quotes_of(annotator).map(|quote| of_quote(quote, registry));
            quotes.filter(wanted).collect()
        };
        let mut articles = Vec::new();
        let mut take = |document: &Document, found: Vec<Judged>| {
            let gold_quotes = quotes(document, gold);
            if document.layers.contains_key(&gold) || !gold_quotes.is_empty() {
                articles.push((gold_quotes, found));
            }
        };
        match predicted {
            Predicted::Suggestions => self.each_suggestion(None, None, progress, |document, found| {
                take(document, found.iter().map(of_suggestion).filter(wanted).collect());
                Ok(())
            })?,
            Predicted::Annotator(annotator) => self.each_document(|document| {
                take(&document, quotes(&document, annotator));
                Ok(())
            })?,
        }
        Ok(evaluate(&articles))
    }
}

fn of_quote(quote: &Quote, registry: &Registry) -> Judged {
    let names = quote.speakers.iter().filter_map(|id| registry.speakers.get(id));
    Judged {
        quote_type: quote.quote_type,
        content: quote.spans(Role::Content),
        cue: quote.spans(Role::Cue),
        source: quote.spans(Role::Source),
        // By every name, so that one who is not in the registry yet is known.
        speakers: names
            .flat_map(|speaker| {
                std::iter::once(speaker.id.to_string()).chain(registry.names_of(speaker).map(fold))
            })
            .collect(),
    }
}

fn of_suggestion(suggestion: &Suggestion) -> Judged {
    let first = suggestion.candidates.first();
    let speaker = first.map(|first| first.speaker.map_or_else(|| fold(&first.name), |id| id.to_string()));
    Judged {
        quote_type: suggestion.quote_type,
        content: suggestion.content.clone(),
        cue: suggestion.cue.clone(),
        source: suggestion.source.clone(),
        speakers: speaker.into_iter().collect(),
    }
}
