//! Suggestions in a project: what the rules need from it, and what becomes of
//! what they found.

mod judge;
mod outside;
mod settings;
mod usual;
mod write;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::{Result, Workspace};
use crate::job::Progress;
use crate::model::{AnnotatorId, ArticleId, Document, Mention, Registry, fold};
use crate::suggest::{Context, KnownSpeakers, Linked, Packs, Place, Suggestion, places, suggest};

pub use judge::Predicted;
pub use outside::{OutsideError, ask_outside};
pub use settings::{Program, SuggestSettings, off_key, own_words_key, program_key};
pub use usual::UsualSpeakers;
pub use write::SuggestionWriter;

/// Articles that are read, worked on side by side and handed over at once.
const CHUNK: usize = 128;

/// Suggests quotes in the articles of one project. Made once for many; can be
/// sent to another thread.
#[derive(Debug, Clone)]
pub struct Suggester {
    packs: Packs,
    known: KnownSpeakers,
    usual: UsualSpeakers,
    /// Also outside of the articles' bodies.
    pub everywhere: bool,
}

impl Suggester {
    /// With the project's speakers and its own words.
    #[must_use]
    pub fn new(registry: &Registry) -> Self {
        Self {
            packs: Packs::built_in().with(&SuggestSettings::of(registry).words),
            known: KnownSpeakers::new(registry),
            usual: UsualSpeakers::default(),
            everywhere: false,
        }
    }

    /// The same, with whom the annotator usually means by a name.
    #[must_use]
    pub fn with_usual(self, usual: UsualSpeakers) -> Self {
        Self { usual, ..self }
    }

    /// What an article seems to hold, in reading order; the annotator's own
    /// quotes in it tell who is meant, before what they usually mean.
    #[must_use]
    pub fn suggest(&self, document: &Document, annotator: Option<AnnotatorId>) -> Vec<Suggestion> {
        self.with_context(document, annotator, |context| suggest(&document.article, context))
    }

    /// The quotation marks and reporting verbs of an article.
    #[must_use]
    pub fn places(&self, document: &Document) -> Vec<Place> {
        self.with_context(document, None, |context| places(&document.article, context))
    }

    fn with_context<T>(
        &self,
        document: &Document,
        annotator: Option<AnnotatorId>,
        work: impl FnOnce(&Context<'_>) -> T,
    ) -> T {
        let mut linked = Vec::new();
        let mut chosen = self.usual.0.clone();
        for quote in annotator.into_iter().flat_map(|annotator| document.quotes_of(annotator)) {
            let speaker = quote.speakers.first().copied();
            linked.push(Linked { content: quote.spans(crate::model::Role::Content), speaker });
            if let ([source], Some(speaker)) = (quote.source.as_slice(), speaker)
                && !matches!(quote.mention, Some(Mention::Pronoun | Mention::Clitic))
            {
                chosen.insert(fold(&source.text), speaker);
            }
        }
        let context = Context {
            packs: &self.packs,
            known: &self.known,
            linked: &linked,
            chosen: &chosen,
            everywhere: self.everywhere,
        };
        work(&context)
    }
}

impl Workspace {
    /// Suggests quotes in these articles, or in all of them, and hands over
    /// each article with what was found, in the project's order.
    ///
    /// # Errors
    /// When the project can't be read, an article isn't there, or the work
    /// was stopped.
    pub fn each_suggestion(
        &self,
        articles: Option<&[ArticleId]>,
        annotator: Option<AnnotatorId>,
        progress: &dyn Progress,
        mut take: impl FnMut(&Document, Vec<Suggestion>) -> Result<()>,
    ) -> Result<()> {
        let usual = annotator.map(|annotator| self.usual_speakers(annotator)).transpose()?;
        let suggester = Suggester::new(self.registry()).with_usual(usual.unwrap_or_default());
        let all = self.article_ids()?;
        let total = articles.map_or(all.len(), <[ArticleId]>::len);
        let mut done = 0;
        let mut hand_over = |chunk: &mut Vec<Document>| -> Result<()> {
            let found: Vec<_> =
                chunk.par_iter().map(|document| suggester.suggest(document, annotator)).collect();
            for (document, found) in chunk.iter().zip(found) {
                take(document, found)?;
            }
            done += chunk.len();
            chunk.clear();
            Ok(progress.at(done, total)?)
        };
        let mut chunk = Vec::with_capacity(CHUNK);
        match articles {
            Some(ids) => {
                for id in ids {
                    let document = self.read_article(*id)?;
                    chunk.push(document.ok_or(super::WorkspaceError::NoArticle(*id))?);
                }
            }
            None => self.each_document(|document| {
                chunk.push(document);
                if chunk.len() == CHUNK { hand_over(&mut chunk) } else { Ok(()) }
            })?,
        }
        hand_over(&mut chunk)
    }
}
