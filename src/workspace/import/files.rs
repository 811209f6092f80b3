//! Which files there are, and what each is.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{FileFault, ImportReport};
use crate::clean::{CleanError, Format, MAX_BYTES};
use crate::format::{IMPORTERS, importer};
use crate::workspace::{Result, WorkspaceError};

/// A file to be brought in.
#[derive(Debug, Clone)]
pub struct Found {
    pub path: PathBuf,
    pub kind: Kind,
}

/// How a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// As a page; without a format, its content tells which.
    Page(Option<Format>),
    /// As records, by the importer of this name.
    Records(&'static str),
}

/// Endings of files that a folder is searched for.
const PAGES: &[&str] = &["txt", "text", "html", "htm", "xhtml", "md", "markdown"];

/// The kind that a format's name stands for; nothing for `auto`.
pub fn forced(format: Option<&str>) -> Result<Option<Kind>> {
    let Some(name) = format.filter(|name| *name != "auto") else { return Ok(None) };
    let page = Format::from_name(name).map(|format| Kind::Page(Some(format)));
    let records = || importer(name).map(|importer| Kind::Records(importer.name()));
    match page.or_else(records) {
        Some(kind) => Ok(Some(kind)),
        None => Err(WorkspaceError::UnknownFormat(name.to_owned())),
    }
}

/// Every file that the paths lead to. What is not there, and folders without
/// articles, are reported.
pub fn find(paths: &[PathBuf], forced: Option<Kind>, report: &mut ImportReport) -> Vec<Found> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = found.len();
            in_folder(path, forced, &mut found, report);
            if found.len() == before {
                report.leave_out(path, FileFault::EmptyFolder);
            }
        } else if path.is_file() {
            found.push(Found { path: path.clone(), kind: forced.unwrap_or_else(|| kind_of(path)) });
        } else {
            report.leave_out(path, FileFault::Missing);
        }
    }
    found
}

fn in_folder(folder: &Path, forced: Option<Kind>, found: &mut Vec<Found>, report: &mut ImportReport) {
    for entry in WalkDir::new(folder).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_wanted(entry.path()) => {
                let kind = forced.unwrap_or_else(|| kind_of(entry.path()));
                found.push(Found { path: entry.into_path(), kind });
            }
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_path_buf();
                report.leave_out(&path, FileFault::Unreadable(error.to_string()));
            }
        }
    }
}

fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn is_wanted(path: &Path) -> bool {
    let ending = ending(path);
    PAGES.contains(&ending.as_str()) || records_of(&ending).is_some()
}

fn kind_of(path: &Path) -> Kind {
    records_of(&ending(path)).map_or(Kind::Page(None), Kind::Records)
}

fn records_of(ending: &str) -> Option<&'static str> {
    IMPORTERS.iter().find(|importer| importer.extensions().contains(&ending)).map(|importer| importer.name())
}

/// A page's bytes. One that is too large is not read at all.
pub fn read(path: &Path) -> std::result::Result<Vec<u8>, FileFault> {
    let file = fs::File::open(path)?;
    let size = file.metadata()?.len();
    if size > MAX_BYTES as u64 {
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        return Err(CleanError::TooLarge { size }.into());
    }
    let mut bytes = Vec::with_capacity(size as usize);
    // A file may grow while it is read.
    file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
