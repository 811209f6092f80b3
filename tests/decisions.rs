//! Comments, reviews, adjudication, assignment and blindness: each edit is
//! taken back to nothing, and a later change of a layer asks again only what
//! it changed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

mod common;

use std::path::Path;

use common::project::{
    PATIENCE, Project, add_quote, article_id, assert_clean, content, draft, find, refusal,
};
use kutip::edit::{Edit, Origin, QuoteChange, Settlement, Verdict};
use kutip::format::exporter;
use kutip::job::Unwatched;
use kutip::model::{
    Anchor, AnnotatorId, AnnotatorKind, Aspect, Choice, Document, QuoteId, QuoteType, Role, Setting, Stage,
    Standing,
};
use kutip::workspace::{ImportOptions, Narrow, Workspace, export};

const WORDS: [&str; 2] = ["TMT reported that Kim said \"we will go\" on Monday.", "\"we will go\""];

/// Ana and Budi marked the same two quotes, one inside the other, and
/// submitted; Citra is there.
fn two_layers() -> (Project, [[QuoteId; 2]; 2]) {
    let mut project = Project::sample();
    let layers = ["Ana", "Budi"].map(|name| {
        project.workspace.annotate_as(name).unwrap();
        let quotes = WORDS.map(|words| add_quote(&mut project.workspace, words));
        project.workspace.perform(&Edit::SetStage(Stage::Submitted)).unwrap();
        quotes
    });
    project.workspace.annotate_as("Citra").unwrap();
    (project, layers)
}

fn document(workspace: &Workspace) -> &Document {
    workspace.document().unwrap()
}

fn adjudicated(workspace: &Workspace) -> Vec<&kutip::model::Quote> {
    document(workspace).quotes_of(AnnotatorId::ADJUDICATED).map(|quote| &**quote).collect()
}

fn settle(workspace: &mut Workspace, group: &[QuoteId], aspect: Aspect, settlement: Settlement) {
    let edit = Edit::Adjudicate { group: group.to_vec(), aspect, settlement };
    workspace.perform(&edit).unwrap();
    assert_clean(workspace);
}

/// How a field stands: undecided, the choice, or the choice and who overtook
/// it.
#[track_caller]
fn stands(workspace: &Workspace, group: &[QuoteId], aspect: Aspect) -> (Option<Choice>, Vec<QuoteId>) {
    match document(workspace).standing(group, aspect) {
        Standing::Open => (None, vec![]),
        Standing::Stands(decision) => (Some(decision.ruling.choice), vec![]),
        Standing::Overtaken(decision, by) => (Some(decision.ruling.choice), by),
    }
}

#[test]
fn groups_that_agree_are_taken_over_in_one_edit() {
    let (mut project, [[outer_a, inner_a], [outer_b, inner_b]]) = two_layers();
    let before = content(&project.path);
    let groups = vec![vec![inner_a, inner_b], vec![outer_a, outer_b]];
    project.workspace.perform(&Edit::TakeOver(groups.clone())).unwrap();
    assert_clean(&project.workspace);
    let made = adjudicated(&project.workspace);
    let [outer, inner] = &made[..] else { panic!("{made:?}") };
    assert_eq!((outer.words().as_str(), inner.words().as_str()), (WORDS[0], WORDS[1]));
    assert_eq!((inner.parent, &outer.origin, &inner.origin), (Some(outer.id), &groups[1], &groups[0]));
    for aspect in Aspect::ALL {
        assert_eq!(stands(&project.workspace, &groups[0], *aspect), (Some(Choice::Take), vec![]), "{aspect}");
    }
    project.workspace.undo().unwrap().unwrap();
    assert_eq!(content(&project.path), before);
    project.workspace.redo().unwrap().unwrap();
    assert_clean(&project.workspace);
}

