//! Projects on disk with a few articles, and what to look at in them.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use kutip::edit::{Edit, Import, Origin, QuoteDraft, SpeakerFields};
use kutip::model::sha256;
use kutip::model::{
    Article, ArticleId, Metadata, QuoteId, Region, RegionKind, SourceFile, Span, SpeakerId, Stamp, Text,
};
use kutip::workspace::{Touched, Workspace, WorkspaceError};
use rusqlite::Connection;
use uuid::Uuid;

/// Short, so that a locked project is told at once.
pub const PATIENCE: Duration = Duration::from_millis(50);

/// Marks, nesting, a clitic inside its cue, non-BMP characters, combining
/// marks, emoji of several code points and an address.
pub const TEXTS: [&str; 3] = [
    "VLADIVOSTOK – Putin bertemu Kim.\n\"Saya percaya,\" katanya kepada Kim, seperti dikutip AFP.\nTMT reported that Kim said \"we will go\" on Monday.",
    "Caf\u{e9} 𝒮cript: “Élan 👩‍👩‍👧 vital,” said Zoë.\nDécide\u{301} ‘soon’ — 한국어 기자는 \"좋다\"고 말했다.",
    "Short text. Nothing is said.\n",
];

/// The id that an article of this number bears.
pub fn article_id(number: u128) -> ArticleId {
    Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0000 + number).into()
}

/// An article with a body region a line, kept with its file.
pub fn article(number: u128, text: &str) -> Article {
    let words = Text::new(text);
    let lines = words.lines().into_iter().filter(|line| !line.is_empty());
    let at = Timestamp::from_microsecond(1_700_000_000_000_000 + i64::try_from(number).unwrap()).unwrap();
    Article {
        id: article_id(number),
        external_id: Some(format!("a-{number}")),
        metadata: Metadata {
            title: Some(format!("Artikel {number}")),
            publisher: Some("Antara".to_owned()),
            authors: vec!["Rina".to_owned(), "Zoë".to_owned()],
            published_at: Some("2019-04-25T12:17:00+07:00".to_owned()),
            language: Some("id".to_owned()),
            url: None,
            section: None,
        },
        sha256: sha256(text.as_bytes()),
        regions: lines.map(|span| Region { kind: RegionKind::Body, span }).collect(),
        file: Some(file(number, text)),
        stamp: Stamp::new(at, None),
        text: words,
    }
}

/// Every other article's file differs from its text.
fn file(number: u128, text: &str) -> SourceFile {
    let bytes = (!number.is_multiple_of(2)).then(|| format!("\u{feff}{text}").into_bytes());
    SourceFile {
        name: format!("{number}.txt"),
        format: "text".to_owned(),
        encoding: "UTF-8".to_owned(),
        sha256: sha256(bytes.as_deref().unwrap_or(text.as_bytes())),
        bytes: bytes.map(Arc::from),
    }
}

pub fn import(articles: Vec<Article>) -> Edit {
    Edit::Import(Box::new(Import { articles, ..Import::default() }))
}

/// A project in a folder of its own.
pub struct Project {
    pub folder: tempfile::TempDir,
    pub path: PathBuf,
    pub workspace: Workspace,
}

impl Project {
    /// A project without anything.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("project.kutip");
        let workspace = Workspace::create(&path, Origin::Window, PATIENCE).unwrap();
        Self { folder, path, workspace }
    }

    /// A project with these articles, numbered from 0; the first one is open,
    /// and Ana annotates.
    pub fn of(texts: &[&str]) -> Self {
        let mut project = Self::empty();
        let articles = texts.iter().zip(0..).map(|(text, number)| article(number, text)).collect();
        project.workspace.perform(&import(articles)).unwrap();
        project.workspace.annotate_as("Ana").unwrap();
        project.workspace.open_article(article_id(0)).unwrap();
        project
    }

    /// The project with [`TEXTS`].
    pub fn sample() -> Self {
        Self::of(&TEXTS)
    }

    /// Another window or program with the same project.
    pub fn again(&self, origin: Origin) -> Workspace {
        Workspace::open(&self.path, origin, PATIENCE).unwrap()
    }

    /// A connection that knows nothing of Kutip.
    pub fn sql(&self) -> Connection {
        let sql = Connection::open(&self.path).unwrap();
        sql.busy_timeout(Duration::from_secs(1)).unwrap();
        sql
    }
}

/// The span of the first occurrence of some words in the open article.
pub fn find(workspace: &Workspace, words: &str) -> Span {
    let text = &workspace.document().unwrap().article.text;
    let byte = text.as_str().find(words).unwrap_or_else(|| panic!("“{words}” is not in the article"));
    Span::new(text.position_of(byte).unwrap(), text.position_of(byte + words.len()).unwrap())
}

pub fn draft(workspace: &Workspace, words: &str) -> QuoteDraft {
    QuoteDraft { content: vec![find(workspace, words)], ..QuoteDraft::default() }
}

/// Adds a quote with this content.
pub fn add_quote(workspace: &mut Workspace, words: &str) -> QuoteId {
    let draft = draft(workspace, words);
    workspace.perform(&Edit::AddQuote(draft)).unwrap().quotes[0]
}

pub fn add_speaker(workspace: &mut Workspace, name: &str) -> SpeakerId {
    workspace.perform(&Edit::AddSpeaker(SpeakerFields::named(name))).unwrap();
    workspace.registry().speaker_named(name).unwrap().id
}

/// Nothing is off.
#[track_caller]
pub fn assert_clean(workspace: &Workspace) {
    assert_eq!(workspace.check(&mut |_| {}).unwrap(), []);
}

/// The sentence that refused.
#[track_caller]
pub fn refusal(done: Result<Touched, WorkspaceError>) -> String {
    done.expect_err("this should have been refused").to_string()
}

/// Every row of every table but the journal and the indexes, each as one
/// line, by table; the rows' numbers, which mean nothing, are left out.
pub fn content(path: &Path) -> BTreeMap<String, Vec<String>> {
    let sql = Connection::open(path).unwrap();
    let tables: Vec<String> = sql
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let of_content = |table: &String| !table.starts_with("journal_") && !table.contains("_fts");
    tables.into_iter().filter(of_content).map(|table| (table.clone(), rows(&sql, &table))).collect()
}

fn rows(sql: &Connection, table: &str) -> Vec<String> {
    let mut statement = sql.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
    let is_row_number = |at: usize| columns[at] == "key" && table != "setting";
    let mut rows: Vec<String> = statement
        .query_map([], |row| {
            let values = (0..columns.len()).filter(|at| !is_row_number(*at));
            let values = values.map(|at| format!("{}={:?}", columns[at], row.get_ref(at).unwrap()));
            Ok(values.collect::<Vec<_>>().join(" "))
        })
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    rows.sort();
    rows
}
