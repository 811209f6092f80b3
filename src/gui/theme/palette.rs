//! The colours of both themes.

use egui::Color32;

/// The colours of one theme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Palette {
    pub dark: bool,
    /// Behind the article.
    pub page: Color32,
    /// Bars, queue, panel.
    pub panel: Color32,
    /// Inputs, cards.
    pub field: Color32,
    /// Hairlines.
    pub line: Color32,
    /// The border of what can be typed in or clicked.
    pub edge: Color32,
    pub text: Color32,
    /// Second rank.
    pub dim: Color32,
    /// Third rank: numbers and placeholders, never what must be read.
    pub faint: Color32,
    /// State, focus, what is chosen.
    pub accent: Color32,
    /// The accent under the pointer, or pressed.
    pub accent_hover: Color32,
    /// Behind what is chosen.
    pub accent_ground: Color32,
    /// What stands on the accent.
    pub on_accent: Color32,
    /// Behind what the pointer is on.
    pub hover: Color32,
    /// Behind what is pressed.
    pub pressed: Color32,
    /// The chosen one of several side by side.
    pub raised: Color32,
    /// Behind selected words.
    pub selection: Color32,
    /// Behind words that a search found.
    pub found: Color32,
    /// Behind the words in which readings differ.
    pub differs: Color32,
    /// What wants a look: open points, warnings.
    pub warn: Color32,
    pub error: Color32,
    pub shadow: Color32,
    /// How strong the ground behind a quote's content is.
    pub ground: f32,
    /// The same, for the selected quote.
    pub ground_selected: f32,
    /// OKLCH lightness and chroma of the speakers' wheel.
    pub wheel: (f32, f32),
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

pub const LIGHT: Palette = Palette {
    dark: false,
    page: rgb(0x00FB_FAF6),
    panel: rgb(0x00F4_F2EC),
    field: rgb(0x00FF_FFFF),
    line: rgb(0x00E3_DFD5),
    edge: rgb(0x00D5_D0C4),
    text: rgb(0x0024_221E),
    dim: rgb(0x006A_655C),
    faint: rgb(0x00A3_9D90),
    accent: rgb(0x000E_6A66),
    accent_hover: rgb(0x000B_5754),
    accent_ground: rgb(0x00DC_EDEA),
    on_accent: rgb(0x00FF_FFFF),
    hover: rgb(0x00EC_E9E1),
    pressed: rgb(0x00E0_DCD2),
    raised: rgb(0x00FF_FFFF),
    selection: rgb(0x00BF_DFDA),
    found: rgb(0x00FB_EBB8),
    differs: rgb(0x00F0_D8CB),
    warn: rgb(0x00A8_4A1C),
    error: rgb(0x00B0_2A2A),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 28),
    ground: 0.15,
    ground_selected: 0.30,
    wheel: (0.52, 0.125),
};

pub const DARK: Palette = Palette {
    dark: true,
    page: rgb(0x001B_1C1E),
    panel: rgb(0x0023_2427),
    field: rgb(0x002B_2D31),
    line: rgb(0x0034_363A),
    edge: rgb(0x0045_484D),
    text: rgb(0x00E7_E4DC),
    dim: rgb(0x00A5_A096),
    faint: rgb(0x006E_6B66),
    accent: rgb(0x005F_C2BA),
    accent_hover: rgb(0x007A_D3CC),
    accent_ground: rgb(0x0017_393A),
    on_accent: rgb(0x0012_2423),
    hover: rgb(0x0031_3338),
    pressed: rgb(0x003A_3D42),
    raised: rgb(0x001F_2023),
    selection: rgb(0x001F_4846),
    found: rgb(0x003D_3519),
    differs: rgb(0x0050_3A31),
    warn: rgb(0x00F0_A07A),
    error: rgb(0x00F2_8B82),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 110),
    ground: 0.18,
    ground_selected: 0.34,
    wheel: (0.76, 0.105),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::theme::wheel::{HUES, Hue, contrast};
    use crate::gui::theme::{alpha, wash};

    /// A translucent colour on an opaque one.
    fn over(top: Color32, ground: Color32) -> Color32 {
        ground.blend(top)
    }

    #[test]
    fn words_have_a_contrast_of_four_and_a_half() {
        for palette in [LIGHT, DARK] {
            let grounds = [
                palette.page,
                palette.panel,
                palette.field,
                palette.accent_ground,
                palette.hover,
                palette.found,
            ];
            for ground in grounds {
                for ink in [palette.text, palette.dim] {
                    assert!(contrast(ink, ground) >= 4.5, "{ink:?} on {ground:?}: {}", contrast(ink, ground));
                }
            }
            for ground in [palette.page, palette.panel, palette.field, palette.accent_ground] {
                for ink in [palette.accent, palette.warn, palette.error] {
                    assert!(contrast(ink, ground) >= 4.5, "{ink:?} on {ground:?}: {}", contrast(ink, ground));
                }
            }
            for ground in [palette.accent, palette.accent_hover] {
                assert!(contrast(palette.on_accent, ground) >= 4.5, "{ground:?}");
            }
            assert!(contrast(palette.text, palette.differs) >= 4.5);
            for ink in [palette.text, palette.accent] {
                assert!(
                    contrast(ink, palette.selection) >= 4.5,
                    "{ink:?}: {}",
                    contrast(ink, palette.selection)
                );
            }
        }
    }

    #[test]
    fn every_state_of_a_control_can_be_told() {
        for palette in [LIGHT, DARK] {
            let grounds = [palette.page, palette.panel, palette.field, palette.hover, palette.raised];
            for ground in grounds {
                let ring = contrast(palette.accent, ground);
                assert!(ring >= 3.0, "the focus ring on {ground:?}: {ring}");
                let disabled = contrast(over(wash(palette.text, alpha::DISABLED), ground), ground);
                assert!(disabled >= 2.3, "what is disabled on {ground:?}: {disabled}");
            }
            for ground in [palette.pressed, palette.raised, palette.accent_ground] {
                let words = contrast(palette.text, ground);
                assert!(words >= 4.5, "words on {ground:?}: {words}");
            }
            for (one, other) in [
                (palette.field, palette.hover),
                (palette.panel, palette.hover),
                (palette.hover, palette.pressed),
                (palette.accent, palette.accent_hover),
                (palette.pressed, palette.raised),
            ] {
                assert!(contrast(one, other) >= 1.04, "{one:?} and {other:?}");
            }
        }
    }

    #[test]
    fn speakers_names_and_marks_can_be_read() {
        for palette in [LIGHT, DARK] {
            for hue in (0..HUES).map(Hue::new) {
                let ink = hue.color(&palette);
                assert!(
                    contrast(ink, palette.page) >= 4.5,
                    "{hue:?} on the page: {}",
                    contrast(ink, palette.page)
                );
                for share in [palette.ground, palette.ground_selected] {
                    let ground = over(wash(ink, share), palette.page);
                    assert!(contrast(palette.text, ground) >= 4.5, "text on {hue:?} at {share}");
                    assert!(contrast(ink, ground) >= 3.0, "{hue:?}'s mark on its ground at {share}");
                }
            }
        }
    }
}
