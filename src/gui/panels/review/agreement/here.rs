//! How far the compared layers agree on the open article.

use egui::{Align2, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{act, grid, line};
use crate::gui::action::Action;
use crate::gui::review::{
    AgreementAction, Board, Chosen, Here, ReviewAction, ReviewTab, measure_title, number,
};
use crate::gui::theme::{self, Face, font, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::dim;
use crate::gui::words::tr;
use crate::model::Document;

/// A few numbers; each opens the tab on the same one of the whole project.
pub fn here(ui: &mut Ui, document: &Document, view: &mut View, board: &Board) -> Vec<Action> {
    let kept = view.review.agreement.here.take();
    let here = Here::of(document, &board.alignment, view.revision, kept);
    let mut actions = Vec::new();
    if !here.figures.is_empty() {
        let palette = theme::palette(ui);
        let (rule, _) = ui.allocate_exact_size(vec2(ui.available_width(), stroke::HAIR), Sense::hover());
        ui.painter().hline(rule.x_range(), rule.center().y, Stroke::new(stroke::HAIR, palette.line));
        let margin = egui::Margin::symmetric(space(3) as i8, space(2) as i8);
        egui::Frame::NONE.inner_margin(margin).show(ui, |ui| {
            dim(ui, tr!("agreement-here"));
            ui.spacing_mut().item_spacing.y = 0.0;
            for (measure, value) in &here.figures {
                if row(ui, &measure_title(measure), *value) {
                    actions.push(act(AgreementAction::Choose(Chosen::Figure(measure.clone()))));
                    actions.push(Action::Review(ReviewAction::Show(ReviewTab::Agreement)));
                }
            }
        });
    }
    view.review.agreement.here = Some(here);
    actions
}

fn row(ui: &mut Ui, title: &str, value: Option<f64>) -> bool {
    let palette = theme::palette(ui);
    let wide = vec2(ui.available_width(), size::HIT);
    let (rect, response) = ui.push_id(title, |ui| ui.allocate_exact_size(wide, Sense::click())).inner;
    grid::ground(ui, rect.expand2(vec2(space(1), 0.0)), &response, false);
    let value = value.map_or_else(|| "–".to_owned(), number);
    let face = font(Face::Ui, type_scale::UI);
    line(ui, pos2(rect.left(), rect.center().y), rect.width() - space(12), title, face, palette.text);
    let bold = font(Face::UiSemibold, type_scale::UI);
    ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, &value, bold, palette.text);
    let label = format!("{title}, {value}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    response.clicked()
}
