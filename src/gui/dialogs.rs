//! Asking for files. The only place that knows rfd.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::task::Waker;
use std::time::{Duration, Instant};

use crate::format::EXPORTERS;
use crate::gui::words::tr;

/// What a file is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    NewProject,
    OpenProject,
    ImportFiles,
    ImportFolder,
    /// By the format's place in the list of exporters.
    Export(usize),
    Backup,
    /// A copy for a colleague.
    Share,
    /// Colleagues' copies.
    BringIn,
}

impl Purpose {
    /// The dialog's title.
    pub fn title(self) -> String {
        match self {
            Self::NewProject => tr!("start-dialog-new-project"),
            Self::OpenProject => tr!("start-dialog-open-project"),
            Self::ImportFiles => tr!("start-dialog-import-files"),
            Self::ImportFolder => tr!("start-dialog-import-folder"),
            Self::Export(at) => EXPORTERS
                .get(at)
                .map_or_else(String::new, |format| tr!("start-dialog-export", format = format.name())),
            Self::Backup => tr!("start-dialog-backup"),
            Self::Share => tr!("colleagues-dialog-share"),
            Self::BringIn => tr!("colleagues-dialog-bring-in"),
        }
    }

    /// The name that is offered for a file to be written.
    pub fn file_name(self) -> String {
        match self {
            Self::NewProject => "project.kutip".to_owned(),
            Self::Backup => "backup.kutip".to_owned(),
            Self::Share => "copy.kutip".to_owned(),
            Self::Export(at) => {
                EXPORTERS.get(at).map_or_else(String::new, |format| format!("quotes.{}", format.extension()))
            }
            Self::OpenProject | Self::ImportFiles | Self::ImportFolder | Self::BringIn => String::new(),
        }
    }
}

/// What came of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Picked(Purpose, Vec<PathBuf>),
    Canceled,
    /// This machine has no file dialogs; a path must be typed.
    Unavailable(Purpose),
}

/// Asks for files without holding up the window. Tests bring their own.
pub trait FilePicker {
    /// Asks; the answer comes through the channel, and the waker is woken.
    fn ask(&self, purpose: Purpose, answer: Sender<Answer>, waker: Waker);
}

/// The system's own dialogs.
#[derive(Debug, Default)]
pub struct SystemPicker;

/// A dialog that ends sooner than any hand can was never shown.
const NEVER_SHOWN: Duration = Duration::from_millis(150);

impl FilePicker for SystemPicker {
    fn ask(&self, purpose: Purpose, answer: Sender<Answer>, waker: Waker) {
        let worker = std::thread::Builder::new().name("file dialog".to_owned());
        let on_thread = answer.clone();
        // Worded here: the language belongs to the window's thread.
        let dialog = dialog(purpose);
        let spawned = worker.spawn(move || {
            let begun = Instant::now();
            let picked = show(dialog, purpose);
            let word = match picked {
                Some(paths) => Answer::Picked(purpose, paths),
                None if begun.elapsed() < NEVER_SHOWN => Answer::Unavailable(purpose),
                None => Answer::Canceled,
            };
            let _ = on_thread.send(word);
            waker.wake();
        });
        if spawned.is_err() {
            let _ = answer.send(Answer::Unavailable(purpose));
        }
    }
}

fn dialog(purpose: Purpose) -> rfd::FileDialog {
    let dialog = rfd::FileDialog::new().set_title(purpose.title()).set_file_name(purpose.file_name());
    match purpose {
        Purpose::OpenProject | Purpose::NewProject | Purpose::Backup | Purpose::Share | Purpose::BringIn => {
            dialog.add_filter(tr!("start-dialog-projects"), &["kutip"])
        }
        Purpose::ImportFiles | Purpose::ImportFolder | Purpose::Export(_) => dialog,
    }
}

fn show(dialog: rfd::FileDialog, purpose: Purpose) -> Option<Vec<PathBuf>> {
    match purpose {
        Purpose::OpenProject => dialog.pick_file().map(|path| vec![path]),
        Purpose::ImportFiles | Purpose::BringIn => dialog.pick_files(),
        Purpose::ImportFolder => dialog.pick_folder().map(|path| vec![path]),
        Purpose::NewProject | Purpose::Backup | Purpose::Share | Purpose::Export(_) => {
            dialog.save_file().map(|path| vec![path])
        }
    }
}
