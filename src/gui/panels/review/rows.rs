//! The rows of a group's card: a value where the readings agree, a choice
//! where they differ.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Color32, CornerRadius, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::case::{focus, heard};
use crate::edit::Settlement;
use crate::gui::action::Action;
use crate::gui::page::{Hues, ReadingLane, lane_color};
use crate::gui::review::{Board, ReviewAction, aspect_name, letter, said_words, value_words};
use crate::gui::theme::{self, Face, font, radius, size, space, stroke, type_scale};
use crate::gui::widgets::chip;
use crate::gui::words::tr;
use crate::model::{Aspect, Choice, SpeakerId};
use crate::review::{Case, Group, PointState, Value};
use crate::workspace::Workspace;

/// One of the values to choose from.
pub struct Version {
    pub layers: Vec<usize>,
    pub words: String,
    pub chosen: bool,
    pub settlement: Settlement,
}

/// What a row shows.
pub struct Row {
    pub aspect: Aspect,
    /// The value where the readings agree.
    pub words: String,
    pub speakers: Vec<SpeakerId>,
    /// Where they differ.
    pub versions: Vec<Version>,
    /// What was decided instead of all of them.
    pub own: Option<String>,
    pub changed: bool,
    empty: bool,
}

impl Row {
    pub fn of(
        workspace: &Workspace,
        board: &Board,
        (case, group): (&Case, &Group),
        aspect: Aspect,
    ) -> Option<Self> {
        let (document, registry) = (workspace.document()?, workspace.registry());
        let point = case.point(aspect);
        if point.is_none() && matches!(aspect, Aspect::Presence | Aspect::Parent | Aspect::Attributes) {
            return None;
        }
        let result = case.result.and_then(|id| document.quote(id));
        let (_, first) = group.present().next()?;
        let shown = result.filter(|_| aspect != Aspect::Presence).unwrap_or(first);
        let words = said_words(shown, aspect, document, registry);
        let empty = words == tr!("review-none");
        let speakers = aspect.speakers_of().map(|role| shown.speakers_of(role).to_vec()).unwrap_or_default();
        let mut row =
            Self { aspect, words, speakers, versions: Vec::new(), own: None, changed: false, empty };
        let Some(point) = point else { return Some(row) };
        let ruling = point.ruling.as_ref().filter(|_| point.state == PointState::Decided);
        let taken = ruling.filter(|ruling| ruling.choice == Choice::Take).and_then(|ruling| ruling.taken);
        for (value, layers) in point.difference.choices() {
            let quote = layers.iter().find_map(|layer| group.quotes.get(*layer)?.as_ref());
            let settlement = match (value, quote) {
                (Value::Present(false), _) | (_, None) => Settlement::Neither { reason: None },
                (_, Some(quote)) => Settlement::Take(quote.id),
            };
            let by = taken.and_then(|id| board.alignment.place_of(id).and(Some(id)));
            let holds = |id| {
                layers.iter().any(|layer| {
                    group.quotes.get(*layer).is_some_and(|q| q.as_ref().is_some_and(|q| q.id == id))
                })
            };
            let words = value_words(value, document, registry);
            row.versions.push(Version { chosen: by.is_some_and(holds), layers, words, settlement });
        }
        row.own = ruling.and_then(|ruling| match ruling.choice {
            Choice::Own => Some(row.words.clone()),
            Choice::Neither => Some(tr!("review-neither")),
            _ => None,
        });
        row.changed = point.state == PointState::ChangedSince;
        Some(row)
    }

    /// Whether there is nothing to show or to choose.
    pub fn is_empty(&self) -> bool {
        self.empty && self.versions.is_empty()
    }
}

pub fn show(ui: &mut Ui, (workspace, hues): (&Workspace, &Hues), row: &Row, focused: bool) -> Vec<Action> {
    let mut actions = Vec::new();
    ui.push_id(row.aspect, |ui| {
        ui.horizontal_top(|ui| {
            if name(ui, row.aspect, focused).clicked() {
                actions.push(focus(row.aspect));
            }
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                if row.versions.is_empty() {
                    value(ui, (workspace, hues), row);
                } else {
                    actions.extend(versions(ui, row));
                }
                if row.changed {
                    super::case::notice(ui, &tr!("review-changed-since"));
                }
            });
        });
    });
    actions
}

/// A row's name; the one in focus is marked.
pub fn name(ui: &mut Ui, aspect: Aspect, focused: bool) -> Response {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(size::FIELD_LABEL, size::HIT), Sense::click());
    let (face, color) = if focused { (Face::UiSemibold, palette.accent) } else { (Face::Ui, palette.dim) };
    let color = if response.hovered() { palette.text } else { color };
    let mut job = LayoutJob::simple_singleline(aspect_name(aspect), font(face, type_scale::SECOND), color);
    job.wrap = TextWrapping::truncate_at_width(rect.width());
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, color);
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(radius::KEY), ring, StrokeKind::Inside);
    }
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, focused, heard(aspect, focused)));
    response
}