#[test]
fn a_later_change_asks_again_only_what_it_changed() {
    let (mut project, [[a, _], [b, _]]) = two_layers();
    let group = [a, b];
    let workspace = &mut project.workspace;
    let cue = find(workspace, "said");
    settle(workspace, &group, Aspect::Type, Settlement::Own(vec![QuoteChange::Type(QuoteType::Reported)]));
    settle(workspace, &group, Aspect::Cue, Settlement::Own(vec![QuoteChange::Spans(Role::Cue, vec![cue])]));
    settle(workspace, &group, Aspect::Source, Settlement::Take(b));
    settle(workspace, &group, Aspect::Medium, Settlement::Neither { reason: None });
    let decided = adjudicated(workspace)[0].clone();
    assert_eq!((decided.quote_type, decided.cue[0].text.as_str()), (QuoteType::Reported, "said"));
    assert_eq!((decided.medium.len(), stands(workspace, &group, Aspect::Content)), (0, (None, vec![])));

    workspace.annotate_as("Budi").unwrap();
    let change = QuoteChange::Spans(Role::Cue, vec![find(workspace, "reported")]);
    workspace.perform(&Edit::ChangeQuote { quote: b, change }).unwrap();
    for (aspect, expected) in [
        (Aspect::Cue, (Some(Choice::Own), vec![b])),
        (Aspect::Type, (Some(Choice::Own), vec![])),
        (Aspect::Source, (Some(Choice::Take), vec![])),
        (Aspect::Medium, (Some(Choice::Neither), vec![])),
    ] {
        assert_eq!(stands(workspace, &group, aspect), expected, "{aspect}");
    }
    assert_eq!(adjudicated(workspace)[0].cue, decided.cue, "what was decided stays meanwhile");

    // Budi deletes his quote: what remains is asked for what it decided on.
    workspace.perform(&Edit::DeleteQuote(b)).unwrap();
    assert_eq!(stands(workspace, &[a], Aspect::Type), (Some(Choice::Own), vec![b]));
    assert_eq!(adjudicated(workspace).len(), 1);
    assert_clean(workspace);
}

#[test]
fn a_rejection_leaves_nothing_to_decide_until_something_changes() {
    let (mut project, [[a, inner_a], [b, inner_b]]) = two_layers();
    let workspace = &mut project.workspace;
    settle(workspace, &[a, b], Aspect::Presence, Settlement::Take(a));
    settle(workspace, &[inner_a, inner_b], Aspect::Presence, Settlement::Take(inner_b));
    let reason = Some("A headline.".to_owned());
    settle(workspace, &[a, b], Aspect::Presence, Settlement::Neither { reason: reason.clone() });
    let left = adjudicated(workspace);
    assert_eq!((left.len(), left[0].parent), (1, None));
    assert_eq!(stands(workspace, &[a, b], Aspect::Cue), (Some(Choice::Reject), vec![]));
    let rejection = document(workspace).adjudication(&[a, b], Aspect::Presence).unwrap();
    assert_eq!(rejection.ruling.reason, reason);

    settle(workspace, &[inner_a, inner_b], Aspect::Presence, Settlement::Neither { reason: None });
    assert!(adjudicated(workspace).is_empty());
    workspace.perform(&Edit::FinishReview { of: None }).unwrap();
    for layer in document(workspace).layers.values() {
        assert_eq!(layer.stage, Stage::Reviewed);
    }
    assert_eq!(document(workspace).stage_of(AnnotatorId::ADJUDICATED), Stage::Reviewed);

    workspace.annotate_as("Ana").unwrap();
    workspace
        .perform(&Edit::ChangeQuote { quote: a, change: QuoteChange::Type(QuoteType::Reported) })
        .unwrap();
    assert_eq!(stands(workspace, &[a, b], Aspect::Presence), (Some(Choice::Reject), vec![a]));
    settle(workspace, &[a, b], Aspect::Type, Settlement::Take(a));
    assert_eq!(adjudicated(workspace)[0].quote_type, QuoteType::Reported);
    assert_eq!(document(workspace).adjudication(&[a, b], Aspect::Presence), None, "a rejection gives way");
    let decision = document(workspace).adjudication(&[a, b], Aspect::Type).unwrap().id;
    workspace.perform(&Edit::WithdrawDecision(decision)).unwrap();
    assert_eq!(stands(workspace, &[a, b], Aspect::Type), (None, vec![]));
    assert_clean(workspace);
}

