//! Finding suggestions whenever the article or its quotes are others.

use std::task::Waker;

use super::{Found, Ghost, Stand, Suggestions};
use crate::edit::dismissed_suggestions;
use crate::gui::mode::Mode;
use crate::gui::settings::Settings;
use crate::gui::view::View;
use crate::gui::words::tr;
use crate::job::{Job, Poll};
use crate::model::{
    AnnotatorId, ArticleId, Document, Piece, Quote, QuoteId, Role, Span, Stage, Stamp, sha256, spans,
};
use crate::suggest::{Place, Suggestion};
use crate::workspace::{SuggestSettings, Suggester, Workspace};

/// Code points of an article, and speakers of a project, up to which the
/// work takes a part of a frame.
const AT_ONCE: (usize, usize) = (30_000, 1_000);

/// Whether suggestions are wanted: by the person, the project and the moment.
pub fn wanted(workspace: Option<&Workspace>, view: &View, settings: &Settings) -> bool {
    workspace.is_some_and(|workspace| {
        settings.suggestions
            && view.mode == Mode::Annotate
            && workspace.author().is_some()
            && !workspace.is_read_only()
            && !SuggestSettings::of(workspace.registry()).off
    })
}

/// Brings the suggestions up to what the article now is.
pub fn refresh(workspace: Option<&Workspace>, view: &mut View, settings: &Settings, waker: Waker) {
    let on = wanted(workspace, view, settings);
    let Some((workspace, document)) = workspace.and_then(|w| Some((w, w.document()?))) else {
        view.suggestions = Suggestions::default();
        return;
    };
    let stand = Stand { article: document.article.id, revision: view.revision, on };
    let suggestions = &mut view.suggestions;
    if suggestions.stand != Some(stand) {
        if suggestions.stand.is_none_or(|before| before.article != stand.article) {
            suggestions.selected = None;
            suggestions.made = None;
        }
        suggestions.stand = Some(stand);
        if on {
            begin(workspace, document, suggestions, waker);
        } else {
            suggestions.clear();
            suggestions.draw(document);
        }
    }
    match suggestions.job.as_ref().map(Job::poll) {
        Some(Poll::Done(found)) => {
            suggestions.job = None;
            take(workspace, document, suggestions, found);
        }
        Some(Poll::Failed) => suggestions.job = None,
        Some(Poll::Running) | None => {}
    }
}

fn begin(workspace: &Workspace, document: &Document, suggestions: &mut Suggestions, waker: Waker) {
    let author = workspace.author();
    let small = document.article.text.len() <= AT_ONCE.0 && workspace.registry().speakers.len() <= AT_ONCE.1;
    if small {
        suggestions.job = None;
        let suggester = Suggester::new(workspace.registry()).with_usual(suggestions.usual_of(author));
        let found = find(&suggester, document, author);
        take(workspace, document, suggestions, found);
        return;
    }
    let (registry, document) = (workspace.registry().clone(), document.clone());
    let usual = suggestions.usual_of(author);
    let title = tr!("suggest-job");
    suggestions.job = Some(Job::spawn(title, waker, move |_| {
        find(&Suggester::new(&registry).with_usual(usual), &document, author)
    }));
}

fn find(suggester: &Suggester, document: &Document, author: Option<AnnotatorId>) -> Found {
    Found { suggestions: suggester.suggest(document, author), places: suggester.places(document) }
}

fn take(workspace: &Workspace, document: &Document, suggestions: &mut Suggestions, found: Found) {
    let Found { suggestions: mut all, places } = found;
    if let Some((article, outside)) = &suggestions.outside
        && *article == document.article.id
    {
        let new = |one: &&Suggestion| !all.iter().any(|other| spans::overlap(&one.content, &other.content));
        let new: Vec<Suggestion> = outside.iter().filter(new).cloned().collect();
        all.extend(new);
        all.sort_by_key(Suggestion::hull);
    }
    let author = workspace.author();
    let own: Vec<&Quote> =
        document.quotes.iter().map(AsRef::as_ref).filter(|quote| Some(quote.annotator) == author).collect();
    let dismissed = author.map_or_else(Vec::new, |author| {
        dismissed_suggestions(workspace.registry(), document.article.id, author)
    });
    let covered =
        |content: &[Span]| own.iter().any(|quote| spans::overlap(&quote.spans(Role::Content), content));
    let shown: Vec<(QuoteId, Suggestion)> = all
        .iter()
        .filter(|one| !covered(&one.content) && !dismissed.contains(&one.key()))
        .map(|one| (ghost_id(document.article.id, one), one.clone()))
        .collect();
    let passed = |place: &Place| {
        let parts =
            |quote: &&Quote| Role::ALL.iter().any(|role| spans::overlap(&quote.spans(*role), &[place.span]));
        own.iter().any(parts) || dismissed.contains(&place.key())
    };
    suggestions.missed = places.into_iter().filter(|place| !passed(place)).collect();
    suggestions.all = all;
    suggestions.show(shown);
    suggestions.draw(document);
}

/// An id for the page, the same for the same words.
fn ghost_id(article: ArticleId, suggestion: &Suggestion) -> QuoteId {
    let hash = sha256(format!("{article}/{}", suggestion.key()).as_bytes());
    let number = hash.get(..32).and_then(|digits| u128::from_str_radix(digits, 16).ok());
    QuoteId(uuid::Uuid::from_u128(number.unwrap_or_default()))
}

/// The quote that a suggestion would be, for the page.
pub(super) fn ghost(document: &Document, id: QuoteId, suggestion: &Suggestion) -> Ghost {
    let text = &document.article.text;
    let pieces = |set: &[Span]| -> Vec<Piece> { set.iter().filter_map(|span| text.piece(*span)).collect() };
    let quote = Quote {
        quote_type: suggestion.quote_type,
        content: pieces(&suggestion.content),
        cue: pieces(&suggestion.cue),
        source: pieces(&suggestion.source),
        mention: suggestion.mention,
        status: Stage::New,
        ..Quote::new(
            id,
            document.article.id,
            AnnotatorId(uuid::Uuid::nil()),
            Stamp::new(jiff::Timestamp::UNIX_EPOCH, None),
        )
    };
    Ghost::new(quote, suggestion.guess())
}
