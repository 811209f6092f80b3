//! Every command of Annotate by its name in the palette. Those whose gestures
//! have tests of their own are only found and run here; of the others this
//! says what they do.

use egui::{Key, Modifiers, Theme};
use kutip::model::{RegionKind, Stage};

use crate::job::{Hand, Window};

const NONE: Modifiers = Modifiers::NONE;

/// What a command does to the first article of the sample: before it is run
/// the words may be selected; after it, something holds.
fn check(name: &str, selected: Option<&str>, holds: impl Fn(&Window) -> bool) {
    let mut window = Window::sample();
    if let Some(words) = selected {
        window.select_words(Hand::Keyboard, words);
    }
    assert!(!holds(&window), "{name}: it holds before");
    window.by_command(name);
    assert!(holds(&window), "{name}");
}

#[test]
fn what_is_shown() {
    let queue = |window: &Window| !window.shows("Find articles and words");
    check("Show or hide the queue", None, queue);
    check("Show or hide the panel", None, |window| !window.shows("Claims"));
    check("Show or fold what is not the article", None, |window| window.page().is_fold_open());
    check("Go to Review", None, |window| window.shows("Single review"));
    check("Keys", None, |window| window.shows("Find a key or a command"));
    check("About Kutip", None, |window| window.shows("Version"));
    check("Take the tour", None, |window| window.shows("1 of 5"));
    check("Settings…", None, |window| window.shows("Reading size"));
    check("Annotate as…", None, |window| window.shows("Annotate as"));
    check("Title, date and outlet…", None, |window| window.shows("Section"));
    check("Find in the article…", None, |window| window.shows("Next hit"));
    check("Dark", None, |window| window.harness.ctx.theme() == Theme::Dark);
    check("Light", None, |window| window.settings()["theme"] == "light");
    let zoom = |window: &Window| window.settings()["zoom"].as_f64().unwrap_or(1.0);
    check("Larger", None, |window| zoom(window) > 1.0);
    check("Smaller", None, |window| zoom(window) < 1.0);
}

#[test]
fn sizes_and_looks_go_back() {
    let mut window = Window::sample();
    window.by_command("Larger");
    window.by_command("Original size");
    assert_eq!(window.settings()["zoom"], 1.0);
    window.by_command("Dark");
    window.by_command("Light or dark as the system");
    assert_eq!(window.settings()["theme"], "system");
    assert_eq!(window.harness.ctx.theme(), Theme::Light, "paper, where the system doesn't say");
}

#[test]
fn selections() {
    check("Select the whole article", None, |window| {
        let all = window.document().article.text.len();
        window.page().selection().is_some_and(|span| span.len() == all)
    });
    let grown = |window: &Window| window.selected_words() == "would";
    let mut window = Window::sample();
    window.click_words("would rather wake up");
    window.by_command("Grow the selection");
    assert!(grown(&window));
    window.by_command("Grow the selection");
    assert!(!grown(&window));
    window.by_command("Shrink the selection");
    assert!(grown(&window));
}

#[test]
fn an_article_goes_through_its_stages() {
    check("Mark as done", None, |window| window.stage() == Stage::Done);
    let mut window = Window::sample();
    window.by_command("Mark as done");
    window.by_command("Take the article up again");
    assert_eq!(window.stage(), Stage::InProgress);
    check("Next article", None, |window| window.document().article.display_title().starts_with("Pemerintah"));
    check("Previous article", None, |window| {
        window.document().article.display_title().starts_with("Nelayan")
    });
    check("Delete the article", None, |window| window.articles() == 2);
    let mut window = Window::sample();
    window.by_command("Delete the article");
    window.press(Key::Z, Modifiers::COMMAND);
    assert_eq!(window.articles(), 3, "it comes back");
}

#[test]
fn stretches_of_the_text_get_a_role() {
    for (name, kind) in [
        ("Selection is the headline", RegionKind::Headline),
        ("Selection is the byline", RegionKind::Byline),
        ("Selection is the publication line", RegionKind::PublicationLine),
        ("Selection is the dateline", RegionKind::Dateline),
        ("Selection is a caption", RegionKind::Caption),
        ("Selection is a credit", RegionKind::Credit),
        ("Selection is a related link", RegionKind::RelatedLink),
        ("Selection is not the article", RegionKind::Boilerplate),
    ] {
        let words = "Not everyone is convinced.";
        check(name, Some(words), |window| {
            let span = window.span_of(words);
            window.document().article.regions.iter().any(|region| region.kind == kind && region.span == span)
        });
    }
    let mut window = Window::sample();
    let words = "Not everyone is convinced.";
    window.select_words(Hand::Keyboard, words);
    window.by_command("Selection has no role");
    let span = window.span_of(words);
    let regions = &window.document().article.regions;
    assert!(regions.iter().all(|region| region.span.intersection(span).is_none()));
    window.by_command("Selection is body text");
    assert!(window.document().article.regions.iter().any(|region| region.span.contains(span.start)));
}

#[test]
fn files_are_written_and_read_by_their_paths() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let mut window = Window::sample();
    window.press(Key::P, NONE);
    for format in kutip::format::EXPORTERS {
        let file = path(&format!("out-{}", format.name()));
        window.by_command(&format!("Export as {}…", format.name()));
        window.answer_path(&file);
        assert!(std::fs::metadata(&file).is_ok_and(|file| file.len() > 0), "{}", format.name());
    }
    let copy = path("copy.kutip");
    window.by_command("Back up to…");
    window.answer_path(&copy);
    window.by_command("Open project…");
    window.answer_path(&copy);
    assert_eq!(window.workspace().path(), std::path::Path::new(&copy));
    std::fs::create_dir(path("pages")).unwrap();
    std::fs::write(path("pages/one.txt"), "A first page\n\nIt has a paragraph of its own, and it ends here.")
        .unwrap();
    window.by_command("Import a folder…");
    window.answer_path(&path("pages"));
    assert_eq!(window.articles(), 4);
    std::fs::write(path("two.txt"), "A second page\n\nIt has another paragraph, and that ends here.")
        .unwrap();
    window.by_command("Import articles…");
    window.answer_path(&path("two.txt"));
    assert_eq!(window.articles(), 5);
    window.by_command("Open the sample project");
    assert_eq!(window.articles(), 3);
}
