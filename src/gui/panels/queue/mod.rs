//! The articles, with how far each is: finding, filtering, choosing several.

mod filter;
mod list;
mod row;
mod several;

use egui::{Key, Margin, Role, TextEdit, Ui, WidgetInfo, vec2};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::theme::{self, Face, font, size, space, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{cross, dim, tab};
use crate::gui::words::tr;
use crate::model::Stage;
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let mut actions = Vec::new();
    let margin =
        Margin { left: space(3) as i8, right: space(3) as i8, top: space(2) as i8, bottom: space(1) as i8 };
    egui::Frame::NONE.inner_margin(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space(1);
            actions.extend(search_field(ui, view));
            filter::button(ui, workspace, view);
        });
        stages(ui, view);
        filter::chips(ui, workspace, view);
    });
    if !view.queue.chosen.is_empty() {
        let frame = egui::Frame::NONE.fill(theme::palette(ui).panel);
        egui::Panel::bottom("several").frame(frame).show_separator_line(true).show(ui, |ui| {
            actions.extend(several::bar(ui, workspace, view));
        });
    }
    let open = workspace.document().map(|document| document.article.id);
    if view.queue.shown.is_empty() {
        actions.extend(nothing(ui, view));
    } else {
        actions.extend(list::show(ui, workspace, view, open));
    }
    actions
}

/// Where words are typed; Enter opens the first article, the arrow down goes
/// into the list.
fn search_field(ui: &mut Ui, view: &mut View) -> Vec<Action> {
    let mut actions = Vec::new();
    let palette = theme::palette(ui);
    let name = tr!("queue-find");
    let hint = egui::RichText::new(&name).color(palette.dim);
    let has_words = !view.queue.words.is_empty();
    let beside = if has_words { 2.0 } else { 1.0 } * (size::HIT + space(1));
    let field = TextEdit::singleline(&mut view.queue.words)
        .hint_text(hint)
        .desired_width(ui.available_width() - beside)
        .margin(vec2(space(3), space(2) - 1.0));
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &name));
    if std::mem::take(&mut view.focus_filter) {
        response.request_focus();
    }
    if response.changed() {
        actions.push(Action::Filter);
    }
    let pressed = |ui: &Ui, key| ui.input(|input| input.key_pressed(key));
    let down = |ui: &mut Ui| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::ArrowDown));
    if response.has_focus() && down(ui) {
        view.queue.cursor = view.queue.row_at(0).map(|row| row.id);
        list::focus(ui, view);
    }
    if response.lost_focus()
        && pressed(ui, Key::Enter)
        && let Some(first) = view.queue.row_at(0)
    {
        actions.push(Action::OpenArticle(first.id));
    }
    if has_words && cross(ui, &tr!("queue-clear")).clicked() {
        view.queue.words.clear();
        actions.push(Action::Filter);
    }
    actions
}

fn stages(ui: &mut Ui, view: &mut View) {
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space(3), 0.0);
        let all = tr!("queue-all", number = view.queue.total);
        if tab(ui, &all, view.queue.narrowed.stage.is_none(), false).clicked() {
            chosen = Some(None);
        }
        for stage in Stage::ALL {
            let number = view.queue.counts.get(stage).copied().unwrap_or(0);
            let is_chosen = view.queue.narrowed.stage == Some(*stage);
            let always = match stage {
                Stage::New | Stage::InProgress => true,
                Stage::Done => !view.queue.reviewing,
                Stage::Submitted => view.queue.reviewing,
                Stage::Reviewed => false,
            };
            if number == 0 && !always && !is_chosen {
                continue;
            }
            let label = format!("{} {number}", row::stage_name(&view.queue, *stage));
            if tab(ui, &label, is_chosen, false).clicked() {
                chosen = Some(Some(*stage));
            }
        }
    });
    if let Some(stage) = chosen {
        view.queue.narrowed.stage = stage;
        view.queue.let_go();
    }
}

/// What stands where no article does.
fn nothing(ui: &mut Ui, view: &mut View) -> Vec<Action> {
    let mut actions = Vec::new();
    let words = view.queue.words.trim().to_owned();
    ui.vertical_centered(|ui| {
        ui.add_space(space(6));
        ui.set_max_width(ui.available_width() - space(6));
        if view.queue.rows.is_empty() {
            dim(ui, tr!("queue-empty"));
            ui.add_space(space(2));
            if ui.button(Command::ImportFiles.name()).clicked() {
                actions.push(Action::Run(Command::ImportFiles));
            }
            ui.add_space(space(2));
            dim(ui, tr!("queue-empty-drop"));
            return;
        }
        if view.queue.search.waits {
            dim(ui, tr!("queue-searching"));
            return;
        }
        let narrowed = view.queue.narrowed.stage.is_some() || view.queue.narrowed.by_metadata();
        if words.is_empty() {
            dim(ui, tr!("queue-none-filtered"));
        } else {
            dim(ui, tr!("queue-none-found", words = words.as_str()));
        }
        ui.add_space(space(2));
        if narrowed && small_button(ui, &tr!("queue-show-all")) {
            view.queue.narrowed = crate::gui::view::Narrowed::default();
            view.queue.let_go();
        }
        if !words.is_empty() && small_button(ui, &tr!("queue-clear-words")) {
            view.queue.words.clear();
            actions.push(Action::Filter);
        }
    });
    actions
}

/// A button of the second rank.
fn small_button(ui: &mut Ui, words: &str) -> bool {
    ui.button(egui::RichText::new(words).font(font(Face::Ui, type_scale::SECOND))).clicked()
}
