//! Threads: on what is selected below its card, and all of the article's on a
//! tab of their own.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align, CornerRadius, Layout, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::edit::Edit;
use crate::gui::action::Action;
use crate::gui::command::{Command, ReviewCommand};
use crate::gui::mode::Mode;
use crate::gui::page::{ReadingLane, lane_color};
use crate::gui::panels::parts::check_box;
use crate::gui::review::{Board, ReviewAction, letter};
use crate::gui::theme::{self, Face, font, radius, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, key_cap, quiet_button};
use crate::gui::words::{self, tr};
use crate::model::{Anchor, AnnotatorId, Comment, Document};
use crate::workspace::Workspace;

/// How many threads of the open article are not settled.
pub fn open(workspace: &Workspace) -> usize {
    let document = workspace.document();
    let threads = document.into_iter().flat_map(Document::threads);
    threads.filter(|(first, _)| !first.is_resolved()).count()
}

/// The open threads on some quotes or claims.
pub fn about(
    ui: &mut Ui,
    workspace: &Workspace,
    view: &mut View,
    board: Option<&Board>,
    anchors: &[Anchor],
) -> Vec<Action> {
    let mut actions = Vec::new();
    let Some(document) = workspace.document() else { return actions };
    let here = |first: &Comment| !first.is_resolved() && anchors.contains(&first.anchor);
    for (first, answers) in document.threads().filter(|(first, _)| here(first)) {
        actions.extend(thread(ui, workspace, view, board, (first, &answers), false));
        ui.add_space(space(2));
    }
    actions
}

/// Every thread of the article.
pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let mut actions = Vec::new();
    let Some(document) = workspace.document() else { return actions };
    let board = view.review.board.take();
    let settled = document.threads().filter(|(first, _)| first.is_resolved()).count();
    ScrollArea::vertical().auto_shrink(false).id_salt("comments").show(ui, |ui| {
        padded(ui, |ui| {
            ui.horizontal(|ui| {
                let words = tr!("review-new-comment");
                if ui.button(words).clicked() {
                    actions.push(Action::Run(Command::Review(ReviewCommand::Comment)));
                }
                key_cap(ui, &view.keymap.shown(ui.ctx(), Command::Review(ReviewCommand::Comment)));
                if settled > 0 {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let mut shown = view.review.settled;
                        let words = tr!("review-show-settled", number = settled);
                        if check_box(ui, &mut shown, &words).changed() {
                            actions.push(Action::Review(ReviewAction::ShowSettled(shown)));
                        }
                    });
                }
            });
        });
        let mut any = false;
        for (first, answers) in document.threads() {
            if first.is_resolved() && !view.review.settled {
                continue;
            }
            any = true;
            padded(ui, |ui| {
                actions.extend(thread(ui, workspace, view, board.as_ref(), (first, &answers), true));
            });
        }
        if !any {
            padded(ui, |ui| dim(ui, tr!("review-no-comments")));
        }
    });
    view.review.board = board;
    actions
}

fn padded<R>(ui: &mut Ui, show: impl FnOnce(&mut Ui) -> R) -> R {
    let margin = egui::Margin::symmetric(space(3) as i8, space(2) as i8);
    egui::Frame::NONE.inner_margin(margin).show(ui, show).inner
}

/// One thread with its answers, and what can be done with it.
fn thread(
    ui: &mut Ui,
    workspace: &Workspace,
    view: &mut View,
    board: Option<&Board>,
    (first, answers): (&Comment, &[&std::sync::Arc<Comment>]),
    anchored: bool,
) -> Vec<Action> {
    let mut actions = Vec::new();
    ui.push_id(first.id, |ui| {
        if anchored {
            actions.extend(anchor(ui, view, first));
        }
        said(ui, workspace, board, first);
        for answer in answers {
            said(ui, workspace, board, answer);
        }
        ui.horizontal(|ui| {
            ui.add_space(size::AVATAR + space(2));
            actions.extend(answer_field(ui, view, first));
            let words = if first.is_resolved() { tr!("review-reopen") } else { tr!("review-resolve") };
            let button = quiet_button(ui, &words);
            if !first.is_resolved() && view.mode == Mode::Review {
                key_cap(ui, &view.keymap.shown(ui.ctx(), Command::Review(ReviewCommand::Settle)));
            }
            if button.clicked() {
                let resolved = !first.is_resolved();
                actions.push(Action::Perform(Edit::ResolveComment { comment: first.id, resolved }));
            }
        });
    });
    actions
}

