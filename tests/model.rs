//! Positions and sets of them: what holds for every text and every span.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use kutip::edit::inferred_type;
use kutip::model::{Piece, QuoteType, Span, Text, fold, folds_to, spans};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation as _;

type Set = BTreeSet<usize>;

fn set(spans: &[Span]) -> Set {
    spans.iter().flat_map(|span| span.start..span.end).collect()
}

fn is_normal(spans: &[Span]) -> bool {
    spans.iter().all(|span| span.start < span.end) && spans.windows(2).all(|two| two[0].end < two[1].start)
}

fn any_spans() -> impl Strategy<Value = Vec<Span>> {
    prop::collection::vec(
        (0..40_usize, 0..12_usize).prop_map(|(start, len)| Span::new(start, start + len)),
        0..8,
    )
}

/// What articles are made of, and what trips up positions: several scripts,
/// combining marks, joined emoji, flags, Hangul as jamo, invisible joiners.
fn any_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "[a-zA-Z]{1,6}",
        3 => Just(" ".to_owned()),
        1 => Just("\n".to_owned()),
        1 => Just(". ".to_owned()),
        2 => prop::sample::select(vec![
            "é", "e\u{301}", "a\u{308}\u{323}", "ß", "𝒮", "𐍈", "한국", "\u{1112}\u{1161}\u{11ab}", "日本語",
            "👩‍👩‍👧", "👍🏽", "🇮🇩🇬🇧", "🇮", "1\u{fe0f}\u{20e3}", "क्‍ष", "می\u{200c}خواهم", "\u{600}1", "\u{301}", "\u{200d}",
            "“", "”", "‘It’s’", "–", "…", "\"", "\u{a0}", "\u{2028}", "\0",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_filter("line ends are LF in articles", |c| *c != '\r').prop_map(String::from),
    ];
    prop::collection::vec(part, 0..60).prop_map(|parts| parts.concat())
}

fn text_and_positions() -> impl Strategy<Value = (Text, usize, usize)> {
    any_text().prop_flat_map(|text| {
        let text = Text::new(text);
        let len = text.len();
        (Just(text), 0..=len, 0..=len)
    })
}

proptest! {
    #[test]
    fn sets_of_spans_behave_as_sets_of_positions(a in any_spans(), b in any_spans()) {
        let normal = spans::normal(a.iter().copied());
        prop_assert!(is_normal(&normal));
        prop_assert_eq!(set(&normal), set(&a));
        let operations: [(Vec<Span>, Set); 3] = [
            (spans::union(&a, &b), &set(&a) | &set(&b)),
            (spans::intersection(&a, &b), &set(&a) & &set(&b)),
            (spans::difference(&a, &b), &set(&a) - &set(&b)),
        ];
        for (result, expected) in operations {
            prop_assert!(is_normal(&result), "{:?}", result);
            prop_assert_eq!(set(&result), expected);
        }
        prop_assert_eq!(spans::len(&a), set(&a).len());
        prop_assert_eq!(spans::overlap(&a, &b), !set(&a).is_disjoint(&set(&b)));
        let hull = set(&a).first().zip(set(&a).last()).map(|(first, last)| Span::new(*first, *last + 1));
        prop_assert_eq!(spans::hull(&a), hull);
    }

    #[test]
    fn spans_behave_as_sets(a in (0..20_usize, 0..20_usize), b in (0..20_usize, 0..20_usize)) {
        let (a, b) = (Span::between(a.0, a.1), Span::between(b.0, b.1));
        let shared = &set(&[a]) & &set(&[b]);
        prop_assert_eq!(a.overlaps(b), !shared.is_empty());
        prop_assert_eq!(set(a.intersection(b).as_slice()), shared);
        prop_assert_eq!(a.len(), set(&[a]).len());
        prop_assert_eq!(a.is_empty(), set(&[a]).is_empty());
        prop_assert!(a.hull(b).covers(a) && a.hull(b).covers(b));
        prop_assert!((0..20).all(|at| a.contains(at) == set(&[a]).contains(&at)));
    }

    #[test]
    fn positions_come_back_from_every_unit((text, position, _) in text_and_positions()) {
        let (byte, utf16) = (text.byte_of(position).unwrap(), text.utf16_of(position).unwrap());
        prop_assert_eq!(text.position_of(byte), Some(position));
        prop_assert_eq!(text.position_of_utf16(utf16), Some(position));
        let before: String = text.as_str().chars().take(position).collect();
        prop_assert_eq!(byte, before.len());
        prop_assert_eq!(utf16, before.encode_utf16().count());
        prop_assert_eq!(text.char_at(position), text.as_str().chars().nth(position));
    }

    #[test]
    fn what_is_no_position_is_none(text in any_text()) {
        let string = text.clone();
        let text = Text::new(text);
        prop_assert_eq!(text.len(), string.chars().count());
        prop_assert_eq!(text.byte_of(text.len() + 1), None);
        prop_assert_eq!(text.utf16_of(text.len() + 1), None);
        for byte in 0..=string.len() + 1 {
            prop_assert_eq!(text.position_of(byte).is_some(), string.is_char_boundary(byte));
        }
        let whole = string.encode_utf16().count();
        let places: Set = (0..=text.len()).map(|at| text.utf16_of(at).unwrap()).collect();
        for utf16 in 0..=whole + 1 {
            prop_assert_eq!(text.position_of_utf16(utf16).is_some(), places.contains(&utf16));
        }
    }

    #[test]
    fn a_slice_is_its_characters((text, a, b) in text_and_positions()) {
        let span = Span::between(a, b);
        let expected: String = text.as_str().chars().skip(span.start).take(span.len()).collect();
        prop_assert_eq!(text.slice(span), Some(expected.as_str()));
        prop_assert_eq!(text.piece(span).map(|piece| piece.text), (!span.is_empty()).then_some(expected));
        prop_assert_eq!(text.slice(Span::new(span.start, text.len() + 1)), None);
    }

    #[test]
    fn grapheme_steps_walk_the_boundaries((text, position, _) in text_and_positions()) {
        let boundaries: Set = text.as_str().grapheme_indices(true).map(|(byte, _)| text.position_of(byte).unwrap())
            .chain([text.len()]).collect();
        prop_assert_eq!(text.is_grapheme_boundary(position), boundaries.contains(&position));
        let next = boundaries.range(position + 1..).next().copied().unwrap_or(text.len());
        let previous = boundaries.range(..position).next_back().copied().unwrap_or(0);
        prop_assert_eq!(text.next_grapheme(position), next);
        prop_assert_eq!(text.previous_grapheme(position), previous);
    }

    #[test]
    fn snapping_covers_and_stays((text, a, b) in text_and_positions()) {
        let span = Span::between(a, b);
        let snapped = text.snapped(span);
        prop_assert!(snapped.covers(span));
        prop_assert!(text.is_grapheme_boundary(snapped.start) && text.is_grapheme_boundary(snapped.end));
        prop_assert_eq!(text.snapped(snapped), snapped);
        prop_assert_eq!(text.snapped(Span::new(0, usize::MAX)), text.span());
    }

    #[test]
    fn word_steps_advance_by_whole_graphemes((text, position, _) in text_and_positions()) {
        let (next, previous) = (text.next_word(position), text.previous_word(position));
        prop_assert!(next > position || position == text.len());
        prop_assert!(previous < position || position == 0);
        prop_assert!(next <= text.len());
        if text.is_grapheme_boundary(position) {
            prop_assert!(text.is_grapheme_boundary(next) && text.is_grapheme_boundary(previous));
        }
        prop_assert_eq!(text.next_word(text.len() + 7), text.len());
        prop_assert!(text.previous_word(text.len() + 7) <= text.len());
    }

    #[test]
    fn what_is_around_a_position_contains_it((text, position, _) in text_and_positions()) {
        let around = |span: Span| span.start <= position && position <= span.end;
        let (line, word, sentence) = (text.line_at(position), text.word_at(position), text.sentence_at(position));
        prop_assert!(around(line) && around(word));
        prop_assert!(line.covers(word) && line.covers(sentence));
        prop_assert!(!text.slice(line).unwrap().contains('\n'));
        prop_assert!(text.lines().contains(&line));
        let spaces = text.slice(Span::between(sentence.end, position)).unwrap();
        prop_assert!(around(sentence) || (sentence.end < position && spaces.trim().is_empty()));
    }

    #[test]
    fn lines_are_the_text_without_line_feeds(text in any_text()) {
        let text = Text::new(text);
        let lines: Vec<&str> = text.lines().into_iter().map(|line| text.slice(line).unwrap()).collect();
        prop_assert_eq!(lines.join("\n"), text.as_str());
    }

    #[test]
    fn folding_is_done_once(text in any_text()) {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
        prop_assert!(folds_to(&text, &fold(&text)));
    }
}

