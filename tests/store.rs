//! The project's file: what is refused and how, what others see of it, what
//! check finds, and what the journal keeps.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::project::{
    PATIENCE, Project, TEXTS, add_quote, add_speaker, article, article_id, assert_clean, content, draft,
    find, import, refusal,
};
use kutip::edit::{Change, ClaimFields, Edit, Label, Origin, QuoteChange, QuoteDraft, SpeakerFields};
use kutip::model::{ArticleId, QuoteId, Role};
use kutip::workspace::Workspace;
use proptest::prelude::*;
use rusqlite::Connection;

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

#[test]
fn what_is_no_project_is_refused_and_left_alone() {
    fn check(words: &str, make: impl Fn(&Path)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("some.kutip");
        make(&path);
        let before = fs::read(&path).ok();
        let sentence = open(&path).unwrap_err();
        assert_says(&sentence, &path, words);
        assert_eq!(fs::read(&path).ok(), before, "the file was touched: {words}");
        let wanted: BTreeSet<String> = path.exists().then(|| "some.kutip".to_owned()).into_iter().collect();
        assert_eq!(names(folder.path()), wanted, "something was left beside it: {words}");
        if path.exists() {
            assert!(create(&path).is_err(), "create wrote over it: {words}");
            assert_eq!(fs::read(&path).ok(), before);
        }
    }
    let random: Vec<u8> = (0..9999_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    check("There is no project", |_| {});
    check("is not a Kutip project", |path| fs::write(path, &random).unwrap());
    check("is not a Kutip project: the file is empty", |path| fs::write(path, "").unwrap());
    check("is not a Kutip project", |path| fs::write(path, "short").unwrap());
    check("is not a Kutip project", |path| fs::write(path, TEXTS.concat()).unwrap());
    check("is a folder", |path| fs::create_dir(path).unwrap());
    check("database of another program", |path| {
        let sql = Connection::open(path).unwrap();
        sql.execute_batch("CREATE TABLE photo (name); PRAGMA user_version = 1").unwrap();
    });
    check("is damaged", |path| {
        let whole = fs::read(Project::sample().path).unwrap();
        fs::write(path, &whole[..60]).unwrap();
    });
    check("newer Kutip (format 99", |path| {
        drop(create(path).unwrap());
        Connection::open(path).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    });
}

#[test]
fn a_project_is_made_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.kutip");
    drop(create(&path).unwrap());
    assert_eq!(names(folder.path()), BTreeSet::from(["new.kutip".to_owned()]));
    assert_ne!(fs::metadata(&path).unwrap().permissions().mode() & 0o044, 0, "colleagues can't read it");
    assert_says(&create(&path).unwrap_err(), &path, "exists already");
    assert_clean(&open(&path).unwrap());

    let missing = folder.path().join("missing").join("new.kutip");
    assert_says(&create(&missing).unwrap_err(), &missing, "folder does not exist");
    assert_says(&create(folder.path()).unwrap_err(), folder.path(), "is a folder");
}

#[test]
fn a_log_left_behind_is_not_taken_for_a_new_projects() {
    let project = Project::sample();
    let path = project.folder.path().join("other.kutip");
    let log = project.folder.path().join("other.kutip-wal");
    let left = fs::read(project.folder.path().join("project.kutip-wal")).unwrap();
    assert!(!left.is_empty());
    fs::write(&log, &left).unwrap();
    assert_says(&create(&path).unwrap_err(), &log, "exists already");
    let backup = project.workspace.backup(&path, &mut |_| {});
    assert_says(&backup.unwrap_err().to_string(), &log, "exists already");
    assert_eq!(fs::read(&log).unwrap(), left);
}

#[test]
fn what_can_only_be_read_is_opened_for_reading() {
    fn check(lock: impl Fn(&Path, u32)) {
        let Project { mut workspace, path, folder } = Project::sample();
        add_quote(&mut workspace, "Kim");
        drop(workspace);
        lock(&path, 0o555);
        let mut workspace = open(&path).unwrap();
        assert!(workspace.is_read_only());
        workspace.annotate_as("Ana").unwrap();
        workspace.open_article(article_id(0)).unwrap();
        assert_eq!(workspace.document().unwrap().quotes.len(), 1);
        assert_eq!(workspace.search("kim", 9).unwrap().len(), 2);
        assert_clean(&workspace);
        assert_clean(&workspace.reader().unwrap());
        let before = (workspace.document().cloned(), workspace.registry().clone());
        let edit = Edit::AddQuote(draft(&workspace, "Kim"));
        assert_says(&refusal(workspace.perform(&edit)), &path, "can only be read");
        assert_eq!((workspace.document().cloned(), workspace.registry().clone()), before);
        assert_eq!(names(folder.path()).len(), 1, "reading wrote something");
        drop(workspace);
        lock(&path, 0o755);
        let mut workspace = open(&path).unwrap();
        assert!(!workspace.is_read_only());
        add_speaker(&mut workspace, "Kim");
    }
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    check(set);
    check(|path, mode| set(path.parent().unwrap(), mode));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.kutip");
    set(folder.path(), 0o555);
    assert_says(&create(&path).unwrap_err(), &path, "can only be read");
    let backup = Project::sample().workspace.backup(&path, &mut |_| {});
    assert_says(&backup.unwrap_err().to_string(), &path, "can only be read");
    set(folder.path(), 0o755);
}

