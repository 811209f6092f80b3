//! From records as they were read to what they bring: names become values,
//! and every place is compared with the text.

use jiff::Timestamp;
use uuid::Uuid;

use super::error::Problem;
use super::given::Given;
use super::raw::{
    OneOrMany, RawArticle, RawClaim, RawId, RawLayer, RawLine, RawPiece, RawQuote, RawReference, RawRegion,
    RawSpeaker, Tolerant,
};
use super::{
    ArticleReference, IncomingArticle, IncomingClaim, IncomingLayer, IncomingQuote, IncomingSpeaker,
    LooseQuote, Part, Place, Refusal, Step,
};
use crate::model::{
    Medium, Mention, Metadata, Piece, QuoteType, Region, RegionKind, Role, Span, SpeakerKind, Stage, Text,
    Worthiness,
};

/// Where a problem lies in a record, and what it is.
pub(super) type Fault = (Place, Problem);

/// An article's record. Parts that can't be taken are pushed to `problems`.
pub(super) fn article(
    raw: RawArticle,
    line: usize,
    annotator: Option<&str>,
    problems: &mut Vec<Refusal>,
) -> Result<IncomingArticle, Refusal> {
    let refused = |problem| Refusal::new(line, Place::default(), problem);
    let mut reader = Reader { given: None, annotator, line, problems };
    if raw.text.contains('\0') {
        return Err(refused(Problem::Nul));
    }
    let (id, external_id) = ids(raw.id, raw.external_id);
    let published_at = raw.published_at.or_else(|| words_of(raw.date));
    let authors = raw.authors.or_else(|| raw.author.and_then(|author| serde_json::from_value(author).ok()));
    let metadata = Metadata {
        title: raw.title,
        publisher: raw.publisher.or_else(|| words_of(raw.outlet)),
        authors: OneOrMany::list(authors),
        published_at: date("published_at", published_at).map_err(refused)?,
        language: raw.language.or_else(|| words_of(raw.lang)),
        url: raw.url,
        section: raw.section,
    };
    let created_at = moment("created_at", raw.created_at.as_deref()).map_err(refused)?;
    let updated_at = moment("updated_at", raw.updated_at.as_deref()).map_err(refused)?;
    let given = Given::new(raw.text);
    let text = given.text.clone();
    if text.as_str().trim().is_empty() {
        return Err(refused(Problem::EmptyText));
    }
    reader.given = Some(given);
    Ok(IncomingArticle {
        line,
        id,
        external_id,
        metadata,
        text,
        regions: raw.regions.map(|regions| reader.regions(regions)),
        file: None,
        layers: reader.each(Part::Layer, raw.layers, |reader, layer, place| reader.layer(layer, place)),
        quotes: reader.each(Part::Quote, raw.quotes, Reader::quote),
        claims: reader.each(Part::Claim, raw.claims, |reader, claim, place| reader.claim(claim, place, None)),
        comments: reader
            .each(Part::Comment, raw.comments, |reader, comment, place| reader.comment(comment, place)),
        decisions: reader
            .each(Part::Decision, raw.decisions, |reader, decision, place| reader.decision(decision, place)),
        created_at,
        updated_at,
    })
}

/// A quote's record whose article's text isn't there.
pub(super) fn line(raw: RawLine, line: usize, annotator: Option<&str>) -> Result<LooseQuote, Refusal> {
    let (id, external_id, sha256) = match raw.article {
        RawReference::Id(id) => (Some(id), None, None),
        RawReference::Record { id, external_id, sha256 } => (id, external_id, sha256),
    };
    let (id, external_id) = ids(id, external_id);
    let sha256 = sha256.filter(|sha256| !sha256.is_empty()).map(|sha256| sha256.to_ascii_lowercase());
    if id.is_none() && external_id.is_none() && sha256.is_none() {
        return Err(Refusal::new(line, Place::default(), Problem::NoReference));
    }
    let article = ArticleReference { id, external_id, sha256 };
    Ok(LooseQuote { line, article, raw: raw.quote, annotator: annotator.map(str::to_owned) })
}

/// A quote's record in the text that was found for it.
pub(super) fn loose_quote(
    loose: &LooseQuote,
    text: &Text,
    problems: &mut Vec<Refusal>,
) -> Result<IncomingQuote, Refusal> {
    let (line, annotator) = (loose.line, loose.annotator.as_deref());
    Reader { given: Some(Given::kept(text)), annotator, line, problems }
        .quote(loose.raw.clone(), &Place::default())
        .map_err(|(place, problem)| Refusal::new(line, place, problem))
}

