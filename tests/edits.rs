//! Edits: each is one transaction that can be taken back, memory holds what
//! the file holds, and a refused edit has changed neither.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

mod common;

use common::project::{
    PATIENCE, Project, TEXTS, add_quote, add_speaker, article, article_id, assert_clean, content, draft,
    find, import, refusal,
};
use kutip::edit::{ClaimFields, Edit, Origin, QuoteChange, QuoteDraft, SpeakerFields};
use kutip::model::{
    Claim, Medium, Mention, Metadata, Quote, QuoteId, QuoteType, RegionKind, Role, Span, SpeakerKind,
    SpeakerRole, Stage, Worthiness,
};
use kutip::workspace::Workspace;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// A step of a session. Things are picked by index among those there are.
#[derive(Debug, Clone)]
enum Step {
    Open(usize),
    AnnotateAs(usize),
    AddQuote(Draft),
    ChangeQuote(Index, Change),
    DeleteQuote(Index),
    LinkNew(Index, Role, String),
    AddClaim(Option<Index>, Vec<Span>, String),
    ChangeClaim(Index, ClaimFields, Option<Index>),
    DeleteClaim(Index),
    AddSpeaker(String),
    ChangeSpeaker(Index, SpeakerFields),
    DeleteSpeaker(Index),
    MergeSpeakers(Index, Index),
    PartSpeaker(Index),
    TellApart(Index, Index),
    AddAnnotator(usize),
    SetStage(Stage),
    SetMetadata(Metadata),
    LabelRegion(Span, Option<RegionKind>),
    DeleteArticle,
    SetSetting(String, Option<serde_json::Value>),
    Import(u128, String),
    Undo,
    Redo,
}

#[derive(Debug, Clone)]
struct Draft {
    parts: [Vec<Span>; 5],
    speaker: Option<Index>,
    parent: Option<Index>,
}

#[derive(Debug, Clone)]
enum Change {
    Plain(QuoteChange),
    Link(Role, Index),
    Unlink(Role, Index),
    Parent(Option<Index>),
}

const NAMES: [&str; 3] = ["Ana", "Budi", "Citra"];

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    select(all)
}

/// Mostly within the texts.
fn any_span() -> impl Strategy<Value = Span> {
    (0..100_usize, 0..30_usize).prop_map(|(start, len)| Span::new(start, start + len))
}

fn any_part() -> impl Strategy<Value = Vec<Span>> {
    prop::collection::vec(any_span(), 0..3)
}

fn any_name() -> impl Strategy<Value = String> {
    select(vec!["Kim", "Putin", "AFP", "Zoë", "kim", "", "  Vladimir   Putin "]).prop_map(str::to_owned)
}

fn any_value() -> impl Strategy<Value = serde_json::Value> {
    prop_oneof![
        any::<f64>()
            .prop_filter("JSON has no infinity", |n| n.is_finite())
            .prop_map(|n| serde_json::json!(n)),
        any::<i64>().prop_map(|n| serde_json::json!(n)),
        any::<u64>().prop_map(|n| serde_json::json!({ "n": [n, null, "𝒮\u{0}\""] })),
        Just(serde_json::Value::Null),
    ]
}

fn any_change() -> impl Strategy<Value = Change> {
    let role = || any_of(Role::ALL);
    let attribute = prop::option::of(any_value());
    let medium = prop::collection::vec(any_of(Medium::ALL), 0..4);
    let index = any::<Index>;
    prop_oneof![
        (role(), any_part()).prop_map(|(role, part)| Change::Plain(QuoteChange::Spans(role, part))),
        (role(), any_span()).prop_map(|(role, span)| Change::Plain(QuoteChange::AddSpan(role, span))),
        any_of(QuoteType::ALL).prop_map(|t| Change::Plain(QuoteChange::Type(t))),
        medium.prop_map(|medium| Change::Plain(QuoteChange::Medium(medium))),
        prop::option::of(any_of(Mention::ALL)).prop_map(|m| Change::Plain(QuoteChange::Mention(m))),
        attribute.prop_map(|v| Change::Plain(QuoteChange::Attribute("certainty".to_owned(), v))),
        select(vec![None, Some(""), Some("see\nthere 𝒮")])
            .prop_map(|note| Change::Plain(QuoteChange::Note(note.map(str::to_owned)))),
        (role(), index()).prop_map(|(role, speaker)| Change::Link(role, speaker)),
        (role(), index()).prop_map(|(role, speaker)| Change::Unlink(role, speaker)),
        prop::option::of(index()).prop_map(Change::Parent),
    ]
}