/// Names the project to the child below.
const PATH: &str = "KUTIP_TEST_FOREIGN_PROJECT";

#[test]
#[ignore = "run by the next one as somebody else"]
fn child_reads_as_somebody_else() {
    let Some(path) = std::env::var_os(PATH).map(PathBuf::from) else { return };
    let mut workspace = open(&path).unwrap();
    assert!(workspace.is_read_only());
    assert_clean(&workspace);
    assert_clean(&workspace.reader().unwrap());
    let edit = import(vec![article(1, "x")]);
    assert_says(&refusal(workspace.perform(&edit)), &path, "can only be read");
}

/// A colleague's project, by the rights of the file system and not by the
/// mode alone.
#[test]
fn a_project_in_a_colleagues_folder_is_opened_for_reading() {
    use std::os::unix::process::CommandExt as _;
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("program");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set(folder.path(), 0o755);
    set(&program, 0o755);
    // As it was left, and as a backup; only the folder is closed, then the file as well.
    let (left, copy) = (folder.path().join("left.kutip"), folder.path().join("copy.kutip"));
    create(&left).unwrap().backup(&copy, &mut |_| {}).unwrap();
    for (path, mode) in [(&left, 0o666), (&left, 0o644), (&copy, 0o666), (&copy, 0o644)] {
        set(path, mode);
        let mut child = Command::new(&program);
        child.args(["--exact", "child_reads_as_somebody_else", "--ignored"]).env(PATH, path);
        match child.current_dir("/").uid(65534).gid(65534).output() {
            Ok(done) => assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout)),
            Err(error) => eprintln!("skipped: only root can become somebody else ({error})"),
        }
    }
}

#[test]
fn a_project_that_another_program_writes_is_read_and_not_written() {
    for lock in ["BEGIN EXCLUSIVE", "BEGIN IMMEDIATE"] {
        let mut project = Project::sample();
        let before = content(&project.path);
        let memory = (project.workspace.document().cloned(), project.workspace.registry().clone());
        let other = project.sql();
        other.execute_batch(lock).unwrap();
        let edit = Edit::AddQuote(draft(&project.workspace, "Kim"));
        assert_says(&refusal(project.workspace.perform(&edit)), &project.path, "Another program is writing");
        assert_eq!((project.workspace.document().cloned(), project.workspace.registry().clone()), memory);
        let second = open(&project.path).unwrap();
        assert_eq!(second.article_ids().unwrap().len(), TEXTS.len());
        other.execute_batch("ROLLBACK").unwrap();
        assert_eq!(content(&project.path), before);
        project.workspace.perform(&edit).unwrap();
        assert_clean(&project.workspace);
    }
    // Kept to itself, it can't even be opened.
    let project = Project::sample();
    drop(project.workspace);
    let other = Connection::open(&project.path).unwrap();
    other
        .execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM region; COMMIT")
        .unwrap();
    assert_says(&open(&project.path).unwrap_err(), &project.path, "Another program is writing");
}

#[test]
fn a_truncated_project_is_damaged() {
    for share in [2, 3, 10] {
        let Project { workspace, path, folder: _folder } = Project::sample();
        drop(workspace);
        let length = fs::metadata(&path).unwrap().len();
        fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(length - length / share).unwrap();
        assert_says(&open(&path).unwrap_err(), &path, "is damaged");
    }
}

/// Every page in turn is spoiled: either the project can't be opened, with a
/// sentence, or check finds it, or nothing was there that is used.
#[test]
fn flipped_bytes_are_found() {
    let Project { mut workspace, path, folder } = Project::sample();
    let whole = quote_all(&mut workspace);
    drop(workspace);
    let bytes = fs::read(&path).unwrap();
    let copy = folder.path().join("copy.kutip");
    let (mut found, mut pages) = (0, 0);
    for page in 1..bytes.len() / 4096 {
        let mut spoiled = bytes.clone();
        let end = (page + 1) * 4096;
        // Cells stand at the end of a page.
        for byte in &mut spoiled[end - 700..end] {
            *byte ^= 0x5a;
        }
        fs::write(&copy, &spoiled).unwrap();
        pages += 1;
        match open(&copy).map(|workspace| (workspace.check(&mut |_| {}), content_or_none(&copy))) {
            Err(sentence) => {
                found += 1;
                assert!(sentence.contains("damaged") || sentence.contains("can't read"), "{sentence}");
            }
            Ok((Err(error), _)) => panic!("check gave up on page {page}: {error}"),
            Ok((Ok(findings), _)) if !findings.is_empty() => found += 1,
            Ok((Ok(_), now)) => assert_eq!(now.as_ref(), Some(&whole), "page {page} was spoiled unnoticed"),
        }
    }
    assert!(found * 2 > pages, "{found} of {pages} pages");
}

