//! The only place that changes the project on the window's behalf.

mod agreement;
mod article;
mod colleagues;
mod files;
mod find;
mod forms;
mod outside;
mod quote;
mod review;
mod settings;
mod several;
mod speakers;
mod suggest;
mod view;

use super::action::Action;
use super::app::App;
use super::command::{Command, State};
use super::view::Popup;
use super::words::tr;
use crate::edit::{Edit, QuoteChange};
use crate::workspace::{Touched, WorkspaceError};

pub use files::{JobResult, answered, catch_up, open_first};
pub use forms::keep as keep_typed;
pub use suggest::refresh as refresh_suggestions;

/// Does what a panel asked for. What can't be done is told.
pub fn act(app: &mut App, action: Action) {
    forms::keep(app);
    match action {
        Action::Run(command) => {
            run(app, command);
            // The next key goes on with the article, wherever the command came from.
            if app.view.popup.is_none() && !keeps_focus(command) {
                app.view.page.request_focus();
            }
        }
        Action::Perform(edit) => perform(app, &edit),
        Action::OpenArticle(id) => article::open(app, id),
        Action::Select { quote, reveal } => quote::select(app, quote, reveal),
        Action::Reveal(span) => {
            app.view.page.set_selection(span);
            app.view.page.reveal(span.start);
            app.view.page.request_focus();
        }
        Action::Show(popup) => app.view.popup = Some(popup),
        Action::ClosePopup => view::close_popup(app),
        Action::ShowTab(tab) => app.view.tab = tab,
        Action::Review(action) => review::act(app, action),
        Action::Colleagues(action) => colleagues::act(app, action),
        Action::Suggest(action) => suggest::act(app, action),
        Action::Filter => article::search(app),
        Action::Excerpts(keys) => article::ask_excerpts(app, keys),
        Action::History => article::ask_history(app),
        Action::SaveMetadata(draft) => article::save_metadata(app, draft),
        Action::OpenClaim(claim) => {
            app.view.claim = claim;
            forms::follow(app);
        }
        Action::OpenSpeaker(speaker) => {
            app.view.speaker = speaker;
            app.view.tab = super::view::Tab::Speakers;
            forms::follow(app);
        }
        Action::AnnotateAs(name) => article::annotate_as(app, &name),
        Action::Picked(purpose, paths) => files::picked(app, purpose, paths),
        Action::CancelJob => {
            if let Some(job) = &app.view.job {
                job.cancel();
            }
        }
        Action::CloseFind => find::close(app),
        Action::CloseNotice => app.view.notice = None,
        Action::Tour(step) => view::tour(app, step),
        Action::Set(change) => settings::change(app, change),
        Action::ShowSpeaker(speaker) => quote::show_speaker(app, speaker),
        Action::FocusPage => app.view.page.request_focus(),
    }
}

/// Whether a command takes the focus elsewhere than to the page.
const fn keeps_focus(command: Command) -> bool {
    use Command::{
        FilterArticles, Find, FindNext, FindPrevious, NextArea, PreviousArea, ShowContextMenu, ShowMenu,
    };
    let finds = matches!(command, Find | FindNext | FindPrevious);
    finds || matches!(command, FilterArticles | NextArea | PreviousArea | ShowMenu | ShowContextMenu)
}

/// Whether all is there that a command needs; tells what to do first where
/// it isn't.
fn is_ready(app: &mut App, command: Command) -> bool {
    let state = State { workspace: app.workspace.as_ref(), view: &app.view };
    let need = command.enabled(&state);
    if let Err(need) = need {
        let words = need.words(&app.services.ctx, &app.view.keymap);
        app.view.say(words);
    }
    need.is_ok()
}

