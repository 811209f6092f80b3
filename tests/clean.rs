//! Cleaning: pages in the shapes that sites give them, bad input, and what
//! holds for any bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

#[path = "clean/pages.rs"]
mod pages;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use kutip::clean::{CleanError, Cleaned, Format, MAX_BYTES, Warning, clean};
use kutip::model::{Region, RegionKind, Span, Text};
use pages::{PAGES, Page, REFERENCE};
use proptest::prelude::*;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages")
}

fn normalised(bytes: &[u8]) -> String {
    let text = std::str::from_utf8(bytes).unwrap();
    text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n")
}

fn words(cleaned: &Cleaned, kind: RegionKind) -> Vec<String> {
    let text = Text::new(cleaned.text.clone());
    let of_kind = cleaned.regions.iter().filter(|region| region.kind == kind);
    of_kind.map(|region| text.slice(region.span).expect("in bounds").to_owned()).collect()
}

/// What holds for every page: bounds, order, no overlap but datelines in
/// bodies, trimmed spans, and no line that is not blank left over.
fn check_regions(cleaned: &Cleaned) {
    let text = Text::new(cleaned.text.clone());
    let chars: Vec<char> = cleaned.text.chars().collect();
    let sorted = |pair: &[Region]| {
        let key = |region: &Region| (region.span.start, std::cmp::Reverse(region.span.end));
        key(&pair[0]) <= key(&pair[1])
    };
    assert!(cleaned.regions.windows(2).all(sorted), "not sorted");
    let (inner, top): (Vec<Region>, Vec<Region>) =
        cleaned.regions.iter().partition(|region| region.kind == RegionKind::Dateline);
    let mut covered = vec![false; chars.len()];
    for region in &top {
        let span = region.span;
        assert!(!span.is_empty() && span.end <= chars.len(), "out of bounds: {span:?}");
        assert!(
            !chars[span.start].is_whitespace() && !chars[span.end - 1].is_whitespace(),
            "white space: {span:?}"
        );
        for (at, covered) in covered.iter_mut().enumerate().take(span.end).skip(span.start) {
            assert!(!*covered, "two regions at {at}");
            *covered = true;
        }
    }
    for region in &inner {
        let holds = |body: &&Region| body.kind == RegionKind::Body && body.span.covers(region.span);
        assert!(top.iter().any(|body| holds(&body)), "a dateline outside a body");
    }
    for line in text.lines() {
        let free = (line.start..line.end).filter(|at| !chars[*at].is_whitespace() && !covered[*at]).count();
        assert_eq!(free, 0, "left over: {:?}", text.slice(line));
    }
}

fn check(page: &Page, path: &Path) {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let cleaned = clean(&bytes, page.file, None).unwrap_or_else(|error| panic!("{}: {error}", page.file));
    check_regions(&cleaned);
    let of = |kind| words(&cleaned, kind);
    let listing = || -> String {
        let text = Text::new(cleaned.text.clone());
        let line = |region: &Region| format!("{:>16} {}\n", region.kind, text.slice(region.span).unwrap());
        cleaned.regions.iter().map(line).collect()
    };
    macro_rules! same {
        ($what:literal, $found:expr, $wanted:expr) => {
            assert_eq!($found, $wanted, "{}: {}\n{}", page.file, $what, listing());
        };
    }
    let metadata = &cleaned.metadata;
    same!("title", metadata.title.as_deref(), Some(page.title));
    same!("publisher", metadata.publisher.as_deref(), page.publisher);
    same!("authors", metadata.authors, page.authors);
    same!("published", metadata.published_at.as_deref(), page.published);
    same!("language", metadata.language.as_deref(), Some(page.language));
    same!("headlines", of(RegionKind::Headline).len(), 1);
    same!("dateline", of(RegionKind::Dateline), page.dateline.into_iter().collect::<Vec<_>>());
    same!("captions", of(RegionKind::Caption).len(), page.captions);
    same!("credits", of(RegionKind::Credit).len(), page.credits);
    same!("related links", of(RegionKind::RelatedLink).len(), page.related);
    let body = of(RegionKind::Body);
    same!("paragraphs", body.len(), page.paragraphs);
    let (first, last) = (body.first().unwrap(), body.last().unwrap());
    assert!(first.starts_with(page.body.0), "{}: begins “{first}”", page.file);
    assert!(last.ends_with(page.body.1), "{}: ends “{last}”", page.file);
    if cleaned.format != Format::Html {
        same!("text", cleaned.text, normalised(&bytes));
        same!("text is file", cleaned.text_is_file, cleaned.text.as_bytes() == bytes);
    }
}

