//! What is known of an article: what its markup says, then what its text
//! shows.

use super::block::Block;
use super::label::Labels;
use super::language;
use super::publication::{has_domain, is_outlet};
use crate::model::{Metadata, RegionKind};

/// Fills what the markup left open from the labelled text.
pub fn complete(found: Metadata, text: &str, blocks: &[Block], labels: &Labels) -> Metadata {
    let stamp = labels.stamp.clone().unwrap_or_default();
    let headline = labels.headline.and_then(|at| blocks.get(at)).map(|block| block.words.clone());
    let outlet = labels.dateline.as_ref().and_then(|dateline| dateline.outlet.clone());
    let outlet = outlet.filter(|outlet| is_outlet(outlet) || has_domain(outlet));
    let authors = if found.authors.is_empty() { labels.authors.clone() } else { found.authors };
    let publisher = found.publisher.or(stamp.publisher).or(outlet);
    Metadata {
        title: found.title.or(headline),
        publisher,
        authors,
        published_at: found.published_at.or(stamp.when),
        language: found.language.or_else(|| detect(text, labels)),
        url: found.url,
        section: found.section,
    }
}

fn detect(text: &str, labels: &Labels) -> Option<String> {
    let body: Vec<&str> = labels
        .parts
        .iter()
        .filter(|part| part.kind == RegionKind::Body)
        .filter_map(|part| text.get(part.start..part.end))
        .collect();
    language::detect(&body.join("\n"))
}
