//! Saved, counts, what runs, what was said, the selection, the zoom.

use egui::{Align, Layout, ProgressBar, RichText, Ui};

use super::review;
use crate::gui::action::Action;
use crate::gui::mode::Mode;
use crate::gui::settings::Settings;
use crate::gui::theme::{self, Face, font, size, space, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{cross, dim, one_line};
use crate::gui::words::{self, tr};
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: Option<&Workspace>, view: &View, settings: &Settings) -> Vec<Action> {
    let mut actions = Vec::new();
    ui.allocate_ui_with_layout(ui.available_size(), Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space(4);
        ui.add_space(space(3));
        if let Some(workspace) = workspace {
            saved(ui, workspace);
            if view.mode == Mode::Review {
                review::counts(workspace, view).into_iter().for_each(|words| _ = dim(ui, words));
            } else if let Some(document) = workspace.document() {
                let quotes = workspace.author().map_or(0, |author| document.quotes_of(author).count());
                dim(ui, words::quotes(quotes));
            }
            selection(ui, workspace, view);
        }
        if let Some(job) = &view.job {
            dim(ui, job.title());
            ui.add(ProgressBar::new(job.share()).desired_width(size::NAMES).desired_height(space(2)));
            if cross(ui, "Stop").on_hover_text("Stop").clicked() {
                actions.push(Action::CancelJob);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space(3));
            dim(ui, format!("{:.0} %", settings.zoom * 100.0));
            if workspace.is_some_and(|workspace| workspace.document().is_some()) {
                hints(ui, view);
            }
        });
    });
    actions
}

fn saved(ui: &mut Ui, workspace: &Workspace) {
    let palette = theme::palette(ui);
    let (word, color) =
        if workspace.is_read_only() { ("Read only", palette.warn) } else { ("Saved", palette.accent) };
    ui.label(RichText::new(word).font(font(Face::UiMedium, type_scale::SECOND)).color(color))
        .on_hover_text("Every edit is saved at once. There is nothing to do.");
}

fn selection(ui: &mut Ui, workspace: &Workspace, view: &View) {
    if let Some(span) = view.page.selection() {
        dim(ui, tr!("words-selected", number = span.len(), start = span.start, end = span.end));
    } else if workspace.document().is_some() {
        dim(ui, format!("at {}", view.page.caret()));
    }
}

/// The keys that help next.
fn hints(ui: &mut Ui, view: &View) {
    let palette = theme::palette(ui);
    let words = match (view.page.selection().is_some(), view.selected.is_some()) {
        (true, true) => "C cue · S source · A addressee · R relay · Q another quote",
        (true, false) => "Q quote · E grow · X claim",
        (false, true) => "L speaker · T type · select, then C cue · S source",
        (false, false) => "Select words, then Q · Tab next quote · F1 keys",
    };
    let words = match view.mode {
        Mode::Annotate => words.to_owned(),
        Mode::Review => review::hints(ui.ctx(), view),
    };
    if ui.available_width() > size::PANEL {
        one_line(ui, RichText::new(words).font(font(Face::Ui, type_scale::SECOND)).color(palette.dim));
    }
}
