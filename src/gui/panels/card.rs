//! The selected quote as a card.

use egui::{Color32, CornerRadius, Margin, RichText, Role as Access, Stroke, TextEdit, Ui, WidgetInfo, vec2};

use super::quotes::color_of;
use crate::edit::{ClaimFields, Edit, QuoteChange};
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::page::Hues;
use crate::gui::theme::{self, Face, font, radius, size, space, stroke, type_scale};
use crate::gui::view::{Popup, View};
use crate::gui::widgets::{chip, cross, dim, key_cap, quiet_button};
use crate::gui::words;
use crate::model::{Medium, Mention, Quote, QuoteType, Role, SpeakerId};
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View, quote: &Quote, hues: &Hues) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let color = color_of(ui, quote, hues);
    egui::Frame::NONE
        .fill(palette.field)
        .stroke(Stroke::new(stroke::HAIR, palette.line))
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(Margin::same(space(3) as i8))
        .show(ui, |ui| {
            ui.push_id(quote.id, |ui| {
                content(ui, quote, color);
                ui.add_space(space(2));
                row(ui, "Type", |ui| actions.extend(types(ui, quote)));
                row(ui, "Speaker", |ui| actions.extend(linked(ui, workspace, quote, Role::Source, hues)));
                if quote.speakers.is_empty() {
                    row(ui, "", |ui| actions.extend(candidates(ui, workspace, quote, hues)));
                }
                row(ui, "Source", |ui| actions.extend(source(ui, quote)));
                row(ui, "Cue", |ui| actions.extend(part(ui, quote, Role::Cue, "C")));
                row(ui, "To", |ui| {
                    actions.extend(named_part(ui, workspace, quote, Role::Addressee, "A", hues));
                });
                row(ui, "Relay", |ui| {
                    actions.extend(named_part(ui, workspace, quote, Role::Relay, "R", hues));
                });
                row(ui, "Medium", |ui| actions.extend(media(ui, quote)));
                row(ui, "Claim", |ui| actions.extend(claim(ui, workspace, view, quote)));
                row(ui, "Note", |ui| actions.extend(note(ui, view, quote)));
            });
        });
    actions
}

fn content(ui: &mut Ui, quote: &Quote, color: Color32) {
    let palette = theme::palette(ui);
    let response = egui::Frame::NONE
        .inner_margin(Margin { left: space(3) as i8, ..Margin::ZERO })
        .show(ui, |ui| {
            let words = shortened(&quote.words());
            let words = RichText::new(words).font(font(Face::Reading, type_scale::QUOTE)).color(palette.text);
            ui.add(egui::Label::new(words.line_height(Some(type_scale::QUOTE.line))).wrap());
        })
        .response;
    let bar = response.rect.with_max_x(response.rect.left() + size::BAR);
    ui.painter().rect_filled(bar, CornerRadius::ZERO, color);
}

/// A quote over many lines would push the rest of the card out of sight.
fn shortened(words: &str) -> String {
    let words = words.replace('\n', " ");
    if words.chars().count() <= size::CARD_WORDS {
        return words;
    }
    words.chars().take(size::CARD_WORDS).collect::<String>() + theme::icon::ELLIPSIS
}

/// One line of the card: what it is, and its value.
fn row(ui: &mut Ui, name: &str, value: impl FnOnce(&mut Ui)) {
    let palette = theme::palette(ui);
    ui.horizontal_top(|ui| {
        ui.allocate_ui(vec2(size::CARD_LABEL, size::HIT), |ui| {
            ui.set_min_size(vec2(size::CARD_LABEL, size::HIT));
            ui.add_space(space(1));
            ui.label(RichText::new(name).font(font(Face::Ui, type_scale::SECOND)).color(palette.dim));
        });
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space(1), space(1));
                value(ui);
            });
        });
    });
}

