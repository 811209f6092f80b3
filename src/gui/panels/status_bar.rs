//! Saved, counts, what runs, what was said, the selection, the zoom.

use egui::{Align, Button, Layout, ProgressBar, RichText, Role, Ui, WidgetInfo};

use super::review;
use crate::gui::action::Action;
use crate::gui::colleagues::ColleaguesTab;
use crate::gui::command::{ColleaguesCommand, Command};
use crate::gui::mode::Mode;
use crate::gui::settings::Settings;
use crate::gui::theme::{self, Face, font, icon, size, space, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{cross, dim, one_line};
use crate::gui::words::{self, tr};
use crate::model::Role as Part;
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: Option<&Workspace>, view: &View, settings: &Settings) -> Vec<Action> {
    let mut actions = Vec::new();
    ui.allocate_ui_with_layout(ui.available_size(), Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space(4);
        ui.add_space(space(3));
        if let Some(workspace) = workspace {
            saved(ui, workspace);
            actions.extend(conflicts(ui, workspace));
            if view.mode == Mode::Review {
                if let Some(words) = review::counts(workspace, view) {
                    dim(ui, words);
                }
            } else if let Some(document) = workspace.document() {
                let quotes = workspace.author().map_or(0, |author| document.quotes_of(author).count());
                dim(ui, words::quotes(quotes));
            }
            selection(ui, workspace, view);
            if view.page.is_rough() && workspace.document().is_some() {
                dim(ui, tr!("page-rough")).on_hover_text(tr!("page-rough-why"));
            }
        }
        actions.extend(job(ui, view));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space(3));
            actions.extend(zoom(ui, view, settings));
            if workspace.is_some_and(|workspace| workspace.document().is_some()) {
                hints(ui, view);
            }
        });
    });
    actions
}

fn saved(ui: &mut Ui, workspace: &Workspace) {
    let palette = theme::palette(ui);
    let (word, color) = if workspace.is_read_only() {
        (tr!("commands-status-read-only"), palette.warn)
    } else {
        (tr!("commands-status-saved"), palette.accent)
    };
    ui.label(RichText::new(word).font(font(Face::UiMedium, type_scale::SECOND)).color(color))
        .on_hover_text(tr!("commands-status-saved-why"));
}

/// How many fields copies gave different values; a click shows them.
fn conflicts(ui: &mut Ui, workspace: &Workspace) -> Option<Action> {
    let number = workspace.registry().open_conflicts().count();
    if number == 0 {
        return None;
    }
    let color = theme::palette(ui).warn;
    let words = tr!("colleagues-badge", number = number);
    let words = RichText::new(words).font(font(Face::UiMedium, type_scale::SECOND)).color(color);
    let response = ui.add(Button::new(words).frame_when_inactive(false));
    let show = Command::Colleagues(ColleaguesCommand::Show(ColleaguesTab::Conflicts));
    response.on_hover_text(tr!("colleagues-badge-why")).clicked().then_some(Action::Run(show))
}

/// What runs, how far it is, and a cross to stop it.
fn job(ui: &mut Ui, view: &View) -> Option<Action> {
    let job = view.job.as_ref()?;
    let share = tr!("settings-percent", number = (job.share() * 100.0).round());
    dim(ui, job.title());
    let bar = ui.add(ProgressBar::new(job.share()).desired_width(size::NAMES).desired_height(space(2)));
    let label = tr!("commands-status-job", title = job.title(), share = share.as_str());
    bar.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &label));
    dim(ui, share);
    let stop = tr!("commands-status-stop");
    cross(ui, &stop).on_hover_text(&stop).clicked().then_some(Action::CancelJob)
}

/// The zoom; a click goes back to the original size.
fn zoom(ui: &mut Ui, view: &View, settings: &Settings) -> Option<Action> {
    let palette = theme::palette(ui);
    let shown = tr!("settings-percent", number = (settings.zoom * 100.0).round());
    let words = RichText::new(shown).font(font(Face::Ui, type_scale::SECOND)).color(palette.dim);
    let response = ui.add(Button::new(words).frame_when_inactive(false));
    let (more, less) =
        (view.keymap.shown(ui.ctx(), Command::ZoomIn), view.keymap.shown(ui.ctx(), Command::ZoomOut));
    let tip = tr!("commands-status-zoom", more = more, less = less);
    response.on_hover_text(tip).clicked().then_some(Action::Run(Command::ZoomReset))
}

fn selection(ui: &mut Ui, workspace: &Workspace, view: &View) {
    if let Some(span) = view.page.selection() {
        dim(ui, tr!("words-selected", number = span.len(), start = span.start, end = span.end));
    } else if workspace.document().is_some() {
        dim(ui, tr!("commands-status-at", position = view.page.caret()));
    }
}

/// The keys that help next, as many as there is room for.
fn hints(ui: &mut Ui, view: &View) {
    let palette = theme::palette(ui);
    let words = match view.mode {
        Mode::Annotate => fitting(ui, &next_keys(ui, view)),
        Mode::Review => review::hints(ui.ctx(), view),
    };
    if ui.available_width() > size::NAMES {
        one_line(ui, RichText::new(words).font(font(Face::Ui, type_scale::SECOND)).color(palette.dim));
    }
}

/// "Q quote" and the like, the most helpful first.
fn next_keys(ui: &Ui, view: &View) -> Vec<String> {
    let next = match (view.page.selection().is_some(), view.selected.is_some()) {
        (true, true) => vec![
            (Command::Mark(Part::Cue), tr!("commands-hint-cue")),
            (Command::Mark(Part::Source), tr!("commands-hint-source")),
            (Command::Mark(Part::Addressee), tr!("commands-hint-addressee")),
            (Command::Mark(Part::Relay), tr!("commands-hint-relay")),
            (Command::MarkQuote, tr!("commands-hint-another")),
        ],
        (true, false) => vec![
            (Command::MarkQuote, tr!("commands-hint-quote")),
            (Command::Grow, tr!("commands-hint-grow")),
            (Command::MarkClaim, tr!("commands-hint-claim")),
        ],
        (false, true) => vec![
            (Command::LinkSpeaker, tr!("commands-hint-speaker")),
            (Command::CycleType, tr!("commands-hint-type")),
            (Command::NextQuote, tr!("commands-hint-next")),
            (Command::DoneAndNext, tr!("commands-hint-done")),
        ],
        (false, false) => vec![
            (Command::MarkQuote, tr!("commands-hint-quote")),
            (Command::Grow, tr!("commands-hint-grow")),
            (Command::NextQuote, tr!("commands-hint-next")),
            (Command::ShowKeys, tr!("commands-hint-keys")),
        ],
    };
    let with_key = |(command, words)| (view.keymap.shown(ui.ctx(), command), words);
    let keyed = next.into_iter().map(with_key).filter(|(key, _)| !key.is_empty());
    keyed.map(|(key, words)| format!("{key} {words}")).collect()
}

/// The first of them that fit, side by side.
fn fitting(ui: &Ui, hints: &[String]) -> String {
    let dim = theme::palette(ui).dim;
    let width = |words: &str| {
        ui.painter().layout_no_wrap(words.to_owned(), font(Face::Ui, type_scale::SECOND), dim).size().x
    };
    let between = format!(" {} ", icon::DOT);
    let joined =
        (0..=hints.len()).rev().filter_map(|count| hints.get(..count)).map(|some| some.join(&between));
    joined.into_iter().find(|words| width(words) <= ui.available_width()).unwrap_or_default()
}
