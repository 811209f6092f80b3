//! What the window remembers from one run to the next, for the person and not
//! for the project.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use egui::KeyboardShortcut;
use serde::{Deserialize, Serialize};

use super::command::Command;
use super::keymap::OwnKeys;
use super::theme::{size, type_scale};

/// Light, dark, or as the system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// A person's settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The project that was open last.
    pub project: Option<PathBuf>,
    /// Under which name the person annotates.
    pub annotator: Option<String>,
    pub theme: ThemeChoice,
    /// The language of the window, as BCP 47; otherwise the system's.
    pub language: Option<String>,
    /// 1 is the original size.
    pub zoom: f32,
    /// Keys that the person chose.
    pub keys: OwnKeys,
    /// The body text's size in points.
    pub reading: f32,
    /// Whether nothing glides or fades; otherwise as the system has it.
    pub less_motion: Option<bool>,
    /// Projects that were open, the last first.
    pub recent: Vec<PathBuf>,
    /// The tour was seen, or closed.
    pub tour_seen: bool,
    /// Quotes are suggested, and Q fills in what the sentence says.
    pub suggestions: bool,
    /// Widths in points.
    pub queue_width: f32,
    pub panel_width: f32,
}

/// How many projects are remembered.
const RECENT: usize = 8;

/// One setting that is to be another.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    Annotator(String),
    Theme(ThemeChoice),
    Language(Option<String>),
    Zoom(f32),
    Reading(f32),
    LessMotion(Option<bool>),
    Suggestions(bool),
    Key(Command, KeyboardShortcut),
    ClearKey(Command),
    ResetKey(Command),
    ResetKeys,
    QueueWidth(f32),
    PanelWidth(f32),
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            project: None,
            annotator: None,
            theme: ThemeChoice::default(),
            language: None,
            zoom: 1.0,
            keys: OwnKeys::new(),
            reading: type_scale::READING.size,
            less_motion: None,
            recent: Vec::new(),
            tour_seen: false,
            suggestions: true,
            queue_width: size::QUEUE,
            panel_width: size::PANEL,
        }
    }
}

/// Where settings and the sample project live.
#[derive(Debug, Clone)]
pub struct Places {
    pub settings: PathBuf,
    pub sample: PathBuf,
}

impl Places {
    /// The system's folders for this person; none where there is no home.
    pub fn of_system() -> Option<Self> {
        ProjectDirs::from("", "", "kutip").map(|folders| Self {
            settings: folders.config_dir().join("settings.json"),
            sample: folders.data_dir().join("Sample.kutip"),
        })
    }
}

impl Settings {
    /// Reads the settings. A file that can't be read counts as none: it is
    /// written anew with the next change.
    pub fn read(path: &Path) -> Self {
        fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Remembers that a project is open, by its absolute path.
    pub fn opened(&mut self, project: &Path) {
        let project = std::path::absolute(project).unwrap_or_else(|_| project.to_path_buf());
        self.recent.retain(|other| *other != project);
        self.recent.insert(0, project.clone());
        self.recent.truncate(RECENT);
        self.project = Some(project);
    }

    /// Writes the settings beside their name, then renames them.
    ///
    /// # Errors
    /// When the folder can't be made or written.
    pub fn write(&self, path: &Path) -> std::io::Result<()> {
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(&serde_json::to_vec_pretty(self)?)?;
        file.persist(path)?;
        Ok(())
    }
}

/// The name that the system knows the person by.
pub fn person() -> String {
    let name = ["USER", "USERNAME", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok());
    name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| "Annotator".to_owned())
}
