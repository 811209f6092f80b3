//! Working the whole window: what to mark, and hands to do it.
#![allow(dead_code, reason = "each test crate uses its part")]

pub mod agreement;
pub mod layers;

pub mod records;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::task::Waker;
use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers, Theme, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use kutip::edit::Origin;
use kutip::gui::dialogs::{Answer, FilePicker, Purpose};
use kutip::gui::system::System;
use kutip::gui::{App, Places, Start};
use kutip::job::Unwatched;
use kutip::model::{Document, Mention, Piece, Quote, QuoteType, Role, Span, Stage};
use kutip::workspace::{Narrow, Workspace, export};
use tempfile::TempDir;

use crate::support;

/// A quote as it is to be marked. A part may be given as `before|words`:
/// the words after that context.
pub struct Wanted {
    pub content: &'static str,
    pub cue: &'static str,
    /// Words inside the cue, or anywhere before the content ends.
    pub source: &'static str,
    pub relay: Option<&'static str>,
    pub speaker: &'static str,
    pub quote_type: QuoteType,
    pub mention: Option<Mention>,
}

const fn direct(content: &'static str, cue: &'static str, speaker: &'static str) -> Wanted {
    let mention = Some(Mention::Clitic);
    Wanted { content, cue, source: "nya", relay: None, speaker, quote_type: QuoteType::Direct, mention }
}

const fn indirect(
    content: &'static str,
    cue: &'static str,
    source: &'static str,
    speaker: &'static str,
) -> Wanted {
    Wanted { content, cue, source, relay: None, speaker, quote_type: QuoteType::Indirect, mention: None }
}

pub struct Article {
    pub file: &'static str,
    pub quotes: &'static [Wanted],
}

pub const ARTICLES: &[Article] = &[
    Article {
        file: "../shared/seeds/000_ed5145d0c32323f7.txt",
        quotes: &[
            Wanted {
                relay: Some("AFP"),
                ..direct(
                    "\"Saya percaya kunjungan Anda ke Rusia hari ini akan membantuk kita memahami lebih baik bagaimana memecahkan situasi di semenanjung Korea,\"",
                    "katanya",
                    "Vladimir Putin",
                )
            },
            direct(
                "\"Juga apa yang bisa dilakukan Rusia untuk mendukung proses positif yang sedang terjadi,\"",
                "ujarnya",
                "Vladimir Putin",
            ),
            direct(
                "\"Saya pikir ini akan menjadi pertemuan yang sangat bermanfaat bagi hubungan kedua negara, yang memiliki pertemanan lama dan sejarah, menjadi lebih stabil dan satu suara,\"",
                "tuturnya",
                "Kim Jong Un",
            ),
            direct(
                "\"Saat negara berfokus pada semenanjung Korea, saya rasa kami akan menggelar dialog yang bermakna,\"",
                "imbuhnya",
                "Kim Jong Un",
            ),
            indirect(
                "dukungan penuh terhadap upaya untuk meredakan ketegangan di Semenanjung Korea",
                "menyatakan",
                "Kepada Kim, |Putin",
                "Vladimir Putin",
            ),
            indirect(
                "meningkatkan hubungan ekonomi dengan negara yang mendapat sanksi dari AS itu",
                "ingin",
                "Selain itu, |dia",
                "Vladimir Putin",
            ),
        ],
    },
    Article {
        file: "tests/fixtures/pages/nusapagi.txt",
        quotes: &[
            Wanted {
                relay: Some("dikutip dari |Radio Arum"),
                ..direct(
                    "\"Saya percaya rapat hari ini membuat kita lebih paham apa yang harus didahulukan,\"",
                    "katanya",
                    "Laras Widyawati",
                )
            },
            direct("\"Juga siapa yang mengerjakannya,\"", "ujarnya", "Laras Widyawati"),
            direct(
                "\"Saya kira warga sudah cukup lama menunggu, dan mereka berhak mendapat kepastian tahun ini juga,\"",
                "tuturnya",
                "Bram Sutedja",
            ),
            indirect(
                "akan membantu perbaikan tanggul yang jebol pada Januari lalu",
                "menyatakan",
                "Kepada Bram, |Laras",
                "Laras Widyawati",
            ),
            indirect("pasar apung dibuka kembali sebelum puasa", "ingin", "lalu.\n\n|Dia", "Laras Widyawati"),
        ],
    },
];

