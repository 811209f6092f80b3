//! Finding words in the open article.

use crate::model::{Article, ArticleId, Folded, Span};

/// What is looked for, and where it stands.
#[derive(Debug, Default)]
pub struct Find {
    /// The words as they are typed.
    pub words: String,
    /// Where they stand, in order.
    pub hits: Vec<Span>,
    /// Which of the hits is shown.
    pub current: Option<usize>,
    /// The field shall take the focus.
    pub focus: bool,
    /// Whether the field has the focus.
    pub typing: bool,
    /// Where looking began.
    from: usize,
    article: Option<(ArticleId, Folded)>,
    looked_for: String,
}

impl Find {
    /// Looks for these words from a position on.
    pub fn new(words: String, from: usize) -> Self {
        Self { words, from, focus: true, ..Self::default() }
    }

    /// Looks anew where the words or the article changed. `shows` tells what
    /// of the article can be seen. Gives the hit to show.
    pub fn update(&mut self, article: &Article, shows: impl Fn(usize) -> bool) -> Option<Span> {
        let other = self.article.as_ref().is_none_or(|(id, _)| *id != article.id);
        if other {
            self.from = if self.article.is_some() { 0 } else { self.from };
            self.article = Some((article.id, Folded::new(&article.text)));
        }
        if !other && self.words == self.looked_for {
            return None;
        }
        self.looked_for.clone_from(&self.words);
        let found = self.article.as_ref().map(|(_, folded)| folded.find(&self.words));
        self.hits = found.unwrap_or_default();
        self.hits.retain(|hit| shows(hit.start));
        let after = self.hits.partition_point(|hit| hit.start < self.from);
        self.current = (!self.hits.is_empty()).then(|| after % self.hits.len());
        self.hit()
    }

    /// The hit that is shown.
    pub fn hit(&self) -> Option<Span> {
        self.current.and_then(|at| self.hits.get(at)).copied()
    }

    /// Goes to the next hit or to the one before, round the ends.
    pub fn step(&mut self, forward: bool) -> Option<Span> {
        let number = self.hits.len();
        let step = if forward { 1 } else { number.saturating_sub(1) };
        self.current = self.current.map(|at| (at + step) % number.max(1));
        let hit = self.hit()?;
        self.from = hit.start;
        Some(hit)
    }
}
