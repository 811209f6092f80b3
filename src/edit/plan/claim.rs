//! Planning the edits of claims.

use std::sync::Arc;

use super::Planner;
use crate::edit::{Change, ClaimFields, Diff, EditError, Label};
use crate::model::{Claim, ClaimId, QuoteId, Span};

impl Planner<'_> {
    pub(super) fn add_claim(
        &mut self,
        quote: Option<QuoteId>,
        spans: &[Span],
        fields: &ClaimFields,
    ) -> Result<Label, EditError> {
        let (document, author) = (self.document()?, self.author()?);
        let spans = self.pieces(spans)?;
        self.known(&fields.claimants)?;
        if let Some(id) = quote {
            let quote = document.quote(id).ok_or(EditError::NoQuote(id))?;
            if quote.annotator != author {
                return Err(EditError::NotYours);
            }
            if document.claim_on(id).is_some() {
                return Err(EditError::ClaimExists);
            }
        } else if spans.is_empty() {
            return Err(EditError::EmptySelection);
        }
        self.take_up_layer()?;
        let claim =
            Claim { quote, spans, ..Claim::new(self.new_id(), document.article.id, author, self.stamp()) };
        self.changes.push(Change::Claim(Diff::created(filled(claim, fields))));
        Ok(Label::AddClaim)
    }

    pub(super) fn change_claim(&mut self, id: ClaimId, fields: &ClaimFields) -> Result<Label, EditError> {
        let before = self.own_claim(id)?;
        self.known(&fields.claimants)?;
        let mut after = filled(Claim::clone(&before), fields);
        after.claimants = self.links(&before.claimants, &fields.claimants);
        if after != *before {
            after.stamp = self.touched(before.stamp);
            self.changes.push(Change::Claim(Diff::changed(&before, after)));
        }
        Ok(Label::ChangeClaim)
    }

    pub(super) fn delete_claim(&mut self, id: ClaimId) -> Result<Label, EditError> {
        let before = self.own_claim(id)?;
        self.changes.push(Change::Claim(Diff::deleted(&before)));
        Ok(Label::DeleteClaim)
    }

    fn own_claim(&self, id: ClaimId) -> Result<Arc<Claim>, EditError> {
        let claim = self.document()?.claim(id).ok_or(EditError::NoClaim(id))?;
        if claim.annotator != self.author()? {
            return Err(EditError::NotYours);
        }
        Ok(Arc::clone(claim))
    }
}

fn filled(claim: Claim, fields: &ClaimFields) -> Claim {
    let ClaimFields {
        statement,
        claimants,
        date,
        topic,
        worthiness,
        verdict,
        explanation,
        evidence,
        checker,
        note,
    } = fields.clone();
    Claim {
        statement,
        claimants,
        date,
        topic,
        worthiness,
        verdict,
        explanation,
        evidence,
        checker,
        note,
        ..claim
    }
}