impl Article {
    /// The article's text; none where the reference article isn't there.
    pub fn text(&self) -> Option<String> {
        std::fs::read_to_string(root().join(self.file)).ok()
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// How a person works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    Pointer,
    Keyboard,
}

/// The program, from its first frame on.
pub struct Slot {
    app: Option<App>,
    start: Option<Start>,
}

/// The program's window, with a project in a folder of its own.
pub struct Window {
    pub harness: Harness<'static, Slot>,
    folder: Arc<TempDir>,
    /// What the window is told of the system's wishes.
    pub system: System,
    /// What the hand did so far.
    pub hand: Actions,
}

/// What a hand did: each click, drag and command key is one action; letters
/// that are typed are counted for themselves.
#[derive(Debug, Clone, Copy, Default)]
pub struct Actions {
    pub pointer: usize,
    pub keys: usize,
    pub letters: usize,
}

impl Actions {
    pub fn all(self) -> usize {
        self.pointer + self.keys
    }
}

const SIZE: Vec2 = Vec2::new(1280.0, 800.0);

impl Window {
    /// The window at its very first start: the sample project.
    pub fn sample() -> Self {
        Self::of(None)
    }

    /// The window as it is for someone who never saw it.
    pub fn first_start(size: Vec2, look: Theme) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let theme = if look == Theme::Dark { "dark" } else { "light" };
        let settings = format!(r#"{{"annotator": "Ana Rahma", "language": "en", "theme": "{theme}"}}"#);
        std::fs::write(folder.path().join("settings.json"), settings).unwrap();
        Self::sized(None, size, look, folder)
    }

    /// The window with a project named, or at first start.
    pub fn of(project: Option<&Path>) -> Self {
        Self::sized(project, SIZE, Theme::Light, Arc::new(tempfile::tempdir().unwrap()))
    }

    pub fn sized(project: Option<&Path>, size: Vec2, look: Theme, folder: Arc<TempDir>) -> Self {
        Self::answered(project, size, look, folder, Answer::Unavailable)
    }

    /// The sample in a window whose file dialogs are all canceled.
    pub fn without_dialogs() -> Self {
        Self::answered(None, SIZE, Theme::Light, Arc::new(tempfile::tempdir().unwrap()), |_| Answer::Canceled)
    }

    fn answered(
        project: Option<&Path>,
        size: Vec2,
        look: Theme,
        folder: Arc<TempDir>,
        answer: fn(Purpose) -> Answer,
    ) -> Self {
        let places = Places {
            settings: folder.path().join("settings.json"),
            sample: folder.path().join("data").join("Sample.kutip"),
        };
        if !places.settings.exists() {
            std::fs::write(
                &places.settings,
                r#"{"annotator": "Ana Rahma", "language": "en", "tour_seen": true}"#,
            )
            .unwrap();
        }
        let system = System::default();
        let start = Start {
            project: project.map(Path::to_path_buf),
            places: Some(places),
            picker: Some(Box::new(Dialogs(answer))),
            system: system.clone(),
        };
        let slot = Slot { app: None, start: Some(start) };
        let mut harness = support::harness::<Slot>(size, look).build_ui_state(
            |ui, slot| {
                let app =
                    slot.app.get_or_insert_with(|| App::new(ui.ctx(), slot.start.take().unwrap_or_default()));
                support::whole(ui, |ui| app.frame(ui));
            },
            slot,
        );
        harness.run();
        Self { harness, folder, system, hand: Actions::default() }
    }

    /// A new project that holds one article.
    pub fn with_article(file: &str, text: &str) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let page = folder.path().join(Path::new(file).file_name().unwrap());
        std::fs::write(&page, text).unwrap();
        let project = folder.path().join("project.kutip");
        let mut workspace = Workspace::create(&project, Origin::CommandLine, Duration::from_secs(1)).unwrap();
        let report =
            workspace.import(&[page], &kutip::workspace::ImportOptions::default(), &Unwatched).unwrap();
        assert_eq!(report.articles_new, 1, "{report:?}");
        drop(workspace);
        Self::sized(Some(&project), SIZE, Theme::Light, folder)
    }

