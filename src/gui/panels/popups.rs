//! What lies over the window for a moment.

use egui::{Frame, Id, Margin, Modal, RichText, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use super::{link, metadata, palette};
use crate::gui::action::Action;
use crate::gui::command::{Command, Group};
use crate::gui::dialogs::Purpose;
use crate::gui::theme::{self, Face, font, radius, size, space, type_scale};
use crate::gui::view::{Popup, View};
use crate::gui::widgets::{dim, heading, key_cap, main_button};
use crate::workspace::Workspace;

pub fn show(ui: &Ui, workspace: Option<&Workspace>, view: &mut View) -> Vec<Action> {
    let mut actions = Vec::new();
    let Some(mut popup) = view.popup.take() else { return actions };
    let frame =
        Frame::popup(ui.style()).inner_margin(Margin::same(space(5) as i8)).corner_radius(radius::CARD);
    let id = Id::unique("popup");
    let area = match popup {
        Popup::Palette => Modal::default_area(id).anchor(palette::ANCHOR.0, palette::ANCHOR.1),
        _ => Modal::default_area(id),
    };
    let modal =
        Modal::new(id).area(area).frame(frame).backdrop_color(theme::backdrop()).show(ui.ctx(), |ui| {
            match &mut popup {
                Popup::LinkSpeaker { quote, role, words, chosen } => match workspace {
                    Some(workspace) => {
                        actions.extend(link::show(ui, workspace, *quote, *role, words, chosen));
                    }
                    None => actions.push(Action::ClosePopup),
                },
                Popup::Metadata(draft) => actions.extend(metadata::show(ui, draft)),
                Popup::Path { purpose, words } => actions.extend(path(ui, *purpose, words)),
                Popup::Annotator { words } => actions.extend(annotator(ui, words)),
                Popup::Palette => actions.extend(palette::show(ui, workspace, view)),
                Popup::Keys => keys(ui, view),
                Popup::About => about(ui),
            }
        });
    if modal.backdrop_response.clicked() {
        actions.push(Action::ClosePopup);
    }
    view.popup = Some(popup);
    actions
}

/// A field that has the focus from the start; true when Enter was pressed.
pub fn field(ui: &mut Ui, words: &mut String, hint: &str) -> bool {
    let response = ui.add(
        TextEdit::singleline(words)
            .hint_text(hint)
            .desired_width(f32::INFINITY)
            .margin(egui::vec2(space(3), space(2))),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, hint));
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if !response.has_focus() {
        response.request_focus();
    }
    entered
}

fn path(ui: &mut Ui, purpose: Purpose, words: &mut String) -> Vec<Action> {
    ui.set_width(size::POPUP);
    heading(ui, &purpose.title());
    dim(ui, "This system offers no file dialogs. Type the path, or drop files on the window.");
    ui.add_space(space(2));
    let entered = field(ui, words, "Path");
    ui.add_space(space(2));
    let chosen = ui.horizontal(|ui| {
        let go = main_button(ui, "Go on").clicked();
        let cancel = ui.button("Cancel").clicked();
        (go, cancel)
    });
    let (go, cancel) = chosen.inner;
    if cancel {
        return vec![Action::ClosePopup];
    }
    if (go || entered) && !words.trim().is_empty() {
        return vec![Action::Picked(purpose, vec![words.trim().into()])];
    }
    Vec::new()
}

fn annotator(ui: &mut Ui, words: &mut String) -> Vec<Action> {
    ui.set_width(size::POPUP);
    heading(ui, "Annotate as");
    dim(ui, "Everything you mark belongs to this name. Each annotator has a layer of their own.");
    ui.add_space(space(2));
    let entered = field(ui, words, "Your name");
    ui.add_space(space(2));
    let go = main_button(ui, "Annotate").clicked();
    if (go || entered) && !words.trim().is_empty() {
        return vec![Action::AnnotateAs(words.clone())];
    }
    Vec::new()
}

fn keys(ui: &mut Ui, view: &View) {
    ui.set_width(size::POPUP_WIDE);
    heading(ui, "Keys");
    let page = [
        ("Arrows, Home, End", "move the caret; with Ctrl by word"),
        ("Shift + these", "select"),
        ("Double click, triple click", "a word, a sentence"),
        ("Shift + click", "selects up to there"),
        ("Click again", "the next quote at the same place"),
        ("Esc", "closes what is open"),
    ];
    ScrollArea::vertical().max_height(size::POPUP).show(ui, |ui| {
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            group(
                left,
                "On the page",
                page.iter().map(|(keys, what)| ((*keys).to_owned(), (*what).to_owned())),
            );
            for (place, wanted) in Group::ALL.iter().enumerate() {
                let column: &mut Ui = if matches!(place, 0 | 1 | 4) { &mut *left } else { &mut *right };
                let commands = Command::all().filter(|command| command.group() == *wanted);
                let numbers = |command: &Command| !matches!(command, Command::LinkNumber(2..));
                let lines: Vec<(String, String)> = commands
                    .filter(numbers)
                    .map(|command| (view.keymap.shown(column.ctx(), command), command))
                    .filter(|(key, _)| !key.is_empty())
                    .map(|(key, command)| match command {
                        Command::LinkNumber(_) => {
                            ("1 – 9".to_owned(), "Link a speaker of the list".to_owned())
                        }
                        _ => (key, command.name()),
                    })
                    .collect();
                group(column, &wanted.name(), lines.into_iter());
            }
        });
    });
}

fn group(ui: &mut Ui, title: &str, lines: impl Iterator<Item = (String, String)>) {
    let palette = theme::palette(ui);
    ui.add_space(space(3));
    ui.label(RichText::new(title).font(font(Face::UiSemibold, type_scale::UI)).color(palette.text));
    for (keys, what) in lines {
        ui.horizontal(|ui| {
            key_cap(ui, &keys);
            ui.add(egui::Label::new(RichText::new(what).color(palette.dim)).truncate());
        });
    }
}

fn about(ui: &mut Ui) {
    ui.set_width(size::POPUP);
    heading(ui, "Kutip");
    dim(ui, concat!("Version ", env!("CARGO_PKG_VERSION")));
    ui.add_space(space(2));
    ui.label("Annotate who said what. Offline, in one file.");
    ui.add_space(space(2));
    dim(
        ui,
        "Licensed under MIT or Apache-2.0. The fonts Literata and Inter are under the SIL Open Font License 1.1.",
    );
}
