//! Sharing, bringing in, assigning, handing in, deciding conflicts.

use std::path::PathBuf;

use super::files::{self, JobResult};
use super::{App, perform, settle};
use crate::edit::{Edit, EntityKind};
use crate::gui::colleagues::{ColleaguesAction, ColleaguesTab};
use crate::gui::command::{ColleaguesCommand, SpeakerCommand};
use crate::gui::dialogs::Purpose;
use crate::gui::theme::icon;
use crate::gui::view::{Notice, Popup};
use crate::gui::words::{self, tr};
use crate::model::{AnnotatorId, Setting, Stage};
use crate::workspace::{AssignOptions, MergeReport, ShareOptions};

/// As many groups of speakers who look alike are named in a message.
const LOOK_ALIKES: usize = 3;

pub fn run(app: &mut App, command: ColleaguesCommand) {
    match command {
        ColleaguesCommand::Show(tab) => show(app, tab),
        ColleaguesCommand::BringIn => ask(app, Purpose::BringIn),
        ColleaguesCommand::Submit => {
            perform(app, &Edit::SetStage(Stage::Submitted));
            app.view.say(tr!("colleagues-submitted", number = 1));
        }
        ColleaguesCommand::SubmitDone => {
            let Some(workspace) = &mut app.workspace else { return };
            let (number, result) = match workspace.submit_done() {
                Ok((number, touched)) => (number, Ok(touched)),
                Err(error) => (0, Err(error)),
            };
            if settle(app, result).is_some() {
                app.view.say(match number {
                    0 => tr!("colleagues-nothing-done"),
                    _ => tr!("colleagues-submitted", number = number),
                });
            }
        }
    }
}

fn show(app: &mut App, tab: ColleaguesTab) {
    app.view.colleagues.open(tab);
    app.view.popup = Some(Popup::Colleagues);
}

fn ask(app: &mut App, purpose: Purpose) {
    app.services.picker.ask(purpose, app.services.answers.0.clone(), app.services.waker());
}

pub fn act(app: &mut App, action: ColleaguesAction) {
    match action {
        ColleaguesAction::Show(tab) => app.view.colleagues.tab = tab,
        ColleaguesAction::AddPerson(name) => perform(app, &Edit::AddAnnotator { name }),
        ColleaguesAction::Same(one, other) => same(app, one, other),
        ColleaguesAction::SetBlind(blind) => set(app, Setting::BLIND, blind.into()),
        ColleaguesAction::SetReviewer(person, reviews) => {
            set(app, &Setting::reviewer(person), reviews.into());
        }
        ColleaguesAction::SetGuidelines(words) => set(app, Setting::GUIDELINES, words.into()),
        ColleaguesAction::Assign(options) => assign(app, &options),
        ColleaguesAction::Share(options) => {
            app.view.colleagues.sharing = Some(options);
            ask(app, Purpose::Share);
        }
        ColleaguesAction::Decide(conflict, chosen) => {
            let Some(workspace) = &mut app.workspace else { return };
            let result = workspace.decide_conflict(conflict, chosen);
            if settle(app, result).is_some() {
                app.view.say(tr!("colleagues-decided"));
            }
        }
    }
}

fn set(app: &mut App, key: &str, value: serde_json::Value) {
    perform(app, &Edit::SetSetting { key: key.to_owned(), value: Some(value) });
}

fn same(app: &mut App, one: AnnotatorId, other: AnnotatorId) {
    let Some(workspace) = &mut app.workspace else { return };
    let name = |id| workspace.registry().annotator_name(id).to_owned();
    let (one, other) = (name(one), name(other));
    let result = workspace.same_person(&one, &other).map(|report| report.touched);
    if settle(app, result).is_some() {
        app.view.say(tr!("colleagues-same-now", one = one, other = other));
    }
}

fn assign(app: &mut App, options: &AssignOptions) {
    let Some(workspace) = &mut app.workspace else { return };
    match workspace.assign(options) {
        Ok(given) => {
            super::freshen_all(app);
            let details = given
                .iter()
                .map(|(name, number)| tr!("colleagues-given", name = name.as_str(), number = *number));
            app.view.notice = Some(Notice {
                words: tr!("colleagues-assigned", number = given.values().sum::<usize>()),
                details: details.collect(),
                ..Notice::default()
            });
        }
        Err(error) => app.view.complain(words::error(&error)),
    }
}

/// Writes the copy that was asked for.
pub fn share(app: &mut App, path: PathBuf) {
    let options: ShareOptions = app.view.colleagues.sharing.take().unwrap_or_default();
    files::start(app, &tr!("colleagues-sharing"), move |project, progress| {
        let work = || files::open_for_job(&project)?.share(&path, &options, progress);
        JobResult::Shared(path.clone(), work())
    });
}

/// Brings in the copies that were chosen.
pub fn bring_in(app: &mut App, paths: Vec<PathBuf>) {
    let author = app.workspace.as_ref().and_then(|workspace| {
        let author = workspace.author()?;
        Some(workspace.registry().annotator_name(author).to_owned())
    });
    files::start(app, &tr!("colleagues-bringing-in"), move |project, progress| {
        let work = || {
            let mut workspace = files::open_for_job(&project)?;
            if let Some(author) = &author {
                workspace.annotate_as(author)?;
            }
            workspace.merge(&paths, &[], progress)
        };
        JobResult::BroughtIn(Box::new(work()))
    });
}

/// Tells what came in, and shows what is to be decided.
pub fn brought_in(app: &mut App, report: &MergeReport) {
    super::freshen_all(app);
    let quotes = report.of(EntityKind::Quote);
    let words = if report.is_empty() {
        tr!("colleagues-nothing-new")
    } else {
        let articles = report.of(EntityKind::Article).new;
        let changed = quotes.changed + quotes.deleted;
        tr!("colleagues-brought-in", quotes = quotes.new, changed = changed, articles = articles)
    };
    let mut details = Vec::new();
    for name in &report.namesakes {
        details.push(tr!("colleagues-namesakes", name = name.as_str()));
    }
    if let Some(backup) = &report.backup {
        details.push(tr!("colleagues-backup", path = backup.display().to_string()));
    }
    let mut command = None;
    for group in report.look_alikes.iter().take(LOOK_ALIKES) {
        let names: Vec<&str> = group.iter().map(|one| one.name.as_str()).collect();
        details.push(tr!("colleagues-look-alikes", names = names.join(&format!(" {} ", icon::DOT))));
        command = Some(SpeakerCommand::LookAlikes.into());
    }
    app.view.notice = Some(Notice { words, details, command, ..Notice::default() });
    if report.conflicts_new > 0 {
        show(app, ColleaguesTab::Conflicts);
    }
}
