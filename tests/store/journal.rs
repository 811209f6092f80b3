//! What check finds, and what the journal keeps.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use kutip::edit::{Change, Edit, Label, Origin, QuoteChange, SpeakerFields};
use kutip::workspace::Workspace;

use crate::common::project::{Project, TEXTS, add_quote, article, article_id, assert_clean, content, import};
use crate::{assert_says, names, open, quote_all};

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
