//! Reading JSON lines: Kutip's own records and any others with a `text`.

use std::collections::VecDeque;
use std::io::BufRead;

use super::error::Problem;
use super::raw::{Probe, RawArticle, RawLine};
use super::{FormatError, Importer, Incoming, Place, Refusal, Step, resolve};

/// One of the names under which JSON lines are read. What a line is, is told
/// by its keys.
pub(super) struct Jsonl {
    pub name: &'static str,
    pub about: &'static str,
}

impl Importer for Jsonl {
    fn name(&self) -> &'static str {
        self.name
    }

    fn about(&self) -> &'static str {
        self.about
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["jsonl", "ndjson"]
    }

    fn read<'r>(
        &self,
        reader: &'r mut dyn BufRead,
        annotator: Option<&'r str>,
    ) -> Box<dyn Iterator<Item = Result<Incoming, FormatError>> + 'r> {
        Box::new(read_jsonl(reader, annotator))
    }
}

/// Reads records line by line. Each line yields what it brings, then a
/// [`FormatError::Refused`] for each part that was left out; a line that
/// can't be read yields only that. Quotes and claims that name no annotator
/// belong to `annotator`.
pub fn read_jsonl<'r>(reader: &'r mut dyn BufRead, annotator: Option<&'r str>) -> JsonLines<'r> {
    let annotator = annotator.filter(|name| !name.trim().is_empty());
    JsonLines { reader, annotator, line: 0, ready: VecDeque::new(), done: false }
}

/// What [`read_jsonl`] gives.
pub struct JsonLines<'r> {
    reader: &'r mut dyn BufRead,
    annotator: Option<&'r str>,
    line: usize,
    ready: VecDeque<Result<Incoming, FormatError>>,
    done: bool,
}

impl Iterator for JsonLines<'_> {
    type Item = Result<Incoming, FormatError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut bytes = Vec::new();
        loop {
            if let Some(item) = self.ready.pop_front() {
                return Some(item);
            }
            if self.done {
                return None;
            }
            bytes.clear();
            self.line += 1;
            match self.reader.read_until(b'\n', &mut bytes) {
                Ok(0) => self.done = true,
                Ok(_) => self.take_line(&bytes),
                Err(source) => {
                    self.done = true;
                    return Some(Err(FormatError::Read { line: self.line, source }));
                }
            }
        }
    }
}

impl JsonLines<'_> {
    fn take_line(&mut self, bytes: &[u8]) {
        let mark: &[u8] = if self.line == 1 { b"\xef\xbb\xbf" } else { b"" };
        let bytes = bytes.strip_prefix(mark).unwrap_or(bytes);
        let mut problems = Vec::new();
        match record(bytes, self.line, self.annotator, &mut problems) {
            Ok(incoming) => self.ready.extend(incoming.map(Ok)),
            Err(refusal) => self.ready.push_back(Err(refusal.into())),
        }
        self.ready.extend(problems.into_iter().map(|refusal| Err(refusal.into())));
    }
}

/// What one line brings; nothing where it is blank.
fn record(
    bytes: &[u8],
    line: usize,
    annotator: Option<&str>,
    problems: &mut Vec<Refusal>,
) -> Result<Option<Incoming>, Refusal> {
    let words = std::str::from_utf8(bytes)
        .map_err(|error| Refusal::new(line, Step::Byte(error.valid_up_to() + 1), Problem::NotUtf8))?;
    let words = words.trim_end_matches(['\r', '\n']);
    if words.trim().is_empty() {
        return Ok(None);
    }
    if !words.trim_start().starts_with('{') {
        return Err(Refusal::new(line, Place::default(), Problem::NoRecord));
    }
    let unreadable = |error| not_json(line, words, &error);
    let probe: Probe = serde_json::from_str(words).map_err(unreadable)?;
    if probe.text.is_some() {
        let raw: RawArticle = serde_json::from_str(words).map_err(unreadable)?;
        let article = resolve::article(raw, line, annotator, problems)?;
        return Ok(Some(Incoming::Article(Box::new(article))));
    }
    if probe.article.is_some() {
        let raw: RawLine = serde_json::from_str(words).map_err(unreadable)?;
        return resolve::line(raw, line, annotator).map(|quote| Some(Incoming::Quote(Box::new(quote))));
    }
    Err(Refusal::new(line, Place::default(), Problem::NeitherArticleNorQuote))
}

/// A line that is no JSON, and where it ceases to be.
#[must_use]
pub fn not_json(line: usize, words: &str, error: &serde_json::Error) -> Refusal {
    let message = error.to_string();
    let suffix = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&suffix).unwrap_or(&message).to_owned();
    // JSON's columns are bytes; people count characters.
    let column = words.get(..error.column()).map_or(error.column(), |before| before.chars().count());
    let place = if column == 0 { Place::default() } else { Step::Column(column).into() };
    Refusal::new(line, place, Problem::NotJson(message))
}
