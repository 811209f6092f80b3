//! What stands below an article.

use std::ops::Range;

use super::desk::Desk;
use super::related::Related;
use crate::model::RegionKind;

/// Credits of the article stand at most so many blocks below it.
const NEAR: usize = 8;

/// Labels all blocks below the article.
pub fn label(desk: &mut Desk<'_>, run: Range<usize>) {
    let count = desk.blocks.len();
    let signal = (run.end..count).find(|at| signals(desk, *at));
    let first = signal.unwrap_or(count);
    let kept = last_of_article(desk, run.end..first, signal.is_some());
    for at in run.end..kept {
        if !desk.is_set(at)
            && desk.label_related(at, kept).is_none()
            && !desk.label_caption(at, false)
            && !desk.label_byline(at)
        {
            desk.set(at, RegionKind::Body);
        }
    }
    let mut adjacent = true;
    for at in kept..count {
        let Some(traits) = desk.traits.get(at) else { continue };
        let related = adjacent && traits.related == Some(Related::Titled);
        let date = traits.stamp.clone().filter(|stamp| stamp.when.is_some() && at < run.end + NEAR);
        if desk.is_set(at) {
            continue;
        }
        if related {
            desk.set(at, RegionKind::RelatedLink);
        } else if at < run.end + NEAR && !traits.clutter && !traits.chrome && desk.label_byline(at) {
        } else {
            adjacent = false;
            desk.set(at, RegionKind::Boilerplate);
            let marked = desk.words(at).to_lowercase().starts_with(['p', 'd', 't']);
            if desk.found.stamp.is_none() && marked && date.is_some() {
                desk.found.stamp = date;
                desk.set(at, RegionKind::PublicationLine);
            }
        }
    }
}

fn signals(desk: &Desk<'_>, at: usize) -> bool {
    desk.traits.get(at).is_some_and(|t| t.signals() || t.credits || t.outside && !t.prose)
        || desk.blocks.get(at).is_some_and(|block| block.linked > 0.8)
}

/// Where the article truly ends: unmarked lines below its last sentence are
/// the article's when they end a list, are long, or when nothing on the page
/// says that something else begins.
fn last_of_article(desk: &Desk<'_>, range: Range<usize>, signal: bool) -> usize {
    let traits = |at: usize| desk.traits.get(at);
    let mut end = range.start;
    for at in range.clone() {
        if traits(at).is_some_and(|t| {
            t.prose && !t.outside || (t.item || t.ends && !desk.words(at).ends_with(':')) && at == end
        }) {
            end = at + 1;
        }
    }
    let left = range.end - end;
    let listing = end.checked_sub(1).is_some_and(|last| desk.words(last).trim_end().ends_with(':'));
    if listing {
        return range.end;
    }
    let outside = (end..range.end).any(|at| traits(at).is_some_and(|t| t.outside));
    if !signal && !outside && left <= 2 {
        return range.end;
    }
    end
}