#[test]
fn pages_of_many_shapes() {
    for page in PAGES {
        check(page, &folder().join(page.file));
    }
}

#[test]
fn a_caption_before_the_dateline_is_none_of_the_body() {
    for credit in ["(SUARA PESISIR/Wayan Lestari)", ""] {
        let page = format!(
            "Nelayan Tolak Izin Tambang Pasir\n\nSuara Pesisir - 14/03/2024, 09:40 WITA\n\n\
             Nelayan menurunkan jaring di Teluk Saleh, Rabu (13/3/2024). {credit}\n\n\
             SUMBAWA, SUARA PESISIR - Puluhan nelayan dari enam desa di Teluk Saleh menolak rencana \
             penambangan pasir laut di perairan mereka, Rabu (13/3/2024).\n\n\
             Mereka menyatakan hasil tangkapan sudah turun sejak tahun lalu dan meminta izin itu dicabut.\n\n\
             Pertemuan berikutnya dijadwalkan pada akhir bulan di balai desa.\n"
        );
        let cleaned = clean(page.as_bytes(), "a.txt", None).unwrap();
        assert_eq!(words(&cleaned, RegionKind::Caption).len(), 1, "{:?}", cleaned.regions);
        assert_eq!(
            words(&cleaned, RegionKind::Credit),
            Vec::from_iter(Some(credit).filter(|c| !c.is_empty()))
        );
        assert_eq!(words(&cleaned, RegionKind::Body).len(), 3);
    }
}

#[test]
fn every_fixture_is_expected() {
    for entry in std::fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(PAGES.iter().any(|page| page.file == name), "no expectation for {name}");
    }
}

#[test]
fn the_reference_article() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(REFERENCE.file);
    if !path.exists() {
        eprintln!("SKIPPED: the reference article is not at {}", path.display());
        return;
    }
    check(&REFERENCE, &path);
    let cleaned = clean(&std::fs::read(path).unwrap(), REFERENCE.file, None).unwrap();
    check_glued_caption(&cleaned, "(AFP/POOL/Alexander Zemlianichenko) ALEXANDER ZEMLIANICHENKO");
    assert!(cleaned.text_is_file);
}

#[test]
fn a_glued_caption_comes_apart() {
    let bytes = std::fs::read(folder().join("nusapagi.txt")).unwrap();
    let cleaned = clean(&bytes, "nusapagi.txt", None).unwrap();
    check_glued_caption(&cleaned, "(NUSAPAGI/POOL/Tirta Hanggara) TIRTA HANGGARA");
}

/// Caption, credit and the repetition stand side by side on one line.
fn check_glued_caption(cleaned: &Cleaned, credit: &str) {
    assert_eq!(words(cleaned, RegionKind::Credit), [credit]);
    let at = cleaned.regions.iter().position(|region| region.kind == RegionKind::Caption).unwrap();
    let kinds: Vec<RegionKind> = cleaned.regions[at..at + 3].iter().map(|region| region.kind).collect();
    assert_eq!(kinds, [RegionKind::Caption, RegionKind::Credit, RegionKind::Boilerplate]);
    assert_eq!(cleaned.regions[at].span.end + 1, cleaned.regions[at + 1].span.start);
    assert_eq!(cleaned.regions[at + 1].span.end, cleaned.regions[at + 2].span.start);
}

#[test]
fn text_without_structure_is_body() {
    let bodies = |text: &str| words(&clean(text.as_bytes(), "x.txt", None).unwrap(), RegionKind::Body).len();
    assert_eq!(bodies("just a few words"), 1);
    assert_eq!(bodies(&"One long line that goes on and on. ".repeat(400)), 1);
    let poem = "The Kettle\n\nIt sings before\nit is asked\nand after\n\nnobody thanks it\nfor the tune\nor the steam";
    let cleaned = clean(poem.as_bytes(), "poem.txt", None).unwrap();
    assert_eq!(words(&cleaned, RegionKind::Headline), ["The Kettle"]);
    assert_eq!(words(&cleaned, RegionKind::Body).len(), 6);
    let interview = "Q: Where were you born?\n\nA: In a boat.\n\nQ: Do you swim?\n\nA: Badly.\n\nQ: Why?\n\nA: The boat was good.";
    assert_eq!(bodies(interview), 6);
    let wrapped = "A Short Title\n\nThis paragraph was wrapped by hand at about sixty columns, as\nletters and old wires are, and goes on in the next line until\nit ends.\n\nThe second one was wrapped in the very same way, and that is\nhow a reader can tell that there are two paragraphs here and\nnot six.";
    assert_eq!(bodies(wrapped), 2);
}

