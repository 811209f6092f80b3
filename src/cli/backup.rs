use std::path::PathBuf;

use super::progress::Bar;
use super::{Outcome, open};

#[derive(Debug, clap::Args)]
pub struct Backup {
    project: PathBuf,
    /// The new file.
    path: PathBuf,
}

impl Backup {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let bar = Bar::new("Backing up");
        open(&self.project)?.backup(&self.path, &mut |share| bar.share(share))?;
        Ok(Outcome::Done)
    }
}
