//! The visible text of a page, block by block, in one walk without recursion.

use dom_query::{Document, NodeRef};

use super::super::block::{Block, Hint};
use super::head::Facts;

/// The attribute by which a block is known again after readability.
pub const STAMP: &str = "data-kutip";

/// What the walk gathered.
pub struct Walked {
    pub text: String,
    pub blocks: Vec<Block>,
    /// For each block the stamp of its element.
    pub stamps: Vec<usize>,
    pub facts: Facts,
    pub depth: usize,
    pub elements: usize,
}

const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

const UNSEEN: &[&str] = &[
    "script", "style", "template", "noscript", "head", "title", "meta", "link", "iframe", "object", "svg",
    "canvas", "audio", "video", "select", "datalist", "textarea", "noframes", "embed",
];

/// What an element hands down to what it holds.
#[derive(Debug, Clone, Copy)]
struct Context {
    stamp: usize,
    hint: Hint,
    linked: bool,
    preformatted: bool,
}

/// A line of the block in hand.
#[derive(Debug, Default)]
struct Line {
    words: String,
    letters: usize,
    linked: usize,
    hinted: Option<(Hint, usize)>,
}

struct Walk {
    walked: Walked,
    lines: Vec<Line>,
    /// The context the lines in hand stand in.
    context: Context,
    groups: usize,
    next_stamp: usize,
}

/// Walks a page, and stamps its block elements.
pub fn walk(document: &Document) -> Walked {
    let root = Context { stamp: 0, hint: Hint::None, linked: false, preformatted: false };
    let walked = Walked {
        text: String::new(),
        blocks: Vec::new(),
        stamps: Vec::new(),
        facts: Facts::default(),
        depth: 0,
        elements: 0,
    };
    let mut walk = Walk { walked, lines: vec![Line::default()], context: root, groups: 0, next_stamp: 1 };
    let mut open: Vec<(Context, bool)> = vec![(root, false)];
    let start = document.root();
    let mut node = start.first_child();
    while let Some(current) = node {
        let context = open.last().map_or(root, |(context, _)| *context);
        if let Some((inner, block)) = walk.enter(&current, context) {
            if let Some(child) = current.first_child() {
                open.push((inner, block));
                walk.walked.depth = walk.walked.depth.max(open.len());
                node = Some(child);
                continue;
            }
            if block {
                walk.flush(context);
            }
        }
        node = walk.leave(current, start, &mut open);
    }
    walk.flush(root);
    walk.walked
}

impl Walk {
    /// Takes a node in; for an element whose children are seen, what they
    /// stand in and whether it is a block.
    fn enter(&mut self, node: &NodeRef<'_>, context: Context) -> Option<(Context, bool)> {
        if node.is_text() {
            self.take_text(&node.text(), context);
            return None;
        }
        if !node.is_element() {
            return None;
        }
        let name = node.node_name()?;
        let name: &str = &name;
        self.walked.elements += 1;
        self.walked.facts.take(node, name);
        if name == "head" {
            return Some((context, false));
        }
        if name == "br" {
            self.lines.push(Line::default());
            return None;
        }
        if UNSEEN.contains(&name) || is_hidden(node, name) {
            return None;
        }
        let mut inner = context;
        inner.linked |= name == "a";
        inner.preformatted |= name == "pre";
        let hint = hint_of(node, name);
        if hint != Hint::None
            && context.hint != Hint::Chrome
            && !(context.hint == Hint::Caption && hint != Hint::Credit)
        {
            inner.hint = hint;
        }
        let block = BLOCKS.contains(&name);
        if block {
            self.flush(context);
            inner.stamp = self.next_stamp;
            node.set_attr(STAMP, &self.next_stamp.to_string());
            self.next_stamp += 1;
            self.context = inner;
        }
        Some((inner, block))
    }

