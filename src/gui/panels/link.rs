//! Linking a speaker by typing a part of the name.

use egui::{Key, Modifiers, RichText, Ui};

use super::{popups, speakers};
use crate::edit::{Edit, SpeakerFields};
use crate::gui::action::Action;
use crate::gui::theme::{self, Face, font, size, space, type_scale};
use crate::gui::widgets::{dim, heading, key_cap};
use crate::gui::words;
use crate::model::{QuoteId, Role, SpeakerId, SpeakerKind};
use crate::workspace::Workspace;

pub fn show(
    ui: &mut Ui,
    workspace: &Workspace,
    quote: QuoteId,
    role: Role,
    typed: &mut String,
    chosen: &mut usize,
) -> Vec<Action> {
    ui.set_width(size::POPUP);
    heading(ui, &format!("Who is the {role}?"));
    ui.add_space(space(2));
    let create = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let down = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown));
    let up = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp));
    let before = typed.clone();
    let entered = popups::field(ui, typed, "Part of a name or alias");
    let found = words::matching_speakers(workspace, typed);
    if *typed != before {
        *chosen = 0;
    }
    *chosen = (*chosen + down).saturating_sub(up).min(found.len().saturating_sub(1));
    ui.add_space(space(2));
    let mut clicked = None;
    for (place, id) in found.iter().enumerate() {
        if candidate(ui, workspace, *id, place == *chosen) {
            clicked = Some(*id);
        }
    }
    let name = typed.trim().to_owned();
    let mut new = create && !name.is_empty();
    if !name.is_empty() {
        ui.horizontal(|ui| {
            let words = format!("New speaker “{name}”");
            new |= ui.add(egui::Button::new(words).truncate()).clicked();
            key_cap(ui, if found.is_empty() { "Enter" } else { "Ctrl Enter" });
        });
    } else if found.is_empty() {
        dim(ui, "The registry is empty. Type a name to begin it.");
    }
    new |= entered && found.is_empty() && !name.is_empty();
    let picked = clicked.or_else(|| found.get(*chosen).copied().filter(|_| entered && !new));
    let edit = match picked {
        _ if new => {
            let kind = if role == Role::Relay { SpeakerKind::Organisation } else { SpeakerKind::Person };
            Edit::LinkNewSpeaker {
                quote,
                role,
                speaker: SpeakerFields { kind, ..SpeakerFields::named(name) },
            }
        }
        Some(speaker) => speakers::link(quote, role, speaker),
        None => return Vec::new(),
    };
    vec![Action::Perform(edit), Action::ClosePopup]
}

/// One speaker that the words may mean; true when clicked.
fn candidate(ui: &mut Ui, workspace: &Workspace, id: SpeakerId, chosen: bool) -> bool {
    let palette = theme::palette(ui);
    let Some(speaker) = workspace.registry().speakers.get(&id) else { return false };
    let face = if chosen { Face::UiSemibold } else { Face::Ui };
    let mut words = speaker.name.clone();
    if !speaker.aliases.is_empty() {
        words = format!("{words} ({})", speaker.aliases.join(", "));
    }
    let text = RichText::new(words).font(font(face, type_scale::UI)).color(palette.text);
    let fill = if chosen { palette.accent_ground } else { palette.field };
    let button =
        egui::Button::new(text).truncate().fill(fill).min_size(egui::vec2(ui.available_width(), size::HIT));
    ui.push_id(id, |ui| ui.add(button)).inner.clicked()
}
