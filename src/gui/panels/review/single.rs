//! Stepping through a colleague's quotes.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Button, CornerRadius, Frame, Margin, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::case::{card, notice, passage};
use super::{back, blind, claims, comments, rows};
use crate::gui::action::Action;
use crate::gui::command::{Command, ReviewCommand};
use crate::gui::panels::parts::check_box;
use crate::gui::review::{
    Board, FIELDS, ReviewAction, Single, Standing, Step, aspect_name, choice_words, correction, said_words,
    steps,
};
use crate::gui::theme::{self, Face, font, icon, radius, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, tab};
use crate::gui::words::{self, tr};
use crate::model::{
    Anchor, AnnotatorId, Aspect, Choice, Document, Quote, QuoteType, Role as Part, Span, SpeakerId, spans,
};
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let mut actions = Vec::new();
    let Some(board) = view.review.board.take() else { return actions };
    let parties = workspace.document().zip(workspace.author());
    ScrollArea::vertical().auto_shrink(false).id_salt("single").show(ui, |ui| {
        let margin = Margin::symmetric(space(3) as i8, space(2) as i8);
        Frame::NONE.inner_margin(margin).show(ui, |ui| {
            let Some((document, author)) = parties else { return };
            actions.extend(colleagues(ui, &board, view, author));
            if view.review.single.back {
                actions.extend(own_quote(ui, workspace, view, document, &board));
                actions.extend(claims::open(ui, workspace, view, &board, author));
                actions.extend(back::show(ui, workspace, view));
                return;
            }
            let Some(layer) = board.reviewed(view.review.single.layer, Some(author)) else {
                if workspace.hides_submitted() {
                    actions.extend(blind::show(ui, workspace));
                } else {
                    ui.add_space(space(3));
                    dim(ui, tr!("review-no-colleague"));
                }
                return;
            };
            let single = Single { layer: Some(layer.annotator), ..view.review.single.clone() };
            let all = steps(document, layer.annotator, author, &Single::default());
            actions.extend(filters(ui, workspace, &single, &all));
            let listed = steps(document, layer.annotator, author, &single);
            let selected = view.selected.and_then(|id| all.iter().find(|step| step.quote.id == id));
            if let Some(step) = selected {
                ui.add_space(space(1));
                actions.extend(quote_card(ui, workspace, view, document, step));
                ui.add_space(space(1));
                actions.extend(comments::about(
                    ui,
                    workspace,
                    view,
                    Some(&board),
                    &[Anchor::Quote(step.quote.id)],
                ));
            }
            list(ui, workspace, view, &listed, &mut actions);
            actions.extend(claims::show(ui, workspace, view, &board, layer.annotator));
        });
    });
    view.review.board = Some(board);
    actions
}

/// Whose layer is stepped through.
fn colleagues(ui: &mut Ui, board: &Board, view: &View, author: AnnotatorId) -> Vec<Action> {
    let mut actions = Vec::new();
    let single = &view.review.single;
    let current = board.reviewed(single.layer, Some(author)).map(|layer| layer.annotator);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space(3);
        for layer in board.layers.iter().filter(|layer| layer.annotator != author) {
            let words = format!("{} {}", layer.name, layer.quotes);
            let chosen = !single.back && current == Some(layer.annotator);
            if tab(ui, &words, chosen, false).clicked() {
                let chosen = Single { layer: Some(layer.annotator), back: false, ..single.clone() };
                actions.push(Action::Review(ReviewAction::Step(chosen)));
            }
        }
        let number = view.review.returned.len();
        let words = tr!("review-came-back", number = number);
        if tab(ui, &words, single.back, false).clicked() {
            let chosen = Single { back: true, ..single.clone() };
            actions.push(Action::Review(ReviewAction::Step(chosen)));
        }
    });
    actions
}

