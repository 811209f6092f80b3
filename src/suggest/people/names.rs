//! Names in the text: runs of capitalised words, with titles and offices
//! taken off their front.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use super::{Gender, KnownSpeakers, People, Person};
use crate::model::{Span, SpeakerKind};
use crate::suggest::class::Class;
use crate::suggest::pack::lower;
use crate::suggest::paragraph::Paragraph;
use crate::suggest::token::{Shape, Token};

/// A place where someone is named.
#[derive(Debug, Clone, Copy)]
pub(in crate::suggest) struct Mentioned {
    pub span: Span,
    pub person: usize,
    /// Whether it stands where the subject of its sentence does.
    pub subject: bool,
    pub paragraph: usize,
}

/// Longest run of words that is looked at as one name.
const RUN: usize = 14;

/// Every name outside of quotation marks, in order, and who they are.
/// `singles` are the words that sources alone consist of: they tell where in
/// a run of capitals the name begins.
pub(in crate::suggest) fn find(
    paragraphs: &[Paragraph<'_>],
    singles: &HashSet<String>,
    known: &KnownSpeakers,
) -> (People, Vec<Mentioned>) {
    let mut people = People::default();
    let mut mentions = Vec::new();
    // Full names first, so that a bare surname before them finds them too.
    let full = |person: &Person| person.words.len() > 1;
    for number in 0..paragraphs.len() {
        let Some(p) = paragraphs.get(number) else { continue };
        each_name(p, singles, |_, _, person| {
            if full(&person) {
                people.add(linked(person, known));
            }
        });
    }
    for (number, p) in paragraphs.iter().enumerate() {
        each_name(p, singles, |units, subject, person| {
            let certain = full(&person)
                || person.attested
                || !person.titles.is_empty()
                || !people.whose_name_has(&person.words).is_empty()
                || person.words.first().is_some_and(|word| singles.contains(word))
                || !known.named(&person.name).is_empty();
            if let (true, Some(span)) = (certain, p.hull(units)) {
                let person = people.add(linked(person, known));
                mentions.push(Mentioned { span, person, subject, paragraph: number });
            }
        });
    }
    (people, mentions)
}

fn linked(mut person: Person, known: &KnownSpeakers) -> Person {
    let named = known.named(&person.name);
    if let [only] = named.as_slice() {
        person.speaker = Some(*only);
        person.attested = true;
    }
    person
}

fn each_name(p: &Paragraph<'_>, singles: &HashSet<String>, mut take: impl FnMut(Range<usize>, bool, Person)) {
    for sentence in &p.sentences {
        let mut at = sentence.start;
        let mut subject = true;
        while at < sentence.end {
            let run = run_at(p, at, sentence.end);
            if run.is_empty() {
                at += 1;
                continue;
            }
            at = run.end;
            let oblique = run.start.checked_sub(1).is_some_and(|before| p.class(before).any(Class::PLACING));
            let Some(mut person) = name_in(p, run.clone(), singles, run.start == sentence.start) else {
                continue;
            };
            let age = p.token(run.end).is_some_and(|token| token.is('('))
                && p.token(run.end + 1).is_some_and(|token| token.shape == Shape::Number);
            person.attested |= age || person.words.iter().any(|word| singles.contains(word));
            let first = subject && !oblique;
            subject &= !first;
            take(run, first, person);
        }
    }
}

/// The run of capitalised words that begins at a unit.
fn run_at(p: &Paragraph<'_>, from: usize, end: usize) -> Range<usize> {
    let mut at = from;
    while at < end && at - from < RUN {
        let Some(token) = p.token(at) else { break };
        let next_capital = || p.token(at + 1).is_some_and(Token::is_capital);
        let goes_on = match token.shape {
            Shape::Capital => !token.class.any(Class::TIME) || at > from && token.class.any(Class::MALE),
            Shape::Lower => at > from && token.class.any(Class::PARTICLE) && next_capital(),
            Shape::Sign('.') => {
                at > from
                    && !token.spaced
                    && next_capital()
                    && p.token(at - 1).is_some_and(|before| {
                        before.words.chars().count() == 1 || before.class.any(Class::ABBREVIATION)
                    })
            }
            _ => false,
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    from..at
}

/// The person or body that a run of words names; none where it is only a
/// title, a place or a word that begins a sentence.
pub(in crate::suggest) fn name_in(
    p: &Paragraph<'_>,
    units: Range<usize>,
    singles: &HashSet<String>,
    begins: bool,
) -> Option<Person> {
    let tokens: Vec<&Token<'_>> = units.clone().filter_map(|unit| p.token(unit)).collect();
    let mut start = 0;
    if tokens.first().is_some_and(|first| {
        first.class.any(Class::LEADS | Class::DETERMINER | Class::PRONOUN) && !first.class.any(Class::TITLE)
    }) {
        start = 1;
    }
    let mut titles = BTreeSet::new();
    title_before(p, units.start, &mut titles);
    let placed = units.start.checked_sub(1).is_some_and(|before| p.class(before).any(Class::PLACING));
    if placed && titles.is_empty() && is_site(tokens.get(start..)?) {
        return None;
    }
    let mut gender = None;
    let mut body = false;
    let from = start;
    while let Some(token) = tokens.get(start) {
        let class = token.class;
        let role = class
            .any(Class::TITLE | Class::OFFICE | Class::PLACE | Class::DETERMINER | Class::ORGANISATION)
            || token.is_upper() && tokens.len() > start + 1;
        let sign = matches!(token.shape, Shape::Sign(_));
        if !role && !sign {
            break;
        }
        body |= class.any(Class::ORGANISATION) || token.is_upper() && !class.any(Class::TITLE);
        if class.any(Class::TITLE) {
            titles.insert(lower(token.words));
        }
        gender = gender.or(gender_of(class));
        start += 1;
    }
    // A title and an office, and only then the name.
    if start > from && !titles.is_empty() {
        let role = |token: &&Token<'_>| {
            token.class.any(Class::TITLE | Class::OFFICE | Class::PLACE | Class::ORGANISATION)
                || token.is_upper()
        };
        let last = tokens.iter().rposition(role).filter(|last| *last + 1 < tokens.len());
        start = last.map_or(start, |last| start.max(last + 1));
    }
    let rest = tokens.get(start..)?;
    let organisation = |tokens: &[&Token<'_>]| {
        let words: Vec<&str> = tokens.iter().map(|token| token.words).collect();
        let kept = tokens.iter().any(|token| token.class.any(Class::ORGANISATION) || token.is_upper());
        kept.then(|| person(&words, SpeakerKind::Organisation, None, BTreeSet::new()))
    };
    if rest.is_empty() {
        return if body && titles.is_empty() { organisation(tokens.get(from..)?) } else { None };
    }
    let institution = |token: &&Token<'_>| token.class.any(Class::ORGANISATION | Class::OFFICE);
    let initials = rest.iter().skip(1).any(|token| token.is_upper());
    let first = tokens.get(from).is_some_and(|first| first.class.any(Class::ORGANISATION));
    if titles.is_empty() && (first || initials || rest.iter().any(institution)) {
        let words: Vec<&str> = tokens.get(from..)?.iter().map(|token| token.words).collect();
        return Some(person(&words, SpeakerKind::Organisation, None, titles));
    }
    let rest = name_of(rest, singles, body || begins || !titles.is_empty());
    let first = rest.first().filter(|first| first.is_capital())?;
    if begins && rest.len() == 1 && start == from && !singles.contains(&lower(first.words)) {
        return None;
    }
    let words: Vec<&str> = rest.iter().filter(|token| !token.is('.')).map(|token| token.words).collect();
    Some(person(&words, SpeakerKind::Person, gender, titles))
}

/// Whether a building, a street or a town is named. What is named in a place
/// sits there and doesn't speak: *di Gedung Kejaksaan Agung*.
fn is_site(tokens: &[&Token<'_>]) -> bool {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
    let behind = last.class.any(Class::SITE_AFTER) && !first.class.any(Class::ORGANISATION | Class::OFFICE);
    first.class.any(Class::SITE) || behind
}

/// The words of a run that are the name, by the word the article calls its
/// bearer by.
fn name_of<'a, 'b, 't>(
    rest: &'a [&'b Token<'t>],
    singles: &HashSet<String>,
    titled: bool,
) -> &'a [&'b Token<'t>] {
    let odd = |token: &&Token<'_>| token.words.contains(|c: char| c == '.' || c.is_numeric());
    let whole = rest.len();
    let rest = match rest.iter().take(whole.saturating_sub(1)).rposition(odd) {
        Some(at) if !rest.iter().any(|token| token.is('.')) => rest.get(at + 1..).unwrap_or(rest),
        _ => rest,
    };
    let titled = titled || rest.len() > 3;
    let called = rest.iter().position(|token| singles.contains(&lower(token.words)));
    match called {
        Some(at) if at > 0 && at + 1 < rest.len() && titled => rest.get(at..).unwrap_or(rest),
        Some(at) if at > 1 && at + 1 == rest.len() && titled && rest.len() > 3 => {
            rest.get(at - 1..).unwrap_or(rest)
        }
        None if rest.len() > 4 => rest.get(rest.len() - 2..).unwrap_or(rest),
        _ => rest,
    }
}

fn person(words: &[&str], kind: SpeakerKind, gender: Option<Gender>, titles: BTreeSet<String>) -> Person {
    Person {
        name: words.join(" "),
        words: words.iter().map(|word| lower(word)).collect(),
        kind,
        gender,
        speaker: None,
        attested: !titles.is_empty(),
        titles,
    }
}

/// Lower-case titles right before a name: *juru bicara Budi*.
fn title_before(p: &Paragraph<'_>, start: usize, titles: &mut BTreeSet<String>) {
    for unit in (start.saturating_sub(3)..start).rev() {
        match p.token(unit) {
            Some(token) if token.shape == Shape::Lower && token.class.any(Class::TITLE) => {
                titles.insert(lower(token.words));
            }
            Some(token)
                if token.shape == Shape::Lower
                    && token.class.any(Class::OFFICE | Class::PLACE | Class::DETERMINER) => {}
            _ => break,
        }
    }
}

pub(super) fn gender_of(class: Class) -> Option<Gender> {
    match (class.any(Class::FEMALE), class.any(Class::MALE)) {
        (true, false) => Some(Gender::Female),
        (false, true) => Some(Gender::Male),
        _ => None,
    }
}
