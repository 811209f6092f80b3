//! What is done in mode Review.

mod comments;
mod decide;
mod own;
mod single;

use super::{App, agreement, article, performed, quote};
use crate::edit::Edit;
use crate::gui::command::{Command, ReviewCommand};
use crate::gui::mode::Mode;
use crate::gui::review::{ReasonFor, ReviewAction, ReviewTab, freshen};
use crate::gui::view::Tab;
use crate::gui::words::tr;
use crate::model::{Anchor, AnnotatorId, ArticleId, Aspect, DecisionId, QuoteId, Span};

pub fn run(app: &mut App, command: ReviewCommand) {
    look(app);
    match command {
        ReviewCommand::Show(tab) => show(app, tab),
        ReviewCommand::Comment => comments::begin(app),
        ReviewCommand::CommentOnArticle => comments::begin_on_article(app),
        ReviewCommand::Settle => comments::settle(app),
        ReviewCommand::NextField => own::step_field(app, 1),
        ReviewCommand::PreviousField => own::step_field(app, -1),
        ReviewCommand::Own => own::edit(app),
        _ => match app.view.review.tab {
            ReviewTab::Single => single::run(app, command),
            ReviewTab::Comments => comments::run(app, command),
            ReviewTab::Decide => decide::run(app, command),
            ReviewTab::Agreement => agreement::run(app, command),
        },
    }
}

pub fn act(app: &mut App, action: ReviewAction) {
    look(app);
    match action {
        ReviewAction::Show(tab) => show(app, tab),
        ReviewAction::Compare(annotator, compared) => compare(app, annotator, compared),
        ReviewAction::Focus(aspect) => app.view.review.focus = Some(aspect),
        ReviewAction::Decide(aspect, settlement) => decide::settle(app, aspect, settlement),
        ReviewAction::Step(single) => single::show(app, single),
        ReviewAction::ShowSettled(shown) => app.view.review.settled = shown,
        ReviewAction::Pick(aspect, picked) => own::picked(app, aspect, &picked),
        ReviewAction::Reason(of, words) => reject(app, &of, words),
        ReviewAction::Post => comments::post(app),
        ReviewAction::Answer(thread) => comments::answer(app, thread),
        ReviewAction::Thread(thread) => comments::go_to(app, thread),
        ReviewAction::Agreement(action) => agreement::act(app, action),
        ReviewAction::GoTo(article, anchor, span) => go_to_anchor(app, article, anchor, span),
    }
    if app.view.popup.is_none() {
        app.view.page.request_focus();
    }
}

/// Brings what is known of the article up to what it is.
fn look(app: &mut App) {
    freshen(&mut app.view, app.workspace.as_ref());
}

/// Begins where something is to be done, in an article that was just opened
/// or when the mode was.
pub fn enter(app: &mut App) {
    if app.view.mode != Mode::Review {
        return;
    }
    app.view.queue.review(true);
    look(app);
    app.view.review.focus = None;
    match app.view.review.tab {
        ReviewTab::Single => single::enter(app),
        ReviewTab::Decide => decide::enter(app),
        ReviewTab::Agreement => agreement::enter(app),
        ReviewTab::Comments => {}
    }
}

pub(super) fn show(app: &mut App, tab: ReviewTab) {
    if app.view.review.tab == tab {
        return;
    }
    app.view.review.tab = tab;
    enter(app);
}

fn compare(app: &mut App, annotator: AnnotatorId, compared: bool) {
    let Some(board) = &app.view.review.board else { return };
    let shown = board.layers.iter().filter(|layer| layer.place.is_some());
    let mut chosen: std::collections::BTreeSet<_> = shown.map(|layer| layer.annotator).collect();
    if compared {
        chosen.insert(annotator);
    } else {
        chosen.remove(&annotator);
    }
    app.view.review.layers = Some(chosen);
    enter(app);
}

pub(super) fn go_to(app: &mut App, id: ArticleId, wanted: Option<QuoteId>) {
    if article::current(app) != Some(id) {
        article::open(app, id);
    }
    quote::select(app, wanted, true);
}

/// Goes to what something was said of.
fn go_to_anchor(app: &mut App, id: ArticleId, anchor: Anchor, span: Option<Span>) {
    let quote = match anchor {
        Anchor::Quote(quote) => Some(quote),
        _ => None,
    };
    go_to(app, id, quote);
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    if let Anchor::Claim(id) = anchor
        && document.is_some_and(|document| document.claim(id).is_some())
    {
        app.view.claim = Some(id);
        app.view.tab = Tab::Claims;
        super::forms::follow(app);
    }
    if let Some(span) = span.filter(|_| quote.is_none()) {
        app.view.page.set_selection(span);
        app.view.page.reveal(span.start);
    }
}

/// Rejects with the reason that was given.
fn reject(app: &mut App, of: &ReasonFor, words: String) {
    app.view.popup = None;
    let reason = Some(words).filter(|words| !words.trim().is_empty());
    match of {
        ReasonFor::Group(_) => {
            decide::settle(app, Aspect::Presence, crate::edit::Settlement::Neither { reason });
        }
        ReasonFor::Quote(quote) => single::reject(app, *quote, reason),
    }
}

fn withdraw(app: &mut App, decision: Option<DecisionId>) {
    match decision {
        Some(decision) => _ = performed(app, &Edit::WithdrawDecision(decision)),
        None => app.view.say(tr!("review-nothing-decided")),
    }
}

/// "Ctrl Enter": by which key a command of this mode is run.
fn key_of(app: &App, command: ReviewCommand) -> String {
    app.view.keymap.shown(&app.services.ctx, Command::Review(command))
}
