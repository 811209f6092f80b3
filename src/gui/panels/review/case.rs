//! The selected group as a card: its words, and a row for each field.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{CornerRadius, Frame, Margin, RichText, Stroke, Ui, vec2};

use super::rows::{self, Row};
use crate::gui::action::Action;
use crate::gui::command::{Command, ReviewCommand};
use crate::gui::page::{ReadingLane, lane_color};
use crate::gui::review::{Board, ReviewAction, aspect_name, differing_words, from_words, letter};
use crate::gui::theme::{self, Face, font, radius, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::dim;
use crate::gui::words::tr;
use crate::model::{Aspect, Document, Role, Span, spans};
use crate::review::{Case, CaseState, Group, Point};
use crate::workspace::Workspace;

/// The fields in the order of the rows.
const FIELDS: &[Aspect] = &[
    Aspect::Presence,
    Aspect::Content,
    Aspect::Cue,
    Aspect::Type,
    Aspect::Source,
    Aspect::Mention,
    Aspect::Speakers,
    Aspect::Addressee,
    Aspect::AddresseeSpeakers,
    Aspect::Relay,
    Aspect::RelaySpeakers,
    Aspect::Medium,
    Aspect::Parent,
    Aspect::Attributes,
];

/// Fields that are shown even where nobody has anything there.
const ALWAYS: &[Aspect] = &[Aspect::Cue, Aspect::Type, Aspect::Source, Aspect::Speakers];

pub fn show(
    ui: &mut Ui,
    workspace: &Workspace,
    view: &View,
    board: &Board,
    (place, case, group): (usize, &Case, &Group),
) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let Some(document) = workspace.document() else { return actions };
    card(palette).show(ui, |ui| {
        ui.push_id(("case", case.members.first()), |ui| {
            ui.set_width(ui.available_width());
            words(ui, document, case, group);
            ui.add_space(space(2));
            if case.changed {
                notice(ui, &tr!("review-asked-again"));
            }
            let first_open = || case.open_points().next().map(Point::aspect);
            let focus = view.review.focus.or_else(first_open);
            for aspect in FIELDS {
                let Some(row) = Row::of(workspace, board, (case, group), *aspect) else { continue };
                if row.is_empty() && !ALWAYS.contains(aspect) {
                    continue;
                }
                actions.extend(rows::show(ui, (workspace, &view.hues.get()), &row, focus == Some(*aspect)));
            }
            ui.add_space(space(2));
            actions.extend(buttons(ui, view, board, case));
            state(ui, case, group);
            let _ = place;
        });
    });
    actions
}

pub fn card(palette: &theme::Palette) -> Frame {
    Frame::NONE
        .fill(palette.field)
        .stroke(Stroke::new(stroke::HAIR, palette.line))
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(Margin::same(space(3) as i8))
}

pub fn notice(ui: &mut Ui, words: &str) {
    let palette = theme::palette(ui);
    ui.label(RichText::new(words).font(font(Face::UiMedium, type_scale::SECOND)).color(palette.warn));
}

/// The group's words in their sentence, those that differ on a warm ground.
fn words(ui: &mut Ui, document: &Document, case: &Case, group: &Group) {
    let differing = spans::normal(case.open_points().flat_map(differing_words));
    let around = group.present().flat_map(|(_, quote)| {
        [Role::Content, Role::Cue].into_iter().flat_map(|role| quote.spans(role)).collect::<Vec<_>>()
    });
    if let Some(hull) = spans::hull(&around.collect::<Vec<_>>()) {
        passage(ui, document, hull, &differing);
    }
}

