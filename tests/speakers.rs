//! One speaker under several entries: said to be one, whoever reads sees one;
//! taken apart again, every link is back in its place.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

mod common;

use common::project::{Project, add_quote, add_speaker, article_id, assert_clean, content, find, refusal};
use kutip::edit::{ClaimFields, Edit, QuoteChange, QuoteDraft, Settlement, SpeakerFields, Verdict};
use kutip::format::exporter;
use kutip::job::Unwatched;
use kutip::model::{AnnotatorId, Aspect, QuoteId, Role, SpeakerId, Stage, Standing};
use kutip::review::agreement::{Label, Measure, Options, Scope, measure};
use kutip::review::{Alignment, CaseState, Docket};
use kutip::workspace::{ImportOptions, Narrow, Suggester, Workspace, export};
use serde_json::Value;

/// Ana and Budi quote the same words, each with an entry of their own for who
/// said them; Ana has a claim of it as well.
struct Two {
    project: Project,
    quotes: [QuoteId; 2],
    people: [AnnotatorId; 2],
    putin: SpeakerId,
    wladimir: SpeakerId,
}

fn two() -> Two {
    let mut project = Project::sample();
    let workspace = &mut project.workspace;
    let putin = add_speaker(workspace, "Vladimir Putin");
    let alias = SpeakerFields { aliases: vec!["Wowa".to_owned()], ..SpeakerFields::named("Wladimir Putin") };
    workspace.perform(&Edit::AddSpeaker(alias)).unwrap();
    let wladimir = workspace.registry().speaker_named("Wowa").unwrap().id;
    let mut quotes = Vec::new();
    let mut people = Vec::new();
    for (who, speaker) in [("Ana", putin), ("Budi", wladimir)] {
        people.push(workspace.annotate_as(who).unwrap());
        let quote = add_quote(workspace, "\"Saya percaya,\"");
        change(workspace, quote, QuoteChange::Link(Role::Source, speaker));
        let fields = ClaimFields { claimants: vec![speaker], ..ClaimFields::default() };
        workspace.perform(&Edit::AddClaim { quote: Some(quote), spans: vec![], fields }).unwrap();
        workspace.perform(&Edit::SetStage(Stage::Done)).unwrap();
        quotes.push(quote);
    }
    let (quotes, people) = (quotes.try_into().unwrap(), people.try_into().unwrap());
    Two { project, quotes, people, putin, wladimir }
}

fn change(workspace: &mut Workspace, quote: QuoteId, change: QuoteChange) {
    workspace.perform(&Edit::ChangeQuote { quote, change }).unwrap();
}

fn merge(workspace: &mut Workspace, into: SpeakerId, other: SpeakerId) {
    workspace.perform(&Edit::MergeSpeakers { into, others: vec![other] }).unwrap();
}

fn speakers(workspace: &Workspace, quote: QuoteId) -> Vec<SpeakerId> {
    workspace.document().unwrap().quote(quote).unwrap().speakers.clone()
}

fn exported(workspace: &Workspace, format: &str) -> String {
    let mut out = Vec::new();
    export(workspace, exporter(format).unwrap(), &Narrow::default(), &mut out, &Unwatched).unwrap();
    String::from_utf8(out).unwrap()
}

fn agreement(workspace: &Workspace) -> Option<f64> {
    let material = workspace.agreement_material(&[], &Unwatched).unwrap();
    let options = Options { resamples: 0, gamma: None, ..Options::default() };
    let report = measure(&material, options, &Unwatched).unwrap();
    report.figure(Scope::Pair(0), &Measure::Accuracy(Label::Speaker)).unwrap().value
}

fn docket(workspace: &Workspace, people: &[AnnotatorId]) -> Docket {
    let document = workspace.document().unwrap();
    Docket::of(document, &Alignment::of(document, people))
}