fn types(ui: &mut Ui, quote: &Quote) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let common = [QuoteType::Direct, QuoteType::Mixed, QuoteType::Indirect];
    let choose = |quote_type| change(quote, QuoteChange::Type(quote_type));
    for quote_type in common {
        let chosen = quote.quote_type == quote_type;
        let face = if chosen { Face::UiSemibold } else { Face::Ui };
        let ink = if chosen { palette.accent } else { palette.dim };
        let words =
            RichText::new(words::quote_type(quote_type)).font(font(face, type_scale::SECOND)).color(ink);
        if ui.add(egui::Button::new(words).selected(chosen).fill(fill(palette, chosen))).clicked() && !chosen
        {
            actions.push(choose(quote_type));
        }
    }
    let other = !common.contains(&quote.quote_type);
    let words = if other { words::quote_type(quote.quote_type) } else { "…".to_owned() };
    let ink = if other { palette.accent } else { palette.dim };
    let words = RichText::new(words).font(font(Face::Ui, type_scale::SECOND)).color(ink);
    let more = ui.add(egui::Button::new(words).fill(fill(palette, other)));
    more.widget_info(|| WidgetInfo::labeled(Access::Button, true, "Other types"));
    egui::Popup::menu(&more).show(|ui| {
        for quote_type in QuoteType::ALL.iter().filter(|other| !common.contains(other)) {
            if ui.button(words::quote_type(*quote_type)).clicked() {
                actions.push(choose(*quote_type));
            }
        }
    });
    actions
}

fn fill(palette: &theme::Palette, chosen: bool) -> Color32 {
    if chosen { palette.accent_ground } else { palette.field }
}

/// The speakers of a part as chips, each with a cross to unlink it.
fn linked(ui: &mut Ui, workspace: &Workspace, quote: &Quote, role: Role, hues: &Hues) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let link = Action::Show(Popup::LinkSpeaker { quote: quote.id, role, words: String::new(), chosen: 0 });
    for id in quote.speakers_of(role) {
        let name = workspace.registry().speakers.get(id).map_or("–", |speaker| speaker.name.as_str());
        let color = hues.get(id).map_or(palette.dim, |hue| hue.color(palette));
        if chip(ui, color, name, &format!("Speaker {name}")).on_hover_text(name).clicked() {
            actions.push(link.clone());
        }
        if cross(ui, &format!("Unlink {name}")).clicked() {
            actions.push(change(quote, QuoteChange::Unlink(role, *id)));
        }
    }
    if quote.speakers_of(role).is_empty() && role == Role::Source {
        if quiet_button(ui, "Link a speaker").clicked() {
            actions.push(link);
        }
        key_cap(ui, "L");
    }
    actions
}

/// The speakers that the number keys link.
fn candidates(ui: &mut Ui, workspace: &Workspace, quote: &Quote, hues: &Hues) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    for (place, id) in words::listed_speakers(workspace).into_iter().take(size::CANDIDATES).enumerate() {
        let Some(speaker) = workspace.registry().speakers.get(&id) else { continue };
        let color = hues.get(&id).map_or(palette.dim, |hue| hue.color(palette));
        ui.horizontal(|ui| {
            key_cap(ui, &(place + 1).to_string());
            let label = format!("Link {}", speaker.name);
            if chip(ui, color, &speaker.name, &label).clicked() {
                actions.push(change(quote, QuoteChange::Link(Role::Source, id)));
            }
        });
    }
    actions
}

fn source(ui: &mut Ui, quote: &Quote) -> Vec<Action> {
    let mut actions = part(ui, quote, Role::Source, "S");
    if quote.source.is_empty() {
        return actions;
    }
    let kind = quote.mention.map_or_else(|| "which kind?".to_owned(), words::mention);
    let button = quiet_button(ui, &kind);
    button.widget_info(|| WidgetInfo::labeled(Access::Button, true, format!("Kind of mention: {kind}")));
    egui::Popup::menu(&button).show(|ui| {
        for mention in Mention::ALL {
            if ui.button(words::mention(*mention)).clicked() {
                actions.push(change(quote, QuoteChange::Mention(Some(*mention))));
            }
        }
    });
    actions
}

/// The words of a part, with a cross to take it away, or how to mark it.
fn part(ui: &mut Ui, quote: &Quote, role: Role, key: &str) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let pieces = quote.pieces(role);
    if pieces.is_empty() {
        dim(ui, format!("select the {role}, then"));
        key_cap(ui, key);
        return actions;
    }
    let words = pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" … ");
    let shown = if quote.mention == Some(Mention::Clitic) && role == Role::Source {
        format!("-{words}")
    } else {
        words
    };
    let room = ui.available_width() - size::HIT - if role == Role::Source { size::NAMES_LEAST } else { 0.0 };
    egui::Frame::NONE
        .stroke(Stroke::new(stroke::HAIR, palette.edge))
        .corner_radius(CornerRadius::same(radius::KEY))
        .inner_margin(Margin::symmetric(space(2) as i8, 2))
        .show(ui, |ui| {
            ui.set_max_width(room.max(size::HIT));
            ui.add(egui::Label::new(RichText::new(shown.replace('\n', " ")).color(palette.text)).truncate());
        });
    if cross(ui, &format!("Take the {role} away")).clicked() {
        actions.push(change(quote, QuoteChange::Spans(role, Vec::new())));
    }
    actions
}

