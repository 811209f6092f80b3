//! Taking suggestions, and quotes that complete themselves.

use super::quote::{select, selected_words};
use super::{App, article, performed};
use crate::edit::{Edit, NewQuote, QuoteChange, QuoteDraft};
use crate::gui::command::SuggestCommand;
use crate::gui::reader::Ask;
use crate::gui::settings::Change;
use crate::gui::suggestions::{self, OwnDraft, SuggestAction};
use crate::gui::view::{After, Popup};
use crate::gui::words::tr;
use crate::model::{QuoteId, Role, Span, quotation_at, spans};
use crate::suggest::{Candidate, Place, PlaceKind, Suggestion};
use crate::workspace::{SuggestSettings, Workspace, off_key, own_words_key, program_key};

pub fn run(app: &mut App, command: SuggestCommand) {
    match command {
        SuggestCommand::Accept => accept(app),
        SuggestCommand::AcceptAll => accept_all(app),
        SuggestCommand::Dismiss => dismiss(app),
        SuggestCommand::Toggle => {
            let wanted = !app.settings.suggestions;
            super::settings::change(app, Change::Suggestions(wanted));
            app.view.say(if wanted { tr!("suggest-now-on") } else { tr!("suggest-now-off") });
        }
        SuggestCommand::Blind => blind(app),
        SuggestCommand::CheckMissed => {
            refresh(app);
            app.view.popup = Some(Popup::Missed { chosen: 0, after: After::Stay });
        }
        SuggestCommand::Words => {
            let settings = app.workspace.as_ref().map(|workspace| SuggestSettings::of(workspace.registry()));
            let draft = OwnDraft::from(&settings.unwrap_or_default());
            app.view.popup = Some(Popup::OwnWords(Box::new(draft)));
        }
        SuggestCommand::AskProgram => super::outside::ask(app),
    }
}

pub fn act(app: &mut App, action: SuggestAction) {
    match action {
        SuggestAction::Choose { id, reveal } => choose(app, Some(id), reveal),
        SuggestAction::Accept(id) => {
            choose(app, Some(id), false);
            accept(app);
        }
        SuggestAction::Mark(place) => mark_place(app, place),
        SuggestAction::Pass(place) => pass_place(app, place),
        SuggestAction::Reveal(place) => {
            app.view.page.set_selection(place.span);
            app.view.page.reveal(place.span.start);
        }
        SuggestAction::Link(quote, candidate) => link(app, quote, &candidate),
        SuggestAction::Keep(draft) => keep(app, &draft),
        SuggestAction::GoOn(after) => {
            app.view.popup = None;
            super::article::go_on(app, after);
        }
    }
}

/// The speakers that the number keys link to a quote: those that its sentence
/// means most likely, then those of the article and the newest.
pub fn listed(app: &App, quote: QuoteId) -> Vec<Candidate> {
    let Some(workspace) = &app.workspace else { return Vec::new() };
    let quote = workspace.document().and_then(|document| document.quote(quote));
    quote.map_or_else(Vec::new, |quote| suggestions::listed(workspace, &app.view, quote))
}

/// Links someone who may be new. A guess that was only filled in gives way,
/// to another number too.
pub fn link(app: &mut App, quote: QuoteId, candidate: &Candidate) {
    let made = app.view.suggestions.made;
    let role = Role::Source;
    let edit = match candidate.speaker {
        Some(speaker) => Edit::ChangeQuote { quote, change: QuoteChange::Link(role, speaker) },
        None => Edit::LinkNewSpeaker { quote, role, speaker: candidate.fields() },
    };
    super::perform(app, &edit);
    app.view.suggestions.made = made;
}

