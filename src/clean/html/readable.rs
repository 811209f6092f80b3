//! Which blocks readability takes for the article.

use std::collections::HashSet;
use std::thread;

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::super::block::{Block, Hint};
use super::walk::STAMP;

/// Fewer words than these are a teaser, and no article.
const FEWEST_WORDS: usize = 40;
/// Readability recurses with the depth of a page.
const STACK: usize = 64 * 1024 * 1024;

/// Marks the blocks that readability keeps; `false` where it finds no article.
///
/// It runs in a thread of its own, for the stack, and so that a fault in it
/// costs its verdict alone.
pub fn mark(document: Document, blocks: &mut [Block], stamps: &[usize]) -> bool {
    let html = document.html().to_string();
    drop(document);
    let run = thread::Builder::new().stack_size(STACK).spawn(move || kept(&html));
    let Some(kept) = run.ok().and_then(|thread| thread.join().ok()).flatten() else { return false };
    let words: usize = blocks
        .iter()
        .zip(stamps)
        .filter(|(_, stamp)| kept.contains(stamp))
        .map(|(block, _)| block.words.split_whitespace().count())
        .sum();
    if words < FEWEST_WORDS {
        return false;
    }
    for (block, stamp) in blocks.iter_mut().zip(stamps) {
        let inside = kept.contains(stamp);
        block.article = Some(inside);
        if inside && block.hint == Hint::Chrome {
            block.hint = Hint::None;
        }
    }
    true
}

/// The stamps in what readability leaves.
fn kept(html: &str) -> Option<HashSet<usize>> {
    let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
    let article = Readability::new(html, None, Some(config)).ok()?.parse().ok()?;
    let content = article.content.to_string();
    let mark = format!("{STAMP}=\"");
    let stamps = content.split(mark.as_str()).skip(1);
    Some(stamps.filter_map(|rest| rest.split('"').next()?.parse().ok()).collect())
}
