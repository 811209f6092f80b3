//! What is wrong with a record, and where.

use crate::gui::words::{role, tr};
use crate::model::Span;
use crate::workspace::fault::{Damage, FormatError, Part, Place, Problem, Refusal, Step};

pub(super) fn format(error: &FormatError) -> String {
    match error {
        FormatError::Write(source) => tr!("errors-export-write", detail = source.to_string()),
        FormatError::Read { line, source } => {
            tr!("errors-import-cut", line = *line, detail = source.to_string())
        }
        FormatError::Damaged(damage) => damaged(damage),
        FormatError::Refused(found) => refusal(found),
    }
}

fn damaged(damage: &Damage) -> String {
    let Damage { article, title, place, problem: found } = damage;
    tr!(
        "errors-export-damage",
        article = article.to_string(),
        title = title.as_str(),
        place = way(place),
        problem = problem(found)
    )
}

pub(super) fn refusal(refusal: &Refusal) -> String {
    let Refusal { line, place, problem: found } = refusal;
    let line = (*line > 0).then(|| tr!("errors-step-line", number = *line));
    let place = (!place.0.is_empty()).then(|| way(place));
    let whole: Vec<String> = line.into_iter().chain(place).collect();
    let whole = if whole.is_empty() { tr!("errors-step-file") } else { whole.join(", ") };
    tr!("errors-record", place = whole, problem = problem(found))
}

fn way(place: &Place) -> String {
    place.0.iter().map(step).collect::<Vec<_>>().join(", ")
}

fn step(step: &Step) -> String {
    match step {
        Step::Part(of) => part(*of),
        Step::Item(of, number) => tr!("errors-step-item", part = part(*of), number = *number),
        Step::Named(of, id) => tr!("errors-step-named", part = part(*of), id = id.as_str()),
        Step::Region(kind, Span { start, end }) => {
            tr!("errors-step-region", kind = kind.name(), start = *start, end = *end)
        }
        Step::Role(of, Span { start, end }) => {
            tr!("errors-step-role", role = role(*of), start = *start, end = *end)
        }
        Step::Span(Span { start, end }) => tr!("errors-step-span", start = *start, end = *end),
        Step::At(Span { start, end }) => tr!("errors-step-at", start = *start, end = *end),
        Step::Byte(number) => tr!("errors-step-byte", number = *number),
        Step::Column(number) => tr!("errors-step-column", number = *number),
    }
}

fn part(part: Part) -> String {
    tr!(match part {
        Part::Layer => "errors-part-layer",
        Part::Region => "errors-part-region",
        Part::Quote => "errors-part-quote",
        Part::Claim => "errors-part-claim",
        Part::Comment => "errors-part-comment",
        Part::Decision => "errors-part-decision",
    })
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NotUtf8 => tr!("errors-record-not-utf8"),
        Problem::NoRecord => tr!("errors-record-no-record"),
        Problem::NotJson(detail) => tr!("errors-record-not-json", detail = detail.as_str()),
        Problem::NeitherArticleNorQuote => tr!("errors-record-neither"),
        Problem::NoQuote => tr!("errors-record-no-quote"),
        Problem::NoReference => tr!("errors-record-no-reference"),
        Problem::Nul => tr!("errors-record-nul"),
        Problem::EmptyText => tr!("errors-record-empty-text"),
        Problem::Missing { field } => tr!("errors-record-missing", field = *field),
        Problem::NoAnnotator => tr!("errors-record-no-annotator"),
        Problem::NamelessSpeaker => tr!("errors-record-nameless-speaker"),
        Problem::UnknownName { field, given, allowed } => tr!(
            "errors-record-unknown-name",
            field = *field,
            given = given.as_str(),
            allowed = allowed.join(", ")
        ),
        Problem::BadTime { field, given } => {
            tr!("errors-record-bad-time", field = *field, given = given.as_str())
        }
        Problem::BadDate { field, given } => {
            tr!("errors-record-bad-date", field = *field, given = given.as_str())
        }
        Problem::EmptySpan => tr!("errors-record-empty-span"),
        Problem::OutsideText { length } => tr!("errors-record-outside-text", length = *length),
        Problem::Words { there, given } => {
            tr!("errors-record-words", there = there.as_str(), given = given.as_str())
        }
        Problem::Overlap { start, end } => tr!("errors-record-overlap", start = *start, end = *end),
        Problem::LooseClaim => tr!("errors-record-loose-claim"),
        Problem::OtherText(id) => tr!("errors-record-other-text", id = id.to_string()),
        Problem::UnknownArticle => tr!("errors-record-unknown-article"),
        Problem::IdTaken => tr!("errors-record-id-taken"),
        Problem::Differs => tr!("errors-record-differs"),
        Problem::UnknownParent(id) => tr!("errors-record-unknown-parent", id = id.as_str()),
        Problem::CircularParent(id) => tr!("errors-record-circular-parent", id = id.as_str()),
        Problem::UnknownQuote(id) => tr!("errors-record-unknown-quote", id = id.as_str()),
        Problem::NowhereToStand(id) => tr!("errors-record-nowhere", id = id.as_str()),
        Problem::QuoteHasClaim => tr!("errors-record-quote-has-claim"),
        Problem::UnnamedSpeaker(id) => tr!("errors-record-unnamed-speaker", id = id.as_str()),
        Problem::UnknownSpeaker(id) => tr!("errors-record-unknown-speaker", id = id.to_string()),
        Problem::UnknownAnnotator(id) => tr!("errors-record-unknown-annotator", id = id.to_string()),
    }
}
