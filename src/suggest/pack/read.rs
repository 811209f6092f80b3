//! Reading a pack, with the line of whatever is wrong.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::{Lexicon, Pack, lower};
use crate::suggest::class::Class;

/// A language pack that can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Line {line}: {detail}")]
pub struct PackError {
    /// From 1.
    pub line: usize,
    pub detail: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    language: Spanned<String>,
    name: String,
    marks: Vec<Spanned<String>>,
    #[serde(default)]
    comma_clause: bool,
    #[serde(default)]
    clitics: Vec<Spanned<String>>,
    words: BTreeMap<String, Spanned<Vec<Spanned<String>>>>,
}

pub(super) fn pack(toml: &str) -> Result<Pack, PackError> {
    let line = |at: Option<Range<usize>>| {
        let before = at.and_then(|at| toml.get(..at.start)).unwrap_or("");
        before.matches('\n').count() + 1
    };
    let fault = |at: Range<usize>, detail: String| PackError { line: line(Some(at)), detail };
    let raw: Raw = toml::from_str(toml)
        .map_err(|error| PackError { line: line(error.span()), detail: error.message().to_owned() })?;
    if raw.language.get_ref().is_empty() || !raw.language.get_ref().chars().all(|c| c.is_ascii_lowercase()) {
        return Err(fault(raw.language.span(), "the language is a code such as “id”".to_owned()));
    }
    let mut marks = Vec::new();
    for pair in &raw.marks {
        let mut chars = pair.get_ref().chars();
        match (chars.next(), chars.next(), chars.next()) {
            (Some(open), Some(close), None) => marks.push((open, close)),
            _ => return Err(fault(pair.span(), format!("“{}” is not two marks", pair.get_ref()))),
        }
    }
    let mut lexicon = Lexicon::default();
    for (name, list) in &raw.words {
        let Some((_, class)) = Class::LISTED.iter().find(|(known, _)| known == name) else {
            return Err(fault(list.span(), format!("no class of words is called “{name}”")));
        };
        for entry in list.get_ref() {
            let word = entry.get_ref();
            if word.trim().is_empty() || *word != lower(word) || word.trim() != word {
                let detail = format!("“{word}” is not a word or phrase in lower case");
                return Err(fault(entry.span(), detail));
            }
            lexicon.add(word, *class);
        }
    }
    let mut clitics = Vec::new();
    for clitic in &raw.clitics {
        if clitic.get_ref().is_empty() || *clitic.get_ref() != lower(clitic.get_ref()) {
            return Err(fault(clitic.span(), "a clitic is the end of a word in lower case".to_owned()));
        }
        clitics.push(clitic.get_ref().clone());
    }
    let Raw { language, name, comma_clause, .. } = raw;
    Ok(Pack { language: language.into_inner(), name, marks, comma_clause, clitics, lexicon })
}
