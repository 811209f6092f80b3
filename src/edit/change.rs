//! What an edit comes to: entities before and after.

use std::sync::Arc;

use jiff::Timestamp;

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
        match self {
            Self::Article(_) => EntityKind::Article,
            Self::Layer(_) => EntityKind::Layer,
            Self::Quote(_) => EntityKind::Quote,
            Self::Claim(_) => EntityKind::Claim,
            Self::Speaker(_) => EntityKind::Speaker,
            Self::Annotator(_) => EntityKind::Annotator,
            Self::Setting(_) => EntityKind::Setting,
            Self::Comment(_) => EntityKind::Comment,
            Self::Decision(_) => EntityKind::Decision,
            Self::Conflict(_) => EntityKind::Conflict,
            Self::Merge(_) => EntityKind::Merge,
        }
    }

    /// The entity's id as the journal writes it. A layer's is its article's
    /// and its annotator's, joined by a slash; a setting's is its key.
    #[must_use]
    pub fn entity_id(&self) -> String {
        fn of<T>(diff: &Diff<T>, id: impl Fn(&T) -> String) -> String {
            diff.either().map(|entity| id(entity)).unwrap_or_default()
        }
        match self {
            Self::Article(d) => of(d, |e| e.id.to_string()),
            Self::Layer(d) => of(d, |e| format!("{}/{}", e.article, e.annotator)),
            Self::Quote(d) => of(d, |e| e.id.to_string()),
            Self::Claim(d) => of(d, |e| e.id.to_string()),
            Self::Speaker(d) => of(d, |e| e.id.to_string()),
            Self::Annotator(d) => of(d, |e| e.id.to_string()),
            Self::Setting(d) => of(d, |e| e.key.clone()),
            Self::Comment(d) => of(d, |e| e.id.to_string()),
            Self::Decision(d) => of(d, |e| e.id.to_string()),
            Self::Conflict(d) => of(d, |e| e.id.to_string()),
            Self::Merge(d) => of(d, |e| e.id.to_string()),
        }
    }

    /// The article it happens in; none for what the whole project shares.
    #[must_use]
    pub fn article(&self) -> Option<ArticleId> {
        match self {
            Self::Article(d) => d.either().map(|e| e.id),
            Self::Layer(d) => d.either().map(|e| e.article),
            Self::Quote(d) => d.either().map(|e| e.article),
            Self::Claim(d) => d.either().map(|e| e.article),
            Self::Comment(d) => d.either().map(|e| e.article),
            Self::Decision(d) => d.either().map(|e| e.article),
            Self::Speaker(_) | Self::Annotator(_) | Self::Setting(_) | Self::Conflict(_) | Self::Merge(_) => {
                None
            }
        }
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Self::Article(d) => Self::Article(d.inverse()),
            Self::Layer(d) => Self::Layer(d.inverse()),
            Self::Quote(d) => Self::Quote(d.inverse()),
            Self::Claim(d) => Self::Claim(d.inverse()),
            Self::Speaker(d) => Self::Speaker(d.inverse()),
            Self::Annotator(d) => Self::Annotator(d.inverse()),
            Self::Setting(d) => Self::Setting(d.inverse()),
            Self::Comment(d) => Self::Comment(d.inverse()),
            Self::Decision(d) => Self::Decision(d.inverse()),
            Self::Conflict(d) => Self::Conflict(d.inverse()),
            Self::Merge(d) => Self::Merge(d.inverse()),
        }
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
