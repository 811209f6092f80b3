//! What can be told of a page before it is parsed.

use std::collections::HashMap;

/// Parsing takes time with the square of the depth. Browsers too let elements
/// below this depth be as if their tags were not there.
const DEEPEST: usize = 512;

/// Elements that hold nothing, or end where their like begins.
const UNNESTED: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup",
    "colgroup", "html", "head", "body", "rp", "rt", "path", "image",
];

/// The page without the tags that nest beyond what can be parsed, and how
/// deep they nest; `None` where all is well.
pub fn flattened(html: &str) -> Option<(String, usize)> {
    let mut nesting = Nesting::default();
    for tag in html.split('<').skip(1) {
        nesting.step(tag);
    }
    let deepest = nesting.deepest;
    if deepest <= DEEPEST * 2 {
        return None;
    }
    let mut nesting = Nesting::default();
    let mut parts = html.split('<');
    let mut flat = String::with_capacity(html.len());
    flat.push_str(parts.next().unwrap_or(""));
    for tag in parts {
        if nesting.step(tag) > DEEPEST {
            flat.push_str(tag.split_once('>').map_or("", |(_, text)| text));
        } else {
            flat.push('<');
            flat.push_str(tag);
        }
    }
    Some((flat, deepest))
}

/// The elements that are open, by a count that needs no parsing.
#[derive(Default)]
struct Nesting<'a> {
    open: HashMap<&'a str, usize>,
    depth: usize,
    deepest: usize,
    /// Inside a script or a style, where nothing is a tag but its end.
    raw: Option<&'a str>,
}

impl<'a> Nesting<'a> {
    /// Takes in what follows a "<"; gives the depth its tag stands at, 0 for
    /// what does not nest.
    fn step(&mut self, tag: &'a str) -> usize {
        let (closing, name) = tag.strip_prefix('/').map_or((false, tag), |name| (true, name));
        let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(name.len());
        let name = name.get(..end).unwrap_or("");
        let ends_raw = self.raw.is_some_and(|raw| closing && raw.eq_ignore_ascii_case(name));
        if self.raw.is_some() && !ends_raw {
            return 0;
        }
        self.raw = None;
        let raw = ["script", "style", "textarea", "title"].iter().any(|raw| raw.eq_ignore_ascii_case(name));
        if raw && !closing {
            self.raw = Some(name);
        }
        let nests = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && !raw
            && !UNNESTED.iter().any(|unnested| unnested.eq_ignore_ascii_case(name));
        if !nests {
            return 0;
        }
        let depth = self.depth + usize::from(!closing);
        let open = self.open.entry(name).or_default();
        if !closing {
            *open += 1;
            self.depth += 1;
        } else if *open > 0 {
            *open -= 1;
            self.depth -= 1;
        } else {
            return 0;
        }
        self.deepest = self.deepest.max(self.depth);
        depth
    }
}

/// Whether the page ends in the middle.
pub fn is_cut(html: &str) -> bool {
    let lower = html.to_ascii_lowercase();
    let has = |words: &str| lower.contains(words);
    let open_tag = lower.rfind('<').is_some_and(|open| {
        let tag = lower.get(open + 1..).unwrap_or("");
        !tag.contains('>') && tag.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'))
    });
    let unclosed = (has("<html") || has("<body")) && !has("</html") && !has("</body");
    let unbalanced =
        [("<script", "</script"), ("<style", "</style"), ("<!--", "-->"), ("<article", "</article")]
            .iter()
            .any(|(open, close)| lower.rfind(open) > lower.rfind(close));
    open_tag || unclosed || unbalanced
}
