//! What stands in the middle where no article does: what is the matter, and
//! what can be done.

use egui::{Align, Button, Label, Layout, RichText, Ui, vec2};

use crate::gui::action::Action;
use crate::gui::app::project_name;
use crate::gui::command::Command;
use crate::gui::dialogs::Purpose;
use crate::gui::theme::{self, Face, font, icon, icon_font, size, space, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, heading, key_cap, main_button};
use crate::gui::words::tr;

/// How many projects are offered to be opened again.
const RECENT: usize = 4;

/// A page without an article.
struct Page {
    sign: &'static str,
    title: String,
    words: String,
    commands: &'static [Command],
    /// Whether projects opened before are offered.
    recent: bool,
}

/// No project is open, perhaps because one can't be.
pub fn no_project(ui: &mut Ui, view: &View) -> Vec<Action> {
    let commands = &[Command::NewProject, Command::OpenProject, Command::OpenSample];
    let page = match &view.trouble {
        Some(words) => Page {
            sign: icon::CIRCLE_ALERT,
            title: tr!("start-trouble"),
            words: words.clone(),
            commands: &[Command::OpenProject, Command::NewProject, Command::OpenSample],
            recent: true,
        },
        None => Page {
            sign: icon::FOLDER_OPEN,
            title: tr!("start-no-project"),
            words: tr!("start-no-project-what"),
            commands,
            recent: true,
        },
    };
    show(ui, view, &page)
}

/// A project is open, but no article.
pub fn no_article(ui: &mut Ui, view: &View) -> Vec<Action> {
    let page = if view.queue.rows.is_empty() {
        Page {
            sign: icon::FILE_PLUS,
            title: tr!("start-no-articles"),
            words: tr!("start-no-articles-what"),
            commands: &[Command::ImportFiles, Command::ImportFolder],
            recent: false,
        }
    } else {
        Page {
            sign: icon::BOOK_OPEN,
            title: tr!("start-choose"),
            words: tr!("start-choose-what"),
            commands: &[Command::NextArticle],
            recent: false,
        }
    };
    show(ui, view, &page)
}

fn show(ui: &mut Ui, view: &View, page: &Page) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    egui::ScrollArea::vertical().auto_shrink(false).id_salt("welcome").show(ui, |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space((ui.available_height() / 5.0).max(space(4)));
            ui.set_max_width(size::MEASURE * 0.8);
            let is_trouble = page.sign == icon::CIRCLE_ALERT;
            let ink = if is_trouble { palette.error } else { palette.accent };
            ui.label(RichText::new(page.sign).font(icon_font()).size(type_scale::HEADLINE.line).color(ink));
            ui.add_space(space(2));
            heading(ui, &page.title);
            ui.add_space(space(2));
            let words =
                RichText::new(&page.words).font(font(Face::Reading, type_scale::QUOTE)).color(palette.dim);
            ui.add(Label::new(words).wrap().selectable(is_trouble));
            ui.add_space(space(4));
            for (place, command) in page.commands.iter().enumerate() {
                actions.extend(choice(ui, view, *command, place == 0));
                ui.add_space(space(1));
            }
            if page.recent {
                actions.extend(recent(ui, view));
            }
        });
    });
    actions
}

/// A command as a button with its key beside it.
fn choice(ui: &mut Ui, view: &View, command: Command, first: bool) -> Option<Action> {
    let key = view.keymap.shown(ui.ctx(), command);
    let name = command.name();
    let wanted = vec2(size::CHOICE, size::HIT + space(1));
    let clicked = ui
        .allocate_ui_with_layout(wanted, Layout::left_to_right(Align::Center), |ui| {
            let response = if first { main_button(ui, &name) } else { ui.button(&name) };
            if !key.is_empty() {
                ui.add_space(space(1));
                key_cap(ui, &key);
            }
            response.clicked()
        })
        .inner;
    clicked.then_some(Action::Run(command))
}

/// The projects that were open before.
fn recent(ui: &mut Ui, view: &View) -> Option<Action> {
    let mut wanted = None;
    if view.recent.is_empty() {
        return wanted;
    }
    ui.add_space(space(4));
    dim(ui, tr!("commands-open-recent"));
    for path in view.recent.iter().take(RECENT) {
        let name = RichText::new(project_name(path));
        let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        let button = Button::new(name).frame_when_inactive(false).min_size(vec2(size::CHOICE, size::HIT));
        if ui.add(button.truncate()).on_hover_text(folder).clicked() {
            wanted = Some(Action::Picked(Purpose::OpenProject, vec![path.clone()]));
        }
    }
    wanted
}
