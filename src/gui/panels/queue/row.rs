//! One article of the queue.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, CornerRadius, Galley, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use crate::gui::theme::{self, Face, font, icon, size, space, stroke, type_scale};
use crate::gui::view::Queue;
use crate::gui::widgets::stage_sign;
use crate::gui::words::{self, tr};
use crate::model::{ArticleId, Stage};
use crate::workspace::ArticleRow;

/// The most lines of a title.
const TITLE_LINES: usize = 3;
/// The lines of an excerpt.
const EXCERPT_LINES: usize = 2;
const TITLE_LINE: f32 = type_scale::UI.line - 1.0;

/// How a row stands in the list.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    pub open: bool,
    pub chosen: bool,
    /// The keyboard is on it.
    pub cursor: bool,
}

/// How high a row is whose title has so many lines.
pub fn height(lines: u8, searched: bool) -> f32 {
    let excerpt = if searched { space(1) + EXCERPT_LINES as f32 * type_scale::SECOND.line } else { 0.0 };
    space(2) + f32::from(lines) * TITLE_LINE + space(1) / 2.0 + type_scale::SECOND.line + excerpt + space(2)
}

/// How many lines its title has in a list of this width.
pub fn lines(ui: &Ui, row: &ArticleRow, width: f32) -> u8 {
    title(ui, row, &[], text_width(width)).rows.len().clamp(1, TITLE_LINES) as u8
}

fn text_width(width: f32) -> f32 {
    (width - space(8) - space(3) + 1.0).max(size::HIT)
}

fn title(ui: &Ui, row: &ArticleRow, hits: &[Range<usize>], width: f32) -> Arc<Galley> {
    let palette = theme::palette(ui);
    let mut job = LayoutJob::default();
    let format = |face| TextFormat {
        font_id: font(face, type_scale::UI),
        color: palette.text,
        line_height: Some(TITLE_LINE),
        ..TextFormat::default()
    };
    let hit = TextFormat { background: palette.found, ..format(Face::Ui) };
    append(&mut job, &row.title, hits, &format(Face::Ui), &hit);
    job.wrap = TextWrapping { max_width: width, max_rows: TITLE_LINES, ..TextWrapping::default() };
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Words, some of them in another format.
fn append(job: &mut LayoutJob, words: &str, hits: &[Range<usize>], plain: &TextFormat, hit: &TextFormat) {
    let mut at = 0;
    for range in hits {
        job.append(words.get(at..range.start).unwrap_or_default(), 0.0, plain.clone());
        job.append(words.get(range.clone()).unwrap_or_default(), 0.0, hit.clone());
        at = range.end;
    }
    job.append(words.get(at..).unwrap_or_default(), 0.0, plain.clone());
}

/// Draws a row and gives what the pointer did there.
pub fn show(
    ui: &Ui,
    rect: Rect,
    id: egui::Id,
    row: &ArticleRow,
    queue: &Queue,
    standing: Standing,
) -> egui::Response {
    let response = ui.interact(rect, id, Sense::CLICK);
    ground(ui, rect, &response, standing);
    let text = Rect::from_min_max(
        pos2(rect.left() + space(8) - 1.0, rect.top() + space(2)),
        pos2(rect.right() - space(3), rect.bottom() - space(2)),
    );
    stage_sign(ui, pos2(rect.left() + space(4), text.top() + TITLE_LINE / 2.0), queue.stage_of(row));
    let wanted = queue.search.wanted.as_ref().filter(|_| queue.is_searched());
    let hits = wanted.map(|wanted| wanted.hits_in(&row.title)).unwrap_or_default();
    let palette = theme::palette(ui);
    let galley = title(ui, row, &hits, text_width(rect.width()));
    let cut = galley.elided;
    let mut foot = text.top() + galley.rows.len() as f32 * TITLE_LINE + space(1) / 2.0;
    ui.painter().galley(text.min, galley, palette.text);
    let second = line(ui, second_line(row, queue), text.width());
    ui.painter().galley(pos2(text.left(), foot), second, palette.dim);
    foot += type_scale::SECOND.line + space(1);
    if let Some(excerpt) = queue.search.excerpts.get(&row.key).filter(|_| queue.is_searched()) {
        let galley = excerpt_lines(ui, &excerpt.words, &excerpt.hits, text.width());
        ui.painter().galley(pos2(text.left(), foot), galley, palette.dim);
    }
    name(&response, row, queue, standing);
    if cut { response.on_hover_text(&row.title) } else { response }
}

fn ground(ui: &Ui, rect: Rect, response: &egui::Response, standing: Standing) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    if standing.open || standing.chosen {
        painter.rect_filled(rect, CornerRadius::ZERO, palette.accent_ground);
    } else if response.hovered() {
        painter.rect_filled(rect, CornerRadius::ZERO, palette.hover);
    }
    if standing.chosen {
        let bar = rect.with_max_x(rect.left() + size::BAR);
        painter.rect_filled(bar, CornerRadius::ZERO, palette.accent);
    }
    painter.hline(rect.x_range(), rect.bottom() - stroke::HAIR, Stroke::new(stroke::HAIR, palette.line));
    if standing.cursor {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        painter.rect_stroke(rect.shrink(1.0), CornerRadius::ZERO, ring, StrokeKind::Inside);
    }
}

