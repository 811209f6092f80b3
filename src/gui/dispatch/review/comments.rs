//! Comments: begun, answered, settled, walked through.

use std::sync::Arc;

use super::{App, decide, performed, quote};
use crate::edit::Edit;
use crate::gui::command::ReviewCommand;
use crate::gui::mode::Mode;
use crate::gui::review::ReviewTab;
use crate::gui::view::Popup;
use crate::gui::words::tr;
use crate::model::{Anchor, Comment, CommentId, Document, QuoteId};

pub fn run(app: &mut App, command: ReviewCommand) {
    match command {
        ReviewCommand::Next => walk(app, true),
        ReviewCommand::Previous => walk(app, false),
        _ => decide::run(app, command),
    }
}

/// The quotes that the selection stands for: all of a group's in Decide.
fn selected_quotes(app: &App) -> Vec<QuoteId> {
    let Some(selected) = app.view.selected else { return Vec::new() };
    let grouped = app.view.mode == Mode::Review && app.view.review.tab != ReviewTab::Single;
    match decide::current(app).filter(|_| grouped) {
        Some((_, case)) => case.members.iter().copied().chain(case.result).collect(),
        None => vec![selected],
    }
}

/// The open threads on what is selected.
fn threads_here(app: &App) -> Vec<Arc<Comment>> {
    let quotes = selected_quotes(app);
    let about = |comment: &&Arc<Comment>| match comment.anchor {
        Anchor::Quote(id) => quotes.contains(&id),
        _ => false,
    };
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    let threads = document.into_iter().flat_map(Document::threads).map(|(first, _)| first);
    threads.filter(about).filter(|first| !first.is_resolved()).cloned().collect()
}

/// A comment on the selected words, else on the selected quote, else on the
/// article. Where a thread on the quote is open, an answer in it.
pub fn begin(app: &mut App) {
    let quotes = selected_quotes(app);
    let thread = threads_here(app).first().map(|first| first.id);
    let (anchor, spans, reply_to) = match (app.view.page.selection(), quotes.first()) {
        (Some(span), _) => (Anchor::Span, vec![span], None),
        (None, Some(quote)) => (Anchor::Quote(*quote), Vec::new(), thread),
        (None, None) => (Anchor::Article, Vec::new(), None),
    };
    app.view.popup = Some(Popup::Comment { anchor, spans, reply_to, words: String::new() });
}

/// Posts what stands in the popup.
pub fn post(app: &mut App) {
    let Some(Popup::Comment { anchor, spans, reply_to, words }) = app.view.popup.take() else { return };
    let edit = Edit::AddComment { anchor, spans: spans.clone(), reply_to, text: words.clone() };
    if performed(app, &edit).is_none() {
        app.view.popup = Some(Popup::Comment { anchor, spans, reply_to, words });
    }
}

/// Posts the answer that was typed under a thread.
pub fn answer(app: &mut App, thread: CommentId) {
    let text = app.view.review.answers.get(&thread).cloned().unwrap_or_default();
    let edit = Edit::AddComment { anchor: Anchor::Article, spans: Vec::new(), reply_to: Some(thread), text };
    if performed(app, &edit).is_some() {
        app.view.review.answers.remove(&thread);
    }
}

/// Settles the first open thread on what is selected.
pub fn settle(app: &mut App) {
    match threads_here(app).first() {
        Some(first) => _ = performed(app, &Edit::ResolveComment { comment: first.id, resolved: true }),
        None => app.view.say(tr!("review-no-thread")),
    }
}

/// The next open thread.
fn walk(app: &mut App, forward: bool) {
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    let threads = document.into_iter().flat_map(Document::threads).map(|(first, _)| first);
    let quotes: Vec<QuoteId> = threads
        .filter(|first| !first.is_resolved())
        .filter_map(|first| match first.anchor {
            Anchor::Quote(id) => Some(id),
            _ => None,
        })
        .collect();
    let here = app.view.selected.and_then(|id| quotes.iter().position(|other| *other == id));
    let next = match (here, forward) {
        (Some(here), true) => (here + 1) % quotes.len(),
        (Some(here), false) => (here + quotes.len() - 1) % quotes.len(),
        (None, _) => 0,
    };
    match quotes.get(next).copied() {
        Some(next) => quote::select(app, Some(next), true),
        None => app.view.say(tr!("review-no-threads")),
    }
}
