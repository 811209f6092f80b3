//! What the window remembers between frames that is not the project's.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

use super::command::Command;
use super::dialogs::Purpose;
use super::dispatch::JobResult;
use super::find::Find;
use super::keymap::{Keymap, Refusal};
use super::mode::Mode;
use super::page::Page;
use super::palette::Palette;
use super::review::{ReasonFor, Review};
use crate::job::Job;
use crate::model::{Anchor, ArticleId, Aspect, CommentId, Metadata, QuoteId, Role, Span, Stage};
use crate::workspace::ArticleRow;

/// The tabs of the annotation panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    #[default]
    Quotes,
    Claims,
    Speakers,
}

/// The parts of the window that F6 walks through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Area {
    Queue,
    #[default]
    Page,
    Panel,
    Tour,
}

/// What lies over the window.
#[derive(Debug, Clone, PartialEq)]
pub enum Popup {
    LinkSpeaker {
        quote: QuoteId,
        role: Role,
        words: String,
        chosen: usize,
    },
    Metadata(MetadataDraft),
    /// A path to be typed where the system has no file dialogs.
    Path {
        purpose: Purpose,
        words: String,
    },
    Annotator {
        words: String,
    },
    Palette,
    Settings,
    /// Why a quote is rejected.
    Reason {
        of: ReasonFor,
        words: String,
    },
    /// A comment as it is being written.
    Comment {
        anchor: Anchor,
        spans: Vec<Span>,
        reply_to: Option<CommentId>,
        words: String,
    },
    /// One's own value for a field.
    Pick {
        aspect: Aspect,
        words: String,
        chosen: usize,
    },
    Keys,
    About,
}

/// The parts of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SettingsTab {
    #[default]
    General,
    Keys,
}

/// The settings while they are open.
#[derive(Debug, Default)]
pub struct SettingsView {
    pub tab: SettingsTab,
    /// The name as it is being typed.
    pub name: String,
    /// What is searched among the keys.
    pub words: String,
    /// The command whose new key is to be pressed.
    pub asking: Option<Command>,
    /// The last key that could not be had, and why.
    pub refused: Option<(Command, Refusal)>,
}

impl SettingsView {
    pub fn ask(&mut self, command: Command) {
        self.refused = None;
        self.asking = Some(command);
    }

    pub fn stop_asking(&mut self) {
        self.refused = None;
        self.asking = None;
    }
}

/// An article's metadata as it is being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MetadataDraft {
    pub title: String,
    pub publisher: String,
    pub authors: String,
    pub published_at: String,
    pub language: String,
    pub url: String,
    pub section: String,
}

impl From<&Metadata> for MetadataDraft {
    fn from(metadata: &Metadata) -> Self {
        let words = |value: &Option<String>| value.clone().unwrap_or_default();
        Self {
            title: words(&metadata.title),
            publisher: words(&metadata.publisher),
            authors: metadata.authors.join("; "),
            published_at: words(&metadata.published_at),
            language: words(&metadata.language),
            url: words(&metadata.url),
            section: words(&metadata.section),
        }
    }
}

impl MetadataDraft {
    /// What was typed, empty fields left out.
    pub fn metadata(&self) -> Metadata {
        let value = |words: &str| Some(words.trim().to_owned()).filter(|words| !words.is_empty());
        Metadata {
            title: value(&self.title),
            publisher: value(&self.publisher),
            authors: self.authors.split(';').filter_map(value).collect(),
            published_at: value(&self.published_at),
            language: value(&self.language),
            url: value(&self.url),
            section: value(&self.section),
        }
    }
}

/// Something to tell.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Notice {
    pub words: String,
    pub is_error: bool,
    /// Further lines, such as what an import left out.
    pub details: Vec<String>,
    /// When it was first shown, in the window's seconds.
    pub since: Option<f64>,
}

/// A text that is being typed in the panel, and what it belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    pub quote: Option<QuoteId>,
    pub note: String,
    pub statement: String,
}

/// The queue as it is shown.
#[derive(Debug, Default)]
pub struct Queue {
    /// Every article, in the project's order.
    pub rows: Vec<ArticleRow>,
    pub words: String,
    pub stage: Option<Stage>,
    /// The articles that hold the words, while there are words.
    pub found: Option<HashSet<ArticleId>>,
    /// The rows that pass the filter.
    pub shown: Vec<usize>,
    /// How many of all are at each stage.
    pub counts: BTreeMap<Stage, usize>,
    /// Whether the open article shall be brought into sight.
    pub reveal: bool,
}