/// What a screen reader says of it.
fn name(response: &egui::Response, row: &ArticleRow, queue: &Queue, standing: Standing) {
    let excerpt = queue.search.excerpts.get(&row.key).map(|excerpt| format!(", {}", excerpt.words));
    let label = format!(
        "{}, {}, {}{}",
        row.title,
        stage_name(queue, queue.stage_of(row)),
        second_line(row, queue),
        excerpt.unwrap_or_default()
    );
    let selected = standing.open || standing.chosen;
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, selected, &label));
}

/// A stage as the list calls it: in a review, how far that is.
pub fn stage_name(queue: &Queue, stage: Stage) -> String {
    if !queue.reviewing {
        return words::stage(stage);
    }
    match stage {
        Stage::New => tr!("review-queue-waiting"),
        Stage::Submitted | Stage::Done => tr!("review-queue-ready"),
        Stage::InProgress | Stage::Reviewed => words::stage(stage),
    }
}

/// Outlet, date and number of quotes; in a review, of layers that are done.
fn second_line(row: &ArticleRow, queue: &Queue) -> String {
    let quotes = match queue.reviewing {
        true if row.annotators.is_empty() => None,
        true => Some(tr!("review-queue-layers", done = row.done, of = row.annotators.len())),
        false => (row.quotes > 0).then(|| words::quotes(row.quotes)),
    };
    let date = row.published_at.as_deref().map(words::short_date);
    let parts: Vec<String> = [row.publisher.clone(), date, quotes].into_iter().flatten().collect();
    if parts.is_empty() {
        return tr!("queue-no-details");
    }
    parts.join(&format!(" {} ", icon::DOT))
}

fn line(ui: &Ui, words: String, width: f32) -> Arc<Galley> {
    let palette = theme::palette(ui);
    let mut job = LayoutJob::simple_singleline(words, font(Face::Ui, type_scale::SECOND), palette.dim);
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

fn excerpt_lines(ui: &Ui, words: &str, hits: &[Range<usize>], width: f32) -> Arc<Galley> {
    let palette = theme::palette(ui);
    let format = |face, color: Color32, background| TextFormat {
        font_id: font(face, type_scale::SECOND),
        color,
        background,
        line_height: Some(type_scale::SECOND.line),
        ..TextFormat::default()
    };
    let plain = format(Face::Ui, palette.dim, Color32::TRANSPARENT);
    let hit = format(Face::UiSemibold, palette.text, palette.found);
    let mut job = LayoutJob::default();
    append(&mut job, words, hits, &plain, &hit);
    job.wrap = TextWrapping { max_width: width, max_rows: EXCERPT_LINES, ..TextWrapping::default() };
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// The widget of an article's row.
pub fn id(list: egui::Id, article: ArticleId) -> egui::Id {
    list.with(article)
}
