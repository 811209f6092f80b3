//! What the keyboard does on the page.

use egui::{Event, EventFilter, Key, Modifiers, Response, Ui};

use super::paint::View;
use super::rows;
use super::sheet::Sheet;
use super::{Page, PageEvent, PageInput};
use crate::gui::theme::type_scale;
use crate::model::{next_sentence, previous_sentence};

impl Page {
    pub(super) fn press_keys(
        &mut self,
        ui: &Ui,
        sheet: &Sheet,
        view: &View,
        response: &Response,
        input: &PageInput<'_>,
        events: &mut Vec<PageEvent>,
    ) {
        if response.gained_focus() {
            self.ring = !std::mem::take(&mut self.gesture.focuses);
            self.caret.moved = ui.input(|state| state.time);
        }
        if !response.has_focus() {
            return;
        }
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, tab: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let lets_go = self.selection().is_some() || input.selected.is_some();
        let (mut pressed, mut copy) = (Vec::new(), false);
        ui.input_mut(|state| {
            state.events.retain(|event| match event {
                Event::Key { key, pressed: true, modifiers, .. } if is_ours(*key, *modifiers, lets_go) => {
                    pressed.push((*key, *modifiers));
                    false
                }
                Event::Copy => {
                    copy = true;
                    false
                }
                _ => true,
            });
        });
        if copy && let Some(words) = self.selection().and_then(|span| sheet.article.text.slice(span)) {
            ui.ctx().copy_text(words.to_owned());
        }
        for (key, modifiers) in pressed {
            self.press(ui, sheet, view, (key, modifiers), input, events);
        }
    }

    fn press(
        &mut self,
        ui: &Ui,
        sheet: &Sheet,
        view: &View,
        (key, modifiers): (Key, Modifiers),
        input: &PageInput<'_>,
        events: &mut Vec<PageEvent>,
    ) {
        match key {
            Key::Escape if self.selection().is_some() => self.caret.anchor = self.caret.head,
            Key::Escape if input.selected.is_some() => events.push(PageEvent::SelectQuote(None)),
            Key::A => {
                let (first, last) = (sheet.texts().next(), sheet.texts().last());
                if let (Some(first), Some(last)) = (first, last) {
                    (self.caret.anchor, self.caret.head) = (first.span.start, last.span.end);
                }
            }
            _ => {
                let goal = self.caret.goal;
                let to = self.target(ui, sheet, view, key, modifiers);
                let kept = self.caret.goal.or(goal).filter(|_| is_vertical(key) && !modifiers.command);
                self.caret.put(to, modifiers.shift);
                self.caret.goal = kept;
                self.scroll.follow(to);
                ui.ctx().request_repaint();
            }
        }
        self.caret.moved = ui.input(|state| state.time);
    }

    /// Where a key leads from the caret.
    fn target(&mut self, ui: &Ui, sheet: &Sheet, view: &View, key: Key, modifiers: Modifiers) -> usize {
        let text = &sheet.article.text;
        let at = self.caret.head;
        let collapse = self.selection().filter(|_| !modifiers.shift && !modifiers.command && !modifiers.alt);
        let forward = matches!(key, Key::ArrowRight | Key::ArrowDown | Key::End | Key::PageDown);
        let to = match key {
            Key::ArrowLeft if collapse.is_some() => collapse.map_or(at, |span| span.start),
            Key::ArrowRight if collapse.is_some() => collapse.map_or(at, |span| span.end),
            Key::ArrowLeft if modifiers.alt => previous_sentence(text, at),
            Key::ArrowRight if modifiers.alt => next_sentence(text, at),
            Key::ArrowUp | Key::ArrowDown if modifiers.command => paragraph_start(sheet, at, forward),
            Key::ArrowLeft if modifiers.command => text.previous_word(at),
            Key::ArrowRight if modifiers.command => text.next_word(at),
            Key::ArrowLeft => text.previous_grapheme(at),
            Key::ArrowRight => text.next_grapheme(at),
            Key::Home if modifiers.command => sheet.texts().next().map_or(at, |block| block.span.start),
            Key::End if modifiers.command => sheet.texts().last().map_or(at, |block| block.span.end),
            Key::Home | Key::End => self.row_end(ui, sheet, at, forward),
            Key::PageUp | Key::PageDown => {
                let rows = (view.sight.span() / type_scale::READING.line) as usize;
                self.by_rows(ui, sheet, at, forward, rows.saturating_sub(2).max(1))
            }
            _ => self.by_rows(ui, sheet, at, forward, 1),
        };
        let to = if text.is_grapheme_boundary(to) { to } else { text.previous_grapheme(to) };
        sheet.land(to, forward).unwrap_or(at)
    }

