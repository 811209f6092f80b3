//! The report on review as a page.

use std::sync::Arc;

use kutip::format::exporter;
use kutip::model::{
    Anchor, AnnotatorId, ArticleId, Aspect, Choice, Comment, Decision, DecisionKind, Document, QuoteType,
    Region, RegionKind, Registry, Ruling, Seen, SpeakerKind, Stage, Stamp, adjudication_id, review_id,
};

use crate::common::{Builder, now};

const TEXT: &str =
    "Ships & <b>boats</b>\n\"We will go,\" Sinta said. \"Not today,\" Budi replied.\nRead also: more.";

fn page(document: &Document, registry: &Registry) -> String {
    let mut out = Vec::new();
    let mut sink = exporter("review-html").unwrap().start(&mut out, registry).unwrap();
    sink.document(document).unwrap();
    sink.finish().unwrap();
    String::from_utf8(out).unwrap()
}

fn built() -> Builder {
    let mut built = Builder::new(TEXT);
    let kinds = [RegionKind::Headline, RegionKind::Body, RegionKind::Boilerplate];
    let lines = built.document.article.text.lines().into_iter();
    built.article().regions =
        kinds.into_iter().zip(lines).map(|(kind, span)| Region { kind, span }).collect();
    let sinta = built.speaker("Sinta <Dewi>", SpeakerKind::Person);
    let said = built.pieces(&["said"]);
    let mut ids = Vec::new();
    for name in ["Ana", "Ben"] {
        built.layer(name, Stage::Submitted);
        ids.push(built.quote(name, &["\"We will go,\""], |quote| {
            quote.speakers = vec![sinta];
            quote.cue.clone_from(&said);
        }));
    }
    let alone = built.quote("Ana", &["\"Not today,\""], |quote| quote.quote_type = QuoteType::FreeIndirect);
    let ana = built.annotator("Ana");
    decide(&mut built, &ids, alone, ana);
    let comment = |id, text: &str, reply_to| Comment {
        id,
        article: ArticleId(uuid::Uuid::nil()),
        annotator: ana,
        anchor: Anchor::Quote(alone),
        spans: Vec::new(),
        reply_to,
        text: text.to_owned(),
        resolved_at: reply_to.is_none().then(now),
        resolved_by: Some(ana),
        stamp: Stamp::new(now(), Some(ana)),
    };
    let (first, second) = (built.id(), built.id());
    built.document.comments = vec![
        Arc::new(comment(first, "Is <this> one?", None)),
        Arc::new(comment(second, "Yes.", Some(first))),
    ];
    built
}

/// Group 1 is taken whole; the quote that only Ana has is rejected by a
/// reviewer.
fn decide(
    built: &mut Builder,
    ids: &[kutip::model::QuoteId],
    alone: kutip::model::QuoteId,
    ana: AnnotatorId,
) {
    let document = &built.document;
    let seen = |id| Seen::of(document.quote(id).unwrap(), Aspect::Presence);
    let result = document.result_of(ids);
    let decision = |id, kind, result, choice, taken, reason: Option<&str>, seen| Decision {
        id,
        article: document.article.id,
        annotator: ana,
        kind,
        aspect: Aspect::Presence,
        result,
        ruling: Ruling { choice, taken, reason: reason.map(str::to_owned), seen },
        stamp: Stamp::new(now(), Some(ana)),
    };
    let taken = decision(
        adjudication_id(result, Aspect::Presence),
        DecisionKind::Adjudication,
        Some(result),
        Choice::Take,
        Some(ids[1]),
        None,
        ids.iter().copied().map(seen).collect(),
    );
    let rejected = decision(
        review_id(ana, alone),
        DecisionKind::Review,
        None,
        Choice::Reject,
        None,
        Some("a title & no quote"),
        vec![seen(alone)],
    );
    built.document.decisions = vec![Arc::new(taken), Arc::new(rejected)];
}

#[test]
fn the_report_shows_marks_decisions_comments_and_agreement() {
    let built = built();
    let page = page(&built.document, &built.registry);
    for part in [
        "Ships &amp; &lt;b&gt;boats&lt;/b&gt;",
        "<span class=\"l1\"><span class=\"l0\">&quot;We will go,&quot;</span></span><sup><a href=\"#a1q1\">1</a></sup>",
        "<span class=\"l0\"><span class=\"apart\">&quot;Not today,&quot;</span></span>",
        "<span class=\"cue\">said</span>",
        "direct, Sinta &lt;Dewi&gt;; cue: said",
        "free indirect, no speaker",
        "<span class=\"agrees\">agree</span>",
        "only Ana",
        "presence: take Ben",
        "presence: reject – a title &amp; no quote",
        "Is &lt;this&gt; one?",
        "Resolved by Ana",
        "content strict F1",
        "<td>γ</td>",
        "γ is known to ±",
        "<details><summary>What is not the article</summary>\n<p class=\"quiet\">Read also: more.</p>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(page.ends_with("</html>\n"));
}

#[test]
fn the_report_runs_and_fetches_nothing() {
    let mut built = built();
    let evil = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
    built.article().metadata.title = Some(evil.to_owned());
    built.article().metadata.url = Some("javascript:alert(3)".to_owned());
    built.registry.annotators.values_mut().for_each(|annotator| Arc::make_mut(annotator).name.push_str(evil));
    let page = page(&built.document, &built.registry).to_lowercase();
    for part in ["<script", "<img", "<link", "<iframe", "@import", "url(", "src=\"", "href=\"j", "href=\"h"] {
        assert!(!page.contains(part), "{part}");
    }
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn a_report_on_nothing_says_so() {
    let built = Builder::new("Nothing here.");
    let page = page(&built.document, &built.registry);
    assert!(page.contains("Nobody marked a quote here.") && page.contains("No article was done by two"));
}