fn any_speaker() -> impl Strategy<Value = SpeakerFields> {
    (any_name(), any_of(SpeakerKind::ALL), prop::collection::vec(any_name(), 0..3)).prop_map(
        |(name, kind, aliases)| SpeakerFields {
            roles: aliases
                .iter()
                .map(|a| SpeakerRole { title: Some(a.clone()), ..SpeakerRole::default() })
                .collect(),
            country: Some("ID".to_owned()),
            kind,
            aliases,
            ..SpeakerFields::named(name)
        },
    )
}

fn any_claim() -> impl Strategy<Value = ClaimFields> {
    (any_name(), prop::option::of(any_of(Worthiness::ALL))).prop_map(|(words, worthiness)| ClaimFields {
        statement: Some(words.clone()),
        evidence: vec![words],
        worthiness,
        ..ClaimFields::default()
    })
}

fn any_draft() -> impl Strategy<Value = Draft> {
    let index = || prop::option::of(any::<Index>());
    (prop::array::uniform5(any_part()), index(), index()).prop_map(|(parts, speaker, parent)| Draft {
        parts,
        speaker,
        parent,
    })
}

fn any_step() -> impl Strategy<Value = Step> {
    let index = any::<Index>;
    let metadata = (prop::option::of(any_name()), select(vec![None, Some("2019-04-25"), Some("yesterday")]));
    let setting = (select(vec!["scale", "key"]), prop::option::of(any_value()));
    prop_oneof![
        3 => (0..4_usize).prop_map(Step::Open),
        3 => (0..NAMES.len()).prop_map(Step::AnnotateAs),
        9 => any_draft().prop_map(Step::AddQuote),
        9 => (index(), any_change()).prop_map(|(quote, change)| Step::ChangeQuote(quote, change)),
        3 => index().prop_map(Step::DeleteQuote),
        2 => (index(), any_of(Role::ALL), any_name()).prop_map(|(quote, role, name)| Step::LinkNew(quote, role, name)),
        3 => (prop::option::of(index()), any_part(), any_name()).prop_map(|(q, part, s)| Step::AddClaim(q, part, s)),
        2 => (index(), any_claim(), prop::option::of(index())).prop_map(|(c, f, s)| Step::ChangeClaim(c, f, s)),
        1 => index().prop_map(Step::DeleteClaim),
        2 => any_name().prop_map(Step::AddSpeaker),
        1 => (index(), any_speaker()).prop_map(|(speaker, fields)| Step::ChangeSpeaker(speaker, fields)),
        2 => index().prop_map(Step::DeleteSpeaker),
        3 => (index(), index()).prop_map(|(into, other)| Step::MergeSpeakers(into, other)),
        2 => index().prop_map(Step::PartSpeaker),
        1 => (index(), index()).prop_map(|(a, b)| Step::TellApart(a, b)),
        1 => (0..5_usize).prop_map(Step::AddAnnotator),
        2 => any_of(Stage::ALL).prop_map(Step::SetStage),
        1 => metadata.prop_map(|(title, at)| Step::SetMetadata(Metadata { title, published_at: at.map(str::to_owned), ..Metadata::default() })),
        3 => (any_span(), prop::option::of(any_of(RegionKind::ALL))).prop_map(|(span, kind)| Step::LabelRegion(span, kind)),
        1 => Just(Step::DeleteArticle),
        2 => setting.prop_map(|(key, value)| Step::SetSetting(key.to_owned(), value)),
        1 => (2..5_u128, any_name()).prop_map(|(number, text)| Step::Import(number, text)),
        4 => Just(Step::Undo),
        3 => Just(Step::Redo),
    ]
}

fn pick<K: Copy>(index: Index, all: &[K]) -> Option<K> {
    (!all.is_empty()).then(|| *index.get(all))
}

