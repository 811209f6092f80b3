//! Datelines: where a report comes from.

use super::block::capital;
use super::publication::{has_domain, is_outlet};
use super::words::{WORDS, key};

/// Datelines end within so many characters.
const REACH: usize = 90;

/// What stands before a report's first words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline {
    /// The place as printed; none where only the outlet is given.
    pub place: Option<String>,
    pub outlet: Option<String>,
}

/// The dateline at the start of a paragraph.
pub fn find(paragraph: &str) -> Option<Dateline> {
    separators(paragraph).into_iter().find_map(|(at, after)| {
        let head = paragraph.get(..at)?;
        let body = paragraph.get(after..)?.trim_start();
        let opens =
            body.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric());
        let colon = paragraph.get(at..)?.trim_start().starts_with(':');
        (opens && body.split_whitespace().nth(3).is_some()).then(|| read(head, colon)).flatten()
    })
}

/// A dateline that is a line of its own, above its first paragraph.
pub fn alone(line: &str) -> Option<Dateline> {
    let head = line.trim_end().trim_end_matches(['-', '–', '—']);
    let dashed = head.len() < line.trim_end().len();
    (dashed && line.len() <= REACH).then(|| read(head, false)).flatten()
}

/// Where a dash or colon may end a dateline: its start and its end.
fn separators(paragraph: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut previous = ' ';
    let chars: Vec<(usize, char)> = paragraph.char_indices().take(REACH).collect();
    for (index, (at, c)) in chars.iter().copied().enumerate() {
        let next = chars.get(index + 1).map_or(' ', |(_, next)| *next);
        let dash = matches!(c, '–' | '—' | '―' | '−');
        let hyphen = c == '-'
            && (previous.is_whitespace()
                || next.is_whitespace()
                || next == '-'
                || matches!(previous, ')' | '-')
                || domain_before(paragraph, at));
        let colon = c == ':' && next.is_whitespace();
        let slash = c == '/' && previous == ' ';
        if dash || hyphen || colon || slash {
            let run: usize = paragraph
                .get(at..)
                .unwrap_or("")
                .chars()
                .take_while(|c| matches!(c, '-' | '–' | '—' | '―' | '−' | ':' | '/'))
                .map(char::len_utf8)
                .sum();
            found.push((at, at + run.max(c.len_utf8())));
        }
        previous = c;
    }
    found
}

fn domain_before(paragraph: &str, at: usize) -> bool {
    let word = paragraph.get(..at).and_then(|head| head.split_whitespace().next_back());
    word.is_some_and(has_domain)
}

fn read(head: &str, colon: bool) -> Option<Dateline> {
    let head = head.trim().trim_matches(['*', '_', ' ']);
    let (places, agency) = split_agency(head);
    if head.is_empty() || places.split_whitespace().count() > 9 {
        return None;
    }
    let parts: Vec<&str> = places.split([',', '|']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let (dates, parts): (Vec<&str>, Vec<&str>) = parts.into_iter().partition(|part| is_date(part));
    let surely = |part: &str| (is_outlet(part) && !is_city(part)) || has_domain(part);
    let (mut outlets, mut rest): (Vec<&str>, Vec<&str>) = parts.into_iter().partition(|part| surely(part));
    if !rest.iter().all(|part| is_place_like(part)) || rest.len() > 3 {
        return None;
    }
    if agency.is_none() && outlets.is_empty() && rest.len() == 2 {
        unknown_outlet(&mut rest, &mut outlets);
    }
    let outlet = agency.or_else(|| outlets.first().copied());
    let witnessed = outlet.is_some() || !dates.is_empty();
    let first = *rest.first().unwrap_or(&"");
    let shouted =
        first.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !first.chars().any(char::is_lowercase);
    if rest.is_empty() {
        // "Merdeka.com - ": an outlet without a place.
        return outlet
            .filter(|_| !colon)
            .map(|outlet| Dateline { place: None, outlet: Some(outlet.to_owned()) });
    }
    let credible = if colon {
        shouted && (is_city(first) || witnessed) || witnessed && is_city(first)
    } else {
        witnessed || shouted || is_city(first)
    };
    let end = rest.last().map_or(0, |last| last.as_ptr() as usize - places.as_ptr() as usize + last.len());
    let start = first.as_ptr() as usize - places.as_ptr() as usize;
    let kept = rest.iter().skip(1).all(|part| is_region(part) || agency.is_some());
    let place = if kept { places.get(start..end)? } else { first };
    credible.then(|| Dateline { place: Some(place.trim().to_owned()), outlet: outlet.map(str::to_owned) })
}

/// "LONDON, April 3 (Reuters)" gives "LONDON, April 3" and "Reuters".
fn split_agency(head: &str) -> (&str, Option<&str>) {
    match head.rsplit_once('(') {
        Some((places, agency)) if !agency.trim_end_matches([')', '/', ' ']).contains(')') => {
            (places.trim(), Some(agency.trim_end_matches([')', '/', ' ']).trim()))
        }
        _ => (head, None),
    }
}

/// Of "Jakarta, Suara Kita" and "BERITAKITA, Jakarta" the part that is no
/// place is the outlet.
fn unknown_outlet<'a>(parts: &mut Vec<&'a str>, outlets: &mut Vec<&'a str>) {
    let known: Vec<bool> = parts.iter().map(|part| is_city(part) || is_region(part)).collect();
    match known.as_slice() {
        [true, false] => outlets.extend(parts.pop()),
        [false, true] if parts.get(1).is_some_and(|part| is_city(part) && !is_wide(part)) => {
            outlets.push(parts.remove(0));
        }
        [false, false] => {
            let shouted = parts.iter().all(|part| !part.chars().any(char::is_lowercase));
            if shouted {
                outlets.extend(parts.pop());
            }
        }
        _ => {}
    }
}

