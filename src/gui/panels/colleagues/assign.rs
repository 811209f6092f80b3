//! Who gets which articles.

use egui::{RichText, Ui};

use crate::gui::colleagues::{Colleagues, ColleaguesAction};
use crate::gui::panels::parts::check_box;
use crate::gui::theme::{self, icon, space};
use crate::gui::widgets::{dim, icon_button, main_button, segments};
use crate::gui::words::tr;
use crate::model::ArticleId;
use crate::workspace::{AssignOptions, Workspace};

/// The overlap goes in steps of this many percent.
const STEP: u8 = 5;

pub fn show(
    ui: &mut Ui,
    workspace: &Workspace,
    state: &mut Colleagues,
    chosen: &[ArticleId],
) -> Option<ColleaguesAction> {
    if state.people.is_empty() {
        dim(ui, tr!("colleagues-nobody"));
        return None;
    }
    let wanted = &mut state.assign;
    ui.label(tr!("colleagues-assign-to"));
    ui.add_space(space(1));
    for person in &state.people {
        let mut on = wanted.people.contains(&person.annotator);
        let words = tr!("colleagues-assign-person", name = person.name.as_str(), number = person.articles());
        if check_box(ui, &mut on, &words).changed() {
            if on {
                wanted.people.insert(person.annotator);
            } else {
                wanted.people.remove(&person.annotator);
            }
        }
    }
    ui.add_space(space(4));
    let most = wanted.people.len().max(1);
    wanted.each = wanted.each.clamp(1, most);
    ui.horizontal(|ui| {
        let less = icon_button(ui, icon::MINUS, &tr!("colleagues-each-fewer")).clicked();
        ui.label(tr!("colleagues-each", number = wanted.each));
        let more = icon_button(ui, icon::PLUS, &tr!("colleagues-each-more")).clicked();
        wanted.each = (wanted.each + usize::from(more)).saturating_sub(usize::from(less)).clamp(1, most);
    });
    if wanted.each > 1 {
        ui.horizontal(|ui| {
            let less = icon_button(ui, icon::MINUS, &tr!("colleagues-overlap-less")).clicked();
            ui.label(tr!("colleagues-overlap", number = wanted.overlap));
            let more = icon_button(ui, icon::PLUS, &tr!("colleagues-overlap-more")).clicked();
            let step = |on: bool| if on { STEP } else { 0 };
            wanted.overlap = wanted.overlap.saturating_add(step(more)).saturating_sub(step(less)).min(100);
        });
    }
    if !chosen.is_empty() {
        let all = [
            (false, tr!("colleagues-all-articles")),
            (true, tr!("colleagues-chosen-articles", number = chosen.len())),
        ];
        ui.add_space(space(2));
        if let Some(only) = segments(ui, &all, &wanted.only_chosen) {
            wanted.only_chosen = only;
        }
    }
    ui.add_space(space(4));
    let ready = !wanted.people.is_empty() && !workspace.is_read_only();
    let clicked = ui.add_enabled_ui(ready, |ui| main_button(ui, &tr!("colleagues-assign"))).inner.clicked();
    ui.add_space(space(1));
    let palette = theme::palette(ui);
    ui.label(RichText::new(tr!("colleagues-assign-why")).color(palette.dim));
    let names = state.people.iter().filter(|person| wanted.people.contains(&person.annotator));
    clicked.then(|| {
        ColleaguesAction::Assign(AssignOptions {
            annotators: names.map(|person| person.name.clone()).collect(),
            articles: (wanted.only_chosen && !chosen.is_empty()).then(|| chosen.to_vec()),
            each: wanted.each,
            overlap: if wanted.each > 1 { f64::from(wanted.overlap) / 100.0 } else { 1.0 },
            seed: wanted.seed,
        })
    })
}
