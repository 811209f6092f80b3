//! The tour: five short steps that point at what they speak of.

use egui::{
    Align, Area, CornerRadius, Id, Layout, Margin, Order, Pos2, Rect, RichText, Shape, Stroke, StrokeKind,
    Ui, pos2, vec2,
};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::theme::{self, Face, font, radius, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, main_button, small_icon_button};
use crate::gui::words::tr;
use crate::model::{Role, Span, Text};
use crate::workspace::Workspace;

/// How many steps there are.
pub const STEPS: usize = 5;

/// The parts of the window as they stand in this frame.
pub struct Spots {
    pub queue: Option<Rect>,
    pub page: Rect,
    pub panel: Option<Rect>,
    pub search: Rect,
}

/// One step: what it says, and what it points at.
struct Step {
    title: String,
    words: String,
    commands: &'static [Command],
    target: Rect,
}

pub fn show(ui: &Ui, workspace: Option<&Workspace>, view: &mut View, spots: &Spots) -> Vec<Action> {
    let Some(place) = view.tour else { return Vec::new() };
    if view.popup.is_some() {
        return Vec::new();
    }
    let step = step(ui, place, workspace, view, spots);
    let palette = theme::palette(ui);
    let window = ui.ctx().content_rect();
    let (corner, tip) = stand(step.target, window);
    let focus = std::mem::take(&mut view.focus_tour);
    let mut actions = Vec::new();
    let area = Area::new(Id::unique("tour")).order(Order::Middle).fixed_pos(corner).constrain(true);
    area.show(ui.ctx(), |ui| {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        let painter = ui.ctx().layer_painter(ui.layer_id());
        let around = step.target.expand(space(1)).intersect(window.shrink(stroke::FOCUS));
        painter.rect_stroke(around, CornerRadius::same(radius::KEY), ring, StrokeKind::Inside);
        let frame = egui::Frame::popup(ui.style())
            .corner_radius(CornerRadius::same(radius::CARD))
            .stroke(Stroke::new(stroke::HAIR, palette.accent))
            .inner_margin(Margin::same(space(4) as i8));
        let shown = frame.show(ui, |ui| {
            ui.set_width(size::TOUR);
            actions.extend(card(ui, view, place, &step, focus));
        });
        painter.add(arrow(shown.response.rect, tip, palette.field, palette.accent));
    });
    actions
}

fn card(ui: &mut Ui, view: &View, place: usize, step: &Step, focus: bool) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    ui.horizontal(|ui| {
        dim(ui, tr!("start-tour-step", step = place + 1, of = STEPS));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if small_icon_button(ui, theme::icon::X, &tr!("start-tour-close")).clicked() {
                actions.push(Action::Tour(None));
            }
        });
    });
    ui.label(RichText::new(&step.title).font(font(Face::UiSemibold, type_scale::TITLE)).color(palette.text));
    ui.add_space(space(1));
    ui.label(&step.words);
    ui.add_space(space(2));
    for command in step.commands {
        let key = view.keymap.shown(ui.ctx(), *command);
        ui.horizontal(|ui| {
            crate::gui::widgets::key_cap(ui, &key);
            dim(ui, command.name());
        });
    }
    ui.add_space(space(2));
    ui.horizontal(|ui| {
        let last = place + 1 == STEPS;
        let next = if last { tr!("start-tour-finish") } else { tr!("start-tour-next") };
        let response = main_button(ui, &next);
        if focus {
            response.request_focus();
        }
        if response.clicked() {
            actions.push(Action::Tour((!last).then_some(place + 1)));
        }
        if place > 0 && ui.button(tr!("start-tour-back")).clicked() {
            actions.push(Action::Tour(Some(place - 1)));
        }
    });
    actions
}

