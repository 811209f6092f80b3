//! Bylines: who wrote the article.

use super::block::capital;
use super::publication::is_outlet;
use super::words::{WORDS, begins, key};

/// Longer lines say more than names.
const MOST_WORDS: usize = 22;

/// The names in a line that holds nothing but them, their label and their
/// roles.
pub fn byline(line: &str) -> Option<Vec<String>> {
    if let Some(names) = signature(line) {
        return Some(names);
    }
    if line.split_whitespace().count() > MOST_WORDS || is_closing_code(line) {
        return is_closing_code(line).then(Vec::new);
    }
    let mut authors = Vec::new();
    let mut labelled = false;
    for part in line.split(['|', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let Some(names) = without_label(part) else {
            let tail = is_role(part) || is_outlet(part) || super::date::find(part).is_some();
            if labelled && (tail || is_name(part)) {
                continue;
            }
            return None;
        };
        labelled = true;
        let names = names_in(names)?;
        if !edits(part) {
            authors.extend(names);
        }
    }
    labelled.then_some(authors)
}

/// "(Outlet.com/A Name)" below the last paragraph.
fn signature(line: &str) -> Option<Vec<String>> {
    let inner = line.trim().strip_prefix(['(', '['])?.strip_suffix([')', ']'])?;
    let (outlet, name) = inner.split_once('/')?;
    let signed = is_outlet(outlet) && is_name(name) && name.contains(' ') && inner.len() <= 80;
    signed.then(|| vec![name.trim().to_owned()])
}

/// "X reported from Y.", "Z contributed to this report."
pub fn is_note(line: &str) -> bool {
    const ENDS: &[&str] = &[
        "contributed to this report",
        "contributed reporting",
        "contributed to this story",
        "contributed to this article",
    ];
    if line.split_whitespace().count() > 30 {
        return false;
    }
    let words = key(line);
    let names_first = line.split_whitespace().next().is_some_and(capital);
    ENDS.iter().any(|end| words.contains(end))
        || begins(&words, "reporting from") && words.split(' ').count() <= 8
        || names_first
            && words.split(" reported from ").count() == 2
            && words.split(' ').position(|word| word == "reported").is_some_and(|at| at <= 4)
            && words.split(' ').count() <= 10
}

/// "Editor: …" names who edited.
pub fn edits(part: &str) -> bool {
    let words = key(part);
    ["editor", "editing by", "penyunting", "redaktur", "uploader", "sumber", "source", "red"]
        .iter()
        .any(|label| begins(&words, label))
}

/// The words after "By", "Penulis:" and their like.
pub fn without_label(line: &str) -> Option<&str> {
    let line = line.trim().trim_start_matches(['(', '[', '-', '–', '—', '*', '_', '•', ' ']);
    let rest = |label: &str| rest_after(line, label);
    let colon = WORDS.byline.colon.iter().chain(&WORDS.byline.phrases).filter_map(|label| {
        let after = rest(label)?.trim_start();
        after.strip_prefix([':', '|', '：'])
    });
    let bare = WORDS
        .byline
        .phrases
        .iter()
        .filter_map(|label| rest(label).filter(|after| after.starts_with(char::is_whitespace)));
    // The longest label leaves the least.
    colon.chain(bare).map(str::trim).min_by_key(|after| after.len()).filter(|after| !after.is_empty())
}

/// What follows a label (given as a key) at the start of a line.
pub fn rest_after<'a>(line: &'a str, label: &str) -> Option<&'a str> {
    let mut at = line.char_indices();
    for wanted in label.chars() {
        let (_, c) = at.next()?;
        let same = if wanted == ' ' { c.is_whitespace() } else { c.to_lowercase().eq(wanted.to_lowercase()) };
        if !same {
            return None;
        }
    }
    let rest = at.as_str();
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

/// Names separated by commas, "and", "dan"; `None` where a part is no name.
fn names_in(words: &str) -> Option<Vec<String>> {
    let spaced = format!(" {} ", words.replace([',', '&', '/'], " , "));
    let split = [" and ", " dan ", " with ", " in ", " di ", " for ", " – ", " — ", " - "]
        .iter()
        .fold(spaced, |words, joint| words.replace(joint, " , "));
    let mut names = Vec::new();
    for part in split.split(" , ").map(str::trim).filter(|part| !part.is_empty()) {
        let part = part.trim_end_matches(['.', ')', ']', '*', '_', ':']).trim();
        if part.is_empty() || is_role(part) || is_outlet(part) || super::date::find(part).is_some() {
            continue;
        }
        if !is_name(part) {
            return None;
        }
        let place = WORDS.places.cities.contains(&key(part));
        if !place {
            names.push(part.to_owned());
        }
    }
    Some(names)
}

/// Whether words are what a person does at a paper.
pub fn is_role(words: &str) -> bool {
    let folded = key(words);
    let last = folded.rsplit(' ').next().unwrap_or("");
    WORDS.byline.roles.contains(&folded)
        || (folded.split(' ').count() <= 5
            && matches!(last, "correspondent" | "editor" | "reporter" | "writer"))
}

/// "A Name Social affairs correspondent": the name.
pub fn name_before_role(words: &str) -> Option<&str> {
    let ends: Vec<usize> = words.match_indices(' ').map(|(at, _)| at).collect();
    let cut = |at: &usize| Some((words.get(..*at)?, words.get(at + 1..)?));
    let named = |(name, role): &(&str, &str)| is_name(name) && !is_role(name) && is_role(role);
    ends.iter().skip(1).take(2).filter_map(cut).find(named).map(|(name, _)| name)
}

/// Whether words look like a name: few, and each with a capital.
pub fn is_name(words: &str) -> bool {
    const SMALL: &[&str] =
        &["bin", "binti", "van", "de", "der", "den", "al", "el", "la", "da", "di", "von", "ibn", "of", "the"];
    let parts: Vec<&str> = words.split_whitespace().collect();
    let letters = words
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '\'' | '’' | '-' | '\u{a0}' | '@'));
    let first = parts.first().is_some_and(|word| capital(word) || parts.len() == 1 && !words.is_ascii());
    (1..=5).contains(&parts.len())
        && letters
        && words.chars().count() <= 50
        && first
        && parts.iter().all(|word| capital(word) || SMALL.contains(word))
}

/// "(abc/def)", "[rzr]": who wrote and who edited, in letters.
fn is_closing_code(line: &str) -> bool {
    let inner = line.trim().strip_prefix(['(', '[']).and_then(|rest| rest.strip_suffix([')', ']']));
    inner.is_some_and(|inner| {
        inner.len() <= 24
            && !inner.is_empty()
            && inner
                .split(['/', '-', ',', ' '])
                .all(|code| (1..=5).contains(&code.len()) && code.chars().all(char::is_alphanumeric))
            && inner.chars().any(char::is_lowercase)
            && inner.contains(char::is_alphabetic)
    })
}
