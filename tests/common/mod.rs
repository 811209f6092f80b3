//! Documents for tests, built from their words, and a project held in memory.
#![allow(dead_code)]

pub mod project;

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;

use jiff::Timestamp;
use kutip::edit::Import;
use kutip::model::{
    Annotator, AnnotatorId, Article, ArticleId, Claim, ClaimId, Document, Layer, Metadata, Piece, Quote,
    QuoteId, Registry, Span, Speaker, SpeakerId, SpeakerKind, Stage, Stamp, Text,
};
use kutip::workspace::Existing;
use uuid::Uuid;

fn sha256_of(text: &str) -> String {
    kutip::model::sha256(text.as_bytes())
}

/// The time at which tests happen.
pub fn now() -> Timestamp {
    "2024-02-29T08:30:00.123456Z".parse().unwrap()
}

/// Ids in order, from a number on.
pub fn ids(mut from: u128) -> impl FnMut() -> Uuid {
    move || {
        from += 1;
        Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0000 + from)
    }
}

/// The place where the words first stand in the text.
pub fn piece(text: &Text, words: &str) -> Piece {
    let byte = text.as_str().find(words).unwrap_or_else(|| panic!("“{words}” is not in the text"));
    let start = text.position_of(byte).unwrap();
    text.piece(Span::new(start, start + words.chars().count())).unwrap()
}

/// Builds one document and the registry it needs.
pub struct Builder {
    pub document: Document,
    pub registry: Registry,
    next: Box<dyn FnMut() -> Uuid>,
}

impl Builder {
    pub fn new(text: &str) -> Self {
        let mut next = ids(0);
        let article = Article {
            id: next().into(),
            external_id: None,
            metadata: Metadata { title: Some("A title".to_owned()), ..Metadata::default() },
            sha256: sha256_of(text),
            regions: Vec::new(),
            file: None,
            stamp: Stamp::new(now(), None),
            text: Text::new(text),
        };
        Self {
            document: Document::new(Arc::new(article)),
            registry: Registry::default(),
            next: Box::new(next),
        }
    }

    pub fn id<T: From<Uuid>>(&mut self) -> T {
        (self.next)().into()
    }

    pub fn article(&mut self) -> &mut Article {
        Arc::make_mut(&mut self.document.article)
    }

    pub fn annotator(&mut self, name: &str) -> AnnotatorId {
        if let Some(annotator) = self.registry.annotator_named(name) {
            return annotator.id;
        }
        let id = self.id();
        let annotator = Annotator::person(id, name, Stamp::new(now(), None));
        self.registry.annotators.insert(id, Arc::new(annotator));
        id
    }

    pub fn speaker(&mut self, name: &str, kind: SpeakerKind) -> SpeakerId {
        let id = self.id();
        let speaker = Speaker::new(id, name.to_owned(), kind, Stamp::new(now(), None));
        self.registry.speakers.insert(id, Arc::new(speaker));
        id
    }

    pub fn layer(&mut self, annotator: &str, stage: Stage) -> AnnotatorId {
        let (article, annotator) = (self.document.article.id, self.annotator(annotator));
        let layer = Layer { article, annotator, stage, stamp: Stamp::new(now(), Some(annotator)) };
        self.document.layers.insert(annotator, Arc::new(layer));
        annotator
    }

    pub fn pieces(&self, words: &[&str]) -> Vec<Piece> {
        words.iter().map(|words| piece(&self.document.article.text, words)).collect()
    }

    /// Adds a quote of these words and changes it as wanted.
    pub fn quote(&mut self, annotator: &str, content: &[&str], change: impl FnOnce(&mut Quote)) -> QuoteId {
        let (id, annotator, content) = (self.id(), self.annotator(annotator), self.pieces(content));
        let mut quote = Quote {
            content,
            status: self.document.stage_of(annotator),
            ..Quote::new(id, self.document.article.id, annotator, Stamp::new(now(), Some(annotator)))
        };
        change(&mut quote);
        self.document.quotes.push(Arc::new(quote));
        self.document.sort();
        id
    }

