//! Projects that released versions wrote open in this one, with everything
//! in them. Each schema version leaves its fixture in `fixtures/projects`.
//!
//! A new version's fixture is written, once, by
//! `KUTIP_WRITE_FIXTURE=1 cargo test --no-default-features --test upgrade -- --ignored`
//! and never again: what it holds is what that version wrote.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::project::{PATIENCE, Project, TEXTS, add_quote, article_id, assert_clean, draft, find};
use kutip::edit::{ClaimFields, Edit, Origin, QuoteChange, QuoteDraft, Settlement, SpeakerFields, Verdict};
use kutip::model::{
    Anchor, AnnotatorId, Aspect, Choice, Document, Mention, Metadata, QuoteType, RegionKind, Role, Setting,
    SpeakerKind, SpeakerRole, Stage, Standing, Worthiness, in_order,
};
use kutip::workspace::Workspace;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/projects")
}

/// The schema version that this program writes.
fn version() -> usize {
    let migrations = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    fs::read_dir(migrations).unwrap().count()
}

#[test]
#[ignore = "writes the fixture of a new schema version; see above"]
fn write_the_fixture() {
    if std::env::var_os("KUTIP_WRITE_FIXTURE").is_none() {
        return;
    }
    let mut project = Project::sample();
    fill(&mut project.workspace);
    assert_clean(&project.workspace);
    let path = fixtures().join(format!("v{}.kutip", version()));
    project.workspace.backup(&path, &mut |_| {}).unwrap();
    // Small pages make a small file.
    let sql = rusqlite::Connection::open(path).unwrap();
    sql.execute_batch("PRAGMA page_size = 1024; VACUUM").unwrap();
}

fn schema(path: &Path) -> Vec<(String, Option<String>)> {
    let sql = rusqlite::Connection::open(path).unwrap();
    let mut statement = sql.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name").unwrap();
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().collect::<Result<_, _>>().unwrap()
}

/// A migration that people's projects went through can't be edited: they
/// would never get what was added to it.
#[test]
fn a_released_migration_stays_as_it_is() {
    let (_folder, newest) = opened(version());
    let fresh = Project::empty();
    assert_eq!(
        schema(newest.path()),
        schema(&fresh.path),
        "the newest migration is not the one that wrote its fixture: add a migration, or, where this one \
         was never released, write the fixture anew"
    );
}

/// Everything that this version knows, each field at least once.
fn fill(workspace: &mut Workspace) {
    fill_as_version_1(workspace);
    fill_as_version_2(workspace);
    let [putin, kim] =
        ["Vladimir Putin", "Kim"].map(|name| workspace.registry().speaker_named(name).unwrap().id);
    let other = SpeakerFields { aliases: vec!["Putin".to_owned()], ..SpeakerFields::named("Wladimir Putin") };
    workspace.perform(&Edit::AddSpeaker(other)).unwrap();
    let other = workspace.registry().speaker_named("Wladimir Putin").unwrap().id;
    workspace.perform(&Edit::MergeSpeakers { into: other, others: vec![putin] }).unwrap();
    workspace.perform(&Edit::TellApart(vec![putin, kim])).unwrap();
}

/// What the second version added.
fn fill_as_version_2(workspace: &mut Workspace) {
    workspace.annotate_as("Citra").unwrap();
    workspace.open_article(article_id(0)).unwrap();
    let quotes: Vec<_> = workspace.document().unwrap().quotes.iter().map(|quote| quote.id).collect();
    let on_quote = Edit::AddComment {
        anchor: Anchor::Quote(quotes[0]),
        spans: vec![],
        reply_to: None,
        text: "Bukan “katanya”?".to_owned(),
    };
    workspace.perform(&on_quote).unwrap();
    let first = workspace.document().unwrap().comments[0].id;
    let reply = Edit::AddComment {
        anchor: Anchor::Article,
        spans: vec![],
        reply_to: Some(first),
        text: "Ya.".to_owned(),
    };
    workspace.perform(&reply).unwrap();
    workspace.perform(&Edit::ResolveComment { comment: first, resolved: true }).unwrap();
    let spans = vec![find(workspace, "Putin")];
    let on_span = Edit::AddComment { anchor: Anchor::Span, spans, reply_to: None, text: "?".to_owned() };
    workspace.perform(&on_span).unwrap();
    let reject = Verdict::Reject { reason: Some("not a quote".to_owned()) };
    workspace.perform(&Edit::Review { quote: quotes[2], verdict: reject }).unwrap();
    let correct = Verdict::Correct(vec![QuoteChange::Type(QuoteType::Mixed)]);
    workspace.perform(&Edit::Review { quote: quotes[0], verdict: correct }).unwrap();
    workspace.perform(&Edit::TakeOver(vec![vec![quotes[1]], vec![quotes[2]]])).unwrap();
    let own = Settlement::Own(vec![QuoteChange::Spans(Role::Cue, vec![find(workspace, "said")])]);
    let settled = Edit::Adjudicate { group: vec![quotes[1]], aspect: Aspect::Cue, settlement: own };
    workspace.perform(&settled).unwrap();
    let neither = Settlement::Neither { reason: Some("slogan".to_owned()) };
    let rejected = Edit::Adjudicate { group: vec![quotes[0]], aspect: Aspect::Presence, settlement: neither };
    workspace.perform(&rejected).unwrap();
    workspace.perform(&Edit::FinishReview { of: None }).unwrap();
    let budi = workspace.registry().annotator_named("Budi").unwrap().id;
    workspace.perform(&Edit::Assign(vec![(article_id(0), budi)])).unwrap();
    for (key, value) in
        [(Setting::BLIND, serde_json::json!(false)), (Setting::GUIDELINES, serde_json::json!("Read twice."))]
    {
        workspace.perform(&Edit::SetSetting { key: key.to_owned(), value: Some(value) }).unwrap();
    }
}

