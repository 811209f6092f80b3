//! Title, date and outlet of the open article.

use egui::{Grid, Role, TextEdit, Ui, WidgetInfo};

use crate::edit::Edit;
use crate::gui::action::Action;
use crate::gui::theme::{size, space};
use crate::gui::view::MetadataDraft;
use crate::gui::widgets::{dim, heading, main_button};

pub fn show(ui: &mut Ui, draft: &mut MetadataDraft) -> Vec<Action> {
    ui.set_width(size::POPUP);
    heading(ui, "Title, date and outlet");
    ui.add_space(space(2));
    let fields = [
        ("Title", &mut draft.title, ""),
        ("Outlet", &mut draft.publisher, ""),
        ("Authors", &mut draft.authors, "separated by ;"),
        ("Published", &mut draft.published_at, "2019-04-25T12:17:00+07:00"),
        ("Language", &mut draft.language, "id, en, …"),
        ("Address", &mut draft.url, "https://…"),
        ("Section", &mut draft.section, ""),
    ];
    Grid::new("metadata").num_columns(2).spacing(egui::vec2(space(3), space(2))).show(ui, |ui| {
        for (name, value, hint) in fields {
            dim(ui, name);
            let response = ui.add(TextEdit::singleline(value).hint_text(hint).desired_width(f32::INFINITY));
            response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
            ui.end_row();
        }
    });
    ui.add_space(space(3));
    let mut actions = Vec::new();
    ui.horizontal(|ui| {
        if main_button(ui, "Save").clicked() {
            actions.push(Action::Perform(Edit::SetMetadata(draft.metadata())));
            actions.push(Action::ClosePopup);
        }
        if ui.button("Cancel").clicked() {
            actions.push(Action::ClosePopup);
        }
    });
    actions
}
