//! Suggestions by a program outside: one article as a JSON line on its
//! standard input, quotes as `quotes-jsonl` lines on its standard output.
//!
//! It is started only when somebody asks for it: a project from elsewhere
//! must not run programs by being opened.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::Program;
use crate::format::{
    FormatError, Incoming, IncomingQuote, IncomingSpeaker, Place, Problem, Refusal, exporter, not_json,
    read_jsonl,
};
use crate::job::Progress;
use crate::model::{Document, Piece, Registry, Span, SpeakerKind};
use crate::suggest::{Candidate, Suggestion};
use crate::workspace::{Result, WorkspaceError};

/// How often the program is looked after.
const LOOK: Duration = Duration::from_millis(15);
/// Most bytes of an answer.
const MOST: u64 = 64 << 20;
/// Whose its quotes are said to be while they are read.
const NOBODY: &str = "suggestions";

/// Why a program outside gave no suggestions.
#[derive(Debug, thiserror::Error)]
pub enum OutsideError {
    #[error("The program “{program}” can't be started: {detail}.")]
    Start { program: String, detail: String },
    #[error("The program “{program}” failed: {detail}")]
    Failed { program: String, detail: String },
    #[error("The program “{program}” was stopped: it took longer than {seconds} s for one article.")]
    TooSlow { program: String, seconds: u64 },
    #[error("What “{program}” wrote can't be taken: {refusal}")]
    Line { program: String, refusal: Box<Refusal> },
}

/// Has the program read an article.
///
/// # Errors
/// When it can't be started, fails, takes too long or writes what is no
/// quote of the article, or when the work was stopped.
pub fn ask_outside(
    program: &Program,
    document: &Document,
    registry: &Registry,
    progress: &dyn Progress,
) -> Result<Vec<Suggestion>> {
    let name = program.command.first().cloned().unwrap_or_default();
    let answer = run(program, &name, article_line(document, registry)?, progress)?;
    let mut found = Vec::new();
    for (number, line) in answer.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let suggestion = suggestion(line, number + 1, document, registry)
            .map_err(|refusal| OutsideError::Line { program: name.clone(), refusal: Box::new(refusal) })?;
        found.push(suggestion);
    }
    found.sort_by_key(Suggestion::hull);
    Ok(found)
}

/// The article alone, without anyone's quotes.
fn article_line(document: &Document, registry: &Registry) -> Result<Vec<u8>> {
    let alone = Document::new(Arc::clone(&document.article));
    let mut line = Vec::new();
    if let Some(format) = exporter("articles-jsonl") {
        let mut sink = format.start(&mut line, registry)?;
        sink.document(&alone)?;
        sink.finish()?;
    }
    Ok(line)
}

/// A program that is ended when nobody waits for it any more.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn run(program: &Program, name: &str, input: Vec<u8>, progress: &dyn Progress) -> Result<String> {
    let failed =
        |detail: String| WorkspaceError::Outside(OutsideError::Failed { program: name.to_owned(), detail });
    let child = Command::new(name)
        .args(program.command.iter().skip(1))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| OutsideError::Start { program: name.to_owned(), detail: error.to_string() })?;
    let mut child = Running(child);
    if let Some(mut stdin) = child.0.stdin.take() {
        // A program that reads no more than it needs is no failure.
        std::thread::spawn(move || stdin.write_all(&input));
    }
    let out = child.0.stdout.take().map(all_of);
    let err = child.0.stderr.take().map(all_of);
    let begun = Instant::now();
    let limit = Duration::from_secs(program.seconds);
    let status = loop {
        if let Some(status) = child.0.try_wait().map_err(|error| failed(error.to_string()))? {
            break status;
        }
        if begun.elapsed() > limit {
            return Err(OutsideError::TooSlow { program: name.to_owned(), seconds: program.seconds }.into());
        }
        progress.at(begun.elapsed().as_millis() as usize, limit.as_millis() as usize)?;
        std::thread::sleep(LOOK);
    };
    let left = limit.saturating_sub(begun.elapsed());
    let said = joined(err, left);
    if !status.success() {
        let last = said.lines().rev().find(|line| !line.trim().is_empty()).map(str::to_owned);
        return Err(failed(last.unwrap_or_else(|| format!("{status}."))));
    }
    Ok(joined(out, left))
}

fn all_of(stream: impl Read + Send + 'static) -> JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stream.take(MOST).read_to_end(&mut bytes);
        bytes
    })
}

/// What a stream held. A grandchild may keep it open; nobody waits for that.
fn joined(stream: Option<JoinHandle<Vec<u8>>>, limit: Duration) -> String {
    let Some(stream) = stream else { return String::new() };
    let begun = Instant::now();
    while !stream.is_finished() && begun.elapsed() < limit {
        std::thread::sleep(Duration::from_millis(1));
    }
    if !stream.is_finished() {
        return String::new();
    }
    String::from_utf8_lossy(&stream.join().unwrap_or_default()).into_owned()
}

/// One line, checked against the article's text.
fn suggestion(
    line: &str,
    number: usize,
    document: &Document,
    registry: &Registry,
) -> std::result::Result<Suggestion, Refusal> {
    let refused = |problem| Refusal::new(number, Place::default(), problem);
    let not_json = |error| not_json(number, line, &error);
    let mut value: serde_json::Value = serde_json::from_str(line).map_err(not_json)?;
    let fields = value.as_object_mut().ok_or_else(|| refused(Problem::NoRecord))?;
    let score = fields.get("score").and_then(serde_json::Value::as_f64).unwrap_or(0.5);
    // Which article is meant is plain.
    fields.insert("article".to_owned(), serde_json::json!({ "id": document.article.id }));
    let bytes = serde_json::to_vec(&value).map_err(not_json)?;
    let mut reader = bytes.as_slice();
    let quote = match read_jsonl(&mut reader, Some(NOBODY)).next() {
        Some(Ok(Incoming::Quote(loose))) => loose.placed(&document.article.text, &mut Vec::new()),
        Some(Err(FormatError::Refused(refusal))) => Err(refusal),
        _ => return Err(refused(Problem::NoQuote)),
    };
    let quote = quote.map_err(|refusal| Refusal { line: number, ..refusal })?;
    Ok(of_incoming(&quote, score.clamp(0.0, 1.0) as f32, registry))
}

fn of_incoming(quote: &IncomingQuote, score: f32, registry: &Registry) -> Suggestion {
    let set = |pieces: &[Piece]| -> Vec<Span> { pieces.iter().map(Piece::span).collect() };
    let candidate = |speaker: &IncomingSpeaker, usual: SpeakerKind| {
        let known = speaker.id.and_then(|id| registry.speaker(id)).map(|speaker| speaker.id);
        let named = speaker.name.as_deref().and_then(|name| registry.speaker_named(name));
        let id = known.or(named.map(|speaker| speaker.id));
        let name = id.and_then(|id| registry.speakers.get(&id)).map(|speaker| speaker.name.clone());
        let name = name.or_else(|| speaker.name.clone())?;
        Some(Candidate { speaker: id, name, kind: speaker.kind.unwrap_or(usual), sure: true })
    };
    Suggestion {
        content: set(&quote.content),
        quote_type: quote.quote_type,
        cue: set(&quote.cue),
        source: set(&quote.source),
        mention: quote.mention,
        addressee: set(&quote.addressee),
        relay: set(&quote.relay),
        candidates: quote.speakers.iter().filter_map(|one| candidate(one, SpeakerKind::Person)).collect(),
        outlet: quote.relay_speakers.first().and_then(|one| candidate(one, SpeakerKind::Organisation)),
        score,
    }
}
