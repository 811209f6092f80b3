//! What reviewers decide, and on which versions of which quotes.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    AnnotatorId, ArticleId, Aspect, DecisionId, Document, Quote, QuoteId, Role, Stamp, derived_id, named_enum,
};

named_enum! {
    /// The two kinds of review.
    pub enum DecisionKind {
        /// One reviewer on one quote of a colleague.
        Review = "review",
        /// On a field of a group of aligned quotes, or on the whole group.
        Adjudication = "adjudication",
    }
}

named_enum! {
    /// What was decided.
    pub enum Choice {
        /// Review: the quote is right.
        Accept = "accept",
        /// Review: it is wrong. Adjudication: no such quote belongs in the
        /// adjudicated layer.
        Reject = "reject",
        /// Review: it should be as the reviewer's own quote has it.
        Correct = "correct",
        /// Adjudication: as one of the quotes has it.
        Take = "take",
        /// Adjudication: as none of them has it, but as the adjudicated quote
        /// says.
        Own = "own",
        /// Adjudication: none of them is right, and nothing takes its place.
        Neither = "neither",
    }
}

/// A quote as it was when it was decided upon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    pub quote: QuoteId,
    pub annotator: AnnotatorId,
    /// What it said in the field decided upon; see [`said`].
    pub said: Value,
}

impl Seen {
    /// The quote as it is now.
    #[must_use]
    pub fn of(quote: &Quote, aspect: Aspect) -> Self {
        Self { quote: quote.id, annotator: quote.annotator, said: said(quote, aspect) }
    }
}

/// A choice with all that belongs to it, so that two people's are never
/// mixed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    pub choice: Choice,
    /// The quote that was taken.
    pub taken: Option<QuoteId>,
    pub reason: Option<String>,
    /// What lay before the one who decided.
    pub seen: Vec<Seen>,
}

/// One decision. Its id follows from what it is about, so that two people who
/// decide the same in two copies of a project make the same decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub id: DecisionId,
    pub article: ArticleId,
    /// The reviewer; for an adjudication the adjudicated layer's annotator,
    /// and the stamp says who decided.
    pub annotator: AnnotatorId,
    pub kind: DecisionKind,
    /// The field; presence for the whole quote or group.
    pub aspect: Aspect,
    /// The reviewer's correction, or the adjudicated quote; it need not be
    /// there when all was rejected.
    pub result: Option<QuoteId>,
    pub ruling: Ruling,
    #[serde(flatten)]
    pub stamp: Stamp,
}

impl Decision {
    /// The quotes of a group that say something else in a field by now, are
    /// new to it, or have left it. Empty: the decision stands.
    #[must_use]
    pub fn overtaken(&self, group: &[&Quote], aspect: Aspect) -> Vec<QuoteId> {
        let seen = &self.ruling.seen;
        let as_seen = |quote: &Quote| {
            let before = seen.iter().find(|seen| seen.quote == quote.id);
            before.is_some_and(|before| self.kept(before, aspect) == Some(&said(quote, aspect)))
        };
        let changed = group.iter().filter(|quote| !as_seen(quote)).map(|quote| quote.id);
        let left = seen.iter().map(|seen| seen.quote).filter(|id| group.iter().all(|quote| quote.id != *id));
        changed.chain(left).collect()
    }

    /// What a quote said in a field: a decision on its presence kept them
    /// all.
    fn kept<'s>(&self, seen: &'s Seen, aspect: Aspect) -> Option<&'s Value> {
        if aspect == self.aspect { Some(&seen.said) } else { seen.said.get(aspect.name()) }
    }

    /// The quotes that are new to the group or have left it.
    fn regrouped(&self, group: &[QuoteId]) -> Vec<QuoteId> {
        let seen = || self.ruling.seen.iter().map(|seen| seen.quote);
        let joined = group.iter().copied().filter(|id| seen().all(|seen| seen != *id));
        joined.chain(seen().filter(|id| !group.contains(id))).collect()
    }

    /// Whether it was decided on any of these quotes.
    #[must_use]
    pub fn concerns(&self, group: &[QuoteId]) -> bool {
        self.ruling.seen.iter().any(|seen| group.contains(&seen.quote))
    }
}

/// What a quote says in a field, as a value that can be kept and compared;
/// in its presence, all that it says.
#[must_use]
pub fn said(quote: &Quote, aspect: Aspect) -> Value {
    if let Some(role) = aspect.spans_of() {
        return quote.pieces(role).iter().map(|piece| json!([piece.start, piece.end])).collect();
    }
    if let Some(role) = aspect.speakers_of() {
        return json!(quote.speakers_of(role));
    }
    match aspect {
        Aspect::Type => json!(quote.quote_type),
        Aspect::Medium => json!(quote.medium),
        Aspect::Mention => json!(quote.mention),
        Aspect::Parent => json!(quote.parent),
        Aspect::Attributes => json!(quote.attributes),
        _ => {
            let fields = Aspect::ALL.iter().filter(|field| **field != Aspect::Presence);
            fields.map(|field| (field.name().to_owned(), said(quote, *field))).collect()
        }
    }
}

/// The id of a reviewer's decision on a quote.
#[must_use]
pub fn review_id(reviewer: AnnotatorId, quote: QuoteId) -> DecisionId {
    derived_id("review", &[reviewer.0, quote.0], "").into()
}

/// The id of the decision on a field of an adjudicated quote.
#[must_use]
pub fn adjudication_id(result: QuoteId, aspect: Aspect) -> DecisionId {
    derived_id("adjudication", &[result.0], aspect.name()).into()
}

