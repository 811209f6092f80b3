//! What is being typed in the panel: texts of the selected quote, of a claim
//! and of a speaker. They become edits when the hand rests, or before
//! anything else is done.

use crate::edit::{ClaimFields, Edit, QuoteChange, SpeakerFields};
use crate::model::{Claim, ClaimId, Document, Quote, QuoteId, Registry, Speaker, SpeakerId, SpeakerRole};

/// A text that a form holds, and when it was last typed in, in the window's
/// seconds; none while it is as the project has it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Form<F> {
    pub fields: F,
    pub typed: Option<f64>,
}

/// The texts of a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteForm {
    pub quote: QuoteId,
    pub note: String,
}

/// The texts of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimForm {
    pub claim: ClaimId,
    pub statement: String,
    pub date: String,
    pub topic: String,
    pub verdict: String,
    pub explanation: String,
    /// Addresses, one a line.
    pub evidence: String,
    pub checker: String,
    pub note: String,
}

/// The texts of a speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerForm {
    pub speaker: SpeakerId,
    pub name: String,
    /// One a line.
    pub aliases: String,
    pub roles: Vec<RoleForm>,
    pub country: String,
    pub wikidata: String,
    pub note: String,
}

/// One role of a speaker.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoleForm {
    pub title: String,
    pub affiliation: String,
    pub from: String,
    pub until: String,
}

/// Everything that is being typed.
#[derive(Debug, Default)]
pub struct Forms {
    pub quote: Option<Form<QuoteForm>>,
    pub claim: Option<Form<ClaimForm>>,
    pub speaker: Option<Form<SpeakerForm>>,
}

fn value(words: &str) -> Option<String> {
    Some(words.trim().to_owned()).filter(|words| !words.is_empty())
}

fn words(value: Option<&String>) -> String {
    value.cloned().unwrap_or_default()
}

fn lines(words: &str) -> Vec<String> {
    words.lines().filter_map(value).collect()
}

/// Whether something is a date, or a month or a year of one.
pub fn is_date(words: &str) -> bool {
    let full = match words.len() {
        4 => format!("{words}-01-01"),
        7 => format!("{words}-01"),
        _ => words.to_owned(),
    };
    full.parse::<jiff::civil::Date>().is_ok()
}

impl QuoteForm {
    fn new(quote: &Quote) -> Self {
        Self { quote: quote.id, note: words(quote.note.as_ref()) }
    }
}

impl ClaimForm {
    fn new(claim: &Claim) -> Self {
        Self {
            claim: claim.id,
            statement: words(claim.statement.as_ref()),
            date: words(claim.date.as_ref()),
            topic: words(claim.topic.as_ref()),
            verdict: words(claim.verdict.as_ref()),
            explanation: words(claim.explanation.as_ref()),
            evidence: claim.evidence.join("\n"),
            checker: words(claim.checker.as_ref()),
            note: words(claim.note.as_ref()),
        }
    }

    /// The date that was typed and is none.
    pub fn bad_date(&self) -> Option<&str> {
        Some(self.date.trim()).filter(|date| !date.is_empty() && !is_date(date))
    }

    /// The claim's fields with what was typed. A date that is none stays as
    /// it was.
    pub fn fields(&self, claim: &Claim) -> ClaimFields {
        ClaimFields {
            statement: value(&self.statement),
            date: if self.bad_date().is_some() { claim.date.clone() } else { value(&self.date) },
            topic: value(&self.topic),
            verdict: value(&self.verdict),
            explanation: value(&self.explanation),
            evidence: lines(&self.evidence),
            checker: value(&self.checker),
            note: value(&self.note),
            ..ClaimFields::from(claim)
        }
    }
}

impl SpeakerForm {
    fn new(speaker: &Speaker) -> Self {
        let role = |role: &SpeakerRole| RoleForm {
            title: words(role.title.as_ref()),
            affiliation: words(role.affiliation.as_ref()),
            from: words(role.from.as_ref()),
            until: words(role.until.as_ref()),
        };
        Self {
            speaker: speaker.id,
            name: speaker.name.clone(),
            aliases: speaker.aliases.join("\n"),
            roles: speaker.roles.iter().map(role).collect(),
            country: words(speaker.country.as_ref()),
            wikidata: words(speaker.wikidata.as_ref()),
            note: words(speaker.note.as_ref()),
        }
    }

