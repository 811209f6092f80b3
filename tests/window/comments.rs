//! Comments on whatever there is: begun, answered, gone to, resolved.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use kutip::edit::{ClaimFields, Edit};
use kutip::model::{Anchor, ClaimId, Comment, Document};
use kutip::workspace::Workspace;

use crate::job::layers::{A, B, span};
use crate::job::{Hand, Window};

const NONE: Modifiers = Modifiers::NONE;

fn say(window: &mut Window, key: Modifiers, words: &str) {
    window.press(Key::M, key);
    window.type_text(words);
    window.press(Key::Enter, NONE);
}

fn last(window: &Window) -> Comment {
    let document: Document = window.document();
    Comment::clone(document.comments.iter().max_by_key(|comment| comment.stamp.created_at).unwrap())
}

/// Someone's claim on the words of a quote, or on words of its own.
fn add_claim(workspace: &mut Workspace, who: &str, on: Option<&str>, words: &str) -> ClaimId {
    workspace.annotate_as(who).unwrap();
    let article = workspace.article_ids().unwrap()[0];
    workspace.open_article(article).unwrap();
    let document = workspace.document().unwrap();
    let author = workspace.author().unwrap();
    let quote = on.map(|on| document.quotes_of(author).find(|quote| quote.words().contains(on)).unwrap().id);
    let spans = if quote.is_some() { Vec::new() } else { vec![span(&document.article.text, words)] };
    let fields =
        ClaimFields { statement: Some("The dike will be mended.".to_owned()), ..ClaimFields::default() };
    workspace.perform(&Edit::AddClaim { quote, spans, fields }).unwrap();
    workspace.document().unwrap().claims.iter().map(|claim| claim.id).max().unwrap()
}

#[test]
fn a_claim_of_ones_own_is_commented_on_in_its_tab() {
    let mut window = Window::reviewing(&[("Ana Rahma", A)]);
    window.press(Key::Num1, Modifiers::COMMAND);
    window.select_words(Hand::Keyboard, "balai kota");
    window.press(Key::X, NONE);
    let claim = window.document().claims[0].id;
    // By key, with the claim's words selected as it was opened.
    window.press(Key::Escape, NONE);
    say(&mut window, NONE, "True by now?");
    assert_eq!(last(&window).anchor, Anchor::Claim(claim));
    assert_eq!(last(&window).spans[0].text, "balai kota");
    window.expect_label("True by now?");
    // M again answers, and so does the field below the claim.
    say(&mut window, NONE, "Ask the archive.");
    assert_eq!(window.document().threads().count(), 1);
    window.focus_field("Answer");
    window.type_text("Asked.");
    window.press(Key::Enter, NONE);
    assert_eq!((window.document().threads().count(), window.document().comments.len()), (1, 3));
    // By the button of the claim.
    window.click_label("Comment…");
    window.expect_label("Answer");
    window.press(Key::Escape, NONE);
    window.click_label("Resolve");
    assert!(window.document().threads().all(|(first, _)| first.is_resolved()));
    // Other words are what is meant, where they are selected.
    window.select_words(Hand::Pointer, "musim hujan");
    say(&mut window, NONE, "Which year?");
    assert_eq!(last(&window).anchor, Anchor::Span);
    assert_eq!(last(&window).spans[0].text, "musim hujan");
}

#[test]
fn a_colleagues_claims_are_read_and_commented_on() {
    let mut window = Window::reviewing(&[("Reviewer A", A), ("Reviewer B", B)]);
    let mut claims = Vec::new();
    window.elsewhere(|other| {
        claims.push(add_claim(other, "Reviewer A", Some("membantu perbaikan"), ""));
        claims.push(add_claim(other, "Reviewer A", None, "balai kota"));
    });
    window.press(Key::Num2, Modifiers::ALT);
    window.expect_label("2 claims");
    // They stand below the quotes: as someone who hears the window does it.
    window.harness.get_by_label_contains("mended., balai kota").click_accesskit();
    window.harness.run();
    window.harness.get_by_label("Comment on the claim").click_accesskit();
    window.harness.run();
    window.type_text("When?");
    window.press(Key::Enter, NONE);
    assert_eq!(last(&window).anchor, Anchor::Claim(claims[1]));
    window.expect_label("When?");
    window.press(Key::R, NONE);
    assert!(last(&window).is_resolved());
    // A quote that is chosen is what is meant again.
    window.press(Key::Tab, NONE);
    let quote = window.selected_quote().id;
    window.press(Key::ArrowLeft, NONE);
    say(&mut window, NONE, "And this?");
    assert_eq!(last(&window).anchor, Anchor::Quote(quote));
}

