//! Who may import whom, as `src/ARCHITECTURE.md` says it, held against the
//! source.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};

/// Module, and the modules of ours it may import. Its own always.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("job", &[]),
    ("edit", &["model"]),
    ("merge", &["model", "edit"]),
    ("clean", &["model", "job"]),
    ("review", &["model", "edit", "job"]),
    ("suggest", &["model", "edit", "job"]),
    ("format", &["model", "clean", "job", "review"]),
    ("store", &["model", "edit", "merge"]),
    ("workspace", &["model", "edit", "merge", "job", "clean", "review", "suggest", "format", "store"]),
    ("cli", &["workspace", "model", "edit", "job", "review", "suggest", "format"]),
    ("gui", &["workspace", "model", "edit", "job", "review", "suggest", "format"]),
];

/// A crate, and the only place that may name it.
const ONLY_IN: &[(&str, &str)] = &[
    ("rusqlite", "src/store/"),
    ("rfd", "src/gui/dialogs.rs"),
    ("egui", "src/gui/"),
    ("eframe", "src/gui/"),
    ("anyhow", "src/cli/"),
    ("clap", "src/cli/"),
    ("indicatif", "src/cli/"),
];

/// What the registries of formats are: all that window and command line may
/// know of `format`.
const REGISTRY: &[&str] = &["EXPORTERS", "IMPORTERS", "exporter", "importer"];

fn sources() -> Vec<(String, String)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                files.push((name, code(&std::fs::read_to_string(&path).unwrap())));
            }
        }
    }
    files.sort();
    assert!(files.len() > 50, "the source is there");
    files
}

/// The code without its comments.
fn code(source: &str) -> String {
    let lines = source.lines().map(|line| line.split("//").next().unwrap_or(""));
    lines.collect::<Vec<_>>().join("\n")
}

/// The module a file belongs to; none for `lib.rs` and `main.rs`.
fn module(file: &str) -> Option<&str> {
    let inside = file.strip_prefix("src/")?;
    inside.contains('/').then(|| inside.split('/').next()).flatten()
}

/// Every path that begins with `crate::`, with groups taken apart at their
/// first level.
fn own_paths(code: &str) -> Vec<(String, String)> {
    code.match_indices("crate::")
        .map(|(at, found)| {
            let rest = &code[at + found.len()..];
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let tail = rest[name.len()..].split(';').next().unwrap_or("").to_owned();
            (name, tail)
        })
        .collect()
}

#[test]
fn modules_import_only_what_they_may() {
    let mut wrong = Vec::new();
    for (file, code) in sources() {
        let Some(module) = module(&file) else { continue };
        let (_, allowed) = MAY_IMPORT
            .iter()
            .find(|(name, _)| *name == module)
            .unwrap_or_else(|| panic!("the module {module} is in the table"));
        for (path, tail) in own_paths(&code) {
            let known = MAY_IMPORT.iter().any(|(name, _)| *name == path);
            if known && path != module && !allowed.contains(&path.as_str()) {
                wrong.push(format!("{file} imports {path}"));
            }
            if path == "format" && matches!(module, "cli" | "gui") {
                let names: Vec<&str> = tail
                    .trim_start_matches("::")
                    .split(|c: char| !c.is_alphanumeric() && c != '_')
                    .filter(|name| !name.is_empty())
                    .collect();
                if !names.iter().take(1).all(|name| REGISTRY.contains(name)) {
                    wrong.push(format!("{file} knows more of format than its registries: {names:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn crates_are_named_only_where_they_belong() {
    let mut wrong = Vec::new();
    for (file, code) in sources() {
        for (name, place) in ONLY_IN {
            let named = [format!("{name}::"), format!("use {name};")].iter().any(|use_of| {
                code.match_indices(use_of.as_str()).any(|(at, _)| {
                    !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
                })
            });
            if named && !file.starts_with(place) && file != "src/main.rs" {
                wrong.push(format!("{file} names {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_document_names_every_module() {
    let document =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ARCHITECTURE.md")).unwrap();
    for (module, allowed) in MAY_IMPORT {
        let row = document
            .lines()
            .find(|line| line.starts_with(&format!("| `{module}` |")))
            .unwrap_or_else(|| panic!("ARCHITECTURE.md has a row for {module}"));
        for other in *allowed {
            assert!(row.contains(&format!("`{other}`")), "the row of {module} names {other}");
        }
    }
}