impl Queue {
    /// Filters anew, after the rows or the filter changed.
    pub fn filter(&mut self) {
        self.counts.clear();
        for row in &self.rows {
            *self.counts.entry(row.stage).or_default() += 1;
        }
        let passes = |row: &ArticleRow| {
            self.stage.is_none_or(|stage| row.stage == stage)
                && self.found.as_ref().is_none_or(|found| found.contains(&row.id))
        };
        self.shown = (0..self.rows.len()).filter(|at| self.rows.get(*at).is_some_and(passes)).collect();
    }

    /// The place of an article among all, from 0.
    pub fn place(&self, article: ArticleId) -> Option<usize> {
        self.rows.iter().position(|row| row.id == article)
    }

    /// The article that many rows from this one among those shown.
    pub fn neighbour(&self, article: Option<ArticleId>, step: isize) -> Option<ArticleId> {
        let id_at = |place: usize| self.shown.get(place).and_then(|at| self.rows.get(*at)).map(|row| row.id);
        let Some(place) =
            article.and_then(|id| (0..self.shown.len()).find(|place| id_at(*place) == Some(id)))
        else {
            return id_at(0);
        };
        id_at(place.checked_add_signed(step)?)
    }
}

/// Everything the window remembers.
pub struct View {
    pub mode: Mode,
    pub keymap: Keymap,
    pub palette: Palette,
    pub settings: SettingsView,
    /// The licence that About shows, by its place in the list.
    pub licence: usize,
    /// What is searched in the key help.
    pub key_words: String,
    /// Projects that were open, the last first.
    pub recent: Vec<PathBuf>,
    pub queue: Queue,
    pub queue_open: bool,
    pub panel_open: bool,
    /// The window has no room for queue and panel beside the page.
    pub narrow: bool,
    /// The queue stands in the panel's place, in a narrow window.
    pub queue_instead: bool,
    pub page: Page,
    /// What is looked for in the article.
    pub find: Option<Find>,
    pub selected: Option<QuoteId>,
    /// Why there is no project, where one should be.
    pub trouble: Option<String>,
    /// The step of the tour that is shown, from 0.
    pub tour: Option<usize>,
    /// Grows with every change of what the page shows.
    pub revision: u64,
    pub review: Review,
    pub popup: Option<Popup>,
    pub tab: Tab,
    pub notice: Option<Notice>,
    pub job: Option<Job<JobResult>>,
    pub draft: Draft,
    /// The selections that growing came from, for shrinking.
    pub grown: Vec<Span>,
    /// The queue's field shall take the focus.
    pub focus_filter: bool,
    /// The panel's first tab shall take the focus.
    pub focus_panel: bool,
    /// The tour's button shall take the focus.
    pub focus_tour: bool,
    /// The menu shall be opened.
    pub open_menu: bool,
    /// The part of the window that the focus is in.
    pub area: Area,
}

impl Default for View {
    fn default() -> Self {
        Self {
            mode: Mode::default(),
            keymap: Keymap::default(),
            palette: Palette::default(),
            settings: SettingsView::default(),
            licence: 0,
            key_words: String::new(),
            recent: Vec::new(),
            queue: Queue::default(),
            queue_open: true,
            panel_open: true,
            narrow: false,
            queue_instead: false,
            page: Page::default(),
            find: None,
            selected: None,
            trouble: None,
            tour: None,
            revision: 0,
            review: Review::default(),
            popup: None,
            tab: Tab::default(),
            notice: None,
            job: None,
            draft: Draft::default(),
            grown: Vec::new(),
            focus_filter: false,
            focus_panel: false,
            focus_tour: false,
            open_menu: false,
            area: Area::default(),
        }
    }
}

impl View {
    /// What is kept when another project is opened.
    pub fn anew(&mut self) -> Self {
        Self {
            mode: self.mode,
            keymap: std::mem::take(&mut self.keymap),
            palette: self.palette.closed(),
            recent: std::mem::take(&mut self.recent),
            queue_open: self.queue_open,
            panel_open: self.panel_open,
            ..Self::default()
        }
    }

    /// Whether the next key is not to be run but to be taken for a command.
    pub fn takes_key(&self) -> bool {
        self.popup == Some(Popup::Settings) && self.settings.asking.is_some()
    }

    /// Whether the queue can be seen.
    pub fn queue_shows(&self) -> bool {
        if self.narrow { self.queue_instead } else { self.queue_open }
    }

    /// Whether the panel can be seen, where there is an article.
    pub fn panel_shows(&self) -> bool {
        self.panel_open && !(self.narrow && self.queue_instead)
    }

    /// Tells that something was done.
    pub fn say(&mut self, words: impl Into<String>) {
        self.notice = Some(Notice { words: words.into(), ..Notice::default() });
    }

    /// Tells that something could not be done, and why.
    pub fn complain(&mut self, error: impl std::fmt::Display) {
        self.notice = Some(Notice { words: error.to_string(), is_error: true, ..Notice::default() });
    }
}
