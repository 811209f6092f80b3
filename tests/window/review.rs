//! Mode Review: deciding between layers, reviewing one, comments.

use egui::{Key, Modifiers};
use kutip::edit::{Edit, QuoteChange, Verdict};
use kutip::model::{Anchor, AnnotatorId, Aspect, Choice, DecisionKind, Mention, QuoteType, Role, Stage};

use crate::job::Window;
use crate::job::layers::{A, B, Marked};

const TWO: &[(&str, &[Marked])] = &[("Reviewer A", A), ("Reviewer B", B)];

/// Presses keys and counts them.
fn keys(window: &mut Window, keys: &[(Modifiers, Key)]) -> usize {
    for (modifiers, key) in keys {
        window.press(*key, *modifiers);
    }
    keys.len()
}

const NONE: Modifiers = Modifiers::NONE;

fn wordings(window: &Window, aspect: Role) -> Vec<String> {
    let quotes = window.adjudicated();
    quotes.iter().map(|quote| quote.pieces(aspect).iter().map(|piece| piece.text.clone()).collect()).collect()
}

fn choices(window: &Window) -> Vec<(Aspect, Choice)> {
    let decided = window.document().decisions.clone();
    decided.iter().map(|decision| (decision.aspect, decision.ruling.choice)).collect()
}

#[test]
fn two_layers_are_decided_by_keys_alone() {
    let mut window = Window::reviewing(TWO);
    window.expect_label("2/2 done");
    window.expect_label("To decide 1");
    // Only A has the first; boundary and cue as B has them, kind as A; the
    // speaker as A.
    let differing = keys(
        &mut window,
        &[(NONE, Key::Num1), (NONE, Key::Num2), (NONE, Key::Num2), (NONE, Key::Num1), (NONE, Key::Num1)],
    );
    window.expect_notice("Only 3 quotes that agree are left");
    assert_eq!(window.adjudicated().len(), 3);
    let agreeing = keys(&mut window, &[(Modifiers::SHIFT, Key::Enter)]);
    assert_eq!(window.adjudicated().len(), 6);
    window.expect_notice("Ctrl Enter finishes the review");
    keys(&mut window, &[(Modifiers::COMMAND, Key::Enter)]);
    println!("ACTIONS five differences {differing}, take over all agreeing {agreeing}, finish 1");
    assert_eq!((differing, agreeing), (5, 1));

    window.expect_label("Reviewed 1");

    let content = wordings(&window, Role::Content);
    assert!(content.contains(&"bantuan datang sebelum musim hujan".to_owned()), "{content:?}");
    assert!(wordings(&window, Role::Cue).contains(&"Bram berharap".to_owned()));
    let document = window.document();
    assert_eq!(document.stage_of(AnnotatorId::ADJUDICATED), Stage::Reviewed);
    for person in window.workspace().registry().people().filter(|person| person.name.starts_with("Reviewer"))
    {
        assert_eq!(document.stage_of(person.id), Stage::Reviewed, "{}", person.name);
    }
    let wait = window.adjudicated().into_iter().find(|quote| quote.words().contains("menunggu")).unwrap();
    assert_eq!(window.speakers_of(&wait), ["Bram Sutedja"]);
    assert_eq!(wait.origin.len(), 2, "both readings are named as where it came from");
}

#[test]
fn one_difference_is_one_key_and_undo_takes_each_step_back() {
    let mut window = Window::reviewing(TWO);
    let before = window.document();
    window.press(Key::Tab, NONE);
    let one = keys(&mut window, &[(NONE, Key::Num2)]);
    println!("ACTIONS one boundary difference {one}");
    assert_eq!(choices(&window), [(Aspect::Content, Choice::Take)]);
    assert_eq!(wordings(&window, Role::Content), ["bantuan datang sebelum musim hujan"]);
    keys(&mut window, &[(NONE, Key::Num0), (NONE, Key::Num2), (Modifiers::SHIFT, Key::Enter)]);
    assert_eq!(window.undo_all(), 4);
    let after = window.document();
    assert_eq!((after.quotes, after.decisions), (before.quotes, before.decisions));
    window.redo(4);
    assert_eq!(window.adjudicated().len(), 4);
}

#[test]
fn a_quote_is_rejected_with_its_reason_and_all_can_be() {
    let mut window = Window::reviewing(TWO);
    let pressed = keys(&mut window, &[(NONE, Key::X)]);
    window.type_text("A wish, not a quote");
    let pressed = pressed + keys(&mut window, &[(NONE, Key::Enter)]);
    println!("ACTIONS reject with reason {pressed} and typing");
    assert_eq!(pressed, 2);
    let rejected = window.document().decisions[0].clone();
    assert_eq!(rejected.ruling.choice, Choice::Reject);
    assert_eq!(rejected.ruling.reason.as_deref(), Some("A wish, not a quote"));
    assert!(window.adjudicated().is_empty());

    for _ in 0..5 {
        keys(&mut window, &[(NONE, Key::X), (NONE, Key::Enter), (NONE, Key::Tab)]);
    }
    assert!(window.adjudicated().is_empty());
    assert_eq!(window.document().decisions.len(), 6, "{:?}", choices(&window));
    keys(&mut window, &[(Modifiers::COMMAND, Key::Enter)]);
    assert_eq!(window.document().stage_of(AnnotatorId::ADJUDICATED), Stage::Reviewed);
}

