//! Linking a speaker by typing a part of the name.

use egui::{CornerRadius, Key, Modifiers, Role as Access, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::parts::{avatar, focus_ring, segmented};
use super::{popups, speakers};
use crate::edit::{Edit, QuoteChange, SpeakerFields};
use crate::gui::action::Action;
use crate::gui::candidates::{self, Match, NUMBERED};
use crate::gui::command::shown;
use crate::gui::page::Hues;
use crate::gui::theme::{self, Face, font, icon, radius, size, space, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, heading, key_cap};
use crate::gui::words::tr;
use crate::model::{QuoteId, Role, Speaker, SpeakerId, SpeakerKind};
use crate::workspace::Workspace;

/// As many speakers are found at once.
const FOUND: usize = 50;

/// What is being asked.
pub struct Question<'a> {
    pub quote: QuoteId,
    pub role: Role,
    pub words: &'a mut String,
    pub chosen: &'a mut usize,
    pub kind: &'a mut SpeakerKind,
}

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View, question: Question<'_>) -> Vec<Action> {
    let Question { quote, role, words, chosen, kind } = question;
    ui.set_width(size::POPUP);
    heading(ui, &title(role));
    about(ui, workspace, quote, role);
    ui.add_space(space(2));
    let create = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let find = |view: &mut View, words: &str| found(workspace, view, quote, words);
    let Choice { found, speaker, entered } = choose(ui, workspace, view, (&mut *words, chosen), find);
    let name = words.trim().to_owned();
    let mut new = create && !name.is_empty();
    if !name.is_empty() {
        new |= new_speaker(ui, &name, kind, found.is_empty());
    } else if found.is_empty() {
        dim(ui, tr!("side-link-empty"));
    }
    new |= entered && found.is_empty() && !name.is_empty();
    let edit = match speaker {
        _ if new => Edit::LinkNewSpeaker {
            quote,
            role,
            speaker: SpeakerFields { kind: *kind, ..SpeakerFields::named(name) },
        },
        Some(speaker) => Edit::ChangeQuote { quote, change: QuoteChange::Link(role, speaker) },
        None => return Vec::new(),
    };
    vec![Action::Perform(edit), Action::ClosePopup]
}

/// What came of asking for a speaker.
pub(super) struct Choice {
    pub found: Vec<Match>,
    /// Who was clicked, or picked by a key.
    pub speaker: Option<SpeakerId>,
    /// Enter was pressed.
    pub entered: bool,
}

/// A field to type in, and those whom the words may mean. `find` finds them.
pub(super) fn choose(
    ui: &mut Ui,
    workspace: &Workspace,
    view: &mut View,
    (words, chosen): (&mut String, &mut usize),
    find: impl FnOnce(&mut View, &str) -> Vec<Match>,
) -> Choice {
    let number = number_key(ui);
    let down = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown));
    let up = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp));
    let before = words.clone();
    let entered = popups::field(ui, words, &tr!("side-link-field"));
    let found = find(view, words);
    let hues = view.hues.get();
    if *words != before {
        *chosen = 0;
    }
    *chosen = (*chosen + down).saturating_sub(up).min(found.len().saturating_sub(1));
    ui.add_space(space(2));
    let clicked = list(ui, workspace, &hues, &found, (*chosen, down + up > 0));
    let at = |place: usize| found.get(place).map(|one| one.speaker);
    let speaker = clicked.or_else(|| at(number?)).or_else(|| at(*chosen).filter(|_| entered));
    Choice { found, speaker, entered }
}

fn title(role: Role) -> String {
    tr!(match role {
        Role::Addressee => "side-link-addressee",
        Role::Relay => "side-link-relay",
        Role::Source | Role::Content | Role::Cue => "side-link-source",
    })
}

/// The mention and the quote that it is about.
fn about(ui: &mut Ui, workspace: &Workspace, quote: QuoteId, role: Role) {
    let Some(quote) = workspace.document().and_then(|document| document.quote(quote)) else { return };
    let mention = quote.pieces(role).first().map(|piece| format!("“{}”", piece.text.trim()));
    let words: String = quote.words().chars().take(size::CARD_WORDS / 4).collect();
    let parts: Vec<String> = mention.into_iter().chain([words.replace('\n', " ")]).collect();
    let words = parts.join(&format!(" {} ", icon::DOT));
    let palette = theme::palette(ui);
    let text = egui::RichText::new(words).font(font(Face::Ui, type_scale::SECOND)).color(palette.dim);
    ui.add(egui::Label::new(text).truncate());
}

/// The number that was pressed with Ctrl, as a place in the list.
fn number_key(ui: &Ui) -> Option<usize> {
    (1..=NUMBERED).find_map(|number| {
        let key = Key::from_name(&number.to_string())?;
        ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key)).then_some(number - 1)
    })
}

