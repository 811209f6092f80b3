//! Opening projects, bringing files in, writing files out.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{App, agreement, article, colleagues, forms, freshen, freshen_all};
use crate::edit::Origin;
use crate::format::EXPORTERS;
use crate::gui::action::Action;
use crate::gui::app::project_name;
use crate::gui::command::Command;
use crate::gui::dialogs::{Answer, Purpose};
use crate::gui::reader::Reader;
use crate::gui::review::Measured;
use crate::gui::settings::person;
use crate::gui::view::{Notice, Popup, View};
use crate::gui::watch::Watcher;
use crate::gui::words::{self, tr};
use crate::job::{Job, Poll};
use crate::model::{ArticleId, Stage};
use crate::suggest::Suggestion;
use crate::workspace::{
    ImportOptions, ImportReport, MergeReport, Narrow, StoreError, Touched, Workspace, WorkspaceError,
    create_sample, write_export,
};

/// How long the window waits for another program's edit before it says so.
const PATIENCE: Duration = Duration::from_millis(400);
/// How long work on a thread of its own waits.
const JOB_PATIENCE: Duration = Duration::from_secs(10);

/// What a job ends with.
#[derive(Debug)]
pub enum JobResult {
    Imported(Result<ImportReport, WorkspaceError>),
    Exported(PathBuf, Result<usize, WorkspaceError>),
    BackedUp(PathBuf, Result<(), WorkspaceError>),
    /// A copy with so many articles.
    Shared(PathBuf, Result<usize, WorkspaceError>),
    BroughtIn(Box<Result<MergeReport, WorkspaceError>>),
    Suggested(ArticleId, Result<Vec<Suggestion>, WorkspaceError>),
    /// So many articles were changed.
    Changed(usize, Result<Touched, WorkspaceError>),
    Measured(Result<Box<Measured>, WorkspaceError>),
}

/// Opens what the window begins with: the project named, the last one, or the
/// sample.
pub fn open_first(app: &mut App, named: Option<&Path>) {
    match (named, app.settings.project.clone()) {
        (Some(path), _) => open(app, path),
        (None, Some(last)) if last.exists() => open(app, &last),
        (None, Some(lost)) => {
            open_sample(app);
            app.view.complain(words::error(&StoreError::Missing(lost).into()));
        }
        (None, None) => open_sample(app),
    }
    // Until it was closed once, the tour goes with the sample.
    let sample = app.places.as_ref().map(|places| places.sample.as_path());
    let here = app.workspace.as_ref().map(Workspace::path);
    if !app.settings.tour_seen && here.is_some() && here == sample {
        app.view.tour = Some(0);
    }
}

/// Opens the sample project, which is made where there is none yet.
pub fn open_sample(app: &mut App) {
    let Some(places) = &app.places else { return };
    let sample = places.sample.clone();
    if sample.exists() {
        open(app, &sample);
        return;
    }
    let name = app.settings.annotator.clone().unwrap_or_else(person);
    let made = sample.parent().map_or(Ok(()), std::fs::create_dir_all);
    let made = made.map_err(|error| error.to_string());
    match made.and_then(|()| create_sample(&sample, &name).map_err(|error| words::error(&error))) {
        Ok(()) => open(app, &sample),
        Err(error) => app.view.complain(tr!("start-no-sample", error = error)),
    }
}

fn open(app: &mut App, path: &Path) {
    match Workspace::open(path, Origin::Window, PATIENCE) {
        Ok(workspace) => enter(app, workspace),
        Err(error) => cannot(app, &error),
    }
}

fn create(app: &mut App, path: &Path) {
    match Workspace::create(path, Origin::Window, PATIENCE) {
        Ok(workspace) => enter(app, workspace),
        Err(error) => cannot(app, &error),
    }
}

/// A project that can't be opened takes the place of the page; another one
/// that is open stays.
fn cannot(app: &mut App, error: &WorkspaceError) {
    if app.workspace.is_some() {
        app.view.complain(words::error(error));
    } else {
        app.view.trouble = Some(words::error(error));
    }
}

