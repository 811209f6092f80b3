//! Suggestions as quotes: to be printed, or to be taken over.

use std::collections::HashMap;
use std::io::Write;
use std::sync::Arc;

use crate::edit::{Edit, Import};
use crate::format::{FormatError, exporter};
use crate::model::{
    Annotator, AnnotatorId, Document, Layer, Piece, Quote, Registry, Role, Span, Speaker, SpeakerId, Stage,
    Stamp, fold, spans,
};
use crate::suggest::{Candidate, Suggestion};
use crate::workspace::clock::Clock;
use crate::workspace::{Result, Workspace};

/// Whose suggestions are said to be in records.
const NOBODY: &str = "suggestions";

/// Turns suggestions into quotes, article after article. Speakers who are new
/// are made once.
#[derive(Debug)]
pub struct SuggestionWriter {
    registry: Registry,
    annotator: AnnotatorId,
    clock: Clock,
    by_name: HashMap<String, SpeakerId>,
    /// Speakers that the project hasn't got yet.
    fresh: Vec<SpeakerId>,
    import: Import,
}

impl SuggestionWriter {
    /// For an annotator of the project, or nobody.
    #[must_use]
    pub fn new(workspace: &Workspace, annotator: Option<AnnotatorId>) -> Self {
        let mut clock = Clock::default();
        let mut registry = workspace.registry().clone();
        let annotator = annotator.unwrap_or_else(|| {
            let stamp = Stamp::new(clock.now(), None);
            let nobody = Annotator::person(clock.new_id().into(), NOBODY, stamp);
            let id = nobody.id;
            registry.annotators.insert(id, Arc::new(nobody));
            id
        });
        let by_name = called(&registry);
        Self { registry, annotator, clock, by_name, fresh: Vec::new(), import: Import::default() }
    }

    fn speaker(&mut self, candidate: &Candidate) -> SpeakerId {
        let known = candidate.speaker.or_else(|| self.by_name.get(&fold(&candidate.name)).copied());
        if let Some(id) = known {
            return id;
        }
        let speaker = Speaker::new(
            self.clock.new_id().into(),
            candidate.name.clone(),
            candidate.kind,
            Stamp::new(self.clock.now(), Some(self.annotator)),
        );
        let id = speaker.id;
        self.by_name.insert(fold(&speaker.name), id);
        self.fresh.push(id);
        self.registry.speakers.insert(id, Arc::new(speaker));
        id
    }

    fn quote(&mut self, document: &Document, suggestion: &Suggestion) -> Option<Quote> {
        let text = &document.article.text;
        let pieces =
            |set: &[Span]| -> Vec<Piece> { set.iter().filter_map(|span| text.piece(*span)).collect() };
        let content = pieces(&suggestion.content);
        let speakers = suggestion.guess().map(|guess| self.speaker(guess)).into_iter().collect();
        let relay_speakers =
            suggestion.outlet.as_ref().map(|outlet| self.speaker(outlet)).into_iter().collect();
        let stamp = Stamp::new(self.clock.now(), Some(self.annotator));
        (!content.is_empty()).then(|| Quote {
            quote_type: suggestion.quote_type,
            content,
            cue: pieces(&suggestion.cue),
            source: pieces(&suggestion.source),
            mention: suggestion.mention,
            addressee: pieces(&suggestion.addressee),
            relay: pieces(&suggestion.relay),
            speakers,
            relay_speakers,
            ..Quote::new(self.clock.new_id().into(), document.article.id, self.annotator, stamp)
        })
    }

    /// Writes an article's suggestions as `quotes-jsonl`, each with its score.
    ///
    /// # Errors
    /// When nothing can be written.
    pub fn write(&mut self, document: &Document, found: &[Suggestion], out: &mut dyn Write) -> Result<()> {
        let mut guessed = Document::new(Arc::clone(&document.article));
        let quotes: Vec<_> =
            found.iter().filter_map(|one| Some((self.quote(document, one)?, one.score))).collect();
        let Some(format) = exporter("quotes-jsonl") else { return Ok(()) };
        for (quote, score) in quotes {
            guessed.quotes = vec![Arc::new(quote)];
            let mut line = Vec::new();
            let mut sink = format.start(&mut line, &self.registry)?;
            sink.document(&guessed)?;
            sink.finish()?;
            // A record ends in a brace and a line feed.
            line.truncate(line.len().saturating_sub(2));
            writeln!(line, ",\"score\":{score:.2}}}").map_err(FormatError::Write)?;
            out.write_all(&line).map_err(FormatError::Write)?;
        }
        Ok(())
    }

    /// Takes an article's suggestions over, but for those on words that the
    /// annotator has quoted already. Gives how many.
    pub fn accept(&mut self, document: &Document, found: &[Suggestion]) -> usize {
        let own: Vec<Vec<Span>> =
            document.quotes_of(self.annotator).map(|quote| quote.spans(Role::Content)).collect();
        let new = |one: &&Suggestion| !own.iter().any(|there| spans::overlap(there, &one.content));
        let quotes: Vec<Quote> =
            found.iter().filter(new).filter_map(|one| self.quote(document, one)).collect();
        let count = quotes.len();
        if count == 0 {
            return 0;
        }
        let before = document.layers.get(&self.annotator);
        if before.is_none_or(|layer| layer.stage != Stage::InProgress) {
            let now = self.clock.now();
            let stamp = before.map_or_else(
                || Stamp::new(now, Some(self.annotator)),
                |layer| layer.stamp.touched(now, Some(self.annotator)),
            );
            let layer = Layer {
                article: document.article.id,
                annotator: self.annotator,
                stage: Stage::InProgress,
                stamp,
            };
            self.import.layers.push((before.cloned(), layer));
        }
        self.import.quotes.extend(quotes);
        count
    }

    /// The edit that brings in whatever was accepted.
    #[must_use]
    pub fn into_edit(mut self) -> Option<Edit> {
        let speaker = |id: &SpeakerId| self.registry.speakers.get(id).map(|speaker| Speaker::clone(speaker));
        self.import.speakers = self.fresh.iter().filter_map(speaker).collect();
        (!self.import.is_empty()).then(|| Edit::Import(Box::new(self.import)))
    }
}

/// Who is called what; a name of someone who turned out to be another is that
/// one's, unless another has it.
fn called(registry: &Registry) -> HashMap<String, SpeakerId> {
    let merged = registry.speakers.values().filter(|speaker| speaker.same_as.is_some());
    let all = merged.chain(registry.kept_speakers());
    all.map(|speaker| (fold(&speaker.name), registry.speaker_of(speaker.id))).collect()
}
