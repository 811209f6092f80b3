//! Comments: begun, answered, settled, walked through.

use std::sync::Arc;

use super::{App, decide, go_to_anchor, performed};
use crate::edit::Edit;
use crate::gui::command::ReviewCommand;
use crate::gui::mode::Mode;
use crate::gui::review::ReviewTab;
use crate::gui::view::{Popup, Tab};
use crate::gui::words::tr;
use crate::model::{Anchor, ClaimId, Comment, CommentId, Document, Piece};

pub fn run(app: &mut App, command: ReviewCommand) {
    match command {
        ReviewCommand::Next => walk(app, true),
        ReviewCommand::Previous => walk(app, false),
        _ => decide::run(app, command),
    }
}

/// What the selection stands for: the open claim, else the selected quote; in
/// Decide all of its group.
fn selected(app: &App) -> Vec<Anchor> {
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    if let Some((document, claim)) = document.zip(open_claim(app))
        && let Some(claim) = document.claim(claim)
    {
        let chosen = app.view.page.selection();
        // Opening a claim selects its words.
        if chosen.is_none() || chosen == document.place_of(claim) {
            return vec![Anchor::Claim(claim.id)];
        }
    }
    let Some(selected) = app.view.selected else { return Vec::new() };
    let grouped = app.view.mode == Mode::Review && app.view.review.tab != ReviewTab::Single;
    match decide::current(app).filter(|_| grouped) {
        Some((_, case)) => case.members.iter().copied().chain(case.result).map(Anchor::Quote).collect(),
        None => vec![Anchor::Quote(selected)],
    }
}

/// The claim that is to be seen: in its tab, or among those of a layer.
fn open_claim(app: &App) -> Option<ClaimId> {
    let shown = match app.view.mode {
        Mode::Annotate => app.view.tab == Tab::Claims,
        Mode::Review => app.view.review.tab != ReviewTab::Decide,
    };
    app.view.claim.filter(|_| shown)
}

/// The open threads of the article.
fn open_threads(app: &App) -> Vec<Arc<Comment>> {
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    let threads = document.into_iter().flat_map(Document::threads).map(|(first, _)| first);
    threads.filter(|first| !first.is_resolved()).cloned().collect()
}

/// The thread that was gone to last, while the threads are shown.
fn gone_to(app: &App) -> Option<CommentId> {
    let shown = app.view.mode == Mode::Review && app.view.review.tab == ReviewTab::Comments;
    app.view.review.thread.filter(|_| shown)
}

/// The open threads on what is selected; the one that was gone to comes first.
fn threads_here(app: &App) -> Vec<Arc<Comment>> {
    let selected = selected(app);
    let words = app.view.page.selection();
    let gone_to = gone_to(app);
    let mut threads = open_threads(app);
    threads.retain(|first| {
        let on_words = first.anchor == Anchor::Span && first.spans.first().map(Piece::span) == words;
        Some(first.id) == gone_to || on_words || selected.contains(&first.anchor)
    });
    threads.sort_by_key(|first| Some(first.id) != gone_to);
    threads
}

/// A comment on the open claim, else on the selected words, else on the
/// selected quote, else on the article. Where a thread on it is open, an
/// answer in that.
pub fn begin(app: &mut App) {
    let selected = selected(app);
    let (anchor, spans) = match (app.view.page.selection(), selected.first().copied()) {
        (_, Some(claim @ Anchor::Claim(_))) => (claim, Vec::new()),
        (Some(span), _) => (Anchor::Span, vec![span]),
        (None, first) => (first.unwrap_or(Anchor::Article), Vec::new()),
    };
    let about = |first: &&Arc<Comment>| match anchor {
        Anchor::Quote(_) | Anchor::Claim(_) => selected.contains(&first.anchor),
        Anchor::Span => {
            first.anchor == anchor && first.spans.first().map(Piece::span) == spans.first().copied()
        }
        Anchor::Article => first.anchor == anchor && Some(first.id) == gone_to(app),
    };
    let reply_to = threads_here(app).iter().find(about).map(|first| first.id);
    app.view.popup = Some(Popup::Comment { anchor, spans, reply_to, words: String::new() });
}

/// A comment on the article, whatever is selected.
pub fn begin_on_article(app: &mut App) {
    let anchor = Anchor::Article;
    app.view.popup = Some(Popup::Comment { anchor, spans: Vec::new(), reply_to: None, words: String::new() });
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

/// The next open thread, whatever it is about.
fn walk(app: &mut App, forward: bool) {
    let threads = open_threads(app);
    let here = app.view.review.thread.and_then(|id| threads.iter().position(|first| first.id == id));
    let next = match (here, forward) {
        (Some(here), true) => (here + 1) % threads.len(),
        (Some(here), false) => (here + threads.len() - 1) % threads.len(),
        (None, true) => 0,
        (None, false) => threads.len().saturating_sub(1),
    };
    match threads.get(next) {
        Some(next) => go_to(app, next.id),
        None => app.view.say(tr!("review-no-threads")),
    }
}

/// Goes to what a thread of the open article is about.
pub fn go_to(app: &mut App, thread: CommentId) {
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    let Some(first) = document.and_then(|document| document.comment(thread)).map(Arc::clone) else { return };
    go_to_anchor(app, first.article, first.anchor, first.spans.first().map(Piece::span));
    app.view.review.thread = Some(thread);
}
