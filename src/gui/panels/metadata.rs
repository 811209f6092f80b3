//! Title, date and outlet of an article, or of several.

use egui::{RichText, Role, TextEdit, Ui, WidgetInfo};

use super::parts::{self, problem};
use crate::gui::action::Action;
use crate::gui::theme::{self, size, space};
use crate::gui::view::{Field, MetadataDraft, TypedField};
use crate::gui::widgets::{dim, heading, main_button};
use crate::gui::words::tr;

pub fn show(ui: &mut Ui, draft: &mut MetadataDraft) -> Vec<Action> {
    ui.set_width(size::POPUP);
    let number = draft.articles.len();
    heading(ui, &tr!("queue-metadata-title"));
    if number > 1 {
        dim(ui, tr!("queue-metadata-several", number = number));
    }
    ui.add_space(space(3));
    let bad_date = draft.bad_date().map(|words| tr!("queue-metadata-bad-date", words = words));
    let mut first = !std::mem::replace(&mut draft.begun, true);
    for typed in &mut draft.fields {
        parts::row(ui, &field_name(typed.field), |ui| {
            let response = field(ui, typed);
            if std::mem::take(&mut first) {
                response.request_focus();
            }
        });
        if let (Field::Published, Some(words)) = (typed.field, &bad_date) {
            parts::row(ui, "", |ui| problem(ui, words));
        }
        ui.add_space(space(1));
    }
    ui.add_space(space(2));
    let mut actions = Vec::new();
    let entered = ui.input(|input| input.key_pressed(egui::Key::Enter));
    ui.horizontal(|ui| {
        let ready = bad_date.is_none();
        let save = ui.add_enabled_ui(ready, |ui| main_button(ui, &tr!("queue-metadata-save"))).inner;
        if ready && (save.clicked() || entered) {
            actions.push(Action::SaveMetadata(draft.clone()));
        }
        if ui.button(tr!("queue-metadata-cancel")).clicked() {
            actions.push(Action::ClosePopup);
        }
    });
    actions
}

fn field(ui: &mut Ui, typed: &mut TypedField) -> egui::Response {
    let palette = theme::palette(ui);
    let hint = if typed.is_mixed() { tr!("queue-metadata-mixed") } else { hint(typed.field) };
    let mut edit = TextEdit::singleline(&mut typed.words)
        .hint_text(RichText::new(hint).color(palette.faint))
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(space(2) as i8, 6));
    if typed.field == Field::Title {
        edit = edit.cursor_at_end(false);
    }
    let response = ui.add(edit);
    let name = field_name(typed.field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &name));
    response
}

fn field_name(field: Field) -> String {
    tr!(match field {
        Field::Title => "queue-field-title",
        Field::Outlet => "queue-field-outlet",
        Field::Authors => "queue-field-authors",
        Field::Published => "queue-field-published",
        Field::Language => "queue-field-language",
        Field::Address => "queue-field-address",
        Field::Section => "queue-field-section",
    })
}

fn hint(field: Field) -> String {
    match field {
        Field::Authors => tr!("queue-hint-authors"),
        Field::Published => "2019-04-25T12:17:00+07:00".to_owned(),
        Field::Language => "id, en, …".to_owned(),
        Field::Address => "https://…".to_owned(),
        Field::Title | Field::Outlet | Field::Section => String::new(),
    }
}