#[test]
fn a_reviewer_corrects_beside_the_original() {
    let (mut project, [[a, _], _]) = two_layers();
    let workspace = &mut project.workspace;
    let before = content(&project.path);
    let correct = |quote_type| Verdict::Correct(vec![QuoteChange::Type(quote_type)]);
    let original = document(workspace).quote(a).cloned();
    for quote_type in [QuoteType::Reported, QuoteType::Direct] {
        workspace.perform(&Edit::Review { quote: a, verdict: correct(quote_type) }).unwrap();
    }
    let citra = workspace.author().unwrap();
    let own: Vec<_> = document(workspace).quotes_of(citra).collect();
    assert_eq!((own.len(), own[0].quote_type, own[0].origin.as_slice()), (1, QuoteType::Direct, &[a][..]));
    assert_eq!(document(workspace).quote(a).cloned(), original);
    assert!(!document(workspace).layers.contains_key(&citra), "to correct is not to annotate");
    let quote = document(workspace).quote(a).unwrap().clone();
    assert!(matches!(document(workspace).review_standing(citra, &quote), Standing::Stands(_)));
    assert_clean(workspace);
    while workspace.undo_label() == Some(kutip::edit::Label::Review) {
        workspace.undo().unwrap();
    }
    assert_eq!(content(&project.path), before);

    let correction = Verdict::Correct(vec![]);
    workspace.annotate_as("Ana").unwrap();
    let own = workspace.perform(&Edit::Review { quote: a, verdict: correction });
    assert!(refusal(own).contains("your own quote"));
}

#[test]
fn threads_are_answered_settled_and_taken_back() {
    let (mut project, [[a, _], _]) = two_layers();
    let workspace = &mut project.workspace;
    let before = content(&project.path);
    let said = |anchor, reply_to, text: &str| Edit::AddComment {
        anchor,
        spans: vec![],
        reply_to,
        text: text.to_owned(),
    };
    assert!(refusal(workspace.perform(&said(Anchor::Article, None, " "))).contains("Write"));
    workspace.perform(&said(Anchor::Quote(a), None, "Really?")).unwrap();
    let first = document(workspace).comments[0].clone();
    assert_eq!(first.spans[0].text, WORDS[0]);
    workspace.annotate_as("Ana").unwrap();
    workspace.perform(&said(Anchor::Article, Some(first.id), "Yes.")).unwrap();
    let reply = document(workspace).comments[1].clone();
    workspace.perform(&said(Anchor::Article, Some(reply.id), "See above.")).unwrap();
    assert_eq!((reply.anchor, reply.thread()), (Anchor::Quote(a), first.id));
    assert!(document(workspace).comments.iter().all(|comment| comment.thread() == first.id));
    workspace.perform(&Edit::ResolveComment { comment: reply.id, resolved: true }).unwrap();
    assert!(document(workspace).comment(first.id).unwrap().is_resolved());
    let change = Edit::ChangeComment { comment: first.id, text: "No.".to_owned() };
    assert!(refusal(workspace.perform(&change)).contains("another annotator"));
    // The thread outlives the quote.
    workspace.perform(&Edit::DeleteQuote(a)).unwrap();
    assert_eq!(document(workspace).threads().count(), 1);
    assert_clean(workspace);
    workspace.annotate_as("Citra").unwrap();
    workspace.perform(&Edit::DeleteComment(first.id)).unwrap();
    assert!(document(workspace).comments.is_empty());
    for _ in 0..6 {
        workspace.undo().unwrap().unwrap();
    }
    assert_eq!(content(&project.path), before);
}

/// Whose quotes someone sees of the open article.
fn seen(workspace: &mut Workspace, who: &str) -> Vec<String> {
    workspace.annotate_as(who).unwrap();
    let mut names: Vec<String> = document(workspace)
        .quotes
        .iter()
        .map(|quote| workspace.registry().annotator_name(quote.annotator).to_owned())
        .collect();
    names.dedup();
    names.sort();
    names.dedup();
    names
}

