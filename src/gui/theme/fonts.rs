//! The bundled fonts: Literata to read, Inter for everything around, Lucide's
//! icons.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

/// A face of the bundled fonts, by what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    Reading,
    ReadingItalic,
    ReadingMedium,
    ReadingSemibold,
    Ui,
    UiMedium,
    UiSemibold,
    Icons,
}

impl Face {
    pub const ALL: [Self; 8] = [
        Self::Reading,
        Self::ReadingItalic,
        Self::ReadingMedium,
        Self::ReadingSemibold,
        Self::Ui,
        Self::UiMedium,
        Self::UiSemibold,
        Self::Icons,
    ];

    /// The name of its font family.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::ReadingItalic => "reading-italic",
            Self::ReadingMedium => "reading-medium",
            Self::ReadingSemibold => "reading-semibold",
            Self::Ui => "ui",
            Self::UiMedium => "ui-medium",
            Self::UiSemibold => "ui-semibold",
            Self::Icons => "icons",
        }
    }

    const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Reading => include_bytes!("../../../assets/fonts/Literata_400Regular.ttf"),
            Self::ReadingItalic => include_bytes!("../../../assets/fonts/Literata_400Regular_Italic.ttf"),
            Self::ReadingMedium => include_bytes!("../../../assets/fonts/Literata_500Medium.ttf"),
            Self::ReadingSemibold => include_bytes!("../../../assets/fonts/Literata_600SemiBold.ttf"),
            Self::Ui => include_bytes!("../../../assets/fonts/Inter_400Regular.ttf"),
            Self::UiMedium => include_bytes!("../../../assets/fonts/Inter_500Medium.ttf"),
            Self::UiSemibold => include_bytes!("../../../assets/fonts/Inter_600SemiBold.ttf"),
            Self::Icons => include_bytes!("../../../assets/fonts/lucide.ttf"),
        }
    }

    /// Which face lends a sign that this one lacks, before the system is
    /// asked.
    const fn fallback(self) -> Self {
        match self {
            Self::Reading
            | Self::ReadingItalic
            | Self::ReadingMedium
            | Self::ReadingSemibold
            | Self::Icons => Self::Ui,
            Self::Ui | Self::UiMedium | Self::UiSemibold => Self::Reading,
        }
    }
}

/// Every face under its own family's name; egui's two families are the
/// interface's face.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for face in Face::ALL {
        fonts.font_data.insert(face.name().to_owned(), Arc::new(FontData::from_static(face.bytes())));
        let faces = vec![face.name().to_owned(), face.fallback().name().to_owned()];
        fonts.families.insert(FontFamily::Name(face.name().into()), faces);
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        let faces = [Face::Ui, Face::Reading].map(|face| face.name().to_owned());
        fonts.families.insert(family, faces.to_vec());
    }
    fonts
}

#[cfg(test)]
mod tests {
    use egui::epaint::text::{Fonts, TextOptions};

    use super::*;
    use crate::gui::theme::{self, icon, type_scale};

    #[test]
    fn the_signs_the_window_uses_are_in_the_bundled_fonts() {
        let mut fonts = Fonts::new(TextOptions::default(), definitions());
        for face in Face::ALL {
            for sign in [icon::DOT, icon::ELLIPSIS, "“”‘’–—+›→↑↓"] {
                assert!(fonts.has_glyphs(&theme::font(face, type_scale::UI), sign), "{face:?} lacks {sign}");
            }
        }
    }
}
