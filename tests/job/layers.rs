//! Projects with the layers of several annotators on one article.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::{Theme, Vec2};
use kutip::edit::{Edit, Origin, QuoteDraft, SpeakerFields};
use kutip::job::Unwatched;
use kutip::model::{Document, QuoteType, Span, Stage, Text};
use kutip::workspace::{ImportOptions, Workspace};

use super::Window;

/// A quote of a layer; parts as in [`super::Wanted`]: `before|words`.
#[derive(Debug, Clone, Copy)]
pub struct Marked {
    pub content: &'static str,
    pub cue: &'static str,
    pub source: &'static str,
    pub speaker: &'static str,
    pub quote_type: Option<QuoteType>,
}

pub const fn marked(
    content: &'static str,
    cue: &'static str,
    source: &'static str,
    speaker: &'static str,
) -> Marked {
    Marked { content, cue, source, speaker, quote_type: None }
}

pub const ARTICLE: &str = "tests/fixtures/pages/nusapagi.txt";

const FIRST: Marked = marked(
    "akan membantu perbaikan tanggul yang jebol pada Januari lalu",
    "Laras |menyatakan",
    "Kepada Bram, |Laras",
    "Laras Widyawati",
);
const WISH: Marked =
    marked("pasar apung dibuka kembali sebelum puasa", "Dia juga |ingin", "lalu.\n\n|Dia", "Laras Widyawati");
const TRUST: Marked = marked(
    "\"Saya percaya rapat hari ini membuat kita lebih paham apa yang harus didahulukan,\"",
    "didahulukan,\" |katanya",
    "didahulukan,\" kata|nya",
    "Laras Widyawati",
);
const WHO: Marked = marked(
    "\"Juga siapa yang mengerjakannya,\"",
    "mengerjakannya,\" |ujarnya",
    "mengerjakannya,\" ujar|nya",
    "Laras Widyawati",
);
const HELP: Marked =
    marked("berharap bantuan datang sebelum musim hujan", "Bram |berharap", "itu, |Bram", "Bram Sutedja");
const WAIT: Marked = marked(
    "\"Saya kira warga sudah cukup lama menunggu, dan mereka berhak mendapat kepastian tahun ini juga,\"",
    "juga,\" |tuturnya",
    "juga,\" tutur|nya",
    "Bram Sutedja",
);

/// Six groups: three agree; one is only A's; one differs in boundary and cue,
/// one in its speaker.
pub const A: &[Marked] = &[FIRST, WISH, TRUST, WHO, HELP, WAIT];
pub const B: &[Marked] = &[
    FIRST,
    TRUST,
    WHO,
    Marked { content: "bantuan datang sebelum musim hujan", cue: "itu, |Bram berharap", ..HELP },
    Marked { speaker: "Laras Widyawati", ..WAIT },
];

/// A project with the layers of these annotators, who are all done.
pub fn project(folder: &Path, layers: &[(&str, &[Marked])]) -> PathBuf {
    let project = folder.join("review.kutip");
    let mut workspace = Workspace::create(&project, Origin::CommandLine, Duration::from_secs(1)).unwrap();
    let page = super::root().join(ARTICLE);
    let _ = workspace.import(&[page], &ImportOptions::default(), &Unwatched).unwrap();
    for (name, quotes) in layers {
        annotate(&mut workspace, name, quotes);
    }
    project
}

/// Marks quotes as someone who then is done.
pub fn annotate(workspace: &mut Workspace, name: &str, quotes: &[Marked]) {
    workspace.annotate_as(name).unwrap();
    let article = workspace.article_ids().unwrap()[0];
    workspace.open_article(article).unwrap();
    for quote in quotes {
        if workspace.registry().speaker_named(quote.speaker).is_none() {
            workspace.perform(&Edit::AddSpeaker(SpeakerFields::named(quote.speaker))).unwrap();
        }
        let draft = draft(workspace, quote);
        workspace.perform(&Edit::AddQuote(draft)).unwrap();
    }
    workspace.perform(&Edit::SetStage(Stage::Done)).unwrap();
}

fn draft(workspace: &Workspace, quote: &Marked) -> QuoteDraft {
    let text = &workspace.document().unwrap().article.text;
    let speaker = workspace.registry().speaker_named(quote.speaker).unwrap().id;
    QuoteDraft {
        content: vec![span(text, quote.content)],
        cue: vec![span(text, quote.cue)],
        source: vec![span(text, quote.source)],
        speakers: vec![speaker],
        quote_type: quote.quote_type,
        ..QuoteDraft::default()
    }
}

/// Where words stand; `before|words` are those after that context.
pub fn span(text: &Text, words: &str) -> Span {
    let (before, words) = words.split_once('|').unwrap_or(("", words));
    let at = text.as_str().find(&format!("{before}{words}")).unwrap_or_else(|| panic!("{words:?}"));
    let start = text.position_of(at + before.len()).unwrap();
    Span::new(start, start + words.chars().count())
}

impl Window {
    /// A window in mode Review on a project with these layers.
    pub fn reviewing(layers: &[(&str, &[Marked])]) -> Self {
        Self::reviewing_in(layers, super::SIZE, Theme::Light)
    }

    pub fn reviewing_in(layers: &[(&str, &[Marked])], size: Vec2, look: Theme) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let project = project(folder.path(), layers);
        let mut window = Self::sized(Some(&project), size, look, folder);
        window.press(egui::Key::Num2, egui::Modifiers::COMMAND);
        window
    }

    /// Changes the project as another program would, and waits until the
    /// window saw it.
    pub fn elsewhere(&mut self, change: impl FnOnce(&mut Workspace)) {
        let path = self.workspace().path().to_path_buf();
        let mut other = Workspace::open(&path, Origin::CommandLine, Duration::from_secs(1)).unwrap();
        change(&mut other);
        drop(other);
        self.harness.run();
    }

    /// The adjudicated quotes.
    pub fn adjudicated(&self) -> Vec<kutip::model::Quote> {
        let document: Document = self.document();
        document.quotes.iter().filter(|quote| quote.is_adjudicated()).map(|quote| (**quote).clone()).collect()
    }
}
