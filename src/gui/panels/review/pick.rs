//! A value of one's own from a list: a type, a medium, a kind of mention, a
//! speaker, the quote that it lies in, an attribute.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use egui::{Key, Modifiers, RichText, Ui};

use crate::gui::action::Action;
use crate::gui::candidates;
use crate::gui::panels::popups::field;
use crate::gui::review::{Picked, ReviewAction, aspect_name, media_words};
use crate::gui::theme::{self, Face, font, size, space, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, heading, key_cap};
use crate::gui::words::{self, tr};
use crate::model::{AnnotatorId, Aspect, Medium, Mention, Quote, QuoteType, fold};
use crate::workspace::Workspace;

pub fn show(
    ui: &mut Ui,
    workspace: &Workspace,
    view: &View,
    aspect: Aspect,
    (typed, chosen): (&mut String, &mut usize),
) -> Vec<Action> {
    ui.set_width(size::POPUP);
    heading(ui, &tr!("review-pick", field = aspect_name(aspect)));
    ui.add_space(space(2));
    let create = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let down = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown));
    let up = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp));
    let before = typed.clone();
    let entered = field(ui, typed, &tr!("review-pick-hint"));
    let offered = offered(workspace, view, aspect, typed);
    if *typed != before {
        *chosen = 0;
    }
    *chosen = (*chosen + down).saturating_sub(up).min(offered.len().saturating_sub(1));
    ui.add_space(space(2));
    let mut picked = None;
    for (place, (words, value)) in offered.iter().enumerate() {
        if candidate(ui, words, place == *chosen) {
            picked = Some(value.clone());
        }
    }
    if entered && !create {
        picked = picked.or_else(|| offered.get(*chosen).map(|(_, value)| value.clone()));
    }
    let name = typed.trim().to_owned();
    if aspect.speakers_of().is_some() && !name.is_empty() {
        let new = ui.horizontal(|ui| {
            let clicked = ui.button(tr!("review-new-speaker", name = name.as_str())).clicked();
            key_cap(ui, if offered.is_empty() { "Enter" } else { "Ctrl Enter" });
            clicked
        });
        if new.inner || create || (entered && offered.is_empty()) {
            picked = Some(Picked::NewSpeaker(name));
        }
    } else if offered.is_empty() {
        dim(ui, tr!("review-pick-nothing"));
    }
    picked.map(|value| Action::Review(ReviewAction::Pick(aspect, value))).into_iter().collect()
}

/// What can be picked, as far as it has what is typed.
fn offered(workspace: &Workspace, view: &View, aspect: Aspect, typed: &str) -> Vec<(String, Picked)> {
    if aspect.speakers_of().is_some() {
        let name = |id| workspace.registry().speakers.get(&id).map(|speaker| speaker.name.clone());
        let speakers = candidates::matching(workspace, typed).into_iter();
        return speakers.filter_map(|id| Some((name(id)?, Picked::Speaker(id)))).collect();
    }
    let values: Vec<(String, Picked)> = match aspect {
        Aspect::Type => {
            let all = QuoteType::ALL.iter();
            all.map(|value| (words::quote_type(*value), Picked::Type(*value))).collect()
        }
        Aspect::Mention => {
            let kinds =
                Mention::ALL.iter().map(|value| (words::mention(*value), Picked::Mention(Some(*value))));
            kinds.chain([(tr!("review-none"), Picked::Mention(None))]).collect()
        }
        Aspect::Medium => {
            let sets = (1..1 << Medium::ALL.len()).map(media).chain([Vec::new()]);
            sets.map(|media| (media_words(&media), Picked::Media(media))).collect()
        }
        Aspect::Parent => parents(workspace, view),
        Aspect::Attributes => attributes(workspace, typed),
        _ => Vec::new(),
    };
    let wanted = fold(typed.trim());
    values.into_iter().filter(|(words, _)| fold(words).contains(&wanted)).collect()
}

/// The adjudicated quotes that the selected group's could lie in.
fn parents(workspace: &Workspace, view: &View) -> Vec<(String, Picked)> {
    let board = view.review.board.as_ref();
    let case = board.and_then(|board| Some(board.case(board.place_of(view.selected?)?)?.0));
    let own = case.and_then(|case| case.result);
    let decided = workspace.document().into_iter().flat_map(|d| d.quotes_of(AnnotatorId::ADJUDICATED));
    let others = decided.filter(|quote| Some(quote.id) != own);
    let parent = |quote: &Arc<Quote>| (quote.words().replace('\n', " "), Picked::Parent(Some(quote.id)));
    others.map(parent).chain([(tr!("review-none"), Picked::Parent(None))]).collect()
}

/// What is typed as "name: value", the article's attributes, and each left
/// out.
fn attributes(workspace: &Workspace, typed: &str) -> Vec<(String, Picked)> {
    let quotes = workspace.document().into_iter().flat_map(|document| &document.quotes);
    let there: BTreeMap<(String, String), serde_json::Value> = quotes
        .flat_map(|quote| &quote.attributes)
        .map(|(name, value)| ((name.clone(), value.to_string()), value.clone()))
        .collect();
    let names: BTreeSet<&String> = there.keys().map(|(name, _)| name).collect();
    let shown = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let given = typed.split_once(':').map(|(name, value)| (name.trim(), value.trim()));
    let new = given.filter(|(name, value)| !name.is_empty() && !value.is_empty());
    let new = new.map(|(name, value)| (name.to_owned(), serde_json::Value::from(value)));
    let known = there.iter().map(|((name, _), value)| (name.clone(), value.clone()));
    let mut offered: Vec<(String, Picked)> = Vec::new();
    for (name, value) in known.chain(new) {
        let words = format!("{name}: {}", shown(&value));
        if offered.iter().all(|(other, _)| *other != words) {
            offered.push((words, Picked::Attribute(name, Some(value))));
        }
    }
    let without =
        |name: &String| (tr!("review-without", name = name.as_str()), Picked::Attribute(name.clone(), None));
    offered.extend(names.into_iter().map(without));
    offered
}

/// The media of a number's bits.
fn media(bits: usize) -> Vec<Medium> {
    let chosen = Medium::ALL.iter().enumerate().filter(|(place, _)| bits & (1 << place) != 0);
    chosen.map(|(_, medium)| *medium).collect()
}

fn candidate(ui: &mut Ui, words: &str, chosen: bool) -> bool {
    let palette = theme::palette(ui);
    let face = if chosen { Face::UiSemibold } else { Face::Ui };
    let fill = if chosen { palette.accent_ground } else { palette.field };
    let text = RichText::new(words).font(font(face, type_scale::UI)).color(palette.text);
    let wide = egui::vec2(ui.available_width(), size::HIT);
    ui.push_id(words, |ui| ui.add(egui::Button::new(text).truncate().fill(fill).min_size(wide)))
        .inner
        .clicked()
}
