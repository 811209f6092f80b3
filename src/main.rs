//! `kutip`: the window, and the command line.

use std::path::PathBuf;
use std::process::ExitCode;

use kutip::cli::{Wanted, run};

fn main() -> ExitCode {
    match run() {
        Wanted::Done(code) => code,
        Wanted::Window(project) => window(project),
    }
}

#[cfg(feature = "gui")]
fn window(project: Option<PathBuf>) -> ExitCode {
    match kutip::gui::run(project) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(1)
        }
    }
}

#[cfg(not(feature = "gui"))]
fn window(_: Option<PathBuf>) -> ExitCode {
    eprintln!("This Kutip was built without its window. “kutip --help” lists what it does.");
    ExitCode::from(2)
}
