//! `review-html`: a report on review as one page that needs nothing else and
//! runs nothing: each article with everyone's marks, where they agree, what
//! was decided and said, and how far annotators agree over all.

mod figures;
mod groups;
mod marked;
mod talk;

use std::fmt::{self, Write as _};
use std::io::Write;

use super::{Exporter, FormatError, Sink, verify};
use crate::model::{AnnotatorId, Document, Quote, Registry};
use crate::review::Alignment;
use crate::review::agreement::{Material, did};

/// See the module.
pub(super) struct ReviewHtml;

impl Exporter for ReviewHtml {
    fn name(&self) -> &'static str {
        "review-html"
    }

    fn about(&self) -> &'static str {
        "A page to read: everyone’s marks, decisions, comments and agreement"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn start<'w>(
        &self,
        out: &'w mut dyn Write,
        registry: &'w Registry,
    ) -> Result<Box<dyn Sink + 'w>, FormatError> {
        let people = People::new(registry);
        let mut head = String::new();
        // Writing to a string can't fail.
        let _ = people.head(&mut head);
        out.write_all(head.as_bytes()).map_err(FormatError::Write)?;
        let material = Material::new(people.ids());
        Ok(Box::new(Page { out, people, material, articles: 0 }))
    }
}

/// Words as HTML shows them.
struct Shown<'w>(&'w str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                // A page can't hold these.
                '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' => f.write_char('\u{fffd}')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// Who annotates, by name, each with a lane of a colour.
struct People<'w> {
    registry: &'w Registry,
    list: Vec<(AnnotatorId, &'w str)>,
}

/// Lanes that the page has colours for; more people share them.
const LANES: usize = 6;

impl<'w> People<'w> {
    fn new(registry: &'w Registry) -> Self {
        let mut list: Vec<_> = registry.people().map(|person| (person.id, person.name.as_str())).collect();
        list.sort_by_key(|(id, name)| (*name, *id));
        Self { registry, list }
    }

    fn ids(&self) -> Vec<AnnotatorId> {
        self.list.iter().map(|(id, _)| *id).collect()
    }

    /// The lane's name in the page's style: a digit, or g for what review
    /// decided.
    fn lane(&self, annotator: AnnotatorId) -> String {
        let place = self.list.iter().position(|(id, _)| *id == annotator);
        place.map_or_else(|| "g".to_owned(), |place| (place % LANES).to_string())
    }

    fn name(&self, annotator: AnnotatorId) -> Shown<'w> {
        Shown(self.registry.annotator_name(annotator))
    }

    fn speakers(&self, quote: &Quote) -> String {
        let name = |id| self.registry.speakers.get(id).map_or("–", |speaker| speaker.name.as_str());
        quote.speakers.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    fn head(&self, page: &mut String) -> fmt::Result {
        page.push_str("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        writeln!(
            page,
            "<title>Review</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>",
            include_str!("../../../assets/review/report.css")
        )?;
        page.push_str("<h1>Review</h1>\n<p class=\"dim\">Every annotator’s quotes have a line of their own below the words. Cues are in italics, sources framed; words that not everyone has in a quote are on a warm ground. <a href=\"#agreement\">Agreement</a> stands at the end.</p>\n<ul class=\"legend\">\n");
        for (id, name) in &self.list {
            writeln!(page, "<li><span class=\"k{}\"></span>{}</li>", self.lane(*id), Shown(name))?;
        }
        page.push_str("<li><span class=\"kg\"></span>Adjudicated</li>\n</ul>\n");
        Ok(())
    }
}

struct Page<'w> {
    out: &'w mut dyn Write,
    people: People<'w>,
    material: Material,
    articles: usize,
}

impl Sink for Page<'_> {
    fn document(&mut self, document: &Document) -> Result<(), FormatError> {
        verify(document, self.people.registry)?;
        self.material.add(document);
        self.articles += 1;
        let mut article = String::new();
        // Writing to a string can't fail.
        let _ = self.article(document, &mut article);
        self.out.write_all(article.as_bytes()).map_err(FormatError::Write)
    }

    fn finish(self: Box<Self>) -> Result<(), FormatError> {
        let mut end = String::new();
        // Writing to a string can't fail.
        let _ = figures::write(&self.people, &self.material, figures::PATIENCE, &mut end);
        end.push_str("</main>\n</body>\n</html>\n");
        self.out.write_all(end.as_bytes()).map_err(FormatError::Write)
    }
}

impl Page<'_> {
    fn article(&self, document: &Document, page: &mut String) -> fmt::Result {
        let article = &*document.article;
        let number = self.articles;
        let layers: Vec<AnnotatorId> =
            self.people.ids().into_iter().filter(|id| did(document, *id)).collect();
        let alignment = Alignment::of(document, &layers);
        writeln!(page, "<article id=\"a{number}\">\n<h2>{}</h2>", Shown(article.display_title()))?;
        let metadata = &article.metadata;
        let known = [&metadata.publisher, &metadata.published_at, &metadata.url].into_iter().flatten();
        let known: Vec<String> = known.map(|known| Shown(known).to_string()).collect();
        writeln!(page, "<p class=\"dim\">{}</p>", known.join(" · "))?;
        marked::write(&self.people, document, &alignment, number, page)?;
        groups::write(&self.people, document, &alignment, number, page)?;
        talk::write(&self.people, document, page)?;
        page.push_str("</article>\n");
        Ok(())
    }
}
