//! The selected quote as a card.

mod part;
mod parties;

use egui::{Color32, CornerRadius, Margin, RichText, Role as Access, Sense, Stroke, Ui, WidgetInfo};

use super::parts::{Typing, framed_card, note_typing, pill, quiet, quiet_cross, row, segmented};
use super::quotes::color_of;
use crate::edit::{ClaimFields, Edit, QuoteChange};
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::page::Hues;
use crate::gui::theme::{self, Face, font, radius, size, space, stroke, type_scale};
use crate::gui::view::{Tab, View};
use crate::gui::widgets::key_cap;
use crate::gui::words::{self, tr};
use crate::model::{Medium, Quote, QuoteType, Role, SpeakerId};
use crate::workspace::Workspace;

/// What the lines of a card are made from.
#[derive(Clone, Copy)]
struct Card<'a> {
    workspace: &'a Workspace,
    quote: &'a Quote,
    hues: &'a Hues,
}

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View, quote: &Quote, hues: &Hues) -> Vec<Action> {
    let mut actions = Vec::new();
    let card = Card { workspace, quote, hues };
    framed_card(ui, |ui| {
        ui.push_id(quote.id, |ui| {
            actions.extend(content(ui, quote, color_of(ui, quote, hues)));
            ui.add_space(space(2));
            actions.extend(card.lines(ui, view));
        });
    });
    actions
}

impl Card<'_> {
    fn lines(self, ui: &mut Ui, view: &mut View) -> Vec<Action> {
        let mut actions = Vec::new();
        row(ui, &tr!("side-type"), |ui| actions.extend(types(ui, self.quote)));
        row(ui, &tr!("side-speaker"), |ui| actions.extend(self.linked(ui, view, Role::Source)));
        // A guess that was filled in can be put right by a number.
        if self.quote.speakers.is_empty() || view.suggestions.made == Some(self.quote.id) {
            actions.extend(self.candidates(ui, view));
        }
        row(ui, &tr!("side-source"), |ui| actions.extend(self.source(ui, view)));
        row(ui, &tr!("side-cue"), |ui| actions.extend(self.part(ui, view, Role::Cue, 0.0)));
        row(ui, &tr!("side-addressee"), |ui| actions.extend(self.party(ui, view, Role::Addressee)));
        row(ui, &tr!("side-relay"), |ui| actions.extend(self.party(ui, view, Role::Relay)));
        if let Some(parent) = self.quote.parent {
            row(ui, &tr!("side-parent"), |ui| actions.extend(self.parent(ui, parent)));
        }
        row(ui, &tr!("side-medium"), |ui| actions.extend(media(ui, self.quote)));
        row(ui, &tr!("side-claim"), |ui| actions.extend(claim(ui, self.workspace, view, self.quote)));
        row(ui, &tr!("side-note"), |ui| note(ui, view));
        actions
    }

    /// The quote that this one lies in.
    fn parent(self, ui: &mut Ui, parent: crate::model::QuoteId) -> Vec<Action> {
        let mut actions = Vec::new();
        let outer = self.workspace.document().and_then(|document| document.quote(parent));
        let words = outer.map_or_else(|| "–".to_owned(), |outer| outer.words().replace('\n', " "));
        let label = tr!("side-parent-open", words = words.as_str());
        if pill(ui, &words, &label, size::HIT).clicked() {
            actions.push(Action::Select { quote: Some(parent), reveal: true });
        }
        if quiet_cross(ui, &tr!("side-parent-leave")).clicked() {
            actions.push(change(self.quote, QuoteChange::Parent(None)));
        }
        actions
    }
}

/// The words, with a bar in the speaker's colour; a click shows them on the
/// page.
fn content(ui: &mut Ui, quote: &Quote, color: Color32) -> Option<Action> {
    let palette = theme::palette(ui);
    let inside =
        egui::Frame::NONE.inner_margin(Margin { left: space(3) as i8, ..Margin::ZERO }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let words = shortened(&quote.words());
            let words = RichText::new(words).font(font(Face::Reading, type_scale::QUOTE)).color(palette.text);
            ui.add(
                egui::Label::new(words.line_height(Some(type_scale::QUOTE.line)))
                    .wrap()
                    .sense(Sense::click()),
            )
        });
    let bar = inside.response.rect.with_max_x(inside.response.rect.left() + size::BAR);
    ui.painter().rect_filled(bar, CornerRadius::ZERO, color);
    let response = inside.inner;
    response.widget_info(|| {
        WidgetInfo::labeled(Access::Button, true, tr!("side-show-on-page", words = quote.words()))
    });
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        let around = response.rect.expand(2.0);
        ui.painter().rect_stroke(around, CornerRadius::same(radius::FRAME), ring, egui::StrokeKind::Inside);
    }
    response.clicked().then_some(Action::Select { quote: Some(quote.id), reveal: true })
}

/// A quote over many lines would push the rest of the card out of sight.
fn shortened(words: &str) -> String {
    let words = words.replace('\n', " ");
    if words.chars().count() <= size::CARD_WORDS {
        return words;
    }
    words.chars().take(size::CARD_WORDS).collect::<String>() + theme::icon::ELLIPSIS
}

