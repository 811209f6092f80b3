//! Walking through the queue and working on whole articles.

use super::{App, perform, performed};
use crate::edit::Edit;
use crate::gui::command::Command;
use crate::gui::view::Popup;
use crate::model::{ArticleId, Stage};

pub fn run(app: &mut App, command: Command) {
    match command {
        Command::NextArticle => go(app, 1),
        Command::PreviousArticle => go(app, -1),
        Command::DoneAndNext => done_and_next(app),
        Command::Reopen => perform(app, &Edit::SetStage(Stage::InProgress)),
        Command::EditMetadata => edit_metadata(app),
        Command::Label(kind) => match app.view.page.selection() {
            Some(span) => perform(app, &Edit::LabelRegion { span, kind }),
            None => app.view.say("Select the words first, then say what they are."),
        },
        Command::DeleteArticle => delete(app),
        Command::FilterArticles => {
            app.view.queue_open = true;
            app.view.focus_filter = true;
        }
        _ => {}
    }
}

/// The article that is open.
pub fn current(app: &App) -> Option<ArticleId> {
    Some(app.workspace.as_ref()?.document()?.article.id)
}

/// Opens an article on the page.
pub fn open(app: &mut App, id: ArticleId) {
    let Some(workspace) = &mut app.workspace else { return };
    if let Err(error) = workspace.open_article(id) {
        app.view.complain(error);
        return;
    }
    app.view.selected = None;
    app.view.grown.clear();
    app.view.revision += 1;
    app.view.queue.reveal = true;
    app.view.page.request_focus();
    super::review::enter(app);
}

/// Reads the queue anew.
pub fn load_rows(app: &mut App) {
    let Some(workspace) = &app.workspace else {
        app.view.queue.rows.clear();
        app.view.queue.filter();
        return;
    };
    match workspace.article_rows() {
        Ok(rows) => app.view.queue.rows = rows,
        Err(error) => app.view.complain(error),
    }
    app.view.queue.filter();
}

/// Applies the words in the queue's field.
pub fn filter(app: &mut App) {
    let Some(workspace) = &app.workspace else { return };
    match workspace.articles_with(&app.view.queue.words) {
        Ok(found) => app.view.queue.found = found.map(|ids| ids.into_iter().collect()),
        Err(error) => app.view.complain(error),
    }
    app.view.queue.filter();
}

fn go(app: &mut App, step: isize) {
    match app.view.queue.neighbour(current(app), step) {
        Some(id) => open(app, id),
        None if step > 0 => app.view.say("This is the last article of the queue."),
        None => app.view.say("This is the first article of the queue."),
    }
}

fn done_and_next(app: &mut App) {
    let here = current(app);
    if performed(app, &Edit::SetStage(Stage::Done)).is_none() {
        return;
    }
    match app.view.queue.neighbour(here, 1).filter(|next| Some(*next) != here) {
        Some(next) => open(app, next),
        None => app.view.say("Done. This was the last article of the queue."),
    }
}

fn edit_metadata(app: &mut App) {
    if let Some(document) = app.workspace.as_ref().and_then(|workspace| workspace.document()) {
        app.view.popup = Some(Popup::Metadata((&document.article.metadata).into()));
    }
}

fn delete(app: &mut App) {
    let next =
        app.view.queue.neighbour(current(app), 1).or_else(|| app.view.queue.neighbour(current(app), -1));
    if performed(app, &Edit::DeleteArticle).is_some() {
        if let Some(next) = next {
            open(app, next);
        }
        app.view.say("Article deleted with everything on it. Ctrl+Z brings it back.");
    }
}

/// Annotates as someone from now on.
pub fn annotate_as(app: &mut App, name: &str) {
    let Some(workspace) = &mut app.workspace else { return };
    if let Err(error) = workspace.annotate_as(name) {
        app.view.complain(error);
        return;
    }
    app.view.popup = None;
    app.view.selected = None;
    app.settings.annotator = Some(name.trim().to_owned());
    app.keep_settings();
    super::freshen_all(app);
}
