//! The project's file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

#[path = "../common/mod.rs"]
mod common;
mod journal;
mod refused;
mod search;
mod shared;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use common::project::{PATIENCE, add_quote, content, find};
use kutip::edit::{ClaimFields, Edit, Origin, SpeakerFields};
use kutip::model::Role;
use kutip::workspace::Workspace;

fn open(path: &Path) -> Result<Workspace, String> {
    Workspace::open(path, Origin::Window, PATIENCE).map_err(|error| error.to_string())
}

fn create(path: &Path) -> Result<Workspace, String> {
    Workspace::create(path, Origin::Window, PATIENCE).map_err(|error| error.to_string())
}

/// The names in a folder.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// The sentence names the file and says these words.
#[track_caller]
fn assert_says(sentence: &str, path: &Path, words: &str) {
    assert!(sentence.contains(words), "“{words}” is not in: {sentence}");
    assert!(sentence.contains(&path.display().to_string()), "the file is not named in: {sentence}");
}

/// Marks a quote and all that can hang on it; gives the contents by article.
fn quote_all(workspace: &mut Workspace) -> BTreeMap<String, Vec<String>> {
    let kim = SpeakerFields::named("Kim");
    let quote = add_quote(workspace, "\"Saya percaya,\"");
    workspace.perform(&Edit::LinkNewSpeaker { quote, role: Role::Source, speaker: kim }).unwrap();
    let spans = vec![find(workspace, "will go")];
    workspace.perform(&Edit::AddClaim { quote: None, spans, fields: ClaimFields::default() }).unwrap();
    content(workspace.path())
}
