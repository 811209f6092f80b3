//! The page and what is done on it.

use std::sync::Arc;
use std::time::Duration;

use egui::{Key, Modifiers, PointerButton, Theme, Vec2};
use kutip::edit::Origin;
use kutip::job::Unwatched;
use kutip::workspace::{ImportOptions, Workspace};
use serde_json::{Value, json};

use crate::job::{Hand, Window};
use crate::{SMALL, USUAL, both, check};

const NONE: Modifiers = Modifiers::NONE;

/// An article and its quotes, as a record to be imported.
struct Record {
    title: String,
    text: String,
    quotes: Vec<Value>,
    claims: Vec<Value>,
}

impl Record {
    fn new(title: &str, paragraphs: &[&str]) -> Self {
        let text = format!("{title}\n\n{}\n", paragraphs.join("\n\n"));
        Self { title: title.to_owned(), text, quotes: Vec::new(), claims: Vec::new() }
    }

    /// Where words stand; `before|words` are those after that context.
    fn place(&self, words: &str) -> Value {
        let (before, words) = words.split_once('|').unwrap_or(("", words));
        let byte = self.text.find(&format!("{before}{words}")).unwrap_or_else(|| panic!("no {words:?}"));
        let start = self.text[..byte + before.len()].chars().count();
        json!({"start": start, "end": start + words.chars().count(), "text": words})
    }

    fn places(&self, words: &[&str]) -> Value {
        words.iter().map(|words| self.place(words)).collect()
    }

    /// A quote with its content, cue, source and speaker.
    fn quote(&mut self, kind: &str, content: &[&str], parts: [&str; 2], speaker: &str) -> &mut Value {
        let parts = parts.map(|part| if part.is_empty() { vec![] } else { vec![part] });
        let speakers = if speaker.is_empty() { json!([]) } else { json!([{"name": speaker}]) };
        self.quotes.push(json!({
            "type": kind, "content": self.places(content), "cue": self.places(&parts[0]),
            "source": self.places(&parts[1]), "speakers": speakers,
        }));
        self.quotes.last_mut().unwrap()
    }

    fn value(&self) -> Value {
        let end = self.title.chars().count();
        let regions = json!([
            {"kind": "headline", "start": 0, "end": end},
            {"kind": "body", "start": end + 2, "end": self.text.chars().count()},
        ]);
        json!({
            "title": self.title, "publisher": "The Harbour Courier", "published_at": "2024-02-03T09:30:00+07:00",
            "language": "en", "text": self.text, "regions": regions, "quotes": self.quotes, "claims": self.claims,
        })
    }
}

/// A window on a project of one article.
fn window(record: &Record, size: Vec2, look: Theme) -> Window {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let (file, project) = (folder.path().join("article.jsonl"), folder.path().join("Harbour.kutip"));
    std::fs::write(&file, record.value().to_string()).unwrap();
    let mut workspace = Workspace::create(&project, Origin::CommandLine, Duration::from_secs(1)).unwrap();
    let options = ImportOptions { annotator: Some("Ana Rahma".to_owned()), ..ImportOptions::default() };
    let report = workspace.import(&[file], &options, &Unwatched).unwrap();
    assert_eq!(report.articles_new, 1, "{report:?}");
    drop(workspace);
    let mut window = Window::sized(Some(&project), size, look, folder);
    window.menu(&["View", if look == Theme::Dark { "Dark" } else { "Light" }]);
    window
}

fn each(name: &str, record: &Record, size: Vec2, show: impl Fn(&mut Window)) {
    for (look, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut window = window(record, size, look);
        show(&mut window);
        check(&mut window, &format!("{name}-{suffix}"));
    }
}

/// Every kind of mark, nested and overlapping.
fn marks() -> Record {
    let mut record = Record::new(
        "Ferry line to the islands opens after a winter of waiting",
        &[
            "TANJUNG BARU — “We waited eleven years for this boat,” said the harbour master Rina Kusuma on Saturday, “and now it is here.”",
            "Budi Santoso told the crowd that the new line “will change the lives” of islanders, as quoted by Radio Arum.",
            "The ministry said the operator promised fares would stay below ten thousand until the summer, when a review is due.",
            "Would anyone pay more? Nobody had asked the fishermen. Dewi Lestari praised the crew at length.",
            "The boat carries 180 passengers. According to the operator, half of the seats are sold already.",
            "“Nobody tells us anything,” a voice from the quay called out, and the crowd laughed.",
        ],
    );
    let said = record.quote(
        "direct",
        &["“We waited eleven years for this boat,”", "“and now it is here.”"],
        ["said", "the harbour master Rina Kusuma"],
        "Rina Kusuma",
    );
    said["claim"] = Value::Null;
    let relay = (record.place("Radio Arum"), record.place("the crowd"));
    let told = record.quote(
        "mixed",
        &["the new line “will change the lives” of islanders"],
        ["told", "Budi Santoso"],
        "Budi Santoso",
    );
    told["relay"] = json!([relay.0]);
    told["addressee"] = json!([relay.1]);
    told["relay_speakers"] = json!([{"name": "Radio Arum", "kind": "organisation"}]);
    let outer =
        "the operator promised fares would stay below ten thousand until the summer, when a review is due";
    record.quote("indirect", &[outer], ["ministry |said", "The ministry"], "Ministry of Transport");
    let inner = "fares would stay below ten thousand until the summer";
    record.quote("indirect", &[inner], ["promised", "the operator"], "PT Pelayaran Nusantara");
    record.quote("reported", &["until the summer, when a review is due"], ["", ""], "Budi Santoso");
    record.quote("free_indirect", &["Would anyone pay more? Nobody had asked the fishermen."], ["", ""], "");
    record.quote("reported", &["praised the crew at length"], ["praised", "Dewi Lestari"], "Dewi Lestari");
    record.quote(
        "indirect",
        &["half of the seats are sold already"],
        ["According to", "the operator,"],
        "PT Pelayaran Nusantara",
    );
    record.quote("direct", &["“Nobody tells us anything,”"], ["called out", "a voice from the quay"], "");
    record.claims.push(
        json!({"spans": [record.place("The boat carries 180 passengers.")], "worthiness": "check_worthy"}),
    );
    record
}