fn quote_all(workspace: &mut Workspace) -> BTreeMap<String, Vec<String>> {
    let kim = SpeakerFields::named("Kim");
    let quote = add_quote(workspace, "\"Saya percaya,\"");
    workspace.perform(&Edit::LinkNewSpeaker { quote, role: Role::Source, speaker: kim }).unwrap();
    let spans = vec![find(workspace, "will go")];
    workspace.perform(&Edit::AddClaim { quote: None, spans, fields: ClaimFields::default() }).unwrap();
    content(workspace.path())
}

fn content_or_none(path: &Path) -> Option<BTreeMap<String, Vec<String>>> {
    std::panic::catch_unwind(|| content(path)).ok()
}

#[test]
fn a_project_taken_away_while_open_is_not_written_into_the_void() {
    fn check(take_away: impl Fn(&Path)) {
        let Project { mut workspace, path, folder: _folder } = Project::sample();
        let edit = Edit::AddQuote(draft(&workspace, "Kim"));
        workspace.perform(&edit).unwrap();
        let before = (workspace.document().cloned(), workspace.registry().clone());
        take_away(&path);
        assert_says(&refusal(workspace.perform(&edit)), &path, "deleted, moved or replaced");
        assert!(workspace.undo().unwrap_err().to_string().contains("deleted, moved or replaced"));
        assert!(workspace.reader().is_err());
        assert_eq!((workspace.document().cloned(), workspace.registry().clone()), before);
        assert!(workspace.undo_label().is_some(), "the step stays undoable");
        // As the sentence says, a copy can be saved elsewhere.
        let copy = path.with_extension("rescued.kutip");
        workspace.backup(&copy, &mut |_| {}).unwrap();
        let rescued = open(&copy).unwrap();
        assert_eq!(rescued.read_article(article_id(0)).unwrap().unwrap().quotes.len(), 1);
        assert_clean(&rescued);
    }
    check(|path| fs::remove_file(path).unwrap());
    check(|path| fs::rename(path, path.with_extension("moved")).unwrap());
    check(|path| {
        let other = path.with_extension("other");
        fs::copy(path, &other).unwrap();
        fs::rename(other, path).unwrap();
    });
}

/// A small file system of its own, taken down when it goes out of scope.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn new() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"]).arg(folder.path());
        let mounted = mount.output().is_ok_and(|output| output.status.success());
        mounted.then_some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_loses_nothing() {
    let Some(disk) = SmallDisk::new() else {
        eprintln!("skipped: a disk of its own can't be mounted here");
        return;
    };
    let path = disk.0.path().join("project.kutip");
    let mut workspace = create(&path).unwrap();
    let mut number = 0;
    let long = "Kim said so. ".repeat(4000);
    let sentence = loop {
        number += 1;
        assert!(number < 100, "the disk never fills");
        let before = workspace.article_ids().unwrap();
        if let Err(error) = workspace.perform(&import(vec![article(number, &format!("{number} {long}"))])) {
            assert_eq!(workspace.article_ids().unwrap(), before);
            break error.to_string();
        }
    };
    assert_says(&sentence, &path, "disk is full");
    // Even the smallest edit keeps memory and file alike.
    let refused = (0..1000).find_map(|n| {
        let before = workspace.registry().clone();
        let edit = Edit::AddSpeaker(SpeakerFields::named(format!("Speaker {n}")));
        workspace.perform(&edit).err().map(|error| {
            assert_eq!(*workspace.registry(), before);
            error.to_string()
        })
    });
    if let Some(sentence) = refused {
        assert_says(&sentence, &path, "disk is full");
    }
    let (known, kept) = (workspace.registry().clone(), workspace.article_ids().unwrap());
    let full = workspace.backup(&disk.0.path().join("copy.kutip"), &mut |_| {}).unwrap_err().to_string();
    assert!(full.contains("disk is full"), "{full}");
    assert!(!names(disk.0.path()).iter().any(|name| name.contains("copy") || name.contains("part")));
    drop(workspace);
    let workspace = open(&path).unwrap();
    assert_eq!((workspace.registry(), workspace.article_ids().unwrap()), (&known, kept));
    // Room for check's own work may be lacking on such a disk, not in general.
    assert_clean(&workspace);
}

#[test]
fn each_window_sees_the_others_edits() {
    let mut project = Project::sample();
    let mut second = project.again(Origin::Window);
    second.open_article(article_id(0)).unwrap();
    let quote = add_quote(&mut project.workspace, "\"Saya percaya,\"");
    let kim = add_speaker(&mut project.workspace, "Kim");
    assert!(second.is_stale().unwrap());
    let touched = second.refresh().unwrap();
    assert_eq!((touched.quotes, touched.registry), (vec![quote], true));
    assert!(!second.is_stale().unwrap());
    assert_eq!(second.document(), project.workspace.document());
    assert_eq!(second.registry(), project.workspace.registry());
    assert!(second.registry().speakers.contains_key(&kim));
    assert!(second.undo().unwrap().is_none(), "another window's edits are not undone here");
    // Even without a refresh asked for, an edit sees what there is.
    second.annotate_as("Budi").unwrap();
    project.workspace.annotate_as("Citra").unwrap();
    second.annotate_as("Citra").unwrap();
    assert_eq!(second.author(), project.workspace.author());
    second.perform(&Edit::DeleteArticle).unwrap();
    project.workspace.refresh().unwrap();
    assert!(project.workspace.document().is_none());
    second.undo().unwrap();
    project.workspace.refresh().unwrap();
    project.workspace.open_article(article_id(0)).unwrap();
    assert_eq!(project.workspace.document().unwrap().quotes.len(), 1);
    assert_clean(&second);
}

