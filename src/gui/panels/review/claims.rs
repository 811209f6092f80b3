//! A layer's claims, to be read and commented on.

use egui::{Label, RichText, Ui};

use super::case::{card, passage};
use super::{comments, rows};
use crate::gui::action::Action;
use crate::gui::command::{Command, ReviewCommand};
use crate::gui::panels::claims;
use crate::gui::panels::parts::row;
use crate::gui::review::Board;
use crate::gui::theme::{self, Face, font, space, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::dim;
use crate::gui::words::tr;
use crate::model::{Anchor, AnnotatorId, Claim, Document};
use crate::workspace::Workspace;

/// All of a layer: the chosen one as a card, the others as rows.
pub fn show(
    ui: &mut Ui,
    workspace: &Workspace,
    view: &mut View,
    board: &Board,
    owner: AnnotatorId,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let Some(document) = workspace.document() else { return actions };
    let all = claims::of(document, owner);
    if all.is_empty() {
        return actions;
    }
    ui.add_space(space(4));
    dim(ui, tr!("review-claims", number = all.len()));
    ui.add_space(space(1));
    for claim in all {
        if view.claim == Some(claim.id) {
            actions.extend(claim_card(ui, workspace, view, (board, document), claim));
        } else if claims::row(ui, document, claim) {
            actions.push(Action::OpenClaim(Some(claim.id)));
            actions.extend(document.place_of(claim).map(Action::Reveal));
        }
    }
    actions
}

/// The chosen claim alone, where it is this person's.
pub fn open(
    ui: &mut Ui,
    workspace: &Workspace,
    view: &mut View,
    board: &Board,
    owner: AnnotatorId,
) -> Vec<Action> {
    let Some(document) = workspace.document() else { return Vec::new() };
    let claim = view.claim.and_then(|id| document.claim(id)).filter(|claim| claim.annotator == owner);
    claim.map_or_else(Vec::new, |claim| claim_card(ui, workspace, view, (board, document), claim))
}

/// What the claim says, and what was said of it.
fn claim_card(
    ui: &mut Ui,
    workspace: &Workspace,
    view: &mut View,
    (board, document): (&Board, &Document),
    claim: &Claim,
) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    ui.push_id(claim.id, |ui| {
        ui.add_space(space(1));
        card(palette).show(ui, |ui| {
            ui.set_width(ui.available_width());
            if let Some(place) = document.place_of(claim) {
                passage(ui, document, place, &[]);
            }
            ui.add_space(space(2));
            for (name, words) in fields(workspace, claim) {
                row(ui, &name, |ui| {
                    let words = RichText::new(words).font(font(Face::Ui, type_scale::UI));
                    ui.add(Label::new(words.color(palette.text)).wrap());
                });
            }
            ui.add_space(space(2));
            let comment = Command::Review(ReviewCommand::Comment);
            let key = view.keymap.shown(ui.ctx(), comment);
            let words = tr!("review-comment-short");
            if rows::keyed_button(ui, &key, &words, palette.text, &tr!("review-comment-on-claim")).clicked() {
                actions.push(Action::Run(comment));
            }
        });
        ui.add_space(space(2));
        actions.extend(comments::about(ui, workspace, view, Some(board), &[Anchor::Claim(claim.id)]));
    });
    actions
}

/// Whatever is filled in.
fn fields(workspace: &Workspace, claim: &Claim) -> Vec<(String, String)> {
    let name = |id| workspace.registry().speakers.get(id).map_or("–", |speaker| speaker.name.as_str());
    let claimants: Vec<&str> = claim.claimants.iter().map(name).collect();
    let said = |words: &Option<String>| words.clone().unwrap_or_default();
    let all = [
        (tr!("side-claim-statement-short"), said(&claim.statement)),
        (tr!("side-claimant"), claimants.join(", ")),
        (tr!("side-worth"), claim.worthiness.map(claims::worthiness_name).unwrap_or_default()),
        (tr!("side-topic"), said(&claim.topic)),
        (tr!("side-date"), said(&claim.date)),
        (tr!("side-verdict"), said(&claim.verdict)),
        (tr!("side-explanation"), said(&claim.explanation)),
        (tr!("side-evidence"), claim.evidence.join("\n")),
        (tr!("side-checker"), said(&claim.checker)),
        (tr!("side-note"), said(&claim.note)),
    ];
    all.into_iter().filter(|(_, words)| !words.is_empty()).collect()
}
