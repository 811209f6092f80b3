//! What suggesting costs: `cargo bench --bench suggest`.
//!
//! Each figure stands beside a floor of the same run: one pass that splits
//! the same text at Unicode's word boundaries, folds each word to lower case
//! and looks it up in a hash set. Times are medians. The worst patterns are
//! given at two sizes: twice the text must cost about twice the time.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a bench")]

use std::collections::{HashMap, HashSet};
use std::hint::black_box;
use std::time::{Duration, Instant};

use kutip::edit::Origin;
use kutip::job::Unwatched;
use kutip::model::{Article, ArticleId, Metadata, Stamp, Text, sha256};
use kutip::suggest::{Context, KnownSpeakers, Packs, suggest};
use kutip::workspace::{ImportOptions, Workspace};
use unicode_segmentation::UnicodeSegmentation as _;

const PARAGRAPHS: [&str; 6] = [
    "VLADIVOSTOK, KOMPAS.com - Presiden Rusia Vladimir Putin mendapat kunjungan tamu istimewa dari Korea Utara, Kim Jong Un, pada Kamis (25/4/2019).",
    "Kepada Kim, Putin menyatakan dukungan penuh terhadap upaya untuk meredakan ketegangan di Semenanjung Korea. Selain itu, dia ingin meningkatkan hubungan ekonomi dengan negara itu.",
    "\"Saya percaya kunjungan Anda ke Rusia hari ini akan membantu kita memahami lebih baik bagaimana memecahkan situasi,\" katanya dalam pertemuan pertama, seperti dikutip dari AFP.",
    "Menurut Kepala Dinas Kesehatan Bali, Ketut Suarjaya, vaksin akan datang bulan depan. ”Kami siap,” kata Ketut di Denpasar, Senin (1/2/2021).",
    "Sementara itu, pengurus IDI, Halik Malik, mengatakan bahwa data harus dibuka, \"agar publik percaya\". Ia menambahkan, semua pihak perlu bersabar.",
    "Rapat dihadiri sejumlah menteri dan berlangsung dua jam di kantor Kementerian Sosial, Jakarta Pusat, sebelum ditutup dengan makan siang bersama.",
];

/// Patterns that a careless rule would look through again and again.
const WORST: [(&str, &str); 7] = [
    ("opening marks", "”a "),
    ("straight marks", "\" a\""),
    ("apostrophes", "dogs' 'a "),
    ("cues", "kata mengatakan "),
    ("commas and cues", "Budi, mengatakan, "),
    ("capitals", "Presiden Joko "),
    ("brackets", "(Budi ("),
];

fn article(text: &str) -> Article {
    Article {
        id: ArticleId(uuid::Uuid::from_u128(1)),
        external_id: None,
        metadata: Metadata { language: Some("id".to_owned()), ..Metadata::default() },
        sha256: sha256(text.as_bytes()),
        regions: Vec::new(),
        file: None,
        stamp: Stamp::new(jiff::Timestamp::UNIX_EPOCH, None),
        text: Text::new(text),
    }
}

fn median(runs: usize, mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn suggested(article: &Article, runs: usize) -> Duration {
    let known = KnownSpeakers::default();
    let chosen = HashMap::new();
    let context =
        Context { packs: Packs::built_in(), known: &known, linked: &[], chosen: &chosen, everywhere: false };
    median(runs, || {
        black_box(suggest(article, &context));
    })
}

fn floor(text: &str, runs: usize) -> Duration {
    let known: HashSet<&str> = ["kata", "menurut", "mengatakan", "dia"].into_iter().collect();
    median(runs, || {
        let hits =
            text.split_word_bounds().filter(|word| known.contains(word.to_lowercase().as_str())).count();
        black_box(hits);
    })
}

fn line(what: &str, time: Duration, floor: Duration) {
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!("{what:<34} {:>9.3} ms {:>9.3} ms {:>6.2}x", ms(time), ms(floor), ms(time) / ms(floor));
}

fn main() {
    println!("{:<34} {:>12} {:>12} {:>7}", "", "kutip", "floor", "ratio");
    let words: Vec<&str> = PARAGRAPHS.iter().flat_map(|p| p.split_inclusive(' ')).collect();
    let short = PARAGRAPHS.join("\n\n").repeat(words.len().div_ceil(350).max(1) * 3);
    let end = short.match_indices(' ').nth(350).map_or(short.len(), |(at, _)| at);
    let small = article(&short[..end]);
    line("350 words", suggested(&small, 201), floor(small.text.as_str(), 201));
    let mut long = String::new();
    while long.len() < 1 << 20 {
        long.push_str(PARAGRAPHS[long.len() % PARAGRAPHS.len()]);
        long.push_str("\n\n");
    }
    let big = article(&long);
    line("1 MB", suggested(&big, 9), floor(&long, 9));
    for (name, pattern) in WORST {
        let sized = |bytes: usize| article(&pattern.repeat(bytes / pattern.len()));
        let (half, whole) = (sized(1 << 18), sized(1 << 19));
        let (first, second) = (suggested(&half, 5), suggested(&whole, 5));
        line(&format!("512 kB of {name}"), second, floor(whole.text.as_str(), 5));
        println!("{:<34} {:>9.2}x the time of 256 kB", "", second.as_secs_f64() / first.as_secs_f64());
    }
    project();
}

/// 10,000 articles of a project, as `kutip suggest` goes through them.
fn project() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let path = folder.path().join("bench.kutip");
    let mut workspace = Workspace::create(&path, Origin::CommandLine, Duration::from_secs(5)).unwrap();
    let lines: Vec<String> = (0..10_000)
        .map(|number| {
            let text = format!("{}\n\nNomor {number}.", PARAGRAPHS.join("\n\n"));
            serde_json::json!({"text": text, "language": "id"}).to_string()
        })
        .collect();
    let records = lines.join("\n");
    let options = ImportOptions::default();
    workspace.import_jsonl("bench.jsonl", &mut records.as_bytes(), &options).unwrap();
    let plain = median(3, || {
        workspace
            .each_document(|document| {
                black_box(document.article.text.len());
                Ok(())
            })
            .unwrap();
    });
    let all = median(3, || {
        workspace
            .each_suggestion(None, None, &Unwatched, |_, found| {
                black_box(found.len());
                Ok(())
            })
            .unwrap();
    });
    line("10,000 articles (floor: reading)", all, plain);
}
