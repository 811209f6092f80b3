use std::path::PathBuf;

use super::progress::Bar;
use super::{Outcome, Usage, open, say};
use crate::model::{AnnotatorId, QuoteType};
use crate::suggest::evaluate::{Evaluation, Scores};
use crate::workspace::{Predicted, Workspace};

/// What `--predicted` calls the rules.
const SUGGESTIONS: &str = "suggestions";

#[derive(Debug, clap::Args)]
pub struct Evaluate {
    project: PathBuf,
    /// The annotator whose quotes are right.
    #[arg(long, value_name = "NAME")]
    gold: String,
    /// Whose quotes are judged: an annotator's, or “suggestions”.
    #[arg(long, value_name = "NAME", default_value = SUGGESTIONS)]
    predicted: String,
    /// Only quotes of these types: direct, indirect, mixed, …
    #[arg(long, value_delimiter = ',', value_parser = quote_type)]
    types: Vec<QuoteType>,
    /// As one JSON object.
    #[arg(long)]
    json: bool,
}

fn quote_type(name: &str) -> Result<QuoteType, String> {
    QuoteType::from_name(name).ok_or_else(|| {
        let all: Vec<&str> = QuoteType::ALL.iter().map(|known| known.name()).collect();
        format!("a type is one of {}", all.join(", "))
    })
}

impl Evaluate {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let workspace = open(&self.project)?;
        let gold = annotator(&workspace, &self.gold)?;
        let predicted = match self.predicted.as_str() {
            SUGGESTIONS => Predicted::Suggestions,
            name => Predicted::Annotator(annotator(&workspace, name)?),
        };
        let evaluation = workspace.evaluate(gold, predicted, &self.types, &Bar::new("Evaluating"))?;
        if self.json {
            say(serde_json::to_string_pretty(&evaluation)?)?;
        } else {
            tell(&evaluation)?;
        }
        Ok(Outcome::Done)
    }
}

fn annotator(workspace: &Workspace, name: &str) -> Result<AnnotatorId, Usage> {
    let named = workspace.registry().annotator_named(name).map(|annotator| annotator.id);
    named.ok_or_else(|| Usage(format!("There is no annotator called “{name}” in this project.")))
}

fn tell(evaluation: &Evaluation) -> std::io::Result<()> {
    let Evaluation { articles, gold, predicted, .. } = evaluation;
    say(format!("{articles} articles, {gold} quotes in the gold, {predicted} predicted\n"))?;
    say(format!("{:<16} {:>9} {:>9} {:>9}", "", "precision", "recall", "F1"))?;
    for (name, scores) in
        [("content", &evaluation.content), ("cue", &evaluation.cue), ("source", &evaluation.source)]
    {
        rows(name, scores)?;
    }
    for (name, scores) in &evaluation.by_type {
        rows(name, &scores.content)?;
    }
    let speaker = evaluation.speaker;
    say(format!("{:<16} {:>9.3} (of {})", "speaker", speaker.accuracy, speaker.n))
}

fn rows(name: &str, scores: &Scores) -> std::io::Result<()> {
    for (how, rates) in [("strict", scores.strict), ("overlap", scores.overlap)] {
        let name = format!("{name}, {how}");
        say(format!("{name:<16} {:>9.3} {:>9.3} {:>9.3}", rates.precision, rates.recall, rates.f1))?;
    }
    Ok(())
}
