//! Planning the edits of comments.

use std::sync::Arc;

use super::Planner;
use crate::edit::{Change, Diff, EditError, Label};
use crate::model::{Anchor, Comment, CommentId, Piece, Span};

impl Planner<'_> {
    pub(super) fn add_comment(
        &mut self,
        anchor: Anchor,
        spans: &[Span],
        reply_to: Option<CommentId>,
        text: &str,
    ) -> Result<Label, EditError> {
        let (document, annotator) = (self.document()?, self.author()?);
        let text = said(text)?;
        let (anchor, spans, reply_to) = match reply_to {
            None => (anchor, self.commented(anchor, spans)?, None),
            Some(id) => {
                let other = document.comment(id).ok_or(EditError::NoComment(id))?;
                let first = document.comment(other.thread()).ok_or(EditError::NoComment(id))?;
                (first.anchor, first.spans.clone(), Some(first.id))
            }
        };
        let comment = Comment {
            id: self.new_id(),
            article: document.article.id,
            annotator,
            anchor,
            spans,
            reply_to,
            text,
            resolved_at: None,
            resolved_by: None,
            stamp: self.stamp(),
        };
        self.changes.push(Change::Comment(Diff::created(comment)));
        Ok(Label::AddComment)
    }

    /// The words that a new thread is about.
    fn commented(&self, anchor: Anchor, spans: &[Span]) -> Result<Vec<Piece>, EditError> {
        let document = self.document()?;
        match anchor {
            Anchor::Article => Ok(Vec::new()),
            Anchor::Span => {
                let pieces = self.pieces(spans)?;
                if pieces.is_empty() { Err(EditError::EmptySelection) } else { Ok(pieces) }
            }
            Anchor::Quote(id) => Ok(document.quote(id).ok_or(EditError::NoQuote(id))?.content.clone()),
            Anchor::Claim(id) => {
                let claim = document.claim(id).ok_or(EditError::NoClaim(id))?;
                let quote = claim.quote.and_then(|quote| document.quote(quote));
                Ok(quote.map_or_else(|| claim.spans.clone(), |quote| quote.content.clone()))
            }
        }
    }

    pub(super) fn change_comment(&mut self, id: CommentId, text: &str) -> Result<Label, EditError> {
        let before = self.own_comment(id)?;
        let text = said(text)?;
        if text != before.text {
            let after = Comment { text, stamp: self.touched(before.stamp), ..Comment::clone(&before) };
            self.changes.push(Change::Comment(Diff::changed(&before, after)));
        }
        Ok(Label::ChangeComment)
    }

    pub(super) fn delete_comment(&mut self, id: CommentId) -> Result<Label, EditError> {
        let first = self.own_comment(id)?;
        let document = self.document()?;
        // Replies go first, so that undo brings their thread back before them.
        let replies = document.comments.iter().filter(|comment| comment.reply_to == Some(id));
        self.changes.extend(replies.map(|reply| Change::Comment(Diff::deleted(reply))));
        self.changes.push(Change::Comment(Diff::deleted(&first)));
        Ok(Label::DeleteComment)
    }

    pub(super) fn resolve_comment(&mut self, id: CommentId, resolved: bool) -> Result<Label, EditError> {
        let (document, author) = (self.document()?, self.author()?);
        let comment = document.comment(id).ok_or(EditError::NoComment(id))?;
        let first = document.comment(comment.thread()).ok_or(EditError::NoComment(id))?;
        if first.is_resolved() != resolved {
            let after = Comment {
                resolved_at: resolved.then_some(self.context.at),
                resolved_by: resolved.then_some(author),
                stamp: self.touched(first.stamp),
                ..Comment::clone(first)
            };
            self.changes.push(Change::Comment(Diff::changed(first, after)));
        }
        Ok(Label::ResolveComment)
    }

    fn own_comment(&self, id: CommentId) -> Result<Arc<Comment>, EditError> {
        let comment = self.document()?.comment(id).ok_or(EditError::NoComment(id))?;
        if comment.annotator != self.author()? {
            return Err(EditError::NotYours);
        }
        Ok(Arc::clone(comment))
    }
}

fn said(text: &str) -> Result<String, EditError> {
    let text = text.trim();
    if text.is_empty() { Err(EditError::EmptyComment) } else { Ok(text.to_owned()) }
}
