use super::{Outcome, say};
use crate::workspace::{FormatInfo, formats};

#[derive(Debug, clap::Args)]
pub struct Formats {
    /// As a JSON list.
    #[arg(long)]
    json: bool,
}

impl Formats {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let formats = formats();
        if self.json {
            say(serde_json::to_string_pretty(&formats)?)?;
            return Ok(Outcome::Done);
        }
        for format in formats {
            say(line(&format))?;
        }
        Ok(Outcome::Done)
    }
}

fn line(format: &FormatInfo) -> String {
    let ways = match (format.import, format.export) {
        (true, true) => "in, out",
        (true, false) => "in",
        _ => "out",
    };
    format!("{:<16} {ways:<8} {}", format.name, format.about)
}
