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

named_enum! {
    /// Whose a layer is.
    #[derive(Default)]
    pub enum AnnotatorKind {
        #[default]
        Person = "person",
        /// Nobody's own: the layer that review decides on.
        Adjudicated = "adjudicated",
    }
}

/// A person who annotates, or the one that holds the adjudicated layers.
/// Names are unique in a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotator {
    pub id: AnnotatorId,
    pub name: String,
    #[serde(default)]
    pub kind: AnnotatorKind,
    /// Whom this one turned out to be: the same person had another name in a
    /// colleague's copy. All their work is the other's by now.
    #[serde(default)]
    pub same_as: Option<AnnotatorId>,
    #[serde(flatten)]
    pub stamp: Stamp,
}

impl AnnotatorId {
    /// The annotator of the adjudicated layers, the same in every project.
    pub const ADJUDICATED: Self = Self(uuid::uuid!("6b757469-7000-8000-8000-61646a756469"));
}

impl Annotator {
    /// A person of this name.
    #[must_use]
    pub fn person(id: AnnotatorId, name: impl Into<String>, stamp: Stamp) -> Self {
        Self { id, name: name.into(), kind: AnnotatorKind::Person, same_as: None, stamp }
    }
}

/// One annotator's own set of annotations on one article. The pair is its
/// identity. A layer in stage new was assigned to its annotator, who has not
/// begun; the stamp says by whom and when. Without a layer, the article is
/// not the annotator's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    pub article: ArticleId,
    pub annotator: AnnotatorId,
    pub stage: Stage,
    #[serde(flatten)]
    pub stamp: Stamp,
}
