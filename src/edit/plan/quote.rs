//! Planning the edits of quotes.

use std::sync::Arc;

use super::{Planner, inferred_type};
use crate::edit::{Change, Diff, EditError, Label, QuoteChange, QuoteDraft, SpeakerFields};
use crate::model::{
    Claim, Mention, Piece, Quote, QuoteId, QuoteType, Role, Speaker, SpeakerId, fold, folds_to, spans,
};

impl Planner<'_> {
    pub(super) fn add_quote(&mut self, draft: &QuoteDraft) -> Result<Label, EditError> {
        let quote = self.quote_of(draft)?;
        self.take_up_layer()?;
        self.changes.push(Change::Quote(Diff::created(quote)));
        Ok(Label::AddQuote)
    }

    /// The quote that a draft makes.
    pub(super) fn quote_of(&mut self, draft: &QuoteDraft) -> Result<Quote, EditError> {
        let (document, author) = (self.document()?, self.author()?);
        let content = self.pieces(&draft.content)?;
        if content.is_empty() {
            return Err(EditError::EmptySelection);
        }
        self.known(&draft.speakers)?;
        self.known(&draft.relay_speakers)?;
        if let Some(parent) = draft.parent {
            self.own_quote(parent)?;
        }
        let mut quote = Quote {
            quote_type: draft.quote_type.unwrap_or_else(|| inferred_type(&content)),
            content,
            cue: self.pieces(&draft.cue)?,
            source: self.pieces(&draft.source)?,
            mention: draft.mention,
            addressee: self.pieces(&draft.addressee)?,
            relay: self.pieces(&draft.relay)?,
            speakers: draft.speakers.clone(),
            relay_speakers: draft.relay_speakers.clone(),
            parent: draft.parent,
            ..Quote::new(self.new_id(), document.article.id, author, self.stamp())
        };
        if quote.parent.is_none() {
            quote.parent = self.enclosing_quote(&quote)?;
        }
        self.follow_source(&mut quote, draft.mention.is_none());
        self.follow_named(&mut quote, Role::Relay);
        self.follow_named(&mut quote, Role::Addressee);
        Ok(quote)
    }

    pub(super) fn change_quote(&mut self, id: QuoteId, change: &QuoteChange) -> Result<Label, EditError> {
        let before = self.own_quote(id)?;
        let mut after = Quote::clone(&before);
        let label = self.changed(&mut after, change)?;
        self.push_quote(&before, after);
        Ok(label)
    }

    /// One change made to a quote.
    pub(super) fn changed(&self, after: &mut Quote, change: &QuoteChange) -> Result<Label, EditError> {
        Ok(match change {
            QuoteChange::Spans(role, wanted) => {
                *after.pieces_mut(*role) = self.pieces(wanted)?;
                self.follow_part(after, *role)?
            }
            QuoteChange::AddSpan(role, span) => {
                let wanted = spans::union(&after.spans(*role), &[*span]);
                *after.pieces_mut(*role) = self.pieces(&wanted)?;
                self.follow_part(after, *role)?
            }
            QuoteChange::Type(quote_type) => {
                after.quote_type = *quote_type;
                Label::ChangeType
            }
            QuoteChange::Medium(medium) => {
                after.medium.clone_from(medium);
                after.medium.sort_unstable();
                after.medium.dedup();
                Label::ChangeQuote
            }
            QuoteChange::Mention(mention) => {
                after.mention = *mention;
                Label::ChangeQuote
            }
            QuoteChange::Link(role, speaker) => {
                self.speaker(*speaker)?;
                let linked = after.speakers_of_mut(*role).ok_or(EditError::RoleHasNoSpeaker)?;
                let mut wanted = linked.clone();
                wanted.push(*speaker);
                *linked = self.links(linked, &wanted);
                Label::LinkSpeaker
            }
            QuoteChange::LinkOnly(role, speaker) => {
                self.speaker(*speaker)?;
                let linked = after.speakers_of_mut(*role).ok_or(EditError::RoleHasNoSpeaker)?;
                *linked = self.links(linked, &[*speaker]);
                Label::LinkSpeaker
            }
            QuoteChange::Unlink(role, speaker) => {
                let linked = after.speakers_of_mut(*role).ok_or(EditError::RoleHasNoSpeaker)?;
                let meant = |id| self.state.registry.speaker_of(id);
                linked.retain(|other| meant(*other) != meant(*speaker));
                Label::UnlinkSpeaker
            }
            QuoteChange::Parent(parent) => {
                self.check_parent(after.id, *parent)?;
                if let Some(parent) = parent
                    && self.own_quote(*parent)?.annotator != after.annotator
                {
                    return Err(EditError::NotYours);
                }
                after.parent = *parent;
                Label::ChangeQuote
            }
            QuoteChange::Attribute(name, value) => {
                match value {
                    Some(value) => after.attributes.insert(name.clone(), value.clone()),
                    None => after.attributes.remove(name),
                };
                Label::ChangeQuote
            }
            QuoteChange::Note(note) => {
                after.note = note.clone().filter(|note| !note.trim().is_empty());
                Label::ChangeQuote
            }
        })
    }

    pub(super) fn delete_quote(&mut self, id: QuoteId) -> Result<Label, EditError> {
        let before = self.own_quote(id)?;
        self.remove_quote(&before)?;
        Ok(Label::DeleteQuote)
    }

    /// Deletes a quote, whoever's it is. Quotes inside it move to the one
    /// around it.
    pub(super) fn remove_quote(&mut self, quote: &Arc<Quote>) -> Result<(), EditError> {
        let document = self.document()?;
        for child in document.quotes.iter().filter(|child| child.parent == Some(quote.id)) {
            let after = Quote { parent: quote.parent, ..Quote::clone(child) };
            self.push_quote(child, after);
        }
        for claim in document.claims.iter().filter(|claim| claim.quote == Some(quote.id)) {
            self.keep_or_delete_claim(claim);
        }
        self.changes.push(Change::Quote(Diff::deleted(quote)));
        Ok(())
    }

    /// A claim with spans of its own outlives its quote.
    fn keep_or_delete_claim(&mut self, claim: &Arc<Claim>) {
        let diff = if claim.spans.is_empty() {
            Diff::deleted(claim)
        } else {
            let after = Claim { quote: None, stamp: self.touched(claim.stamp), ..Claim::clone(claim) };
            Diff::changed(claim, after)
        };
        self.changes.push(Change::Claim(diff));
    }

    pub(super) fn link_new_speaker(
        &mut self,
        id: QuoteId,
        role: Role,
        fields: &SpeakerFields,
    ) -> Result<Label, EditError> {
        let before = self.own_quote(id)?;
        let speaker = self.new_speaker(fields)?;
        let mut after = Quote::clone(&before);
        link(&mut after, role, speaker.id)?;
        self.changes.push(Change::Speaker(Diff::created(speaker)));
        self.push_quote(&before, after);
        Ok(Label::LinkSpeaker)
    }

    pub(super) fn push_quote(&mut self, before: &Arc<Quote>, mut after: Quote) {
        if after == **before {
            return;
        }
        after.stamp = self.touched(before.stamp);
        let planned = self.changes.iter_mut().find_map(|change| match change {
            Change::Quote(Diff { after: Some(planned), .. }) if planned.id == after.id => Some(planned),
            _ => None,
        });
        match planned {
            Some(planned) => *planned = Arc::new(after),
            None => self.changes.push(Change::Quote(Diff::changed(before, after))),
        }
    }

    /// A quote as it will be, as far as this edit is planned.
    pub(super) fn planned_quote(&self, id: QuoteId) -> Option<Arc<Quote>> {
        let planned = self.changes.iter().rev().find_map(|change| match change {
            Change::Quote(Diff { after: Some(planned), .. }) if planned.id == id => Some(planned),
            _ => None,
        });
        planned.or_else(|| self.state.document?.quote(id)).cloned()
    }

    /// A quote that the author may change: their own, or an adjudicated one,
    /// which is everyone's.
    fn own_quote(&self, id: QuoteId) -> Result<Arc<Quote>, EditError> {
        let quote = self.document()?.quote(id).ok_or(EditError::NoQuote(id))?;
        if quote.annotator != self.author()? && !quote.is_adjudicated() {
            return Err(EditError::NotYours);
        }
        Ok(Arc::clone(quote))
    }

    fn speaker(&self, id: SpeakerId) -> Result<&Arc<Speaker>, EditError> {
        self.state.registry.speakers.get(&id).ok_or(EditError::NoSpeaker(id))
    }

    /// Whether all of them are in the registry.
    pub(super) fn known(&self, speakers: &[SpeakerId]) -> Result<(), EditError> {
        speakers.iter().try_for_each(|speaker| self.speaker(*speaker).map(drop))
    }

    /// What else changes with the spans of a part.
    fn follow_part(&self, quote: &mut Quote, role: Role) -> Result<Label, EditError> {
        match role {
            Role::Content if quote.content.is_empty() => return Err(EditError::EmptySelection),
            Role::Content => quote.quote_type = retyped(quote.quote_type, &quote.content),
            Role::Cue | Role::Source => self.follow_source(quote, true),
            Role::Addressee | Role::Relay => self.follow_named(quote, role),
        }
        Ok(match role {
            Role::Content => Label::ChangeContent,
            Role::Cue => Label::ChangeCue,
            Role::Source => Label::ChangeSource,
            Role::Addressee => Label::ChangeAddressee,
            Role::Relay => Label::ChangeRelay,
        })
    }

    /// A source inside its cue is a clitic; one that names a speaker of the
    /// registry refers to it.
    fn follow_source(&self, quote: &mut Quote, tell_mention: bool) {
        let (source, cue) = (quote.spans(Role::Source), quote.spans(Role::Cue));
        let inside_cue =
            !source.is_empty() && source.iter().all(|s| cue.iter().any(|c| c.covers(*s) && c != s));
        let named = self.named(&quote.source);
        if tell_mention {
            quote.mention = match quote.mention {
                _ if source.is_empty() => None,
                _ if inside_cue => Some(Mention::Clitic),
                _ if named.is_some() => Some(Mention::Name),
                Some(Mention::Clitic) => None,
                other => other,
            };
        }
        if quote.speakers.is_empty() {
            quote.speakers.extend(named);
        }
    }

    fn follow_named(&self, quote: &mut Quote, role: Role) {
        let named = self.named(quote.pieces(role));
        if let Some(speakers) = quote.speakers_of_mut(role)
            && speakers.is_empty()
        {
            speakers.extend(named);
        }
    }

    /// The one speaker who is called just this, case and diacritics aside.
    fn named(&self, pieces: &[Piece]) -> Option<SpeakerId> {
        let [piece] = pieces else { return None };
        let name = fold(piece.text.trim());
        let registry = self.state.registry;
        let called = registry.speakers.values();
        let called = called.filter(|speaker| speaker.names().any(|other| folds_to(other, &name)));
        let mut found = called.map(|speaker| registry.speaker_of(speaker.id));
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    /// The author's smallest quote whose content holds this one's.
    fn enclosing_quote(&self, quote: &Quote) -> Result<Option<QuoteId>, EditError> {
        let inner = quote.spans(Role::Content);
        let holds = |outer: &Quote| {
            let outer = outer.spans(Role::Content);
            outer != inner && spans::difference(&inner, &outer).is_empty()
        };
        Ok(self
            .document()?
            .quotes_of(quote.annotator)
            .filter(|other| holds(other))
            .min_by_key(|other| spans::len(&other.spans(Role::Content)))
            .map(|other| other.id))
    }

    /// A quote must not come to lie inside itself, over however many others.
    pub(super) fn check_parent(&self, id: QuoteId, parent: Option<QuoteId>) -> Result<(), EditError> {
        let document = self.document()?;
        let mut next = parent;
        for _ in 0..=document.quotes.len() {
            let Some(current) = next else { return Ok(()) };
            if current == id {
                return Err(EditError::OwnParent);
            }
            next = document.quote(current).ok_or(EditError::NoQuote(current))?.parent;
        }
        Err(EditError::OwnParent)
    }
}

fn link(quote: &mut Quote, role: Role, speaker: SpeakerId) -> Result<(), EditError> {
    let linked = quote.speakers_of_mut(role).ok_or(EditError::RoleHasNoSpeaker)?;
    if !linked.contains(&speaker) {
        linked.push(speaker);
    }
    Ok(())
}

/// A type that the quotation marks had told follows them when they change; a
/// type that a person chose stays.
fn retyped(current: QuoteType, content: &[Piece]) -> QuoteType {
    match current {
        QuoteType::Direct | QuoteType::Indirect | QuoteType::Mixed => inferred_type(content),
        chosen => chosen,
    }
}