/// What the thread is about; a click goes there.
fn anchor(ui: &mut Ui, view: &View, first: &Comment) -> Option<Action> {
    let palette = theme::palette(ui);
    let words = match (first.anchor, first.spans.first()) {
        (Anchor::Article, _) | (_, None) => tr!("review-on-article"),
        (Anchor::Claim(_), Some(piece)) => tr!("review-on-claim", words = piece.text.replace('\n', " ")),
        (_, Some(piece)) => piece.text.replace('\n', " "),
    };
    let current = view.review.thread == Some(first.id);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::HIT), Sense::click());
    let ink = if response.hovered() || current { palette.text } else { palette.dim };
    let left = if current { rect.left() + size::BAR + space(1) } else { rect.left() };
    if current {
        let bar = rect.with_max_x(rect.left() + size::BAR);
        ui.painter().rect_filled(bar, CornerRadius::ZERO, palette.accent);
    }
    let mut job = LayoutJob::simple_singleline(words.clone(), font(Face::Reading, type_scale::UI), ink);
    job.wrap = TextWrapping::truncate_at_width(rect.right() - left);
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, ink);
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(radius::KEY), ring, StrokeKind::Outside);
    }
    response.widget_info(|| WidgetInfo::selected(Role::Link, true, current, &words));
    response.clicked().then_some(Action::Review(ReviewAction::Thread(first.id)))
}

/// The field for an answer and its key.
fn answer_field(ui: &mut Ui, view: &mut View, first: &Comment) -> Option<Action> {
    let hint = tr!("review-answer-hint");
    let words = view.review.answers.entry(first.id).or_default();
    let room = ui.available_width() - size::NAMES;
    let field = TextEdit::singleline(words).hint_text(&hint).desired_width(room.max(size::HIT));
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &hint));
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    (entered && !words.trim().is_empty()).then_some(Action::Review(ReviewAction::Answer(first.id)))
}

/// Who said what, beside their sign.
fn said(ui: &mut Ui, workspace: &Workspace, board: Option<&Board>, comment: &Comment) {
    let palette = theme::palette(ui);
    let name = workspace.registry().annotator_name(comment.annotator);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space(2);
        avatar(ui, board, comment.annotator, name);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 0.0;
            let at = comment.stamp.created_at;
            let when = words::ago(at, jiff::Timestamp::now());
            dim(ui, format!("{name} {} {when}", theme::icon::DOT)).on_hover_text(words::exact(at));
            let text = RichText::new(&comment.text).font(font(Face::Ui, type_scale::UI)).color(palette.text);
            ui.add(egui::Label::new(text).wrap());
        });
    });
    ui.add_space(space(1));
}

/// A reviewer's letter, or their initials, on their colour.
fn avatar(ui: &mut Ui, board: Option<&Board>, annotator: AnnotatorId, name: &str) {
    let palette = theme::palette(ui);
    let layer = board.and_then(|board| board.layers.iter().find(|layer| layer.annotator == annotator));
    let compares = board.is_some_and(Board::compares);
    let place = layer.and_then(|layer| layer.place).filter(|_| compares);
    let color = place.map_or(palette.dim, |place| lane_color(palette, ReadingLane::Layer(place)));
    let sign = place.map_or_else(|| words::initials(name), |place| letter(place).to_string());
    let (rect, _) = ui.allocate_exact_size(vec2(size::AVATAR, size::AVATAR), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(u8::MAX), color);
    let face = font(Face::UiSemibold, type_scale::TINY);
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, sign, face, palette.page);
}
