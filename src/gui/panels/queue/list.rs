//! The rows of the queue: only those in sight are laid out.

use std::ops::Range;

use egui::{EventFilter, Id, Key, Modifiers, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{row, several};
use crate::gui::action::Action;
use crate::gui::theme::{self, size, stroke};
use crate::gui::view::{Pick, Queue, View};
use crate::gui::words::tr;
use crate::model::ArticleId;
use crate::workspace::Workspace;

/// So many rows around those in sight are laid out as well, so that their
/// heights are known before they come into sight.
const AROUND: usize = 4;

fn id() -> Id {
    Id::unique("queue list")
}

/// Gives the keyboard to the list.
pub fn focus(ui: &Ui, view: &mut View) {
    ui.memory_mut(|memory| memory.request_focus(id()));
    view.queue.reveal_cursor = true;
}

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View, open: Option<ArticleId>) -> Vec<Action> {
    let room = ui.available_rect_before_wrap();
    let list = ui.interact(room, id(), Sense::FOCUSABLE);
    list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, tr!("queue-list")));
    let focused = list.has_focus();
    view.queue.focused = focused;
    let hair = egui::Stroke::new(stroke::HAIR, theme::palette(ui).line);
    ui.painter().hline(room.x_range(), room.top(), hair);
    let mut actions = Vec::new();
    if focused {
        actions.extend(keys(ui, &mut view.queue, room.height()));
    }
    let offset = prepare(ui, &mut view.queue, open, room);
    let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("queue");
    if let Some(offset) = offset {
        area = area.vertical_scroll_offset(offset);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let shown = area.show_viewport(ui, |ui, viewport| {
        ui.set_height(view.queue.heights.total());
        let corner = ui.min_rect().left_top();
        let in_sight = in_sight(&view.queue, viewport.top(), viewport.height());
        for at in in_sight.clone() {
            actions.extend(one(ui, workspace, view, at, corner, focused, open));
        }
        in_sight
    });
    view.queue.offset = shown.state.clamped_offset().y;
    if view.queue.is_searched() {
        let unasked = view.queue.unasked(shown.inner);
        if !unasked.is_empty() {
            actions.push(Action::Excerpts(unasked));
        }
    }
    actions
}

fn in_sight(queue: &Queue, top: f32, height: f32) -> Range<usize> {
    let last = queue.heights.row_at(top + height) + 1;
    queue.heights.row_at(top)..last.min(queue.shown.len())
}

/// Lays out the titles of the rows in sight and around, so that all heights
/// are right before anything is drawn. Gives where the list is to be scrolled
/// to: what is in sight must not move when heights above turn out otherwise.
fn prepare(ui: &Ui, queue: &mut Queue, open: Option<ArticleId>, room: Rect) -> Option<f32> {
    refresh(queue, room.width());
    let mut offset = revealed(queue, open, room.height());
    for _ in 0..2 {
        let top = offset.unwrap_or(queue.offset);
        let first = queue.heights.row_at(top);
        let inside = top - queue.heights.top(first);
        let sight = in_sight(queue, top, room.height());
        let around = sight.start.saturating_sub(AROUND)..(sight.end + AROUND).min(queue.shown.len());
        measure(ui, queue, around, room.width());
        if !queue.heights.is_stale() {
            break;
        }
        refresh(queue, room.width());
        let moved = queue.heights.top(first) + inside;
        if (moved - top).abs() > 0.5 {
            offset = Some(moved);
        }
    }
    // Past the end, after a search, the list would spring back.
    let last = (queue.heights.total() - room.height()).max(0.0);
    offset.or(Some(queue.offset).filter(|offset| *offset > last)).map(|offset| offset.min(last))
}

fn refresh(queue: &mut Queue, width: f32) {
    let searched = queue.is_searched();
    queue.heights.refresh(&queue.shown, queue.rows.len(), width, |lines| row::height(lines, searched));
}

fn measure(ui: &Ui, queue: &mut Queue, rows: Range<usize>, width: f32) {
    for at in rows {
        let Some(place) = queue.shown.get(at).copied() else { continue };
        if queue.heights.lines_of(place).is_some() {
            continue;
        }
        let lines = queue.row_at(at).map(|row| row::lines(ui, row, width));
        if let Some(lines) = lines {
            queue.heights.measured(place, lines);
        }
    }
}

