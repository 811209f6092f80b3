use crate::edit::EditError;
use crate::model::ArticleId;
use crate::store::StoreError;

/// Why something could not be done with a project, as a sentence. Nothing
/// has changed.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Edit(#[from] EditError),
    #[error("There is no article {0} in this project.")]
    NoArticle(ArticleId),
}
