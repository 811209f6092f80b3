//! Marking and changing quotes.

use super::{App, forms, performed};
use crate::edit::{ClaimFields, Edit, QuoteChange, QuoteDraft};
use crate::gui::command::Command;
use crate::gui::page::Edge;
use crate::gui::unresolved::Point;
use crate::gui::view::{Popup, Tab};
use crate::gui::words::{self, tr};
use crate::model::{
    Quote, QuoteId, QuoteType, Role, Span, SpeakerId, quotation_at, spans, with_end_moved, with_start_moved,
};

pub fn run(app: &mut App, command: Command) {
    match command {
        Command::MarkQuote => mark_quote(app),
        Command::Mark(role) => mark(app, role),
        Command::AddPiece => add_piece(app),
        Command::RemovePiece => remove_piece(app),
        Command::MoveEdge(edge, forward) => move_edge(app, edge, forward),
        Command::LinkSpeaker => link_popup(app),
        Command::LinkNumber(number) => link_number(app, number),
        Command::CycleType => cycle_type(app),
        Command::MarkClaim => claim(app),
        Command::DeleteQuote => delete(app),
        Command::NextQuote => walk(app, 1),
        Command::PreviousQuote => walk(app, -1),
        Command::NextUnresolved => next_unresolved(app),
        _ => {}
    }
}

/// Chooses a quote, or none.
pub fn select(app: &mut App, quote: Option<QuoteId>, reveal: bool) {
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    let found = quote.and_then(|id| document.and_then(|document| document.quote(id)));
    app.view.selected = found.map(|quote| quote.id);
    if found.is_some() {
        // In a narrow window the card has the queue's place.
        app.view.queue_instead = false;
    }
    app.view.suggestions.select(None);
    if let Some(piece) = found.and_then(|quote| quote.content.first())
        && reveal
    {
        app.view.page.reveal(piece.start);
    }
    app.view.claim = None;
    app.view.review.thread = None;
    app.view.reveal_row = true;
    forms::follow(app);
}

/// Shows the next quote of the article that a speaker has part in, or the
/// articles that name the speaker.
pub fn show_speaker(app: &mut App, speaker: SpeakerId) {
    let Some(workspace) = &app.workspace else { return };
    let author = workspace.author();
    let quotes = workspace.document().map(|document| document.quotes.as_slice()).unwrap_or_default();
    let has_part = |quote: &&std::sync::Arc<Quote>| {
        Some(quote.annotator) == author
            && Role::ALL.iter().any(|role| quote.speakers_of(*role).contains(&speaker))
    };
    let here = quotes.iter().position(|quote| Some(quote.id) == app.view.selected).map_or(0, |at| at + 1);
    let (before, after) = quotes.split_at(here);
    let next = after.iter().chain(before).find(has_part).map(|quote| quote.id);
    if next.is_some() {
        select(app, next, true);
        return;
    }
    let name = workspace.registry().speakers.get(&speaker).map(|speaker| speaker.name.clone());
    app.view.queue.words = name.unwrap_or_default();
    app.view.queue_open = true;
    app.view.focus_filter = true;
    super::article::search(app);
}

/// The selected quote, or else a word of what to do.
fn selected(app: &mut App) -> Option<QuoteId> {
    if app.view.selected.is_none() {
        app.view.say(tr!("page-choose-quote"));
    }
    app.view.selected
}

/// The selected words without the white space around them.
pub fn selected_words(app: &App) -> Option<Span> {
    app.view.page.selection().map(|span| trimmed(app, span)).filter(|span| !span.is_empty())
}

fn trimmed(app: &App, span: Span) -> Span {
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    document.map_or(span, |document| document.article.text.trimmed(span))
}

/// The selected words, or else a word of what to do.
fn selection(app: &mut App) -> Option<Span> {
    let selection = selected_words(app);
    if selection.is_none() {
        app.view.say(tr!("page-select-words"));
    }
    selection
}

fn mark_quote(app: &mut App) {
    if super::suggest::complete(app) {
        return;
    }
    let at_caret = || {
        let document = app.workspace.as_ref()?.document()?;
        quotation_at(&document.article.text, app.view.page.caret())
    };
    let Some(span) = selected_words(app).or_else(at_caret) else {
        app.view.say(tr!("page-select-quote"));
        return;
    };
    let draft = QuoteDraft { content: vec![span], ..QuoteDraft::default() };
    if let Some(touched) = performed(app, &Edit::AddQuote(draft)) {
        select(app, touched.quotes.last().copied(), false);
        collapse(app, span);
    }
}

fn mark(app: &mut App, role: Role) {
    let (Some(span), Some(quote)) = (selection(app), selected(app)) else { return };
    let change = QuoteChange::Spans(role, vec![span]);
    if performed(app, &Edit::ChangeQuote { quote, change }).is_some() {
        collapse(app, span);
    }
}

