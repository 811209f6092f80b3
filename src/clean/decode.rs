//! Bytes to text: which encoding, what is no text at all, and line ends.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::{CleanError, FileKind, MAX_BYTES, Warning};

/// How many bytes are looked at to tell text from other things.
const SAMPLE: usize = 64 * 1024;
/// How many are read to guess an encoding.
const GUESS: usize = 1024 * 1024;

/// A file's text as it came, but for line ends and the byte order mark.
pub struct Decoded {
    pub text: String,
    pub encoding: &'static str,
    pub warnings: Vec<Warning>,
}

pub fn decode(bytes: &[u8]) -> Result<Decoded, CleanError> {
    if bytes.is_empty() {
        return Err(CleanError::Empty);
    }
    if bytes.len() > MAX_BYTES {
        return Err(CleanError::TooLarge { size: bytes.len() });
    }
    if let Some(error) = known_binary(bytes) {
        return Err(error);
    }
    let mut warnings = Vec::new();
    let (encoding, from) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, mark),
        None => (detect(bytes)?, 0),
    };
    let (decoded, malformed) = encoding.decode_without_bom_handling(bytes.get(from..).unwrap_or_default());
    if encoding != UTF_8 {
        warnings.push(Warning::Decoded { encoding: encoding.name() });
    }
    if malformed {
        warnings.push(Warning::Replaced { count: decoded.matches('\u{fffd}').count() });
    }
    if mostly_controls(&decoded) {
        return Err(CleanError::Binary);
    }
    let text = with_line_feeds(&decoded);
    if text.trim().is_empty() {
        return Err(CleanError::OnlyWhiteSpace);
    }
    Ok(Decoded { text, encoding: encoding.name(), warnings })
}

/// Files that people mistake for pages, by their first bytes.
fn known_binary(bytes: &[u8]) -> Option<CleanError> {
    const KNOWN: &[(&[u8], FileKind)] = &[
        (b"%PDF-", FileKind::Pdf),
        (b"PK\x03\x04", FileKind::Zip),
        (b"PK\x05\x06", FileKind::Zip),
        (b"\x1f\x8b", FileKind::Archive("gzip")),
        (b"7z\xbc\xaf\x27\x1c", FileKind::Archive("7-Zip")),
        (b"Rar!", FileKind::Archive("RAR")),
        (b"\x28\xb5\x2f\xfd", FileKind::Archive("Zstandard")),
        (b"\xd0\xcf\x11\xe0", FileKind::OldOffice),
        (b"{\\rtf", FileKind::RichText),
        (b"\x89PNG", FileKind::Picture("PNG")),
        (b"\xff\xd8\xff", FileKind::Picture("JPEG")),
        (b"GIF87a", FileKind::Picture("GIF")),
        (b"GIF89a", FileKind::Picture("GIF")),
        (b"SQLite format 3\0", FileKind::Database),
        (b"\x7fELF", FileKind::Program),
        (b"bplist00", FileKind::WebArchive),
    ];
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let known = || KNOWN.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind);
    let kind = if webp { Some(FileKind::Picture("WebP")) } else { known() };
    kind.map(|kind| CleanError::Known { kind })
}

fn detect(bytes: &[u8]) -> Result<&'static Encoding, CleanError> {
    let sample = bytes.get(..SAMPLE.min(bytes.len())).unwrap_or_default();
    if sample.contains(&0) {
        return utf16_without_mark(sample).ok_or(CleanError::Binary);
    }
    let controls = sample.iter().filter(|byte| matches!(byte, 1..=8 | 11 | 14..=31 | 127)).count();
    if controls * 20 > sample.len().max(20) {
        return Err(CleanError::Binary);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(UTF_8);
    }
    if bytes.contains(&0) {
        return Err(CleanError::Binary);
    }
    if nearly_utf8(bytes) {
        return Ok(UTF_8);
    }
    if let Some(declared) = declared(sample) {
        return Ok(declared);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes.get(..GUESS.min(bytes.len())).unwrap_or_default(), true);
    Ok(detector.guess(None, Utf8Detection::Deny))
}

/// UTF-8 with a few broken places: a download cut inside a character, or one
/// line pasted from elsewhere.
fn nearly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 4 || (bad == 1 && good > 0)
}

/// What the page itself says in a `<meta charset>`.
fn declared(sample: &[u8]) -> Option<&'static Encoding> {
    let head = sample.get(..2048.min(sample.len())).unwrap_or_default();
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    let encoding = Encoding::for_label(label.as_bytes())?;
    (encoding != UTF_8 && encoding.is_ascii_compatible()).then_some(encoding)
}

/// Latin text in UTF-16 has a NUL in every other byte.
fn utf16_without_mark(sample: &[u8]) -> Option<&'static Encoding> {
    let units = sample.len() / 2;
    let (mut first, mut second) = (0, 0);
    for pair in sample.chunks_exact(2) {
        if let [a, b] = pair {
            let printed = |byte: u8| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~' | 0xa0..);
            first += usize::from(*a == 0 && printed(*b));
            second += usize::from(*b == 0 && printed(*a));
        }
    }
    let (many, few) = (units * 3 / 5, units / 50);
    if units > 1 && second > many && first <= few {
        Some(UTF_16LE)
    } else if units > 1 && first > many && second <= few {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// More than one character in twenty is a control character that no text has,
/// or none at all.
fn mostly_controls(text: &str) -> bool {
    let (mut controls, mut all) = (0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        let usual = matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{85}');
        controls += usize::from((c.is_control() && !usual) || c == '\u{fffd}');
    }
    let nul = text.contains('\0');
    nul || controls * 20 > all.max(20)
}

fn with_line_feeds(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}
