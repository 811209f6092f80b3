//! Small pieces that the queue and the annotation panel are made of.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align, Color32, CornerRadius, Frame, InnerResponse, Layout, Margin, Pos2, Rect, Response, RichText, Role,
    Sense, Shape, Stroke, StrokeKind, TextEdit, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::gui::theme::{self, Face, font, radius, size, space, stroke, type_scale};
use crate::gui::view::Form;
use crate::gui::words::{self, tr};

/// A box with a tick in it, or without.
pub fn tick_box(ui: &Ui, centre: Pos2, ticked: bool) {
    let palette = theme::palette(ui);
    let rect = Rect::from_center_size(centre, Vec2::splat(space(3) + 1.0));
    let corner = CornerRadius::same(radius::FRAME);
    if !ticked {
        ui.painter().rect_stroke(rect, corner, Stroke::new(stroke::HAIR, palette.dim), StrokeKind::Inside);
        return;
    }
    ui.painter().rect_filled(rect, corner, palette.accent);
    let tick = vec![centre + vec2(-3.0, 0.0), centre + vec2(-1.0, 2.5), centre + vec2(3.0, -2.5)];
    ui.painter().add(Shape::line(tick, Stroke::new(size::UNDERLINE * 0.75, palette.on_accent)));
}

/// A ring with a dot in it, or without.
fn dot_ring(ui: &Ui, centre: Pos2, chosen: bool) {
    let palette = theme::palette(ui);
    let radius = space(3) / 2.0;
    if chosen {
        ui.painter().circle_filled(centre, radius, palette.accent);
        ui.painter().circle_filled(centre, size::UNDERLINE, palette.on_accent);
    } else {
        ui.painter().circle_stroke(centre, radius, Stroke::new(stroke::HAIR, palette.dim));
    }
}

/// Something that is so or not, in its words; changed when it was clicked.
pub fn check_box(ui: &mut Ui, on: &mut bool, words: &str) -> Response {
    let mut response = marked(ui, words, Role::CheckBox, *on, tick_box);
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response
}

/// One of several, of which one is chosen.
pub fn radio(ui: &mut Ui, chosen: bool, words: &str) -> Response {
    marked(ui, words, Role::RadioButton, chosen, dot_ring)
}

/// Words to click with a mark before them.
fn marked(ui: &mut Ui, words: &str, role: Role, on: bool, mark: impl Fn(&Ui, Pos2, bool)) -> Response {
    let palette = theme::palette(ui);
    let mut job =
        LayoutJob::simple_singleline(words.to_owned(), font(Face::Ui, type_scale::UI), palette.text);
    job.wrap = TextWrapping::truncate_at_width(ui.available_width() - space(6));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let room = vec2((space(6) + galley.size().x).max(size::HIT), size::HIT);
    let (rect, response) = ui.allocate_exact_size(room, Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::KEY), palette.hover);
    }
    focus_ring(ui, &response, rect, radius::KEY);
    mark(ui, pos2(rect.left() + space(2), rect.center().y), on);
    let at = pos2(rect.left() + space(5), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.text);
    response.widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), on, words));
    response
}

/// The ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, corner: u8) {
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, theme::palette(ui).accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(corner), ring, StrokeKind::Inside);
    }
}

/// One line of a card or an editor: what it is, then its value. Names stand
/// in a column of their own, level with the first line of the value.
pub fn row<R>(ui: &mut Ui, name: &str, value: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = theme::palette(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let wide = size::CARD_LABEL.min(ui.available_width() / 3.0);
        let (rect, _) = ui.allocate_exact_size(vec2(wide, size::CARD_ROW), Sense::hover());
        let mut job =
            LayoutJob::simple_singleline(name.to_owned(), font(Face::Ui, type_scale::LABEL), palette.dim);
        job.wrap = TextWrapping::truncate_at_width(wide - space(1));
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, palette.dim);
        let room = vec2(ui.available_width(), size::CARD_ROW);
        let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
        ui.allocate_ui_with_layout(room, layout, |ui| {
            ui.set_min_height(size::CARD_ROW);
            ui.spacing_mut().item_spacing = vec2(space(1), space(1));
            value(ui)
        })
        .inner
    })
    .inner
}

/// Words in a thin frame, to be clicked.
pub fn pill(ui: &mut Ui, words: &str, label: &str, keep: f32) -> Response {
    let palette = theme::palette(ui);
    let room = (ui.available_width() - keep - space(4)).max(size::HIT);
    let mut job =
        LayoutJob::simple_singleline(words.to_owned(), font(Face::Ui, type_scale::UI), palette.text);
    job.wrap = TextWrapping::truncate_at_width(room);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x + space(4), size::HIT), Sense::click());
    let shape = rect.shrink2(vec2(0.0, 1.5));
    let border = Stroke::new(stroke::HAIR, palette.edge);
    let fill = if response.hovered() { palette.hover } else { palette.field };
    ui.painter().rect(shape, CornerRadius::same(radius::KEY), fill, border, StrokeKind::Inside);
    focus_ring(ui, &response, shape, radius::KEY);
    let corner = pos2(rect.left() + space(2), rect.center().y - galley.size().y / 2.0);
    let cut = galley.elided;
    ui.painter().galley(corner, galley, palette.text);
    let label = label.to_owned();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    if cut { response.on_hover_text(words) } else { response }
}

