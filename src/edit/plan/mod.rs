//! From what a person wants to what changes.

mod adjudicate;
mod article;
mod claim;
mod comment;
mod conflict;
mod layer;
mod marks;
mod quote;
mod review;
mod speaker;
mod suggestion;

use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use super::{Change, Diff, Edit, EditError, Import, Label, Origin, Thing, Transaction};
use crate::model::{AnnotatorId, Document, Layer, Piece, Registry, Setting, Span, Stamp, spans};

pub use marks::inferred_type;
pub use suggestion::{dismissed_key, dismissed_suggestions};

/// What an edit is planned on: what is in memory.
#[derive(Debug, Clone, Copy)]
pub struct State<'a> {
    pub registry: &'a Registry,
    /// The open article.
    pub document: Option<&'a Document>,
}

/// What an edit can't know by itself: who, when, where, and fresh ids.
pub struct Context<'a> {
    pub author: Option<AnnotatorId>,
    pub at: Timestamp,
    pub origin: Origin,
    pub new_id: &'a mut dyn FnMut() -> Uuid,
}

/// Plans an edit. Nothing is changed; the transaction says what would be.
///
/// # Errors
/// When the edit doesn't fit what is there; see [`EditError`].
pub fn plan<'a>(edit: &Edit, state: State<'a>, context: Context<'a>) -> Result<Transaction, EditError> {
    let mut planner = Planner { state, context, changes: Vec::new() };
    let label = planner.plan(edit)?;
    let Planner { context, changes, .. } = planner;
    Ok(Transaction {
        id: (context.new_id)().into(),
        at: context.at,
        author: context.author,
        origin: context.origin,
        label,
        changes,
    })
}

struct Planner<'a> {
    state: State<'a>,
    context: Context<'a>,
    changes: Vec<Change>,
}

impl<'a> Planner<'a> {
    fn plan(&mut self, edit: &Edit) -> Result<Label, EditError> {
        match edit {
            Edit::AddQuote(draft) => self.add_quote(draft),
            Edit::AddNewQuote(quote) => {
                self.accept_suggestions(std::slice::from_ref(&**quote)).map(|_| Label::AddQuote)
            }
            Edit::AcceptSuggestions(quotes) => self.accept_suggestions(quotes),
            Edit::DismissSuggestion(key) => self.dismiss_suggestion(key),
            Edit::ChangeQuote { quote, change } => self.change_quote(*quote, change),
            Edit::DeleteQuote(quote) => self.delete_quote(*quote),
            Edit::LinkNewSpeaker { quote, role, speaker } => self.link_new_speaker(*quote, *role, speaker),
            Edit::AddClaim { quote, spans, fields } => self.add_claim(*quote, spans, fields),
            Edit::ChangeClaim { claim, fields } => self.change_claim(*claim, fields),
            Edit::DeleteClaim(claim) => self.delete_claim(*claim),
            Edit::AddSpeaker(fields) => self.add_speaker(fields),
            Edit::ChangeSpeaker { speaker, fields } => self.change_speaker(*speaker, fields),
            Edit::DeleteSpeaker(speaker) => self.delete_speaker(*speaker),
            Edit::MergeSpeakers { into, others } => self.merge_speakers(*into, others),
            Edit::PartSpeaker(speaker) => self.part_speaker(*speaker),
            Edit::TellApart(speakers) => self.tell_apart(speakers),
            Edit::AddAnnotator { name } => self.add_annotator(name),
            Edit::SetStage(stage) => self.set_stage(*stage),
            Edit::SetMetadata(metadata) => self.set_metadata(metadata),
            Edit::LabelRegion { span, kind } => self.label_region(*span, *kind),
            Edit::DeleteArticle => self.delete_article(),
            Edit::SetSetting { key, value } => Ok(self.set_setting(key, value.as_ref())),
            Edit::AddComment { anchor, spans, reply_to, text } => {
                self.add_comment(*anchor, spans, *reply_to, text)
            }
            Edit::ChangeComment { comment, text } => self.change_comment(*comment, text),
            Edit::DeleteComment(comment) => self.delete_comment(*comment),
            Edit::ResolveComment { comment, resolved } => self.resolve_comment(*comment, *resolved),
            Edit::Review { quote, verdict } => self.review(*quote, verdict),
            Edit::Adjudicate { group, aspect, settlement } => self.adjudicate(group, *aspect, settlement),
            Edit::TakeOver(groups) => self.take_over(groups),
            Edit::WithdrawDecision(decision) => self.withdraw_decision(*decision),
            Edit::FinishReview { of } => self.finish_review(*of),
            Edit::Assign(assigned) => Ok(self.assign(assigned)),
            Edit::Unassign(layers) => Ok(self.unassign(layers)),
            Edit::SetStages { stage, layers, quotes } => Ok(self.set_stages(*stage, layers, quotes)),
            Edit::DecideConflict { conflict, chosen } => self.decide_conflict(*conflict, *chosen),
            Edit::Import(import) => Ok(self.import(import)),
        }
    }

