//! What happened on the article: what, by whom, when.

use egui::text::{LayoutJob, TextWrapping};
use egui::{CornerRadius, Margin, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use jiff::Timestamp;

use super::parts::focus_ring;
use crate::edit::Origin;
use crate::gui::action::Action;
use crate::gui::theme::{self, Face, font, icon, radius, size, space, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::dim;
use crate::gui::words::{self, tr};
use crate::workspace::{Step, Workspace};

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &View) -> Vec<Action> {
    let mut actions = Vec::new();
    let Some(document) = workspace.document() else { return actions };
    let article = document.article.id;
    if view.history.asked != Some((article, view.revision)) {
        actions.push(Action::History);
    }
    let steps: &[Step] = if view.history.article == Some(article) { &view.history.steps } else { &[] };
    if steps.is_empty() {
        egui::Frame::NONE.inner_margin(Margin::same(space(4) as i8)).show(ui, |ui| {
            dim(
                ui,
                if view.history.article == Some(article) {
                    tr!("side-history-empty")
                } else {
                    tr!("side-history-reading")
                },
            );
        });
        return actions;
    }
    let now = Timestamp::now();
    ui.add_space(space(2));
    ui.spacing_mut().item_spacing.y = 0.0;
    let margin = Margin { left: space(3) as i8, right: space(3) as i8, ..Margin::ZERO };
    let area = ScrollArea::vertical().auto_shrink(false).id_salt("history");
    area.show_rows(ui, size::QUOTE_ROW, steps.len(), |ui, range| {
        egui::Frame::NONE.inner_margin(margin).show(ui, |ui| {
            for step in steps.get(range).unwrap_or_default() {
                if one(ui, workspace, step, now) {
                    actions.push(Action::Select { quote: step.quote, reveal: true });
                }
            }
        });
    });
    actions
}

/// One edit in two lines; true when it was clicked and its quote is there.
fn one(ui: &mut Ui, workspace: &Workspace, step: &Step, now: Timestamp) -> bool {
    let palette = theme::palette(ui);
    let there = step.quote.is_some_and(|id| workspace.document().is_some_and(|d| d.quote(id).is_some()));
    let sense = if there { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui
        .push_id(step.seq, |ui| ui.allocate_exact_size(vec2(ui.available_width(), size::QUOTE_ROW), sense))
        .inner;
    if there && response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::FIELD), palette.hover);
    }
    focus_ring(ui, &response, rect, radius::FIELD);
    let left = rect.left() + space(1);
    let line = |words: String, face, scale, ink| {
        let mut job = LayoutJob::simple_singleline(words, font(face, scale), ink);
        job.wrap = TextWrapping::truncate_at_width(rect.right() - left - space(1));
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let (what, about) = (what(step), about(workspace, step, now));
    let first = line(what.clone(), Face::Ui, type_scale::UI, palette.text);
    let second = line(about.clone(), Face::Ui, type_scale::SECOND, palette.dim);
    let top = rect.center().y - f32::midpoint(first.size().y, second.size().y);
    let below = top + first.size().y;
    ui.painter().galley(pos2(left, top), first, palette.text);
    ui.painter().galley(pos2(left, below), second, palette.dim);
    let role = if there { Role::Button } else { Role::ListItem };
    response.widget_info(|| WidgetInfo::labeled(role, true, format!("{what}, {about}")));
    response.on_hover_text(words::exact(step.at)).clicked()
}

/// What was done: with the quote's words where it was one.
fn what(step: &Step) -> String {
    let label = words::label(step.label);
    let done = match step.origin {
        Origin::Undo => tr!("side-history-undone", what = label),
        Origin::Redo => tr!("side-history-redone", what = label),
        Origin::Window | Origin::CommandLine | Origin::Job => capitalised(&label),
    };
    match &step.words {
        Some(words) => format!("{done}: {}", words.replace('\n', " ")),
        None => done,
    }
}

fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// By whom, when, and from where, where that is not the window.
fn about(workspace: &Workspace, step: &Step, now: Timestamp) -> String {
    let who = step.author.map(|id| workspace.registry().annotator_name(id).to_owned());
    let from = (step.origin == Origin::CommandLine).then(|| tr!("side-history-command-line"));
    let parts = [who, Some(words::ago(step.at, now)), from];
    parts.into_iter().flatten().collect::<Vec<_>>().join(&format!(" {} ", icon::DOT))
}
