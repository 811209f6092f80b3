//! The words Kutip is made of: articles, quotes, claims, speakers, annotators
//! and the positions that tie them to the text.
//!
//! Pure: nothing here reads a file, a clock or a random number.

mod annotator;
mod article;
mod aspect;
mod claim;
mod comment;
mod conflict;
mod decision;
mod document;
mod excerpt;
mod find;
mod grow;
mod hash;
mod id;
mod look_alike;
mod quote;
mod same;
mod sentence;
mod setting;
mod span;
mod speaker;
mod stamp;
mod text;

pub use annotator::{Annotator, AnnotatorKind, Layer, Stage};
pub use article::{Article, Metadata, Region, RegionKind, SourceFile, is_iso_date};
pub use aspect::Aspect;
pub use claim::{Claim, Worthiness};
pub use comment::{Anchor, Comment};
pub use conflict::{Conflict, Merge, Version};
pub use decision::{
    Choice, Decision, DecisionKind, Ruling, Seen, Standing, adjudication_id, clear, review_id, said,
    take_over,
};
pub use document::{Document, Registry, Viewer};
pub use excerpt::{Excerpt, Wanted};
pub use find::Folded;
pub use grow::{
    grown, next_sentence, previous_sentence, quotation_at, quotations, with_end_moved, with_start_moved,
};
pub use hash::sha256;
pub use id::{
    AnnotatorId, ArticleId, ClaimId, CommentId, ConflictId, DecisionId, InvalidId, MergeId, QuoteId,
    SpeakerId, TransactionId, derived_id,
};
pub use quote::{Medium, Mention, Quote, QuoteType, Role};
pub use same::{SameSpeakers, end_of, in_order};
pub use setting::Setting;
pub use span::{Piece, Span, spans};
pub use speaker::{Speaker, SpeakerKind, SpeakerRole, short_name};
pub use stamp::Stamp;
pub use text::{Text, fold, folds_to};

/// A closed list of words that stand in files and in the database under fixed
/// names: gives the enum `ALL`, `name`, parsing from the name and serde.
macro_rules! named_enum {
    ($(#[$meta:meta])* $vis:vis enum $enum:ident { $($(#[$vmeta:meta])* $variant:ident = $name:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        $vis enum $enum { $($(#[$vmeta])* #[serde(rename = $name)] $variant),+ }

        impl $enum {
            /// Every value, in the order they are listed to people.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The fixed name in files and in the database.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The value that bears this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $enum {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.name()) }
        }
    };
}
pub(crate) use named_enum;
