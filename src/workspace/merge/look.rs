//! Looking colleagues' copies through before anything of them comes in.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::super::{FileProblem, Result, WorkspaceError};
use super::PATIENCE;
use crate::job::{Canceled, Progress};
use crate::store::Store;

/// How far the work is once the copies are looked through, of how much.
pub(super) const LOOKED_THROUGH: usize = 900;
pub(super) const WHOLE: usize = 1000;

/// A colleague's copy, opened from a copy of its file.
pub(super) struct Opened {
    pub path: PathBuf,
    pub store: Store,
    _folder: tempfile::TempDir,
}

/// Opens the copies, all at the same time, and refuses one in which anything
/// is off.
pub(super) fn look_through(ours: &Path, paths: &[PathBuf], progress: &dyn Progress) -> Result<Vec<Opened>> {
    let ours = std::fs::canonicalize(ours).ok();
    let done: Vec<AtomicUsize> = paths.iter().map(|_| AtomicUsize::new(0)).collect();
    let look = |(path, own): (&PathBuf, &AtomicUsize)| {
        if ours.is_some() && std::fs::canonicalize(path).ok() == ours {
            return Err(WorkspaceError::OwnCopy(path.clone()));
        }
        one(path, &mut |share| {
            own.store((share * LOOKED_THROUGH as f32) as usize, Ordering::Relaxed);
            let all: usize = done.iter().map(|done| done.load(Ordering::Relaxed)).sum();
            progress.at(all / done.len().max(1), WHOLE)
        })
    };
    // The first of several that are off is told, whichever was done first.
    let opened: Vec<Result<Opened>> = paths.par_iter().zip(&done).map(look).collect();
    opened.into_iter().collect()
}

fn one(path: &Path, at: &mut dyn FnMut(f32) -> std::result::Result<(), Canceled>) -> Result<Opened> {
    let folder = tempfile::tempdir()
        .map_err(|error| FileProblem::System(error.to_string()))
        .map_err(|problem| WorkspaceError::File { path: path.to_path_buf(), problem })?;
    let store = Store::open_copy_of(path, folder.path(), PATIENCE)?;
    let mut stopped = Ok(());
    let findings = store.check(&mut |share| {
        if stopped.is_ok() {
            stopped = at(share);
        }
    })?;
    stopped?;
    match findings.first() {
        None => Ok(Opened { path: path.to_path_buf(), store, _folder: folder }),
        Some(first) => Err(WorkspaceError::Refused {
            path: path.to_path_buf(),
            first: first.0.trim_end_matches('.').to_owned(),
            more: findings.len() - 1,
        }),
    }
}
