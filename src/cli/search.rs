use std::path::PathBuf;

use serde_json::json;

use super::{Outcome, open, say};

#[derive(Debug, clap::Args)]
pub struct Search {
    project: PathBuf,
    /// The words; all must be there, and the last may be only begun.
    #[arg(required = true)]
    words: Vec<String>,
    /// At most so many articles, and so many quotes.
    #[arg(long, default_value_t = 100)]
    limit: usize,
    /// A JSON object a hit, one a line.
    #[arg(long)]
    json: bool,
}

impl Search {
    pub fn run(self) -> anyhow::Result<Outcome> {
        for hit in open(&self.project)?.search(&self.words.join(" "), self.limit)? {
            if self.json {
                let article = json!({"id": hit.article, "title": hit.title});
                say(json!({"article": article, "quote": hit.quote, "excerpt": hit.excerpt}))?;
            } else {
                let what = if hit.quote.is_some() { "quote" } else { "article" };
                say(format!("{what}: {}: {}", hit.title, hit.excerpt))?;
            }
        }
        Ok(Outcome::Done)
    }
}
