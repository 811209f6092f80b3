//! Who annotates, and how far they are with each article.

use serde::{Deserialize, Serialize};

use super::{AnnotatorId, ArticleId, Stamp, named_enum};

named_enum! {
    /// How far the work on something is.
    #[derive(Default)]
    pub enum Stage {
        #[default]
        New = "new",
        InProgress = "in_progress",
        Done = "done",
        Submitted = "submitted",
        Reviewed = "reviewed",
    }
}

/// A person who annotates. Names are unique in a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotator {
    pub id: AnnotatorId,
    pub name: String,
    #[serde(flatten)]
    pub stamp: Stamp,
}

/// One annotator's own set of annotations on one article. The pair is its
/// identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    pub article: ArticleId,
    pub annotator: AnnotatorId,
    pub stage: Stage,
    #[serde(flatten)]
    pub stamp: Stamp,
}