/// Everything that the first version knew.
fn fill_as_version_1(workspace: &mut Workspace) {
    let kim = SpeakerFields {
        aliases: vec!["Kim".to_owned(), "Pak Kim".to_owned()],
        roles: vec![SpeakerRole {
            title: Some("Pemimpin".to_owned()),
            affiliation: Some("Korea Utara".to_owned()),
            from: Some("2011-12-17".to_owned()),
            until: None,
        }],
        country: Some("KP".to_owned()),
        wikidata: Some("Q56226".to_owned()),
        note: Some("한국어".to_owned()),
        ..SpeakerFields::named("Kim Jong Un")
    };
    workspace.perform(&Edit::AddSpeaker(kim)).unwrap();
    let afp = SpeakerFields { kind: SpeakerKind::Organisation, ..SpeakerFields::named("AFP") };
    workspace.perform(&Edit::AddSpeaker(afp)).unwrap();
    let direct = QuoteDraft {
        cue: vec![find(workspace, "katanya")],
        source: vec![find(workspace, "nya")],
        addressee: vec![find(workspace, "Kim")],
        relay: vec![find(workspace, "AFP")],
        ..draft(workspace, "\"Saya percaya,\"")
    };
    let quote = workspace.perform(&Edit::AddQuote(direct)).unwrap().quotes[0];
    let putin = SpeakerFields::named("Vladimir Putin");
    workspace.perform(&Edit::LinkNewSpeaker { quote, role: Role::Source, speaker: putin }).unwrap();
    for change in [
        QuoteChange::Attribute("certainty".to_owned(), Some(serde_json::json!({ "share": 0.1 }))),
        QuoteChange::Note(Some("two\nlines".to_owned())),
    ] {
        workspace.perform(&Edit::ChangeQuote { quote, change }).unwrap();
    }
    let fields = ClaimFields {
        statement: Some("Putin percaya.".to_owned()),
        claimants: workspace
            .registry()
            .speaker_named("Vladimir Putin")
            .map(|speaker| speaker.id)
            .into_iter()
            .collect(),
        date: Some("2019-04-25".to_owned()),
        topic: Some("diplomacy".to_owned()),
        worthiness: Some(Worthiness::Unimportant),
        verdict: Some("true".to_owned()),
        explanation: Some("He said so.".to_owned()),
        evidence: vec!["https://example.org/1".to_owned()],
        checker: Some("Citra".to_owned()),
        note: None,
    };
    workspace.perform(&Edit::AddClaim { quote: Some(quote), spans: vec![], fields }).unwrap();
    let outer = add_quote(workspace, "TMT reported that Kim said \"we will go\" on Monday.");
    let change = QuoteChange::Type(QuoteType::Reported);
    workspace.perform(&Edit::ChangeQuote { quote: outer, change }).unwrap();
    add_quote(workspace, "\"we will go\"");
    let span = find(workspace, "VLADIVOSTOK");
    workspace.perform(&Edit::LabelRegion { span, kind: Some(RegionKind::Dateline) }).unwrap();
    workspace.perform(&Edit::SetStage(Stage::Submitted)).unwrap();
    let value = Some(serde_json::json!(["true", "false"]));
    workspace.perform(&Edit::SetSetting { key: "verdicts".to_owned(), value }).unwrap();
    workspace.annotate_as("Budi").unwrap();
    workspace.open_article(article_id(1)).unwrap();
    let two_pieces = vec![find(workspace, "“Élan 👩‍👩‍👧 vital,”"), find(workspace, "‘soon’")];
    let discontinuous = QuoteDraft { content: two_pieces, ..QuoteDraft::default() };
    workspace.perform(&Edit::AddQuote(discontinuous)).unwrap();
    let metadata = Metadata { title: Some("Café".to_owned()), ..Metadata::default() };
    workspace.perform(&Edit::SetMetadata(metadata)).unwrap();
    workspace.open_article(article_id(2)).unwrap();
    workspace.perform(&Edit::DeleteArticle).unwrap();
}