/// Where to scroll so that the open article or the cursor comes into sight,
/// moving no further than needed.
fn revealed(queue: &mut Queue, open: Option<ArticleId>, height: f32) -> Option<f32> {
    let open = open.filter(|_| std::mem::take(&mut queue.reveal));
    let cursor = queue.cursor.filter(|_| std::mem::take(&mut queue.reveal_cursor));
    let at = queue.shown_place(cursor.or(open)?)?;
    let (top, foot) = (queue.heights.top(at), queue.heights.top(at + 1));
    let seen = queue.offset;
    if top >= seen && foot <= seen + height {
        return None;
    }
    let far = top + height < seen || foot > seen + 2.0 * height;
    Some(match (far, top < seen) {
        (true, _) => (top - height / 3.0).max(0.0),
        (false, true) => top,
        (false, false) => foot - height,
    })
}

fn one(
    ui: &Ui,
    workspace: &Workspace,
    view: &mut View,
    at: usize,
    corner: egui::Pos2,
    focused: bool,
    open: Option<ArticleId>,
) -> Vec<Action> {
    let queue = &view.queue;
    let Some(row) = queue.row_at(at) else { return Vec::new() };
    let (top, foot) = (queue.heights.top(at), queue.heights.top(at + 1));
    let rect = Rect::from_min_size(pos2(corner.x, corner.y + top), vec2(ui.max_rect().width(), foot - top));
    let standing = row::Standing {
        open: Some(row.id) == open,
        chosen: queue.chosen.contains(&row.id),
        cursor: focused && queue.cursor == Some(row.id),
    };
    let article = row.id;
    let response = row::show(ui, rect, row::id(id(), article), row, queue, standing);
    let mut actions = Vec::new();
    if response.clicked() {
        let modifiers = ui.input(|input| input.modifiers);
        let how = if modifiers.shift {
            Pick::UpTo
        } else if modifiers.command {
            Pick::Toggle
        } else {
            Pick::Only
        };
        view.queue.pick(article, how);
        if how == Pick::Only {
            actions.push(Action::OpenArticle(article));
        } else {
            ui.memory_mut(|memory| memory.request_focus(id()));
        }
    }
    if response.secondary_clicked() && !view.queue.chosen.contains(&article) {
        view.queue.pick(article, Pick::Only);
        view.queue.chosen.insert(article);
    }
    response.context_menu(|ui| {
        ui.set_min_width(size::MENU / 2.0);
        actions.extend(several::menu(ui, workspace, view));
    });
    actions
}

/// The keys of a list while it has the keyboard.
fn keys(ui: &Ui, queue: &mut Queue, height: f32) -> Vec<Action> {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id(), filter));
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A)) {
        queue.pick_all();
    }
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if pressed(Key::Escape) && !queue.chosen.is_empty() {
        queue.chosen.clear();
    }
    if pressed(Key::Space)
        && let Some(cursor) = queue.cursor
    {
        queue.pick(cursor, Pick::Toggle);
    }
    if pressed(Key::Enter)
        && let Some(cursor) = queue.cursor
    {
        return vec![Action::OpenArticle(cursor)];
    }
    step(ui, queue, height);
    Vec::new()
}

/// Moves the cursor; with Shift all on the way is chosen.
fn step(ui: &Ui, queue: &mut Queue, height: f32) {
    let at = queue.cursor.and_then(|id| queue.shown_place(id));
    let last = queue.shown.len().saturating_sub(1);
    let here = at.unwrap_or(0);
    let page = |to: f32| queue.heights.row_at(to.max(0.0)).min(last);
    let keys = [
        (Key::ArrowDown, at.map_or(0, |at| (at + 1).min(last))),
        (Key::ArrowUp, here.saturating_sub(1)),
        (Key::Home, 0),
        (Key::End, last),
        (Key::PageDown, page(queue.heights.top(here) + height)),
        (Key::PageUp, page(queue.heights.top(here) - height)),
    ];
    let shift = ui.input(|input| input.modifiers.shift);
    for (key, to) in keys {
        if !ui.input(|input| input.key_pressed(key)) {
            continue;
        }
        let Some(article) = queue.row_at(to).map(|row| row.id) else { continue };
        if shift {
            queue.pick(article, Pick::UpTo);
        } else {
            queue.pick(article, Pick::Only);
        }
        queue.reveal_cursor = true;
    }
}
