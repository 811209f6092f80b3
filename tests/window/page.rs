//! Gestures on the page.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use kutip::model::{QuoteType, RegionKind, Role, Span};

use crate::job::{Hand, Window};
use crate::support;

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;

#[test]
fn words_are_found_in_the_article_and_walked_through() {
    let mut window = Window::sample();
    window.press(Key::F, CTRL);
    window.type_text("NÍGHT");
    let place = |window: &Window, words: &str| {
        assert!(window.harness.query_by_label(words).is_some(), "the bar says {words:?}");
    };
    let text = window.document().article.text.clone();
    let number = text.as_str().to_lowercase().matches("night").count();
    assert!(number > 2, "the sample speaks of nights {number} times");
    place(&window, &format!("1 of {number}"));
    window.press(Key::Enter, NONE);
    place(&window, &format!("2 of {number}"));
    window.press(Key::F3, NONE);
    place(&window, &format!("3 of {number}"));
    window.press(Key::Enter, SHIFT);
    window.press(Key::F3, SHIFT);
    window.press(Key::Enter, SHIFT);
    place(&window, &format!("{number} of {number}"));
    window.press(Key::Escape, NONE);
    assert!(window.harness.query_by_label(&format!("{number} of {number}")).is_none(), "the bar is closed");
    assert_eq!(window.selected_words().to_lowercase(), "night");
    window.press(Key::E, NONE);
    assert_ne!(window.selected_words().to_lowercase(), "night", "keys go to the page again");
}

#[test]
fn looking_begins_with_the_selected_words_and_tells_of_nothing_found() {
    let mut window = Window::sample();
    window.select_words(Hand::Pointer, "So we listened");
    window.press(Key::F, CTRL);
    assert!(window.harness.query_by_label("1 of 1").is_some());
    window.type_text("no such words");
    assert!(window.harness.query_by_label("Not found").is_some());
    window.press(Key::Escape, NONE);
    assert_eq!(window.selected_words(), "So we listened", "the selection stays");
}

#[test]
fn marks_lose_the_white_space_around_them() {
    let mut window = Window::sample();
    let quote = window.span_of("“a postcard, not a timetable”");
    window.select(Hand::Keyboard, Span::new(quote.start - 1, quote.end));
    window.press(Key::Q, NONE);
    assert_eq!(window.selected_quote().spans(Role::Content), [quote]);
    let cue = window.span_of("Critics |call the");
    window.select(Hand::Keyboard, Span::new(cue.start - 1, cue.start + 5));
    window.press(Key::C, NONE);
    assert_eq!(window.selected_quote().pieces(Role::Cue)[0].text, "call");
}

/// The finished article of the sample, its last direct quote but one selected.
fn annotated() -> Window {
    let mut window = Window::sample();
    window.press(Key::P, NONE);
    for _ in 0..4 {
        window.press(Key::Tab, NONE);
    }
    assert_eq!(window.selected_quote().content.len(), 2, "the discontinuous one");
    window
}

fn texts(window: &Window, role: Role) -> Vec<String> {
    window.selected_quote().pieces(role).iter().map(|piece| piece.text.clone()).collect()
}

#[test]
fn edges_move_by_word_with_the_brackets() {
    let mut window = Window::sample().without_suggestions();
    window.select_words(Hand::Pointer, "You cannot run a night");
    window.press(Key::Q, NONE);
    let check = |window: &mut Window, key, modifiers, role, expected: &str| {
        window.press(key, modifiers);
        assert_eq!(texts(window, role), [expected], "{key:?}");
    };
    check(&mut window, Key::OpenBracket, NONE, Role::Content, "“You cannot run a night");
    check(&mut window, Key::CloseCurlyBracket, SHIFT, Role::Content, "“You cannot run a night service");
    check(&mut window, Key::OpenCurlyBracket, SHIFT, Role::Content, "“You cannot run a night");
    check(&mut window, Key::CloseBracket, NONE, Role::Content, "You cannot run a night");
    window.select_words(Hand::Pointer, "Pryce, |told");
    window.press(Key::C, NONE);
    check(&mut window, Key::CloseBracket, SHIFT, Role::Cue, "told reporters");
    assert_eq!(texts(&window, Role::Content), ["You cannot run a night"], "the caret is in the cue");
    window.press(Key::Z, CTRL);
    assert_eq!(texts(&window, Role::Cue), ["told"]);
}

