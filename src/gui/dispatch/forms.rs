//! Keeping what is typed in the panel.

use super::{App, performed};

/// How long the hand rests before what it typed is kept, in seconds.
const REST: f64 = 0.7;

/// Keeps what was typed, before anything else is done.
pub fn keep(app: &mut App) {
    if app.view.forms.typed().is_none() {
        return;
    }
    let Some(workspace) = &app.workspace else { return };
    let edits = app.view.forms.take(workspace.document(), workspace.registry());
    for edit in edits {
        let _ = performed(app, &edit);
    }
}

/// Keeps what was typed once the hand rests.
pub fn keep_when_resting(app: &mut App) {
    let Some(typed) = app.view.forms.typed() else { return };
    let left = typed + REST - app.services.ctx.input(|input| input.time);
    if left <= 0.0 {
        keep(app);
    } else {
        app.services.ctx.request_repaint_after_secs(left as f32);
    }
}

/// The forms show what is selected now.
pub fn follow(app: &mut App) {
    let Some(workspace) = &app.workspace else { return };
    let view = &mut app.view;
    let document = workspace.document();
    let quote = view.selected.and_then(|id| document?.quote(id));
    let claim = view.claim.and_then(|id| document?.claim(id));
    let claim = claim.or_else(|| quote.and_then(|quote| document?.claim_on(quote.id)));
    let speaker = view.speaker.and_then(|id| workspace.registry().speaker(id));
    view.forms.follow(quote.map(AsRef::as_ref), claim.map(AsRef::as_ref), speaker.map(AsRef::as_ref));
}
