//! Random documents, with whatever makes positions hard.

use kutip::model::{Piece, QuoteType, Span, SpeakerKind, Stage, Text};
use proptest::prelude::*;
use serde_json::json;

use crate::common::Builder;

/// Texts of what makes positions hard: letters beyond the BMP, combining
/// marks, right-to-left letters, lines.
pub fn text() -> impl Strategy<Value = String> {
    let point = prop::sample::select(vec![
        'a', 'B', ' ', '\n', '“', '”', '"', '😀', '\u{301}', 'ש', '\u{200f}', '한', '\\', '\u{2028}',
        '\u{7f}',
    ]);
    prop::collection::vec(point, 1..60)
        .prop_map(|points| format!("x{}", points.into_iter().collect::<String>()))
}

fn picked(text: &Text, at: &[(usize, usize)]) -> Vec<Piece> {
    let mut spans: Vec<Span> = at
        .iter()
        .map(|(start, len)| Span::new(start % text.len(), (start % text.len() + len).min(text.len())))
        .collect();
    spans.sort_unstable();
    let mut pieces: Vec<Piece> = Vec::new();
    for span in spans {
        if pieces.last().is_none_or(|last| last.end <= span.start) {
            pieces.extend(text.piece(span));
        }
    }
    pieces
}

type Part = Vec<(usize, usize)>;

fn part(least: usize) -> impl Strategy<Value = Part> {
    prop::collection::vec((0..80_usize, 1..9_usize), least..4)
}

#[derive(Debug, Clone)]
struct Random {
    who: usize,
    content: Part,
    cue: Part,
    source: Part,
    quote_type: usize,
    speakers: Vec<usize>,
    parent: Option<usize>,
    claim: Option<String>,
    note: Option<String>,
    number: f64,
    microsecond: i64,
}

fn random_quote() -> impl Strategy<Value = Random> {
    let links = (prop::collection::vec(0..3_usize, 0..3), prop::option::of(0..5_usize));
    let words = (prop::option::of(any::<String>()), prop::option::of(any::<String>()));
    let numbers = (prop::num::f64::NORMAL | prop::num::f64::ZERO, 0..4_000_000_000_000_000_i64);
    ((0..3_usize, 0..6_usize), (part(1), part(0), part(0)), links, words, numbers).prop_map(
        |(
            (who, quote_type),
            (content, cue, source),
            (speakers, parent),
            (claim, note),
            (number, microsecond),
        )| {
            Random {
                who,
                content,
                cue,
                source,
                quote_type,
                speakers,
                parent,
                claim,
                note,
                number,
                microsecond,
            }
        },
    )
}

pub fn random_document() -> impl Strategy<Value = Builder> {
    (text(), prop::collection::vec(random_quote(), 0..6)).prop_map(|(text, quotes)| {
        let mut built = Builder::new(&text);
        let annotators = ["Ani", "Budi", "C."];
        let speakers: Vec<_> =
            ["Kim", "Kim", "TMT"].iter().map(|name| built.speaker(name, SpeakerKind::Group)).collect();
        for (name, stage) in annotators.iter().zip(Stage::ALL) {
            built.layer(name, *stage);
        }
        let mut made: Vec<kutip::model::QuoteId> = Vec::new();
        let text = built.document.article.text.clone();
        for random in quotes {
            let id = built.quote(annotators[random.who], &[], |quote| {
                quote.content = picked(&text, &random.content);
                quote.cue = picked(&text, &random.cue);
                quote.source = picked(&text, &random.source);
                quote.quote_type = QuoteType::ALL[random.quote_type];
                quote.parent = random.parent.and_then(|at| made.get(at).copied());
                quote.note = random.note;
                for at in random.speakers {
                    if !quote.speakers.contains(&speakers[at]) {
                        quote.speakers.push(speakers[at]);
                    }
                }
                quote.attributes.insert("n".to_owned(), json!(random.number));
                quote.stamp.created_at = jiff::Timestamp::from_microsecond(random.microsecond).unwrap();
            });
            if let Some(statement) = random.claim {
                built.claim(annotators[random.who], &[], |claim| {
                    claim.quote = Some(id);
                    claim.statement = Some(statement);
                });
            }
            made.push(id);
        }
        built
    })
}

impl std::fmt::Debug for Builder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:#?}\n{}", self.document, self.document.article.text.as_str())
    }
}
