//! The numbers, in place of the article.

use egui::{Align, Frame, Layout, Margin, ProgressBar, RichText, ScrollArea, Ui};

use super::{act, confusion, grid, pair_name, plot};
use crate::gui::action::Action;
use crate::gui::review::{
    Agreement, AgreementAction, Chosen, Measured, label_title, measure_name, part_title,
};
use crate::gui::theme::{self, Face, font, size, space, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, main_button, tab};
use crate::gui::words::tr;
use crate::model::QuoteType;
use crate::review::agreement::{Label, Measure, PARTS, Part, Scope};
use crate::workspace::Workspace;

pub fn page(ui: &mut Ui, workspace: &Workspace, view: &View) -> Vec<Action> {
    let agreement = &view.review.agreement;
    let mut actions = Vec::new();
    ScrollArea::vertical().auto_shrink(false).id_salt("agreement").show(ui, |ui| {
        let side = ((ui.available_width() - size::NUMBERS) / 2.0).max(space(5));
        let margin =
            Margin { left: side as i8, right: side as i8, top: space(6) as i8, bottom: space(12) as i8 };
        Frame::NONE.inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            actions.extend(head(ui, view));
            let Some(measured) = &agreement.measured else {
                if view.job.is_none() {
                    ui.add_space(space(2));
                    if main_button(ui, &tr!("agreement-measure")).clicked() {
                        actions.push(act(AgreementAction::Measure { gamma: false }));
                    }
                }
                return;
            };
            if measured.material.articles.is_empty() {
                ui.add_space(space(4));
                dim(ui, tr!("agreement-too-few"));
                return;
            }
            actions.extend(scopes(ui, agreement, measured));
            actions.extend(spans(ui, agreement, measured));
            actions.extend(labels(ui, agreement, measured));
            if agreement.scope == Scope::All {
                actions.extend(text(ui, view, measured));
            }
            actions.extend(confusion::show(ui, agreement, measured, workspace.registry()));
            plot::show(ui, agreement, measured);
        });
    });
    actions
}

/// Title, on what was measured, how far a running measurement is.
fn head(ui: &mut Ui, view: &View) -> Vec<Action> {
    let palette = theme::palette(ui);
    let agreement = &view.review.agreement;
    let mut actions = Vec::new();
    ui.horizontal(|ui| {
        let title =
            RichText::new(tr!("agreement-title")).font(font(Face::ReadingSemibold, type_scale::HEADLINE));
        ui.label(title.color(palette.text));
        if agreement.measured.is_some() && view.job.is_none() {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.button(tr!("agreement-again")).clicked() {
                    let gamma = agreement.measured.as_ref().is_some_and(|old| old.report.gamma.is_some());
                    actions.push(act(AgreementAction::Measure { gamma }));
                }
            });
        }
    });
    if let Some(measured) = &agreement.measured {
        let names = measured.names.join(", ");
        dim(ui, tr!("agreement-on", names = names, number = measured.material.articles.len()));
        if measured.revision != view.revision && view.job.is_none() {
            dim(ui, tr!("agreement-stale"));
        }
    } else {
        dim(ui, tr!("agreement-about"));
    }
    if let Some(job) = &view.job {
        ui.add_space(space(2));
        ui.horizontal(|ui| {
            ui.add(ProgressBar::new(job.share()).desired_width(size::SEARCH).desired_height(space(2)));
            dim(ui, job.title());
            if ui.button(tr!("agreement-stop")).clicked() {
                actions.push(Action::CancelJob);
            }
        });
    }
    actions
}

/// Everyone, or two of them.
fn scopes(ui: &mut Ui, agreement: &Agreement, measured: &Measured) -> Vec<Action> {
    let mut actions = Vec::new();
    ui.add_space(space(4));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space(4), space(1));
        let pairs = measured.report.pair_articles.iter().enumerate().filter(|(_, articles)| **articles > 0);
        let pairs: Vec<usize> = pairs.map(|(pair, _)| pair).collect();
        let all = (measured.names.len() > 2 || pairs.is_empty()).then_some(Scope::All);
        let single = pairs.len() == 1;
        let scopes =
            all.or(single.then_some(Scope::All)).into_iter().chain(pairs.into_iter().map(Scope::Pair));
        for scope in scopes {
            let words = match scope {
                Scope::All => tr!("agreement-everyone"),
                Scope::Pair(pair) => pair_name(measured, pair),
            };
            if tab(ui, &words, agreement.scope == scope, false).clicked() {
                actions.push(act(AgreementAction::Scope(scope)));
            }
        }
    });
    actions
}

