//! What is alike in all the kinds of things that the journal follows.
//!
//! A new kind gets its line in each list here; what is done to things of every
//! kind is written once, with [`with_diff`] or [`with_kind`], and follows.

use serde::{Serialize, de::DeserializeOwned};

use super::{Change, Diff, EntityKind};
use crate::model::{
    Annotator, Article, ArticleId, Claim, Comment, Conflict, Decision, Layer, Merge, Quote, Setting, Speaker,
    Stamp,
};

/// A thing that the journal follows.
pub trait Thing: Clone + PartialEq + Serialize + DeserializeOwned {
    const KIND: EntityKind;

    /// Its id as the journal writes it. A layer's is its article's and its
    /// annotator's, joined by a slash; a setting's is its key.
    fn entity_id(&self) -> String;

    /// The article it lies in; none for what the whole project shares.
    fn article(&self) -> Option<ArticleId>;

    fn stamp(&self) -> &Stamp;

    fn stamp_mut(&mut self) -> &mut Stamp;

    /// What changes, when it is a thing of this kind.
    fn diff_of(change: Change) -> Option<Diff<Self>>;
}

macro_rules! things {
    ($($kind:ident: $id:expr, $article:expr;)+) => { $(
        impl Thing for $kind {
            const KIND: EntityKind = EntityKind::$kind;

            fn entity_id(&self) -> String {
                let id: fn(&Self) -> String = $id;
                id(self)
            }

            fn article(&self) -> Option<ArticleId> {
                let article: fn(&Self) -> Option<ArticleId> = $article;
                article(self)
            }

            fn stamp(&self) -> &Stamp {
                &self.stamp
            }

            fn stamp_mut(&mut self) -> &mut Stamp {
                &mut self.stamp
            }

            fn diff_of(change: Change) -> Option<Diff<Self>> {
                match change {
                    Change::$kind(diff) => Some(diff),
                    _ => None,
                }
            }
        }

        impl From<Diff<$kind>> for Change {
            fn from(diff: Diff<$kind>) -> Self {
                Self::$kind(diff)
            }
        }
    )+ };
}

things! {
    Article: |article| article.id.to_string(), |article| Some(article.id);
    Layer: |layer| format!("{}/{}", layer.article, layer.annotator), |layer| Some(layer.article);
    Quote: |quote| quote.id.to_string(), |quote| Some(quote.article);
    Claim: |claim| claim.id.to_string(), |claim| Some(claim.article);
    Speaker: |speaker| speaker.id.to_string(), |_| None;
    Annotator: |annotator| annotator.id.to_string(), |_| None;
    Setting: |setting| setting.key.clone(), |_| None;
    Comment: |comment| comment.id.to_string(), |comment| Some(comment.article);
    Decision: |decision| decision.id.to_string(), |decision| Some(decision.article);
    Conflict: |conflict| conflict.id.to_string(), |_| None;
    Merge: |merge| merge.id.to_string(), |_| None;
}

/// The same for the change of a thing of any kind: `with_diff!(change, diff =>
/// f(diff))`.
macro_rules! with_diff {
    ($change:expr, $diff:ident => $same:expr) => {
        match $change {
            $crate::edit::Change::Article($diff) => $same,
            $crate::edit::Change::Layer($diff) => $same,
            $crate::edit::Change::Quote($diff) => $same,
            $crate::edit::Change::Claim($diff) => $same,
            $crate::edit::Change::Speaker($diff) => $same,
            $crate::edit::Change::Annotator($diff) => $same,
            $crate::edit::Change::Setting($diff) => $same,
            $crate::edit::Change::Comment($diff) => $same,
            $crate::edit::Change::Decision($diff) => $same,
            $crate::edit::Change::Conflict($diff) => $same,
            $crate::edit::Change::Merge($diff) => $same,
        }
    };
}

/// The same for the type of a thing of any kind: `with_kind!(kind, T =>
/// f::<T>())`.
macro_rules! with_kind {
    ($kind:expr, $thing:ident => $same:expr) => {
        $crate::edit::with_kind!($kind, $thing => $same;
            Article Layer Quote Claim Speaker Annotator Setting Comment Decision Conflict Merge)
    };
    ($kind:expr, $thing:ident => $same:expr; $($name:ident)+) => {
        match $kind { $(
            $crate::edit::EntityKind::$name => {
                type $thing = $crate::model::$name;
                $same
            }
        )+ }
    };
}

pub(crate) use {with_diff, with_kind};