fn add_piece(app: &mut App) {
    let (Some(span), Some(quote)) = (selection(app), selected(app)) else { return };
    let change = QuoteChange::AddSpan(Role::Content, span);
    if performed(app, &Edit::ChangeQuote { quote, change }).is_some() {
        collapse(app, span);
    }
}

fn remove_piece(app: &mut App) {
    let (Some(span), Some(id)) = (selection(app), selected(app)) else { return };
    let Some(content) = quote(app, id).map(|quote| quote.spans(Role::Content)) else { return };
    let left = spans::difference(&content, &[span]).into_iter();
    let left: Vec<Span> = left.map(|span| trimmed(app, span)).collect();
    if left.iter().all(|span| span.is_empty()) {
        return app.view.say(tr!("page-content-stays"));
    }
    let change = QuoteChange::Spans(Role::Content, left);
    if performed(app, &Edit::ChangeQuote { quote: id, change }).is_some() {
        collapse(app, span);
    }
}

/// Moves an edge of the part of the selected quote that the caret is in, or
/// else of its nearest piece of content; the caret goes along.
fn move_edge(app: &mut App, edge: Edge, forward: bool) {
    let Some(id) = selected(app) else { return };
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    let Some((quote, text)) = document.and_then(|open| Some((open.quote(id)?, &open.article.text))) else {
        return;
    };
    let caret = app.view.page.caret();
    let distance = |span: &Span| span.start.saturating_sub(caret).max(caret.saturating_sub(span.end));
    let pieces = Role::ALL.iter().flat_map(|role| {
        quote.spans(*role).into_iter().enumerate().map(move |(place, span)| (*role, place, span))
    });
    let here = pieces.filter(|(role, _, span)| distance(span) == 0 || *role == Role::Content);
    let Some((role, place, span)) = here.min_by_key(|(_, _, span)| (distance(span), span.len())) else {
        return;
    };
    let moved = match edge {
        Edge::Start => with_start_moved(text, span, forward),
        Edge::End => with_end_moved(text, span, forward),
    };
    let Some(moved) = moved else { return };
    let mut spans = quote.spans(role);
    if let Some(span) = spans.get_mut(place) {
        *span = moved;
    }
    let change = QuoteChange::Spans(role, spans);
    if performed(app, &Edit::ChangeQuote { quote: id, change }).is_some() {
        let at = if edge == Edge::Start { moved.start } else { moved.end };
        collapse(app, Span::new(at, at));
    }
}

/// Copies the selected words, or those of the selected quote, with who said
/// them where and when.
pub fn copy_citation(app: &mut App) {
    let Some(cited) = citation(app) else {
        return app.view.say(tr!("page-nothing-to-cite"));
    };
    app.services.ctx.copy_text(cited);
    app.view.say(tr!("page-cited"));
}

fn citation(app: &App) -> Option<String> {
    let workspace = app.workspace.as_ref()?;
    let document = workspace.document()?;
    let (selection, chosen) = (selected_words(app), app.view.selected);
    let says = |quote: &&std::sync::Arc<Quote>| match selection {
        Some(span) => quote.content.iter().any(|piece| piece.span().covers(span)),
        None => Some(quote.id) == chosen,
    };
    let said = document.quotes.iter().filter(says);
    let quote = said.min_by_key(|quote| (Some(quote.id) != chosen, spans::len(&quote.spans(Role::Content))));
    let pieces: Vec<&str> = match selection {
        Some(span) => vec![document.article.text.slice(span)?],
        None => quote?.content.iter().map(|piece| piece.text.as_str()).collect(),
    };
    let speakers = quote.map(|quote| quote.speakers.as_slice()).unwrap_or_default();
    let names = speakers.iter().filter_map(|id| Some(workspace.registry().speakers.get(id)?.name.as_str()));
    Some(words::citation(&pieces, names, &document.article.metadata))
}

/// After marking, the caret stands at the end of what was marked, so that the
/// next selection begins there.
fn collapse(app: &mut App, span: Span) {
    app.view.grown.clear();
    app.view.page.set_selection(Span::new(span.end, span.end));
}

fn link_popup(app: &mut App) {
    if let Some(quote) = selected(app) {
        app.view.popup = Some(Popup::link(quote, Role::Source, String::new()));
    }
}

fn link_number(app: &mut App, number: u8) {
    let Some(quote) = selected(app) else { return };
    let listed = super::suggest::listed(app, quote);
    match listed.get(usize::from(number).saturating_sub(1)).cloned() {
        Some(candidate) => super::suggest::link(app, quote, &candidate),
        None => app.view.say(tr!("side-no-such-number", number = number)),
    }
}