/// The edit that a step stands for here; none where there is nothing to pick
/// or where the step is none.
fn edit_of(workspace: &Workspace, step: &Step) -> Option<Edit> {
    let document = workspace.document();
    let quotes: Vec<QuoteId> = document.iter().flat_map(|d| d.quotes.iter().map(|quote| quote.id)).collect();
    let claims: Vec<_> = document.iter().flat_map(|d| d.claims.iter().map(|claim| claim.id)).collect();
    let speakers: Vec<_> = workspace.registry().speakers.keys().copied().collect();
    Some(match step.clone() {
        Step::Open(_) | Step::AnnotateAs(_) | Step::Undo | Step::Redo => return None,
        Step::AddQuote(Draft { parts: [content, cue, source, addressee, relay], speaker, parent }) => {
            Edit::AddQuote(QuoteDraft {
                content,
                cue,
                source,
                addressee,
                relay,
                speakers: speaker.into_iter().filter_map(|i| pick(i, &speakers)).collect(),
                parent: parent.and_then(|i| pick(i, &quotes)),
                ..QuoteDraft::default()
            })
        }
        Step::ChangeQuote(quote, change) => Edit::ChangeQuote {
            quote: pick(quote, &quotes)?,
            change: match change {
                Change::Plain(change) => change,
                Change::Link(role, speaker) => QuoteChange::Link(role, pick(speaker, &speakers)?),
                Change::Unlink(role, speaker) => QuoteChange::Unlink(role, pick(speaker, &speakers)?),
                Change::Parent(parent) => QuoteChange::Parent(parent.and_then(|i| pick(i, &quotes))),
            },
        },
        Step::DeleteQuote(quote) => Edit::DeleteQuote(pick(quote, &quotes)?),
        Step::LinkNew(quote, role, name) => {
            Edit::LinkNewSpeaker { quote: pick(quote, &quotes)?, role, speaker: SpeakerFields::named(name) }
        }
        Step::AddClaim(quote, spans, statement) => Edit::AddClaim {
            quote: quote.and_then(|i| pick(i, &quotes)),
            spans,
            fields: ClaimFields { statement: Some(statement), ..ClaimFields::default() },
        },
        Step::ChangeClaim(claim, fields, claimant) => {
            let claimants = claimant.into_iter().filter_map(|i| pick(i, &speakers)).collect();
            Edit::ChangeClaim { claim: pick(claim, &claims)?, fields: ClaimFields { claimants, ..fields } }
        }
        Step::DeleteClaim(claim) => Edit::DeleteClaim(pick(claim, &claims)?),
        Step::AddSpeaker(name) => Edit::AddSpeaker(SpeakerFields::named(name)),
        Step::ChangeSpeaker(speaker, fields) => {
            Edit::ChangeSpeaker { speaker: pick(speaker, &speakers)?, fields }
        }
        Step::DeleteSpeaker(speaker) => Edit::DeleteSpeaker(pick(speaker, &speakers)?),
        Step::MergeSpeakers(into, other) => {
            Edit::MergeSpeakers { into: pick(into, &speakers)?, others: vec![pick(other, &speakers)?] }
        }
        Step::PartSpeaker(speaker) => Edit::PartSpeaker(pick(speaker, &speakers)?),
        Step::TellApart(a, b) => Edit::TellApart(vec![pick(a, &speakers)?, pick(b, &speakers)?]),
        Step::AddAnnotator(number) => {
            Edit::AddAnnotator { name: NAMES.get(number).map_or("Dewi", |name| name).to_owned() }
        }
        Step::SetStage(stage) => Edit::SetStage(stage),
        Step::SetMetadata(metadata) => Edit::SetMetadata(metadata),
        Step::LabelRegion(span, kind) => Edit::LabelRegion { span, kind },
        Step::DeleteArticle => Edit::DeleteArticle,
        Step::SetSetting(key, value) => Edit::SetSetting { key, value },
        Step::Import(number, text) => import(vec![article(number, &format!("{text} {}", TEXTS[0]))]),
    })
}

/// Makes a step; says whether it was refused.
fn make(workspace: &mut Workspace, step: &Step) -> bool {
    match step {
        Step::Open(number) => workspace.open_article(article_id(*number as u128)).is_err(),
        Step::AnnotateAs(number) => workspace.annotate_as(NAMES[*number]).is_err(),
        Step::Undo => workspace.undo().is_err(),
        Step::Redo => workspace.redo().is_err(),
        _ => edit_of(workspace, step).is_some_and(|edit| workspace.perform(&edit).is_err()),
    }
}

#[track_caller]
fn assert_memory_is_file(workspace: &Workspace) {
    let fresh = Workspace::open(workspace.path(), Origin::Window, PATIENCE).unwrap();
    assert_eq!(workspace.registry(), fresh.registry());
    if let Some(document) = workspace.document() {
        let stored = fresh.read_article(document.article.id).unwrap();
        assert_eq!(Some(document), stored.as_ref());
    }
}

