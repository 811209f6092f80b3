//! How good suggestions, or anyone's quotes, are beside a gold layer.
//!
//! Quotes of an article are aligned one to one: equal contents first, then
//! those that share most code points. Strict means the same code points,
//! overlap at least one shared. Cue, source and speaker are judged on aligned
//! quotes. Precision is the share of what was predicted, recall the share of
//! the gold, F1 = 2PR / (P + R); where neither side has anything they are 1.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{QuoteType, Span, spans};

/// A quote as evaluation compares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    pub quote_type: QuoteType,
    pub content: Vec<Span>,
    pub cue: Vec<Span>,
    pub source: Vec<Span>,
    /// What tells the speaker from others: an id, or a folded name.
    pub speakers: Vec<String>,
}

/// Precision, recall and their harmonic mean, from 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Rates {
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Scores {
    pub strict: Rates,
    pub overlap: Rates,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct SpeakerScore {
    /// Share of the aligned quotes with a speaker in the gold whose first
    /// predicted speaker is one of the gold's.
    pub accuracy: f64,
    pub n: usize,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct TypeScores {
    pub content: Scores,
}

/// The result.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Evaluation {
    pub articles: usize,
    pub gold: usize,
    pub predicted: usize,
    pub content: Scores,
    pub cue: Scores,
    pub source: Scores,
    pub speaker: SpeakerScore,
    /// Each type, both sides limited to it.
    pub by_type: BTreeMap<&'static str, TypeScores>,
}

/// Compares two layers, a pair of lists (gold, predicted) an article.
#[must_use]
pub fn evaluate(articles: &[(Vec<Judged>, Vec<Judged>)]) -> Evaluation {
    let mut all = Counts::default();
    let mut types: BTreeMap<&'static str, Counts> = BTreeMap::new();
    for (gold, predicted) in articles {
        all.add(gold, predicted);
        for quote_type in QuoteType::ALL {
            let only = |quotes: &[Judged]| -> Vec<Judged> {
                quotes.iter().filter(|quote| quote.quote_type == *quote_type).cloned().collect()
            };
            let (gold, predicted) = (only(gold), only(predicted));
            if !gold.is_empty() || !predicted.is_empty() {
                types.entry(quote_type.name()).or_default().add(&gold, &predicted);
            }
        }
    }
    Evaluation {
        articles: articles.len(),
        gold: all.gold,
        predicted: all.predicted,
        content: all.content(),
        cue: all.cue.scores(),
        source: all.source.scores(),
        speaker: SpeakerScore { accuracy: share(all.speakers_right, all.speakers), n: all.speakers },
        by_type: types
            .into_iter()
            .map(|(name, counts)| (name, TypeScores { content: counts.content() }))
            .collect(),
    }
}

#[derive(Default)]
struct Counts {
    gold: usize,
    predicted: usize,
    strict: usize,
    aligned: usize,
    cue: Part,
    source: Part,
    speakers: usize,
    speakers_right: usize,
}

#[derive(Default)]
struct Part {
    gold: usize,
    predicted: usize,
    strict: usize,
    overlap: usize,
}

impl Part {
    fn add(&mut self, gold: &[Span], predicted: &[Span]) {
        self.gold += usize::from(!gold.is_empty());
        self.predicted += usize::from(!predicted.is_empty());
        self.strict += usize::from(!gold.is_empty() && same(gold, predicted));
        self.overlap += usize::from(spans::overlap(gold, predicted));
    }

    fn scores(&self) -> Scores {
        Scores {
            strict: rates(self.strict, self.predicted, self.gold),
            overlap: rates(self.overlap, self.predicted, self.gold),
        }
    }
}

impl Counts {
    fn add(&mut self, gold: &[Judged], predicted: &[Judged]) {
        self.gold += gold.len();
        self.predicted += predicted.len();
        for (g, p) in align(gold, predicted) {
            let (Some(g), Some(p)) = (gold.get(g), predicted.get(p)) else { continue };
            self.aligned += 1;
            self.strict += usize::from(same(&g.content, &p.content));
            self.cue.add(&g.cue, &p.cue);
            self.source.add(&g.source, &p.source);
            if !g.speakers.is_empty() {
                self.speakers += 1;
                self.speakers_right +=
                    usize::from(p.speakers.first().is_some_and(|first| g.speakers.contains(first)));
            }
        }
    }

    fn content(&self) -> Scores {
        Scores {
            strict: rates(self.strict, self.predicted, self.gold),
            overlap: rates(self.aligned, self.predicted, self.gold),
        }
    }
}

fn same(a: &[Span], b: &[Span]) -> bool {
    spans::normal(a.iter().copied()) == spans::normal(b.iter().copied())
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn rates(right: usize, predicted: usize, gold: usize) -> Rates {
    if predicted == 0 && gold == 0 {
        return Rates { precision: 1.0, recall: 1.0, f1: 1.0 };
    }
    Rates {
        precision: share(right, predicted),
        recall: share(right, gold),
        f1: share(2 * right, predicted + gold),
    }
}

/// Pairs of quotes whose contents overlap, by their places in the lists.
fn align(gold: &[Judged], predicted: &[Judged]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..predicted.len()).collect();
    let start = |quote: &Judged| quote.content.iter().map(|span| span.start).min().unwrap_or(usize::MAX);
    let end = |quote: &Judged| quote.content.iter().map(|span| span.end).max().unwrap_or(0);
    order.sort_by_key(|at| predicted.get(*at).map_or(usize::MAX, start));
    let mut pairs = Vec::new();
    for (g, quote) in gold.iter().enumerate() {
        let until = end(quote);
        let others = order.iter().filter_map(|at| Some((*at, predicted.get(*at)?)));
        for (p, other) in others.take_while(|(_, other)| start(other) < until) {
            let shared = spans::len(&spans::intersection(&quote.content, &other.content));
            if shared > 0 {
                pairs.push((!same(&quote.content, &other.content), std::cmp::Reverse(shared), g, p));
            }
        }
    }
    pairs.sort_unstable();
    let (mut taken_gold, mut taken) = (vec![false; gold.len()], vec![false; predicted.len()]);
    pairs.retain(|(_, _, g, p)| {
        let free = taken_gold.get(*g) == Some(&false) && taken.get(*p) == Some(&false);
        if let (true, Some(g), Some(p)) = (free, taken_gold.get_mut(*g), taken.get_mut(*p)) {
            (*g, *p) = (true, true);
        }
        free
    });
    pairs.into_iter().map(|(_, _, g, p)| (g, p)).collect()
}
