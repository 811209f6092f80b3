//! What the pointer does on the page.

use egui::{CursorIcon, PointerButton, Pos2, Response, Ui, pos2};

use super::edges::Dragged;
use super::paint::View;
use super::rows;
use super::sheet::Sheet;
use super::{Page, PageEvent, PageInput};
use crate::gui::theme::space;
use crate::model::{QuoteId, Span};

/// Points a second that a drag past an edge scrolls for each point past it.
const PULL: f32 = 25.0;

/// What a gesture needs to remember.
#[derive(Default)]
pub(super) struct Gesture {
    /// Where the last click went: a block and a place in it.
    place: Option<(usize, usize)>,
    /// What was selected before the click that may begin a double click.
    before: Option<QuoteId>,
    /// Whether the focus was asked for by a press.
    pub focuses: bool,
    /// Whether the running press began on the words.
    pressed: bool,
    /// The edge that is dragged, and where to.
    pub edge: Option<Dragged>,
    /// The last press, and how many came one upon the other.
    presses: Option<(Pos2, f64, u8)>,
    /// What the running press selects by, where not by letters.
    unit: Option<Unit>,
}

/// A word or a sentence that a selection began with and goes on by.
#[derive(Debug, Clone, Copy)]
struct Unit {
    first: Span,
    sentence: bool,
}

impl Gesture {
    /// Counts a press: one soon after the last, at the same place, adds to it.
    fn press(&mut self, ui: &Ui, at: Pos2, now: f64) -> u8 {
        let (delay, distance) = ui.ctx().options(|options| {
            (options.input_options.max_double_click_delay, options.input_options.max_click_dist)
        });
        let number = match self.presses {
            Some((before, then, number)) if now - then < delay && before.distance(at) < distance => {
                number + 1
            }
            _ => 1,
        };
        self.presses = Some((at, now, number));
        number
    }
}

pub(super) struct Hit {
    pub position: usize,
    /// The block and place of the glyph under the pointer.
    pub under: Option<(usize, usize)>,
    /// Whether the pointer is beside the column.
    pub beside: bool,
}

impl Page {
    pub(super) fn hit(&self, sheet: &Sheet, view: &View, at: Pos2) -> Option<Hit> {
        let at = at - view.origin;
        let index = self.flow.block_at(at.y);
        let measure = self.flow.measure;
        let beside = at.x < measure.left - space(2) || at.x > measure.right() + space(2);
        let block = sheet.blocks.get(index)?;
        if !block.kind.is_text() {
            let before = sheet.neighbour(index, false).and_then(|index| sheet.blocks.get(index));
            let after = || sheet.neighbour(index, true).and_then(|index| sheet.blocks.get(index));
            let position =
                before.map(|block| block.span.end).or_else(|| after().map(|block| block.span.start))?;
            return Some(Hit { position, under: None, beside });
        }
        let laid = self.flow.laid(index)?;
        let point = pos2(at.x - measure.left, at.y - self.flow.text_top(index));
        let (offset, glyph) = rows::hit(laid, point);
        let position = block.span.start + offset.min(block.span.len());
        let text = &sheet.article.text;
        let position =
            if text.is_grapheme_boundary(position) { position } else { text.previous_grapheme(position) };
        Some(Hit { position, under: glyph.map(|glyph| (index, glyph)), beside })
    }

    pub(super) fn point(
        &mut self,
        ui: &Ui,
        sheet: &Sheet,
        view: &View,
        response: &Response,
        input: &PageInput<'_>,
        events: &mut Vec<PageEvent>,
    ) {
        let (shift, began, origin, now) = ui.input(|state| {
            let pointer = &state.pointer;
            (state.modifiers.shift, pointer.primary_pressed(), pointer.press_origin(), state.time)
        });
        if response.hovered()
            && let Some(at) = response.hover_pos()
        {
            self.hover(ui, sheet, view, at, input);
        }
        let place = response.interact_pointer_pos();
        if began && response.is_pointer_button_down_on() {
            self.gesture.pressed = true;
            self.ring = false;
            response.request_focus();
            self.gesture.focuses = true;
            if let Some(at) = origin.or(place) {
                let number = self.gesture.press(ui, at, now);
                let again = number > 1 && !shift;
                self.gesture.edge = self.edge_at(sheet, view, at, input).filter(|_| !shift && !again);
                self.gesture.unit = None;
                if again && let Some(hit) = self.hit(sheet, view, at) {
                    let sentence = number > 2;
                    let first = self.segment(sheet, &hit, sentence);
                    self.gesture.unit = Some(Unit { first, sentence });
                    self.caret.select(first);
                    self.caret.moved = now;
                } else if self.gesture.edge.is_none() {
                    self.put(sheet, view, at, shift, now);
                }
            }
        }
        if response.dragged_by(PointerButton::Primary)
            && self.gesture.pressed
            && let Some(at) = place
        {
            self.drag(ui, sheet, view, at, now);
        }
        if let Some(edge) = self.gesture.edge
            && !response.is_pointer_button_down_on()
        {
            self.gesture.edge = None;
            let Dragged { quote, role, piece, edge, to } = edge;
            if response.drag_stopped() {
                events.push(PageEvent::DragEdge { quote, role, piece, edge, to });
            }
            return;
        }
        if response.drag_stopped() && self.gesture.unit.is_some() {
            self.keep_selected(input, events);
        }
        if response.clicked_by(PointerButton::Primary)
            && let Some(at) = place
        {
            if !self.gesture.pressed {
                response.request_focus();
                self.gesture.focuses = true;
                self.put(sheet, view, at, shift, now);
            }
            self.click(sheet, view, at, shift, response, input, events);
        }
        if !response.is_pointer_button_down_on() {
            self.gesture.pressed = false;
        }
        if response.secondary_clicked()
            && let Some(at) = place
            && let Some(hit) = self.hit(sheet, view, at)
        {
            let under = hit.under.map(|(block, offset)| self.quotes_at(block, offset));
            let selected = self.selection().is_some_and(|span| span.contains(hit.position));
            if !selected {
                self.caret.put(hit.position, false);
            }
            response.request_focus();
            let quotes = under.filter(|_| !selected).unwrap_or_default();
            events.push(PageEvent::ContextMenu { position: hit.position, at, quotes });
        }
    }

