//! Colleagues: people and their progress, assigning, sharing, conflicts.

use std::sync::Arc;
use std::time::Duration;

use egui::{Theme, Vec2};
use kutip::edit::{Edit, Origin, SpeakerFields};
use kutip::job::Unwatched;
use kutip::model::{Metadata, Setting, Stage};
use kutip::workspace::{AssignOptions, Workspace, create_sample};

use crate::job::Window;
use crate::{SMALL, USUAL, check};

const PEOPLE: [&str; 4] = ["Budi Santoso", "Citra Lestari", "Dewi Anggraini", "Ana Rahma"];

/// The sample with four people, and a copy that says some things otherwise.
fn prepared(folder: &std::path::Path) -> std::path::PathBuf {
    let (ours, theirs) = (folder.join("Berita 2019.kutip"), folder.join("budi.kutip"));
    create_sample(&ours, "Ana Rahma").unwrap();
    let open = |path| Workspace::open(path, Origin::CommandLine, Duration::from_secs(1)).unwrap();
    let mut workspace = open(&ours);
    workspace
        .assign(&AssignOptions {
            annotators: PEOPLE.map(str::to_owned).to_vec(),
            each: 2,
            overlap: 1.0,
            ..AssignOptions::default()
        })
        .unwrap();
    workspace.backup(&theirs, &mut |_| {}).unwrap();
    let speaker = workspace.registry().speakers.values().next().unwrap().clone();
    for (path, who, country, title) in [
        (&ours, "Ana Rahma", "ID", "Warga menunggu tanggul"),
        (&theirs, "Budi Santoso", "MY", "Tanggul jebol, warga menunggu kepastian"),
    ] {
        let mut workspace = open(path);
        workspace.annotate_as(who).unwrap();
        let fields =
            SpeakerFields { country: Some(country.to_owned()), ..SpeakerFields::named(&*speaker.name) };
        workspace.perform(&Edit::ChangeSpeaker { speaker: speaker.id, fields }).unwrap();
        let first = workspace.article_ids().unwrap()[0];
        workspace.open_article(first).unwrap();
        let title = Some(title.to_owned());
        workspace.perform(&Edit::SetMetadata(Metadata { title, ..Metadata::default() })).unwrap();
        workspace.perform(&Edit::SetStage(Stage::Submitted)).unwrap();
        let quote = workspace.document().unwrap().quotes.first().map(|quote| quote.id);
        if let (Some(quote), true) = (quote, who == "Ana Rahma") {
            workspace.perform(&Edit::DeleteQuote(quote)).unwrap();
        } else if let Some(quote) = quote {
            let author = workspace.document().unwrap().quote(quote).unwrap().annotator;
            let name = workspace.registry().annotator_name(author).to_owned();
            workspace.annotate_as(&name).unwrap();
            let change = kutip::edit::QuoteChange::Note(Some("Check the cue.".to_owned()));
            workspace.perform(&Edit::ChangeQuote { quote, change }).unwrap();
        }
    }
    let mut workspace = open(&ours);
    workspace.merge(&[theirs], &[], &Unwatched).unwrap();
    let words = "Mark every quote with its cue and its source. Quotation marks belong to the content.";
    for (key, value) in [(Setting::GUIDELINES, words.into()), (Setting::BLIND, true.into())] {
        workspace.perform(&Edit::SetSetting { key: key.to_owned(), value: Some(value) }).unwrap();
    }
    ours
}

fn pictured(name: &str, size: Vec2, entry: &str, show: impl Fn(&mut Window)) {
    for (look, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let path = prepared(folder.path());
        let mut window = Window::sized(Some(&path), size, look, folder);
        window.menu(&["View", if look == Theme::Dark { "Dark" } else { "Light" }]);
        window.menu(&["Colleagues", entry]);
        show(&mut window);
        check(&mut window, &format!("{name}-{suffix}"));
    }
}

#[test]
fn people_and_their_progress() {
    pictured("colleagues-people", USUAL, "Colleagues and their progress", |_| {});
}

#[test]
fn assigning() {
    pictured("colleagues-assign", USUAL, "Assign articles…", |window| {
        for name in ["Budi Santoso", "Citra Lestari"] {
            window.click_containing(&format!("{name}, who has"));
        }
        window.click_label("More annotators for each article");
    });
}

#[test]
fn sharing() {
    pictured("colleagues-share", SMALL, "Share…", |window| window.click_label("Budi Santoso"));
}

#[test]
fn conflicts() {
    pictured("colleagues-conflicts", USUAL, "Conflicts between copies", |_| {});
}

/// What copies differ on is counted in the status bar.
#[test]
fn conflicts_in_the_status_bar() {
    pictured("colleagues-badge", SMALL, "Conflicts between copies", |window| {
        window.press(egui::Key::Escape, egui::Modifiers::NONE);
    });
}
