//! What can be done in the window. Menu, palette, key help and tooltips
//! derive from this one list; keys come from the [`super::keymap`].

mod colleagues;
mod facts;
mod need;
mod review;
mod shortcut;
mod speakers;
mod suggest;

use crate::format::EXPORTERS;
use crate::gui::mode::Mode;
use crate::gui::page::Edge;
use crate::gui::words::tr;
use crate::model::{RegionKind, Role};

pub use colleagues::ColleaguesCommand;
pub use facts::Group;
pub use need::{Need, State};
pub use review::ReviewCommand;
pub use shortcut::{is_typed, normal, parse, shown, written};
pub use speakers::SpeakerCommand;
pub use suggest::SuggestCommand;

/// Something a person can ask of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    NewProject,
    OpenProject,
    OpenSample,
    ImportFiles,
    ImportFolder,
    /// By the format's place in the list of exporters.
    Export(usize),
    Backup,
    ChangeAnnotator,
    ShowSettings,
    Quit,
    Undo,
    Redo,
    Copy,
    CopyCitation,
    SelectAll,
    Find,
    FindNext,
    FindPrevious,
    Grow,
    Shrink,
    MarkQuote,
    Mark(Role),
    AddPiece,
    RemovePiece,
    /// Moves an edge of the selected quote by a word, forward or back.
    MoveEdge(Edge, bool),
    LinkSpeaker,
    /// Links the speaker of this number in the panel's list, from 1.
    LinkNumber(u8),
    CycleType,
    MarkClaim,
    DeleteQuote,
    NextQuote,
    PreviousQuote,
    NextUnresolved,
    NextArticle,
    PreviousArticle,
    NextOpenArticle,
    DoneAndNext,
    MarkDone,
    Reopen,
    EditMetadata,
    Label(Option<RegionKind>),
    DeleteArticle,
    FilterArticles,
    /// What mode Review is for.
    Review(ReviewCommand),
    /// What working with colleagues is for.
    Colleagues(ColleaguesCommand),
    /// The speakers' registry.
    Speaker(SpeakerCommand),
    /// Suggestions and what belongs to them.
    Suggest(SuggestCommand),
    SwitchMode(Mode),
    ToggleQueue,
    TogglePanel,
    ToggleBoilerplate,
    NextArea,
    PreviousArea,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    ShowPalette,
    ShowMenu,
    ShowContextMenu,
    ShowTour,
    ShowKeys,
    About,
}

/// The commands that need no more to be named, in the order of the menu.
const FIXED: &[Command] = &[
    Command::NewProject,
    Command::OpenProject,
    Command::OpenSample,
    Command::ImportFiles,
    Command::ImportFolder,
    Command::Backup,
    Command::ChangeAnnotator,
    Command::ShowSettings,
    Command::Quit,
    Command::Undo,
    Command::Redo,
    Command::Copy,
    Command::CopyCitation,
    Command::SelectAll,
    Command::Find,
    Command::FindNext,
    Command::FindPrevious,
    Command::Grow,
    Command::Shrink,
    Command::MarkQuote,
    Command::Mark(Role::Cue),
    Command::Mark(Role::Source),
    Command::Mark(Role::Addressee),
    Command::Mark(Role::Relay),
    Command::AddPiece,
    Command::RemovePiece,
    Command::MoveEdge(Edge::Start, false),
    Command::MoveEdge(Edge::Start, true),
    Command::MoveEdge(Edge::End, false),
    Command::MoveEdge(Edge::End, true),
    Command::LinkSpeaker,
    Command::CycleType,
    Command::MarkClaim,
    Command::DeleteQuote,
    Command::NextQuote,
    Command::PreviousQuote,
    Command::NextUnresolved,
    Command::NextArticle,
    Command::PreviousArticle,
    Command::NextOpenArticle,
    Command::DoneAndNext,
    Command::MarkDone,
    Command::Reopen,
    Command::EditMetadata,
    Command::DeleteArticle,
    Command::FilterArticles,
    Command::ToggleQueue,
    Command::TogglePanel,
    Command::ToggleBoilerplate,
    Command::NextArea,
    Command::PreviousArea,
    Command::ThemeSystem,
    Command::ThemeLight,
    Command::ThemeDark,
    Command::ZoomIn,
    Command::ZoomOut,
    Command::ZoomReset,
    Command::ShowPalette,
    Command::ShowMenu,
    Command::ShowContextMenu,
    Command::ShowTour,
    Command::ShowKeys,
    Command::About,
];

