//! Captions, the credits glued to them, and their repetition.

use super::attribution::rest_after;
use super::block::capital;
use super::words::{WORDS, key};

/// Longer lines, in bytes, are no captions.
const LONGEST: usize = 3000;

/// The parts of a caption line, in bytes of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caption {
    /// Empty where the line is only a credit.
    pub words: (usize, usize),
    pub credit: Option<(usize, usize)>,
    /// The same caption again, as a gallery repeats it.
    pub again: Option<(usize, usize)>,
    /// Whether the line says that it is one, by its label or its credit.
    pub sure: bool,
}

/// Whether the line is a label without its caption.
pub fn is_only_label(line: &str) -> bool {
    let words = key(line);
    WORDS.caption.colon.contains(&words)
        || WORDS.caption.phrases.iter().any(|phrase| phrase.trim_end() == words)
}

/// Reads a line as a caption; `None` where nothing in it speaks for one.
/// `known` says that the markup calls it one.
pub fn read(line: &str, known: bool) -> Option<Caption> {
    if line.len() > LONGEST || line.split_whitespace().count() > 160 {
        return None;
    }
    let labelled = is_labelled(line);
    let again = repetition(line).or_else(|| glued_tail(line));
    let first = line.get(..again.unwrap_or(line.len()))?.trim_end();
    let credit = credit_at(first).or_else(|| if known || labelled { loose_credit(first) } else { None });
    if !labelled && again.is_none() && credit.is_none() {
        return None;
    }
    let caption_end =
        credit.map_or(first.len(), |at| first.get(..at).map_or(0, |head| head.trim_end().len()));
    Some(Caption {
        words: (0, caption_end),
        credit: credit.map(|at| (at, first.len())),
        again: again.map(|at| (at, line.len())),
        sure: labelled || credit.is_some() || glued_tail(line).is_some(),
    })
}

fn is_labelled(line: &str) -> bool {
    let line = line.trim_start_matches(['(', '[', '*', '_']);
    let colon =
        WORDS.caption.colon.iter().any(|label| {
            rest_after(line, label).is_some_and(|rest| rest.trim_start().starts_with([':', '|']))
        });
    let phrase = |label: &String| {
        rest_after(line, label.trim_end())
            .is_some_and(|rest| rest.starts_with(' ') && !rest.trim().is_empty())
    };
    colon || (line.split_whitespace().count() <= 50 && WORDS.caption.phrases.iter().any(phrase))
}

/// Where the line begins anew: half of a line that holds the same twice.
fn repetition(line: &str) -> Option<usize> {
    let probe_end = line.char_indices().nth(24)?.0;
    let probe = line.get(..probe_end)?;
    let at = line.get(probe_end..)?.find(probe)? + probe_end;
    let second = line.get(at..)?.trim_end();
    let shared = line.chars().zip(second.chars()).take_while(|(a, b)| a == b).count();
    (shared * 10 >= second.chars().count() * 6).then_some(at)
}

/// Where the page's own words begin at the end of a caption.
fn glued_tail(line: &str) -> Option<usize> {
    let lower = line.to_lowercase();
    if lower.len() != line.len() {
        return None;
    }
    WORDS.credit.tails.iter().filter_map(|tail| lower.rfind(tail.as_str())).find(|at| *at > 0)
}

/// Where a credit begins that ends the line.
pub fn credit_at(line: &str) -> Option<usize> {
    if is_credit(line) && !has_own_credit(line) {
        return Some(0);
    }
    bracketed(line).or_else(|| labelled_credit(line)).or_else(|| slashed(line)).or_else(|| signed(line))
}

/// "… (AFP/POOL/Name) NAME": the bracket and the name after it.
fn bracketed(line: &str) -> Option<usize> {
    let close = line.rfind([')', ']'])?;
    let open = line.get(..close)?.rfind(['(', '['])?;
    let inner = line.get(open + 1..close)?;
    let after = line.get(close + 1..)?.trim_matches(['.', ' ', '*']);
    let name_after =
        after.is_empty() || (after.split_whitespace().count() <= 5 && after.split_whitespace().all(capital));
    (name_after && is_credit(inner)).then_some(open)
}

/// In what is surely a caption, a name in brackets at the end, or one with an
/// outlet after the last full stop, needs no known agency.
fn loose_credit(line: &str) -> Option<usize> {
    let named = |words: &str| {
        let words = words.trim().trim_matches(['.', '(', ')', ' ']);
        words.split_whitespace().count() <= 6
            && (words.contains('/') && words.split('/').all(|part| part.chars().any(char::is_alphabetic))
                || capital_name(words))
            && super::date::find(words).is_none()
    };
    if let Some(open) = line.trim_end().strip_suffix(')').and_then(|inner| inner.rfind('(')) {
        return line.get(open..).filter(|inner| named(inner)).map(|_| open);
    }
    let stop = line.trim_end_matches('.').rfind(". ")? + 1;
    let tail = line.get(stop..)?;
    let lead = tail.len() - tail.trim_start().len();
    (tail.contains('/') && named(tail)).then_some(stop + lead)
}