pub(super) struct Reader<'a> {
    given: Option<Given>,
    annotator: Option<&'a str>,
    line: usize,
    problems: &'a mut Vec<Refusal>,
}

impl Reader<'_> {
    /// Every part of a list that can be taken; the others become problems.
    fn each<R, T>(
        &mut self,
        what: Part,
        items: Option<Vec<Tolerant<R>>>,
        mut take: impl FnMut(&mut Self, R, &Place) -> Result<T, Fault>,
    ) -> Vec<T> {
        let mut taken = Vec::new();
        for (index, item) in items.into_iter().flatten().enumerate() {
            let place = Place::from(Step::Item(what, index + 1));
            let result = match item {
                Tolerant::Good(raw) => take(self, raw, &place),
                Tolerant::Bad(message) => Err((place, Problem::NotJson(message))),
            };
            match result {
                Ok(item) => taken.push(item),
                Err((place, problem)) => self.problem(place, problem),
            }
        }
        taken
    }

    fn problem(&mut self, place: Place, problem: Problem) {
        self.problems.push(Refusal::new(self.line, place, problem));
    }

    fn regions(&mut self, raw: Vec<Tolerant<RawRegion>>) -> Vec<Region> {
        let mut regions = self.each(Part::Region, Some(raw), |reader, raw, place| {
            let span = Span::new(raw.start, raw.end);
            let fault = |problem| (place.with(Step::At(span)), problem);
            let kind = known("kind", Some(&raw.kind), RegionKind::ALL, RegionKind::name).map_err(fault)?;
            let kind = kind.ok_or_else(|| fault(Problem::Missing { field: "kind" }))?;
            Ok(Region { kind, span: reader.span(span).map_err(fault)? })
        });
        regions.sort_by_key(|region| region.span.start);
        // Only a dateline lies inside another region.
        let mut last: Option<Span> = None;
        regions.retain(|region| {
            let before =
                last.filter(|last| region.kind != RegionKind::Dateline && last.overlaps(region.span));
            if let Some(Span { start, end }) = before {
                let place = Step::Region(region.kind, region.span);
                self.problem(place.into(), Problem::Overlap { start, end });
            } else if region.kind != RegionKind::Dateline {
                last = Some(region.span);
            }
            before.is_none()
        });
        regions
    }

    fn span(&self, span: Span) -> Result<Span, Problem> {
        self.given.as_ref().ok_or(Problem::EmptyText)?.span(span)
    }

    fn layer(&self, raw: RawLayer, place: &Place) -> Result<IncomingLayer, Fault> {
        let fault = |problem| (place.clone(), problem);
        let stage = known("status", raw.status.as_deref(), Stage::ALL, Stage::name).map_err(fault)?;
        Ok(IncomingLayer {
            annotator: self.annotator(raw.annotator).map_err(fault)?,
            adjudicated: raw.adjudicated == Some(true),
            stage: stage.unwrap_or(Stage::InProgress),
            created_at: moment("created_at", raw.created_at.as_deref()).map_err(fault)?,
            updated_at: moment("updated_at", raw.updated_at.as_deref()).map_err(fault)?,
        })
    }

    fn quote(&mut self, raw: RawQuote, place: &Place) -> Result<IncomingQuote, Fault> {
        let fault = |problem| (place.clone(), problem);
        let missing = |field| fault(Problem::Missing { field });
        let quote_type = known("type", raw.quote_type.as_deref(), QuoteType::ALL, QuoteType::name);
        let quote_type = quote_type.map_err(fault)?.ok_or_else(|| missing("type"))?;
        let content = self.pieces(place, |span| Step::Role(Role::Content, span), raw.content)?;
        if content.is_empty() {
            return Err(missing("content"));
        }
        let (id, external_id) = ids(raw.id, raw.external_id);
        let annotator = self.annotator(raw.annotator).map_err(fault)?;
        let quote = IncomingQuote {
            place: place.clone(),
            id,
            external_id,
            quote_type,
            medium: media(raw.medium).map_err(fault)?,
            content,
            cue: self.pieces(place, |span| Step::Role(Role::Cue, span), raw.cue)?,
            source: self.pieces(place, |span| Step::Role(Role::Source, span), raw.source)?,
            mention: known("mention", raw.mention.as_deref(), Mention::ALL, Mention::name).map_err(fault)?,
            addressee: self.pieces(place, |span| Step::Role(Role::Addressee, span), raw.addressee)?,
            relay: self.pieces(place, |span| Step::Role(Role::Relay, span), raw.relay)?,
            speakers: speakers(raw.speakers).map_err(fault)?,
            addressee_speakers: speakers(raw.addressee_speakers).map_err(fault)?,
            relay_speakers: speakers(raw.relay_speakers).map_err(fault)?,
            parent: raw.parent.and_then(reference),
            claim: None,
            attributes: raw.attributes.unwrap_or_default(),
            note: raw.note,
            annotator,
            adjudicated: raw.adjudicated == Some(true),
            status: known("status", raw.status.as_deref(), Stage::ALL, Stage::name).map_err(fault)?,
            origin: raw.origin.into_iter().flatten().filter_map(|id| our_uuid(&id)).map(Into::into).collect(),
            created_at: moment("created_at", raw.created_at.as_deref()).map_err(fault)?,
            updated_at: moment("updated_at", raw.updated_at.as_deref()).map_err(fault)?,
        };
        // Last, so that a refused quote leaves no sentence about its claim.
        let claim = raw.claim.and_then(|claim| self.claim_of(*claim, place, &quote.annotator));
        Ok(IncomingQuote { claim, ..quote })
    }

    fn claim_of(&mut self, raw: Tolerant<RawClaim>, place: &Place, annotator: &str) -> Option<IncomingClaim> {
        let place = place.with(Step::Part(Part::Claim));
        let claim = match raw {
            Tolerant::Good(raw) => self.claim(raw, &place, Some(annotator)),
            Tolerant::Bad(message) => Err((place, Problem::NotJson(message))),
        };
        claim.map_err(|(place, problem)| self.problem(place, problem)).ok()
    }

    /// A claim; with an annotator where it is given inside a quote of theirs.
    fn claim(&self, raw: RawClaim, place: &Place, quote_of: Option<&str>) -> Result<IncomingClaim, Fault> {
        let fault = |problem| (place.clone(), problem);
        let (id, external_id) = ids(raw.id, raw.external_id);
        let spans = self.pieces(place, Step::Span, raw.spans)?;
        let quote = raw.quote.and_then(reference).filter(|_| quote_of.is_none());
        if quote.is_none() && quote_of.is_none() && spans.is_empty() {
            return Err(fault(Problem::LooseClaim));
        }
        let annotator = raw.annotator.or_else(|| quote_of.map(str::to_owned));
        Ok(IncomingClaim {
            place: place.clone(),
            id,
            external_id,
            quote,
            spans,
            statement: raw.statement,
            claimants: speakers(raw.claimants).map_err(fault)?,
            date: raw.date,
            topic: raw.topic,
            worthiness: known("worthiness", raw.worthiness.as_deref(), Worthiness::ALL, Worthiness::name)
                .map_err(fault)?,
            verdict: raw.verdict,
            explanation: raw.explanation,
            evidence: OneOrMany::list(raw.evidence),
            checker: raw.checker,
            note: raw.note,
            annotator: self.annotator(annotator).map_err(fault)?,
            created_at: moment("created_at", raw.created_at.as_deref()).map_err(fault)?,
            updated_at: moment("updated_at", raw.updated_at.as_deref()).map_err(fault)?,
        })
    }

    pub(super) fn annotator(&self, named: Option<String>) -> Result<String, Problem> {
        named
            .filter(|name| !name.trim().is_empty())
            .or_else(|| self.annotator.map(str::to_owned))
            .ok_or(Problem::NoAnnotator)
    }

    /// The pieces of a part, sorted.
    pub(super) fn pieces(
        &self,
        place: &Place,
        step: impl Fn(Span) -> Step,
        raw: Option<Vec<RawPiece>>,
    ) -> Result<Vec<Piece>, Fault> {
        let Some(given) = &self.given else { return Ok(Vec::new()) };
        let fault = |span, problem| (place.with(step(span)), problem);
        let mut pieces = Vec::new();
        for raw in raw.into_iter().flatten() {
            let span = Span::new(raw.start, raw.end);
            pieces.push(given.piece(span, raw.text.as_deref()).map_err(|problem| fault(span, problem))?);
        }
        pieces.sort_by_key(|piece| (piece.start, piece.end));
        for (before, piece) in pieces.iter().zip(pieces.iter().skip(1)) {
            if before.span().overlaps(piece.span()) {
                let Span { start, end } = before.span();
                return Err(fault(piece.span(), Problem::Overlap { start, end }));
            }
        }
        Ok(pieces)
    }
}

