//! What annotators would do by chance.

use rand::{Rng, RngExt as _};

use super::{Continuum, Unit};

/// A random multi-annotation in the way of Mathet 2015, section 5.2: each
/// place is taken by the units of a random annotator, all shifted by a random
/// distance and round the end of the text; shifts keep half a mean unit's
/// length from one another while there is room.
#[must_use]
pub fn shuffled(continuum: &Continuum, dice: &mut impl Rng) -> Continuum {
    let units = continuum.annotators.iter().flatten();
    let (count, covered) =
        units.fold((0.0, 0.0), |(count, covered), unit| (count + 1.0, covered + unit.end - unit.start));
    let apart = if count > 0.0 { covered / count / 2.0 } else { 0.0 };
    let mut free = vec![(0.0, continuum.length)];
    let annotators = continuum.annotators.iter().map(|_| {
        let shift = picked(&free, dice).unwrap_or_else(|| dice.random_range(0.0..=continuum.length)).floor();
        free = without(&free, shift - apart, shift + apart);
        let chosen = dice.random_range(0..continuum.annotators.len() as u32);
        let units = continuum.annotators.get(chosen as usize).map_or(&[][..], Vec::as_slice);
        units.iter().map(|unit| shifted(*unit, shift, continuum.length)).collect()
    });
    Continuum { length: continuum.length, annotators: annotators.collect() }
}

fn shifted(unit: Unit, shift: f64, length: f64) -> Unit {
    let by = if unit.start + shift > length { shift - length } else { shift };
    Unit { start: unit.start + by, end: unit.end + by, ..unit }
}

/// A place in the free stretches, each as likely as it is long.
fn picked(free: &[(f64, f64)], dice: &mut impl Rng) -> Option<f64> {
    let room: f64 = free.iter().map(|(from, to)| to - from).sum();
    if room <= 0.0 {
        return None;
    }
    let mut at = dice.random_range(0.0..room);
    for (from, to) in free {
        if at < to - from {
            return Some(from + at);
        }
        at -= to - from;
    }
    None
}

fn without(free: &[(f64, f64)], start: f64, end: f64) -> Vec<(f64, f64)> {
    free.iter()
        .flat_map(|(from, to)| [(*from, to.min(start)), (from.max(end), *to)])
        .filter(|(from, to)| from < to)
        .collect()
}
