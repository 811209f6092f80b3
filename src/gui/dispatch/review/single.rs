//! Stepping through a colleague's quotes.

use super::{App, article, key_of, look, performed, quote, withdraw};
use crate::edit::{Edit, Verdict};
use crate::gui::command::ReviewCommand;
use crate::gui::review::{ReasonFor, Single, Step, steps};
use crate::gui::view::Popup;
use crate::gui::words::tr;
use crate::model::{AnnotatorId, QuoteId, review_id};
use crate::workspace::Workspace;

pub fn run(app: &mut App, command: ReviewCommand) {
    match command {
        ReviewCommand::Next => walk(app, true),
        ReviewCommand::Previous => walk(app, false),
        ReviewCommand::Accept => {
            if let Some(quote) = chosen(app) {
                decide(app, quote, Verdict::Accept, true);
            }
        }
        ReviewCommand::Reject => {
            if let Some(quote) = chosen(app) {
                app.view.popup = Some(Popup::Reason { of: ReasonFor::Quote(quote), words: String::new() });
            }
        }
        ReviewCommand::Withdraw => {
            let reviewer = app.workspace.as_ref().and_then(Workspace::author);
            if let (Some(quote), Some(reviewer)) = (chosen(app), reviewer) {
                let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
                let id = review_id(reviewer, quote);
                let made = document.and_then(|document| document.decision(id)).map(|decision| decision.id);
                withdraw(app, made);
            }
        }
        ReviewCommand::Finish => finish(app),
        ReviewCommand::Take(_) | ReviewCommand::Neither | ReviewCommand::TakeAgreeing => {
            app.view.say(tr!("review-only-in-decide"));
        }
        _ => {}
    }
}

/// The layer that is stepped through, and who does.
fn parties(app: &App) -> Option<(AnnotatorId, AnnotatorId)> {
    let reviewer = app.workspace.as_ref()?.author()?;
    let board = app.view.review.board.as_ref()?;
    Some((board.reviewed(app.view.review.single.layer, Some(reviewer))?.annotator, reviewer))
}

fn listed(app: &App, single: &Single) -> Vec<Step> {
    let Some((layer, reviewer)) = parties(app) else { return Vec::new() };
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    document.map_or_else(Vec::new, |document| steps(document, layer, reviewer, single))
}

/// The selected quote of the layer, or a word of what to do.
fn chosen(app: &mut App) -> Option<QuoteId> {
    let all = listed(app, &Single { undecided: false, ..app.view.review.single.clone() });
    let found = app.view.selected.filter(|id| all.iter().any(|step| step.quote.id == *id));
    if found.is_none() {
        app.view.say(tr!("review-choose-quote"));
    }
    found
}

/// Selects the first quote that is not decided.
pub fn enter(app: &mut App) {
    let all = listed(app, &app.view.review.single);
    let first = all.iter().find(|step| !step.standing.is_decided()).or(all.first());
    let first = first.map(|step| step.quote.id);
    quote::select(app, first, true);
}

pub fn show(app: &mut App, single: Single) {
    let before = std::mem::replace(&mut app.view.review.single, single);
    let single = &app.view.review.single;
    if single.back {
        quote::select(app, None, false);
    } else if before.back || single.layer != before.layer {
        enter(app);
    }
}

fn walk(app: &mut App, forward: bool) {
    if app.view.review.single.back {
        walk_back(app, forward);
        return;
    }
    let all = listed(app, &app.view.review.single);
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    let here = app.view.selected.and_then(|id| document?.quote(id)).map(|quote| quote.reading_order());
    let order = |step: &Step| Some(step.quote.reading_order());
    let next = match (here.is_some(), forward) {
        (true, true) => all.iter().find(|step| order(step) > here).or(all.first()),
        (true, false) => all.iter().rev().find(|step| order(step) < here).or(all.last()),
        (false, true) => all.first(),
        (false, false) => all.last(),
    };
    match next.map(|step| step.quote.id) {
        Some(next) => quote::select(app, Some(next), true),
        None => app.view.say(tr!("review-no-quotes")),
    }
}

/// The next of what came back.
fn walk_back(app: &mut App, forward: bool) {
    let returned = &app.view.review.returned;
    let here = returned.iter().position(|one| app.view.is_on(one.anchor));
    let last = returned.len().saturating_sub(1);
    let next = match (here, forward) {
        (Some(here), true) if here < last => here + 1,
        (Some(here), false) => here.checked_sub(1).unwrap_or(last),
        (Some(_) | None, true) => 0,
        (None, false) => last,
    };
    match returned.get(next).map(|one| (one.article, one.anchor, one.place)) {
        Some((article, anchor, place)) => super::go_to_anchor(app, article, anchor, place),
        None => app.view.say(tr!("review-nothing-came-back")),
    }
}

/// Decides on a quote, and goes on to the next that is not decided.
pub fn decide(app: &mut App, id: QuoteId, verdict: Verdict, go_on: bool) {
    if performed(app, &Edit::Review { quote: id, verdict }).is_none() || !go_on {
        return;
    }
    look(app);
    let all = listed(app, &Single { undecided: false, ..app.view.review.single.clone() });
    let here = all.iter().position(|step| step.quote.id == id).unwrap_or(0);
    let (before, after) = all.split_at_checked(here).unwrap_or_default();
    let next = after.iter().chain(before).find(|step| !step.standing.is_decided()).map(|step| step.quote.id);
    if next.is_some() {
        quote::select(app, next, true);
    } else {
        let key = key_of(app, ReviewCommand::Finish);
        app.view.say(tr!("review-left-nothing", key = key));
    }
}

pub fn reject(app: &mut App, id: QuoteId, reason: Option<String>) {
    decide(app, id, Verdict::Reject { reason }, true);
}

fn finish(app: &mut App) {
    let Some((layer, _)) = parties(app) else { return };
    let open = listed(app, &Single::default()).iter().filter(|step| !step.standing.is_decided()).count();
    if open > 0 {
        enter(app);
        app.view.say(tr!("review-still-open", number = open));
        return;
    }
    let here = article::current(app);
    if performed(app, &Edit::FinishReview { of: Some(layer) }).is_none() {
        return;
    }
    match app.view.queue.next_open(here) {
        Some(next) => article::open(app, next),
        None => app.view.say(tr!("review-finished-last")),
    }
}