/// One's own quote that something was said of, with what was decided and
/// its threads.
fn own_quote(
    ui: &mut Ui,
    workspace: &Workspace,
    view: &mut View,
    document: &Document,
    board: &Board,
) -> Vec<Action> {
    let palette = theme::palette(ui);
    let own = |id| document.quote(id).filter(|quote| Some(quote.annotator) == workspace.author());
    let Some(quote) = view.selected.and_then(own) else { return Vec::new() };
    ui.add_space(space(1));
    card(palette).show(ui, |ui| {
        ui.set_width(ui.available_width());
        words_of(ui, document, quote);
        for decision in document.reviews_of(quote.id) {
            let by = workspace.registry().annotator_name(decision.annotator);
            let ruling = &decision.ruling;
            let said = choice_words(decision.kind, ruling.choice, ruling.reason.as_deref());
            ui.add_space(space(2));
            dim(ui, by);
            ui.add(egui::Label::new(RichText::new(said).color(palette.text)).wrap());
            let corrected = decision.result.filter(|_| ruling.choice == Choice::Correct);
            if let Some(corrected) = corrected.and_then(|id| document.quote(id)) {
                differences(ui, workspace, document, quote, corrected);
            }
        }
    });
    ui.add_space(space(1));
    comments::about(ui, workspace, view, Some(board), &[Anchor::Quote(quote.id)])
}

/// Where a correction differs from the quote.
fn differences(ui: &mut Ui, workspace: &Workspace, document: &Document, quote: &Quote, corrected: &Quote) {
    for aspect in FIELDS {
        let said = |quote| said_words(quote, *aspect, document, workspace.registry());
        let (was, own) = (said(quote), said(corrected));
        if was != own {
            let _ = field_row(ui, workspace, document, (quote, Some(own)), *aspect, None);
        }
    }
}

/// Undecided only, one speaker's, one type's.
fn filters(ui: &mut Ui, workspace: &Workspace, single: &Single, all: &[Step]) -> Vec<Action> {
    let mut actions = Vec::new();
    let mut step = |changed: Single| actions.push(Action::Review(ReviewAction::Step(changed)));
    ui.horizontal_wrapped(|ui| {
        let open = all.iter().filter(|step| !step.standing.is_decided()).count();
        let mut undecided = single.undecided;
        if check_box(ui, &mut undecided, &tr!("review-only-undecided", number = open)).changed() {
            step(Single { undecided, ..single.clone() });
        }
        let mut speakers: Vec<SpeakerId> = all.iter().flat_map(|step| step.quote.speakers.clone()).collect();
        speakers.sort_unstable();
        speakers.dedup();
        let name = |id: &SpeakerId| {
            workspace.registry().speakers.get(id).map_or("–", |s| s.name.as_str()).to_owned()
        };
        let shown = single.speaker.as_ref().map_or_else(|| tr!("review-every-speaker"), name);
        menu(ui, &shown, |ui| {
            let every = ui.button(tr!("review-every-speaker")).clicked().then_some(None);
            let one = speakers.iter().find(|id| ui.button(name(id)).clicked()).map(|id| Some(*id));
            if let Some(speaker) = every.or(one) {
                step(Single { speaker, ..single.clone() });
            }
        });
        let mut types: Vec<QuoteType> = all.iter().map(|step| step.quote.quote_type).collect();
        types.sort_unstable();
        types.dedup();
        let shown = single.quote_type.map_or_else(|| tr!("review-every-type"), words::quote_type);
        menu(ui, &shown, |ui| {
            let every = ui.button(tr!("review-every-type")).clicked().then_some(None);
            let one =
                types.iter().find(|one| ui.button(words::quote_type(**one)).clicked()).map(|one| Some(*one));
            if let Some(quote_type) = every.or(one) {
                step(Single { quote_type, ..single.clone() });
            }
        });
    });
    actions
}

fn menu(ui: &mut Ui, shown: &str, items: impl FnOnce(&mut Ui)) {
    let palette = theme::palette(ui);
    let text = RichText::new(shown).font(font(Face::Ui, type_scale::SECOND)).color(palette.text);
    let button = ui.add(Button::new(text).truncate());
    egui::Popup::menu(&button).show(items);
}