#[test]
fn every_kind_of_mark() {
    let record = marks();
    each("marks", &record, USUAL, |_| {});
    each("marks-1024x640", &record, SMALL, |_| {});
    each("connectors", &record, USUAL, |window| window.press(Key::Tab, NONE));
}

#[test]
fn twenty_speakers() {
    let names: Vec<String> = "Adi Putra,Bela Sari,Citra Dewi,Dimas Arya,Eka Wati,Fajar Hadi,Gita Lestari,Hadi Wijaya,Indah Puspita,Joko Susilo,Kartika Ayu,Lukman Hakim,Maya Anggun,Nanda Pratama,Oki Setiawan,Putri Melati,Qori Amalia,Rudi Hartono,Sinta Maharani,Tono Suprapto"
        .split(',')
        .map(str::to_owned)
        .collect();
    let lines: Vec<String> = names
        .chunks(4)
        .map(|four| {
            let one = |name: &String| format!("“{} agrees,” said {name}.", name.split(' ').next().unwrap());
            four.iter().map(one).collect::<Vec<_>>().join(" ")
        })
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut record = Record::new("Twenty voices on the harbour", &lines);
    for name in &names {
        let content = format!("“{} agrees,”", name.split(' ').next().unwrap());
        record.quote("direct", &[&content], ["", name], name);
    }
    each("twenty-speakers", &record, USUAL, |window| window.press(Key::Tab, NONE));
    each("twenty-speakers-1024x640", &record, SMALL, |_| {});
}

#[test]
fn long_names_and_headlines() {
    let title = "Ministry of Transport and Coastal Affairs confirms that the long-delayed ferry line between Tanjung Baru and the outer islands will open on the first Saturday of February, after a decade of planning, three changes of operator, two court cases and a winter in which the only pier was twice swept away by storms";
    assert!(title.len() >= 300);
    let speaker =
        "Spokeswoman of the Joint Working Group on Maritime Infrastructure and Islands, Rr. Siti Aminah";
    assert!(speaker.len() >= 90);
    let mut record = Record::new(
        title,
        &[
            "“The pier is safe,” she said in a statement that was dikutip dari Kantor Berita Perhubungan Laut Nasional.",
            "“The pier is not safe,” Bo answered. “Nobody looked at it.”",
        ],
    );
    let relay = record.place("Kantor Berita Perhubungan Laut Nasional");
    let said = record.quote("direct", &["“The pier is safe,”"], ["said", "she"], speaker);
    said["relay"] = json!([relay]);
    said["relay_speakers"] =
        json!([{"name": "Kantor Berita Perhubungan Laut Nasional", "kind": "organisation"}]);
    record.quote("direct", &["“The pier is not safe,”"], ["answered", "Bo"], speaker);
    record.quote("direct", &["“Nobody looked at it.”"], ["", ""], "Bo");
    each("long-names", &record, USUAL, |window| window.press(Key::Tab, NONE));
    each("long-names-1024x640", &record, SMALL, |window| window.press(Key::Tab, NONE));
}

#[test]
fn finding_words() {
    let show = |window: &mut Window| {
        window.press(Key::F, Modifiers::COMMAND);
        window.type_text("night");
        window.press(Key::Enter, NONE);
    };
    both("find", USUAL, show);
    both("find-1024x640", SMALL, show);
}

#[test]
fn parts_of_the_article_are_corrected() {
    both("region", USUAL, |window| {
        window.select_words(Hand::Pointer, "Not everyone is convinced.");
        let start = window.span_of("everyone is").start;
        let at = window.place(start);
        for pressed in [true, false] {
            let button = PointerButton::Secondary;
            window.harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers: NONE });
        }
        window.harness.run();
        window.click_label("This part of the article is");
        window.harness.run();
    });
}

#[test]
fn what_is_folded() {
    both("folded", USUAL, |window| {
        window.press(Key::P, NONE);
        window.press(Key::End, Modifiers::COMMAND);
    });
}

#[test]
fn smaller_and_larger() {
    for (name, key, times) in [("annotate-75", Key::Minus, 5), ("annotate-200", Key::Plus, 20)] {
        both(name, USUAL, |window| {
            window.press(Key::P, NONE);
            for _ in 0..4 {
                window.press(Key::Tab, NONE);
            }
            for _ in 0..times {
                window.press(key, Modifiers::COMMAND);
            }
        });
    }
}