fn session_holds(steps: &[Step]) {
    let mut project = Project::of(&TEXTS[..2]);
    for name in NAMES {
        project.workspace.annotate_as(name).unwrap();
    }
    // What came before this session is not undone.
    let mut workspace = project.again(Origin::Window);
    workspace.annotate_as("Ana").unwrap();
    workspace.open_article(article_id(0)).unwrap();
    let (path, before) = (project.path.clone(), content(&project.path));
    let mut known = before.clone();
    for step in steps {
        let (registry, document) = (workspace.registry().clone(), workspace.document().cloned());
        let refused = make(&mut workspace, step);
        let now = content(&path);
        if refused {
            assert_eq!(known, now, "a refused step has changed the file: {step:?}");
            assert_eq!((&registry, document.as_ref()), (workspace.registry(), workspace.document()));
        }
        known = now;
        assert_memory_is_file(&workspace);
    }
    for (_, transaction) in workspace.journal_after(0).unwrap() {
        let (id, at, origin) = (transaction.id, transaction.at, transaction.origin);
        let there = transaction.inverse(article_id(7).0.into(), jiff::Timestamp::UNIX_EPOCH, Origin::Undo);
        assert_eq!(there.inverse(id, at, origin), transaction);
    }
    assert_clean(&workspace);
    while workspace.redo().unwrap().is_some() {}
    let after = content(&path);
    while workspace.undo().unwrap().is_some() {}
    assert_eq!(content(&path), before, "undoing everything does not lead back");
    assert_memory_is_file(&workspace);
    assert_clean(&workspace);
    while workspace.redo().unwrap().is_some() {}
    assert_eq!(content(&path), after, "redoing everything does not lead there again");
    assert_memory_is_file(&workspace);
    assert_clean(&workspace);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_session_can_be_undone_and_redone_and_memory_is_the_file(
        steps in prop::collection::vec(any_step(), 1..25)
    ) {
        session_holds(&steps);
    }
}

fn quote(workspace: &Workspace, id: QuoteId) -> &Quote {
    workspace.document().unwrap().quote(id).unwrap()
}

fn claims(workspace: &Workspace) -> Vec<&Claim> {
    workspace.document().unwrap().claims.iter().map(|claim| &**claim).collect()
}

fn change(workspace: &mut Workspace, quote: QuoteId, change: QuoteChange) {
    workspace.perform(&Edit::ChangeQuote { quote, change }).unwrap();
}

fn words(quote: &Quote, role: Role) -> Vec<&str> {
    quote.pieces(role).iter().map(|piece| piece.text.as_str()).collect()
}

#[test]
fn a_source_tells_its_mention() {
    fn check(cue: Option<&str>, source: &str, mention: Option<Mention>, speaker: Option<&str>) {
        let Project { mut workspace, folder: _folder, .. } = Project::sample();
        add_speaker(&mut workspace, "Kim");
        let whole = QuoteDraft {
            cue: cue.map(|cue| find(&workspace, cue)).into_iter().collect(),
            source: vec![find(&workspace, source)],
            ..draft(&workspace, "\"Saya percaya,\"")
        };
        // At once, and part by part.
        let at_once = workspace.perform(&Edit::AddQuote(whole.clone())).unwrap().quotes[0];
        let by_part = add_quote(&mut workspace, "\"Saya percaya,\"");
        change(&mut workspace, by_part, QuoteChange::Spans(Role::Source, whole.source));
        change(&mut workspace, by_part, QuoteChange::Spans(Role::Cue, whole.cue));
        for id in [at_once, by_part] {
            let quote = quote(&workspace, id);
            assert_eq!(quote.mention, mention, "{cue:?} {source}");
            let speakers = quote.speakers.iter().map(|id| workspace.registry().speakers[id].name.as_str());
            assert_eq!(
                speakers.collect::<Vec<_>>(),
                speaker.into_iter().collect::<Vec<_>>(),
                "{cue:?} {source}"
            );
        }
    }
    check(Some("katanya"), "nya", Some(Mention::Clitic), None);
    check(Some("katanya"), "katanya", None, None);
    check(Some("katanya"), "Kim", Some(Mention::Name), Some("Kim"));
    check(None, "Kim", Some(Mention::Name), Some("Kim"));
    check(Some("bertemu"), "TMT", None, None);
}

