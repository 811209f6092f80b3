//! Icons, and buttons that are no more than one.

use egui::{
    Align2, Color32, CornerRadius, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo,
};

use crate::gui::theme::{self, icon_font, radius, size, space, stroke};

/// Paints an icon around a place.
pub fn paint_icon(ui: &Ui, centre: Pos2, sign: &str, color: Color32) {
    ui.painter().text(centre, Align2::CENTER_CENTER, sign, icon_font(), color);
}

/// The ground of something that can be clicked: nothing, hovered, pressed,
/// and a ring where it has the focus.
fn paint_ground(ui: &Ui, rect: Rect, response: &Response) {
    let palette = theme::palette(ui);
    let corner = CornerRadius::same(radius::FIELD);
    if response.is_pointer_button_down_on() {
        ui.painter().rect_filled(rect, corner, palette.pressed);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corner, palette.hover);
    }
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        ui.painter().rect_stroke(rect, corner, ring, StrokeKind::Inside);
    }
}

/// An icon that can be clicked. `label` is its name for those who don't see
/// it, and what it says under the pointer.
pub fn icon_button(ui: &mut Ui, sign: &str, label: &str) -> Response {
    sized(ui, sign, label, size::HIT + space(1), None)
}

/// The same in the least size, for within a line.
pub fn small_icon_button(ui: &mut Ui, sign: &str, label: &str) -> Response {
    sized(ui, sign, label, size::HIT, None)
}

/// An icon that is on or off.
pub fn icon_toggle(ui: &mut Ui, sign: &str, on: bool, label: &str) -> Response {
    sized(ui, sign, label, size::HIT + space(1), Some(on))
}

fn sized(ui: &mut Ui, sign: &str, label: &str, size: f32, on: Option<bool>) -> Response {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::click());
    paint_ground(ui, rect, &response);
    let lit = on == Some(true) || response.hovered() || response.has_focus();
    let color = match (ui.is_enabled(), lit) {
        (false, _) => palette.faint,
        (true, true) => palette.text,
        (true, false) => palette.dim,
    };
    paint_icon(ui, rect.center(), sign, color);
    response.widget_info(|| match on {
        Some(on) => WidgetInfo::selected(Role::Button, ui.is_enabled(), on, label),
        None => WidgetInfo::labeled(Role::Button, ui.is_enabled(), label),
    });
    response
}
