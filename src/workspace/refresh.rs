//! What other windows and the command line did to the same project
//! meanwhile.

use super::{Result, Touched, Workspace};
use crate::edit::{Label, Origin};
use crate::store::Store;

/// How far this workspace knows the journal.
#[derive(Debug)]
pub(super) struct Seen {
    data_version: i64,
    /// Every transaction up to here is in memory.
    seq: i64,
    /// Our own ones that came after it.
    own: Vec<i64>,
}

impl Seen {
    pub fn now(store: &Store) -> Result<Self> {
        Ok(Self { data_version: store.data_version()?, seq: store.last_seq()?, own: Vec::new() })
    }

    pub fn own(&mut self, seq: i64) {
        if seq == self.seq + 1 {
            self.seq = seq;
        } else {
            self.own.push(seq);
        }
    }
}

impl Workspace {
    /// Whether another connection has written since the last look. Costs
    /// next to nothing.
    pub fn is_stale(&self) -> Result<bool> {
        Ok(self.store.data_version()? != self.seen.data_version)
    }

    /// Counts everything that was written as seen without looking at it: for
    /// one who only wants to know that something happened.
    pub fn forget_news(&mut self) -> Result<()> {
        self.seen = Seen::now(&self.store)?;
        Ok(())
    }

    /// Takes over what others wrote since the last look. What a job of the
    /// window or the command line did for the same annotator can be undone
    /// here; what another window did is undone there.
    pub fn refresh(&mut self) -> Result<Touched> {
        let data_version = self.store.data_version()?;
        let news = self.store.journal_after(self.seen.seq)?;
        let mut touched = Touched::default();
        for (seq, transaction) in news {
            self.seen.seq = seq;
            if self.seen.own.contains(&seq) {
                continue;
            }
            let more = self.apply(&transaction.changes);
            touched.articles.extend(more.articles);
            touched.quotes.extend(more.quotes);
            touched.registry |= more.registry;
            let ours = matches!(transaction.origin, Origin::CommandLine | Origin::Job)
                && self.origin == Origin::Window
                // Taking a name is no step of undo there either.
                && transaction.label != Label::AddAnnotator
                && transaction.author.is_none_or(|author| Some(author) == self.author);
            if ours {
                self.history.push(transaction);
            }
        }
        self.reopen()?;
        self.seen.own.clear();
        self.seen.data_version = data_version;
        Ok(touched)
    }

    /// Our own edits may lie between those of others: what is open is read
    /// anew, as it stands.
    pub(super) fn reopen(&mut self) -> Result<()> {
        self.registry = self.store.registry()?;
        self.same = self.registry.same_speakers();
        if let Some(open) = self.document.as_ref().map(|document| document.article.id) {
            self.document = self.store.document(open)?;
        }
        self.look();
        Ok(())
    }
}
