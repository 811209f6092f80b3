//! All that can be said of one claim.

use egui::{RichText, Role, Sense, Ui, WidgetInfo};

use super::{quoted, worthiness_name};
use crate::edit::{ClaimFields, Edit};
use crate::gui::action::Action;
use crate::gui::command::{Command, ReviewCommand};
use crate::gui::page::Hues;
use crate::gui::panels::parts::{
    Text, Typing, form_text, framed_card, note_typing, problem, quiet, quiet_cross, row,
};
use crate::gui::theme::{self, Face, font, size, space, type_scale};
use crate::gui::view::{ClaimForm, Form, View};
use crate::gui::widgets::{chip, cross, key_cap};
use crate::gui::words::tr;
use crate::model::{Claim, SpeakerId, Worthiness};
use crate::workspace::Workspace;

/// The setting that holds the project's scale of verdicts, a list of words.
const SCALE: &str = "verdicts";

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View, claim: &Claim) -> Vec<Action> {
    let mut actions = Vec::new();
    let claimants = candidates(workspace, view);
    let hues = view.hues.get();
    let Some(form) = view.forms.claim.as_mut().filter(|form| form.fields.claim == claim.id) else {
        return actions;
    };
    framed_card(ui, |ui| {
        actions.extend(head(ui, workspace, claim));
        ui.add_space(space(2));
        let mut changed = None;
        let mut change = |fields| changed = Some(Edit::ChangeClaim { claim: claim.id, fields });
        form_text(ui, form, &tr!("side-claim-statement-short"), Text::Lines, |form| &mut form.statement);
        row(ui, &tr!("side-claimant"), |ui| {
            if let Some(list) = claimants_row(ui, workspace, &hues, claim, &claimants) {
                let fields = form.fields.fields(claim);
                change(ClaimFields { claimants: list, ..fields });
            }
        });
        row(ui, &tr!("side-worth"), |ui| {
            if let Some(fields) = worth(ui, claim, form.fields.fields(claim)) {
                change(fields);
            }
        });
        actions.extend(changed.map(Action::Perform));
        form_text(ui, form, &tr!("side-topic"), Text::Line, |form| &mut form.topic);
        form_text(ui, form, &tr!("side-date"), Text::Line, |form| &mut form.date);
        if let Some(words) = form.fields.bad_date() {
            row(ui, "", |ui| problem(ui, &tr!("side-bad-date", words = words)));
        }
        row(ui, &tr!("side-verdict"), |ui| verdict(ui, workspace, form));
        form_text(ui, form, &tr!("side-explanation"), Text::Lines, |form| &mut form.explanation);
        form_text(ui, form, &tr!("side-evidence"), Text::Lines, |form| &mut form.evidence);
        form_text(ui, form, &tr!("side-checker"), Text::Line, |form| &mut form.checker);
        form_text(ui, form, &tr!("side-note"), Text::Lines, |form| &mut form.note);
        row(ui, "", |ui| {
            let comment = Command::Review(ReviewCommand::Comment);
            if quiet(ui, &comment.name()).clicked() {
                actions.push(Action::Run(comment));
            }
            key_cap(ui, &view.keymap.shown(ui.ctx(), comment));
            ui.add_space(space(3));
            if quiet(ui, &tr!("side-claim-delete")).clicked() {
                actions.push(Action::Perform(Edit::DeleteClaim(claim.id)));
            }
        });
    });
    actions
}

/// The words that the claim stands on, and what closes or deletes it.
fn head(ui: &mut Ui, workspace: &Workspace, claim: &Claim) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let Some(document) = workspace.document() else { return actions };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space(1);
        let wide = (ui.available_width() - size::HIT - space(1)).max(size::HIT);
        ui.allocate_ui(egui::vec2(wide, 0.0), |ui| {
            ui.set_width(wide);
            let words: String = quoted(document, claim).chars().take(size::CARD_WORDS / 2).collect();
            let text = RichText::new(&words).font(font(Face::Reading, type_scale::QUOTE)).color(palette.text);
            let response = ui.add(egui::Label::new(text).wrap().sense(Sense::click()));
            response.widget_info(|| {
                WidgetInfo::labeled(Role::Button, true, tr!("side-show-on-page", words = words.as_str()))
            });
            if response.clicked() {
                actions.extend(document.place_of(claim).map(Action::Reveal));
            }
        });
        if cross(ui, &tr!("side-claim-close")).clicked() {
            actions.push(Action::OpenClaim(None));
        }
    });
    actions
}