#[test]
fn who_reads_sees_one() {
    let Two { mut project, quotes, people, putin, wladimir } = two();
    let workspace = &mut project.workspace;
    assert_eq!(agreement(workspace), Some(0.0));
    assert_eq!(docket(workspace, &people).cases[0].state, CaseState::Open(1));
    let before = content(&project.path);
    merge(workspace, putin, wladimir);

    assert_eq!(quotes.map(|quote| speakers(workspace, quote)), [[putin], [putin]]);
    let document = workspace.read_article(article_id(0)).unwrap().unwrap();
    assert!(document.claims.iter().all(|claim| claim.claimants == [putin]));
    let registry = workspace.registry();
    for name in ["Vladimir Putin", "Wladimir Putin", "Wowa"] {
        assert_eq!(registry.speaker_named(name).unwrap().id, putin, "{name}");
    }
    assert_eq!(registry.kept_speakers().map(|speaker| speaker.id).collect::<Vec<_>>(), [putin]);
    assert!(registry.speakers[&putin].aliases.is_empty(), "names are found, not copied");

    assert_eq!(agreement(workspace), Some(1.0));
    assert_eq!(docket(workspace, &people).cases[0].state, CaseState::Agreed);
    let stats = workspace.stats().unwrap();
    let counts: Vec<_> =
        stats.quotes_by_speaker.iter().map(|share| (share.name.as_deref(), share.count)).collect();
    assert_eq!((stats.speakers, counts), (1, vec![(Some("Vladimir Putin"), 2)]));
    for format in ["quotes-jsonl", "articles-jsonl", "csv", "review-html"] {
        let out = exported(workspace, format);
        assert!(!out.contains("Wladimir") && out.contains("Vladimir Putin"), "{format}: {out}");
    }
    let shown: Vec<String> = rusqlite::Connection::open(workspace.path())
        .unwrap()
        .prepare("SELECT DISTINCT speakers FROM quote_overview")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(shown, ["Vladimir Putin"]);

    assert_clean(workspace);
    let merged = content(&project.path);
    workspace.perform(&Edit::PartSpeaker(wladimir)).unwrap();
    assert_eq!(quotes.map(|quote| speakers(workspace, quote)), [[putin], [wladimir]]);
    let parted = content(&project.path);
    for table in ["quote_speaker", "claim_speaker", "quote", "claim", "speaker_alias"] {
        assert_eq!((&merged[table], &parted[table]), (&before[table], &before[table]), "{table}");
    }
    for expected in [&merged, &before] {
        workspace.undo().unwrap().unwrap();
        assert_eq!(content(&project.path), *expected);
    }
}

