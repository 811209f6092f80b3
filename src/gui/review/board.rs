//! The layers of the open article, aligned, with what is decided: made once
//! for each change and read by every frame.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::verdicts;
use crate::gui::page::Readings;
use crate::model::{AnnotatorId, ArticleId, Document, QuoteId, Stage};
use crate::review::{Alignment, Case, Docket, Group};
use crate::workspace::Workspace;

/// As many layers as are compared at once.
const MOST: usize = 6;

/// A colleague's layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayerInfo {
    pub annotator: AnnotatorId,
    pub name: String,
    pub stage: Stage,
    pub quotes: usize,
    /// Its place among those compared.
    pub place: Option<usize>,
}

/// The open article as review sees it.
#[derive(Debug)]
pub struct Board {
    key: (ArticleId, u64, Option<BTreeSet<AnnotatorId>>),
    /// Everyone's who worked on the article and may be seen.
    pub layers: Vec<LayerInfo>,
    pub alignment: Alignment,
    pub docket: Docket,
    /// The same for the page; none where there is nothing to compare.
    pub readings: Option<Arc<Readings>>,
}

impl Board {
    pub fn of(
        document: &Document,
        workspace: &Workspace,
        revision: u64,
        chosen: Option<&BTreeSet<AnnotatorId>>,
    ) -> Self {
        let layers = layers(document, workspace, chosen);
        let mut compared: Vec<(usize, AnnotatorId)> =
            layers.iter().filter_map(|layer| Some((layer.place?, layer.annotator))).collect();
        compared.sort_unstable();
        let compared: Vec<AnnotatorId> = compared.into_iter().map(|(_, annotator)| annotator).collect();
        let alignment = Alignment::of(document, &compared);
        let docket = Docket::of(document, &alignment);
        let readings =
            (compared.len() > 1).then(|| Arc::new(verdicts::readings(document, &alignment, &docket)));
        let key = (document.article.id, revision, chosen.cloned());
        Self { key, layers, alignment, docket, readings }
    }

    pub fn is_of(&self, document: &Document, revision: u64, chosen: Option<&BTreeSet<AnnotatorId>>) -> bool {
        (self.key.0, self.key.1, self.key.2.as_ref()) == (document.article.id, revision, chosen)
    }

    /// Whether there are layers to decide between.
    pub fn compares(&self) -> bool {
        self.alignment.layers.len() > 1
    }

    /// The place of the case that a quote belongs to, or its adjudicated one.
    pub fn place_of(&self, quote: QuoteId) -> Option<usize> {
        let of_result = || self.docket.cases.iter().position(|case| case.result == Some(quote));
        self.alignment.place_of(quote).or_else(of_result)
    }

    pub fn case(&self, place: usize) -> Option<(&Case, &Group)> {
        self.docket.cases.get(place).zip(self.alignment.groups.get(place))
    }

    /// What a quote's case is called on the page: by its first quote.
    pub fn representative(&self, quote: QuoteId) -> Option<QuoteId> {
        self.case(self.place_of(quote)?).and_then(|(case, _)| case.members.first()).copied()
    }

    /// The layer that is stepped through.
    pub fn reviewed(&self, wanted: Option<AnnotatorId>, own: Option<AnnotatorId>) -> Option<&LayerInfo> {
        let colleagues = || self.layers.iter().filter(|layer| Some(layer.annotator) != own);
        colleagues().find(|layer| Some(layer.annotator) == wanted).or_else(|| {
            let has_quotes = |layer: &&LayerInfo| layer.quotes > 0;
            colleagues().find(has_quotes).or_else(|| colleagues().next())
        })
    }
}

/// "A", "B": what a layer is called beside its colour.
pub fn letter(place: usize) -> char {
    u8::try_from(place).ok().map_or('?', |place| char::from(b'A' + place % 26))
}

fn layers(
    document: &Document,
    workspace: &Workspace,
    chosen: Option<&BTreeSet<AnnotatorId>>,
) -> Vec<LayerInfo> {
    let mut places = 0..MOST;
    let mut layers = Vec::new();
    for person in workspace.registry().people() {
        let (stage, quotes) = (document.stage_of(person.id), document.quotes_of(person.id).count());
        if stage == Stage::New && quotes == 0 {
            continue;
        }
        let compared = chosen.map_or(stage >= Stage::Done, |chosen| chosen.contains(&person.id));
        let place = compared.then(|| places.next()).flatten();
        layers.push(LayerInfo { annotator: person.id, name: person.name.clone(), stage, quotes, place });
    }
    layers
}
