//! Planning the adjudicated layer: what is decided on groups of quotes that
//! annotators marked in the same place.

use std::sync::Arc;

use super::Planner;
use super::review::worded;
use crate::edit::{Change, Diff, EditError, Label, Settlement};
use crate::model::{
    Annotator, AnnotatorId, AnnotatorKind, Aspect, Choice, Decision, DecisionKind, Quote, QuoteId, Ruling,
    Seen, Stage, adjudication_id, clear, take_over,
};

/// What the adjudicated layers' annotator is called.
const NAME: &str = "Adjudicated";

/// A group with the adjudicated quote it leads to.
struct Group {
    members: Vec<Arc<Quote>>,
    ids: Vec<QuoteId>,
    result: QuoteId,
    /// The adjudicated quote, where it is there.
    there: Option<Arc<Quote>>,
}

impl Group {
    fn seen(&self, aspect: Aspect) -> Vec<Seen> {
        self.members.iter().map(|quote| Seen::of(quote, aspect)).collect()
    }
}

impl Planner<'_> {
    pub(super) fn adjudicate(
        &mut self,
        group: &[QuoteId],
        aspect: Aspect,
        settlement: &Settlement,
    ) -> Result<Label, EditError> {
        let group = self.group(group)?;
        if let (Aspect::Presence, Settlement::Neither { reason }) = (aspect, settlement) {
            self.reject(&group, reason.as_deref())?;
        } else {
            self.settle(&group, aspect, settlement)?;
        }
        self.take_up_adjudicated()?;
        Ok(Label::Adjudicate)
    }

    pub(super) fn take_over(&mut self, groups: &[Vec<QuoteId>]) -> Result<Label, EditError> {
        for group in groups {
            let group = self.group(group)?;
            let Some(first) = group.ids.first().copied() else { continue };
            self.settle(&group, Aspect::Presence, &Settlement::Take(first))?;
        }
        self.take_up_adjudicated()?;
        Ok(Label::Adjudicate)
    }

    fn group(&mut self, ids: &[QuoteId]) -> Result<Group, EditError> {
        self.author()?;
        self.adjudicator();
        let document = self.document()?;
        let quote = |id: &QuoteId| document.quote(*id).cloned().ok_or(EditError::NoQuote(*id));
        let members = ids.iter().map(quote).collect::<Result<Vec<_>, _>>()?;
        if members.is_empty() || members.iter().any(|quote| quote.is_adjudicated()) {
            return Err(EditError::EmptyGroup);
        }
        let result = document.result_of(ids);
        Ok(Group { members, ids: ids.to_vec(), result, there: self.planned_quote(result) })
    }

    fn settle(&mut self, group: &Group, aspect: Aspect, settlement: &Settlement) -> Result<(), EditError> {
        let Some(first) = group.members.first() else { return Err(EditError::EmptyGroup) };
        let member = |id: QuoteId| group.members.iter().find(|quote| quote.id == id);
        let mut quote = match (&group.there, settlement) {
            (Some(there), _) => Quote::clone(there),
            (None, Settlement::Take(id)) => self.adjudicated(group, member(*id).unwrap_or(first)),
            (None, _) => self.adjudicated(group, first),
        };
        quote.origin.clone_from(&group.ids);
        let (mut taken, mut reason) = (None, None);
        let choice = match settlement {
            Settlement::Take(id) => {
                let from = member(*id).ok_or(EditError::NoQuote(*id))?;
                taken = Some(*id);
                self.put(&mut quote, from, aspect);
                Choice::Take
            }
            Settlement::Own(changes) => {
                for change in changes {
                    self.changed(&mut quote, change)?;
                }
                Choice::Own
            }
            Settlement::Neither { .. } if matches!(aspect, Aspect::Content | Aspect::Type) => {
                return Err(EditError::NeedsValue);
            }
            Settlement::Neither { reason: why } => {
                reason = worded(why.as_deref());
                clear(&mut quote, aspect);
                Choice::Neither
            }
        };
        match &group.there {
            Some(there) => self.push_quote(there, quote),
            None => self.create(group, quote),
        }
        let ruling = Ruling { choice, taken, reason, seen: group.seen(aspect) };
        self.rule(group, aspect, ruling)?;
        self.clear_rulings(group, aspect);
        Ok(())
    }

    /// A field of a member, or all of it.
    fn put(&self, quote: &mut Quote, from: &Quote, aspect: Aspect) {
        let all = aspect == Aspect::Presence;
        for field in Aspect::ALL.iter().filter(|field| all || **field == aspect) {
            take_over(quote, from, *field);
            if *field == Aspect::Parent {
                quote.parent = from.parent.and_then(|parent| self.adjudicated_of(parent));
            }
        }
    }

    /// The adjudicated quotes as they will be, as far as this edit is
    /// planned.
    fn all_adjudicated(&self) -> Vec<Arc<Quote>> {
        let planned = self.changes.iter().filter_map(|change| match change {
            Change::Quote(diff) => diff.after.as_ref().filter(|quote| quote.is_adjudicated()),
            _ => None,
        });
        let mut all: Vec<Arc<Quote>> = planned.cloned().collect();
        let there = self.state.document.into_iter().flat_map(|d| d.quotes_of(AnnotatorId::ADJUDICATED));
        all.extend(there.filter(|quote| self.planned_quote(quote.id).is_some_and(|p| p == **quote)).cloned());
        all
    }

    /// The adjudicated quote that was made from a quote.
    fn adjudicated_of(&self, id: QuoteId) -> Option<QuoteId> {
        self.all_adjudicated().iter().find(|quote| quote.origin.contains(&id)).map(|quote| quote.id)
    }

    fn adjudicated(&self, group: &Group, from: &Quote) -> Quote {
        let mut quote = Quote {
            id: group.result,
            annotator: AnnotatorId::ADJUDICATED,
            external_id: None,
            note: None,
            status: Stage::InProgress,
            origin: Vec::new(),
            stamp: self.stamp(),
            ..from.clone()
        };
        self.put(&mut quote, from, Aspect::Parent);
        quote
    }

    /// Adds the adjudicated quote; those that lie inside it were waiting.
    fn create(&mut self, group: &Group, quote: Quote) {
        let id = quote.id;
        let Some(document) = self.state.document else { return };
        let within = |child: &Quote| {
            let mut parents = child.origin.iter().filter_map(|origin| document.quote(*origin)?.parent);
            child.parent.is_none() && parents.any(|parent| group.ids.contains(&parent))
        };
        let waiting: Vec<_> = self.all_adjudicated().into_iter().filter(|child| within(child)).collect();
        self.changes.push(Change::Quote(Diff::created(quote)));
        for child in waiting {
            let after = Quote { parent: Some(id), ..Quote::clone(&child) };
            self.push_quote(&child, after);
        }
    }

    fn reject(&mut self, group: &Group, reason: Option<&str>) -> Result<(), EditError> {
        if let Some(quote) = &group.there {
            self.remove_quote(quote)?;
        }
        let seen = group.seen(Aspect::Presence);
        let ruling = Ruling { choice: Choice::Reject, taken: None, reason: worded(reason), seen };
        self.rule(group, Aspect::Presence, ruling)?;
        self.clear_rulings(group, Aspect::Presence);
        Ok(())
    }

    fn rule(&mut self, group: &Group, aspect: Aspect, ruling: Ruling) -> Result<(), EditError> {
        let id = adjudication_id(group.result, aspect);
        let owner = AnnotatorId::ADJUDICATED;
        self.decide(id, DecisionKind::Adjudication, owner, aspect, Some(group.result), ruling)
    }

    /// A decision on the whole takes the place of those on its fields, and a
    /// decision on a field that of a rejection of the whole.
    fn clear_rulings(&mut self, group: &Group, aspect: Aspect) {
        let Some(document) = self.state.document else { return };
        let decisions = document.decisions.iter();
        let of_group = decisions.filter(|d| {
            d.kind == DecisionKind::Adjudication && d.result == Some(group.result) && d.aspect != aspect
        });
        let outdated = of_group.filter(|d| {
            aspect == Aspect::Presence || (d.aspect == Aspect::Presence && d.ruling.choice == Choice::Reject)
        });
        let outdated: Vec<Change> = outdated.map(|d| Change::Decision(Diff::deleted(d))).collect();
        self.changes.extend(outdated);
    }

    pub(super) fn withdraw_adjudication(&mut self, decision: &Decision) -> Result<(), EditError> {
        let document = self.document()?;
        let quote = decision.result.and_then(|id| document.quote(id));
        if let (Aspect::Presence, Some(quote)) = (decision.aspect, quote) {
            self.remove_quote(quote)?;
            let fields = document.decisions.iter().filter(|other| {
                other.kind == DecisionKind::Adjudication
                    && other.result == decision.result
                    && other.id != decision.id
            });
            self.changes.extend(fields.map(|other| Change::Decision(Diff::deleted(other))));
        }
        self.take_up_adjudicated()
    }

    /// The adjudicated layers' annotator, who is there from the first
    /// decision on.
    pub(super) fn adjudicator(&mut self) {
        let annotators = &self.state.registry.annotators;
        let planned = self.changes.iter().any(|change| matches!(change, Change::Annotator(_)));
        if planned || annotators.contains_key(&AnnotatorId::ADJUDICATED) {
            return;
        }
        let taken = |name: &str| self.state.registry.annotator_named(name).is_some();
        let name = (2..).map(|number| format!("{NAME} {number}"));
        let mut names = std::iter::once(NAME.to_owned()).chain(name);
        let Some(name) = names.find(|name| !taken(name)) else { return };
        self.changes.push(Change::Annotator(Diff::created(Annotator {
            id: AnnotatorId::ADJUDICATED,
            name,
            kind: AnnotatorKind::Adjudicated,
            same_as: None,
            stamp: self.stamp(),
        })));
    }

    fn take_up_adjudicated(&mut self) -> Result<(), EditError> {
        self.take_up_layer_of(AnnotatorId::ADJUDICATED)
    }
}
