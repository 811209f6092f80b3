//! What the rules suggest for the open article: found beside the project,
//! shown as ghosts, and never counted.

mod action;
mod find;
mod own;

use std::sync::Arc;

use super::candidates::{self, NUMBERED};
use super::page::{Ghost, Ghosts};
use super::view::View;
use crate::job::Job;
use crate::model::{AnnotatorId, ArticleId, Document, Quote, QuoteId, Role, Span, short_name, spans};
use crate::suggest::{Candidate, Place, Suggestion};
use crate::workspace::{UsualSpeakers, Workspace};

pub use action::SuggestAction;
pub use find::{refresh, wanted};
pub use own::OwnDraft;

/// What was found in an article.
#[derive(Debug, Default)]
pub struct Found {
    pub suggestions: Vec<Suggestion>,
    pub places: Vec<Place>,
}

/// What suggestions were made of: another article or another state of it
/// makes them stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stand {
    article: ArticleId,
    revision: u64,
    on: bool,
}

/// The suggestions of the open article.
#[derive(Default)]
pub struct Suggestions {
    stand: Option<Stand>,
    job: Option<Job<Found>>,
    /// Everything that was found, also where quotes are by now.
    all: Vec<Suggestion>,
    /// Whom an annotator usually means by a name.
    usual: Option<(AnnotatorId, UsualSpeakers)>,
    /// The article and annotator for which the reader was asked for that.
    pub asked: Option<(ArticleId, AnnotatorId)>,
    /// What a program outside suggested for an article.
    outside: Option<(ArticleId, Vec<Suggestion>)>,
    /// Those that are shown, with the ids that the page knows them by.
    shown: Vec<(QuoteId, Suggestion)>,
    ghosts: Arc<Ghosts>,
    /// Uncovered quotation marks and reporting verbs.
    missed: Vec<Place>,
    /// The one that was chosen; none: the first is next.
    selected: Option<QuoteId>,
    /// The quote that was made last with a guess, so that another number
    /// takes the guess's place.
    pub made: Option<QuoteId>,
}

impl Suggestions {
    /// Those that are shown, in reading order.
    pub fn shown(&self) -> &[(QuoteId, Suggestion)] {
        &self.shown
    }

    /// The same for the page.
    pub fn ghosts(&self) -> &Arc<Ghosts> {
        &self.ghosts
    }

    /// Quotation marks and reporting verbs that no quote covers.
    pub fn missed(&self) -> &[Place] {
        &self.missed
    }

    /// The one that was chosen.
    pub fn selected(&self) -> Option<QuoteId> {
        self.selected
    }

    /// Chooses one, or none.
    pub fn select(&mut self, id: Option<QuoteId>) {
        self.selected = id.filter(|id| self.get(*id).is_some());
    }

    /// The one that is taken next: the chosen one, or else the first.
    pub fn current(&self) -> Option<&(QuoteId, Suggestion)> {
        let chosen = self.selected.and_then(|id| self.shown.iter().find(|(other, _)| *other == id));
        chosen.or_else(|| self.shown.first())
    }

    pub fn get(&self, id: QuoteId) -> Option<&Suggestion> {
        self.shown.iter().find(|(other, _)| *other == id).map(|(_, suggestion)| suggestion)
    }

    /// The next one after a position, or else the first.
    pub fn after(&self, position: usize) -> Option<QuoteId> {
        let next = self.shown.iter().find(|(_, one)| one.hull().start >= position);
        next.or_else(|| self.shown.first()).map(|(id, _)| *id)
    }

    /// What is said around a position: the smallest content that holds it, or
    /// else the sentence.
    pub fn around(&self, position: usize) -> Option<&Suggestion> {
        let holds =
            |one: &&Suggestion| one.content.iter().any(|span| span.start <= position && position <= span.end);
        let smallest = self.all.iter().filter(holds).min_by_key(|one| spans::len(&one.content));
        smallest.or_else(|| self.all.iter().find(|one| one.covers(position)))
    }

