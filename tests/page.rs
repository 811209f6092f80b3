//! The article page as people meet it: pointer, keyboard, screen reader, and
//! pictures to look at under `target/pictures`.
#![allow(
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod support;

use egui::{Key, Modifiers, Pos2, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use kutip::gui::page::{Edge, Hues, Page, PageEvent, PageInput, hues};
use kutip::model::{QuoteId, QuoteType, RegionKind, Role, Span, SpeakerKind};

use support::sample::{Sample, annotator, reference, small};
use support::{click, drag, harness, picture, whole};

struct Stand {
    sample: Sample,
    hues: Hues,
    page: Page,
    selected: Option<QuoteId>,
    found: Vec<Span>,
    events: Vec<PageEvent>,
    revision: u64,
}

impl Stand {
    fn new(sample: Sample) -> Self {
        let hues = hues(&sample.document, &sample.registry);
        let (page, found, events) = (Page::default(), Vec::new(), Vec::new());
        Self { sample, hues, page, selected: None, found, events, revision: 0 }
    }

    fn words(&self) -> &str {
        self.page.selection().map_or("", |span| self.sample.document.article.text.slice(span).unwrap())
    }
}

type Window = Harness<'static, Stand>;

fn window(sample: Sample, size: (f32, f32), look: Theme) -> Window {
    zoomed(sample, size, look, 1.0)
}

fn zoomed(sample: Sample, size: (f32, f32), look: Theme, zoom: f32) -> Window {
    let builder = harness(vec2(size.0, size.1), look).with_pixels_per_point(zoom).allow_missing_glyphs();
    let mut window = builder.build_ui_state(
        |ui, stand: &mut Stand| {
            whole(ui, |ui| {
                let input = PageInput {
                    document: &stand.sample.document,
                    registry: &stand.sample.registry,
                    annotator: Some(annotator()),
                    selected: stand.selected,
                    hues: &stand.hues,
                    found: &stand.found,
                    found_current: Some(0),
                    revision: stand.revision,
                    editable: true,
                    readings: None,
                    ghosts: None,
                };
                let output = stand.page.ui(ui, &input);
                for event in &output.events {
                    if let PageEvent::SelectQuote(quote) = event {
                        stand.selected = *quote;
                    }
                }
                stand.events.extend(output.events);
            });
        },
        Stand::new(sample),
    );
    window.run_ok();
    window
}

/// Where the words of a paragraph stand in the window: the middle of a
/// character, found by asking the page itself.
fn spot(window: &mut Window, words: &str) -> Pos2 {
    let at = window.state().sample.find(words, 0).start;
    place(window, at)
}

fn place(window: &mut Window, at: usize) -> Pos2 {
    let rect = window.state().page.place_in_window(at).expect("in sight");
    rect.center() + vec2(2.0, 0.0)
}

const CENTRE: (f32, f32) = (688.0, 730.0);

#[test]
#[ignore = "draws pictures to be looked at, in target/pictures"]
fn pictures() {
    let mut samples = vec![("small", small())];
    match reference() {
        Some(sample) => samples.push(("reference", sample)),
        None => println!("skipped: the reference article is not here (KUTIP_SEEDS names its folder)"),
    }
    for (name, sample) in samples {
        for look in [Theme::Light, Theme::Dark] {
            for (room, size) in [("centre", CENTRE), ("narrow", (430.0, 640.0)), ("wide", (1300.0, 800.0))] {
                let mut window = window(sample.clone(), size, look);
                let third = window.state().sample.document.quotes[2].id;
                window.state_mut().selected = Some(third);
                window.run_ok();
                picture(&mut window, &format!("page-{name}-{room}-{look:?}").to_lowercase());
            }
        }
    }
}

#[test]
#[ignore = "draws pictures to be looked at, in target/pictures"]
fn pictures_at_other_zooms() {
    for (zoom, name) in [(1.25, "125"), (2.0, "200")] {
        let mut window = zoomed(small(), (560.0, 360.0), Theme::Light, zoom);
        let second = window.state().sample.document.quotes[1].id;
        window.state_mut().selected = Some(second);
        window.run_ok();
        picture(&mut window, &format!("page-zoom-{name}"));
    }
}

fn crowded() -> Sample {
    let mut sample = small();
    let text = sample.document.article.text.clone();
    let line = text.line_at(sample.find("\"We waited", 0).start);
    for step in 0..9 {
        let id = sample.speaker(&format!("Person Number{step}"), SpeakerKind::Person);
        let span = Span::new(line.start + step * 3, line.end - step * 4);
        let kind = QuoteType::ALL[step % QuoteType::ALL.len()];
        sample.quote(kind, Some(id), &[(Role::Content, text.snapped(span))], |_| {});
    }
    sample
}

#[test]
#[ignore = "draws pictures to be looked at, in target/pictures"]
fn pictures_of_overlaps_of_open_folds_and_of_what_was_found() {
    for look in [Theme::Light, Theme::Dark] {
        let mut window = window(crowded(), CENTRE, look);
        let sample = window.state().sample.clone();
        window.state_mut().found =
            vec![sample.find("the", 0), sample.find("the islands", 0), sample.find("Dewi", 600)];
        window.state_mut().page.set_fold(true);
        let span = sample.find("bisa sekolah di kota,\" katanya, \"dan pulang sebelum", 0);
        window.state_mut().page.set_selection(span);
        window.run_ok();
        picture(&mut window, &format!("page-crowd-{look:?}").to_lowercase());
        let end = window.state().sample.document.article.text.len();
        window.state_mut().page.reveal(end - 3);
        window.run_ok();
        picture(&mut window, &format!("page-open-{look:?}").to_lowercase());
    }
}

#[test]
fn a_click_puts_the_caret_and_selects_the_quote_under_it() {
    let mut window = window(small(), CENTRE, Theme::Light);
    let at = spot(&mut window, "waited");
    click(&mut window, at, 1, Modifiers::NONE);
    let stand = window.state();
    assert_eq!(stand.page.caret(), stand.sample.find("waited", 0).start);
    assert_eq!(stand.page.selection(), None);
    let rina = stand.sample.document.quotes[0].id;
    assert_eq!(stand.selected, Some(rina));
    // Plain words leave the quote selected: its cue may be picked there.
    let plain = spot(&mut window, "opened a ferry");
    click(&mut window, plain, 1, Modifiers::NONE);
    assert_eq!(window.state().selected, Some(rina));
    click(&mut window, Pos2::new(20.0, plain.y), 1, Modifiers::NONE);
    assert_eq!(window.state().selected, None);
}

#[test]
fn clicking_again_goes_from_the_inner_quote_to_the_outer_one() {
    let mut window = window(small(), CENTRE, Theme::Light);
    let at = spot(&mut window, "would \"hold");
    let mut met = Vec::new();
    for _ in 0..3 {
        click(&mut window, at, 1, Modifiers::NONE);
        met.push(window.state().selected.unwrap());
        for _ in 0..60 {
            window.step();
        }
    }
    let quotes = &window.state().sample.document.quotes;
    let kind = |id| quotes.iter().find(|quote| quote.id == id).unwrap().quote_type;
    assert_eq!(met.map_kind(kind), [QuoteType::Reported, QuoteType::Indirect, QuoteType::Reported]);
}

trait MapKind {
    fn map_kind(&self, kind: impl Fn(QuoteId) -> QuoteType) -> Vec<QuoteType>;
}

impl MapKind for Vec<QuoteId> {
    fn map_kind(&self, kind: impl Fn(QuoteId) -> QuoteType) -> Vec<QuoteType> {
        self.iter().map(|id| kind(*id)).collect()
    }
}

#[test]
fn two_clicks_select_a_word_and_three_a_sentence() {
    let mut window = window(small(), CENTRE, Theme::Light);
    let at = spot(&mut window, "opened a ferry");
    click(&mut window, at, 2, Modifiers::NONE);
    assert_eq!(window.state().words(), "opened");
    for _ in 0..60 {
        window.step();
    }
    let at = spot(&mut window, "waved;");
    click(&mut window, at, 3, Modifiers::NONE);
    assert!(window.state().words().starts_with("The family"), "{:?}", window.state().words());
    assert!(window.state().words().ends_with("mark."));
}

#[test]
fn picking_a_word_in_another_quote_keeps_the_selected_one() {
    let mut window = window(small(), CENTRE, Theme::Light);
    let first = window.state().sample.document.quotes[0].id;
    window.state_mut().selected = Some(first);
    window.run_ok();
    let at = spot(&mut window, "sekolah");
    click(&mut window, at, 2, Modifiers::NONE);
    assert_eq!(window.state().words(), "sekolah");
    assert_eq!(window.state().selected, Some(first));
}

#[test]
fn right_to_left_words_are_selected_whole_and_their_positions_exact() {
    let mut window = window(Sample::new("He said שלום עולם to all."), CENTRE, Theme::Light);
    assert!(window.state().page.is_rough(), "the status bar can say so");
    for words in ["שלום", "עולם", "said"] {
        let span = window.state().sample.find(words, 0);
        let at = place(&mut window, span.start);
        click(&mut window, at, 2, Modifiers::NONE);
        assert_eq!(window.state().page.selection(), Some(span), "{words}");
        for _ in 0..60 {
            window.step();
        }
    }
    let (from, to) = (spot(&mut window, "שלום"), spot(&mut window, "to all"));
    drag(&mut window, &[from, from + (to - from) * 0.5, to]);
    assert_eq!(window.state().words(), "שלום עולם ");
}

#[test]
fn shift_and_a_click_extend_the_selection() {
    let mut window = window(small(), CENTRE, Theme::Light);
    let (from, to) = (spot(&mut window, "port of"), spot(&mut window, "to the islands"));
    click(&mut window, from, 1, Modifiers::NONE);
    click(&mut window, to, 1, Modifiers::SHIFT);
    assert_eq!(window.state().words(), "port of Tanjung Baru opened a ferry line ");
    assert!(window.state().events.iter().any(|event| matches!(event, PageEvent::SelectionChanged(Some(_)))));
}

#[test]
fn dragging_selects_across_paragraphs() {
    let mut window = window(small(), CENTRE, Theme::Light);
    let (from, to) = (spot(&mut window, "on Saturday"), spot(&mut window, "waited"));
    drag(&mut window, &[from, from + vec2(20.0, 4.0), to - vec2(10.0, 0.0), to]);
    assert_eq!(window.state().words(), "on Saturday.\n\n\"We ");
    window.key_press(Key::Escape);
    window.run_ok();
    assert_eq!(window.state().page.selection(), None);
}

#[test]
fn dragging_past_the_edge_scrolls() {
    let mut window = window(small(), (688.0, 300.0), Theme::Light);
    let from = spot(&mut window, "TANJUNG");
    let below = Pos2::new(from.x, 298.0);
    let along: Vec<_> = std::iter::once(from).chain([below; 90]).collect();
    drag(&mut window, &along);
    let end = window.state().page.selection().unwrap().end;
    assert!(end > window.state().sample.find("Nobody asked", 0).start, "reached {end}");
}

#[test]
fn an_edge_of_the_selected_quote_can_be_dragged() {
    let mut window = window(small(), CENTRE, Theme::Light);
    let quote = window.state().sample.document.quotes[0].clone();
    window.state_mut().selected = Some(quote.id);
    window.run_ok();
    let from = place(&mut window, quote.content[0].end - 1) + vec2(3.0, 0.0);
    let to = spot(&mut window, "harbour master");
    drag(&mut window, &[from, from + vec2(12.0, 0.0), to]);
    let expected = window.state().sample.find("harbour master", 0).start;
    let event =
        PageEvent::DragEdge { quote: quote.id, role: Role::Content, piece: 0, edge: Edge::End, to: expected };
    assert!(window.state().events.contains(&event), "{:?}", window.state().events);
    assert_eq!(window.state().page.selection(), None);
}

fn press(window: &mut Window, keys: &[(Key, Modifiers)]) {
    for (key, modifiers) in keys {
        window.key_press_modifiers(*modifiers, *key);
        window.step();
    }
    window.step();
}

fn focused() -> Window {
    let mut window = window(small(), CENTRE, Theme::Light);
    let at = spot(&mut window, "TANJUNG");
    click(&mut window, at - vec2(2.0, 0.0), 1, Modifiers::NONE);
    window
}

#[test]
fn keys_move_by_character_word_line_and_page() {
    const NONE: Modifiers = Modifiers::NONE;
    let mut window = focused();
    let start = window.state().sample.find("TANJUNG", 0).start;
    assert_eq!(window.state().page.caret(), start);
    press(&mut window, &[(Key::ArrowRight, NONE), (Key::ArrowRight, NONE)]);
    assert_eq!(window.state().page.caret(), start + 2);
    press(&mut window, &[(Key::ArrowRight, Modifiers::COMMAND)]);
    assert_eq!(window.state().page.caret(), start + "TANJUNG".len());
    press(&mut window, &[(Key::Home, NONE), (Key::ArrowDown, NONE)]);
    assert_eq!(window.state().page.caret(), window.state().sample.find("opened a ferry", 0).start);
    press(&mut window, &[(Key::End, NONE)]);
    assert_eq!(window.state().page.caret(), window.state().sample.find("Saturday.", 0).end);
    press(&mut window, &[(Key::ArrowUp, NONE), (Key::Home, NONE), (Key::ArrowUp, NONE)]);
    assert_eq!(window.state().page.caret(), window.state().sample.find("Photo", 0).start);
    press(&mut window, &[(Key::Home, Modifiers::COMMAND)]);
    assert_eq!(window.state().page.caret(), 0);
    press(&mut window, &[(Key::PageDown, NONE)]);
    assert!(window.state().page.caret() > start);
    press(&mut window, &[(Key::End, Modifiers::COMMAND)]);
    let last = window.state().sample.find("combining mark.", 0).end;
    assert_eq!(window.state().page.caret(), last, "what is folded is passed over");
}

#[test]
fn keys_move_by_sentence_and_paragraph() {
    const ALT: Modifiers = Modifiers::ALT;
    const CTRL: Modifiers = Modifiers::COMMAND;
    let mut window = focused();
    let start = window.state().page.caret();
    press(&mut window, &[(Key::ArrowDown, CTRL)]);
    let second = window.state().page.caret();
    assert!(second > start, "the next paragraph");
    press(&mut window, &[(Key::ArrowRight, Modifiers::NONE), (Key::ArrowUp, CTRL)]);
    assert_eq!(window.state().page.caret(), second, "the start of this paragraph");
    press(&mut window, &[(Key::ArrowUp, CTRL)]);
    assert_eq!(window.state().page.caret(), start);
    press(&mut window, &[(Key::ArrowRight, ALT | Modifiers::SHIFT)]);
    let words = window.state().words().to_owned();
    assert!(words.starts_with("TANJUNG") && words.trim_end().ends_with('.'), "{words:?}");
    press(&mut window, &[(Key::ArrowLeft, ALT)]);
    assert_eq!(window.state().page.caret(), start);
}

#[test]
fn keys_with_shift_select_and_copy_gives_the_words() {
    let mut window = focused();
    press(&mut window, &[(Key::ArrowRight, Modifiers::SHIFT | Modifiers::COMMAND)]);
    assert_eq!(window.state().words(), "TANJUNG");
    window.event(egui::Event::Copy);
    window.step();
    let copied = window
        .output()
        .platform_output
        .commands
        .iter()
        .any(|command| matches!(command, egui::OutputCommand::CopyText(words) if words == "TANJUNG"));
    assert!(copied);
    press(&mut window, &[(Key::ArrowLeft, Modifiers::NONE)]);
    assert_eq!(window.state().page.selection(), None);
    press(&mut window, &[(Key::A, Modifiers::COMMAND)]);
    assert!(
        window.state().words().starts_with("Harbour Town")
            && window.state().words().ends_with("combining mark.")
    );
    press(&mut window, &[(Key::Escape, Modifiers::NONE)]);
    assert_eq!(window.state().page.selection(), None);
}

#[test]
fn positions_never_split_what_is_one_character_to_people() {
    let mut window = focused();
    let text = window.state().sample.document.article.text.clone();
    let start = window.state().sample.find("The family", 0).start;
    window.state_mut().page.set_selection(Span::new(start, start));
    for _ in 0..40 {
        press(&mut window, &[(Key::ArrowRight, Modifiers::SHIFT)]);
        let caret = window.state().page.caret();
        assert!(text.is_grapheme_boundary(caret), "{caret} lies inside a grapheme");
    }
    let row = spot(&mut window, "The family");
    for x in (64..600).step_by(3) {
        let x = x as f32;
        click(&mut window, Pos2::new(x, row.y), 1, Modifiers::NONE);
        let caret = window.state().page.caret();
        assert!(text.is_grapheme_boundary(caret), "a click at {x} gave {caret}, inside a grapheme");
    }
}

#[test]
fn the_fold_opens_on_a_click_and_by_revealing_what_it_hides() {
    let mut window = window(small(), CENTRE, Theme::Light);
    assert!(window.query_by_label("Send us your comment").is_none());
    window.get_by_label("Show 4 lines that are not the article").click();
    window.run_ok();
    assert!(window.state().page.is_fold_open());
    assert!(window.state().events.contains(&PageEvent::FoldToggled(true)));
    window.get_by_label("Send us your comment");
    window.get_by_label("Fold 4 lines that are not the article").click();
    window.run_ok();
    assert!(!window.state().page.is_fold_open());
    let hidden = window.state().sample.find("Ten recipes", 0).start;
    window.state_mut().page.reveal(hidden);
    window.run_ok();
    window.get_by_label("Ten recipes for a rainy day");
}

#[test]
fn screen_readers_get_the_paragraphs_and_the_quotes() {
    let mut window = window(small(), CENTRE, Theme::Light);
    window.get_by_label("Article text, 7 paragraphs");
    window.get_by_label("Nobody asked the fishermen, a voice from the crowd called out.");
    window.get_by_label_contains("3 February 2024, 09:30");
    let label = "Quote by Budi Santoso, mixed, a claim: “jalur baru itu \"akan mengubah hidup\" warga pulau”";
    window.get_by_label(label).click();
    window.run_ok();
    assert_eq!(window.state().selected, Some(window.state().sample.document.quotes[1].id));
    window.get_by_label("Quote without a speaker, free indirect: “Nobody asked the fishermen”");
}

#[test]
fn what_is_revealed_comes_into_sight_and_stays_when_the_window_narrows() {
    let mut words = String::new();
    for paragraph in 0..300 {
        words.push_str(&format!(
            "Paragraph {paragraph} has words enough for two lines of this page, or so it should seem.\n"
        ));
    }
    let mut window = window(Sample::new(&words), CENTRE, Theme::Light);
    let at = window.state().sample.find("Paragraph 211 ", 0).start;
    window.state_mut().page.reveal(at);
    window.run_ok();
    let rect = window.state().page.place_in_window(at).unwrap();
    assert!((0.0..CENTRE.1).contains(&rect.center().y), "{rect:?}");
    for width in [600.0, 500.0, 430.0] {
        window.set_size(vec2(width, CENTRE.1));
        window.run_ok();
    }
    let rect = window.state().page.place_in_window(at).unwrap();
    assert!((0.0..CENTRE.1).contains(&rect.center().y), "narrowed: {rect:?}");
}

#[test]
fn scrolling_up_into_what_was_never_seen_makes_nothing_jump() {
    let mut words = String::new();
    for paragraph in 0..200 {
        // Wide and narrow letters by turns: no estimate is right.
        let letters = if paragraph % 2 == 0 { "WMWM MWMW " } else { "ilil lili " };
        words.push_str(&format!("P{paragraph} {}\n", letters.repeat(10 + paragraph % 23)));
    }
    let mut window = window(Sample::new(&words), CENTRE, Theme::Light);
    let at = window.state().sample.find("P150 ", 0).start;
    window.state_mut().page.reveal(at);
    window.run_ok();
    window.hover_at(Pos2::new(300.0, 300.0));
    window.step();
    let mut follow = at;
    let mut before = window.state().page.place_in_window(follow).unwrap().min.y;
    for _ in 0..120 {
        window.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, 40.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        });
        window.step();
        let now = window.state().page.place_in_window(follow).unwrap().min.y;
        assert!((-1.0..=120.0).contains(&(now - before)), "moved by {} at {follow}", now - before);
        let text = &window.state().sample.document.article.text;
        follow = if now > 500.0 {
            text.line_at(text.line_at(follow).start.saturating_sub(2)).start
        } else {
            follow
        };
        before = window.state().page.place_in_window(follow).unwrap().min.y;
    }
}

