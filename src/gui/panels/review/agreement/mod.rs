//! The Agreement tab: the numbers stand on the page, the cases behind the
//! chosen one in the panel.

mod confusion;
mod grid;
mod here;
mod page;
mod plot;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    CornerRadius, FontId, Frame, Margin, Pos2, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::gui::action::Action;
use crate::gui::review::{
    Agreement, AgreementAction, Chosen, Listed, ReviewAction, label_title, measure_title, number,
};
use crate::gui::theme::{self, Face, font, icon, radius, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, heading, paint_icon, tab};
use crate::gui::words::tr;
use crate::review::agreement::{Outcome, Scope};

pub use here::here;
pub use page::page;

fn act(action: AgreementAction) -> Action {
    Action::Review(ReviewAction::Agreement(action))
}

/// The panel: what was chosen, and its cases.
pub fn show(ui: &mut Ui, view: &View) -> Vec<Action> {
    let agreement = &view.review.agreement;
    let mut actions = Vec::new();
    // However little there is to show, the panel keeps its width.
    ui.set_min_width(ui.available_width());
    let margin = Margin::symmetric(space(3) as i8, space(2) as i8);
    if agreement.measured.is_none() {
        Frame::NONE.inner_margin(margin).show(ui, |ui| dim(ui, tr!("agreement-cases-here")));
        return actions;
    }
    Frame::NONE.inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        about(ui, agreement);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space(4);
            if matches!(agreement.chosen, Chosen::Figure(_)) {
                for (all, words) in
                    [(false, tr!("agreement-list-differing")), (true, tr!("agreement-list-all"))]
                {
                    if tab(ui, &words, agreement.all == all, false).clicked() {
                        actions.push(act(AgreementAction::ListAll(all)));
                    }
                }
            }
            dim(ui, tr!("agreement-cases", number = agreement.listed.len()));
        });
    });
    if agreement.listed.is_empty() {
        Frame::NONE.inner_margin(margin).show(ui, |ui| dim(ui, tr!("agreement-no-cases")));
        return actions;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let list = ScrollArea::vertical().auto_shrink(false).id_salt("cases");
    list.show_rows(ui, size::CASE_ROW, agreement.listed.len(), |ui, rows| {
        for place in rows {
            if let Some(case) = agreement.listed.get(place)
                && row(ui, case, place, agreement.opened == Some(place))
            {
                actions.push(act(AgreementAction::Open(place)));
            }
        }
    });
    actions
}

/// The chosen number, whose it is, and how sure.
fn about(ui: &mut Ui, agreement: &Agreement) {
    let title = match &agreement.chosen {
        Chosen::Figure(measure) => measure_title(measure),
        Chosen::Mixed(label, _) => tr!("agreement-mixed-of", label = label_title(label)),
    };
    heading(ui, &title);
    let whose = match (agreement.scope, &agreement.measured) {
        (Scope::Pair(pair), Some(measured)) => pair_name(measured, pair),
        _ => tr!("agreement-everyone"),
    };
    dim(ui, whose);
    if let Some(figure) = agreement.figure() {
        let value = figure.value.map_or_else(|| tr!("agreement-no-value"), number);
        let words = match figure.interval {
            Some((low, high)) => {
                tr!("agreement-value-interval", value = value, low = number(low), high = number(high))
            }
            None => value,
        };
        ui.label(egui::RichText::new(words).font(font(Face::UiMedium, type_scale::UI)));
    }
    ui.add_space(space(1));
}

pub fn pair_name(measured: &crate::gui::review::Measured, pair: usize) -> String {
    let name = |place: usize| measured.names.get(place).cloned().unwrap_or_default();
    let (a, b) = measured.material.pairs.get(pair).copied().unwrap_or_default();
    tr!("agreement-pair", a = name(a), b = name(b))
}

/// One case; whether it was clicked.
fn row(ui: &mut Ui, case: &Listed, place: usize, opened: bool) -> bool {
    let palette = theme::palette(ui);
    let wide = vec2(ui.available_width(), size::CASE_ROW);
    let (rect, response) =
        ui.push_id((case.article, place), |ui| ui.allocate_exact_size(wide, Sense::click())).inner;
    if !ui.is_rect_visible(rect) {
        return false;
    }
    if response.is_pointer_button_down_on() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, palette.pressed);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, palette.hover);
    } else if opened {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, palette.accent_ground);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(stroke::HAIR, palette.line));
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(radius::FIELD), ring, StrokeKind::Inside);
    }
    let (sign, color, outcome) = match case.outcome {
        Outcome::Agrees => (icon::CIRCLE_CHECK, palette.accent, tr!("agreement-agrees")),
        Outcome::Differs => (icon::CIRCLE_ALERT, palette.warn, tr!("agreement-differs")),
        Outcome::Alone => (icon::CIRCLE_HELP, palette.warn, tr!("agreement-alone")),
    };
    let left = rect.left() + space(3);
    let first = rect.top() + space(2) + type_scale::UI.line / 2.0;
    paint_icon(ui, pos2(left + space(2), first), sign, color);
    let text = left + space(6);
    let room = rect.right() - space(3) - text;
    let words = case.words.replace('\n', " ");
    let second = first + type_scale::UI.line;
    line(ui, pos2(text, first), room, &words, font(Face::Ui, type_scale::UI), palette.text);
    line(
        ui,
        pos2(text, second),
        room,
        &case.held.replace('\n', " "),
        font(Face::Ui, type_scale::SECOND),
        palette.text,
    );
    let third = second + type_scale::SECOND.line;
    line(ui, pos2(text, third), room, &case.title, font(Face::Ui, type_scale::SECOND), palette.dim);
    let label = format!("{outcome}: {words}. {}. {}", case.held, case.title);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, opened, &label));
    response.clicked()
}

/// Words on one line around a height, cut where there is no more room.
fn line(ui: &Ui, left: Pos2, room: f32, words: &str, face: FontId, color: egui::Color32) -> Rect {
    let mut job = LayoutJob::simple_singleline(words.to_owned(), face, color);
    job.wrap = TextWrapping::truncate_at_width(room.max(0.0));
    let galley = ui.painter().layout_job(job);
    let corner = left - vec2(0.0, galley.size().y / 2.0);
    let rect = Rect::from_min_size(corner, galley.size());
    ui.painter().galley(corner, galley, color);
    rect
}