    fn put(&mut self, sheet: &Sheet, view: &View, at: Pos2, extend: bool, now: f64) {
        if let Some(hit) = self.hit(sheet, view, at) {
            self.caret.put(hit.position, extend);
            self.caret.moved = now;
        }
    }

    fn drag(&mut self, ui: &Ui, sheet: &Sheet, view: &View, at: Pos2, now: f64) {
        let past =
            (at.y - (view.clip.max.y - space(4))).max(0.0) + (at.y - (view.clip.min.y + space(4))).min(0.0);
        if past != 0.0 {
            let seconds = ui.input(|input| input.stable_dt).min(0.1);
            self.scroll.go(view.sight.min + past * PULL * seconds);
            ui.ctx().request_repaint();
        }
        // Only presses that were clicks add up.
        self.gesture.presses = None;
        let at = pos2(at.x, at.y.clamp(view.clip.min.y, view.clip.max.y - 1.0));
        let Some(hit) = self.hit(sheet, view, at) else { return };
        if let Some(edge) = &mut self.gesture.edge {
            edge.to = hit.position;
            return;
        }
        match self.gesture.unit {
            Some(Unit { first, sentence }) => {
                let here = self.segment(sheet, &hit, sentence);
                self.caret.select(Span::new(first.start, here.end.max(first.end)));
                if here.start < first.start {
                    self.caret.put(first.end, false);
                    self.caret.put(here.start, true);
                }
            }
            None => self.caret.put(hit.position, true),
        }
        self.caret.moved = now;
    }

    #[expect(clippy::too_many_arguments, reason = "what a click depends on")]
    fn click(
        &mut self,
        sheet: &Sheet,
        view: &View,
        at: Pos2,
        shift: bool,
        response: &Response,
        input: &PageInput<'_>,
        events: &mut Vec<PageEvent>,
    ) {
        let Some(hit) = self.hit(sheet, view, at) else { return };
        if response.double_clicked() || response.triple_clicked() {
            self.keep_selected(input, events);
            self.caret.select(self.segment(sheet, &hit, response.triple_clicked()));
            return;
        }
        if shift {
            return;
        }
        self.gesture.before = input.selected;
        let again = self.gesture.place == hit.under;
        self.gesture.place = hit.under;
        let Some((block, offset)) = hit.under else {
            if hit.beside && input.selected.is_some() {
                events.push(PageEvent::SelectQuote(None));
            }
            return;
        };
        let here = self.quotes_at(block, offset);
        let current = here.iter().position(|id| Some(*id) == input.selected).filter(|_| again);
        let next = current.and_then(|at| here.get(at + 1)).or_else(|| here.first());
        if let Some(next) = next.filter(|next| Some(**next) != input.selected) {
            events.push(PageEvent::SelectQuote(Some(*next)));
        }
    }

    /// The click before may have selected a quote: whoever picks words for the
    /// one they work on keeps it.
    fn keep_selected(&self, input: &PageInput<'_>, events: &mut Vec<PageEvent>) {
        if let Some(before) = self.gesture.before
            && input.selected != Some(before)
        {
            events.push(PageEvent::SelectQuote(Some(before)));
        }
    }

    /// The word or sentence at a place; where words have no places, all of the
    /// block.
    fn segment(&self, sheet: &Sheet, hit: &Hit, sentence: bool) -> Span {
        let text = &sheet.article.text;
        let at = match hit.under {
            Some((index, offset)) => match (sheet.blocks.get(index), self.flow.laid(index)) {
                (Some(block), Some(laid)) if !laid.exact && laid.slots.is_empty() => return block.span,
                (Some(block), _) => block.span.start + offset,
                _ => hit.position,
            },
            None => hit.position,
        };
        let span = if sentence { text.sentence_at(at) } else { text.word_at(at) };
        text.snapped(span)
    }

    fn hover(&self, ui: &Ui, sheet: &Sheet, view: &View, at: Pos2, input: &PageInput<'_>) {
        if self.edge_at(sheet, view, at, input).is_some() || self.gesture.edge.is_some() {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        } else if self.hit(sheet, view, at).is_some_and(|hit| !hit.beside) {
            ui.ctx().set_cursor_icon(CursorIcon::Text);
        }
    }
}
