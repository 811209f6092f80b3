//! What goes wrong with a file, said in sentences.

use std::io;

use super::Place;
use crate::model::{AnnotatorId, ArticleId, SpeakerId};

/// Why something can't be written or read. The sentences don't name the file;
/// the caller knows it.
#[derive(Debug, thiserror::Error)]
pub enum FormatError {
    #[error("The export can't be written: {0}.")]
    Write(#[source] io::Error),
    #[error("line {line}: the file can't be read on: {source}.")]
    Read { line: usize, source: io::Error },
    #[error(transparent)]
    Damaged(#[from] Box<Damage>),
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// Words and positions that disagree, or a link to nothing, in the project
/// itself; `kutip check` lists all such places.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Article {article} (“{title}”), {place}: {problem}. Nothing was repaired.")]
pub struct Damage {
    pub article: ArticleId,
    pub title: String,
    /// Where in the article: “quote 0192…, cue 12–30”.
    pub place: Place,
    pub problem: Problem,
}

/// One thing that was left out of an import.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {problem}.", located(*line, place))]
pub struct Refusal {
    /// From 1; 0 where the file is one record.
    pub line: usize,
    pub place: Place,
    pub problem: Problem,
}

impl Refusal {
    #[must_use]
    pub fn new(line: usize, place: impl Into<Place>, problem: Problem) -> Self {
        Self { line, place: place.into(), problem }
    }
}

fn located(line: usize, place: &Place) -> String {
    match (line, place.0.is_empty()) {
        (0, true) => "the file".to_owned(),
        (0, false) => place.to_string(),
        (line, true) => format!("line {line}"),
        (line, false) => format!("line {line}, {place}"),
    }
}

/// What is wrong with a record or a part of one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("this is not UTF-8; save the file as UTF-8 and import it again")]
    NotUtf8,
    #[error("a line must be one record in braces, like {{\"text\": \"…\"}}")]
    NoRecord,
    #[error("this is not a record: {0}")]
    NotJson(String),
    #[error(
        "there is neither a `text`, which makes an article, nor an `article`, which makes a quote of one"
    )]
    NeitherArticleNorQuote,
    #[error("this is an article, and a quote is wanted")]
    NoQuote,
    #[error("the `article` has no id, external_id or sha256 to find it by")]
    NoReference,
    #[error("`text` holds the character NUL, which no article has; take it out and import again")]
    Nul,
    #[error("`text` is empty")]
    EmptyText,
    #[error("`{field}` is missing")]
    Missing { field: &'static str },
    #[error("no annotator is named and no other was given; add `annotator` or say whose quotes these are")]
    NoAnnotator,
    #[error("a speaker has neither a name nor an id")]
    NamelessSpeaker,
    #[error("`{field}` is “{given}”; it can be {}", allowed.join(", "))]
    UnknownName { field: &'static str, given: String, allowed: Vec<&'static str> },
    #[error("`{field}` is “{given}”, not a time with its zone like 2019-04-25T05:17:00Z")]
    BadTime { field: &'static str, given: String },
    #[error("`{field}` is “{given}”, not a date like 2019-04-25 or a time like 2019-04-25T12:17:00+07:00")]
    BadDate { field: &'static str, given: String },
    #[error("the end must come after the start")]
    EmptySpan,
    #[error("the article ends at {length}")]
    OutsideText { length: usize },
    #[error("the article has “{there}” there, the record says “{given}”")]
    Words { there: String, given: String },
    #[error("it overlaps {start}–{end}")]
    Overlap { start: usize, end: usize },
    #[error("a claim needs a quote or spans of its own")]
    LooseClaim,
    #[error(
        "the project has the article {0} with another text; a text never changes, so give this one an id of its own"
    )]
    OtherText(ArticleId),
    #[error("its article is not in the project; import the article first")]
    UnknownArticle,
    #[error("its id belongs to something on another article; take the id out and import again")]
    IdTaken,
    #[error("the project has it with other words or another annotator; it stays as it is there")]
    Differs,
    #[error("the parent “{0}” is not among the article's quotes; it came in without a parent")]
    UnknownParent(String),
    #[error("the parent “{0}” lies inside it; it came in without a parent")]
    CircularParent(String),
    #[error("its quote “{0}” is not among the article's quotes; it came in on its spans alone")]
    UnknownQuote(String),
    #[error("its quote “{0}” is not among the article's quotes, and it has no spans of its own")]
    NowhereToStand(String),
    #[error("its quote has another claim already")]
    QuoteHasClaim,
    #[error("the speaker “{0}” is not in the registry and has no name here; it came in without them")]
    UnnamedSpeaker(String),
    #[error("the speaker {0} is not in the registry")]
    UnknownSpeaker(SpeakerId),
    #[error("the annotator {0} is not in the project")]
    UnknownAnnotator(AnnotatorId),
}

/// Words cut for a sentence: their beginning, and an ellipsis where more
/// follows.
pub(super) fn shortened(words: &str) -> String {
    const MOST: usize = 80;
    match words.char_indices().nth(MOST) {
        None => words.to_owned(),
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or(words)),
    }
}
