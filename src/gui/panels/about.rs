//! What Kutip is, which version, and under which licences its parts are.

use egui::{Label, RichText, ScrollArea, Ui};

use crate::gui::theme::{self, Face, font, size, space, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, heading, segments};
use crate::gui::words::tr;

/// A part of the program and its licence, word for word.
const LICENCES: [(&str, &str); 4] = [
    ("Kutip", include_str!("../../../LICENSE")),
    ("Literata", include_str!("../../../assets/fonts/literata-OFL.txt")),
    ("Inter", include_str!("../../../assets/fonts/inter-OFL.txt")),
    ("Lucide", include_str!("../../../assets/fonts/lucide-ISC.txt")),
];

pub fn show(ui: &mut Ui, view: &mut View) {
    let palette = theme::palette(ui);
    ui.set_width(size::SETTINGS);
    heading(ui, "Kutip");
    dim(ui, tr!("start-version", version = env!("CARGO_PKG_VERSION")));
    ui.add_space(space(2));
    ui.label(tr!("start-about"));
    ui.add_space(space(4));
    ui.label(RichText::new(tr!("start-licences")).font(font(Face::UiSemibold, type_scale::UI)));
    dim(ui, tr!("start-licences-what"));
    ui.add_space(space(2));
    let choices: Vec<_> =
        LICENCES.iter().enumerate().map(|(place, (name, _))| (place, (*name).to_owned())).collect();
    if let Some(other) = segments(ui, &choices, &view.licence) {
        view.licence = other;
    }
    ui.add_space(space(2));
    let text = LICENCES.get(view.licence).map_or("", |(_, text)| *text);
    ScrollArea::vertical().id_salt(view.licence).max_height(size::LICENCE).auto_shrink(false).show(
        ui,
        |ui| {
            let words = RichText::new(text).font(font(Face::Ui, type_scale::SECOND)).color(palette.dim);
            ui.add(Label::new(words).wrap().selectable(true));
        },
    );
}
