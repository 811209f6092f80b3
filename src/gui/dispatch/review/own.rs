//! A value of one's own: from the selected words, or from a list.

use std::sync::Arc;

use super::{App, decide, performed, single};
use crate::edit::{Edit, QuoteChange, Settlement, SpeakerFields, Verdict};
use crate::gui::review::{FIELDS, Picked, ReviewTab, correction};
use crate::gui::view::Popup;
use crate::gui::words::tr;
use crate::model::{Aspect, Quote, SpeakerKind};
use crate::workspace::Workspace;

/// The field that is edited: the one in focus, else the content.
fn aspect(app: &App) -> Aspect {
    let of_case = || {
        let (_, case) = decide::current(app)?;
        decide::focused(app, case)
    };
    let found = match app.view.review.tab {
        ReviewTab::Single => app.view.review.focus,
        _ => of_case(),
    };
    found.filter(|aspect| *aspect != Aspect::Presence).unwrap_or(Aspect::Content)
}

pub fn step_field(app: &mut App, step: isize) {
    let here = FIELDS.iter().position(|field| *field == aspect(app)).unwrap_or(0);
    let next = (here + FIELDS.len()).saturating_add_signed(step) % FIELDS.len();
    app.view.review.focus = FIELDS.get(next).copied();
}

pub fn edit(app: &mut App) {
    if base(app).is_none() {
        app.view.say(tr!("review-choose-group"));
        return;
    }
    let aspect = aspect(app);
    app.view.review.focus = Some(aspect);
    if let Some(role) = aspect.spans_of() {
        match app.view.page.selection() {
            Some(span) => {
                change(app, aspect, vec![QuoteChange::Spans(role, vec![span])]);
                app.view.page.set_selection(crate::model::Span::new(span.end, span.end));
            }
            None => app.view.say(tr!("review-select-first", field = crate::gui::review::aspect_name(aspect))),
        }
    } else {
        app.view.popup = Some(Popup::Pick { aspect, words: String::new(), chosen: 0 });
    }
}

/// The quote that is changed: the decided one where it is there, else what it
/// would begin as.
fn base(app: &App) -> Option<Arc<Quote>> {
    let document = app.workspace.as_ref()?.document()?;
    if app.view.review.tab == ReviewTab::Single {
        let quote = document.quote(app.view.selected?)?;
        let reviewer = app.workspace.as_ref()?.author()?;
        return Some(Arc::clone(correction(document, reviewer, quote).unwrap_or(quote)));
    }
    let (_, case) = decide::current(app)?;
    document.quote(case.result.or_else(|| case.members.first().copied())?).map(Arc::clone)
}

pub fn picked(app: &mut App, aspect: Aspect, picked: &Picked) {
    app.view.popup = None;
    let Some(quote) = base(app) else { return };
    if let Some(changes) = picked.changes(&quote, aspect) {
        change(app, aspect, changes);
        return;
    }
    let Picked::NewSpeaker(name) = picked else { return };
    let kind = if aspect == Aspect::RelaySpeakers { SpeakerKind::Organisation } else { SpeakerKind::Person };
    let fields = SpeakerFields { kind, ..SpeakerFields::named(name.trim()) };
    if performed(app, &Edit::AddSpeaker(fields)).is_none() {
        return;
    }
    let registry = app.workspace.as_ref().map(Workspace::registry);
    let speaker = registry.and_then(|registry| registry.speaker_named(name.trim())).map(|speaker| speaker.id);
    if let Some(changes) = speaker.and_then(|id| Picked::Speaker(id).changes(&quote, aspect)) {
        change(app, aspect, changes);
    }
}

fn change(app: &mut App, aspect: Aspect, changes: Vec<QuoteChange>) {
    if app.view.review.tab != ReviewTab::Single {
        decide::settle(app, aspect, Settlement::Own(changes));
        return;
    }
    if let Some(quote) = app.view.selected {
        single::decide(app, quote, Verdict::Correct(changes), false);
    }
}
