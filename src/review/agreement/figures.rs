//! Every figure of one material, each article counted so many times.

use super::coincidence::Coincidences;
use super::f1::Matches;
use super::gamma::{self, Share};
use super::kappa::{Cohen, Fleiss};
use super::label::{Label, number};
use super::material::{Mark, Material, Work};
use super::measure::{Measure, Part, Scope};
use super::nominal::Nominal;
use super::token::PARTS;
use super::unitizing::{Pool, alpha_u};
use crate::model::QuoteType;

/// A value, and how many things it rests on.
pub type Counted = (Option<f64>, f64);

/// What is measured, and what stays the same however articles are counted.
pub struct Plan<'m> {
    material: &'m Material,
    parts: Vec<Part>,
    /// Labels, each with its place in the marks.
    labels: Vec<(Label, usize)>,
    pools: [Pool; PARTS.len()],
    /// γ's parts, where it has been measured.
    shares: Option<&'m [Share]>,
}

impl<'m> Plan<'m> {
    pub fn new(material: &'m Material, shares: Option<&'m [Share]>) -> Self {
        let types = QuoteType::ALL.iter().map(|quote_type| Part::Type(*quote_type));
        let pairings = || material.articles.iter().flat_map(|work| work.pairings.iter().flatten());
        let seen = |part: &Part| pairings().any(|pairing| pairing.parts.contains_key(part));
        let labels = material.labels.all();
        Self {
            parts: PARTS.into_iter().map(Part::Role).chain(types.filter(seen)).collect(),
            labels: labels.into_iter().map(|label| (label.clone(), material.labels.place(&label))).collect(),
            pools: std::array::from_fn(|value| {
                let units = |work: &Work| work.units.get(value).cloned().unwrap_or_default();
                Pool::new(material.articles.iter().map(units).collect())
            }),
            shares,
            material,
        }
    }

    /// What the figures of [`Self::figures`] are, in their order.
    pub fn measures(&self) -> Vec<(Scope, Measure)> {
        let mut list = Vec::new();
        let pairs = (0..self.material.pairs.len()).map(Scope::Pair);
        for scope in pairs.chain([Scope::All]) {
            for part in &self.parts {
                let spans = [Measure::StrictF1, Measure::OverlapF1, Measure::AgrAb, Measure::AgrBa];
                let wanted = if scope == Scope::All { 2 } else { 4 };
                list.extend(spans.iter().take(wanted).map(|measure| (scope, measure(*part))));
            }
            for (label, _) in &self.labels {
                let [first, second] = if scope == Scope::All {
                    [Measure::Fleiss, Measure::Alpha]
                } else {
                    [Measure::Cohen, Measure::Accuracy]
                };
                list.extend([(scope, first(label.clone())), (scope, second(label.clone()))]);
            }
        }
        let text = [Measure::AlphaToken, Measure::AlphaU, Measure::UAlpha, Measure::CuAlpha];
        list.extend(text.into_iter().map(|measure| (Scope::All, measure)));
        if self.shares.is_some() {
            list.push((Scope::All, Measure::Gamma));
        }
        list
    }

    /// The figures where each article counts so many times.
    pub fn figures(&self, weights: &[f64]) -> Vec<Counted> {
        let counted: Vec<(&Work, f64)> = self
            .material
            .articles
            .iter()
            .zip(weights.iter().copied())
            .filter(|(_, weight)| *weight > 0.0)
            .collect();
        let mut list = Vec::new();
        let mut pooled = vec![Matches::default(); self.parts.len()];
        for pair in 0..self.material.pairs.len() {
            for (part, pooled) in self.parts.iter().zip(&mut pooled) {
                let (matches, articles) = matches(&counted, pair, *part);
                *pooled += matches;
                let n = matches.a + matches.b;
                let values = [matches.strict_f1(), matches.overlap_f1(), matches.agr_ab(), matches.agr_ba()];
                list.extend(values.map(|value| ((articles > 0.0).then_some(value), n)));
            }
            for (_, place) in &self.labels {
                let cohen = cohen(&counted, pair, *place);
                list.extend([(cohen.kappa(), cohen.total()), (cohen.accuracy(), cohen.total())]);
            }
        }
        for matches in pooled {
            let n = matches.a + matches.b;
            let values = [matches.strict_f1(), matches.overlap_f1()];
            list.extend(values.map(|value| ((!counted.is_empty()).then_some(value), n)));
        }
        for (_, place) in &self.labels {
            let (fleiss, nominal) = of_groups(&counted, *place);
            list.extend([(fleiss.kappa(), fleiss.total()), (nominal.alpha(), fleiss.total())]);
        }
        self.on_the_text(&counted, weights, &mut list);
        list
    }

