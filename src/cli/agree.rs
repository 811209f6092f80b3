use std::path::PathBuf;

use serde_json::{Value, json};

use super::export::annotator;
use super::progress::Bar;
use super::{Outcome, Usage, open, say};
use crate::model::{AnnotatorId, Registry};
use crate::review::agreement::{Figure, Label, Material, Measure, Options, Report, Sampling, Scope, measure};
use crate::workspace::Workspace;

#[derive(Debug, clap::Args)]
#[command(after_help = RULES)]
pub struct Agree {
    project: PathBuf,
    /// Only these annotators; otherwise all who have done an article.
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    annotators: Vec<String>,
    /// As one JSON object; every figure with its interval is in “intervals”.
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
same numbers. F1, agr and accuracy lie between 0 and 1, κ and α between −1 and 1; αU and γ are at most 1 \
and have no lower bound. In a blind project this measures everything, also what is not submitted: run it \
as the one who owns the project.";

impl Agree {
    pub fn run(self) -> anyhow::Result<Outcome> {
        if self.gamma_precision.is_nan() || self.gamma_precision <= 0.0 {
            return Err(Usage("The precision of gamma must be greater than 0.".to_owned()).into());
        }
        let workspace = open(&self.project)?;
        let named = self.named(&workspace)?;
        let bar = Bar::new("Measuring");
        let material = workspace.agreement_material(&named, &bar)?;
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

/// The figures of a pair that stand in the object by themselves; all others
/// are among the intervals.
const PAIR: &[&[&str]] = &[
    &["content", "strict_f1"],
    &["content", "overlap_f1"],
    &["content", "agr_ab"],
    &["content", "agr_ba"],
    &["cue", "strict_f1"],
    &["cue", "overlap_f1"],
    &["cue", "agr_ab"],
    &["cue", "agr_ba"],
    &["source", "strict_f1"],
    &["source", "overlap_f1"],
    &["source", "agr_ab"],
    &["source", "agr_ba"],
    &["type", "kappa"],
    &["speaker", "kappa"],
    &["speaker", "accuracy"],
];

/// The same of all annotators, but for γ.
const ALL: &[&[&str]] =
    &[&["fleiss_type"], &["alpha_type"], &["alpha_token"], &["alpha_u"], &["u_alpha"], &["cu_alpha"]];

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
        let scopes = self.material.pairs.iter().enumerate();
        let (pairs, intervals): (Vec<Value>, Vec<Value>) =
            scopes.map(|(pair, (a, b))| self.pair(pair, self.name(*a), self.name(*b))).unzip();
        let gamma = self.report.gamma.as_ref();
        let mut all = self.values(Scope::All, ALL, json!({}));
        put(
            &mut all,
            &["gamma"],
            json!(gamma.map(|gamma| json!({ "value": gamma.value, "precision": gamma.precision }))),
        );
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
                "gamma_samples": gamma.map(|gamma| gamma.samples),
                "pairs": intervals,
                "all": self.intervals(Scope::All, json!({})),
            },
        })
    }

    /// What two annotators' figures are, and all of them with intervals.
    fn pair(&self, pair: usize, a: &str, b: &str) -> (Value, Value) {
        let articles = self.report.pair_articles.get(pair);
        let head = json!({ "a": a, "b": b, "articles": articles });
        let scope = Scope::Pair(pair);
        let mut values = self.values(scope, PAIR, head);
        for (name, label) in [("type", Label::Type), ("speaker", Label::Speaker)] {
            let n = self.report.figure(scope, &Measure::Cohen(label)).map_or(0, |figure| figure.n);
            put(&mut values, &[name, "n"], json!(n));
        }
        (values, self.intervals(scope, json!({ "a": a, "b": b })))
    }

    /// A scope's values by these paths; null where there is nothing to
    /// measure.
    fn values(&self, scope: Scope, wanted: &[&[&str]], mut object: Value) -> Value {
        for path in wanted {
            let figure = self.figures(scope).find(|figure| figure.measure.path() == *path);
            put(&mut object, path, json!(figure.and_then(|figure| figure.value)));
        }
        object
    }

    /// Every figure of a scope: its value, the 95 % interval, and how many
    /// things it rests on.
    fn intervals(&self, scope: Scope, mut object: Value) -> Value {
        for figure in self.figures(scope) {
            let (low, high) = figure.interval.unzip();
            let value = json!({ "value": figure.value, "low": low, "high": high, "n": figure.n });
            put(&mut object, &figure.measure.path(), value);
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

/// Puts a value where its path leads, object by object.
fn put<N: serde_json::value::Index>(object: &mut Value, path: &[N], value: Value) {
    *path.iter().fold(object, |inner, name| &mut inner[name]) = value;
}

/// A figure as a line of the table.
fn line(figure: &Figure) -> String {
    let name = figure.measure.title();
    let value = figure.value.map_or_else(|| "–".to_owned(), |value| format!("{value:.4}"));
    let interval = figure.interval.map_or_else(String::new, |(low, high)| format!("[{low:.4}, {high:.4}]"));
    format!("  {name:<34} {value:>8}  {interval:<18}  n {}", figure.n)
}
