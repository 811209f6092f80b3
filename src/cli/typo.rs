//! Commands that were mistyped, and would be taken for projects.

use std::ffi::OsStr;
use std::path::Path;

use clap::CommandFactory as _;

use super::{Arguments, Usage};

/// How alike a word and a command must be for one to be meant by the other
/// (Jaro–Winkler, 0 to 1).
const ALIKE: f64 = 0.8;

/// What to say where a program's first argument is neither a command nor a
/// project: a bare word for which there is no file.
pub fn instead(first: Option<&OsStr>) -> Option<Usage> {
    let word = first?.to_str()?;
    let is_word = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    if !is_word || word.starts_with('-') || Path::new(word).exists() {
        return None;
    }
    let arguments = Arguments::command();
    let names: Vec<&str> = arguments.get_subcommands().map(clap::Command::get_name).collect();
    if names.contains(&word) || word == "help" {
        return None;
    }
    let closest = names
        .iter()
        .map(|name| (strsim::jaro_winkler(word, name), *name))
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let hint = match closest {
        Some((_, name)) => format!("Did you mean “kutip {name}”?"),
        None => format!("The commands are {}.", names.join(", ")),
    };
    Some(Usage(format!("There is neither a command nor a project called “{word}”. {hint}")))
}