#[test]
fn folding_forgets_case_and_diacritics() {
    for (a, b) in
        [("Café", "CAFE"), ("Zoë", "zoe\u{308}"), ("İstanbul", "istanbul"), ("ÅNGSTRÖM", "angstrom")]
    {
        assert_eq!(fold(a), fold(b), "{a} {b}");
    }
}

#[test]
fn the_marks_tell_the_type() {
    fn check(pieces: &[&str], expected: QuoteType) {
        let pieces: Vec<Piece> =
            pieces.iter().map(|text| Piece { start: 0, end: 1, text: (*text).to_owned() }).collect();
        assert_eq!(inferred_type(&pieces), expected, "{pieces:?}");
    }
    use QuoteType::{Direct, Indirect, Mixed};
    // Every kind of mark, straight, curly and of other languages.
    for direct in [
        "\"Saya percaya,\"",
        "“I will go.”",
        "„Ich gehe.“",
        "«Je pars»",
        "»Jeg går«",
        "”Jag går”",
        "‘I will go’",
        "'I will go'",
        "‚Ich gehe‘",
        "‹Je pars›",
        "「行きます」",
        "『行きます』",
        "  \"spaces around\" ",
        "‘It’s fine, the boys’ toys are’",
        "\"He said \"no\" to me\"",
        "“He said ‘no’ to me”",
        "“‘No’ is no answer”",
        "\"It's 5 o'clock\"",
        "\"a-\"",
    ] {
        check(&[direct], Direct);
    }
    check(&["\"I will go,\"", "\"tomorrow.\""], Direct);
    // Marks around a part only.
    for mixed in [
        "that it was \"a mistake\"",
        "“a mistake” it was",
        "„so“ sei es",
        "\"good\" and \"bad\"",
        "‘good’ and ‘bad’",
        "“good” and “bad”",
        "«bon» et «mauvais»",
    ] {
        check(&[mixed], Mixed);
    }
    check(&["\"I will go,\"", "that is tomorrow"], Mixed);
    // No marks, or only apostrophes, or a lone mark.
    for indirect in ["that he would go", "it’s o'clock", "the boys’ toys", "don't", "'", ""] {
        check(&[indirect], Indirect);
    }
    check(&["\""], Mixed);
    check(&[], Indirect);
}
