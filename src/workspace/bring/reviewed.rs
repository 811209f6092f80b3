//! Bringing comments and decisions to an article.

use std::collections::HashMap;

use super::annotations::Arrival;
use super::{Batch, BringContext, Existing};
use crate::format::{IncomingComment, IncomingDecision, IncomingSeen, IncomingTarget};
use crate::model::{
    Anchor, AnnotatorId, Comment, CommentId, Decision, DecisionKind, Ruling, Seen, derived_id,
};

impl Batch {
    /// Comments that are not there yet. One whose quote or claim did not come
    /// stays on the words that it was about.
    pub(super) fn comments<E: Existing + ?Sized>(
        &mut self,
        incoming: Vec<IncomingComment>,
        arrival: &mut Arrival,
        cx: &mut BringContext<'_, E>,
    ) {
        // First comments come before their replies, which have their anchor.
        let (firsts, replies): (Vec<_>, Vec<_>) = incoming.into_iter().partition(|c| c.reply_to.is_none());
        let mut threads: HashMap<CommentId, Anchor> = HashMap::new();
        for comment in firsts.into_iter().chain(replies) {
            let annotator = self.annotator(&comment.annotator, cx);
            // One without an id is known again by what it says.
            let id = comment.id.unwrap_or_else(|| {
                let words = format!("{:?} {}", comment.target, comment.text);
                derived_id("comment", &[arrival.article.0, annotator.0], &words).into()
            });
            let Some(known) = self.known.get(&arrival.article) else { return };
            let anchor = match &comment.target {
                IncomingTarget::Article => Anchor::Article,
                IncomingTarget::Quote(quote) => {
                    arrival.quote(known, quote, None).map_or(Anchor::Span, Anchor::Quote)
                }
                IncomingTarget::Claim(claim) => {
                    known.referred_claim(claim).map_or(Anchor::Span, Anchor::Claim)
                }
                IncomingTarget::Span => Anchor::Span,
            };
            let anchor =
                if anchor == Anchor::Span && comment.spans.is_empty() { Anchor::Article } else { anchor };
            let anchor = comment.reply_to.and_then(|first| threads.get(&first)).copied().unwrap_or(anchor);
            threads.insert(id, anchor);
            let reply_to = comment
                .reply_to
                .filter(|first| threads.contains_key(first) || known.comments.contains(first));
            if !known.comments.contains(&id) {
                self.add_comment(Comment {
                    id,
                    article: arrival.article,
                    annotator,
                    anchor,
                    spans: comment.spans,
                    reply_to,
                    text: comment.text,
                    resolved_at: comment.resolved_at,
                    resolved_by: None,
                    stamp: cx.stamp(comment.created_at, comment.updated_at, Some(annotator)),
                });
                let by = comment.resolved_by.map(|name| self.annotator(&name, cx));
                if let Some(last) = self.import.comments.last_mut() {
                    last.resolved_by = by.filter(|_| last.resolved_at.is_some());
                }
            }
        }
    }

    fn add_comment(&mut self, comment: Comment) {
        if let Some(known) = self.known.get_mut(&comment.article) {
            known.comments.insert(comment.id);
        }
        self.import.comments.push(comment);
    }

    /// Decisions that are not there yet.
    pub(super) fn decisions<E: Existing + ?Sized>(
        &mut self,
        incoming: Vec<IncomingDecision>,
        arrival: &Arrival,
        cx: &mut BringContext<'_, E>,
    ) {
        for decision in incoming {
            let by = self.annotator(&decision.annotator, cx);
            let owner = match decision.kind {
                DecisionKind::Review => by,
                DecisionKind::Adjudication => AnnotatorId::ADJUDICATED,
            };
            if decision.kind == DecisionKind::Adjudication {
                self.adjudicator("Adjudicated", cx);
            }
            let seen = decision.quotes.into_iter().map(|IncomingSeen { quote, annotator, said }| Seen {
                quote,
                annotator: self.annotator(&annotator, cx),
                said,
            });
            let seen = seen.collect();
            let Some(known) = self.known.get_mut(&arrival.article) else { return };
            if !known.decisions.insert(decision.id) {
                continue;
            }
            self.import.decisions.push(Decision {
                id: decision.id,
                article: arrival.article,
                annotator: owner,
                kind: decision.kind,
                aspect: decision.aspect,
                result: decision.result,
                ruling: Ruling {
                    choice: decision.choice,
                    taken: decision.taken,
                    reason: decision.reason,
                    seen,
                },
                stamp: cx.stamp(decision.created_at, decision.updated_at, Some(by)),
            });
        }
    }
}
