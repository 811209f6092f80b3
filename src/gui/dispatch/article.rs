//! Walking through the queue and working on whole articles.

use std::time::Duration;

use super::{App, forms, perform, performed, several};
use crate::edit::Edit;
use crate::gui::command::Command;
use crate::gui::reader::{Ask, Told};
use crate::gui::view::{After, MetadataDraft, Popup};
use crate::gui::words::{self, tr};
use crate::model::{ArticleId, Stage};
use crate::workspace::{Touched, WorkspaceError};

use several::Several;

/// How long a frame waits for an answer: in most projects it is there at
/// once, and the list need not be drawn twice.
pub const PATIENCE: Duration = Duration::from_millis(4);
/// More articles than these are read anew all at once.
const MANY: usize = 1000;

pub fn run(app: &mut App, command: Command) {
    match command {
        Command::NextArticle => go(app, 1),
        Command::PreviousArticle => go(app, -1),
        Command::NextOpenArticle => next_open(app),
        Command::DoneAndNext => done_and_next(app),
        Command::MarkDone => several::perform(app, Several::Stage(Stage::Done)),
        Command::Reopen => several::perform(app, Several::Stage(Stage::InProgress)),
        Command::EditMetadata => edit_metadata(app),
        Command::Label(kind) => match app.view.page.selection() {
            Some(span) => perform(app, &Edit::LabelRegion { span, kind }),
            None => app.view.say(tr!("queue-select-first")),
        },
        Command::DeleteArticle => delete(app),
        Command::FilterArticles => {
            app.view.show_queue();
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
        app.view.complain(words::error(&error));
        return;
    }
    app.view.selected = None;
    app.view.claim = None;
    app.view.grown.clear();
    app.view.revision += 1;
    let queue = &mut app.view.queue;
    queue.keep(Some(id));
    queue.cursor = Some(id);
    queue.chosen.clear();
    queue.reveal = true;
    app.view.page.request_focus();
    forms::follow(app);
    super::review::enter(app);
}

/// Reads the queue anew.
pub fn load_rows(app: &mut App) {
    let Some(workspace) = &app.workspace else {
        app.view.queue.load(Vec::new(), None);
        return;
    };
    match workspace.article_rows() {
        Ok(rows) => app.view.queue.load(rows, workspace.author()),
        Err(error) => app.view.complain(words::error(&error)),
    }
    search(app);
}

/// Reads the rows of some articles anew.
pub fn reload_rows(app: &mut App, touched: &Touched) {
    let Some(workspace) = &app.workspace else { return };
    if touched.articles.len() > MANY || app.view.queue.author != workspace.author() {
        load_rows(app);
        return;
    }
    if touched.articles.is_empty() {
        return;
    }
    let open = workspace.document().map(|document| document.article.id);
    app.view.queue.keep(open);
    match workspace.article_rows_of(&touched.articles) {
        Ok(rows) => {
            if app.view.queue.update(&touched.articles, rows) {
                search(app);
            }
        }
        Err(error) => app.view.complain(words::error(&error)),
    }
}

/// Searches for the words in the queue's field.
pub fn search(app: &mut App) {
    let words = app.view.queue.words.trim().to_owned();
    if words.is_empty() {
        app.view.queue.search.waits = false;
        app.view.queue.found("", None);
        return;
    }
    let Some(reader) = &app.services.reader else { return };
    app.view.queue.search.waits = true;
    reader.ask(Ask::Find(words));
    take_answers(app, PATIENCE);
}

/// Asks for the places of the words in articles that came into sight.
pub fn ask_excerpts(app: &mut App, keys: Vec<i64>) {
    let Some(reader) = &app.services.reader else { return };
    reader.ask(Ask::Excerpts { words: app.view.queue.search.words.clone(), keys });
    take_answers(app, PATIENCE);
}

/// Asks for what happened on the open article, unless it is known.
pub fn ask_history(app: &mut App) {
    let Some(article) = current(app) else { return };
    let wanted = Some((article, app.view.revision));
    let Some(reader) = app.services.reader.as_ref().filter(|_| app.view.history.asked != wanted) else {
        return;
    };
    app.view.history.asked = wanted;
    reader.ask(Ask::History(article));
    take_answers(app, PATIENCE);
}

/// Takes up what the reader answered meanwhile.
pub fn take_answers(app: &mut App, patience: Duration) {
    let mut wait = patience;
    while let Some(told) = app.services.reader.as_ref().and_then(|reader| reader.told(wait)) {
        wait = Duration::ZERO;
        match told {
            Told::Found(words, found) => take_found(app, &words, found),
            Told::Excerpts(words, excerpts) => {
                if app.view.queue.search.words == words {
                    app.view.queue.search.excerpts.extend(excerpts);
                }
            }
            Told::History(article, Ok(steps)) => {
                let seen = app.workspace.as_ref().map(|workspace| workspace.visible_history(article, steps));
                app.view.history.article = Some(article);
                app.view.history.steps = seen.and_then(Result::ok).unwrap_or_default();
            }
            Told::History(_, Err(error)) => app.view.complain(words::error(&error)),
            Told::Usual(annotator, usual) => app.view.suggestions.take_usual(annotator, usual),
        }
    }
}

fn take_found(app: &mut App, words: &str, found: Result<Option<Vec<i64>>, WorkspaceError>) {
    if app.view.queue.words.trim() != words {
        return;
    }
    app.view.queue.search.waits = false;
    match found {
        Ok(keys) => app.view.queue.found(words, keys.as_deref()),
        Err(error) => app.view.complain(words::error(&error)),
    }
}

fn go(app: &mut App, step: isize) {
    match app.view.queue.neighbour(current(app), step) {
        Some(id) => open(app, id),
        None if step > 0 => app.view.say(tr!("queue-is-last")),
        None => app.view.say(tr!("queue-is-first")),
    }
}

fn next_open(app: &mut App) {
    match app.view.queue.next_open(current(app)) {
        Some(id) => open(app, id),
        None => app.view.say(tr!("queue-none-open")),
    }
}

fn done_and_next(app: &mut App) {
    let here = current(app);
    let next = app.view.queue.neighbour(here, 1).filter(|next| Some(*next) != here);
    if performed(app, &Edit::SetStage(Stage::Done)).is_none() {
        return;
    }
    let after = next.map_or(After::Last, After::Next);
    super::suggest::refresh(app);
    if app.view.suggestions.missed().is_empty() {
        go_on(app, after);
    } else {
        app.view.popup = Some(Popup::Missed { chosen: 0, after });
    }
}

/// Opens the article that follows one that is done, where there is one.
pub fn go_on(app: &mut App, after: After) {
    match after {
        After::Next(next) => open(app, next),
        After::Last => app.view.say(tr!("queue-done-last")),
        After::Stay => {}
    }
}

/// Asks for the metadata of the chosen articles, or of the open one.
fn edit_metadata(app: &mut App) {
    let chosen = several::chosen(app);
    let Some(workspace) = &app.workspace else { return };
    let mut draft = MetadataDraft::new(chosen);
    match workspace.each_metadata(&draft.articles.clone(), &mut |metadata| draft.meet(&metadata)) {
        Ok(()) if !draft.fields.is_empty() => app.view.popup = Some(Popup::Metadata(draft)),
        Ok(()) => {}
        Err(error) => app.view.complain(words::error(&error)),
    }
}

/// Keeps metadata that were typed.
pub fn save_metadata(app: &mut App, draft: MetadataDraft) {
    app.view.popup = None;
    app.view.page.request_focus();
    if draft.is_changed() {
        let articles = draft.articles.clone();
        several::perform_on(app, articles, Several::Metadata(draft));
    }
}

fn delete(app: &mut App) {
    let chosen = several::chosen(app);
    let here = current(app);
    let beside = |app: &App, step: isize| {
        let mut at = here;
        loop {
            at = app.view.queue.neighbour(at, step);
            match at {
                Some(id) if chosen.contains(&id) => {}
                other => return other,
            }
        }
    };
    let next = beside(app, 1).or_else(|| beside(app, -1));
    let number = chosen.len();
    if several::perform_on(app, chosen, Several::Delete) {
        if current(app).is_none()
            && let Some(next) = next
        {
            open(app, next);
        }
        app.view.say(tr!("queue-deleted", number = number));
    }
}

/// Annotates as someone from now on.
pub fn annotate_as(app: &mut App, name: &str) {
    let Some(workspace) = &mut app.workspace else { return };
    if let Err(error) = workspace.annotate_as(name) {
        app.view.complain(words::error(&error));
        return;
    }
    app.view.popup = None;
    app.view.selected = None;
    app.settings.annotator = Some(name.trim().to_owned());
    app.keep_settings();
    super::freshen_all(app);
}
