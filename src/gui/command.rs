//! What can be done in the window, by name and by key. Menu, key help and
//! tooltips derive from this one list.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::format::EXPORTERS;
use crate::model::{RegionKind, Role};

/// Where a command stands in the menu and in the key help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Project,
    Edit,
    Quote,
    Article,
    View,
    Help,
}

impl Group {
    pub const ALL: [Self; 6] =
        [Self::Project, Self::Edit, Self::Quote, Self::Article, Self::View, Self::Help];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Project => "Project",
            Self::Edit => "Edit",
            Self::Quote => "Quote",
            Self::Article => "Article",
            Self::View => "View",
            Self::Help => "Help",
        }
    }
}

/// Something a person can ask of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    NewProject,
    OpenProject,
    OpenSample,
    ImportFiles,
    ImportFolder,
    Export(usize),
    Backup,
    ChangeAnnotator,
    Quit,
    Undo,
    Redo,
    Copy,
    SelectAll,
    Grow,
    Shrink,
    MarkQuote,
    Mark(Role),
    AddPiece,
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
    DoneAndNext,
    Reopen,
    EditMetadata,
    Label(Option<RegionKind>),
    DeleteArticle,
    FilterArticles,
    ToggleQueue,
    ToggleBoilerplate,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    ShowKeys,
    About,
}

impl Command {
    /// Every command that stands in a menu, in its order. The exports follow
    /// the list of formats.
    pub fn all() -> impl Iterator<Item = Self> {
        use Command as C;
        let fixed = [
            C::NewProject,
            C::OpenProject,
            C::OpenSample,
            C::ImportFiles,
            C::ImportFolder,
            C::Backup,
            C::ChangeAnnotator,
            C::Quit,
            C::Undo,
            C::Redo,
            C::Copy,
            C::SelectAll,
            C::Grow,
            C::Shrink,
            C::MarkQuote,
            C::Mark(Role::Cue),
            C::Mark(Role::Source),
            C::Mark(Role::Addressee),
            C::Mark(Role::Relay),
            C::AddPiece,
            C::LinkSpeaker,
            C::CycleType,
            C::MarkClaim,
            C::DeleteQuote,
            C::NextQuote,
            C::PreviousQuote,
            C::NextUnresolved,
            C::NextArticle,
            C::PreviousArticle,
            C::DoneAndNext,
            C::Reopen,
            C::EditMetadata,
            C::DeleteArticle,
            C::FilterArticles,
            C::ToggleQueue,
            C::ToggleBoilerplate,
            C::ThemeSystem,
            C::ThemeLight,
            C::ThemeDark,
            C::ZoomIn,
            C::ZoomOut,
            C::ZoomReset,
            C::ShowKeys,
            C::About,
        ];
        let numbers = (1..=9).map(C::LinkNumber);
        let labels = RegionKind::ALL.iter().map(|kind| C::Label(Some(*kind))).chain([C::Label(None)]);
        let exports = (0..EXPORTERS.len()).map(C::Export);
        fixed.into_iter().chain(numbers).chain(labels).chain(exports)
    }

    /// What it does, in a few words.
    pub fn name(self) -> String {
        match self {
            Self::Export(at) => {
                EXPORTERS.get(at).map_or_else(String::new, |format| format!("Export as {}…", format.name()))
            }
            Self::Mark(role) => format!("Mark as {role}"),
            Self::LinkNumber(number) => format!("Link speaker {number} of the list"),
            Self::Label(Some(kind)) => format!("Selection is {}", region_name(kind)),
            Self::Label(None) => "Selection has no role".to_owned(),
            _ => self.fixed_name().to_owned(),
        }
    }