    /// The settings as they are kept.
    pub fn settings(&self) -> serde_json::Value {
        serde_json::from_slice(&std::fs::read(self.settings_file()).unwrap()).unwrap()
    }

    /// Another window of this size on the same project, with a setting made
    /// another.
    pub fn with_setting(&self, size: Vec2, name: &str, value: serde_json::Value) -> Self {
        let mut settings = self.settings();
        settings[name] = value;
        std::fs::write(self.settings_file(), serde_json::to_vec(&settings).unwrap()).unwrap();
        Self::sized(Some(self.workspace().path()), size, Theme::Light, Arc::clone(&self.folder))
    }

    pub fn resize(&mut self, width: f32, height: f32) {
        self.harness.set_size(Vec2::new(width, height));
        self.harness.run();
    }

    pub fn page(&self) -> &kutip::gui::page::Page {
        self.app().page()
    }

    /// Another window on the same project.
    pub fn second_window(&self) -> Self {
        let path = self.workspace().path().to_path_buf();
        Self::sized(Some(&path), SIZE, Theme::Light, Arc::clone(&self.folder))
    }

    fn app(&self) -> &App {
        self.harness.state().app.as_ref().expect("the first frame was drawn")
    }

    pub fn workspace(&self) -> &Workspace {
        self.app().workspace().expect("a project is open")
    }

    pub fn document(&self) -> Document {
        self.workspace().document().expect("an article is open").clone()
    }

    pub fn articles(&self) -> usize {
        self.workspace().article_ids().unwrap().len()
    }

    pub fn stage(&self) -> Stage {
        self.document().stage_of(self.workspace().author().unwrap())
    }

    pub fn selected_quote(&self) -> Quote {
        let id = self.app().selected().expect("a quote is selected");
        Quote::clone(self.document().quote(id).unwrap())
    }

    pub fn selected_words(&self) -> String {
        let span = self.page().selection().expect("words are selected");
        self.document().article.text.slice(span).unwrap().to_owned()
    }

    pub fn speakers_of(&self, quote: &Quote) -> Vec<String> {
        quote.speakers.iter().map(|id| self.workspace().registry().speakers[id].name.clone()).collect()
    }

    pub fn press(&mut self, key: Key, modifiers: Modifiers) {
        self.hand.keys += 1;
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    pub fn type_text(&mut self, words: &str) {
        self.hand.letters += words.chars().count();
        self.harness.event(Event::Text(words.to_owned()));
        self.harness.run();
    }

    /// Runs a command by its name in the palette.
    pub fn by_command(&mut self, name: &str) {
        self.press(Key::K, Modifiers::COMMAND);
        self.type_text(name);
        self.press(Key::Enter, Modifiers::NONE);
    }

    /// Types the path that is asked for, and waits until all is done.
    pub fn answer_path(&mut self, path: &str) {
        self.press(Key::A, Modifiers::COMMAND);
        self.type_text(path);
        self.press(Key::Enter, Modifiers::NONE);
        self.wait_for_job();
    }

    fn wait_for_job(&mut self) {
        let begun = Instant::now();
        while self.harness.query_by_label("Stop").is_some() {
            assert!(begun.elapsed() < Duration::from_secs(20), "it ends");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
        self.harness.run();
    }

    pub fn click_label(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run();
    }

    /// Puts the focus into a field.
    pub fn focus_field(&mut self, label: &str) {
        self.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, label).focus();
        self.harness.run();
    }

    /// Chooses an item of the menu, submenu by submenu.
    pub fn menu(&mut self, path: &[&str]) {
        self.click_label("Menu");
        for item in path {
            let is_item = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
                node.role() == egui::accesskit::Role::Button
                    && node.label().is_some_and(|label| label.starts_with(item))
            };
            self.harness
                .get_all(egui_kittest::kittest::By::new().predicate(is_item))
                .last()
                .expect("the item")
                .click();
            self.harness.run();
        }
    }