/// Our id, and the id it had elsewhere: whatever is not a UUID written out
/// with its hyphens. (Thirty-two bare hexadecimals are somebody's checksum.)
pub(super) fn ids<T: From<Uuid>>(
    id: Option<RawId>,
    external_id: Option<RawId>,
) -> (Option<T>, Option<String>) {
    let external_id = external_id.and_then(RawId::words);
    let Some(words) = id.and_then(RawId::words) else { return (None, external_id) };
    match our_uuid(&words) {
        Some(uuid) => (Some(uuid.into()), external_id),
        None => (None, external_id.or(Some(words))),
    }
}

fn our_uuid(words: &str) -> Option<Uuid> {
    Uuid::try_parse(words).ok().filter(|_| words.len() == uuid::fmt::Hyphenated::LENGTH)
}

/// What another quote is called, ours in the one form of UUIDs.
fn reference(id: RawId) -> Option<String> {
    id.words().map(|words| our_uuid(&words).map_or(words, |uuid| uuid.to_string()))
}

fn words_of(value: Option<serde_json::Value>) -> Option<String> {
    match value {
        Some(serde_json::Value::String(words)) => Some(words),
        _ => None,
    }
}

pub(super) fn known<T: Copy>(
    field: &'static str,
    given: Option<&str>,
    all: &[T],
    name: fn(T) -> &'static str,
) -> Result<Option<T>, Problem> {
    let Some(given) = given else { return Ok(None) };
    let named = all.iter().copied().find(|value| name(*value) == given);
    named.map(Some).ok_or_else(|| {
        let allowed = all.iter().map(|value| name(*value)).collect();
        Problem::UnknownName { field, given: given.to_owned(), allowed }
    })
}

