//! The command line: everything but drawing, without a display.

mod agree;
mod assign;
mod backup;
mod check;
mod evaluate;
mod export;
mod formats;
mod import;
mod merge;
mod new;
mod progress;
mod search;
mod share;
mod stats;
mod suggest;
mod typo;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::{Parser, Subcommand};

use crate::edit::Origin;
use crate::workspace::Workspace;

/// How long the command line waits while another program writes.
const PATIENCE: Duration = Duration::from_secs(5);

const EXAMPLES: &str = "\
Examples:
  kutip                                   the window, on the last project or the sample
  kutip new interviews.kutip
  kutip import interviews.kutip pages/
  kutip export interviews.kutip --format quotes-jsonl --out quotes.jsonl
  kutip check interviews.kutip";

/// Annotate who said what: mark attributed quotes in articles, link them to
/// speakers, review and export them. Without a command, the window opens.
#[derive(Debug, Parser)]
#[command(name = "kutip", version, args_conflicts_with_subcommands = true, after_help = EXAMPLES)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The project to open in the window; otherwise the last one, or the
    /// sample.
    project: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a new, empty project.
    New(new::New),
    /// Bring articles into a project: text, HTML, Markdown, JSON lines, or
    /// folders of these.
    Import(import::Import),
    /// Write a project's quotes in a format that other programs read.
    Export(export::Export),
    /// Suggest quotes: content, cue, source and speaker as the text says them.
    Suggest(suggest::Suggest),
    /// Compare suggestions, or an annotator's quotes, with a gold layer.
    Evaluate(evaluate::Evaluate),
    /// Write a copy of a project for a colleague.
    Share(share::Share),
    /// Bring colleagues' copies of a project back into it.
    Merge(merge::Merge),
    /// Give articles to annotators, evenly and the same way each time.
    Assign(assign::Assign),
    /// Find words in articles and quotes; case and accents don't matter.
    Search(search::Search),
    /// Count what a project holds.
    Stats(stats::Stats),
    /// Say how far annotators agree, in many measures.
    Agree(agree::Agree),
    /// Verify everything in a project. Exits with 1 when something is off.
    Check(check::Check),
    /// Copy a project into a new file, also while it is in use.
    Backup(backup::Backup),
    /// List the formats that can be read and written.
    Formats(formats::Formats),
}

/// What a command ended with, when it did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done,
    /// Done as far as possible; what was wrong has been said.
    Problems,
}

/// A command that can't be meant so: exit status 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Usage(String);

/// What the arguments ask for.
#[derive(Debug)]
pub enum Wanted {
    /// The window, perhaps on a project.
    Window(Option<PathBuf>),
    /// A command, which has been run.
    Done(ExitCode),
}

/// Reads the program's arguments and runs the command, if they name one.
#[must_use]
pub fn run() -> Wanted {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let said = typo::instead(std::env::args_os().nth(1).as_deref()).filter(|_| error.use_stderr());
            return Wanted::Done(said.map_or_else(|| error.exit(), |usage| ended(Err(usage.into()))));
        }
    };
    if let Some(usage) = typo::instead(arguments.project.as_deref().map(Path::as_os_str)) {
        return Wanted::Done(ended(Err(usage.into())));
    }
    match arguments.command {
        None => Wanted::Window(arguments.project),
        Some(command) => Wanted::Done(ended(command.run())),
    }
}

impl Command {
    fn run(self) -> anyhow::Result<Outcome> {
        match self {
            Self::New(command) => command.run(),
            Self::Import(command) => command.run(),
            Self::Export(command) => command.run(),
            Self::Suggest(command) => command.run(),
            Self::Evaluate(command) => command.run(),
            Self::Share(command) => command.run(),
            Self::Merge(command) => command.run(),
            Self::Assign(command) => command.run(),
            Self::Search(command) => command.run(),
            Self::Stats(command) => command.run(),
            Self::Agree(command) => command.run(),
            Self::Check(command) => command.run(),
            Self::Backup(command) => command.run(),
            Self::Formats(command) => command.run(),
        }
    }
}

fn ended(result: anyhow::Result<Outcome>) -> ExitCode {
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        // Whoever reads our output has heard enough.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(if error.is::<Usage>() { 2 } else { 1 })
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
    })
}

fn open(project: &Path) -> anyhow::Result<Workspace> {
    Ok(Workspace::open(project, Origin::CommandLine, PATIENCE)?)
}

/// Writes a line to standard output, where a closed pipe is no panic.
fn say(line: impl std::fmt::Display) -> std::io::Result<()> {
    use std::io::Write as _;
    writeln!(std::io::stdout().lock(), "{line}")
}
