//! γ: agreement on units and their categories at once, from the best
//! alignment of everyone's units (Mathet, Widlöcher and Métivier 2015, "The
//! unified and holistic method gamma (γ) for inter-annotator agreement
//! measure and alignment").

mod disorder;
mod sampling;

use std::cmp::Ordering;

use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

pub use disorder::{disorder, dissimilarity};
pub use sampling::shuffled;

use crate::job::{Canceled, Progress};

/// One unit of one annotator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// Code points before it.
    pub start: f64,
    /// Code points before its end.
    pub end: f64,
    pub category: u32,
}

/// The units of everyone who did an article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Continuum {
    /// Length of the text in code points.
    pub length: f64,
    /// Each annotator's units.
    pub annotators: Vec<Vec<Unit>>,
}

impl Continuum {
    /// Units an annotator has on average.
    fn mean_units(&self) -> f64 {
        let units: usize = self.annotators.iter().map(Vec::len).sum();
        units as f64 / self.annotators.len().max(1) as f64
    }

    /// The same with units, and annotators by their units, in an order of
    /// their own, so that who comes first does not change what is sampled.
    fn in_order(&self) -> Self {
        let mut annotators = self.annotators.clone();
        for units in &mut annotators {
            units.sort_by(Unit::order);
        }
        annotators.sort_by(|one, other| by_units(one, other));
        Self { length: self.length, annotators }
    }

    fn order(&self, other: &Self) -> Ordering {
        let differs =
            |(one, other): (&Vec<Unit>, &Vec<Unit>)| Some(by_units(one, other)).filter(|o| o.is_ne());
        let annotators = || self.annotators.iter().zip(&other.annotators).find_map(differs);
        let counts = || self.annotators.len().cmp(&other.annotators.len());
        self.length.total_cmp(&other.length).then_with(|| annotators().unwrap_or_else(counts))
    }
}

impl Unit {
    fn order(&self, other: &Self) -> Ordering {
        let places = self.start.total_cmp(&other.start).then(self.end.total_cmp(&other.end));
        places.then(self.category.cmp(&other.category))
    }
}

fn by_units(one: &[Unit], other: &[Unit]) -> Ordering {
    let differs = |(one, other): (&Unit, &Unit)| Some(one.order(other)).filter(|order| order.is_ne());
    one.iter().zip(other).find_map(differs).unwrap_or_else(|| one.len().cmp(&other.len()))
}

/// How much chance is sampled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sampling {
    pub seed: u64,
    /// Sampling goes on until γ is known to plus or minus this in 95 of 100
    /// cases, or until `most` samples are drawn.
    pub precision: f64,
    pub least: usize,
    pub most: usize,
}

impl Default for Sampling {
    fn default() -> Self {
        Self { seed: 1, precision: 0.01, least: 30, most: 4000 }
    }
}

/// γ with what it was made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Gamma {
    pub value: f64,
    /// Half the width of γ's 95 % interval as far as its sampling goes:
    /// 1.96 standard errors of the expected disorder, over the expected
    /// disorder, times (1 − γ).
    pub precision: f64,
    /// Samples drawn of every article.
    pub samples: usize,
    /// Each article's share in it, in the order given.
    pub articles: Vec<Share>,
}

/// An article's disorder and the units that it is measured against; both add
/// up over articles.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Share {
    /// Disorder of the best alignment, not yet over the number of units.
    pub observed: f64,
    /// Units an annotator has.
    pub units: f64,
    /// The mean of the same over all samples.
    pub chance: f64,
    pub chance_units: f64,
}

/// γ of shares, each counted so many times: 1 − (Σ observed / Σ units) /
/// (Σ chance / Σ its units). Where nobody has a unit, all agree: 1.
#[must_use]
pub fn of_shares(shares: &[Share], weights: &[f64]) -> f64 {
    let sum = |of: fn(&Share) -> f64| -> f64 {
        shares.iter().zip(weights).map(|(share, weight)| weight * of(share)).sum()
    };
    let observed = over(sum(|share| share.observed), sum(|share| share.units));
    let chance = over(sum(|share| share.chance), sum(|share| share.chance_units));
    if chance > 0.0 { 1.0 - observed / chance } else { 1.0 }
}

fn over(part: f64, of: f64) -> f64 {
    if of > 0.0 { part / of } else { 0.0 }
}