#[test]
fn right_to_left_text_is_marked_by_the_word_and_nothing_panics() {
    let mut sample = Sample::new("Plain first.\nabc قال الرئيس שלום xyz بعد ذلك\nPlain last.\n");
    let id = sample.speaker("Someone", SpeakerKind::Person);
    let span = sample.find("قال", 0);
    sample.quote(QuoteType::Direct, Some(id), &[(Role::Content, span)], |_| {});
    let mut window = window(sample, CENTRE, Theme::Light);
    let text = window.state().sample.document.article.text.clone();
    let row = spot(&mut window, "abc");
    for x in (64..600).step_by(7) {
        click(&mut window, Pos2::new(x as f32, row.y), 2, Modifiers::NONE);
        let span = window.state().page.selection().unwrap_or(Span::new(0, 0));
        assert!(
            span.end <= text.len()
                && text.is_grapheme_boundary(span.start)
                && text.is_grapheme_boundary(span.end)
        );
    }
    press(
        &mut window,
        &[(Key::Home, Modifiers::NONE), (Key::End, Modifiers::SHIFT), (Key::ArrowDown, Modifiers::NONE)],
    );
}

#[test]
fn an_article_without_regions_is_all_body() {
    let mut window = window(Sample::new("One line.\n\nAnother.\n\n\nThe third."), CENTRE, Theme::Light);
    window.get_by_label("Article text, 3 paragraphs");
    assert!(window.state().sample.document.article.regions_of(RegionKind::Body).next().is_none());
    picture(&mut window, "page-plain");
}

