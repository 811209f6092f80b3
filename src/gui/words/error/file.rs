//! What is to be said of a file that was brought in, or was not.

use super::record;
use crate::gui::words::tr;
use crate::workspace::fault::{CleanError, FileKind, MAX_BYTES, Warning};
use crate::workspace::{FileFault, LeftOut};

/// A file and what is to be said of it, as a sentence.
pub fn left_out(left_out: &LeftOut) -> String {
    let problem = fault(&left_out.problem);
    let end = if problem.ends_with(['.', '!', '?']) { "" } else { "." };
    match left_out.file.as_str() {
        "" => format!("{problem}{end}"),
        file => format!("{file}: {problem}{end}"),
    }
}

fn fault(fault: &FileFault) -> String {
    match fault {
        FileFault::Missing => tr!("errors-import-missing"),
        FileFault::EmptyFolder => tr!("errors-import-empty-folder"),
        FileFault::NoRecords => tr!("errors-import-no-records"),
        FileFault::Unreadable(detail) => tr!("errors-import-unreadable", detail = detail.as_str()),
        FileFault::Cut { line, detail } => tr!("errors-import-cut", line = *line, detail = detail.as_str()),
        FileFault::Page(error) => page(error),
        FileFault::Warning(found) => warning(found),
        FileFault::Record(refusal) => record::refusal(refusal),
    }
}

fn page(error: &CleanError) -> String {
    match error {
        CleanError::Empty => tr!("errors-page-empty"),
        CleanError::OnlyWhiteSpace => tr!("errors-page-only-white-space"),
        CleanError::NoVisibleText => tr!("errors-page-no-visible-text"),
        CleanError::Known { kind } => match kind {
            FileKind::Pdf => tr!("errors-page-pdf"),
            FileKind::Zip => tr!("errors-page-zip"),
            FileKind::Archive(name) => tr!("errors-page-archive", name = *name),
            FileKind::OldOffice => tr!("errors-page-old-office"),
            FileKind::RichText => tr!("errors-page-rich-text"),
            FileKind::Picture(name) => tr!("errors-page-picture", name = *name),
            FileKind::Database => tr!("errors-page-database"),
            FileKind::Program => tr!("errors-page-program"),
            FileKind::WebArchive => tr!("errors-page-web-archive"),
        },
        CleanError::Binary => tr!("errors-page-binary"),
        CleanError::TooLarge { size } => {
            tr!("errors-page-too-large", size = *size, limit = MAX_BYTES / (1024 * 1024))
        }
    }
}

fn warning(warning: &Warning) -> String {
    match warning {
        Warning::Decoded { encoding } => tr!("errors-warning-decoded", encoding = *encoding),
        Warning::Replaced { count } => tr!("errors-warning-replaced", number = *count),
        Warning::CutHtml => tr!("errors-warning-cut"),
        Warning::DeepHtml { depth } => tr!("errors-warning-deep", number = *depth),
        Warning::LargeHtml { elements } => tr!("errors-warning-large", number = *elements),
        Warning::NotReadable => tr!("errors-warning-not-readable"),
        Warning::NoArticleFound => tr!("errors-warning-no-article"),
        Warning::BadFrontMatter => tr!("errors-warning-front-matter"),
    }
}
