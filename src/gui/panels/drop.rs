//! What files that are held over the window will do when they are let go.

use egui::{Align2, Area, CornerRadius, Id, Order, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use crate::gui::app::is_project;
use crate::gui::theme::{self, Face, font, radius, space, stroke, type_scale};
use crate::gui::words::tr;

/// Says it over the whole window, while files are held there.
pub fn show(ui: &Ui) {
    let held = ui.input(|input| {
        let files = &input.raw.hovered_files;
        let project = matches!(files.as_slice(), [one] if one.path.as_deref().is_some_and(is_project));
        (files.len(), project)
    });
    let words = match held {
        (0, _) => return,
        (_, true) => tr!("start-drop-project"),
        (number, false) => tr!("start-drop-files", number = number),
    };
    let palette = theme::palette(ui);
    let room = ui.ctx().content_rect();
    Area::new(Id::unique("held files")).order(Order::Foreground).fixed_pos(room.min).show(ui.ctx(), |ui| {
        let (rect, response) = ui.allocate_exact_size(room.size(), Sense::hover());
        ui.painter().rect_filled(rect, CornerRadius::ZERO, theme::backdrop());
        let edge = Stroke::new(stroke::FOCUS, palette.accent);
        let inner = rect.shrink(space(3));
        ui.painter().rect_stroke(inner, CornerRadius::same(radius::CARD), edge, StrokeKind::Inside);
        let face = font(Face::UiSemibold, type_scale::TITLE);
        let galley = ui.painter().layout_no_wrap(words.clone(), face, palette.text);
        let plate =
            Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size() + egui::Vec2::splat(space(6)));
        ui.painter().rect_filled(plate, CornerRadius::same(radius::CARD), palette.field);
        ui.painter().galley(plate.min + egui::Vec2::splat(space(3)), galley, palette.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    });
}
