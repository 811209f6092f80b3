//! All that is known of one speaker.

use egui::{Align, Layout, RichText, Role as Access, Ui, WidgetInfo};

use super::{caption, color, kinds};
use crate::edit::{Edit, SpeakerFields};
use crate::gui::action::Action;
use crate::gui::command::SpeakerCommand;
use crate::gui::page::Hues;
use crate::gui::panels::card::is_linked;
use crate::gui::panels::parts::{
    Text, Typing, avatar, form_text, framed_card, note_typing, problem, quiet, quiet_cross, row, segmented,
};
use crate::gui::theme::{self, Face, font, size, space, type_scale};
use crate::gui::view::{Form, RoleForm, SpeakerForm, View};
use crate::gui::widgets::one_line;
use crate::gui::words::{self, tr};
use crate::model::Speaker;
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View, speaker: &Speaker) -> Vec<Action> {
    let mut actions = Vec::new();
    if quiet(ui, &tr!("side-speakers-back")).clicked() {
        actions.push(Action::OpenSpeaker(None));
    }
    ui.add_space(space(1));
    let Some(form) = view.forms.speaker.as_mut().filter(|form| form.fields.speaker == speaker.id) else {
        return actions;
    };
    framed_card(ui, |ui| {
        head(ui, workspace, &view.hues.get(), speaker);
        ui.add_space(space(2));
        form_text(ui, form, &tr!("side-name"), Text::Line, |form| &mut form.name);
        if form.fields.name.trim().is_empty() {
            row(ui, "", |ui| problem(ui, &tr!("side-name-missing")));
        }
        row(ui, &tr!("side-kind"), |ui| {
            let chosen = segmented(ui, &kinds(), &|kind| kind == speaker.kind);
            let fields = form.fields.fields(speaker).zip(chosen.filter(|kind| *kind != speaker.kind));
            if let Some((fields, kind)) = fields {
                let fields = SpeakerFields { kind, ..fields };
                actions.push(Action::Perform(Edit::ChangeSpeaker { speaker: speaker.id, fields }));
            }
        });
        form_text(ui, form, &tr!("side-aliases"), Text::List(&tr!("side-one-a-line")), |form| {
            &mut form.aliases
        });
        actions.extend(merged(ui, workspace, speaker));
        roles(ui, form);
        form_text(ui, form, &tr!("side-country"), Text::Line, |form| &mut form.country);
        form_text(ui, form, &tr!("side-wikidata"), Text::Line, |form| &mut form.wikidata);
        form_text(ui, form, &tr!("side-note"), Text::Line, |form| &mut form.note);
    });
    ui.add_space(space(2));
    actions.extend(foot(ui, workspace, speaker));
    actions
}

fn head(ui: &mut Ui, workspace: &Workspace, hues: &Hues, speaker: &Speaker) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        avatar(ui, &speaker.name, color(ui, workspace, hues, speaker.id));
        let name =
            RichText::new(&speaker.name).font(font(Face::UiSemibold, type_scale::UI)).color(palette.text);
        one_line(ui, name).on_hover_text(&speaker.name);
    });
}

/// Those who were merged into the speaker, to be taken apart again.
fn merged(ui: &mut Ui, workspace: &Workspace, speaker: &Speaker) -> Vec<Action> {
    let mut actions = Vec::new();
    for (place, other) in workspace.registry().merged_into(speaker.id).enumerate() {
        let name = if place == 0 { tr!("side-also") } else { String::new() };
        row(ui, &name, |ui| {
            ui.push_id(other.id, |ui| {
                let words = tr!("side-part");
                let label = tr!("side-part-name", name = other.name.as_str());
                let room = ui.available_width();
                ui.allocate_ui(egui::vec2(room, size::HIT), |ui| {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let part = quiet(ui, &words);
                        part.widget_info(|| WidgetInfo::labeled(Access::Button, true, &label));
                        if part.on_hover_text(tr!("side-part-why")).clicked() {
                            actions.push(Action::Perform(Edit::PartSpeaker(other.id)));
                        }
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            one_line(ui, &other.name).on_hover_text(&other.name);
                        });
                    });
                });
            });
        });
    }
    actions
}