/// A small cross that stays back until the pointer or the keyboard is on it.
pub fn quiet_cross(ui: &mut Ui, label: &str) -> Response {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size::HIT), Sense::click());
    let color = if response.hovered() || response.has_focus() { palette.text } else { palette.faint };
    if response.hovered() {
        ui.painter().rect_filled(rect.shrink(2.0), CornerRadius::same(radius::KEY), palette.hover);
    }
    focus_ring(ui, &response, rect.shrink(1.0), radius::KEY);
    let (centre, arm) = (rect.center(), space(1) - 0.5);
    let line = Stroke::new(size::UNDERLINE * 0.6, color);
    ui.painter().line_segment([centre - Vec2::splat(arm), centre + Vec2::splat(arm)], line);
    ui.painter().line_segment([centre + vec2(-arm, arm), centre + vec2(arm, -arm)], line);
    let label = label.to_owned();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    response.on_hover_text(label)
}

/// Words that do something, level with other words until the pointer is on
/// them.
pub fn quiet(ui: &mut Ui, words: &str) -> Response {
    let palette = theme::palette(ui);
    let room = ui.available_width().max(size::HIT);
    let mut job = LayoutJob::simple_singleline(words.to_owned(), font(Face::Ui, type_scale::UI), palette.dim);
    job.wrap = TextWrapping::truncate_at_width(room);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let wide = galley.size().x.max(size::HIT / 2.0);
    let (rect, response) = ui.allocate_exact_size(vec2(wide, size::HIT), Sense::click());
    let around = rect.expand2(vec2(space(1), 0.0));
    if response.hovered() {
        ui.painter().rect_filled(around, CornerRadius::same(radius::KEY), palette.hover);
    }
    focus_ring(ui, &response, around, radius::KEY);
    let ink = if response.hovered() { palette.text } else { palette.dim };
    let corner = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley_with_override_text_color(corner, galley, ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    response
}

/// A person's initials on a round ground of their colour.
pub fn avatar(ui: &mut Ui, name: &str, color: Color32) {
    let palette = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(size::INITIALS), Sense::hover());
    ui.painter().circle_filled(
        rect.center(),
        size::INITIALS / 2.0,
        theme::wash(color, palette.ground_selected),
    );
    let initials = ui.painter().layout_no_wrap(
        words::initials(name),
        font(Face::UiSemibold, type_scale::TINY),
        palette.text,
    );
    ui.painter().galley(rect.center() - initials.size() / 2.0, initials, palette.text);
}

/// The least room that choices need side by side.
fn segments_wide<T>(ui: &Ui, choices: &[(T, String)]) -> f32 {
    let face = font(Face::UiSemibold, type_scale::LABEL);
    let word = |words: &String| {
        ui.painter().layout_no_wrap(words.clone(), face.clone(), Color32::PLACEHOLDER).size().x + space(2)
    };
    choices.iter().map(|(_, words)| word(words)).sum()
}

/// A few choices side by side; gives the one that was clicked.
pub fn segmented<T: Copy + PartialEq>(
    ui: &mut Ui,
    choices: &[(T, String)],
    chosen: &dyn Fn(T) -> bool,
) -> Option<T> {
    let palette = theme::palette(ui);
    if choices.len() > 2 && segments_wide(ui, choices) > ui.available_width() {
        // In two lines where one is too narrow.
        let (first, rest) = choices.split_at(choices.len().div_ceil(2));
        return ui
            .vertical(|ui| {
                ui.spacing_mut().item_spacing.y = space(1);
                let above = segmented(ui, first, chosen);
                above.or(segmented(ui, rest, chosen))
            })
            .inner;
    }
    let face = |on: bool| font(if on { Face::UiSemibold } else { Face::Ui }, type_scale::LABEL);
    let galleys: Vec<_> = choices
        .iter()
        .map(|(value, words)| {
            let on = chosen(*value);
            let ink = if on { palette.accent } else { palette.dim };
            (*value, on, ui.painter().layout_no_wrap(words.clone(), face(on), ink), words)
        })
        .collect();
    let words_wide: f32 = galleys.iter().map(|(_, _, galley, _)| galley.size().x).sum();
    let spare = (ui.available_width() - words_wide) / galleys.len().max(1) as f32;
    let pad = spare.clamp(space(1), space(5) - 1.0);
    let wide = words_wide + pad * galleys.len() as f32;
    let (rect, _) = ui.allocate_exact_size(vec2(wide, size::HIT), Sense::hover());
    let frame = rect.shrink2(vec2(0.0, 1.0));
    let corner = CornerRadius::same(radius::KEY + 1);
    ui.painter().rect_filled(frame, corner, palette.field);
    let (mut left, mut clicked) = (rect.left(), None);
    for (place, (value, on, galley, words)) in galleys.into_iter().enumerate() {
        let part = Rect::from_min_size(pos2(left, rect.top()), vec2(galley.size().x + pad, rect.height()));
        left = part.right();
        let response = ui.interact(part, ui.scope_id().with(("segment", place, words)), Sense::click());
        let inside = part.shrink2(vec2(0.0, 1.0)).intersect(frame);
        if on {
            ui.painter().rect_filled(inside, corner, palette.accent_ground);
        } else if response.hovered() {
            ui.painter().rect_filled(inside, corner, palette.hover);
        }
        if place > 0 {
            let line = Stroke::new(stroke::HAIR, palette.line);
            ui.painter().vline(part.left(), inside.y_range(), line);
        }
        focus_ring(ui, &response, inside, radius::KEY);
        ui.painter().galley(part.center() - galley.size() / 2.0, galley, palette.dim);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, words));
        if response.clicked() {
            clicked = Some(value);
        }
    }
    ui.painter().rect_stroke(frame, corner, Stroke::new(stroke::HAIR, palette.edge), StrokeKind::Inside);
    clicked
}

