//! The quotes of an article side by side, with what was decided on them.

use std::fmt::{self, Write as _};

use super::{People, Shown};
use crate::model::{Aspect, Decision, Document, Quote, QuoteId};
use crate::review::{Alignment, Group};

/// Writes a row for each group of aligned quotes, a column for each
/// annotator.
pub fn write(
    people: &People<'_>,
    document: &Document,
    alignment: &Alignment,
    number: usize,
    page: &mut String,
) -> fmt::Result {
    if alignment.groups.is_empty() {
        page.push_str("<p class=\"dim\">Nobody marked a quote here.</p>\n");
        return Ok(());
    }
    page.push_str("<div class=\"wide\"><table>\n<tr><th class=\"number\">#</th>");
    for layer in &alignment.layers {
        write!(page, "<th>{}</th>", people.name(*layer))?;
    }
    page.push_str("<th>Agreement</th><th>Decision</th></tr>\n");
    for (group, place) in alignment.groups.iter().zip(1..) {
        write!(page, "<tr id=\"a{number}q{place}\"><td class=\"number\">{place}</td>")?;
        for quote in &group.quotes {
            page.push_str("<td>");
            match quote {
                Some(quote) => reading(people, quote, page)?,
                None => page.push('–'),
            }
            page.push_str("</td>");
        }
        page.push_str("<td>");
        agreement(people, alignment, group, page)?;
        page.push_str("</td><td>");
        decisions(people, document, group, page)?;
        page.push_str("</td></tr>\n");
    }
    page.push_str("</table></div>\n");
    Ok(())
}

/// Words, type, speakers; cue and source below.
fn reading(people: &People<'_>, quote: &Quote, page: &mut String) -> fmt::Result {
    let speakers = people.speakers(quote);
    let speakers = if speakers.is_empty() { "no speaker" } else { &speakers };
    write!(
        page,
        "{}<br><small>{}, {}",
        Shown(&quote.words()),
        named(quote.quote_type.name()),
        Shown(speakers)
    )?;
    for (what, pieces) in [("cue", &quote.cue), ("source", &quote.source)] {
        let words: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
        if !words.is_empty() {
            write!(page, "; {what}: {}", Shown(&words.join(" … ")))?;
        }
    }
    page.push_str("</small>");
    Ok(())
}

fn named(name: &str) -> String {
    name.replace('_', " ")
}

fn agreement(people: &People<'_>, alignment: &Alignment, group: &Group, page: &mut String) -> fmt::Result {
    let differences = alignment.differences(group);
    if differences.is_empty() {
        page.push_str("<span class=\"agrees\">agree</span>");
        return Ok(());
    }
    let fields: Vec<String> = differences
        .iter()
        .filter(|difference| difference.aspect != Aspect::Presence)
        .map(|difference| named(difference.aspect.name()))
        .collect();
    if !group.is_full() {
        let holders: Vec<String> = group
            .present()
            .filter_map(|(layer, _)| alignment.layers.get(layer))
            .map(|layer| people.name(*layer).to_string())
            .collect();
        write!(page, "only {}", holders.join(", "))?;
        page.push_str(if fields.is_empty() { "" } else { "<br>" });
    }
    if !fields.is_empty() {
        write!(page, "differ in {}", fields.join(", "))?;
    }
    Ok(())
}

/// What reviewers said of single quotes, what was decided on the group, and
/// the quote that came out of it.
fn decisions(people: &People<'_>, document: &Document, group: &Group, page: &mut String) -> fmt::Result {
    let ids: Vec<QuoteId> = group.present().map(|(_, quote)| quote.id).collect();
    let of_group = |aspect: &Aspect| document.adjudication(&ids, *aspect);
    for decision in Aspect::ALL.iter().filter_map(of_group) {
        line(people, document, decision, page)?;
    }
    for (_, quote) in group.present() {
        for decision in document.reviews_of(quote.id) {
            line(people, document, decision, page)?;
        }
    }
    let result = document.result_of(&ids);
    if let Some(quote) = document.quote(result) {
        page.push_str("<strong>Adjudicated</strong><br>");
        reading(people, quote, page)?;
    }
    Ok(())
}

fn line(people: &People<'_>, document: &Document, decision: &Decision, page: &mut String) -> fmt::Result {
    let ruling = &decision.ruling;
    write!(page, "{}: {}", named(decision.aspect.name()), ruling.choice)?;
    let taken = ruling.taken.and_then(|taken| document.quote(taken));
    if let Some(quote) = taken {
        write!(page, " {}", people.name(quote.annotator))?;
    }
    if let Some(reason) = &ruling.reason {
        write!(page, " – {}", Shown(reason))?;
    }
    if let Some(by) = decision.stamp.updated_by {
        write!(
            page,
            " <small>({}, {})</small>",
            people.name(by),
            decision.stamp.updated_at.strftime("%Y-%m-%d")
        )?;
    }
    page.push_str("<br>");
    Ok(())
}
