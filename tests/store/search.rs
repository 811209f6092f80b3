//! What is found, by the program and by plain SQL.

use std::collections::BTreeSet;

use kutip::edit::{ClaimFields, Edit, QuoteChange, QuoteDraft};
use kutip::model::{ArticleId, QuoteId, Role};
use kutip::workspace::Workspace;
use proptest::prelude::*;

use crate::common::project::{Project, TEXTS, add_quote, article_id, assert_clean, find};

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
