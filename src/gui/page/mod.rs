//! The article as a page to read and mark.
//!
//! Only the blocks in sight are laid out and painted; marks lie behind the
//! words and never change how these are shaped. The page changes no
//! document: it gives events.

mod block;
mod caret;
mod edges;
mod flow;
mod folds;
mod ghosts;
mod hues;
mod ink;
mod keys;
mod lanes;
mod marks;
mod measure;
mod metadata;
mod names;
mod paint;
mod pointer;
mod readings;
mod rows;
mod scroll;
mod selected;
mod sheet;
mod slots;

use std::sync::Arc;

use egui::{Response, Sense, Ui};

use crate::gui::{theme, words};
use crate::model::{AnnotatorId, Document, QuoteId, Registry, Role, Span};

use caret::Caret;
use flow::Flow;
use marks::Marks;
use pointer::Gesture;
use readings::BlockReadings;
use scroll::Scroll;
use sheet::Sheet;

pub use ghosts::{Ghost, GhostInput, Ghosts};
pub use hues::{Hues, ShownHues, hues};
pub use readings::{Reading, ReadingLane, ReadingPart, Readings, Verdict, lane_color, nested};

/// What a page shows.
#[derive(Clone, Copy)]
pub struct PageInput<'a> {
    pub document: &'a Document,
    pub registry: &'a Registry,
    /// Whose quotes are shown; everyone's where `None`.
    pub annotator: Option<AnnotatorId>,
    pub selected: Option<QuoteId>,
    pub hues: &'a Hues,
    /// What a search found, in order.
    pub found: &'a [Span],
    /// Which of these the search stands at.
    pub found_current: Option<usize>,
    /// Another number whenever quotes, claims, speakers or hues changed.
    pub revision: u64,
    /// Whether edges of the selected quote can be dragged.
    pub editable: bool,
    /// Several annotators' readings, shown in place of the quotes' marks.
    /// Another `Arc` whenever they changed.
    pub readings: Option<&'a Arc<Readings>>,
    /// What is suggested and not taken yet.
    pub ghosts: Option<GhostInput<'a>>,
}

/// What a person did on the page.
#[derive(Debug, Clone, PartialEq)]
pub enum PageEvent {
    SelectQuote(Option<QuoteId>),
    /// The selection is another one now; `None` where only the caret is left.
    SelectionChanged(Option<Span>),
    /// The lines that are not the article were opened or folded.
    FoldToggled(bool),
    /// The secondary button was pressed at a position, on these quotes, the
    /// innermost first. Without quotes where it was pressed on what is
    /// selected.
    ContextMenu {
        position: usize,
        at: egui::Pos2,
        quotes: Vec<QuoteId>,
    },
    /// An edge of a piece of a part of the selected quote was dragged to a
    /// position, and let go there.
    DragEdge {
        quote: QuoteId,
        role: Role,
        piece: usize,
        edge: Edge,
        to: usize,
    },
}

/// Which end of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    Start,
    End,
}

/// What became of a frame.
#[must_use]
pub struct PageOutput {
    /// The page as a widget, for a menu or the focus.
    pub response: Response,
    pub events: Vec<PageEvent>,
}

/// The state of a page: where it is scrolled to, what is selected, and the
/// layouts of what is seen.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "four states that have nothing to do with one another")]
pub struct Page {
    sheet: Option<Sheet>,
    marks: Marks,
    readings: Option<Arc<Readings>>,
    /// The readings' parts in each block.
    reading_blocks: Vec<BlockReadings>,
    marked: Option<(u64, Option<AnnotatorId>)>,
    /// The language that our own lines are in.
    spoken: String,
    ghosts: Option<Arc<Ghosts>>,
    /// Counts the changes of marks and blocks.
    generation: u64,
    flow: Flow,
    caret: Caret,
    /// The selection that was told of last.
    told: Option<Span>,
    /// Whether the caret was set for an article that is not shown yet.
    preset: bool,
    scroll: Scroll,
    open: bool,
    gesture: Gesture,
    /// From the page's corner to the window's, in the last frame.
    origin: egui::Vec2,
    /// Whether the focus came from the keyboard and wants its ring.
    ring: bool,
    /// The page as a widget, once it was shown.
    id: Option<egui::Id>,
    /// Whether the page takes the focus when it is shown next.
    wants_focus: bool,
}

/// The least width of a page, in points, that keeps the measure: 66 to 72
/// letters a line.
pub fn least_width(ctx: &egui::Context) -> f32 {
    measure::Measure::least(theme::reading_scale(ctx))
}

impl Page {
    /// Where the caret stands, in code points.
    #[must_use]
    pub fn caret(&self) -> usize {
        self.caret.head
    }

    /// What is selected, in code points.
    #[must_use]
    pub fn selection(&self) -> Option<Span> {
        self.caret.selection()
    }

    /// Selects a span, or puts the caret at an empty one.
    pub fn set_selection(&mut self, span: Span) {
        self.caret.select(span);
        self.preset = true;
    }

    /// Brings a position into sight, out of the fold where it lies there.
    pub fn reveal(&mut self, position: usize) {
        self.scroll.reveal(position);
    }

    /// Whether a position can be shown, if need be by opening a fold.
    #[must_use]
    pub fn can_show(&self, position: usize) -> bool {
        let sheet = self.sheet.as_ref();
        sheet.is_none_or(|sheet| sheet.place(position).is_some() || sheet.folds(position))
    }

