//! What came of an import.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use super::FileFault;
use crate::clean::Warning;
use crate::model::{Article, ArticleId, Metadata, Region, RegionKind};
use crate::workspace::bring::Tally;

/// What came in, what was there already, and what was left out.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ImportReport {
    pub articles_new: usize,
    pub articles_there: usize,
    pub quotes_new: usize,
    pub quotes_there: usize,
    pub claims_new: usize,
    pub claims_there: usize,
    pub left_out: Vec<LeftOut>,
    pub warnings: Vec<LeftOut>,
    pub articles: Vec<ArticleReport>,
    /// The first of the new articles.
    #[serde(skip)]
    pub first_new: Option<ArticleId>,
}

/// One article, as it was read.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleReport {
    pub id: Option<ArticleId>,
    pub file: String,
    /// Whether the project did not have it before.
    #[serde(rename = "new")]
    pub is_new: bool,
    #[serde(flatten)]
    pub metadata: Metadata,
    pub dateline: Option<String>,
    /// How many there are of each kind.
    pub regions: BTreeMap<RegionKind, usize>,
}

/// A file, or a part of one, and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    pub file: String,
    pub problem: FileFault,
}

impl std::fmt::Display for LeftOut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let problem = self.problem.to_string();
        let end = if problem.ends_with(['.', '!', '?']) { "" } else { "." };
        match self.file.as_str() {
            "" => write!(f, "{problem}{end}"),
            file => write!(f, "{file}: {problem}{end}"),
        }
    }
}

impl ImportReport {
    /// In one sentence.
    #[must_use]
    pub fn summary(&self) -> String {
        let counted = |number: usize, one: &str, many: &str| match number {
            1 => format!("1 {one}"),
            _ => format!("{number} {many}"),
        };
        let mut parts = vec![counted(self.articles_new, "article", "articles")];
        if self.quotes_new > 0 {
            parts.push(counted(self.quotes_new, "quote", "quotes"));
        }
        if self.claims_new > 0 {
            parts.push(counted(self.claims_new, "claim", "claims"));
        }
        let mut sentence = vec![format!("{} imported", parts.join(", "))];
        if self.articles_there > 0 {
            let there = counted(self.articles_there, "article was", "articles were");
            sentence.push(format!("{there} here already"));
        }
        if !self.left_out.is_empty() {
            sentence.push(format!("{} left out", counted(self.left_out.len(), "thing", "things")));
        }
        sentence.join(", ") + "."
    }

    /// Whether nothing at all could be read.
    #[must_use]
    pub fn is_failure(&self) -> bool {
        let read = self.articles_new + self.articles_there + self.quotes_new + self.quotes_there;
        read == 0 && !self.left_out.is_empty()
    }

    pub(super) fn leave_out(&mut self, path: &Path, problem: impl Into<FileFault>) {
        self.left_out.push(LeftOut { file: path.display().to_string(), problem: problem.into() });
    }

    pub(super) fn warn(&mut self, path: &Path, warning: Warning) {
        let problem = FileFault::Warning(warning);
        self.warnings.push(LeftOut { file: path.display().to_string(), problem });
    }

    pub(super) fn count(&mut self, tally: Tally, articles: &[Article]) {
        self.articles_new = tally.articles;
        self.articles_there = tally.articles_there;
        self.quotes_new = tally.quotes;
        self.quotes_there = tally.quotes_there;
        self.claims_new = tally.claims;
        self.claims_there = tally.claims_there;
        self.first_new = articles.first().map(|article| article.id);
    }
}

pub(super) fn counted(regions: &[Region]) -> BTreeMap<RegionKind, usize> {
    let mut counts = BTreeMap::new();
    for region in regions {
        *counts.entry(region.kind).or_default() += 1;
    }
    counts
}
