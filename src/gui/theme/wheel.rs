//! The speakers' hues: twelve colours of one chroma and about one lightness,
//! the first six of which stay apart for every common colour blindness.

use std::sync::LazyLock;

use egui::Color32;
use egui::ecolor::Rgba;

use super::Palette;
use super::palette::{DARK, LIGHT};

/// How many hues there are.
pub const HUES: usize = 12;

/// OKLCH hue in degrees, and how much lighter than the wheel. Without a
/// little of the second, violet and blue are one colour to a protanope.
const WHEEL: [(f32, f32); HUES] = [
    (260.0, 0.024),
    (36.0, -0.035),
    (303.0, -0.031),
    (123.0, 0.019),
    (193.0, -0.06),
    (333.0, 0.035),
    (85.0, 0.0),
    (225.0, 0.0),
    (18.0, -0.04),
    (152.0, -0.04),
    (280.0, -0.06),
    (0.0, 0.0),
];

/// The hues of reviewers' lanes, which lie on one another and stay apart for
/// every eye.
const REVIEWERS: [usize; 6] = [4, 6, 0, 5, 2, 8];

/// One of the twelve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hue(u8);

impl Hue {
    /// The hue of this number, counted round and round.
    #[must_use]
    pub const fn new(index: usize) -> Self {
        Self((index % HUES) as u8)
    }

    /// The hue of a reviewer's lane, by the lane's place.
    #[must_use]
    pub fn of_reviewer(place: usize) -> Self {
        Self::new(REVIEWERS.iter().cycle().nth(place).copied().unwrap_or_default())
    }

    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The hue as a colour of text and lines.
    #[must_use]
    pub fn color(self, palette: &Palette) -> Color32 {
        static COLORS: LazyLock<[[Color32; HUES]; 2]> = LazyLock::new(|| {
            [&LIGHT, &DARK].map(|palette| WHEEL.map(|(hue, lift)| oklch(palette.wheel, hue, lift)))
        });
        let [light, dark] = &*COLORS;
        let colors = if palette.dark { dark } else { light };
        colors.get(self.index()).copied().unwrap_or(palette.dim)
    }
}

fn oklch((lightness, chroma): (f32, f32), hue: f32, lift: f32) -> Color32 {
    let (sin, cos) = hue.to_radians().sin_cos();
    let (l, a, b) = (lightness + lift, chroma * cos, chroma * sin);
    let [long, medium, short] = [
        l + 0.396_337_78 * a + 0.215_803_76 * b,
        l - 0.105_561_346 * a - 0.063_854_17 * b,
        l - 0.089_484_18 * a - 1.291_485_5 * b,
    ]
    .map(|cone| cone * cone * cone);
    Color32::from(Rgba::from_rgb(
        (4.076_741_7 * long - 3.307_711_6 * medium + 0.230_969_94 * short).clamp(0.0, 1.0),
        (-1.268_438 * long + 2.609_757_4 * medium - 0.341_319_38 * short).clamp(0.0, 1.0),
        (-0.004_196_086_3 * long - 0.703_418_6 * medium + 1.707_614_7 * short).clamp(0.0, 1.0),
    ))
}

/// The contrast of two opaque colours as WCAG counts it.
#[cfg(test)]
pub(super) fn contrast(a: Color32, b: Color32) -> f32 {
    let luminance = |color: Color32| {
        let color = Rgba::from(color);
        0.2126 * color.r() + 0.7152 * color.g() + 0.0722 * color.b()
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What people see who lack one kind of cone, in linear light (Machado,
    /// Oliveira and Fernandes 2009, severity 1), and everyone else.
    const EYES: [(&str, [[f32; 3]; 3]); 4] = [
        ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        ("protanopia", [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]]),
        ("deuteranopia", [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]]),
        ("tritanopia", [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]]),
    ];

    #[expect(clippy::many_single_char_names, reason = "the formula's own names")]
    fn oklab([r, g, b]: [f32; 3]) -> [f32; 3] {
        let l = (0.412_221_47 * r + 0.536_332_55 * g + 0.051_445_995 * b).cbrt();
        let m = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
        let s = (0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b).cbrt();
        [
            0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
            1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
            0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
        ]
    }

    fn seen(color: Color32, eyes: &[[f32; 3]; 3]) -> [f32; 3] {
        let color = Rgba::from(color);
        oklab(eyes.map(|row| (row[0] * color.r() + row[1] * color.g() + row[2] * color.b()).clamp(0.0, 1.0)))
    }

    #[test]
    fn the_first_six_and_reviewers_stay_apart_for_every_eye() {
        stay_apart(&(0..6).map(Hue::new).collect::<Vec<_>>(), 0.045);
        // These are told by their order as well.
        stay_apart(&(0..6).map(Hue::of_reviewer).collect::<Vec<_>>(), 0.043);
    }

    fn stay_apart(hues: &[Hue], least: f32) {
        for palette in [LIGHT, DARK] {
            for (name, eyes) in EYES {
                let colors: Vec<_> = hues.iter().map(|hue| seen(hue.color(&palette), &eyes)).collect();
                for (i, a) in colors.iter().enumerate() {
                    for (j, b) in colors.iter().enumerate().skip(i + 1) {
                        let distance = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f32>().sqrt();
                        assert!(distance >= least, "{name}: hues {i} and {j} are {distance} apart");
                    }
                }
            }
        }
    }

    #[test]
    fn all_twelve_differ() {
        for palette in [LIGHT, DARK] {
            let colors: std::collections::BTreeSet<_> =
                (0..HUES).map(|hue| Hue::new(hue).color(&palette).to_array()).collect();
            assert_eq!(colors.len(), HUES);
        }
    }
}
