//! Work in hand on a page: its blocks, and what says which role each has.

use super::attribution;
use super::block::{Block, Hint};
use super::caption::{self, Caption};
use super::dateline;
use super::label::{Labels, Part};
use super::related::Related;
use super::score::Traits;
use super::words::WORDS;
use crate::model::RegionKind;

/// Work in hand: the blocks, what is seen of them, and their roles so far.
pub struct Desk<'a> {
    pub text: &'a str,
    pub blocks: &'a [Block],
    pub traits: Vec<Traits>,
    pub kinds: Vec<Option<RegionKind>>,
    pub captions: Vec<Option<Caption>>,
    /// Blocks that begin a region which goes on with the next block.
    pub joined: Vec<bool>,
    pub found: Labels,
}

impl Desk<'_> {
    pub fn set(&mut self, at: usize, kind: RegionKind) {
        if let Some(slot) = self.kinds.get_mut(at) {
            *slot = Some(kind);
        }
    }

    pub fn is_set(&self, at: usize) -> bool {
        self.kinds.get(at).is_none_or(Option::is_some)
    }

    pub fn words(&self, at: usize) -> &str {
        self.blocks.get(at).map_or("", |block| &block.words)
    }

    pub fn hint(&self, at: usize) -> Hint {
        self.blocks.get(at).map_or(Hint::None, |block| block.hint)
    }

    pub fn kind_in_run(&mut self, at: usize) -> Option<RegionKind> {
        if self.is_set(at) {
            return None;
        }
        if self.is_caption_again(at) {
            return Some(RegionKind::Boilerplate);
        }
        if self.label_caption(at, false) {
            return None;
        }
        let traits = self.traits.get(at)?;
        let hint = self.hint(at);
        let repeated = traits.same > 1 && traits.nth > 0 && traits.words <= 25 && !traits.prose;
        let headline = self.found.headline.and_then(|at| self.traits.get(at));
        let title_again = headline.is_some_and(|headline| headline.key == traits.key);
        let left_out = traits.outside
            && (!traits.prose || traits.words < 8)
            && !matches!(hint, Hint::Heading(_) | Hint::Item)
            || self.blocks.get(at).is_some_and(|block| block.linked > 0.8 && block.article == Some(false));
        if traits.clutter
            || self.tells_of_author(at)
            || traits.inline
            || traits.end_mark
            || traits.chrome
            || repeated
            || title_again
            || left_out
        {
            return Some(RegionKind::Boilerplate);
        }
        let linked = self.blocks.get(at).is_some_and(|block| block.linked > 0.8) && !traits.prose;
        if linked {
            let title = traits.words >= 4;
            return Some(if title { RegionKind::RelatedLink } else { RegionKind::Boilerplate });
        }
        if traits.stamp.is_some() && !traits.prose {
            return Some(RegionKind::Boilerplate);
        }
        if (!traits.prose || hint == Hint::Byline) && self.label_byline(at) {
            return None;
        }
        if dateline::alone(self.words(at)).is_some()
            && at + 1 < self.blocks.len()
            && let Some(joined) = self.joined.get_mut(at)
        {
            *joined = true;
        }
        Some(RegionKind::Body)
    }

    /// Labels a link to another article, with its title where that is the
    /// next block. Gives how many blocks it took.
    pub fn label_related(&mut self, at: usize, end: usize) -> Option<usize> {
        match self.traits.get(at)?.related? {
            Related::Titled => {
                self.set(at, RegionKind::RelatedLink);
                Some(1)
            }
            Related::Bare => {
                let is_title = |at: usize| {
                    at < end
                        && self
                            .traits
                            .get(at)
                            .is_some_and(|t| t.titled() && t.words >= 3 || t.item && !t.prose)
                };
                let titles = (at + 1..end).take_while(|next| is_title(*next)).count();
                // A subheading after the links looks like one of them.
                let linked = self.blocks.get(at + 1).is_some_and(|block| block.linked > 0.6);
                let titles = if linked { titles } else { titles.min(3) };
                if titles == 0 && self.label_title_before(at) {
                    return Some(1);
                }
                if titles == 0 {
                    self.set(at, RegionKind::Boilerplate);
                    return Some(1);
                }
                for link in at..=at + titles {
                    self.set(link, RegionKind::RelatedLink);
                }
                if let Some(joined) = self.joined.get_mut(at) {
                    *joined = true;
                }
                Some(titles + 1)
            }
        }
    }

    /// "A Name is our correspondent in …", below the article.
    fn tells_of_author(&self, at: usize) -> bool {
        let rest = self.found.authors.iter().find_map(|author| self.words(at).strip_prefix(author.as_str()));
        rest.is_some_and(|rest| {
            [" is ", " adalah ", " covers ", " writes "].iter().any(|verb| rest.starts_with(verb))
        })
    }

    /// "Read more" where pages end a teaser so; elsewhere it is a button.
    pub fn label_read_more(&mut self, at: usize) -> Option<usize> {
        let traits = self.traits.get(at)?;
        let marks = traits.inline && WORDS.related.phrases.contains(&traits.key);
        (marks && self.label_title_before(at)).then_some(1)
    }

    /// "A title" above "Read more": the line before is the link.
    fn label_title_before(&mut self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let is_title = self.traits.get(before).is_some_and(|t| t.titled() && (4..=20).contains(&t.words));
        let is_body = self.kinds.get(before) == Some(&Some(RegionKind::Body));
        let heading = matches!(self.hint(before), Hint::Heading(_));
        if !is_title || !is_body || heading {
            return false;
        }
        self.set(before, RegionKind::RelatedLink);
        self.set(at, RegionKind::RelatedLink);
        if let Some(joined) = self.joined.get_mut(before) {
            *joined = true;
        }
        true
    }

    /// Whether a line says once more what a caption above it said.
    pub fn is_caption_again(&self, at: usize) -> bool {
        self.traits.get(at).is_some_and(|traits| traits.nth > 0)
            && caption::read(self.words(at), false).is_some_and(|caption| caption.sure)
    }

    /// Labels a caption or a credit. `loose` takes weaker signs, as above the
    /// first paragraph.
    pub fn label_caption(&mut self, at: usize, loose: bool) -> bool {
        let hint = self.hint(at);
        let words = self.words(at);
        let Some(traits) = self.traits.get(at) else { return false };
        if traits.dateline || traits.clutter && hint != Hint::Caption && hint != Hint::Credit {
            return false;
        }
        let only_credit = traits.words <= 10 && caption::is_credit(words) && !caption::has_own_credit(words);
        if hint == Hint::Credit || hint != Hint::Caption && only_credit {
            self.set(at, RegionKind::Credit);
            return true;
        }
        let read = caption::read(words, hint == Hint::Caption)
            .filter(|caption| caption.sure || caption.again.is_some() && loose);
        let taken = match (&read, hint) {
            (_, Hint::Caption) => true,
            (Some(caption), _) => loose || caption.again.is_some() || is_short(traits.words, caption),
            _ => false,
        };
        if taken {
            let length = self.blocks.get(at).map_or(0, |block| block.end - block.start);
            let whole = Caption { words: (0, length), ..Caption::default() };
            let plain = self.blocks.get(at).is_some_and(|block| block.end - block.start == words.len());
            let caption = read.filter(|_| plain).unwrap_or(whole);
            let label_only = caption::is_only_label(words) && self.hint(at + 1) == Hint::Caption;
            self.set(at, RegionKind::Caption);
            if label_only {
                if let Some(joined) = self.joined.get_mut(at) {
                    *joined = true;
                }
                return true;
            }
            if at.checked_sub(1).and_then(|before| self.joined.get(before)) == Some(&true) {
                return true;
            }
            if let Some(slot) = self.captions.get_mut(at) {
                *slot = Some(caption);
            }
        }
        taken
    }

    pub fn label_byline(&mut self, at: usize) -> bool {
        let note = attribution::is_note(self.words(at)).then(Vec::new);
        let Some(authors) = attribution::byline(self.words(at)).or(note) else { return false };
        self.set(at, RegionKind::Byline);
        self.add_authors(authors);
        true
    }

    pub fn add_authors(&mut self, authors: Vec<String>) {
        for author in authors {
            if !self.found.authors.contains(&author) {
                self.found.authors.push(author);
            }
        }
    }

    /// Datelines open one of the first paragraphs.
    pub fn find_dateline(&mut self) {
        let bodies = self.kinds.iter().enumerate().filter(|(_, kind)| **kind == Some(RegionKind::Body));
        for (at, _) in bodies.take(4).map(|(at, kind)| (at, *kind)).collect::<Vec<_>>() {
            let words = self.words(at);
            let Some(dateline) = dateline::find(words).or_else(|| dateline::alone(words)) else { continue };
            let (Some(block), Some(place)) = (self.blocks.get(at), dateline.place.as_deref()) else {
                self.found.dateline = Some(dateline);
                continue;
            };
            let raw = self.text.get(block.start..block.end).unwrap_or("");
            if let Some(from) = raw.find(place) {
                let start = block.start + from;
                self.found.parts.push(Part { kind: RegionKind::Dateline, start, end: start + place.len() });
                self.found.dateline = Some(dateline);
                return;
            }
        }
    }
}

/// Between paragraphs a caption is taken for one only when it is brief.
fn is_short(words: usize, caption: &Caption) -> bool {
    words <= 30 || words <= 45 && caption.credit.is_some()
}

pub fn caption_parts(text: &str, block: &Block, caption: &Caption) -> Vec<Part> {
    let part = |kind, (from, to): (usize, usize)| {
        let raw = text.get(block.start + from..block.start + to)?;
        let start = block.start + from + (raw.len() - raw.trim_start().len());
        let end = start + raw.trim().len();
        (start < end).then_some(Part { kind, start, end })
    };
    let parts = [
        part(RegionKind::Caption, caption.words),
        caption.credit.and_then(|span| part(RegionKind::Credit, span)),
        caption.again.and_then(|span| part(RegionKind::Boilerplate, span)),
    ];
    parts.into_iter().flatten().collect()
}
