//! Working with colleagues: who is how far, who gets what, copies, and what
//! copies differ on.

mod assign;
mod conflicts;
mod people;
mod share;

use egui::{ScrollArea, Ui};

use crate::gui::action::Action;
use crate::gui::colleagues::{ColleaguesAction, ColleaguesTab};
use crate::gui::theme::{size, space};
use crate::gui::view::View;
use crate::gui::widgets::{heading, tab};
use crate::gui::words::tr;
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let chosen = view.queue.several();
    let revision = view.revision;
    let state = &mut view.colleagues;
    state.freshen(workspace, revision);
    ui.set_width(size::POPUP_WIDE);
    heading(ui, &tr!("colleagues-title"));
    let mut actions = Vec::new();
    ui.horizontal(|ui| {
        ui.set_height(size::TAB);
        ui.spacing_mut().item_spacing.x = space(4);
        for which in ColleaguesTab::ALL {
            let words = match which {
                ColleaguesTab::Conflicts if !state.conflicts.is_empty() => {
                    tr!("colleagues-tab-counted", name = which.name(), number = state.conflicts.len())
                }
                _ => which.name(),
            };
            if tab(ui, &words, state.tab == *which, true).clicked() {
                actions.push(Action::Colleagues(ColleaguesAction::Show(*which)));
            }
        }
    });
    ui.add_space(space(2));
    ui.scope(|ui| {
        ui.set_height(size::COLLEAGUES);
        ScrollArea::vertical().id_salt(state.tab).auto_shrink([false, false]).show(ui, |ui| {
            let wishes = match state.tab {
                ColleaguesTab::People => people::show(ui, workspace, state),
                ColleaguesTab::Assign => assign::show(ui, workspace, state, &chosen).into_iter().collect(),
                ColleaguesTab::Share => share::show(ui, workspace, state, &chosen).into_iter().collect(),
                ColleaguesTab::Conflicts => conflicts::show(ui, workspace, state).into_iter().collect(),
            };
            actions.extend(wishes.into_iter().map(Action::Colleagues));
        });
    });
    actions
}