impl Command {
    /// Every command. The exports follow the list of formats; the modes are
    /// there once there is a choice.
    pub fn all() -> impl Iterator<Item = Self> {
        let numbers = (1..=9).map(Self::LinkNumber);
        let labels = RegionKind::ALL.iter().map(|kind| Self::Label(Some(*kind))).chain([Self::Label(None)]);
        let exports = (0..EXPORTERS.len()).map(Self::Export);
        let modes = if Mode::ALL.len() > 1 { Mode::ALL } else { &[] };
        let modes = modes.iter().map(|mode| Self::SwitchMode(*mode));
        let review = ReviewCommand::all().map(Self::Review);
        let colleagues = ColleaguesCommand::all().map(Self::Colleagues);
        let suggest = SuggestCommand::ALL.map(Self::Suggest);
        let speakers = SpeakerCommand::ALL.map(Self::Speaker);
        FIXED
            .iter()
            .copied()
            .chain(numbers)
            .chain(labels)
            .chain(exports)
            .chain(review)
            .chain(colleagues)
            .chain(suggest)
            .chain(speakers)
            .chain(modes)
    }

    /// What it does, in a few words.
    pub fn name(self) -> String {
        match self {
            Self::Export(at) => EXPORTERS
                .get(at)
                .map_or_else(String::new, |format| tr!("commands-export", format = format.name())),
            Self::LinkNumber(number) => tr!("commands-link-number", number = number),
            Self::Label(Some(kind)) => tr!("commands-label", kind = region_name(kind)),
            Self::Label(None) => tr!("commands-label-none"),
            Self::Review(command) => command.name(),
            Self::Colleagues(command) => command.name(),
            Self::Speaker(command) => command.name(),
            Self::SwitchMode(mode) => tr!("commands-switch-mode", mode = mode.name()),
            _ => tr!(self.facts().name),
        }
    }

    /// What it does now: undo and redo say which step.
    pub fn title(self, state: &State<'_>) -> String {
        let label = |label: Option<crate::edit::Label>| label.map(crate::gui::words::label);
        let what = match self {
            Self::Undo => label(state.workspace.and_then(crate::workspace::Workspace::undo_label)),
            Self::Redo => label(state.workspace.and_then(crate::workspace::Workspace::redo_label)),
            _ => None,
        };
        match (self, what) {
            (Self::Undo, Some(what)) => tr!("commands-undo-what", what = what),
            (Self::Redo, Some(what)) => tr!("commands-redo-what", what = what),
            _ => self.name(),
        }
    }

    /// By what the settings know it.
    pub fn id(self) -> String {
        format!("{self:?}")
    }

    pub fn group(self) -> Group {
        self.facts().group
    }

    /// Whether it belongs to a mode's commands.
    pub fn works_in(self, mode: Mode) -> bool {
        self.facts().scope.holds(mode)
    }

    /// Whether it can be run now; otherwise the first thing that is missing.
    ///
    /// # Errors
    /// The need that is not met.
    pub fn enabled(self, state: &State<'_>) -> Result<(), Need> {
        self.facts().needs.iter().find(|need| !need.is_met(state)).map_or(Ok(()), |need| Err(*need))
    }
}

/// A region's role as people read it.
pub fn region_name(kind: RegionKind) -> String {
    tr!(match kind {
        RegionKind::Headline => "commands-region-headline",
        RegionKind::Byline => "commands-region-byline",
        RegionKind::PublicationLine => "commands-region-publication-line",
        RegionKind::Dateline => "commands-region-dateline",
        RegionKind::Caption => "commands-region-caption",
        RegionKind::Credit => "commands-region-credit",
        RegionKind::Body => "commands-region-body",
        RegionKind::RelatedLink => "commands-region-related-link",
        RegionKind::Boilerplate => "commands-region-boilerplate",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_says_what_it_does() {
        let mut names = std::collections::HashMap::new();
        for command in Command::all() {
            let name = command.name();
            assert!(!name.is_empty(), "{command:?} has no name");
            if let Some(other) = names.insert(name.clone(), command) {
                panic!("{command:?} and {other:?} are both called “{name}”");
            }
        }
    }

    #[test]
    fn every_variant_is_in_the_list() {
        let source = include_str!("mod.rs");
        let (_, after) = source.split_once("pub enum Command {").unwrap();
        let (variants, _) = after.split_once("\n}").unwrap();
        let listed: Vec<String> = Command::all().map(Command::id).collect();
        for line in variants.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"))
        {
            let variant = line.trim_end_matches(',').split('(').next().unwrap();
            let is_listed = listed.iter().any(|id| id.split('(').next() == Some(variant));
            assert!(is_listed || variant == "SwitchMode", "{variant} is missing from Command::all");
        }
    }
}
