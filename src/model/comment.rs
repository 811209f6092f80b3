//! Comments: what people say to each other about annotations, in threads.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{AnnotatorId, ArticleId, ClaimId, CommentId, Piece, QuoteId, Stamp};

/// What a thread is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// The whole article.
    Article,
    /// The words in the comment's `spans`.
    Span,
    Quote(QuoteId),
    Claim(ClaimId),
}

impl Anchor {
    /// The fixed name of its kind in files and in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Span => "span",
            Self::Quote(_) => "quote",
            Self::Claim(_) => "claim",
        }
    }
}

/// One comment: the first of a thread, or a reply to the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    pub id: CommentId,
    pub article: ArticleId,
    /// Who says it.
    pub annotator: AnnotatorId,
    /// A reply has its thread's.
    pub anchor: Anchor,
    /// The words it was said about, as they stood then: a comment outlives
    /// the quote or the claim that it is about.
    pub spans: Vec<Piece>,
    /// The first comment of the thread; absent in the first itself.
    pub reply_to: Option<CommentId>,
    pub text: String,
    /// When the thread was settled, and by whom; only in its first comment.
    pub resolved_at: Option<Timestamp>,
    pub resolved_by: Option<AnnotatorId>,
    #[serde(flatten)]
    pub stamp: Stamp,
}

impl Comment {
    /// The first comment of its thread.
    #[must_use]
    pub fn thread(&self) -> CommentId {
        self.reply_to.unwrap_or(self.id)
    }

    /// Whether the thread that it begins is settled.
    #[must_use]
    pub fn is_resolved(&self) -> bool {
        self.resolved_at.is_some()
    }

    /// Where it stands among an article's comments: threads by their first
    /// comment, a thread by time.
    #[must_use]
    pub fn order(&self) -> (CommentId, bool, Timestamp, CommentId) {
        (self.thread(), self.reply_to.is_some(), self.stamp.created_at, self.id)
    }
}
