//! Markdown: front matter, headings and paragraphs. The text stays as it is.

use super::block::{Block, Hint};
use super::label::Page;
use super::text::line_ranges;
use super::{Warning, date, language};
use crate::model::Metadata;

/// Splits a Markdown text into blocks and reads its front matter.
pub fn read(text: &str, warnings: &mut Vec<Warning>) -> Page {
    let front = front_matter(text);
    let mut found = Metadata::default();
    let mut blocks = Vec::new();
    let mut from = 0;
    if let Some(end) = front {
        found = metadata(text.get(..end).unwrap_or(""));
        blocks.extend(Block::plain(text, 0, end, 0).map(|block| Block { hint: Hint::Chrome, ..block }));
        from = end;
    } else if text.starts_with("---\n") || text.starts_with("+++\n") {
        warnings.push(Warning::BadFrontMatter);
    }
    Splitter { text, blocks, open: None, fenced: false }.split(from, &mut found)
}

/// The end of the front matter, in bytes.
fn front_matter(text: &str) -> Option<usize> {
    let mark = ["---", "+++"].into_iter().find(|mark| text.starts_with(&format!("{mark}\n")))?;
    line_ranges(text)
        .skip(1)
        .take(200)
        .find(|(start, end)| text.get(*start..*end).is_some_and(|line| line.trim_end() == mark))
        .map(|(_, end)| end)
}

/// The fields that pages have in common, in YAML's or TOML's way of writing.
fn metadata(front: &str) -> Metadata {
    let mut found = Metadata::default();
    let mut list = false;
    for line in front.lines() {
        if let Some(entry) = line.trim_start().strip_prefix("- ").filter(|_| list) {
            found.authors.extend(value(entry.strip_prefix("name:").unwrap_or(entry)));
            continue;
        }
        let Some((name, rest)) = line.split_once([':', '=']).filter(|_| !line.starts_with(' ')) else {
            continue;
        };
        list = false;
        match name.trim().to_lowercase().as_str() {
            "title" | "judul" => found.title = value(rest),
            "date" | "published" | "published_at" | "tanggal" | "pubdate" | "created" => {
                found.published_at = value(rest).and_then(|value| date::normal(&value));
            }
            "author" | "authors" | "penulis" | "byline" => {
                found.authors = values(rest);
                list = rest.trim().is_empty();
            }
            "url" | "link" | "permalink" | "canonical" | "canonical_url" | "source_url" => {
                found.url = value(rest);
            }
            "lang" | "language" | "locale" | "bahasa" => {
                found.language = value(rest).and_then(|value| language::primary(&value));
            }
            "publisher" | "site" | "site_name" | "outlet" | "publication" | "media" | "source" => {
                found.publisher = value(rest).filter(|value| !value.contains("://"));
            }
            "section" | "category" | "kanal" | "rubrik" => found.section = value(rest),
            _ => {}
        }
    }
    found
}

fn value(rest: &str) -> Option<String> {
    let bare = rest.trim().trim_matches(['"', '\'']).trim();
    (!bare.is_empty()).then(|| bare.to_owned())
}

fn values(rest: &str) -> Vec<String> {
    rest.trim().trim_matches(['[', ']']).split(',').filter_map(value).collect()
}

/// Walks the lines and gathers blocks.
struct Splitter<'a> {
    text: &'a str,
    blocks: Vec<Block>,
    open: Option<(usize, usize)>,
    fenced: bool,
}

