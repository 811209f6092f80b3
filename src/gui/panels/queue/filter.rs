//! What the queue is narrowed to and sorted by.

use std::collections::BTreeSet;

use egui::{
    CornerRadius, Popup, PopupCloseBehavior, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2,
};

use crate::gui::theme::{self, Face, font, radius, size, space, stroke, type_scale};
use crate::gui::view::{SortBy, View};
use crate::gui::words::{self, tr};
use crate::model::AnnotatorId;
use crate::workspace::Workspace;

/// As many lines of outlets or languages are shown at once.
const LINES: f32 = 6.0;

/// The button that opens the filter.
pub fn button(ui: &mut Ui, workspace: &Workspace, view: &mut View) {
    let palette = theme::palette(ui);
    let active =
        view.queue.narrowed.by_metadata() || view.queue.sort != SortBy::Project || view.queue.reversed;
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size::HIT), Sense::click());
    let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    if response.hovered() || open {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::KEY), palette.hover);
    }
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(radius::KEY), ring, StrokeKind::Inside);
    }
    let ink = if active || open { palette.accent } else { palette.dim };
    // Three lines that grow shorter: what is left of many.
    for (line, half) in [(-1.0, 3.0), (0.0, 2.0), (1.0, 1.0)] {
        let (y, half) = (rect.center().y + line * space(1), half * space(1) / 2.0);
        ui.painter().hline(
            rect.center().x - half..=rect.center().x + half,
            y,
            Stroke::new(size::UNDERLINE * 0.75, ink),
        );
    }
    if active {
        ui.painter().circle_filled(
            pos2(rect.right() - space(1), rect.top() + space(1)),
            size::BAR,
            palette.accent,
        );
    }
    let name = tr!("queue-filter");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let response = response.on_hover_text(&name);
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_width(size::MENU);
        egui::Frame::NONE
            .inner_margin(egui::Margin::same(space(2) as i8))
            .show(ui, |ui| popover(ui, workspace, view));
    });
}

fn popover(ui: &mut Ui, workspace: &Workspace, view: &mut View) {
    ui.spacing_mut().item_spacing.y = 0.0;
    title(ui, &tr!("queue-sort"));
    let queue = &mut view.queue;
    for sort in SortBy::ALL {
        let chosen = queue.sort == sort;
        let ahead = if sort.begins_with_the_last() == queue.reversed { "↑" } else { "↓" };
        if line(ui, Mark::Dot(chosen), &sort_name(sort), if chosen { ahead } else { "" }).clicked() {
            queue.reversed = chosen && !queue.reversed;
            queue.sort = sort;
            queue.sort();
            queue.let_go();
        }
    }
    queue.refresh_facets();
    let facets = std::mem::take(&mut queue.facets);
    let outlets = &mut queue.narrowed.outlets;
    let mut changed = facet(ui, &tr!("queue-outlet"), &facets.outlets, outlets, value_name);
    let languages = &mut queue.narrowed.languages;
    changed |= facet(ui, &tr!("queue-language"), &facets.languages, languages, language_name);
    if facets.annotators.len() > 1 {
        let name = |id: Option<&AnnotatorId>| annotator_name(workspace, id);
        let annotators = &mut queue.narrowed.annotators;
        changed |= facet(ui, &tr!("queue-annotator"), &facets.annotators, annotators, name);
    }
    queue.facets = facets;
    if changed {
        queue.let_go();
    }
}

/// The values of one kind with boxes to tick; true when one was.
fn facet<T: Ord + Clone>(
    ui: &mut Ui,
    title_words: &str,
    values: &[(Option<T>, usize)],
    chosen: &mut BTreeSet<Option<T>>,
    name: impl Fn(Option<&T>) -> String,
) -> bool {
    if values.is_empty() {
        return false;
    }
    title(ui, title_words);
    let mut changed = false;
    let area = ScrollArea::vertical().id_salt(title_words).max_height(LINES * size::HIT);
    area.show_rows(ui, size::HIT, values.len(), |ui, range| {
        for (value, number) in values.get(range).unwrap_or_default() {
            let on = chosen.contains(value);
            if line(ui, Mark::Tick(on), &name(value.as_ref()), &number.to_string()).clicked() {
                if !chosen.remove(value) {
                    chosen.insert(value.clone());
                }
                changed = true;
            }
        }
    });
    changed
}

