//! How far annotators agree, in numbers.

use std::fmt::{self, Write as _};

use super::{People, Shown};
use crate::job::Unwatched;
use crate::review::agreement::{Figure, Material, Options, Scope, measure};

/// Writes a table for each pair and one for all. γ is left out: it takes too
/// long for an export; `kutip agree` has it.
pub fn write(people: &People<'_>, material: &Material, page: &mut String) -> fmt::Result {
    page.push_str("<section class=\"agreement\" id=\"agreement\">\n<h2>Agreement</h2>\n");
    let options = Options { gamma: None, ..Options::default() };
    let measured = measure(material, options, &Unwatched).ok().filter(|_| !material.articles.is_empty());
    let Some(report) = measured else {
        page.push_str("<p class=\"dim\">No article was done by two annotators.</p>\n</section>\n");
        return Ok(());
    };
    writeln!(
        page,
        "<p class=\"dim\">Articles that two or more did: {}. In brackets the 95&#8239;% interval from drawing articles anew.</p>",
        material.articles.len()
    )?;
    let name = |place: usize| {
        material.annotators.get(place).map(|id| people.name(*id).to_string()).unwrap_or_default()
    };
    for (pair, (a, b)) in material.pairs.iter().enumerate() {
        let articles = report.pair_articles.get(pair).copied().unwrap_or(0);
        if articles > 0 {
            let title = format!("{} (A) and {} (B), articles: {articles}", name(*a), name(*b));
            table(&title, report.figures.iter().filter(|figure| figure.scope == Scope::Pair(pair)), page)?;
        }
    }
    table("All", report.figures.iter().filter(|figure| figure.scope == Scope::All), page)?;
    page.push_str("</section>\n");
    Ok(())
}

fn table<'f>(title: &str, figures: impl Iterator<Item = &'f Figure>, page: &mut String) -> fmt::Result {
    writeln!(
        page,
        "<h3>{title}</h3>\n<table><tr><th>Measure</th><th class=\"number\">Value</th><th>Interval</th><th class=\"number\">n</th></tr>"
    )?;
    for figure in figures {
        let Figure { measure, value, n, interval, .. } = figure;
        let value = value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"));
        let interval = interval.map_or_else(String::new, |(low, high)| format!("[{low:.3}, {high:.3}]"));
        writeln!(
            page,
            "<tr><td>{}</td><td class=\"number\">{value}</td><td>{interval}</td><td class=\"number\">{n}</td></tr>",
            Shown(&measure.title())
        )?;
    }
    page.push_str("</table>\n");
    Ok(())
}
