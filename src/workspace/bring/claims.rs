//! Bringing claims to an article.

use super::annotations::Arrival;
use super::{Batch, BringContext, Existing};
use crate::format::{IncomingClaim, Problem};
use crate::model::{Claim, QuoteId, SpeakerKind, Stage};

impl Batch {
    /// The claims that the record lists, then those that only its quotes
    /// give.
    pub(super) fn claims<E: Existing + ?Sized>(
        &mut self,
        listed: Vec<IncomingClaim>,
        embedded: Vec<(QuoteId, IncomingClaim)>,
        arrival: &mut Arrival,
        cx: &mut BringContext<'_, E>,
    ) -> Result<(), E::Error> {
        for claim in listed {
            let annotator = self.annotator_named(&claim.annotator, cx);
            let mut quote = None;
            if let (Some(reference), Some(known)) = (&claim.quote, self.known.get(&arrival.article)) {
                quote = arrival.quote(known, reference, annotator);
                if quote.is_none() && claim.spans.is_empty() {
                    arrival.problem(&claim.place, Problem::NowhereToStand(reference.clone()));
                    continue;
                }
                if quote.is_none() {
                    arrival.problem(&claim.place, Problem::UnknownQuote(reference.clone()));
                }
            }
            self.claim(claim, quote, arrival, cx)?;
        }
        for (quote, claim) in embedded {
            self.claim(claim, Some(quote), arrival, cx)?;
        }
        Ok(())
    }

    fn claim<E: Existing + ?Sized>(
        &mut self,
        incoming: IncomingClaim,
        quote: Option<QuoteId>,
        arrival: &mut Arrival,
        cx: &mut BringContext<'_, E>,
    ) -> Result<(), E::Error> {
        let annotator = self.annotator_named(&incoming.annotator, cx);
        let Some(known) = self.known.get(&arrival.article) else { return Ok(()) };
        if let Some(id) = known.same_claim(&incoming, quote, annotator) {
            self.tally.claims_there += usize::from(arrival.claims.insert(id));
            return Ok(());
        }
        if quote.is_some_and(|quote| known.claim_on(quote).is_some()) {
            arrival.problem(&incoming.place, Problem::QuoteHasClaim);
            return Ok(());
        }
        if let Some(id) = incoming.id
            && (self.new_claims.contains_key(&id) || cx.existing.article_of_claim(id)?.is_some())
        {
            arrival.problem(&incoming.place, Problem::IdTaken);
            return Ok(());
        }
        let claim = self.new_claim(incoming, quote, arrival, cx);
        arrival.claims.insert(claim.id);
        arrival.stages.entry(claim.annotator).or_insert(Stage::InProgress);
        if let Some(known) = self.known.get_mut(&arrival.article) {
            known.add_claim(&claim);
        }
        self.new_claims.insert(claim.id, claim.article);
        self.import.claims.push(claim);
        self.tally.claims += 1;
        Ok(())
    }

    fn new_claim<E: Existing + ?Sized>(
        &mut self,
        incoming: IncomingClaim,
        quote: Option<QuoteId>,
        arrival: &mut Arrival,
        cx: &mut BringContext<'_, E>,
    ) -> Claim {
        let annotator = self.annotator(&incoming.annotator, cx);
        let mut unknown = Vec::new();
        let claimants = self.speakers(&incoming.claimants, SpeakerKind::Person, cx, &mut unknown);
        for problem in unknown {
            arrival.problem(&incoming.place, problem);
        }
        Claim {
            id: incoming.id.unwrap_or_else(|| cx.new_id()),
            article: arrival.article,
            annotator,
            external_id: incoming.external_id,
            quote,
            spans: incoming.spans,
            statement: incoming.statement,
            claimants,
            date: incoming.date,
            topic: incoming.topic,
            worthiness: incoming.worthiness,
            verdict: incoming.verdict,
            explanation: incoming.explanation,
            evidence: incoming.evidence,
            checker: incoming.checker,
            note: incoming.note,
            stamp: cx.stamp(incoming.created_at, incoming.updated_at, Some(annotator)),
        }
    }
}