/// Opens a copy of a version's project, for nothing may write into the
/// fixture.
fn opened(version: usize) -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.kutip");
    fs::copy(fixtures().join(format!("v{version}.kutip")), &path).unwrap();
    let workspace = Workspace::open(&path, Origin::Window, PATIENCE).unwrap();
    (folder, workspace)
}

#[test]
fn every_version_has_its_fixture_and_opens_clean() {
    for version in 1..=version() {
        let (folder, workspace) = opened(version);
        assert_clean(&workspace);
        let upgraded = version < self::version();
        let kept = fs::read_dir(folder.path()).unwrap().filter_map(Result::ok);
        let kept = kept.filter(|entry| entry.file_name().to_string_lossy().contains("before-format")).count();
        assert_eq!(kept, usize::from(upgraded), "an upgrade keeps the former file, and only an upgrade");
    }
}

#[test]
fn version_1_opens_with_everything() {
    let (_folder, mut workspace) = opened(1);
    let registry = workspace.registry().clone();
    let stats = workspace.stats().unwrap();
    assert_eq!(
        (stats.articles, stats.quotes, stats.claims, stats.speakers, stats.annotators),
        (2, 4, 1, 3, 2)
    );
    let kim = registry.speaker_named("Pak Kim").unwrap();
    assert_eq!(
        (kim.name.as_str(), kim.country.as_deref(), kim.wikidata.as_deref()),
        ("Kim Jong Un", Some("KP"), Some("Q56226"))
    );
    assert_eq!((kim.note.as_deref(), kim.roles[0].from.as_deref()), (Some("한국어"), Some("2011-12-17")));
    assert_eq!(registry.settings["verdicts"].value, serde_json::json!(["true", "false"]));
    let names = |ids: &[kutip::model::SpeakerId]| {
        ids.iter().map(|id| registry.speakers[id].name.clone()).collect::<Vec<_>>()
    };

    let first: Document = workspace.read_article(article_id(0)).unwrap().unwrap();
    assert_eq!(first.article.text.as_str(), TEXTS[0]);
    assert_eq!((first.article.dateline(), first.article.display_title()), (Some("VLADIVOSTOK"), "Artikel 0"));
    let ana = registry.annotator_named("Ana").unwrap().id;
    assert_eq!(first.stage_of(ana), Stage::Submitted);
    let [direct, outer, inner] = &first.quotes[..] else { panic!("{:?}", first.quotes) };
    assert_eq!((direct.words().as_str(), direct.quote_type), ("\"Saya percaya,\"", QuoteType::Direct));
    assert_eq!((direct.mention, direct.status), (Some(Mention::Clitic), Stage::Submitted));
    assert_eq!((direct.cue[0].text.as_str(), direct.source[0].text.as_str()), ("katanya", "nya"));
    assert_eq!(names(&direct.speakers), ["Vladimir Putin"]);
    assert_eq!(
        (names(&direct.addressee_speakers), names(&direct.relay_speakers)),
        (vec!["Kim Jong Un".to_owned()], vec!["AFP".to_owned()])
    );
    assert_eq!(direct.attributes["certainty"], serde_json::json!({ "share": 0.1 }));
    assert_eq!(direct.note.as_deref(), Some("two\nlines"));
    assert_eq!((outer.quote_type, inner.parent), (QuoteType::Reported, Some(outer.id)));
    let claim = first.claim_on(direct.id).unwrap();
    assert_eq!(
        (claim.statement.as_deref(), claim.worthiness),
        (Some("Putin percaya."), Some(Worthiness::Unimportant))
    );
    assert_eq!(
        (names(&claim.claimants), claim.verdict.as_deref()),
        (vec!["Vladimir Putin".to_owned()], Some("true"))
    );

    let second = workspace.read_article(article_id(1)).unwrap().unwrap();
    assert_eq!(second.article.metadata.title.as_deref(), Some("Café"));
    assert!(second.article.file.as_ref().unwrap().bytes.as_ref().unwrap().starts_with("\u{feff}".as_bytes()));
    assert_eq!(second.quotes[0].words(), "“Élan 👩‍👩‍👧 vital,” … ‘soon’");
    assert_eq!(workspace.search("elan", 9).unwrap().len(), 2);
    assert_eq!(workspace.search("cafe", 9).unwrap().len(), 1);

    // The deleted article is in the journal, whole.
    let journal = workspace.journal_after(0).unwrap();
    let (_, deletion) = journal.last().unwrap();
    let inverse = deletion.inverse(deletion.id, deletion.at, Origin::Undo);
    let Some(kutip::edit::Change::Article(diff)) = inverse.changes.first() else { panic!("{inverse:?}") };
    assert_eq!(diff.after.as_ref().unwrap().text.as_str(), TEXTS[2]);

    // And work goes on in it.
    workspace.annotate_as("Ana").unwrap();
    workspace.open_article(article_id(0)).unwrap();
    add_quote(&mut workspace, "Putin");
    assert_clean(&workspace);
}

