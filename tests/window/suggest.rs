//! Suggestions in the window: ghosts, quotes that complete themselves, what
//! was missed.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use kutip::model::{QuoteType, Role, Stage};

use crate::job::{ARTICLES, Article, Hand, Wanted, Window};

const NONE: Modifiers = Modifiers::NONE;

impl Window {
    fn has(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    fn quotes(&self) -> usize {
        self.document().quotes.len()
    }
}

fn each_article(check: impl Fn(&Article, Window)) {
    for article in ARTICLES {
        match article.text() {
            Some(text) => check(article, Window::with_article(article.file, &text)),
            None => eprintln!("SKIPPED: the reference article is not at {}", article.file),
        }
    }
}

fn direct(article: &Article) -> impl Iterator<Item = &Wanted> {
    article.quotes.iter().filter(|quote| quote.quote_type == QuoteType::Direct)
}

#[test]
fn a_click_and_q_make_a_whole_quote() {
    each_article(|article, mut window| {
        for quote in direct(article) {
            window.click_words(quote.content);
            window.press(Key::Q, NONE);
            let made = window.selected_quote();
            assert_eq!(made.cue[0].text, quote.cue);
            assert_eq!(made.source[0].text, quote.source);
            assert_eq!(made.mention, quote.mention);
            assert_eq!(window.speakers_of(&made), [quote.speaker]);
            assert_eq!(made.relay.len(), usize::from(quote.relay.is_some()));
            assert_eq!(made.quote_type, QuoteType::Direct);
        }
        let (number, actions) = (direct(article).count(), window.hand.all());
        println!(
            "{}: {number} direct quotes by Q: {actions} actions, {} each",
            article.file,
            actions / number
        );
        assert!(actions <= 3 * number);
        assert_eq!(window.quotes(), number);
    });
}

#[test]
fn enter_takes_one_suggestion_after_the_other() {
    each_article(|article, mut window| {
        let mut actions = 0;
        while window.has("Suggested:") {
            window.harness.key_press_modifiers(NONE, Key::Enter);
            // The page glides to the next one.
            window.harness.run_steps(150);
            actions += 1;
            assert!(actions < 30, "it comes to an end");
        }
        assert_eq!(window.quotes(), actions, "one each");
        println!("{}: {actions} quotes by accepting: {actions} actions, 1 each", article.file);
        let document = window.document();
        for quote in article.quotes {
            let span = window.span_of(quote.content);
            let made = document.quotes.iter().find(|made| made.spans(Role::Content) == [span]);
            let made = made.unwrap_or_else(|| panic!("{}", quote.content));
            assert_eq!(window.speakers_of(made), [quote.speaker], "{}", quote.content);
            assert_eq!(made.cue[0].text, quote.cue);
        }
        window.reopened_equals(&document);
        let steps = window.undo_all();
        assert!(steps >= actions);
        assert_eq!(window.quotes(), 0);
    });
}

/// As someone works who fills in nothing by suggestion: what is selected by
/// dragging is named by a key, a speaker that the card lists is linked by its
/// number, another one by typing the name.
#[test]
fn by_hand_a_quote_takes_so_many_actions() {
    each_article(|article, window| {
        let mut window = window.without_suggestions();
        let wanted: Vec<&Wanted> = direct(article).collect();
        let before = window.hand;
        for quote in &wanted {
            let parts = window.parts(quote);
            for (span, key) in [
                (Some(parts.content), Key::Q),
                (Some(parts.cue), Key::C),
                (Some(parts.source), Key::S),
                (parts.relay, Key::R),
            ] {
                if let Some(span) = span {
                    window.select(Hand::Pointer, span);
                    window.press(key, NONE);
                }
            }
            if window.speakers_of(&window.selected_quote()) != [quote.speaker] {
                link(&mut window, quote.speaker);
            }
            assert_eq!(window.speakers_of(&window.selected_quote()), [quote.speaker]);
            assert_eq!(window.selected_quote().source[0].text, quote.source);
        }
        assert_eq!(window.quotes(), wanted.len());
        let (hand, number) = (window.hand, wanted.len());
        let (pointer, keys) = (hand.pointer - before.pointer, hand.keys - before.keys);
        println!(
            "{}: {number} direct quotes by hand: {} actions ({pointer} drags, {keys} keys) and {} letters, {:.1} actions each",
            article.file,
            pointer + keys,
            hand.letters - before.letters,
            (pointer + keys) as f64 / number as f64
        );
        assert!(pointer + keys <= 9 * number, "content, cue, source, perhaps relay, and speaker");
    });
}

fn link(window: &mut Window, speaker: &str) {
    let all = window.names("Link ");
    let mut listed = all.iter().filter(|name| *name != "Link a speaker");
    let listed = listed.position(|name| name == &format!("Link {speaker}"));
    let numbers = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    match listed.and_then(|place| numbers.get(place)) {
        Some(number) => window.press(*number, NONE),
        None => window.link_by(speaker, Key::Enter, Modifiers::COMMAND),
    }
}

#[test]
fn q_completes_an_indirect_sentence() {
    let article = &ARTICLES[1];
    let mut window = Window::with_article(article.file, &article.text().unwrap());
    window.click_words("perbaikan tanggul yang jebol");
    window.press(Key::Q, NONE);
    let made = window.selected_quote();
    assert_eq!(made.content[0].text, "akan membantu perbaikan tanggul yang jebol pada Januari lalu");
    assert_eq!((made.cue[0].text.as_str(), made.source[0].text.as_str()), ("menyatakan", "Laras"));
    assert_eq!(made.addressee[0].text, "Bram");
    assert_eq!(made.quote_type, QuoteType::Indirect);
}

#[test]
fn selected_words_stay_the_content_and_the_rest_is_filled_in() {
    let article = &ARTICLES[1];
    let mut window = Window::with_article(article.file, &article.text().unwrap());
    window.select_words(Hand::Pointer, "rapat hari ini membuat kita lebih paham");
    window.press(Key::Q, NONE);
    let made = window.selected_quote();
    assert_eq!(made.content[0].text, "rapat hari ini membuat kita lebih paham");
    assert_eq!(made.cue[0].text, "katanya");
    assert_eq!(window.speakers_of(&made), ["Laras Widyawati"]);
}

#[test]
fn a_number_puts_the_guess_right() {
    let article = &ARTICLES[1];
    let mut window = Window::with_article(article.file, &article.text().unwrap());
    window.click_words("Juga siapa yang mengerjakannya");
    window.press(Key::Q, NONE);
    assert_eq!(window.speakers_of(&window.selected_quote()), ["Laras Widyawati"]);
    assert!(window.has("Link Bram Sutedja"), "the others stand on the card");
    window.press(Key::Num2, NONE);
    assert_eq!(window.speakers_of(&window.selected_quote()), ["Bram Sutedja"]);
}

#[test]
fn tab_walks_through_suggestions_and_backspace_dismisses_one_for_good() {
    let article = &ARTICLES[1];
    let mut window = Window::with_article(article.file, &article.text().unwrap());
    let shown = |window: &Window| window.harness.query_all_by_label_contains("Suggested:").count();
    let all = shown(&window);
    assert!(all >= 6, "{all}");
    window.press(Key::Tab, NONE);
    window.press(Key::Tab, NONE);
    window.press(Key::Backspace, NONE);
    assert_eq!(shown(&window), all - 1);
    assert_eq!(window.quotes(), 0, "suggestions are no data");
    window.press(Key::Z, Modifiers::COMMAND);
    assert_eq!(shown(&window), all, "undone");
    window.press(Key::Z, Modifiers::COMMAND.plus(Modifiers::SHIFT));
    assert_eq!(shown(&window), all - 1);
    let mut other = window.second_window();
    other.harness.run();
    assert_eq!(shown(&other), all - 1, "it is remembered in the project");
}

#[test]
fn all_of_an_article_are_taken_at_once_and_undone_at_once() {
    let article = &ARTICLES[1];
    let mut window = Window::with_article(article.file, &article.text().unwrap());
    window.press(Key::Enter, Modifiers::COMMAND.plus(Modifiers::SHIFT));
    assert!(window.quotes() >= 6);
    assert!(!window.has("Suggested:"));
    window.press(Key::Z, Modifiers::COMMAND);
    assert_eq!(window.quotes(), 0);
    assert!(window.workspace().registry().speakers.is_empty(), "the speakers go along");
}

#[test]
fn suggestions_can_be_turned_off_for_oneself_and_for_the_project() {
    let article = &ARTICLES[1];
    let mut window = Window::with_article(article.file, &article.text().unwrap());
    for command in ["Suggestions on or off", "Suggestions in this project"] {
        window.by_command(command);
        assert!(!window.has("Suggested:"), "{command}");
        window.click_words("Juga siapa yang mengerjakannya");
        window.press(Key::Q, NONE);
        assert!(window.selected_quote().cue.is_empty(), "Q marks the words alone");
        window.press(Key::Z, Modifiers::COMMAND);
        window.by_command(command);
        assert!(window.has("Suggested:"), "{command}");
    }
}

#[test]
fn what_no_quote_covers_is_listed_when_an_article_is_done() {
    let article = &ARTICLES[1];
    let mut window = Window::with_article(article.file, &article.text().unwrap());
    window.press(Key::Enter, Modifiers::COMMAND);
    assert_eq!(window.stage(), Stage::Done);
    assert!(window.has("Missed quotes?"));
    let listed = |window: &Window| {
        window.harness.query_all_by_label_contains("quotation marks:").count()
            + window.harness.query_all_by_label_contains("reporting verb:").count()
    };
    let all = listed(&window);
    assert!(all >= 4, "{all}");
    window.press(Key::Backspace, NONE);
    assert_eq!(listed(&window), all - 1, "one waved through");
    assert_eq!(window.quotes(), 0);
    window.press(Key::Q, NONE);
    assert_eq!(window.quotes(), 1, "one marked");
    assert!(listed(&window) < all - 1, "its verb and its marks are covered together");
    window.press(Key::Enter, Modifiers::COMMAND);
    assert!(!window.has("Missed quotes?"));
}

#[test]
fn a_projects_own_words_are_kept_with_it() {
    let article = &ARTICLES[1];
    let text = article.text().unwrap().replace("mengerjakannya,\" ujarnya", "mengerjakannya,\" jelentrehnya");
    let mut window = Window::with_article(article.file, &text);
    window.by_command("Words and program");
    window.focus_field("Reporting verbs");
    window.type_text("jelentreh, ngendika");
    window.click_label("Save");
    window.click_words("Juga siapa yang mengerjakannya");
    window.press(Key::Q, NONE);
    assert_eq!(window.selected_quote().cue[0].text, "jelentrehnya");
    window.by_command("Words and program");
    assert!(window.workspace().registry().settings.contains_key("suggestions-words"));
}