pub fn section(ui: &mut Ui, title: &str) {
    let palette = theme::palette(ui);
    ui.add_space(space(6));
    ui.label(RichText::new(title).font(font(Face::UiSemibold, type_scale::TITLE)).color(palette.text));
    ui.add_space(space(1));
}

fn spans(ui: &mut Ui, agreement: &Agreement, measured: &Measured) -> Vec<Action> {
    section(ui, &tr!("agreement-spans"));
    dim(ui, tr!("agreement-spans-about"));
    if agreement.scope != Scope::All {
        dim(ui, tr!("agreement-agr-about"));
    }
    let kinds: &[fn(Part) -> Measure] = match agreement.scope {
        Scope::All => &[Measure::StrictF1, Measure::OverlapF1],
        Scope::Pair(_) => &[Measure::StrictF1, Measure::OverlapF1, Measure::AgrAb, Measure::AgrBa],
    };
    let types = QuoteType::ALL.iter().map(|quote_type| Part::Type(*quote_type));
    let parts: Vec<Part> = PARTS.into_iter().map(Part::Role).chain(types).collect();
    let rows =
        parts.into_iter().map(|part| (part_title(part), kinds.iter().map(|kind| kind(part)).collect()));
    let titles: Vec<String> = kinds.iter().map(|kind| measure_name(&kind(Part::Role(PARTS[0])))).collect();
    table(ui, agreement, measured, &titles, rows)
}

fn labels(ui: &mut Ui, agreement: &Agreement, measured: &Measured) -> Vec<Action> {
    section(ui, &tr!("agreement-labels"));
    dim(ui, tr!("agreement-labels-about"));
    let kinds: [fn(Label) -> Measure; 2] = match agreement.scope {
        Scope::All => [Measure::Fleiss, Measure::Alpha],
        Scope::Pair(_) => [Measure::Cohen, Measure::Accuracy],
    };
    let titles: Vec<String> = kinds.iter().map(|kind| measure_name(&kind(Label::Type))).collect();
    let all = measured.material.labels.all();
    let rows = all.into_iter().map(|label| {
        let title = label_title(&label);
        (title, kinds.iter().map(|kind| kind(label.clone())).collect())
    });
    table(ui, agreement, measured, &titles, rows)
}

/// A table of figures; rows without a figure are left out.
fn table(
    ui: &mut Ui,
    agreement: &Agreement,
    measured: &Measured,
    titles: &[String],
    rows: impl Iterator<Item = (String, Vec<Measure>)>,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let mut titles = titles.to_vec();
    titles.push(tr!("agreement-n"));
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(space(1));
    grid::header(ui, &titles);
    for (title, measures) in rows {
        let figures: Vec<_> =
            measures.iter().filter_map(|measure| measured.report.figure(agreement.scope, measure)).collect();
        if figures.len() == measures.len() && figures.iter().any(|figure| figure.n > 0) {
            let clicked = grid::row(ui, &title, &figures, &agreement.chosen);
            actions.extend(clicked.map(|measure| act(AgreementAction::Choose(Chosen::Figure(measure)))));
        }
    }
    actions
}

/// The measures on the text, each with a line on what it says.
fn text(ui: &mut Ui, view: &View, measured: &Measured) -> Vec<Action> {
    let agreement = &view.review.agreement;
    let mut actions = Vec::new();
    section(ui, &tr!("agreement-text"));
    ui.spacing_mut().item_spacing.y = 0.0;
    let lines = [
        (Measure::AlphaToken, tr!("agreement-alpha-token-about")),
        (Measure::AlphaU, tr!("agreement-alpha-u-about")),
        (Measure::UAlpha, tr!("agreement-u-alpha-about")),
        (Measure::CuAlpha, tr!("agreement-cu-alpha-about")),
        (Measure::Gamma, tr!("agreement-gamma-about")),
    ];
    for (measure, about) in lines {
        if let Some(figure) = measured.report.figure(Scope::All, &measure) {
            let clicked = grid::explained(ui, figure, &about, &agreement.chosen);
            actions.extend(clicked.then(|| act(AgreementAction::Choose(Chosen::Figure(measure)))));
        }
    }
    ui.add_space(space(2));
    match &measured.report.gamma {
        Some(gamma) => {
            let precision = crate::gui::review::number(gamma.precision);
            dim(ui, tr!("agreement-gamma-precision", precision = precision, number = gamma.samples));
        }
        None if view.job.is_none() => {
            ui.horizontal(|ui| {
                if ui.button(tr!("agreement-measure-gamma")).clicked() {
                    actions.push(act(AgreementAction::Measure { gamma: true }));
                }
                dim(ui, tr!("agreement-gamma-takes"));
            });
        }
        None => {}
    }
    actions
}
