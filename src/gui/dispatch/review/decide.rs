//! Deciding between the readings of groups.

use super::{App, article, key_of, look, performed, quote, withdraw};
use crate::edit::{Edit, Settlement};
use crate::gui::command::ReviewCommand;
use crate::gui::review::{Board, ReasonFor, letter};
use crate::gui::view::Popup;
use crate::gui::words::tr;
use crate::model::{Aspect, QuoteId, adjudication_id};
use crate::review::{Case, CaseState, Point, PointState};

pub fn run(app: &mut App, command: ReviewCommand) {
    match command {
        ReviewCommand::Next => walk(app, true),
        ReviewCommand::Previous => walk(app, false),
        ReviewCommand::Take(number) => take(app, usize::from(number).saturating_sub(1)),
        ReviewCommand::Neither => neither(app),
        ReviewCommand::Accept => accept(app),
        ReviewCommand::Reject => ask_reason(app),
        ReviewCommand::TakeAgreeing => take_agreeing(app),
        ReviewCommand::Withdraw => withdraw_here(app),
        ReviewCommand::Finish => finish(app),
        _ => {}
    }
}

fn board(app: &App) -> Option<&Board> {
    app.view.review.board.as_ref()
}

/// The selected case and its place.
pub fn current(app: &App) -> Option<(usize, &Case)> {
    let board = board(app)?;
    let place = board.place_of(app.view.selected?)?;
    Some((place, board.docket.cases.get(place)?))
}

/// The selected case, or a word of what to do.
fn chosen(app: &mut App) -> Option<(usize, Case)> {
    let found = current(app).map(|(place, case)| (place, case.clone()));
    if found.is_none() {
        app.view.say(tr!("review-choose-group"));
    }
    found
}

/// Selects the first group with something to decide.
pub fn enter(app: &mut App) {
    let Some(board) = board(app).filter(|board| board.compares()) else {
        quote::select(app, None, false);
        return;
    };
    let cases = &board.docket.cases;
    let open = cases.iter().position(|case| matches!(case.state, CaseState::Open(_)));
    let place = open.or_else(|| cases.iter().position(|case| !case.is_decided()));
    select(app, place.unwrap_or(0));
}

fn select(app: &mut App, place: usize) {
    let first = board(app).and_then(|board| board.case(place)).and_then(|(case, _)| case.members.first());
    let first = first.copied();
    app.view.review.focus = None;
    quote::select(app, first, true);
}

/// The next group to decide; where none is left, the next of those that agree,
/// then of all.
fn walk(app: &mut App, forward: bool) {
    let Some(board) = board(app) else { return };
    let cases = &board.docket.cases;
    let places = |passes: &dyn Fn(&Case) -> bool| -> Vec<usize> {
        (0..cases.len()).filter(|place| cases.get(*place).is_some_and(passes)).collect()
    };
    let mut wanted = places(&|case| matches!(case.state, CaseState::Open(_)));
    for passes in [&|case: &Case| !case.is_decided() as _, &|_: &Case| true] as [&dyn Fn(&Case) -> bool; 2] {
        if wanted.is_empty() {
            wanted = places(passes);
        }
    }
    let here = current(app).map(|(place, _)| place);
    let next = match (here, forward) {
        (Some(here), true) => wanted.iter().find(|place| **place > here).or(wanted.first()),
        (Some(here), false) => wanted.iter().rev().find(|place| **place < here).or(wanted.last()),
        (None, true) => wanted.first(),
        (None, false) => wanted.last(),
    };
    match next.copied() {
        Some(next) => select(app, next),
        None => app.view.say(tr!("review-no-groups")),
    }
}

/// The field that a key decides on.
pub fn focused(app: &App, case: &Case) -> Option<Aspect> {
    let first_open = || case.open_points().next().map(Point::aspect);
    app.view.review.focus.or_else(first_open).or_else(|| case.points.first().map(Point::aspect))
}

fn take(app: &mut App, layer: usize) {
    let Some((place, case)) = chosen(app) else { return };
    let Some(aspect) = focused(app, &case) else {
        accept(app);
        return;
    };
    let Some(group) = board(app).and_then(|board| board.alignment.groups.get(place)) else { return };
    let settlement = match group.quotes.get(layer) {
        Some(Some(quote)) => Settlement::Take(quote.id),
        Some(None) if aspect == Aspect::Presence => Settlement::Neither { reason: None },
        Some(None) => {
            app.view.say(tr!("review-has-no-quote", who = letter(layer).to_string()));
            return;
        }
        None => {
            app.view.say(tr!("review-no-such-layer", number = layer + 1));
            return;
        }
    };
    settle(app, aspect, settlement);
}

fn neither(app: &mut App) {
    let Some((_, case)) = chosen(app) else { return };
    let aspect = focused(app, &case).unwrap_or(Aspect::Presence);
    settle(app, aspect, Settlement::Neither { reason: None });
}

