//! What the command palette finds: commands, speakers, articles.
//!
//! Titles are searched for a few milliseconds a frame, so that a hundred
//! thousand of them never hold up the window.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::command::{Command, State};
use crate::model::{SpeakerId, fold};

/// How long a frame may search titles.
const BUDGET: Duration = Duration::from_millis(4);
/// How many titles are looked at between two looks at the clock.
const CHUNK: usize = 256;
/// How many commands, speakers and articles are offered for what is typed.
const OFFERED: usize = 6;
/// How many commands are remembered as run last.
const RECENT: usize = 5;

/// One line of the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    Command(Command),
    Speaker(SpeakerId),
    /// By its place among the queue's rows.
    Article(usize),
}

/// The palette while it is open, and what was run from it.
#[derive(Default)]
pub struct Palette {
    pub words: String,
    /// The line that Enter takes.
    pub chosen: usize,
    /// The commands that were run last, the last first.
    pub recent: Vec<Command>,
    search: Option<Search>,
}

/// A search under way, or done.
struct Search {
    words: String,
    pattern: Pattern,
    matcher: Matcher,
    commands: Vec<Command>,
    speakers: Vec<SpeakerId>,
    /// The best titles so far, by their score.
    articles: Vec<(u32, usize)>,
    /// The next title to be looked at.
    next: usize,
    /// How many there were when it began.
    rows: usize,
}

impl Palette {
    /// Empty, as it is when it is opened.
    pub fn open(&mut self) {
        *self = self.closed();
    }

    /// What is left of it when nothing is typed.
    pub fn closed(&mut self) -> Self {
        Self { recent: std::mem::take(&mut self.recent), ..Self::default() }
    }

    /// Remembers that a command was run.
    pub fn ran(&mut self, command: Command) {
        self.recent.retain(|other| *other != command);
        self.recent.insert(0, command);
        self.recent.truncate(RECENT);
    }

    /// Goes on searching for what is typed. True when there is nothing left to
    /// be looked at.
    pub fn search(&mut self, state: &State<'_>) -> bool {
        let rows = &state.view.queue.rows;
        let words = self.words.trim();
        let is_current = |search: &Search| search.words == words && search.rows == rows.len();
        if !self.search.as_ref().is_some_and(is_current) {
            self.chosen = 0;
            self.search = Some(Search::begin(words, &self.recent, state));
        }
        self.search.as_mut().is_none_or(|search| search.go_on(state))
    }

    /// What was found so far, in the order shown.
    pub fn found(&self) -> Vec<Found> {
        let Some(search) = &self.search else { return Vec::new() };
        let commands = search.commands.iter().copied().map(Found::Command);
        let speakers = search.speakers.iter().copied().map(Found::Speaker);
        let articles = search.articles.iter().map(|(_, at)| Found::Article(*at));
        commands.chain(speakers).chain(articles).collect()
    }

    /// The places of the letters that match, in characters.
    pub fn matched(&mut self, words: &str) -> Vec<u32> {
        let Some(search) = &mut self.search else { return Vec::new() };
        let (mut buffer, mut places) = (Vec::new(), Vec::new());
        if !search.words.is_empty() {
            let words = Utf32Str::new(words, &mut buffer);
            if search.pattern.indices(words, &mut search.matcher, &mut places).is_none() {
                places.clear();
            }
        }
        places.sort_unstable();
        places
    }
}

impl Search {
    fn begin(words: &str, recent: &[Command], state: &State<'_>) -> Self {
        let pattern = Pattern::new(words, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        let mut search = Self {
            words: words.to_owned(),
            pattern,
            matcher: Matcher::new(Config::DEFAULT),
            commands: Vec::new(),
            speakers: Vec::new(),
            articles: Vec::new(),
            next: 0,
            rows: state.view.queue.rows.len(),
        };
        search.commands = search.find_commands(recent, state);
        if !words.is_empty() {
            search.speakers = search.find_speakers(state);
        }
        search
    }

    fn score(&mut self, words: &str) -> Option<u32> {
        let mut buffer = Vec::new();
        self.pattern.score(Utf32Str::new(words, &mut buffer), &mut self.matcher)
    }

    /// The commands of this mode. Without words those run last come first;
    /// otherwise what can be run now, what is called just so, the best match.
    fn find_commands(&mut self, recent: &[Command], state: &State<'_>) -> Vec<Command> {
        let shown = |command: &Command| command.works_in(state.view.mode) && *command != Command::ShowPalette;
        let wanted = fold(&self.words);
        let mut found: Vec<_> = Command::all()
            .filter(shown)
            .enumerate()
            .filter_map(|(place, command)| {
                let title = command.title(state);
                let score = self.score(&title)?;
                let other = fold(&title) != wanted;
                let last = recent.iter().position(|other| *other == command).unwrap_or(usize::MAX);
                let disabled = !self.words.is_empty() && command.enabled(state).is_err();
                Some(((disabled, other, u32::MAX - score, last, place), command))
            })
            .collect();
        found.sort_unstable_by_key(|(rank, _)| *rank);
        let best = found.iter().map(|((_, _, distance, ..), _)| u32::MAX - distance).max().unwrap_or(0);
        let close = |distance: u32| (u32::MAX - distance) >= best / 2;
        let most = if self.words.is_empty() { usize::MAX } else { OFFERED };
        let close_ones = found.into_iter().filter(|((_, _, distance, ..), _)| close(*distance));
        close_ones.map(|(_, command)| command).take(most).collect()
    }

    fn find_speakers(&mut self, state: &State<'_>) -> Vec<SpeakerId> {
        let Some(workspace) = state.workspace else { return Vec::new() };
        let registry = workspace.registry();
        let mut found: Vec<_> = registry
            .speakers
            .values()
            .filter_map(|speaker| {
                let best = speaker.names().filter_map(|name| self.score(name)).max()?;
                let meant = registry.speaker(speaker.id)?;
                Some((u32::MAX - best, &meant.name, meant.id))
            })
            .collect();
        found.sort_unstable();
        let mut met = BTreeSet::new();
        found.retain(|(_, _, id)| met.insert(*id));
        found.into_iter().take(OFFERED).map(|(_, _, id)| id).collect()
    }

    fn go_on(&mut self, state: &State<'_>) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let begun = Instant::now();
        let mut buffer = Vec::new();
        while self.next < self.rows && begun.elapsed() < BUDGET {
            for row in state.view.queue.rows.iter().skip(self.next).take(CHUNK) {
                let title = Utf32Str::new(&row.title, &mut buffer);
                if let Some(score) = self.pattern.score(title, &mut self.matcher) {
                    self.articles.push((score, self.next));
                }
                self.next += 1;
            }
            self.articles.sort_by_key(|(score, at)| (u32::MAX - score, *at));
            self.articles.truncate(OFFERED);
            let best = self.articles.first().map_or(0, |(score, _)| *score);
            self.articles.retain(|(score, _)| *score >= best / 2);
        }
        self.next >= self.rows
    }
}
