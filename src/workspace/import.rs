//! Bringing files in: pages of text, HTML and Markdown, and records.
//!
//! Everything of one import is one edit: it comes in as a whole, and one step
//! of undo takes it back. What can't be read is left out and reported; the
//! rest goes on.

mod files;
mod problem;
mod report;

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::bring::{Batch, BringContext, Existing};
use super::{Result, Workspace, WorkspaceError};
use crate::clean::{self, Cleaned};
use crate::edit::{Edit, Import};
use crate::format::{Incoming, IncomingArticle, importer};
use crate::job::Progress;
use crate::model::{
    Article, ArticleId, ClaimId, Document, Metadata, QuoteId, Registry, SourceFile, Text, sha256,
};

use files::{Found, Kind};
pub use problem::FileFault;
pub use report::{ArticleReport, ImportReport, LeftOut};

/// How many pages are read side by side before they are matched in order.
const CHUNK: usize = 64;

/// How files are brought in.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// The format's name, `auto` or nothing: told from each file.
    pub format: Option<String>,
    /// Whose the quotes are that name nobody.
    pub annotator: Option<String>,
}

/// One import on its way.
struct Intake<'a> {
    workspace: &'a mut Workspace,
    options: &'a ImportOptions,
    batch: Batch,
    report: ImportReport,
}

impl Workspace {
    /// Brings in files and folders. A folder gives every page and record
    /// below it.
    ///
    /// # Errors
    /// When a format is unknown, the project can't be written, or the work
    /// was stopped. Then nothing has come in. What is wrong with single files
    /// stands in the report.
    pub fn import(
        &mut self,
        paths: &[PathBuf],
        options: &ImportOptions,
        progress: &dyn Progress,
    ) -> Result<ImportReport> {
        let forced = files::forced(options.format.as_deref())?;
        let mut intake = Intake::new(self, options);
        let found = files::find(paths, forced, &mut intake.report);
        for (place, chunk) in found.chunks(CHUNK).enumerate() {
            progress.at(place * CHUNK, found.len())?;
            let read: Vec<_> = chunk.par_iter().map(read_page).collect();
            for (found, page) in chunk.iter().zip(read) {
                match page {
                    Some(page) => intake.page(found, page)?,
                    None => intake.records(found)?,
                }
            }
        }
        progress.at(found.len(), found.len())?;
        intake.finish()
    }

    /// Brings in records from a stream, called `name` in the report.
    ///
    /// # Errors
    /// As [`Workspace::import`].
    pub fn import_jsonl(
        &mut self,
        name: &str,
        reader: &mut dyn BufRead,
        options: &ImportOptions,
    ) -> Result<ImportReport> {
        let mut intake = Intake::new(self, options);
        intake.stream(Path::new(name), reader, "articles-jsonl")?;
        intake.finish()
    }
}

/// A page that was read and labelled, or why it could not be. Nothing for a
/// file of records, which is read in order.
type Page = std::result::Result<(Cleaned, SourceFile), FileFault>;

fn read_page(found: &Found) -> Option<Page> {
    let Kind::Page(format) = found.kind else { return None };
    let read = || {
        let bytes = files::read(&found.path)?;
        let name = found.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let cleaned = clean::clean(&bytes, &name, format)?;
        let file = SourceFile {
            name,
            format: cleaned.format.name().to_owned(),
            encoding: cleaned.encoding.to_owned(),
            sha256: sha256(&bytes),
            bytes: (!cleaned.text_is_file).then(|| bytes.into()),
        };
        Ok((cleaned, file))
    };
    Some(read())
}

impl<'a> Intake<'a> {
    fn new(workspace: &'a mut Workspace, options: &'a ImportOptions) -> Self {
        Self { workspace, options, batch: Batch::new(), report: ImportReport::default() }
    }

    fn page(&mut self, found: &Found, page: Page) -> Result<()> {
        let (cleaned, file) = match page {
            Ok(page) => page,
            Err(problem) => {
                self.report.leave_out(&found.path, problem);
                return Ok(());
            }
        };
        for warning in cleaned.warnings {
            self.report.warn(&found.path, warning);
        }
        let article = IncomingArticle {
            metadata: cleaned.metadata,
            text: Text::new(cleaned.text),
            regions: Some(cleaned.regions),
            file: Some(file),
            ..IncomingArticle::default()
        };
        self.article(&found.path, article)
    }

    fn records(&mut self, found: &Found) -> Result<()> {
        let Kind::Records(format) = found.kind else { return Ok(()) };
        match File::open(&found.path) {
            Ok(file) => self.stream(&found.path, &mut BufReader::with_capacity(1 << 16, file), format),
            Err(error) => {
                self.report.leave_out(&found.path, error);
                Ok(())
            }
        }
    }

