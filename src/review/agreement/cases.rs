//! The cases behind a number: what was compared, and how it came out.

use super::label::{Label, number};
use super::material::{Mark, Match, Material, Work};
use super::measure::{Measure, Part, Scope};
use super::token::NONE;
use crate::model::{ArticleId, Span};

/// What one annotator has in a case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Held<'m> {
    Quote(&'m Mark),
    /// No quote here.
    Nothing,
    /// On a stretch of text: what covers it, a place in
    /// [`super::token::PARTS`] or [`NONE`].
    Covered(u8),
}

/// How a case came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Not everyone has it.
    Alone,
    Differs,
    Agrees,
}

/// One thing that was compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Case<'m> {
    pub article: ArticleId,
    pub title: &'m str,
    /// Where it stands.
    pub span: Option<Span>,
    /// The words there, as the first who marked them has them.
    pub words: &'m str,
    /// What each annotator concerned has, by place among them.
    pub held: Vec<(usize, Held<'m>)>,
    pub outcome: Outcome,
}

impl<'m> Case<'m> {
    /// The quotes concerned.
    pub fn marks(&self) -> impl Iterator<Item = &'m Mark> {
        self.held.iter().filter_map(|(_, held)| match held {
            Held::Quote(mark) => Some(*mark),
            _ => None,
        })
    }
}

/// The cases that a number was made of, article by article, in reading
/// order.
#[must_use]
pub fn cases<'m>(material: &'m Material, scope: Scope, measure: &Measure) -> Vec<Case<'m>> {
    let pairs = match scope {
        Scope::Pair(pair) => pair..pair + 1,
        Scope::All => 0..material.pairs.len(),
    };
    let mut list = Vec::new();
    for work in &material.articles {
        let mut of_article = match measure {
            Measure::StrictF1(part) => pairs.clone().flat_map(|pair| work.spans(pair, *part, true)).collect(),
            Measure::OverlapF1(part) | Measure::AgrAb(part) | Measure::AgrBa(part) => {
                pairs.clone().flat_map(|pair| work.spans(pair, *part, false)).collect()
            }
            Measure::Cohen(label) | Measure::Accuracy(label) => {
                let place = material.labels.place(label);
                pairs.clone().flat_map(|pair| work.labelled(pair, place)).collect()
            }
            Measure::Fleiss(label) | Measure::Alpha(label) => {
                work.grouped(Some(material.labels.place(label)))
            }
            Measure::Gamma => work.grouped(None),
            Measure::AlphaToken | Measure::AlphaU | Measure::UAlpha => work.on_the_text(false),
            Measure::CuAlpha => work.on_the_text(true),
        };
        of_article.sort_by_key(|case| case.span);
        list.extend(of_article);
    }
    list
}

/// How often A gave one and B the other value of a label to aligned quotes,
/// the most frequent values first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Confusion {
    /// The values, by number.
    pub values: Vec<u32>,
    /// A row for each value of A, a column for each of B.
    pub counts: Vec<Vec<usize>>,
}

/// Which labels two annotators, or all pairs of them, mix up. For all, a pair
/// counts in both directions.
#[must_use]
pub fn confusion(material: &Material, scope: Scope, label: &Label) -> Confusion {
    let place = material.labels.place(label);
    let mut met: Vec<(u32, u32)> = Vec::new();
    for (pair, _) in material.pairs.iter().enumerate() {
        if scope != Scope::All && scope != Scope::Pair(pair) {
            continue;
        }
        for (a, b) in material.articles.iter().flat_map(|work| work.aligned(pair)) {
            let (a, b) = (number(&a.labels, place), number(&b.labels, place));
            met.push((a, b));
            if scope == Scope::All {
                met.push((b, a));
            }
        }
    }
    let mut used: std::collections::BTreeMap<u32, usize> = std::collections::BTreeMap::new();
    met.iter().flat_map(|(a, b)| [a, b]).for_each(|value| *used.entry(*value).or_default() += 1);
    let mut values: Vec<u32> = used.keys().copied().collect();
    values.sort_by_key(|value| (std::cmp::Reverse(used.get(value).copied()), *value));
    let mut counts = vec![vec![0; values.len()]; values.len()];
    let at = |value: u32| values.iter().position(|known| *known == value);
    for (a, b) in met {
        let cell = at(a).zip(at(b)).and_then(|(row, column)| counts.get_mut(row)?.get_mut(column));
        if let Some(count) = cell {
            *count += 1;
        }
    }
    Confusion { values, counts }
}

