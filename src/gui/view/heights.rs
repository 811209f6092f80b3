//! How high the rows of a long list are: as far as they were laid out
//! exactly, else as most of them.

/// The heights of a list's rows, in lines of their title.
#[derive(Debug, Default)]
pub struct Heights {
    /// For each row of the project its lines; 0 where it was not laid out.
    lines: Vec<u8>,
    /// For each row shown where it begins, and where the last one ends.
    tops: Vec<f32>,
    stale: bool,
    /// The width that the lines were counted for.
    width: f32,
}

/// What a row not yet laid out is taken to have.
const USUAL: u8 = 2;

impl Heights {
    /// The rows are others than before.
    pub fn forget(&mut self) {
        self.lines.clear();
        self.stale = true;
    }

    /// Other rows are shown than before.
    pub fn stale(&mut self) {
        self.stale = true;
    }

    /// Whether the sums are no longer right.
    pub fn is_stale(&self) -> bool {
        self.stale
    }

    /// Brings the sums up to date; `height` gives a row's height from its
    /// lines, in points.
    pub fn refresh(&mut self, shown: &[u32], rows: usize, width: f32, height: impl Fn(u8) -> f32) {
        if (width - self.width).abs() > 0.5 {
            self.width = width;
            self.forget();
        }
        if !self.stale && self.tops.len() == shown.len() + 1 {
            return;
        }
        self.stale = false;
        self.lines.resize(rows, 0);
        self.tops.clear();
        let mut top = 0.0;
        self.tops.push(top);
        for place in shown {
            top += height(self.lines_of(*place).unwrap_or(USUAL));
            self.tops.push(top);
        }
    }

    /// How many lines a row has, if it was laid out.
    pub fn lines_of(&self, place: u32) -> Option<u8> {
        self.lines.get(place as usize).copied().filter(|lines| *lines > 0)
    }

    /// Takes up how many lines a row has.
    pub fn measured(&mut self, place: u32, lines: u8) {
        if let Some(entry) = self.lines.get_mut(place as usize)
            && *entry != lines
        {
            self.stale |= *entry != 0 || lines != USUAL;
            *entry = lines;
        }
    }

    /// All rows together, in points.
    pub fn total(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// Where a row begins, in points.
    pub fn top(&self, shown: usize) -> f32 {
        self.tops.get(shown).copied().unwrap_or_else(|| self.total())
    }

    /// The row that lies at this height.
    pub fn row_at(&self, y: f32) -> usize {
        self.tops.partition_point(|top| *top <= y).saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_were_laid_out_move_those_below() {
        let mut heights = Heights::default();
        let height = |lines: u8| f32::from(lines) * 10.0;
        heights.refresh(&[0, 1, 2], 3, 100.0, height);
        assert_eq!((heights.total(), heights.row_at(25.0)), (60.0, 1));
        heights.measured(0, 1);
        heights.measured(1, 2);
        heights.refresh(&[0, 1, 2], 3, 100.0, height);
        assert_eq!((heights.top(1), heights.total()), (10.0, 50.0));
        heights.refresh(&[0, 1, 2], 3, 200.0, height);
        assert!((heights.total() - 60.0).abs() < 0.1, "another width breaks lines elsewhere");
    }
}
