//! Writing what a project holds in one of the formats.

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::Arc;

use super::{Narrow, Result, Workspace, WorkspaceError};
use crate::format::{Exporter, FormatError};
use crate::job::Progress;
use crate::model::Document;

/// Writes to a file, beside its name first: a failed export leaves the old
/// file as it was. Returns the number of quotes.
///
/// # Errors
/// When the file can't be written, the project can't be read, or the work was
/// stopped.
pub fn write_export(
    workspace: &Workspace,
    format: &dyn Exporter,
    narrow: &Narrow,
    path: &Path,
    progress: &dyn Progress,
) -> Result<usize> {
    let failed =
        |error: io::Error| WorkspaceError::File { path: path.to_path_buf(), detail: error.to_string() };
    if path.is_dir() {
        return Err(WorkspaceError::File { path: path.to_path_buf(), detail: "it is a folder".to_owned() });
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    let quotes = export(workspace, format, narrow, &mut beside, progress)?;
    beside.as_file().sync_all().map_err(failed)?;
    beside.persist(path).map_err(|error| failed(error.error))?;
    Ok(quotes)
}

/// Writes to a stream. Returns the number of quotes.
///
/// # Errors
/// As [`write_export`].
pub fn export(
    workspace: &Workspace,
    format: &dyn Exporter,
    narrow: &Narrow,
    out: &mut dyn Write,
    progress: &dyn Progress,
) -> Result<usize> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let total = workspace.article_ids()?.len();
    let (mut done, mut quotes) = (0, 0);
    {
        let mut sink = format.start(&mut out, workspace.registry())?;
        workspace.each_document(|mut document| {
            narrow_to(&mut document, narrow);
            sink.document(&document)?;
            quotes += document.quotes.len();
            done += 1;
            Ok(progress.at(done, total)?)
        })?;
        sink.finish()?;
    }
    out.flush().map_err(FormatError::Write)?;
    Ok(quotes)
}

/// Leaves in a document only what is wanted. A claim goes with its quote.
fn narrow_to(document: &mut Document, narrow: &Narrow) {
    if let Some(annotator) = narrow.annotator {
        document.layers.retain(|owner, _| *owner == annotator);
        document.quotes.retain(|quote| quote.annotator == annotator);
        document.claims.retain(|claim| claim.annotator == annotator);
    }
    if let Some(status) = narrow.status {
        document.quotes.retain(|quote| quote.status == status);
        let kept: Vec<_> = document.quotes.iter().map(Arc::clone).collect();
        document.claims.retain(|claim| claim.quote.is_none_or(|id| kept.iter().any(|quote| quote.id == id)));
    }
}
