//! What is done on the Agreement tab.

use super::files::{JobResult, open_for_job, start};
use super::{App, review};
use crate::gui::command::ReviewCommand;
use crate::gui::review::{AgreementAction, Measured, ReviewTab};
use crate::gui::words::tr;
use crate::model::AnnotatorId;
use crate::review::agreement::{Options, Sampling, measure};
use crate::workspace::{Workspace, WorkspaceError};

pub fn act(app: &mut App, action: AgreementAction) {
    let agreement = &mut app.view.review.agreement;
    match action {
        AgreementAction::Measure { gamma } => begin(app, gamma),
        AgreementAction::Scope(scope) => {
            agreement.scope = scope;
            list(app);
        }
        AgreementAction::Choose(chosen) => {
            agreement.chosen = chosen;
            list(app);
        }
        AgreementAction::Label(label) => agreement.label = label,
        AgreementAction::ListAll(all) => {
            agreement.all = all;
            list(app);
        }
        AgreementAction::Open(place) => open(app, place),
    }
}

/// Measures when the tab is first shown.
pub fn enter(app: &mut App) {
    if app.view.review.agreement.measured.is_none() && app.view.job.is_none() {
        begin(app, false);
    }
}

/// The case after the one that was opened last is opened, or the one before.
pub fn run(app: &mut App, command: ReviewCommand) {
    let agreement = &app.view.review.agreement;
    let last = agreement.listed.len().saturating_sub(1);
    let next = match (command, agreement.opened) {
        (ReviewCommand::Next, Some(opened)) if opened < last => opened + 1,
        (ReviewCommand::Next, _) => 0,
        (ReviewCommand::Previous, Some(opened)) if opened > 0 => opened - 1,
        (ReviewCommand::Previous, _) => last,
        _ => return,
    };
    open(app, next);
}

fn begin(app: &mut App, gamma: bool) {
    let viewer = app.workspace.as_ref().and_then(Workspace::author);
    let revision = app.view.revision;
    start(app, &tr!("agreement-measuring"), move |project, progress| {
        let work = || measured_in(&project, viewer, revision, gamma, progress);
        JobResult::Measured(work().map(Box::new))
    });
}

fn measured_in(
    project: &std::path::Path,
    viewer: Option<AnnotatorId>,
    revision: u64,
    gamma: bool,
    progress: &dyn crate::job::Progress,
) -> Result<Measured, WorkspaceError> {
    let mut workspace = open_for_job(project)?;
    workspace.read_as(viewer);
    let material = workspace.agreement_material(&[], progress)?;
    let options = Options { gamma: gamma.then(Sampling::default), ..Options::default() };
    let report = measure(&material, options, progress)?;
    let registry = workspace.registry();
    let names = material.annotators.iter().map(|id| registry.annotator_name(*id).to_owned()).collect();
    Ok(Measured { material, report, revision, names })
}

/// Shows what a job has measured.
pub fn measured(app: &mut App, measured: Measured) {
    app.view.review.agreement.take(measured);
    list(app);
}

fn list(app: &mut App) {
    let Some(workspace) = &app.workspace else { return };
    app.view.review.agreement.list(workspace.registry());
}

/// Goes to where a case stands, on the page of readings.
fn open(app: &mut App, place: usize) {
    let Some(case) = app.view.review.agreement.listed.get(place) else { return };
    let (article, quote, span) = (case.article, case.quote, case.span);
    app.view.review.agreement.opened = Some(place);
    review::show(app, ReviewTab::Decide);
    review::go_to(app, article, quote);
    if let Some(span) = span.filter(|_| quote.is_none()) {
        app.view.page.set_selection(span);
        app.view.page.reveal(span.start);
    }
}
