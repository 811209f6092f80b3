//! Which labels annotators mix up, as a table whose cells list their quotes.

use egui::{Align2, CornerRadius, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::page::section;
use super::{act, grid, line};
use crate::gui::action::Action;
use crate::gui::review::{Agreement, AgreementAction, Chosen, Measured, label_title, label_value};
use crate::gui::theme::{self, Face, font, radius, size, space, type_scale};
use crate::gui::widgets::{dim, tab};
use crate::gui::words::tr;
use crate::model::Registry;
use crate::review::agreement::{Confusion, Label, Scope, confusion};

/// As many values as fit the page; the most frequent are shown.
const SHOWN: usize = 8;

pub fn show(ui: &mut Ui, agreement: &Agreement, measured: &Measured, registry: &Registry) -> Vec<Action> {
    let mut actions = Vec::new();
    section(ui, &tr!("agreement-mixed"));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space(4);
        for label in measured.material.labels.all() {
            let chosen = agreement.label == label;
            if tab(ui, &label_title(&label), chosen, false).clicked() {
                actions.push(act(AgreementAction::Label(label)));
            }
        }
    });
    let table = confusion(&measured.material, agreement.scope, &agreement.label);
    if table.values.is_empty() {
        dim(ui, tr!("agreement-nothing-aligned"));
        return actions;
    }
    let whose = match agreement.scope {
        Scope::All => tr!("agreement-mixed-all"),
        Scope::Pair(pair) => {
            let (a, b) = measured.material.pairs.get(pair).copied().unwrap_or_default();
            let name = |place: usize| measured.names.get(place).cloned().unwrap_or_default();
            tr!("agreement-mixed-pair", a = name(a), b = name(b))
        }
    };
    dim(ui, whose);
    ui.add_space(space(2));
    let values = table.values.iter().take(SHOWN);
    let names: Vec<String> = values
        .map(|value| label_value(&measured.material.labels.value(&agreement.label, *value), registry))
        .collect();
    actions.extend(cells(ui, agreement, &table, &names));
    if table.values.len() > SHOWN {
        ui.add_space(space(1));
        dim(ui, tr!("agreement-mixed-more", number = table.values.len() - SHOWN));
    }
    actions
}

fn cells(ui: &mut Ui, agreement: &Agreement, table: &Confusion, names: &[String]) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let side = ui.available_width() * 0.28;
    let wide = ((ui.available_width() - side) / names.len() as f32).min(size::NUMBERS / 6.0);
    let height = size::HIT + space(2);
    let rows = names.len() as f32 + 1.0;
    let (whole, _) =
        ui.allocate_exact_size(vec2(side + wide * names.len() as f32, height * rows), Sense::hover());
    let small = font(Face::Ui, type_scale::SECOND);
    let corner = whole.min + vec2(side, height);
    let most = table.counts.iter().flatten().copied().max().unwrap_or(1).max(1);
    for (place, name) in names.iter().enumerate() {
        let left = corner.x + wide * place as f32 + space(1);
        line(ui, pos2(left, whole.top() + height / 2.0), wide - space(2), name, small.clone(), palette.dim);
        let middle = corner.y + height * (place as f32 + 0.5);
        line(
            ui,
            pos2(whole.left(), middle),
            side - space(2),
            name,
            font(Face::Ui, type_scale::UI),
            palette.text,
        );
    }
    for (row, (name, counts)) in names.iter().zip(&table.counts).enumerate() {
        for (column, (other, count)) in names.iter().zip(counts).enumerate() {
            let at = corner + Vec2::new(wide * column as f32, height * row as f32);
            let rect = Rect::from_min_size(at, vec2(wide, height)).shrink(1.0);
            let values = table.values.get(row).copied().zip(table.values.get(column).copied());
            let Some(values) = values else { continue };
            let of_cell = Chosen::Mixed(agreement.label.clone(), values);
            if cell(
                ui,
                rect,
                *count,
                row == column,
                *count as f32 / most as f32,
                (name, other),
                &of_cell,
                agreement,
            ) {
                actions.push(act(AgreementAction::Choose(of_cell)));
            }
        }
    }
    actions
}

/// One count on a ground as strong as it is frequent: agreement in the
/// accent's colour, mix-ups in that of what wants a look.
#[allow(clippy::too_many_arguments, reason = "a cell is all of these")]
fn cell(
    ui: &mut Ui,
    rect: Rect,
    count: usize,
    same: bool,
    strength: f32,
    (name, other): (&str, &str),
    of_cell: &Chosen,
    agreement: &Agreement,
) -> bool {
    let palette = theme::palette(ui);
    let (label, values) = match of_cell {
        Chosen::Mixed(label, values) => (label_key(label), *values),
        Chosen::Figure(_) => (String::new(), (0, 0)),
    };
    let sense = if count > 0 { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with((label, values)), sense);
    let color = if same { palette.accent } else { palette.warn };
    let ground = if count > 0 { theme::wash(color, 0.08 + 0.3 * strength) } else { palette.panel };
    ui.painter().rect_filled(rect, CornerRadius::same(radius::FRAME), ground);
    if count > 0 {
        grid::ground(ui, rect, &response, agreement.chosen == *of_cell);
    }
    let ink = if count > 0 { palette.text } else { palette.dim };
    let face = font(if same { Face::UiSemibold } else { Face::Ui }, type_scale::UI);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, count, face, ink);
    let said = tr!("agreement-mixed-cell", a = name, b = other, number = count);
    let role = if count > 0 { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &said));
    response.clicked()
}

fn label_key(label: &Label) -> String {
    format!("{label:?}")
}