/// Whether an edit links someone to the source of the quote whose speaker was
/// only guessed: the guess gives way then.
pub fn instead_of_guess(app: &mut App, edit: &Edit) -> Vec<Edit> {
    let made = app.view.suggestions.made;
    let quote = match edit {
        Edit::ChangeQuote { quote, change: QuoteChange::Link(Role::Source, _) }
        | Edit::LinkNewSpeaker { quote, role: Role::Source, .. } => Some(*quote),
        _ => None,
    };
    let Some(quote) = quote.filter(|quote| made == Some(*quote)) else { return vec![edit.clone()] };
    app.view.suggestions.made = None;
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    let before = document.and_then(|document| document.quote(quote)).map(|quote| quote.speakers.clone());
    if let Edit::ChangeQuote { change: QuoteChange::Link(role, speaker), .. } = edit {
        return vec![Edit::ChangeQuote { quote, change: QuoteChange::LinkOnly(*role, *speaker) }];
    }
    let unlink = |speaker| Edit::ChangeQuote { quote, change: QuoteChange::Unlink(Role::Source, speaker) };
    std::iter::once(edit.clone()).chain(before.into_iter().flatten().map(unlink)).collect()
}

/// Keeps the project's own words and its program.
fn keep(app: &mut App, draft: &OwnDraft) {
    let words = draft.words();
    let words = (!words.is_empty()).then(|| serde_json::to_value(&words).unwrap_or_default());
    let program = draft.program().map(|program| serde_json::to_value(&program).unwrap_or_default());
    for (key, value) in [(own_words_key(), words), (program_key(), program)] {
        let _ = performed(app, &Edit::SetSetting { key: key.to_owned(), value });
    }
    app.view.popup = None;
    app.view.page.request_focus();
}

/// Asks whom the annotator usually means by a name, once for each article:
/// what is linked in the open one is looked at by itself.
fn ask_usual(app: &mut App) {
    let wanted = suggestions::wanted(app.workspace.as_ref(), &app.view, &app.settings);
    let author = app.workspace.as_ref().filter(|_| wanted).and_then(Workspace::author);
    let asked = article::current(app).zip(author);
    if asked.is_none() || app.view.suggestions.asked == asked {
        return;
    }
    app.view.suggestions.asked = asked;
    if let (Some((_, author)), Some(reader)) = (asked, &app.services.reader) {
        reader.ask(Ask::Usual(author));
        article::take_answers(app, article::PATIENCE);
    }
}

/// Brings suggestions up to what the article now is.
pub fn refresh(app: &mut App) {
    ask_usual(app);
    let waker = app.services.waker();
    suggestions::refresh(app.workspace.as_ref(), &mut app.view, &app.settings, waker);
}

/// Chooses a suggestion on the page.
pub fn choose(app: &mut App, id: Option<QuoteId>, reveal: bool) {
    if id.is_some() {
        select(app, None, false);
    }
    app.view.suggestions.select(id);
    let start = id.and_then(|id| app.view.suggestions.get(id)).map(|one| one.hull().start);
    if let Some(start) = start.filter(|_| reveal) {
        app.view.page.reveal(start);
    }
}

fn accept(app: &mut App) {
    let Some((_, one)) = app.view.suggestions.current() else {
        app.view.say(tr!("suggest-none"));
        return;
    };
    let (new, end) = (one.quote(), one.hull().end);
    if let Some(quote) = make(app, &Edit::AcceptSuggestions(vec![new])) {
        let next = app.view.suggestions.after(end);
        select(app, Some(quote), true);
        app.view.suggestions.select(next);
    }
}

/// Makes a quote that was suggested or completed, and gives it.
fn make(app: &mut App, edit: &Edit) -> Option<QuoteId> {
    let quote = performed(app, edit)?.quotes.last().copied();
    app.view.suggestions.made = quote;
    refresh(app);
    quote
}

fn accept_all(app: &mut App) {
    let all: Vec<NewQuote> = app.view.suggestions.shown().iter().map(|(_, one)| one.quote()).collect();
    let number = all.len();
    if number == 0 {
        app.view.say(tr!("suggest-none"));
    } else if performed(app, &Edit::AcceptSuggestions(all)).is_some() {
        refresh(app);
        app.view.say(tr!("suggest-accepted", number = number));
    }
}

