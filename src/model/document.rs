//! What is held in memory: one article with its layers, and the registry.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    Anchor, Annotator, AnnotatorId, AnnotatorKind, Article, Claim, ClaimId, Comment, CommentId, Conflict,
    ConflictId, Decision, Layer, Quote, QuoteId, Setting, Span, Speaker, SpeakerId, Stage,
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
    /// Threads in the order of their first comments, each by time.
    pub comments: Vec<Arc<Comment>>,
    /// By id.
    pub decisions: Vec<Arc<Decision>>,
}

impl Document {
    #[must_use]
    pub fn new(article: Arc<Article>) -> Self {
        Self {
            article,
            layers: BTreeMap::new(),
            quotes: Vec::new(),
            claims: Vec::new(),
            comments: Vec::new(),
            decisions: Vec::new(),
        }
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

    /// Where a claim stands: on spans of its own, else on its quote's content.
    #[must_use]
    pub fn place_of(&self, claim: &Claim) -> Option<Span> {
        let of_quote = || claim.quote.and_then(|id| self.quote(id)).map(|quote| quote.content.as_slice());
        let pieces = Some(claim.spans.as_slice()).filter(|spans| !spans.is_empty()).or_else(of_quote)?;
        Some(Span::new(pieces.first()?.start, pieces.last()?.end))
    }

    #[must_use]
    pub fn comment(&self, id: CommentId) -> Option<&Arc<Comment>> {
        self.comments.iter().find(|comment| comment.id == id)
    }

    /// The first comment of each thread with its replies, by time.
    pub fn threads(&self) -> impl Iterator<Item = (&Arc<Comment>, Vec<&Arc<Comment>>)> {
        let replies = |first: &Comment| {
            let id = first.id;
            self.comments.iter().filter(move |comment| comment.reply_to == Some(id)).collect()
        };
        let firsts = self.comments.iter().filter(|comment| comment.reply_to.is_none());
        firsts.map(move |first| (first, replies(first)))
    }

    /// Whether someone works on the article and has not submitted it: it was
    /// assigned to them, or they began.
    #[must_use]
    pub fn is_at_work(&self, annotator: AnnotatorId) -> bool {
        self.layers.get(&annotator).is_some_and(|layer| layer.stage < Stage::Submitted)
    }

    /// Whether someone is past annotating the article of a blind project: they
    /// submitted it, or they review and it wasn't given to them.
    #[must_use]
    pub fn opens_to(&self, viewer: Viewer) -> bool {
        let submitted = self.stage_of(viewer.annotator) >= Stage::Submitted;
        submitted || (viewer.reviews && !self.is_at_work(viewer.annotator))
    }

    /// Whether an annotator's work is handed in.
    #[must_use]
    pub fn is_submitted(&self, owner: AnnotatorId) -> bool {
        owner == AnnotatorId::ADJUDICATED || self.stage_of(owner) >= Stage::Submitted
    }

    /// Whether someone may see another's work on the article of a blind
    /// project.
    #[must_use]
    pub fn lets_see(&self, viewer: Viewer, owner: AnnotatorId) -> bool {
        owner == viewer.annotator || (self.opens_to(viewer) && self.is_submitted(owner))
    }

    /// What someone may see of a blind project: what others submitted, and
    /// that once they are past annotating the article. One sees comments with
    /// what they are on, and one's own.
    #[must_use]
    pub fn seen_by(&self, viewer: Viewer) -> Self {
        let annotator = viewer.annotator;
        let seen = |owner: AnnotatorId| self.lets_see(viewer, owner);
        let mut view = self.clone();
        view.layers.retain(|owner, _| seen(*owner));
        view.quotes.retain(|quote| seen(quote.annotator));
        view.claims.retain(|claim| seen(claim.annotator));
        view.decisions.retain(|decision| {
            let mut decided = decision.ruling.seen.iter();
            decision.annotator == annotator || decided.all(|of| seen(of.annotator))
        });
        let owner_of = |comment: &Comment| match comment.anchor {
            Anchor::Article => Some(annotator),
            Anchor::Span => None,
            Anchor::Quote(id) => self.quote(id).map(|quote| quote.annotator),
            Anchor::Claim(id) => self.claim(id).map(|claim| claim.annotator),
        };
        view.comments.retain(|comment| {
            comment.annotator == annotator || owner_of(comment).map_or_else(|| self.opens_to(viewer), seen)
        });
        view
    }

    /// Brings everything back into its order after a change.
    pub fn sort(&mut self) {
        self.quotes.sort_by_key(|quote| quote.reading_order());
        self.claims.sort_by_key(|claim| claim.reading_order());
        self.comments.sort_by_key(|comment| comment.order());
        self.decisions.sort_by_key(|decision| decision.id);
    }
}

/// Who looks at a blind project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Viewer {
    pub annotator: AnnotatorId,
    /// Whether they review others' work.
    pub reviews: bool,
}

