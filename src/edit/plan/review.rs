//! Planning what a reviewer decides on a colleague's quotes.

use std::sync::Arc;

use super::Planner;
use crate::edit::{Change, Diff, EditError, Label, QuoteChange, Verdict};
use crate::model::{
    AnnotatorId, Aspect, Choice, Decision, DecisionId, DecisionKind, Quote, QuoteId, Ruling, Seen, Stage,
    review_id,
};

impl Planner<'_> {
    pub(super) fn review(&mut self, id: QuoteId, verdict: &Verdict) -> Result<Label, EditError> {
        let (document, author) = (self.document()?, self.author()?);
        let quote = document.quote(id).ok_or(EditError::NoQuote(id))?;
        if quote.annotator == author {
            return Err(EditError::OwnQuote);
        }
        let decision = document.review(author, id).map_or_else(|| review_id(author, id), |there| there.id);
        let (choice, reason, result) = match verdict {
            Verdict::Accept => (Choice::Accept, None, None),
            Verdict::Reject { reason } => (Choice::Reject, worded(reason.as_deref()), None),
            Verdict::Correct(changes) => (Choice::Correct, None, Some(self.correct(quote, changes)?)),
        };
        let seen = vec![Seen::of(quote, Aspect::Presence)];
        let ruling = Ruling { choice, taken: None, reason, seen };
        self.decide(decision, DecisionKind::Review, author, Aspect::Presence, result, ruling)?;
        Ok(Label::Review)
    }

    /// The reviewer's own quote beside the colleague's.
    fn correct(&mut self, quote: &Arc<Quote>, changes: &[QuoteChange]) -> Result<QuoteId, EditError> {
        let (document, author) = (self.document()?, self.author()?);
        let is_correction = |own: &&Arc<Quote>| own.origin == [quote.id];
        if let Some(before) = document.quotes_of(author).find(is_correction) {
            let mut after = Quote::clone(before);
            for change in changes {
                self.changed(&mut after, change)?;
            }
            self.push_quote(before, after);
            return Ok(before.id);
        }
        let mut own = Quote {
            id: self.new_id(),
            annotator: author,
            external_id: None,
            parent: None,
            note: None,
            status: Stage::InProgress,
            origin: vec![quote.id],
            stamp: self.stamp(),
            ..Quote::clone(quote)
        };
        for change in changes {
            self.changed(&mut own, change)?;
        }
        let id = own.id;
        self.changes.push(Change::Quote(Diff::created(own)));
        Ok(id)
    }

    /// Puts a decision in place of the one that was made on the same before.
    pub(super) fn decide(
        &mut self,
        id: DecisionId,
        kind: DecisionKind,
        annotator: AnnotatorId,
        aspect: Aspect,
        result: Option<QuoteId>,
        ruling: Ruling,
    ) -> Result<(), EditError> {
        let document = self.document()?;
        let before = document.decisions.iter().find(|decision| decision.id == id);
        let stamp = before.map_or_else(|| self.stamp(), |before| self.touched(before.stamp));
        let article = document.article.id;
        let after = Decision { id, article, annotator, kind, aspect, result, ruling, stamp };
        self.changes.push(Change::Decision(match before {
            Some(before) => Diff::changed(before, after),
            None => Diff::created(after),
        }));
        Ok(())
    }

    pub(super) fn withdraw_decision(&mut self, id: DecisionId) -> Result<Label, EditError> {
        let (document, author) = (self.document()?, self.author()?);
        let decision = document.decisions.iter().find(|decision| decision.id == id);
        let decision = decision.ok_or(EditError::NoDecision(id))?;
        match decision.kind {
            DecisionKind::Review if decision.annotator != author => return Err(EditError::NotYours),
            DecisionKind::Review => {}
            DecisionKind::Adjudication => self.withdraw_adjudication(decision)?,
        }
        self.changes.push(Change::Decision(Diff::deleted(decision)));
        Ok(Label::WithdrawDecision)
    }

    pub(super) fn finish_review(&mut self, of: Option<AnnotatorId>) -> Result<Label, EditError> {
        self.author()?;
        let document = self.document()?;
        if let Some(annotator) = of {
            self.set_stage_of(annotator, Stage::Reviewed)?;
            return Ok(Label::FinishReview);
        }
        self.adjudicator();
        self.set_stage_of(AnnotatorId::ADJUDICATED, Stage::Reviewed)?;
        let people = document.layers.values().filter(|layer| layer.annotator != AnnotatorId::ADJUDICATED);
        let ended = people.filter(|layer| matches!(layer.stage, Stage::Done | Stage::Submitted));
        for layer in ended {
            self.set_stage_of(layer.annotator, Stage::Reviewed)?;
        }
        Ok(Label::FinishReview)
    }
}

/// A reason that says something.
pub(super) fn worded(reason: Option<&str>) -> Option<String> {
    reason.map(str::trim).filter(|reason| !reason.is_empty()).map(str::to_owned)
}
