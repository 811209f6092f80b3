//! Dates and times as pages print them, in Indonesian and English orders.

use jiff::civil::{Date, Weekday};

use super::words::WORDS;

/// A date found in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// ISO 8601: a date, or a date and time, with offset where it is known.
    pub when: String,
    /// The words that stand for neither date, time nor zone.
    pub rest: String,
}

#[derive(Debug, Clone)]
enum Kind {
    Number { value: u32, digits: usize },
    Word(String),
    Sign(char),
}

#[derive(Debug, Clone)]
struct Token {
    kind: Kind,
    start: usize,
    end: usize,
}

/// The first date of a line, with the time beside it.
pub fn find(line: &str) -> Option<Found> {
    let tokens = tokens(line);
    let (date, from, to) = (0..tokens.len()).find_map(|at| date_at(&tokens, at))?;
    let near = (to..tokens.len().min(to + 8)).find_map(|at| time_at(&tokens, at));
    let time = near.or_else(|| (from.saturating_sub(12)..from).find_map(|at| time_at(&tokens, at)));
    let mut used: Vec<(usize, usize)> = vec![(from, to)];
    let when = match time {
        None => date.to_string(),
        Some(time) => {
            used.push((time.from, time.to));
            let zone = zone_at(&tokens, time.to, date);
            used.extend(zone.as_ref().map(|(_, end)| (time.to, *end)));
            let zone = zone.map_or(String::new(), |(zone, _)| zone);
            format!("{date}T{:02}:{:02}:{:02}{zone}", time.hour, time.minute, time.second)
        }
    };
    let rest = rest(line, &tokens, &used);
    Some(Found { when, rest })
}

/// A date or time as machines write it, or else as people do.
pub fn normal(value: &str) -> Option<String> {
    let value = value.trim();
    if let Ok(seconds) = value.parse::<i64>() {
        let scaled = if seconds > 100_000_000_000 { seconds / 1000 } else { seconds };
        let stamp = jiff::Timestamp::from_second(scaled).ok().filter(|_| scaled > 100_000_000)?;
        return Some(format!("{}+00:00", stamp.strftime("%Y-%m-%dT%H:%M:%S")));
    }
    find(value).map(|found| found.when)
}

fn rest(line: &str, tokens: &[Token], used: &[(usize, usize)]) -> String {
    let mut rest = String::new();
    let mut at = 0;
    let mut spans: Vec<(usize, usize)> = used
        .iter()
        .filter_map(|(from, to)| {
            Some((tokens.get(*from)?.start, tokens.get(to.checked_sub(1)?)?.end)).filter(|_| from < to)
        })
        .collect();
    spans.sort_unstable();
    for (start, end) in spans {
        rest.push_str(line.get(at..start).unwrap_or(""));
        rest.push_str(" | ");
        at = at.max(end);
    }
    rest.push_str(line.get(at..).unwrap_or(""));
    rest
}

fn tokens(line: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for (start, c) in line.char_indices() {
        let end = start + c.len_utf8();
        if c.is_whitespace() {
            continue;
        }
        let touching = tokens.last_mut().filter(|last| last.end == start);
        match (touching.map(|last| (&mut last.kind, &mut last.end)), c.to_digit(10)) {
            (Some((Kind::Number { value, digits }, last)), Some(digit)) => {
                *value = value.saturating_mul(10).saturating_add(digit);
                *digits += 1;
                *last = end;
            }
            (_, Some(value)) => tokens.push(Token { kind: Kind::Number { value, digits: 1 }, start, end }),
            (Some((Kind::Word(word), last)), None) if c.is_alphabetic() => {
                word.extend(c.to_lowercase());
                *last = end;
            }
            _ if c.is_alphabetic() => {
                tokens.push(Token { kind: Kind::Word(c.to_lowercase().collect()), start, end });
            }
            _ => tokens.push(Token { kind: Kind::Sign(c), start, end }),
        }
    }
    tokens
}

fn number(tokens: &[Token], at: usize, most_digits: usize) -> Option<u32> {
    match tokens.get(at)?.kind {
        Kind::Number { value, digits } if digits <= most_digits => Some(value),
        _ => None,
    }
}

fn year(tokens: &[Token], at: usize) -> Option<i16> {
    match tokens.get(at)?.kind {
        Kind::Number { value, digits: 4 } if (1900..2100).contains(&value) => i16::try_from(value).ok(),
        _ => None,
    }
}

