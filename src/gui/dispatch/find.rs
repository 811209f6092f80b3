//! Looking for words in the open article.

use super::App;
use crate::gui::command::Command;
use crate::gui::find::Find;

pub fn run(app: &mut App, command: Command) {
    match command {
        Command::Find => open(app),
        Command::FindNext => step(app, true),
        Command::FindPrevious => step(app, false),
        _ => {}
    }
}

/// Opens the bar, with the selected words if they are few.
fn open(app: &mut App) {
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    let selection = app.view.page.selection();
    let words = document.zip(selection).and_then(|(document, span)| document.article.text.slice(span));
    let words = words.filter(|words| !words.contains('\n')).map(str::trim).map(str::to_owned);
    let before = app.view.find.take().map(|find| find.words);
    let from = selection.map_or_else(|| app.view.page.caret(), |span| span.start);
    app.view.find = Some(Find::new(words.or(before).unwrap_or_default(), from));
}

/// Closes the bar; what was found last is selected.
pub fn close(app: &mut App) {
    if let Some(hit) = app.view.find.take().and_then(|find| find.hit()) {
        app.view.page.set_selection(hit);
    }
    app.view.page.request_focus();
}

fn step(app: &mut App, forward: bool) {
    let Some(find) = &mut app.view.find else { return open(app) };
    if let Some(hit) = find.step(forward) {
        app.view.page.reveal(hit.start);
    }
}