    /// Whether marks and selections are by whole words in something that is
    /// in sight: it is written from right to left.
    #[must_use]
    pub fn is_rough(&self) -> bool {
        self.flow.is_rough()
    }

    /// Takes the keyboard with the next frame.
    pub fn request_focus(&mut self) {
        self.wants_focus = true;
    }

    /// Whether keys go to the page.
    #[must_use]
    pub fn has_focus(&self, ctx: &egui::Context) -> bool {
        self.id.is_some_and(|id| ctx.memory(|memory| memory.has_focus(id)))
    }

    /// Whether the lines that are not the article are shown.
    #[must_use]
    pub fn is_fold_open(&self) -> bool {
        self.open
    }

    /// Shows or folds the lines that are not the article.
    pub fn set_fold(&mut self, open: bool) {
        self.open = open;
    }

    /// Where the character at a position stands in the window, or would if
    /// nothing hid it; `None` where it is not laid out.
    #[must_use]
    pub fn place_in_window(&self, position: usize) -> Option<egui::Rect> {
        let sheet = self.sheet.as_ref()?;
        let (index, offset) = sheet.place(position)?;
        let (_, row) = rows::caret(self.flow.laid(index)?, offset);
        let corner = egui::vec2(self.flow.measure.left, self.flow.text_top(index));
        Some(row.translate(corner + self.origin))
    }

    /// Shows the page in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, input: &PageInput<'_>) -> PageOutput {
        let changed = self.refresh(input);
        let room = ui.available_rect_before_wrap();
        ui.painter().rect_filled(room, egui::CornerRadius::ZERO, theme::palette(ui).page);
        let mut events = Vec::new();
        let Some(sheet) = self.sheet.take() else {
            return PageOutput { response: ui.allocate_rect(room, Sense::hover()), events };
        };
        let leading = self.readings.as_deref().map_or(0.0, readings::extra_leading);
        let anew = self.flow.begin(ui.ctx(), &sheet, (room.width(), leading), changed);
        let mut area = egui::ScrollArea::vertical().auto_shrink(false).id_salt("article page");
        if let Some(offset) = self.scroll.aim(ui.ctx(), &sheet, &mut self.flow, anew, room.height()) {
            area = area.vertical_scroll_offset(offset);
        }
        let shown =
            area.show_viewport(ui, |ui, viewport| self.show(ui, &sheet, viewport, input, &mut events));
        self.id = Some(shown.inner.id);
        if std::mem::take(&mut self.wants_focus) {
            shown.inner.request_focus();
        }
        self.scroll.offset = shown.state.clamped_offset().y;
        self.flow.end();
        self.sheet = Some(sheet);
        let selection = self.selection();
        if selection != self.told {
            self.told = selection;
            events.push(PageEvent::SelectionChanged(selection));
        }
        PageOutput { response: shown.inner, events }
    }

    /// Brings blocks and marks up to date. Gives whether the blocks changed.
    fn refresh(&mut self, input: &PageInput<'_>) -> bool {
        let article = &input.document.article;
        let other = self.sheet.as_ref().is_none_or(|sheet| sheet.article.id != article.id);
        if other {
            if !self.preset {
                self.caret = Caret::default();
            }
            self.open &= self.sheet.is_none();
            self.scroll.start_anew();
            self.gesture = Gesture::default();
            self.told = None;
        }
        self.preset = false;
        let hidden = |sheet: &Sheet| self.scroll.wanted().is_some_and(|position| sheet.folds(position));
        let spoken = words::spoken();
        let same = |sheet: &Sheet| Arc::ptr_eq(&sheet.article, article) || sheet.article == *article;
        let current = |sheet: &Sheet| same(sheet) && self.spoken == spoken;
        let mut stale = self.sheet.as_ref().is_none_or(|sheet| !current(sheet) || sheet.open != self.open);
        if stale {
            self.sheet = Some(Sheet::new(Arc::clone(article), self.open));
        }
        if self.sheet.as_ref().is_some_and(hidden) {
            self.open = true;
            stale = true;
            self.sheet = Some(Sheet::new(Arc::clone(article), true));
        }
        self.spoken = spoken;
        let key = (input.revision, input.annotator);
        let same_readings = match (&self.readings, input.readings) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        };
        let same_ghosts = match (&self.ghosts, input.ghosts) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now.ghosts),
            (before, now) => before.is_none() && now.is_none(),
        };
        if let Some(sheet) = &self.sheet
            && (stale || self.marked != Some(key) || !same_readings || !same_ghosts)
        {
            self.caret.clamp(&article.text);
            if stale && let Some(position) = sheet.land(self.caret.head, true).filter(|_| other) {
                let extend = self.caret.selection().is_some();
                if !extend {
                    self.caret.put(position, false);
                }
            }
            self.readings = input.readings.map(Arc::clone);
            self.reading_blocks =
                self.readings.as_ref().map_or_else(Vec::new, |readings| readings::by_block(sheet, readings));
            self.ghosts = input.ghosts.map(|ghosts| Arc::clone(ghosts.ghosts));
            self.marks = Marks::new(sheet, input);
            self.marked = Some(key);
            self.generation += 1;
        }
        stale
    }
}