fn enter(app: &mut App, mut workspace: Workspace) {
    app.view = app.view.anew();
    let name = app.settings.annotator.clone().unwrap_or_else(person);
    if workspace.is_read_only() {
        // Whoever is not in it yet reads what the first annotator marked.
        let known = &workspace.registry().annotators;
        let reader = known.values().find(|other| other.name == name).or_else(|| known.values().next());
        if let Some(name) = reader.map(|annotator| annotator.name.clone()) {
            let _ = workspace.annotate_as(&name);
        }
        app.view.say(tr!("start-read-only"));
    } else if let Some(words) = meant_for(&workspace, &name) {
        app.view.popup = Some(Popup::Annotator { words });
    } else if let Err(error) = workspace.annotate_as(&name) {
        app.view.complain(words::error(&error));
    }
    app.services.watcher = Watcher::of(&workspace, app.services.waker());
    app.settings.opened(workspace.path());
    app.view.recent.clone_from(&app.settings.recent);
    app.services.reader = Reader::of(&workspace, app.services.waker());
    app.workspace = Some(workspace);
    app.keep_settings();
    freshen_all(app);
    let rows = &app.view.queue.rows;
    let unfinished = rows.iter().find(|row| matches!(row.stage, Stage::New | Stage::InProgress));
    if let Some(first) = unfinished.or_else(|| rows.first()).map(|row| row.id) {
        article::open(app, first);
    }
}

/// Whom articles wait for in a colleague's copy, where nobody in it goes by
/// one's own name: perhaps it is oneself under another.
fn meant_for(workspace: &Workspace, name: &str) -> Option<String> {
    let known = workspace.registry().annotator_named(name.trim()).is_some();
    let people = if known { Vec::new() } else { workspace.progress().unwrap_or_default() };
    people.into_iter().find(|person| person.new > 0).map(|person| person.name)
}

/// Asks for a file.
pub fn ask(app: &mut App, command: Command) {
    let purpose = match command {
        Command::NewProject => Purpose::NewProject,
        Command::OpenProject => Purpose::OpenProject,
        Command::ImportFiles => Purpose::ImportFiles,
        Command::ImportFolder => Purpose::ImportFolder,
        Command::Export(at) => {
            let several = app.view.queue.several();
            app.view.exporting = (!several.is_empty()).then(|| several.into_iter().collect());
            Purpose::Export(at)
        }
        Command::Backup => Purpose::Backup,
        _ => return,
    };
    let needs_project = !matches!(purpose, Purpose::NewProject | Purpose::OpenProject);
    if needs_project && app.workspace.is_none() {
        app.view.say(tr!("commands-needs-project"));
        return;
    }
    app.services.picker.ask(purpose, app.services.answers.0.clone(), app.services.waker());
}

/// What a file dialog answered.
pub fn answered(view: &mut View, answer: Answer) -> Option<Action> {
    match answer {
        Answer::Picked(purpose, paths) => Some(Action::Picked(purpose, paths)),
        Answer::Canceled => None,
        Answer::Unavailable(purpose) => {
            view.popup = Some(Popup::Path { purpose, words: purpose.file_name() });
            None
        }
    }
}

/// Acts on the files that were chosen.
pub fn picked(app: &mut App, purpose: Purpose, paths: Vec<PathBuf>) {
    app.view.popup = None;
    let Some(first) = paths.first().cloned() else { return };
    match purpose {
        Purpose::NewProject => create(app, &with_extension(first)),
        Purpose::OpenProject => open(app, &first),
        Purpose::ImportFiles | Purpose::ImportFolder => import(app, paths),
        Purpose::Export(at) => export(app, at, first),
        Purpose::Backup => back_up(app, with_extension(first)),
        Purpose::Share => colleagues::share(app, with_extension(first)),
        Purpose::BringIn => colleagues::bring_in(app, paths),
    }
}

fn with_extension(path: PathBuf) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension("kutip") }
}

fn import(app: &mut App, paths: Vec<PathBuf>) {
    let annotator = app.settings.annotator.clone().unwrap_or_else(person);
    start(app, &tr!("start-importing"), move |project, progress| {
        let work = || {
            let mut workspace = open_for_job(&project)?;
            workspace.annotate_as(&annotator)?;
            workspace.import(&paths, &ImportOptions::default(), progress)
        };
        JobResult::Imported(work())
    });
}

