//! A copy of a project while it is in use.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::{Result, Store, StoreError, file};

/// Pages copied at a time, between which the progress is told.
const PAGES: i32 = 1024;

impl Store {
    /// Copies the project into a new file, as it stands now. `progress` is
    /// told the share that is done. The copy is written beside its name and
    /// then renamed, so that a failed one leaves nothing.
    pub fn backup(&self, to: &Path, progress: &mut dyn FnMut(f32)) -> Result<()> {
        file::check_free(to)?;
        if file::forbids_writing(to) {
            return Err(StoreError::ReadOnly(to.to_path_buf()));
        }
        let copy = file::Beside::new(to)?;
        self.copy_into(copy.path(), progress).map_err(|error| StoreError::Sql(error).at(to))?;
        copy.persist()
    }

    pub(super) fn copy_into(&self, to: &Path, progress: &mut dyn FnMut(f32)) -> rusqlite::Result<()> {
        let mut copy = Connection::open(to)?;
        {
            let backup = Backup::new(&self.connection, &mut copy)?;
            loop {
                match backup.step(PAGES)? {
                    StepResult::Done => break,
                    StepResult::More => {
                        let state = backup.progress();
                        progress(1.0 - state.remaining as f32 / state.pagecount.max(1) as f32);
                    }
                    _ => std::thread::sleep(Duration::from_millis(20)),
                }
            }
        }
        // One file, complete in itself, until it is opened as a project.
        copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))
    }
}