/// What the queue is narrowed to, each to be taken away again.
pub fn chips(ui: &mut Ui, workspace: &Workspace, view: &mut View) {
    if !view.queue.narrowed.by_metadata() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space(1), space(1));
        let narrowed = &mut view.queue.narrowed;
        let mut changed = false;
        let before = narrowed.outlets.len() + narrowed.languages.len();
        narrowed.outlets.retain(|value| !removable(ui, &value_name(value.as_ref())));
        narrowed.languages.retain(|value| !removable(ui, &language_name(value.as_ref())));
        changed |= narrowed.outlets.len() + narrowed.languages.len() < before;
        let before = narrowed.annotators.len();
        narrowed.annotators.retain(|id| !removable(ui, &annotator_name(workspace, id.as_ref())));
        changed |= narrowed.annotators.len() < before;
        if changed {
            view.queue.let_go();
        }
    });
}

/// A value with a cross; true when it was clicked.
fn removable(ui: &mut Ui, name: &str) -> bool {
    let palette = theme::palette(ui);
    let words =
        RichText::new(format!("{name}  ×")).font(font(Face::Ui, type_scale::SECOND)).color(palette.accent);
    let button = egui::Button::new(words).fill(palette.accent_ground).stroke(Stroke::NONE).truncate();
    let response = ui.add(button);
    let label = tr!("queue-filter-remove", name = name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    response.clicked()
}

#[derive(Clone, Copy)]
enum Mark {
    Dot(bool),
    Tick(bool),
}

/// A line to choose: its mark, its name, and what stands at its end.
fn line(ui: &mut Ui, mark: Mark, name: &str, end: &str) -> egui::Response {
    let palette = theme::palette(ui);
    let (rect, response) =
        ui.allocate_exact_size(egui::vec2(ui.available_width(), size::HIT), Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::KEY), palette.hover);
    }
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(radius::KEY), ring, StrokeKind::Inside);
    }
    let centre = pos2(rect.left() + space(3), rect.center().y);
    let (chosen, role) = match mark {
        Mark::Dot(chosen) => {
            if chosen {
                ui.painter().circle_filled(centre, size::BAR, palette.accent);
            }
            (chosen, Role::RadioButton)
        }
        Mark::Tick(chosen) => {
            crate::gui::panels::parts::tick_box(ui, centre, chosen);
            (chosen, Role::CheckBox)
        }
    };
    let face = if chosen { Face::UiMedium } else { Face::Ui };
    let end = ui.painter().layout_no_wrap(end.to_owned(), font(Face::Ui, type_scale::SECOND), palette.dim);
    let left = rect.left() + space(6);
    let mut job =
        egui::text::LayoutJob::simple_singleline(name.to_owned(), font(face, type_scale::UI), palette.text);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.right() - left - end.size().x - space(4));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, palette.text);
    let at = pos2(rect.right() - space(2) - end.size().x, rect.center().y - end.size().y / 2.0);
    ui.painter().galley(at, end, palette.dim);
    let name = name.to_owned();
    response.widget_info(|| WidgetInfo::selected(role, true, chosen, &name));
    response
}

fn title(ui: &mut Ui, words: &str) {
    let palette = theme::palette(ui);
    ui.add_space(space(2));
    ui.horizontal(|ui| {
        ui.add_space(space(2));
        ui.label(RichText::new(words).font(font(Face::UiSemibold, type_scale::SECOND)).color(palette.dim));
    });
    ui.add_space(space(1) / 2.0);
}

fn value_name(value: Option<&String>) -> String {
    value.cloned().unwrap_or_else(|| tr!("queue-unknown"))
}

fn language_name(code: Option<&String>) -> String {
    code.map_or_else(|| tr!("queue-unknown"), |code| words::own_name(code))
}

fn annotator_name(workspace: &Workspace, id: Option<&AnnotatorId>) -> String {
    let name = |id: &AnnotatorId| workspace.registry().annotator_name(*id).to_owned();
    id.map_or_else(|| tr!("queue-nobody"), name)
}

fn sort_name(sort: SortBy) -> String {
    tr!(match sort {
        SortBy::Project => "queue-sort-project",
        SortBy::Published => "queue-sort-published",
        SortBy::Title => "queue-sort-title",
        SortBy::Outlet => "queue-sort-outlet",
        SortBy::Quotes => "queue-sort-quotes",
        SortBy::Changed => "queue-sort-changed",
    })
}