#[test]
fn edits_of_the_same_thing_lose_nothing() {
    let mut project = Project::sample();
    let quote = add_quote(&mut project.workspace, "\"Saya percaya,\"");
    let note = |words: &str| Edit::ChangeQuote { quote, change: QuoteChange::Note(Some(words.to_owned())) };
    let mut second = project.again(Origin::Window);
    second.annotate_as("Ana").unwrap();
    second.open_article(article_id(0)).unwrap();
    project.workspace.perform(&note("first")).unwrap();
    second.perform(&note("second")).unwrap();
    let stored = content(&project.path);
    // What the first did is no longer what is there.
    let sentence = project.workspace.undo().unwrap_err().to_string();
    assert!(sentence.contains("changed in another window"), "{sentence}");
    assert_eq!(content(&project.path), stored);
    let notes = |workspace: &Workspace| workspace.document().unwrap().quote(quote).unwrap().note.clone();
    assert_eq!(notes(&project.workspace).as_deref(), Some("second"), "what is there is shown");
    // Both versions are in the journal.
    let journal = project.workspace.journal_after(0).unwrap();
    let written: Vec<_> = journal.iter().flat_map(|(_, step)| &step.changes).filter_map(note_of).collect();
    assert_eq!(written, ["first", "second"]);
    // A deleted quote is not revived by an old window's undo.
    second.perform(&Edit::DeleteQuote(quote)).unwrap();
    assert!(project.workspace.perform(&note("third")).is_err());
    assert!(project.workspace.undo().is_err());
    assert!(project.workspace.document().unwrap().quotes.is_empty());
    assert_clean(&second);
}

fn note_of(change: &Change) -> Option<String> {
    match change {
        Change::Quote(diff) => diff.after.as_ref()?.note.clone(),
        _ => None,
    }
}

#[test]
fn what_the_command_line_did_as_the_same_annotator_is_undone_in_the_window() {
    let mut project = Project::sample();
    let before = content(&project.path);
    let mut command = project.again(Origin::CommandLine);
    command.open_article(article_id(0)).unwrap();
    command.annotate_as("Ana").unwrap();
    add_quote(&mut command, "Kim");
    command.annotate_as("Budi").unwrap();
    add_quote(&mut command, "TMT");
    project.workspace.refresh().unwrap();
    assert_eq!(project.workspace.undo_label(), Some(Label::AddQuote));
    project.workspace.undo().unwrap();
    let left = &project.workspace.document().unwrap().quotes;
    assert_eq!(left.iter().map(|quote| quote.words()).collect::<Vec<_>>(), ["TMT"]);
    project.workspace.redo().unwrap();
    assert_eq!(project.workspace.document().unwrap().quotes.len(), 2);
    project.workspace.undo().unwrap();
    command.refresh().unwrap();
    command.undo().unwrap();
    project.workspace.refresh().unwrap();
    project.workspace.undo().unwrap();
    // Left of it all: the annotator Budi. Then even the import is undone.
    let after = content(&project.path);
    assert_eq!(after["article"].len(), 0);
    project.workspace.redo().unwrap();
    let after = content(&project.path);
    assert!(before.iter().all(|(table, rows)| table == "annotator" || after[table] == *rows));
    assert_clean(&project.workspace);
}

fn search(workspace: &Workspace, words: &str) -> (BTreeSet<ArticleId>, BTreeSet<QuoteId>) {
    let hits = workspace.search(words, 100).unwrap();
    let articles = hits.iter().filter(|hit| hit.quote.is_none()).map(|hit| hit.article).collect();
    let quotes: BTreeSet<QuoteId> = hits.iter().filter_map(|hit| hit.quote).collect();
    assert_eq!(hits.iter().filter_map(|hit| hit.quote).count(), quotes.len());
    let narrowed = workspace.articles_with(words).unwrap();
    assert!(narrowed.is_none_or(|ids| ids.into_iter().collect::<BTreeSet<_>>() == articles));
    (articles, quotes)
}