fn word(tokens: &[Token], at: usize) -> Option<&str> {
    match &tokens.get(at)?.kind {
        Kind::Word(word) => Some(word),
        _ => None,
    }
}

fn sign(tokens: &[Token], at: usize) -> Option<char> {
    match tokens.get(at)?.kind {
        Kind::Sign(sign) => Some(sign),
        _ => None,
    }
}

/// Steps over signs and small words between the parts of a date.
fn skip(tokens: &[Token], mut at: usize) -> usize {
    while matches!(sign(tokens, at), Some(',' | '.' | '-' | '/'))
        || matches!(word(tokens, at), Some("st" | "nd" | "rd" | "th" | "of"))
    {
        at += 1;
    }
    at
}

/// The date that begins at a token, and the tokens it takes.
fn date_at(tokens: &[Token], at: usize) -> Option<(Date, usize, usize)> {
    let found = numeric(tokens, at).or_else(|| day_first(tokens, at)).or_else(|| month_first(tokens, at));
    found.map(|(date, to)| (date, at, to))
}

fn date(year: i16, month: u32, day: u32) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn numeric(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let separator = sign(tokens, at + 1).filter(|c| matches!(c, '/' | '-' | '.'))?;
    if sign(tokens, at + 3) != Some(separator) {
        return None;
    }
    let middle = number(tokens, at + 2, 2)?;
    if let Some(year) = year(tokens, at) {
        return Some((date(year, middle, number(tokens, at + 4, 2)?)?, at + 5));
    }
    let first = number(tokens, at, 2)?;
    let year = year(tokens, at + 4).or_else(|| short_year(tokens, at + 4, separator))?;
    let found = date(year, middle, first).or_else(|| date(year, first, middle))?;
    Some((found, at + 5))
}

fn short_year(tokens: &[Token], at: usize, separator: char) -> Option<i16> {
    match tokens.get(at)?.kind {
        Kind::Number { value, digits: 2 } if separator == '/' => i16::try_from(2000 + value).ok(),
        _ => None,
    }
}

fn day_first(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let day = number(tokens, at, 2)?;
    let month_at = skip(tokens, at + 1);
    let month = WORDS.month(word(tokens, month_at)?)?;
    let year_at = skip(tokens, month_at + 1);
    Some((date(year(tokens, year_at)?, u32::try_from(month).ok()?, day)?, year_at + 1))
}

fn month_first(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let month = WORDS.month(word(tokens, at)?)?;
    let day_at = skip(tokens, at + 1);
    let day = number(tokens, day_at, 2)?;
    let year_at = skip(tokens, day_at + 1);
    Some((date(year(tokens, year_at)?, u32::try_from(month).ok()?, day)?, year_at + 1))
}

struct Time {
    hour: u32,
    minute: u32,
    second: u32,
    from: usize,
    to: usize,
}

fn time_at(tokens: &[Token], at: usize) -> Option<Time> {
    if let Some(Kind::Number { value, digits: 4 }) = tokens.get(at).map(|token| &token.kind) {
        let known = word(tokens, at + 1).is_some_and(|zone| WORDS.zones.contains_key(zone));
        let (hour, minute) = (value / 100, value % 100);
        return (known && hour < 24 && minute < 60).then_some(Time {
            hour,
            minute,
            second: 0,
            from: at,
            to: at + 1,
        });
    }
    let mut hour = number(tokens, at, 2)?;
    let colon = sign(tokens, at + 1).filter(|c| matches!(c, ':' | '.'));
    let two = |at: usize| match tokens.get(at).map(|token| &token.kind) {
        Some(Kind::Number { value, digits: 2 }) => Some(*value),
        _ => None,
    };
    let (minute, mut to) = match (colon, two(at + 2)) {
        (Some(_), Some(minute)) => (minute, at + 3),
        _ => (0, at + 1),
    };
    let mut second = 0;
    if to == at + 3 && sign(tokens, to) == colon && two(to + 1).is_some() {
        second = two(to + 1)?;
        to += 2;
        // Fractions of a second.
        if sign(tokens, to) == Some('.') && number(tokens, to + 1, 9).is_some() && second < 60 {
            to += 2;
        }
    }
    match half_day(tokens, to) {
        Some((afternoon, end)) => {
            hour = hour % 12 + if afternoon { 12 } else { 0 };
            to = end;
        }
        None if to == at + 1 => return None,
        None => {}
    }
    (hour < 24 && minute < 60 && second < 60).then_some(Time { hour, minute, second, from: at, to })
}

