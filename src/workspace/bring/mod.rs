//! Matching what files bring with what the project has.
//!
//! Nothing that is there is doubled or changed: an article is known by its id
//! or its text, a quote by its id, the id it had elsewhere, or its annotator,
//! type and place. Bringing the same file twice brings nothing.

mod annotations;
mod claims;
mod known;
mod people;
mod reviewed;

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use crate::edit::Import;
use crate::format::{ArticleReference, Incoming, IncomingArticle, LooseQuote, Place, Problem, Refusal};
use crate::model::{
    AnnotatorId, Article, ArticleId, ClaimId, Document, Layer, QuoteId, Registry, Stamp, sha256,
};

use annotations::{Annotations, Orphan};
use known::Known;
use people::People;

/// What the project has, as far as an import must know.
pub trait Existing {
    /// Why the project can't be read.
    type Error;

    /// The article with its text, layers, quotes and claims.
    fn document(&self, id: ArticleId) -> Result<Option<Document>, Self::Error>;

    /// The article whose text has this SHA-256.
    fn article_by_text(&self, sha256: &str) -> Result<Option<ArticleId>, Self::Error>;

    /// An article that had this id elsewhere.
    fn article_by_external_id(&self, external_id: &str) -> Result<Option<ArticleId>, Self::Error>;

    /// The article that a quote is on.
    fn article_of_quote(&self, id: QuoteId) -> Result<Option<ArticleId>, Self::Error>;

    /// The article that a claim is on.
    fn article_of_claim(&self, id: ClaimId) -> Result<Option<ArticleId>, Self::Error>;

    /// The speakers and annotators.
    fn registry(&self) -> &Registry;
}

/// What an import can't know by itself.
pub struct BringContext<'a, E: ?Sized> {
    pub existing: &'a E,
    pub new_id: &'a mut dyn FnMut() -> Uuid,
    /// The time of whatever has none.
    pub now: Timestamp,
    /// Who imports: the author of new articles, speakers and annotators.
    /// Quotes, claims and layers are their annotators'.
    pub author: Option<AnnotatorId>,
}

impl<E: ?Sized> BringContext<'_, E> {
    fn new_id<T: From<Uuid>>(&mut self) -> T {
        (self.new_id)().into()
    }

    fn stamp(
        &self,
        created: Option<Timestamp>,
        updated: Option<Timestamp>,
        by: Option<AnnotatorId>,
    ) -> Stamp {
        let created_at = created.or(updated).unwrap_or(self.now);
        let updated_at = updated.or(created).unwrap_or(self.now);
        Stamp { created_at, created_by: by, updated_at, updated_by: by }
    }
}

/// How much came in, and how much was there already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub articles: usize,
    pub quotes: usize,
    pub claims: usize,
    pub articles_there: usize,
    pub quotes_there: usize,
    pub claims_there: usize,
}

/// Layers as they stand in the project, if they do, and as they will.
type Layers = BTreeMap<(ArticleId, AnnotatorId), (Option<Arc<Layer>>, Layer)>;

/// A batch of records on their way in. What one record brought is there for
/// those after it.
#[derive(Default)]
pub struct Batch {
    /// Where the records come from that are brought now.
    file: PathBuf,
    import: Import,
    tally: Tally,
    people: People,
    known: HashMap<ArticleId, Known>,
    by_text: HashMap<String, ArticleId>,
    /// Which article those that the file calls so turned out to be.
    same_as: HashMap<ArticleId, ArticleId>,
    same_as_external: HashMap<String, ArticleId>,
    /// New quotes, by their place in `import`.
    new_quotes: HashMap<QuoteId, usize>,
    new_claims: HashMap<ClaimId, ArticleId>,
    layers: Layers,
    orphans: Vec<Orphan>,
}

impl Batch {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Says which file the records that follow come from.
    pub fn reads(&mut self, file: &Path) {
        if self.file != file {
            self.file = file.to_path_buf();
        }
    }

    /// Counts since the batch began.
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// The new article that has the text with this SHA-256.
    #[must_use]
    pub fn article_with_text(&self, sha256: &str) -> Option<ArticleId> {
        self.by_text.get(sha256).copied()
    }

    /// Adds what one record brings. Gives what of it was left out.
    ///
    /// # Errors
    /// When the project can't be read; the batch is then worth nothing.
    pub fn bring<E: Existing + ?Sized>(
        &mut self,
        incoming: Incoming,
        cx: &mut BringContext<'_, E>,
    ) -> Result<Vec<Refusal>, E::Error> {
        let mut problems = Vec::new();
        match incoming {
            Incoming::Article(article) => self.article(*article, cx, &mut problems)?,
            Incoming::Quote(quote) => self.loose_quote(&quote, cx, &mut problems)?,
        }
        Ok(problems)
    }

    /// Takes what came so far, to be written. The project must have it before
    /// the next record is brought. Gives, too, what waited for something that
    /// didn't come, with its file.
    pub fn take(&mut self) -> (Import, Vec<(PathBuf, Refusal)>) {
        let problems = self.settle_orphans();
        let mut import = std::mem::take(&mut self.import);
        import.layers = std::mem::take(&mut self.layers).into_values().collect();
        self.people.forget();
        self.known.clear();
        self.by_text.clear();
        self.new_quotes.clear();
        self.new_claims.clear();
        (import, problems)
    }

