//! What stands above an article: headline, publication line, byline, caption.

use std::collections::HashSet;
use std::ops::Range;

use super::attribution::{edits, is_name, is_role, name_before_role, without_label};
use super::block::{Hint, capital};
use super::caption::{self, is_shouted_name};
use super::desk::Desk;
use super::publication::{Stamp, is_outlet};
use super::score::Traits;
use super::words::{WORDS, begins, key};
use crate::model::RegionKind;

/// Titles have at most so many words.
const LONGEST_TITLE: usize = 32;

/// Labels all blocks above the article; gives the article's stretch, which may
/// begin later than it was thought.
pub fn label(desk: &mut Desk<'_>, run: Range<usize>, title: Option<&str>) -> Range<usize> {
    let start = true_start(desk, &run);
    let (headline, start) = headline(desk, start..run.end, title);
    let run = start.max(run.start.min(start))..run.end;
    if let Some(at) = headline {
        desk.set(at, RegionKind::Headline);
        desk.found.headline = Some(at);
    }
    label_stamps(desk, run.start, headline);
    for at in 0..run.start {
        if !desk.is_set(at) {
            let kind = kind_above(desk, at, headline, run.start);
            if let Some(kind) = kind {
                desk.set(at, kind);
            }
        }
    }
    run
}

/// On a page without an article: only the title, where the page begins with
/// one.
pub fn label_title(desk: &mut Desk<'_>, title: Option<&str>) {
    if desk.blocks.len() < 2 {
        return;
    }
    if let (Some(at), _) = headline(desk, 0..desk.blocks.len(), title) {
        desk.set(at, RegionKind::Headline);
        desk.found.headline = Some(at);
    }
}

/// Sentences above the publication line (a notice, the summary) are not where
/// the article starts.
fn true_start(desk: &Desk<'_>, run: &Range<usize>) -> usize {
    let words = |range: Range<usize>| -> usize {
        let caption =
            |at: usize| super::caption::read(desk.words(at), false).is_some_and(|caption| caption.sure);
        range.filter_map(|at| desk.traits.get(at).filter(|t| t.prose && !caption(at))).map(|t| t.words).sum()
    };
    let all = words(run.clone());
    let limit = run.start + run.len().div_ceil(3).min(12);
    (run.start..limit)
        .filter(|at| {
            let marks = desk
                .traits
                .get(*at)
                .is_some_and(|t| t.stamp.as_ref().is_some_and(|s| s.when.is_some()) && !t.prose);
            let dateline = desk.traits.get(*at).is_some_and(|t| t.dateline);
            (marks || dateline && *at > run.start) && words(run.start..*at) * 5 < all
        })
        .map(|at| if desk.traits.get(at).is_some_and(|t| t.dateline) { at } else { at + 1 })
        .next_back()
        .unwrap_or(run.start)
}

/// The block that is the headline, and where the article starts below it.
fn headline(desk: &Desk<'_>, run: Range<usize>, title: Option<&str>) -> (Option<usize>, usize) {
    let body: HashSet<&str> = desk
        .traits
        .get(run.clone())
        .unwrap_or_default()
        .iter()
        .flat_map(|t| t.key.split(' '))
        .filter(|word| word.chars().count() >= 4)
        .collect();
    let title = title.map(key);
    let best = (0..run.start)
        .filter_map(|at| Some((at, title_score(desk, at, run.start, &body, title.as_deref())?)))
        .fold(None, |best: Option<(usize, f32)>, (at, score)| match best {
            Some((_, highest)) if score <= highest => best,
            _ => Some((at, score)),
        });
    if let Some((at, _)) = best.filter(|(_, score)| *score > 0.0) {
        return (Some(at), run.start);
    }
    let first = run.start;
    let opens = desk.traits.get(first).is_some_and(|t| {
        t.words <= 20
            && t.words > 0
            && !t.dateline
            && t.stamp.is_none()
            && !t.clutter
            && t.related.is_none()
            && (!t.ends
                || t.words >= 3 && desk.words(first).ends_with(['?', '!'])
                || desk.hint(first) == Hint::Heading(1))
            && !desk.words(first).starts_with(['"', '“', '-', '–', '—'])
            && !speaks(desk.words(first))
    });
    let next = desk.traits.get(first + 1).is_some_and(|t| t.words >= 1);
    if opens && next && first < run.end && below_is_longer(desk, first) {
        return (Some(first), first + 1);
    }
    (None, run.start)
}

