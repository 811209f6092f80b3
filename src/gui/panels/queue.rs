//! The articles, with how far each is.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    CornerRadius, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::theme::{self, Face, font, icon, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, stage_sign, tab};
use crate::gui::words;
use crate::model::Stage;
use crate::workspace::{ArticleRow, Workspace};

pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let mut actions = Vec::new();
    egui::Frame::NONE.inner_margin(egui::Margin::symmetric(space(3) as i8, space(2) as i8)).show(ui, |ui| {
        actions.extend(search_field(ui, view));
        actions.extend(stages(ui, view));
    });
    let open = workspace.document().map(|document| document.article.id);
    if view.queue.shown.is_empty() {
        actions.extend(nothing(ui, view));
        return actions;
    }
    let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("queue");
    if std::mem::take(&mut view.queue.reveal) {
        let place = view.queue.shown.iter().position(|at| view.queue.rows.get(*at).map(|row| row.id) == open);
        area = scrolled_to(ui, area, place);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, size::QUEUE_ROW, view.queue.shown.len(), |ui, range| {
        for place in range {
            let row = view.queue.shown.get(place).and_then(|at| view.queue.rows.get(*at));
            if let Some(row) = row
                && article(ui, row, Some(row.id) == open)
            {
                actions.push(Action::OpenArticle(row.id));
            }
        }
    });
    actions
}

/// Brings a row into sight, moving no further than needed.
fn scrolled_to(ui: &Ui, area: ScrollArea, place: Option<usize>) -> ScrollArea {
    let Some(place) = place else { return area };
    let top = place as f32 * size::QUEUE_ROW;
    let id = ui.make_persistent_id("queue offset");
    let height = ui.available_height();
    let seen = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
    let offset = if top < seen || top + size::QUEUE_ROW > seen + height {
        (top - height / 3.0).max(0.0)
    } else {
        seen
    };
    ui.data_mut(|data| data.insert_temp(id, offset));
    area.vertical_scroll_offset(offset)
}

fn search_field(ui: &mut Ui, view: &mut View) -> Option<Action> {
    let palette = theme::palette(ui);
    let hint = egui::RichText::new("Find articles and words").color(palette.dim);
    let field = TextEdit::singleline(&mut view.queue.words)
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .margin(vec2(space(3), space(2) - 1.0));
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Find articles and words"));
    if std::mem::take(&mut view.focus_filter) {
        response.request_focus();
    }
    response.changed().then_some(Action::Filter)
}

fn stages(ui: &mut Ui, view: &View) -> Option<Action> {
    let mut chosen = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space(3);
        let all = format!("All {}", view.queue.rows.len());
        if tab(ui, &all, view.queue.stage.is_none(), false).clicked() {
            chosen = Some(Action::FilterStage(None));
        }
        for stage in Stage::ALL {
            let number = view.queue.counts.get(stage).copied().unwrap_or(0);
            let always = matches!(stage, Stage::New | Stage::InProgress | Stage::Done);
            if number == 0 && !always {
                continue;
            }
            let label = format!("{} {number}", words::stage(*stage));
            if tab(ui, &label, view.queue.stage == Some(*stage), false).clicked() {
                chosen = Some(Action::FilterStage(Some(*stage)));
            }
        }
    });
    chosen
}

/// What stands where no article does.
fn nothing(ui: &mut Ui, view: &View) -> Option<Action> {
    let mut action = None;
    ui.vertical_centered(|ui| {
        ui.add_space(space(6));
        if view.queue.rows.is_empty() {
            dim(ui, "No articles yet.");
            ui.add_space(space(2));
            if ui.button("Import articles…").clicked() {
                action = Some(Action::Run(Command::ImportFiles));
            }
            ui.add_space(space(2));
            dim(ui, "Or drop files on the window.");
        } else if view.queue.words.trim().is_empty() {
            dim(ui, "No article is at this stage.");
        } else {
            dim(ui, format!("No article has “{}”.", view.queue.words.trim()));
        }
    });
    action
}

/// One article; true when it was clicked.
fn article(ui: &mut Ui, row: &ArticleRow, open: bool) -> bool {
    let palette = theme::palette(ui);
    let (rect, response) = ui
        .push_id(row.id, |ui| {
            ui.allocate_exact_size(vec2(ui.available_width(), size::QUEUE_ROW), Sense::click())
        })
        .inner;
    if open {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, palette.accent_ground);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, palette.hover);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - stroke::HAIR, Stroke::new(stroke::HAIR, palette.line));
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        ui.painter().rect_stroke(rect.shrink(stroke::FOCUS), CornerRadius::ZERO, ring, StrokeKind::Inside);
    }
    let text = Rect::from_min_max(
        pos2(rect.left() + space(8) - 1.0, rect.top() + space(2)),
        pos2(rect.right() - space(3), rect.bottom() - space(2)),
    );
    stage_sign(ui, pos2(rect.left() + space(4), text.top() + type_scale::UI.line / 2.0), row.stage);
    let mut job =
        LayoutJob::simple(row.title.clone(), font(Face::Ui, type_scale::UI), palette.text, text.width());
    job.wrap = TextWrapping { max_width: text.width(), max_rows: 2, ..TextWrapping::default() };
    job.sections.iter_mut().for_each(|section| section.format.line_height = Some(type_scale::UI.line - 1.0));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let foot = text.top() + galley.size().y + space(1) / 2.0;
    ui.painter().galley(text.min, galley, palette.text);
    let mut job =
        LayoutJob::simple_singleline(second_line(row), font(Face::Ui, type_scale::SECOND), palette.dim);
    job.wrap = TextWrapping::truncate_at_width(text.width());
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(pos2(text.left(), foot), galley, palette.dim);
    let label = format!("{}, {}, {}", row.title, words::stage(row.stage), second_line(row));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &label));
    let response = if row.title.chars().count() > size::TITLE_FITS {
        response.on_hover_text(&row.title)
    } else {
        response
    };
    response.clicked()
}

fn second_line(row: &ArticleRow) -> String {
    let quotes = (row.quotes > 0).then(|| words::quotes(row.quotes));
    let date = row.published_at.as_deref().map(words::short_date);
    let parts: Vec<String> = [row.publisher.clone(), date, quotes].into_iter().flatten().collect();
    parts.join(&format!(" {} ", icon::DOT))
}
