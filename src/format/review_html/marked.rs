//! An article's text with everyone's marks.

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};

use super::{People, Shown};
use crate::model::{Document, Region, RegionKind, Role, Span, spans};
use crate::review::Alignment;

/// A stretch of the text that looks the same all along, as a class of the
/// page's style.
struct Ink {
    span: Span,
    class: String,
}

/// Writes the text, a paragraph a line; what is not the article is folded.
pub fn write(
    people: &People<'_>,
    document: &Document,
    alignment: &Alignment,
    number: usize,
    page: &mut String,
) -> fmt::Result {
    let mut inks = inks(people, document, alignment);
    inks.sort_by_key(|ink| ink.span);
    let ends: Vec<(usize, usize)> = alignment
        .groups
        .iter()
        .zip(1..)
        .filter_map(|(group, place)| Some((group.hull()?.end, place)))
        .collect();
    let text = &document.article.text;
    let mut folded = false;
    page.push_str("<div class=\"text\">\n");
    for line in text.lines().into_iter().filter(|line| !line.is_empty()) {
        let kind = kind_of(&document.article.regions, line);
        let fold = kind == Some(RegionKind::Boilerplate);
        if fold != folded {
            page.push_str(if fold {
                "<details><summary>What is not the article</summary>\n"
            } else {
                "</details>\n"
            });
            folded = fold;
        }
        let class = match kind {
            Some(RegionKind::Headline) => " class=\"headline\"",
            Some(RegionKind::Body | RegionKind::Dateline) | None => "",
            Some(_) => " class=\"quiet\"",
        };
        write!(page, "<p{class}>")?;
        let of_line: Vec<&Ink> = inks
            .iter()
            .take_while(|ink| ink.span.start < line.end)
            .filter(|ink| ink.span.overlaps(line))
            .collect();
        let ends: Vec<(usize, usize)> =
            ends.iter().copied().filter(|(end, _)| line.start < *end && *end <= line.end).collect();
        paragraph(document, line, &of_line, &ends, number, page)?;
        page.push_str("</p>\n");
    }
    page.push_str(if folded { "</details>\n</div>\n" } else { "</div>\n" });
    Ok(())
}

fn kind_of(regions: &[Region], line: Span) -> Option<RegionKind> {
    regions.iter().find(|region| region.span.overlaps(line)).map(|region| region.kind)
}

fn inks(people: &People<'_>, document: &Document, alignment: &Alignment) -> Vec<Ink> {
    let mut inks = Vec::new();
    for quote in &document.quotes {
        let lane = format!("l{}", people.lane(quote.annotator));
        for (role, class) in [(Role::Content, lane.as_str()), (Role::Cue, "cue"), (Role::Source, "source")] {
            let of_role = spans::normal(quote.spans(role)).into_iter();
            inks.extend(of_role.map(|span| Ink { span, class: class.to_owned() }));
        }
    }
    for group in alignment.groups.iter().filter(|group| !group.is_full() || !alignment.agrees(group)) {
        let sets: Vec<Vec<Span>> =
            group.present().map(|(_, quote)| spans::normal(quote.spans(Role::Content))).collect();
        let all = sets.iter().fold(Vec::new(), |all, set| spans::union(&all, set));
        let every = sets.iter().fold(all.clone(), |every, set| spans::intersection(&every, set));
        let apart = if group.is_full() { spans::difference(&all, &every) } else { all };
        inks.extend(apart.into_iter().map(|span| Ink { span, class: "apart".to_owned() }));
    }
    inks
}

fn paragraph(
    document: &Document,
    line: Span,
    inks: &[&Ink],
    ends: &[(usize, usize)],
    number: usize,
    page: &mut String,
) -> fmt::Result {
    let edges = inks.iter().flat_map(|ink| [ink.span.start, ink.span.end]);
    let edges = edges.chain(ends.iter().map(|(end, _)| *end)).filter(|at| line.start < *at && *at < line.end);
    let cuts: BTreeSet<usize> = edges.chain([line.start, line.end]).collect();
    for (start, end) in cuts.iter().zip(cuts.iter().skip(1)) {
        let span = Span::new(*start, *end);
        let words = Shown(document.article.text.slice(span).unwrap_or_default());
        // One inside the other, so that each has a border of its own; what
        // colours the words' ground is innermost.
        let classes: BTreeSet<&str> =
            inks.iter().filter(|ink| ink.span.covers(span)).map(|ink| ink.class.as_str()).collect();
        for class in classes.iter().rev() {
            write!(page, "<span class=\"{class}\">")?;
        }
        write!(page, "{words}")?;
        page.push_str(&"</span>".repeat(classes.len()));
        for (_, place) in ends.iter().filter(|(at, _)| at == end) {
            write!(page, "<sup><a href=\"#a{number}q{place}\">{place}</a></sup>")?;
        }
    }
    Ok(())
}
