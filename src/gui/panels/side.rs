//! The annotation panel: its tabs and what is open on them.

use egui::{Align, Layout, RichText, Stroke, Ui};

use super::{claims, quotes, speakers};
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::theme::{self, Face, font, size, space, stroke, type_scale};
use crate::gui::view::{Tab, View};
use crate::gui::widgets::tab;
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let (Some(document), Some(author)) = (workspace.document(), workspace.author()) else { return actions };
    let own: Vec<_> = document.quotes_of(author).collect();
    let open = own.iter().filter(|quote| quote.speakers.is_empty()).count();
    let claims = document.claims.iter().filter(|claim| claim.annotator == author).count();
    let speakers_here = speakers::of_article(workspace).len();
    ui.spacing_mut().item_spacing.y = 0.0;
    let bar = ui.horizontal(|ui| {
        ui.set_height(size::TAB);
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(space(3));
        ui.spacing_mut().item_spacing.x = space(4);
        let numbered = |name: &str, number: usize| {
            if number == 0 { name.to_owned() } else { format!("{name} {number}") }
        };
        let tabs = [
            (Tab::Quotes, numbered("Quotes", own.len())),
            (Tab::Claims, numbered("Claims", claims)),
            (Tab::Speakers, numbered("Speakers", speakers_here)),
        ];
        for (which, words) in tabs {
            let response = tab(ui, &words, view.tab == which, true);
            if which == view.tab && std::mem::take(&mut view.focus_panel) {
                response.request_focus();
            }
            if response.clicked() {
                actions.push(Action::ShowTab(which));
            }
        }
        if open > 0 {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(space(3));
                let words = RichText::new(format!("{open} open"))
                    .font(font(Face::UiMedium, type_scale::UI))
                    .color(palette.warn);
                let button = ui.add(egui::Button::new(words).frame_when_inactive(false));
                if button.on_hover_text("Quotes without a speaker. Jump to the next (U)").clicked() {
                    actions.push(Action::Run(Command::NextUnresolved));
                }
            });
        }
    });
    let foot = bar.response.rect.bottom();
    ui.painter().hline(ui.max_rect().x_range(), foot, Stroke::new(stroke::HAIR, palette.line));
    ui.spacing_mut().item_spacing.y = space(1);
    match view.tab {
        Tab::Quotes => actions.extend(quotes::show(ui, workspace, view)),
        Tab::Claims => actions.extend(claims::show(ui, workspace, view)),
        Tab::Speakers => actions.extend(speakers::show(ui, workspace)),
    }
    actions
}
