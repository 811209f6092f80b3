//! The groups as the page shows them: whose underlines, which words differ,
//! and what the margin says.

use super::board::letter;
use super::said::difference_name;
use crate::gui::page::{Reading, ReadingLane, ReadingPart, Readings, Verdict, nested};
use crate::gui::words::tr;
use crate::model::{Aspect, Choice, Document, Quote, Role, Ruling, Span, spans};
use crate::review::{Alignment, Case, CaseState, Docket, Group, Point, PointState, Value};

pub(super) fn readings(document: &Document, alignment: &Alignment, docket: &Docket) -> Readings {
    let cases = alignment.groups.iter().zip(&docket.cases).enumerate();
    let reading = |(place, (group, case)): (usize, (&Group, &Case))| {
        let id = *case.members.first()?;
        let mut parts: Vec<ReadingPart> = Vec::new();
        for (layer, quote) in group.present() {
            parts.extend(parts_of(quote, ReadingLane::Layer(layer)));
        }
        let result = case.result.and_then(|id| document.quote(id));
        parts.extend(result.into_iter().flat_map(|quote| parts_of(quote, ReadingLane::Result)));
        let differing = spans::normal(case.open_points().flat_map(differing_words));
        Some(Reading { id, parts, differing, verdict: verdict(group, case, place, docket.cases.len()) })
    };
    let groups: Vec<Reading> = cases.filter_map(reading).collect();
    let nested = nested(groups.iter().flat_map(|group| group.parts.iter().copied()));
    Readings { layers: alignment.layers.len(), groups, nested }
}

fn parts_of(quote: &Quote, lane: ReadingLane) -> impl Iterator<Item = ReadingPart> {
    [Role::Content, Role::Cue]
        .into_iter()
        .flat_map(move |role| quote.spans(role).into_iter().map(move |span| ReadingPart { lane, role, span }))
}

/// The words that some of the readings have and others have not.
pub fn differing_words(point: &Point) -> Vec<Span> {
    let sets: Vec<&Vec<Span>> = point
        .difference
        .values
        .iter()
        .filter_map(|(_, value)| match value {
            Value::Spans(spans) => Some(spans),
            _ => None,
        })
        .collect();
    let Some((first, others)) = sets.split_first() else { return Vec::new() };
    let (mut either, mut both) = ((*first).clone(), (*first).clone());
    for other in others {
        either = spans::union(&either, other);
        both = spans::intersection(&both, other);
    }
    spans::difference(&either, &both)
}

fn verdict(group: &Group, case: &Case, place: usize, of: usize) -> Verdict {
    let (names, mut details) = match case.state {
        CaseState::Agreed => (vec![tr!("review-agreed")], Vec::new()),
        CaseState::Settled if case.points.is_empty() => {
            (vec![tr!("review-agreed")], vec![tr!("review-taken-over")])
        }
        CaseState::Settled => (vec![tr!("review-decided")], vec![from_words(group, case)]),
        CaseState::Rejected => {
            let reason = case.rejected.as_ref().and_then(|ruling| ruling.reason.clone());
            (vec![tr!("review-rejected")], reason.into_iter().collect())
        }
        CaseState::Open(_) => {
            (case.open_points().map(|point| difference(group, point)).collect(), Vec::new())
        }
    };
    if case.changed {
        details.push(tr!("review-changed-since"));
    }
    let quote = group.present().next().map(|(_, quote)| quote.words().replace('\n', " ")).unwrap_or_default();
    let said: Vec<&str> = names.iter().chain(&details).map(String::as_str).collect();
    let label = tr!("review-group-label", place = place + 1, of = of, said = said.join(", "), words = quote);
    Verdict { names, details, open: matches!(case.state, CaseState::Open(_)), label }
}

fn difference(group: &Group, point: &Point) -> String {
    if point.aspect() != Aspect::Presence {
        return difference_name(point.aspect());
    }
    let letters: String = group.present().map(|(layer, _)| letter(layer)).collect();
    tr!("review-only", who = letters)
}

/// Where the fields of a decided quote came from: "from A and B".
pub fn from_words(group: &Group, case: &Case) -> String {
    let mut sources: Vec<String> = Vec::new();
    for ruling in case
        .points
        .iter()
        .filter(|point| point.state == PointState::Decided)
        .filter_map(|p| p.ruling.as_ref())
    {
        let source = ruling_words(group, ruling);
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    tr!("review-from", who = sources.join(", "))
}

/// "A", "own", "none".
fn ruling_words(group: &Group, ruling: &Ruling) -> String {
    match ruling.choice {
        Choice::Own | Choice::Correct => tr!("review-own"),
        Choice::Neither | Choice::Reject => tr!("review-neither"),
        Choice::Take | Choice::Accept => {
            let taken = group.present().find(|(_, quote)| Some(quote.id) == ruling.taken);
            taken.map_or_else(|| tr!("review-gone"), |(layer, _)| letter(layer).to_string())
        }
    }
}
