//! What lies over the window for a moment.

use std::path::PathBuf;

use egui::{Frame, Id, Margin, Modal, Role, TextEdit, Ui, WidgetInfo};

use super::{
    about, colleagues, key_help, link, merge_speaker, metadata, missed, own_words, palette, review, settings,
};
use crate::gui::action::Action;
use crate::gui::dialogs::Purpose;
use crate::gui::settings::Settings;
use crate::gui::theme::{self, radius, size, space};
use crate::gui::view::{Popup, View};
use crate::gui::widgets::{dim, heading, main_button};
use crate::gui::words::tr;
use crate::workspace::Workspace;

pub fn show(ui: &Ui, workspace: Option<&Workspace>, view: &mut View, kept: &Settings) -> Vec<Action> {
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
                Popup::LinkSpeaker { quote, role, words, chosen, kind } => match workspace {
                    Some(workspace) => {
                        let question = link::Question { quote: *quote, role: *role, words, chosen, kind };
                        actions.extend(link::show(ui, workspace, view, question));
                    }
                    None => actions.push(Action::ClosePopup),
                },
                Popup::MergeSpeaker { speaker, words, chosen } => {
                    actions.extend(workspace.into_iter().flat_map(|workspace| {
                        merge_speaker::show(ui, workspace, view, *speaker, (&mut *words, &mut *chosen))
                    }));
                }
                Popup::Metadata(draft) => actions.extend(metadata::show(ui, draft)),
                Popup::Path { purpose, words } => actions.extend(path(ui, *purpose, words)),
                Popup::Annotator { words } => actions.extend(annotator(ui, words)),
                Popup::Palette => actions.extend(palette::show(ui, workspace, view)),
                Popup::Reason { of, words } => actions.extend(review::reason(ui, of, words)),
                Popup::Comment { anchor, spans, reply_to, words } => {
                    let about = (*anchor, spans.as_slice(), *reply_to);
                    actions.extend(workspace.into_iter().flat_map(|w| review::comment(ui, w, about, words)));
                }
                Popup::Pick { aspect, words, chosen } => {
                    actions.extend(
                        workspace
                            .into_iter()
                            .flat_map(|w| review::pick(ui, w, view, *aspect, (words, chosen))),
                    );
                }
                Popup::Colleagues => {
                    actions.extend(workspace.into_iter().flat_map(|w| colleagues::show(ui, w, view)));
                }
                Popup::Missed { chosen, after } => {
                    actions.extend(
                        workspace.into_iter().flat_map(|w| missed::show(ui, w, view, chosen, *after)),
                    );
                }
                Popup::OwnWords(draft) => actions.extend(own_words::show(ui, draft)),
                Popup::Settings => actions.extend(settings::show(ui, view, kept)),
                Popup::Keys => key_help::show(ui, view),
                Popup::About => about::show(ui, view),
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
    dim(ui, tr!("start-path-why"));
    ui.add_space(space(2));
    let entered = field(ui, words, &tr!("start-path"));
    ui.add_space(space(2));
    let chosen = ui.horizontal(|ui| {
        let go = main_button(ui, &tr!("start-path-go")).clicked();
        let cancel = ui.button(tr!("start-cancel")).clicked();
        (go, cancel)
    });
    let (go, cancel) = chosen.inner;
    if cancel {
        return vec![Action::ClosePopup];
    }
    if (go || entered) && !words.trim().is_empty() {
        return vec![Action::Picked(purpose, vec![typed_path(words.trim())])];
    }
    Vec::new()
}

/// A path as it was typed; `~/` is the person's own folder.
fn typed_path(words: &str) -> PathBuf {
    let home = directories::UserDirs::new().map(|folders| folders.home_dir().to_path_buf());
    match (words.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => words.into(),
    }
}

fn annotator(ui: &mut Ui, words: &mut String) -> Vec<Action> {
    ui.set_width(size::POPUP);
    heading(ui, &tr!("start-annotate-as"));
    dim(ui, tr!("start-annotate-as-why"));
    ui.add_space(space(2));
    let entered = field(ui, words, &tr!("settings-name"));
    ui.add_space(space(2));
    let go = main_button(ui, &tr!("start-annotate")).clicked();
    if (go || entered) && !words.trim().is_empty() {
        return vec![Action::AnnotateAs(words.clone())];
    }
    Vec::new()
}
