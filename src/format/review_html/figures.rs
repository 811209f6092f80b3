//! How far annotators agree, in numbers.

use std::fmt::{self, Write as _};
use std::time::{Duration, Instant};

use super::{People, Shown};
use crate::job::{Canceled, Progress, Unwatched};
use crate::review::agreement::{Figure, Material, Options, Report, Scope, measure};

/// How long γ may take; the rest is there in a moment.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Work that shall stop after a while.
struct Until(Instant);

impl Progress for Until {
    fn at(&self, _: usize, _: usize) -> Result<(), Canceled> {
        if Instant::now() < self.0 { Ok(()) } else { Err(Canceled) }
    }
}

/// Measures with γ where it can be had in time: then it is that of
/// `kutip agree`, sampled in the same way.
fn measured(material: &Material, patience: Duration) -> Option<Report> {
    let without = Options { gamma: None, ..Options::default() };
    let until = Until(Instant::now() + patience);
    let report =
        measure(material, Options::default(), &until).or_else(|_| measure(material, without, &Unwatched));
    report.ok().filter(|_| !material.articles.is_empty())
}

/// Writes a table for each pair and one for all.
pub fn write(people: &People<'_>, material: &Material, patience: Duration, page: &mut String) -> fmt::Result {
    page.push_str("<section class=\"agreement\" id=\"agreement\">\n<h2>Agreement</h2>\n");
    let Some(report) = measured(material, patience) else {
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
    match &report.gamma {
        Some(gamma) => writeln!(
            page,
            "<p class=\"dim\">γ is known to ±{:.4} ({} samples).</p>",
            gamma.precision, gamma.samples
        )?,
        None => page.push_str(
            "<p class=\"dim\">γ would have taken too long for a report; <code>kutip agree</code> measures it.</p>\n",
        ),
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Registry;

    #[test]
    fn a_report_does_not_wait_for_gamma_for_ever() {
        let registry = Registry::default();
        let people = People::new(&registry);
        let material = Material::new(Vec::new());
        assert!(measure(&material, Options::default(), &Until(Instant::now())).is_err());
        let mut page = String::new();
        write(&people, &material, Duration::ZERO, &mut page).unwrap();
        assert!(page.contains("No article was done by two"), "{page}");
    }
}