fn dismiss(app: &mut App) {
    let Some((_, one)) = app.view.suggestions.current() else {
        app.view.say(tr!("suggest-none"));
        return;
    };
    let (key, end) = (one.key(), one.hull().end);
    if performed(app, &Edit::DismissSuggestion(key)).is_some() {
        refresh(app);
        let next = app.view.suggestions.after(end);
        choose(app, next, true);
    }
}

/// The quote that Q makes: with the selected words, or else with those that
/// are said where the caret stands. What the sentence says of it is filled
/// in. False where nothing is there to be made.
pub fn complete(app: &mut App) -> bool {
    refresh(app);
    let new = match selected_words(app) {
        Some(span) => app.view.suggestions.on(span).map(|one| on_selection(one, span)),
        None => app
            .view
            .suggestions
            .around(app.view.page.caret())
            .filter(|one| is_new(app, one))
            .map(Suggestion::quote),
    };
    let Some(new) = new else { return false };
    let end = new.draft.content.last().map_or(0, |span| span.end);
    if let Some(quote) = make(app, &Edit::AddNewQuote(Box::new(new))) {
        select(app, Some(quote), false);
        app.view.grown.clear();
        app.view.page.set_selection(Span::new(end, end));
    }
    true
}

/// Whether the annotator has no quote on these words yet.
fn is_new(app: &App, suggestion: &Suggestion) -> bool {
    let Some(workspace) = &app.workspace else { return false };
    let quotes = workspace.document().map(|document| document.quotes.as_slice()).unwrap_or_default();
    let own = quotes.iter().filter(|quote| Some(quote.annotator) == workspace.author());
    !own.into_iter().any(|quote| spans::overlap(&quote.spans(Role::Content), &suggestion.content))
}

/// The selected words as the content, and of the rest what lies outside of
/// them.
fn on_selection(suggestion: &Suggestion, selection: Span) -> NewQuote {
    let mut new = suggestion.quote();
    let draft = &mut new.draft;
    draft.content = vec![selection];
    draft.quote_type = None;
    for part in [&mut draft.cue, &mut draft.source, &mut draft.addressee, &mut draft.relay] {
        part.retain(|span| !span.overlaps(selection));
    }
    if draft.source.is_empty() {
        draft.mention = None;
    }
    new
}

/// Turns suggestions off for everyone in the project, or on again.
fn blind(app: &mut App) {
    let Some(workspace) = &app.workspace else { return };
    let off = !SuggestSettings::of(workspace.registry()).off;
    let edit =
        Edit::SetSetting { key: off_key().to_owned(), value: off.then(|| serde_json::Value::from(true)) };
    if performed(app, &edit).is_some() {
        app.view.say(if off { tr!("suggest-project-off") } else { tr!("suggest-project-on") });
    }
}

/// Makes a quote at a place that may have been missed.
pub fn mark_place(app: &mut App, place: Place) {
    let around = app.view.suggestions.around(place.span.start).filter(|one| is_new(app, one));
    let new = around.map_or_else(|| plain(app, place), Suggestion::quote);
    if let Some(quote) = make(app, &Edit::AddNewQuote(Box::new(new))) {
        select(app, Some(quote), true);
    }
}

/// The words in the marks, or the sentence around a verb.
fn plain(app: &App, place: Place) -> NewQuote {
    let text = app
        .workspace
        .as_ref()
        .and_then(|workspace| workspace.document())
        .map(|document| &document.article.text);
    let (content, cue) = match place.kind {
        PlaceKind::Marks => {
            (text.and_then(|text| quotation_at(text, place.span.start + 1)).unwrap_or(place.span), Vec::new())
        }
        PlaceKind::Cue => (place.sentence, vec![place.span]),
    };
    let content = spans::difference(&[content], &cue);
    NewQuote { draft: QuoteDraft { content, cue, ..QuoteDraft::default() }, ..NewQuote::default() }
}

/// Lets a place pass that is no quote.
pub fn pass_place(app: &mut App, place: Place) {
    if performed(app, &Edit::DismissSuggestion(place.key())).is_some() {
        refresh(app);
    }
}