/// Decides on a field of the selected group and goes on to the next question.
pub fn settle(app: &mut App, aspect: Aspect, settlement: Settlement) {
    let Some((_, case)) = chosen(app) else { return };
    let group = case.members;
    let edit = Edit::Adjudicate { group: group.clone(), aspect, settlement };
    if performed(app, &edit).is_some() {
        go_on(app, &group, Some(aspect));
    }
}

/// After a decision: the next open field of the group, else the next group
/// with open fields, else what is left to do.
fn go_on(app: &mut App, group: &[QuoteId], decided: Option<Aspect>) {
    look(app);
    let place = board(app).zip(group.first()).and_then(|(board, first)| board.place_of(*first));
    let Some((place, board)) = place.zip(board(app)) else { return };
    let Some(case) = board.docket.cases.get(place) else { return };
    let open: Vec<Aspect> = case.open_points().map(Point::aspect).collect();
    let next_field = open.iter().find(|aspect| Some(**aspect) > decided).or(open.first()).copied();
    if let Some(next) = next_field {
        select(app, place);
        app.view.review.focus = Some(next);
        return;
    }
    let is_open = |case: &Case| matches!(case.state, CaseState::Open(_));
    let next = (1..board.docket.cases.len())
        .map(|step| (place + step) % board.docket.cases.len())
        .find(|place| board.docket.cases.get(*place).is_some_and(is_open));
    let agreed = board.docket.agreed().count();
    select(app, next.unwrap_or(place));
    if next.is_none() {
        tell_what_is_left(app, agreed);
    }
}

fn tell_what_is_left(app: &mut App, agreed: usize) {
    if agreed > 0 {
        let key = key_of(app, ReviewCommand::TakeAgreeing);
        app.view.say(tr!("review-left-agreeing", number = agreed, key = key));
    } else {
        let key = key_of(app, ReviewCommand::Finish);
        app.view.say(tr!("review-left-nothing", key = key));
    }
}

/// Takes the selected group over, where its readings agree.
fn accept(app: &mut App) {
    let Some((_, case)) = chosen(app) else { return };
    match case.state {
        CaseState::Agreed => take_over(app, vec![case.members]),
        CaseState::Open(number) => app.view.say(tr!("review-differs-first", number = number)),
        CaseState::Settled | CaseState::Rejected => walk(app, true),
    }
}

fn take_agreeing(app: &mut App) {
    let groups: Vec<_> = board(app)
        .into_iter()
        .flat_map(|board| board.docket.agreed())
        .map(|case| case.members.clone())
        .collect();
    if groups.is_empty() {
        app.view.say(tr!("review-none-agree"));
        return;
    }
    take_over(app, groups);
}

fn take_over(app: &mut App, groups: Vec<Vec<QuoteId>>) {
    let last = groups.last().cloned().unwrap_or_default();
    if performed(app, &Edit::TakeOver(groups)).is_none() {
        return;
    }
    look(app);
    let still = current(app).is_some_and(|(_, case)| matches!(case.state, CaseState::Open(_)));
    if !still {
        go_on(app, &last, None);
    }
}

fn ask_reason(app: &mut App) {
    if let Some((_, case)) = chosen(app) {
        app.view.popup = Some(Popup::Reason { of: ReasonFor::Group(case.members), words: String::new() });
    }
}

/// Takes back the decision on the field in focus, or on the whole group.
fn withdraw_here(app: &mut App) {
    let Some((_, case)) = chosen(app) else { return };
    let decided =
        |aspect: &Aspect| case.point(*aspect).is_some_and(|point| point.state == PointState::Decided);
    let last = || case.points.iter().rev().map(Point::aspect).find(|aspect| decided(aspect));
    let aspect = app.view.review.focus.filter(decided).or_else(last).unwrap_or(Aspect::Presence);
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    let decision = document
        .and_then(|document| document.decision(adjudication_id(document.result_of(&case.members), aspect)));
    let id = decision.map(|decision| decision.id);
    withdraw(app, id);
    app.view.review.focus = Some(aspect).filter(|aspect| *aspect != Aspect::Presence);
}

fn finish(app: &mut App) {
    let Some(board) = board(app) else { return };
    if !board.compares() {
        app.view.say(tr!("review-needs-two"));
        return;
    }
    let (open, agreed) = (board.docket.open(), board.docket.agreed().count());
    if open > 0 || agreed > 0 {
        if open > 0 {
            enter(app);
            app.view.say(tr!("review-still-open", number = open));
        } else {
            tell_what_is_left(app, agreed);
        }
        return;
    }
    let here = article::current(app);
    if performed(app, &Edit::FinishReview { of: None }).is_none() {
        return;
    }
    match app.view.queue.next_open(here) {
        Some(next) => article::open(app, next),
        None => app.view.say(tr!("review-finished-last")),
    }
}
