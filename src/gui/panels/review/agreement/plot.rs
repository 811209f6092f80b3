//! How the chosen number went over time.

use egui::Ui;
use egui_plot::{GridMark, HoverPosition, Line, Plot, PlotPoints, Points, uniform_grid_spacer};

use super::page::section;
use crate::gui::review::{Agreement, Chosen, Measured, measure_title, number};
use crate::gui::theme::{self, size, space, stroke};
use crate::gui::widgets::dim;
use crate::gui::words::tr;

pub fn show(ui: &mut Ui, agreement: &Agreement, measured: &Measured) {
    section(ui, &tr!("agreement-time"));
    let Chosen::Figure(measure) = &agreement.chosen else {
        dim(ui, tr!("agreement-time-choose"));
        return;
    };
    let months = measured.report.by_month(agreement.scope, measure);
    if months.len() < 2 {
        dim(ui, tr!("agreement-time-one", measure = measure_title(measure)));
        return;
    }
    dim(ui, tr!("agreement-time-about", measure = measure_title(measure)));
    ui.add_space(space(2));
    let palette = theme::palette(ui);
    let points: Vec<[f64; 2]> = (0..).zip(&months).map(|(at, (_, value))| [f64::from(at), *value]).collect();
    let names: Vec<String> = months.iter().map(|(month, _)| (*month).to_owned()).collect();
    let least = months.iter().map(|(_, value)| *value).fold(0.0, f64::min);
    let shown = names.clone();
    let month = move |mark: GridMark, _: &std::ops::RangeInclusive<f64>| {
        let whole = (mark.value - mark.value.round()).abs() < 1e-6 && mark.value >= 0.0;
        whole.then(|| shown.get(mark.value.round() as usize).cloned()).flatten().unwrap_or_default()
    };
    Plot::new("agreement over time")
        .height(size::PLOT)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_zoom(false)
        .allow_boxed_zoom(false)
        .show_background(false)
        .show_grid([false, true])
        .y_grid_spacer(uniform_grid_spacer(|_| [0.25, 0.5, 1.0]))
        .include_x(-0.4)
        .include_x(points.len() as f64 - 0.6)
        .include_y(least)
        .include_y(1.0)
        .x_grid_spacer(move |_| {
            (0..names.len()).map(|at| GridMark { value: at as f64, step_size: 1.0 }).collect()
        })
        .x_axis_formatter(month)
        .y_axis_formatter(|mark, _| number(mark.value))
        .label_formatter(|place| match place {
            HoverPosition::NearDataPoint { position, .. } => Some(number(position.y)),
            HoverPosition::Elsewhere { .. } => None,
        })
        .show(ui, |plot| {
            let line = PlotPoints::from(points.clone());
            plot.line(Line::new("line", line).color(palette.accent).width(stroke::FOCUS));
            plot.points(
                Points::new("months", PlotPoints::from(points)).color(palette.accent).radius(space(1)),
            );
        });
}
