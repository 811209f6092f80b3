//! What a word can do in an attribution, as sets of bits.

use std::ops::{BitOr, BitOrAssign};

/// A set of word classes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Class(u64);

impl Class {
    pub const NONE: Self = Self(0);

    /// Whether they share a class.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Without what the other holds.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOr for Class {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

impl BitOrAssign for Class {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// The classes with the names that language packs call them by.
macro_rules! classes {
    ($($(#[$meta:meta])* $const:ident = $name:literal),+ $(,)?) => {
        #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
        enum Number { $($const),+ }

        impl Class {
            $($(#[$meta])* pub const $const: Self = Self(1 << Number::$const as u64);)+

            /// Every class under its name in packs.
            pub const LISTED: &'static [(&'static str, Self)] = &[$(($name, Self::$const)),+];
        }
    };
}

classes! {
    /// Tells its language from others.
    COMMON = "common",
    /// Cue before its speaker: *kata Budi*, *said Budi*.
    INVERTED = "inverted",
    /// Cue after its speaker, with any clause to follow.
    SAY = "say",
    /// Cue only where what follows is marked as words.
    SAY_THAT = "say_that",
    /// Wish or belief; a cue only with a person.
    WISH = "wish",
    /// Cue that is followed by whom it was said to.
    TOLD = "told",
    PASSIVE = "passive",
    ACCORDING = "according",
    /// What outlets do.
    REPORT = "report",
    BY = "by",
    LIKE = "like",
    THAT = "that",
    PRONOUN = "pronoun",
    PLURAL = "plural",
    TO = "to",
    OF = "of",
    PREPOSITION = "preposition",
    SUBORDINATOR = "subordinator",
    CONJUNCTION = "conjunction",
    /// Begins with a word that joins sentences, and joins none: *so far*,
    /// *lalu lintas*.
    JOINS_NOTHING = "joins_nothing",
    ADVERB = "adverb",
    AUXILIARY = "auxiliary",
    NEGATION = "negation",
    TIME = "time",
    RELATIVE = "relative",
    /// Lower-case word inside names: *bin*, *van*.
    PARTICLE = "particle",
    DETERMINER = "determiner",
    FEMALE = "female",
    MALE = "male",
    TITLE = "title",
    OFFICE = "office",
    PLACE = "place",
    /// Before the name of a building, street or town: *Gedung Sate*.
    SITE = "site",
    /// After such a name: *Downing Street*.
    SITE_AFTER = "site_after",
    ORGANISATION = "organisation",
    DOCUMENT = "document",
    GROUP = "group",
    OUTLET = "outlet",
    /// An object that is no words: *hal itu*.
    EMPTY = "empty",
    /// After *menurut*, no source: *menurut rencana*.
    NOT_SOURCE = "not_source",
    /// Before marks that hold a name: *bertajuk “…”*.
    NAMED = "named",
    /// Begins a line that is no part of the text.
    TRAP = "trap",
    ABBREVIATION = "abbreviation",
}

impl Class {
    /// Verbs that have their speaker before them.
    pub const AFTER_SUBJECT: Self = Self::SAY.or(Self::SAY_THAT).or(Self::WISH).or(Self::TOLD);
    /// Words that can't stand inside the name of a source.
    pub const ENDS_NAME: Self = Self::PREPOSITION
        .or(Self::SUBORDINATOR)
        .or(Self::RELATIVE)
        .or(Self::ADVERB)
        .or(Self::AUXILIARY)
        .or(Self::NEGATION)
        .or(Self::TIME)
        .or(Self::TO)
        .or(Self::LIKE);
    /// What a word no longer is in a phrase that joins nothing.
    pub const JOINING: Self = Self::CONJUNCTION.or(Self::SUBORDINATOR).or(Self::ADVERB).or(Self::LIKE);
    /// Words whose name behind them is no subject.
    pub const PLACING: Self = Self::PREPOSITION.or(Self::TO).or(Self::OF).or(Self::BY);
    /// Words that can begin a sentence before its subject.
    pub const LEADS: Self = Self::PREPOSITION
        .or(Self::SUBORDINATOR)
        .or(Self::CONJUNCTION)
        .or(Self::ADVERB)
        .or(Self::TIME)
        .or(Self::TO)
        .or(Self::LIKE)
        .or(Self::ACCORDING)
        .or(Self::REPORT);
}
