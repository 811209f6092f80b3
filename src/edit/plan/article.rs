//! Planning the edits of articles: metadata, regions, deletion.

use super::Planner;
use crate::edit::{Change, Diff, EditError, Label};
use crate::model::{Article, Metadata, Region, RegionKind, Span, is_iso_date};

impl Planner<'_> {
    pub(super) fn set_metadata(&mut self, metadata: &Metadata) -> Result<Label, EditError> {
        let before = &self.document()?.article;
        if let Some(published_at) = &metadata.published_at
            && !is_iso_date(published_at)
        {
            return Err(EditError::BadDate(published_at.clone()));
        }
        if before.metadata != *metadata {
            let after = Article {
                metadata: metadata.clone(),
                stamp: self.touched(before.stamp),
                ..Article::clone(before)
            };
            self.changes.push(Change::Article(Diff::changed(before, after)));
        }
        Ok(Label::ChangeMetadata)
    }

    pub(super) fn label_region(&mut self, span: Span, kind: Option<RegionKind>) -> Result<Label, EditError> {
        let before = &self.document()?.article;
        if span.is_empty() || span.end > before.text.len() {
            return Err(EditError::BadRegion);
        }
        let span = before.text.snapped(span);
        let across = |region: &&Region| region.span.overlaps(span) && !region.span.covers(span);
        if kind == Some(RegionKind::Dateline)
            && before.regions.iter().filter(|region| region.kind != RegionKind::Dateline).any(|r| across(&r))
        {
            return Err(EditError::BadRegion);
        }
        let regions = relabelled(&before.regions, span, kind);
        if regions != before.regions {
            let after = Article { regions, stamp: self.touched(before.stamp), ..Article::clone(before) };
            self.changes.push(Change::Article(Diff::changed(before, after)));
        }
        Ok(Label::ChangeRegions)
    }

    pub(super) fn delete_article(&mut self) -> Result<Label, EditError> {
        let document = self.document()?;
        // Children go before their parents, so that undo brings parents back
        // first.
        let comments = document.comments.iter().rev().map(|comment| Change::Comment(Diff::deleted(comment)));
        let decisions = document.decisions.iter().map(|decision| Change::Decision(Diff::deleted(decision)));
        self.changes.extend(comments.chain(decisions));
        let claims = document.claims.iter().map(|claim| Change::Claim(Diff::deleted(claim)));
        let quotes = document.quotes.iter().map(|quote| Change::Quote(Diff::deleted(quote)));
        let layers = document.layers.values().map(|layer| Change::Layer(Diff::deleted(layer)));
        self.changes.extend(claims.chain(quotes).chain(layers));
        self.changes.push(Change::Article(Diff::deleted(&document.article)));
        Ok(Label::DeleteArticle)
    }
}

/// The regions with one stretch given another role. A dateline lies inside
/// its paragraph and cuts nothing but datelines; every other role, and none,
/// cuts what it overlaps.
fn relabelled(regions: &[Region], span: Span, kind: Option<RegionKind>) -> Vec<Region> {
    let holds = |region: &Region| Some(region.kind) == kind && region.span.covers(span);
    let mut result: Vec<Region> = Vec::with_capacity(regions.len() + 2);
    for region in regions {
        if !region.span.overlaps(span) || holds(region) || !cuts(kind, span, region) {
            result.push(*region);
            continue;
        }
        let before = Span::new(region.span.start, span.start);
        let after = Span::new(span.end, region.span.end);
        for rest in [before, after].into_iter().filter(|rest| !rest.is_empty()) {
            result.push(Region { kind: region.kind, span: rest });
        }
    }
    if !regions.iter().any(holds) {
        result.extend(kind.map(|kind| Region { kind, span }));
    }
    result.sort_by_key(|region| (region.span.start, std::cmp::Reverse(region.span.end)));
    result
}

/// Whether a new role ends another where they meet. A paragraph keeps the
/// dateline inside it, unless just the dateline is said to be plain body.
fn cuts(kind: Option<RegionKind>, span: Span, region: &Region) -> bool {
    match (kind, region.kind) {
        (Some(RegionKind::Dateline), other) => other == RegionKind::Dateline,
        (Some(RegionKind::Body), RegionKind::Dateline) => region.span.covers(span),
        _ => true,
    }
}
