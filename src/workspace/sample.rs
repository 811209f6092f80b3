//! The sample project, for looking around.

use std::path::Path;
use std::time::Duration;

use super::{ImportOptions, Result, Workspace, WorkspaceError};
use crate::edit::Origin;

/// Three articles of our own, one of them annotated to the end by whoever
/// opens it first.
const ARTICLES: &[u8] = include_bytes!("../../assets/sample/articles.jsonl");

/// Makes the sample project for an annotator.
///
/// # Errors
/// When the file can't be written. Then nothing is left of it.
pub fn create_sample(path: &Path, annotator: &str) -> Result<()> {
    let mut workspace = Workspace::create(path, Origin::Window, Duration::from_secs(1))?;
    let options = ImportOptions { annotator: Some(annotator.to_owned()), ..ImportOptions::default() };
    let report = workspace.import_jsonl("articles.jsonl", &mut &*ARTICLES, &options)?;
    match report.left_out.first() {
        None => Ok(()),
        Some(problem) => Err(WorkspaceError::Sample(Box::new(problem.clone()))),
    }
}
