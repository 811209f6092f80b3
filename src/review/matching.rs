//! Pairing two lists one to one so that the sum of the pairs' weights is the
//! largest there is.

use std::collections::HashMap;

use pathfinding::prelude::{Matrix, components, kuhn_munkres};

/// Something that could be paired: a row, a column, and what pairing them is
/// worth (more than nothing).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    pub row: usize,
    pub column: usize,
    pub weight: i64,
}

/// The pairs of a matching of maximum weight, sorted by row. Each component
/// of the graph is solved by itself (Kuhn 1955, Munkres 1957), so the cost is
/// cubic only in the largest heap of things that all touch.
#[must_use]
pub fn matching(edges: &[Edge]) -> Vec<(usize, usize)> {
    // Rows and columns are vertices of one graph: even and odd numbers.
    let touching: Vec<Vec<usize>> =
        edges.iter().map(|edge| vec![edge.row * 2, edge.column * 2 + 1]).collect();
    let mut places = HashMap::new();
    let heaps = components(&touching);
    for (heap, vertices) in heaps.iter().enumerate() {
        places.extend(vertices.iter().map(|vertex| (*vertex, heap)));
    }
    let mut parts: Vec<Vec<Edge>> = vec![Vec::new(); heaps.len()];
    for edge in edges.iter().filter(|edge| edge.weight > 0) {
        let part = places.get(&(edge.row * 2)).and_then(|heap| parts.get_mut(*heap));
        if let Some(part) = part {
            part.push(*edge);
        }
    }
    let mut pairs: Vec<(usize, usize)> = parts.iter().flat_map(|part| solved(part)).collect();
    pairs.sort_unstable();
    pairs
}

fn solved(edges: &[Edge]) -> Vec<(usize, usize)> {
    if let [only] = edges {
        return vec![(only.row, only.column)];
    }
    let numbers = |of: fn(&Edge) -> usize| {
        let mut numbers: Vec<usize> = edges.iter().map(of).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    };
    let (rows, columns) = (numbers(|edge| edge.row), numbers(|edge| edge.column));
    let turned = rows.len() > columns.len();
    let (short, long) = if turned { (&columns, &rows) } else { (&rows, &columns) };
    if short.is_empty() {
        return Vec::new();
    }
    let mut weights = Matrix::new(short.len(), long.len(), 0_i64);
    for edge in edges {
        let (from, to) = if turned { (edge.column, edge.row) } else { (edge.row, edge.column) };
        if let (Ok(from), Ok(to)) = (short.binary_search(&from), long.binary_search(&to))
            && let Some(weight) = weights.get_mut((from, to))
        {
            *weight = edge.weight;
        }
    }
    let (_, assigned) = kuhn_munkres(&weights);
    let chosen = assigned.into_iter().enumerate();
    chosen
        .filter(|place| weights.get(*place).is_some_and(|weight| *weight > 0))
        .filter_map(|(from, to)| {
            let (from, to) = (*short.get(from)?, *long.get(to)?);
            Some(if turned { (to, from) } else { (from, to) })
        })
        .collect()
}
