//! What an edit comes to: entities before and after.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Thing, with_diff};
use crate::model::{
    Annotator, AnnotatorId, Article, ArticleId, Claim, Comment, Conflict, Decision, Layer, Merge, Quote,
    Setting, Speaker, TransactionId, named_enum,
};

/// One entity before and after. Absent before: it is created. Absent after:
/// it is deleted.
#[derive(Debug, Clone, PartialEq)]
pub struct Diff<T> {
    pub before: Option<Arc<T>>,
    pub after: Option<Arc<T>>,
}

impl<T> Diff<T> {
    #[must_use]
    pub fn created(after: T) -> Self {
        Self { before: None, after: Some(Arc::new(after)) }
    }

    #[must_use]
    pub fn changed(before: &Arc<T>, after: T) -> Self {
        Self { before: Some(Arc::clone(before)), after: Some(Arc::new(after)) }
    }

    #[must_use]
    pub fn deleted(before: &Arc<T>) -> Self {
        Self { before: Some(Arc::clone(before)), after: None }
    }

    /// The entity as it was or, where it is new, as it becomes.
    #[must_use]
    pub fn either(&self) -> Option<&Arc<T>> {
        self.before.as_ref().or(self.after.as_ref())
    }

    fn inverse(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone() }
    }
}

named_enum! {
    /// The kinds of things that the journal follows.
    pub enum EntityKind {
        Article = "article",
        Layer = "layer",
        Quote = "quote",
        Claim = "claim",
        Speaker = "speaker",
        Annotator = "annotator",
        Setting = "setting",
        Comment = "comment",
        Decision = "decision",
        /// A field that two copies gave different values.
        Conflict = "conflict",
        /// That copies were brought in.
        Merge = "merge",
    }
}

/// The change of one entity.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    Article(Diff<Article>),
    Layer(Diff<Layer>),
    Quote(Diff<Quote>),
    Claim(Diff<Claim>),
    Speaker(Diff<Speaker>),
    Annotator(Diff<Annotator>),
    Setting(Diff<Setting>),
    Comment(Diff<Comment>),
    Decision(Diff<Decision>),
    Conflict(Diff<Conflict>),
    Merge(Diff<Merge>),
}

impl Change {
    #[must_use]
    pub const fn kind(&self) -> EntityKind {
        const fn of<T: Thing>(_: &Diff<T>) -> EntityKind {
            T::KIND
        }
        with_diff!(self, diff => of(diff))
    }

    /// The entity's id as the journal writes it; see [`Thing::entity_id`].
    #[must_use]
    pub fn entity_id(&self) -> String {
        with_diff!(self, diff => diff.either().map(|thing| thing.entity_id()).unwrap_or_default())
    }

    /// The article it happens in; none for what the whole project shares.
    #[must_use]
    pub fn article(&self) -> Option<ArticleId> {
        with_diff!(self, diff => diff.either().and_then(|thing| thing.article()))
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        with_diff!(self, diff => diff.inverse().into())
    }
}

named_enum! {
    /// What a transaction does, for the undo menu and the history.
    pub enum Label {
        AddQuote = "add_quote",
        ChangeContent = "change_content",
        ChangeCue = "change_cue",
        ChangeSource = "change_source",
        ChangeAddressee = "change_addressee",
        ChangeRelay = "change_relay",
        ChangeType = "change_type",
        ChangeQuote = "change_quote",
        LinkSpeaker = "link_speaker",
        UnlinkSpeaker = "unlink_speaker",
        DeleteQuote = "delete_quote",
        AddClaim = "add_claim",
        ChangeClaim = "change_claim",
        DeleteClaim = "delete_claim",
        AddSpeaker = "add_speaker",
        ChangeSpeaker = "change_speaker",
        DeleteSpeaker = "delete_speaker",
        MergeSpeakers = "merge_speakers",
        PartSpeaker = "part_speaker",
        TellApart = "tell_apart",
        AddAnnotator = "add_annotator",
        SetStage = "set_stage",
        ChangeMetadata = "change_metadata",
        ChangeRegions = "change_regions",
        Import = "import",
        DeleteArticle = "delete_article",
        ChangeSetting = "change_setting",
        AddComment = "add_comment",
        ChangeComment = "change_comment",
        DeleteComment = "delete_comment",
        ResolveComment = "resolve_comment",
        Review = "review",
        Adjudicate = "adjudicate",
        WithdrawDecision = "withdraw_decision",
        FinishReview = "finish_review",
        Assign = "assign",
        Merge = "merge",
        DecideConflict = "decide_conflict",
        AcceptSuggestion = "accept_suggestion",
        DismissSuggestion = "dismiss_suggestion",
    }
}

named_enum! {
    /// Where a transaction was made.
    pub enum Origin {
        Window = "window",
        CommandLine = "command_line",
        /// Work of the window that ran on a thread of its own.
        Job = "job",
        Undo = "undo",
        Redo = "redo",
    }
}

/// Everything that one edit changes, committed and undone as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Transaction {
    pub id: TransactionId,
    pub at: Timestamp,
    pub author: Option<AnnotatorId>,
    pub origin: Origin,
    pub label: Label,
    pub changes: Vec<Change>,
}

impl Transaction {
    /// The transaction that takes this one back, as a new step of the
    /// journal.
    #[must_use]
    pub fn inverse(&self, id: TransactionId, at: Timestamp, origin: Origin) -> Self {
        let changes = self.changes.iter().rev().map(Change::inverse).collect();
        Self { id, at, origin, changes, ..self.clone() }
    }
}