fn export(app: &mut App, at: usize, path: PathBuf) {
    let Some(format) = EXPORTERS.get(at).copied() else { return };
    let narrow = Narrow { articles: app.view.exporting.take(), ..Narrow::default() };
    let viewer = app.workspace.as_ref().and_then(Workspace::author);
    start(app, &tr!("start-exporting"), move |project, progress| {
        let work = || {
            let mut workspace = open_for_job(&project)?;
            workspace.read_as(viewer);
            write_export(&workspace, format, &narrow, &path, progress)
        };
        JobResult::Exported(path.clone(), work())
    });
}

fn back_up(app: &mut App, path: PathBuf) {
    start(app, &tr!("start-backing-up"), move |project, _| {
        let work = || open_for_job(&project)?.backup(&path, &mut |_| {});
        JobResult::BackedUp(path.clone(), work())
    });
}

/// Opens the project once more, for work on a thread of its own.
pub fn open_for_job(project: &Path) -> Result<Workspace, WorkspaceError> {
    Workspace::open(project, Origin::Job, JOB_PATIENCE)
}

pub fn start(
    app: &mut App,
    title: &str,
    work: impl FnOnce(PathBuf, &dyn crate::job::Progress) -> JobResult + Send + 'static,
) {
    if app.view.job.is_some() {
        app.view.say(tr!("start-busy"));
        return;
    }
    let Some(workspace) = &app.workspace else {
        app.view.say(tr!("commands-needs-project"));
        return;
    };
    let project = workspace.path().to_path_buf();
    let job = Job::spawn(title, app.services.waker(), move |progress| work(project, progress));
    app.view.job = Some(job);
}

/// Takes over what jobs and other programs did.
pub fn catch_up(app: &mut App) {
    article::take_answers(app, Duration::ZERO);
    forms::keep_when_resting(app);
    match app.view.job.as_ref().map(Job::poll) {
        Some(Poll::Done(result)) => {
            app.view.job = None;
            refresh(app);
            ended(app, result);
        }
        Some(Poll::Failed) => {
            app.view.job = None;
            app.view.complain(tr!("start-job-failed"));
        }
        Some(Poll::Running) | None => refresh(app),
    }
}

pub fn refresh(app: &mut App) {
    let Some(workspace) = &mut app.workspace else { return };
    if !workspace.is_stale().unwrap_or(false) {
        return;
    }
    match workspace.refresh() {
        Ok(touched) => freshen(app, &touched),
        Err(error) => app.view.complain(words::error(&error)),
    }
}

fn ended(app: &mut App, result: JobResult) {
    match result {
        JobResult::Imported(Ok(report)) => {
            app.view.notice = Some(Notice {
                words: words::imported(&report),
                is_error: report.is_failure(),
                details: report.left_out.iter().chain(&report.warnings).map(words::left_out).collect(),
                ..Notice::default()
            });
            let first = report.first_new.or_else(|| app.view.queue.rows.first().map(|row| row.id));
            if let Some(first) = first
                && (report.first_new.is_some() || article::current(app).is_none())
            {
                article::open(app, first);
            }
        }
        JobResult::Exported(path, Ok(count)) => {
            app.view.say(tr!("start-exported", number = count, path = path.display().to_string()));
        }
        JobResult::BackedUp(path, Ok(())) => {
            app.view.say(tr!("start-backed-up", name = name_of(app), path = path.display().to_string()));
        }
        JobResult::Shared(path, Ok(number)) => {
            let path = path.display().to_string();
            app.view.say(tr!("colleagues-shared", number = number, path = path));
        }
        JobResult::BroughtIn(result) => match *result {
            Ok(report) => colleagues::brought_in(app, &report),
            Err(error) => app.view.complain(words::error(&error)),
        },
        JobResult::Suggested(article, Ok(found)) => super::outside::took(app, article, found),
        JobResult::Changed(number, Ok(_)) => app.view.say(tr!("queue-changed", number = number)),
        JobResult::Measured(Ok(measured)) => agreement::measured(app, *measured),
        JobResult::Imported(Err(error))
        | JobResult::Exported(_, Err(error))
        | JobResult::BackedUp(_, Err(error))
        | JobResult::Shared(_, Err(error))
        | JobResult::Suggested(_, Err(error))
        | JobResult::Changed(_, Err(error))
        | JobResult::Measured(Err(error)) => {
            app.view.complain(words::error(&error));
        }
    }
}

fn name_of(app: &App) -> String {
    app.workspace.as_ref().map_or_else(String::new, |workspace| project_name(workspace.path()))
}