#[test]
fn words_are_found_however_they_are_written() {
    fn check(workspace: &Workspace, words: &str, articles: &[u128]) {
        let expected = articles.iter().map(|number| article_id(*number)).collect();
        assert_eq!(search(workspace, words).0, expected, "{words}");
    }
    let mut project =
        Project::of(&["Café au lait, kata Zoe\u{308}.", "CAFE tutup; AND OR NOT", "한국어 기자 日本"]);
    let workspace = &mut project.workspace;
    for (words, articles) in [
        ("café", &[0, 1][..]),
        ("CAFE", &[0, 1]),
        ("cafe\u{301}", &[0, 1]),
        ("caf", &[0, 1]),
        ("zoë", &[0]),
        ("ZOE caf", &[0]),
        ("caf zoe", &[]),
        ("cafe tut", &[1]),
        ("and or", &[1]),
        ("AND", &[1]),
        ("한국", &[2]),
        ("nowhere", &[]),
        ("artikel 2", &[2]),
    ] {
        check(workspace, words, articles);
    }
    let title = kutip::model::Metadata { title: Some("Judul Baru".to_owned()), ..Default::default() };
    workspace.perform(&Edit::SetMetadata(title)).unwrap();
    check(workspace, "judul", &[0]);
    check(workspace, "artikel", &[1, 2]);
    workspace.perform(&Edit::DeleteArticle).unwrap();
    check(workspace, "cafe", &[1]);
    workspace.undo().unwrap();
    check(workspace, "judul cafe", &[0]);
    assert_clean(workspace);
}

#[test]
fn quotes_are_found_by_their_content_as_it_is_now() {
    let mut project = Project::sample();
    let workspace = &mut project.workspace;
    let quote = add_quote(workspace, "\"Saya percaya,\"");
    let found = |workspace: &Workspace, words: &str| !search(workspace, words).1.is_empty();
    assert!(found(workspace, "PERCAYA saya"));
    let wanted = QuoteChange::Spans(Role::Content, vec![find(workspace, "we will go")]);
    workspace.perform(&Edit::ChangeQuote { quote, change: wanted }).unwrap();
    assert!(!found(workspace, "percaya") && found(workspace, "we wil"));
    workspace.undo().unwrap();
    assert!(found(workspace, "percaya") && !found(workspace, "will"));
    workspace.perform(&Edit::DeleteQuote(quote)).unwrap();
    assert!(!found(workspace, "percaya"));
    workspace.undo().unwrap();
    assert!(found(workspace, "percaya"));
    workspace.perform(&Edit::DeleteArticle).unwrap();
    assert!(!found(workspace, "percaya"));
    assert_clean(workspace);
}

#[test]
fn no_search_fails() {
    let project = Project::sample();
    for words in [
        "",
        " ",
        "\"",
        "\"\"",
        "*",
        "AND",
        "NOT kim",
        "kim AND",
        "(kim",
        "kim)",
        "ki*m",
        "a:b",
        "title:kim",
        "^kim",
        "kim NEAR/2 putin",
        "kim + putin",
        "-kim",
        "{a b}: c",
        "'; DROP TABLE quote; --",
        "ki\0m",
        "\0",
        "…",
        "–",
        "👩‍👩‍👧",
        "\u{301}",
        "²",
        "Ⅷ",
        "𝒮cript",
        "\u{200d}a",
        "a\u{0}\"b",
        "\u{feff}",
        "١",
        "\u{1e030}",
    ] {
        project.workspace.search(words, 5).unwrap_or_else(|error| panic!("{words:?}: {error}"));
        project.workspace.articles_with(words).unwrap();
    }
    assert!(!project.workspace.search("kim\0 putin", 5).unwrap().is_empty());
    proptest!(ProptestConfig::with_cases(200), |(words in "\\PC{0,12}|[\"*^:(){}+\\-a \0]{0,12}|.{0,4}")| {
        prop_assert!(project.workspace.search(&words, 5).is_ok(), "{:?}", words);
    });
}

#[test]
fn plain_sql_finds_the_words_of_every_span() {
    let mut project = Project::sample();
    for number in 0..TEXTS.len() as u128 {
        project.workspace.open_article(article_id(number)).unwrap();
        let text = project.workspace.document().unwrap().article.text.clone();
        for word in text.as_str().split_whitespace() {
            let span = find(&project.workspace, word);
            let one = || vec![span];
            let quote = QuoteDraft { content: one(), cue: one(), relay: one(), ..QuoteDraft::default() };
            project.workspace.perform(&Edit::AddQuote(quote)).unwrap();
            let claim = Edit::AddClaim { quote: None, spans: one(), fields: ClaimFields::default() };
            project.workspace.perform(&claim).unwrap();
        }
    }
    let sql = project.sql();
    for (entity, number) in [("quote", 3), ("claim", 1)] {
        let (all, right): (usize, usize) = sql
            .query_row(
                &format!(
                    "SELECT count(*), total(substr(article.text, start + 1, end - start) = span.text) \
                     FROM {entity}_span span JOIN {entity} ON {entity}.id = {entity}_id \
                     JOIN article ON article.id = article_id"
                ),
                [],
                |row| Ok((row.get(0)?, row.get::<_, f64>(1)? as usize)),
            )
            .unwrap();
        assert_eq!(all, number * TEXTS.iter().map(|text| text.split_whitespace().count()).sum::<usize>());
        assert_eq!(all, right);
    }
    // The view for reading by hand.
    let shown: u64 = sql.query_row("SELECT count(*) FROM quote_overview", [], |row| row.get(0)).unwrap();
    let quotes: u64 = sql.query_row("SELECT count(*) FROM quote", [], |row| row.get(0)).unwrap();
    assert_eq!(shown, quotes);
}

