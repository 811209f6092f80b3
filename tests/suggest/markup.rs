//! Quotes as markup in a text: `{c …}` content, `{q …}` cue, `{s …}` source,
//! `{a …}` addressee, `{r …}` relay; a digit after the letter says of which
//! quote, where it is not the first.

use kutip::model::Span;

/// The parts of one quote.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    pub content: Vec<Span>,
    pub cue: Vec<Span>,
    pub source: Vec<Span>,
    pub addressee: Vec<Span>,
    pub relay: Vec<Span>,
}

/// A text without its markup.
#[derive(Debug)]
pub struct Marked {
    pub text: String,
    pub quotes: Vec<Parts>,
}

/// Takes the markup out of a text.
pub fn marked(source: &str) -> Marked {
    let mut text = String::new();
    let mut at = 0;
    let mut quotes: Vec<Parts> = Vec::new();
    let mut open: Vec<(char, usize, usize)> = Vec::new();
    let mut chars = source.chars();
    while let Some(c) = chars.next() {
        match c {
            '{' => {
                let role = chars.next().expect("a role");
                let next = chars.next().expect("a space or a number");
                let number = next.to_digit(10).map_or(1, |digit| {
                    chars.next();
                    digit as usize
                });
                open.push((role, number, at));
            }
            '}' => {
                let (role, number, start) = open.pop().expect("an open brace");
                if quotes.len() < number {
                    quotes.resize_with(number, Parts::default);
                }
                let parts = &mut quotes[number - 1];
                let spans = match role {
                    'c' => &mut parts.content,
                    'q' => &mut parts.cue,
                    's' => &mut parts.source,
                    'a' => &mut parts.addressee,
                    'r' => &mut parts.relay,
                    other => panic!("there is no role {other}"),
                };
                spans.push(Span::new(start, at));
                spans.sort();
            }
            c => {
                text.push(c);
                at += 1;
            }
        }
    }
    assert!(open.is_empty(), "a brace stays open in {source}");
    Marked { text, quotes }
}
