//! What is to be decided on an article's aligned quotes, and what is decided
//! already.

use std::collections::HashMap;

use super::{Alignment, Difference, Group};
use crate::model::{
    AnnotatorId, Aspect, Choice, Decision, DecisionId, DecisionKind, Document, Quote, QuoteId, Ruling,
    adjudication_id,
};

/// One question on a group: a field in which its readings differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The field, and what each reading has there.
    pub difference: Difference,
    /// What was decided, also where it no longer stands.
    pub ruling: Option<Ruling>,
    pub state: PointState,
}

impl Point {
    #[must_use]
    pub fn aspect(&self) -> Aspect {
        self.difference.aspect
    }
}

/// How far one question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointState {
    Open,
    /// It was decided on readings that have changed since.
    ChangedSince,
    Decided,
}

/// How far a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseState {
    /// Its readings agree; nobody has taken them over.
    Agreed,
    /// So many of its questions are open.
    Open(usize),
    /// It is in the adjudicated layer.
    Settled,
    /// It was decided that there is no such quote.
    Rejected,
}

/// A group as it lies before the one who decides.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// The quotes of the group, in the order of the layers.
    pub members: Vec<QuoteId>,
    /// The adjudicated quote, where it is there.
    pub result: Option<QuoteId>,
    /// In the order of [`Aspect::ALL`].
    pub points: Vec<Point>,
    /// Why the group was rejected.
    pub rejected: Option<Ruling>,
    pub state: CaseState,
    /// Whether something changed after it was decided, so that it is asked
    /// again.
    pub changed: bool,
}

/// The cases of one article, a case for each group of its alignment.
///
/// A decision stands as long as the readings it was made on say the same: one
/// on a field while that field is as it was seen, one on whether there is
/// such a quote while the same quotes are there, a rejection while nothing of
/// them changed. What changed is asked again, the rest is not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Docket {
    pub cases: Vec<Case>,
}

impl Docket {
    #[must_use]
    pub fn of(document: &Document, alignment: &Alignment) -> Self {
        let index = Index::of(document);
        Self {
            cases: alignment.groups.iter().map(|group| case(document, alignment, &index, group)).collect(),
        }
    }

    /// How many need nothing more.
    #[must_use]
    pub fn decided(&self) -> usize {
        self.cases.iter().filter(|case| case.is_decided()).count()
    }

    /// How many have open questions.
    #[must_use]
    pub fn open(&self) -> usize {
        self.cases.iter().filter(|case| matches!(case.state, CaseState::Open(_))).count()
    }

    /// The groups that agree and were not taken over yet.
    pub fn agreed(&self) -> impl Iterator<Item = &Case> {
        self.cases.iter().filter(|case| case.state == CaseState::Agreed)
    }

    /// Whether the adjudication can be ended: also where all was rejected,
    /// or nobody marked anything.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.cases.iter().all(Case::is_decided)
    }
}

impl Case {
    #[must_use]
    pub fn is_decided(&self) -> bool {
        matches!(self.state, CaseState::Settled | CaseState::Rejected)
    }

    /// The questions that are to be answered.
    pub fn open_points(&self) -> impl Iterator<Item = &Point> {
        self.points.iter().filter(|point| point.state != PointState::Decided)
    }

    #[must_use]
    pub fn point(&self, aspect: Aspect) -> Option<&Point> {
        self.points.iter().find(|point| point.aspect() == aspect)
    }
}

/// What was decided on which quotes: as [`Document::adjudication`] and
/// [`Document::result_of`] find it, for all groups at once.
struct Index<'a> {
    adjudicated: HashMap<QuoteId, &'a Quote>,
    /// The adjudicated quote that a quote led to, or that decisions on it did.
    results: HashMap<QuoteId, QuoteId>,
    decisions: HashMap<DecisionId, &'a Decision>,
}

impl<'a> Index<'a> {
    fn of(document: &'a Document) -> Self {
        let quotes = document.quotes_of(AnnotatorId::ADJUDICATED).map(|quote| (quote.id, &**quote));
        let adjudicated: HashMap<QuoteId, &Quote> = quotes.collect();
        let mut results = HashMap::new();
        let decisions: Vec<&Decision> = document.decisions.iter().map(|decision| &**decision).collect();
        for decision in decisions.iter().filter(|decision| decision.kind == DecisionKind::Adjudication) {
            let seen = decision.ruling.seen.iter();
            results.extend(seen.filter_map(|seen| Some((seen.quote, decision.result?))));
        }
        for quote in adjudicated.values() {
            results.extend(quote.origin.iter().map(|origin| (*origin, quote.id)));
        }
        let decisions = decisions.into_iter().map(|decision| (decision.id, decision)).collect();
        Self { adjudicated, results, decisions }
    }

    /// The adjudicated quote that a group led to, whether it is there or not;
    /// none where nothing was decided on any of its quotes.
    fn result_of(&self, document: &Document, group: &[QuoteId]) -> Option<QuoteId> {
        let mut led = group.iter().filter_map(|id| self.results.get(id)).copied();
        let first = led.next()?;
        Some(if led.all(|other| other == first) { first } else { document.result_of(group) })
    }

    fn decision(&self, result: Option<QuoteId>, aspect: Aspect) -> Option<&'a Decision> {
        self.decisions.get(&adjudication_id(result?, aspect)).copied()
    }
}