#[test]
fn a_blind_project_shows_others_only_after_submitting() {
    let mut project = Project::sample();
    let workspace = &mut project.workspace;
    let assigned = ["Ana", "Budi"].map(|name| (article_id(0), workspace.annotate_as(name).unwrap()));
    workspace.perform(&Edit::Assign(assigned.to_vec())).unwrap();
    assert!(document(workspace).is_at_work(assigned[0].1));
    let blind = Edit::SetSetting { key: Setting::BLIND.to_owned(), value: Some(true.into()) };
    workspace.perform(&blind).unwrap();
    for name in ["Ana", "Budi"] {
        workspace.annotate_as(name).unwrap();
        add_quote(workspace, WORDS[0]);
        let comment = Edit::AddComment {
            anchor: Anchor::Span,
            spans: vec![find(workspace, "Kim")],
            reply_to: None,
            text: format!("{name} here"),
        };
        workspace.perform(&comment).unwrap();
    }
    let submit = |workspace: &mut Workspace, name: &str| {
        workspace.annotate_as(name).unwrap();
        workspace.perform(&Edit::SetStage(Stage::Submitted)).unwrap();
    };
    assert_eq!(
        (seen(workspace, "Ana"), seen(workspace, "Budi")),
        (vec!["Ana".to_owned()], vec!["Budi".to_owned()])
    );
    assert_eq!(document(workspace).comments.len(), 1);
    assert_eq!(seen(workspace, "Citra"), Vec::<String>::new(), "nothing is submitted yet");
    submit(workspace, "Budi");
    assert_eq!(seen(workspace, "Ana"), ["Ana"], "who works on it stays blind");
    assert_eq!(seen(workspace, "Budi"), ["Budi"], "what isn't submitted stays hidden");
    // Whoever may still begin sees nothing; whoever reviews does, and no longer
    // begins what others have submitted, unless it is given to them.
    assert_eq!(seen(workspace, "Citra"), Vec::<String>::new());
    assert!(workspace.hides_submitted() && document(workspace).comments.is_empty());
    let citra = workspace.author().unwrap();
    let reviews = |on: bool| Edit::SetSetting { key: Setting::reviewer(citra), value: Some(on.into()) };
    workspace.perform(&reviews(true)).unwrap();
    assert_eq!(seen(workspace, "Citra"), ["Budi"]);
    assert!(!workspace.hides_submitted());
    let own = Edit::AddQuote(draft(workspace, WORDS[1]));
    assert!(refusal(workspace.perform(&own)).contains("have it assigned"));
    assert!(refusal(workspace.perform(&Edit::SetStage(Stage::Submitted))).contains("have it assigned"));
    workspace.perform(&Edit::Assign(vec![(article_id(0), citra)])).unwrap();
    assert_eq!(seen(workspace, "Citra"), Vec::<String>::new(), "at work as everyone is");
    workspace.undo().unwrap();
    let read = workspace.read_article(article_id(0)).unwrap().unwrap();
    assert_eq!(read, *document(workspace), "however it is read");
    workspace.annotate_as("Ana").unwrap();
    let ana = workspace.author();
    let steps = workspace.article_history(article_id(0), 100).unwrap();
    let seen_steps = workspace.visible_history(article_id(0), steps.clone()).unwrap();
    assert!(!seen_steps.is_empty() && seen_steps.len() < steps.len());
    assert!(seen_steps.iter().all(|step| step.author.is_none() || step.author == ana));
    submit(workspace, "Ana");
    for name in ["Ana", "Budi", "Citra"] {
        assert_eq!(seen(workspace, name), ["Ana", "Budi"], "{name}");
    }
    // Whoever reads for nobody, as an export by the command line does, sees
    // everything; what a window reads on another thread it reads as someone.
    let mut reader = workspace.reader().unwrap();
    let quotes = |reader: &Workspace| reader.read_article(article_id(0)).unwrap().unwrap().quotes.len();
    assert_eq!(quotes(&reader), 2);
    let dewi = workspace.annotate_as("Dewi").unwrap();
    let mut reader_of = |who| {
        reader.refresh().unwrap();
        reader.read_as(who);
        let material = reader.agreement_material(&[], &Unwatched).unwrap();
        (
            quotes(&reader),
            exported(&reader, "quotes-jsonl", &Narrow::default()).len(),
            material.articles.len(),
        )
    };
    assert_eq!(reader_of(Some(dewi)), (0, 0, 0));
    assert_eq!(reader_of(Some(citra)), (2, 2, 1));
    assert_eq!(reader_of(None), (0, 0, 0), "a window in which nobody annotates");
    assert_clean(workspace);
}