    pub fn click_tab(&mut self, name: &str) {
        let is_tab = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.role() == egui::accesskit::Role::Tab
                && node.label().is_some_and(|label| label.starts_with(name))
        };
        self.harness.get(egui_kittest::kittest::By::new().predicate(is_tab)).click();
        self.harness.run();
    }

    /// Where the words stand; `before|words` are those after that context.
    pub fn span_of(&self, words: &str) -> Span {
        let text = &self.document().article.text;
        let (before, words) = words.split_once('|').unwrap_or(("", words));
        let at = text
            .as_str()
            .find(&format!("{before}{words}"))
            .unwrap_or_else(|| panic!("{words:?} is not there"));
        let start = text.position_of(at + before.len()).unwrap();
        Span::new(start, start + words.chars().count())
    }

    pub fn select_words(&mut self, hand: Hand, words: &str) {
        let span = self.span_of(words);
        self.select(hand, span);
    }

    pub fn select(&mut self, hand: Hand, span: Span) {
        match hand {
            Hand::Pointer => self.drag(span),
            Hand::Keyboard => self.select_by_keys(span),
        }
        assert_eq!(self.page().selection(), Some(span), "by {hand:?}");
    }

    pub fn click_words(&mut self, words: &str) {
        let span = self.span_of(words);
        self.bring_into_sight(span.start);
        let at = self.spot(span.start + 1);
        self.hand.pointer += 1;
        support::click(&mut self.harness, at, 1, Modifiers::NONE);
    }

    /// Turns the wheel until a position is in sight.
    fn bring_into_sight(&mut self, position: usize) {
        let middle = egui::pos2(SIZE.x / 2.0 - 50.0, SIZE.y / 2.0);
        self.harness.event(Event::PointerMoved(middle));
        for _ in 0..200 {
            let place = self.page().place_in_window(position);
            let delta = match place {
                Some(rect) if rect.top() < 120.0 => 60.0,
                Some(rect) if rect.bottom() > SIZE.y - 140.0 => -60.0,
                Some(_) => {
                    // Scrolling glides on for a while.
                    self.harness.run();
                    return;
                }
                None => -200.0,
            };
            self.harness.event(Event::MouseWheel {
                unit: egui::MouseWheelUnit::Point,
                delta: egui::vec2(0.0, delta),
                modifiers: Modifiers::NONE,
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Unknown,
            });
            self.harness.run_steps(4);
        }
        panic!("position {position} can't be brought into sight");
    }

    /// The left edge of a character, brought into sight.
    pub fn place(&mut self, position: usize) -> egui::Pos2 {
        self.bring_into_sight(position);
        self.spot(position)
    }

    fn spot(&self, position: usize) -> egui::Pos2 {
        let rect = self.page().place_in_window(position).expect("in sight");
        egui::pos2(rect.left() + 0.5, rect.center().y)
    }

    fn drag(&mut self, span: Span) {
        self.bring_into_sight(span.start);
        let from = self.spot(span.start);
        let place = |position| self.page().place_in_window(position).unwrap();
        let (last, end) = (place(span.end - 1), place(span.end));
        // Where the line breaks at the end, the end's place is on the next.
        let to = if last.top() < end.top() {
            egui::pos2(last.right() + 40.0, last.center().y)
        } else {
            egui::pos2(end.left(), end.center().y)
        };
        self.hand.pointer += 1;
        support::drag(&mut self.harness, &[from, from + (to - from) * 0.5, to]);
    }

    /// From wherever the caret is: by words to about the place, by characters
    /// to the place, then the same with Shift.
    fn select_by_keys(&mut self, span: Span) {
        // A selection would be left at its edge by the first arrow.
        self.press(Key::ArrowLeft, Modifiers::NONE);
        self.caret_to(span.start, Modifiers::NONE);
        self.caret_to(span.end, Modifiers::SHIFT);
    }

    fn caret_to(&mut self, position: usize, modifiers: Modifiers) {
        for _ in 0..3000 {
            let caret = self.page().caret();
            let (key, far) = match caret.cmp(&position) {
                std::cmp::Ordering::Equal => return,
                std::cmp::Ordering::Less => (Key::ArrowRight, position - caret > 12),
                std::cmp::Ordering::Greater => (Key::ArrowLeft, caret - position > 12),
            };
            let by_word = if far { Modifiers::COMMAND } else { Modifiers::NONE };
            self.harness.key_press_modifiers(modifiers.plus(by_word), key);
            self.harness.step();
            self.harness.step();
        }
        panic!("the caret does not reach {position} and stands at {}", self.page().caret());
    }

    /// Links the selected quote to a speaker, by number where one is listed,
    /// else by typing the name.
    pub fn link(&mut self, name: &str) {
        let known = self.workspace().registry().speakers.values().any(|speaker| speaker.name == name);
        let modifiers = if known { Modifiers::NONE } else { Modifiers::COMMAND };
        self.link_by(name, Key::Enter, modifiers);
    }

    pub fn link_by(&mut self, typed: &str, key: Key, modifiers: Modifiers) {
        self.press(Key::L, Modifiers::NONE);
        self.type_text(typed);
        self.press(key, modifiers);
    }

    /// Nothing is suggested or filled in from now on.
    pub fn without_suggestions(mut self) -> Self {
        self.menu(&["Quote", "Suggestions on or off"]);
        self
    }

    /// Marks a whole quote.
    pub fn mark(&mut self, hand: Hand, wanted: &Wanted) {
        let parts = self.parts(wanted);
        self.select(hand, parts.content);
        self.press(Key::Q, Modifiers::NONE);
        self.select(hand, parts.cue);
        self.press(Key::C, Modifiers::NONE);
        self.select(hand, parts.source);
        self.press(Key::S, Modifiers::NONE);
        if let Some(relay) = parts.relay {
            self.select(hand, relay);
            self.press(Key::R, Modifiers::NONE);
        }
        if self.selected_quote().speakers.is_empty() {
            self.link(wanted.speaker);
        }
    }

    pub fn parts(&self, wanted: &Wanted) -> Parts {
        let content = self.span_of(wanted.content);
        let text = &self.document().article.text;
        // A cue stands next to its content: the first after a direct quote,
        // the last before an indirect one.
        let before = text.slice(Span::new(0, content.start)).unwrap();
        let after = text.slice(Span::new(content.end, text.len())).unwrap();
        let cue_start = match wanted.quote_type {
            QuoteType::Direct => content.end + chars_before(after, after.find(wanted.cue).unwrap()),
            _ => chars_before(before, before.rfind(wanted.cue).unwrap()),
        };
        let cue = Span::new(cue_start, cue_start + wanted.cue.chars().count());
        let source = if wanted.quote_type == QuoteType::Direct {
            Span::new(cue.end - wanted.source.chars().count(), cue.end)
        } else {
            self.span_of(wanted.source)
        };
        Parts { content, cue, source, relay: wanted.relay.map(|relay| self.relay_of(relay, content.end)) }
    }

    /// The quote as a record, as another program would write it.
    pub fn record_of(&self, wanted: &Wanted) -> serde_json::Value {
        let parts = self.parts(wanted);
        let text = self.document().article.text.clone();
        let pieces = |span: Option<Span>| {
            span.map(|span| text.piece(span).unwrap()).into_iter().collect::<Vec<Piece>>()
        };
        serde_json::json!({
            "type": wanted.quote_type.name(), "content": pieces(Some(parts.content)),
            "cue": pieces(Some(parts.cue)), "source": pieces(Some(parts.source)),
            "relay": pieces(parts.relay), "mention": wanted.mention.map(Mention::name), "medium": ["speech"],
            "speakers": [{ "name": wanted.speaker }], "status": "done",
        })
    }

    fn relay_of(&self, relay: &str, from: usize) -> Span {
        let text = &self.document().article.text;
        let words = relay.rsplit('|').next().unwrap();
        let after = text.slice(Span::new(from, text.len())).unwrap();
        let start = from + chars_before(after, after.find(words).unwrap());
        Span::new(start, start + words.chars().count())
    }

    /// The document holds just these quotes.
    pub fn expect(&self, wanted: &[Wanted]) {
        let document = self.document();
        assert_eq!(document.quotes.len(), wanted.len());
        for one in wanted {
            let parts = self.parts(one);
            let quote =
                document.quotes.iter().find(|quote| quote.spans(Role::Content) == [parts.content]).unwrap();
            assert_eq!(quote.spans(Role::Cue), [parts.cue], "{}", one.content);
            assert_eq!(quote.spans(Role::Source), [parts.source], "{}", one.content);
            assert_eq!(
                quote.spans(Role::Relay),
                parts.relay.into_iter().collect::<Vec<_>>(),
                "{}",
                one.content
            );
            assert_eq!(quote.quote_type, one.quote_type, "{}", one.content);
            assert_eq!(quote.mention, one.mention, "{}", one.content);
            assert_eq!(self.speakers_of(quote), [one.speaker], "{}", one.content);
        }
    }

    /// The export says what was marked, position for position.
    pub fn expect_export(&self, wanted: &[Wanted]) {
        let mut out = Vec::new();
        let format = kutip::format::exporter("quotes-jsonl").unwrap();
        export(self.workspace(), format, &Narrow::default(), &mut out, &Unwatched).unwrap();
        self.expect_lines(&String::from_utf8(out).unwrap(), wanted);
    }

    /// Lines of `quotes-jsonl` say what was marked.
    pub fn expect_lines(&self, lines: &str, wanted: &[Wanted]) {
        let lines: Vec<serde_json::Value> =
            lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), wanted.len());
        let text = self.document().article.text.clone();
        for one in wanted {
            let parts = self.parts(one);
            let record = |span: Span| vec![text.piece(span).unwrap()];
            let line = lines
                .iter()
                .find(|line| pieces(line, "content") == record(parts.content))
                .unwrap_or_else(|| panic!("no line for {}", one.content));
            assert_eq!(pieces(line, "cue"), record(parts.cue));
            assert_eq!(pieces(line, "source"), record(parts.source));
            assert_eq!(pieces(line, "relay"), parts.relay.map(record).unwrap_or_default());
            assert_eq!(line["type"], one.quote_type.name());
            assert_eq!(line["speakers"][0]["name"], one.speaker);
        }
    }

    /// Undoes until there is nothing left; returns the number of steps.
    pub fn undo_all(&mut self) -> usize {
        let mut steps = 0;
        while self.workspace().undo_label().is_some() {
            self.press(Key::Z, Modifiers::COMMAND);
            steps += 1;
            assert!(steps < 200, "undo comes to an end");
        }
        steps
    }

    pub fn redo(&mut self, steps: usize) {
        for _ in 0..steps {
            self.press(Key::Z, Modifiers::COMMAND.plus(Modifiers::SHIFT));
        }
        assert!(self.workspace().redo_label().is_none());
    }

    /// Another program that opens the file finds everything there.
    pub fn reopened_equals(&self, document: &Document) {
        let path = self.workspace().path();
        let mut other = Workspace::open(path, Origin::CommandLine, Duration::from_secs(1)).unwrap();
        other.open_article(document.article.id).unwrap();
        assert_eq!(other.document().unwrap().quotes, document.quotes);
        assert_eq!(other.check(&mut |_| {}).unwrap(), []);
    }

    pub fn drop_file(&mut self, path: &str) {
        self.drop_path(root().join(path));
    }

    /// Where the window keeps its settings.
    pub fn settings_file(&self) -> PathBuf {
        self.folder.path().join("settings.json")
    }

    /// Drops a project, which is opened.
    pub fn drop_project(&mut self, path: &Path) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.to_path_buf())));
        self.harness.run();
    }

    pub fn drop_bytes(&mut self, name: &str, bytes: &[u8]) {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        self.drop_path(path);
    }

    /// Drops a file and waits until the import has ended.
    fn drop_path(&mut self, path: PathBuf) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
        self.harness.run_steps(2);
        self.wait_for_job();
    }

    /// Clicks the one thing whose name holds the words.
    pub fn click_containing(&mut self, words: &str) {
        self.harness.get_by_label_contains(words).click();
        self.harness.run();
    }

    /// Whether something in the window is called so, or holds the words.
    pub fn shows(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    pub fn expect_label(&self, words: &str) {
        assert!(self.shows(words), "{words:?} can be seen in the window");
    }

    pub fn expect_notice(&self, words: &str) {
        assert!(
            self.harness.query_all_by_label_contains(words).next().is_some(),
            "the window says something with {words:?}"
        );
    }
}

