//! What went wrong, in the language of the window. What the system or
//! another program says stands as it says it.

mod edit;
mod file;
mod record;
mod store;

use super::tr;
use crate::workspace::{AssignError, FileProblem, OutsideError, WorkspaceError};

pub use file::left_out;

/// A sentence that says what happened and what can be done.
pub fn error(error: &WorkspaceError) -> String {
    match error {
        WorkspaceError::Store(error) => store::store(error),
        WorkspaceError::Edit(error) => edit::edit(error),
        WorkspaceError::Format(error) => record::format(error),
        WorkspaceError::Canceled(_) => tr!("errors-stopped"),
        WorkspaceError::Refused { path, first, more } => {
            tr!("errors-copy-refused", path = shown(path), first = first.as_str(), more = *more)
        }
        WorkspaceError::OtherStory { path, thing, edit } => {
            tr!("errors-copy-story", path = shown(path), thing = thing.as_str(), edit = edit.as_str())
        }
        WorkspaceError::OtherText { path, article } => {
            tr!("errors-copy-text", path = shown(path), article = article.as_str())
        }
        WorkspaceError::OwnCopy(path) => tr!("errors-copy-own", path = shown(path)),
        WorkspaceError::NoPerson(name) => tr!("errors-no-person", name = name.as_str()),
        WorkspaceError::Assignment(error) => tr!(match error {
            AssignError::Names => "errors-assign-names",
            AssignError::Each => "errors-assign-each",
            AssignError::Overlap => "errors-assign-overlap",
        }),
        WorkspaceError::NothingToShare => tr!("errors-nothing-to-share"),
        WorkspaceError::NoArticle(id) => tr!("errors-no-article", id = id.to_string()),
        WorkspaceError::File { path, problem } => {
            tr!("errors-not-written", path = shown(path), problem = not_written(problem))
        }
        WorkspaceError::UnknownFormat(name) => tr!("errors-unknown-format", name = name.as_str()),
        WorkspaceError::Outside(error) => outside(error),
        WorkspaceError::Sample(problem) => tr!("errors-sample", problem = left_out(problem)),
    }
}

fn shown(path: &std::path::Path) -> String {
    path.display().to_string()
}

fn not_written(problem: &FileProblem) -> String {
    match problem {
        FileProblem::IsFolder => tr!("errors-file-is-folder"),
        FileProblem::WriteProtected => tr!("errors-file-protected"),
        FileProblem::NoFolder(folder) => tr!("errors-file-no-folder", folder = shown(folder)),
        FileProblem::System(detail) => detail.clone(),
    }
}

