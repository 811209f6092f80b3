//! The main job, by pointer and by keyboard, on the reference article and on
//! one of the same shape.

use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;
use kutip::model::{Mention, QuoteType, Role, Stage};

use crate::job::{ARTICLES, Hand, Window};

#[test]
fn the_main_job_by_pointer_and_again_by_keyboard() {
    for article in ARTICLES {
        let Some(text) = article.text() else {
            eprintln!("SKIPPED: the reference article is not at {}", article.file);
            continue;
        };
        for hand in [Hand::Pointer, Hand::Keyboard] {
            let mut window = Window::with_article(article.file, &text).without_suggestions();
            for quote in article.quotes {
                window.mark(hand, quote);
            }
            window.expect(article.quotes);
            window.expect_export(article.quotes);

            let marked = window.document();
            let steps = window.undo_all();
            assert!(window.document().quotes.is_empty(), "undo reaches back to the first quote");
            window.redo(steps);
            assert_eq!(window.document().quotes, marked.quotes, "redo makes all of it again");
            window.reopened_equals(&marked);
        }
    }
}

#[test]
fn a_finished_article_is_told_and_the_next_one_opened() {
    let mut window = Window::sample();
    let first = window.document().article.id;
    // Once for the article, once for the list of what may have been missed.
    window.press(Key::Enter, Modifiers::COMMAND);
    window.press(Key::Enter, Modifiers::COMMAND);
    let second = window.document().article.id;
    assert_ne!(first, second);
    window.press(Key::P, Modifiers::NONE);
    assert_eq!(window.document().article.id, first);
    assert_eq!(window.stage(), Stage::Done);
    window.press(Key::N, Modifiers::NONE);
    assert_eq!(window.document().article.id, second);
}

#[test]
fn an_edit_on_a_finished_article_takes_it_up_again() {
    let mut window = Window::sample();
    window.press(Key::P, Modifiers::NONE);
    assert_eq!(window.stage(), Stage::Done, "the first article of the sample is finished");
    window.select_words(Hand::Keyboard, "Pertemuan berikutnya");
    window.press(Key::Q, Modifiers::NONE);
    assert_eq!(window.stage(), Stage::InProgress);
    window.press(Key::Z, Modifiers::COMMAND);
    assert_eq!(window.stage(), Stage::Done);
}

#[test]
fn a_quotation_around_the_caret_is_marked_without_selecting() {
    let mut window = Window::sample();
    window.click_words("rather wake up");
    window.press(Key::Q, Modifiers::NONE);
    let quote = window.selected_quote();
    assert!(quote.content[0].text.starts_with("“People"), "{quote:?}");
    assert!(quote.content[0].text.ends_with("traffic,”"), "{quote:?}");
    assert_eq!(quote.quote_type, QuoteType::Direct);
}

#[test]
fn a_discontinuous_quote_is_one_quote() {
    let mut window = Window::sample();
    window.select_words(Hand::Pointer, "“People have told us, again and again, that they would rather wake up by the sea than sit in traffic,”");
    window.press(Key::Q, Modifiers::NONE);
    window.select_words(Hand::Pointer, "“So we listened.”");
    window.press(Key::Plus, Modifiers::NONE);
    let quote = window.selected_quote();
    assert_eq!(quote.content.len(), 2);
    assert_eq!(quote.quote_type, QuoteType::Direct);
}

#[test]
fn the_selection_grows_and_shrinks_by_steps() {
    let mut window = Window::sample();
    window.click_words("rather wake up");
    let mut steps = Vec::new();
    for _ in 0..3 {
        window.press(Key::E, Modifiers::NONE);
        steps.push(window.selected_words());
    }
    assert_eq!(steps[0], "rather");
    assert!(steps[1].starts_with("People have") && steps[1].ends_with("traffic,"), "{steps:?}");
    assert!(steps[2].starts_with('“') && steps[2].ends_with('”'), "{steps:?}");
    window.press(Key::E, Modifiers::SHIFT);
    assert_eq!(window.selected_words(), steps[1]);
}

