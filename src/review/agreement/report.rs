//! Everything measured: every figure, its interval, and how it went by month.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

use super::figures::{Counted, Plan};
use super::gamma::{Gamma, Sampling, gamma};
use super::material::Material;
use super::measure::{Figure, Measure, Scope};
use crate::job::{Canceled, Progress};

/// What is measured, and how finely.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// Samples of the bootstrap; 0 gives no intervals.
    pub resamples: usize,
    pub seed: u64,
    /// Whether and how γ is measured; it takes the longest by far.
    pub gamma: Option<Sampling>,
}

impl Default for Options {
    fn default() -> Self {
        Self { resamples: 1000, seed: 1, gamma: Some(Sampling::default()) }
    }
}

/// What was measured.
#[derive(Debug, Clone)]
pub struct Report {
    pub figures: Vec<Figure>,
    pub gamma: Option<Gamma>,
    /// The articles that each pair both did.
    pub pair_articles: Vec<usize>,
    /// The months in order, each with the values of the figures in theirs.
    pub months: Vec<(String, Vec<Option<f64>>)>,
    pub options: Options,
}

impl Report {
    /// A figure, where it was measured.
    #[must_use]
    pub fn figure(&self, scope: Scope, measure: &Measure) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.scope == scope && figure.measure == *measure)
    }

    /// A figure's values by month.
    #[must_use]
    pub fn by_month(&self, scope: Scope, measure: &Measure) -> Vec<(&str, f64)> {
        let wanted = |figure: &Figure| figure.scope == scope && figure.measure == *measure;
        let Some(place) = self.figures.iter().position(wanted) else { return Vec::new() };
        let value = |values: &[Option<f64>]| values.get(place).copied().flatten();
        self.months.iter().filter_map(|(month, values)| Some((month.as_str(), value(values)?))).collect()
    }
}

/// Measures everything.
///
/// # Errors
/// When the work shall stop.
pub fn measure(material: &Material, options: Options, progress: &dyn Progress) -> Result<Report, Canceled> {
    let continua: Vec<_> = material.articles.iter().map(|work| work.continuum.clone()).collect();
    let gamma = options.gamma.map(|sampling| gamma(&continua, sampling, progress)).transpose()?;
    let plan = Plan::new(material, gamma.as_ref().map(|gamma| gamma.articles.as_slice()));
    let articles = material.articles.len();
    let values = plan.figures(&vec![1.0; articles]);
    let intervals = intervals(&plan, articles, options, progress)?;
    let figures = plan.measures().into_iter().zip(values).enumerate();
    let figures = figures
        .map(|(at, ((scope, measure), (value, n)))| Figure {
            scope,
            measure,
            value,
            n: n as usize,
            interval: value.and(intervals.get(at).copied().flatten()),
        })
        .collect();
    let months = by_month(material, &plan);
    let both = |pair: usize| {
        material.articles.iter().filter(|work| matches!(work.pairings.get(pair), Some(Some(_)))).count()
    };
    let pair_articles = (0..material.pairs.len()).map(both).collect();
    Ok(Report { figures, gamma, pair_articles, months, options })
}

fn by_month(material: &Material, plan: &Plan<'_>) -> Vec<(String, Vec<Option<f64>>)> {
    let months: BTreeSet<&str> = material.articles.iter().map(|work| work.month.as_str()).collect();
    let of_month = |month: &str| {
        let weights: Vec<f64> =
            material.articles.iter().map(|work| if work.month == month { 1.0 } else { 0.0 }).collect();
        plan.figures(&weights).into_iter().map(|(value, _)| value).collect()
    };
    months.into_iter().map(|month| (month.to_owned(), of_month(month))).collect()
}

/// The percentile bootstrap (Efron 1979): articles are drawn anew with
/// replacement, and the middle 95 % of a figure's values is its interval.
/// One article says nothing of how articles vary.
fn intervals(
    plan: &Plan<'_>,
    articles: usize,
    options: Options,
    progress: &dyn Progress,
) -> Result<Vec<Option<(f64, f64)>>, Canceled> {
    if articles < 2 || options.resamples == 0 {
        return Ok(Vec::new());
    }
    let done = AtomicUsize::new(0);
    let samples: Vec<Vec<Counted>> = (0..options.resamples as u64)
        .into_par_iter()
        .map(|sample| {
            progress.at(done.fetch_add(1, Ordering::Relaxed), options.resamples)?;
            let mut dice = ChaCha8Rng::seed_from_u64(options.seed);
            dice.set_stream(sample);
            let mut weights = vec![0.0; articles];
            for _ in 0..articles {
                let drawn = dice.random_range(0..articles as u32) as usize;
                weights.get_mut(drawn).into_iter().for_each(|weight| *weight += 1.0);
            }
            Ok(plan.figures(&weights))
        })
        .collect::<Result<_, Canceled>>()?;
    let figures = samples.first().map_or(0, Vec::len);
    let values =
        |figure: usize| -> Vec<f64> { samples.iter().filter_map(|sample| sample.get(figure)?.0).collect() };
    Ok((0..figures)
        .map(|figure| {
            let mut values = values(figure);
            values.sort_unstable_by(f64::total_cmp);
            let enough = values.len() * 2 > options.resamples;
            enough.then(|| Some((quantile(&values, 0.025)?, quantile(&values, 0.975)?))).flatten()
        })
        .collect())
}

/// A quantile of sorted values, with straight lines between them.
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let at = share * sorted.len().checked_sub(1)? as f64;
    let (low, high) = (sorted.get(at.floor() as usize)?, sorted.get(at.ceil() as usize)?);
    Some(low + (high - low) * at.fract())
}