/// A text that is typed; true when it changed. Without a frame it looks like
/// plain words until it is worked in.
pub struct Typing<'a> {
    pub words: &'a mut String,
    pub name: &'a str,
    pub hint: &'a str,
    pub lines: bool,
    pub framed: bool,
}

impl Typing<'_> {
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui);
        let hint = RichText::new(self.hint).color(palette.dim);
        let field = if self.lines {
            TextEdit::multiline(self.words).desired_rows(1)
        } else {
            TextEdit::singleline(self.words)
        };
        let mut field = field
            .hint_text(hint)
            .desired_width(f32::INFINITY)
            .min_size(vec2(0.0, size::CARD_ROW))
            .margin(Margin::symmetric(space(2) as i8, 5));
        if !self.framed {
            field = field.frame(Frame::NONE.inner_margin(Margin::symmetric(0, 5)));
        }
        let response = ui.add(field);
        if !self.framed && (response.has_focus() || response.hovered()) {
            let line = if response.has_focus() { palette.accent } else { palette.edge };
            ui.painter().hline(
                response.rect.x_range(),
                response.rect.bottom(),
                Stroke::new(stroke::HAIR, line),
            );
        }
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, self.name));
        response
    }
}

/// A card with its own ground, whose rows lie close together.
pub fn framed_card<R>(ui: &mut Ui, show: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let palette = theme::palette(ui);
    Frame::NONE
        .fill(palette.field)
        .stroke(Stroke::new(stroke::HAIR, palette.line))
        .shadow(theme::card_shadow(palette))
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(Margin::same(space(3) as i8))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            show(ui)
        })
}

/// A text of a form in a row of its own; what is typed is kept when the hand
/// rests. Without a hint of its own it says that one can type here.
pub fn form_text<F>(
    ui: &mut Ui,
    form: &mut Form<F>,
    name: &str,
    kind: Text<'_>,
    of: impl Fn(&mut F) -> &mut String,
) {
    row(ui, name, |ui| {
        let usual = tr!("side-type-here");
        let (lines, hint) = match kind {
            Text::Line => (false, usual.as_str()),
            Text::Lines => (true, usual.as_str()),
            Text::List(hint) => (true, hint),
        };
        let typing = Typing { words: of(&mut form.fields), name, hint, lines, framed: false };
        let response = typing.show(ui);
        note_typing(ui, &response, &mut form.typed);
    });
}

/// What a text of a form is.
#[derive(Clone, Copy)]
pub enum Text<'a> {
    Line,
    Lines,
    /// Several things, with what is said where there is none.
    List(&'a str),
}

/// Notes when a form was typed in. One whose field is left is to be kept at
/// once.
pub fn note_typing(ui: &Ui, response: &Response, typed: &mut Option<f64>) {
    if response.changed() {
        *typed = Some(ui.input(|input| input.time));
    }
    if response.lost_focus() && typed.is_some() {
        *typed = Some(f64::NEG_INFINITY);
        ui.ctx().request_repaint();
    }
}

/// A sentence that says what is wrong with what was typed.
pub fn problem(ui: &mut Ui, words: &str) {
    let palette = theme::palette(ui);
    ui.label(RichText::new(words).font(font(Face::Ui, type_scale::SECOND)).color(palette.error));
}

/// The small heading of a part of a list.
pub fn small_heading(ui: &mut Ui, words: &str) {
    let palette = theme::palette(ui);
    ui.add_space(space(2));
    ui.label(RichText::new(words).font(font(Face::UiSemibold, type_scale::SECOND)).color(palette.dim));
    ui.add_space(space(1));
}