fn case(document: &Document, alignment: &Alignment, index: &Index<'_>, group: &Group) -> Case {
    let quotes: Vec<&Quote> = group.present().map(|(_, quote)| &**quote).collect();
    let members: Vec<QuoteId> = quotes.iter().map(|quote| quote.id).collect();
    let led = index.result_of(document, &members);
    let presence = index.decision(led, Aspect::Presence);
    let rejects = |decision: &&Decision| decision.ruling.choice == Choice::Reject;
    if let Some(decision) = presence.filter(rejects)
        && decision.overtaken(&quotes, Aspect::Presence).is_empty()
    {
        let rejected = Some(decision.ruling.clone());
        let state = CaseState::Rejected;
        return Case { members, result: None, points: Vec::new(), rejected, state, changed: false };
    }
    let result = led.and_then(|id| index.adjudicated.get(&id)).copied();
    let points =
        Questions { index, led, alignment, group, quotes, members: &members, presence, result }.points();
    let open = points.iter().filter(|point| point.state != PointState::Decided).count();
    let state = match (open, result) {
        (0, Some(_)) => CaseState::Settled,
        (0, None) => CaseState::Agreed,
        (open, _) => CaseState::Open(open),
    };
    let rejected_before = presence.is_some_and(|decision| decision.ruling.choice == Choice::Reject);
    let changed = rejected_before || points.iter().any(|point| point.state == PointState::ChangedSince);
    Case { members, result: result.map(|quote| quote.id), points, rejected: None, state, changed }
}

/// A group with all that its questions depend on.
struct Questions<'a> {
    index: &'a Index<'a>,
    /// The adjudicated quote that decisions led to, whether it is there or
    /// not.
    led: Option<QuoteId>,
    alignment: &'a Alignment,
    group: &'a Group,
    quotes: Vec<&'a Quote>,
    members: &'a [QuoteId],
    /// The decision on the whole group.
    presence: Option<&'a Decision>,
    /// The adjudicated quote.
    result: Option<&'a Quote>,
}

impl Questions<'_> {
    fn points(&self) -> Vec<Point> {
        let differences = self.alignment.differences(self.group);
        let point = |aspect: &Aspect| {
            let differs = differences.iter().find(|difference| difference.aspect == *aspect);
            self.point(*aspect, differs)
        };
        Aspect::ALL.iter().filter_map(point).collect()
    }

    fn point(&self, aspect: Aspect, differs: Option<&Difference>) -> Option<Point> {
        let decision = self.index.decision(self.led, aspect);
        let stands = self.stands(aspect, decision);
        let difference = match differs {
            Some(difference) => difference.clone(),
            None if !stands && self.is_behind(aspect) => {
                let present = self.group.present();
                let values = present.map(|(layer, quote)| (layer, self.alignment.value(quote, aspect)));
                Difference { aspect, values: values.collect() }
            }
            None => return None,
        };
        let changed = decision.is_some()
            || differs.is_none()
            || self.was_touched()
            || self.presence.is_some_and(|presence| !presence.overtaken(&self.quotes, aspect).is_empty());
        let state = match (stands, changed) {
            (true, _) => PointState::Decided,
            (false, true) => PointState::ChangedSince,
            (false, false) => PointState::Open,
        };
        Some(Point { difference, ruling: decision.map(|decision| decision.ruling.clone()), state })
    }

    fn stands(&self, aspect: Aspect, decision: Option<&Decision>) -> bool {
        if aspect == Aspect::Presence {
            // Whoever decides on a field says that there is a quote.
            let implied = decision.is_none() && self.result.is_some();
            return implied || decision.is_some_and(|decision| self.saw_these(decision));
        }
        match decision {
            Some(decision) => decision.overtaken(&self.quotes, aspect).is_empty(),
            // What some lack was taken for being there, not for its fields.
            None => self.group.is_full() && self.was_taken_with(aspect),
        }
    }

    /// Whether a reading was touched after the adjudicated quote was made.
    fn was_touched(&self) -> bool {
        let made = self.result.map(|result| result.stamp.created_at);
        made.is_some_and(|made| self.quotes.iter().any(|quote| quote.stamp.updated_at > made))
    }

    /// Whether a decision that a quote is there was made on these readings.
    fn saw_these(&self, decision: &Decision) -> bool {
        let seen = &decision.ruling.seen;
        let same = seen.len() == self.members.len() && seen.iter().all(|s| self.members.contains(&s.quote));
        same && decision.ruling.choice != Choice::Reject
    }

    /// Whether the group was taken over with what it has in a field now.
    fn was_taken_with(&self, aspect: Aspect) -> bool {
        self.presence.is_some_and(|presence| {
            presence.ruling.choice != Choice::Reject && presence.overtaken(&self.quotes, aspect).is_empty()
        })
    }

    /// Whether the readings agree on something else than what the adjudicated
    /// quote has, though nobody decided so.
    fn is_behind(&self, aspect: Aspect) -> bool {
        // Parents lie in their own layers and are no readings of each other.
        if matches!(aspect, Aspect::Presence | Aspect::Parent) || self.was_taken_with(aspect) {
            return false;
        }
        let read = self.quotes.first().map(|quote| self.alignment.value(quote, aspect));
        let decided = self.result.map(|result| self.alignment.value(result, aspect));
        decided.is_some() && read != decided
    }
}
