//! A copy of the project for a colleague.

use egui::Ui;

use crate::gui::colleagues::{Colleagues, ColleaguesAction, Extent};
use crate::gui::panels::parts::radio;
use crate::gui::theme::space;
use crate::gui::widgets::{dim, main_button, segments};
use crate::gui::words::tr;
use crate::model::ArticleId;
use crate::workspace::{ShareOptions, Workspace};

pub fn show(
    ui: &mut Ui,
    workspace: &Workspace,
    state: &mut Colleagues,
    chosen: &[ArticleId],
) -> Option<ColleaguesAction> {
    ui.label(tr!("colleagues-share-with"));
    ui.add_space(space(1));
    if radio(ui, state.share_with.is_none(), &tr!("colleagues-share-nobody")).clicked() {
        state.share_with = None;
    }
    for person in &state.people {
        if radio(ui, state.share_with == Some(person.annotator), &person.name).clicked() {
            state.share_with = Some(person.annotator);
        }
    }
    ui.add_space(space(4));
    let mut extents = vec![(Extent::All, tr!("colleagues-all-articles"))];
    if state.share_with.is_some() {
        extents.push((Extent::Assigned, tr!("colleagues-assigned-articles")));
    }
    if !chosen.is_empty() {
        extents.push((Extent::Chosen, tr!("colleagues-chosen-articles", number = chosen.len())));
    }
    if extents.iter().all(|(extent, _)| *extent != state.extent) {
        state.extent = Extent::All;
    }
    if let Some(extent) = segments(ui, &extents, &state.extent) {
        state.extent = extent;
    }
    ui.add_space(space(3));
    dim(ui, tr!("colleagues-share-what"));
    if workspace.registry().is_blind() {
        dim(ui, tr!("colleagues-share-blind"));
    }
    ui.add_space(space(4));
    let ready = !workspace.is_read_only();
    let clicked = ui.add_enabled_ui(ready, |ui| main_button(ui, &tr!("colleagues-share"))).inner.clicked();
    let name = state.people.iter().find(|person| Some(person.annotator) == state.share_with);
    clicked.then(|| {
        ColleaguesAction::Share(ShareOptions {
            articles: (state.extent == Extent::Chosen).then(|| chosen.to_vec()),
            annotator: name.map(|person| person.name.clone()),
            only_assigned: state.extent == Extent::Assigned,
        })
    })
}
