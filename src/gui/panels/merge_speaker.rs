//! Saying which speaker another one is.

use egui::Ui;

use super::link;
use crate::edit::Edit;
use crate::gui::action::Action;
use crate::gui::candidates::Match;
use crate::gui::theme::{size, space};
use crate::gui::view::View;
use crate::gui::widgets::{dim, heading};
use crate::gui::words::tr;
use crate::model::{Registry, SpeakerId};
use crate::workspace::Workspace;

/// As many speakers are found at once.
const FOUND: usize = 50;

pub fn show(
    ui: &mut Ui,
    workspace: &Workspace,
    view: &mut View,
    speaker: SpeakerId,
    (words, chosen): (&mut String, &mut usize),
) -> Vec<Action> {
    let registry = workspace.registry();
    let Some(merged) = registry.speaker(speaker) else { return vec![Action::ClosePopup] };
    ui.set_width(size::POPUP);
    heading(ui, &tr!("side-merge-title", name = merged.name.as_str()));
    dim(ui, tr!("side-merge-why"));
    ui.add_space(space(2));
    let picked = link::choose(ui, workspace, view, (words, chosen), |view, words| {
        let alike = view.look_alikes.get(registry, view.revision);
        let alike = alike.iter().find(|group| group.contains(&merged.id)).cloned().unwrap_or_default();
        view.names.refresh(registry, view.revision);
        let mut found = match words.trim() {
            "" => near(registry, &alike, view),
            typed => view.names.matching(typed, &alike, FOUND),
        };
        found.retain(|one| one.speaker != merged.id);
        found
    });
    if picked.found.is_empty() {
        dim(ui, tr!("side-merge-nobody"));
    }
    let Some(into) = picked.speaker else { return Vec::new() };
    let edit = Edit::MergeSpeakers { into, others: vec![merged.id] };
    vec![Action::Perform(edit), Action::ClosePopup, Action::OpenSpeaker(Some(into))]
}

/// Those who look alike, then everyone by name.
fn near(registry: &Registry, alike: &[SpeakerId], view: &View) -> Vec<Match> {
    let first = alike.iter().map(|id| Match { speaker: registry.speaker_of(*id), alias: None });
    let others = view.names.all().into_iter().filter(|one| !alike.contains(&one.speaker));
    first.chain(others).take(FOUND).collect()
}