#[test]
fn words_are_added_to_the_content_and_taken_away_again() {
    let mut window = annotated();
    window.select_words(Hand::Pointer, " masih menunggu");
    window.press(Key::Minus, NONE);
    let expected = ["\"Kami", "kajian lingkungan,\"", "\"dan kajian itu tidak akan terburu-buru.\""];
    assert_eq!(texts(&window, Role::Content), expected);
    window.select_words(Hand::Pointer, "masih menunggu");
    window.press(Key::Plus, NONE);
    assert_eq!(texts(&window, Role::Content).len(), 4);
    let content = window.selected_quote().content.clone();
    window.select(Hand::Keyboard, Span::new(content[0].start, content[3].end));
    window.press(Key::Minus, NONE);
    assert_eq!(window.selected_quote().content, content, "some content stays");
    window.expect_notice("A quote needs some content");
}

#[test]
fn edges_of_cue_and_source_can_be_dragged() {
    let mut window = annotated();
    let drag = |window: &mut Window, from: usize, to: usize| {
        let (from, to) = (window.place(from), window.place(to));
        support::drag(&mut window.harness, &[from, from + (to - from) * 0.5, to]);
        window.harness.run();
    };
    let cue = window.span_of("|ujarnya");
    drag(&mut window, cue.start, cue.start - 2);
    assert_eq!(texts(&window, Role::Cue), ["\" ujarnya"]);
    window.press(Key::Z, CTRL);
    let source = window.selected_quote().source[0].span();
    drag(&mut window, source.start, source.start - 1);
    assert_eq!(texts(&window, Role::Source), ["rnya"]);
}

#[test]
fn a_quote_within_anothers_content_is_its_child() {
    let mut window = Window::sample();
    window.select_words(Hand::Pointer, "Critics call the project “a postcard, not a timetable”");
    window.press(Key::Q, NONE);
    let outer = window.selected_quote().id;
    window.select_words(Hand::Pointer, "“a postcard, not a timetable”");
    window.press(Key::Q, NONE);
    assert_eq!(window.selected_quote().parent, Some(outer));
}

fn copied(window: &mut Window, key: Key, modifiers: Modifiers) -> Option<String> {
    let event = egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    window.harness.event(event);
    window.harness.step();
    let commands = &window.harness.output().platform_output.commands;
    commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(words) => Some(words.clone()),
        _ => None,
    })
}

#[test]
fn words_are_copied_with_who_said_them_where_and_when() {
    let mut window = annotated();
    let cited = "“Kami masih menunggu kajian lingkungan, … dan kajian itu tidak akan terburu-buru.” — Dewi Anggraini, Suara Pesisir, 14 March 2024";
    assert_eq!(copied(&mut window, Key::C, CTRL.plus(SHIFT)).as_deref(), Some(cited));
    window.select_words(Hand::Pointer, "ikan pergi");
    let cited = "“ikan pergi” — Rahmat Hidayat, Suara Pesisir, 14 March 2024";
    assert_eq!(copied(&mut window, Key::C, CTRL.plus(SHIFT)).as_deref(), Some(cited));
    window.select_words(Hand::Pointer, "balai desa");
    let cited = "“balai desa” — Suara Pesisir, 14 March 2024";
    assert_eq!(copied(&mut window, Key::C, CTRL.plus(SHIFT)).as_deref(), Some(cited));
}

