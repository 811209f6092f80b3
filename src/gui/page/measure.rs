//! Where the column stands: its measure is kept as long as there is room,
//! then the names' margin shrinks, then the gutter, then the column.

use crate::gui::theme::{size, space};

/// The horizontal arrangement of a page, in points from its left edge.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Measure {
    pub page: f32,
    /// The column's left edge.
    pub left: f32,
    pub column: f32,
    /// Where the names begin, and how wide they may be; no width, no names.
    pub names: f32,
    pub names_width: f32,
    /// Between the page's edge and the column.
    pub gutter: f32,
}

impl Measure {
    /// The least width of a page, in points, that keeps the measure and has
    /// names beside it.
    pub(super) fn least(scale: f32) -> f32 {
        size::GUTTER_LEAST + size::MEASURE * scale + size::NAMES_LEAST
    }

    /// `scale` is how much larger than usual the words are.
    pub(super) fn new(page: f32, scale: f32) -> Self {
        let wanted = size::MEASURE * scale;
        let lack = (size::GUTTER + wanted + size::NAMES - page).max(0.0);
        let names_lack = lack.min(size::NAMES - size::NAMES_LEAST);
        let gutter_lack = (lack - names_lack).min(size::GUTTER - size::GUTTER_LEAST);
        let mut names = size::NAMES - names_lack;
        let gutter = size::GUTTER - gutter_lack;
        if page - gutter - names < size::COLUMN_LEAST {
            names = space(4);
        }
        let column = (page - gutter - names).clamp(space(10), wanted).floor();
        let spare = (page - gutter - column - names).max(0.0);
        let left = (spare / 2.0 + gutter).floor();
        let shrunk = names_lack / (size::NAMES - size::NAMES_LEAST);
        let gap = size::NAMES_GAP + shrunk * (size::NAMES_GAP_LEAST - size::NAMES_GAP);
        let names_width = (names - gap - space(2)).max(0.0);
        Self { page, left, column, names: left + column + gap, names_width, gutter }
    }

    pub(super) fn right(self) -> f32 {
        self.left + self.column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_keeps_its_measure_and_nothing_is_clipped() {
        for page in 120..2000_u16 {
            let page = f32::from(page);
            let measure = Measure::new(page, 1.0);
            assert!(measure.column <= size::MEASURE);
            assert!(measure.left >= 0.0 && measure.right() <= page, "{page}: {measure:?}");
            assert!(
                measure.names_width == 0.0 || measure.names + measure.names_width <= page,
                "{page}: {measure:?}"
            );
        }
        assert!((Measure::new(688.0, 1.0).column - size::MEASURE).abs() < 0.5);
        assert!((Measure::new(1300.0, 1.0).column - size::MEASURE).abs() < 0.5);
        assert!(Measure::new(430.0, 1.0).column > 300.0);
        for scale in [0.8, 1.0, 1.5] {
            let least = Measure::least(scale);
            assert!((Measure::new(least, scale).column - size::MEASURE * scale).abs() <= 1.0);
            assert!(Measure::new(least - 8.0, scale).column < size::MEASURE * scale - 4.0);
            assert!(Measure::new(least, scale).names_width > 0.0);
        }
    }
}