fn media(raw: Option<OneOrMany>) -> Result<Vec<Medium>, Problem> {
    let mut media = Vec::new();
    for given in OneOrMany::list(raw) {
        media.extend(known("medium", Some(&given), Medium::ALL, Medium::name)?);
    }
    media.sort_unstable();
    media.dedup();
    Ok(media)
}

fn speakers(raw: Option<Vec<RawSpeaker>>) -> Result<Vec<IncomingSpeaker>, Problem> {
    raw.into_iter().flatten().map(speaker).collect()
}

fn speaker(raw: RawSpeaker) -> Result<IncomingSpeaker, Problem> {
    let speaker = match raw {
        RawSpeaker::Name(name) => IncomingSpeaker { name: Some(name), ..IncomingSpeaker::default() },
        RawSpeaker::Record { id, external_id, name, kind, wikidata } => {
            let (id, external_id) = ids(id, external_id);
            let kind = known("kind", kind.as_deref(), SpeakerKind::ALL, SpeakerKind::name)?;
            IncomingSpeaker { id, external_id, name, kind, wikidata }
        }
    };
    let name = speaker.name.filter(|name| !name.trim().is_empty());
    if name.is_none() && speaker.id.is_none() && speaker.external_id.is_none() {
        return Err(Problem::NamelessSpeaker);
    }
    Ok(IncomingSpeaker { name, ..speaker })
}

/// A time to the microsecond.
pub(super) fn moment(field: &'static str, given: Option<&str>) -> Result<Option<Timestamp>, Problem> {
    let Some(given) = given else { return Ok(None) };
    given
        .parse::<Timestamp>()
        .and_then(|time| Timestamp::from_microsecond(time.as_microsecond()))
        .map(Some)
        .map_err(|_| Problem::BadTime { field, given: given.to_owned() })
}

/// An ISO 8601 date or time as it was given: a year and a month may stand
/// alone.
fn date(field: &'static str, given: Option<String>) -> Result<Option<String>, Problem> {
    let Some(given) = given.filter(|given| !given.trim().is_empty()) else { return Ok(None) };
    let whole = given.parse::<Timestamp>().is_ok()
        || given.parse::<jiff::civil::DateTime>().is_ok()
        || given.parse::<jiff::civil::Date>().is_ok();
    let month = || given.len() == 7 && format!("{given}-01").parse::<jiff::civil::Date>().is_ok();
    let year = || given.len() == 4 && given.bytes().all(|byte| byte.is_ascii_digit());
    if whole || month() || year() { Ok(Some(given)) } else { Err(Problem::BadDate { field, given }) }
}