#[test]
fn an_empty_article_is_an_empty_page() {
    for text in ["", "\n\n  \n"] {
        let mut window = window(Sample::new(text), CENTRE, Theme::Light);
        click(&mut window, Pos2::new(300.0, 300.0), 2, Modifiers::NONE);
        press(
            &mut window,
            &[
                (Key::End, Modifiers::COMMAND),
                (Key::ArrowDown, Modifiers::NONE),
                (Key::A, Modifiers::COMMAND),
            ],
        );
        assert_eq!(window.state().page.selection(), None);
    }
}

#[test]
fn a_page_left_alone_asks_for_no_frame() {
    let mut window = focused();
    for _ in 0..600 {
        window.step();
    }
    let delay =
        window.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min().unwrap();
    assert!(delay > std::time::Duration::from_mins(1), "wakes after {delay:?}");
}

#[test]
fn neighbours_never_share_a_hue_and_the_rest_keep_their_own() {
    let mut sample = Sample::new(&"word ".repeat(400));
    let ids: Vec<_> = (0..30).map(|i| sample.speaker(&format!("S{i}"), SpeakerKind::Person)).collect();
    for (at, speaker) in [0, 12, 24, 1, 13, 25, 2].into_iter().enumerate() {
        let span = Span::new(at * 10, at * 10 + 4);
        sample.quote(QuoteType::Direct, Some(ids[speaker]), &[(Role::Content, span)], |_| {});
    }
    let hues = hues(&sample.document, &sample.registry);
    let order: Vec<_> = sample.document.quotes.iter().map(|quote| hues[&quote.speakers[0]]).collect();
    assert!(order.windows(2).all(|pair| pair[0] != pair[1]), "{order:?}");
    assert_eq!((hues[&ids[0]].index(), hues[&ids[2]].index()), (0, 2));
}