#[test]
fn a_reader_reads_while_others_write() {
    let mut project = Project::sample();
    let reader = project.workspace.reader().unwrap();
    let writer = project.sql();
    writer.execute_batch("BEGIN IMMEDIATE; DELETE FROM region").unwrap();
    assert_eq!(reader.article_ids().unwrap().len(), TEXTS.len());
    assert_clean(&reader);
    writer.execute_batch("ROLLBACK").unwrap();
    std::thread::scope(|scope| {
        let reading = scope.spawn(move || {
            for _ in 0..20 {
                reader
                    .each_document(|document| {
                        assert!(document.quotes.iter().all(|quote| quote.words() == "Kim"));
                        Ok(())
                    })
                    .unwrap();
                assert_clean(&reader);
            }
            reader
        });
        for _ in 0..40 {
            add_quote(&mut project.workspace, "Kim");
        }
        let mut reader = reading.join().unwrap();
        reader.refresh().unwrap();
        assert_eq!(reader.stats().unwrap().quotes, 40);
        assert!(reader.is_read_only());
        assert!(
            refusal(reader.perform(&Edit::AddSpeaker(SpeakerFields::named("x"))))
                .contains("can only be read")
        );
    });
}

#[test]
fn check_finds_what_was_changed_by_hand() {
    fn check(change: &str, words: &[&str]) {
        let mut project = Project::sample();
        quote_all(&mut project.workspace);
        assert_clean(&project.workspace);
        project.sql().execute_batch(&format!("PRAGMA foreign_keys = OFF; {change}")).unwrap();
        let of = |workspace: &Workspace| -> Vec<String> {
            workspace.check(&mut |_| {}).unwrap().into_iter().map(|finding| finding.0).collect()
        };
        let findings = of(&project.workspace);
        for words in words {
            assert!(findings.iter().any(|finding| finding.contains(words)), "{change}: {findings:?}");
        }
        assert_eq!(of(&project.workspace.reader().unwrap()), findings, "a reader finds the same");
    }
    let text =
        "DROP TRIGGER article_text_is_fixed; UPDATE article SET text = replace(text, 'percaya', 'bercara')";
    check(text, &["the text is not the one", "does not have the words", "index of articles"]);
    check(
        "UPDATE quote_span SET start = start + 1",
        &["does not have the words", "changed without an entry"],
    );
    check("UPDATE claim_span SET text = 'x'", &["does not have the words"]);
    check("UPDATE quote_span SET end = 9999", &["does not have the words"]);
    check("UPDATE region SET end = 9999", &["leaves the text", "overlap"]);
    check("DELETE FROM quote_span", &["has no content"]);
    check("UPDATE article_file SET bytes = x'00'", &["file kept with it"]);
    for row in [
        "UPDATE quote SET note = 'x'",
        "UPDATE quote SET updated_at = '2020-01-01T00:00:00.000000Z'",
        "UPDATE article SET publisher = 'x'",
        "DELETE FROM region WHERE position = 1",
        "UPDATE claim SET verdict = 'false'",
        "UPDATE layer SET stage = 'done'",
        "UPDATE speaker SET name = 'x'",
        "INSERT INTO speaker_alias SELECT id, 0, 'x' FROM speaker",
        "UPDATE annotator SET name = 'x'",
        "DELETE FROM quote_speaker",
        "INSERT INTO setting VALUES ('k', '1', '2020-01-01T00:00:00Z', NULL, '2020-01-01T00:00:00Z', NULL)",
        "DELETE FROM journal_change WHERE entity = 'quote'",
    ] {
        check(row, &["changed without an entry in the journal"]);
    }
    check("DELETE FROM speaker", &["gone without an entry", "refers to a speaker that isn't there"]);
    check("DELETE FROM claim", &["gone without an entry"]);
    check("DELETE FROM quote_fts", &["index of quotes is off"]);
    check("INSERT INTO quote_fts (rowid, words) VALUES (99, 'x')", &["index of quotes is off"]);
    check("UPDATE quote_fts SET words = 'other words' WHERE rowid = 1", &["index of quotes is off"]);
    check("INSERT INTO article_fts (article_fts) VALUES ('delete-all')", &["index of articles is off"]);
    check(
        "INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', 1, 'Artikel 0', 'Kim')",
        &["index of articles is off"],
    );
    check("UPDATE quote SET medium = '[7]'", &["can't be read"]);
    check(
        "UPDATE article SET text = CAST(x'fffe' AS TEXT) WHERE 0; UPDATE quote SET id = 'x'",
        &["can't be read"],
    );
}

#[test]
fn an_articles_text_can_not_be_changed() {
    let project = Project::sample();
    let refused = project.sql().execute_batch("UPDATE article SET text = 'x'").unwrap_err();
    assert!(refused.to_string().contains("never changes"), "{refused}");
}

