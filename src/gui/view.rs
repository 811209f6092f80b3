//! What the window remembers between frames that is not the project's.

mod forms;
mod heights;
mod metadata;
mod queue;

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::candidates::Names;
use super::colleagues::Colleagues;
use super::command::Command;
use super::dialogs::Purpose;
use super::dispatch::JobResult;
use super::find::Find;
use super::keymap::{Keymap, Refusal};
use super::look_alikes::LookAlikes;
use super::mode::Mode;
use super::page::{Page, ShownHues};
use super::palette::Palette;
use super::review::{ReasonFor, Review, ReviewTab};
use super::suggestions::{OwnDraft, Suggestions};
use super::unresolved::Unresolved;
use crate::job::Job;
use crate::model::{
    Anchor, ArticleId, Aspect, ClaimId, CommentId, QuoteId, Role, Span, SpeakerId, SpeakerKind,
};
use crate::workspace::Step;

pub use forms::{ClaimForm, Form, Forms, RoleForm, SpeakerForm};
pub use metadata::{Field, MetadataDraft, TypedField};
pub use queue::{Narrowed, Pick, Queue, SortBy};

/// The tabs of the annotation panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    #[default]
    Quotes,
    Claims,
    Speakers,
    History,
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

/// What follows the list of what may have been missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// The same article.
    Stay,
    Next(ArticleId),
    /// The article is done, and was the last one.
    Last,
}

/// What lies over the window.
#[derive(Debug, Clone, PartialEq)]
pub enum Popup {
    LinkSpeaker {
        quote: QuoteId,
        role: Role,
        words: String,
        chosen: usize,
        /// Of which kind a new speaker would be.
        kind: SpeakerKind,
    },
    /// Who a speaker is the same as.
    MergeSpeaker {
        speaker: SpeakerId,
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
    Colleagues,
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
    /// Marks and verbs that no quote covers; and what follows.
    Missed {
        chosen: usize,
        after: After,
    },
    /// The project's own words for suggestions.
    OwnWords(Box<OwnDraft>),
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

impl Popup {
    /// Asks who a part of a quote refers to.
    pub fn link(quote: QuoteId, role: Role, words: String) -> Self {
        let kind = if role == Role::Relay { SpeakerKind::Organisation } else { SpeakerKind::Person };
        Self::LinkSpeaker { quote, role, words, chosen: 0, kind }
    }
}

/// Something to tell.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Notice {
    pub words: String,
    pub is_error: bool,
    /// Further lines, such as what an import left out.
    pub details: Vec<String>,
    /// What can be done about it.
    pub command: Option<Command>,
    /// When it was first shown, in the window's seconds.
    pub since: Option<f64>,
}

/// What happened on an article, as far as it was asked for.
#[derive(Debug, Default)]
pub struct History {
    pub article: Option<ArticleId>,
    pub steps: Vec<Step>,
    /// The article and the revision that were asked for last.
    pub asked: Option<(ArticleId, u64)>,
}

/// The menu of what can be done on the page.
#[derive(Debug, Default)]
pub struct ContextMenu {
    /// Where it stands.
    pub at: egui::Pos2,
    /// It shall be opened.
    pub wanted: bool,
    /// Its first line shall take the focus.
    pub focus: bool,
}

impl ContextMenu {
    pub fn open(&mut self, at: egui::Pos2) {
        *self = Self { at, wanted: true, focus: false };
    }

    /// Where the caret isn't to be seen, it opens where it stood.
    pub fn open_by_key(&mut self, at: Option<egui::Pos2>) {
        *self = Self { at: at.unwrap_or(self.at), wanted: true, focus: true };
    }
}

/// Everything the window remembers.
#[expect(clippy::struct_excessive_bools, reason = "states that have nothing to do with one another")]
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
    pub hues: ShownHues,
    pub review: Review,
    pub colleagues: Colleagues,
    pub suggestions: Suggestions,
    pub popup: Option<Popup>,
    pub tab: Tab,
    pub notice: Option<Notice>,
    pub job: Option<Job<JobResult>>,
    pub forms: Forms,
    /// The claim that is open in its tab.
    pub claim: Option<ClaimId>,
    /// The speaker that is open in its tab.
    pub speaker: Option<SpeakerId>,
    /// What is typed to find a speaker in their tab.
    pub speaker_words: String,
    /// The speakers that were linked last, the newest first.
    pub linked: Vec<SpeakerId>,
    /// The registry's names, prepared for finding.
    pub names: Names,
    /// The speakers who may be one.
    pub look_alikes: LookAlikes,
    pub history: History,
    pub unresolved: Unresolved,
    /// The articles that are being exported; all where there are none.
    pub exporting: Option<BTreeSet<ArticleId>>,
    /// The list of quotes shall show the selected one's place.
    pub reveal_row: bool,
    /// How far that list is scrolled, in points.
    pub rows_offset: f32,
    /// The selections that growing came from, for shrinking.
    pub grown: Vec<Span>,
    /// The queue's field shall take the focus.
    pub focus_filter: bool,
    /// The panel's first tab shall take the focus.
    pub focus_panel: bool,
    /// The tour's button shall take the focus.
    pub focus_tour: bool,
    /// The menu of what can be done on the page.
    pub context_menu: ContextMenu,
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
            hues: ShownHues::default(),
            review: Review::default(),
            colleagues: Colleagues::default(),
            suggestions: Suggestions::default(),
            popup: None,
            tab: Tab::default(),
            notice: None,
            job: None,
            forms: Forms::default(),
            claim: None,
            speaker: None,
            speaker_words: String::new(),
            linked: Vec::new(),
            names: Names::default(),
            look_alikes: LookAlikes::default(),
            history: History::default(),
            unresolved: Unresolved::default(),
            exporting: None,
            reveal_row: false,
            rows_offset: 0.0,
            grown: Vec::new(),
            focus_filter: false,
            focus_panel: false,
            focus_tour: false,
            context_menu: ContextMenu::default(),
            open_menu: false,
            area: Area::default(),
        }
    }
}

impl View {
    /// Whether the numbers of agreement stand in the page's place.
    pub fn shows_numbers(&self) -> bool {
        self.mode == Mode::Review && self.review.tab == ReviewTab::Agreement
    }

    /// Whether this is what is selected.
    pub fn is_on(&self, anchor: Anchor) -> bool {
        match anchor {
            Anchor::Quote(quote) => self.selected == Some(quote),
            Anchor::Claim(claim) => self.claim == Some(claim),
            Anchor::Article | Anchor::Span => false,
        }
    }

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

    /// Lets the queue be seen; in a narrow window in the panel's place.
    pub fn show_queue(&mut self) {
        if self.narrow {
            self.queue_instead = true;
        } else {
            self.queue_open = true;
        }
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
    pub fn complain(&mut self, words: impl Into<String>) {
        self.notice = Some(Notice { words: words.into(), is_error: true, ..Notice::default() });
    }
}
