//! Questions to the project that may take a while, answered by a thread with
//! a connection of its own. Of each kind only the newest question counts.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::task::Waker;
use std::time::Duration;

use crate::model::{AnnotatorId, ArticleId, Excerpt, Wanted};
use crate::workspace::{Interrupter, Step, UsualSpeakers, Workspace, WorkspaceError};

/// About how long an excerpt is, in characters.
const EXCERPT: usize = 84;
/// How many edits a history shows.
const STEPS: usize = 300;

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Which articles hold these words?
    Find(String),
    /// Where do the words stand in the texts of the articles with these keys?
    Excerpts { words: String, keys: Vec<i64> },
    /// What happened on this article?
    History(ArticleId),
    /// Whom does this annotator usually mean by a name?
    Usual(AnnotatorId),
}

/// An answer, with what it answers.
#[derive(Debug)]
pub enum Told {
    /// The keys of the articles; none where there was no word.
    Found(String, Result<Option<Vec<i64>>, WorkspaceError>),
    Excerpts(String, Vec<(i64, Excerpt)>),
    History(ArticleId, Result<Vec<Step>, WorkspaceError>),
    Usual(AnnotatorId, UsualSpeakers),
}

/// The thread's other end. Ends when dropped.
pub struct Reader {
    questions: Sender<Ask>,
    answers: Receiver<Told>,
    interrupter: Interrupter,
    searching: Arc<AtomicBool>,
    /// Questions minus those that were looked at.
    waiting: Arc<AtomicUsize>,
}

impl Reader {
    /// Begins to read a project; none where no second connection can be had.
    pub fn of(workspace: &Workspace, waker: Waker) -> Option<Self> {
        let reader = workspace.reader().ok()?;
        let interrupter = reader.interrupter();
        let (questions, asked) = mpsc::channel();
        let (tell, answers) = mpsc::channel();
        let searching = Arc::new(AtomicBool::new(false));
        let busy = Arc::clone(&searching);
        let waiting = Arc::new(AtomicUsize::new(0));
        let left = Arc::clone(&waiting);
        let work = move || {
            while let Ok(first) = asked.recv() {
                let mut latest = Latest::default();
                latest.take(first);
                let more = asked.try_iter().map(|more| latest.take(more)).count();
                for told in latest.answers(&reader, &busy) {
                    if tell.send(told).is_err() {
                        return;
                    }
                    waker.wake_by_ref();
                }
                left.fetch_sub(more + 1, Ordering::AcqRel);
                waker.wake_by_ref();
            }
        };
        std::thread::Builder::new().name("reader".to_owned()).spawn(work).ok()?;
        Some(Self { questions, answers, interrupter, searching, waiting })
    }

    /// Asks; a search that is still running for older words is stopped.
    pub fn ask(&self, question: Ask) {
        if matches!(question, Ask::Find(_)) && self.searching.load(Ordering::Acquire) {
            self.interrupter.interrupt();
        }
        self.waiting.fetch_add(1, Ordering::AcqRel);
        // A thread that has ended answers nothing, which is all it could do.
        let _ = self.questions.send(question);
    }

    /// Whether a question is still to be answered.
    pub fn is_busy(&self) -> bool {
        self.waiting.load(Ordering::Acquire) > 0
    }

    /// The next answer, if there is one by then.
    pub fn told(&self, patience: Duration) -> Option<Told> {
        self.answers.recv_timeout(patience).ok()
    }
}

/// The newest question of each kind.
#[derive(Default)]
struct Latest {
    find: Option<String>,
    excerpts: Option<(String, Vec<i64>)>,
    history: Option<ArticleId>,
    usual: Option<AnnotatorId>,
}

impl Latest {
    fn take(&mut self, question: Ask) {
        match question {
            Ask::Find(words) => self.find = Some(words),
            Ask::Excerpts { words, keys } => match &mut self.excerpts {
                Some((same, all)) if *same == words => all.extend(keys),
                other => *other = Some((words, keys)),
            },
            Ask::History(article) => self.history = Some(article),
            Ask::Usual(annotator) => self.usual = Some(annotator),
        }
    }

    /// Answers one after the other, as they are asked for.
    fn answers<'a>(
        self,
        reader: &'a Workspace,
        searching: &'a AtomicBool,
    ) -> impl Iterator<Item = Told> + use<'a> {
        let found = self.find.into_iter().filter_map(move |words| {
            searching.store(true, Ordering::Release);
            let found = reader.article_keys_with(&words);
            searching.store(false, Ordering::Release);
            let stopped = matches!(&found, Err(WorkspaceError::Store(error)) if error.is_interruption());
            (!stopped).then_some(Told::Found(words, found))
        });
        let excerpts = self.excerpts.into_iter().filter_map(|(words, keys)| {
            let wanted = Wanted::new(&words)?;
            let read = || reader.excerpts(&keys, &wanted, EXCERPT);
            // The interruption of a search may come a moment late.
            let excerpts = read().or_else(|_| read()).unwrap_or_default();
            Some(Told::Excerpts(words, excerpts))
        });
        let history = self
            .history
            .into_iter()
            .map(|article| Told::History(article, reader.article_history(article, STEPS)));
        let usual = self.usual.into_iter().filter_map(|annotator| {
            // As above; without an answer the article alone tells who is meant.
            let read = || reader.usual_speakers(annotator);
            Some(Told::Usual(annotator, read().or_else(|_| read()).ok()?))
        });
        found.chain(excerpts).chain(history).chain(usual)
    }
}