/// What the speaker is or was, where, from when until when.
fn roles(ui: &mut Ui, form: &mut Form<SpeakerForm>) {
    let mut gone = None;
    let typed = &mut form.typed;
    for (place, role) in form.fields.roles.iter_mut().enumerate() {
        let name = if place == 0 { tr!("side-roles") } else { String::new() };
        row(ui, &name, |ui| {
            ui.push_id(place, |ui| {
                ui.vertical(|ui| {
                    if one_role(ui, role, typed) {
                        gone = Some(place);
                    }
                });
            });
        });
    }
    let name = if form.fields.roles.is_empty() { tr!("side-roles") } else { String::new() };
    row(ui, &name, |ui| {
        if quiet(ui, &tr!("side-role-add")).clicked() {
            form.fields.roles.push(RoleForm::default());
        }
    });
    if let Some(words) = form.fields.bad_date() {
        row(ui, "", |ui| problem(ui, &tr!("side-bad-date", words = words)));
    }
    if let Some(place) = gone {
        form.fields.roles.remove(place);
        form.typed = Some(f64::NEG_INFINITY);
    }
}

/// The fields of one role; true when it is to go.
fn one_role(ui: &mut Ui, role: &mut RoleForm, typed: &mut Option<f64>) -> bool {
    let mut field = |ui: &mut Ui, words: &mut String, name: String| {
        let typing = Typing { words, name: &name, hint: &name, lines: false, framed: true };
        let response = typing.show(ui);
        note_typing(ui, &response, typed);
    };
    ui.spacing_mut().item_spacing = egui::vec2(space(1), space(1));
    let wide = (ui.available_width() - size::HIT - space(1)).max(size::HIT);
    let gone = ui
        .horizontal(|ui| {
            let room = egui::vec2(wide, size::CARD_ROW);
            ui.allocate_ui(room, |ui| field(ui, &mut role.title, tr!("side-role-title")));
            quiet_cross(ui, &tr!("side-role-delete")).clicked()
        })
        .inner;
    ui.allocate_ui(egui::vec2(wide, size::CARD_ROW), |ui| {
        field(ui, &mut role.affiliation, tr!("side-role-where"));
    });
    let half = egui::vec2((wide - space(1)) / 2.0, size::CARD_ROW);
    ui.horizontal(|ui| {
        ui.allocate_ui(half, |ui| field(ui, &mut role.from, tr!("side-role-from")));
        ui.allocate_ui(half, |ui| field(ui, &mut role.until, tr!("side-role-until")));
    });
    caption(ui, &tr!("side-role-dates"));
    gone
}

/// Where the speaker is quoted here, and how to delete one who isn't.
fn foot(ui: &mut Ui, workspace: &Workspace, speaker: &Speaker) -> Vec<Action> {
    let mut actions = Vec::new();
    let (Some(document), Some(author)) = (workspace.document(), workspace.author()) else { return actions };
    let linked: Vec<_> = document.quotes_of(author).filter(|quote| is_linked(quote, speaker.id)).collect();
    ui.horizontal_wrapped(|ui| {
        if let Some(first) = linked.first() {
            let words = tr!("side-speaker-quotes", quotes = words::quotes(linked.len()));
            if quiet(ui, &words).clicked() {
                actions.push(Action::Select { quote: Some(first.id), reveal: true });
                actions.push(Action::ShowTab(crate::gui::view::Tab::Quotes));
            }
        } else if quiet(ui, &tr!("side-speaker-delete")).clicked() {
            actions.push(Action::Perform(Edit::DeleteSpeaker(speaker.id)));
        }
        ui.add_space(space(2));
        if quiet(ui, &SpeakerCommand::MergeInto.name()).clicked() {
            actions.push(Action::Run(SpeakerCommand::MergeInto.into()));
        }
    });
    actions
}