#[test]
fn what_is_open_keeps_the_article_from_being_finished() {
    let mut window = Window::reviewing(TWO);
    keys(&mut window, &[(Modifiers::COMMAND, Key::Enter)]);
    window.expect_notice("3 quotes are still to be decided");
    assert_eq!(window.document().stage_of(AnnotatorId::ADJUDICATED), Stage::New);
    keys(&mut window, &[(NONE, Key::A)]);
    window.expect_notice("One field differs");
}

#[test]
fn a_value_of_ones_own_comes_from_the_page_or_from_a_list() {
    let mut window = Window::reviewing(TWO);
    window.press(Key::Tab, NONE);
    window.press(Key::E, NONE);
    window.expect_notice("Select the words");
    window.select_words(crate::job::Hand::Keyboard, "bantuan datang");
    window.press(Key::E, NONE);
    assert_eq!(wordings(&window, Role::Content), ["bantuan datang"]);
    assert_eq!(choices(&window), [(Aspect::Content, Choice::Own)]);
    // The cue: nobody's.
    window.press(Key::Num0, NONE);
    assert_eq!(wordings(&window, Role::Cue), [""]);
    // The kind of mention, from the list.
    window.press(Key::E, NONE);
    window.type_text("noun");
    window.press(Key::Enter, NONE);
    assert_eq!(window.adjudicated()[0].mention, Some(Mention::NounPhrase));
    // The speaker of the next, who is new to the registry.
    window.press(Key::E, NONE);
    window.type_text("Tirta Hanggara");
    window.press(Key::Enter, NONE);
    let wait = window.adjudicated().into_iter().find(|quote| quote.words().contains("menunggu")).unwrap();
    assert_eq!(window.speakers_of(&wait), ["Tirta Hanggara"]);
    // A field on which all agree can be changed too.
    keys(&mut window, &[(Modifiers::SHIFT, Key::Enter)]);
    window.press(Key::Tab, NONE);
    let first = window.selected_quote();
    for _ in 0..2 {
        window.press(Key::D, NONE);
    }
    window.press(Key::E, NONE);
    window.type_text("mixed");
    window.press(Key::Enter, NONE);
    let changed = window.adjudicated().into_iter().find(|quote| quote.origin.contains(&first.id)).unwrap();
    assert_eq!(changed.quote_type, QuoteType::Mixed);
}

#[test]
fn only_what_changed_is_asked_again() {
    let mut window = Window::reviewing(TWO);
    keys(
        &mut window,
        &[(NONE, Key::Num1), (NONE, Key::Num2), (NONE, Key::Num2), (NONE, Key::Num1), (NONE, Key::Num1)],
    );
    keys(&mut window, &[(Modifiers::SHIFT, Key::Enter)]);
    let decided = window.document().decisions.len();
    window.elsewhere(|other| {
        other.annotate_as("Reviewer A").unwrap();
        let article = other.article_ids().unwrap()[0];
        other.open_article(article).unwrap();
        let author = other.author().unwrap();
        let document = other.document().unwrap();
        let help = document.quotes_of(author).find(|quote| quote.words().contains("bantuan datang")).unwrap();
        let change = QuoteChange::Type(QuoteType::FreeIndirect);
        let edit = Edit::ChangeQuote { quote: help.id, change };
        other.perform(&edit).unwrap();
        other.perform(&Edit::SetStage(Stage::Done)).unwrap();
    });
    assert_eq!(window.document().decisions.len(), decided, "no decision is lost");
    window.expect_label("5 of 6 decided");
    window.press(Key::Tab, NONE);
    window.expect_label("changed since");
    window.press(Key::Num1, NONE);
    window.expect_label("6 of 6 decided");
    let help = window.adjudicated().into_iter().find(|quote| quote.words().contains("bantuan")).unwrap();
    assert_eq!(help.quote_type, QuoteType::FreeIndirect);
    assert_eq!(help.words(), "bantuan datang sebelum musim hujan", "what was decided before stays");
}