/// "ANNA: Good morning" opens a transcript.
fn speaks(words: &str) -> bool {
    words.split_once(':').is_some_and(|(name, _)| is_name(name) && name.split(' ').count() <= 2)
        && words.split_whitespace().count() > 4
        && words.ends_with(['?', '!', '.'])
}

fn below_is_longer(desk: &Desk<'_>, at: usize) -> bool {
    let own = desk.traits.get(at).map_or(0, |t| t.words);
    let below = desk.traits.get(at + 1..).unwrap_or_default();
    let blank_after = desk
        .blocks
        .get(at)
        .zip(desk.blocks.get(at + 1))
        .and_then(|(a, b)| desk.text.get(a.end..b.start))
        .is_some_and(|gap| gap.matches('\n').count() > 1);
    blank_after && own <= 12 || below.iter().take(3).any(|t| t.words > own * 2 && t.words >= 12)
}

/// How much a block above the article looks like its headline; `None` where it
/// cannot be.
fn title_score(
    desk: &Desk<'_>,
    at: usize,
    start: usize,
    body: &HashSet<&str>,
    title: Option<&str>,
) -> Option<f32> {
    let traits = desk.traits.get(at)?;
    let words = desk.words(at);
    let hint = desk.hint(at);
    let named = title.is_some_and(|title| !title.is_empty() && title == traits.key);
    let top_heading = hint == Hint::Heading(1);
    if traits.words == 0
        || traits.words > LONGEST_TITLE
        || traits.stamp.is_some()
        || matches!(hint, Hint::Caption | Hint::Credit | Hint::Time)
    {
        return None;
    }
    if !named && (traits.clutter || traits.inline || traits.chrome || traits.related.is_some()) {
        return None;
    }
    if !named
        && !top_heading
        && (without_label(words).is_some() && traits.words <= 8
            || super::caption::read(words, false).is_some_and(|c| c.sure))
    {
        return None;
    }
    if traits.end_mark && !named && !top_heading {
        return None;
    }
    let mut score = match traits.words {
        1..=2 => -0.5,
        3..=4 => 0.5,
        5..=18 => 2.0,
        _ => 1.0,
    };
    score += if named { 8.0 } else { 0.0 } + if top_heading { 5.0 } else { 0.0 };
    let long: Vec<&str> = traits.key.split(' ').filter(|word| word.chars().count() >= 4).collect();
    let shared = long.iter().filter(|word| body.contains(**word)).count();
    score += 2.5 * shared as f32 / long.len().max(1) as f32;
    let stamp_near = (at + 1..(at + 5).min(start))
        .any(|near| desk.traits.get(near).is_some_and(|t| t.stamp.is_some() || t.credits));
    // Right below a line that may be the headline stands its summary.
    let above = at.checked_sub(1).and_then(|above| desk.traits.get(above));
    let summary = above.is_some_and(|t| t.titled() && (5..=25).contains(&t.words)) && !top_heading && !named;
    score -= if summary { 1.5 } else { 0.0 };
    score += if stamp_near { 1.5 } else { 0.0 };
    score -= if words.ends_with('.') && !named { 2.5 } else { 0.0 };
    score -=
        if words.contains(['>', '»', '›', '|']) || words.matches('/').count() > 1 { 3.0 } else { 0.0 };
    score -= if is_outlet(words) { 2.0 } else { 0.0 };
    score -= if traits.nth > 0 { 0.6 } else { 0.0 };
    score -= if traits.words <= 3 && is_name(words) && shared == 0 { 0.8 } else { 0.0 };
    score -= if words.chars().next().is_some_and(char::is_lowercase) { 1.0 } else { 0.0 };
    score -= if traits.outside && !top_heading { 0.5 } else { 0.0 };
    Some(score)
}

