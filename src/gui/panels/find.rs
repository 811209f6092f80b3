//! The bar above the article where words are looked for.

use egui::{Align, Key, Layout, Modifiers, Panel, RichText, Stroke, TextEdit, Ui};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::theme::{self, Face, font, icon, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{icon_button, named_field};
use crate::gui::words::tr;
use crate::model::Document;

/// Shows the bar where something is looked for, and brings what was found
/// into sight.
pub fn show(ui: &mut Ui, document: &Document, view: &mut View) -> Vec<Action> {
    let Some(mut find) = view.find.take() else { return Vec::new() };
    let mut actions = Vec::new();
    let palette = theme::palette(ui);
    let frame = egui::Frame::NONE.fill(palette.panel);
    Panel::top("find").exact_size(size::FIND).frame(frame).show_separator_line(false).show(ui, |ui| {
        let room = ui.max_rect();
        ui.painter().hline(
            room.x_range(),
            room.bottom() - stroke::HAIR,
            Stroke::new(stroke::HAIR, palette.line),
        );
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space(1);
            ui.add_space(space(3));
            let close = tr!("page-find-close");
            if icon_button(ui, icon::X, &close).on_hover_text(format!("{close} (Esc)")).clicked() {
                actions.push(Action::CloseFind);
            }
            ui.add_enabled_ui(!find.hits.is_empty(), |ui| {
                for (sign, command) in
                    [(icon::CHEVRON_DOWN, Command::FindNext), (icon::CHEVRON_UP, Command::FindPrevious)]
                {
                    let (label, keys) = (command.name(), view.keymap.shown(ui.ctx(), command));
                    if icon_button(ui, sign, &label).on_hover_text(format!("{label} ({keys})")).clicked() {
                        actions.push(Action::Run(command));
                    }
                }
            });
            ui.add_space(space(2));
            if !find.words.trim().is_empty() {
                let color = if find.hits.is_empty() { palette.warn } else { palette.dim };
                let words = match find.current {
                    Some(at) => tr!("page-find-place", place = at + 1, number = find.hits.len()),
                    None => tr!("page-find-none"),
                };
                ui.label(RichText::new(words).font(font(Face::Ui, type_scale::UI)).color(color));
                ui.add_space(space(2));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(space(3));
                let id = ui.make_persistent_id("find field");
                let focused = ui.ctx().memory(|memory| memory.has_focus(id));
                for (modifiers, command) in
                    [(Modifiers::SHIFT, Command::FindPrevious), (Modifiers::NONE, Command::FindNext)]
                {
                    if focused && ui.input_mut(|input| input.consume_key(modifiers, Key::Enter)) {
                        actions.push(Action::Run(command));
                    }
                }
                let width = ui.available_width().min(size::POPUP);
                let field = TextEdit::singleline(&mut find.words).id(id).desired_width(width - space(6));
                let response = named_field(ui, field, &tr!("page-find-words"));
                if std::mem::take(&mut find.focus) {
                    response.request_focus();
                    select_all(ui, id, find.words.chars().count());
                }
                find.typing = response.has_focus();
            });
        });
    });
    let page = &mut view.page;
    if let Some(hit) = find.update(&document.article, |position| page.can_show(position)) {
        page.reveal(hit.start);
    }
    view.find = Some(find);
    actions
}

/// Typing replaces what is looked for.
fn select_all(ui: &Ui, id: egui::Id, letters: usize) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let range = egui::text::CCursorRange::two(egui::text::CCursor::new(0), egui::text::CCursor::new(letters));
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
}
