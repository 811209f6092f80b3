//! Who annotates, how far they are, and what the project asks of them.

use egui::{Align, CornerRadius, Grid, Layout, Rect, Role, Sense, TextEdit, Ui, WidgetInfo, vec2};

use crate::gui::colleagues::{Colleagues, ColleaguesAction};
use crate::gui::panels::parts::check_box;
use crate::gui::theme::{self, radius, size, space};
use crate::gui::widgets::{dim, named_field, one_line};
use crate::gui::words::tr;
use crate::model::AnnotatorId;
use crate::workspace::{AnnotatorProgress, Workspace};

pub fn show(ui: &mut Ui, workspace: &Workspace, state: &mut Colleagues) -> Vec<ColleaguesAction> {
    let mut wishes = Vec::new();
    ui.add_enabled_ui(!workspace.is_read_only(), |ui| {
        wishes.extend(table(ui, workspace, state));
        ui.add_space(space(2));
        wishes.extend(new_person(ui, state));
        ui.add_space(space(5));
        let mut blind = workspace.registry().is_blind();
        if check_box(ui, &mut blind, &tr!("colleagues-blind")).changed() {
            wishes.push(ColleaguesAction::SetBlind(blind));
        }
        dim(ui, tr!("colleagues-blind-why"));
        ui.add_space(space(4));
        wishes.extend(guidelines(ui, workspace, state));
    });
    wishes
}

fn table(ui: &mut Ui, workspace: &Workspace, state: &Colleagues) -> Vec<ColleaguesAction> {
    let mut wishes = Vec::new();
    if state.people.is_empty() {
        dim(ui, tr!("colleagues-nobody"));
        return wishes;
    }
    let names: Vec<(AnnotatorId, String)> =
        state.people.iter().map(|person| (person.annotator, person.name.clone())).collect();
    let blind = workspace.registry().is_blind();
    Grid::new("people").num_columns(9).spacing(vec2(space(4), space(2))).min_row_height(size::HIT).show(
        ui,
        |ui| {
            for words in [
                tr!("colleagues-column-name"),
                tr!("colleagues-column-progress"),
                tr!("colleagues-column-articles"),
                tr!("words-stage-done"),
                tr!("words-stage-submitted"),
                tr!("words-stage-reviewed"),
                tr!("colleagues-column-quotes"),
            ] {
                dim(ui, words);
            }
            if blind {
                dim(ui, tr!("colleagues-column-reviews")).on_hover_text(tr!("colleagues-reviews-why"));
            }
            ui.end_row();
            for person in &state.people {
                ui.horizontal(|ui| {
                    ui.set_width(size::PERSON);
                    one_line(ui, person.name.as_str());
                });
                progress(ui, person);
                for number in
                    [person.articles(), person.done, person.submitted, person.reviewed, person.quotes]
                {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(number.to_string()));
                }
                if blind {
                    wishes.extend(reviews(ui, workspace, person));
                }
                wishes.extend(same(ui, person, &names));
                ui.end_row();
            }
        },
    );
    wishes
}

/// The share that is finished, as a bar with its number.
fn progress(ui: &mut Ui, person: &AnnotatorProgress) {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(size::NAMES, size::HIT), Sense::hover());
    let bar = Rect::from_center_size(rect.center(), vec2(rect.width(), size::PROGRESS));
    let corner = CornerRadius::same(radius::KEY);
    ui.painter().rect_filled(bar, corner, palette.edge);
    let share = person.finished() as f32 / person.articles().max(1) as f32;
    let done = Rect::from_min_size(bar.min, vec2(bar.width() * share, bar.height()));
    ui.painter().rect_filled(done, corner, palette.accent);
    let words = tr!("colleagues-finished-of", done = person.finished(), all = person.articles());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &words));
    response.on_hover_text(words);
}

/// Whether someone reviews, and so sees what others submitted.
fn reviews(ui: &mut Ui, workspace: &Workspace, person: &AnnotatorProgress) -> Option<ColleaguesAction> {
    let mut reviews = workspace.registry().reviews(person.annotator);
    let response = check_box(ui, &mut reviews, "");
    let words = tr!("colleagues-reviews", name = person.name.as_str());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), reviews, &words));
    let changed = response.changed();
    response.on_hover_text(tr!("colleagues-reviews-why"));
    changed.then_some(ColleaguesAction::SetReviewer(person.annotator, reviews))
}

/// That someone is the same person as another.
fn same(
    ui: &mut Ui,
    person: &AnnotatorProgress,
    names: &[(AnnotatorId, String)],
) -> Option<ColleaguesAction> {
    let mut wish = None;
    if names.len() < 2 {
        return None;
    }
    let response = ui.menu_button("…", |ui| {
        dim(ui, tr!("colleagues-same-as", name = person.name.as_str()));
        for (other, name) in names.iter().filter(|(other, _)| *other != person.annotator) {
            let response = ui.button(name);
            let words = tr!("colleagues-is", one = person.name.as_str(), other = name.as_str());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
            if response.clicked() {
                wish = Some(ColleaguesAction::Same(person.annotator, *other));
                ui.close();
            }
        }
    });
    let words = tr!("colleagues-same", name = person.name.as_str());
    response.response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    response.response.on_hover_text(words);
    wish
}

fn new_person(ui: &mut Ui, state: &mut Colleagues) -> Option<ColleaguesAction> {
    let mut wish = None;
    ui.horizontal(|ui| {
        let field = TextEdit::singleline(&mut state.name).desired_width(size::SEARCH);
        let response = named_field(ui, field, &tr!("colleagues-new-person"));
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if ui.button(tr!("colleagues-add-person")).clicked() || entered {
            let name = state.name.trim().to_owned();
            if !name.is_empty() {
                state.name.clear();
                wish = Some(ColleaguesAction::AddPerson(name));
            }
        }
    });
    wish
}

fn guidelines(ui: &mut Ui, workspace: &Workspace, state: &mut Colleagues) -> Option<ColleaguesAction> {
    ui.label(tr!("colleagues-guidelines"));
    ui.add_space(space(1));
    let field = TextEdit::multiline(&mut state.guidelines).desired_rows(5).desired_width(f32::INFINITY);
    let response = ui.add(field.margin(vec2(space(3), space(2))));
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, tr!("colleagues-guidelines")));
    let changed = state.guidelines.trim() != workspace.registry().guidelines();
    (response.lost_focus() && changed)
        .then(|| ColleaguesAction::SetGuidelines(state.guidelines.trim().to_owned()))
}
