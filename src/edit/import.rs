//! What an import brings, ready to be written.

use std::sync::Arc;

use crate::model::{Annotator, AnnotatorId, Article, Claim, Comment, Decision, Layer, Quote, Speaker};

/// Entities that are new to the project, complete, with their ids. A layer
/// may also replace the one that is there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Import {
    pub annotators: Vec<Annotator>,
    pub speakers: Vec<Speaker>,
    pub articles: Vec<Article>,
    /// Each with the layer that stands in the project, if any.
    pub layers: Vec<(Option<Arc<Layer>>, Layer)>,
    pub quotes: Vec<Quote>,
    pub claims: Vec<Claim>,
    pub comments: Vec<Comment>,
    pub decisions: Vec<Decision>,
}

impl Import {
    /// Whether it brings nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.annotators.is_empty()
            && self.speakers.is_empty()
            && self.articles.is_empty()
            && self.layers.is_empty()
            && self.quotes.is_empty()
            && self.claims.is_empty()
            && self.comments.is_empty()
            && self.decisions.is_empty()
    }

    /// Says who brings the articles, speakers and annotators that name
    /// nobody.
    pub fn attribute_to(&mut self, author: AnnotatorId) {
        let stamps = (self.articles.iter_mut().map(|article| &mut article.stamp))
            .chain(self.speakers.iter_mut().map(|speaker| &mut speaker.stamp))
            .chain(self.annotators.iter_mut().map(|annotator| &mut annotator.stamp));
        for stamp in stamps {
            stamp.created_by = stamp.created_by.or(Some(author));
            stamp.updated_by = stamp.updated_by.or(Some(author));
        }
    }
}
