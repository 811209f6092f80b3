//! What each command is: where it stands, what it is called, its keys from
//! the start, the modes it belongs to, what it needs. One line a command.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::Command;
use super::need::Need::{self, Article, Project, Quote, Redo, Selection, Undo, Writing};
use crate::gui::mode::Mode;
use crate::gui::page::Edge;
use crate::gui::words::tr;
use crate::model::Role;

/// Where a command stands in the menu and in the key help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Project,
    Edit,
    Quote,
    Article,
    Review,
    Colleagues,
    View,
    Help,
}

impl Group {
    pub const ALL: [Self; 8] = [
        Self::Project,
        Self::Edit,
        Self::Quote,
        Self::Article,
        Self::Review,
        Self::Colleagues,
        Self::View,
        Self::Help,
    ];

    pub fn name(self) -> String {
        tr!(match self {
            Self::Project => "commands-group-project",
            Self::Edit => "commands-group-edit",
            Self::Quote => "commands-group-quote",
            Self::Article => "commands-group-article",
            Self::Review => "commands-group-review",
            Self::Colleagues => "colleagues-group",
            Self::View => "commands-group-view",
            Self::Help => "commands-group-help",
        })
    }
}

/// The modes a command belongs to. Two commands may have the same key where
/// they never meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Everywhere,
    In(Mode),
}

impl Scope {
    pub fn holds(self, mode: Mode) -> bool {
        matches!(self, Self::Everywhere) || self == Self::In(mode)
    }

    /// Whether two commands can be there at the same time.
    pub fn meets(self, other: Self) -> bool {
        self == other || self == Self::Everywhere || other == Self::Everywhere
    }
}

/// What is known of a command.
pub struct Facts {
    pub group: Group,
    pub scope: Scope,
    /// The key of its name; empty where the name says more.
    pub name: &'static str,
    /// Its keys where nobody chose others; the first is the one shown.
    pub keys: Vec<KeyboardShortcut>,
    /// What must be there for it to be run.
    pub needs: &'static [Need],
}

type Keys = Vec<KeyboardShortcut>;

pub(super) fn plain(key: Key) -> Keys {
    vec![KeyboardShortcut::new(Modifiers::NONE, key)]
}

pub(super) fn shift(key: Key) -> Keys {
    vec![KeyboardShortcut::new(Modifiers::SHIFT, key)]
}

pub(super) fn ctrl(key: Key) -> Keys {
    vec![KeyboardShortcut::new(Modifiers::COMMAND, key)]
}

pub(super) fn alt(key: Key) -> Keys {
    vec![KeyboardShortcut::new(Modifiers::ALT, key)]
}

pub(super) fn ctrl_shift(key: Key) -> Keys {
    vec![KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)]
}

/// A key and a second one for the same.
pub(super) fn or(mut keys: Keys, others: Keys) -> Keys {
    keys.extend(others);
    keys
}

pub(super) const fn none() -> Keys {
    Vec::new()
}

const ANNOTATE: Scope = Scope::In(Mode::Annotate);
pub(super) const HERE: Scope = Scope::Everywhere;

const ON_SELECTION: &[Need] = &[Writing, Article, Selection];
const ON_QUOTE: &[Need] = &[Writing, Article, Quote];
const ON_QUOTE_AND_SELECTION: &[Need] = &[Writing, Article, Quote, Selection];
const ON_ARTICLE: &[Need] = &[Writing, Article];

