//! Why a blind project shows nothing of the others, and how that ends.

use egui::Ui;

use crate::gui::action::Action;
use crate::gui::colleagues::ColleaguesAction;
use crate::gui::theme::space;
use crate::gui::widgets::{dim, main_button};
use crate::gui::words::tr;
use crate::workspace::Workspace;

/// Where others have submitted the article unseen: why, and for those who
/// haven't begun it a way to see it and only review.
pub fn show(ui: &mut Ui, workspace: &Workspace) -> Option<Action> {
    let (document, author) = workspace.document().zip(workspace.author())?;
    if !workspace.hides_submitted() {
        return None;
    }
    ui.add_space(space(3));
    if document.is_at_work(author) {
        dim(ui, tr!("review-blind-at-work"));
        return None;
    }
    dim(ui, tr!("review-blind-begin"));
    ui.add_space(space(2));
    let clicked = main_button(ui, &tr!("review-blind-review")).clicked();
    clicked.then_some(Action::Colleagues(ColleaguesAction::SetReviewer(author, true)))
}