fn cycle_type(app: &mut App) {
    let Some(id) = selected(app) else { return };
    let Some(current) = quote(app, id).map(|quote| quote.quote_type) else { return };
    let place = QuoteType::ALL.iter().position(|other| *other == current).unwrap_or(0);
    let next = QuoteType::ALL.iter().cycle().nth(place + 1).copied().unwrap_or(current);
    let _ = performed(app, &Edit::ChangeQuote { quote: id, change: QuoteChange::Type(next) });
}

/// A claim on the selected words, or else on the selected quote; pressed
/// again, the quote's claim is taken away.
fn claim(app: &mut App) {
    let selection = selected_words(app);
    let edit = if let Some(span) = selection {
        Edit::AddClaim { quote: None, spans: vec![span], fields: ClaimFields::default() }
    } else {
        let Some(id) = selected(app) else { return };
        let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
        match document.and_then(|document| document.claim_on(id)) {
            Some(claim) => Edit::DeleteClaim(claim.id),
            None => Edit::AddClaim { quote: Some(id), spans: Vec::new(), fields: ClaimFields::default() },
        }
    };
    if performed(app, &edit).is_some() && selection.is_some() {
        open_newest_claim(app);
    }
}

/// Opens the claim that was just made, to say it in one's own words.
fn open_newest_claim(app: &mut App) {
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    app.view.claim = document.and_then(|document| document.claims.iter().map(|claim| claim.id).max());
    app.view.tab = Tab::Claims;
    forms::follow(app);
}

fn delete(app: &mut App) {
    let Some(id) = selected(app) else { return };
    if performed(app, &Edit::DeleteQuote(id)).is_some() {
        let key = app.view.keymap.shown(&app.services.ctx, Command::Undo);
        app.view.say(tr!("page-quote-deleted", key = key));
    }
}

/// Goes on to the next quote or suggestion.
fn walk(app: &mut App, step: isize) {
    let quotes = own_quotes(app, |_| true).into_iter();
    let ghosts = app.view.suggestions.shown().iter().map(|(id, one)| (*id, one.hull().start));
    let mut ids: Vec<(QuoteId, usize)> = quotes.chain(ghosts).collect();
    ids.sort_by_key(|(_, start)| *start);
    let caret = app.view.page.caret();
    let here = app.view.selected.or(app.view.suggestions.selected());
    let place = here.and_then(|id| ids.iter().position(|(other, _)| *other == id));
    let next = match place {
        Some(place) => (place + ids.len()).saturating_add_signed(step) % ids.len(),
        None if step > 0 => ids.iter().position(|(_, start)| *start >= caret).unwrap_or(0),
        None => ids.iter().rposition(|(_, start)| *start <= caret).unwrap_or(ids.len().saturating_sub(1)),
    };
    match ids.get(next).map(|(id, _)| *id) {
        Some(id) if app.view.suggestions.get(id).is_some() => super::suggest::choose(app, Some(id), true),
        Some(id) => select(app, Some(id), true),
        None => app.view.say(tr!("page-no-quote")),
    }
}

/// Goes to the next open point: a quote without a speaker is selected, marks
/// without a quote are, so that Q makes one of them.
fn next_unresolved(app: &mut App) {
    let Some(workspace) = &app.workspace else { return };
    let Some(document) = workspace.document() else { return };
    app.view.unresolved.refresh(document, workspace.author(), app.view.revision);
    let selection = app.view.page.selection();
    let selected = app.view.selected;
    let passed = |point: &Point| match point {
        Point::Quote(id) => Some(*id) == selected,
        Point::Marks(span) => Some(*span) == selection,
    };
    let from = selected.and_then(|id| quote(app, id)).map(|quote| quote.reading_order().0);
    let from = selection.map(|span| span.start).or(from).unwrap_or(0);
    match app.view.unresolved.next(from, passed) {
        Some(Point::Quote(id)) => {
            app.view.page.set_selection(Span::new(from, from));
            select(app, Some(id), true);
        }
        Some(Point::Marks(span)) => {
            select(app, None, false);
            app.view.page.set_selection(span);
            app.view.page.reveal(span.start);
            app.view.say(tr!("side-marks-open"));
        }
        None if app.view.unresolved.count() == 0 => app.view.say(tr!("side-nothing-open")),
        None => app.view.say(tr!("side-last-open")),
    }
    app.view.tab = Tab::Quotes;
}

fn quote(app: &App, id: QuoteId) -> Option<&Quote> {
    app.workspace.as_ref()?.document()?.quote(id).map(AsRef::as_ref)
}

/// The annotator's quotes that pass, with their starts, in reading order.
fn own_quotes(app: &App, passes: impl Fn(&Quote) -> bool) -> Vec<(QuoteId, usize)> {
    let Some(workspace) = &app.workspace else { return Vec::new() };
    let (Some(document), Some(author)) = (workspace.document(), workspace.author()) else {
        return Vec::new();
    };
    let own = document.quotes_of(author).filter(|quote| passes(quote));
    own.map(|quote| (quote.id, quote.reading_order().0)).collect()
}
