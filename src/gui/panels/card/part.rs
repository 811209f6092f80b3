//! The parts of a quote that stand in the text.

use egui::{Role as Access, Ui, WidgetInfo};

use super::{Card, change};
use crate::edit::QuoteChange;
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::panels::parts::{pill, quiet, quiet_cross};
use crate::gui::theme::{icon, size, space};
use crate::gui::view::View;
use crate::gui::widgets::{dim, key_cap};
use crate::gui::words::{self, tr};
use crate::model::{Mention, Role, Span};

impl Card<'_> {
    /// The words of a part: a click shows them on the page, a cross takes
    /// them away. Without any, how to mark them. `keep` is the room that what
    /// follows needs.
    pub(super) fn part(self, ui: &mut Ui, view: &View, role: Role, keep: f32) -> Vec<Action> {
        let mut actions = Vec::new();
        let quote = self.quote;
        let pieces = quote.pieces(role);
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
            dim(ui, tr!("side-select-then"));
            key_cap(ui, &view.keymap.shown(ui.ctx(), Command::Mark(role)));
            return actions;
        };
        let shown = self.words(role);
        let label = tr!("side-part-show", role = words::role(role), words = shown.as_str());
        if pill(ui, &shown, &label, size::HIT + space(1) + keep).clicked() {
            actions.push(Action::Reveal(Span::new(first.start, last.end)));
        }
        if quiet_cross(ui, &tr!("side-part-delete", role = words::role(role))).clicked() {
            actions.push(change(quote, QuoteChange::Spans(role, Vec::new())));
        }
        actions
    }

    /// The words of a part on one line; a clitic with the hyphen it is cited
    /// with.
    fn words(self, role: Role) -> String {
        let pieces = self.quote.pieces(role);
        let between = format!(" {} ", icon::ELLIPSIS);
        let words = pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(&between);
        let words = words.replace('\n', " ");
        let is_clitic = role == Role::Source && self.quote.mention == Some(Mention::Clitic);
        if is_clitic { format!("-{words}") } else { words }
    }

    /// The source with its kind.
    pub(super) fn source(self, ui: &mut Ui, view: &View) -> Vec<Action> {
        let quote = self.quote;
        let kind = quote.mention.map_or_else(|| tr!("side-mention-which"), words::mention);
        if quote.source.is_empty() {
            return self.part(ui, view, Role::Source, 0.0);
        }
        let mut actions = self.part(ui, view, Role::Source, size::NAMES_LEAST);
        let button = quiet(ui, &kind);
        button.widget_info(|| {
            WidgetInfo::labeled(Access::Button, true, tr!("side-mention-kind", kind = kind.as_str()))
        });
        egui::Popup::menu(&button).show(|ui| {
            for mention in Mention::ALL {
                let chosen = quote.mention == Some(*mention);
                if ui.selectable_label(chosen, words::mention(*mention)).clicked() {
                    actions.push(change(quote, QuoteChange::Mention(Some(*mention))));
                }
            }
        });
        actions
    }
}
