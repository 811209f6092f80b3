//! What was said about an article and what is on it.

use std::fmt::{self, Write as _};

use super::{People, Shown};
use crate::model::{Anchor, Comment, Document};

/// Writes every thread with what it is about.
pub fn write(people: &People<'_>, document: &Document, page: &mut String) -> fmt::Result {
    let threads: Vec<_> = document.threads().collect();
    if threads.is_empty() {
        return Ok(());
    }
    page.push_str("<h3>Comments</h3>\n");
    for (first, replies) in threads {
        page.push_str("<div class=\"thread\">");
        let words: Vec<&str> = first.spans.iter().map(|piece| piece.text.as_str()).collect();
        match first.anchor {
            Anchor::Article => page.push_str("<blockquote>The article</blockquote>"),
            _ => write!(page, "<blockquote>{}</blockquote>", Shown(&words.join(" … ")))?,
        }
        said(people, first, page)?;
        for reply in replies {
            said(people, reply, page)?;
        }
        if first.is_resolved() {
            let by = first.resolved_by.map(|by| format!(" by {}", people.name(by))).unwrap_or_default();
            write!(page, "<p class=\"agrees\">Resolved{by}</p>")?;
        }
        page.push_str("</div>\n");
    }
    Ok(())
}

fn said(people: &People<'_>, comment: &Comment, page: &mut String) -> fmt::Result {
    let at = comment.stamp.created_at.strftime("%Y-%m-%d %H:%M");
    write!(
        page,
        "<p><strong>{}</strong> <small class=\"dim\">{at} UTC</small><br>{}</p>",
        people.name(comment.annotator),
        Shown(&comment.text)
    )
}