impl Command {
    /// What is known of it.
    #[rustfmt::skip]
    pub fn facts(self) -> Facts {
        use Group as G;
        let of = |group, scope, name: &'static str, keys, needs| Facts { group, scope, name, keys, needs };
        match self {
            Self::NewProject => of(G::Project, HERE, "commands-new-project", ctrl_shift(Key::N), &[]),
            Self::OpenProject => of(G::Project, HERE, "commands-open-project", ctrl(Key::O), &[]),
            Self::OpenSample => of(G::Project, HERE, "commands-open-sample", none(), &[]),
            Self::ImportFiles => of(G::Project, HERE, "commands-import-files", ctrl(Key::I), &[Project, Writing]),
            Self::ImportFolder => of(G::Project, HERE, "commands-import-folder", ctrl_shift(Key::I), &[Project, Writing]),
            Self::Export(_) => of(G::Project, HERE, "", none(), &[Project]),
            Self::Backup => of(G::Project, HERE, "commands-backup", none(), &[Project]),
            Self::ChangeAnnotator => of(G::Project, HERE, "commands-change-annotator", none(), &[Project, Writing]),
            Self::ShowSettings => of(G::Project, HERE, "commands-settings", ctrl(Key::Comma), &[]),
            Self::Quit => of(G::Project, HERE, "commands-quit", ctrl(Key::Q), &[]),

            Self::Undo => of(G::Edit, HERE, "commands-undo", ctrl(Key::Z), &[Project, Undo]),
            Self::Redo => of(G::Edit, HERE, "commands-redo", or(ctrl_shift(Key::Z), ctrl(Key::Y)), &[Project, Redo]),
            Self::Copy => of(G::Edit, HERE, "commands-copy", ctrl(Key::C), &[Article, Selection]),
            Self::CopyCitation => of(G::Edit, HERE, "commands-copy-citation", ctrl_shift(Key::C), &[Article]),
            Self::SelectAll => of(G::Edit, HERE, "commands-select-all", ctrl(Key::A), &[Article]),
            Self::Find => of(G::Edit, HERE, "commands-find", ctrl(Key::F), &[Article]),
            Self::FindNext => of(G::Edit, HERE, "commands-find-next", plain(Key::F3), &[Article]),
            Self::FindPrevious => of(G::Edit, HERE, "commands-find-previous", shift(Key::F3), &[Article]),
            Self::Grow => of(G::Edit, ANNOTATE, "commands-grow", plain(Key::E), &[Article]),
            Self::Shrink => of(G::Edit, ANNOTATE, "commands-shrink", shift(Key::E), &[Article, Selection]),

            Self::MarkQuote => of(G::Quote, ANNOTATE, "commands-mark-quote", plain(Key::Q), ON_ARTICLE),
            Self::Mark(role) => of(G::Quote, ANNOTATE, mark_name(role), mark_key(role), ON_QUOTE_AND_SELECTION),
            Self::AddPiece => of(G::Quote, ANNOTATE, "commands-add-piece", or(plain(Key::Plus), shift(Key::Plus)), ON_QUOTE_AND_SELECTION),
            Self::RemovePiece => of(G::Quote, ANNOTATE, "commands-remove-piece", plain(Key::Minus), ON_QUOTE_AND_SELECTION),
            Self::MoveEdge(edge, forward) => of(G::Quote, ANNOTATE, edge_name(edge, forward), edge_key(edge, forward), ON_QUOTE),
            Self::LinkSpeaker => of(G::Quote, ANNOTATE, "commands-link-speaker", plain(Key::L), ON_QUOTE),
            Self::LinkNumber(number) => of(G::Quote, ANNOTATE, "", digit(number), ON_QUOTE),
            Self::CycleType => of(G::Quote, ANNOTATE, "commands-cycle-type", plain(Key::T), ON_QUOTE),
            Self::MarkClaim => of(G::Quote, ANNOTATE, "commands-mark-claim", plain(Key::X), ON_ARTICLE),
            Self::DeleteQuote => of(G::Quote, ANNOTATE, "commands-delete-quote", plain(Key::Delete), ON_QUOTE),
            Self::NextQuote => of(G::Quote, ANNOTATE, "commands-next-quote", plain(Key::Tab), &[Article]),
            Self::PreviousQuote => of(G::Quote, ANNOTATE, "commands-previous-quote", shift(Key::Tab), &[Article]),
            Self::NextUnresolved => of(G::Quote, ANNOTATE, "commands-next-unresolved", plain(Key::U), &[Article]),

            Self::NextArticle => of(G::Article, HERE, "commands-next-article", plain(Key::N), &[Project]),
            Self::PreviousArticle => of(G::Article, HERE, "commands-previous-article", plain(Key::P), &[Project]),
            Self::NextOpenArticle => of(G::Article, HERE, "commands-next-open-article", shift(Key::N), &[Project]),
            Self::MarkDone => of(G::Article, ANNOTATE, "commands-mark-done", none(), ON_ARTICLE),
            Self::DoneAndNext => of(G::Article, ANNOTATE, "commands-done-and-next", ctrl(Key::Enter), ON_ARTICLE),
            Self::Reopen => of(G::Article, ANNOTATE, "commands-reopen", none(), ON_ARTICLE),
            Self::EditMetadata => of(G::Article, HERE, "commands-edit-metadata", plain(Key::F2), ON_ARTICLE),
            Self::Label(_) => of(G::Article, ANNOTATE, "", none(), ON_SELECTION),
            Self::DeleteArticle => of(G::Article, HERE, "commands-delete-article", none(), ON_ARTICLE),
            Self::FilterArticles => of(G::Article, HERE, "commands-filter-articles", ctrl(Key::L), &[Project]),

            Self::Review(command) => command.facts(),
            Self::Colleagues(command) => command.facts(),
            Self::Suggest(command) => command.facts(),
            Self::Speaker(command) => command.facts(),

            Self::SwitchMode(mode) => of(G::View, HERE, "", mode_key(mode), &[Project]),
            Self::ToggleQueue => of(G::View, HERE, "commands-toggle-queue", ctrl(Key::B), &[Project]),
            Self::TogglePanel => of(G::View, HERE, "commands-toggle-panel", ctrl_shift(Key::B), &[Project]),
            Self::ToggleBoilerplate => of(G::View, HERE, "commands-toggle-boilerplate", ctrl(Key::H), &[Article]),
            Self::NextArea => of(G::View, HERE, "commands-next-area", plain(Key::F6), &[Project]),
            Self::PreviousArea => of(G::View, HERE, "commands-previous-area", shift(Key::F6), &[Project]),
            Self::ThemeSystem => of(G::View, HERE, "commands-theme-system", none(), &[]),
            Self::ThemeLight => of(G::View, HERE, "commands-theme-light", none(), &[]),
            Self::ThemeDark => of(G::View, HERE, "commands-theme-dark", none(), &[]),
            Self::ZoomIn => of(G::View, HERE, "commands-zoom-in", or(ctrl(Key::Plus), ctrl(Key::Equals)), &[]),
            Self::ZoomOut => of(G::View, HERE, "commands-zoom-out", ctrl(Key::Minus), &[]),
            Self::ZoomReset => of(G::View, HERE, "commands-zoom-reset", ctrl(Key::Num0), &[]),

            Self::ShowPalette => of(G::Help, HERE, "commands-show-palette", ctrl(Key::K), &[]),
            Self::ShowMenu => of(G::Help, HERE, "commands-show-menu", plain(Key::F10), &[]),
            Self::ShowTour => of(G::Help, HERE, "commands-show-tour", none(), &[]),
            Self::ShowContextMenu => of(G::Help, HERE, "commands-show-context-menu", or(shift(Key::F10), plain(Key::Menu)), &[Article]),
            Self::ShowKeys => of(G::Help, HERE, "commands-show-keys", plain(Key::F1), &[]),
            Self::About => of(G::Help, HERE, "commands-about", none(), &[]),
        }
    }
}

