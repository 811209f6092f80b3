//! Bringing quotes and layers to an article.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::known::Known;
use super::{Batch, BringContext, Existing};
use crate::format::{
    IncomingClaim, IncomingComment, IncomingDecision, IncomingLayer, IncomingQuote, Place, Problem, Refusal,
};
use crate::model::{AnnotatorId, ArticleId, ClaimId, Layer, Quote, QuoteId, SpeakerKind, Stage};

/// What one record brings to an article.
#[derive(Default)]
pub(super) struct Annotations {
    pub line: usize,
    pub layers: Vec<IncomingLayer>,
    pub quotes: Vec<IncomingQuote>,
    pub claims: Vec<IncomingClaim>,
    pub comments: Vec<IncomingComment>,
    pub decisions: Vec<IncomingDecision>,
}

/// A new quote whose parent hasn't come yet.
pub(super) struct Orphan {
    file: PathBuf,
    line: usize,
    place: Place,
    article: ArticleId,
    annotator: AnnotatorId,
    quote: QuoteId,
    parent: String,
}

/// What the record's own names stand for, and what came in with it.
pub(super) struct Arrival {
    pub article: ArticleId,
    pub line: usize,
    /// The quotes of the record under all the ids it gives them, also where
    /// the project knows them under another.
    names: HashMap<String, Vec<(AnnotatorId, QuoteId)>>,
    /// Whoever got something new, with the least advanced status of it.
    pub stages: BTreeMap<AnnotatorId, Stage>,
    /// The record's claims so far: a claim may be listed and on its quote.
    pub claims: HashSet<ClaimId>,
    problems: Vec<Refusal>,
}

impl Arrival {
    pub fn problem(&mut self, place: &Place, problem: Problem) {
        self.problems.push(Refusal::new(self.line, place.clone(), problem));
    }

    fn name(&mut self, names: [Option<String>; 2], annotator: AnnotatorId, quote: QuoteId) {
        for name in names.into_iter().flatten() {
            self.names.entry(name).or_default().push((annotator, quote));
        }
    }

    /// The quote that the record calls so. An annotator's own come first.
    pub fn quote(&self, known: &Known, reference: &str, annotator: Option<AnnotatorId>) -> Option<QuoteId> {
        let named = self.names.get(reference).map_or(&[][..], Vec::as_slice);
        let own = named.iter().find(|(whose, _)| Some(*whose) == annotator);
        own.or(named.first()).map(|(_, id)| *id).or_else(|| known.referred(reference, annotator))
    }
}

impl Batch {
    pub(super) fn annotations<E: Existing + ?Sized>(
        &mut self,
        article: ArticleId,
        brought: Annotations,
        cx: &mut BringContext<'_, E>,
        problems: &mut Vec<Refusal>,
    ) -> Result<(), E::Error> {
        let Annotations { line, mut layers, mut quotes, claims, comments, decisions } = brought;
        let adjudicated =
            layers.iter_mut().filter(|layer| layer.adjudicated).map(|layer| &mut layer.annotator);
        let decided = quotes.iter_mut().filter(|quote| quote.adjudicated).map(|quote| &mut quote.annotator);
        for name in adjudicated.chain(decided) {
            *name = self.adjudicator(name, cx);
        }
        if self.load(article, cx)?.is_none() {
            problems.push(Refusal::new(line, Place::default(), Problem::UnknownArticle));
            return Ok(());
        }
        let mut arrival = Arrival {
            article,
            line,
            names: HashMap::new(),
            stages: BTreeMap::new(),
            claims: HashSet::new(),
            problems: std::mem::take(problems),
        };
        let given: HashSet<AnnotatorId> =
            layers.iter().filter_map(|layer| self.given_layer(article, layer, cx)).collect();
        let mut embedded = Vec::new();
        let mut waiting = Vec::new();
        for mut quote in quotes {
            let claim = quote.claim.take();
            let parent = quote.parent.take();
            let (place, annotator) = (quote.place.clone(), quote.annotator.clone());
            let Some((id, new)) = self.quote(quote, &mut arrival, cx)? else { continue };
            embedded.extend(claim.map(|claim| (id, claim)));
            if let (true, Some(parent)) = (new, parent) {
                let annotator = self.annotator(&annotator, cx);
                let file = self.file.clone();
                waiting.push(Orphan { file, line, place, article, annotator, quote: id, parent });
            }
        }
        for orphan in waiting {
            self.find_parent(orphan, &mut arrival);
        }
        self.claims(claims, embedded, &mut arrival, cx)?;
        self.comments(comments, &mut arrival, cx);
        self.decisions(decisions, &arrival, cx);
        for (annotator, stage) in std::mem::take(&mut arrival.stages) {
            if !given.contains(&annotator) {
                self.follow_quotes(article, annotator, stage, cx);
            }
        }
        *problems = arrival.problems;
        Ok(())
    }