fn value(ui: &mut Ui, (workspace, hues): (&Workspace, &Hues), row: &Row) {
    let palette = theme::palette(ui);
    if row.speakers.is_empty() {
        let color = if row.empty { palette.dim } else { palette.text };
        ui.set_min_height(size::HIT);
        ui.add_space((size::HIT - type_scale::UI.line) / 2.0);
        let text = RichText::new(&row.words).font(font(Face::Ui, type_scale::UI)).color(color);
        ui.add(egui::Label::new(text).truncate()).on_hover_text(&row.words);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for id in &row.speakers {
            let name = workspace.registry().speakers.get(id).map_or("–", |speaker| speaker.name.as_str());
            let color = hues.get(id).map_or(palette.dim, |hue| hue.color(palette));
            let _ = chip(ui, color, name, name);
        }
    });
}

/// The versions two by two, each with the letters of its layers.
fn versions(ui: &mut Ui, row: &Row) -> Vec<Action> {
    let mut actions = Vec::new();
    let width = ((ui.available_width() - space(1)) / 2.0).floor();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space(1), space(1));
        for version in &row.versions {
            if choice(ui, width, version, row.aspect).clicked() {
                let decided = ReviewAction::Decide(row.aspect, version.settlement.clone());
                actions.push(Action::Review(decided));
            }
        }
        if let Some(own) = &row.own {
            let settlement = Settlement::Neither { reason: None };
            let version = Version { layers: Vec::new(), words: own.clone(), chosen: true, settlement };
            let _ = choice(ui, width, &version, row.aspect);
        }
    });
    actions
}

fn choice(ui: &mut Ui, width: f32, version: &Version, aspect: Aspect) -> Response {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::HIT), Sense::click());
    let (fill, border) = match (version.chosen, response.hovered()) {
        (true, _) => (palette.accent_ground, Stroke::new(stroke::HAIR, palette.accent)),
        (false, true) => (palette.hover, Stroke::new(stroke::HAIR, palette.edge)),
        (false, false) => (palette.field, Stroke::new(stroke::HAIR, palette.edge)),
    };
    let border = if response.has_focus() { Stroke::new(stroke::FOCUS, palette.accent) } else { border };
    ui.painter().rect(rect, CornerRadius::same(radius::KEY), fill, border, StrokeKind::Inside);
    let mut job = LayoutJob::default();
    for layer in &version.layers {
        let color = lane_color(palette, ReadingLane::Layer(*layer));
        job.append(
            &letter(*layer).to_string(),
            0.0,
            TextFormat::simple(font(Face::UiSemibold, type_scale::SECOND), color),
        );
    }
    let gap = if version.layers.is_empty() { 0.0 } else { space(1) + 1.0 };
    job.append(&version.words, gap, TextFormat::simple(font(Face::Ui, type_scale::SECOND), palette.text));
    job.wrap = TextWrapping::truncate_at_width(width - space(3));
    let galley = ui.painter().layout_job(job);
    let cut = galley.elided;
    let corner = pos2(rect.left() + space(2) - 2.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(corner, galley, palette.text);
    let letters: Vec<String> = version.layers.iter().map(|layer| letter(*layer).to_string()).collect();
    let label = tr!(
        "review-version-label",
        field = aspect_name(aspect),
        who = letters.join(", "),
        words = version.words.as_str()
    );
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, version.chosen, &label));
    if cut { response.on_hover_text(&version.words) } else { response }
}

/// A button that shows its key.
pub fn keyed_button(ui: &mut Ui, key: &str, words: &str, color: Color32, label: &str) -> Response {
    let palette = theme::palette(ui);
    let key_galley =
        ui.painter().layout_no_wrap(key.to_owned(), font(Face::Ui, type_scale::SECOND), palette.dim);
    let galley =
        ui.painter().layout_no_wrap(words.to_owned(), font(Face::UiMedium, type_scale::SECOND), color);
    let cap = if key.is_empty() { 0.0 } else { key_galley.size().x.max(key_galley.size().y) + space(2) };
    let gap = if key.is_empty() { 0.0 } else { space(1) + 1.0 };
    let wanted = vec2(cap + gap + galley.size().x + space(4), size::HIT + space(1) / 2.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let fill = if response.hovered() { palette.hover } else { palette.field };
    let border = if response.has_focus() {
        Stroke::new(stroke::FOCUS, palette.accent)
    } else {
        Stroke::new(stroke::HAIR, palette.edge)
    };
    ui.painter().rect(rect, CornerRadius::same(radius::FIELD), fill, border, StrokeKind::Inside);
    let left = rect.left() + space(2);
    if !key.is_empty() {
        let at = egui::Rect::from_min_size(
            pos2(left, rect.center().y - key_galley.size().y / 2.0 - 1.0),
            vec2(cap, key_galley.size().y + 2.0),
        );
        let edge = Stroke::new(stroke::HAIR, palette.edge);
        ui.painter().rect(at, CornerRadius::same(radius::KEY), palette.panel, edge, StrokeKind::Inside);
        let place = Align2::CENTER_CENTER.anchor_size(at.center(), key_galley.size()).min;
        ui.painter().galley(place, key_galley, palette.dim);
    }
    let place = pos2(left + cap + gap, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(place, galley, color);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    response.on_hover_text(label)
}