/// The common types side by side, as many as there is room for; the others
/// behind them.
fn types(ui: &mut Ui, quote: &Quote) -> Option<Action> {
    let mut shown = vec![QuoteType::Direct, QuoteType::Mixed, QuoteType::Indirect];
    if !shown.contains(&quote.quote_type) {
        shown.pop();
        shown.push(quote.quote_type);
    }
    let wide = |ui: &Ui, types: &[QuoteType]| -> f32 {
        let face = font(Face::UiSemibold, type_scale::LABEL);
        let word = |of: &QuoteType| {
            let words = words::quote_type(*of);
            ui.painter().layout_no_wrap(words, face.clone(), Color32::PLACEHOLDER).size().x + space(2)
        };
        types.iter().map(word).sum()
    };
    let room = ui.available_width() - size::HIT - space(1);
    while shown.len() > 1 && wide(ui, &shown) > room {
        let last = shown.iter().rposition(|other| *other != quote.quote_type).unwrap_or(0);
        shown.remove(last);
    }
    let choices: Vec<_> = shown.iter().map(|of| (*of, words::quote_type(*of))).collect();
    let mut chosen = ui
        .scope(|ui| {
            ui.set_max_width(room);
            segmented(ui, &choices, &|of| of == quote.quote_type)
        })
        .inner;
    let more = quiet(ui, theme::icon::ELLIPSIS);
    more.widget_info(|| WidgetInfo::labeled(Access::Button, true, tr!("side-other-types")));
    egui::Popup::menu(&more).show(|ui| {
        for of in QuoteType::ALL {
            if ui.selectable_label(*of == quote.quote_type, words::quote_type(*of)).clicked() {
                chosen = Some(*of);
            }
        }
    });
    let other = chosen.filter(|of| *of != quote.quote_type)?;
    Some(change(quote, QuoteChange::Type(other)))
}

fn media(ui: &mut Ui, quote: &Quote) -> Option<Action> {
    let choices: Vec<_> = Medium::ALL.iter().map(|medium| (*medium, medium_name(*medium))).collect();
    let clicked = segmented(ui, &choices, &|medium| quote.medium.contains(&medium))?;
    let on = !quote.medium.contains(&clicked);
    let others = quote.medium.iter().filter(|other| **other != clicked).copied();
    Some(change(quote, QuoteChange::Medium(others.chain(on.then_some(clicked)).collect())))
}

fn medium_name(medium: Medium) -> String {
    tr!(match medium {
        Medium::Speech => "side-medium-speech",
        Medium::Thought => "side-medium-thought",
        Medium::Writing => "side-medium-writing",
    })
}

fn claim(ui: &mut Ui, workspace: &Workspace, view: &mut View, quote: &Quote) -> Vec<Action> {
    let mut actions = Vec::new();
    let claim = workspace.document().and_then(|document| document.claim_on(quote.id));
    let Some(claim) = claim else {
        if quiet(ui, &tr!("side-claim-make")).clicked() {
            actions.push(Action::Perform(Edit::AddClaim {
                quote: Some(quote.id),
                spans: Vec::new(),
                fields: ClaimFields::default(),
            }));
        }
        key_cap(ui, &view.keymap.shown(ui.ctx(), Command::MarkClaim));
        return actions;
    };
    let beside = 2.0 * (size::HIT + space(1));
    if let Some(form) = view.forms.claim.as_mut().filter(|form| form.fields.claim == claim.id) {
        let typing = Typing {
            words: &mut form.fields.statement,
            name: &tr!("side-claim-statement"),
            hint: &tr!("side-claim-statement"),
            lines: true,
            framed: false,
        };
        let room = egui::vec2((ui.available_width() - beside).max(size::HIT), size::HIT);
        let response = ui.allocate_ui(room, |ui| typing.show(ui)).inner;
        note_typing(ui, &response, &mut form.typed);
    }
    let more = quiet(ui, theme::icon::ELLIPSIS);
    more.widget_info(|| WidgetInfo::labeled(Access::Button, true, tr!("side-claim-open")));
    if more.on_hover_text(tr!("side-claim-open")).clicked() {
        actions.push(Action::OpenClaim(Some(claim.id)));
        actions.push(Action::ShowTab(Tab::Claims));
    }
    if quiet_cross(ui, &tr!("side-claim-delete")).clicked() {
        actions.push(Action::Perform(Edit::DeleteClaim(claim.id)));
    }
    actions
}

fn note(ui: &mut Ui, view: &mut View) {
    let Some(form) = &mut view.forms.quote else { return };
    let typing = Typing {
        words: &mut form.fields.note,
        name: &tr!("side-note"),
        hint: &tr!("side-note-add"),
        lines: true,
        framed: false,
    };
    let response = typing.show(ui);
    note_typing(ui, &response, &mut form.typed);
}

fn change(quote: &Quote, change: QuoteChange) -> Action {
    Action::Perform(Edit::ChangeQuote { quote: quote.id, change })
}

/// Who a part refers to, whatever the part.
pub fn is_linked(quote: &Quote, speaker: SpeakerId) -> bool {
    Role::ALL.iter().any(|role| quote.speakers_of(*role).contains(&speaker))
}