fn step(ui: &Ui, place: usize, workspace: Option<&Workspace>, view: &View, spots: &Spots) -> Step {
    let key = |command| view.keymap.shown_or_name(ui.ctx(), command);
    let panel = spots.panel.unwrap_or(spots.page);
    let text = workspace.and_then(Workspace::document).map(|document| &document.article.text);
    let (quotation, cue) = text.and_then(quotation_and_cue).unzip();
    let on_page =
        |span: Option<Span>| span.and_then(|span| place_of(view, span, spots.page)).unwrap_or(spots.page);
    match place {
        0 => Step {
            title: tr!("start-tour-quote"),
            words: tr!("start-tour-quote-what", key = key(Command::MarkQuote)),
            commands: &[Command::MarkQuote, Command::Grow],
            target: on_page(quotation),
        },
        1 => Step {
            title: tr!("start-tour-parts"),
            words: tr!(
                "start-tour-parts-what",
                cue = key(Command::Mark(Role::Cue)),
                source = key(Command::Mark(Role::Source))
            ),
            commands: &[Command::Mark(Role::Cue), Command::Mark(Role::Source)],
            target: on_page(cue),
        },
        2 => Step {
            title: tr!("start-tour-speaker"),
            words: tr!("start-tour-speaker-what"),
            commands: &[Command::LinkSpeaker],
            target: panel,
        },
        3 => Step {
            title: tr!("start-tour-next-article"),
            words: tr!("start-tour-next-article-what"),
            commands: &[Command::DoneAndNext, Command::NextArticle],
            target: spots.queue.unwrap_or(spots.page),
        },
        _ => Step {
            title: tr!("start-tour-all"),
            words: tr!("start-tour-all-what"),
            commands: &[Command::ShowPalette, Command::ShowKeys, Command::Undo],
            target: spots.search,
        },
    }
}

/// What opens a quotation, and what closes it.
const MARKS: [(char, char); 2] = [('“', '”'), ('"', '"')];

/// The first quotation of the article, and the word after it.
fn quotation_and_cue(text: &Text) -> Option<(Span, Span)> {
    let mut letters = text.as_str().chars().enumerate();
    let (start, close) = letters.find_map(|(at, letter)| {
        MARKS.iter().find(|(open, _)| *open == letter).map(|(_, close)| (at, *close))
    })?;
    let (end, _) = letters.find(|(_, letter)| *letter == close)?;
    let (from, _) = letters.find(|(_, letter)| letter.is_alphabetic())?;
    let to = letters.find(|(_, letter)| !letter.is_alphabetic()).map_or(from + 1, |(at, _)| at);
    Some((Span::new(start, end + 1), Span::new(from, to)))
}

/// Where words stand on the page, as far as they are on their first line.
fn place_of(view: &View, span: Span, page: Rect) -> Option<Rect> {
    let first = view.page.place_in_window(span.start)?;
    let line = (span.start..=span.end)
        .map_while(|position| view.page.place_in_window(position))
        .take_while(|place| (place.top() - first.top()).abs() < 1.0);
    Some(line.fold(first, Rect::union)).filter(|rect| page.contains_rect(*rect))
}

/// Where the card stands beside what it points at, and where its tip is.
fn stand(target: Rect, window: Rect) -> (Pos2, Pos2) {
    let wide = size::TOUR + space(8) + size::ARROW;
    let high = size::TOUR_HEIGHT;
    let top = target.center().y.min(window.bottom() - high).clamp(window.top(), window.bottom()) - space(6);
    let top = top.max(window.top() + space(2));
    if target.width() > window.width() * 0.4 && target.height() > high * 1.5 {
        // A large part has room for the card in itself.
        let corner = pos2(target.center().x - wide / 2.0, target.bottom() - high - space(4));
        return (corner, pos2(target.center().x, target.center().y));
    }
    if target.height() < size::TAB && target.right() + wide > window.right() {
        let corner = pos2((target.center().x - wide / 2.0).clamp(window.left(), window.right() - wide), 0.0);
        let below = target.bottom() + size::ARROW + space(1);
        return (pos2(corner.x, below), pos2(target.center().x, target.bottom() + space(1)));
    }
    if target.right() + wide < window.right() {
        (pos2(target.right() + size::ARROW + space(1), top), pos2(target.right() + space(1), top + space(8)))
    } else {
        (pos2(target.left() - wide - space(1), top), pos2(target.left() - space(1), top + space(8)))
    }
}

/// The card's tip: a triangle from its nearest edge to what it points at.
fn arrow(card: Rect, tip: Pos2, fill: egui::Color32, edge: egui::Color32) -> Shape {
    let half = size::ARROW;
    if card.contains(tip) || card.distance_to_pos(tip) > size::ARROW * 3.0 {
        return Shape::Noop;
    }
    let near = card.clamp(tip);
    let (a, b) = if (near.x - tip.x).abs() > (near.y - tip.y).abs() {
        (near - vec2(0.0, half), near + vec2(0.0, half))
    } else {
        (near - vec2(half, 0.0), near + vec2(half, 0.0))
    };
    Shape::convex_polygon(vec![a, tip, b], fill, Stroke::new(stroke::HAIR, edge))
}
