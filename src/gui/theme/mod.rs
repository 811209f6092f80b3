//! How Kutip looks: every colour, size and font of the window, and nothing
//! of them anywhere else.

mod fonts;
pub mod icon;
mod palette;
mod style;
mod tokens;
mod wheel;

use egui::{Color32, Context, FontFamily, FontId, Id, Ui};

pub use fonts::{Face, definitions};
pub use palette::{DARK, LIGHT, Palette};
pub use tokens::{alpha, motion, radius, reading, size, space, stroke, type_scale, zoom};
pub use wheel::{HUES, Hue};

/// Installs fonts and both styles. Once, before the first frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
    // Where the system doesn't say, a page is paper.
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    style::apply(ctx);
}

/// Sets the size of the body text, in points.
pub fn set_reading(ctx: &Context, points: f32) {
    ctx.data_mut(|data| data.insert_temp(Id::unique("reading"), points / type_scale::READING.size));
}

/// How much larger than [`type_scale::READING`] the page is set.
#[must_use]
pub fn reading_scale(ctx: &Context) -> f32 {
    ctx.data(|data| data.get_temp(Id::unique("reading"))).unwrap_or(1.0)
}

/// Lets things glide and fade, or not.
pub fn set_motion(ctx: &Context, moves: bool) {
    ctx.all_styles_mut(|style| style.animation_time = if moves { motion::SHORT } else { 0.0 });
}

/// What dims the window behind a popup.
#[must_use]
pub fn backdrop() -> Color32 {
    Color32::from_black_alpha(tokens::alpha::BACKDROP)
}

/// What a card stands out by, hardly to be seen.
#[must_use]
pub fn card_shadow(palette: &Palette) -> egui::Shadow {
    egui::Shadow { offset: [0, 1], blur: 3, spread: 0, color: palette.shadow }
}

/// The colours of the theme in use.
#[must_use]
pub fn palette(ui: &Ui) -> &'static Palette {
    of(ui.visuals().dark_mode)
}

/// The colours of the dark or the light theme.
#[must_use]
pub const fn of(dark: bool) -> &'static Palette {
    if dark { &DARK } else { &LIGHT }
}

/// A colour let through to `share` of itself.
#[must_use]
pub fn wash(color: Color32, share: f32) -> Color32 {
    color.gamma_multiply(share)
}

/// A step of the type scale in one of the faces.
#[must_use]
pub fn font(face: Face, step: type_scale::Step) -> FontId {
    FontId::new(step.size, FontFamily::Name(face.name().into()))
}

/// The face of [`icon`]'s icons, in their usual size.
#[must_use]
pub fn icon_font() -> FontId {
    font(Face::Icons, type_scale::ICON)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// What gives a colour or a size of type by itself.
    const LITERALS: [&str; 8] = [
        "Color32::from_",
        "Color32::WHITE",
        "Color32::BLACK",
        "Color32::GRAY",
        "hex_color!",
        "FontId::new(",
        "FontId::proportional(",
        "FontId::monospace(",
    ];

    fn look(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("theme") {
                look(&path, found);
            } else if path.is_file() {
                let source = std::fs::read_to_string(&path).unwrap();
                for (line, words) in source.lines().enumerate() {
                    if LITERALS.iter().any(|literal| words.contains(literal)) {
                        found.push(format!("{}:{}: {}", path.display(), line + 1, words.trim()));
                    }
                }
            }
        }
    }

    #[test]
    fn colours_and_sizes_stand_in_the_theme_alone() {
        let mut found = Vec::new();
        look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/gui"), &mut found);
        assert!(found.is_empty(), "take these from the tokens:\n{}", found.join("\n"));
    }
}
