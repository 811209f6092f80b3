//! The article's claims.

use egui::{CornerRadius, Margin, RichText, ScrollArea, Stroke, Ui};

use crate::edit::Edit;
use crate::gui::action::Action;
use crate::gui::theme::{self, Face, font, radius, space, stroke, type_scale};
use crate::gui::view::{Tab, View};
use crate::gui::widgets::{cross, dim, key_cap, one_line};
use crate::model::{Claim, Document};
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let mut actions = Vec::new();
    let (Some(document), Some(author)) = (workspace.document(), workspace.author()) else { return actions };
    ScrollArea::vertical().auto_shrink(false).id_salt("claims").show(ui, |ui| {
        egui::Frame::NONE.inner_margin(Margin::same(space(3) as i8)).show(ui, |ui| {
            let mut any = false;
            for claim in document.claims.iter().filter(|claim| claim.annotator == author) {
                any = true;
                ui.push_id(claim.id, |ui| actions.extend(show_claim(ui, document, claim, view)));
                ui.add_space(space(2));
            }
            if !any {
                dim(ui, "No claims yet. A claim is a statement that can be true or false.");
                ui.horizontal(|ui| {
                    key_cap(ui, "X");
                    dim(ui, "makes one of the selected words or quote");
                });
            }
        });
    });
    actions
}

fn show_claim(ui: &mut Ui, document: &Document, claim: &Claim, view: &mut View) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let quote = claim.quote.and_then(|id| document.quote(id));
    let own: Vec<&str> = claim.spans.iter().map(|piece| piece.text.as_str()).collect();
    let words = quote.map_or_else(|| own.join(" … "), |quote| quote.words());
    egui::Frame::NONE
        .fill(palette.field)
        .stroke(Stroke::new(stroke::HAIR, palette.line))
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(Margin::same(space(3) as i8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.set_width(ui.available_width());
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if cross(ui, "Take the claim away").clicked() {
                        actions.push(Action::Perform(Edit::DeleteClaim(claim.id)));
                    }
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        let words = RichText::new(words.replace('\n', " "))
                            .font(font(Face::Reading, type_scale::QUOTE));
                        if one_line(ui, words).interact(egui::Sense::click()).clicked() {
                            match (quote, claim.spans.first()) {
                                (Some(quote), _) => {
                                    actions.push(Action::ShowTab(Tab::Quotes));
                                    actions.push(Action::Select { quote: Some(quote.id), reveal: true });
                                }
                                (None, Some(piece)) => view.page.set_selection(piece.span()),
                                (None, None) => {}
                            }
                        }
                    });
                });
            });
            match &claim.statement {
                Some(statement) => _ = ui.label(statement),
                None => _ = dim(ui, "not yet in your own words"),
            }
        });
    actions
}
