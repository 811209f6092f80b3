//! The window: draws the panels, gathers what they ask for, has it done.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::task::Waker;

use egui::{Context, Ui};

use super::action::Action;
use super::dialogs::{Answer, FilePicker, SystemPicker};
use super::keymap::Keymap;
use super::settings::{Places, Settings, ThemeChoice};
use super::system::{System, Wishes};
use super::view::View;
use super::{dispatch, keys, panels, theme, watch, words};
use crate::workspace::Workspace;

/// The window's program.
pub struct App {
    pub(super) workspace: Option<Workspace>,
    pub(super) view: View,
    pub(super) settings: Settings,
    pub(super) places: Option<Places>,
    pub(super) services: Services,
    title: String,
}

/// What the window uses of the world around it.
pub(super) struct Services {
    pub ctx: Context,
    pub picker: Box<dyn FilePicker>,
    pub answers: (Sender<Answer>, Receiver<Answer>),
    pub watcher: Option<watch::Watcher>,
    pub reader: Option<super::reader::Reader>,
    pub system: System,
    /// What the look heeds of the system's wishes.
    heeded: Wishes,
}

impl Services {
    pub fn waker(&self) -> Waker {
        watch::waker(&self.ctx)
    }
}

/// How a window begins.
#[derive(Default)]
pub struct Start {
    /// The project to open; otherwise the last one, or the sample.
    pub project: Option<PathBuf>,
    /// Where settings and sample live; none: nothing is remembered.
    pub places: Option<Places>,
    /// How files are asked for; otherwise by the system's dialogs.
    pub picker: Option<Box<dyn FilePicker>>,
    /// Who tells what the system wishes.
    pub system: System,
}

impl App {
    /// Prepares the window's look and opens the project.
    pub fn new(ctx: &Context, start: Start) -> Self {
        theme::install(ctx);
        ctx.options_mut(|options| {
            options.quit_shortcuts.clear();
            options.zoom_with_keyboard = false;
        });
        let settings =
            start.places.as_ref().map(|places| Settings::read(&places.settings)).unwrap_or_default();
        let services = Services {
            ctx: ctx.clone(),
            picker: start.picker.unwrap_or_else(|| Box::new(SystemPicker)),
            answers: mpsc::channel(),
            watcher: None,
            reader: None,
            heeded: start.system.wishes(),
            system: start.system,
        };
        let mut app = Self {
            workspace: None,
            view: View {
                keymap: Keymap::of(&settings.keys),
                recent: settings.recent.clone(),
                ..View::default()
            },
            settings,
            places: start.places,
            services,
            title: String::new(),
        };
        app.apply_look();
        dispatch::open_first(&mut app, start.project.as_deref());
        app
    }

    /// The open project, for tests.
    pub fn workspace(&self) -> Option<&Workspace> {
        self.workspace.as_ref()
    }

    /// The page, for tests.
    pub fn page(&self) -> &super::page::Page {
        &self.view.page
    }

    /// The selected quote, for tests.
    pub fn selected(&self) -> Option<crate::model::QuoteId> {
        self.view.selected
    }

    /// The article that the queue's keyboard is on, for tests.
    pub fn queue_cursor(&self) -> Option<crate::model::ArticleId> {
        self.view.queue.cursor
    }

    /// Whether something is being read on another thread, for tests.
    pub fn is_reading(&self) -> bool {
        self.view.queue.search.waits
            || self.services.reader.as_ref().is_some_and(super::reader::Reader::is_busy)
    }

    /// One frame.
    pub fn frame(&mut self, ui: &mut Ui) {
        let mut actions = Vec::new();
        let wishes = self.services.system.wishes();
        if self.services.heeded != wishes {
            self.services.heeded = wishes;
            self.apply_look();
        }
        dispatch::catch_up(self);
        dispatch::refresh_suggestions(self);
        while let Ok(answer) = self.services.answers.1.try_recv() {
            actions.extend(dispatch::answered(&mut self.view, answer));
        }
        actions.extend(dropped_files(ui));
        actions.extend(keys::pressed(ui, &self.view));
        actions.extend(panels::show(ui, self.workspace.as_ref(), &mut self.view, &self.settings));
        for action in actions {
            dispatch::act(self, action);
        }
        self.tell_title();
    }

    pub(super) fn apply_look(&self) {
        let wishes = self.services.heeded;
        let preference = match self.settings.theme {
            ThemeChoice::System => match wishes.dark {
                // On Linux only the desktop's portal knows.
                Some(true) => egui::ThemePreference::Dark,
                Some(false) => egui::ThemePreference::Light,
                None => egui::ThemePreference::System,
            },
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        };
        words::speak(self.settings.language.as_deref().unwrap_or_else(|| words::of_system()));
        theme::set_reading(&self.services.ctx, self.settings.reading);
        theme::set_motion(&self.services.ctx, !self.settings.less_motion.unwrap_or(wishes.less_motion));
        self.services.ctx.set_theme(preference);
        self.services.ctx.set_zoom_factor(self.settings.zoom);
    }

    pub(super) fn keep_settings(&mut self) {
        let Some(places) = &self.places else { return };
        if let Err(error) = self.settings.write(&places.settings) {
            self.view.complain(words::tr!("settings-not-kept", error = error.to_string()));
        }
    }

    fn tell_title(&mut self) {
        let title = match &self.workspace {
            Some(workspace) => format!("{} – Kutip", project_name(workspace.path())),
            None => "Kutip".to_owned(),
        };
        if self.title != title {
            self.services.ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl Drop for App {
    /// What was typed last is kept when the window closes.
    fn drop(&mut self) {
        dispatch::keep_typed(self);
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    /// The window's place is kept by eframe, everything else by the settings.
    fn persist_egui_memory(&self) -> bool {
        false
    }
}

/// A project's name: its file's, without the extension.
pub(super) fn project_name(path: &Path) -> String {
    path.file_stem().map_or_else(|| "Kutip".to_owned(), |name| name.to_string_lossy().into_owned())
}

/// Whether a file is named as projects are.
pub(super) fn is_project(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "kutip")
}

fn dropped_files(ui: &Ui) -> Option<Action> {
    let paths: Vec<PathBuf> =
        ui.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
    if let [project] = paths.as_slice()
        && is_project(project)
    {
        return Some(Action::Picked(super::dialogs::Purpose::OpenProject, paths));
    }
    (!paths.is_empty()).then_some(Action::Picked(super::dialogs::Purpose::ImportFiles, paths))
}