fn outside(error: &OutsideError) -> String {
    match error {
        OutsideError::Start { program, detail } => {
            tr!("errors-outside-start", program = program.as_str(), detail = detail.as_str())
        }
        OutsideError::Failed { program, detail } => {
            tr!("errors-outside-failed", program = program.as_str(), detail = detail.as_str())
        }
        OutsideError::TooSlow { program, seconds } => {
            tr!("errors-outside-slow", program = program.as_str(), seconds = *seconds)
        }
        OutsideError::Line { program, refusal } => {
            tr!("errors-outside-line", program = program.as_str(), refusal = record::refusal(refusal))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::EditError;
    use crate::gui::words::speak;
    use crate::model::{AnnotatorId, ArticleId, QuoteId, RegionKind, Role, Span, SpeakerId};
    use crate::workspace::fault::{
        CleanError, FileKind, Found, Part, Place, Problem, Refusal, Step, Warning,
    };
    use crate::workspace::{FileFault, LeftOut, StoreError};

    /// What is said, and whether the command line says the same in English.
    struct Said {
        english: String,
        indonesian: String,
        command_line: String,
    }

    fn said(words: impl Fn() -> String, command_line: String) -> Said {
        speak("id");
        let indonesian = words();
        speak("en");
        Said { english: words(), indonesian, command_line }
    }

    fn of_file(problem: impl Into<FileFault>) -> Said {
        let left_out = super::super::error::left_out;
        let it = LeftOut { file: "a.txt".to_owned(), problem: problem.into() };
        said(|| left_out(&it), it.to_string())
    }

    fn of(it: impl Into<WorkspaceError>) -> Said {
        let it = it.into();
        said(|| error(&it), it.to_string())
    }

    fn check(said: &Said) {
        let Said { english, indonesian, command_line } = said;
        for words in [english, indonesian] {
            assert!(!words.contains("errors-") && !words.contains("{$"), "{words}");
        }
        assert_ne!(english, indonesian, "{command_line}");
    }

    fn records() -> Vec<Problem> {
        let id = uuid::Uuid::nil;
        let words = || "x".to_owned();
        vec![
            Problem::NotUtf8,
            Problem::NoRecord,
            Problem::NotJson(words()),
            Problem::NeitherArticleNorQuote,
            Problem::NoQuote,
            Problem::NoReference,
            Problem::Nul,
            Problem::EmptyText,
            Problem::Missing { field: "type" },
            Problem::NoAnnotator,
            Problem::NamelessSpeaker,
            Problem::UnknownName { field: "type", given: words(), allowed: vec!["direct", "mixed"] },
            Problem::BadTime { field: "created_at", given: words() },
            Problem::BadDate { field: "published_at", given: words() },
            Problem::EmptySpan,
            Problem::OutsideText { length: 1200 },
            Problem::Words { there: words(), given: "y".to_owned() },
            Problem::Overlap { start: 3, end: 1009 },
            Problem::LooseClaim,
            Problem::OtherText(ArticleId(id())),
            Problem::UnknownArticle,
            Problem::IdTaken,
            Problem::Differs,
            Problem::UnknownParent(words()),
            Problem::CircularParent(words()),
            Problem::UnknownQuote(words()),
            Problem::NowhereToStand(words()),
            Problem::QuoteHasClaim,
            Problem::UnnamedSpeaker(words()),
            Problem::UnknownSpeaker(SpeakerId(id())),
            Problem::UnknownAnnotator(AnnotatorId(id())),
        ]
    }

    #[test]
    fn what_is_wrong_with_a_file_is_said_as_the_command_line_says_it() {
        let pages = [
            CleanError::Empty,
            CleanError::OnlyWhiteSpace,
            CleanError::NoVisibleText,
            CleanError::Binary,
            CleanError::TooLarge { size: 70_000_000 },
        ];
        let kinds = [
            FileKind::Pdf,
            FileKind::Zip,
            FileKind::Archive("RAR"),
            FileKind::OldOffice,
            FileKind::RichText,
            FileKind::Picture("PNG"),
            FileKind::Database,
            FileKind::Program,
            FileKind::WebArchive,
        ];
        let warnings = [
            Warning::Decoded { encoding: "windows-1252" },
            Warning::Replaced { count: 2 },
            Warning::CutHtml,
            Warning::DeepHtml { depth: 20_000 },
            Warning::LargeHtml { elements: 300_000 },
            Warning::NotReadable,
            Warning::NoArticleFound,
            Warning::BadFrontMatter,
        ];
        let span = Span::new(3, 9);
        let steps = [
            Step::Part(Part::Claim),
            Step::Item(Part::Quote, 2),
            Step::Named(Part::Comment, "7".to_owned()),
            Step::Region(RegionKind::Headline, span),
            Step::Role(Role::Cue, span),
            Step::Span(span),
            Step::Byte(12),
            Step::Column(1200),
        ];
        let whole = FileFault::Record(Refusal::new(0, Place::default(), Problem::EmptyText));
        let files = [
            FileFault::Missing,
            FileFault::EmptyFolder,
            FileFault::NoRecords,
            FileFault::Unreadable("no".to_owned()),
            FileFault::Cut { line: 3, detail: "no".to_owned() },
            whole,
        ];
        let record = |problem| FileFault::Record(Refusal::new(1, Place::default(), problem));
        let place = |step: Step| FileFault::Record(Refusal::new(4, step, Problem::EmptySpan));
        let said = (pages.into_iter().map(FileFault::Page))
            .chain(kinds.map(|kind| FileFault::Page(CleanError::Known { kind })))
            .chain(warnings.map(FileFault::Warning))
            .chain(records().into_iter().map(record))
            .chain(steps.map(place))
            .chain(files)
            .map(of_file);
        for said in said {
            check(&said);
            assert_eq!(said.english, said.command_line);
        }
        let nth = Place::from(Step::Item(Part::Region, 1)).with(Step::At(span));
        let said = of_file(Refusal::new(1, nth, Problem::EmptySpan));
        assert_eq!(said.english, said.command_line);
        assert_eq!(said.indonesian, "a.txt: baris 1, bagian 1, 3–9: akhirnya harus sesudah awalnya.");
    }

    #[test]
    fn every_refusal_of_an_edit_or_a_project_is_said_in_the_windows_language() {
        let path = || std::path::PathBuf::from("/p.kutip");
        let words = || "x".to_owned();
        let id = uuid::Uuid::nil;
        let edits = [
            EditError::NoArticle,
            EditError::NoComment(id().into()),
            EditError::NoDecision(id().into()),
            EditError::NoConflict(id().into()),
            EditError::NothingToDecide,
            EditError::EmptyComment,
            EditError::OwnQuote,
            EditError::EmptyGroup,
            EditError::NeedsValue,
            EditError::NoAnnotator,
            EditError::NoQuote(QuoteId(id())),
            EditError::NoClaim(id().into()),
            EditError::NoSpeaker(id().into()),
            EditError::NotYours,
            EditError::SeenByReviewer,
            EditError::EmptySelection,
            EditError::OutsideText,
            EditError::OwnParent,
            EditError::ClaimExists,
            EditError::NoName,
            EditError::NoAnnotatorName,
            EditError::AnnotatorExists(words()),
            EditError::RoleHasNoSpeaker,
            EditError::BadRegion,
            EditError::BadDate(words()),
        ];
        for error in edits {
            check(&of(error));
        }
        let stores = [
            StoreError::Missing(path()),
            StoreError::Exists(path()),
            StoreError::IsFolder(path()),
            StoreError::NotAProject { path: path(), found: Found::Other },
            StoreError::NotAProject { path: path(), found: Found::Nothing },
            StoreError::NotAProject { path: path(), found: Found::OtherDatabase },
            StoreError::Newer { path: path(), found: 9, known: 2 },
            StoreError::ReadOnly(path()),
            StoreError::Locked(path()),
            StoreError::Damaged { path: path(), detail: words() },
            StoreError::DiskFull(path()),
            StoreError::Gone(path()),
            StoreError::Io { path: path(), detail: words() },
            StoreError::ChangedElsewhere,
            StoreError::InUse,
            StoreError::Content(words()),
        ];
        for error in stores {
            check(&of(error));
        }
        let refusal = Box::new(Refusal::new(4, Place::default(), Problem::NoQuote));
        let others: Vec<WorkspaceError> = vec![
            crate::job::Canceled.into(),
            WorkspaceError::OtherStory { path: path(), thing: words(), edit: words() },
            WorkspaceError::OtherText { path: path(), article: words() },
            WorkspaceError::OwnCopy(path()),
            WorkspaceError::NoPerson(words()),
            AssignError::Names.into(),
            AssignError::Each.into(),
            AssignError::Overlap.into(),
            WorkspaceError::NothingToShare,
            WorkspaceError::NoArticle(ArticleId(id())),
            WorkspaceError::File { path: path(), problem: FileProblem::IsFolder },
            WorkspaceError::File { path: path(), problem: FileProblem::WriteProtected },
            WorkspaceError::File { path: path(), problem: FileProblem::NoFolder(path()) },
            WorkspaceError::File { path: path(), problem: FileProblem::System(words()) },
            WorkspaceError::UnknownFormat(words()),
            OutsideError::Start { program: words(), detail: words() }.into(),
            OutsideError::Failed { program: words(), detail: words() }.into(),
            OutsideError::TooSlow { program: words(), seconds: 20 }.into(),
            OutsideError::Line { program: words(), refusal }.into(),
            WorkspaceError::Sample(Box::new(LeftOut { file: words(), problem: FileFault::Missing })),
        ];
        for error in others {
            check(&of(error));
        }
        for more in 0..3 {
            let said = of(WorkspaceError::Refused { path: path(), first: words(), more });
            check(&said);
            assert_eq!(said.english, said.command_line);
        }
    }
}