/// File dialogs that answer by themselves.
struct Dialogs(fn(Purpose) -> Answer);

impl FilePicker for Dialogs {
    fn ask(&self, purpose: Purpose, answer: Sender<Answer>, waker: Waker) {
        answer.send((self.0)(purpose)).unwrap();
        waker.wake();
    }
}

pub struct Parts {
    pub content: Span,
    pub cue: Span,
    pub source: Span,
    pub relay: Option<Span>,
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn chars_before(text: &str, byte: usize) -> usize {
    text[..byte].chars().count()
}

fn pieces(line: &serde_json::Value, role: &str) -> Vec<Piece> {
    serde_json::from_value(line[role].clone()).unwrap()
}

/// A project of articles that are given as records, one a line.
impl Window {
    pub fn with_records(records: &str, size: Vec2, look: Theme) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let file = folder.path().join("articles.jsonl");
        std::fs::write(&file, records).unwrap();
        let project = folder.path().join("Riverside.kutip");
        let mut workspace = Workspace::create(&project, Origin::CommandLine, Duration::from_secs(1)).unwrap();
        workspace.annotate_as("Ana Rahma").unwrap();
        let options = kutip::workspace::ImportOptions::default();
        let report = workspace.import(&[file], &options, &Unwatched).unwrap();
        assert!(report.left_out.is_empty(), "{report:?}");
        drop(workspace);
        Self::sized(Some(&project), size, look, folder)
    }

