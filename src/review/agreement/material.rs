//! What agreement is measured on: taken from articles one at a time, so that
//! they need not all be held.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::TimeZone;

use super::coincidence::{Coincidences, Valued};
use super::f1::Matches;
use super::gamma;
use super::label::Labels;
use super::measure::Part;
use super::nominal::Nominal;
use super::token::{PARTS, Stretch, by_token, excerpt, labels, stretches, token_starts};
use super::unitizing::{Continuum, Unitized};
use crate::model::{AnnotatorId, ArticleId, Document, Quote, QuoteId, Role, Span, Stage, spans};
use crate::review::align::{Alignment, paired, pairs};

/// A quote as measures see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub quote: QuoteId,
    /// The first words of its content.
    pub words: String,
    /// The smallest span around its content.
    pub hull: Option<Span>,
    /// Its labels, a place for each of [`Labels`].
    pub labels: Vec<u32>,
}

/// Two annotators' marks side by side, as places in their lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    pub a: Option<usize>,
    pub b: Option<usize>,
    /// Both have exactly the same spans.
    pub exact: bool,
}

/// What two annotators have in one article.
#[derive(Debug, Clone, Default)]
pub struct Pairing {
    /// Whose, by place among the annotators.
    pub a: usize,
    pub b: usize,
    /// Counts and matches by part: roles, and contents of one type.
    pub parts: BTreeMap<Part, (Matches, Vec<Match>)>,
}

impl Pairing {
    /// The quotes aligned by content.
    pub fn aligned(&self) -> impl Iterator<Item = (usize, usize)> {
        let content = self.parts.get(&Part::Role(Role::Content));
        content.into_iter().flat_map(|(_, matches)| matches).filter_map(|one| one.a.zip(one.b))
    }
}

/// One article that at least two annotators did.
#[derive(Debug, Clone)]
pub struct Work {
    pub article: ArticleId,
    pub title: String,
    /// The month of the last work on it: `2024-02` (UTC).
    pub month: String,
    /// Who did it, by place among the annotators.
    pub did: Vec<bool>,
    /// Everyone's quotes, in reading order.
    pub marks: Vec<Vec<Mark>>,
    /// A place for each of [`Material::pairs`]; none unless both did it.
    pub pairings: Vec<Option<Pairing>>,
    /// Readings of the same words, as places in everyone's marks.
    pub groups: Vec<Vec<Option<usize>>>,
    /// Where those who did it label the text differently.
    pub stretches: Vec<Stretch>,
    pub(super) tokens: Nominal,
    pub(super) units: [Unitized; PARTS.len()],
    pub(super) coincidences: Coincidences,
    pub(super) continuum: gamma::Continuum,
}

/// All articles that agreement is measured on.
#[derive(Debug, Clone)]
pub struct Material {
    pub annotators: Vec<AnnotatorId>,
    /// Every two annotators, as places among them.
    pub pairs: Vec<(usize, usize)>,
    pub articles: Vec<Work>,
    pub labels: Labels,
}

/// Whether an annotator did an article: their layer is done, submitted or
/// reviewed, or there are readings of theirs. What somebody was only
/// assigned, or opened and left without a quote, is not done but missing.
#[must_use]
pub fn did(document: &Document, annotator: AnnotatorId) -> bool {
    document.stage_of(annotator) >= Stage::Done || readings(document, annotator).next().is_some()
}

/// An annotator's own readings of the text: a reviewer's corrections of what
/// others marked are none.
fn readings(document: &Document, annotator: AnnotatorId) -> impl Iterator<Item = &Arc<Quote>> {
    let is_reading = |quote: &&Arc<Quote>| {
        (quote.origin.is_empty() || quote.is_adjudicated())
            && quote.content.iter().any(|piece| !piece.span().is_empty())
    };
    document.quotes_of(annotator).filter(is_reading)
}