/// Measures γ of one or many articles. Units are aligned within their
/// article, and chance shifts them within their article; the disorders of all
/// articles add up before they are compared. The same seed gives the same
/// value on every machine, in whatever order annotators and articles come.
///
/// γ is 1 where all have the same units and has no lower bound: less than 0
/// is worse than chance.
///
/// # Errors
/// When the work shall stop.
pub fn gamma(continua: &[Continuum], sampling: Sampling, progress: &dyn Progress) -> Result<Gamma, Canceled> {
    progress.at(0, 1)?;
    let continua: Vec<Continuum> = continua.iter().map(Continuum::in_order).collect();
    let mut sorted: Vec<(usize, &Continuum)> = continua.iter().enumerate().collect();
    sorted.sort_by(|(_, one), (_, other)| one.order(other));
    let places: Vec<usize> = sorted.iter().map(|(place, _)| *place).collect();
    let continua: Vec<&Continuum> = sorted.into_iter().map(|(_, continuum)| continuum).collect();
    let found = sampled(&continua, sampling, progress)?;
    let mut shares: Vec<(usize, Share)> = places.into_iter().zip(found.articles).collect();
    shares.sort_by_key(|(place, _)| *place);
    Ok(Gamma { articles: shares.into_iter().map(|(_, share)| share).collect(), ..found })
}

/// γ of articles that are in order.
fn sampled(continua: &[&Continuum], sampling: Sampling, progress: &dyn Progress) -> Result<Gamma, Canceled> {
    let mut articles: Vec<Share> = continua
        .par_iter()
        .map(|one| Share { observed: disorder(&one.annotators), units: one.mean_units(), ..Share::default() })
        .collect();
    let empty = articles.iter().all(|share| share.units == 0.0);
    if empty {
        return Ok(Gamma { value: 1.0, precision: 0.0, samples: 0, articles });
    }
    let mut drawn: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut wanted = sampling.least.max(2);
    loop {
        for sample in drawn.len()..wanted {
            progress.at(sample, wanted)?;
            drawn.push(one_sample(continua, sampling.seed, sample as u64, &|| progress.at(sample, wanted))?);
        }
        means(&mut articles, &drawn);
        let value = of_shares(&articles, &vec![1.0; articles.len()]);
        let needed = needed(&drawn, value, sampling.precision);
        if needed <= drawn.len() || drawn.len() >= sampling.most {
            let precision = half_width(&drawn, value);
            progress.at(1, 1)?;
            return Ok(Gamma { value, precision, samples: drawn.len(), articles });
        }
        wanted = needed.min(sampling.most);
    }
}

/// One sample of every article: its disorder and its units.
fn one_sample(
    continua: &[&Continuum],
    seed: u64,
    sample: u64,
    go_on: &(dyn Fn() -> Result<(), Canceled> + Sync),
) -> Result<Vec<(f64, f64)>, Canceled> {
    let numbered: Vec<(u64, &Continuum)> = (0..).zip(continua.iter().copied()).collect();
    for attempt in 0_u64.. {
        let drawn: Vec<(f64, f64)> = numbered
            .par_iter()
            .map(|(number, continuum)| {
                go_on()?;
                let mut dice = ChaCha8Rng::seed_from_u64(seed);
                dice.set_stream((sample << 40) ^ (attempt << 32) ^ number);
                let shuffled = shuffled(continuum, &mut dice);
                Ok((disorder(&shuffled.annotators), shuffled.mean_units()))
            })
            .collect::<Result<_, Canceled>>()?;
        // By chance only those who found nothing may have been drawn.
        if drawn.iter().any(|(_, units)| *units > 0.0) || attempt == 255 {
            return Ok(drawn);
        }
    }
    Ok(Vec::new())
}

fn means(articles: &mut [Share], drawn: &[Vec<(f64, f64)>]) {
    let samples = drawn.len().max(1) as f64;
    for (at, share) in articles.iter_mut().enumerate() {
        let of_article = || drawn.iter().filter_map(|sample| sample.get(at));
        share.chance = of_article().map(|(disorder, _)| disorder).sum::<f64>() / samples;
        share.chance_units = of_article().map(|(_, units)| units).sum::<f64>() / samples;
    }
}

/// The expected disorder's coefficient of variation, from sample to sample.
fn variation(drawn: &[Vec<(f64, f64)>]) -> f64 {
    let whole = |sample: &Vec<(f64, f64)>| {
        let (disorder, units) =
            sample.iter().fold((0.0, 0.0), |(disorder, units), (d, u)| (disorder + d, units + u));
        over(disorder, units)
    };
    let wholes: Vec<f64> = drawn.iter().map(whole).collect();
    let mean = wholes.iter().sum::<f64>() / wholes.len() as f64;
    let spread = wholes.iter().map(|whole| (whole - mean).powi(2)).sum::<f64>() / (wholes.len() as f64 - 1.0);
    over(spread.sqrt(), mean)
}

fn half_width(drawn: &[Vec<(f64, f64)>], value: f64) -> f64 {
    (1.0 - value) * 1.96 * variation(drawn) / (drawn.len() as f64).sqrt()
}

/// Samples for the wanted precision.
fn needed(drawn: &[Vec<(f64, f64)>], value: f64, precision: f64) -> usize {
    ((1.0 - value) * 1.96 * variation(drawn) / precision).powi(2).ceil() as usize
}
