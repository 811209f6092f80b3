//! Suggestions on the page: a grey line below their words, and in the margin
//! the guess with the key that takes it. Plainly no data.

use std::sync::Arc;

use egui::{CornerRadius, Pos2, Rect, Ui, vec2};

use super::PageInput;
use super::marks::{Marked, Marks, Segment};
use super::sheet::Sheet;
use crate::gui::theme::{self, radius, space, stroke, type_scale};
use crate::gui::widgets::key_at;
use crate::gui::words::{self, tr};
use crate::model::{Quote, QuoteId, Role};

/// One suggestion, as the quote it would be. Its id is no quote's.
#[derive(Debug, Clone, PartialEq)]
pub struct Ghost {
    pub quote: Arc<Quote>,
    /// Who is likely to have said it.
    pub guess: Option<String>,
}

/// The suggestions that a page shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ghosts {
    /// In reading order.
    pub list: Vec<Ghost>,
}

/// Which suggestions are shown, which is next, and by what key it is taken.
#[derive(Debug, Clone, Copy)]
pub struct GhostInput<'a> {
    /// Another `Arc` whenever they changed.
    pub ghosts: &'a Arc<Ghosts>,
    pub current: Option<QuoteId>,
    pub key: &'a str,
}

impl Marks {
    /// Takes the suggestions up behind the quotes.
    pub(super) fn add_ghosts(&mut self, sheet: &Sheet, ghosts: &Ghosts) {
        for ghost in &ghosts.list {
            let index = self.quotes.len();
            let mut first: Option<(usize, usize)> = None;
            for piece in &ghost.quote.content {
                for (block, span) in sheet.parts(piece.span()) {
                    let Some(marks) = self.blocks.get_mut(block) else { continue };
                    marks.ghosts.push(Segment { span, quote: index, role: Role::Content });
                    first = first.into_iter().chain([(block, span.start)]).min();
                }
            }
            if let Some((block, at)) = first
                && let Some(marks) = self.blocks.get_mut(block)
            {
                marks.names.push((index, at));
            }
            self.quotes.push(Marked::of_ghost(ghost));
        }
    }
}

impl Marked {
    fn of_ghost(ghost: &Ghost) -> Self {
        Self {
            hue: None,
            addressee: None,
            relay: None,
            name: Some(
                ghost
                    .guess
                    .as_ref()
                    .map_or_else(|| tr!("suggest-who"), |guess| tr!("suggest-guess", name = guess.as_str())),
            ),
            said: None,
            via: None,
            claim: false,
            length: ghost.quote.content.iter().map(|piece| piece.span().len()).sum(),
            ghost: true,
            quote: Arc::clone(&ghost.quote),
        }
    }

    /// What is read out of a suggestion.
    pub(super) fn ghost_label(&self, input: &PageInput<'_>) -> String {
        let key = input
            .ghosts
            .filter(|ghosts| ghosts.current == Some(self.quote.id))
            .map_or("", |ghosts| ghosts.key);
        let who = self.name.as_deref().unwrap_or_default();
        let how = words::quote_type(self.quote.quote_type);
        tr!("suggest-label", kind = how, who = who, words = self.quote.words(), key = key)
    }
}

/// The key beside the suggestion that it takes.
pub(super) fn paint_key(ui: &Ui, marked: &Marked, input: &PageInput<'_>, (at, wide, room): (Pos2, f32, f32)) {
    let Some(ghosts) = input.ghosts.filter(|ghosts| ghosts.current == Some(marked.quote.id)) else { return };
    if ghosts.key.is_empty() {
        return;
    }
    let font = theme::font(theme::Face::Ui, type_scale::SECOND);
    let key =
        ui.painter().layout_no_wrap(ghosts.key.to_owned(), font, theme::palette(ui).dim).size().x + space(2);
    // In a narrow margin the panel alone shows it.
    if wide + space(2) + key > room {
        return;
    }
    let middle = at + vec2(wide + space(2), type_scale::SECOND.line / 2.0);
    key_at(ui, middle + vec2(key, 0.0), ghosts.key);
}

/// The frame around the margin's words of the suggestion that is chosen.
pub(super) fn paint_chosen(ui: &Ui, area: Rect) {
    let line = egui::Stroke::new(stroke::HAIR, theme::palette(ui).edge);
    ui.painter().rect_stroke(area, CornerRadius::same(radius::KEY), line, egui::StrokeKind::Outside);
}
