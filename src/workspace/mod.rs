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
mod formats;
mod import;
mod many;
mod merge;
mod refresh;
mod sample;
mod share;
mod suggest;

/// What can be wrong with a file that is read, for whoever puts it in words.
pub mod fault {
    pub use crate::clean::{CleanError, FileKind, MAX_BYTES, Warning};
    pub use crate::format::{Damage, FormatError, Part, Place, Problem, Refusal, Step};
    pub use crate::store::Found;
}

use std::collections::BTreeSet;
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

use crate::edit::{Context, Edit, History, Label, Origin, State, Transaction, plan};
use crate::model::{
    AnnotatorId, AnnotatorKind, ArticleId, Document, Excerpt, Metadata, Registry, SameSpeakers, Stage,
    Viewer, Wanted,
};
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

    /// The open article, with as much of it as the one who is annotating may
    /// see: in a blind project, not what others have not submitted. Linked
    /// are the speakers who are meant by now.
    pub fn document(&self) -> Option<&Document> {
        self.view.as_ref().or(self.document.as_ref())
    }

    /// The one place that keeps a blind project blind, and that puts the
    /// speakers who are meant in place of those who turned out to be another.
    /// What reads for nobody, as the command line does, sees everyone's work.
    fn visible(&self, document: &Document) -> Option<Document> {
        let blind = self.viewer().map(|viewer| document.seen_by(viewer));
        if self.same.is_empty() {
            return blind;
        }
        let mut seen = blind.unwrap_or_else(|| document.clone());
        self.same.put_in(&mut seen);
        Some(seen)
    }

    /// Of what happened on an article, what the one who is annotating may see.
    pub fn visible_history(&self, article: ArticleId, steps: Vec<Step>) -> Result<Vec<Step>> {
        let Some(viewer) = self.viewer() else { return Ok(steps) };
        let Some(document) = self.store.document(article)? else { return Ok(Vec::new()) };
        let seen = |step: &Step| step.author.is_none_or(|by| document.lets_see(viewer, by));
        Ok(steps.into_iter().filter(seen).collect())
    }

    /// In a window somebody looks, also while nobody annotates.
    fn viewer(&self) -> Option<Viewer> {
        let stranger = || (self.origin == Origin::Window).then_some(AnnotatorId(uuid::Uuid::nil()));
        self.registry.viewer(self.author.or_else(stranger)?)
    }

    /// Whether others have submitted the open article, and the one who is
    /// annotating a blind project does not see it.
    pub fn hides_submitted(&self) -> bool {
        let (Some(viewer), Some(document)) = (self.viewer(), &self.document) else { return false };
        let hidden =
            |owner: &AnnotatorId| document.is_submitted(*owner) && !document.lets_see(viewer, *owner);
        document.layers.keys().any(hidden)
    }

    /// Reads from now on as a window in which this person annotates, or
    /// nobody: for the work that a window does on a thread of its own.
    pub fn read_as(&mut self, viewer: Option<AnnotatorId>) {
        self.author = viewer;
        self.origin = Origin::Window;
        self.look();
    }

    fn look(&mut self) {
        self.view = self.document.as_ref().and_then(|document| self.visible(document));
    }

    /// Who is annotating.
    pub fn author(&self) -> Option<AnnotatorId> {
        self.author
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<Label> {
        self.history.undo_label()
    }

    /// What redo would make again.
    pub fn redo_label(&self) -> Option<Label> {
        self.history.redo_label()
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

    /// Does an edit: commits it, then changes what is in memory. An edit that
    /// changes nothing leaves no trace.
    ///
    /// # Errors
    /// When the edit doesn't fit or the file can't be written. Then nothing
    /// has changed.
    pub fn perform(&mut self, edit: &Edit) -> Result<Touched> {
        if self.is_stale()? {
            self.refresh()?;
        }
        let transaction = self.planned(edit)?;
        self.performed(transaction)
    }

    /// Does an edit on an article that need not be the open one.
    ///
    /// # Errors
    /// As [`Workspace::perform`].
    pub fn perform_on(&mut self, article: ArticleId, edit: &Edit) -> Result<Touched> {
        if self.document.as_ref().is_some_and(|document| document.article.id == article) {
            return self.perform(edit);
        }
        if self.is_stale()? {
            self.refresh()?;
        }
        let document = self.store.document(article)?.ok_or(WorkspaceError::NoArticle(article))?;
        let transaction = self.planned_on(edit, Some(&document))?;
        self.performed(transaction)
    }

    fn performed(&mut self, transaction: Transaction) -> Result<Touched> {
        if transaction.changes.is_empty() {
            return Ok(Touched::default());
        }
        let touched = self.commit(&transaction)?;
        self.history.push(transaction);
        Ok(touched)
    }

    /// Takes back the last edit. Returns nothing where there is none.
    ///
    /// # Errors
    /// When another program changed the same thing since: that step can never
    /// be taken back, and the next undo goes on before it. When the file
    /// can't be written: the step stays.
    pub fn undo(&mut self) -> Result<Option<Touched>> {
        let Some(last) = self.history.next_undo() else { return Ok(None) };
        let (id, at) = (self.clock.new_id().into(), self.clock.now());
        let inverse = last.inverse(id, at, Origin::Undo);
        let result = self.commit(&inverse);
        match &result {
            Ok(_) => self.history.undone(),
            Err(error) if error.is_changed_elsewhere() => self.history.forget_undo(),
            Err(_) => {}
        }
        result.map(Some)
    }

    /// Makes again what was taken back last.
    ///
    /// # Errors
    /// As [`Workspace::undo`].
    pub fn redo(&mut self) -> Result<Option<Touched>> {
        let Some(next) = self.history.next_redo() else { return Ok(None) };
        let (id, at) = (self.clock.new_id().into(), self.clock.now());
        let again = Transaction { id, at, origin: Origin::Redo, ..next.clone() };
        let result = self.commit(&again);
        match &result {
            Ok(_) => self.history.redone(),
            Err(error) if error.is_changed_elsewhere() => self.history.forget_redo(),
            Err(_) => {}
        }
        result.map(Some)
    }

    fn planned(&mut self, edit: &Edit) -> Result<Transaction> {
        let document = self.document.take();
        let transaction = self.planned_on(edit, document.as_ref());
        self.document = document;
        transaction
    }

    fn planned_on(&mut self, edit: &Edit, document: Option<&Document>) -> Result<Transaction> {
        let at = self.clock.now();
        self.planned_at(at, edit, document)
    }

    fn planned_at(
        &mut self,
        at: jiff::Timestamp,
        edit: &Edit,
        document: Option<&Document>,
    ) -> Result<Transaction> {
        let clock = &mut self.clock;
        let state = State { registry: &self.registry, document };
        let context =
            Context { author: self.author, at, origin: self.origin, new_id: &mut || clock.new_id() };
        Ok(plan(edit, state, context)?)
    }

    fn commit(&mut self, transaction: &Transaction) -> Result<Touched> {
        match self.store.commit(transaction) {
            Ok(seq) => {
                self.seen.own(seq);
                Ok(self.apply(&transaction.changes))
            }
            Err(StoreError::ChangedElsewhere) => {
                self.refresh()?;
                Err(StoreError::ChangedElsewhere.into())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Every edit that came after a number of the journal (0: all), in order,
    /// with its number. Undoing them backwards, or doing them again on an
    /// empty project, gives what the project held then.
    pub fn journal_after(&self, seq: i64) -> Result<Vec<(i64, Transaction)>> {
        Ok(self.store.journal_after(seq)?)
    }

    /// All articles, as the one who is annotating has them.
    pub fn article_rows(&self) -> Result<Vec<ArticleRow>> {
        Ok(self.store.article_rows(self.author)?)
    }

    /// These articles, as far as they are there, as the one who is annotating
    /// has them.
    pub fn article_rows_of(&self, articles: &BTreeSet<ArticleId>) -> Result<Vec<ArticleRow>> {
        Ok(self.store.article_rows_of(self.author, articles)?)
    }

    /// What is known of these articles, one after the other, until `take`
    /// says false.
    pub fn each_metadata(
        &self,
        articles: &[ArticleId],
        take: &mut dyn FnMut(Metadata) -> bool,
    ) -> Result<()> {
        Ok(self.store.each_metadata(articles, take)?)
    }

    /// The last edits that touched an article, the newest first.
    pub fn article_history(&self, article: ArticleId, limit: usize) -> Result<Vec<Step>> {
        Ok(self.store.history(article, limit)?)
    }

    /// What others decided and said of the work of the one who is annotating,
    /// in every article, the latest first; as far as they may see it.
    pub fn returned(&self) -> Result<Vec<Returned>> {
        let Some(author) = self.author else { return Ok(Vec::new()) };
        let mut returned = self.store.returned(author)?;
        if self.viewer().is_some() {
            // Only where someone is still at work is anything hidden from them.
            let at_work = self.store.layers()?.into_iter();
            let at_work = at_work.filter(|layer| layer.annotator == author && layer.stage < Stage::Submitted);
            for article in at_work.map(|layer| layer.article) {
                if returned.iter().any(|one| one.article == article) {
                    let document = self.read_article(article)?;
                    let shown = |remark: &Remark| document.as_ref().is_some_and(|d| remark.is_in(d));
                    returned.retain(|one| one.article != article || shown(&one.remark));
                }
            }
        }
        Ok(returned)
    }

    /// One article with everything on it that the one who is annotating may
    /// see, without opening it.
    pub fn read_article(&self, id: ArticleId) -> Result<Option<Document>> {
        let document = self.store.document(id)?;
        Ok(document.map(|document| self.visible(&document).unwrap_or(document)))
    }

    /// The ids of all articles, in the project's order.
    pub fn article_ids(&self) -> Result<Vec<ArticleId>> {
        Ok(self.store.article_ids()?)
    }

    /// Hands over every article in the project's order, with what the one who
    /// is annotating may see of it.
    pub fn each_document(&self, mut take: impl FnMut(Document) -> Result<()>) -> Result<()> {
        self.store.each_document(|document| take(self.visible(&document).unwrap_or(document)))
    }

    /// Finds articles and quotes that hold all the words; at most `limit` of
    /// each.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Hit>> {
        Ok(self.store.search(words, limit)?)
    }

    /// The articles that hold all the words; none where there is no word.
    pub fn articles_with(&self, words: &str) -> Result<Option<Vec<ArticleId>>> {
        Ok(self.store.articles_with(words)?)
    }

    /// The numbers of the articles that hold all the words, in ascending
    /// order; none where there is no word.
    pub fn article_keys_with(&self, words: &str) -> Result<Option<Vec<i64>>> {
        Ok(self.store.article_keys_with(words)?)
    }

    /// Where the words stand in the texts of these articles, about `length`
    /// characters each.
    pub fn excerpts(&self, keys: &[i64], wanted: &Wanted, length: usize) -> Result<Vec<(i64, Excerpt)>> {
        Ok(self.store.excerpts(keys, wanted, length)?)
    }

    /// What stops a search of this workspace from another thread.
    pub fn interrupter(&self) -> Interrupter {
        self.store.interrupter()
    }

    /// Counts.
    pub fn stats(&self) -> Result<Stats> {
        Ok(self.store.stats()?)
    }

    /// How far each annotator is, by name.
    pub fn progress(&self) -> Result<Vec<AnnotatorProgress>> {
        Ok(self.store.annotators_progress()?)
    }

    /// Verifies everything; an empty list is a clean project. `progress` is
    /// told the share that is done.
    pub fn check(&self, progress: &mut dyn FnMut(f32)) -> Result<Vec<Finding>> {
        Ok(self.store.check(progress)?)
    }

    /// Copies the project into a new file.
    pub fn backup(&self, to: &Path, progress: &mut dyn FnMut(f32)) -> Result<()> {
        Ok(self.store.backup(to, progress)?)
    }
}