/// Who may have made the claim.
fn candidates(workspace: &Workspace, view: &View) -> Vec<SpeakerId> {
    crate::gui::candidates::numbered(workspace, &view.linked, None)
}

/// The claimants as chips and a menu to add one; gives the new list.
fn claimants_row(
    ui: &mut Ui,
    workspace: &Workspace,
    hues: &Hues,
    claim: &Claim,
    candidates: &[SpeakerId],
) -> Option<Vec<SpeakerId>> {
    let palette = theme::palette(ui);
    let mut list = None;
    let name = |id: &SpeakerId| workspace.registry().speakers.get(id).map_or("–", |s| s.name.as_str());
    for id in &claim.claimants {
        let color = hues.get(id).map_or(palette.dim, |hue| hue.color(palette));
        chip(ui, color, name(id), &tr!("side-speaker-chip", name = name(id)));
        if quiet_cross(ui, &tr!("side-unlink", name = name(id))).clicked() {
            list = Some(claim.claimants.iter().filter(|other| *other != id).copied().collect());
        }
    }
    let add = quiet(ui, &tr!("side-claimant-add"));
    egui::Popup::menu(&add).show(|ui| {
        for id in candidates.iter().filter(|id| !claim.claimants.contains(id)) {
            if ui.button(name(id)).clicked() {
                list = Some(claim.claimants.iter().copied().chain([*id]).collect());
            }
        }
    });
    list
}

/// A menu of what the claim is worth; gives the fields with the new value.
fn worth(ui: &mut Ui, claim: &Claim, fields: ClaimFields) -> Option<ClaimFields> {
    let name = claim.worthiness.map_or_else(|| tr!("side-worth-unknown"), worthiness_name);
    let button = quiet(ui, &name);
    button
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, tr!("side-worth-is", what = name.as_str())));
    let mut chosen = None;
    egui::Popup::menu(&button).show(|ui| {
        for worthiness in Worthiness::ALL {
            let on = claim.worthiness == Some(*worthiness);
            if ui.selectable_label(on, worthiness_name(*worthiness)).clicked() {
                chosen = Some(ClaimFields { worthiness: Some(*worthiness), ..fields.clone() });
            }
        }
        if ui.selectable_label(claim.worthiness.is_none(), tr!("side-worth-unknown")).clicked() {
            chosen = Some(ClaimFields { worthiness: None, ..fields });
        }
    });
    chosen
}

/// The verdict as it is typed, and the project's scale to choose from.
fn verdict(ui: &mut Ui, workspace: &Workspace, form: &mut Form<ClaimForm>) {
    let room = egui::vec2((ui.available_width() - size::HIT - space(2)).max(size::HIT), size::HIT);
    let name = tr!("side-verdict");
    let hint = tr!("side-type-here");
    let typing =
        Typing { words: &mut form.fields.verdict, name: &name, hint: &hint, lines: false, framed: false };
    let response = ui.allocate_ui(room, |ui| typing.show(ui)).inner;
    note_typing(ui, &response, &mut form.typed);
    let mut changed = false;
    let menu = quiet(ui, theme::icon::ELLIPSIS);
    menu.widget_info(|| WidgetInfo::labeled(Role::Button, true, tr!("side-verdict-scale")));
    egui::Popup::menu(&menu).show(|ui| {
        for step in scale(workspace) {
            if ui.selectable_label(form.fields.verdict == step, &step).clicked() {
                form.fields.verdict = step;
                changed = true;
            }
        }
    });
    if changed {
        form.typed = Some(ui.input(|input| input.time));
    }
}

/// The project's scale of verdicts, or a usual one.
fn scale(workspace: &Workspace) -> Vec<String> {
    let setting = workspace.registry().settings.get(SCALE);
    let own = setting.and_then(|setting| serde_json::from_value::<Vec<String>>(setting.value.clone()).ok());
    own.filter(|scale| !scale.is_empty())
        .unwrap_or_else(|| tr!("side-verdicts").split(';').map(|step| step.trim().to_owned()).collect())
}
