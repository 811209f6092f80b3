use std::io;
use std::path::PathBuf;

use super::progress::Bar;
use super::{Outcome, Usage, open};
use crate::format::{EXPORTERS, exporter};
use crate::model::{AnnotatorId, Stage};
use crate::workspace::{Narrow, Workspace, export, write_export};

#[derive(Debug, clap::Args)]
pub struct Export {
    project: PathBuf,
    /// The format's name; “kutip formats” lists them.
    #[arg(long)]
    format: String,
    /// The file to write; - is standard output.
    #[arg(long, default_value = "-", value_name = "PATH")]
    out: PathBuf,
    /// Only what this annotator marked.
    #[arg(long, value_name = "NAME", conflicts_with = "all_annotators")]
    annotator: Option<String>,
    /// Only what review decided on.
    #[arg(long, conflicts_with_all = ["annotator", "all_annotators"])]
    adjudicated: bool,
    /// What every annotator marked, and what review decided on. This is what
    /// happens anyway.
    #[arg(long)]
    all_annotators: bool,
    /// Only quotes at this stage: new, in_progress, done, submitted or
    /// reviewed.
    #[arg(long)]
    status: Option<String>,
}

impl Export {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let Some(format) = exporter(&self.format) else {
            let names: Vec<_> = EXPORTERS.iter().map(|format| format.name()).collect();
            let sentence =
                format!("There is no export format “{}”. There are {}.", self.format, names.join(", "));
            return Err(Usage(sentence).into());
        };
        let status = self.status.as_deref().map(stage).transpose()?;
        let workspace = open(&self.project)?;
        let mut annotator = self.annotator.as_deref().map(|name| annotator(&workspace, name)).transpose()?;
        if self.adjudicated {
            if !workspace.registry().annotators.contains_key(&AnnotatorId::ADJUDICATED) {
                let sentence = "Nothing is adjudicated in this project yet.";
                return Err(Usage(sentence.to_owned()).into());
            }
            annotator = Some(AnnotatorId::ADJUDICATED);
        }
        let narrow = Narrow { annotator, status, ..Narrow::default() };
        let bar = Bar::new("Exporting");
        if self.out.as_os_str() == "-" {
            export(&workspace, format, &narrow, &mut io::stdout().lock(), &bar)?;
        } else {
            write_export(&workspace, format, &narrow, &self.out, &bar)?;
        }
        Ok(Outcome::Done)
    }
}

fn stage(name: &str) -> Result<Stage, Usage> {
    let names = || Stage::ALL.iter().map(|stage| stage.name()).collect::<Vec<_>>().join(", ");
    Stage::from_name(name)
        .ok_or_else(|| Usage(format!("There is no status “{name}”. There are {}.", names())))
}

pub(super) fn annotator(workspace: &Workspace, name: &str) -> Result<AnnotatorId, Usage> {
    let registry = workspace.registry();
    if let Some(annotator) = registry.annotator_named(name) {
        return Ok(annotator.id);
    }
    let names: Vec<_> = registry.annotators.values().map(|annotator| annotator.name.as_str()).collect();
    let there = if names.is_empty() {
        "There is none yet".to_owned()
    } else {
        format!("There are {}", names.join(", "))
    };
    Err(Usage(format!("No annotator of this project is called “{name}”. {there}.")))
}