#[test]
fn what_came_back_is_told_when_it_may_be_seen() {
    let (mut project, [[a, _], [b, _]]) = two_layers();
    let workspace = &mut project.workspace;
    settle(workspace, &[a, b], Aspect::Presence, Settlement::Neither { reason: Some("No.".to_owned()) });
    let kim = find(workspace, "Kim");
    for (anchor, spans) in [(Anchor::Quote(a), vec![]), (Anchor::Span, vec![kim]), (Anchor::Article, vec![])]
    {
        let text = "Hm.".to_owned();
        workspace.perform(&Edit::AddComment { anchor, spans, reply_to: None, text }).unwrap();
    }
    let told = |workspace: &mut Workspace| {
        workspace.annotate_as("Ana").unwrap();
        let returned = workspace.returned().unwrap();
        let mut anchors: Vec<&str> = returned.iter().map(|one| one.anchor.name()).collect();
        anchors.sort_unstable();
        anchors.join(" ")
    };
    assert_eq!(told(workspace), "article quote quote span");
    let blind = Edit::SetSetting { key: Setting::BLIND.to_owned(), value: Some(true.into()) };
    workspace.perform(&blind).unwrap();
    assert_eq!(told(workspace), "article quote quote span", "she has submitted");
    workspace.perform(&Edit::SetStage(Stage::InProgress)).unwrap();
    assert_eq!(told(workspace), "article quote", "the decision was on Budi's too");
    assert_clean(workspace);
}

fn exported(workspace: &Workspace, format: &str, narrow: &Narrow) -> Vec<serde_json::Value> {
    let mut out = Vec::new();
    export(workspace, exporter(format).unwrap(), narrow, &mut out, &Unwatched).unwrap();
    String::from_utf8(out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The project of the second version holds every kind of decision.
fn everything() -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("v2.kutip");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/projects/v2.kutip");
    std::fs::copy(fixture, &path).unwrap();
    let workspace = Workspace::open(&path, Origin::CommandLine, PATIENCE).unwrap();
    (folder, workspace)
}

#[test]
fn records_carry_reviews_and_come_back_without_loss() {
    let (folder, workspace) = everything();
    let all = Narrow::default();
    let articles = exported(&workspace, "articles-jsonl", &all);
    let path = folder.path().join("all.jsonl");
    let lines: Vec<String> = articles.iter().map(ToString::to_string).collect();
    std::fs::write(&path, lines.join("\n")).unwrap();
    let mut project = Project::empty();
    for round in 0..2 {
        let report = project
            .workspace
            .import(std::slice::from_ref(&path), &ImportOptions::default(), &Unwatched)
            .unwrap();
        assert_eq!(report.left_out, [], "round {round}");
        assert_clean(&project.workspace);
        assert_eq!(exported(&project.workspace, "articles-jsonl", &all), articles, "round {round}");
    }
    let adjudicated = project.workspace.registry().annotators[&AnnotatorId::ADJUDICATED].clone();
    assert_eq!((adjudicated.name.as_str(), adjudicated.kind), ("Adjudicated", AnnotatorKind::Adjudicated));
    let first = project.workspace.read_article(article_id(0)).unwrap().unwrap();
    assert_eq!((first.comments.len(), first.decisions.len()), (3, 6));
    let quotes: Vec<_> = first.quotes.iter().filter(|q| !q.is_adjudicated() && q.origin.is_empty()).collect();
    assert!(matches!(first.standing(&[quotes[1].id], Aspect::Cue), Standing::Stands(_)));

    let lines = exported(&workspace, "quotes-jsonl", &all);
    let reviewed: Vec<&serde_json::Value> = lines.iter().filter(|line| !line["review"].is_null()).collect();
    let rejects = |decision: &&serde_json::Value| decision["reason"] == "not a quote";
    let mut decisions = reviewed.iter().flat_map(|line| line["review"]["decisions"].as_array().unwrap());
    let rejected = decisions.find(rejects).unwrap();
    assert_eq!((&rejected["choice"], &rejected["annotator"]), (&"reject".into(), &"Citra".into()));
    let talked =
        reviewed.iter().find(|line| line["review"]["comments"][0]["text"] == "Bukan “katanya”?").unwrap();
    assert_eq!(talked["review"]["comments"][1]["text"], "Ya.");
    let only = Narrow { annotator: Some(AnnotatorId::ADJUDICATED), ..Narrow::default() };
    let gold = exported(&workspace, "quotes-jsonl", &only);
    assert_eq!(gold.len(), 2);
    assert!(
        gold.iter().all(|line| line["adjudicated"] == true && !line["origin"].as_array().unwrap().is_empty())
    );
}