fn is_city(part: &str) -> bool {
    WORDS.places.cities.contains(&key(part))
}

fn is_region(part: &str) -> bool {
    WORDS.places.regions.contains(&key(part)) || is_city(part)
}

/// Whether a place is one that others lie in.
fn is_wide(part: &str) -> bool {
    WORDS.places.regions.contains(&key(part))
}

fn is_date(part: &str) -> bool {
    let words = key(part);
    let month = words.split(' ').any(|word| WORDS.month(word).is_some());
    (month || WORDS.weekdays.names.contains(&words)) && words.split(' ').count() <= 4
        || words.split(' ').all(|word| word.chars().all(|c| c.is_ascii_digit()))
}

/// Letters only, each word with a capital.
fn is_place_like(part: &str) -> bool {
    let words = part.split_whitespace().count();
    (1..=4).contains(&words)
        && part.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '/'))
        && part
            .split_whitespace()
            .all(|word| capital(word) || matches!(word, "of" | "de" | "dan" | "la" | "di" | "and" | "the"))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn places_of_many_outlets() {
        for (line, place) in [
            ("VLADIVOSTOK, KOMPAS.com - Presiden itu tiba kemarin pagi.", Some("VLADIVOSTOK")),
            ("JAKARTA, KOMPAS — Presiden itu tiba kemarin pagi.", Some("JAKARTA")),
            ("JAKARTA – Presiden itu tiba kemarin pagi.", Some("JAKARTA")),
            ("WASHINGTON (AP) — The president came early this morning.", Some("WASHINGTON")),
            ("KYIV, Ukraine (AP) — The president came early this morning.", Some("KYIV, Ukraine")),
            ("LONDON, April 3 (Reuters) - The president came early.", Some("LONDON")),
            ("TEMPO.CO, Jakarta - Presiden itu tiba kemarin pagi.", Some("Jakarta")),
            ("Jakarta, CNN Indonesia -- Presiden itu tiba kemarin pagi.", Some("Jakarta")),
            ("Liputan6.com, Jakarta - Presiden itu tiba kemarin pagi.", Some("Jakarta")),
            ("Jakarta (ANTARA) - Presiden itu tiba kemarin pagi.", Some("Jakarta")),
            ("REPUBLIKA.CO.ID, JAKARTA -- Presiden itu tiba kemarin.", Some("JAKARTA")),
            ("Jakarta - Presiden itu tiba kemarin pagi.", Some("Jakarta")),
            ("NEW DELHI: The president came early this morning.", Some("NEW DELHI")),
            ("BERITAKITA, Surabaya - Presiden itu tiba kemarin pagi.", Some("Surabaya")),
            ("Merdeka.com - Presiden itu tiba kemarin pagi.", None),
        ] {
            let found = find(line).unwrap_or_else(|| panic!("no dateline: {line}"));
            assert_eq!(found.place.as_deref(), place, "{line}");
        }
        for line in [
            "Putin – who came early – left again before the night.",
            "\"Jakarta - kota itu - macet,\" katanya dalam rapat.",
            "Baca juga: Presiden Itu Tiba Kemarin Pagi di Sana",
            "Presiden: Kami tidak akan mundur dari sana.",
            "The well-known man came early this morning.",
        ] {
            assert_eq!(find(line), None, "{line}");
        }
    }
}