    /// The quote's id here, and whether it is new; nothing where it was
    /// refused.
    fn quote<E: Existing + ?Sized>(
        &mut self,
        incoming: IncomingQuote,
        arrival: &mut Arrival,
        cx: &mut BringContext<'_, E>,
    ) -> Result<Option<(QuoteId, bool)>, E::Error> {
        let annotator = self.annotator_named(&incoming.annotator, cx);
        let names = [incoming.id.map(|id| id.to_string()), incoming.external_id.clone()];
        let known = self.known.get(&arrival.article);
        if let Some((id, same)) = known.and_then(|known| known.same_quote(&incoming, annotator)) {
            self.tally.quotes_there += 1;
            if !same {
                arrival.problem(&incoming.place, Problem::Differs);
            }
            if let Some(annotator) = annotator {
                arrival.name(names, annotator, id);
            }
            return Ok(Some((id, false)));
        }
        if let Some(id) = incoming.id
            && (self.new_quotes.contains_key(&id) || cx.existing.article_of_quote(id)?.is_some())
        {
            arrival.problem(&incoming.place, Problem::IdTaken);
            return Ok(None);
        }
        let quote = self.new_quote(incoming, arrival, cx);
        arrival.name(names, quote.annotator, quote.id);
        // To correct is not to annotate.
        if quote.origin.is_empty() {
            let stage = arrival.stages.entry(quote.annotator).or_insert(quote.status);
            *stage = quote.status.min(*stage);
        }
        let id = quote.id;
        if let Some(known) = self.known.get_mut(&arrival.article) {
            known.add_quote(&quote);
        }
        self.new_quotes.insert(id, self.import.quotes.len());
        self.import.quotes.push(quote);
        self.tally.quotes += 1;
        Ok(Some((id, true)))
    }

    fn new_quote<E: Existing + ?Sized>(
        &mut self,
        incoming: IncomingQuote,
        arrival: &mut Arrival,
        cx: &mut BringContext<'_, E>,
    ) -> Quote {
        let annotator = self.annotator(&incoming.annotator, cx);
        let mut unknown = Vec::new();
        let person = SpeakerKind::Person;
        let speakers = self.speakers(&incoming.speakers, person, cx, &mut unknown);
        let addressee_speakers = self.speakers(&incoming.addressee_speakers, person, cx, &mut unknown);
        let relay_speakers =
            self.speakers(&incoming.relay_speakers, SpeakerKind::Organisation, cx, &mut unknown);
        for problem in unknown {
            arrival.problem(&incoming.place, problem);
        }
        Quote {
            id: incoming.id.unwrap_or_else(|| cx.new_id()),
            article: arrival.article,
            annotator,
            external_id: incoming.external_id,
            quote_type: incoming.quote_type,
            medium: incoming.medium,
            content: incoming.content,
            cue: incoming.cue,
            source: incoming.source,
            mention: incoming.mention,
            addressee: incoming.addressee,
            relay: incoming.relay,
            speakers,
            addressee_speakers,
            relay_speakers,
            parent: None,
            attributes: incoming.attributes,
            note: incoming.note,
            status: incoming.status.unwrap_or(Stage::InProgress),
            origin: incoming.origin,
            stamp: cx.stamp(incoming.created_at, incoming.updated_at, Some(annotator)),
        }
    }

