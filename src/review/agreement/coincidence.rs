//! uα and cuα: agreement on the values of every stretch of a text, gaps among
//! them or left out (Krippendorff, Mathet, Bouvry and Widlöcher 2016, "On the
//! reliability of unitizing textual continua: further developments").

use std::ops::AddAssign;

use crate::model::Span;

/// How many values units can have.
const VALUES: usize = super::token::PARTS.len();

/// A unit with its value, a place in [`super::token::PARTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Valued {
    pub span: Span,
    pub value: usize,
}

/// What articles add up to; a gap has the value after the last.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Coincidences {
    /// ℓ: code points that one annotator gave this and another gave that
    /// value, over (m − 1).
    observed: [[f64; VALUES + 1]; VALUES + 1],
    /// Σ of the units' squared lengths by value; a gap counts as so many
    /// units of one code point.
    itself: [f64; VALUES + 1],
    /// Σ of the squares of those parts of units that others' units cover.
    paired_itself: [f64; VALUES],
}

impl Coincidences {
    /// Counts one article: each annotator's units, sorted and without
    /// overlap, and the text's length in code points.
    #[must_use]
    pub fn of(length: usize, readings: &[Vec<Valued>]) -> Self {
        let mut sum = Self::default();
        if readings.len() < 2 {
            return sum;
        }
        let others = (readings.len() - 1) as f64;
        let values: Vec<Vec<u8>> = readings.iter().map(|units| laid_out(length, units)).collect();
        for (first, a) in values.iter().enumerate() {
            for b in values.iter().skip(first + 1) {
                for (one, other) in a.iter().zip(b) {
                    let (one, other) = (usize::from(*one), usize::from(*other));
                    sum.meet(one, other, 1.0 / others);
                    sum.meet(other, one, 1.0 / others);
                }
            }
        }
        for (reader, (units, own)) in readings.iter().zip(&values).enumerate() {
            let gaps = own.iter().filter(|value| usize::from(**value) == VALUES).count();
            bump(&mut sum.itself, VALUES, gaps as f64);
            for unit in units {
                bump(&mut sum.itself, unit.value, (unit.span.len() as f64).powi(2));
                let covered = |position: &usize| {
                    let theirs = values.iter().enumerate().filter(|(other, _)| *other != reader);
                    theirs
                        .filter_map(|(_, values)| values.get(*position))
                        .any(|value| usize::from(*value) < VALUES)
                };
                let pairable = (unit.span.start..unit.span.end).filter(covered).count();
                bump(&mut sum.paired_itself, unit.value, (pairable as f64).powi(2));
            }
        }
        sum
    }

    fn meet(&mut self, one: usize, other: usize, weight: f64) {
        if let Some(cell) = self.observed.get_mut(one).and_then(|row| row.get_mut(other)) {
            *cell += weight;
        }
    }

    /// The same, counted so many times.
    #[must_use]
    pub fn times(mut self, weight: f64) -> Self {
        self.observed.iter_mut().flatten().for_each(|cell| *cell *= weight);
        self.itself.iter_mut().chain(&mut self.paired_itself).for_each(|cell| *cell *= weight);
        self
    }

    /// uα: the gaps between units are a value too. Where everyone gave one
    /// value throughout (two who found nothing), 1 by rule; none where there
    /// is no text that two have read.
    #[must_use]
    pub fn u_alpha(&self) -> Option<f64> {
        alpha(&self.observed, &self.itself)
    }

    /// cuα: only what units of several annotators share. None where no units
    /// meet, since then there is nothing to have valued alike or not; 1 where
    /// one value stands throughout.
    #[must_use]
    pub fn cu_alpha(&self) -> Option<f64> {
        let mut valued = [[0.0; VALUES]; VALUES];
        for (row, from) in valued.iter_mut().zip(&self.observed) {
            row.iter_mut().zip(from).for_each(|(cell, from)| *cell = *from);
        }
        alpha(&valued, &self.paired_itself)
    }
}

impl AddAssign for Coincidences {
    fn add_assign(&mut self, other: Self) {
        let cells = self.observed.iter_mut().flatten().zip(other.observed.iter().flatten());
        cells.for_each(|(cell, more)| *cell += more);
        self.itself.iter_mut().zip(other.itself).for_each(|(cell, more)| *cell += more);
        self.paired_itself.iter_mut().zip(other.paired_itself).for_each(|(cell, more)| *cell += more);
    }
}

/// 1 − (ℓ.. − Σ ℓ_cc) / (ℓ.. − Σ ε_cc), where ε_cc, what chance would give,
/// leaves out that a unit meets itself.
fn alpha<const N: usize>(observed: &[[f64; N]; N], itself: &[f64; N]) -> Option<f64> {
    let total: f64 = observed.iter().flatten().sum();
    if total <= 0.0 {
        return None;
    }
    let alike: f64 = observed.iter().enumerate().filter_map(|(at, row)| row.get(at)).sum();
    let free = total * total - itself.iter().sum::<f64>();
    let by_chance: f64 =
        observed.iter().zip(itself).map(|(row, itself)| row.iter().sum::<f64>().powi(2) - itself).sum();
    let expected = if free > 0.0 { total - total * by_chance / free } else { 0.0 };
    if expected <= 1e-9 * total {
        return Some(if total - alike <= 1e-9 * total { 1.0 } else { 0.0 });
    }
    Some(1.0 - (total - alike) / expected)
}

fn bump<const N: usize>(cells: &mut [f64; N], at: usize, more: f64) {
    if let Some(cell) = cells.get_mut(at) {
        *cell += more;
    }
}

fn laid_out(length: usize, units: &[Valued]) -> Vec<u8> {
    let mut values = vec![VALUES as u8; length];
    for unit in units {
        let end = unit.span.end.min(length);
        if let Some(covered) = values.get_mut(unit.span.start.min(end)..end) {
            covered.fill(unit.value as u8);
        }
    }
    values
}
