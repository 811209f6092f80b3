//! Agreement on labels beyond chance: Cohen's κ for two, Fleiss' κ for more.

/// What two annotators' labels of the same things add up to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cohen {
    agreed: f64,
    total: f64,
    /// How often A gave each label.
    a: Vec<f64>,
    /// How often B gave each label.
    b: Vec<f64>,
}

impl Cohen {
    /// Counts one thing, labelled by A and by B, so many times.
    pub fn add(&mut self, a: u32, b: u32, weight: f64) {
        bump(&mut self.a, a, weight);
        bump(&mut self.b, b, weight);
        self.total += weight;
        if a == b {
            self.agreed += weight;
        }
    }

    /// How many things were counted.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.total
    }

    /// The share that both labelled alike; none where there is nothing.
    #[must_use]
    pub fn accuracy(&self) -> Option<f64> {
        (self.total > 0.0).then(|| self.agreed / self.total)
    }

    /// κ = (`p_o` − `p_e`) / (1 − `p_e`), chance from each annotator's own
    /// use of the labels (Cohen 1960). Where both gave one and the same label
    /// throughout, chance leaves nothing to exceed: 1 by rule. None where
    /// there is nothing.
    #[must_use]
    pub fn kappa(&self) -> Option<f64> {
        let observed = self.accuracy()?;
        let both: f64 = self.a.iter().zip(&self.b).map(|(a, b)| a * b).sum();
        Some(beyond_chance(observed, both / (self.total * self.total)))
    }
}

/// What any number of annotators' labels of the same things add up to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fleiss {
    units: f64,
    agreed: f64,
    labels: Vec<f64>,
}

impl Fleiss {
    /// Counts one thing with all labels it got, so many times. A thing with
    /// fewer than two labels tells nothing and does not count.
    pub fn add(&mut self, labels: &[u32], weight: f64) {
        let count = labels.len() as f64;
        if count < 2.0 {
            return;
        }
        let alike = pairs_alike(labels) as f64;
        self.units += weight;
        self.agreed += weight * alike / (count * (count - 1.0));
        // Each thing weighs the same, however many labelled it.
        for label in labels {
            bump(&mut self.labels, *label, weight / count);
        }
    }

    /// How many things were counted.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.units
    }

    /// κ of Fleiss (1971), where things may have different numbers of labels;
    /// with the same number it is his formula. One label throughout gives 1.
    #[must_use]
    pub fn kappa(&self) -> Option<f64> {
        (self.units > 0.0).then(|| {
            let chance: f64 = self.labels.iter().map(|used| (used / self.units).powi(2)).sum();
            beyond_chance(self.agreed / self.units, chance)
        })
    }
}

/// Ordered pairs of equal labels.
pub(super) fn pairs_alike(labels: &[u32]) -> usize {
    let alike =
        |(at, label): (usize, &u32)| labels.iter().skip(at + 1).filter(|other| *other == label).count();
    labels.iter().enumerate().map(alike).sum::<usize>() * 2
}

pub(super) fn bump(counts: &mut Vec<f64>, label: u32, weight: f64) {
    let at = label as usize;
    if counts.len() <= at {
        counts.resize(at + 1, 0.0);
    }
    if let Some(count) = counts.get_mut(at) {
        *count += weight;
    }
}

/// Chance is 1 only where one label stands throughout; then all agree.
fn beyond_chance(observed: f64, chance: f64) -> f64 {
    if 1.0 - chance < 1e-12 { 1.0 } else { (observed - chance) / (1.0 - chance) }
}