#[test]
fn version_2_opens_with_what_it_added() {
    let (_folder, mut workspace) = opened(2);
    let registry = workspace.registry().clone();
    assert_eq!((registry.is_blind(), registry.guidelines()), (false, "Read twice."));
    let people: Vec<_> = registry.people().map(|person| person.name.as_str()).collect();
    assert_eq!(people, ["Ana", "Budi", "Citra"]);
    let document = workspace.read_article(article_id(0)).unwrap().unwrap();
    let [citra, budi] = ["Citra", "Budi"].map(|name| registry.annotator_named(name).unwrap().id);
    assert_eq!(document.layers[&budi].stage, Stage::New);
    assert_eq!(document.stage_of(AnnotatorId::ADJUDICATED), Stage::Reviewed);

    let threads: Vec<_> = document.threads().collect();
    let [(on_quote, replies), (on_span, none)] = &threads[..] else { panic!("{threads:?}") };
    assert_eq!((on_quote.text.as_str(), on_quote.resolved_by), ("Bukan “katanya”?", Some(citra)));
    assert_eq!((replies[0].text.as_str(), replies.len(), none.len()), ("Ya.", 1, 0));
    assert_eq!((on_span.anchor, on_span.spans[0].text.as_str()), (Anchor::Span, "Putin"));

    let ana = registry.annotator_named("Ana").unwrap().id;
    let quotes: Vec<_> = document.quotes_of(ana).collect();
    let correction = document.review(citra, quotes[0].id).unwrap();
    let own = document.quote(correction.result.unwrap()).unwrap();
    assert_eq!((own.quote_type, own.origin.as_slice()), (QuoteType::Mixed, &[quotes[0].id][..]));
    let rejection = document.review(citra, quotes[2].id).unwrap();
    assert_eq!(
        (rejection.ruling.choice, rejection.ruling.reason.as_deref()),
        (Choice::Reject, Some("not a quote"))
    );
    let adjudicated: Vec<_> = document.quotes_of(AnnotatorId::ADJUDICATED).collect();
    let [outer, inner] = &adjudicated[..] else { panic!("{adjudicated:?}") };
    assert_eq!((inner.parent, outer.cue[0].text.as_str()), (Some(outer.id), "said"));
    for (quote, aspect, choice) in [
        (quotes[0], Aspect::Content, Choice::Reject),
        (quotes[1], Aspect::Cue, Choice::Own),
        (quotes[1], Aspect::Type, Choice::Take),
        (quotes[2], Aspect::Presence, Choice::Take),
    ] {
        let Standing::Stands(decision) = document.standing(&[quote.id], aspect) else {
            panic!("{aspect} of {quote:?}")
        };
        assert_eq!(decision.ruling.choice, choice, "{aspect} of {quote:?}");
    }
    workspace.annotate_as("Ana").unwrap();
    workspace.open_article(article_id(0)).unwrap();
    add_quote(&mut workspace, "Kim");
    assert_clean(&workspace);
}

#[test]
fn version_3_opens_with_what_it_added() {
    let (_folder, workspace) = opened(3);
    let registry = workspace.registry();
    let meant = registry.speaker_named("Vladimir Putin").unwrap();
    assert_eq!(
        (meant.name.as_str(), meant.aliases.as_slice()),
        ("Wladimir Putin", &["Putin".to_owned()][..])
    );
    let kim = registry.speaker_named("Kim").unwrap().id;
    assert_eq!(registry.told_apart().into_iter().collect::<Vec<_>>(), [in_order(kim, meant.id)]);
    assert_eq!(workspace.stats().unwrap().speakers, 3);
    let document = workspace.read_article(article_id(0)).unwrap().unwrap();
    assert!(document.quotes.iter().any(|quote| quote.speakers == [meant.id]));
    // As it was stored; another program finds who is meant by plain SQL.
    let sql = rusqlite::Connection::open(workspace.path()).unwrap();
    let one = |query: &str| sql.query_row(query, [], |row| row.get::<_, String>(0)).unwrap();
    let linked = "SELECT name FROM quote_speaker JOIN speaker ON id = speaker_id WHERE role = 'source'";
    assert_eq!(one(linked), "Vladimir Putin");
    let shown = "SELECT speakers FROM quote_overview WHERE speakers IS NOT NULL";
    assert_eq!(one(shown), "Wladimir Putin");
}