    fn on_the_text(&self, counted: &[(&Work, f64)], weights: &[f64], list: &mut Vec<Counted>) {
        let mut tokens = Nominal::default();
        let mut coincidences = Coincidences::default();
        for (work, weight) in counted {
            tokens.add_all(&work.tokens, *weight);
            coincidences += work.coincidences.times(*weight);
        }
        let articles: f64 = weights.iter().sum();
        let unitized = alpha_u(&self.pools.each_ref().map(|pool| pool.disagreement(weights)));
        list.extend([
            (tokens.alpha(), tokens.total()),
            ((articles > 0.0).then_some(unitized), articles),
            (coincidences.u_alpha(), articles),
            (coincidences.cu_alpha(), articles),
        ]);
        if let Some(shares) = self.shares {
            list.push(((articles > 0.0).then(|| gamma::of_shares(shares, weights)), articles));
        }
    }
}

fn matches(counted: &[(&Work, f64)], pair: usize, part: Part) -> (Matches, f64) {
    let (mut sum, mut articles) = (Matches::default(), 0.0);
    for (work, weight) in counted {
        let Some(Some(pairing)) = work.pairings.get(pair) else { continue };
        articles += weight;
        if let Some((matches, _)) = pairing.parts.get(&part) {
            sum += matches.times(*weight);
        }
    }
    (sum, articles)
}

fn cohen(counted: &[(&Work, f64)], pair: usize, place: usize) -> Cohen {
    let mut cohen = Cohen::default();
    for (work, weight) in counted {
        for (a, b) in work.aligned(pair) {
            cohen.add(number(&a.labels, place), number(&b.labels, place), *weight);
        }
    }
    cohen
}

fn of_groups(counted: &[(&Work, f64)], place: usize) -> (Fleiss, Nominal) {
    let (mut fleiss, mut nominal) = (Fleiss::default(), Nominal::default());
    let mut labels = Vec::new();
    for (work, weight) in counted {
        for group in &work.groups {
            labels.clear();
            labels.extend(work.of_group(group).map(|(_, mark)| number(&mark.labels, place)));
            fleiss.add(&labels, *weight);
            nominal.add(&labels, *weight);
        }
    }
    (fleiss, nominal)
}

impl Work {
    /// The aligned quotes of a pair of annotators; none unless both did the
    /// article.
    pub(super) fn aligned(&self, pair: usize) -> impl Iterator<Item = (&Mark, &Mark)> {
        let pairing = self.pairings.get(pair).and_then(Option::as_ref);
        pairing.into_iter().flat_map(move |pairing| {
            let (first, second) = (self.marks.get(pairing.a), self.marks.get(pairing.b));
            pairing.aligned().filter_map(move |(a, b)| Some((first?.get(a)?, second?.get(b)?)))
        })
    }

    /// The quotes of a group, each with its annotator's place.
    pub(super) fn of_group<'w>(
        &'w self,
        group: &'w [Option<usize>],
    ) -> impl Iterator<Item = (usize, &'w Mark)> {
        let numbered = group.iter().zip(&self.marks).enumerate();
        numbered.filter_map(|(annotator, (place, marks))| Some((annotator, marks.get((*place)?)?)))
    }
}