impl Material {
    /// Nothing yet, for these annotators.
    #[must_use]
    pub fn new(annotators: Vec<AnnotatorId>) -> Self {
        let count = annotators.len();
        let pairs = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b))).collect();
        Self { annotators, pairs, articles: Vec::new(), labels: Labels::default() }
    }

    /// Takes what there is to measure in an article; nothing where fewer than
    /// two of the annotators did it.
    pub fn add(&mut self, document: &Document) {
        let did: Vec<bool> = self.annotators.iter().map(|id| did(document, *id)).collect();
        if did.iter().filter(|did| **did).count() < 2 {
            return;
        }
        let of = |id: &AnnotatorId| readings(document, *id).map(Arc::clone).collect();
        let quotes: Vec<Vec<Arc<Quote>>> = self.annotators.iter().map(of).collect();
        let marks = quotes.iter().map(|list| list.iter().map(|quote| self.mark(quote)).collect()).collect();
        let both = |(a, b): &(usize, usize)| {
            (did.get(*a) == Some(&true) && did.get(*b) == Some(&true)).then_some(())?;
            Some(Pairing { a: *a, b: *b, parts: parts(quotes.get(*a)?, quotes.get(*b)?) })
        };
        let length = document.article.text.len();
        let readers: Vec<&Vec<Arc<Quote>>> =
            quotes.iter().zip(&did).filter(|(_, did)| **did).map(|(quotes, _)| quotes).collect();
        let readings: Vec<Vec<u8>> = readers.iter().map(|quotes| labels(length, quotes)).collect();
        let readings: Vec<&[u8]> = readings.iter().map(Vec::as_slice).collect();
        let units: Vec<Vec<Valued>> = readers.iter().map(|quotes| units(quotes)).collect();
        self.articles.push(Work {
            article: document.article.id,
            title: document.article.display_title().to_owned(),
            month: month(document, &self.annotators),
            pairings: self.pairs.iter().map(both).collect(),
            groups: groups(document, &self.annotators, &quotes),
            stretches: stretches(&document.article.text, &readings),
            tokens: by_token(&token_starts(&document.article.text), &readings),
            units: std::array::from_fn(|value| Unitized::of(&category(length, &units, value))),
            coincidences: Coincidences::of(length, &units),
            continuum: continuum(length, &readers),
            did,
            marks,
        });
    }

    /// Keeps only these annotators, who alone did any article.
    pub fn keep(&mut self, kept: &[bool]) {
        if kept.iter().all(|kept| *kept) {
            return;
        }
        let is_kept = |place: usize| kept.get(place) == Some(&true);
        let place = |old: usize| (0..old).filter(|place| is_kept(*place)).count();
        let pairs_kept: Vec<bool> = self.pairs.iter().map(|(a, b)| is_kept(*a) && is_kept(*b)).collect();
        for work in &mut self.articles {
            retain(&mut work.did, kept);
            retain(&mut work.marks, kept);
            retain(&mut work.pairings, &pairs_kept);
            for pairing in work.pairings.iter_mut().flatten() {
                (pairing.a, pairing.b) = (place(pairing.a), place(pairing.b));
            }
            for group in &mut work.groups {
                retain(group, kept);
            }
        }
        retain(&mut self.pairs, &pairs_kept);
        for (a, b) in &mut self.pairs {
            (*a, *b) = (place(*a), place(*b));
        }
        retain(&mut self.annotators, kept);
    }

    fn mark(&mut self, quote: &Quote) -> Mark {
        let words = quote.words();
        Mark {
            quote: quote.id,
            hull: spans::hull(&quote.spans(Role::Content)),
            words: excerpt(&words),
            labels: self.labels.of(quote),
        }
    }
}

fn retain<T>(list: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    list.retain(|_| kept.next() == Some(&true));
}

/// The last work of these annotators on an article.
fn month(document: &Document, annotators: &[AnnotatorId]) -> String {
    let layers = document.layers.values().filter(|layer| annotators.contains(&layer.annotator));
    let quotes = document.quotes.iter().filter(|quote| annotators.contains(&quote.annotator));
    let times = layers.map(|layer| layer.stamp.updated_at).chain(quotes.map(|quote| quote.stamp.created_at));
    times.max().map_or_else(String::new, |at| at.to_zoned(TimeZone::UTC).strftime("%Y-%m").to_string())
}

fn parts(a: &[Arc<Quote>], b: &[Arc<Quote>]) -> BTreeMap<Part, (Matches, Vec<Match>)> {
    let mut parts = BTreeMap::new();
    for role in PARTS {
        let known = (role == Role::Content).then(|| pairs(a, b));
        parts.insert(Part::Role(role), matched(a, b, role, |_| true, known));
    }
    for quote_type in crate::model::QuoteType::ALL {
        let of_type = |quote: &Quote| quote.quote_type == *quote_type;
        if a.iter().chain(b).any(|quote| of_type(quote)) {
            parts.insert(Part::Type(*quote_type), matched(a, b, Role::Content, of_type, None));
        }
    }
    parts
}

