//! How the window words what the model names.

mod citation;
mod error;
mod language;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::edit::Label;
use crate::model::{Mention, QuoteType, Role, Stage};
use crate::workspace::ImportReport;

pub use citation::citation;
pub use error::{error, left_out};
pub(crate) use language::tr;
pub use language::{languages, message, of_system, own_name, speak, spoken};

/// A type of quotes as people read it.
pub fn quote_type(quote_type: QuoteType) -> String {
    tr!(match quote_type {
        QuoteType::Direct => "words-type-direct",
        QuoteType::Indirect => "words-type-indirect",
        QuoteType::Mixed => "words-type-mixed",
        QuoteType::FreeIndirect => "words-type-free-indirect",
        QuoteType::Reported => "words-type-reported",
        QuoteType::Unspecified => "words-type-unspecified",
    })
}

pub fn mention(mention: Mention) -> String {
    tr!(match mention {
        Mention::Name => "words-mention-name",
        Mention::NounPhrase => "words-mention-noun-phrase",
        Mention::Pronoun => "words-mention-pronoun",
        Mention::Clitic => "words-mention-clitic",
    })
}

pub fn stage(stage: Stage) -> String {
    tr!(match stage {
        Stage::New => "words-stage-new",
        Stage::InProgress => "words-stage-in-progress",
        Stage::Done => "words-stage-done",
        Stage::Submitted => "words-stage-submitted",
        Stage::Reviewed => "words-stage-reviewed",
    })
}

/// A part of a quote as a sentence calls it.
pub fn role(role: Role) -> String {
    tr!(match role {
        Role::Content => "words-role-content",
        Role::Cue => "words-role-cue",
        Role::Source => "words-role-source",
        Role::Addressee => "words-role-addressee",
        Role::Relay => "words-role-relay",
    })
}

/// What an edit did, for undo and redo.
pub fn label(label: Label) -> String {
    tr!(match label {
        Label::AddQuote => "words-label-add-quote",
        Label::ChangeContent => "words-label-change-content",
        Label::ChangeCue => "words-label-change-cue",
        Label::ChangeSource => "words-label-change-source",
        Label::ChangeAddressee => "words-label-change-addressee",
        Label::ChangeRelay => "words-label-change-relay",
        Label::ChangeType => "words-label-change-type",
        Label::ChangeQuote => "words-label-change-quote",
        Label::LinkSpeaker => "words-label-link-speaker",
        Label::UnlinkSpeaker => "words-label-unlink-speaker",
        Label::DeleteQuote => "words-label-delete-quote",
        Label::AddClaim => "words-label-add-claim",
        Label::ChangeClaim => "words-label-change-claim",
        Label::DeleteClaim => "words-label-delete-claim",
        Label::AddSpeaker => "words-label-add-speaker",
        Label::ChangeSpeaker => "words-label-change-speaker",
        Label::DeleteSpeaker => "words-label-delete-speaker",
        Label::MergeSpeakers => "words-label-merge-speakers",
        Label::PartSpeaker => "words-label-part-speaker",
        Label::TellApart => "words-label-tell-apart",
        Label::AddAnnotator => "words-label-add-annotator",
        Label::SetStage => "words-label-set-stage",
        Label::ChangeMetadata => "words-label-change-metadata",
        Label::ChangeRegions => "words-label-change-regions",
        Label::Import => "words-label-import",
        Label::DeleteArticle => "words-label-delete-article",
        Label::ChangeSetting => "words-label-change-setting",
        Label::AddComment => "words-label-add-comment",
        Label::ChangeComment => "words-label-change-comment",
        Label::DeleteComment => "words-label-delete-comment",
        Label::ResolveComment => "words-label-resolve-comment",
        Label::Review => "words-label-review",
        Label::Adjudicate => "words-label-adjudicate",
        Label::WithdrawDecision => "words-label-withdraw-decision",
        Label::FinishReview => "words-label-finish-review",
        Label::Assign => "words-label-assign",
        Label::Merge => "words-label-merge",
        Label::DecideConflict => "words-label-decide-conflict",
        Label::AcceptSuggestion => "words-label-accept-suggestion",
        Label::DismissSuggestion => "words-label-dismiss-suggestion",
    })
}

/// "1 quote", "2 quotes".
pub fn quotes(number: usize) -> String {
    tr!("words-quotes", number = number)
}

/// What came of an import, in one sentence.
pub fn imported(report: &ImportReport) -> String {
    let mut parts = vec![tr!("start-imported-articles", number = report.articles_new)];
    if report.quotes_new > 0 {
        parts.push(quotes(report.quotes_new));
    }
    if report.claims_new > 0 {
        parts.push(tr!("start-imported-claims", number = report.claims_new));
    }
    let mut sentence = vec![tr!("start-imported", what = parts.join(", "))];
    if report.articles_there > 0 {
        sentence.push(tr!("start-imported-there", number = report.articles_there));
    }
    if !report.left_out.is_empty() {
        sentence.push(tr!("start-imported-left-out", number = report.left_out.len()));
    }
    sentence.join(", ") + "."
}

/// A date for lists, from ISO 8601: "25 Apr 2019".
pub fn short_date(published_at: &str) -> String {
    let date = published_at.get(..10).and_then(|date| date.parse::<jiff::civil::Date>().ok());
    date.map_or_else(
        || published_at.to_owned(),
        |date| format!("{} {} {}", date.day(), month(date.month(), true), date.year()),
    )
}

/// A date in full: "25 April 2019".
pub fn long_date(date: jiff::civil::Date) -> String {
    format!("{} {} {}", date.day(), month(date.month(), false), date.year())
}

/// How long ago, within a day; then the date.
pub fn ago(at: Timestamp, now: Timestamp) -> String {
    let seconds = now.duration_since(at).as_secs();
    match seconds {
        ..60 => tr!("side-just-now"),
        60..3600 => tr!("side-minutes-ago", number = seconds / 60),
        3600..86_400 => tr!("side-hours-ago", number = seconds / 3600),
        _ => long_date(at.to_zoned(TimeZone::system()).date()),
    }
}

/// The time in full.
pub fn exact(at: Timestamp) -> String {
    let zoned = at.to_zoned(TimeZone::system());
    format!("{}, {}", long_date(zoned.date()), zoned.strftime("%H:%M:%S"))
}

/// A month's name, in full or as its first letters.
fn month(month: i8, short: bool) -> String {
    let names = if short { tr!("words-months-short") } else { tr!("words-months") };
    let place = usize::try_from(month - 1).unwrap_or(0);
    names.split(' ').nth(place).unwrap_or_default().to_owned()
}

/// The first letters of a name, for a small round picture.
pub fn initials(name: &str) -> String {
    let first = |word: &str| word.chars().next().map(|c| c.to_uppercase().to_string());
    let words: Vec<&str> = name.split_whitespace().collect();
    match words.as_slice() {
        [] => "?".to_owned(),
        [one] => one.chars().take(2).flat_map(char::to_uppercase).collect(),
        [a, .., b] => [first(a), first(b)].into_iter().flatten().collect(),
    }
}