impl Splitter<'_> {
    fn split(mut self, from: usize, found: &mut Metadata) -> Page {
        for (start, end) in
            line_ranges(self.text).filter(|(start, _)| *start >= from && (from == 0 || *start > from))
        {
            self.take(start, end);
        }
        self.close();
        if found.title.is_none() {
            let top = self.blocks.iter().find(|block| block.hint == Hint::Heading(1));
            found.title = top.map(|block| block.words.clone());
        }
        Page { text: self.text.to_owned(), blocks: self.blocks, found: found.clone() }
    }

    fn take(&mut self, start: usize, end: usize) {
        let line = self.text.get(start..end).unwrap_or("").trim();
        if line.starts_with("```") || line.starts_with("~~~") {
            self.fenced = !self.fenced;
        }
        if line.is_empty() {
            self.close();
            return;
        }
        if underlines(line) && self.open.is_some() {
            let level = if line.starts_with('=') { 1 } else { 2 };
            self.extend(start, end);
            self.close();
            if let Some(last) = self.blocks.last_mut() {
                last.hint = Hint::Heading(level);
            }
            return;
        }
        let single = heading(line).is_some() || is_item(line) || is_rule(line);
        if single && !self.fenced {
            self.close();
            self.extend(start, end);
            // An entry of a list may go on in the next line.
            if !is_item(line) {
                self.close();
            }
            return;
        }
        self.extend(start, end);
    }

    fn extend(&mut self, start: usize, end: usize) {
        self.open = Some((self.open.map_or(start, |(from, _)| from), end));
    }

    fn close(&mut self) {
        let Some((from, to)) = self.open.take() else { return };
        let Some(mut block) = Block::plain(self.text, from, to, self.blocks.len()) else { return };
        let first = block.words.trim_start();
        block.hint = match heading(first) {
            Some(level) => Hint::Heading(level),
            None if is_item(first) => Hint::Item,
            None if is_picture(first) => Hint::Caption,
            None if is_rule(first) => Hint::Chrome,
            None => Hint::None,
        };
        let (words, linked) = without_markup(&block.words);
        block.words = words;
        block.linked = linked;
        self.blocks.push(block);
    }
}

fn heading(line: &str) -> Option<u8> {
    let level = line.chars().take_while(|c| *c == '#').count();
    let rest = line.trim_start_matches('#');
    ((1..=6).contains(&level) && rest.starts_with([' ', '\t'])).then(|| u8::try_from(level).unwrap_or(6))
}

fn underlines(line: &str) -> bool {
    line.len() >= 3 && (line.chars().all(|c| c == '=') || line.chars().all(|c| c == '-'))
}

fn is_rule(line: &str) -> bool {
    let signs: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    signs.len() >= 3 && ['-', '*', '_'].iter().any(|sign| signs.chars().all(|c| c == *sign))
}

fn is_item(line: &str) -> bool {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    ["- ", "* ", "+ "].iter().any(|bullet| line.starts_with(bullet))
        || (number.len() < line.len() && (number.starts_with(". ") || number.starts_with(") ")))
}

fn is_picture(line: &str) -> bool {
    line.starts_with("![") && line.ends_with(')')
}

/// What follows a link's target; targets are short.
fn past_target(rest: &str) -> &str {
    let close = rest.char_indices().take(2000).find(|(_, c)| *c == ')');
    close.and_then(|(at, _)| rest.get(at + 1..)).unwrap_or(rest)
}

/// The words without signs of markup and targets of links, and the share of
/// them that are links.
fn without_markup(words: &str) -> (String, f32) {
    let mut plain = String::with_capacity(words.len());
    let (mut linked, mut open) = (0_usize, None);
    let mut rest = words.trim_start_matches(['#', '>', ' ']);
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or("");
        rest = match c {
            '[' => {
                open = Some(plain.len());
                after
            }
            ']' if after.starts_with('(') => {
                linked += open.take().map_or(0, |from| plain.len() - from);
                past_target(after)
            }
            '!' if after.starts_with('[') => after,
            '*' | '`' => after,
            '_' if plain.is_empty() || plain.ends_with(' ') || !after.starts_with(char::is_alphanumeric) => {
                after
            }
            ']' => {
                open = None;
                plain.push(c);
                after
            }
            _ => {
                plain.push(c);
                after
            }
        };
    }
    let share = linked as f32 / plain.len().max(1) as f32;
    (plain.trim().to_owned(), share)
}