    fn row_end(&mut self, ui: &Ui, sheet: &Sheet, at: usize, forward: bool) -> usize {
        let Some((index, offset)) = sheet.place(at) else { return at };
        self.flow.lay(ui.ctx(), sheet, index);
        let (Some(block), Some(laid)) = (sheet.blocks.get(index), self.flow.laid(index)) else { return at };
        if !laid.exact {
            return if forward { block.span.end } else { block.span.start };
        }
        let (row, _) = rows::caret(laid, offset);
        let last = laid.galley.rows.len().saturating_sub(1);
        let Some((range, placed)) = rows::rows(&laid.galley).nth(row) else { return at };
        let end = if row < last { rows::visible_end(&range, placed) } else { range.end };
        block.span.start + if forward { end } else { range.start }
    }

    /// Some rows up or down, at the same distance from the left.
    fn by_rows(&mut self, ui: &Ui, sheet: &Sheet, at: usize, forward: bool, rows: usize) -> usize {
        let Some((mut index, offset)) = sheet.place(at) else { return at };
        self.flow.lay(ui.ctx(), sheet, index);
        let Some(laid) = self.flow.laid(index) else { return at };
        let (mut row, rect) = rows::caret(laid, offset);
        let goal = self.caret.goal.unwrap_or(rect.min.x);
        self.caret.goal = Some(goal);
        for _ in 0..rows {
            let last = self.flow.laid(index).map_or(0, |laid| laid.galley.rows.len().saturating_sub(1));
            if forward && row < last {
                row += 1;
            } else if !forward && row > 0 {
                row -= 1;
            } else if let Some(next) = sheet.neighbour(index, forward) {
                index = next;
                self.flow.lay(ui.ctx(), sheet, index);
                let last = self.flow.laid(index).map_or(0, |laid| laid.galley.rows.len().saturating_sub(1));
                row = if forward { 0 } else { last };
            } else {
                let span = sheet.blocks.get(index).map(|block| block.span);
                return span.map_or(at, |span| if forward { span.end } else { span.start });
            }
        }
        self.flow.settle();
        let (Some(block), Some(laid)) = (sheet.blocks.get(index), self.flow.laid(index)) else { return at };
        let Some(placed) = laid.galley.rows.get(row) else { return at };
        let middle = egui::pos2(goal, placed.rect().center().y);
        block.span.start + rows::hit(laid, middle).0.min(block.span.len())
    }
}

/// Where the next paragraph begins, or this one, or the one before.
fn paragraph_start(sheet: &Sheet, at: usize, forward: bool) -> usize {
    let mut starts = sheet.texts().filter(|block| !block.continues).map(|block| block.span.start);
    if forward {
        let end = || sheet.texts().last().map(|block| block.span.end);
        starts.find(|start| *start > at).or_else(end).unwrap_or(at)
    } else {
        starts.take_while(|start| *start < at).last().unwrap_or(at)
    }
}

fn is_vertical(key: Key) -> bool {
    matches!(key, Key::ArrowUp | Key::ArrowDown | Key::PageUp | Key::PageDown)
}

/// Whether the page answers to a key.
fn is_ours(key: Key, modifiers: Modifiers, lets_go: bool) -> bool {
    if modifiers.alt {
        return matches!(key, Key::ArrowLeft | Key::ArrowRight) && !modifiers.command;
    }
    match key {
        Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown | Key::Home | Key::End => true,
        Key::PageUp | Key::PageDown => !modifiers.command,
        Key::A => modifiers.command && !modifiers.shift,
        Key::Escape => lets_go,
        _ => false,
    }
}