#[test]
fn type_claim_and_deletion_have_a_key_each() {
    let mut window = Window::sample();
    window.select_words(Hand::Pointer, "the line will cost 14 million a year and carry 90,000 passengers");
    window.press(Key::Q, Modifiers::NONE);
    assert_eq!(window.selected_quote().quote_type, QuoteType::Indirect);
    window.press(Key::T, Modifiers::NONE);
    assert_eq!(window.selected_quote().quote_type, QuoteType::Mixed);
    window.press(Key::X, Modifiers::NONE);
    assert_eq!(window.document().claims.len(), 1);
    assert_eq!(window.document().claims[0].quote, Some(window.selected_quote().id));
    window.press(Key::Delete, Modifiers::NONE);
    assert!(window.document().quotes.is_empty());
    assert!(window.document().claims.is_empty());
    window.press(Key::Z, Modifiers::COMMAND);
    assert_eq!(window.document().quotes.len(), 1);
    assert_eq!(window.document().claims.len(), 1);
}

#[test]
fn tab_walks_through_the_quotes_and_a_number_links_a_speaker() {
    let mut window = Window::sample().without_suggestions();
    for words in ["“Ask a nurse who finishes at midnight,”", "“So we listened.”"] {
        window.select_words(Hand::Pointer, words);
        window.press(Key::Q, Modifiers::NONE);
    }
    window.link("Helena Marsh");
    window.press(Key::Tab, Modifiers::NONE);
    assert!(window.selected_quote().content[0].text.starts_with("“Ask"));
    window.press(Key::Num1, Modifiers::NONE);
    assert_eq!(window.speakers_of(&window.selected_quote()), ["Helena Marsh"]);
    window.press(Key::Tab, Modifiers::SHIFT);
    assert!(window.selected_quote().content[0].text.starts_with("“So"), "{:?}", window.selected_quote());
}

#[test]
fn an_alias_or_a_part_of_the_name_finds_the_speaker() {
    let mut window = Window::sample();
    window.select_words(Hand::Pointer, "“So we listened.”");
    window.press(Key::Q, Modifiers::NONE);
    window.link_by("anggra", Key::Enter, Modifiers::NONE);
    assert_eq!(window.speakers_of(&window.selected_quote()), ["Dewi Anggraini"]);
    window.link_by("Dewi", Key::Enter, Modifiers::COMMAND);
    assert_eq!(
        window.speakers_of(&window.selected_quote()),
        ["Dewi Anggraini", "Dewi"],
        "Ctrl+Enter makes a new one"
    );
}

#[test]
fn regions_are_corrected_by_hand() {
    let mut window = Window::sample();
    window.select_words(Hand::Pointer, "Not everyone is convinced.");
    window.menu(&["Article", "Selection is a caption"]);
    let article = window.document().article.clone();
    let span = window.span_of("Not everyone is convinced.");
    assert!(
        article
            .regions
            .iter()
            .any(|region| region.span == span && region.kind == kutip::model::RegionKind::Caption)
    );
    window.press(Key::Z, Modifiers::COMMAND);
    assert_ne!(window.document().article.regions, article.regions);
}

#[test]
fn metadata_are_corrected_by_hand() {
    let mut window = Window::sample();
    window.press(Key::F2, Modifiers::NONE);
    window.focus_field("Outlet");
    window.press(Key::A, Modifiers::COMMAND);
    window.type_text("The Harbour");
    window.click_label("Save");
    assert_eq!(window.document().article.metadata.publisher.as_deref(), Some("The Harbour"));
}

#[test]
fn letters_typed_into_a_field_run_no_command() {
    let mut window = Window::sample();
    window.select_words(Hand::Pointer, "“So we listened.”");
    window.press(Key::L, Modifiers::COMMAND);
    window.type_text("qcsatx");
    assert!(window.document().quotes.is_empty());
    assert_eq!(window.document().claims.len(), 0);
}

#[test]
fn a_note_is_kept_when_its_field_is_left() {
    let mut window = Window::sample();
    window.select_words(Hand::Pointer, "“So we listened.”");
    window.press(Key::Q, Modifiers::NONE);
    window.focus_field("Note");
    window.type_text("said twice");
    window.press(Key::Escape, Modifiers::NONE);
    window.harness.run();
    assert_eq!(window.selected_quote().note.as_deref(), Some("said twice"));
}