#[test]
fn subheads_lists_and_short_quotes_stay_body() {
    let text = "Town counts its trees\n\nThe town has counted every tree within its bounds for the first time since 1950, and there are more than anyone thought.\n\nA long summer\n\nVolunteers walked each street with a tape and a notebook, in pairs, from May to September.\n\n\"Yes,\" she said.\n\nThe commonest are:\n- lime\n- plane\n- ash\n\nThe oldest is a yew behind the church, which nobody dares to date.";
    let cleaned = clean(text.as_bytes(), "trees.txt", None).unwrap();
    assert_eq!(words(&cleaned, RegionKind::Headline), ["Town counts its trees"]);
    assert_eq!(words(&cleaned, RegionKind::Body).len(), 9);
    assert_eq!(words(&cleaned, RegionKind::Boilerplate).len(), 0);
}

fn error(bytes: &[u8]) -> String {
    clean(bytes, "x.txt", None).expect_err("no text").to_string()
}

#[test]
fn bad_files_say_what_they_are() {
    assert_eq!(error(b""), "the file is empty; leave it out, or save the page again");
    assert!(error(b" \n\t \r\n").starts_with("there is nothing in the file but white space"));
    assert!(error(b"%PDF-1.7 ...").starts_with("this is a PDF document, not a text; open it"));
    assert!(error(b"PK\x03\x04....").contains("ZIP archive"));
    assert!(error(b"\x89PNG\r\n\x1a\n").contains("PNG picture"));
    assert!(error(b"\x00\x01\x02\x03\x00\xff\xfe\x07").starts_with("this is a binary file"));
    assert!(error(&[1, 2, 3, 4, 5, 6, 7, 8].repeat(9)).starts_with("this is a binary file"));
    let html = b"<html><head><script>var a = 1;</script></head><body></body></html>";
    assert_eq!(clean(html, "x.html", None), Err(CleanError::NoVisibleText));
    let large = vec![b'a'; MAX_BYTES + 1];
    assert_eq!(clean(&large, "x.txt", None), Err(CleanError::TooLarge { size: MAX_BYTES + 1 }));
    assert!(error(&large).contains("the limit is 64 MiB"));
}

const PLAIN: &str =
    "Caf\u{e9} owners in the old town say that “winter” trade was better than they feared – much better.\n";

#[test]
fn other_encodings_are_read_and_said() {
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(PLAIN);
    let cleaned = clean(&windows, "x.txt", None).unwrap();
    assert_eq!((cleaned.text.as_str(), cleaned.encoding), (PLAIN, "windows-1252"));
    assert_eq!(cleaned.warnings, [Warning::Decoded { encoding: "windows-1252" }]);
    assert!(cleaned.warnings[0].to_string().contains("was read as windows-1252"));
    assert!(!cleaned.text_is_file);
    let little: Vec<u8> = PLAIN.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = PLAIN.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = [&[0xff, 0xfe][..], &little].concat();
    for (bytes, encoding) in [(little, "UTF-16LE"), (big, "UTF-16BE"), (marked, "UTF-16LE")] {
        let cleaned = clean(&bytes, "x.txt", None).unwrap();
        assert_eq!((cleaned.text.as_str(), cleaned.encoding), (PLAIN, encoding));
        assert_eq!(cleaned.warnings, [Warning::Decoded { encoding }]);
    }
    let mut broken = PLAIN.repeat(3).into_bytes();
    broken.insert(30, 0xff);
    let cleaned = clean(&broken, "x.txt", None).unwrap();
    assert_eq!((cleaned.encoding, &cleaned.warnings[..]), ("UTF-8", &[Warning::Replaced { count: 1 }][..]));
}

#[test]
fn cut_html_is_read_with_a_warning() {
    let whole = std::fs::read_to_string(folder().join("tempo-like.html")).unwrap();
    let cut = &whole[..whole.find("Sidang pertama").unwrap() + 20];
    let cleaned = clean(cut.as_bytes(), "x.html", None).unwrap();
    check_regions(&cleaned);
    assert!(cleaned.warnings.contains(&Warning::CutHtml));
    assert!(
        words(&cleaned, RegionKind::Body)
            .iter()
            .any(|words| words.starts_with("Perusahaan belum menanggapi."))
    );
    assert!(!clean(whole.as_bytes(), "x.html", None).unwrap().warnings.contains(&Warning::CutHtml));
}

