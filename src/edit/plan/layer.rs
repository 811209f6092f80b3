//! Planning how far annotators are with articles, and who gets which.

use std::sync::Arc;

use super::Planner;
use crate::edit::{Change, Diff, EditError, Label};
use crate::model::{AnnotatorId, ArticleId, Document, Layer, Quote, Stage};

impl Planner<'_> {
    /// Notes that the author works on the article: their layer begins, or is
    /// taken up again.
    pub(super) fn take_up_layer(&mut self) -> Result<(), EditError> {
        let author = self.author()?;
        self.take_up_layer_of(author)
    }

    /// The same, of whoever's layer is worked in.
    pub(super) fn take_up_layer_of(&mut self, owner: AnnotatorId) -> Result<(), EditError> {
        match self.document()?.stage_of(owner) {
            Stage::InProgress => Ok(()),
            Stage::New | Stage::Done | Stage::Submitted | Stage::Reviewed => {
                self.set_layer(owner, Stage::InProgress)
            }
        }
    }

    pub(super) fn set_layer(&mut self, owner: AnnotatorId, stage: Stage) -> Result<(), EditError> {
        let document = self.document()?;
        let diff = if let Some(layer) = document.layers.get(&owner) {
            Diff::changed(layer, Layer { stage, stamp: self.touched(layer.stamp), ..Layer::clone(layer) })
        } else {
            self.may_begin(document, owner)?;
            Diff::created(Layer {
                article: document.article.id,
                annotator: owner,
                stage,
                stamp: self.stamp(),
            })
        };
        self.changes.push(Change::Layer(diff));
        Ok(())
    }

    /// In a blind project whoever reviews may have seen what others submitted,
    /// and no longer annotates it of themself.
    fn may_begin(&self, document: &Document, owner: AnnotatorId) -> Result<(), EditError> {
        let registry = self.state.registry;
        let reviews = registry.is_blind() && registry.reviews(owner);
        let seen = |other: &AnnotatorId| *other != owner && document.is_submitted(*other);
        if reviews && document.layers.keys().any(seen) { Err(EditError::SeenByReviewer) } else { Ok(()) }
    }

    pub(super) fn set_stage(&mut self, stage: Stage) -> Result<Label, EditError> {
        let author = self.author()?;
        self.set_stage_of(author, stage)?;
        Ok(Label::SetStage)
    }

    /// A layer's stage, and its quotes'.
    pub(super) fn set_stage_of(&mut self, owner: AnnotatorId, stage: Stage) -> Result<(), EditError> {
        let document = self.document()?;
        if document.stage_of(owner) != stage {
            self.set_layer(owner, stage)?;
        }
        for quote in document.quotes_of(owner) {
            self.set_status(quote, stage);
        }
        Ok(())
    }

    fn set_status(&mut self, quote: &Arc<Quote>, status: Stage) {
        if quote.status != status {
            let after = Quote { status, stamp: self.touched(quote.stamp), ..Quote::clone(quote) };
            self.changes.push(Change::Quote(Diff::changed(quote, after)));
        }
    }

    pub(super) fn set_stages(&mut self, stage: Stage, layers: &[Arc<Layer>], quotes: &[Arc<Quote>]) -> Label {
        for layer in layers.iter().filter(|layer| layer.stage != stage) {
            let after = Layer { stage, stamp: self.touched(layer.stamp), ..Layer::clone(layer) };
            self.changes.push(Change::Layer(Diff::changed(layer, after)));
        }
        for quote in quotes {
            self.set_status(quote, stage);
        }
        Label::SetStage
    }

    pub(super) fn assign(&mut self, assigned: &[(ArticleId, AnnotatorId)]) -> Label {
        let stamp = self.stamp();
        self.changes.extend(assigned.iter().map(|(article, annotator)| {
            let layer = Layer { article: *article, annotator: *annotator, stage: Stage::New, stamp };
            Change::Layer(Diff::created(layer))
        }));
        Label::Assign
    }

    pub(super) fn unassign(&mut self, layers: &[Arc<Layer>]) -> Label {
        let untouched = layers.iter().filter(|layer| layer.stage == Stage::New);
        self.changes.extend(untouched.map(|layer| Change::Layer(Diff::deleted(layer))));
        Label::Assign
    }
}
