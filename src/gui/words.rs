//! How the window words what the model names.

use crate::edit::Label;
use crate::model::{Mention, Quote, QuoteType, SpeakerId, Stage};
use crate::workspace::Workspace;

/// A type of quotes as people read it.
pub const fn quote_type(quote_type: QuoteType) -> &'static str {
    match quote_type {
        QuoteType::Direct => "direct",
        QuoteType::Indirect => "indirect",
        QuoteType::Mixed => "mixed",
        QuoteType::FreeIndirect => "free indirect",
        QuoteType::Reported => "reported",
        QuoteType::Unspecified => "unspecified",
    }
}

pub const fn mention(mention: Mention) -> &'static str {
    match mention {
        Mention::Name => "name",
        Mention::NounPhrase => "noun phrase",
        Mention::Pronoun => "pronoun",
        Mention::Clitic => "clitic",
    }
}

pub const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::New => "New",
        Stage::InProgress => "Started",
        Stage::Done => "Done",
        Stage::Submitted => "Submitted",
        Stage::Reviewed => "Reviewed",
    }
}

/// What an edit did, for undo and redo.
pub const fn label(label: Label) -> &'static str {
    match label {
        Label::AddQuote => "mark a quote",
        Label::ChangeContent => "change the content",
        Label::ChangeCue => "mark the cue",
        Label::ChangeSource => "mark the source",
        Label::ChangeAddressee => "mark the addressee",
        Label::ChangeRelay => "mark the relay",
        Label::ChangeType => "change the type",
        Label::ChangeQuote => "change the quote",
        Label::LinkSpeaker => "link a speaker",
        Label::UnlinkSpeaker => "unlink a speaker",
        Label::DeleteQuote => "delete the quote",
        Label::AddClaim => "make a claim",
        Label::ChangeClaim => "change the claim",
        Label::DeleteClaim => "delete the claim",
        Label::AddSpeaker => "add a speaker",
        Label::ChangeSpeaker => "change the speaker",
        Label::DeleteSpeaker => "delete the speaker",
        Label::AddAnnotator => "add an annotator",
        Label::SetStage => "change the article's stage",
        Label::ChangeMetadata => "change title, date and outlet",
        Label::ChangeRegions => "change the parts of the article",
        Label::Import => "import",
        Label::DeleteArticle => "delete the article",
        Label::ChangeSetting => "change a setting",
    }
}

/// "1 quote", "2 quotes".
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// A date for the queue, from ISO 8601: "25 Apr 2019".
pub fn short_date(published_at: &str) -> String {
    let date = published_at.get(..10).and_then(|date| date.parse::<jiff::civil::Date>().ok());
    date.map_or_else(|| published_at.to_owned(), |date| date.strftime("%-d %b %Y").to_string())
}

/// The first letters of a name, for a small round picture.
pub fn initials(name: &str) -> String {
    let first = |word: &str| word.chars().next().map(|c| c.to_uppercase().to_string());
    let words: Vec<&str> = name.split_whitespace().collect();
    match words.as_slice() {
        [] => "?".to_owned(),
        [one] => one.chars().take(2).flat_map(char::to_uppercase).collect(),
        [a, .., b] => [first(a), first(b)].into_iter().flatten().collect(),
    }
}

/// The speakers that the number keys link: those of the open article in the
/// order they come up, then the registry's newest; nine at most.
pub fn listed_speakers(workspace: &Workspace) -> Vec<SpeakerId> {
    let mut listed: Vec<SpeakerId> = Vec::new();
    let own = |quote: &&std::sync::Arc<Quote>| Some(quote.annotator) == workspace.author();
    let quotes = workspace.document().map(|document| document.quotes.as_slice()).unwrap_or_default();
    let in_article = quotes
        .iter()
        .filter(own)
        .flat_map(|quote| quote.speakers.iter().chain(&quote.addressee_speakers))
        .copied();
    let newest = workspace.registry().speakers.keys().rev().copied();
    for speaker in in_article.chain(newest) {
        if !listed.contains(&speaker) && listed.len() < 9 {
            listed.push(speaker);
        }
    }
    listed
}

/// The speakers that typed words may mean, the best first: whose name begins
/// so, one of whose words does, whose alias does, whose name holds them.
pub fn matching_speakers(workspace: &Workspace, words: &str) -> Vec<SpeakerId> {
    let wanted = crate::model::fold(words.trim());
    if wanted.is_empty() {
        return listed_speakers(workspace);
    }
    let rank = |speaker: &crate::model::Speaker| {
        let name = crate::model::fold(&speaker.name);
        let begins_word = |name: &str| name.split_whitespace().any(|word| word.starts_with(&wanted));
        let aliases: Vec<String> = speaker.aliases.iter().map(|alias| crate::model::fold(alias)).collect();
        if name == wanted || aliases.contains(&wanted) {
            Some(0)
        } else if name.starts_with(&wanted) {
            Some(1)
        } else if begins_word(&name) {
            Some(2)
        } else if aliases.iter().any(|alias| alias.starts_with(&wanted) || begins_word(alias)) {
            Some(3)
        } else if name.contains(&wanted) || aliases.iter().any(|alias| alias.contains(&wanted)) {
            Some(4)
        } else {
            None
        }
    };
    let speakers = workspace.registry().speakers.values();
    let mut found: Vec<_> =
        speakers.filter_map(|speaker| rank(speaker).map(|rank| (rank, &speaker.name, speaker.id))).collect();
    found.sort();
    found.into_iter().map(|(_, _, id)| id).take(9).collect()
}
