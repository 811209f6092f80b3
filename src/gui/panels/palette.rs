//! The command palette: one field for commands, speakers and articles.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Color32, CornerRadius, Key, Modifiers, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::popups;
use crate::gui::action::Action;
use crate::gui::command::State;
use crate::gui::palette::{Found, Palette};
use crate::gui::theme::{self, Face, font, icon, radius, size, space, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, key_at, paint_icon};
use crate::gui::words::tr;
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: Option<&Workspace>, view: &mut View) -> Vec<Action> {
    ui.set_width(size::PALETTE);
    let mut palette = std::mem::take(&mut view.palette);
    let (down, up, page_down, page_up) = ui.input_mut(|input| {
        let mut count = |key| input.count_and_consume_key(Modifiers::NONE, key);
        (count(Key::ArrowDown), count(Key::ArrowUp), count(Key::PageDown), count(Key::PageUp))
    });
    let entered = popups::field(ui, &mut palette.words, &tr!("commands-palette-hint"));
    let state = State { workspace, view };
    let done = palette.search(&state);
    let found = palette.found();
    let last = found.len().saturating_sub(1);
    let forward = down + page_down * size::PALETTE_PAGE;
    palette.chosen = (palette.chosen + forward).saturating_sub(up + page_up * size::PALETTE_PAGE).min(last);
    ui.add_space(space(1));
    let mut taken = found.get(palette.chosen).copied().filter(|_| entered);
    let moved = down + up + page_down + page_up > 0;
    ScrollArea::vertical().max_height(size::PALETTE_LIST).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (place, one) in found.iter().enumerate() {
            let line = Line::of(ui, *one, &state);
            if row(ui, &line, place == palette.chosen, moved, &mut palette) {
                taken = Some(*one);
            }
        }
        if found.is_empty() && done {
            ui.add_space(space(2));
            dim(ui, tr!("commands-palette-nothing", words = palette.words.trim()));
        }
    });
    if !done {
        ui.ctx().request_repaint();
    }
    let actions = taken.map(|one| act(one, &state, &mut palette)).unwrap_or_default();
    view.palette = palette;
    actions
}

fn act(one: Found, state: &State<'_>, palette: &mut Palette) -> Vec<Action> {
    let action = match one {
        Found::Command(command) if command.enabled(state).is_err() => return Vec::new(),
        Found::Command(command) => {
            palette.ran(command);
            Action::Run(command)
        }
        Found::Speaker(speaker) => Action::ShowSpeaker(speaker),
        Found::Article(at) => match state.view.queue.rows.get(at) {
            Some(row) => Action::OpenArticle(row.id),
            None => return Vec::new(),
        },
    };
    vec![Action::ClosePopup, action]
}

/// What a line shows.
struct Line {
    sign: &'static str,
    name: String,
    about: String,
    key: String,
    enabled: bool,
}

impl Line {
    fn of(ui: &Ui, one: Found, state: &State<'_>) -> Self {
        let of = |sign, name: &str, about: String| Self {
            sign,
            name: name.to_owned(),
            about,
            key: String::new(),
            enabled: true,
        };
        match one {
            Found::Command(command) => {
                let need = command.enabled(state).err();
                let about = match need {
                    Some(need) => need.words(ui.ctx(), &state.view.keymap),
                    None => command.group().name(),
                };
                let key = state.view.keymap.shown(ui.ctx(), command);
                let enabled = need.is_none();
                Self { key, enabled, ..of(icon::CHEVRON_RIGHT, &command.title(state), about) }
            }
            Found::Speaker(id) => {
                let speaker = state.workspace.and_then(|workspace| workspace.registry().speaker(id));
                let name = speaker.map_or("", |speaker| speaker.name.as_str());
                of(icon::USER, name, tr!("commands-palette-speaker"))
            }
            Found::Article(at) => {
                let row = state.view.queue.rows.get(at);
                let outlet = row.and_then(|row| row.publisher.clone());
                let about = outlet.unwrap_or_else(|| tr!("commands-palette-article"));
                of(icon::BOOK_OPEN, row.map_or("", |row| row.title.as_str()), about)
            }
        }
    }
}

/// One line; true when it was clicked.
fn row(ui: &mut Ui, line: &Line, chosen: bool, moved: bool, palette: &mut Palette) -> bool {
    let colors = theme::palette(ui);
    let wanted = vec2(ui.available_width(), size::PALETTE_ROW);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    if chosen && moved {
        ui.scroll_to_rect(rect, None);
    }
    let label = [&line.name, &line.about, &line.key]
        .into_iter()
        .filter(|words| !words.is_empty())
        .cloned()
        .collect::<Vec<_>>();
    response.widget_info(|| WidgetInfo::selected(Role::Button, line.enabled, chosen, label.join(", ")));
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let corner = CornerRadius::same(radius::FIELD);
    if chosen {
        ui.painter().rect_filled(rect, corner, colors.accent_ground);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corner, colors.hover);
    }
    let ink = if line.enabled { colors.text } else { colors.dim };
    let left = rect.left() + space(2);
    paint_icon(ui, pos2(left + space(2), rect.center().y), line.sign, colors.dim);
    let mut right = rect.right() - space(2);
    if !line.key.is_empty() {
        right = key_at(ui, pos2(right, rect.center().y), &line.key).left() - space(2);
    }
    let left = left + space(6);
    let about = cut(ui, &line.about, (right - left) * 0.45);
    let about_at = pos2(right - about.size().x, rect.center().y - about.size().y / 2.0);
    ui.painter().galley(about_at, about, colors.dim);
    let room = (about_at.x - space(3) - left).max(0.0);
    let name = matched(ui, &line.name, &palette.matched(&line.name), ink, room);
    let name_at = Rect::from_center_size(rect.center(), name.size()).top();
    ui.painter().galley(pos2(left, name_at), name, ink);
    response.clicked()
}

fn cut(ui: &Ui, words: &str, room: f32) -> std::sync::Arc<egui::Galley> {
    let dim = theme::palette(ui).dim;
    let mut job = LayoutJob::simple_singleline(words.to_owned(), font(Face::Ui, type_scale::SECOND), dim);
    job.wrap = TextWrapping::truncate_at_width(room);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Words with the letters that match in the accent.
fn matched(ui: &Ui, words: &str, places: &[u32], ink: Color32, room: f32) -> std::sync::Arc<egui::Galley> {
    let accent = theme::palette(ui).accent;
    let mut job = LayoutJob { wrap: TextWrapping::truncate_at_width(room), ..LayoutJob::default() };
    let mut append = |run: &str, hit: bool| {
        let (face, color) = if hit { (Face::UiSemibold, accent) } else { (Face::Ui, ink) };
        job.append(run, 0.0, TextFormat::simple(font(face, type_scale::UI), color));
    };
    let (mut run, mut in_hit) = (String::new(), false);
    for (place, letter) in words.chars().enumerate() {
        let hit = u32::try_from(place).is_ok_and(|place| places.binary_search(&place).is_ok());
        if hit != in_hit {
            append(&std::mem::take(&mut run), in_hit);
            in_hit = hit;
        }
        run.push(letter);
    }
    append(&run, in_hit);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Where the palette stands: near the top, like the field it grows from.
pub const ANCHOR: (Align2, [f32; 2]) = (Align2::CENTER_TOP, [0.0, size::TOP_BAR + 8.0]);
