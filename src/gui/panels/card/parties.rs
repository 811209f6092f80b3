//! Whom the parts of a quote refer to.

use egui::Ui;

use super::{Card, change};
use crate::edit::QuoteChange;
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::panels::parts::{quiet, quiet_cross, row};
use crate::gui::suggestions::{self, SuggestAction};
use crate::gui::theme::{self, size, space};
use crate::gui::view::{Popup, View};
use crate::gui::widgets::{chip, chip_beside, key_cap};
use crate::gui::words::tr;
use crate::model::{Role, SpeakerId};

impl Card<'_> {
    fn color(self, ui: &Ui, speaker: SpeakerId) -> egui::Color32 {
        let palette = theme::palette(ui);
        self.hues.get(&speaker).map_or(palette.dim, |hue| hue.color(palette))
    }

    fn name(&self, speaker: SpeakerId) -> &str {
        self.workspace.registry().speakers.get(&speaker).map_or("–", |speaker| speaker.name.as_str())
    }

    /// The speakers of a part as chips: a click links another one instead, a
    /// cross unlinks.
    pub(super) fn linked(self, ui: &mut Ui, view: &View, role: Role) -> Vec<Action> {
        let mut actions = Vec::new();
        let link = || Action::Show(Popup::link(self.quote.id, role, String::new()));
        let speakers = self.quote.speakers_of(role);
        for id in speakers {
            let name = self.name(*id);
            let beside = 2.0 * (size::HIT + space(1));
            let label = tr!("side-speaker-chip", name = name);
            let response = chip_beside(ui, self.color(ui, *id), name, &label, beside);
            if response.clicked() {
                actions.push(link());
            }
            response.on_hover_text(name).context_menu(|ui| {
                if ui.button(tr!("side-speaker-open")).clicked() {
                    actions.push(Action::OpenSpeaker(Some(*id)));
                }
                if ui.button(tr!("side-unlink", name = name)).clicked() {
                    actions.push(change(self.quote, QuoteChange::Unlink(role, *id)));
                }
            });
            if quiet_cross(ui, &tr!("side-unlink", name = name)).clicked() {
                actions.push(change(self.quote, QuoteChange::Unlink(role, *id)));
            }
        }
        if role == Role::Source {
            if speakers.is_empty() && quiet(ui, &tr!("side-link")).clicked() {
                actions.push(link());
            }
            key_cap(ui, &view.keymap.shown(ui.ctx(), Command::LinkSpeaker));
        }
        actions
    }

    /// A part that refers to someone: its words, then who that is.
    pub(super) fn party(self, ui: &mut Ui, view: &View, role: Role) -> Vec<Action> {
        let speakers = self.quote.speakers_of(role);
        let pieces = self.quote.pieces(role);
        // Words that only repeat the name say nothing more.
        let repeats = |id: &SpeakerId| matches!(pieces, [piece] if self.name(*id).contains(&piece.text));
        let mut actions = Vec::new();
        if speakers.is_empty() || !speakers.iter().all(repeats) {
            actions.extend(self.part(ui, view, role, 0.0));
        }
        actions.extend(self.linked(ui, view, role));
        if !pieces.is_empty() && speakers.is_empty() && quiet(ui, &tr!("side-who")).clicked() {
            let words = pieces.first().map(|piece| piece.text.clone()).unwrap_or_default();
            actions.push(Action::Show(Popup::link(self.quote.id, role, words)));
        }
        actions
    }

    /// The speakers that the number keys link, one a line.
    pub(super) fn candidates(self, ui: &mut Ui, view: &View) -> Vec<Action> {
        let mut actions = Vec::new();
        let listed = suggestions::listed(self.workspace, view, self.quote);
        for (number, candidate) in (1u8..).zip(listed).take(size::CANDIDATES) {
            row(ui, "", |ui| {
                key_cap(ui, &view.keymap.shown(ui.ctx(), Command::LinkNumber(number)));
                let name = candidate.name.as_str();
                let color = candidate.speaker.map_or(theme::palette(ui).dim, |id| self.color(ui, id));
                if chip(ui, color, name, &tr!("side-link-name", name = name)).clicked() {
                    actions.push(Action::Suggest(SuggestAction::Link(self.quote.id, candidate)));
                }
            });
        }
        actions
    }
}
