//! Who speaks in the article, and everyone in the registry.

mod alike;
mod editor;

use egui::{CornerRadius, Margin, RichText, Role as Access, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::card::is_linked;
use super::parts::{Typing, avatar, focus_ring, quiet, small_heading};
use crate::edit::{Edit, SpeakerFields};
use crate::gui::action::Action;
use crate::gui::candidates::{self, Match};
use crate::gui::command::Command;
use crate::gui::page::Hues;
use crate::gui::theme::{self, Face, Hue, font, icon, radius, size, space, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, key_cap};
use crate::gui::words::{self, tr};
use crate::model::{Role, Speaker, SpeakerId, SpeakerKind};
use crate::workspace::Workspace;

/// As many of the registry are found at once.
const FOUND: usize = 200;

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let mut actions = Vec::new();
    if workspace.document().is_none() {
        return actions;
    }
    let open = view.speaker.and_then(|id| workspace.registry().speaker(id));
    if let Some(speaker) = open {
        ScrollArea::vertical().auto_shrink(false).id_salt("speaker").show(ui, |ui| {
            egui::Frame::NONE.inner_margin(Margin::same(space(3) as i8)).show(ui, |ui| {
                ui.push_id(speaker.id, |ui| actions.extend(editor::show(ui, workspace, view, speaker)));
            });
        });
        return actions;
    }
    let hues = view.hues.get();
    let here = candidates::in_article(workspace);
    view.names.refresh(workspace.registry(), view.revision);
    let words = view.speaker_words.trim().to_owned();
    let all = if words.is_empty() { view.names.all() } else { view.names.matching(&words, &here, FOUND) };
    let others: Vec<&Match> =
        all.iter().filter(|one| !words.is_empty() || !here.contains(&one.speaker)).collect();
    egui::Frame::NONE.inner_margin(Margin::same(space(3) as i8)).show(ui, |ui| {
        let name = tr!("side-speakers-find");
        Typing { words: &mut view.speaker_words, name: &name, hint: &name, lines: false, framed: true }
            .show(ui);
    });
    let alike = view.look_alikes.get(workspace.registry(), view.revision);
    let list = List { workspace, view, hues: &hues };
    ScrollArea::vertical().auto_shrink(false).id_salt("speakers").show_viewport(ui, |ui, viewport| {
        let margin = Margin { left: space(3) as i8, right: space(3) as i8, top: 0, bottom: space(3) as i8 };
        egui::Frame::NONE.inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if words.is_empty() {
                actions.extend(alike::show(ui, &list, &alike));
                actions.extend(list.in_article(ui, &here));
                if !others.is_empty() {
                    small_heading(ui, &tr!("side-speakers-others", number = others.len()));
                }
            }
            actions.extend(list.others(ui, &others, viewport));
            if !words.is_empty() && quiet(ui, &tr!("side-speaker-new", name = words.as_str())).clicked() {
                actions.push(Action::Perform(Edit::AddSpeaker(SpeakerFields::named(words.as_str()))));
            }
        });
    });
    actions
}

/// What the rows of the list are made from.
struct List<'a> {
    workspace: &'a Workspace,
    view: &'a View,
    hues: &'a Hues,
}