/// What the whole project shares: speakers, annotators, settings, and what
/// copies of it changed differently.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Registry {
    pub speakers: BTreeMap<SpeakerId, Arc<Speaker>>,
    pub annotators: BTreeMap<AnnotatorId, Arc<Annotator>>,
    pub settings: BTreeMap<String, Arc<Setting>>,
    pub conflicts: BTreeMap<ConflictId, Arc<Conflict>>,
}

impl Registry {
    /// The people who annotate, each once.
    pub fn people(&self) -> impl Iterator<Item = &Arc<Annotator>> {
        self.annotators.values().filter(|a| a.kind == AnnotatorKind::Person && a.same_as.is_none())
    }

    /// Whether annotators see nothing of each other until they submit.
    #[must_use]
    pub fn is_blind(&self) -> bool {
        self.settings.get(Setting::BLIND).is_some_and(|setting| setting.value == true)
    }

    /// Whether someone reviews others' work: in a blind project they see what
    /// was submitted, and begin no article that others have submitted.
    #[must_use]
    pub fn reviews(&self, annotator: AnnotatorId) -> bool {
        let says =
            |id: AnnotatorId| self.settings.get(&Setting::reviewer(id)).is_some_and(|s| s.value == true);
        says(annotator) || self.annotators.values().any(|a| a.same_as == Some(annotator) && says(a.id))
    }

    /// Who looks at a blind project; nobody in particular at one that is not.
    #[must_use]
    pub fn viewer(&self, annotator: AnnotatorId) -> Option<Viewer> {
        self.is_blind().then(|| Viewer { annotator, reviews: self.reviews(annotator) })
    }

    /// What annotators are told to do, in the project's own words.
    #[must_use]
    pub fn guidelines(&self) -> &str {
        self.settings.get(Setting::GUIDELINES).and_then(|setting| setting.value.as_str()).unwrap_or_default()
    }

    /// The conflicts that nobody has decided.
    pub fn open_conflicts(&self) -> impl Iterator<Item = &Arc<Conflict>> {
        self.conflicts.values().filter(|conflict| conflict.is_open())
    }

    /// The annotator of this name.
    #[must_use]
    pub fn annotator_named(&self, name: &str) -> Option<&Arc<Annotator>> {
        self.annotators.values().find(|annotator| annotator.name == name)
    }

    /// The speaker of this name, or else the one that has it as an alias. A
    /// name of someone who turned out to be another is that one's.
    #[must_use]
    pub fn speaker_named(&self, name: &str) -> Option<&Arc<Speaker>> {
        let found = self.speakers.values().find(|speaker| speaker.name == name).or_else(|| {
            self.speakers.values().find(|speaker| speaker.aliases.iter().any(|alias| alias == name))
        });
        found.and_then(|speaker| self.speaker(speaker.id))
    }

    /// An annotator's name, for showing.
    #[must_use]
    pub fn annotator_name(&self, id: AnnotatorId) -> &str {
        self.annotators.get(&id).map_or("–", |annotator| &annotator.name)
    }
}
