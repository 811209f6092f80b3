//! Edits, and taking them back.

use super::{Result, Touched, Workspace, WorkspaceError};
use crate::edit::{Context, Edit, Label, Origin, State, Transaction, plan};
use crate::model::{ArticleId, Document};
use crate::store::StoreError;

impl Workspace {
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

    pub(super) fn performed(&mut self, transaction: Transaction) -> Result<Touched> {
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

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<Label> {
        self.history.undo_label()
    }

    /// What redo would make again.
    pub fn redo_label(&self) -> Option<Label> {
        self.history.redo_label()
    }

    pub(super) fn planned(&mut self, edit: &Edit) -> Result<Transaction> {
        let document = self.document.take();
        let transaction = self.planned_on(edit, document.as_ref());
        self.document = document;
        transaction
    }

    pub(super) fn planned_on(&mut self, edit: &Edit, document: Option<&Document>) -> Result<Transaction> {
        let at = self.clock.now();
        self.planned_at(at, edit, document)
    }

    pub(super) fn planned_at(
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

    pub(super) fn commit(&mut self, transaction: &Transaction) -> Result<Touched> {
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
}