    fn document(&self) -> Result<&'a Document, EditError> {
        self.state.document.ok_or(EditError::NoArticle)
    }

    fn author(&self) -> Result<AnnotatorId, EditError> {
        self.context.author.ok_or(EditError::NoAnnotator)
    }

    fn stamp(&self) -> Stamp {
        Stamp::new(self.context.at, self.context.author)
    }

    fn touched(&self, stamp: Stamp) -> Stamp {
        stamp.touched(self.context.at, self.context.author)
    }

    fn new_id<T: From<Uuid>>(&mut self) -> T {
        (self.context.new_id)().into()
    }

    /// The words at the spans, snapped to graphemes and joined where they
    /// touch.
    fn pieces(&self, wanted: &[Span]) -> Result<Vec<Piece>, EditError> {
        let text = &self.document()?.article.text;
        if wanted.iter().any(|span| span.end > text.len()) {
            return Err(EditError::OutsideText);
        }
        let snapped = wanted.iter().filter(|span| !span.is_empty()).map(|span| text.snapped(*span));
        spans::normal(snapped)
            .into_iter()
            .map(|span| text.piece(span).ok_or(EditError::OutsideText))
            .collect()
    }

    fn set_setting(&mut self, key: &str, value: Option<&serde_json::Value>) -> Label {
        let before = self.state.registry.settings.get(key);
        let after = value.map(|value| {
            let stamp = before.map_or_else(|| self.stamp(), |setting| self.touched(setting.stamp));
            Arc::new(Setting { key: key.to_owned(), value: value.clone(), stamp })
        });
        if before.map(|setting| &setting.value) != value {
            self.changes.push(Change::Setting(Diff { before: before.cloned(), after }));
        }
        Label::ChangeSetting
    }

    fn import(&mut self, import: &Import) -> Label {
        let Import { annotators, speakers, articles, layers, quotes, claims, comments, decisions } = import;
        self.bring_in(annotators);
        self.bring_in(speakers);
        self.bring_in(articles);
        self.changes.extend(layers.iter().map(|(before, after)| {
            let after = Layer { stamp: after.stamp.whole(), ..after.clone() };
            Change::Layer(Diff { before: before.clone(), after: Some(Arc::new(after)) })
        }));
        self.bring_in(quotes);
        self.bring_in(claims);
        self.bring_in(comments);
        self.bring_in(decisions);
        Label::Import
    }
    /// Things from elsewhere, whose times may be finer than the database keeps
    /// them.
    fn bring_in<T: Thing>(&mut self, things: &[T])
    where
        Change: From<Diff<T>>,
    {
        self.changes.extend(things.iter().cloned().map(|mut thing| {
            *thing.stamp_mut() = thing.stamp().whole();
            Change::from(Diff::created(thing))
        }));
    }
}