/// "… Foto: Name/Antara", "… Photograph: Name/Agency", "… | Photo by Name".
fn labelled_credit(line: &str) -> Option<usize> {
    let mut best = None;
    for (at, _) in line.char_indices().skip(1).filter(|(_, c)| c.is_alphabetic()) {
        let before = line.get(..at)?.chars().next_back();
        if before.is_none_or(|c| c.is_alphanumeric() || c == '-') {
            continue;
        }
        let rest = line.get(at..)?;
        if rest.split_whitespace().count() > 10 || !capital(rest) {
            continue;
        }
        if has_credit_label(rest) {
            best = Some(at);
            break;
        }
    }
    best
}

fn has_credit_label(rest: &str) -> bool {
    WORDS.credit.prefixes.iter().any(|label| {
        rest_after(rest, label).is_some_and(|after| {
            let after = after.trim_start();
            let name =
                after.strip_prefix([':', '|', '…']).or_else(|| after.strip_prefix("...")).map(str::trim);
            name.is_some_and(|name| {
                !name.is_empty() && name.split_whitespace().count() <= 8 && name.split('/').all(capital_name)
            }) || label.ends_with(" by") && after.split_whitespace().all(capital)
        })
    })
}

/// "…. ANTARA FOTO/Name": after a full stop.
fn slashed(line: &str) -> Option<usize> {
    let slash = line.rfind('/')?;
    let stop = line.get(..slash)?.rfind([".", "—", "|"].map(|s| s.chars().next().unwrap_or('.')))?;
    let width = line.get(stop..)?.chars().next().map_or(1, char::len_utf8);
    let tail = line.get(stop + width..)?;
    let lead = tail.len() - tail.trim_start().len();
    (lead > 0 && is_credit(tail)).then_some(stop + width + lead)
}

/// "…. LENTERA/A Name", "… (JP/Name)": an outlet in capitals and a person, in
/// brackets or after the last full stop.
fn signed(line: &str) -> Option<usize> {
    let line = line.trim_end();
    let at = if let Some(inner) = line.strip_suffix(')') {
        inner.rfind('(')?
    } else {
        let stop = line.trim_end_matches('.').rfind(". ")? + 1;
        stop + line.get(stop..)?.chars().take_while(|c| c.is_whitespace()).map(char::len_utf8).sum::<usize>()
    };
    let (outlet, name) = line.get(at..)?.trim_matches(['(', ')', '.']).split_once('/')?;
    let shouted = (2..=24).contains(&outlet.len()) && outlet.chars().all(|c| c.is_uppercase() || c == ' ');
    let named = (1..=4).contains(&name.split_whitespace().count())
        && name.split_whitespace().all(|word| capital(word) && word.chars().any(char::is_lowercase));
    (shouted && named).then_some(at)
}

/// Whether a line labelled as a picture's has its credit in brackets, and so
/// words of its own before it.
pub fn has_own_credit(line: &str) -> bool {
    let in_brackets = || loose_credit(line).filter(|_| line.trim_end().ends_with(')'));
    bracketed(line).or_else(in_brackets).is_some_and(|at| at > 0)
}

/// Whether words are nothing but a credit: an agency, alone or with a name.
pub fn is_credit(words: &str) -> bool {
    let words = words.trim().trim_matches(['(', ')', '[', ']', '.', '*', '_', '©', ' ']);
    let count = words.split_whitespace().count();
    if words.is_empty() || count > 10 || super::date::find(words).is_some() {
        return false;
    }
    if has_credit_label(words) {
        return true;
    }
    let parts: Vec<String> =
        words.split(['/', '|', ',', '-', '–', '—', '@']).map(key).filter(|p| !p.is_empty()).collect();
    let agency = |part: &String| {
        WORDS.credit.agencies.contains(part)
            || WORDS.outlets.names.contains(part)
            || super::publication::has_domain(part)
    };
    let address = words.split('/').any(|part| super::publication::has_domain(part.trim()));
    let strong = [
        "antara foto",
        "ap photo",
        "getty images",
        "shutterstock",
        "foto",
        "photo",
        "dok",
        "istimewa",
        "handout",
        "tangkapan layar",
    ];
    let telling = key(words);
    if strong.iter().any(|word| super::words::begins(&telling, word))
        && count <= 8
        && (parts.len() > 1 || parts.iter().all(agency) || telling.starts_with("dok"))
    {
        return true;
    }
    let named =
        words.contains('/') && (address || parts.iter().any(agency)) && words.split('/').all(capital_name);
    named
        || (parts.len() == 1
            && [
                "getty images",
                "shutterstock",
                "istimewa",
                "ap photo",
                "antara foto",
                "unsplash",
                "pexels",
                "freepik",
                "pixabay",
                "istock",
                "epa efe",
            ]
            .contains(&telling.as_str()))
}

/// A name or an agency: words with capitals and more than initials.
fn capital_name(part: &str) -> bool {
    let part = part.trim();
    !part.is_empty()
        && part.split_whitespace().all(|word| {
            capital(word)
                || matches!(word, "via" | "for" | "by" | "and" | "dan" | "bin" | "de" | "van" | "handout")
        })
}

/// Whether words are a name in capitals, as credits stand below pictures.
pub fn is_shouted_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (2..=5).contains(&count)
        && words.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\'' | '/'))
}
