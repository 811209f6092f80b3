//! What the Agreement tab has measured, and what was chosen on it.

use std::sync::Arc;

use crate::gui::words::{self, tr};
use crate::job::Unwatched;
use crate::model::{ArticleId, Document, QuoteId, Registry, Role, Span};
use crate::review::Alignment;
use crate::review::agreement::{
    Case, Figure, Held, Label, LabelValue, Material, Measure, Options, Outcome, PARTS, Part, Report, Scope,
    cases, confused, measure,
};

/// What was measured, when.
#[derive(Debug)]
pub struct Measured {
    pub material: Material,
    pub report: Report,
    /// The window's revision when the project was read.
    pub revision: u64,
    /// The annotators' names, in their order.
    pub names: Vec<String>,
}

/// What the cases are listed of.
#[derive(Debug, Clone, PartialEq)]
pub enum Chosen {
    Figure(Measure),
    /// Aligned quotes that one gave the first and the other the second value.
    Mixed(Label, (u32, u32)),
}

/// What the tab remembers.
#[derive(Debug)]
pub struct Agreement {
    pub measured: Option<Arc<Measured>>,
    pub scope: Scope,
    pub chosen: Chosen,
    /// The label whose mix-ups are shown.
    pub label: Label,
    /// Whether cases in which all agree are listed too.
    pub all: bool,
    /// The cases behind what was chosen.
    pub listed: Vec<Listed>,
    /// The case among them that was opened last.
    pub opened: Option<usize>,
    /// The compared layers on the open article.
    pub here: Option<Here>,
}

/// How far the compared layers agree on one article.
#[derive(Debug)]
pub struct Here {
    alignment: Alignment,
    revision: u64,
    pub figures: Vec<(Measure, Option<f64>)>,
}

impl Here {
    /// Measures, where what was measured last is not the same.
    pub fn of(document: &Document, alignment: &Alignment, revision: u64, kept: Option<Self>) -> Self {
        if let Some(kept) = kept
            && kept.alignment.article == alignment.article
            && kept.alignment.layers == alignment.layers
            && (kept.revision == revision || kept.alignment == *alignment)
        {
            return Self { revision, ..kept };
        }
        let mut material = Material::new(alignment.layers.clone());
        material.add(document);
        let options = Options { resamples: 0, gamma: None, ..Options::default() };
        let report = measure(&material, options, &Unwatched).ok().filter(|_| !material.articles.is_empty());
        let content = Part::Role(Role::Content);
        let pair = alignment.layers.len() == 2;
        let (scope, label): (_, fn(Label) -> Measure) =
            if pair { (Scope::Pair(0), Measure::Cohen) } else { (Scope::All, Measure::Fleiss) };
        let wanted = [
            Measure::OverlapF1(content),
            Measure::StrictF1(content),
            label(Label::Type),
            label(Label::Speaker),
        ];
        let value = |measure: Measure| {
            let value = report.as_ref()?.figure(scope, &measure)?.value;
            Some((measure, value))
        };
        let figures = wanted.into_iter().filter_map(value).collect();
        Self { alignment: alignment.clone(), revision, figures }
    }
}

impl Default for Agreement {
    fn default() -> Self {
        Self {
            measured: None,
            scope: Scope::All,
            chosen: Chosen::Figure(Measure::OverlapF1(Part::Role(Role::Content))),
            label: Label::Type,
            all: false,
            listed: Vec::new(),
            opened: None,
            here: None,
        }
    }
}

/// One wish of the tab.
#[derive(Debug, Clone, PartialEq)]
pub enum AgreementAction {
    /// Measures anew, γ too where wanted.
    Measure {
        gamma: bool,
    },
    Scope(Scope),
    Choose(Chosen),
    Label(Label),
    ListAll(bool),
    /// Goes to the case of this place in the list, on its page.
    Open(usize),
}

/// A case as it is listed.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    pub article: ArticleId,
    pub title: String,
    pub quote: Option<QuoteId>,
    pub span: Option<Span>,
    pub words: String,
    /// What everyone has: "Ana: direct · Ben: mixed".
    pub held: String,
    pub outcome: Outcome,
}

impl Agreement {
    /// Takes over what was measured.
    pub fn take(&mut self, measured: Measured) {
        let pairs = measured.material.pairs.len();
        if matches!(self.scope, Scope::Pair(pair) if pair >= pairs) {
            self.scope = Scope::All;
        }
        self.measured = Some(Arc::new(measured));
    }

    /// The figure whose cases are listed.
    pub fn figure(&self) -> Option<&Figure> {
        let Chosen::Figure(measure) = &self.chosen else { return None };
        self.measured.as_ref()?.report.figure(self.scope, measure)
    }