/// "am", "p.m." and their like: whether after noon, and the token after.
fn half_day(tokens: &[Token], at: usize) -> Option<(bool, usize)> {
    match word(tokens, at)? {
        "am" => Some((false, at + 1)),
        "pm" => Some((true, at + 1)),
        half @ ("a" | "p") if sign(tokens, at + 1) == Some('.') && word(tokens, at + 2) == Some("m") => {
            let end = at + 3 + usize::from(sign(tokens, at + 3) == Some('.'));
            Some((half == "p", end))
        }
        _ => None,
    }
}

/// The offset after a time, and the token after it.
fn zone_at(tokens: &[Token], at: usize, date: Date) -> Option<(String, usize)> {
    let at = at + usize::from(sign(tokens, at) == Some('('));
    if let Some(name) = word(tokens, at) {
        if matches!(name, "gmt" | "utc")
            && let Some(offset) = signed(tokens, at + 1)
        {
            return Some(offset);
        }
        let eastern = match name {
            "et" => Some(-5),
            "ct" => Some(-6),
            "mt" => Some(-7),
            "pt" => Some(-8),
            _ => None,
        };
        if let Some(hours) = eastern {
            return Some((format!("-{:02}:00", -(hours + i32::from(american_summer(date)))), at + 1));
        }
        return WORDS.zones.get(name).map(|offset| (offset.clone(), at + 1));
    }
    signed(tokens, at)
}

/// "+07:00", "+0700", "+7".
fn signed(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let sign_of = sign(tokens, at).filter(|c| matches!(c, '+' | '-' | '−'))?;
    let prefix = if sign_of == '+' { '+' } else { '-' };
    let (hours, minutes, to) = match tokens.get(at + 1)?.kind {
        Kind::Number { value, digits: 4 } => (value / 100, value % 100, at + 2),
        Kind::Number { value, digits: 1 | 2 } => match (sign(tokens, at + 2), number(tokens, at + 3, 2)) {
            (Some(':'), Some(minutes)) => (value, minutes, at + 4),
            _ => (value, 0, at + 2),
        },
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then(|| (format!("{prefix}{hours:02}:{minutes:02}"), to))
}

/// Summer time in the United States: from the second Sunday of March to the
/// first of November.
fn american_summer(date: Date) -> bool {
    let sunday = |month: i8, nth: i8| {
        Date::new(date.year(), month, 1).and_then(|first| first.nth_weekday_of_month(nth, Weekday::Sunday))
    };
    matches!((sunday(3, 2), sunday(11, 1)), (Ok(from), Ok(to)) if from <= date && date < to)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn dates_of_many_pages() {
        for (line, when) in [
            ("Kompas.com - 25/04/2019, 12:17 WIB", "2019-04-25T12:17:00+07:00"),
            ("Kamis, 25 Apr 2019 12:17 WITA", "2019-04-25T12:17:00+08:00"),
            ("Jumat, 2 Agustus 2019 | 09.05 WIT", "2019-08-02T09:05:00+09:00"),
            ("April 3, 2024 at 3:04 p.m. EDT", "2024-04-03T15:04:00-04:00"),
            ("Updated 9:14 PM GMT+7, April 3, 2024", "2024-04-03T21:14:00+07:00"),
            ("Published 12:30 PM ET, Wed January 3, 2024", "2024-01-03T12:30:00-05:00"),
            ("Thu 25 Apr 2019 12.17 BST", "2019-04-25T12:17:00+01:00"),
            ("2019-04-25T05:17:00.000Z", "2019-04-25T05:17:00+00:00"),
            ("2019-04-25T12:17:00+0700", "2019-04-25T12:17:00+07:00"),
            ("3 Des 2021", "2021-12-03"),
            ("Posted on March 1st, 2020", "2020-03-01"),
            ("04/25/2019", "2019-04-25"),
            ("25 April 2019 pukul 07:00", "2019-04-25T07:00:00"),
        ] {
            assert_eq!(find(line).map(|found| found.when).as_deref(), Some(when), "{line}");
        }
        for line in ["Halaman 1 dari 3", "tahun 2019", "skor 3-1-2", "12:17 WIB"] {
            assert_eq!(find(line), None, "{line}");
        }
    }
}