/// The sentences of a stretch of the article beside a bar, with some words
/// on a warm ground.
pub fn passage(ui: &mut Ui, document: &Document, stretch: Span, marked: &[Span]) {
    let palette = theme::palette(ui);
    let text = &document.article.text;
    let whole = text.sentence_at(stretch.start).hull(text.sentence_at(stretch.end.saturating_sub(1)));
    let shown = Span::new(whole.start, whole.end.min(whole.start + size::CARD_WORDS));
    let mut job = LayoutJob::default();
    let mut add = |span: Span, ground: Option<egui::Color32>| {
        let format = TextFormat {
            line_height: Some(type_scale::QUOTE.line),
            background: ground.unwrap_or(egui::Color32::TRANSPARENT),
            ..TextFormat::simple(font(Face::Reading, type_scale::QUOTE), palette.text)
        };
        let words = text.slice(span).unwrap_or_default().replace('\n', " ");
        job.append(&words, 0.0, format);
    };
    let mut at = shown.start;
    for span in marked.iter().filter_map(|span| span.intersection(shown)) {
        add(Span::new(at, span.start), None);
        add(span, Some(palette.differs));
        at = span.end;
    }
    add(Span::new(at, shown.end), None);
    if shown != whole {
        let format = TextFormat::simple(font(Face::Reading, type_scale::QUOTE), palette.dim);
        job.append(theme::icon::ELLIPSIS, 0.0, format);
    }
    let margin = Margin { left: space(3) as i8, ..Margin::ZERO };
    let response = Frame::NONE
        .inner_margin(margin)
        .show(ui, |ui| {
            job.wrap = TextWrapping { max_width: ui.available_width(), ..TextWrapping::default() };
            ui.add(egui::Label::new(job).wrap());
        })
        .response;
    let bar = response.rect.with_max_x(response.rect.left() + size::BAR);
    ui.painter().rect_filled(bar, CornerRadius::ZERO, palette.accent);
}

/// The keys of the card, for the pointer.
fn buttons(ui: &mut Ui, view: &View, board: &Board, case: &Case) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space(1) + 2.0, space(1) + 2.0);
        let mut offer = |ui: &mut Ui, command: ReviewCommand, words: &str, color: egui::Color32| {
            let key = view.keymap.shown(ui.ctx(), Command::Review(command));
            if rows::keyed_button(ui, &key, words, color, &command.name()).clicked() {
                actions.push(Action::Run(Command::Review(command)));
            }
        };
        match case.state {
            CaseState::Agreed => {
                offer(ui, ReviewCommand::Accept, &tr!("review-take-this"), palette.text);
            }
            CaseState::Rejected => {}
            CaseState::Settled if case.points.is_empty() => {}
            CaseState::Open(_) | CaseState::Settled => {
                for place in 0..board.alignment.layers.len() {
                    let number = u8::try_from(place + 1).unwrap_or(u8::MAX);
                    let color = lane_color(palette, ReadingLane::Layer(place));
                    offer(ui, ReviewCommand::Take(number), &letter(place).to_string(), color);
                }
            }
        }
        if case.state != CaseState::Rejected {
            offer(ui, ReviewCommand::Own, &tr!("review-edit-short"), palette.text);
        }
        if matches!(case.state, CaseState::Open(_)) {
            offer(ui, ReviewCommand::Neither, &tr!("review-neither-short"), palette.text);
        }
        if case.state != CaseState::Rejected {
            offer(ui, ReviewCommand::Reject, &tr!("review-reject-short"), palette.text);
        }
        offer(ui, ReviewCommand::Comment, &tr!("review-comment-short"), palette.text);
        if case.is_decided() {
            offer(ui, ReviewCommand::Withdraw, &tr!("review-withdraw-short"), palette.text);
        }
    });
    actions
}

/// What became of the group.
fn state(ui: &mut Ui, case: &Case, group: &Group) {
    let palette = theme::palette(ui);
    let words = match case.state {
        CaseState::Settled if case.points.is_empty() => tr!("review-agreed-taken-over"),
        CaseState::Settled => tr!("review-decided-from", from = from_words(group, case)),
        CaseState::Rejected => {
            let reason = case.rejected.as_ref().and_then(|ruling| ruling.reason.clone());
            reason.map_or_else(
                || tr!("review-rejected-plain"),
                |reason| tr!("review-rejected-because", reason = reason),
            )
        }
        CaseState::Agreed => {
            dim(ui, tr!("review-all-agree"));
            return;
        }
        CaseState::Open(_) => return,
    };
    ui.add_space(space(1));
    ui.label(RichText::new(words).font(font(Face::UiMedium, type_scale::SECOND)).color(palette.accent));
}

/// A click on a row's name puts it in focus.
pub fn focus(aspect: Aspect) -> Action {
    Action::Review(ReviewAction::Focus(aspect))
}

/// A row's name for people who hear it.
pub fn heard(aspect: Aspect, focused: bool) -> String {
    if focused { tr!("review-field-in-focus", field = aspect_name(aspect)) } else { aspect_name(aspect) }
}
