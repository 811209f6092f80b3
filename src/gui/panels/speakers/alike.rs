//! Speakers who may be one, to be merged or told apart.

use egui::{Button, CornerRadius, Frame, Margin, Response, RichText, Stroke, Ui, WidgetInfo};

use super::List;
use crate::edit::Edit;
use crate::gui::action::Action;
use crate::gui::panels::parts::small_heading;
use crate::gui::theme::{self, Face, font, icon, radius, size, space, stroke, type_scale};
use crate::gui::widgets::{dim, main_button};
use crate::gui::words::tr;
use crate::model::SpeakerId;

/// As many groups are offered at once.
const OFFERED: usize = 3;

pub fn show(ui: &mut Ui, list: &List<'_>, groups: &[Vec<SpeakerId>]) -> Vec<Action> {
    let mut actions = Vec::new();
    if groups.is_empty() || list.workspace.is_read_only() {
        return actions;
    }
    small_heading(ui, &tr!("side-alike", number = groups.len()));
    for group in groups.iter().take(OFFERED) {
        ui.push_id(group, |ui| actions.extend(offer(ui, list, group)));
        ui.add_space(space(2));
    }
    if let Some(more) = groups.len().checked_sub(OFFERED).filter(|more| *more > 0) {
        dim(ui, tr!("side-alike-more", number = more));
    }
    actions
}

/// The speakers of a group, and what can be said of them.
fn offer(ui: &mut Ui, list: &List<'_>, group: &[SpeakerId]) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let registry = list.workspace.registry();
    let names = group.iter().filter_map(|id| registry.speaker(*id)).map(|speaker| speaker.name.as_str());
    let names: Vec<&str> = names.collect();
    let frame = Frame::NONE
        .fill(palette.field)
        .stroke(Stroke::new(stroke::HAIR, palette.line))
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(Margin::symmetric(space(2) as i8, space(2) as i8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        for id in group {
            actions.extend(list.row(ui, *id, None, None));
        }
        ui.add_space(space(1));
        ui.horizontal(|ui| {
            ui.add_space(size::INITIALS + space(3));
            ui.spacing_mut().item_spacing.x = space(2);
            let joined = names.join(&format!(" {} ", icon::DOT));
            let merge =
                named(main_button(ui, &tr!("side-merge")), &tr!("side-merge-names", names = &*joined));
            let stays = tr!("side-merge-stays", name = names.first().copied().unwrap_or_default());
            if let (true, Some((into, others))) = (merge.on_hover_text(stays).clicked(), group.split_first())
            {
                let edit = Edit::MergeSpeakers { into: *into, others: others.to_vec() };
                actions.push(Action::Perform(edit));
            }
            let words = RichText::new(tr!("side-tell-apart")).font(font(Face::Ui, type_scale::UI));
            let apart = named(ui.add(Button::new(words)), &tr!("side-tell-apart-names", names = &*joined));
            if apart.clicked() {
                actions.push(Action::Perform(Edit::TellApart(group.to_vec())));
            }
        });
    });
    actions
}

/// A button with a name of its own for those who don't see what it stands
/// beside.
fn named(response: Response, label: &str) -> Response {
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, label));
    response
}
