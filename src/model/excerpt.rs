//! The place of a text where words that were searched for stand, cut out
//! with what is around it.

use std::ops::Range;

use super::text::folded;

/// Some words of a text in their surroundings, on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    pub words: String,
    /// Which of the words were searched for: ranges of bytes, in order.
    pub hits: Vec<Range<usize>>,
}

/// What is searched for: whole words and, at the end, one that may be only
/// begun. Case and diacritics count for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    words: Vec<String>,
}

impl Wanted {
    /// Reads what a person typed; none without a word.
    #[must_use]
    pub fn new(typed: &str) -> Option<Self> {
        let words: Vec<String> = words(typed).map(|range| part(typed, range).collect()).collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// The place in this list of a word that is wanted.
    fn place(&self, word: &str) -> Option<usize> {
        let last = self.words.len() - 1;
        self.words.iter().enumerate().position(|(place, wanted)| {
            let mut left = folded(word);
            wanted.chars().all(|c| left.next() == Some(c)) && (place == last || left.next().is_none())
        })
    }

    /// Every place of the text where one of the words stands.
    fn hits(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        let found = words(text).filter_map(|range| {
            let place = self.place(text.get(range.clone())?)?;
            Some((range, place))
        });
        found.collect()
    }

    /// The ranges of bytes where the words stand in a title.
    #[must_use]
    pub fn hits_in(&self, title: &str) -> Vec<Range<usize>> {
        self.hits(title).into_iter().map(|(range, _)| range).collect()
    }

    /// Cuts about `length` characters out of a text, where most of the words
    /// stand together first; from its beginning where none of them does.
    #[must_use]
    pub fn excerpt(&self, text: &str, length: usize) -> Excerpt {
        let hits = self.hits(text);
        let start = densest(&hits, length).map_or(0, |at| begin(text, at, length / 3));
        let end =
            text.get(start..).and_then(|rest| rest.char_indices().nth(length)).map(|(at, _)| start + at);
        let end = end.map_or(text.len(), |end| finish(text, end));
        cut(text, start..end, &hits)
    }
}

/// Where the first of the hits stands that lie closest together, counting
/// each word once.
fn densest(hits: &[(Range<usize>, usize)], length: usize) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (at, (first, _)) in hits.iter().enumerate() {
        let near = hits.iter().skip(at).take_while(|(range, _)| range.end <= first.start + length * 2 / 3);
        let mut places: Vec<usize> = near.map(|(_, place)| *place).collect();
        places.sort_unstable();
        places.dedup();
        if best.is_none_or(|(number, _)| places.len() > number) {
            best = Some((places.len(), first.start));
        }
    }
    best.map(|(_, start)| start)
}

/// The beginning of a word at most so many characters before a place.
fn begin(text: &str, at: usize, before: usize) -> usize {
    let Some(head) = text.get(..at) else { return 0 };
    let back = head.char_indices().rev().nth(before).map_or(0, |(place, _)| place);
    if back == 0 {
        return 0;
    }
    let space = head.get(back..).and_then(|rest| rest.find(char::is_whitespace));
    space.map_or(at, |space| back + space + 1).min(at)
}

/// The end of the word that stands there.
fn finish(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let more = rest.find(char::is_whitespace).unwrap_or(rest.len());
    if more < 24 { at + more } else { at }
}

/// The stretch on one line, with an ellipsis where more of the text stands.
fn cut(text: &str, range: Range<usize>, hits: &[(Range<usize>, usize)]) -> Excerpt {
    let mut excerpt = Excerpt { words: String::new(), hits: Vec::new() };
    if range.start > 0 {
        excerpt.words.push('…');
    }
    let mut at = range.start;
    let near = hits.iter().filter(|(hit, _)| hit.start >= range.start && hit.end <= range.end);
    for (hit, _) in near {
        on_one_line(&mut excerpt.words, text.get(at..hit.start).unwrap_or_default());
        let from = excerpt.words.len();
        excerpt.words.push_str(text.get(hit.clone()).unwrap_or_default());
        excerpt.hits.push(from..excerpt.words.len());
        at = hit.end;
    }
    on_one_line(&mut excerpt.words, text.get(at..range.end).unwrap_or_default());
    excerpt.words.truncate(excerpt.words.trim_end().len());
    if range.end < text.trim_end().len() {
        excerpt.words.push('…');
    }
    excerpt
}

/// Appends words with one space where there was any white space.
fn on_one_line(line: &mut String, words: &str) {
    for c in words.chars() {
        if !c.is_whitespace() {
            line.push(c);
        } else if !line.is_empty() && !line.ends_with([' ', '…']) {
            line.push(' ');
        }
    }
}

fn part(text: &str, range: Range<usize>) -> impl Iterator<Item = char> {
    folded(text.get(range).unwrap_or_default())
}

/// The runs of letters and digits, as the full-text index takes them, as
/// ranges of bytes.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_part = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = chars.find(|(_, c)| is_part(*c))?;
        let mut end = text.len();
        while let Some((at, c)) = chars.peek() {
            if !is_part(*c) {
                end = *at;
                break;
            }
            chars.next();
        }
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hits are shown in brackets.
    fn shown(typed: &str, text: &str, length: usize) -> String {
        let Excerpt { mut words, hits } = Wanted::new(typed).unwrap().excerpt(text, length);
        for hit in hits.into_iter().rev() {
            words.insert(hit.end, ']');
            words.insert(hit.start, '[');
        }
        words
    }

    #[test]
    fn words_are_shown_in_their_surroundings() {
        let text = "One two three four five six seven eight nine ten eleven\ntwelve café Über thirteen fourteen fifteen";
        let check = |typed: &str, length, expected: &str| {
            assert_eq!(shown(typed, text, length), expected, "{typed:?}");
        };
        check("cafe", 24, "…twelve [café] Über thirteen…");
        check("uber", 24, "…café [Über] thirteen fourteen…");
        check("thir", 24, "…Über [thirteen] fourteen fifteen");
        check("one", 24, "[One] two three four five six…");
        check("cafe thir", 40, "…twelve [café] Über [thirteen] fourteen fifteen");
        check("thr five", 300, &text.replace('\n', " ").replace("five", "[five]"));
        check("nothing", 20, "One two three four five…");
    }

    #[test]
    fn where_most_words_stand_together_is_shown() {
        let text = format!("beta gamma. {} alpha and beta.", "word ".repeat(40));
        assert!(
            shown("alpha beta", &text, 60).ends_with("[alpha] and [beta]."),
            "{}",
            shown("alpha beta", &text, 60)
        );
    }

    #[test]
    fn nothing_typed_is_nothing_wanted() {
        assert_eq!(Wanted::new(" -- "), None);
        assert_eq!(Wanted::new("").map(|wanted| wanted.words), None);
    }
}