/// The quote as the colleague has it, the reviewer's correction beside it,
/// and what can be said of it.
fn quote_card(
    ui: &mut Ui,
    workspace: &Workspace,
    view: &View,
    document: &Document,
    step: &Step,
) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let quote = &*step.quote;
    let corrected = workspace.author().and_then(|reviewer| correction(document, reviewer, quote));
    card(palette).show(ui, |ui| {
        ui.push_id(quote.id, |ui| {
            ui.set_width(ui.available_width());
            words_of(ui, document, quote);
            ui.add_space(space(2));
            for aspect in FIELDS {
                let own =
                    corrected.map(|corrected| said_words(corrected, *aspect, document, workspace.registry()));
                actions.extend(field_row(ui, workspace, document, (quote, own), *aspect, view.review.focus));
            }
            ui.add_space(space(2));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space(1) + 2.0, space(1) + 2.0);
                let mut offer = |command: ReviewCommand, words: String| {
                    let key = view.keymap.shown(ui.ctx(), Command::Review(command));
                    if rows::keyed_button(ui, &key, &words, palette.text, &command.name()).clicked() {
                        actions.push(Action::Run(Command::Review(command)));
                    }
                };
                offer(ReviewCommand::Accept, tr!("review-accept-short"));
                offer(ReviewCommand::Reject, tr!("review-reject-short"));
                offer(ReviewCommand::Own, tr!("review-correct-short"));
                offer(ReviewCommand::Comment, tr!("review-comment-short"));
                if step.standing.is_decided() {
                    offer(ReviewCommand::Withdraw, tr!("review-withdraw-short"));
                }
            });
            standing(ui, workspace, document, step);
        });
    });
    actions
}

fn words_of(ui: &mut Ui, document: &Document, quote: &Quote) {
    let all: Vec<Span> = [Part::Content, Part::Cue].into_iter().flat_map(|role| quote.spans(role)).collect();
    let Some(hull) = spans::hull(&all) else { return };
    passage(ui, document, hull, &[]);
}

/// A field as the colleague has it; where the reviewer corrected it, that too.
fn field_row(
    ui: &mut Ui,
    workspace: &Workspace,
    document: &Document,
    (quote, own): (&Quote, Option<String>),
    aspect: Aspect,
    focus: Option<Aspect>,
) -> Option<Action> {
    let palette = theme::palette(ui);
    let said = said_words(quote, aspect, document, workspace.registry());
    let own = own.filter(|own| *own != said);
    let empty = said == tr!("review-none");
    let always = matches!(aspect, Aspect::Cue | Aspect::Type | Aspect::Source | Aspect::Speakers);
    if (empty && own.is_none() && !always && focus != Some(aspect))
        || aspect == Aspect::Content && own.is_none() && focus != Some(aspect)
    {
        return None;
    }
    let mut action = None;
    ui.horizontal_top(|ui| {
        if rows::name(ui, aspect, focus == Some(aspect)).clicked() {
            action = Some(super::case::focus(aspect));
        }
        let line = |ui: &mut Ui, words: &str, color, struck: bool, label: &str| {
            let strikethrough = if struck { Stroke::new(stroke::HAIR, color) } else { Stroke::NONE };
            let format =
                TextFormat { strikethrough, ..TextFormat::simple(font(Face::Ui, type_scale::UI), color) };
            let response =
                ui.add(egui::Label::new(LayoutJob::single_section(words.to_owned(), format)).truncate());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, label));
        };
        let struck = own.is_some();
        let color = if empty || struck { palette.dim } else { palette.text };
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space((size::HIT - type_scale::UI.line) / 2.0);
            line(ui, &said, color, struck, &format!("{}: {said}", aspect_name(aspect)));
            if let Some(own) = &own {
                let label = tr!(
                    "review-corrected-label",
                    field = aspect_name(aspect),
                    was = said.as_str(),
                    own = own.as_str()
                );
                line(ui, own, palette.accent, false, &label);
            }
        });
    });
    action
}