/// Publication lines: those below the headline, or else the last above it.
fn label_stamps(desk: &mut Desk<'_>, start: usize, headline: Option<usize>) {
    let stamps: Vec<(usize, Stamp)> = (0..start)
        .filter_map(|at| Some((at, desk.traits.get(at)?.stamp.clone()?)))
        .filter(|(at, _)| !desk.is_set(*at))
        .collect();
    let above = |at: usize| headline.is_some_and(|headline| at < headline);
    let below: Vec<&(usize, Stamp)> = stamps.iter().filter(|(at, _)| !above(*at)).collect();
    let chosen: Vec<&(usize, Stamp)> = if below.is_empty() {
        stamps.iter().rfind(|(_, s)| s.when.is_some()).into_iter().collect()
    } else {
        below
    };
    for (at, stamp) in &chosen {
        desk.set(*at, RegionKind::PublicationLine);
        desk.add_authors(stamp.authors.clone());
        let better = match &desk.found.stamp {
            None => true,
            Some(known) => known.when.is_none() || known.updated && !stamp.updated && stamp.when.is_some(),
        };
        if better {
            let publisher = desk.found.stamp.take().and_then(|known| known.publisher);
            let mut stamp = stamp.clone();
            stamp.publisher = stamp.publisher.or(publisher);
            desk.found.stamp = Some(stamp);
        }
    }
}

/// The role of a block above the article that is neither headline nor
/// publication line.
fn kind_above(desk: &mut Desk<'_>, at: usize, headline: Option<usize>, start: usize) -> Option<RegionKind> {
    let below = headline.is_none_or(|headline| at > headline);
    let traits = desk.traits.get(at)?.clone();
    let repeated = traits.nth > 0 && !traits.prose || desk.is_caption_again(at);
    if traits.stamp.is_some() || traits.chrome || traits.inline || repeated {
        return Some(RegionKind::Boilerplate);
    }
    if desk.label_caption(at, below) {
        return None;
    }
    if traits.clutter || traits.end_mark || traits.related.is_some() {
        return Some(RegionKind::Boilerplate);
    }
    if desk.hint(at) == Hint::Time {
        return Some(RegionKind::PublicationLine);
    }
    // "A Name (An Outlet)" is read as "A Name, An Outlet".
    let words = desk.words(at).replace(" (", ", ").replace(')', "");
    if below && label_named_below(desk, at) {
        return None;
    }
    if below && desk.label_byline(at) {
        return None;
    }
    if below
        && (desk.hint(at) == Hint::Byline && traits.words <= 12 || named_nearby(desk, at, &words, headline))
    {
        let names = words
            .split([',', '|', '-', '–', '·'])
            .map(str::trim)
            .filter(|name| name.contains(' ') && is_name(name) && !is_outlet(name) && !is_role(name));
        let names: Vec<String> = match name_before_role(&words) {
            Some(name) => vec![name.to_owned()],
            None => names.take(3).map(str::to_owned).collect(),
        };
        let outlet = words.split([',', '|', '–', '·']).flat_map(|part| part.split(" - ")).map(str::trim);
        let outlet =
            outlet.filter(|part| is_outlet(part) && part.split(' ').count() <= 4).map(str::to_owned).next();
        if let Some(stamp) = desk.found.stamp.as_mut().filter(|stamp| stamp.publisher.is_none()) {
            stamp.publisher = outlet;
        }
        desk.add_authors(names);
        return Some(RegionKind::Byline);
    }
    if below && is_outlet(&words) && beside(desk, at, RegionKind::PublicationLine) {
        let publisher = words.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        if let Some(stamp) = &mut desk.found.stamp {
            stamp.publisher.get_or_insert(publisher);
        }
        return Some(RegionKind::PublicationLine);
    }
    if below && is_shouted_name(&words) && beside(desk, at, RegionKind::Caption) {
        return Some(RegionKind::Credit);
    }
    if let Some(kind) =
        picture_nearby(desk, at, &traits).filter(|kind| below || *kind == RegionKind::Boilerplate)
    {
        return Some(kind);
    }
    if below && tells_picture(desk, at, &traits) {
        return Some(RegionKind::Boilerplate);
    }
    if below && caption_by_place(desk, at, start, desk.words(at)) {
        return Some(RegionKind::Caption);
    }
    let summary = below && headline.is_some() && !traits.outside && (traits.prose || traits.words >= 7);
    Some(if summary { RegionKind::Body } else { RegionKind::Boilerplate })
}

fn beside(desk: &Desk<'_>, at: usize, kind: RegionKind) -> bool {
    let is = |at: usize| desk.kinds.get(at) == Some(&Some(kind));
    is(at + 1) || at.checked_sub(1).is_some_and(is)
}