    /// Sets a new quote's parent, or lets it wait for the rest of the batch:
    /// in reading order a short quote comes before the longer one around it.
    fn find_parent(&mut self, orphan: Orphan, arrival: &mut Arrival) {
        let Some(known) = self.known.get(&orphan.article) else { return };
        match arrival.quote(known, &orphan.parent, Some(orphan.annotator)) {
            Some(parent) => arrival.problems.extend(self.set_parent(&orphan, parent)),
            None => self.orphans.push(orphan),
        }
    }

    fn set_parent(&mut self, orphan: &Orphan, parent: QuoteId) -> Option<Refusal> {
        let known = self.known.get_mut(&orphan.article)?;
        if known.would_circle(orphan.quote, parent) {
            let problem = Problem::CircularParent(orphan.parent.clone());
            return Some(Refusal::new(orphan.line, orphan.place.clone(), problem));
        }
        known.set_parent(orphan.quote, parent);
        let at = self.new_quotes.get(&orphan.quote)?;
        self.import.quotes.get_mut(*at)?.parent = Some(parent);
        None
    }

    /// At the end of a batch: parents that came after their children are set,
    /// and those that never came are told.
    pub(super) fn settle_orphans(&mut self) -> Vec<(PathBuf, Refusal)> {
        let mut problems = Vec::new();
        for orphan in std::mem::take(&mut self.orphans) {
            let known = self.known.get(&orphan.article);
            if let Some(parent) =
                known.and_then(|known| known.referred(&orphan.parent, Some(orphan.annotator)))
            {
                problems.extend(self.set_parent(&orphan, parent).map(|refusal| (orphan.file, refusal)));
            } else {
                let problem = Problem::UnknownParent(orphan.parent);
                problems.push((orphan.file, Refusal::new(orphan.line, orphan.place, problem)));
            }
        }
        problems
    }

    /// A layer that the record gives; the annotator where it is new here, or
    /// was assigned and not begun.
    fn given_layer<E: Existing + ?Sized>(
        &mut self,
        article: ArticleId,
        incoming: &IncomingLayer,
        cx: &mut BringContext<'_, E>,
    ) -> Option<AnnotatorId> {
        let there = self
            .annotator_named(&incoming.annotator, cx)
            .and_then(|id| self.known.get(&article)?.layers.get(&id).cloned());
        if let Some(layer) = there {
            let begins = layer.stage == Stage::New && incoming.stage > Stage::New;
            return begins.then(|| self.restage(layer, incoming.stage, cx));
        }
        let annotator = self.annotator(&incoming.annotator, cx);
        let stamp = cx.stamp(incoming.created_at, incoming.updated_at, Some(annotator));
        self.put_layer(None, Layer { article, annotator, stage: incoming.stage, stamp });
        Some(annotator)
    }

    fn restage<E: Existing + ?Sized>(
        &mut self,
        layer: Arc<Layer>,
        stage: Stage,
        cx: &BringContext<'_, E>,
    ) -> AnnotatorId {
        let (stamp, annotator) = (layer.stamp.touched(cx.now, cx.author), layer.annotator);
        let after = Layer { stage, stamp, ..Layer::clone(&layer) };
        self.put_layer(Some(layer), after);
        annotator
    }

    /// A layer is no further than the quotes that joined it; one that was not
    /// begun is as far as they are.
    fn follow_quotes<E: Existing + ?Sized>(
        &mut self,
        article: ArticleId,
        annotator: AnnotatorId,
        stage: Stage,
        cx: &BringContext<'_, E>,
    ) {
        let there = self.known.get(&article).and_then(|known| known.layers.get(&annotator)).cloned();
        match there {
            None => {
                let stamp = cx.stamp(None, None, Some(annotator));
                self.put_layer(None, Layer { article, annotator, stage, stamp });
            }
            Some(layer) if stage < layer.stage || (layer.stage == Stage::New && stage > Stage::New) => {
                self.restage(layer, stage, cx);
            }
            Some(_) => {}
        }
    }

    fn put_layer(&mut self, before: Option<Arc<Layer>>, after: Layer) {
        let place = (after.article, after.annotator);
        if let Some(known) = self.known.get_mut(&after.article) {
            known.layers.insert(after.annotator, Arc::new(after.clone()));
        }
        // What stands in the project stays what it was before the batch.
        let before = self.layers.remove(&place).map_or(before, |(before, _)| before);
        self.layers.insert(place, (before, after));
    }
}
