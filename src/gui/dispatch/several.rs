//! The same done to the articles that are chosen in the queue.

use super::{App, article, files, settle};
use crate::edit::Edit;
use crate::gui::settings::person;
use crate::gui::view::MetadataDraft;
use crate::gui::words::tr;
use crate::job::{Progress, Unwatched};
use crate::model::{ArticleId, Document, Stage};
use crate::workspace::{Touched, Workspace, WorkspaceError};

/// So many articles are changed at once; more by a job.
const AT_ONCE: usize = 100;

/// What is done to each article.
#[derive(Debug, Clone)]
pub enum Several {
    Stage(Stage),
    Metadata(MetadataDraft),
    Delete,
}

impl Several {
    fn edit(&self, document: &Document) -> Edit {
        match self {
            Self::Stage(stage) => Edit::SetStage(*stage),
            Self::Metadata(draft) => Edit::SetMetadata(draft.applied(&document.article.metadata)),
            Self::Delete => Edit::DeleteArticle,
        }
    }

    fn perform(
        &self,
        workspace: &mut Workspace,
        articles: &[ArticleId],
        progress: &dyn Progress,
    ) -> Result<Touched, WorkspaceError> {
        workspace.perform_on_each(articles, |document| self.edit(document), progress)
    }
}

/// The articles that are chosen, or else the open one.
pub fn chosen(app: &App) -> Vec<ArticleId> {
    let several = app.view.queue.several();
    if several.is_empty() { article::current(app).into_iter().collect() } else { several }
}

/// Does it to the chosen articles, or to the open one.
pub fn perform(app: &mut App, what: Several) {
    let articles = chosen(app);
    let _ = perform_on(app, articles, what);
}

/// Does it to these articles. True when it was done; false when it could not
/// be, or goes on in a job.
pub fn perform_on(app: &mut App, articles: Vec<ArticleId>, what: Several) -> bool {
    if articles.len() > AT_ONCE {
        by_job(app, articles, what);
        return false;
    }
    files::refresh(app);
    let Some(workspace) = &mut app.workspace else { return false };
    let result = what.perform(workspace, &articles, &Unwatched);
    settle(app, result).is_some()
}

fn by_job(app: &mut App, articles: Vec<ArticleId>, what: Several) {
    let annotator = app.settings.annotator.clone().unwrap_or_else(person);
    files::start(app, &tr!("queue-changing"), move |project, progress| {
        let work = || {
            let mut workspace = files::open_for_job(&project)?;
            workspace.annotate_as(&annotator)?;
            what.perform(&mut workspace, &articles, progress)
        };
        files::JobResult::Changed(articles.len(), work())
    });
}
