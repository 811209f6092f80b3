//! The metadata of one or several articles as they are being typed.

use crate::model::{ArticleId, Metadata, is_iso_date};

/// What can be typed of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Title,
    Outlet,
    Authors,
    Published,
    Language,
    Address,
    Section,
}

impl Field {
    pub const ALL: [Self; 7] = [
        Self::Title,
        Self::Outlet,
        Self::Authors,
        Self::Published,
        Self::Language,
        Self::Address,
        Self::Section,
    ];

    /// Its value as it is typed.
    fn of(self, metadata: &Metadata) -> String {
        let words = |value: &Option<String>| value.clone().unwrap_or_default();
        match self {
            Self::Title => words(&metadata.title),
            Self::Outlet => words(&metadata.publisher),
            Self::Authors => metadata.authors.join("; "),
            Self::Published => words(&metadata.published_at),
            Self::Language => words(&metadata.language),
            Self::Address => words(&metadata.url),
            Self::Section => words(&metadata.section),
        }
    }

    fn put(self, metadata: &mut Metadata, typed: &str) {
        let value = |words: &str| Some(words.trim().to_owned()).filter(|words| !words.is_empty());
        match self {
            Self::Title => metadata.title = value(typed),
            Self::Outlet => metadata.publisher = value(typed),
            Self::Authors => metadata.authors = typed.split(';').filter_map(value).collect(),
            Self::Published => metadata.published_at = value(typed),
            Self::Language => metadata.language = value(typed),
            Self::Address => metadata.url = value(typed),
            Self::Section => metadata.section = value(typed),
        }
    }
}

/// One field of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedField {
    pub field: Field,
    pub words: String,
    /// What it was before; none where the articles differ.
    before: Option<String>,
}

impl TypedField {
    /// Whether the articles have different values and still keep them.
    pub fn is_mixed(&self) -> bool {
        self.before.is_none() && self.words.is_empty()
    }

    fn is_changed(&self) -> bool {
        !self.is_mixed() && self.before.as_ref() != Some(&self.words)
    }
}

/// Metadata as they are being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetadataDraft {
    /// Whose they are; one or several.
    pub articles: Vec<ArticleId>,
    pub fields: Vec<TypedField>,
    /// Whether the first field has had the focus.
    pub begun: bool,
}

impl MetadataDraft {
    /// A draft for articles that have not been looked at yet.
    pub fn new(articles: Vec<ArticleId>) -> Self {
        Self { articles, fields: Vec::new(), begun: false }
    }

    /// Looks at one more of the articles. Gives whether any field is still
    /// the same in all of them.
    pub fn meet(&mut self, metadata: &Metadata) -> bool {
        if self.fields.is_empty() {
            let typed = |field: Field| {
                let words = field.of(metadata);
                TypedField { field, before: Some(words.clone()), words }
            };
            self.fields = Field::ALL.into_iter().map(typed).collect();
            return true;
        }
        for typed in &mut self.fields {
            if typed.before.as_ref().is_some_and(|before| *before != typed.field.of(metadata)) {
                typed.before = None;
                typed.words.clear();
            }
        }
        self.fields.iter().any(|typed| typed.before.is_some())
    }

    /// An article's metadata with what was typed.
    pub fn applied(&self, metadata: &Metadata) -> Metadata {
        let mut metadata = metadata.clone();
        for typed in self.fields.iter().filter(|typed| typed.is_changed()) {
            typed.field.put(&mut metadata, &typed.words);
        }
        metadata
    }

    /// Whether anything was changed.
    pub fn is_changed(&self) -> bool {
        self.fields.iter().any(TypedField::is_changed)
    }

    /// The date that was typed and is none.
    pub fn bad_date(&self) -> Option<&str> {
        let published = self.fields.iter().find(|typed| typed.field == Field::Published)?;
        let words = published.words.trim();
        (published.is_changed() && !words.is_empty() && !is_iso_date(words)).then_some(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(title: &str, outlet: &str) -> Metadata {
        Metadata {
            title: Some(title.to_owned()),
            publisher: Some(outlet.to_owned()),
            authors: vec!["A".to_owned(), "B".to_owned()],
            ..Metadata::default()
        }
    }

    fn type_in(draft: &mut MetadataDraft, field: Field, words: &str) {
        let typed = draft.fields.iter_mut().find(|typed| typed.field == field).unwrap();
        words.clone_into(&mut typed.words);
    }

    #[test]
    fn what_differs_stays_unless_something_is_typed() {
        let (one, other) = (metadata("One", "Kompas"), metadata("Other", "Kompas"));
        let mut draft = MetadataDraft::new(Vec::new());
        assert!(draft.meet(&one) && draft.meet(&other));
        assert!(draft.fields[0].is_mixed() && !draft.is_changed());
        type_in(&mut draft, Field::Language, "id");
        assert_eq!(draft.applied(&one), Metadata { language: Some("id".to_owned()), ..one.clone() });
        assert_eq!(draft.applied(&other).title.as_deref(), Some("Other"));
        type_in(&mut draft, Field::Title, "Both");
        assert_eq!(draft.applied(&other).title.as_deref(), Some("Both"));
        type_in(&mut draft, Field::Authors, " C ;; D ");
        assert_eq!(draft.applied(&one).authors, ["C", "D"]);
    }

    #[test]
    fn a_date_is_told_from_other_words() {
        let mut draft = MetadataDraft::new(Vec::new());
        draft.meet(&metadata("One", "Kompas"));
        for (words, bad) in
            [("25/04/2019", true), ("2019-04-25", false), ("2019-04-25T12:17:00+07:00", false), ("", false)]
        {
            type_in(&mut draft, Field::Published, words);
            assert_eq!(draft.bad_date().is_some(), bad, "{words:?}");
        }
    }
}