    /// Adds a claim and changes it as wanted.
    pub fn claim(&mut self, annotator: &str, spans: &[&str], change: impl FnOnce(&mut Claim)) -> ClaimId {
        let (id, annotator, spans) = (self.id(), self.annotator(annotator), self.pieces(spans));
        let mut claim = Claim {
            spans,
            ..Claim::new(id, self.document.article.id, annotator, Stamp::new(now(), Some(annotator)))
        };
        change(&mut claim);
        self.document.claims.push(Arc::new(claim));
        self.document.sort();
        id
    }
}

/// A project held in memory.
#[derive(Default)]
pub struct Memory {
    pub documents: BTreeMap<ArticleId, Document>,
    pub registry: Registry,
}

impl Memory {
    /// Writes an import, as the store would.
    pub fn apply(&mut self, import: Import) {
        let Import { annotators, speakers, articles, layers, quotes, claims, comments, decisions } = import;
        for annotator in annotators {
            assert!(self.registry.annotator_named(&annotator.name).is_none(), "a second {}", annotator.name);
            self.registry.annotators.insert(annotator.id, Arc::new(annotator));
        }
        for speaker in speakers {
            assert!(self.registry.speakers.insert(speaker.id, Arc::new(speaker)).is_none());
        }
        for article in articles {
            let document = Document::new(Arc::new(article));
            assert!(self.documents.insert(document.article.id, document).is_none());
        }
        for (before, after) in layers {
            let document = self.documents.get_mut(&after.article).unwrap();
            let there = document.layers.insert(after.annotator, Arc::new(after));
            assert_eq!(there, before, "the layer that stands");
        }
        for quote in quotes {
            assert!(self.article_of_quote(quote.id).unwrap().is_none(), "a second quote {}", quote.id);
            self.documents.get_mut(&quote.article).unwrap().quotes.push(Arc::new(quote));
        }
        for claim in claims {
            assert!(self.article_of_claim(claim.id).unwrap().is_none(), "a second claim {}", claim.id);
            self.documents.get_mut(&claim.article).unwrap().claims.push(Arc::new(claim));
        }
        for comment in comments {
            self.documents.get_mut(&comment.article).unwrap().comments.push(Arc::new(comment));
        }
        for decision in decisions {
            self.documents.get_mut(&decision.article).unwrap().decisions.push(Arc::new(decision));
        }
        self.documents.values_mut().for_each(Document::sort);
    }

    pub fn only(&self) -> &Document {
        assert_eq!(self.documents.len(), 1);
        self.documents.values().next().unwrap()
    }
}

impl Existing for Memory {
    type Error = Infallible;

    fn document(&self, id: ArticleId) -> Result<Option<Document>, Infallible> {
        Ok(self.documents.get(&id).cloned())
    }

    fn article_by_text(&self, sha256: &str) -> Result<Option<ArticleId>, Infallible> {
        let mut articles = self.documents.values().map(|document| &document.article);
        Ok(articles.find(|article| article.sha256 == sha256).map(|article| article.id))
    }

    fn article_by_external_id(&self, external_id: &str) -> Result<Option<ArticleId>, Infallible> {
        let mut articles = self.documents.values().map(|document| &document.article);
        let found = articles.find(|article| article.external_id.as_deref() == Some(external_id));
        Ok(found.map(|article| article.id))
    }

    fn article_of_quote(&self, id: QuoteId) -> Result<Option<ArticleId>, Infallible> {
        Ok(self.documents.values().find(|document| document.quote(id).is_some()).map(|d| d.article.id))
    }

    fn article_of_claim(&self, id: ClaimId) -> Result<Option<ArticleId>, Infallible> {
        Ok(self.documents.values().find(|document| document.claim(id).is_some()).map(|d| d.article.id))
    }

    fn registry(&self) -> &Registry {
        &self.registry
    }
}
