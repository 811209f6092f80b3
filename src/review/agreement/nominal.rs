//! Krippendorff's α for nominal data.

use super::kappa::{bump, pairs_alike};

/// What labels of the same things add up to (Krippendorff 2011, "Computing
/// Krippendorff's alpha-reliability"): the disagreeing pairs of values within
/// things, and how often each value was given. Missing values are just left
/// out; a thing with one value pairs with nothing and does not count.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Nominal {
    disagreement: f64,
    values: Vec<f64>,
}

impl Nominal {
    /// Counts one thing with all values it got, so many times.
    pub fn add(&mut self, values: &[u32], weight: f64) {
        let count = values.len();
        if count < 2 {
            return;
        }
        let unlike = count * (count - 1) - pairs_alike(values);
        self.disagreement += weight * unlike as f64 / (count - 1) as f64;
        for value in values {
            bump(&mut self.values, *value, weight);
        }
    }

    /// Adds what another has counted, so many times.
    pub fn add_all(&mut self, other: &Self, weight: f64) {
        self.disagreement += weight * other.disagreement;
        for (value, count) in (0..).zip(&other.values) {
            bump(&mut self.values, value, weight * count);
        }
    }

    /// How many values were counted.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.values.iter().sum()
    }

    /// α = 1 − `D_o` / `D_e`. One value throughout gives 1 by rule; none
    /// where nothing pairs.
    #[must_use]
    pub fn alpha(&self) -> Option<f64> {
        let total = self.total();
        if total == 0.0 {
            return None;
        }
        let expected: f64 = self.values.iter().map(|count| count * (total - count)).sum();
        if expected <= 0.0 {
            return Some(1.0);
        }
        Some(1.0 - (total - 1.0) * self.disagreement / expected)
    }
}
