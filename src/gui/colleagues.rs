//! What the window remembers of work with colleagues: who has what, how
//! articles are to be shared and distributed, and what copies differ on.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::words::tr;
use crate::edit::EntityKind;
use crate::model::{AnnotatorId, Article, Conflict, ConflictId, Document, Version};
use crate::workspace::{AnnotatorProgress, AssignOptions, ShareOptions, Workspace};

/// The parts of the window's popup for colleagues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ColleaguesTab {
    #[default]
    People,
    Assign,
    Share,
    Conflicts,
}

impl ColleaguesTab {
    pub const ALL: &'static [Self] = &[Self::People, Self::Assign, Self::Share, Self::Conflicts];

    pub fn name(self) -> String {
        tr!(match self {
            Self::People => "colleagues-tab-people",
            Self::Assign => "colleagues-tab-assign",
            Self::Share => "colleagues-tab-share",
            Self::Conflicts => "colleagues-tab-conflicts",
        })
    }
}

/// One wish of the popup.
#[derive(Debug, Clone, PartialEq)]
pub enum ColleaguesAction {
    Show(ColleaguesTab),
    AddPerson(String),
    Same(AnnotatorId, AnnotatorId),
    SetBlind(bool),
    /// Whether someone reviews others' work.
    SetReviewer(AnnotatorId, bool),
    SetGuidelines(String),
    Assign(AssignOptions),
    Share(ShareOptions),
    Decide(ConflictId, usize),
}

/// Which articles a copy holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extent {
    #[default]
    All,
    /// What the one whom it is for has been given.
    Assigned,
    /// What is selected in the queue.
    Chosen,
}

/// How articles are to be distributed, as it is being said.
#[derive(Debug, Clone)]
pub struct Distribution {
    pub people: BTreeSet<AnnotatorId>,
    pub each: usize,
    /// In percent.
    pub overlap: u8,
    pub only_chosen: bool,
    pub seed: u64,
}

impl Default for Distribution {
    fn default() -> Self {
        Self { people: BTreeSet::new(), each: 1, overlap: 100, only_chosen: false, seed: 0 }
    }
}

/// A conflict with what it is about.
#[derive(Debug, Clone)]
pub struct ConflictRow {
    pub conflict: Arc<Conflict>,
    /// The thing as people know it: a name, a title, the words of a quote.
    pub thing: String,
    /// What each version is, where it is a thing as well.
    pub values: Vec<Option<String>>,
    /// The article that it lies in.
    pub place: Option<String>,
}

/// What the popup shows and what is typed in it.
#[derive(Debug, Default)]
pub struct Colleagues {
    pub tab: ColleaguesTab,
    /// The name of a new person.
    pub name: String,
    /// The guidelines as they are being typed.
    pub guidelines: String,
    pub assign: Distribution,
    pub share_with: Option<AnnotatorId>,
    pub extent: Extent,
    /// What is to be shared once a file is chosen.
    pub sharing: Option<ShareOptions>,
    pub people: Vec<AnnotatorProgress>,
    pub conflicts: Vec<ConflictRow>,
    /// The revision that was read last.
    read: Option<u64>,
}

impl Colleagues {
    /// Reads anew what the project says, once it has changed.
    pub fn freshen(&mut self, workspace: &Workspace, revision: u64) {
        if self.read.replace(revision) == Some(revision) {
            return;
        }
        self.people = workspace.progress().unwrap_or_default();
        workspace.registry().guidelines().clone_into(&mut self.guidelines);
        let known: BTreeSet<AnnotatorId> = self.people.iter().map(|person| person.annotator).collect();
        self.assign.people.retain(|person| known.contains(person));
        self.share_with = self.share_with.filter(|person| known.contains(person));
        self.conflicts = rows(workspace);
    }

    /// Reads what the project says when the popup is opened.
    pub fn open(&mut self, tab: ColleaguesTab) {
        self.tab = tab;
        self.read = None;
    }
}

fn rows(workspace: &Workspace) -> Vec<ConflictRow> {
    let mut documents: BTreeMap<_, Option<Document>> = BTreeMap::new();
    let mut rows: Vec<ConflictRow> = workspace
        .registry()
        .open_conflicts()
        .map(|conflict| {
            let document = conflict.article.and_then(|id| {
                let read = || workspace.read_article(id).ok().flatten();
                documents.entry(id).or_insert_with(read).as_ref()
            });
            let thing = thing(conflict, document, workspace);
            let place = document.map(|document| document.article.display_title().to_owned());
            let place = place.filter(|place| *place != thing);
            let value = |version: &Version| {
                let outer = version.value.as_str().filter(|_| conflict.field == "parent")?;
                Some(document?.quote(outer.parse().ok()?)?.words())
            };
            let values = conflict.versions.iter().map(value).collect();
            ConflictRow { conflict: Arc::clone(conflict), thing, values, place }
        })
        .collect();
    rows.sort_by(|a, b| {
        (&a.place, &a.thing, &a.conflict.field).cmp(&(&b.place, &b.thing, &b.conflict.field))
    });
    rows
}

/// A thing as people know it.
fn thing(conflict: &Conflict, document: Option<&Document>, workspace: &Workspace) -> String {
    let registry = workspace.registry();
    let id = conflict.entity_id.as_str();
    let named = match EntityKind::from_name(&conflict.entity) {
        Some(EntityKind::Speaker) => {
            id.parse().ok().and_then(|id| registry.speakers.get(&id)).map(|speaker| speaker.name.clone())
        }
        Some(EntityKind::Annotator) => {
            id.parse().ok().and_then(|id| registry.annotators.get(&id)).map(|person| person.name.clone())
        }
        Some(EntityKind::Quote) => {
            let quote = id.parse().ok().and_then(|id| document?.quote(id));
            quote.map(|quote| quote.words())
        }
        Some(EntityKind::Claim) => {
            let claim = id.parse().ok().and_then(|id| document?.claim(id));
            claim.and_then(|claim| claim.statement.clone())
        }
        Some(EntityKind::Comment) => {
            let comment = id.parse().ok().and_then(|id| document?.comment(id));
            comment.map(|comment| comment.text.clone())
        }
        Some(EntityKind::Decision) => {
            let decision = id.parse().ok().and_then(|id| document?.decision(id));
            decision.map(|decision| super::review::aspect_name(decision.aspect))
        }
        Some(EntityKind::Article) => {
            document.map(|document| Article::display_title(&document.article).to_owned())
        }
        Some(EntityKind::Layer) => {
            let person = id.split_once('/').and_then(|(_, person)| person.parse().ok());
            person.map(|person| registry.annotator_name(person).to_owned())
        }
        _ => None,
    };
    named.unwrap_or_else(|| id.to_owned())
}