    /// The date that was typed and is none.
    pub fn bad_date(&self) -> Option<&str> {
        let dates = self.roles.iter().flat_map(|role| [role.from.trim(), role.until.trim()]);
        dates.into_iter().find(|date| !date.is_empty() && !is_date(date))
    }

    /// The speaker's fields with what was typed; none while a name is missing
    /// or a date is none.
    pub fn fields(&self, speaker: &Speaker) -> Option<SpeakerFields> {
        if self.name.trim().is_empty() || self.bad_date().is_some() {
            return None;
        }
        let role = |form: &RoleForm| {
            let role = SpeakerRole {
                title: value(&form.title),
                affiliation: value(&form.affiliation),
                from: value(&form.from),
                until: value(&form.until),
            };
            (role != SpeakerRole::default()).then_some(role)
        };
        Some(SpeakerFields {
            name: self.name.trim().to_owned(),
            kind: speaker.kind,
            aliases: lines(&self.aliases),
            roles: self.roles.iter().filter_map(role).collect(),
            country: value(&self.country),
            wikidata: value(&self.wikidata),
            note: value(&self.note),
        })
    }
}

/// Takes up what the project has, unless something else is being typed of the
/// same thing, or the form says the same already: a space at the end must not
/// vanish under the hand.
fn follow<F>(
    form: &mut Option<Form<F>>,
    new: Option<F>,
    same: impl Fn(&F) -> bool,
    says: impl Fn(&F) -> bool,
) {
    let is_kept = |old: &Form<F>| same(&old.fields) && (old.typed.is_some() || says(&old.fields));
    if new.is_none() || !form.as_ref().is_some_and(is_kept) {
        *form = new.map(|fields| Form { fields, typed: None });
    }
}

/// A form that was typed in, which counts as kept from now on.
fn taken<F>(form: &mut Option<Form<F>>) -> Option<&F> {
    form.as_mut().and_then(|form| form.typed.take().map(|_| &form.fields))
}

impl Forms {
    /// Takes up the texts of what is selected now.
    pub fn follow(&mut self, quote: Option<&Quote>, claim: Option<&Claim>, speaker: Option<&Speaker>) {
        follow(
            &mut self.quote,
            quote.map(QuoteForm::new),
            |form| quote.is_some_and(|quote| form.quote == quote.id),
            |form| quote.is_some_and(|quote| value(&form.note) == quote.note),
        );
        follow(
            &mut self.claim,
            claim.map(ClaimForm::new),
            |form| claim.is_some_and(|claim| form.claim == claim.id),
            |form| claim.is_some_and(|claim| form.fields(claim) == ClaimFields::from(claim)),
        );
        follow(
            &mut self.speaker,
            speaker.map(SpeakerForm::new),
            |form| speaker.is_some_and(|speaker| form.speaker == speaker.id),
            |form| {
                speaker
                    .is_some_and(|speaker| form.fields(speaker) == SpeakerForm::new(speaker).fields(speaker))
            },
        );
    }

    /// When something was typed last, if it is not kept yet.
    pub fn typed(&self) -> Option<f64> {
        let quote = self.quote.as_ref().and_then(|form| form.typed);
        let claim = self.claim.as_ref().and_then(|form| form.typed);
        let speaker = self.speaker.as_ref().and_then(|form| form.typed);
        [quote, claim, speaker].into_iter().flatten().reduce(f64::max)
    }

    /// The edits that keep what was typed; it counts as kept from now on.
    pub fn take(&mut self, document: Option<&Document>, registry: &Registry) -> Vec<Edit> {
        let mut edits = Vec::new();
        if let Some(form) = taken(&mut self.quote)
            && let Some(quote) = document.and_then(|document| document.quote(form.quote))
            && value(&form.note) != quote.note
        {
            let change = QuoteChange::Note(value(&form.note));
            edits.push(Edit::ChangeQuote { quote: quote.id, change });
        }
        if let Some(form) = taken(&mut self.claim)
            && let Some(claim) = document.and_then(|document| document.claim(form.claim))
        {
            edits.push(Edit::ChangeClaim { claim: claim.id, fields: form.fields(claim) });
        }
        if let Some(form) = self.speaker.as_mut().filter(|form| form.typed.is_some())
            && let Some(speaker) = registry.speakers.get(&form.fields.speaker)
            && let Some(fields) = form.fields.fields(speaker)
        {
            form.typed = None;
            edits.push(Edit::ChangeSpeaker { speaker: speaker.id, fields });
        }
        edits
    }
}