#[test]
fn a_decision_can_be_taken_back() {
    let mut window = Window::reviewing(TWO);
    keys(&mut window, &[(NONE, Key::X), (NONE, Key::Enter)]);
    assert_eq!(choices(&window), [(Aspect::Presence, Choice::Reject)]);
    window.click_containing("rejected");
    window.press(Key::Delete, NONE);
    assert_eq!(choices(&window), []);
    keys(&mut window, &[(NONE, Key::Tab), (NONE, Key::Num1)]);
    assert_eq!(choices(&window), [(Aspect::Content, Choice::Take)]);
    window.press(Key::Delete, NONE);
    assert_eq!(choices(&window), []);
}

#[test]
fn a_colleagues_quotes_are_reviewed_one_by_one() {
    let mut window = Window::reviewing(TWO);
    window.press(Key::Num2, Modifiers::ALT);
    let accept = keys(&mut window, &[(NONE, Key::A)]);
    println!("ACTIONS accept {accept}");
    keys(&mut window, &[(NONE, Key::X)]);
    window.type_text("No source");
    keys(&mut window, &[(NONE, Key::Enter)]);
    let document = window.document();
    let reviews: Vec<_> = document.decisions.iter().filter(|d| d.kind == DecisionKind::Review).collect();
    assert_eq!(reviews.len(), 2);
    let chosen: Vec<_> = reviews.iter().map(|decision| decision.ruling.choice).collect();
    assert!(chosen.contains(&Choice::Accept) && chosen.contains(&Choice::Reject), "{chosen:?}");

    // A correction is the reviewer's own quote; the original stays.
    let third = window.selected_quote();
    window.select_words(crate::job::Hand::Keyboard, "rapat hari ini");
    window.press(Key::E, NONE);
    let document = window.document();
    let own = window.workspace().author().unwrap();
    let correction = document.quotes_of(own).next().unwrap().clone();
    assert_eq!(correction.words(), "rapat hari ini");
    assert_eq!(correction.origin, [third.id]);
    assert_eq!(**document.quote(third.id).unwrap(), third);

    window.press(Key::M, NONE);
    window.type_text("Only the clause?");
    window.press(Key::Enter, NONE);
    assert_eq!(window.document().comments.len(), 1);
    assert_eq!(window.document().comments[0].text, "Only the clause?");
    let steps = window.undo_all();
    assert_eq!(steps, 4);
    assert!(window.document().decisions.is_empty() && window.document().comments.is_empty());
}

#[test]
fn a_reviewed_layer_is_finished_when_all_is_decided() {
    let mut window = Window::reviewing(TWO);
    window.press(Key::Num2, Modifiers::ALT);
    keys(&mut window, &[(Modifiers::COMMAND, Key::Enter)]);
    window.expect_notice("6 quotes are still to be decided");
    for _ in 0..6 {
        window.press(Key::Enter, NONE);
    }
    keys(&mut window, &[(Modifiers::COMMAND, Key::Enter)]);
    let a = window.workspace().registry().annotator_named("Reviewer A").unwrap().id;
    assert_eq!(window.document().stage_of(a), Stage::Reviewed);
}

#[test]
fn threads_are_answered_and_resolved() {
    let mut window = Window::reviewing(TWO);
    window.press(Key::M, NONE);
    window.type_text("Is this a quote?");
    window.press(Key::Enter, NONE);
    // M again answers the open thread.
    window.press(Key::M, NONE);
    window.type_text("The guideline says no.");
    window.press(Key::Enter, NONE);
    let document = window.document();
    assert_eq!(document.threads().count(), 1);
    assert_eq!(document.comments[1].reply_to, Some(document.comments[0].id));
    window.press(Key::Num4, Modifiers::ALT);
    window.expect_label("Comments 1");
    window.press(Key::Tab, NONE);
    window.press(Key::R, NONE);
    assert!(window.document().comments[0].is_resolved());
    // On words, on the article.
    window.select_words(crate::job::Hand::Keyboard, "balai kota");
    window.press(Key::M, NONE);
    window.type_text("Which one?");
    window.press(Key::Enter, NONE);
    assert_eq!(window.document().comments.last().unwrap().spans[0].text, "balai kota");
}

#[test]
fn comments_are_written_while_annotating_too() {
    let mut window = Window::sample();
    window.press(Key::M, NONE);
    window.type_text("A long one.");
    window.press(Key::Enter, NONE);
    assert_eq!(window.document().comments[0].anchor, Anchor::Article);
}