impl List<'_> {
    fn in_article(&self, ui: &mut Ui, here: &[SpeakerId]) -> Vec<Action> {
        let mut actions = Vec::new();
        small_heading(ui, &tr!("side-speakers-here"));
        if here.is_empty() {
            dim(ui, tr!("side-speakers-none"));
        }
        let numbered = candidates::numbered(self.workspace, &self.view.linked, None);
        for id in here {
            let number =
                numbered.iter().position(|other| other == id).and_then(|at| u8::try_from(at + 1).ok());
            actions.extend(self.row(ui, *id, None, number));
        }
        actions
    }

    /// The rows that are in sight; the others only take their room.
    fn others(&self, ui: &mut Ui, others: &[&Match], viewport: egui::Rect) -> Vec<Action> {
        let mut actions = Vec::new();
        let begun = ui.cursor().top() - ui.min_rect().top();
        let at = |y: f32| ((y - begun).max(0.0) / size::SPEAKER_ROW) as usize;
        let first = at(viewport.top()).min(others.len());
        let last = (at(viewport.bottom()) + 1).clamp(first, others.len());
        ui.add_space(first as f32 * size::SPEAKER_ROW);
        for one in others.get(first..last).unwrap_or_default() {
            actions.extend(self.row(ui, one.speaker, one.alias.as_deref(), None));
        }
        ui.add_space((others.len() - last) as f32 * size::SPEAKER_ROW);
        actions
    }

    /// One speaker: initials, name, what is known; a click opens them.
    fn row(&self, ui: &mut Ui, id: SpeakerId, alias: Option<&str>, number: Option<u8>) -> Option<Action> {
        let palette = theme::palette(ui);
        let speaker = self.workspace.registry().speaker(id)?;
        let wanted = vec2(ui.available_width(), size::SPEAKER_ROW);
        let (rect, response) = ui.push_id(id, |ui| ui.allocate_exact_size(wanted, Sense::click())).inner;
        if response.hovered() {
            ui.painter().rect_filled(rect, CornerRadius::same(radius::FIELD), palette.hover);
        }
        focus_ring(ui, &response, rect, radius::FIELD);
        let about = self.about(speaker, alias);
        let mut inside = ui.new_child(
            egui::UiBuilder::new()
                .max_rect(rect.shrink2(vec2(space(1), 0.0)))
                .layout(egui::Layout::left_to_right(egui::Align::Center)),
        );
        avatar(&mut inside, &speaker.name, self.color(ui, id));
        let right = rect.right() - space(1) - if number.is_some() { size::HIT + space(1) } else { 0.0 };
        let left = rect.left() + size::INITIALS + space(4);
        let line = |words: &str, face, scale, ink| {
            let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font(face, scale), ink);
            job.wrap = egui::text::TextWrapping::truncate_at_width(right - left);
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let name = line(&speaker.name, Face::UiMedium, type_scale::UI, palette.text);
        let second = line(&about, Face::Ui, type_scale::SECOND, palette.dim);
        ui.painter().galley(pos2(left, rect.top() + space(1)), name, palette.text);
        ui.painter().galley(pos2(left, rect.bottom() - space(1) - second.size().y), second, palette.dim);
        if let Some(number) = number {
            inside.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                key_cap(ui, &self.view.keymap.shown(ui.ctx(), Command::LinkNumber(number)));
            });
        }
        let label = tr!("side-speaker-row", name = speaker.name.as_str(), about = about);
        response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &label));
        response.clicked().then_some(Action::OpenSpeaker(Some(id)))
    }

    /// What is known of a speaker in one line: how often quoted here, the
    /// alias that was looked for, the role or else the kind.
    fn about(&self, speaker: &Speaker, alias: Option<&str>) -> String {
        let (mut said, mut other) = (0, 0);
        if let (Some(document), Some(author)) = (self.workspace.document(), self.workspace.author()) {
            for quote in document.quotes_of(author) {
                if quote.speakers_of(Role::Source).contains(&speaker.id) {
                    said += 1;
                } else if is_linked(quote, speaker.id) {
                    other += 1;
                }
            }
        }
        let quotes = (said > 0).then(|| words::quotes(said));
        let named = (other > 0).then(|| tr!("side-speaker-named", number = other));
        let alias = alias.map(str::to_owned);
        let known = role_words(speaker).unwrap_or_else(|| kind_name(speaker.kind));
        let parts = [quotes, named, alias, Some(known)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(&format!(" {} ", icon::DOT))
    }

    fn color(&self, ui: &Ui, id: SpeakerId) -> egui::Color32 {
        color(ui, self.workspace, self.hues, id)
    }
}

/// A speaker's colour: the one in the article, or else that of their place in
/// the registry.
pub fn color(ui: &Ui, workspace: &Workspace, hues: &Hues, id: SpeakerId) -> egui::Color32 {
    let palette = theme::palette(ui);
    let home = || workspace.registry().speakers.range(..id).count();
    hues.get(&id).copied().unwrap_or_else(|| Hue::new(home())).color(palette)
}

/// The newest role of a speaker: "President, Russia".
pub fn role_words(speaker: &Speaker) -> Option<String> {
    let role = speaker.roles.last()?;
    let parts: Vec<&str> =
        [role.title.as_deref(), role.affiliation.as_deref()].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A kind of speaker as people read it.
pub fn kind_name(kind: SpeakerKind) -> String {
    tr!(match kind {
        SpeakerKind::Person => "side-kind-person",
        SpeakerKind::Organisation => "side-kind-organisation",
        SpeakerKind::Group => "side-kind-group",
        SpeakerKind::Document => "side-kind-document",
    })
}

/// The kinds to choose from.
pub fn kinds() -> Vec<(SpeakerKind, String)> {
    SpeakerKind::ALL.iter().map(|kind| (*kind, kind_name(*kind))).collect()
}

/// Words that say what a field of an editor is for, above it.
fn caption(ui: &mut Ui, words: &str) {
    let palette = theme::palette(ui);
    ui.label(RichText::new(words).font(font(Face::Ui, type_scale::SECOND)).color(palette.dim));
}
