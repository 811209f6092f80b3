//! Small pieces that several panels are made of.

mod choice;
mod icons;

use egui::{
    Align2, Button, Color32, CornerRadius, FontId, Label, Pos2, Rect, Response, RichText, Role, Sense,
    Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use super::theme::{self, Face, font, icon, radius, size, space, stroke, type_scale};
use super::words::tr;
use crate::model::Stage;

pub use choice::segments;
pub use icons::{icon_button, icon_toggle, paint_icon, small_icon_button};

/// Words of the second rank.
pub fn dim(ui: &mut Ui, words: impl Into<String>) -> Response {
    let palette = theme::palette(ui);
    ui.label(RichText::new(words).font(font(Face::Ui, type_scale::SECOND)).color(palette.dim))
}

/// A heading of a popup.
pub fn heading(ui: &mut Ui, words: &str) {
    let palette = theme::palette(ui);
    ui.label(RichText::new(words).font(font(Face::UiSemibold, type_scale::TITLE)).color(palette.text));
}

/// A line of words that is cut with an ellipsis where there is no more room.
pub fn one_line(ui: &mut Ui, words: impl Into<RichText>) -> Response {
    ui.add(Label::new(words.into()).truncate())
}

/// A field with its name for those who don't see the hint in it.
pub fn named_field(ui: &mut Ui, field: TextEdit<'_>, name: &str) -> Response {
    let hint = RichText::new(name).color(theme::palette(ui).dim);
    let response = ui.add(field.hint_text(hint).margin(vec2(space(3), space(1) + 1.0)));
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, ui.is_enabled(), name));
    response
}

/// A key as it is printed on a keyboard.
pub fn key_cap(ui: &mut Ui, key: &str) {
    let palette = theme::palette(ui);
    let galley = ui.painter().layout_no_wrap(key.to_owned(), key_font(), palette.dim);
    let wide = vec2(galley.size().x.max(galley.size().y) + space(2), galley.size().y + space(1) / 2.0);
    let (rect, response) = ui.allocate_exact_size(wide, Sense::hover());
    paint_key(ui, rect, key);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, tr!("commands-key", key = key)));
}

/// Paints a key whose right edge has its middle at a place; gives where it
/// stands.
pub fn key_at(ui: &Ui, right: Pos2, key: &str) -> Rect {
    let galley = ui.painter().layout_no_wrap(key.to_owned(), key_font(), theme::palette(ui).dim);
    let wide = vec2(galley.size().x.max(galley.size().y) + space(2), galley.size().y + space(1) / 2.0);
    let rect = Rect::from_min_size(right - vec2(wide.x, wide.y / 2.0), wide);
    paint_key(ui, rect, key);
    rect
}

fn key_font() -> FontId {
    font(Face::Ui, type_scale::SECOND)
}

fn paint_key(ui: &Ui, rect: Rect, key: &str) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    let border = Stroke::new(stroke::HAIR, palette.edge);
    painter.rect(rect, CornerRadius::same(radius::KEY), palette.panel, border, StrokeKind::Inside);
    painter.text(rect.center(), Align2::CENTER_CENTER, key, key_font(), palette.dim);
}

/// A person's colour and name in a pill; clicking is for the caller.
pub fn chip(ui: &mut Ui, color: Color32, name: &str, label: &str) -> Response {
    chip_beside(ui, color, name, label, 0.0)
}

