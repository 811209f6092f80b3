//! The one way to read and to write a project, for the window and the command
//! line alike.
//!
//! [`Workspace::perform`] plans an edit, commits its rows and its journal,
//! and only then changes what is in memory: when the disk refuses, memory has
//! not moved. Undo and redo commit in the same way.

mod agreement;
mod apply;
mod assign;
mod bring;
mod clock;
mod error;
mod export;
pub mod fault;
mod formats;
mod import;
mod many;
mod merge;
mod perform;
mod read;
mod refresh;
mod sample;
mod seen;
mod share;
mod suggest;

use std::path::Path;
use std::time::Duration;

pub use crate::store::{
    AnnotatorProgress, ArticleRow, Finding, Hit, Interrupter, Narrow, Remark, Returned, Share, Stats, Step,
    StoreError,
};
pub use apply::Touched;
pub use assign::AssignOptions;
pub use bring::{Batch, BringContext, Existing, Tally, bring_in};
pub use error::{AssignError, FileProblem, WorkspaceError};
pub use export::{export, write_export};
pub use formats::{FormatInfo, formats};
pub use import::{ArticleReport, FileFault, ImportOptions, ImportReport, LeftOut};
pub use merge::{Count, LookAlike, MergeReport, MergedFile, SamePerson};
pub use sample::create_sample;
pub use share::ShareOptions;
pub use suggest::{OutsideError, ask_outside, off_key, own_words_key, program_key};
pub use suggest::{Predicted, Program, SuggestSettings, Suggester, SuggestionWriter, UsualSpeakers};

use crate::edit::{Edit, History, Origin};
use crate::model::{AnnotatorId, AnnotatorKind, ArticleId, Document, Registry, SameSpeakers};
use crate::store::Store;
use clock::Clock;

type Result<T> = std::result::Result<T, WorkspaceError>;

/// An open project: its file, the article that is open, what the project
/// shares, and what can be undone.
#[derive(Debug)]
pub struct Workspace {
    store: Store,
    registry: Registry,
    /// Which of the registry's speakers are another by now.
    same: SameSpeakers,
    /// The open article, whole.
    document: Option<Document>,
    /// As the one who is annotating sees it, where that is something else.
    view: Option<Document>,
    history: History,
    author: Option<AnnotatorId>,
    origin: Origin,
    clock: Clock,
    seen: refresh::Seen,
}

impl Workspace {
    /// Creates a project. `patience` is how long an edit waits while another
    /// program writes.
    pub fn create(path: &Path, origin: Origin, patience: Duration) -> Result<Self> {
        Self::of(Store::create(path, patience)?, origin)
    }

    /// Opens a project.
    pub fn open(path: &Path, origin: Origin, patience: Duration) -> Result<Self> {
        Self::of(Store::open(path, patience)?, origin)
    }

    /// A second way into the same project, for reading only: what a worker
    /// thread uses.
    pub fn reader(&self) -> Result<Self> {
        Self::of(self.store.reader()?, Origin::Job)
    }

    fn of(store: Store, origin: Origin) -> Result<Self> {
        let seen = refresh::Seen::now(&store)?;
        let registry = store.registry()?;
        Ok(Self {
            same: registry.same_speakers(),
            registry,
            document: None,
            view: None,
            history: History::default(),
            author: None,
            origin,
            clock: Clock::default(),
            seen,
            store,
        })
    }

    /// The project's file.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Whether the project can be read but not changed.
    pub fn is_read_only(&self) -> bool {
        self.store.is_read_only()
    }

    /// Speakers, annotators and settings.
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// Who is annotating.
    pub fn author(&self) -> Option<AnnotatorId> {
        self.author
    }

    /// Annotates from now on as the annotator of this name, who is created
    /// where there is none. Taking a name is no step of undo.
    pub fn annotate_as(&mut self, name: &str) -> Result<AnnotatorId> {
        let name = name.trim();
        if self.is_stale()? {
            self.refresh()?;
        }
        if self.registry.annotator_named(name).is_none() {
            let transaction = self.planned(&Edit::AddAnnotator { name: name.to_owned() })?;
            self.commit(&transaction)?;
        }
        let annotator = self.registry.annotator_named(name);
        if annotator.is_some_and(|annotator| annotator.kind == AnnotatorKind::Adjudicated) {
            return Err(crate::edit::EditError::AnnotatorExists(name.to_owned()).into());
        }
        let id = annotator.map(|annotator| annotator.same_as.unwrap_or(annotator.id));
        self.author = id;
        self.look();
        id.ok_or_else(|| crate::edit::EditError::NoAnnotator.into())
    }

    /// Makes an article the open one.
    pub fn open_article(&mut self, id: ArticleId) -> Result<()> {
        let document = self.store.document(id)?.ok_or(WorkspaceError::NoArticle(id))?;
        self.document = Some(document);
        self.look();
        Ok(())
    }

    /// Leaves the open article.
    pub fn close_article(&mut self) {
        self.document = None;
        self.look();
    }
}