/// The rows of a table, by what their journal calls them.
fn by_entity(path: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let owner = |table: &str, row: &str| -> String {
        let column = |name: &str| {
            let (_, rest) = row.split_once(&format!("{name}=Text(")).unwrap();
            rest.split_once(')').unwrap().0.to_owned()
        };
        match table {
            "layer" => format!("{}/{}", column("article_id"), column("annotator_id")),
            "setting" => column("key"),
            "article_file" | "region" => column("article_id"),
            "quote_span" | "quote_speaker" => column("quote_id"),
            "claim_span" | "claim_speaker" => column("claim_id"),
            "speaker_alias" | "speaker_role" => column("speaker_id"),
            _ => format!(" {row}").split_once(" id=Text(").unwrap().1.split_once(')').unwrap().0.to_owned(),
        }
    };
    let mut entities: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (table, rows) in content(path) {
        for row in rows {
            entities.entry(text_of(&owner(&table, &row))).or_default().insert(format!("{table} {row}"));
        }
    }
    entities
}

/// `ValueRef` shows text as a list of bytes.
fn text_of(shown: &str) -> String {
    let part = |part: &str| -> String {
        let bytes = part.trim_matches(['[', ']']).split(", ").map(|byte| byte.parse().unwrap()).collect();
        String::from_utf8(bytes).unwrap()
    };
    shown.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[test]
fn copies_edited_apart_differ_only_in_what_their_journals_tell() {
    let mut project = Project::sample();
    quote_all(&mut project.workspace);
    let copy = project.folder.path().join("copy.kutip");
    let mut shares = Vec::new();
    project.workspace.backup(&copy, &mut |share| shares.push(share)).unwrap();
    assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)));
    assert_eq!(content(&copy), content(&project.path));
    let seq = project.workspace.journal_after(0).unwrap().last().unwrap().0;
    let mut theirs = open(&copy).unwrap();
    theirs.annotate_as("Budi").unwrap();
    theirs.open_article(article_id(0)).unwrap();
    add_quote(&mut theirs, "TMT reported that Kim said \"we will go\" on Monday.");
    let kim = theirs.registry().speaker_named("Kim").unwrap().id;
    let fields = SpeakerFields { aliases: vec!["Pak Kim".to_owned()], ..SpeakerFields::named("Kim Jong Un") };
    theirs.perform(&Edit::ChangeSpeaker { speaker: kim, fields }).unwrap();
    theirs.perform(&Edit::SetSetting { key: "scale".to_owned(), value: Some(true.into()) }).unwrap();
    let mine = project.workspace.document().unwrap().quotes[0].id;
    project.workspace.perform(&Edit::DeleteQuote(mine)).unwrap();
    project.workspace.perform(&import(vec![article(50, "New. \"Words,\" he said.")])).unwrap();
    project.workspace.open_article(article_id(2)).unwrap();
    project.workspace.perform(&Edit::DeleteArticle).unwrap();
    assert_clean(&theirs);
    assert_clean(&project.workspace);

    let journaled: BTreeSet<String> = [&theirs, &project.workspace]
        .into_iter()
        .flat_map(|workspace| workspace.journal_after(seq).unwrap())
        .flat_map(|(_, step)| step.changes)
        .map(|change| change.entity_id())
        .collect();
    let (a, b) = (by_entity(&project.path), by_entity(&copy));
    let differing: BTreeSet<String> =
        a.keys().chain(b.keys()).filter(|id| a.get(*id) != b.get(*id)).cloned().collect();
    assert!(differing.len() > 4);
    assert!(differing.is_subset(&journaled), "{:?}", differing.difference(&journaled));
}

#[test]
fn a_backup_writes_over_nothing() {
    let project = Project::sample();
    let to = |name: &str| project.folder.path().join(name);
    fs::write(to("there"), "mine").unwrap();
    let refuse = |path: PathBuf, words: &str| {
        let sentence = project.workspace.backup(&path, &mut |_| {}).unwrap_err().to_string();
        assert_says(&sentence, &path, words);
    };
    refuse(to("there"), "exists already");
    refuse(project.folder.path().to_path_buf(), "is a folder");
    refuse(to("missing/copy.kutip"), "can't be read or written");
    assert_eq!(fs::read(to("there")).unwrap(), b"mine");
    let open = ["project.kutip", "project.kutip-shm", "project.kutip-wal", "there"];
    assert_eq!(names(project.folder.path()), open.map(str::to_owned).into());
}

/// Makes every change of a journal again, as rows by entity.
fn replayed(workspace: &Workspace) -> BTreeMap<String, Change> {
    let mut last = BTreeMap::new();
    for (_, step) in workspace.journal_after(0).unwrap() {
        for change in step.changes {
            last.insert(format!("{} {}", change.kind(), change.entity_id()), change);
        }
    }
    last
}

