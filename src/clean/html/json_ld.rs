//! Metadata in JSON-LD, the way schema.org's articles give it.

use serde_json::Value;

use super::super::{date, language};
use crate::model::Metadata;

const ARTICLES: &[&str] = &[
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "Report",
    "Review",
    "SocialMediaPosting",
    "TechArticle",
    "ScholarlyArticle",
];

/// What the first article among the scripts says of itself.
pub fn read(scripts: &[String]) -> Metadata {
    let parsed: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
    let all: Vec<&Value> = parsed.iter().flat_map(objects).collect();
    let article = all.iter().find(|value| is_article(value)).copied();
    article.map_or_else(Metadata::default, |article| describe(article, &all))
}

fn parse(script: &str) -> Option<Value> {
    let bare = script
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("<![CDATA[");
    let bare = bare
        .trim_end()
        .trim_end_matches("-->")
        .trim_end_matches("]]>")
        .trim_end_matches("//")
        .trim()
        .trim_end_matches(';');
    serde_json::from_str(bare).ok().or_else(|| {
        // Line feeds inside strings are common, and no JSON.
        serde_json::from_str(&bare.replace(['\n', '\r', '\t'], " ")).ok()
    })
}

/// Every object, outer before inner.
fn objects(value: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(values) => open.extend(values.iter().rev()),
            Value::Object(fields) => {
                found.push(value);
                open.extend(fields.values().rev().filter(|field| field.is_object() || field.is_array()));
            }
            _ => {}
        }
    }
    found
}

fn is_article(value: &Value) -> bool {
    let is = |kind: &Value| {
        kind.as_str().is_some_and(|kind| ARTICLES.contains(&kind.rsplit('/').next().unwrap_or(kind)))
    };
    let typed = match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
        None => false,
    };
    typed
        && (value.get("headline").is_some()
            || value.get("datePublished").is_some()
            || value.get("name").is_some())
}

fn describe(article: &Value, all: &[&Value]) -> Metadata {
    let words = |name: &str| article.get(name).and_then(first_words);
    Metadata {
        title: words("headline").or_else(|| words("name")),
        publisher: article.get("publisher").and_then(|value| names(value, all).into_iter().next()),
        authors: article
            .get("author")
            .or_else(|| article.get("creator"))
            .map(|value| names(value, all))
            .unwrap_or_default(),
        published_at: words("datePublished")
            .or_else(|| words("dateCreated"))
            .and_then(|value| date::normal(&value)),
        language: words("inLanguage").and_then(|tag| language::primary(&tag)),
        url: words("url").or_else(|| words("mainEntityOfPage")).or_else(|| {
            article.get("mainEntityOfPage").and_then(|page| page.get("@id")).and_then(first_words)
        }),
        section: words("articleSection"),
    }
}

/// A string, or the first of a list.
fn first_words(value: &Value) -> Option<String> {
    let words = match value {
        Value::Array(values) => values.first()?.as_str()?,
        value => value.as_str()?,
    };
    Some(words.trim().to_owned()).filter(|words| !words.is_empty())
}

/// The names of persons or organisations, given as strings, objects, or ids of
/// objects elsewhere.
fn names(value: &Value, all: &[&Value]) -> Vec<String> {
    let list = match value {
        Value::Array(values) => values.iter().collect(),
        value => vec![value],
    };
    let named = |value: &Value| value.get("name").and_then(first_words);
    let by_id = |value: &Value| {
        let id = value.get("@id")?.as_str()?;
        all.iter()
            .filter(|other| other.get("@id").and_then(Value::as_str) == Some(id))
            .find_map(|other| named(other))
    };
    let name = |value: &Value| first_words(value).or_else(|| named(value)).or_else(|| by_id(value));
    list.into_iter().filter_map(name).filter(|name| !name.contains("://")).collect()
}