/// How a field of a group stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing<'a> {
    /// Nobody has decided.
    Open,
    /// Decided, and nothing has changed since.
    Stands(&'a Decision),
    /// Decided; but these quotes say something else by now, are new to the
    /// group, or have left it.
    Overtaken(&'a Decision, Vec<QuoteId>),
}

impl Document {
    /// How a field of a group of aligned quotes stands. Taking a quote whole
    /// decides all its fields; a rejection of the group leaves nothing to
    /// decide, until one of its quotes changes. Where a quote was taken
    /// whole, its presence is asked again only when quotes join or leave.
    #[must_use]
    pub fn standing(&self, group: &[QuoteId], aspect: Aspect) -> Standing<'_> {
        let quotes: Vec<&Quote> =
            group.iter().filter_map(|id| self.quote(*id)).map(|quote| &**quote).collect();
        let Some(decision) =
            self.adjudication(group, aspect).or_else(|| self.adjudication(group, Aspect::Presence))
        else {
            return Standing::Open;
        };
        let overtaken = match (decision.aspect, decision.ruling.choice, aspect) {
            (Aspect::Presence, Choice::Reject, _) => decision.overtaken(&quotes, Aspect::Presence),
            (_, _, Aspect::Presence) => decision.regrouped(group),
            _ => decision.overtaken(&quotes, aspect),
        };
        if overtaken.is_empty() {
            Standing::Stands(decision)
        } else {
            Standing::Overtaken(decision, overtaken)
        }
    }

    /// How a reviewer's decision on a colleague's quote stands.
    #[must_use]
    pub fn review_standing(&self, reviewer: AnnotatorId, quote: &Quote) -> Standing<'_> {
        let Some(decision) = self.review(reviewer, quote.id) else { return Standing::Open };
        let overtaken = decision.overtaken(&[quote], Aspect::Presence);
        if overtaken.is_empty() {
            Standing::Stands(decision)
        } else {
            Standing::Overtaken(decision, overtaken)
        }
    }

    /// The adjudicated quote that a group of aligned quotes leads to, whether
    /// it exists or not: the one that earlier decisions on any of them led
    /// to, or else a new one, whose id follows from the group.
    #[must_use]
    pub fn result_of(&self, group: &[QuoteId]) -> QuoteId {
        let made = self.quotes.iter().filter(|quote| quote.is_adjudicated());
        let made =
            made.filter(|quote| quote.origin.iter().any(|id| group.contains(id))).map(|quote| quote.id);
        let decided = self.decisions.iter().filter(|decision| decision.kind == DecisionKind::Adjudication);
        let decided =
            decided.filter(|decision| decision.concerns(group)).filter_map(|decision| decision.result);
        made.chain(decided).next().unwrap_or_else(|| {
            let mut ids: Vec<_> = group.iter().map(|id| id.0).collect();
            ids.sort_unstable();
            ids.insert(0, self.article.id.0);
            derived_id("adjudicated", &ids, "").into()
        })
    }

    /// The decision on a field of a group, or on its presence, whether it
    /// still stands or not; see [`Decision::overtaken`].
    #[must_use]
    pub fn adjudication(&self, group: &[QuoteId], aspect: Aspect) -> Option<&Decision> {
        let id = adjudication_id(self.result_of(group), aspect);
        self.decision(id)
    }

    /// A reviewer's decision on a quote, whether it still stands or not.
    #[must_use]
    pub fn review(&self, reviewer: AnnotatorId, quote: QuoteId) -> Option<&Decision> {
        self.reviews_of(quote).find(|decision| decision.annotator == reviewer)
    }

    /// Every reviewer's decisions on a quote.
    pub fn reviews_of(&self, quote: QuoteId) -> impl Iterator<Item = &Decision> {
        let about =
            move |decision: &&Decision| decision.kind == DecisionKind::Review && decision.concerns(&[quote]);
        self.decisions.iter().map(|decision| &**decision).filter(about)
    }

    /// The decision of this id.
    #[must_use]
    pub fn decision(&self, id: DecisionId) -> Option<&Decision> {
        self.decisions.iter().find(|decision| decision.id == id).map(|decision| &**decision)
    }
}

/// Puts a field of one quote on another. A parent lies in its own layer and
/// is left to the caller.
pub fn take_over(to: &mut Quote, from: &Quote, aspect: Aspect) {
    if let Some(role) = aspect.spans_of() {
        *to.pieces_mut(role) = from.pieces(role).to_vec();
    }
    if let Some(speakers) = aspect.speakers_of().and_then(|role| to.speakers_of_mut(role)) {
        *speakers = aspect.speakers_of().map(|role| from.speakers_of(role).to_vec()).unwrap_or_default();
    }
    match aspect {
        Aspect::Type => to.quote_type = from.quote_type,
        Aspect::Medium => to.medium.clone_from(&from.medium),
        Aspect::Mention => to.mention = from.mention,
        Aspect::Attributes => to.attributes.clone_from(&from.attributes),
        _ => {}
    }
}

/// Takes a field away, as far as a quote can be without it: every quote has
/// content and a type.
pub fn clear(quote: &mut Quote, aspect: Aspect) {
    if let Some(role) = aspect.spans_of().filter(|role| *role != Role::Content) {
        quote.pieces_mut(role).clear();
    }
    if let Some(speakers) = aspect.speakers_of().and_then(|role| quote.speakers_of_mut(role)) {
        speakers.clear();
    }
    match aspect {
        Aspect::Medium => quote.medium.clear(),
        Aspect::Mention => quote.mention = None,
        Aspect::Parent => quote.parent = None,
        Aspect::Attributes => quote.attributes.clear(),
        _ => {}
    }
}