/// What is linked to one of those who are one is linked to that one, and
/// never twice.
#[test]
fn links_mean_the_one_that_stays() {
    let Two { mut project, quotes, putin, wladimir, .. } = two();
    let workspace = &mut project.workspace;
    let own = quotes[1];
    let stored = |project: &Project| -> Vec<String> {
        let sql = project.sql();
        let mut statement = sql
            .prepare("SELECT speaker_id FROM quote_speaker WHERE quote_id = ?1 AND role = 'source' ORDER BY position")
            .unwrap();
        statement.query_map([own.to_string()], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    merge(workspace, putin, wladimir);
    let seq = |workspace: &Workspace| workspace.journal_after(0).unwrap().len();
    let edits = seq(workspace);
    for same in [
        QuoteChange::Link(Role::Source, putin),
        QuoteChange::Link(Role::Source, wladimir),
        QuoteChange::LinkOnly(Role::Source, putin),
    ] {
        change(workspace, own, same);
    }
    let claim = workspace.document().unwrap().claim_on(own).unwrap().clone();
    let fields = ClaimFields::from(&*claim);
    assert_eq!(fields.claimants, [putin]);
    workspace.perform(&Edit::ChangeClaim { claim: claim.id, fields: fields.clone() }).unwrap();
    assert_eq!(seq(workspace), edits, "all of that is so already");
    let fields = ClaimFields { topic: Some("peace".to_owned()), ..fields };
    workspace.perform(&Edit::ChangeClaim { claim: claim.id, fields }).unwrap();
    change(workspace, own, QuoteChange::Note(Some("n".to_owned())));
    assert_eq!(stored(&project), [wladimir.to_string()]);

    let workspace = &mut project.workspace;
    let kim = add_speaker(workspace, "Kim Jong Un");
    change(workspace, own, QuoteChange::Link(Role::Source, kim));
    assert_eq!(stored(&project), [wladimir.to_string(), kim.to_string()]);
    let workspace = &mut project.workspace;
    change(workspace, own, QuoteChange::Unlink(Role::Source, putin));
    assert_eq!(stored(&project), [kim.to_string()]);
    // A source that bears either name means the one.
    let workspace = &mut project.workspace;
    workspace.perform(&Edit::AddSpeaker(SpeakerFields::named("PUTIN"))).unwrap();
    let short = workspace.registry().speaker_named("PUTIN").unwrap().id;
    merge(workspace, wladimir, short);
    let draft = QuoteDraft {
        content: vec![find(workspace, "bertemu")],
        source: vec![find(workspace, "Putin")],
        ..QuoteDraft::default()
    };
    let quote = workspace.perform(&Edit::AddQuote(draft)).unwrap().quotes[0];
    assert_eq!(speakers(workspace, quote), [putin]);
    assert_clean(workspace);
}

#[test]
fn decisions_stand_when_two_are_said_to_be_one() {
    let Two { mut project, quotes, people, putin, wladimir } = two();
    let workspace = &mut project.workspace;
    workspace.annotate_as("Citra").unwrap();
    workspace.perform(&Edit::Review { quote: quotes[0], verdict: Verdict::Accept }).unwrap();
    let take = Settlement::Take(quotes[1]);
    let group = quotes.to_vec();
    workspace.perform(&Edit::Adjudicate { group, aspect: Aspect::Speakers, settlement: take }).unwrap();
    let stands = |workspace: &Workspace| {
        let document = workspace.document().unwrap();
        let citra = workspace.registry().annotator_named("Citra").unwrap().id;
        let review = document.review_standing(citra, document.quote(quotes[0]).unwrap());
        let decided = document.standing(&quotes, Aspect::Speakers);
        [review, decided].map(|standing| matches!(standing, Standing::Stands(_)))
    };
    assert_eq!(stands(workspace), [true, true]);
    for (into, other) in [(wladimir, putin), (putin, wladimir)] {
        merge(workspace, into, other);
        assert_eq!(stands(workspace), [true, true]);
        workspace.perform(&Edit::PartSpeaker(other)).unwrap();
        assert_eq!(stands(workspace), [true, true]);
    }
    // A link that moves among those who are one is no change; when they are
    // taken apart, it is one.
    merge(workspace, putin, wladimir);
    workspace.annotate_as("Ana").unwrap();
    change(workspace, quotes[0], QuoteChange::Unlink(Role::Source, putin));
    change(workspace, quotes[0], QuoteChange::Link(Role::Source, wladimir));
    assert_eq!(stands(workspace), [true, true]);
    workspace.perform(&Edit::PartSpeaker(wladimir)).unwrap();
    assert_eq!(stands(workspace), [false, false]);
    let _ = people;
}

#[test]
fn records_name_the_one_that_stays_and_come_back() {
    let Two { mut project, putin, wladimir, .. } = two();
    merge(&mut project.workspace, putin, wladimir);
    let out = exported(&project.workspace, "articles-jsonl");
    let mut fresh = Project::empty();
    let bring = |workspace: &mut Workspace, lines: &str| {
        workspace.import_jsonl("a.jsonl", &mut lines.as_bytes(), &ImportOptions::default()).unwrap()
    };
    bring(&mut fresh.workspace, &out);
    assert_eq!(exported(&fresh.workspace, "articles-jsonl"), out);
    // Records that know the other entry, by its id or by a name.
    for speaker in [
        serde_json::json!({ "id": wladimir.to_string(), "name": "Wladimir Putin" }),
        serde_json::json!("Wladimir Putin"),
        serde_json::json!("Wowa"),
    ] {
        let first: Value = serde_json::from_str(out.lines().next().unwrap()).unwrap();
        let text = first["text"].clone();
        let quote = serde_json::json!({
            "annotator": "Dewi", "type": "direct", "speakers": [speaker],
            "content": [{ "start": 0, "end": 11, "text": "VLADIVOSTOK" }],
        });
        let line = serde_json::json!({ "text": text, "quotes": [quote] }).to_string();
        let report = bring(&mut project.workspace, &line);
        assert_eq!(report.left_out, []);
        let document = project.workspace.read_article(article_id(0)).unwrap().unwrap();
        let dewi = project.workspace.registry().annotator_named("Dewi").unwrap().id;
        let brought = document.quotes_of(dewi).next().unwrap();
        assert_eq!(brought.speakers, [putin], "{speaker}");
        project.workspace.undo().unwrap().unwrap();
    }
    assert_eq!(project.workspace.registry().speakers.len(), 2);
    assert_clean(&project.workspace);
}

#[test]
fn suggestions_find_people_by_every_name() {
    let mut project = Project::of(&["“Kami setuju,” kata Wladimir Putin.\n"]);
    let workspace = &mut project.workspace;
    let [putin, wladimir] = ["Vladimir Putin", "Wladimir Putin"].map(|name| add_speaker(workspace, name));
    merge(workspace, putin, wladimir);
    let suggester = Suggester::new(workspace.registry());
    let found = suggester.suggest(workspace.document().unwrap(), None);
    let guess = found[0].guess().unwrap();
    assert_eq!((guess.speaker, guess.name.as_str()), (Some(putin), "Vladimir Putin"));
}

/// So does whom an annotator usually means by a name.
#[test]
fn usual_links_mean_the_one_that_stays() {
    let mut project = Project::of(&["“Kami setuju,” kata Gus Mus.\n", "“Kami pergi,” kata Gus Mus.\n"]);
    let workspace = &mut project.workspace;
    let [kept, other] = ["Mustofa Bisri", "A. Mustofa"].map(|name| add_speaker(workspace, name));
    let draft = QuoteDraft {
        source: vec![find(workspace, "Gus Mus")],
        speakers: vec![other],
        ..common::project::draft(workspace, "“Kami setuju,”")
    };
    workspace.perform(&Edit::AddQuote(draft)).unwrap();
    merge(workspace, kept, other);
    workspace.open_article(article_id(1)).unwrap();
    let ana = workspace.author().unwrap();
    let suggester = Suggester::new(workspace.registry()).with_usual(workspace.usual_speakers(ana).unwrap());
    let found = suggester.suggest(workspace.document().unwrap(), Some(ana));
    assert_eq!(found[0].guess().unwrap().speaker, Some(kept));
}

/// Chains and circles lead to one, and a deletion leaves nothing behind that
/// hangs in the air.
#[test]
fn chains_are_parted_and_deleted_whole() {
    let mut project = Project::sample();
    let workspace = &mut project.workspace;
    let [a, b, c, d] = ["A", "B", "C", "D"].map(|name| add_speaker(workspace, name));
    let meant = |workspace: &Workspace| [a, b, c, d].map(|id| workspace.registry().speaker_of(id));
    merge(workspace, b, c);
    workspace.perform(&Edit::MergeSpeakers { into: a, others: vec![c, d, a] }).unwrap();
    assert_eq!(meant(workspace), [a; 4]);
    assert_eq!(workspace.registry().speakers[&c].same_as, Some(b), "what was said before stays");
    workspace.perform(&Edit::PartSpeaker(b)).unwrap();
    assert_eq!(meant(workspace), [a, b, b, a], "with those who were merged before");
    workspace.undo().unwrap().unwrap();

    let quote = add_quote(workspace, "Kim");
    change(workspace, quote, QuoteChange::Link(Role::Source, c));
    refusal(workspace.perform(&Edit::DeleteSpeaker(a)));
    assert_eq!(meant(workspace), [a; 4], "someone is linked to what is meant by it");
    change(workspace, quote, QuoteChange::Unlink(Role::Source, d));
    let before = content(&project.path);
    let workspace = &mut project.workspace;
    workspace.perform(&Edit::DeleteSpeaker(a)).unwrap();
    assert!(workspace.registry().speakers.is_empty());
    assert_clean(workspace);
    workspace.undo().unwrap().unwrap();
    assert_eq!(content(&project.path), before);
    // One who has others merged into it can be changed as any other.
    let fields = SpeakerFields { country: Some("ID".to_owned()), ..SpeakerFields::named("B") };
    let workspace = &mut project.workspace;
    workspace.perform(&Edit::ChangeSpeaker { speaker: b, fields }).unwrap();
    assert_eq!(meant(workspace), [a; 4]);
    assert_clean(workspace);
}
