//! The language that the window speaks: messages from `assets/locales`, one
//! folder a language, one file an area of the window.
//!
//! egui draws on one thread, and so does each test: what is spoken belongs to
//! the thread, and panels need not hand it on.

use std::borrow::Cow;
use std::cell::RefCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets/locales");

/// The language that has every message, and the one for anybody whose own
/// isn't here.
const FALLBACK: &str = "en";

thread_local! {
    static SPOKEN: RefCell<Option<Spoken>> = const { RefCell::new(None) };
}

struct Spoken {
    code: String,
    bundle: FluentBundle<FluentResource>,
}

/// The languages there are, as BCP 47 codes.
pub fn languages() -> impl Iterator<Item = &'static str> {
    LOCALES.dirs().filter_map(|folder| folder.path().to_str())
}

/// A language as its speakers call it; its code where that isn't known.
#[must_use]
pub fn own_name(code: &str) -> String {
    let name = match code.split('-').next().unwrap_or(code) {
        "ar" => "العربية",
        "de" => "Deutsch",
        "en" => "English",
        "es" => "Español",
        "fr" => "Français",
        "id" => "Bahasa Indonesia",
        "it" => "Italiano",
        "jv" => "Basa Jawa",
        "ms" => "Bahasa Melayu",
        "nl" => "Nederlands",
        "pt" => "Português",
        "su" => "Basa Sunda",
        _ => return code.to_owned(),
    };
    name.to_owned()
}

/// The language of the system where it is here, else English.
#[must_use]
pub fn of_system() -> &'static str {
    let wanted = sys_locale::get_locales().find_map(|locale| {
        let code = locale.split(['-', '_', '.']).next().unwrap_or_default().to_lowercase();
        languages().find(|language| *language == code)
    });
    wanted.unwrap_or(FALLBACK)
}

/// Speaks this language from now on, or English where it isn't here.
pub fn speak(code: &str) {
    let code = languages().find(|language| *language == code).unwrap_or(FALLBACK);
    SPOKEN.with_borrow_mut(|spoken| {
        if spoken.as_ref().is_none_or(|spoken| spoken.code != code) {
            *spoken = Some(Spoken { code: code.to_owned(), bundle: bundle(code) });
        }
    });
}

/// The language that is spoken, as its BCP 47 code.
#[must_use]
pub fn spoken() -> String {
    SPOKEN.with_borrow(|spoken| spoken.as_ref().map_or(FALLBACK, |spoken| &spoken.code).to_owned())
}

/// A message by its key. One that isn't there reads as its key; a test keeps
/// that from being seen.
#[must_use]
pub fn message(key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
    if SPOKEN.with_borrow(Option::is_none) {
        speak(FALLBACK);
    }
    SPOKEN.with_borrow(|spoken| {
        let pattern =
            spoken.as_ref().and_then(|spoken| Some((spoken, spoken.bundle.get_message(key)?.value()?)));
        let Some((spoken, pattern)) = pattern else { return key.to_owned() };
        let values: FluentArgs<'_> =
            values.iter().map(|(name, value)| (Cow::Borrowed(*name), value.clone())).collect();
        spoken.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    })
}

/// `tr!("key")` or `tr!("key", name = value)`: a message in the language of
/// the window.
macro_rules! tr {
    ($key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::gui::words::message($key, &[$((stringify!($name), fluent_bundle::FluentValue::from($value))),*])
    };
}
pub(crate) use tr;

fn bundle(code: &str) -> FluentBundle<FluentResource> {
    let language = code.parse::<LanguageIdentifier>().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![language]);
    // Marks of direction around values would be seen as boxes and copied along.
    bundle.set_use_isolating(false);
    for (_, source) in sources(code) {
        // What can't be read is left out here and found by the test below.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The files of a language, by area.
fn sources(code: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    LOCALES.get_dir(code).into_iter().flat_map(Dir::files).filter_map(|file| {
        let area = file.path().file_stem()?.to_str()?;
        Some((area, file.contents_utf8()?))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use super::*;

    /// Key to the names of its values.
    type Messages = BTreeMap<String, BTreeSet<String>>;

    fn messages(code: &str) -> Messages {
        let mut found = Messages::new();
        for (area, source) in sources(code) {
            if let Err((_, errors)) = FluentResource::try_new(source.to_owned()) {
                panic!("{code}/{area}.ftl: {errors:?}");
            }
            let mut key = String::new();
            for line in source.lines() {
                if let Some((name, _)) = line.split_once('=')
                    && line.starts_with(|c: char| c.is_ascii_lowercase())
                {
                    name.trim().clone_into(&mut key);
                    assert!(key.starts_with(&format!("{area}-")), "{key} stands in {code}/{area}.ftl");
                    assert!(found.insert(key.clone(), BTreeSet::new()).is_none(), "{code} has {key} twice");
                }
                let values = line.split('$').skip(1).map(|rest| {
                    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
                });
                if let Some(names) = found.get_mut(&key) {
                    names.extend(values);
                }
            }
        }
        found
    }

    /// Every string of the window's source that reads as a key of an area.
    fn keys_in_source() -> BTreeSet<String> {
        let areas: BTreeSet<&str> = sources(FALLBACK).map(|(area, _)| area).collect();
        let mut keys = BTreeSet::new();
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/gui")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let source = std::fs::read_to_string(&path).unwrap();
                let strings = source.split('"').map(str::to_owned);
                keys.extend(strings.filter(|words| {
                    words.split_once('-').is_some_and(|(area, rest)| {
                        areas.contains(area)
                            && !rest.is_empty()
                            && rest.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
                    })
                }));
            }
        }
        keys
    }

    #[test]
    fn every_language_has_every_message_with_the_same_values() {
        let english = messages(FALLBACK);
        for code in languages() {
            let other = messages(code);
            let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(*key)).collect();
            let extra: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
            assert!(
                missing.is_empty() && extra.is_empty(),
                "{code}: missing {missing:?}, too many {extra:?}"
            );
            for (key, values) in &english {
                assert_eq!(Some(values), other.get(key), "the values of {key} in {code}");
            }
        }
    }

    #[test]
    fn the_window_uses_every_message_and_no_other() {
        let (known, used) = (messages(FALLBACK), keys_in_source());
        let missing: Vec<_> = used.iter().filter(|key| !known.contains_key(*key)).collect();
        let unused: Vec<_> = known.keys().filter(|key| !used.contains(*key)).collect();
        assert!(missing.is_empty(), "no message: {missing:?}");
        assert!(unused.is_empty(), "nowhere used: {unused:?}");
    }

    #[test]
    fn an_unknown_language_is_spoken_as_english() {
        speak("xx");
        assert_eq!(spoken(), FALLBACK);
        speak("id");
        assert_eq!(tr!("words-type-direct"), "langsung");
        speak("en");
        assert_eq!(tr!("words-type-direct"), "direct");
        assert_eq!(tr!("words-quotes", number = 1), "1 quote");
        assert_eq!(tr!("words-quotes", number = 2), "2 quotes");
    }
}
