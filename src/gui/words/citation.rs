//! Words with who said them where and when.

use crate::model::Metadata;

/// “So we listened.” — Helena Marsh, The Harbour Courier, 2 October 2023,
/// https://…
#[must_use]
pub fn citation<'a>(pieces: &[&str], speakers: impl Iterator<Item = &'a str>, metadata: &Metadata) -> String {
    let date = metadata.published_at.as_deref().map(|iso| {
        let date = iso.get(..10).and_then(|date| date.parse().ok());
        date.map_or_else(|| iso.to_owned(), super::long_date)
    });
    let known = [metadata.publisher.clone(), date, metadata.url.clone()].into_iter().flatten();
    let whence = speakers.map(str::to_owned).chain(known).collect::<Vec<_>>().join(", ");
    let words = pieces.iter().map(|piece| inside(piece)).collect::<Vec<_>>().join(" … ");
    if whence.is_empty() { format!("“{words}”") } else { format!("“{words}” — {whence}") }
}

/// Words as they stand within quotation marks: on one line, without marks of
/// their own around them, with single ones inside.
fn inside(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_mark = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
    let bare = words.strip_prefix(is_mark).and_then(|rest| rest.strip_suffix(is_mark));
    let bare = bare.filter(|bare| !bare.contains(is_mark)).unwrap_or(&words);
    let single = |c: char| match c {
        '"' => '\'',
        '“' | '„' | '«' => '‘',
        '”' | '»' => '’',
        other => other,
    };
    bare.chars().map(single).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_has_what_is_known() {
        let known = Metadata {
            publisher: Some("Kompas.com".to_owned()),
            published_at: Some("2019-04-25T12:17:00+07:00".to_owned()),
            url: Some("https://example.org/a".to_owned()),
            ..Metadata::default()
        };
        let check = |pieces: &[&str], speakers: &[&str], metadata: &Metadata, expected: &str| {
            assert_eq!(citation(pieces, speakers.iter().copied(), metadata), expected);
        };
        check(
            &["\"Saya percaya,\""],
            &["Vladimir Putin"],
            &known,
            "“Saya percaya,” — Vladimir Putin, Kompas.com, 25 April 2019, https://example.org/a",
        );
        check(&["two\n lines"], &[], &Metadata::default(), "“two lines”");
        check(&["“a”", "“b”"], &["A", "B"], &Metadata::default(), "“a … b” — A, B");
        check(&["he was “sure” of it"], &["A"], &Metadata::default(), "“he was ‘sure’ of it” — A");
    }
}