#[test]
fn a_name_of_two_speakers_links_neither() {
    let Project { mut workspace, folder: _folder, .. } = Project::sample();
    add_speaker(&mut workspace, "Kim");
    let afp = add_speaker(&mut workspace, "afp");
    let alias = SpeakerFields { aliases: vec!["KIM".to_owned()], ..SpeakerFields::named("Kim Jong Un") };
    workspace.perform(&Edit::AddSpeaker(alias)).unwrap();
    let whole = QuoteDraft {
        source: vec![find(&workspace, "Kim")],
        relay: vec![find(&workspace, "AFP")],
        ..draft(&workspace, "\"Saya percaya,\"")
    };
    let id = workspace.perform(&Edit::AddQuote(whole)).unwrap().quotes[0];
    assert!(quote(&workspace, id).speakers.is_empty());
    assert_eq!(quote(&workspace, id).relay_speakers, [afp]);
}

#[test]
fn content_snaps_to_graphemes_and_retypes() {
    let Project { mut workspace, folder: _folder, .. } = Project::sample();
    workspace.open_article(article_id(1)).unwrap();
    let family = find(&workspace, "👩‍👩‍👧");
    let inside = Span::new(family.start + 1, family.start + 2);
    let added = QuoteDraft { content: vec![inside], ..QuoteDraft::default() };
    let id = workspace.perform(&Edit::AddQuote(added)).unwrap().quotes[0];
    assert_eq!(words(quote(&workspace, id), Role::Content), ["👩‍👩‍👧"]);
    assert_eq!(quote(&workspace, id).quote_type, QuoteType::Indirect);
    let marks = find(&workspace, "“Élan 👩‍👩‍👧 vital,”");
    change(&mut workspace, id, QuoteChange::AddSpan(Role::Content, marks));
    assert_eq!(quote(&workspace, id).quote_type, QuoteType::Direct);
    change(&mut workspace, id, QuoteChange::Type(QuoteType::Reported));
    change(&mut workspace, id, QuoteChange::Spans(Role::Content, vec![family]));
    assert_eq!(quote(&workspace, id).quote_type, QuoteType::Reported, "a chosen type stays");
    assert_clean(&workspace);
}

#[test]
fn nesting_follows_content() {
    let Project { mut workspace, folder: _folder, .. } = Project::sample();
    let outermost = add_quote(&mut workspace, "TMT reported that Kim said \"we will go\" on Monday.");
    let middle = add_quote(&mut workspace, "Kim said \"we will go\"");
    let inner = add_quote(&mut workspace, "\"we will go\"");
    let parents = |workspace: &Workspace| {
        [outermost, middle, inner].map(|id| workspace.document().unwrap().quote(id).and_then(|q| q.parent))
    };
    assert_eq!(parents(&workspace), [None, Some(outermost), Some(middle)]);
    // Not inside itself, however far around.
    for (of, parent) in [(outermost, inner), (outermost, outermost), (middle, inner)] {
        let edit = Edit::ChangeQuote { quote: of, change: QuoteChange::Parent(Some(parent)) };
        assert!(refusal(workspace.perform(&edit)).contains("inside itself"));
    }
    workspace.perform(&Edit::DeleteQuote(middle)).unwrap();
    assert_eq!(parents(&workspace), [None, None, Some(outermost)]);
    workspace.perform(&Edit::DeleteQuote(outermost)).unwrap();
    assert_eq!(parents(&workspace), [None, None, None]);
    workspace.undo().unwrap();
    workspace.undo().unwrap();
    assert_eq!(parents(&workspace), [None, Some(outermost), Some(middle)]);
    assert_clean(&workspace);
    // Another's quote is no parent of mine.
    workspace.annotate_as("Budi").unwrap();
    let mine = add_quote(&mut workspace, "\"we will go\"");
    assert_eq!(quote(&workspace, mine).parent, None);
    let edit = Edit::ChangeQuote { quote: mine, change: QuoteChange::Parent(Some(outermost)) };
    assert!(refusal(workspace.perform(&edit)).contains("another annotator"));
}

