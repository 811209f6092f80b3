//! What windows, the command line and readers see of each other's edits.

use kutip::edit::{Change, Edit, Label, Origin, QuoteChange, SpeakerFields};
use kutip::workspace::Workspace;

use crate::common::project::{
    Project, TEXTS, add_quote, add_speaker, article_id, assert_clean, content, refusal,
};

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
