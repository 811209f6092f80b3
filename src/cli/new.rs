use std::path::PathBuf;

use super::{Outcome, PATIENCE};
use crate::edit::Origin;
use crate::workspace::Workspace;

#[derive(Debug, clap::Args)]
pub struct New {
    /// The new project's file, such as interviews.kutip.
    project: PathBuf,
}

impl New {
    pub fn run(self) -> anyhow::Result<Outcome> {
        Workspace::create(&self.project, Origin::CommandLine, PATIENCE)?;
        Ok(Outcome::Done)
    }
}