/// A part that refers to someone: its words, then who that is.
fn named_part(
    ui: &mut Ui,
    workspace: &Workspace,
    quote: &Quote,
    role: Role,
    key: &str,
    hues: &Hues,
) -> Vec<Action> {
    let mut actions = part(ui, quote, role, key);
    actions.extend(linked(ui, workspace, quote, role, hues));
    if !quote.pieces(role).is_empty()
        && quote.speakers_of(role).is_empty()
        && quiet_button(ui, "Who is it?").clicked()
    {
        actions.push(Action::Show(Popup::LinkSpeaker {
            quote: quote.id,
            role,
            words: first_words(quote, role),
            chosen: 0,
        }));
    }
    actions
}

fn first_words(quote: &Quote, role: Role) -> String {
    quote.pieces(role).first().map(|piece| piece.text.clone()).unwrap_or_default()
}

fn media(ui: &mut Ui, quote: &Quote) -> Vec<Action> {
    let mut actions = Vec::new();
    for medium in Medium::ALL {
        let mut on = quote.medium.contains(medium);
        if ui
            .checkbox(&mut on, RichText::new(medium.name()).font(font(Face::Ui, type_scale::SECOND)))
            .changed()
        {
            let others = quote.medium.iter().filter(|other| *other != medium).copied();
            let media = others.chain(on.then_some(*medium)).collect();
            actions.push(change(quote, QuoteChange::Medium(media)));
        }
    }
    actions
}

fn claim(ui: &mut Ui, workspace: &Workspace, view: &mut View, quote: &Quote) -> Vec<Action> {
    let mut actions = Vec::new();
    let claim = workspace.document().and_then(|document| document.claim_on(quote.id));
    let Some(claim) = claim else {
        if quiet_button(ui, "Make a claim of it").clicked() {
            actions.push(Action::Perform(Edit::AddClaim {
                quote: Some(quote.id),
                spans: Vec::new(),
                fields: ClaimFields::default(),
            }));
        }
        key_cap(ui, "X");
        return actions;
    };
    let field = TextEdit::multiline(&mut view.draft.statement)
        .hint_text("The claim in your own words")
        .desired_rows(1)
        .desired_width(ui.available_width() - size::HIT - space(1));
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Access::TextInput, true, "The claim in your own words"));
    let statement = Some(view.draft.statement.trim().to_owned()).filter(|words| !words.is_empty());
    if response.lost_focus() && statement != claim.statement {
        let fields = ClaimFields { statement, ..ClaimFields::from(claim.as_ref()) };
        actions.push(Action::Perform(Edit::ChangeClaim { claim: claim.id, fields }));
    }
    if cross(ui, "Take the claim away").clicked() {
        actions.push(Action::Run(Command::MarkClaim));
    }
    actions
}

fn note(ui: &mut Ui, view: &mut View, quote: &Quote) -> Vec<Action> {
    let field = TextEdit::multiline(&mut view.draft.note)
        .hint_text("Add a note")
        .desired_rows(1)
        .desired_width(ui.available_width());
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Access::TextInput, true, "Note"));
    let note = Some(view.draft.note.trim().to_owned()).filter(|note| !note.is_empty());
    if response.lost_focus() && view.draft.quote == Some(quote.id) && note != quote.note {
        return vec![change(quote, QuoteChange::Note(note))];
    }
    Vec::new()
}

fn change(quote: &Quote, change: QuoteChange) -> Action {
    Action::Perform(Edit::ChangeQuote { quote: quote.id, change })
}

/// Who a part refers to, whatever the part.
pub fn is_linked(quote: &Quote, speaker: SpeakerId) -> bool {
    Role::ALL.iter().any(|role| quote.speakers_of(*role).contains(&speaker))
}