fn standing(ui: &mut Ui, workspace: &Workspace, document: &Document, step: &Step) {
    let palette = theme::palette(ui);
    let reason = || {
        let decision = document.review(workspace.author()?, step.quote.id)?;
        decision.ruling.reason.clone()
    };
    let words = match step.standing {
        Standing::Open => return,
        Standing::ChangedSince => {
            notice(ui, &tr!("review-asked-again"));
            return;
        }
        Standing::Decided(Choice::Reject) => reason().map_or_else(
            || tr!("review-rejected-plain"),
            |reason| tr!("review-rejected-because", reason = reason),
        ),
        Standing::Decided(Choice::Correct) => tr!("review-corrected"),
        Standing::Decided(_) => tr!("review-accepted"),
    };
    ui.add_space(space(1));
    ui.label(RichText::new(words).font(font(Face::UiMedium, type_scale::SECOND)).color(palette.accent));
}

fn list(ui: &mut Ui, workspace: &Workspace, view: &View, listed: &[Step], actions: &mut Vec<Action>) {
    for step in listed.iter().filter(|step| Some(step.quote.id) != view.selected) {
        if row(ui, workspace, step) {
            actions.push(Action::Select { quote: Some(step.quote.id), reveal: true });
        }
    }
    if listed.is_empty() {
        ui.add_space(space(2));
        dim(ui, tr!("review-no-quotes"));
    }
}

/// One quote in two lines with the sign of its decision; true when clicked.
fn row(ui: &mut Ui, workspace: &Workspace, step: &Step) -> bool {
    let palette = theme::palette(ui);
    let wanted = vec2(ui.available_width(), size::QUOTE_ROW);
    let (rect, response) =
        ui.push_id(step.quote.id, |ui| ui.allocate_exact_size(wanted, Sense::click())).inner;
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::FIELD), palette.hover);
    }
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(radius::FIELD), ring, StrokeKind::Inside);
    }
    let (sign, color, said) = match step.standing {
        Standing::Open => ("", palette.dim, tr!("review-state-open")),
        Standing::ChangedSince => (icon::REFRESH_CW, palette.warn, tr!("review-changed-since")),
        Standing::Decided(Choice::Reject) => (icon::X, palette.warn, tr!("review-state-rejected")),
        Standing::Decided(Choice::Correct) => (icon::PENCIL, palette.accent, tr!("review-state-corrected")),
        Standing::Decided(_) => (icon::CHECK, palette.accent, tr!("review-state-accepted")),
    };
    let centre = pos2(rect.left() + space(2), rect.top() + space(1) + type_scale::QUOTE.line / 2.0);
    if sign.is_empty() {
        ui.painter().circle_stroke(centre, space(1), Stroke::new(stroke::HAIR, palette.dim));
    } else {
        crate::gui::widgets::paint_icon(ui, centre, sign, color);
    }
    let left = rect.left() + space(5);
    let line = |words: String, face: Face, scale, ink| {
        let mut job = LayoutJob::simple_singleline(words, font(face, scale), ink);
        job.wrap = TextWrapping::truncate_at_width(rect.right() - left - space(1));
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let names = crate::gui::panels::quotes::speaker_names(workspace, &step.quote);
    let quote_type = words::quote_type(step.quote.quote_type);
    let about = format!("{names} {} {quote_type} {} {said}", icon::DOT, icon::DOT);
    let words = step.quote.words().replace('\n', " ");
    let first = line(words.clone(), Face::Reading, type_scale::QUOTE, palette.text);
    let second = line(about.clone(), Face::Ui, type_scale::SECOND, palette.dim);
    ui.painter().galley(pos2(left, rect.top() + space(1)), first, palette.text);
    ui.painter().galley(pos2(left, rect.bottom() - space(1) - second.size().y), second, palette.dim);
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Button,
            true,
            tr!("review-step-label", words = words.as_str(), about = about.as_str()),
        )
    });
    response.clicked()
}
