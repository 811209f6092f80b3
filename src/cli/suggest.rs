use std::io::BufWriter;
use std::path::PathBuf;

use super::progress::Bar;
use super::{Outcome, Usage, open, say};
use crate::job::Unwatched;
use crate::model::{ArticleId, Document};
use crate::suggest::Suggestion;
use crate::workspace::{SuggestSettings, SuggestionWriter, WorkspaceError, ask_outside};

#[derive(Debug, clap::Args)]
pub struct Suggest {
    project: PathBuf,
    /// Only in this article.
    #[arg(long, value_name = "ID")]
    article: Option<ArticleId>,
    /// Take the suggestions over as quotes of an annotator.
    #[arg(long, requires = "annotator")]
    accept: bool,
    /// Whose quotes they become, and whose are left out of what is suggested.
    #[arg(long, value_name = "NAME")]
    annotator: Option<String>,
    /// Have the program that the project names suggest, instead of the rules.
    #[arg(long)]
    outside: bool,
    /// A line a suggestion, as quotes-jsonl with a score.
    #[arg(long)]
    json: bool,
}

impl Suggest {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut workspace = open(&self.project)?;
        let annotator = match &self.annotator {
            Some(name) if self.accept => Some(workspace.annotate_as(name)?),
            Some(name) => {
                let known = workspace.registry().annotator_named(name).map(|annotator| annotator.id);
                Some(known.ok_or_else(|| Usage(format!("There is no annotator called “{name}”.")))?)
            }
            None => None,
        };
        let articles = self.article.map(|id| [id]);
        let articles = articles.as_ref().map(<[ArticleId; 1]>::as_slice);
        let mut writer = SuggestionWriter::new(&workspace, annotator);
        let mut out = BufWriter::new(std::io::stdout().lock());
        let mut accepted = 0;
        let bar = Bar::new("Suggesting");
        let program = SuggestSettings::of(workspace.registry()).program;
        let program = program.filter(|_| self.outside);
        if self.outside && program.is_none() {
            return Err(Usage("This project names no program that suggests.".to_owned()).into());
        }
        workspace.each_suggestion(articles, annotator, &bar, |document, mut found| {
            if let Some(program) = &program {
                found = ask_outside(program, document, workspace.registry(), &Unwatched)?;
            }
            if self.accept {
                accepted += writer.accept(document, &found);
            }
            if self.json {
                writer.write(document, &found, &mut out)?;
            } else if !self.accept {
                tell(document, &found, &mut out).map_err(WorkspaceError::written)?;
            }
            Ok(())
        })?;
        std::io::Write::flush(&mut out)?;
        drop((bar, out));
        if self.accept {
            if let Some(edit) = writer.into_edit() {
                workspace.perform(&edit)?;
            }
            if !self.json {
                say(format!("{accepted} suggestions accepted"))?;
            }
        }
        Ok(Outcome::Done)
    }
}

fn tell(document: &Document, found: &[Suggestion], out: &mut dyn std::io::Write) -> std::io::Result<()> {
    if found.is_empty() {
        return Ok(());
    }
    let text = &document.article.text;
    writeln!(out, "{}  {}", document.article.id, document.article.display_title())?;
    for one in found {
        let words: Vec<&str> = one.content.iter().filter_map(|span| text.slice(*span)).collect();
        let who = one.candidates.first().map_or("–", |candidate| candidate.name.as_str());
        writeln!(out, "  {:<8} {:.2}  {who}: {}", one.quote_type.name(), one.score, words.join(" … "))?;
    }
    Ok(())
}