fn run(app: &mut App, command: Command) {
    // In the queue the same key deletes articles.
    let command = match command {
        Command::DeleteQuote if app.view.queue.focused => Command::DeleteArticle,
        other => other,
    };
    if !command.works_in(app.view.mode) || !is_ready(app, command) {
        return;
    }
    match command {
        Command::NewProject
        | Command::OpenProject
        | Command::ImportFiles
        | Command::ImportFolder
        | Command::Export(_)
        | Command::Backup => files::ask(app, command),
        Command::OpenSample => files::open_sample(app),
        Command::ChangeAnnotator => {
            let words = app.settings.annotator.clone().unwrap_or_default();
            app.view.popup = Some(Popup::Annotator { words });
        }
        Command::ShowSettings => settings::show(app),
        Command::Quit => app.services.ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        Command::Undo => step(app, true),
        Command::Redo => step(app, false),
        Command::Copy => view::copy(app),
        Command::CopyCitation => quote::copy_citation(app),
        Command::SelectAll => view::select_all(app),
        Command::Grow => view::grow(app),
        Command::Shrink => view::shrink(app),
        Command::Find | Command::FindNext | Command::FindPrevious => find::run(app, command),
        Command::MarkQuote
        | Command::Mark(_)
        | Command::AddPiece
        | Command::RemovePiece
        | Command::MoveEdge(..)
        | Command::LinkSpeaker
        | Command::LinkNumber(_)
        | Command::CycleType
        | Command::MarkClaim
        | Command::DeleteQuote
        | Command::NextQuote
        | Command::PreviousQuote
        | Command::NextUnresolved => quote::run(app, command),
        Command::NextArticle
        | Command::PreviousArticle
        | Command::NextOpenArticle
        | Command::MarkDone
        | Command::DoneAndNext
        | Command::Reopen
        | Command::EditMetadata
        | Command::Label(_)
        | Command::DeleteArticle
        | Command::FilterArticles => article::run(app, command),
        Command::Review(command) => review::run(app, command),
        Command::Colleagues(command) => colleagues::run(app, command),
        Command::Suggest(command) => suggest::run(app, command),
        Command::Speaker(command) => speakers::run(app, command),
        Command::SwitchMode(_)
        | Command::ToggleQueue
        | Command::TogglePanel
        | Command::ToggleBoilerplate
        | Command::NextArea
        | Command::PreviousArea
        | Command::ThemeSystem
        | Command::ThemeLight
        | Command::ThemeDark
        | Command::ZoomIn
        | Command::ZoomOut
        | Command::ZoomReset
        | Command::ShowPalette
        | Command::ShowMenu
        | Command::ShowContextMenu
        | Command::ShowTour
        | Command::ShowKeys
        | Command::About => view::run(app, command),
    }
}

/// Has an edit done and freshens what it touched.
fn perform(app: &mut App, edit: &Edit) {
    for edit in suggest::instead_of_guess(app, edit) {
        let _ = performed(app, &edit);
    }
}

/// The same, for those who need to know what came of it.
fn performed(app: &mut App, edit: &Edit) -> Option<Touched> {
    // Others' edits are taken up first, so that they are shown too.
    files::refresh(app);
    let result = app.workspace.as_mut()?.perform(edit);
    let touched = settle(app, result)?;
    remember(app, edit);
    Some(touched)
}

/// Keeps in mind whom a hand linked last.
fn remember(app: &mut App, edit: &Edit) {
    let linked = match edit {
        Edit::ChangeQuote { change: QuoteChange::Link(_, speaker), .. } => Some(*speaker),
        Edit::LinkNewSpeaker { .. } => {
            app.workspace.as_ref().and_then(|w| w.registry().speakers.keys().next_back().copied())
        }
        _ => None,
    };
    if let Some(speaker) = linked {
        let recent = &mut app.view.linked;
        recent.retain(|other| *other != speaker);
        recent.insert(0, speaker);
        recent.truncate(super::candidates::NUMBERED);
    }
}

fn settle(app: &mut App, result: Result<Touched, WorkspaceError>) -> Option<Touched> {
    match result {
        Ok(touched) => {
            freshen(app, &touched);
            Some(touched)
        }
        Err(error) => {
            app.view.complain(super::words::error(&error));
            freshen_all(app);
            None
        }
    }
}

/// Takes the last step back, or makes one again that was taken back.
fn step(app: &mut App, back: bool) {
    files::refresh(app);
    let Some(workspace) = &mut app.workspace else { return };
    let label = if back { workspace.undo_label() } else { workspace.redo_label() };
    match if back { workspace.undo() } else { workspace.redo() } {
        Ok(None) => {}
        Ok(Some(touched)) => {
            let what = label.map_or_else(String::new, super::words::label);
            app.view.say(if back {
                tr!("commands-undone", what = what)
            } else {
                tr!("commands-redone", what = what)
            });
            follow(app, &touched);
        }
        Err(error) => {
            app.view.complain(super::words::error(&error));
            freshen_all(app);
        }
    }
}

/// Shows where undo or redo changed something.
fn follow(app: &mut App, touched: &Touched) {
    let open = article::current(app);
    let elsewhere = touched.articles.iter().find(|id| Some(**id) != open);
    freshen(app, touched);
    if let Some(id) = elsewhere
        && open.is_none_or(|open| !touched.articles.contains(&open))
        && app.view.queue.place(*id).is_some()
    {
        article::open(app, *id);
    }
    if let Some(quote) = touched.quotes.last() {
        quote::select(app, Some(*quote), true);
    }
}

/// Brings what is shown up to what the project now is.
fn freshen(app: &mut App, touched: &Touched) {
    if touched.articles.is_empty() && !touched.registry {
        return;
    }
    app.view.revision += 1;
    article::reload_rows(app, touched);
    freshen_view(app);
}

fn freshen_all(app: &mut App) {
    app.view.revision += 1;
    article::load_rows(app);
    freshen_view(app);
}

/// What is selected and typed follows what there is now.
fn freshen_view(app: &mut App) {
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    let gone = |id| document.is_none_or(|document| document.quote(id).is_none());
    if app.view.selected.is_some_and(gone) {
        app.view.selected = None;
    }
    forms::follow(app);
}
