//! How marks that overlap share the room: which underline lies on which
//! level, and which grounds lie on one another.

use super::marks::Segment;
use crate::model::{Role, Span};

/// Levels of underline; what needs more is counted.
pub(super) const MOST: usize = 3;
/// Grounds that lie on one another.
const DEEPEST: usize = 2;

/// A segment's underline; level 0 lies lowest.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lane {
    pub segment: Segment,
    pub level: usize,
}

/// Levels for all underlines, the longest lowest, so that an inner quote's
/// lies above its outer quote's; and where there are more, how many.
pub(super) fn lanes(segments: &[Segment]) -> (Vec<Lane>, Vec<(Span, usize)>) {
    let lined = |segment: &&Segment| matches!(segment.role, Role::Content | Role::Cue | Role::Relay);
    let mut order: Vec<Segment> = segments.iter().filter(lined).copied().collect();
    order.sort_by_key(|segment| (std::cmp::Reverse(segment.span.len()), segment.span.start, segment.quote));
    let mut taken: [Vec<Span>; MOST] = Default::default();
    let mut lanes = Vec::with_capacity(order.len());
    let mut rest = Vec::new();
    for segment in order {
        let free = |spans: &Vec<Span>| !spans.iter().any(|span| span.overlaps(segment.span));
        match taken.iter().position(free) {
            Some(level) => {
                if let Some(spans) = taken.get_mut(level) {
                    spans.push(segment.span);
                }
                lanes.push(Lane { segment, level });
            }
            None => rest.push(segment.span),
        }
    }
    rest.sort_unstable();
    let mut overflow: Vec<(Span, usize)> = Vec::new();
    for span in rest {
        match overflow.last_mut() {
            Some((last, count)) if span.start <= last.end => {
                last.end = last.end.max(span.end);
                *count += 1;
            }
            _ => overflow.push((span, 1)),
        }
    }
    (lanes, overflow)
}

/// Stretches with the quotes whose content grounds lie there, outermost
/// first: the selected quote alone, or the innermost ones.
pub(super) fn stacks(segments: &[Segment], selected: impl Fn(usize) -> bool) -> Vec<(Span, Vec<usize>)> {
    let contents: Vec<&Segment> = segments.iter().filter(|segment| segment.role == Role::Content).collect();
    let mut edges: Vec<usize> =
        contents.iter().flat_map(|segment| [segment.span.start, segment.span.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut waiting = contents.iter().peekable();
    let mut active: Vec<&Segment> = Vec::new();
    let mut stacks: Vec<(Span, Vec<usize>)> = Vec::new();
    for (start, end) in edges.iter().zip(edges.iter().skip(1)) {
        active.retain(|segment| segment.span.end > *start);
        while let Some(segment) = waiting.next_if(|segment| segment.span.start <= *start) {
            active.push(segment);
        }
        let mut stack: Vec<usize> = match active.iter().find(|segment| selected(segment.quote)) {
            Some(segment) => vec![segment.quote],
            None => active.iter().rev().take(DEEPEST).rev().map(|segment| segment.quote).collect(),
        };
        stack.dedup();
        match stacks.last_mut() {
            Some((span, last)) if span.end == *start && *last == stack => span.end = *end,
            _ if stack.is_empty() => {}
            _ => stacks.push((Span::new(*start, *end), stack)),
        }
    }
    stacks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(quote: usize, start: usize, end: usize) -> Segment {
        Segment { span: Span::new(start, end), quote, role: Role::Content }
    }

    #[test]
    fn the_inner_underline_lies_above_the_outer_one() {
        let (lanes, overflow) = lanes(&[content(0, 0, 50), content(1, 10, 20), content(2, 60, 70)]);
        let level = |quote| lanes.iter().find(|lane| lane.segment.quote == quote).unwrap().level;
        assert_eq!((level(0), level(1), level(2)), (0, 1, 0));
        assert!(overflow.is_empty());
    }

    #[test]
    fn a_fourth_underline_is_counted() {
        let crowd: Vec<_> = (0..6).map(|quote| content(quote, quote, 40)).collect();
        let (lanes, overflow) = lanes(&crowd);
        assert_eq!(lanes.len(), MOST);
        assert_eq!(overflow, [(Span::new(3, 40), 3)]);
    }

    #[test]
    fn grounds_are_two_deep_and_the_selected_one_stands_alone() {
        let nested = [content(0, 0, 50), content(1, 10, 40), content(2, 20, 30)];
        let stacked = stacks(&nested, |_| false);
        assert_eq!(stacked.iter().map(|(span, _)| span.len()).sum::<usize>(), 50);
        assert!(stacked.contains(&(Span::new(20, 30), vec![1, 2])));
        assert!(stacked.contains(&(Span::new(40, 50), vec![0])));
        assert!(stacks(&nested, |quote| quote == 0).iter().all(|(_, stack)| *stack == [0]));
    }
}