    /// Waits until nothing is asked of the project any more.
    pub fn settle(&mut self) {
        for _ in 0..400 {
            self.harness.run();
            if !self.app().is_reading() {
                self.harness.run();
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the project answers");
    }

    /// Types into a field that has the name.
    pub fn fill(&mut self, label: &str, words: &str) {
        self.focus_field(label);
        self.press(Key::A, Modifiers::COMMAND);
        self.type_text(words);
    }

    /// Clicks the first control whose name begins so, with keys held.
    pub fn click_begin(&mut self, begin: &str, modifiers: Modifiers) {
        let begins = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.label().is_some_and(|label| label.starts_with(begin))
                && node.role() != egui::accesskit::Role::Label
        };
        let node = self.harness.get_all(egui_kittest::kittest::By::new().predicate(begins)).next();
        let at = node.unwrap_or_else(|| panic!("something called {begin}…")).rect().center();
        support::click(&mut self.harness, at, 1, modifiers);
        self.harness.run();
    }

    /// The names of every control and line that begin so, from the top down.
    pub fn names(&self, begin: &str) -> Vec<String> {
        use egui_kittest::kittest::NodeT as _;
        let begins = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.label().is_some_and(|label| label.starts_with(begin))
        };
        let nodes = self.harness.query_all(egui_kittest::kittest::By::new().predicate(begins));
        nodes.filter_map(|node| node.accesskit_node().label()).collect()
    }
}