/// "Reporter" above "A Name": the label and the line below it.
fn label_named_below(desk: &mut Desk<'_>, at: usize) -> bool {
    let label = key(desk.words(at));
    let is_label = WORDS.byline.phrases.contains(&label);
    let below = desk.words(at + 1).to_owned();
    if !is_label || desk.is_set(at + 1) || !(is_name(&below) || is_outlet(&below)) {
        return false;
    }
    for line in [at, at + 1] {
        desk.set(line, RegionKind::Byline);
    }
    if let Some(joined) = desk.joined.get_mut(at) {
        *joined = true;
    }
    if !edits(&label) && is_name(&below) && !is_outlet(&below) {
        desk.add_authors(vec![below]);
    }
    true
}

/// A line right above a caption that says what is to be seen, for those who
/// can't: it shares the caption's words, or stands below the byline, where no
/// summary does.
fn tells_picture(desk: &Desk<'_>, at: usize, traits: &Traits) -> bool {
    let skipped = |at: usize| desk.traits.get(at).is_some_and(|t| t.inline || t.words <= 4 && !t.prose);
    let Some(next) = (at + 1..desk.blocks.len()).take(3).find(|next| !skipped(*next)) else { return false };
    let is_caption = caption::read(desk.words(next), false).is_some_and(|caption| caption.sure);
    let named = |kind| desk.kinds.iter().take(at).any(|known| *known == Some(kind));
    let after_summary = traits.words <= 25 && named(RegionKind::Body);
    if traits.prose && !after_summary || !is_caption {
        return false;
    }
    let long = |key: &str| -> HashSet<String> {
        key.split(' ').filter(|word| word.chars().count() >= 5).map(str::to_owned).collect()
    };
    let own = long(&traits.key);
    let shared = desk.traits.get(next).map_or(0, |next| long(&next.key).intersection(&own).count());
    let alike = shared * 2 > own.len() && shared > 2;
    alike || after_summary || named(RegionKind::PublicationLine) || named(RegionKind::Byline)
}

/// A name alone, or with an outlet or a role, beside headline or time.
fn named_nearby(desk: &Desk<'_>, at: usize, words: &str, headline: Option<usize>) -> bool {
    let parts: Vec<&str> =
        words.split([',', '|', '–', '·']).flat_map(|part| part.split(" - ")).map(str::trim).collect();
    let person = |part: &str| {
        is_name(part)
            && (2..=4).contains(&part.split_whitespace().count())
            && !is_outlet(part)
            && part.split_whitespace().all(capital)
            && !WORDS.places.cities.contains(&key(part))
            && !is_shouted_name(part)
    };
    let near = headline == at.checked_sub(1) && headline.is_some()
        || beside(desk, at, RegionKind::PublicationLine)
        || beside(desk, at, RegionKind::Byline)
        || is_role(desk.words(at + 1));
    let others = |part: &&str| is_outlet(part) || is_role(part) || person(part);
    if near && name_before_role(words).is_some_and(person) {
        return true;
    }
    let role_under = is_role(words) && beside(desk, at, RegionKind::Byline);
    near && (parts.first().is_some_and(|first| person(first)) && parts.iter().skip(1).all(others)
        || role_under)
}

/// A line beside a credit is its caption; one that the next line begins with
/// again is a picture's text for those who cannot see it.
fn picture_nearby(desk: &Desk<'_>, at: usize, traits: &Traits) -> Option<RegionKind> {
    let next = desk.traits.get(at + 1);
    if traits.words < 4 || traits.dateline {
        return None;
    }
    if next.is_some_and(|next| next.key != traits.key && begins(&next.key, &traits.key)) {
        return Some(RegionKind::Boilerplate);
    }
    let credit_below =
        next.is_some_and(|t| !t.prose && !t.dateline) && caption::is_credit(desk.words(at + 1));
    (credit_below || beside(desk, at, RegionKind::Credit)).then_some(RegionKind::Caption)
}

/// A sentence between the publication line and a dateline that gives a date in
/// brackets tells of a picture.
fn caption_by_place(desk: &Desk<'_>, at: usize, start: usize, words: &str) -> bool {
    let opens = desk.traits.get(start).is_some_and(|t| t.dateline);
    let after_stamp = (0..at).any(|near| desk.kinds.get(near) == Some(&Some(RegionKind::PublicationLine)));
    let dated = words.split(['(', ')']).skip(1).step_by(2).any(|inner| super::date::find(inner).is_some());
    opens && after_stamp && dated
}