#[test]
fn a_claim_with_words_of_its_own_outlives_its_quote() {
    let Project { mut workspace, folder: _folder, .. } = Project::sample();
    let quote = add_quote(&mut workspace, "\"Saya percaya,\"");
    let on = |spans| Edit::AddClaim { quote: Some(quote), spans, fields: ClaimFields::default() };
    workspace.perform(&on(vec![])).unwrap();
    assert!(refusal(workspace.perform(&on(vec![]))).contains("already has a claim"));
    workspace.perform(&Edit::DeleteQuote(quote)).unwrap();
    assert!(claims(&workspace).is_empty());
    workspace.undo().unwrap();
    assert_eq!(claims(&workspace)[0].quote, Some(quote));
    let claim = claims(&workspace)[0].id;
    workspace.perform(&Edit::DeleteClaim(claim)).unwrap();
    let spans = vec![find(&workspace, "percaya")];
    workspace.perform(&on(spans)).unwrap();
    workspace.perform(&Edit::DeleteQuote(quote)).unwrap();
    assert_eq!(claims(&workspace).len(), 1);
    assert_eq!(
        (claims(&workspace)[0].quote, claims(&workspace)[0].spans[0].text.as_str()),
        (None, "percaya")
    );
    workspace.undo().unwrap();
    assert_eq!(claims(&workspace)[0].quote, Some(quote));
    assert_clean(&workspace);
}

#[test]
fn refused_edits_say_why_and_change_nothing() {
    fn check(say: &str, prepare: impl Fn(&mut Workspace) -> Edit) {
        let mut project = Project::sample();
        let edit = prepare(&mut project.workspace);
        let before = content(&project.path);
        let sentence = refusal(project.workspace.perform(&edit));
        assert!(sentence.contains(say), "{sentence}");
        assert_eq!(content(&project.path), before);
        assert_memory_is_file(&project.workspace);
    }
    fn theirs(workspace: &mut Workspace) -> QuoteId {
        workspace.annotate_as("Budi").unwrap();
        let id = add_quote(workspace, "Kim");
        workspace.annotate_as("Ana").unwrap();
        id
    }
    fn at(content: Vec<Span>) -> Edit {
        Edit::AddQuote(QuoteDraft { content, ..QuoteDraft::default() })
    }
    let stranger = || article_id(99).0;
    check("another annotator", |w| Edit::DeleteQuote(theirs(w)));
    check("another annotator", |w| Edit::ChangeQuote { quote: theirs(w), change: QuoteChange::Note(None) });
    check("another annotator", |w| Edit::AddClaim {
        quote: Some(theirs(w)),
        spans: vec![],
        fields: ClaimFields::default(),
    });
    check("past the end", |w| at(vec![Span::new(0, w.document().unwrap().article.text.len() + 1)]));
    check("past the end", |_| at(vec![Span::new(usize::MAX - 1, usize::MAX)]));
    check("Select some words", |_| at(vec![]));
    check("Select some words", |_| at(vec![Span::new(3, 3), Span::new(9, 2)]));
    check("Select some words", |w| Edit::ChangeQuote {
        quote: add_quote(w, "Kim"),
        change: QuoteChange::Spans(Role::Content, vec![]),
    });
    check("Select some words", |_| Edit::AddClaim {
        quote: None,
        spans: vec![],
        fields: ClaimFields::default(),
    });
    check("no longer in this article", |_| Edit::DeleteQuote(stranger().into()));
    check("no longer in the registry", |w| {
        Edit::AddQuote(QuoteDraft { speakers: vec![stranger().into()], ..draft(w, "Kim") })
    });
    check("no longer in this article", |w| {
        Edit::AddQuote(QuoteDraft { parent: Some(stranger().into()), ..draft(w, "Kim") })
    });
    check("no longer in the registry", |w| Edit::AddClaim {
        quote: None,
        spans: vec![find(w, "Kim")],
        fields: ClaimFields { claimants: vec![stranger().into()], ..ClaimFields::default() },
    });
    check("refer to nobody", |w| Edit::LinkNewSpeaker {
        quote: add_quote(w, "Kim"),
        role: Role::Cue,
        speaker: SpeakerFields::named("Kim"),
    });
    check("needs a name", |_| Edit::AddSpeaker(SpeakerFields::named(" \t")));
    check("already is an annotator", |_| Edit::AddAnnotator { name: " Ana ".to_owned() });
    check("still in use", |w| {
        let quote = add_quote(w, "Kim");
        let kim = SpeakerFields::named("Kim");
        w.perform(&Edit::LinkNewSpeaker { quote, role: Role::Source, speaker: kim }).unwrap();
        Edit::DeleteSpeaker(w.registry().speaker_named("Kim").unwrap().id)
    });
    check("is not a date", |_| {
        Edit::SetMetadata(Metadata { published_at: Some("kemarin".to_owned()), ..Metadata::default() })
    });
    check("outside the text", |w| Edit::LabelRegion {
        span: Span::new(0, w.document().unwrap().article.text.len() + 1),
        kind: None,
    });
    check("across another", |w| Edit::LabelRegion {
        span: Span::between(find(w, "Kim.").start, find(w, "Saya").end),
        kind: Some(RegionKind::Dateline),
    });
    check("changed in another window", |_| import(vec![article(0, TEXTS[0])]));
    check("No article is open", |w| {
        w.close_article();
        Edit::SetStage(Stage::Done)
    });
}

