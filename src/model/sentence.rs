//! Sentences and clauses within a line.

use unicode_segmentation::UnicodeSegmentation as _;

/// Abbreviations that a name or a number follows: their full stop ends no
/// sentence. Lower case, English and Indonesian.
const OPEN: &[&str] = &[
    "adm", "brig", "brigjen", "capt", "col", "cpl", "dr", "dra", "drs", "gen", "gov", "h", "hj", "hon",
    "insp", "ir", "irjen", "jend", "jl", "kapt", "kh", "kol", "komjen", "kompol", "letjen", "letkol", "lt",
    "maj", "mayjen", "mr", "mrs", "ms", "mt", "ny", "pdt", "prof", "rep", "rev", "sdr", "sen", "sgt", "sr",
    "st", "supt", "tn", "ust", "vs",
];

/// Words before which a clause begins, without a comma too.
const JOINTS: &[&str] = &[
    "although",
    "because",
    "but",
    "unless",
    "whereas",
    "while",
    "agar",
    "karena",
    "meskipun",
    "namun",
    "sedangkan",
    "sehingga",
    "sementara",
    "supaya",
    "tapi",
    "tetapi",
    "walaupun",
];

/// Words behind which what is said begins.
const OPENERS: &[&str] = &["that", "bahwa"];

/// The sentences of a line by Unicode's sentence boundaries (UAX #29), but
/// none ends at an abbreviation or an initial. With the byte each begins at.
pub(super) fn sentences(line: &str) -> Vec<(usize, &str)> {
    let mut sentences: Vec<(usize, &str)> = Vec::new();
    let mut start = 0;
    for (at, part) in line.split_sentence_bound_indices() {
        let end = at + part.len();
        let rest = line.get(end..).unwrap_or("");
        if !rest.is_empty() && (ends_open(part) || numbers(part, rest) || goes_on(part, rest)) {
            continue;
        }
        sentences.extend(line.get(start..end).map(|words| (start, words)));
        start = end;
    }
    sentences
}

/// Whether words end with a full stop that doesn't end their sentence:
/// "Dr.", "J.", "U.S."
fn ends_open(words: &str) -> bool {
    let Some(words) = words.trim_end().strip_suffix('.') else { return false };
    let last = words.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or(words);
    let last = last.trim_start_matches(is_mark);
    let letters = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    let initials = !last.is_empty() && last.split('.').all(letters) && last != "I";
    initials || OPEN.contains(&last.to_lowercase().as_str())
}

/// Whether words end with "No." for a number that follows; a bare "no." ends
/// its sentence.
fn numbers(words: &str, rest: &str) -> bool {
    let last = words.trim_end().rsplit(char::is_whitespace).next().unwrap_or("");
    last.eq_ignore_ascii_case("no.") && rest.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a sentence goes on behind a quoted question: “Ready?” he asked.
fn goes_on(words: &str, rest: &str) -> bool {
    words.trim_end().ends_with(is_mark) && rest.starts_with(char::is_lowercase)
}

const fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'')
}

/// The bytes of the clause around a place in a sentence: as far as the next
/// comma, semicolon, colon, dash, parenthesis or conjunction to each side.
/// `quoted` holds the bytes of quotations, whose inside has no bounds.
pub(super) fn clause(sentence: &str, quoted: &[std::ops::Range<usize>], at: usize) -> std::ops::Range<usize> {
    let outside = |byte: usize| !quoted.iter().any(|range| range.start <= byte && byte < range.end);
    let (mut start, mut end) =
        (0, sentence.trim_end_matches(|c: char| !c.is_alphanumeric() && !is_mark(c)).len());
    let mut bound = |before: usize, after: usize| {
        if after <= at {
            start = after;
        } else if before >= at {
            end = end.min(before);
        }
    };
    for (byte, word) in sentence.split_word_bound_indices().filter(|(byte, _)| outside(*byte)) {
        let after = byte + word.len();
        let spaced =
            sentence.get(after..).is_none_or(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
        let lower = word.to_lowercase();
        match word {
            "," | ";" | ":" | "–" | "-" if spaced => bound(byte, after),
            "—" | "(" | ")" => bound(byte, after),
            _ if JOINTS.contains(&lower.as_str()) && byte > 0 => bound(byte, byte),
            _ if OPENERS.contains(&lower.as_str()) && byte > 0 => bound(byte, after),
            _ => {}
        }
    }
    let words = sentence.get(start..end).unwrap_or("");
    let blank = words.len() - words.trim_start().len();
    start + blank..start + blank + words.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_end_no_sentence() {
        let check = |line: &str, expected: &[&str]| {
            let found: Vec<_> = sentences(line).into_iter().map(|(_, words)| words.trim_end()).collect();
            assert_eq!(found, expected);
        };
        check("Dr. Rina left. She waved.", &["Dr. Rina left.", "She waved."]);
        check("The U.S. Senate met. J. K. Rowling wrote.", &["The U.S. Senate met.", "J. K. Rowling wrote."]);
        check(
            "Menurut Prof. Ir. H. Budi, siap. Ia pergi.",
            &["Menurut Prof. Ir. H. Budi, siap.", "Ia pergi."],
        );
        check("“Mr. Marsh?” he asked. No.", &["“Mr. Marsh?” he asked.", "No."]);
        check("Voters said no. The party lost.", &["Voters said no.", "The party lost."]);
        check("UU No. 5 berlaku. Titik.", &["UU No. 5 berlaku.", "Titik."]);
        check("It was I. He left.", &["It was I.", "He left."]);
        check("Biaya Rp 1.500.000. Mahal.", &["Biaya Rp 1.500.000.", "Mahal."]);
        check("", &[]);
    }

    #[test]
    fn a_clause_ends_at_commas_and_conjunctions() {
        let check = |marked: &str, expected: &str| {
            let at = marked.find('|').unwrap();
            let sentence = marked.replace('|', "");
            let range = clause(&sentence, &[], at);
            assert_eq!(sentence.get(range), Some(expected), "{marked}");
        };
        check("Kepada Kim, Putin menya|takan dukungan penuh.", "Putin menyatakan dukungan penuh");
        check("Kepada K|im, Putin menyatakan dukungan penuh.", "Kepada Kim");
        check("Ia mengatakan bahwa jalan akan dib|uka karena banjir surut.", "jalan akan dibuka");
        check("She sa|id that it costs 90,000 a year; he left.", "She said");
        check("She said that it co|sts 90,000 a year; he left.", "it costs 90,000 a year");
        check("They stayed b|ut the rain came.", "but the rain came");
        check("A well-kno|wn man (of 40) spoke.", "A well-known man");
    }
}
