//! Words and phrases with their classes.

use std::collections::HashMap;

use crate::suggest::class::Class;

/// A phrase's words after its first, and its class.
type Rest = (Vec<Box<str>>, Class);

/// Classes by lower-case word.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    words: HashMap<Box<str>, Class>,
    /// By their first word, longest first.
    phrases: HashMap<Box<str>, Vec<Rest>>,
}

impl Lexicon {
    /// Adds a word, or several words as a phrase, in lower case.
    pub fn add(&mut self, entry: &str, class: Class) {
        let mut words = entry.split_whitespace();
        let Some(first) = words.next() else { return };
        let rest: Vec<Box<str>> = words.map(Box::from).collect();
        if rest.is_empty() {
            *self.words.entry(first.into()).or_default() |= class;
            return;
        }
        let phrases = self.phrases.entry(first.into()).or_default();
        match phrases.iter_mut().find(|(other, _)| *other == rest) {
            Some((_, classes)) => *classes |= class,
            None => phrases.push((rest, class)),
        }
        phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }

    /// The class of one lower-case word.
    pub fn class(&self, word: &str) -> Class {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// Whether any phrase begins so.
    pub fn begins(&self, word: &str) -> bool {
        self.phrases.contains_key(word)
    }

    /// The longest phrase that begins with this word and goes on as
    /// `next(0)`, `next(1)` … say: its class and number of words.
    pub fn phrase<'w>(&self, word: &str, next: impl Fn(usize) -> Option<&'w str>) -> Option<(Class, usize)> {
        let phrases = self.phrases.get(word)?;
        let goes_on = |rest: &[Box<str>]| {
            rest.iter().enumerate().all(|(at, word)| next(at).is_some_and(|next| lower(next) == **word))
        };
        phrases.iter().find(|(rest, _)| goes_on(rest)).map(|(rest, class)| (*class, rest.len() + 1))
    }
}

/// A word as packs write it: lower case, typewriter apostrophes.
pub fn lower(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
}
