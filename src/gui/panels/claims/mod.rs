//! The article's claims: a list, and an editor for the one that is open.

mod editor;

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{CornerRadius, Margin, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::parts::focus_ring;
use super::review::threads;
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::theme::{self, Face, font, icon, radius, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, key_cap};
use crate::gui::words::tr;
use crate::model::{Anchor, AnnotatorId, Claim, Document, Worthiness};
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let mut actions = Vec::new();
    let (Some(document), Some(author)) = (workspace.document(), workspace.author()) else { return actions };
    let claims = of(document, author);
    ScrollArea::vertical().auto_shrink(false).id_salt("claims").show(ui, |ui| {
        egui::Frame::NONE.inner_margin(Margin::same(space(3) as i8)).show(ui, |ui| {
            if claims.is_empty() {
                empty(ui, view);
            }
            for claim in claims {
                if view.claim == Some(claim.id) {
                    ui.push_id(claim.id, |ui| actions.extend(editor::show(ui, workspace, view, claim)));
                    ui.add_space(space(2));
                    actions.extend(threads(ui, workspace, view, None, &[Anchor::Claim(claim.id)]));
                } else if row(ui, document, claim) {
                    actions.push(Action::OpenClaim(Some(claim.id)));
                    actions.extend(document.place_of(claim).map(Action::Reveal));
                }
            }
        });
    });
    actions
}

fn empty(ui: &mut Ui, view: &View) {
    dim(ui, tr!("side-claims-empty"));
    ui.add_space(space(2));
    ui.horizontal_wrapped(|ui| {
        key_cap(ui, &view.keymap.shown(ui.ctx(), Command::MarkClaim));
        dim(ui, tr!("side-claims-how"));
    });
}

/// Someone's claims on an article, as they stand in it.
pub fn of(document: &Document, annotator: AnnotatorId) -> Vec<&Arc<Claim>> {
    let mut claims: Vec<&Arc<Claim>> =
        document.claims.iter().filter(|claim| claim.annotator == annotator).collect();
    claims.sort_by_key(|claim| (document.place_of(claim).map_or(usize::MAX, |span| span.start), claim.id));
    claims
}

/// The words that the claim stands on.
pub fn quoted(document: &Document, claim: &Claim) -> String {
    let own = || claim.spans.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" … ");
    let quote = claim.quote.and_then(|id| document.quote(id));
    quote.map_or_else(own, |quote| quote.words()).replace('\n', " ")
}

/// One claim in two lines; true when it was clicked.
pub fn row(ui: &mut Ui, document: &Document, claim: &Claim) -> bool {
    let palette = theme::palette(ui);
    let wanted = vec2(ui.available_width(), size::QUOTE_ROW);
    let (rect, response) = ui.push_id(claim.id, |ui| ui.allocate_exact_size(wanted, Sense::click())).inner;
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::FIELD), palette.hover);
    }
    focus_ring(ui, &response, rect, radius::FIELD);
    sign(ui, pos2(rect.left() + space(2), rect.top() + space(3)), claim);
    let left = rect.left() + space(5);
    let line = |words: String, face, scale, ink| {
        let mut job = LayoutJob::simple_singleline(words, font(face, scale), ink);
        job.wrap = TextWrapping::truncate_at_width(rect.right() - left - space(1));
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let quoted = quoted(document, claim);
    let (words, face) = match &claim.statement {
        Some(statement) => (statement.clone(), Face::UiMedium),
        None => (quoted.clone(), Face::Reading),
    };
    let about = about(claim, &quoted);
    let first = line(words.clone(), face, type_scale::UI, palette.text);
    let second = line(about.clone(), Face::Ui, type_scale::SECOND, palette.dim);
    ui.painter().galley(pos2(left, rect.top() + space(1)), first, palette.text);
    ui.painter().galley(pos2(left, rect.bottom() - space(1) - second.size().y), second, palette.dim);
    let label = tr!("side-claim-row", words = words, about = about);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    response.clicked()
}

/// A dot for a claim that has a verdict, a ring for one that has none.
fn sign(ui: &Ui, centre: egui::Pos2, claim: &Claim) {
    let palette = theme::palette(ui);
    let radius = size::BAR + 0.5;
    if claim.verdict.is_some() {
        ui.painter().circle_filled(centre, radius, palette.accent);
    } else {
        ui.painter().circle_stroke(centre, radius, Stroke::new(stroke::HAIR, palette.dim));
    }
}

/// What is known of it, in one line.
fn about(claim: &Claim, quoted: &str) -> String {
    let worthiness = claim.worthiness.map(worthiness_name);
    let known = [claim.verdict.clone(), worthiness, claim.topic.clone()];
    let known: Vec<String> = known.into_iter().flatten().collect();
    match (known.is_empty(), claim.statement.is_some()) {
        (false, _) => known.join(&format!(" {} ", icon::DOT)),
        (true, true) => quoted.to_owned(),
        (true, false) => tr!("side-claim-bare"),
    }
}

/// Whether a claim is worth checking, in words.
pub fn worthiness_name(worthiness: Worthiness) -> String {
    tr!(match worthiness {
        Worthiness::NotFactual => "side-worth-not-factual",
        Worthiness::Unimportant => "side-worth-unimportant",
        Worthiness::CheckWorthy => "side-worth-check",
    })
}
