//! The speakers' registry.

use super::{App, article, forms, view};
use crate::gui::command::{Command, SpeakerCommand};
use crate::gui::mode::Mode;
use crate::gui::view::{Popup, Tab};

pub fn run(app: &mut App, command: SpeakerCommand) {
    match command {
        SpeakerCommand::MergeInto => {
            let speaker = app.view.speaker;
            app.view.popup =
                speaker.map(|speaker| Popup::MergeSpeaker { speaker, words: String::new(), chosen: 0 });
        }
        SpeakerCommand::LookAlikes => look_alikes(app),
    }
}

/// The panel is shown beside an article only.
fn look_alikes(app: &mut App) {
    if article::current(app).is_none()
        && let Some(first) = app.view.queue.rows.first().map(|row| row.id)
    {
        article::open(app, first);
    }
    view::run(app, Command::SwitchMode(Mode::Annotate));
    app.view.panel_open = true;
    app.view.queue_instead = false;
    app.view.tab = Tab::Speakers;
    app.view.speaker = None;
    app.view.speaker_words.clear();
    app.view.focus_panel = true;
    forms::follow(app);
}