const fn mark_name(role: Role) -> &'static str {
    match role {
        Role::Content => "commands-mark-content",
        Role::Cue => "commands-mark-cue",
        Role::Source => "commands-mark-source",
        Role::Addressee => "commands-mark-addressee",
        Role::Relay => "commands-mark-relay",
    }
}

fn mark_key(role: Role) -> Keys {
    match role {
        Role::Content => none(),
        Role::Cue => plain(Key::C),
        Role::Source => plain(Key::S),
        Role::Addressee => plain(Key::A),
        Role::Relay => plain(Key::R),
    }
}

const fn edge_name(edge: Edge, forward: bool) -> &'static str {
    match (edge, forward) {
        (Edge::Start, false) => "commands-start-back",
        (Edge::Start, true) => "commands-start-forward",
        (Edge::End, false) => "commands-end-back",
        (Edge::End, true) => "commands-end-forward",
    }
}

/// The brackets; with Shift, most keyboards give braces.
fn edge_key(edge: Edge, forward: bool) -> Keys {
    let (bracket, brace) = if forward {
        (Key::CloseBracket, Key::CloseCurlyBracket)
    } else {
        (Key::OpenBracket, Key::OpenCurlyBracket)
    };
    match edge {
        Edge::Start => plain(bracket),
        Edge::End => or(shift(bracket), shift(brace)),
    }
}

/// 1 to 9.
fn digit(number: u8) -> Keys {
    Key::from_name(&number.to_string()).map_or_else(none, plain)
}

/// Ctrl and the mode's place in the switch.
fn mode_key(mode: Mode) -> Keys {
    let place = Mode::ALL.iter().position(|other| *other == mode).map_or(0, |at| at + 1);
    Key::from_name(&place.to_string()).map_or_else(none, ctrl)
}