#[test]
fn the_journal_replays_to_what_is_there() {
    let mut project = Project::sample();
    quote_all(&mut project.workspace);
    project.workspace.open_article(article_id(1)).unwrap();
    add_quote(&mut project.workspace, "Zoë");
    project.workspace.perform(&Edit::DeleteArticle).unwrap();
    project.workspace.undo().unwrap();
    project.workspace.open_article(article_id(2)).unwrap();
    project.workspace.perform(&Edit::DeleteArticle).unwrap();
    let mut stands = replayed(&project.workspace);
    let mut take = |key: String| stands.remove(&key);
    project
        .workspace
        .each_document(|document| {
            let Some(Change::Article(diff)) = take(format!("article {}", document.article.id)) else {
                panic!()
            };
            assert_eq!(diff.after.as_ref(), Some(&document.article));
            for quote in &document.quotes {
                let Some(Change::Quote(diff)) = take(format!("quote {}", quote.id)) else { panic!() };
                assert_eq!(diff.after.as_ref(), Some(quote));
            }
            for claim in &document.claims {
                let Some(Change::Claim(diff)) = take(format!("claim {}", claim.id)) else { panic!() };
                assert_eq!(diff.after.as_ref(), Some(claim));
            }
            for layer in document.layers.values() {
                let Some(Change::Layer(diff)) = take(format!("layer {}/{}", layer.article, layer.annotator))
                else {
                    panic!()
                };
                assert_eq!(diff.after.as_ref(), Some(layer));
            }
            Ok(())
        })
        .unwrap();
    for speaker in project.workspace.registry().speakers.values() {
        let Some(Change::Speaker(diff)) = take(format!("speaker {}", speaker.id)) else { panic!() };
        assert_eq!(diff.after.as_ref(), Some(speaker));
    }
    for annotator in project.workspace.registry().annotators.values() {
        let Some(Change::Annotator(diff)) = take(format!("annotator {}", annotator.id)) else { panic!() };
        assert_eq!(diff.after.as_ref(), Some(annotator));
    }
    // What is left over is gone.
    for (key, change) in stands {
        let Change::Article(diff) = change else { panic!("{key}") };
        assert_eq!((diff.after, diff.before.unwrap().id), (None, article_id(2)));
    }
}

#[test]
fn a_deleted_article_keeps_its_text_and_file_in_the_journal() {
    let mut project = Project::sample();
    let originals: Vec<_> = (0..3).map(|n| article(n, TEXTS[n as usize])).collect();
    project.workspace.perform(&Edit::DeleteArticle).unwrap();
    project.workspace.open_article(article_id(1)).unwrap();
    project.workspace.perform(&Edit::DeleteArticle).unwrap();
    // The id comes back with another text: each keeps its own.
    project.workspace.perform(&import(vec![article(0, "Another text.")])).unwrap();
    // In another session's hands.
    let mut other = project.again(Origin::CommandLine);
    let journal = other.journal_after(0).unwrap();
    let texts: Vec<_> = journal
        .iter()
        .flat_map(|(_, step)| &step.changes)
        .filter_map(|change| match change {
            Change::Article(diff) => diff.either().cloned(),
            _ => None,
        })
        .collect();
    assert_eq!(texts.len(), 6);
    for (found, expected) in texts.iter().zip(originals.iter().chain([&originals[0], &originals[1]])) {
        assert_eq!((&found.text, found.text.as_str()), (&expected.text, expected.text.as_str()));
        assert_eq!(found.file, expected.file);
    }
    assert_eq!(texts[5].text.as_str(), "Another text.");
    // The second one's deletion, taken back there.
    let deletions = journal.iter().filter(|(_, step)| step.label == Label::DeleteArticle);
    let (_, deletion) = { deletions }.next_back().unwrap();
    let Change::Article(diff) = deletion.changes.last().unwrap() else { panic!() };
    let whole = (**diff.before.as_ref().unwrap()).clone();
    other.perform(&import(vec![whole])).unwrap();
    let back = other.read_article(article_id(1)).unwrap().unwrap();
    assert_eq!((&*back.article, back.article.text.as_str()), (&originals[1], TEXTS[1]));
    assert_clean(&other);
}

#[test]
fn times_and_numbers_come_back_as_they_were() {
    let mut project = Project::sample();
    let mut fine = article(60, "Fine.");
    fine.stamp.created_at = "2020-01-01T00:00:00.123456789Z".parse().unwrap();
    fine.stamp.updated_at = fine.stamp.created_at;
    project.workspace.perform(&import(vec![fine])).unwrap();
    assert_clean(&project.workspace);
    project.workspace.open_article(article_id(60)).unwrap();
    project.workspace.undo().unwrap();
    project.workspace.open_article(article_id(0)).unwrap();
    let quote = add_quote(&mut project.workspace, "Kim");
    for number in ["0.1", "1e-7", "6.02214076e23", "5.551115123125783e-17", "-0.0", "18446744073709551615"] {
        let value = Some(serde_json::from_str(number).unwrap());
        let change = QuoteChange::Attribute("n".to_owned(), value);
        project.workspace.perform(&Edit::ChangeQuote { quote, change }).unwrap();
        let stored = project.workspace.read_article(article_id(0)).unwrap();
        assert_eq!(stored.as_ref(), project.workspace.document(), "{number}");
    }
    assert_clean(&project.workspace);
}
