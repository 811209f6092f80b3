//! The annotation panel: its tabs and what is open on them.

use egui::{Align, Layout, RichText, Stroke, Ui};

use super::{claims, history, quotes, speakers};
use crate::gui::action::Action;
use crate::gui::candidates;
use crate::gui::command::Command;
use crate::gui::theme::{self, Face, font, size, space, stroke, type_scale};
use crate::gui::view::{Tab, View};
use crate::gui::widgets::tab;
use crate::gui::words::tr;
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let palette = theme::palette(ui);
    let (Some(document), author) = (workspace.document(), workspace.author()) else { return Vec::new() };
    view.unresolved.refresh(document, author, view.revision);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut actions = Vec::new();
    let bar = ui.horizontal(|ui| actions.extend(tabs(ui, workspace, view)));
    let foot = bar.response.rect.bottom();
    ui.painter().hline(ui.max_rect().x_range(), foot, Stroke::new(stroke::HAIR, palette.line));
    ui.spacing_mut().item_spacing.y = space(1);
    match view.tab {
        Tab::Quotes => actions.extend(quotes::show(ui, workspace, view)),
        Tab::Claims => actions.extend(claims::show(ui, workspace, view)),
        Tab::Speakers => actions.extend(speakers::show(ui, workspace, view)),
        Tab::History => actions.extend(history::show(ui, workspace, view)),
    }
    actions
}

fn tabs(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let mut actions = Vec::new();
    let open = view.unresolved.count();
    let (mut quotes, mut claims) = (0, 0);
    if let (Some(document), Some(author)) = (workspace.document(), workspace.author()) {
        quotes = document.quotes_of(author).count();
        claims = document.claims.iter().filter(|claim| claim.annotator == author).count();
    }
    let speakers = candidates::in_article(workspace).len();
    let tabs_of = |numbers: bool| {
        let numbered = |name: String, number: usize| {
            if numbers && number > 0 { format!("{name} {number}") } else { name }
        };
        [
            (Tab::Quotes, numbered(tr!("side-tab-quotes"), quotes)),
            (Tab::Claims, numbered(tr!("side-tab-claims"), claims)),
            (Tab::Speakers, numbered(tr!("side-tab-speakers"), speakers)),
            (Tab::History, tr!("side-tab-history")),
        ]
    };
    let all = tabs_of(true);
    let tabs = if gap(ui, &all, open) < GAP_LEAST { tabs_of(false) } else { all };
    let between = gap(ui, &tabs, open).clamp(GAP_LEAST, space(4));
    ui.set_height(size::TAB);
    ui.spacing_mut().item_spacing.x = 0.0;
    ui.add_space(space(3));
    ui.spacing_mut().item_spacing.x = between;
    for (which, words) in &tabs {
        let response = tab(ui, words, view.tab == *which, true);
        if view.tab == *which && std::mem::take(&mut view.focus_panel) {
            response.request_focus();
        }
        if response.clicked() {
            actions.push(Action::ShowTab(*which));
        }
    }
    if open > 0 {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space(2));
            let words = RichText::new(tr!("side-open", number = open));
            let words = words.font(font(Face::UiMedium, type_scale::LABEL)).color(theme::palette(ui).warn);
            let button = ui.add(egui::Button::new(words).frame_when_inactive(false).truncate());
            let key = view.keymap.shown(ui.ctx(), Command::NextUnresolved);
            if button.on_hover_text(tr!("side-open-hint", key = key)).clicked() {
                actions.push(Action::Run(Command::NextUnresolved));
            }
        });
    }
    actions
}

/// Between two tabs at least; where there is less, they go without numbers.
const GAP_LEAST: f32 = space(1) + space(1) / 2.0;

/// As much room as the panel leaves between the tabs.
fn gap(ui: &Ui, tabs: &[(Tab, String)], open: usize) -> f32 {
    let wide = |words: &str, face| {
        let galley = ui.painter().layout_no_wrap(
            words.to_owned(),
            font(face, type_scale::UI),
            egui::Color32::PLACEHOLDER,
        );
        galley.size().x
    };
    let words: f32 = tabs.iter().map(|(_, words)| wide(words, Face::UiSemibold)).sum();
    let open = if open > 0 { wide(&tr!("side-open", number = open), Face::UiMedium) + space(4) } else { 0.0 };
    (ui.available_width() - words - open - space(5)) / tabs.len() as f32
}
