//! What is refused and how, and what a file survives.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use kutip::edit::{Edit, SpeakerFields};
use rusqlite::Connection;

use crate::common::project::{
    Project, TEXTS, add_quote, add_speaker, article, article_id, assert_clean, content, draft, import,
    refusal,
};
use crate::{assert_says, create, names, open, quote_all};

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
        child.args(["--exact", "refused::child_reads_as_somebody_else", "--ignored"]).env(PATH, path);
        match child.current_dir("/").uid(65534).gid(65534).output() {
            Ok(done) => {
                let told = String::from_utf8_lossy(&done.stdout);
                assert!(done.status.success() && told.contains("1 passed"), "{told}");
            }
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
