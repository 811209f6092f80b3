//! Language packs: what the engine knows of a language, read from
//! `assets/languages/*.toml`, and a project's own words beside it.

mod lexicon;
mod own;
mod read;

use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};

pub(super) use lexicon::{Lexicon, lower};
pub use own::OwnWords;
pub use read::PackError;

use super::class::Class;

static LANGUAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/languages");

/// One language.
#[derive(Debug, Clone)]
pub struct Pack {
    language: String,
    name: String,
    /// Opening and closing marks, the usual ones first.
    pub(super) marks: Vec<(char, char)>,
    /// Whether a comma stands between a reporting verb and its clause:
    /// *mengatakan, …*
    pub(super) comma_clause: bool,
    /// Pronouns bound to the end of a word.
    pub(super) clitics: Vec<String>,
    pub(super) lexicon: Lexicon,
}

impl Pack {
    /// Reads and checks a pack.
    ///
    /// # Errors
    /// What is wrong, with its line.
    pub fn read(toml: &str) -> Result<Self, PackError> {
        read::pack(toml)
    }

    /// The language's code: `id`.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The language's own name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The same with a project's own words.
    #[must_use]
    pub fn with(&self, own: &OwnWords) -> Self {
        let mut pack = self.clone();
        for (class, words) in own.lists() {
            for word in words {
                pack.lexicon.add(&lower(word.trim()), class);
            }
        }
        pack
    }
}

/// The languages at hand.
#[derive(Debug, Clone)]
pub struct Packs(Vec<Arc<Pack>>);

static BUILT_IN: LazyLock<Packs> = LazyLock::new(|| {
    let read = |file: &include_dir::File<'_>| Pack::read(file.contents_utf8()?).ok();
    let mut packs: Vec<_> = LANGUAGES.files().filter_map(read).map(Arc::new).collect();
    packs.sort_by(|a, b| a.language.cmp(&b.language));
    Packs(packs)
});

impl Packs {
    /// The packs that come with the program. A test reads each of them.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The source of every pack that comes with the program: file name and
    /// TOML.
    pub fn sources() -> impl Iterator<Item = (String, &'static str)> {
        LANGUAGES.files().filter_map(|file| Some((file.path().display().to_string(), file.contents_utf8()?)))
    }

    /// The same packs with a project's own words.
    #[must_use]
    pub fn with(&self, own: &OwnWords) -> Self {
        if own.is_empty() {
            return self.clone();
        }
        Self(self.0.iter().map(|pack| Arc::new(pack.with(own))).collect())
    }

    /// Every pack, by language.
    pub fn iter(&self) -> impl Iterator<Item = &Pack> {
        self.0.iter().map(|pack| &**pack)
    }

    /// The pack for a language tag (`id`, `id-ID`), or else the one whose
    /// commonest words the text has most of; none where it has hardly any.
    #[must_use]
    pub fn choose(&self, tag: Option<&str>, text: &str) -> Option<&Pack> {
        let primary = tag.and_then(|tag| tag.split(['-', '_']).next()).map(str::to_lowercase);
        let named = primary.and_then(|tag| self.iter().find(|pack| pack.language == tag));
        named.or_else(|| self.guess(text))
    }

    fn guess(&self, text: &str) -> Option<&Pack> {
        const WORDS: usize = 400;
        let mut words = 0;
        let mut hits = vec![0_usize; self.0.len()];
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(WORDS) {
            words += 1;
            let word = lower(word);
            for (hits, pack) in hits.iter_mut().zip(&self.0) {
                *hits += usize::from(pack.lexicon.class(&word).any(Class::COMMON));
            }
        }
        let (best, pack) = hits.into_iter().zip(self.iter()).max_by_key(|(hits, _)| *hits)?;
        (best > 0 && best * 20 >= words).then_some(pack)
    }
}
