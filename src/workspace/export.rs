//! Writing what a project holds in one of the formats.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::Arc;

use super::{FileProblem, Narrow, Result, Workspace, WorkspaceError};
use crate::format::{Exporter, FormatError};
use crate::job::Progress;
use crate::model::{Anchor, ArticleId, Document};

/// Writes to a file, beside its name first: a failed export leaves the old
/// file as it was. A link leads to its file; a device or a pipe is written to
/// as it is. Returns the number of quotes.
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
    let refused = |problem| WorkspaceError::File { path: path.to_path_buf(), problem };
    let failed = |error: io::Error| refused(FileProblem::System(error.to_string()));
    let old = fs::metadata(path).ok();
    match &old {
        Some(old) if old.is_dir() => return Err(refused(FileProblem::IsFolder)),
        Some(old) if !old.is_file() => {
            let mut device = fs::OpenOptions::new().write(true).open(path).map_err(failed)?;
            return export(workspace, format, narrow, &mut device, progress);
        }
        Some(old) if old.permissions().readonly() => return Err(refused(FileProblem::WriteProtected)),
        _ => {}
    }
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(refused(FileProblem::NoFolder(folder.to_path_buf())));
    }
    let mut beside = new_beside(folder).map_err(failed)?;
    let quotes = export(workspace, format, narrow, &mut beside, progress)?;
    if let Some(old) = old {
        beside.as_file().set_permissions(old.permissions()).map_err(failed)?;
    }
    beside.as_file().sync_all().map_err(failed)?;
    beside.persist(&target).map_err(|error| failed(error.error))?;
    Ok(quotes)
}

/// A temporary file that others may read, as far as the system lets new files
/// be read.
fn new_beside(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".kutip-export");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
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
    let wanted = |id: &ArticleId| narrow.articles.as_ref().is_none_or(|only| only.contains(id));
    let total = workspace.article_ids()?.iter().filter(|id| wanted(id)).count();
    let (mut done, mut quotes) = (0, 0);
    {
        let mut sink = format.start(&mut out, workspace.registry())?;
        workspace.each_document(|mut document| {
            if !wanted(&document.article.id) {
                return Ok(());
            }
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

/// Leaves in a document only what is wanted. A claim goes with its quote, a
/// comment and a decision with what they are about.
fn narrow_to(document: &mut Document, narrow: &Narrow) {
    if let Some(annotator) = narrow.annotator {
        document.layers.retain(|owner, _| *owner == annotator);
        document.quotes.retain(|quote| quote.annotator == annotator);
        document.claims.retain(|claim| claim.annotator == annotator);
        document.comments.retain(|comment| match comment.anchor {
            Anchor::Article | Anchor::Span => true,
            Anchor::Quote(id) => document.quotes.iter().any(|quote| quote.id == id),
            Anchor::Claim(id) => document.claims.iter().any(|claim| claim.id == id),
        });
        document.decisions.retain(|decision| {
            let mut seen = decision.ruling.seen.iter();
            decision.annotator == annotator || seen.any(|seen| seen.annotator == annotator)
        });
    }
    if let Some(status) = narrow.status {
        document.quotes.retain(|quote| quote.status == status);
        let kept: Vec<_> = document.quotes.iter().map(Arc::clone).collect();
        document.claims.retain(|claim| claim.quote.is_none_or(|id| kept.iter().any(|quote| quote.id == id)));
    }
}
