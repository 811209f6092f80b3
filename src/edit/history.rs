//! What can be undone and redone in this session.

use super::{Label, Transaction};

/// The transactions of a session, newest last.
#[derive(Debug, Default, Clone)]
pub struct History {
    done: Vec<Transaction>,
    undone: Vec<Transaction>,
}

impl History {
    /// Takes up a new transaction. What was undone before can no longer be
    /// redone.
    pub fn push(&mut self, transaction: Transaction) {
        self.undone.clear();
        self.done.push(transaction);
    }

    /// The transaction that undo takes back next.
    #[must_use]
    pub fn next_undo(&self) -> Option<&Transaction> {
        self.done.last()
    }

    /// The transaction that redo makes again next.
    #[must_use]
    pub fn next_redo(&self) -> Option<&Transaction> {
        self.undone.last()
    }

    /// What undo would take back, for its menu entry.
    #[must_use]
    pub fn undo_label(&self) -> Option<Label> {
        self.next_undo().map(|transaction| transaction.label)
    }

    /// What redo would make again, for its menu entry.
    #[must_use]
    pub fn redo_label(&self) -> Option<Label> {
        self.next_redo().map(|transaction| transaction.label)
    }

    /// The last transaction has been taken back.
    pub fn undone(&mut self) {
        self.undone.extend(self.done.pop());
    }

    /// The last transaction can't be taken back any more.
    pub fn forget_undo(&mut self) {
        self.done.pop();
    }

    /// The transaction taken back last can't be made again any more.
    pub fn forget_redo(&mut self) {
        self.undone.pop();
    }

    /// The transaction taken back last has been made again.
    pub fn redone(&mut self) {
        self.done.extend(self.undone.pop());
    }
}