    fn article<E: Existing + ?Sized>(
        &mut self,
        incoming: IncomingArticle,
        cx: &mut BringContext<'_, E>,
        problems: &mut Vec<Refusal>,
    ) -> Result<(), E::Error> {
        let IncomingArticle { line, id, external_id, metadata, text, regions, file, .. } = incoming;
        let sha256 = sha256(text.as_str().as_bytes());
        let called = external_id.clone();
        let there = match id {
            Some(id) => self.load(id, cx)?.map(|known| (id, known.article.text == text)),
            None => None,
        };
        let there = match there {
            Some((id, false)) => {
                problems.push(Refusal::new(line, Place::default(), Problem::OtherText(id)));
                return Ok(());
            }
            Some((id, true)) => Some(id),
            None => self.article_by_text(&sha256, cx)?,
        };
        let target = if let Some(id) = there {
            self.tally.articles_there += 1;
            id
        } else {
            let stamp = cx.stamp(incoming.created_at, incoming.updated_at, cx.author);
            let regions = regions.unwrap_or_default();
            let id = id.unwrap_or_else(|| cx.new_id());
            self.add_article(Article { id, external_id, metadata, sha256, regions, file, stamp, text });
            id
        };
        if let Some(id) = id {
            self.same_as.insert(id, target);
        }
        if let Some(called) = called {
            self.same_as_external.insert(called, target);
        }
        let brought = Annotations {
            line,
            layers: incoming.layers,
            quotes: incoming.quotes,
            claims: incoming.claims,
            comments: incoming.comments,
            decisions: incoming.decisions,
        };
        self.annotations(target, brought, cx, problems)
    }

    fn add_article(&mut self, article: Article) {
        self.tally.articles += 1;
        self.by_text.insert(article.sha256.clone(), article.id);
        self.known.insert(article.id, Known::new(&Document::new(Arc::new(article.clone()))));
        self.import.articles.push(article);
    }

    fn loose_quote<E: Existing + ?Sized>(
        &mut self,
        loose: &LooseQuote,
        cx: &mut BringContext<'_, E>,
        problems: &mut Vec<Refusal>,
    ) -> Result<(), E::Error> {
        let Some((id, article)) = self.find(&loose.article, cx)? else {
            problems.push(Refusal::new(loose.line, Place::default(), Problem::UnknownArticle));
            return Ok(());
        };
        if loose.article.sha256.as_ref().is_some_and(|sha256| *sha256 != article.sha256) {
            problems.push(Refusal::new(loose.line, Place::default(), Problem::OtherText(id)));
            return Ok(());
        }
        match loose.placed(&article.text, problems) {
            Ok(quote) => {
                let brought = Annotations { line: loose.line, quotes: vec![quote], ..Annotations::default() };
                self.annotations(id, brought, cx, problems)
            }
            Err(refusal) => {
                problems.push(refusal);
                Ok(())
            }
        }
    }

    fn find<E: Existing + ?Sized>(
        &mut self,
        reference: &ArticleReference,
        cx: &BringContext<'_, E>,
    ) -> Result<Option<(ArticleId, Arc<Article>)>, E::Error> {
        if let Some(id) = reference.id {
            let id = self.same_as.get(&id).copied().unwrap_or(id);
            if let Some(known) = self.load(id, cx)? {
                return Ok(Some((id, Arc::clone(&known.article))));
            }
        }
        let mut found = match &reference.sha256 {
            Some(sha256) => self.article_by_text(sha256, cx)?,
            None => None,
        };
        if let (None, Some(external_id)) = (found, &reference.external_id) {
            found = match self.same_as_external.get(external_id) {
                Some(id) => Some(*id),
                None => cx.existing.article_by_external_id(external_id)?,
            };
        }
        let Some(id) = found else { return Ok(None) };
        Ok(self.load(id, cx)?.map(|known| (id, Arc::clone(&known.article))))
    }

    fn article_by_text<E: Existing + ?Sized>(
        &self,
        sha256: &str,
        cx: &BringContext<'_, E>,
    ) -> Result<Option<ArticleId>, E::Error> {
        match self.by_text.get(sha256) {
            Some(id) => Ok(Some(*id)),
            None => cx.existing.article_by_text(sha256),
        }
    }

    /// What is known of an article, read from the project once a batch.
    fn load<E: Existing + ?Sized>(
        &mut self,
        id: ArticleId,
        cx: &BringContext<'_, E>,
    ) -> Result<Option<&mut Known>, E::Error> {
        match self.known.entry(id) {
            Entry::Occupied(there) => Ok(Some(there.into_mut())),
            Entry::Vacant(place) => {
                Ok(cx.existing.document(id)?.map(|document| place.insert(Known::new(&document))))
            }
        }
    }
}

/// Matches records with the project, all in one batch.
///
/// # Errors
/// When the project can't be read.
pub fn bring_in<E: Existing + ?Sized>(
    incoming: impl IntoIterator<Item = Incoming>,
    cx: &mut BringContext<'_, E>,
) -> Result<(Import, Vec<Refusal>), E::Error> {
    let mut batch = Batch::new();
    let mut problems = Vec::new();
    for record in incoming {
        problems.extend(batch.bring(record, cx)?);
    }
    let (import, waited) = batch.take();
    problems.extend(waited.into_iter().map(|(_, refusal)| refusal));
    Ok((import, problems))
}
