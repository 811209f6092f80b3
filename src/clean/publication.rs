//! The line of outlet and time above an article.

use super::attribution::{is_name, without_label};
use super::date;
use super::words::{WORDS, begins, key};

/// Longer lines tell of a time and are none.
const MOST_WORDS: usize = 24;

/// What a publication line says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stamp {
    pub when: Option<String>,
    pub publisher: Option<String>,
    pub authors: Vec<String>,
    /// It says that it is the time of a change, not of publication.
    pub updated: bool,
}

/// Reads a line that holds a time and nothing but what goes with it.
pub fn read(line: &str) -> Option<Stamp> {
    if line.split_whitespace().count() > MOST_WORDS {
        return None;
    }
    let found = date::find(line);
    let (when, rest) = match found {
        Some(found) => (Some(found.when), found.rest),
        None => (None, without_age(line)?),
    };
    let mut stamp = Stamp { when, ..Stamp::default() };
    let mut unknown = 0;
    let lower = key(line);
    stamp.updated = ["updated", "diperbarui", "last modified", "update", "last updated", "modified"]
        .iter()
        .any(|mark| begins(&lower, mark));
    for segment in segments(&rest) {
        unknown += read_segment(&segment, &mut stamp);
    }
    (unknown <= 3).then_some(stamp)
}

/// What one part of the line says; how many words of it say nothing known.
fn read_segment(segment: &str, stamp: &mut Stamp) -> usize {
    let words = key(segment);
    let known = |word: &str| {
        WORDS.publication.marks.contains(word) || WORDS.weekdays.names.contains(word) || word.len() < 2
    };
    if words.split(' ').all(known) || WORDS.publication.reading.iter().any(|reading| words.ends_with(reading))
    {
        return 0;
    }
    if words == "wib" || WORDS.zones.contains_key(&words) {
        return 0;
    }
    let segment = trimmed(segment);
    if let Some(author) = without_label(segment).filter(|author| is_name(author)) {
        stamp.authors.push(author.to_owned());
        return 0;
    }
    if WORDS.places.cities.contains(&words) || WORDS.places.regions.contains(&words) {
        return 0;
    }
    if is_outlet(segment) && stamp.publisher.is_none() {
        stamp.publisher = Some(segment.to_owned());
        return 0;
    }
    if !is_name(segment) {
        return words.split(' ').filter(|word| !known(word)).count();
    }
    if stamp.publisher.is_some() {
        stamp.authors.push(segment.to_owned());
    } else {
        stamp.publisher = Some(segment.to_owned());
    }
    0
}

fn trimmed(segment: &str) -> &str {
    segment.trim_matches(|c: char| !c.is_alphanumeric() && c != ')')
}

/// The parts between bars, dashes, dots and weekdays.
fn segments(rest: &str) -> Vec<String> {
    let mut marked = String::with_capacity(rest.len());
    for word in rest.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let folded = bare.to_lowercase();
        let dash = bare.is_empty();
        let mark = WORDS.weekdays.names.contains(&folded) || WORDS.publication.marks.contains(&folded);
        // "By" opens a name; a weekday or "Published" ends one.
        if dash || mark {
            marked.push('|');
        } else {
            marked.push_str(word);
            marked.push(' ');
        }
        if word.ends_with(',') {
            marked.push('|');
        }
    }
    marked
        .split(['|', '•', '·', '●', '/'])
        .map(str::trim)
        .filter(|s| !s.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The line without "3 jam lalu" or "2 hours ago"; `None` without one.
fn without_age(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.len() > 12 {
        return None;
    }
    let at = words.iter().position(|word| word.chars().all(|c| c.is_ascii_digit()) || *word == "an")?;
    let (before, after) = words.split_at(at);
    let after = key(&after.iter().skip(1).copied().collect::<Vec<_>>().join(" "));
    let age = WORDS.publication.ago.iter().filter(|age| begins(&after, age)).max_by_key(|age| age.len())?;
    let rest = after.strip_prefix(age.as_str()).unwrap_or("");
    Some(format!("{} | {rest}", before.join(" ")))
}

/// Whether the words name an outlet: a known one, an address, or a name with a
/// word that outlets bear.
pub fn is_outlet(words: &str) -> bool {
    const BORNE: &[&str] = &[
        "news",
        "post",
        "times",
        "daily",
        "herald",
        "tribune",
        "kabar",
        "berita",
        "harian",
        "radar",
        "pos",
        "media",
        "koran",
        "warta",
        "tribun",
        "guardian",
        "gazette",
        "journal",
        "chronicle",
        "online",
        "tv",
        "radio",
        "observer",
        "mail",
        "press",
        "courier",
        "telegraph",
        "magazine",
        "review",
        "wire",
        "agency",
        "bulletin",
        "register",
        "sentinel",
        "standard",
        "express",
        "dispatch",
        "majalah",
        "lentera",
        "suara",
        "pikiran",
        "cakrawala",
        "buana",
        "newsroom",
        "today",
        "network",
        "broadcasting",
        "portal",
        "jurnal",
        "kantor",
        "examiner",
        "argus",
        "ledger",
    ];
    let trimmed = trimmed(words.trim());
    let count = trimmed.split_whitespace().count();
    if trimmed.is_empty() || count > 5 {
        return false;
    }
    let folded = key(trimmed);
    if WORDS.outlets.names.contains(&folded) || has_domain(trimmed) {
        return true;
    }
    let glued = ["news", "com", "post", "times"]
        .iter()
        .any(|end| folded.ends_with(end) && folded.len() > end.len() + 2);
    if count == 1 && (folded.starts_with("detik") || glued) {
        return true;
    }
    let borne = folded.split(' ').any(|word| BORNE.contains(&word));
    borne && trimmed.split_whitespace().all(super::block::capital)
}

/// "Kompas.com", "TEMPO.CO", "iNews.id".
pub fn has_domain(words: &str) -> bool {
    words.split_whitespace().any(|word| {
        let word = word.trim_end_matches(['.', ',', ')']).to_lowercase();
        let ending =
            word.rsplit_once('.').map_or("", |(name, ending)| if name.len() > 1 { ending } else { "" });
        matches!(
            ending,
            "com"
                | "co"
                | "id"
                | "net"
                | "org"
                | "news"
                | "tv"
                | "my"
                | "sg"
                | "uk"
                | "au"
                | "info"
                | "go"
                | "press"
        )
    })
}
