//! Bringing files in.

use std::io::BufRead;
use std::path::PathBuf;

use super::{Result, Workspace};
use crate::job::Progress;
use crate::model::ArticleId;

/// How files are brought in.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// The format's name; told from each file where it is absent.
    pub format: Option<String>,
    /// Whose the quotes are that name nobody.
    pub annotator: Option<String>,
}

/// What came of an import.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct ImportReport {
    pub articles_new: usize,
    pub quotes_new: usize,
    pub first_new: Option<ArticleId>,
    pub left_out: Vec<String>,
    pub warnings: Vec<String>,
}

impl ImportReport {
    pub fn summary(&self) -> String {
        format!("{} articles", self.articles_new)
    }
}

impl Workspace {
    pub fn import(
        &mut self,
        _paths: &[PathBuf],
        _options: &ImportOptions,
        _progress: &dyn Progress,
    ) -> Result<ImportReport> {
        Ok(ImportReport::default())
    }
    pub fn import_jsonl(
        &mut self,
        _name: &str,
        _reader: &mut dyn BufRead,
        _options: &ImportOptions,
    ) -> Result<ImportReport> {
        Ok(ImportReport::default())
    }
}