#[test]
fn files_held_over_the_window_say_what_letting_go_does() {
    let mut window = Window::sample();
    let mut hold = |paths: &[&str], words: Option<&str>| {
        let held = |path: &&str| egui::HoveredFile { path: Some((*path).into()), ..Default::default() };
        window.harness.input_mut().hovered_files = paths.iter().map(held).collect();
        window.harness.run_steps(3);
        let told = ["Let go to import the file", "Let go to import 2 files", "Let go to open the project"];
        let shown: Vec<_> =
            told.into_iter().filter(|words| window.harness.query_by_label(words).is_some()).collect();
        assert_eq!(shown, Vec::from_iter(words), "{paths:?}");
    };
    hold(&["a.txt"], Some("Let go to import the file"));
    hold(&["a.txt", "b.html"], Some("Let go to import 2 files"));
    hold(&["other.kutip"], Some("Let go to open the project"));
    hold(&[], None);
}

#[test]
fn dropped_files_are_imported() {
    let mut window = Window::sample();
    window.drop_file("tests/fixtures/pages/essay.txt");
    assert_eq!(window.articles(), 4);
    window.drop_file("tests/fixtures/pages/essay.txt");
    assert_eq!(window.articles(), 4, "the same file is recognised");
    window.press(Key::Z, Modifiers::COMMAND);
    assert_eq!(window.articles(), 3, "an import can be undone");
}

#[test]
fn what_cannot_be_imported_is_told() {
    let mut window = Window::sample();
    window.drop_bytes("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    assert_eq!(window.articles(), 3);
    window.expect_notice("picture.txt");
}

#[test]
fn what_cannot_be_imported_is_told_in_the_windows_language() {
    let mut window = Window::sample();
    window.press(Key::Comma, Modifiers::COMMAND);
    window.click_label("Bahasa Indonesia");
    window.press(Key::Escape, Modifiers::NONE);
    window.drop_bytes("gambar.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    window.expect_notice("0 artikel diimpor, 1 hal dilewati.");
    window.expect_notice("gambar.txt: ini gambar PNG, bukan teks");
}

#[test]
fn a_second_window_sees_what_the_first_one_did() {
    let mut first = Window::sample();
    let mut second = first.second_window();
    first.select_words(Hand::Pointer, "“So we listened.”");
    first.press(Key::Q, Modifiers::NONE);
    second.harness.run();
    assert_eq!(second.document().quotes, first.document().quotes);
}

#[test]
fn projects_that_cannot_be_opened_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let check = |name: &str, bytes: &[u8], sentence: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        Window::of(Some(&path)).expect_notice(sentence);
    };
    check("notes.kutip", b"only words", "is not a Kutip project");
    check("empty.kutip", b"", "the file is empty");
    Window::of(Some(&folder.path().join("none.kutip"))).expect_notice("There is no project at");
}

#[test]
fn a_source_inside_its_cue_is_a_clitic() {
    let mut window = Window::sample();
    window.press(Key::N, Modifiers::NONE);
    window
        .select_words(Hand::Keyboard, "\"Kami belum tahu hasilnya, jadi jangan buru-buru bertepuk tangan,\"");
    window.press(Key::Q, Modifiers::NONE);
    window.select_words(Hand::Keyboard, "tuturnya");
    window.press(Key::C, Modifiers::NONE);
    let cue = window.selected_quote().pieces(Role::Cue)[0].clone();
    window.select(Hand::Keyboard, kutip::model::Span::new(cue.end - 3, cue.end));
    window.press(Key::S, Modifiers::NONE);
    assert_eq!(window.selected_quote().mention, Some(Mention::Clitic));
}

#[test]
fn the_window_left_alone_asks_for_no_frame() {
    let mut window = Window::sample();
    window.harness.run_steps(60 * 8);
    let output = window.harness.output();
    let delay = output.viewport_output.values().map(|viewport| viewport.repaint_delay).min().unwrap();
    assert!(delay > std::time::Duration::from_mins(1), "the next frame is due in {delay:?}");
}

#[test]
fn both_themes_can_be_chosen_and_are_kept() {
    let mut window = Window::sample();
    for (item, theme) in [("Dark", Theme::Dark), ("Light", Theme::Light)] {
        window.menu(&["View", item]);
        window.harness.run();
        assert_eq!(window.harness.ctx.theme(), theme);
    }
}