    const fn fixed_name(self) -> &'static str {
        match self {
            Self::NewProject => "New project…",
            Self::OpenProject => "Open project…",
            Self::OpenSample => "Open the sample project",
            Self::ImportFiles => "Import articles…",
            Self::ImportFolder => "Import a folder…",
            Self::Backup => "Back up to…",
            Self::ChangeAnnotator => "Annotate as…",
            Self::Quit => "Quit",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::Copy => "Copy the selected words",
            Self::SelectAll => "Select the whole article",
            Self::Grow => "Grow the selection",
            Self::Shrink => "Shrink the selection",
            Self::MarkQuote => "Mark a quote",
            Self::AddPiece => "Add the selection to the content",
            Self::LinkSpeaker => "Link a speaker…",
            Self::CycleType => "Next type",
            Self::MarkClaim => "Make a claim of it",
            Self::DeleteQuote => "Delete the quote",
            Self::NextQuote => "Next quote",
            Self::PreviousQuote => "Previous quote",
            Self::NextUnresolved => "Next quote without speaker",
            Self::NextArticle => "Next article",
            Self::PreviousArticle => "Previous article",
            Self::DoneAndNext => "Done, next article",
            Self::Reopen => "Take the article up again",
            Self::EditMetadata => "Title, date and outlet…",
            Self::DeleteArticle => "Delete the article",
            Self::FilterArticles => "Find articles",
            Self::ToggleQueue => "Show or hide the queue",
            Self::ToggleBoilerplate => "Show or fold what is not the article",
            Self::ThemeSystem => "Light or dark as the system",
            Self::ThemeLight => "Light",
            Self::ThemeDark => "Dark",
            Self::ZoomIn => "Larger",
            Self::ZoomOut => "Smaller",
            Self::ZoomReset => "Original size",
            Self::ShowKeys => "Keys",
            Self::About => "About Kutip",
            Self::Export(_) | Self::Mark(_) | Self::LinkNumber(_) | Self::Label(_) => "",
        }
    }

    /// Where it stands.
    pub const fn group(self) -> Group {
        match self {
            Self::NewProject
            | Self::OpenProject
            | Self::OpenSample
            | Self::ImportFiles
            | Self::ImportFolder
            | Self::Export(_)
            | Self::Backup
            | Self::ChangeAnnotator
            | Self::Quit => Group::Project,
            Self::Undo | Self::Redo | Self::Copy | Self::SelectAll | Self::Grow | Self::Shrink => Group::Edit,
            Self::MarkQuote
            | Self::Mark(_)
            | Self::AddPiece
            | Self::LinkSpeaker
            | Self::LinkNumber(_)
            | Self::CycleType
            | Self::MarkClaim
            | Self::DeleteQuote
            | Self::NextQuote
            | Self::PreviousQuote
            | Self::NextUnresolved => Group::Quote,
            Self::NextArticle
            | Self::PreviousArticle
            | Self::DoneAndNext
            | Self::Reopen
            | Self::EditMetadata
            | Self::Label(_)
            | Self::DeleteArticle
            | Self::FilterArticles => Group::Article,
            Self::ToggleQueue
            | Self::ToggleBoilerplate
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset => Group::View,
            Self::ShowKeys | Self::About => Group::Help,
        }
    }

    /// Its key, if it has one.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let plain = |key| Some(KeyboardShortcut::new(Modifiers::NONE, key));
        let shift = |key| Some(KeyboardShortcut::new(Modifiers::SHIFT, key));
        let ctrl = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
        let ctrl_shift = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key));
        match self {
            Self::NewProject => ctrl_shift(Key::N),
            Self::OpenProject => ctrl(Key::O),
            Self::ImportFiles => ctrl(Key::I),
            Self::ImportFolder => ctrl_shift(Key::I),
            Self::Quit => ctrl(Key::Q),
            Self::Undo => ctrl(Key::Z),
            Self::Redo => ctrl_shift(Key::Z),
            Self::Copy => ctrl(Key::C),
            Self::SelectAll => ctrl(Key::A),
            Self::Grow => plain(Key::E),
            Self::Shrink => shift(Key::E),
            Self::MarkQuote => plain(Key::Q),
            Self::Mark(Role::Cue) => plain(Key::C),
            Self::Mark(Role::Source) => plain(Key::S),
            Self::Mark(Role::Addressee) => plain(Key::A),
            Self::Mark(Role::Relay) => plain(Key::R),
            Self::AddPiece => plain(Key::Plus),
            Self::LinkSpeaker => plain(Key::L),
            Self::LinkNumber(number) => plain(digit(number)?),
            Self::CycleType => plain(Key::T),
            Self::MarkClaim => plain(Key::X),
            Self::DeleteQuote => plain(Key::Delete),
            Self::NextQuote => plain(Key::Tab),
            Self::PreviousQuote => shift(Key::Tab),
            Self::NextUnresolved => plain(Key::U),
            Self::NextArticle => plain(Key::N),
            Self::PreviousArticle => plain(Key::P),
            Self::DoneAndNext => ctrl(Key::Enter),
            Self::EditMetadata => plain(Key::F2),
            Self::FilterArticles => ctrl(Key::L),
            Self::ToggleQueue => ctrl(Key::B),
            Self::ToggleBoilerplate => ctrl(Key::H),
            Self::ZoomIn => ctrl(Key::Plus),
            Self::ZoomOut => ctrl(Key::Minus),
            Self::ZoomReset => ctrl(Key::Num0),
            Self::ShowKeys => plain(Key::F1),
            Self::OpenSample
            | Self::Export(_)
            | Self::Backup
            | Self::ChangeAnnotator
            | Self::Mark(Role::Content)
            | Self::Reopen
            | Self::Label(_)
            | Self::DeleteArticle
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::About => None,
        }
    }

    /// Whether its key is one that also types: then it works only while
    /// nothing is being typed.
    pub fn is_typed(self) -> bool {
        self.shortcut()
            .is_some_and(|key| !key.modifiers.command && !matches!(key.logical_key, Key::F1 | Key::F2))
    }
}

const fn digit(number: u8) -> Option<Key> {
    Some(match number {
        1 => Key::Num1,
        2 => Key::Num2,
        3 => Key::Num3,
        4 => Key::Num4,
        5 => Key::Num5,
        6 => Key::Num6,
        7 => Key::Num7,
        8 => Key::Num8,
        9 => Key::Num9,
        _ => return None,
    })
}

/// A region's role as people read it.
pub const fn region_name(kind: RegionKind) -> &'static str {
    match kind {
        RegionKind::Headline => "the headline",
        RegionKind::Byline => "the byline",
        RegionKind::PublicationLine => "the publication line",
        RegionKind::Dateline => "the dateline",
        RegionKind::Caption => "a caption",
        RegionKind::Credit => "a credit",
        RegionKind::Body => "body text",
        RegionKind::RelatedLink => "a related link",
        RegionKind::Boilerplate => "not the article",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn no_two_commands_share_a_key() {
        let mut owners: HashMap<KeyboardShortcut, Command> = HashMap::new();
        for command in Command::all() {
            if let Some(key) = command.shortcut()
                && let Some(other) = owners.insert(key, command)
            {
                panic!("{command:?} and {other:?} share {key:?}");
            }
        }
    }

    #[test]
    fn every_command_says_what_it_does() {
        for command in Command::all() {
            assert!(!command.name().is_empty(), "{command:?} has no name");
        }
    }
}
