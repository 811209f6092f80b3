//! Articles with regions and quotes, the same in every run.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use serde_json::{Value, json};

/// A small generator.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

const WORDS: usize = 350;
const SPEAKERS: usize = 300;

/// Writes articles of 350 words with so many quotes each, and each quote with
/// content, cue and source.
pub fn write(path: &Path, articles: usize, quotes: usize) {
    let mut dice = Dice::new(42);
    let syllables =
        ["ba", "ri", "ne", "tu", "ka", "so", "me", "lin", "po", "gra", "wi", "dé", "an", "ser", "ja", "kum"];
    let vocabulary: Vec<String> = (0..20_000)
        .map(|_| (0..=dice.below(4)).map(|_| syllables[dice.below(syllables.len())]).collect())
        .collect();
    let mut out = BufWriter::new(File::create(path).unwrap());
    for number in 0..articles {
        serde_json::to_writer(&mut out, &article(number, quotes, &vocabulary, &mut dice)).unwrap();
        out.write_all(b"\n").unwrap();
    }
    out.flush().unwrap();
}

fn article(number: usize, quotes: usize, vocabulary: &[String], dice: &mut Dice) -> Value {
    let mut text = String::new();
    let mut length = 0;
    // Where each word begins and ends, in code points.
    let mut places = Vec::new();
    for at in 0..WORDS {
        if at > 0 {
            text.push(if at % 50 == 10 { '\n' } else { ' ' });
            length += 1;
        }
        // As in language, some words are frequent.
        let bound = 1 + dice.below(vocabulary.len());
        let word = &vocabulary[dice.below(bound)];
        text.push_str(word);
        places.push((length, length + word.chars().count()));
        length += word.chars().count();
    }
    let points: Vec<char> = text.chars().collect();
    let piece = |from: usize, to: usize| {
        let (start, end) = (places[from].0, places[to].1);
        json!([{ "start": start, "end": end, "text": points[start..end].iter().collect::<String>() }])
    };
    let region = |kind: &str, from: usize, to: usize| json!({ "kind": kind, "start": places[from].0, "end": places[to].1 });
    let mut regions = vec![region("headline", 0, 9)];
    regions.extend((10..WORDS).step_by(50).map(|from| region("body", from, (from + 49).min(WORDS - 1))));
    let room = (WORDS - 20) / quotes;
    let quotes: Vec<Value> = (0..quotes)
        .map(|quote| {
            let from = 15 + quote * room;
            let to = from + 10 + dice.below(room.min(40) - 16);
            json!({
                "type": "direct",
                "medium": ["speech"],
                "content": piece(from, to),
                "cue": piece(to + 1, to + 1),
                "source": piece(to + 2, to + 3),
                "speakers": [{ "name": format!("Speaker Number{}", dice.below(SPEAKERS)), "kind": "person" }],
                "annotator": "Ani",
                "status": "done",
            })
        })
        .collect();
    json!({
        "external_id": format!("article-{number}"),
        "title": points[places[0].0..places[9].1].iter().collect::<String>(),
        "publisher": "Harian",
        "authors": ["Budi"],
        "published_at": "2026-03-01",
        "language": "id",
        "url": format!("https://example.org/{number}"),
        "text": text,
        "regions": regions,
        "quotes": quotes,
    })
}