#[test]
fn every_thread_is_walked_to_and_resolved() {
    let mut window = Window::reviewing(&[("Reviewer A", A), ("Reviewer B", B)]);
    let mut claim = None;
    window.elsewhere(|other| claim = Some(add_claim(other, "Reviewer A", None, "balai kota")));
    let (quote, claim) = (window.selected_quote().id, claim.unwrap());
    say(&mut window, NONE, "On the quote.");
    say(&mut window, Modifiers::SHIFT, "On the article.");
    assert_eq!(last(&window).anchor, Anchor::Article);
    window.elsewhere(|other| {
        other.annotate_as("Reviewer B").unwrap();
        other.open_article(other.article_ids().unwrap()[0]).unwrap();
        let words = span(&other.document().unwrap().article.text, "musim hujan");
        for (anchor, spans, text) in
            [(Anchor::Claim(claim), vec![], "On the claim."), (Anchor::Span, vec![words], "On words.")]
        {
            let text = text.to_owned();
            other.perform(&Edit::AddComment { anchor, spans, reply_to: None, text }).unwrap();
        }
    });
    window.press(Key::Num4, Modifiers::ALT);
    window.expect_label("Comments 4");
    window.expect_label("Claim: balai kota");
    let mut met = Vec::new();
    for _ in 0..4 {
        window.press(Key::Tab, NONE);
        // M answers in the thread that was gone to, R settles it.
        say(&mut window, NONE, "Seen.");
        let answer = last(&window);
        met.push(answer.anchor);
        match answer.anchor {
            Anchor::Quote(id) => assert_eq!(window.selected_quote().id, id),
            Anchor::Claim(_) => assert_eq!(window.selected_words(), "balai kota"),
            Anchor::Span => assert_eq!(window.selected_words(), "musim hujan"),
            Anchor::Article => {}
        }
        assert!(answer.reply_to.is_some());
        window.press(Key::R, NONE);
    }
    assert_eq!(met, [Anchor::Quote(quote), Anchor::Article, Anchor::Claim(claim), Anchor::Span]);
    assert!(window.document().threads().all(|(first, _)| first.is_resolved()));
    window.press(Key::Tab, NONE);
    window.expect_notice("no open thread");
    // The settled ones are there to be taken up again.
    window.click_containing("Resolved (4)");
    window.click_begin("Claim: balai kota", NONE);
    assert_eq!(window.selected_words(), "balai kota");
}

#[test]
fn what_was_said_of_ones_claims_and_articles_comes_back() {
    let mut window = Window::reviewing(&[("Ana Rahma", A), ("Reviewer B", B)]);
    window.elsewhere(|other| {
        let claim = add_claim(other, "Ana Rahma", None, "balai kota");
        other.annotate_as("Reviewer B").unwrap();
        let words = span(&other.document().unwrap().article.text, "musim hujan");
        for (anchor, spans, text) in [
            (Anchor::Claim(claim), vec![], "Is it one?"),
            (Anchor::Span, vec![words], "Which year?"),
            (Anchor::Article, vec![], "Well done."),
        ] {
            let text = text.to_owned();
            other.perform(&Edit::AddComment { anchor, spans, reply_to: None, text }).unwrap();
        }
    });
    window.press(Key::Num2, Modifiers::ALT);
    window.click_tab("What came back 3");
    for words in ["On the article, Well done.", "musim hujan, Which year?", "Claim: balai kota, Is it one?"] {
        window.expect_label(words);
    }
    window.click_begin("Came back: Claim: balai kota", NONE);
    window.expect_label("Comment on the claim");
    say(&mut window, NONE, "It is.");
    assert!(matches!(last(&window).anchor, Anchor::Claim(_)));
    assert_eq!(window.document().threads().count(), 3, "an answer");
}