#[test]
fn nobody_annotates_without_a_name() {
    let project = Project::sample();
    let mut nobody = project.again(Origin::CommandLine);
    nobody.open_article(article_id(0)).unwrap();
    let edit = Edit::AddQuote(draft(&nobody, "Kim"));
    assert!(refusal(nobody.perform(&edit)).contains("who is annotating"));
    assert!(nobody.annotate_as("  ").is_err());
}

#[test]
fn a_stage_takes_quotes_along_and_a_new_quote_takes_the_layer_up_again() {
    let Project { mut workspace, folder: _folder, .. } = Project::sample();
    workspace.annotate_as("Budi").unwrap();
    let theirs = add_quote(&mut workspace, "Kim");
    let ana = workspace.annotate_as("Ana").unwrap();
    let mine = add_quote(&mut workspace, "\"Saya percaya,\"");
    let stage = |workspace: &Workspace| workspace.document().unwrap().stage_of(ana);
    assert_eq!(stage(&workspace), Stage::InProgress);
    workspace.perform(&Edit::SetStage(Stage::Done)).unwrap();
    assert_eq!((stage(&workspace), quote(&workspace, mine).status), (Stage::Done, Stage::Done));
    assert_eq!(quote(&workspace, theirs).status, Stage::InProgress);
    let steps = workspace.journal_after(0).unwrap().len();
    workspace.perform(&Edit::SetStage(Stage::Done)).unwrap();
    assert_eq!(workspace.journal_after(0).unwrap().len(), steps, "what changes nothing leaves no trace");
    add_quote(&mut workspace, "TMT");
    assert_eq!(stage(&workspace), Stage::InProgress);
    workspace.undo().unwrap();
    assert_eq!(stage(&workspace), Stage::Done);
}

#[test]
fn an_edit_that_changes_nothing_leaves_no_trace() {
    let Project { mut workspace, folder: _folder, .. } = Project::sample();
    let quote = add_quote(&mut workspace, "\"Saya percaya,\"");
    let value = Some(serde_json::json!({ "steps": [1.5] }));
    let setting = Edit::SetSetting { key: "scale".to_owned(), value };
    workspace.perform(&setting).unwrap();
    let metadata = workspace.document().unwrap().article.metadata.clone();
    let body = find(&workspace, "Putin bertemu");
    let steps = workspace.journal_after(0).unwrap().len();
    for edit in [
        setting,
        Edit::SetSetting { key: "other".to_owned(), value: None },
        Edit::SetMetadata(metadata),
        Edit::LabelRegion { span: body, kind: Some(RegionKind::Body) },
        Edit::ChangeQuote { quote, change: QuoteChange::Medium(vec![Medium::Speech, Medium::Speech]) },
        Edit::ChangeQuote { quote, change: QuoteChange::Note(Some(" ".to_owned())) },
    ] {
        workspace.perform(&edit).unwrap();
        assert_eq!(workspace.journal_after(0).unwrap().len(), steps, "{edit:?}");
    }
}