#[test]
fn deep_html_takes_seconds_and_no_stack() {
    for (open, close) in
        [("<div>", "</div>"), ("<b>", "</b>"), ("<span><i>", "</i></span>"), ("<blockquote>", "")]
    {
        let depth = 20_000 / open.matches('<').count();
        let page = format!(
            "<html><body>{}<p>A sentence lies here, very deep down.</p>{}",
            open.repeat(depth),
            close.repeat(depth)
        );
        let start = Instant::now();
        let cleaned = clean(page.as_bytes(), "deep.html", None).unwrap();
        eprintln!("{open}: {:?}", start.elapsed());
        assert!(start.elapsed() < Duration::from_secs(5), "{open} took {:?}", start.elapsed());
        assert_eq!(cleaned.text, "A sentence lies here, very deep down.");
        assert!(cleaned.warnings.iter().any(|warning| matches!(warning, Warning::DeepHtml { .. })));
    }
    let deeper = "<div>".repeat(1_000_000);
    let deeper = format!("{deeper}Words far down.");
    assert_eq!(clean(deeper.as_bytes(), "deep.html", Some(Format::Html)).unwrap().text, "Words far down.");
}

#[test]
fn html_text_is_what_a_browser_shows() {
    let html = "<!doctype html><p>One  <b>two</b>\n three&nbsp;&amp; four<br>five<script>x</script></p><div>six<p>seven</p>eight</div><p hidden>no</p>";
    let cleaned = clean(html.as_bytes(), "x.html", None).unwrap();
    assert_eq!(cleaned.text, "One two three\u{a0}& four\nfive\n\nsix\n\nseven\n\neight");
    check_regions(&cleaned);
}

proptest! {
    #[test]
    fn any_bytes_end_in_a_value_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..600), html in any::<bool>()) {
        let name = if html { "x.html" } else { "x.txt" };
        if let Ok(cleaned) = clean(&bytes, name, None) {
            check_regions(&cleaned);
        }
    }

    #[test]
    fn any_text_is_kept_and_covered(text in page(), format in 0..3_usize) {
        let format = Format::ALL[format];
        if let Ok(cleaned) = clean(text.as_bytes(), "x", Some(format)) {
            check_regions(&cleaned);
            if format != Format::Html {
                prop_assert_eq!(cleaned.text, normalised(text.as_bytes()));
            }
        }
    }
}

/// Pages of lines that mean something to the rules, in any order.
fn page() -> impl Strategy<Value = String> {
    let lines = [
        "Baca juga: Judul Lain yang Menarik",
        "Baca juga",
        "Read more",
        "",
        "",
        "\r",
        "Kompas.com - 25/04/2019, 12:17 WIB",
        "JAKARTA, KOMPAS.com - Presiden itu tiba kemarin pagi di sana.",
        "Jakarta, Warta Indonesia --",
        "Foto: Warga di jalan (Nama Orang/outlet)",
        "Sebuah kalimat biasa yang panjangnya cukup untuk sebuah paragraf.",
        "\u{a0}Ruang\u{3000}",
        "Oleh: Nama Orang",
        "(abc/def)",
        "Terkini Lainnya",
        "---",
        "# Judul",
        "- satu",
        "![x](y)",
        "[a](b",
        "</p><p>",
        "<figure><figcaption>Caption. Foto: A/B</figcaption>",
        "<div>",
        "</div>",
        "<br><br>",
        "2 jam lalu",
        "é“”—🙂",
        "title: x",
        "```",
    ];
    let line =
        prop_oneof![4 => proptest::sample::select(lines.to_vec()).prop_map(str::to_owned), 1 => ".{0,40}"];
    proptest::collection::vec(line, 0..25).prop_map(|lines| lines.join("\n"))
}

#[test]
fn spans_count_code_points() {
    let text = "🙂 Judul pendek di sini\n\n“Ya,” katanya — dan kalimat ini cukup panjang untuk dianggap sebuah paragraf.";
    let cleaned = clean(text.as_bytes(), "x.txt", None).unwrap();
    assert_eq!(cleaned.regions[1].span, Span::new(24, text.chars().count()));
}