    /// The node after this one, closing what ends between them.
    fn leave<'a>(
        &mut self,
        from: NodeRef<'a>,
        root: NodeRef<'a>,
        open: &mut Vec<(Context, bool)>,
    ) -> Option<NodeRef<'a>> {
        let mut current = from;
        loop {
            if let Some(next) = current.next_sibling() {
                return Some(next);
            }
            current = current.parent()?;
            if current.id == root.id {
                return None;
            }
            let (_, block) = open.pop()?;
            let outer = open.last().map(|(context, _)| *context)?;
            if block {
                self.flush(outer);
            }
        }
    }

    fn take_text(&mut self, text: &str, context: Context) {
        let text = text.replace('\0', "\u{fffd}");
        let mut rest: &str = &text;
        while !rest.is_empty() {
            let (line, after) = match rest.split_once('\n').filter(|_| context.preformatted) {
                Some((line, after)) => (line, Some(after)),
                None => (rest, None),
            };
            self.take_words(line, context);
            if after.is_some() {
                self.lines.push(Line::default());
            }
            rest = after.unwrap_or("");
        }
    }

    fn take_words(&mut self, words: &str, context: Context) {
        let outer = self.context.hint;
        let Some(line) = self.lines.last_mut() else { return };
        let before = line.words.len();
        for c in words.chars() {
            // A browser collapses these, and these alone.
            let space = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
            if !space || context.preformatted {
                line.words.push(c);
            } else if !line.words.is_empty() && !line.words.ends_with([' ', '\n']) {
                line.words.push(' ');
            }
        }
        let added = line.words.len() - before;
        line.letters += added;
        line.linked += if context.linked { added } else { 0 };
        if context.hint != outer && context.hint != Hint::None {
            let known = line.hinted.filter(|(hint, _)| *hint == context.hint).map_or(0, |(_, count)| count);
            line.hinted = Some((context.hint, known + added));
        }
    }

    /// Ends the block in hand. What follows stands in `next`.
    fn flush(&mut self, next: Context) {
        let lines = std::mem::replace(&mut self.lines, vec![Line::default()]);
        let context = std::mem::replace(&mut self.context, next);
        let whole = matches!(context.hint, Hint::Heading(_) | Hint::Caption | Hint::Byline | Hint::Credit);
        let mut inside = false;
        for line in lines {
            let words = line.words.trim();
            if words.is_empty() {
                inside = false;
                continue;
            }
            let text = &mut self.walked.text;
            if !text.is_empty() {
                text.push_str(if inside { "\n" } else { "\n\n" });
            }
            let start = text.len();
            text.push_str(words);
            let end = text.len();
            if !inside {
                self.groups += 1;
            }
            let last = self.walked.blocks.last_mut().filter(|_| inside && whole);
            if let Some(last) = last {
                last.end = end;
                last.words = format!("{} {words}", last.words);
            } else if let Some(block) = Block::plain(text, start, end, self.groups) {
                let linked = line.linked as f32 / line.letters.max(1) as f32;
                let hinted =
                    line.hinted.filter(|(_, count)| count * 10 >= line.letters * 6).map(|(hint, _)| hint);
                let hint = hinted.unwrap_or(context.hint);
                self.walked.blocks.push(Block { hint, linked, ..block });
                self.walked.stamps.push(context.stamp);
            }
            inside = true;
        }
    }
}

fn is_hidden(node: &NodeRef<'_>, name: &str) -> bool {
    let style = node.attr("style").map(|style| style.replace(' ', "").to_lowercase());
    node.has_attr("hidden")
        || style.is_some_and(|style| style.contains("display:none") || style.contains("visibility:hidden"))
        || (name == "dialog" && !node.has_attr("open"))
}

fn hint_of(node: &NodeRef<'_>, name: &str) -> Hint {
    match name {
        "h1" => return Hint::Heading(1),
        "h2" => return Hint::Heading(2),
        "h3" | "h4" | "h5" | "h6" => return Hint::Heading(3),
        "nav" | "footer" | "aside" | "button" => return Hint::Chrome,
        "figcaption" => return Hint::Caption,
        "time" => return Hint::Time,
        "li" => return Hint::Item,
        "body" | "html" | "main" | "article" | "section" | "form" => return Hint::None,
        _ => {}
    }
    let marks =
        ["class", "itemprop", "rel", "role"].map(|attr| node.attr(attr).unwrap_or_default().to_lowercase());
    let [class, property, rel, role] = &marks;
    let classed = |words: &[&str]| {
        class
            .split_whitespace()
            .any(|class| words.iter().any(|word| class.split(['-', '_']).any(|part| part == *word)))
    };
    if matches!(role.trim(), "navigation" | "complementary" | "contentinfo" | "menu" | "search") {
        Hint::Chrome
    } else if classed(&["caption", "figcaption"]) || class.contains("imagecaption") {
        Hint::Caption
    } else if classed(&["credit", "credits"]) && !classed(&["editor"]) {
        Hint::Credit
    } else if classed(&["byline", "author", "authors", "penulis", "reporter"])
        || rel.contains("author")
        || property.contains("author")
    {
        Hint::Byline
    } else if classed(&["date", "time", "datetime", "timestamp", "pubdate"])
        || property.contains("datepublished")
    {
        Hint::Time
    } else {
        Hint::None
    }
}