/// The same, where what follows needs some room beside it.
pub fn chip_beside(ui: &mut Ui, color: Color32, name: &str, label: &str, beside: f32) -> Response {
    let ground = theme::wash(color, theme::palette(ui).ground);
    let face = font(Face::UiMedium, type_scale::UI);
    let room = (ui.available_width() - size::HIT - space(2) - beside).max(size::HIT);
    let mut job = egui::text::LayoutJob::simple_singleline(name.to_owned(), face, color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let dot = space(2);
    let wanted = vec2(galley.size().x + dot + space(5), size::HIT);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let strength = if response.hovered() { ground.gamma_multiply(1.6) } else { ground };
    let border = if response.has_focus() {
        Stroke::new(stroke::FOCUS, theme::palette(ui).accent)
    } else {
        Stroke::NONE
    };
    let shape = rect.shrink2(vec2(0.0, 1.0));
    ui.painter().rect(shape, CornerRadius::same(u8::MAX), strength, border, StrokeKind::Inside);
    let centre = pos2(rect.left() + space(2) + dot / 2.0, rect.center().y);
    ui.painter().circle_filled(centre, dot / 2.0 - 0.5, color);
    let corner = pos2(rect.left() + space(3) + dot, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(corner, galley, color);
    let label = label.to_owned();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    response
}

/// A button that is only words until the pointer is on it.
pub fn quiet_button(ui: &mut Ui, words: &str) -> Response {
    let palette = theme::palette(ui);
    let text = RichText::new(words).font(font(Face::Ui, type_scale::UI)).color(palette.dim);
    ui.add(Button::new(text).frame_when_inactive(false))
}

/// The button that does what a popup is for.
pub fn main_button(ui: &mut Ui, words: &str) -> Response {
    let palette = theme::palette(ui);
    let text = RichText::new(words).font(font(Face::UiSemibold, type_scale::UI)).color(palette.on_accent);
    ui.scope(|ui| {
        let looks = &mut ui.visuals_mut().widgets;
        for (look, fill) in [
            (&mut looks.inactive, palette.accent),
            (&mut looks.hovered, palette.accent_hover),
            (&mut looks.active, palette.accent_hover),
        ] {
            look.weak_bg_fill = fill;
            look.bg_stroke = Stroke::NONE;
        }
        // The ring of what has the focus; accent on accent would not be seen.
        looks.active.bg_stroke = Stroke::new(stroke::FOCUS, palette.on_accent);
        ui.add(Button::new(text))
    })
    .inner
}

/// A small cross that takes something away.
pub fn cross(ui: &mut Ui, label: &str) -> Response {
    small_icon_button(ui, icon::X, label)
}

/// A stage as a small round sign: a ring, half full, full, full in a ring,
/// a tick.
pub fn stage_sign(ui: &Ui, centre: Pos2, stage: Stage) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    let r = space(1) + 0.5;
    let ring = |color| Stroke::new(size::UNDERLINE * 0.75, color);
    match stage {
        Stage::New => _ = painter.circle_stroke(centre, r, ring(palette.dim)),
        Stage::InProgress => {
            painter.circle_stroke(centre, r, ring(palette.accent));
            let half = (0..=12).map(|step| {
                let angle = std::f32::consts::PI * (step as f32 / 12.0) - std::f32::consts::FRAC_PI_2;
                centre + r * vec2(-angle.cos(), angle.sin())
            });
            painter.add(egui::Shape::convex_polygon(half.collect(), palette.accent, Stroke::NONE));
        }
        Stage::Done => _ = painter.circle_filled(centre, r, palette.accent),
        Stage::Submitted => {
            painter.circle_stroke(centre, r + 1.0, ring(palette.accent));
            painter.circle_filled(centre, r - 2.0, palette.accent);
        }
        Stage::Reviewed => {
            painter.circle_filled(centre, r + 1.0, palette.accent);
            let tick = vec![centre + vec2(-2.5, 0.0), centre + vec2(-0.5, 2.0), centre + vec2(2.5, -2.0)];
            painter.add(egui::Shape::line(tick, ring(palette.on_accent)));
        }
    }
}

/// A tab or a filter: words, accented and underlined when chosen.
pub fn tab(ui: &mut Ui, words: &str, chosen: bool, underlined: bool) -> Response {
    let palette = theme::palette(ui);
    let face = if chosen { Face::UiSemibold } else { Face::Ui };
    let scale = if underlined { type_scale::UI } else { type_scale::SECOND };
    let color = if chosen { palette.text } else { palette.dim };
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font(face, scale), color);
    let height = if underlined { ui.available_height().min(size::TAB) } else { size::HIT };
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x, height), Sense::click());
    let color = if response.hovered() { palette.text } else { color };
    ui.painter().galley_with_override_text_color(
        rect.left_center() - vec2(0.0, galley.size().y / 2.0),
        galley,
        color,
    );
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        let around = rect.expand2(vec2(space(1), 0.0)).shrink2(vec2(0.0, space(1)));
        ui.painter().rect_stroke(around, CornerRadius::same(radius::KEY), ring, StrokeKind::Inside);
    }
    if chosen && underlined {
        let foot =
            Rect::from_min_max(pos2(rect.left(), rect.bottom() - size::UNDERLINE), rect.right_bottom());
        ui.painter().rect_filled(foot, CornerRadius::ZERO, palette.accent);
    }
    let words = words.to_owned();
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, &words));
    response
}