#[test]
fn what_came_back_is_listed_and_answered() {
    let mut window = Window::reviewing(&[("Ana Rahma", A), ("Reviewer B", B)]);
    window.elsewhere(|other| {
        other.annotate_as("Reviewer B").unwrap();
        let article = other.article_ids().unwrap()[0];
        other.open_article(article).unwrap();
        let ana = other.registry().annotator_named("Ana Rahma").unwrap().id;
        let quotes: Vec<_> = other.document().unwrap().quotes_of(ana).map(|quote| quote.id).collect();
        let verdict = Verdict::Reject { reason: Some("No cue".to_owned()) };
        other.perform(&Edit::Review { quote: quotes[1], verdict }).unwrap();
        let text = "Does the relay belong to it?".to_owned();
        let anchor = Anchor::Quote(quotes[2]);
        other.perform(&Edit::AddComment { anchor, spans: Vec::new(), reply_to: None, text }).unwrap();
    });
    window.press(Key::Num2, Modifiers::ALT);
    window.click_tab("What came back 2");
    window.expect_label("Rejected: No cue");
    window.press(Key::Tab, NONE);
    assert!(window.selected_quote().words().contains("Saya percaya"), "the latest first");
    window.press(Key::M, NONE);
    window.type_text("It does.");
    window.press(Key::Enter, NONE);
    window.press(Key::R, NONE);
    let comments = window.document().comments.clone();
    assert_eq!(comments.len(), 2);
    assert!(comments[0].is_resolved());
    window.press(Key::Tab, NONE);
    assert!(window.selected_quote().words().contains("pasar apung"));
}

/// The quotes that are listed, one of them as a card.
fn listed(window: &Window) -> usize {
    window.names("Quote to review: ").len()
        + usize::from(window.shows("A Accept") || window.shows("Accept the quote"))
}

#[test]
fn a_layer_is_narrowed_to_what_is_undecided_to_a_speaker_and_to_a_type() {
    let mut window = Window::reviewing(TWO);
    window.press(Key::Num2, Modifiers::ALT);
    keys(&mut window, &[(NONE, Key::A), (NONE, Key::A)]);
    window.expect_label("Undecided 4");
    assert_eq!(listed(&window), 6);
    window.click_containing("Undecided 4");
    assert_eq!(listed(&window), 4);
    keys(&mut window, &[(NONE, Key::A)]);
    assert_eq!(listed(&window), 3);
    window.click_containing("Undecided 3");
    window.click_label("Every speaker");
    window.click_label("Bram Sutedja");
    window.press(Key::Tab, NONE);
    assert_eq!(listed(&window), 2);
    for _ in 0..2 {
        let quote = window.selected_quote();
        assert_eq!(window.speakers_of(&quote), ["Bram Sutedja"]);
        window.press(Key::Tab, NONE);
    }
    window.click_label("Every type");
    window.click_label("direct");
    window.press(Key::Tab, NONE);
    assert_eq!(listed(&window), 1);
    assert_eq!(window.selected_quote().quote_type, QuoteType::Direct);
}

/// One's own value for where a quote lies and for an attribute, as for any
/// other field.
#[test]
fn nesting_and_attributes_can_be_ones_own_too() {
    const OUTER: Marked = A[0];
    const INNER: Marked = Marked { content: "tanggul yang jebol", ..A[0] };
    let layers: &[(&str, &[Marked])] = &[("Reviewer A", &[OUTER, INNER]), ("Reviewer B", &[OUTER, INNER])];
    let mut window = Window::reviewing(layers);
    window.elsewhere(|other| {
        for (name, stance) in [("Reviewer A", "for"), ("Reviewer B", "against")] {
            other.annotate_as(name).unwrap();
            other.open_article(other.article_ids().unwrap()[0]).unwrap();
            let author = other.author().unwrap();
            let inner = other
                .document()
                .unwrap()
                .quotes_of(author)
                .find(|quote| quote.words() == INNER.content)
                .unwrap()
                .id;
            let parent = if name == "Reviewer A" {
                None
            } else {
                other.document().unwrap().quote(inner).unwrap().parent
            };
            let stance = QuoteChange::Attribute("stance".to_owned(), Some(stance.into()));
            for change in [QuoteChange::Parent(parent), stance] {
                other.perform(&Edit::ChangeQuote { quote: inner, change }).unwrap();
            }
            other.perform(&Edit::SetStage(Stage::Done)).unwrap();
        }
    });
    keys(&mut window, &[(Modifiers::SHIFT, Key::Enter)]);
    assert_eq!(window.adjudicated().len(), 1, "the outer one agrees");
    window.press(Key::Tab, NONE);
    window.press(Key::E, NONE);
    window.type_text("akan membantu");
    window.press(Key::Enter, NONE);
    window.press(Key::E, NONE);
    window.type_text("stance: open");
    window.press(Key::Enter, NONE);
    let made = window.adjudicated();
    let inner = made.iter().find(|quote| quote.words() == INNER.content).unwrap();
    let outer = made.iter().find(|quote| quote.words() == OUTER.content).unwrap();
    assert_eq!(inner.parent, Some(outer.id));
    assert_eq!(inner.attributes["stance"], "open");
    assert_eq!(choices(&window).iter().filter(|(_, choice)| *choice == Choice::Own).count(), 2);
    window.expect_label("2 of 2 decided");
}
