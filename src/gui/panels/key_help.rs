//! Every key, by what it is for.

use egui::{RichText, ScrollArea, TextEdit, Ui};

use crate::gui::command::{Command, Group, ReviewCommand};
use crate::gui::theme::{self, Face, font, size, space, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, heading, key_cap, named_field};
use crate::gui::words::tr;
use crate::model::fold;

/// A key and what it does.
type Line = (String, String);

pub fn show(ui: &mut Ui, view: &mut View) {
    ui.set_width(size::POPUP_WIDE);
    ui.horizontal(|ui| {
        heading(ui, &tr!("commands-keys"));
        ui.add_space(space(4));
        let hint = tr!("commands-keys-find");
        let field = TextEdit::singleline(&mut view.key_words).desired_width(size::SEARCH);
        named_field(ui, field, &hint);
    });
    let wanted = fold(view.key_words.trim());
    let groups: Vec<_> = std::iter::once((tr!("commands-keys-page"), on_the_page()))
        .chain(Group::ALL.iter().map(|group| (group.name(), keys_of(ui, view, *group))))
        .map(|(name, lines)| (name, matching(lines, &wanted)))
        .filter(|(_, lines)| !lines.is_empty())
        .collect();
    if groups.is_empty() {
        ui.add_space(space(3));
        dim(ui, tr!("commands-keys-nothing", words = view.key_words.trim()));
        return;
    }
    let all: usize = groups.iter().map(|(_, lines)| lines.len() + 2).sum();
    let room = ui.ctx().content_rect().height() - size::KEYS_AROUND;
    ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            let mut above = 0;
            for (name, lines) in &groups {
                group(if above * 2 < all { left } else { right }, name, lines);
                above += lines.len() + 2;
            }
        });
    });
}

/// What the page does with keys and pointer by itself.
fn on_the_page() -> Vec<Line> {
    vec![
        (tr!("commands-keys-arrows"), tr!("commands-keys-arrows-what")),
        (tr!("commands-keys-shift"), tr!("commands-keys-shift-what")),
        (tr!("commands-keys-clicks"), tr!("commands-keys-clicks-what")),
        (tr!("commands-keys-shift-click"), tr!("commands-keys-shift-click-what")),
        (tr!("commands-keys-click-again"), tr!("commands-keys-click-again-what")),
        (tr!("commands-keys-escape"), tr!("commands-keys-escape-what")),
    ]
}

/// The keys of a group's commands; the numbers are one line.
fn keys_of(ui: &Ui, view: &View, group: Group) -> Vec<Line> {
    let here = |command: &Command| command.group() == group && command.works_in(view.mode);
    let numbers = |command: &Command| {
        !matches!(command, Command::LinkNumber(2..) | Command::Review(ReviewCommand::Take(2..)))
    };
    let line = |command: Command| match command {
        Command::LinkNumber(_) if !view.keymap.is_changed(command) => {
            (tr!("commands-keys-numbers"), tr!("commands-keys-numbers-what"))
        }
        Command::Review(ReviewCommand::Take(_)) if !view.keymap.is_changed(command) => {
            (tr!("review-keys-take"), tr!("review-keys-take-what"))
        }
        _ => (view.keymap.shown(ui.ctx(), command), command.name()),
    };
    Command::all().filter(here).filter(numbers).map(line).filter(|(key, _)| !key.is_empty()).collect()
}

fn matching(lines: Vec<Line>, wanted: &str) -> Vec<Line> {
    let holds = |words: &str| fold(words).contains(wanted);
    lines.into_iter().filter(|(key, what)| holds(key) || holds(what)).collect()
}

fn group(ui: &mut Ui, title: &str, lines: &[Line]) {
    let palette = theme::palette(ui);
    ui.add_space(space(3));
    ui.label(RichText::new(title).font(font(Face::UiSemibold, type_scale::UI)).color(palette.text));
    for (keys, what) in lines {
        ui.horizontal(|ui| {
            ui.allocate_ui(egui::vec2(size::KEYS, size::HIT), |ui| {
                ui.set_min_width(size::KEYS);
                key_cap(ui, keys);
            });
            ui.add(egui::Label::new(RichText::new(what).color(palette.dim)).truncate());
        });
    }
}
