//! The panel in mode Review: its tabs, and what is open on them.

mod agreement;
mod back;
mod blind;
mod case;
mod claims;
mod comments;
mod compose;
mod decide;
mod pick;
mod rows;
mod single;
mod status;

use egui::{Stroke, Ui};

use crate::gui::action::Action;
use crate::gui::page::Readings;
use crate::gui::review::{ReviewAction, ReviewTab};
use crate::gui::theme::{self, Face, font, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::tab;
use crate::model::{AnnotatorId, QuoteId};
use crate::workspace::Workspace;

pub use agreement::page as agreement_page;
pub use comments::about as threads;
pub use compose::{comment, reason};
pub use pick::show as pick;
pub use status::{counts, hints};

/// What the page shows in this mode.
pub struct OnPage {
    /// Whose marks, where no readings are compared.
    pub annotator: Option<AnnotatorId>,
    pub readings: Option<std::sync::Arc<Readings>>,
    pub selected: Option<QuoteId>,
}

pub fn on_page(workspace: &Workspace, view: &View) -> OnPage {
    let review = &view.review;
    let Some(board) = &review.board else {
        return OnPage { annotator: workspace.author(), readings: None, selected: view.selected };
    };
    if review.tab == ReviewTab::Single && review.single.back {
        return OnPage { annotator: workspace.author(), readings: None, selected: view.selected };
    }
    if review.tab == ReviewTab::Single {
        let layer = board.reviewed(review.single.layer, workspace.author()).map(|layer| layer.annotator);
        return OnPage { annotator: layer.or(workspace.author()), readings: None, selected: view.selected };
    }
    let only = board.layers.first().map(|layer| layer.annotator);
    let selected = match &board.readings {
        Some(_) => view.selected.and_then(|quote| board.representative(quote)),
        None => view.selected,
    };
    OnPage { annotator: only.or(workspace.author()), readings: board.readings.clone(), selected }
}

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let mut actions = tabs(ui, workspace, view);
    match view.review.tab {
        ReviewTab::Decide => actions.extend(decide::show(ui, workspace, view)),
        ReviewTab::Single => actions.extend(single::show(ui, workspace, view)),
        ReviewTab::Agreement => actions.extend(agreement::show(ui, view)),
        ReviewTab::Comments => actions.extend(comments::show(ui, workspace, view)),
    }
    actions
}

fn tabs(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut focus = std::mem::take(&mut view.focus_panel);
    let bar = ui.horizontal(|ui| {
        ui.set_height(size::TAB);
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(space(3));
        let name = |which: &ReviewTab| match which {
            ReviewTab::Comments => numbered(*which, comments::open(workspace)),
            _ => which.name(),
        };
        ui.spacing_mut().item_spacing.x = tab_gap(ui, ReviewTab::ALL.iter().map(name));
        for which in ReviewTab::ALL {
            let words = name(which);
            let response = tab(ui, &words, view.review.tab == *which, true);
            if std::mem::take(&mut focus) {
                response.request_focus();
            }
            if response.clicked() {
                actions.push(Action::Review(ReviewAction::Show(*which)));
            }
        }
    });
    let foot = bar.response.rect.bottom();
    ui.painter().hline(ui.max_rect().x_range(), foot, Stroke::new(stroke::HAIR, palette.line));
    ui.spacing_mut().item_spacing.y = space(1);
    actions
}

/// As much between the tabs as lets all of them be seen.
fn tab_gap(ui: &Ui, names: impl ExactSizeIterator<Item = String>) -> f32 {
    let gaps = names.len().saturating_sub(1).max(1) as f32;
    let face = font(Face::UiSemibold, type_scale::UI);
    let width = |name| ui.painter().layout_no_wrap(name, face.clone(), theme::palette(ui).text).size().x;
    let taken: f32 = names.map(width).sum();
    ((ui.available_width() - taken - space(2)) / gaps).clamp(space(2), space(4))
}

fn numbered(tab: ReviewTab, number: usize) -> String {
    if number == 0 { tab.name() } else { format!("{} {number}", tab.name()) }
}
