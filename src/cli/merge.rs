use std::path::PathBuf;

use super::progress::Bar;
use super::{Outcome, Usage, open, say};
use crate::edit::EntityKind;
use crate::workspace::{MergeReport, SamePerson, WorkspaceError};

#[derive(Debug, clap::Args)]
pub struct Merge {
    project: PathBuf,
    /// Colleagues' copies of the project. They are only read.
    #[arg(required_unless_present = "same")]
    others: Vec<PathBuf>,
    /// That one person has two names: the one in a copy, and the one here.
    #[arg(long, value_name = "THEIRS=OURS")]
    same: Vec<String>,
    /// Report as JSON.
    #[arg(long)]
    json: bool,
}

impl Merge {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let same = self.same.iter().map(|pair| people(pair)).collect::<Result<Vec<_>, _>>()?;
        let mut workspace = open(&self.project)?;
        let bar = Bar::new("Merging");
        let report = workspace.merge(&self.others, &same, &bar).map_err(usage)?;
        drop(bar);
        if self.json {
            say(serde_json::to_string_pretty(&report)?)?;
        } else {
            tell(&report)?;
        }
        Ok(Outcome::Done)
    }
}

fn usage(error: WorkspaceError) -> anyhow::Error {
    match error {
        WorkspaceError::NoPerson(_) | WorkspaceError::OwnCopy(_) => Usage(error.to_string()).into(),
        other => other.into(),
    }
}

fn people(pair: &str) -> Result<SamePerson, Usage> {
    match pair.split_once('=') {
        Some((theirs, ours)) if !theirs.trim().is_empty() && !ours.trim().is_empty() => {
            Ok((theirs.trim().to_owned(), ours.trim().to_owned()))
        }
        _ => Err(Usage(format!("“{pair}” is no pair of names like “Ana S.=Ana”."))),
    }
}

fn tell(report: &MergeReport) -> std::io::Result<()> {
    if report.is_empty() {
        say("There is nothing new in it.")?;
    }
    for (kind, count) in &report.changes {
        if *kind == EntityKind::Conflict {
            continue;
        }
        let parts = [(count.new, "new"), (count.changed, "changed"), (count.deleted, "deleted")];
        let parts: Vec<String> =
            parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
        say(format!("{:<12} {}", kind.name(), parts.join(", ")))?;
    }
    if report.conflicts_open > 0 {
        say(format!(
            "{} to decide, {} of them new: open the project and look at its conflicts.",
            counted(report.conflicts_open, "conflict", "conflicts"),
            report.conflicts_new
        ))?;
    }
    for name in &report.namesakes {
        say(format!("Two people are called {name}. If they are one, say so: --same \"{name} (2)={name}\"."))?;
    }
    for group in &report.look_alikes {
        let names: Vec<&str> = group.iter().map(|one| one.name.as_str()).collect();
        say(format!(
            "These speakers look like one: {}. Say so in the window, among the speakers.",
            names.join(" · ")
        ))?;
    }
    if let Some(backup) = &report.backup {
        say(format!("The project as it was before: {}", backup.display()))?;
    }
    Ok(())
}

fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}