/// Counts and matches of a part of those quotes that are wanted and have it.
fn matched(
    a: &[Arc<Quote>],
    b: &[Arc<Quote>],
    role: Role,
    wanted: impl Fn(&Quote) -> bool,
    known: Option<Vec<(usize, usize)>>,
) -> (Matches, Vec<Match>) {
    let listed = |quotes: &[Arc<Quote>]| -> (Vec<usize>, Vec<Vec<Span>>) {
        let numbered = quotes.iter().enumerate().filter(|(_, quote)| wanted(quote));
        let having = numbered.map(|(at, quote)| (at, spans::normal(quote.spans(role))));
        having.filter(|(_, spans)| !spans.is_empty()).unzip()
    };
    let ((places_a, spans_a), (places_b, spans_b)) = (listed(a), listed(b));
    // Where the pairs are known, every quote has the part.
    let pairs = known.unwrap_or_else(|| paired(&spans_a, &spans_b, |_, _| false));
    let counts = Matches::with(&spans_a, &spans_b, pairs.len());
    let mut matches: Vec<Match> = pairs
        .iter()
        .map(|(row, column)| Match {
            a: places_a.get(*row).copied(),
            b: places_b.get(*column).copied(),
            exact: spans_a.get(*row) == spans_b.get(*column),
        })
        .collect();
    let alone = |places: &[usize], taken: &dyn Fn(&(usize, usize)) -> usize| -> Vec<usize> {
        let free = |at: &usize| !pairs.iter().any(|pair| taken(pair) == *at);
        (0..places.len()).filter(free).filter_map(|at| places.get(at)).copied().collect()
    };
    let only_a = alone(&places_a, &|pair| pair.0);
    let only_b = alone(&places_b, &|pair| pair.1);
    matches.extend(only_a.into_iter().map(|at| Match { a: Some(at), b: None, exact: false }));
    matches.extend(only_b.into_iter().map(|at| Match { a: None, b: Some(at), exact: false }));
    (counts, matches)
}

fn groups(
    document: &Document,
    annotators: &[AnnotatorId],
    quotes: &[Vec<Arc<Quote>>],
) -> Vec<Vec<Option<usize>>> {
    let place = |(layer, quote): (usize, &Option<Arc<Quote>>)| {
        let id = quote.as_ref()?.id;
        quotes.get(layer)?.iter().position(|quote| quote.id == id)
    };
    let alignment = Alignment::of_lists(document.article.id, annotators, quotes);
    alignment.groups.iter().map(|group| group.quotes.iter().enumerate().map(place).collect()).collect()
}

/// One annotator's units on the text: contents, then what cues add, then
/// what sources add. Parts of one role that overlap are one unit; where they
/// only touch they stay two.
fn units(quotes: &[Arc<Quote>]) -> Vec<Valued> {
    let mut covered: Vec<Span> = Vec::new();
    let mut units = Vec::new();
    for (value, role) in PARTS.into_iter().enumerate() {
        let mut of_role: Vec<Span> =
            quotes.iter().flat_map(|quote| spans::normal(quote.spans(role))).collect();
        of_role.sort_unstable();
        let mut merged: Vec<Span> = Vec::new();
        for span in of_role {
            match merged.last_mut() {
                Some(last) if span.start < last.end => last.end = last.end.max(span.end),
                _ => merged.push(span),
            }
        }
        let left = merged.iter().flat_map(|span| spans::difference(&[*span], &covered));
        units.extend(left.map(|span| Valued { span, value }));
        covered = spans::union(&covered, &merged);
    }
    units.sort_unstable_by_key(|unit| unit.span);
    units
}

fn category(length: usize, units: &[Vec<Valued>], value: usize) -> Continuum {
    let of_value =
        |units: &Vec<Valued>| units.iter().filter(|unit| unit.value == value).map(|unit| unit.span).collect();
    Continuum { length, units: units.iter().map(of_value).collect() }
}

/// Each piece of each content is a unit, its quote's type the category.
fn continuum(length: usize, readers: &[&Vec<Arc<Quote>>]) -> gamma::Continuum {
    let units = |quotes: &&Vec<Arc<Quote>>| {
        let pieces = quotes.iter().flat_map(|quote| {
            let category = quote.quote_type as u32;
            spans::normal(quote.spans(Role::Content)).into_iter().map(move |span| gamma::Unit {
                start: span.start as f64,
                end: span.end as f64,
                category,
            })
        });
        pieces.collect()
    };
    gamma::Continuum { length: length as f64, annotators: readers.iter().map(units).collect() }
}
