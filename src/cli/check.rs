use std::path::PathBuf;

use super::progress::Bar;
use super::{Outcome, open, say};

#[derive(Debug, clap::Args)]
pub struct Check {
    project: PathBuf,
    /// What is off, as a JSON list of sentences.
    #[arg(long)]
    json: bool,
}

impl Check {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let workspace = open(&self.project)?;
        let bar = Bar::new("Checking");
        let findings = workspace.check(&mut |share| bar.share(share))?;
        drop(bar);
        if self.json {
            say(serde_json::to_string_pretty(&findings)?)?;
        } else {
            findings.iter().try_for_each(|finding| say(&finding.0))?;
            if findings.is_empty() {
                say("Everything is as it should be.")?;
            }
        }
        Ok(if findings.is_empty() { Outcome::Done } else { Outcome::Problems })
    }
}