    /// Keeps to what there is in the scope, and lists its cases.
    pub fn list(&mut self, registry: &Registry) {
        let Some(measured) = self.measured.clone() else { return };
        if matches!(self.chosen, Chosen::Figure(_)) && self.figure().is_none() {
            self.chosen = Chosen::Figure(counterpart(&self.chosen));
        }
        let material = &measured.material;
        let found = match &self.chosen {
            Chosen::Figure(measure) => cases(material, self.scope, measure),
            Chosen::Mixed(label, values) => confused(material, self.scope, label, *values),
        };
        let wanted = |case: &&Case<'_>| {
            self.all || case.outcome != Outcome::Agrees || matches!(self.chosen, Chosen::Mixed(..))
        };
        let listed: Vec<Listed> =
            found.iter().filter(wanted).map(|case| self.listed_of(case, &measured, registry)).collect();
        if listed != self.listed {
            self.opened = None;
            self.listed = listed;
        }
    }

    fn listed_of(&self, case: &Case<'_>, measured: &Measured, registry: &Registry) -> Listed {
        let label = match &self.chosen {
            Chosen::Mixed(label, _)
            | Chosen::Figure(
                Measure::Cohen(label)
                | Measure::Accuracy(label)
                | Measure::Fleiss(label)
                | Measure::Alpha(label),
            ) => Some(label),
            Chosen::Figure(_) => None,
        };
        let name = |place: usize| measured.names.get(place).map_or("–", String::as_str);
        let said = |(place, held): &(usize, Held<'_>)| {
            let what = match (held, label) {
                (Held::Nothing, _) => return None,
                (Held::Covered(part), _) => part_name(*part),
                (Held::Quote(mark), Some(label)) => {
                    label_value(&measured.material.labels.value_of(mark, label), registry)
                }
                (Held::Quote(mark), None) => format!("“{}”", mark.words),
            };
            Some(format!("{}: {what}", name(*place)))
        };
        let holders = || {
            let having = case.held.iter().filter(|(_, held)| *held != Held::Nothing);
            having.map(|(place, _)| name(*place)).collect::<Vec<_>>().join(", ")
        };
        let on_quotes = case.marks().next().is_some() && label.is_none();
        let held = match case.outcome {
            Outcome::Alone if on_quotes => tr!("agreement-only", names = holders()),
            Outcome::Agrees if on_quotes => tr!("agreement-as-one", names = holders()),
            _ => case.held.iter().filter_map(said).collect::<Vec<_>>().join(" · "),
        };
        Listed {
            article: case.article,
            title: case.title.to_owned(),
            quote: case.marks().next().map(|mark| mark.quote),
            span: case.span,
            words: case.words.to_owned(),
            held,
            outcome: case.outcome,
        }
    }
}

/// The measure of another scope that says about the same.
fn counterpart(chosen: &Chosen) -> Measure {
    match chosen {
        Chosen::Figure(Measure::Cohen(label)) => Measure::Fleiss(label.clone()),
        Chosen::Figure(Measure::Accuracy(label)) => Measure::Alpha(label.clone()),
        Chosen::Figure(Measure::Fleiss(label)) => Measure::Cohen(label.clone()),
        Chosen::Figure(Measure::Alpha(label)) => Measure::Accuracy(label.clone()),
        Chosen::Figure(Measure::AgrAb(part) | Measure::AgrBa(part)) => Measure::OverlapF1(*part),
        _ => Measure::OverlapF1(Part::Role(Role::Content)),
    }
}

/// What covers a stretch of text.
fn part_name(part: u8) -> String {
    let role = PARTS.get(usize::from(part));
    role.map_or_else(|| tr!("agreement-nothing"), |role| role_name(*role).to_lowercase())
}

pub fn role_name(role: Role) -> String {
    tr!(match role {
        Role::Content => "agreement-content",
        Role::Cue => "agreement-cue",
        Role::Source => "agreement-source",
        Role::Addressee => "agreement-addressee",
        Role::Relay => "agreement-relay",
    })
}

/// Contents, cues, sources, or the contents of one type.
pub fn part_title(part: Part) -> String {
    match part {
        Part::Role(role) => role_name(role),
        Part::Type(quote_type) => {
            let name = words::quote_type(quote_type);
            tr!("agreement-content-of", type = name)
        }
    }
}

pub fn label_title(label: &Label) -> String {
    match label {
        Label::Type => tr!("agreement-type"),
        Label::Speaker => tr!("agreement-speaker"),
        Label::Attribute(key) => key.clone(),
    }
}

/// A label's value as people read it.
pub fn label_value(value: &LabelValue<'_>, registry: &Registry) -> String {
    match value {
        LabelValue::Type(quote_type) => words::quote_type(*quote_type),
        LabelValue::Speakers([]) => tr!("agreement-no-speaker"),
        _ => value.name(registry),
    }
}

/// What a measure is called.
pub fn measure_name(measure: &Measure) -> String {
    match measure {
        Measure::StrictF1(_) => tr!("agreement-strict"),
        Measure::OverlapF1(_) => tr!("agreement-overlap"),
        Measure::AgrAb(_) => "agr(A‖B)".to_owned(),
        Measure::AgrBa(_) => "agr(B‖A)".to_owned(),
        Measure::Accuracy(_) => tr!("agreement-same"),
        Measure::Cohen(_) => tr!("agreement-cohen"),
        Measure::Fleiss(_) => tr!("agreement-fleiss"),
        Measure::Alpha(_) => "α".to_owned(),
        Measure::AlphaToken => tr!("agreement-alpha-token"),
        Measure::AlphaU => "αU".to_owned(),
        Measure::UAlpha => "uα".to_owned(),
        Measure::CuAlpha => "cuα".to_owned(),
        Measure::Gamma => "γ".to_owned(),
    }
}

/// A measure with what it is of: "Content, overlap F1".
pub fn measure_title(measure: &Measure) -> String {
    let of = match measure {
        Measure::StrictF1(part) | Measure::OverlapF1(part) | Measure::AgrAb(part) | Measure::AgrBa(part) => {
            part_title(*part)
        }
        Measure::Accuracy(label) | Measure::Cohen(label) | Measure::Fleiss(label) | Measure::Alpha(label) => {
            label_title(label)
        }
        _ => return measure_name(measure),
    };
    format!("{of}, {}", measure_name(measure))
}

/// A value to three places, without the zero before the point.
pub fn number(value: f64) -> String {
    let words = format!("{:.3}", value.abs());
    let sign = if value < 0.0 && words != "0.000" { "−" } else { "" };
    match words.strip_prefix('0') {
        Some(".000") => "0".to_owned(),
        Some(rest) => format!("{sign}{rest}"),
        None if words == "1.000" => format!("{sign}1"),
        None => format!("{sign}{words}"),
    }
}