#[test]
fn a_region_ends_where_another_begins() {
    /// Labels stretches one after the other in a text of two paragraphs,
    /// `first one` and `second`; regions stand as `kind:words`.
    fn check(labels: &[(&str, Option<RegionKind>)], expected: &[&str]) {
        let Project { mut workspace, folder: _folder, .. } = Project::of(&["JAKARTA – first one\nsecond"]);
        for (words, kind) in labels {
            let span = find(&workspace, words);
            workspace.perform(&Edit::LabelRegion { span, kind: *kind }).unwrap();
        }
        let article = &workspace.document().unwrap().article;
        let regions = article.regions.iter();
        let regions: Vec<String> =
            regions.map(|r| format!("{}:{}", r.kind, article.text.slice(r.span).unwrap())).collect();
        assert_eq!(regions, expected, "{labels:?}");
        assert_clean(&workspace);
        while workspace.undo().unwrap().is_some() && workspace.document().is_some() {}
        let sql = rusqlite::Connection::open(workspace.path()).unwrap();
        assert_eq!(sql.query_row("SELECT count(*) FROM region", [], |row| row.get::<_, u64>(0)).unwrap(), 0);
    }
    use RegionKind::{Body, Caption, Dateline, Headline};
    let dateline = ("JAKARTA", Some(Dateline));
    check(&[], &["body:JAKARTA – first one", "body:second"]);
    check(&[("first", Some(Caption))], &["body:JAKARTA – ", "caption:first", "body: one", "body:second"]);
    check(&[("one\nsec", Some(Headline))], &["body:JAKARTA – first ", "headline:one\nsec", "body:ond"]);
    check(&[("JAKARTA – first one\nsecond", None)], &[]);
    check(&[dateline], &["body:JAKARTA – first one", "dateline:JAKARTA", "body:second"]);
    check(
        &[dateline, ("JAKARTA –", Some(Dateline))],
        &["body:JAKARTA – first one", "dateline:JAKARTA –", "body:second"],
    );
    // A dateline goes when it is said to be plain body, and with its paragraph.
    check(&[dateline, ("JAKARTA", Some(Body))], &["body:JAKARTA – first one", "body:second"]);
    check(
        &[dateline, ("JAKARTA – first one", Some(Caption))],
        &["caption:JAKARTA – first one", "body:second"],
    );
    check(&[dateline, ("JAKARTA – first one", None)], &["body:second"]);
    check(
        &[dateline, ("JAKARTA – first one", Some(Body))],
        &["body:JAKARTA – first one", "dateline:JAKARTA", "body:second"],
    );
    check(&[("first one\nsecond", Some(Body))], &["body:JAKARTA – ", "body:first one\nsecond"]);
}

#[test]
fn the_one_who_annotates_can_be_undone() {
    let Project { mut workspace, folder: _folder, .. } = Project::sample();
    workspace.perform(&Edit::AddAnnotator { name: "Dewi".to_owned() }).unwrap();
    workspace.annotate_as("Dewi").unwrap();
    workspace.undo().unwrap();
    assert_eq!(workspace.author(), None);
    let edit = Edit::AddQuote(draft(&workspace, "Kim"));
    assert!(refusal(workspace.perform(&edit)).contains("who is annotating"));
}

#[test]
fn a_deleted_article_comes_back_whole() {
    let mut project = Project::sample();
    for name in ["Ana", "Budi"] {
        project.workspace.annotate_as(name).unwrap();
        add_quote(&mut project.workspace, "TMT reported that Kim said \"we will go\" on Monday.");
        add_quote(&mut project.workspace, "\"we will go\"");
    }
    let before = content(&project.path);
    project.workspace.perform(&Edit::DeleteArticle).unwrap();
    assert!(project.workspace.document().is_none());
    assert_clean(&project.workspace);
    project.workspace.undo().unwrap();
    assert_eq!(content(&project.path), before);
    assert_clean(&project.workspace);
}

#[test]
fn a_step_that_someone_else_changed_does_not_bar_those_before_it() {
    let mut project = Project::sample();
    project.workspace.annotate_as("Ana").unwrap();
    project.workspace.open_article(article_id(0)).unwrap();
    let first = add_speaker(&mut project.workspace, "Kim");
    let second = add_speaker(&mut project.workspace, "Putin");
    let mut other = project.again(Origin::Window);
    other.annotate_as("Budi").unwrap();
    let fields = SpeakerFields { note: Some("Budi's".to_owned()), ..SpeakerFields::named("Putin") };
    other.perform(&Edit::ChangeSpeaker { speaker: second, fields }).unwrap();

    project.workspace.refresh().unwrap();
    assert!(project.workspace.undo().unwrap_err().is_changed_elsewhere());
    assert!(project.workspace.registry().speakers[&second].note.is_some(), "Budi's note stays");
    assert!(project.workspace.undo().unwrap().is_some());
    assert!(!project.workspace.registry().speakers.contains_key(&first));
    assert!(project.workspace.registry().speakers.contains_key(&second));
    assert_clean(&project.workspace);
}