fn found(workspace: &Workspace, view: &mut View, quote: QuoteId, words: &str) -> Vec<Match> {
    let document = workspace.document();
    let quote = document.and_then(|document| document.quote(quote));
    let near = candidates::numbered(workspace, &view.linked, quote.map(AsRef::as_ref));
    if words.trim().is_empty() {
        return near.into_iter().map(|speaker| Match { speaker, alias: None }).collect();
    }
    view.names.refresh(workspace.registry(), view.revision);
    view.names.matching(words, &near, FOUND)
}

/// The speakers that the words may mean; gives the one that was clicked.
fn list(
    ui: &mut Ui,
    workspace: &Workspace,
    hues: &Hues,
    found: &[Match],
    (chosen, moved): (usize, bool),
) -> Option<SpeakerId> {
    let mut clicked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    let height =
        (found.len().min(NUMBERED) as f32 * size::SPEAKER_ROW).min(ui.ctx().content_rect().height() / 2.0);
    ScrollArea::vertical().id_salt("found").max_height(height).show(ui, |ui| {
        for (place, one) in found.iter().enumerate() {
            let response = candidate(ui, workspace, hues, one, (place, place == chosen));
            if response.clicked() {
                clicked = Some(one.speaker);
            }
            if moved && place == chosen {
                response.scroll_to_me(None);
            }
        }
    });
    clicked
}

/// One speaker: number, initials, name, and why the words may mean them.
fn candidate(
    ui: &mut Ui,
    workspace: &Workspace,
    hues: &Hues,
    one: &Match,
    (place, chosen): (usize, bool),
) -> egui::Response {
    let palette = theme::palette(ui);
    let wanted = vec2(ui.available_width(), size::SPEAKER_ROW);
    let (rect, response) = ui.push_id(one.speaker, |ui| ui.allocate_exact_size(wanted, Sense::click())).inner;
    let Some(speaker) = workspace.registry().speaker(one.speaker) else { return response };
    let fill = match (chosen, response.hovered()) {
        (true, _) => palette.accent_ground,
        (false, true) => palette.hover,
        (false, false) => egui::Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, CornerRadius::same(radius::FIELD), fill);
    focus_ring(ui, &response, rect, radius::FIELD);
    let mut inside = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(vec2(space(2), 0.0)))
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    avatar(&mut inside, &speaker.name, speakers::color(ui, workspace, hues, speaker.id));
    let right = rect.right() - space(2) - if place < NUMBERED { size::INITIALS * 2.0 } else { 0.0 };
    let left = rect.left() + size::INITIALS + space(5);
    let line = |words: &str, face, scale, ink| {
        let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font(face, scale), ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(right - left);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let about = known(workspace, speaker, one.alias.as_deref());
    let name = line(&speaker.name, Face::UiMedium, type_scale::UI, palette.text);
    let second = line(&about, Face::Ui, type_scale::SECOND, palette.dim);
    ui.painter().galley(pos2(left, rect.top() + space(1)), name, palette.text);
    ui.painter().galley(pos2(left, rect.bottom() - space(1) - second.size().y), second, palette.dim);
    if place < NUMBERED {
        inside.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if let Some(key) = Key::from_name(&(place + 1).to_string()) {
                let shortcut = egui::KeyboardShortcut::new(Modifiers::COMMAND, key);
                key_cap(ui, &shown(ui.ctx(), shortcut));
            }
        });
    }
    let label = tr!("side-speaker-row", name = speaker.name.as_str(), about = about);
    response.widget_info(|| WidgetInfo::selected(Access::ListBoxOption, true, chosen, &label));
    response
}

/// Why the words may mean a speaker: the alias, then role or kind.
fn known(workspace: &Workspace, speaker: &Speaker, alias: Option<&str>) -> String {
    let alias = alias.map(|alias| tr!("side-link-alias", alias = alias));
    let names = || workspace.registry().names_of(speaker).skip(1).collect::<Vec<_>>().join(", ");
    let others = alias.is_none().then(names).filter(|names| !names.is_empty());
    let role = speakers::role_words(speaker).unwrap_or_else(|| speakers::kind_name(speaker.kind));
    let parts = [alias, Some(role), others];
    parts.into_iter().flatten().collect::<Vec<_>>().join(&format!(" {} ", icon::DOT))
}

/// The line that makes a new speaker of the words; true when it was clicked.
fn new_speaker(ui: &mut Ui, name: &str, kind: &mut SpeakerKind, alone: bool) -> bool {
    ui.add_space(space(2));
    let mut clicked = false;
    ui.horizontal(|ui| {
        let words = tr!("side-speaker-new", name = name);
        let room = ui.available_width() - size::NAMES;
        ui.scope(|ui| {
            ui.set_max_width(room);
            clicked = ui.add(egui::Button::new(words).truncate()).clicked();
        });
        let shortcut = egui::KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);
        let enter = egui::KeyboardShortcut::new(Modifiers::NONE, Key::Enter);
        key_cap(ui, &shown(ui.ctx(), if alone { enter } else { shortcut }));
    });
    ui.add_space(space(2));
    if let Some(other) = segmented(ui, &speakers::kinds(), &|one| one == *kind) {
        *kind = other;
    }
    clicked
}