#[test]
#[ignore = "draws pictures to be looked at, in target/pictures"]
fn pictures_of_the_controls() {
    for look in [Theme::Light, Theme::Dark] {
        let mut words = "Rina Dewi".to_owned();
        let (mut on, mut kind, mut share) = (true, 1, 0.4);
        let mut window = harness::<()>(vec2(420.0, 330.0), look).build_ui(move |ui| {
            whole(ui, |ui| {
                egui::CentralPanel::default().show(ui, |ui| {
                    ui.heading("Speakers");
                    ui.label("Everyone who is quoted in this project.");
                    ui.small("Second rank");
                    ui.horizontal(|ui| {
                        let _ = ui.button("Add speaker");
                        let _ = ui.button("Focused");
                        ui.add_enabled(false, egui::Button::new("Disabled"));
                    });
                    let label = ui.label("Name");
                    ui.text_edit_singleline(&mut words).labelled_by(label.id);
                    ui.checkbox(&mut on, "Show suggestions");
                    ui.horizontal(|ui| {
                        for (index, name) in ["direct", "mixed", "indirect"].into_iter().enumerate() {
                            ui.selectable_value(&mut kind, index, name);
                        }
                    });
                    ui.radio_value(&mut kind, 1, "Mixed");
                    ui.add(egui::Slider::new(&mut share, 0.0..=1.0).text("Share"));
                    ui.separator();
                    ui.add(egui::ProgressBar::new(0.6));
                    egui::ComboBox::from_label("Language").selected_text("Indonesian").show_ui(ui, |_| {});
                });
            });
        });
        window.get_by_label("Focused").focus();
        window.run_ok();
        picture(&mut window, &format!("theme-{look:?}").to_lowercase());
    }
}

