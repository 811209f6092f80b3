//! A project's own words for suggestions, and its program outside.

use egui::{RichText, Role, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use crate::gui::action::Action;
use crate::gui::suggestions::{OwnDraft, SuggestAction};
use crate::gui::theme::{self, Face, font, size, space, type_scale};
use crate::gui::widgets::{dim, heading, main_button};
use crate::gui::words::tr;

pub fn show(ui: &mut Ui, draft: &mut OwnDraft) -> Vec<Action> {
    ui.set_width(size::MISSED);
    heading(ui, &tr!("suggest-words-title"));
    dim(ui, tr!("suggest-words-why"));
    ui.add_space(space(2));
    ScrollArea::vertical().max_height(size::MISSED_LIST).id_salt("own words").show(ui, |ui| {
        field(ui, &mut draft.cues, &tr!("suggest-words-cues"), &tr!("suggest-words-cues-why"));
        field(ui, &mut draft.titles, &tr!("suggest-words-titles"), &tr!("suggest-words-titles-why"));
        field(ui, &mut draft.outlets, &tr!("suggest-words-outlets"), &tr!("suggest-words-outlets-why"));
        field(ui, &mut draft.names, &tr!("suggest-words-names"), &tr!("suggest-words-names-why"));
        field(ui, &mut draft.abbreviations, &tr!("suggest-words-abbreviations"), "");
        ui.add_space(space(3));
        field(ui, &mut draft.program, &tr!("suggest-program"), &tr!("suggest-program-why"));
        field(ui, &mut draft.seconds, &tr!("suggest-seconds"), "");
    });
    ui.add_space(space(3));
    let mut actions = Vec::new();
    ui.horizontal(|ui| {
        if main_button(ui, &tr!("suggest-save")).clicked() {
            actions.push(Action::Suggest(SuggestAction::Keep(Box::new(draft.clone()))));
        }
        if ui.button(tr!("start-cancel")).clicked() {
            actions.push(Action::ClosePopup);
        }
    });
    actions
}

fn field(ui: &mut Ui, words: &mut String, name: &str, why: &str) {
    let palette = theme::palette(ui);
    ui.add_space(space(1));
    ui.label(RichText::new(name).font(font(Face::UiMedium, type_scale::SECOND)).color(palette.text));
    let edit = TextEdit::singleline(words).desired_width(ui.available_width() - space(6));
    let response = ui.add(edit.margin(vec2(space(3), space(1) + 1.0)));
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
    if !why.is_empty() {
        dim(ui, why);
    }
}