/// The aligned quotes that A gave one value of a label and B the other.
#[must_use]
pub fn confused<'m>(
    material: &'m Material,
    scope: Scope,
    label: &Label,
    (row, column): (u32, u32),
) -> Vec<Case<'m>> {
    let place = material.labels.place(label);
    let mut list = cases(material, scope, &Measure::Cohen(label.clone()));
    list.retain(|case| {
        let values: Vec<u32> = case.marks().map(|mark| number(&mark.labels, place)).collect();
        values == [row, column] || (scope == Scope::All && values == [column, row])
    });
    list
}

impl Work {
    fn case<'m>(&'m self, held: Vec<(usize, Held<'m>)>, outcome: Outcome) -> Case<'m> {
        let mut case =
            Case { article: self.article, title: &self.title, span: None, words: "", held, outcome };
        let first = case.marks().next();
        case.words = first.map_or("", |mark| mark.words.as_str());
        case.span = case.marks().filter_map(|mark| mark.hull).reduce(Span::hull);
        case
    }

    fn spans(&self, pair: usize, part: Part, strict: bool) -> Vec<Case<'_>> {
        let Some(Some(pairing)) = self.pairings.get(pair) else { return Vec::new() };
        let matches = pairing.parts.get(&part).map_or(&[][..], |(_, matches)| matches);
        let held = |annotator: usize, place: Option<usize>| {
            let mark = place.and_then(|place| self.marks.get(annotator)?.get(place));
            (annotator, mark.map_or(Held::Nothing, Held::Quote))
        };
        let case = |one: &Match| {
            let outcome = match one {
                Match { a: Some(_), b: Some(_), exact } if *exact || !strict => Outcome::Agrees,
                Match { a: Some(_), b: Some(_), .. } => Outcome::Differs,
                _ => Outcome::Alone,
            };
            self.case(vec![held(pairing.a, one.a), held(pairing.b, one.b)], outcome)
        };
        matches.iter().map(case).collect()
    }

    fn labelled(&self, pair: usize, place: usize) -> Vec<Case<'_>> {
        let Some(Some(pairing)) = self.pairings.get(pair) else { return Vec::new() };
        self.aligned(pair)
            .map(|(a, b)| {
                let same = number(&a.labels, place) == number(&b.labels, place);
                let outcome = if same { Outcome::Agrees } else { Outcome::Differs };
                self.case(vec![(pairing.a, Held::Quote(a)), (pairing.b, Held::Quote(b))], outcome)
            })
            .collect()
    }

    /// The groups of an alignment of all: of those with two quotes or more by
    /// a label, or of all by whether everyone has them in the same place.
    fn grouped(&self, place: Option<usize>) -> Vec<Case<'_>> {
        self.groups.iter().filter_map(|group| self.group_case(group, place)).collect()
    }

    fn group_case<'m>(&'m self, group: &'m [Option<usize>], place: Option<usize>) -> Option<Case<'m>> {
        let marks: Vec<(usize, &Mark)> = self.of_group(group).collect();
        let same = |like: &dyn Fn(&Mark, &Mark) -> bool| {
            marks.iter().zip(marks.iter().skip(1)).all(|((_, one), (_, next))| like(one, next))
        };
        let label = |mark: &Mark, place: usize| number(&mark.labels, place);
        let agree = match place {
            Some(place) => same(&|a, b| label(a, place) == label(b, place)),
            None => same(&|a, b| a.hull == b.hull && label(a, 0) == label(b, 0)),
        };
        let outcome = match place {
            Some(_) if marks.len() < 2 => return None,
            None if marks.len() < self.doers().count() => Outcome::Alone,
            _ if agree => Outcome::Agrees,
            _ => Outcome::Differs,
        };
        let held = |annotator: usize| {
            let mark = marks.iter().find(|(holder, _)| *holder == annotator);
            (annotator, mark.map_or(Held::Nothing, |(_, mark)| Held::Quote(mark)))
        };
        Some(self.case(self.doers().map(held).collect(), outcome))
    }

    fn doers(&self) -> impl Iterator<Item = usize> {
        self.did.iter().enumerate().filter(|(_, did)| **did).map(|(annotator, _)| annotator)
    }

    /// The stretches that are labelled differently; of those where all lie in
    /// some part, only these.
    fn on_the_text(&self, covered: bool) -> Vec<Case<'_>> {
        let none = |label: &u8| u32::from(*label) == NONE;
        self.stretches
            .iter()
            .filter(|stretch| !covered || stretch.labels.iter().filter(|label| !none(label)).count() > 1)
            .map(|stretch| Case {
                article: self.article,
                title: &self.title,
                span: Some(stretch.span),
                words: &stretch.words,
                held: self.doers().zip(stretch.labels.iter().map(|label| Held::Covered(*label))).collect(),
                outcome: if stretch.labels.iter().any(none) { Outcome::Alone } else { Outcome::Differs },
            })
            .collect()
    }
}
