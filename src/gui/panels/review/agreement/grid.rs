//! Rows of numbers that can be clicked.

use egui::{
    Align2, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::line;
use crate::gui::review::{Chosen, measure_name, measure_title, number};
use crate::gui::theme::{self, Face, font, radius, size, space, stroke, type_scale};
use crate::gui::words::tr;
use crate::review::agreement::{Figure, Measure};

/// Where columns stand: a name, cells of one width, and a narrow last one.
struct Columns {
    name: f32,
    cell: f32,
    last: f32,
}

impl Columns {
    fn of(width: f32, cells: usize) -> Self {
        let last = size::HIT * 2.0;
        let name = (width * 0.28).max(size::CARD_LABEL);
        Self { name, cell: (width - name - last) / cells.max(1) as f32, last }
    }

    fn cell_rect(&self, row: Rect, place: usize) -> Rect {
        let left = row.left() + self.name + self.cell * place as f32;
        Rect::from_min_size(pos2(left, row.top()), vec2(self.cell, row.height()))
    }
}

/// The columns' titles; the last is the narrow one's.
pub fn header(ui: &mut Ui, titles: &[String]) {
    let palette = theme::palette(ui);
    let columns = Columns::of(ui.available_width(), titles.len() - 1);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::HIT), Sense::hover());
    let face = font(Face::Ui, type_scale::SECOND);
    for (place, title) in titles.iter().enumerate() {
        let right = if place + 1 == titles.len() {
            rect.right() - space(1)
        } else {
            columns.cell_rect(rect, place).right() - space(2)
        };
        let room = if place + 1 == titles.len() { columns.last } else { columns.cell };
        let words = shortened(ui, title, room - space(2));
        ui.painter().text(
            pos2(right, rect.center().y),
            Align2::RIGHT_CENTER,
            words,
            face.clone(),
            palette.dim,
        );
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(stroke::HAIR, palette.line));
}

/// The words as far as there is room.
fn shortened(ui: &Ui, words: &str, room: f32) -> String {
    let width = |words: &str| {
        let color = theme::palette(ui).dim;
        ui.painter().layout_no_wrap(words.to_owned(), font(Face::Ui, type_scale::SECOND), color).size().x
    };
    if width(words) <= room {
        return words.to_owned();
    }
    let mut kept: String = words.to_owned();
    while kept.pop().is_some() {
        let tried = format!("{}…", kept.trim_end());
        if width(&tried) <= room {
            return tried;
        }
    }
    String::new()
}

/// A row of figures; the measure that was clicked.
pub fn row(ui: &mut Ui, title: &str, figures: &[&Figure], chosen: &Chosen) -> Option<Measure> {
    let palette = theme::palette(ui);
    let columns = Columns::of(ui.available_width(), figures.len());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::FIGURE_ROW), Sense::hover());
    let middle = rect.center().y;
    let name = font(Face::Ui, type_scale::UI);
    line(ui, pos2(rect.left(), middle), columns.name - space(2), title, name, palette.text);
    let mut clicked = None;
    for (place, figure) in figures.iter().enumerate() {
        let response = cell(ui, columns.cell_rect(rect, place), figure, is_chosen(figure, chosen));
        if response.clicked() {
            clicked = Some(figure.measure.clone());
        }
    }
    let n = figures.first().map_or(0, |figure| figure.n).to_string();
    let face = font(Face::Ui, type_scale::SECOND);
    ui.painter().text(pos2(rect.right() - space(1), middle), Align2::RIGHT_CENTER, n, face, palette.dim);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(stroke::HAIR, palette.line));
    clicked
}

fn is_chosen(figure: &Figure, chosen: &Chosen) -> bool {
    matches!(chosen, Chosen::Figure(measure) if *measure == figure.measure)
}

/// A number with its interval below; it says its name to those who don't see
/// the table.
fn cell(ui: &mut Ui, rect: Rect, figure: &Figure, chosen: bool) -> Response {
    let palette = theme::palette(ui);
    let response = ui.interact(rect, ui.scope_id().with(&figure.measure), Sense::click());
    ground(ui, rect.shrink(1.0), &response, chosen);
    let right = rect.right() - space(2);
    let value = figure.value.map_or_else(|| "–".to_owned(), number);
    let ink = if chosen { palette.accent } else { palette.text };
    let face = font(Face::UiSemibold, type_scale::UI);
    let painter = ui.painter();
    match figure.interval {
        Some((low, high)) => {
            let below = interval(low, high);
            painter.text(pos2(right, rect.center().y + 1.0), Align2::RIGHT_BOTTOM, &value, face, ink);
            let small = font(Face::Ui, type_scale::SECOND);
            painter.text(pos2(right, rect.center().y + 1.0), Align2::RIGHT_TOP, below, small, palette.dim);
        }
        None => _ = painter.text(pos2(right, rect.center().y), Align2::RIGHT_CENTER, &value, face, ink),
    }
    let label = said(figure, &value);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &label));
    response
}

fn said(figure: &Figure, value: &str) -> String {
    let title = measure_title(&figure.measure);
    match figure.interval {
        Some((low, high)) => {
            let value =
                tr!("agreement-value-interval", value = value, low = number(low), high = number(high));
            format!("{title}: {value}")
        }
        None => format!("{title}: {value}"),
    }
}

/// An interval to two places.
fn interval(low: f64, high: f64) -> String {
    let short = |value: f64| {
        let words = format!("{:.2}", value.abs());
        let sign = if value < 0.0 && words != "0.00" { "−" } else { "" };
        let words = if words == "1.00" { "1" } else { words.strip_prefix('0').unwrap_or(&words) };
        format!("{sign}{words}")
    };
    format!("{} – {}", short(low), short(high))
}

/// A figure with a line on what it says.
pub fn explained(ui: &mut Ui, figure: &Figure, about: &str, chosen: &Chosen) -> bool {
    let palette = theme::palette(ui);
    let columns = Columns::of(ui.available_width(), 4);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::FIGURE_ROW), Sense::hover());
    let middle = rect.center().y;
    let name = font(Face::Ui, type_scale::UI);
    let title = measure_name(&figure.measure);
    line(ui, pos2(rect.left(), middle), columns.name - space(2), &title, name, palette.text);
    let place = columns.cell_rect(rect, 0);
    let response = cell(ui, place, figure, is_chosen(figure, chosen));
    let left = place.right() + space(4);
    let room = rect.right() - left;
    let small = font(Face::Ui, type_scale::SECOND);
    let galley = ui.painter().layout(about.to_owned(), small, palette.dim, room);
    ui.painter().galley(pos2(left, middle - galley.size().y / 2.0), galley, palette.dim);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(stroke::HAIR, palette.line));
    response.clicked()
}

/// The ground of something that can be clicked and chosen.
pub fn ground(ui: &Ui, rect: Rect, response: &Response, chosen: bool) {
    let palette = theme::palette(ui);
    let corner = CornerRadius::same(radius::FIELD);
    let fill = if chosen {
        Some(palette.accent_ground)
    } else if response.is_pointer_button_down_on() {
        Some(palette.pressed)
    } else {
        response.hovered().then_some(palette.hover)
    };
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect, corner, fill);
    }
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        ui.painter().rect_stroke(rect, corner, ring, StrokeKind::Inside);
    }
}
