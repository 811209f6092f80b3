//! Waking the window when there is something to see.

use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::task::{Wake, Waker};
use std::time::Duration;

use egui::Context;

use crate::workspace::Workspace;

/// How soon another program's edits are seen.
const INTERVAL: Duration = Duration::from_millis(500);

struct Repaint(Context);

impl Wake for Repaint {
    fn wake(self: Arc<Self>) {
        self.0.request_repaint();
    }
}

/// A waker that makes the window draw its next frame.
pub fn waker(ctx: &Context) -> Waker {
    Waker::from(Arc::new(Repaint(ctx.clone())))
}

/// Looks now and then, on a thread and a connection of its own, whether
/// another program has written to the project. Ends when dropped.
pub struct Watcher {
    _alive: Sender<()>,
}

impl Watcher {
    /// Watches a project; none where no second connection can be had.
    pub fn of(workspace: &Workspace, waker: Waker) -> Option<Self> {
        let mut reader = workspace.reader().ok()?;
        let (alive, ended) = mpsc::channel::<()>();
        let watch = move || {
            while ended.recv_timeout(INTERVAL) == Err(RecvTimeoutError::Timeout) {
                if reader.is_stale().unwrap_or(false) && reader.forget_news().is_ok() {
                    waker.wake_by_ref();
                }
            }
        };
        std::thread::Builder::new().name("watcher".to_owned()).spawn(watch).ok()?;
        Some(Self { _alive: alive })
    }
}
