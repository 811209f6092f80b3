//! Asking the project's program outside for suggestions.

use super::{App, files, suggest};
use crate::gui::dispatch::JobResult;
use crate::gui::suggestions::wanted;
use crate::gui::words::tr;
use crate::model::ArticleId;
use crate::suggest::Suggestion;
use crate::workspace::{SuggestSettings, ask_outside};

/// Has the program read the open article.
pub fn ask(app: &mut App) {
    let Some(workspace) = &app.workspace else { return };
    if !wanted(Some(workspace), &app.view, &app.settings) {
        app.view.say(tr!("suggest-are-off"));
        return;
    }
    let Some(program) = SuggestSettings::of(workspace.registry()).program else {
        app.view.say(tr!("suggest-no-program"));
        return;
    };
    let Some(document) = workspace.document().cloned() else { return };
    let registry = workspace.registry().clone();
    let name = program.command.first().cloned().unwrap_or_default();
    files::start(app, &tr!("suggest-asking", program = name), move |_, progress| {
        let found = ask_outside(&program, &document, &registry, progress);
        JobResult::Suggested(document.article.id, found)
    });
}

/// Takes up what it found.
pub fn took(app: &mut App, article: ArticleId, found: Vec<Suggestion>) {
    let number = found.len();
    app.view.suggestions.take_outside(article, found);
    suggest::refresh(app);
    app.view.say(tr!("suggest-outside-found", number = number));
}