    fn stream(&mut self, path: &Path, reader: &mut dyn BufRead, format: &str) -> Result<()> {
        let Some(importer) = importer(format) else {
            return Err(WorkspaceError::UnknownFormat(format.to_owned()));
        };
        let mut any = false;
        for record in importer.read(reader, self.options.annotator.as_deref()) {
            any = true;
            match record {
                Ok(Incoming::Article(article)) => self.article(path, labelled(*article))?,
                Ok(quote) => self.bring(path, quote)?,
                Err(error) => self.report.leave_out(path, error),
            }
        }
        if !any {
            self.report.leave_out(path, FileFault::NoRecords);
        }
        Ok(())
    }

    fn article(&mut self, path: &Path, article: IncomingArticle) -> Result<()> {
        let before = self.batch.tally();
        let sha256 = sha256(article.text.as_str().as_bytes());
        let shown = ArticleReport::of(path, &article);
        self.bring(path, Incoming::Article(Box::new(article)))?;
        let after = self.batch.tally();
        let is_new = after.articles > before.articles;
        if is_new || after.articles_there > before.articles_there {
            let id = match self.batch.article_with_text(&sha256) {
                Some(id) => Some(id),
                None => self.workspace.store.article_by_sha256(&sha256)?,
            };
            self.report.articles.push(ArticleReport { id, is_new, ..shown });
        }
        Ok(())
    }

    fn bring(&mut self, path: &Path, incoming: Incoming) -> Result<()> {
        let now = self.workspace.clock.now();
        let Workspace { clock, store, registry, author, .. } = &mut *self.workspace;
        let existing = Project { store, registry };
        self.batch.reads(path);
        let mut context =
            BringContext { existing: &existing, new_id: &mut || clock.new_id(), now, author: *author };
        for refusal in self.batch.bring(incoming, &mut context)? {
            self.report.leave_out(path, refusal);
        }
        Ok(())
    }

    fn finish(mut self) -> Result<ImportReport> {
        let (import, waited) = self.batch.take();
        for (file, refusal) in waited {
            self.report.leave_out(&file, refusal);
        }
        let tally = self.batch.tally();
        self.report.count(tally, &import.articles);
        if !import.is_empty() {
            self.write(import)?;
        }
        Ok(self.report)
    }

    /// Writes what came as one edit. Its author is who works here, or else
    /// the annotator that the import was told of.
    fn write(&mut self, mut import: Import) -> Result<()> {
        let workspace = &mut *self.workspace;
        let working = workspace.author;
        if working.is_none()
            && let Some(name) = self.options.annotator.as_deref()
        {
            let known = workspace.registry.annotator_named(name).map(|annotator| annotator.id);
            let new = || import.annotators.iter().find(|new| new.name == name).map(|new| new.id);
            workspace.author = known.or_else(new);
            if let Some(author) = workspace.author {
                import.attribute_to(author);
            }
        }
        let result = workspace.perform(&Edit::Import(Box::new(import)));
        workspace.author = working;
        result.map(drop)
    }
}

/// A record that says nothing of its parts is labelled as a page of plain
/// text would be.
fn labelled(mut article: IncomingArticle) -> IncomingArticle {
    if article.regions.is_some() {
        return article;
    }
    let text = article.text.as_str();
    if let Ok(cleaned) = clean::clean(text.as_bytes(), "", Some(clean::Format::Text))
        && cleaned.text == text
    {
        article.regions = Some(cleaned.regions);
        article.metadata = completed(article.metadata, cleaned.metadata);
    }
    article
}

fn completed(given: Metadata, found: Metadata) -> Metadata {
    Metadata {
        title: given.title.or(found.title),
        publisher: given.publisher.or(found.publisher),
        authors: if given.authors.is_empty() { found.authors } else { given.authors },
        published_at: given.published_at.or(found.published_at),
        language: given.language.or(found.language),
        url: given.url.or(found.url),
        section: given.section.or(found.section),
    }
}

/// What the project has, as an import asks for it.
struct Project<'a> {
    store: &'a crate::store::Store,
    registry: &'a Registry,
}

impl Existing for Project<'_> {
    type Error = WorkspaceError;

    fn document(&self, id: ArticleId) -> Result<Option<Document>> {
        Ok(self.store.document(id)?)
    }

    fn article_by_text(&self, sha256: &str) -> Result<Option<ArticleId>> {
        Ok(self.store.article_by_sha256(sha256)?)
    }

    fn article_by_external_id(&self, external_id: &str) -> Result<Option<ArticleId>> {
        Ok(self.store.article_by_external_id(external_id)?)
    }

    fn article_of_quote(&self, id: QuoteId) -> Result<Option<ArticleId>> {
        Ok(self.store.article_of_quote(id)?)
    }

    fn article_of_claim(&self, id: ClaimId) -> Result<Option<ArticleId>> {
        Ok(self.store.article_of_claim(id)?)
    }

    fn registry(&self) -> &Registry {
        self.registry
    }
}

impl ArticleReport {
    fn of(path: &Path, article: &IncomingArticle) -> Self {
        let regions = article.regions.as_deref().unwrap_or_default();
        Self {
            id: None,
            file: path.display().to_string(),
            is_new: false,
            metadata: article.metadata.clone(),
            dateline: Article::dateline_of(&article.text, regions).map(str::to_owned),
            regions: report::counted(regions),
        }
    }
}