impl Window {
    /// The rows of the queue that are drawn, as they are named, from the top
    /// down.
    pub fn rows(&self) -> Vec<String> {
        self.options().into_iter().map(|(name, _)| name).collect()
    }

    /// The row of the queue that the keyboard is on.
    pub fn cursor_row(&self) -> Option<String> {
        let id = self.app().queue_cursor()?;
        let title = self.workspace().read_article(id).ok()??.article.display_title().to_owned();
        Some(title)
    }

    fn options(&self) -> Vec<(String, f32)> {
        use egui_kittest::kittest::NodeT as _;
        let is_row = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.role() == egui::accesskit::Role::ListBoxOption
        };
        let nodes = self.harness.query_all(egui_kittest::kittest::By::new().predicate(is_row));
        let mut rows: Vec<(String, f32)> =
            nodes.filter_map(|node| Some((node.accesskit_node().label()?, node.rect().top()))).collect();
        rows.sort_by(|a, b| a.1.total_cmp(&b.1));
        rows
    }

    /// How many articles are at a stage for the annotator.
    pub fn at_stage(&self, stage: Stage) -> usize {
        let rows = self.workspace().article_rows().unwrap();
        rows.iter().filter(|row| row.stage == stage).count()
    }

    /// What is known of every article.
    pub fn metadata(&self) -> Vec<kutip::model::Metadata> {
        let mut all = Vec::new();
        let take = &mut |metadata| {
            all.push(metadata);
            true
        };
        self.workspace().each_metadata(&self.workspace().article_ids().unwrap(), take).unwrap();
        all
    }
}
