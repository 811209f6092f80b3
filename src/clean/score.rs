//! How much each block looks like a paragraph of an article, and the stretch
//! of the page where paragraphs outweigh the rest.

use std::collections::HashMap;
use std::ops::Range;

use super::block::{Block, Hint, ends_sentence};
use super::publication::{self, Stamp};
use super::related::{Related, related};
use super::words::{WORDS, key};
use super::{attribution, dateline};

/// What is seen of one block.
#[allow(clippy::struct_excessive_bools, reason = "independent signs, not states")]
#[derive(Debug, Clone, Default)]
pub struct Traits {
    pub key: String,
    pub words: usize,
    pub ends: bool,
    /// A sentence, or too long for a title.
    pub prose: bool,
    pub clutter: bool,
    pub inline: bool,
    pub end_mark: bool,
    pub related: Option<Related>,
    pub stamp: Option<Stamp>,
    /// How many blocks of the page say the same.
    pub same: usize,
    /// How many of them come before.
    pub nth: usize,
    /// An entry of a list.
    pub item: bool,
    pub dateline: bool,
    /// Names who wrote, edited or helped.
    pub credits: bool,
    pub chrome: bool,
    /// Readability leaves it out.
    pub outside: bool,
    pub weight: f32,
}

impl Traits {
    /// Says of itself that it is no part of the article.
    pub fn signals(&self) -> bool {
        self.clutter
            || self.end_mark
            || self.chrome
            || self.stamp.is_some()
            || self.related == Some(Related::Bare)
            || (self.same > 1 && !self.prose)
    }

    /// Writers' letters, "(abc/def)", which end one page of several.
    pub fn is_code(&self) -> bool {
        self.credits && self.words <= 2
    }

    /// Few words that end like a title.
    pub fn titled(&self) -> bool {
        !self.prose
            && !self.signals()
            && !self.inline
            && !self.item
            && !self.credits
            && self.related.is_none()
    }
}

/// Looks at every block.
pub fn traits(blocks: &[Block]) -> Vec<Traits> {
    let mut all: Vec<Traits> = blocks.iter().map(look).collect();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for traits in &mut all {
        let count = counts.entry(traits.key.clone()).or_default();
        traits.nth = *count;
        *count += 1;
    }
    for traits in &mut all {
        traits.same = counts.get(&traits.key).copied().unwrap_or(1);
    }
    for (traits, block) in all.iter_mut().zip(blocks) {
        traits.weight = weight(traits, block);
    }
    all
}

fn look(block: &Block) -> Traits {
    let words = &block.words;
    let key = key(words);
    let count = words.split_whitespace().count();
    let ends = ends_sentence(words);
    let prose = (ends && count >= 3) || count >= 22 || (ends && words.starts_with(['"', '“', '”']));
    // Rules of dashes or stars stand between parts of an article too.
    let inline = count <= 60 && (WORDS.inline.hold(&key, ends) || key.is_empty() || is_page_number(&key));
    let end_mark = count <= 12 && !inline && WORDS.end.hold(&key, ends && count > 3);
    let clutter = !inline && (WORDS.clutter.hold(&key, ends));
    let related = related(words).filter(|_| !inline).map(|form| if end_mark { Related::Bare } else { form });
    let stamp = publication::read(words).filter(|stamp| !ends || stamp.when.is_some());
    let item = block.hint == Hint::Item && block.linked < 0.5 || is_item(words);
    let alone = dateline::alone(words).is_some();
    let prose = prose || alone;
    let dateline = alone || prose && count >= 6 && dateline::find(words).is_some();
    let credits = attribution::byline(words).is_some() || attribution::is_note(words);
    Traits {
        words: count,
        ends,
        prose,
        clutter,
        inline,
        end_mark,
        related,
        stamp,
        item,
        dateline,
        credits,
        chrome: block.hint == Hint::Chrome,
        outside: block.article == Some(false),
        key,
        ..Traits::default()
    }
}

/// "2 dari 3 halaman", "Page 2 of 3".
fn is_page_number(key: &str) -> bool {
    let words: Vec<&str> =
        key.split(' ').filter(|word| !matches!(*word, "halaman" | "page" | "pages")).collect();
    let number = |word: &str| word.len() <= 2 && word.chars().all(|c| c.is_ascii_digit());
    matches!(words.as_slice(), [a, "dari" | "of", b] if number(a) && number(b))
}