#[test]
fn the_focus_ring_comes_with_the_keyboard_and_goes_with_the_pointer() {
    let mut window = window(small(), CENTRE, Theme::Light);
    let before = picture(&mut window, "page-unfocused");
    press(&mut window, &[(Key::Tab, Modifiers::NONE)]);
    let ringed = picture(&mut window, "page-focused");
    assert_ne!(before.get_pixel(1, 300), ringed.get_pixel(1, 300));
    let at = spot(&mut window, "opened a ferry");
    click(&mut window, at, 1, Modifiers::NONE);
    assert_eq!(before.get_pixel(1, 300), picture(&mut window, "page-clicked").get_pixel(1, 300));
}

#[test]
fn copying_without_a_selection_leaves_the_clipboard_alone() {
    let mut window = focused();
    window.event(egui::Event::Copy);
    window.step();
    assert!(window.output().platform_output.commands.is_empty());
}

#[test]
fn another_article_begins_at_its_top() {
    let mut words = String::new();
    for paragraph in 0..100 {
        words.push_str(&format!("Paragraph {paragraph} stands here.\n"));
    }
    let mut window = window(Sample::new(&words), CENTRE, Theme::Light);
    window.state_mut().page.reveal(words.len() - 4);
    window.state_mut().page.set_selection(Span::new(300, 320));
    window.run_ok();
    assert!(window.query_by_label("Paragraph 0 stands here.").is_none());
    let mut other = Sample::new(&words);
    let article = std::sync::Arc::make_mut(&mut other.document.article);
    article.id = "00000000-0000-0000-0000-000000000099".parse().unwrap();
    window.state_mut().sample = other;
    window.run_ok();
    window.get_by_label("Paragraph 0 stands here.");
    assert_eq!(window.state().page.selection(), None);
}
