//! What a page's markup says of its article.

use std::collections::HashMap;

use dom_query::{Document, NodeRef};

use super::super::publication::{has_domain, is_outlet};
use super::super::words::key;
use super::super::{attribution, date, language};
use super::json_ld;
use crate::model::Metadata;

/// The parts of the markup that speak of the article, as the walk met them.
#[derive(Debug, Default)]
pub struct Facts {
    /// `<meta>` contents by name or property, the first of each.
    metas: HashMap<String, String>,
    authors: Vec<String>,
    /// Texts of JSON-LD scripts.
    scripts: Vec<String>,
    titles: Vec<String>,
    headings: Vec<String>,
    canonical: Option<String>,
    language: Option<String>,
    times: Vec<String>,
}

impl Facts {
    /// Takes in what an element says.
    pub fn take(&mut self, node: &NodeRef<'_>, name: &str) {
        let attr = |name: &str| node.attr(name).map(|value| value.to_string());
        match name {
            "html" => self.language = attr("lang").or_else(|| attr("xml:lang")),
            "meta" => self.take_meta(node),
            "title" if self.titles.is_empty() => self.titles.push(node.text().to_string()),
            "h1" if self.headings.len() < 8 => self.headings.push(collapsed(&node.text())),
            "link" if attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                self.canonical = self.canonical.take().or_else(|| attr("href"));
            }
            "script" if attr("type").is_some_and(|kind| kind.to_lowercase().contains("ld+json")) => {
                self.scripts.push(node.text().to_string());
            }
            "time" if self.times.len() < 20 => self.times.extend(attr("datetime")),
            _ => {}
        }
    }

    fn take_meta(&mut self, node: &NodeRef<'_>) {
        let name = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|attr| node.attr(attr));
        let (Some(name), Some(content)) = (name, node.attr("content")) else { return };
        let (name, content) = (name.trim().to_lowercase(), collapsed(&content));
        if content.is_empty() {
            return;
        }
        if matches!(
            name.as_str(),
            "author" | "article:author" | "dc.creator" | "parsely-author" | "content_author"
        ) && !content.contains("://")
            && !self.authors.contains(&content)
        {
            self.authors.push(content.clone());
        }
        self.metas.entry(name).or_insert(content);
    }

    fn meta(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.metas.get(*name).cloned())
    }
}

/// The metadata by JSON-LD, then by `<meta>`, then by other elements.
pub fn metadata(facts: &Facts) -> Metadata {
    let linked = json_ld::read(&facts.scripts);
    let publisher = linked.publisher.or_else(|| {
        facts.meta(&[
            "og:site_name",
            "article:publisher_name",
            "dc.publisher",
            "publisher",
            "application-name",
            "twitter:app:name:iphone",
        ])
    });
    let publisher = publisher
        .or_else(|| facts.titles.first().map(|title| collapsed(title)).filter(|title| is_outlet(title)));
    let meta_title = facts.meta(&["og:title", "twitter:title", "dc.title", "parsely-title", "title"]);
    let bare = |title: String| without_outlet(&title, publisher.as_deref());
    let title = linked
        .title
        .or_else(|| meta_title.map(bare))
        .or_else(|| heading_or_title(facts, publisher.as_deref()));
    let dates = [
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "publishdate",
        "pubdate",
        "publish_date",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.date",
        "parsely-pub-date",
        "content_publisheddate",
        "sailthru.date",
        "article.published",
        "published_at",
    ];
    let time = linked
        .published_at
        .or_else(|| facts.meta(&dates).and_then(|value| date::normal(&value)))
        .or_else(|| facts.times.iter().find_map(|time| date::normal(time)));
    let authors = if linked.authors.is_empty() { people(&facts.authors) } else { linked.authors };
    let locale = facts.meta(&["og:locale", "language", "content-language", "dc.language"]);
    let language = [facts.language.clone(), linked.language, locale]
        .into_iter()
        .flatten()
        .find_map(|tag| language::primary(&tag));
    Metadata {
        title: title.map(|title| decoded(&title)).filter(|title| !title.is_empty()),
        publisher: publisher.map(|name| decoded(&name)),
        authors: authors.iter().map(|author| decoded(author)).collect(),
        published_at: time,
        language,
        url: facts
            .canonical
            .clone()
            .or_else(|| facts.meta(&["og:url"]))
            .or(linked.url)
            .filter(|url| url.contains("://")),
        section: linked
            .section
            .or_else(|| facts.meta(&["article:section", "parsely-section", "content_category"])),
    }
}

/// Authors are persons; outlets put their own name there too.
fn people(authors: &[String]) -> Vec<String> {
    authors
        .iter()
        .flat_map(|author| author.split([',', ';']))
        .map(|author| attribution::without_label(author).unwrap_or(author).trim())
        .filter(|author| attribution::is_name(author) && !is_outlet(author) && !has_domain(author))
        .map(str::to_owned)
        .collect()
}

/// The first part of `<title>` that a heading repeats, else the only heading,
/// else the title without the outlet's name.
fn heading_or_title(facts: &Facts, publisher: Option<&str>) -> Option<String> {
    let title = facts.titles.first().map(|title| collapsed(title)).unwrap_or_default();
    let in_title =
        facts.headings.iter().find(|heading| !heading.is_empty() && key(&title).contains(&key(heading)));
    let only = facts.headings.first().filter(|heading| facts.headings.len() == 1 && !heading.is_empty());
    let bare = without_outlet(&title, publisher);
    in_title
        .or(only)
        .cloned()
        .or(Some(bare).filter(|title| !is_outlet(title)))
        .filter(|title| !title.is_empty())
}

/// "Title - Outlet" and "Title | Outlet" without the outlet.
fn without_outlet(title: &str, publisher: Option<&str>) -> String {
    for separator in [" | ", " - ", " – ", " — ", " :: ", " · ", " » "] {
        let Some((rest, last)) = title.rsplit_once(separator) else { continue };
        let named = publisher.is_some_and(|publisher| key(publisher) == key(last));
        if (named || is_outlet(last) || has_domain(last)) && rest.split_whitespace().count() >= 2 {
            return without_outlet(rest.trim(), publisher);
        }
    }
    title.trim().to_owned()
}

/// Entities that were escaped twice.
fn decoded(words: &str) -> String {
    let words = collapsed(words);
    if words.contains('&') && words.contains(';') && !words.contains('<') {
        collapsed(&Document::fragment(words).text())
    } else {
        words
    }
}

fn collapsed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
