use std::path::PathBuf;

use serde_json::{Value, json};

use super::export::annotator;
use super::progress::Bar;
use super::{Outcome, Usage, open, say};
use crate::model::{AnnotatorId, Registry};
use crate::review::agreement::{Figure, Material, Options, Report, Sampling, Scope, measure};
use crate::workspace::Workspace;

#[derive(Debug, clap::Args)]
#[command(after_help = RULES)]
pub struct Agree {
    project: PathBuf,
    /// Only these annotators; otherwise all who have done an article.
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    annotators: Vec<String>,
    /// As one JSON object.
    #[arg(long)]
    json: bool,
    /// Leaves out gamma, which takes longest.
    #[arg(long)]
    no_gamma: bool,
    /// The precision of gamma to aim at: its 95 % interval from sampling is
    /// plus or minus this.
    #[arg(long, value_name = "WIDTH", default_value_t = 0.01)]
    gamma_precision: f64,
    /// How often articles are drawn anew for the 95 % intervals.
    #[arg(long, value_name = "TIMES", default_value_t = 1000)]
    resamples: usize,
    /// What all sampling begins with.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// What counts, for those who read the numbers.
const RULES: &str = "\
What counts: an annotator did an article that is done in their layer, or in which they have a quote; \
others are missing there. Two who found nothing agree (1); nothing against something does not (0). \
One label throughout gives 1. Where there is nothing to compare there is no number (null). \
Quotes are aligned one to one by the overlap of their contents; cues and sources by themselves. \
On the text, content goes before cue, cue before source. Sampling is seeded: the same data give the \
same numbers.";

impl Agree {
    pub fn run(self) -> anyhow::Result<Outcome> {
        if self.gamma_precision.is_nan() || self.gamma_precision <= 0.0 {
            return Err(Usage("The precision of gamma must be greater than 0.".to_owned()).into());
        }
        let workspace = open(&self.project)?;
        let named = self.named(&workspace)?;
        let bar = Bar::new("Measuring");
        let material = workspace.agreement_material(&named, None, &bar)?;
        if material.annotators.len() < 2 {
            let sentence = if named.is_empty() {
                "Agreement needs two annotators, and fewer have done an article of this project."
            } else {
                "Agreement needs two annotators: name another one."
            };
            return Err(Usage(sentence.to_owned()).into());
        }
        let sampling = Sampling { seed: self.seed, precision: self.gamma_precision, ..Sampling::default() };
        let gamma = (!self.no_gamma).then_some(sampling);
        let options = Options { resamples: self.resamples, seed: self.seed, gamma };
        let report = measure(&material, options, &bar)?;
        drop(bar);
        let written = Written { material: &material, report: &report, registry: workspace.registry() };
        if self.json {
            say(serde_json::to_string_pretty(&written.json())?)?;
        } else {
            written.table().iter().try_for_each(say)?;
        }
        Ok(Outcome::Done)
    }

    /// Those asked for, each once.
    fn named(&self, workspace: &Workspace) -> anyhow::Result<Vec<AnnotatorId>> {
        let mut named = Vec::new();
        for name in &self.annotators {
            let id = annotator(workspace, name.trim())?;
            if !named.contains(&id) {
                named.push(id);
            }
        }
        Ok(named)
    }
}

/// What was measured, to be written.
struct Written<'r> {
    material: &'r Material,
    report: &'r Report,
    registry: &'r Registry,
}

impl Written<'_> {
    fn name(&self, place: usize) -> &str {
        self.material.annotators.get(place).map_or("–", |id| self.registry.annotator_name(*id))
    }

    fn names(&self) -> Vec<&str> {
        (0..self.material.annotators.len()).map(|place| self.name(place)).collect()
    }

    fn figures(&self, scope: Scope) -> impl Iterator<Item = &Figure> {
        self.report.figures.iter().filter(move |figure| figure.scope == scope)
    }

    fn json(&self) -> Value {
        let pairs = self.material.pairs.iter().enumerate();
        let pairs = pairs.map(|(pair, (a, b))| {
            let (a, b) = (self.name(*a), self.name(*b));
            let articles = self.report.pair_articles.get(pair);
            let head = json!({ "a": a, "b": b, "articles": articles });
            (
                self.values(Scope::Pair(pair), head),
                self.intervals(Scope::Pair(pair), json!({ "a": a, "b": b })),
            )
        });
        let (pairs, intervals): (Vec<Value>, Vec<Value>) = pairs.unzip();
        let gamma = self.report.gamma.as_ref();
        let gamma = gamma.map(
            |gamma| json!({ "value": gamma.value, "precision": gamma.precision, "samples": gamma.samples }),
        );
        let mut all = self.values(Scope::All, json!({}));
        if let Some(all) = all.as_object_mut() {
            all.insert("gamma".to_owned(), json!(gamma));
        }
        let Options { resamples, seed, .. } = self.report.options;
        json!({
            "annotators": self.names(),
            "articles": self.material.articles.len(),
            "pairs": pairs,
            "all": all,
            "intervals": {
                "level": 0.95,
                "resamples": resamples,
                "seed": seed,
                "pairs": intervals,
                "all": self.intervals(Scope::All, json!({})),
            },
        })
    }

    /// A scope's values, and what those of a pair rest on.
    fn values(&self, scope: Scope, mut object: Value) -> Value {
        for figure in self.figures(scope) {
            let path = figure.measure.path();
            let Some((name, groups)) = path.split_last() else { continue };
            let inner = groups.iter().fold(&mut object, |inner, group| &mut inner[group]);
            inner[name] = json!(figure.value);
            if !groups.is_empty() {
                inner["n"] = json!(figure.n);
            }
        }
        object
    }

    /// The same with the 95 % intervals.
    fn intervals(&self, scope: Scope, mut object: Value) -> Value {
        for figure in self.figures(scope) {
            let place = figure.measure.path().iter().fold(&mut object, |inner, group| &mut inner[group]);
            *place = json!(figure.interval.map(|(low, high)| [low, high]));
        }
        object
    }

    fn table(&self) -> Vec<String> {
        let articles = self.material.articles.len();
        let mut lines =
            vec![format!("{}; articles that two or more of them did: {articles}", self.names().join(", "))];
        let pairs = self.material.pairs.iter().enumerate();
        for (pair, (a, b)) in pairs {
            let articles = self.report.pair_articles.get(pair).copied().unwrap_or(0);
            lines.push(String::new());
            lines.push(format!("{} and {}, articles: {articles}", self.name(*a), self.name(*b)));
            lines.extend(self.figures(Scope::Pair(pair)).map(line));
        }
        lines.push(String::new());
        lines.push("all".to_owned());
        lines.extend(self.figures(Scope::All).map(line));
        if let Some(gamma) = &self.report.gamma {
            lines.push(format!("  γ is known to ±{:.4} ({} samples).", gamma.precision, gamma.samples));
        }
        lines
    }
}

/// A figure as a line of the table.
fn line(figure: &Figure) -> String {
    let name = figure.measure.title();
    let value = figure.value.map_or_else(|| "–".to_owned(), |value| format!("{value:.4}"));
    let interval = figure.interval.map_or_else(String::new, |(low, high)| format!("[{low:.4}, {high:.4}]"));
    format!("  {name:<34} {value:>8}  {interval:<18}  n {}", figure.n)
}
