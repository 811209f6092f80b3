//! Choosing one of several side by side.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::gui::theme::{self, Face, font, radius, size, space, stroke, type_scale};

/// The choices side by side, the chosen one lit. Gives another one that was
/// clicked.
pub fn segments<T: PartialEq + Clone>(ui: &mut Ui, choices: &[(T, String)], chosen: &T) -> Option<T> {
    let palette = theme::palette(ui);
    let mut wanted = None;
    let galleys: Vec<_> = choices
        .iter()
        .map(|(value, words)| {
            let on = value == chosen;
            let (face, ink) = if on { (Face::UiSemibold, palette.accent) } else { (Face::Ui, palette.text) };
            ui.painter().layout_no_wrap(words.clone(), font(face, type_scale::UI), ink)
        })
        .collect();
    let width: f32 = galleys.iter().map(|galley| galley.size().x + space(6)).sum();
    let (track, response) = ui.allocate_exact_size(vec2(width, size::HIT + space(1)), Sense::hover());
    let border = Stroke::new(stroke::HAIR, palette.edge);
    let corner = CornerRadius::same(radius::FIELD);
    ui.painter().rect(track, corner, palette.field, border, StrokeKind::Inside);
    let mut left = track.left();
    for ((value, words), galley) in choices.iter().zip(galleys) {
        let rect =
            Rect::from_min_size(pos2(left, track.top()), vec2(galley.size().x + space(6), track.height()));
        left = rect.right();
        let on = value == chosen;
        let part = ui.interact(rect, response.id.with(words), Sense::click());
        if on {
            ui.painter().rect_filled(rect.shrink(stroke::HAIR), corner, palette.accent_ground);
        } else if part.is_pointer_button_down_on() {
            ui.painter().rect_filled(rect.shrink(stroke::HAIR), corner, palette.pressed);
        } else if part.hovered() {
            ui.painter().rect_filled(rect.shrink(stroke::HAIR), corner, palette.hover);
        }
        if part.has_focus() {
            let ring = Stroke::new(stroke::FOCUS, palette.accent);
            ui.painter().rect_stroke(rect, corner, ring, StrokeKind::Inside);
        }
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, palette.text);
        part.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, words));
        if part.clicked() && !on {
            wanted = Some(value.clone());
        }
    }
    wanted
}