fn right_click(window: &mut Window, words: &str) {
    let start = window.span_of(words).start;
    let at = window.place(start);
    for pressed in [true, false] {
        let button = egui::PointerButton::Secondary;
        window.harness.event(egui::Event::PointerMoved(at));
        window.harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers: NONE });
        window.harness.step();
    }
    window.harness.run();
}

/// Chooses a line of the open menu.
fn choose(window: &mut Window, words: &str) {
    let is_line = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == egui::accesskit::Role::Button
            && node.label().is_some_and(|label| label.starts_with(words))
    };
    let lines = window.harness.get_all(egui_kittest::kittest::By::new().predicate(is_line));
    lines.last().expect("the line").click();
    window.harness.run();
}

#[test]
fn the_secondary_button_shows_what_can_be_done() {
    let mut window = Window::sample();
    window.select_words(Hand::Pointer, "a postcard, not a timetable");
    right_click(&mut window, "postcard, not");
    choose(&mut window, "Mark a quote");
    assert_eq!(texts(&window, Role::Content), ["a postcard, not a timetable"]);
    right_click(&mut window, "not a timetable");
    choose(&mut window, "The quote is");
    choose(&mut window, "free indirect");
    assert_eq!(window.selected_quote().quote_type, QuoteType::FreeIndirect);
    window.select_words(Hand::Pointer, "Not everyone is convinced.");
    right_click(&mut window, "everyone is");
    choose(&mut window, "This part of the article is");
    choose(&mut window, "a caption");
    let span = window.span_of("Not everyone is convinced.");
    let regions = window.document().article.regions.clone();
    assert!(regions.iter().any(|region| region.span == span && region.kind == RegionKind::Caption));
}

#[test]
fn the_menu_key_shows_what_can_be_done_and_escape_goes_back_to_the_page() {
    let mut window = Window::sample();
    window.select_words(Hand::Keyboard, "a postcard, not a timetable");
    window.press(Key::F10, SHIFT);
    assert!(window.harness.query_by_label_contains("Make a claim of it").is_some());
    window.press(Key::Escape, NONE);
    assert!(window.harness.query_by_label_contains("Make a claim of it").is_none());
    window.press(Key::ArrowRight, SHIFT);
    assert!(window.selected_words().starts_with("a postcard"), "the page has the keys again");
    window.press(Key::Menu, NONE);
    window.press(Key::Enter, NONE);
    assert!(texts(&window, Role::Content)[0].starts_with("a postcard"), "the first line is Mark a quote");
}

#[test]
fn a_drag_after_a_double_click_goes_on_by_words_and_after_a_triple_click_by_sentences() {
    let mut window = Window::sample();
    let words = window.span_of("they would rather wake up by the sea");
    let (inside, last) = (words.start + 1, words.end - 2);
    let (from, to) = (window.place(inside), window.place(last));
    let check = |window: &mut Window, from, to, presses, expected: &str| {
        support::press_and_drag(&mut window.harness, from, to, presses);
        assert_eq!(window.selected_words(), expected, "{presses} presses");
        window.press(Key::ArrowLeft, NONE);
        window.harness.run_steps(60);
    };
    check(&mut window, from, to, 2, "they would rather wake up by the sea");
    check(&mut window, to, from, 2, "they would rather wake up by the sea");
    check(&mut window, from, from, 2, "they");
    let sentences = window.document().article.text.clone();
    let whole = sentences.slice(sentences.sentence_at(inside)).unwrap().to_owned();
    check(&mut window, from, to, 3, whole.trim_end());
}

#[test]
fn a_drag_backwards_by_words_keeps_the_first_word_and_moves_the_caret() {
    let mut window = Window::sample();
    let words = window.span_of("they would rather wake up by the sea");
    let (first, last) = (window.place(words.start + 1), window.place(words.end - 2));
    support::press_and_drag(&mut window.harness, last, first, 2);
    assert_eq!(window.page().caret(), words.start);
    window.press(Key::ArrowRight, SHIFT.plus(CTRL));
    assert_eq!(window.selected_words().trim_start(), "would rather wake up by the sea");
}

