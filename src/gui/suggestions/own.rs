//! A project's own words and its program outside, as they are being typed.

use crate::suggest::OwnWords;
use crate::workspace::{Program, SuggestSettings};

/// Words with commas between, and a command line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnDraft {
    pub cues: String,
    pub titles: String,
    pub outlets: String,
    pub names: String,
    pub abbreviations: String,
    pub program: String,
    pub seconds: String,
}

/// A command as it is typed.
fn command_line(command: &[String]) -> String {
    let quoted = |word: &String| {
        if word.is_empty() || word.contains(char::is_whitespace) {
            format!("\"{word}\"")
        } else {
            word.clone()
        }
    };
    command.iter().map(quoted).collect::<Vec<_>>().join(" ")
}

impl From<&SuggestSettings> for OwnDraft {
    fn from(settings: &SuggestSettings) -> Self {
        let SuggestSettings { words, program, .. } = settings;
        let joined = |words: &[String]| words.join(", ");
        let seconds = program.as_ref().map_or(Program::usual_seconds(), |program| program.seconds);
        Self {
            cues: joined(&words.cues),
            titles: joined(&words.titles),
            outlets: joined(&words.outlets),
            names: joined(&words.names),
            abbreviations: joined(&words.abbreviations),
            program: program.as_ref().map(|program| command_line(&program.command)).unwrap_or_default(),
            seconds: seconds.to_string(),
        }
    }
}

impl OwnDraft {
    /// The words, one by one.
    pub fn words(&self) -> OwnWords {
        let apart = |words: &str| -> Vec<String> {
            let words = words.split([',', '\n']).map(|word| word.trim().to_lowercase());
            words.filter(|word| !word.is_empty()).collect()
        };
        OwnWords {
            cues: apart(&self.cues),
            titles: apart(&self.titles),
            outlets: apart(&self.outlets),
            names: apart(&self.names),
            abbreviations: apart(&self.abbreviations)
                .iter()
                .map(|word| word.trim_end_matches('.').to_owned())
                .collect(),
        }
    }

    /// The program with its arguments; quotation marks hold words together.
    pub fn program(&self) -> Option<Program> {
        let mut command: Vec<String> = Vec::new();
        let (mut word, mut quoted, mut begun) = (String::new(), false, false);
        for c in self.program.chars() {
            match c {
                '"' => (quoted, begun) = (!quoted, true),
                c if c.is_whitespace() && !quoted => {
                    if begun {
                        command.push(std::mem::take(&mut word));
                    }
                    begun = false;
                }
                c => {
                    word.push(c);
                    begun = true;
                }
            }
        }
        if begun {
            command.push(word);
        }
        let seconds = self.seconds.trim().parse().ok().filter(|seconds| *seconds > 0);
        let seconds = seconds.unwrap_or(Program::usual_seconds());
        (!command.is_empty()).then_some(Program { command, seconds })
    }
}
