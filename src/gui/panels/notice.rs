//! What was said last, over the foot of the page.

use egui::{
    Align, Area, CornerRadius, Id, Label, Layout, Margin, Order, RichText, ScrollArea, Stroke, Ui, pos2,
};

use crate::gui::action::Action;
use crate::gui::theme::{self, motion, radius, size, space, stroke};
use crate::gui::view::{Notice, View};
use crate::gui::widgets::cross;
use crate::gui::words::tr;

/// Shows the message and, where it is no error, takes it away after a while.
pub fn show(ui: &Ui, view: &mut View) -> Vec<Action> {
    let mut actions = Vec::new();
    let Some(notice) = &mut view.notice else { return actions };
    let now = ui.input(|input| input.time);
    let since = *notice.since.get_or_insert(now);
    if !notice.is_error && notice.details.is_empty() && notice.command.is_none() {
        let left = motion::MESSAGE - (now - since);
        if left <= 0.0 {
            actions.push(Action::CloseNotice);
        } else {
            ui.ctx().request_repaint_after_secs(left as f32);
        }
    }
    let room = ui.max_rect();
    let foot = pos2(room.center().x, room.bottom() - space(4));
    Area::new(Id::unique("notice"))
        .order(Order::Foreground)
        .pivot(egui::Align2::CENTER_BOTTOM)
        .fixed_pos(foot)
        .show(ui.ctx(), |ui| {
            ui.set_max_width(size::POPUP.min(room.width() - space(8)));
            actions.extend(message(ui, notice));
        });
    actions
}

fn message(ui: &mut Ui, notice: &Notice) -> Vec<Action> {
    let palette = theme::palette(ui);
    let (edge, ink) =
        if notice.is_error { (palette.error, palette.error) } else { (palette.edge, palette.text) };
    let frame = egui::Frame::popup(ui.style())
        .stroke(Stroke::new(stroke::HAIR, edge))
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(Margin::symmetric(space(3) as i8, space(2) as i8));
    let mut wishes = Vec::new();
    frame.show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if cross(ui, &tr!("commands-close-notice")).clicked() {
                wishes.push(Action::CloseNotice);
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.add_space(space(1) - 1.0);
                ui.add(Label::new(RichText::new(&notice.words).color(ink)).wrap().selectable(true));
            });
        });
        if !notice.details.is_empty() {
            ScrollArea::vertical().max_height(size::DETAILS).show(ui, |ui| {
                for line in &notice.details {
                    ui.add(Label::new(RichText::new(line).color(palette.dim)).wrap().selectable(true));
                }
            });
        }
        if let Some(command) = notice.command {
            ui.add_space(space(1));
            if ui.button(command.name()).clicked() {
                wishes.extend([Action::CloseNotice, Action::Run(command)]);
            }
        }
    });
    wishes
}
