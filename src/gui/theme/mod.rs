//! How Kutip looks: every colour, size and font of the window, and nothing
//! of them anywhere else.

mod fonts;
mod style;
mod tokens;
mod wheel;

use egui::{Color32, Context, FontFamily, FontId, Ui};

pub use fonts::{Face, definitions};
pub use tokens::{DARK, LIGHT, Palette, alpha, icon, motion, radius, size, space, stroke, type_scale, zoom};
pub use wheel::{HUES, Hue};

/// Installs fonts and both styles. Once, before the first frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
    style::apply(ctx);
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
