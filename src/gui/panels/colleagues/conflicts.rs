//! What copies of the project gave different values: both versions, side by
//! side, to choose from.

use egui::{Button, CornerRadius, Frame, Label, Margin, RichText, Stroke, Ui, WidgetInfo, vec2};
use serde_json::Value;

use crate::edit::EntityKind;
use crate::gui::colleagues::{Colleagues, ColleaguesAction, ConflictRow};
use crate::gui::theme::{self, Face, font, radius, size, space, stroke, type_scale};
use crate::gui::widgets::{dim, one_line};
use crate::gui::words::{self, tr};
use crate::model::{Conflict, Mention, QuoteType, Registry, SpeakerId, Stage, Version};
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: &Workspace, state: &Colleagues) -> Option<ColleaguesAction> {
    if state.conflicts.is_empty() {
        dim(ui, tr!("colleagues-no-conflicts"));
        return None;
    }
    dim(ui, tr!("colleagues-conflicts-why"));
    ui.add_space(space(2));
    let mut wish = None;
    ui.add_enabled_ui(!workspace.is_read_only(), |ui| {
        for row in &state.conflicts {
            let chosen = one(ui, row, workspace.registry());
            wish = wish.take().or(chosen.map(|chosen| ColleaguesAction::Decide(row.conflict.id, chosen)));
            ui.add_space(space(2));
        }
    });
    wish
}

fn one(ui: &mut Ui, row: &ConflictRow, registry: &Registry) -> Option<usize> {
    let palette = theme::palette(ui);
    let mut chosen = None;
    let frame = Frame::new()
        .fill(palette.panel)
        .stroke(Stroke::new(stroke::HAIR, palette.edge))
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(Margin::same(space(3) as i8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let field = field_name(&row.conflict);
        let title = tr!("colleagues-conflict", thing = row.thing.as_str(), field = field.as_str());
        one_line(ui, RichText::new(title).font(font(Face::UiSemibold, type_scale::UI)).color(palette.text));
        if let Some(place) = &row.place {
            one_line(ui, RichText::new(place).font(font(Face::Ui, type_scale::SECOND)).color(palette.dim));
        }
        ui.add_space(space(2));
        ui.horizontal_wrapped(|ui| {
            let width = (ui.available_width() - space(3)) / 2.0 - 1.0;
            for (at, version) in row.conflict.versions.iter().enumerate() {
                let thing = row.values.get(at).cloned().flatten();
                let shown = thing.unwrap_or_else(|| value_words(&row.conflict, &version.value, registry));
                if self::version(ui, width, &shown, version, registry) {
                    chosen = Some(at);
                }
            }
        });
    });
    chosen
}

/// A version with who gave it when; true when it was chosen.
fn version(ui: &mut Ui, width: f32, shown: &str, version: &Version, registry: &Registry) -> bool {
    let palette = theme::palette(ui);
    ui.vertical(|ui| {
        ui.set_width(width);
        let words = RichText::new(shown).font(font(Face::Ui, type_scale::UI)).color(palette.text);
        let button = Button::new(words).wrap().min_size(vec2(width, size::HIT + space(2)));
        let response = ui.add(button);
        let label = tr!("colleagues-choose", value = shown);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), &label));
        let by = version.by.map_or_else(|| "–".to_owned(), |by| registry.annotator_name(by).to_owned());
        let when = words::ago(version.at, jiff::Timestamp::now());
        let by = tr!("colleagues-by", who = by, when = when);
        let by = RichText::new(by).font(font(Face::Ui, type_scale::SECOND)).color(palette.dim);
        ui.add(Label::new(by).truncate()).on_hover_text(words::exact(version.at));
        response.clicked()
    })
    .inner
}

/// A field as people read it.
fn field_name(conflict: &Conflict) -> String {
    tr!(match conflict.field.as_str() {
        Conflict::EXISTENCE => "colleagues-field-exists",
        "name" => "colleagues-field-name",
        "kind" => "colleagues-field-kind",
        "aliases" => "colleagues-field-aliases",
        "roles" => "colleagues-field-roles",
        "country" => "colleagues-field-country",
        "wikidata" => "colleagues-field-wikidata",
        "note" => "colleagues-field-note",
        "title" => "colleagues-field-title",
        "publisher" => "colleagues-field-publisher",
        "authors" => "colleagues-field-authors",
        "published_at" => "colleagues-field-published",
        "language" => "colleagues-field-language",
        "regions" => "colleagues-field-regions",
        "type" => "colleagues-field-type",
        "content" => "colleagues-field-content",
        "cue" => "colleagues-field-cue",
        "source" => "colleagues-field-source",
        "mention" => "colleagues-field-mention",
        "addressee" | "addressee_speakers" => "colleagues-field-addressee",
        "relay" | "relay_speakers" => "colleagues-field-relay",
        "speakers" | "claimants" => "colleagues-field-speakers",
        "same_as" => "colleagues-field-same-as",
        "parent" => "colleagues-field-parent",
        "text" | "statement" => "colleagues-field-text",
        "ruling" => "colleagues-field-ruling",
        "value" => "colleagues-field-value",
        _ => return conflict.field.replace('_', " "),
    })
}

/// A value as people read it.
fn value_words(conflict: &Conflict, value: &Value, registry: &Registry) -> String {
    if conflict.field == Conflict::EXISTENCE {
        return if *value == true { tr!("colleagues-keep") } else { tr!("colleagues-delete") };
    }
    let of_speakers =
        conflict.field.contains("speakers") || matches!(conflict.field.as_str(), "claimants" | "same_as");
    match value {
        Value::Null => tr!("colleagues-empty"),
        Value::String(words) if words.is_empty() => tr!("colleagues-empty"),
        Value::String(_) if of_speakers => item_words(value, of_speakers, registry),
        Value::String(name) => closed_words(conflict, name).unwrap_or_else(|| name.clone()),
        Value::Array(items) if items.is_empty() => tr!("colleagues-empty"),
        Value::Array(items) if conflict.field == "regions" => tr!("colleagues-parts", number = items.len()),
        Value::Array(items) => {
            let words = items.iter().map(|item| item_words(item, of_speakers, registry));
            words.collect::<Vec<_>>().join(if of_speakers { ", " } else { " … " })
        }
        Value::Object(ruling) if conflict.entity == EntityKind::Decision.name() => {
            let words = |name: &str| ruling.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            [words("choice"), words("reason")].join(" ").trim().to_owned()
        }
        other => other.to_string(),
    }
}

/// A word of a closed list, in the window's language.
fn closed_words(conflict: &Conflict, name: &str) -> Option<String> {
    match conflict.field.as_str() {
        "type" => QuoteType::from_name(name).map(words::quote_type),
        "mention" => Mention::from_name(name).map(words::mention),
        "stage" | "status" => Stage::from_name(name).map(words::stage),
        _ => None,
    }
}

fn item_words(item: &Value, of_speakers: bool, registry: &Registry) -> String {
    let text = |name: &str| item.get(name).and_then(Value::as_str).map(str::to_owned);
    let speaker = || item.as_str()?.parse::<SpeakerId>().ok().and_then(|id| registry.speakers.get(&id));
    match item {
        Value::String(words) if of_speakers => speaker().map_or_else(|| words.clone(), |s| s.name.clone()),
        Value::String(words) => words.clone(),
        _ => text("text").or_else(|| text("title")).unwrap_or_else(|| item.to_string()),
    }
}