/// How many letters the full lines of an article have, from the shortest to
/// the longest; what is left out are the last lines of paragraphs.
fn line_lengths(window: &Window, words: &str) -> Vec<usize> {
    let paragraph = window.span_of(words);
    let tops = (paragraph.start..paragraph.end)
        .map(|position| window.page().place_in_window(position).expect("in sight").top().round() as i64);
    let mut lines: Vec<(i64, usize)> = Vec::new();
    for top in tops {
        match lines.last_mut() {
            Some((last, number)) if *last == top => *number += 1,
            _ => lines.push((top, 1)),
        }
    }
    lines.pop();
    let mut lengths: Vec<usize> = lines.into_iter().map(|(_, number)| number).collect();
    lengths.sort_unstable();
    lengths
}

const PARAGRAPH: &str = "The figures were read aloud one after the other while rain came down on the roof of the old market hall, and those who had come early kept their places near the stove at the back, where the lamps were brighter and the clerk could be heard without anybody having to lean forward or to ask a neighbour what had just been said about the bridge, the road and the winter.";

#[test]
fn the_measure_is_kept_at_every_width() {
    let text = format!("A town reads its figures\n\n{PARAGRAPH}\n");
    for (width, height, reading) in [
        (1024.0, 640.0, 16.0),
        (1100.0, 700.0, 16.0),
        (1180.0, 700.0, 16.0),
        (1280.0, 800.0, 16.0),
        (1920.0, 1080.0, 16.0),
        (1280.0, 800.0, 13.0),
        (1280.0, 800.0, 20.0),
        (1920.0, 1080.0, 24.0),
    ] {
        let window = Window::with_article("figures.txt", &text);
        let window = window.with_setting(egui::vec2(width, height), "reading", serde_json::json!(reading));
        let lengths = line_lengths(&window, PARAGRAPH);
        let middle = lengths[lengths.len() / 2];
        assert!((62..=74).contains(&middle), "{width} at {reading}: {lengths:?}");
    }
}

#[test]
fn what_stands_beside_the_page_gives_way_and_comes_back() {
    let mut window = Window::with_article("figures.txt", PARAGRAPH);
    let queue = |window: &Window| window.shows("Find articles and words");
    assert!(queue(&window));
    window.resize(1024.0, 640.0);
    assert!(!queue(&window) && window.shows("Quotes"), "the page has the room");
    window.press(Key::B, CTRL);
    assert!(queue(&window), "the queue stands in the panel's place");
    window.press(Key::B, CTRL);
    window.press(Key::L, CTRL);
    assert!(queue(&window), "it comes to find articles");
    window.press(Key::B, CTRL | SHIFT);
    assert!(!queue(&window) && window.shows("Quotes"), "and goes for the panel");
    window.press(Key::L, CTRL);
    window.press(Key::F6, NONE);
    window.press(Key::E, NONE);
    window.press(Key::Q, NONE);
    assert!(!queue(&window) && window.shows("Link a speaker"), "and for the card of a quote");
    window.resize(1280.0, 800.0);
    assert!(queue(&window) && window.shows("Quotes"));
}

#[test]
fn the_panels_tabs_fit_however_narrow_it_is() {
    use egui_kittest::kittest::NodeT as _;
    for (width, height) in [(640.0, 400.0), (700.0, 400.0), (1024.0, 640.0), (1280.0, 800.0)] {
        let mut window = Window::sample();
        window.press(Key::P, NONE);
        window.resize(width, height);
        let is_tab =
            |node: &egui_kittest::kittest::AccessKitNode<'_>| node.role() == egui::accesskit::Role::Tab;
        let tabs = window.harness.get_all(egui_kittest::kittest::By::new().predicate(is_tab));
        for tab in tabs {
            let (name, right) = (tab.accesskit_node().label(), tab.rect().right());
            assert!(right <= width, "{name:?} ends at {right} of {width}");
        }
    }
}
