//! A value of one's own from a list: a type, a medium, a kind of mention, a
//! speaker.

use egui::{Key, Modifiers, RichText, Ui};

use crate::gui::action::Action;
use crate::gui::candidates;
use crate::gui::panels::popups::field;
use crate::gui::review::{Picked, ReviewAction, aspect_name, media_words};
use crate::gui::theme::{self, Face, font, size, space, type_scale};
use crate::gui::widgets::{dim, heading, key_cap};
use crate::gui::words::{self, tr};
use crate::model::{Aspect, Medium, Mention, QuoteType, fold};
use crate::workspace::Workspace;

pub fn show(
    ui: &mut Ui,
    workspace: &Workspace,
    aspect: Aspect,
    typed: &mut String,
    chosen: &mut usize,
) -> Vec<Action> {
    ui.set_width(size::POPUP);
    heading(ui, &tr!("review-pick", field = aspect_name(aspect)));
    ui.add_space(space(2));
    let create = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let down = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown));
    let up = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp));
    let before = typed.clone();
    let entered = field(ui, typed, &tr!("review-pick-hint"));
    let offered = offered(workspace, aspect, typed);
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
fn offered(workspace: &Workspace, aspect: Aspect, typed: &str) -> Vec<(String, Picked)> {
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
        _ => Vec::new(),
    };
    let wanted = fold(typed.trim());
    values.into_iter().filter(|(words, _)| fold(words).contains(&wanted)).collect()
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
