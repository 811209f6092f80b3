//! The line under the headline: what is known of the article.

use jiff::civil;

use crate::gui::theme::icon;
use crate::gui::words::{self, tr};
use crate::model::{Article, RegionKind};

/// Whether there is anything to say.
pub(super) fn is_known(article: &Article) -> bool {
    article.metadata.publisher.is_some() || article.metadata.published_at.is_some()
}

/// Outlet, date, place and length, as one line.
pub(super) fn line(article: &Article) -> String {
    let metadata = &article.metadata;
    let place = article.dateline().map(place).filter(|place| !place.is_empty());
    let length = tr!("words-words", number = length(article));
    [metadata.publisher.clone(), metadata.published_at.as_deref().map(readable), place, Some(length)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        // A line may break behind the dot, and nowhere else around it.
        .join(&format!("\u{a0}\u{a0}{}\u{a0} ", icon::DOT))
}

/// A dateline's place, without the outlet and the dash that follow it.
fn place(dateline: &str) -> String {
    let place = dateline.split(&[',', '(', '-', '–', '—'][..]).next().unwrap_or("").trim();
    if place.chars().any(char::is_lowercase) {
        return place.to_owned();
    }
    let capitalised = |word: &str| {
        let mut chars = word.chars();
        let first = chars.next().into_iter().flat_map(char::to_uppercase);
        first.chain(chars.flat_map(char::to_lowercase)).collect::<String>()
    };
    place.split(' ').map(capitalised).collect::<Vec<_>>().join(" ")
}

/// An ISO 8601 date or time as people write it; as it stands where it is
/// neither.
fn readable(iso: &str) -> String {
    if iso.contains('T')
        && let Ok(time) = iso.trim_end_matches('Z').parse::<civil::DateTime>()
    {
        return format!("{}, {}", words::long_date(time.date()), time.strftime("%H:%M"));
    }
    iso.parse::<civil::Date>().map_or_else(|_| iso.to_owned(), words::long_date)
}

/// Words of the article's own paragraphs.
fn length(article: &Article) -> usize {
    let count =
        |words: &str| words.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    let mut body = article.regions_of(RegionKind::Body).peekable();
    if body.peek().is_none() {
        return count(article.text.as_str());
    }
    body.filter_map(|span| article.text.slice(span)).map(count).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        assert_eq!(readable("2019-04-25T12:17+07:00"), "25 April 2019, 12:17");
        assert_eq!(readable("2019-04-25T12:17:00Z"), "25 April 2019, 12:17");
        assert_eq!(readable("2019-04-25"), "25 April 2019");
        assert_eq!(readable("last spring"), "last spring");
    }

    #[test]
    fn a_place_loses_its_capitals_and_its_outlet() {
        assert_eq!(place("VLADIVOSTOK, KOMPAS.com - "), "Vladivostok");
        assert_eq!(place("NEW YORK (AP) —"), "New York");
        assert_eq!(place("Jakarta -"), "Jakarta");
    }
}
