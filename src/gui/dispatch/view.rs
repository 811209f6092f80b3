//! What concerns the window alone.

use super::{App, settings};
use crate::gui::command::Command;
use crate::gui::mode::Mode;
use crate::gui::settings::{Change, ThemeChoice};
use crate::gui::theme::zoom;
use crate::gui::view::{Area, Popup};
use crate::model::{Span, grown};

pub fn run(app: &mut App, command: Command) {
    match command {
        Command::SwitchMode(mode) => switch_mode(app, mode),
        Command::ToggleQueue if app.view.narrow => app.view.queue_instead = !app.view.queue_instead,
        Command::ToggleQueue => app.view.queue_open = !app.view.queue_open,
        Command::TogglePanel if app.view.narrow && app.view.queue_instead => {
            app.view.queue_instead = false;
            app.view.panel_open = true;
        }
        Command::TogglePanel => app.view.panel_open = !app.view.panel_open,
        Command::NextArea => go_to_area(app, true),
        Command::PreviousArea => go_to_area(app, false),
        Command::ToggleBoilerplate => {
            let open = app.view.page.is_fold_open();
            app.view.page.set_fold(!open);
        }
        Command::ThemeSystem => settings::change(app, Change::Theme(ThemeChoice::System)),
        Command::ThemeLight => settings::change(app, Change::Theme(ThemeChoice::Light)),
        Command::ThemeDark => settings::change(app, Change::Theme(ThemeChoice::Dark)),
        Command::ZoomIn => settings::change(app, Change::Zoom(app.settings.zoom + zoom::STEP)),
        Command::ZoomOut => settings::change(app, Change::Zoom(app.settings.zoom - zoom::STEP)),
        Command::ZoomReset => settings::change(app, Change::Zoom(1.0)),
        Command::ShowPalette => {
            app.view.palette.open();
            toggle(app, Popup::Palette);
        }
        Command::ShowTour => {
            if app.workspace.as_ref().is_none_or(|workspace| workspace.document().is_none()) {
                super::files::open_sample(app);
            }
            tour(app, Some(0));
        }
        Command::ShowMenu => app.view.open_menu = true,
        Command::ShowContextMenu => {
            let place = app.view.page.place_in_window(app.view.page.caret());
            app.view.context_menu.open_by_key(place.map(|place| place.left_bottom()));
        }
        Command::ShowKeys => {
            app.view.key_words.clear();
            toggle(app, Popup::Keys);
        }
        Command::About => toggle(app, Popup::About),
        _ => {}
    }
}

/// Goes to a mode; what was selected in another stays there.
fn switch_mode(app: &mut App, mode: Mode) {
    if app.view.mode != mode {
        app.view.mode = mode;
        app.view.revision += 1;
        app.view.queue.review(mode == Mode::Review);
        super::quote::select(app, None, false);
        super::review::enter(app);
    }
}

pub fn close_popup(app: &mut App) {
    app.view.popup = None;
    app.view.page.request_focus();
}

/// Goes to a step of the tour. Ended, it doesn't come back by itself.
pub fn tour(app: &mut App, step: Option<usize>) {
    app.view.tour = step;
    app.view.focus_tour = app.view.area == Area::Tour && step.is_some();
    if step.is_none() {
        app.settings.tour_seen = true;
        app.keep_settings();
        app.view.page.request_focus();
    }
}

/// Takes the keyboard to the next part of the window that can be seen.
fn go_to_area(app: &mut App, forward: bool) {
    let view = &mut app.view;
    let article = app.workspace.as_ref().is_some_and(|workspace| workspace.document().is_some());
    let mut areas = vec![Area::Page];
    if view.queue_shows() {
        areas.insert(0, Area::Queue);
    }
    if view.panel_shows() && article {
        areas.push(Area::Panel);
    }
    if view.tour.is_some() {
        areas.push(Area::Tour);
    }
    let here = areas.iter().position(|area| *area == view.area).unwrap_or(0);
    let step = if forward { 1 } else { areas.len() - 1 };
    match areas.get((here + step) % areas.len()) {
        Some(Area::Queue) => view.focus_filter = true,
        Some(Area::Panel) => view.focus_panel = true,
        Some(Area::Tour) => view.focus_tour = true,
        Some(Area::Page) | None => view.page.request_focus(),
    }
}

fn toggle(app: &mut App, popup: Popup) {
    if app.view.popup.as_ref() == Some(&popup) {
        close_popup(app);
    } else {
        app.view.popup = Some(popup);
    }
}

pub fn copy(app: &mut App) {
    let document = app.workspace.as_ref().and_then(|workspace| workspace.document());
    let words = document.zip(app.view.page.selection()).and_then(|(d, span)| d.article.text.slice(span));
    if let Some(words) = words {
        app.services.ctx.copy_text(words.to_owned());
    }
}

pub fn select_all(app: &mut App) {
    if let Some(document) = app.workspace.as_ref().and_then(|workspace| workspace.document()) {
        app.view.page.set_selection(document.article.text.span());
    }
}

pub fn grow(app: &mut App) {
    let Some(document) = app.workspace.as_ref().and_then(|workspace| workspace.document()) else { return };
    let caret = app.view.page.caret();
    let from = app.view.page.selection().unwrap_or(Span::new(caret, caret));
    if app.view.grown.last() != Some(&from) {
        app.view.grown.clear();
        app.view.grown.push(from);
    }
    if let Some(next) = grown(&document.article.text, from) {
        app.view.grown.push(next);
        app.view.page.set_selection(next);
    }
}

pub fn shrink(app: &mut App) {
    if app.view.page.selection() != app.view.grown.last().copied() {
        return;
    }
    app.view.grown.pop();
    if let Some(smaller) = app.view.grown.last() {
        app.view.page.set_selection(*smaller);
    }
}