/// "1. …", "- …", "• …", "a) …".
fn is_item(words: &str) -> bool {
    let Some((first, rest)) = words.split_once(char::is_whitespace) else { return false };
    let bullet = matches!(first, "-" | "*" | "•" | "–" | "—" | "+" | "·" | "▪" | "●");
    let mark = first.strip_suffix(['.', ')']).is_some_and(|number| {
        number.len() <= 2
            && !number.is_empty()
            && (number.chars().all(|c| c.is_ascii_digit()) || number.chars().all(|c| c.is_ascii_lowercase()))
    });
    (bullet || mark) && !rest.trim().is_empty()
}

fn weight(traits: &Traits, block: &Block) -> f32 {
    let markup = match block.article {
        Some(true) => 0.5,
        Some(false) => -1.5,
        None => 0.0,
    } - if block.linked > 0.6 { 2.0 } else { 0.0 };
    let own = if traits.chrome {
        -4.0
    } else if traits.end_mark {
        if traits.related.is_some() { -4.0 } else { -6.0 }
    } else if traits.clutter {
        -3.0
    } else if traits.inline {
        return -0.2;
    } else if let Some(form) = traits.related {
        return if form == Related::Titled { -0.3 } else { -1.5 };
    } else if traits.stamp.is_some() {
        -1.5
    } else if traits.same > 1 {
        if traits.prose && traits.nth == 0 { 0.0 } else { -2.0 }
    } else if traits.credits {
        -0.3
    } else if traits.dateline {
        3.0 + prose_weight(traits)
    } else if traits.prose {
        prose_weight(traits)
    } else if traits.item {
        -0.1
    } else if matches!(block.hint, Hint::Caption | Hint::Credit) {
        return -0.2;
    } else if matches!(block.hint, Hint::Heading(_)) && block.article == Some(true) {
        return -0.3;
    } else if traits.words <= 3 {
        -1.0
    } else {
        -0.8
    };
    own + markup
}

fn prose_weight(traits: &Traits) -> f32 {
    (traits.words as f32 / 10.0).clamp(0.4, 4.0) * if traits.ends { 1.0 } else { 0.6 }
}

/// The stretch of blocks whose weights sum highest; none where no block
/// weighs anything.
pub fn run(traits: &[Traits]) -> Option<Range<usize>> {
    let (mut best, mut best_sum) = (None, 0.0_f32);
    let (mut start, mut sum) = (0, 0.0_f32);
    for (at, traits) in traits.iter().enumerate() {
        if sum <= 0.0 {
            (start, sum) = (at, 0.0);
        }
        sum += traits.weight;
        if sum > best_sum {
            (best, best_sum) = (Some(start..at + 1), sum);
        }
    }
    best
}

/// The stretch with the paragraphs right below it that only a subheading or
/// two, links and advertisements part from it.
pub fn grown(traits: &[Traits], run: Range<usize>) -> Range<usize> {
    let mut end = run.end;
    let mut titles = 0;
    for (at, traits) in traits.iter().enumerate().skip(run.end) {
        let passed =
            traits.inline || traits.related == Some(Related::Titled) || traits.item || traits.is_code();
        let paragraph = traits.prose && !traits.signals() && !traits.outside && !traits.credits;
        if paragraph {
            (end, titles) = (at + 1, 0);
        } else if traits.titled() && !traits.outside && titles < 2
            || traits.related.is_some() && !traits.end_mark
        {
            titles += usize::from(traits.related.is_none());
        } else if !passed {
            break;
        }
    }
    run.start..end
}

/// Whether the stretch is an article with other things around it, and not a
/// poem or a list of which a few lines happen to end as sentences do.
pub fn stands_out(traits: &[Traits], run: &Range<usize>) -> bool {
    let inside = traits.get(run.clone()).unwrap_or_default();
    let prose: Vec<usize> = inside.iter().filter(|t| t.prose && !t.signals()).map(|t| t.words).collect();
    let words: usize = prose.iter().sum();
    let others: usize = traits.iter().filter(|t| t.titled()).map(|t| t.words).sum::<usize>();
    let signals = traits.iter().filter(|t| t.signals()).count();
    let enough = prose.len() >= 2 && words >= 40 || words >= 60;
    enough && (words * 10 >= others * 6 || signals >= 3)
}