    /// What is said in a selection: the one whose content it shares most
    /// with.
    pub fn on(&self, selection: Span) -> Option<&Suggestion> {
        let shared = |one: &Suggestion| spans::len(&spans::intersection(&one.content, &[selection]));
        self.all.iter().filter(|one| shared(one) > 0).max_by_key(|one| shared(one))
    }

    /// Whom a quote's source may refer to, the likeliest first.
    pub fn candidates(&self, quote: &Quote) -> &[Candidate] {
        let content = quote.spans(Role::Content);
        let shared = |one: &Suggestion| spans::len(&spans::intersection(&one.content, &content));
        let best = self.all.iter().filter(|one| shared(one) > 0).max_by_key(|one| shared(one));
        best.map_or(&[], |one| one.candidates.as_slice())
    }

    /// Takes up what a program outside suggested.
    pub fn take_outside(&mut self, article: ArticleId, suggestions: Vec<Suggestion>) {
        self.outside = Some((article, suggestions));
        self.stand = None;
    }

    /// Takes up whom an annotator usually means by a name.
    pub fn take_usual(&mut self, annotator: AnnotatorId, usual: UsualSpeakers) {
        let usual = Some((annotator, usual));
        if self.usual != usual {
            self.usual = usual;
            self.stand = None;
        }
    }

    /// What an annotator usually means by a name, as far as it is known.
    fn usual_of(&self, annotator: Option<AnnotatorId>) -> UsualSpeakers {
        let known = self.usual.as_ref().filter(|(whose, _)| Some(*whose) == annotator);
        known.map(|(_, usual)| usual.clone()).unwrap_or_default()
    }

    fn clear(&mut self) {
        self.job = None;
        self.all.clear();
        self.missed.clear();
        self.show(Vec::new());
    }

    fn show(&mut self, shown: Vec<(QuoteId, Suggestion)>) {
        self.shown = shown;
        self.select(self.selected);
    }

    fn draw(&mut self, document: &Document) {
        let list = self.shown.iter().map(|(id, one)| find::ghost(document, *id, one)).collect();
        let ghosts = Ghosts { list };
        if *self.ghosts != ghosts {
            self.ghosts = Arc::new(ghosts);
        }
    }
}

/// A name short enough for the margin.
fn short(candidate: &Candidate) -> String {
    let described =
        candidate.name.split_whitespace().last().is_some_and(|last| last.starts_with(char::is_lowercase));
    if described { candidate.name.clone() } else { short_name(&candidate.name, candidate.kind).to_owned() }
}

impl Ghost {
    fn new(quote: Quote, guess: Option<&Candidate>) -> Self {
        Self { quote: Arc::new(quote), guess: guess.map(short) }
    }
}

/// The speakers that the number keys link to a quote: those that its sentence
/// means most likely, then the usual ones; nine at most.
pub fn listed(workspace: &Workspace, view: &View, quote: &Quote) -> Vec<Candidate> {
    let registry = workspace.registry();
    let usual = candidates::numbered(workspace, &view.linked, Some(quote)).into_iter().filter_map(|id| {
        let speaker = registry.speakers.get(&id)?;
        Some(Candidate { speaker: Some(id), name: speaker.name.clone(), kind: speaker.kind, sure: false })
    });
    let mut listed: Vec<Candidate> = Vec::new();
    for mut candidate in view.suggestions.candidates(quote).iter().cloned().chain(usual) {
        let known = registry.speaker_named(&candidate.name).map(|speaker| speaker.id);
        let meant = candidate.speaker.and_then(|id| registry.speaker(id)).map(|speaker| speaker.id);
        candidate.speaker = meant.or(known);
        let same = |other: &Candidate| {
            other.name == candidate.name || other.speaker.is_some() && other.speaker == candidate.speaker
        };
        if listed.len() < NUMBERED && !listed.iter().any(same) {
            listed.push(candidate);
        }
    }
    listed
}
