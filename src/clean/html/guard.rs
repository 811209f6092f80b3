//! What can be told of a page before it is parsed.

/// Parsing takes time with the square of the depth.
pub const MOST_NESTED: usize = 25_000;

/// Elements that hold nothing, or end where their like begins.
const UNNESTED: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup",
    "colgroup", "html", "head", "body", "rp", "rt", "path", "image",
];

/// Whether more elements are open at once than a page can be parsed with.
pub fn nests_too_deeply(html: &str) -> bool {
    let (mut depth, mut deepest) = (0_usize, 0_usize);
    for tag in html.split('<').skip(1) {
        let (closing, name) = tag.strip_prefix('/').map_or((false, tag), |name| (true, name));
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name.get(..end).unwrap_or("");
        if !name.starts_with(|c: char| c.is_ascii_alphabetic())
            || UNNESTED.iter().any(|n| n.eq_ignore_ascii_case(name))
        {
            continue;
        }
        if closing {
            depth = depth.saturating_sub(1);
        } else if !tag.trim_end().ends_with("/>") {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest > MOST_NESTED
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
