//! Long work off the window's thread: progress, cancellation, and a waker for
//! when there is something to see.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Waker;
use std::time::{Duration, Instant};

/// How often progress wakes the one who watches it.
const THROTTLE: Duration = Duration::from_millis(100);

/// Someone asked the work to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Stopped before it was done. Nothing was changed.")]
pub struct Canceled;

/// What the work tells while it runs, and where it learns that it shall stop.
pub trait Progress: Sync {
    /// So many of so many are done.
    ///
    /// # Errors
    /// [`Canceled`] when the work shall stop.
    fn at(&self, done: usize, of: usize) -> Result<(), Canceled>;
}

/// Progress that nobody watches.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Progress for Unwatched {
    fn at(&self, _: usize, _: usize) -> Result<(), Canceled> {
        Ok(())
    }
}

#[derive(Debug)]
struct Shared {
    canceled: AtomicBool,
    /// The share that is done, in thousandths.
    share: AtomicU32,
    waker: Waker,
    woken: Mutex<Instant>,
}

impl Progress for Shared {
    fn at(&self, done: usize, of: usize) -> Result<(), Canceled> {
        if self.canceled.load(Ordering::Relaxed) {
            return Err(Canceled);
        }
        let share = (done * 1000).checked_div(of).unwrap_or(1000).min(1000);
        self.share.store(share as u32, Ordering::Relaxed);
        let mut woken = self.woken.lock().unwrap_or_else(PoisonError::into_inner);
        if woken.elapsed() >= THROTTLE {
            *woken = Instant::now();
            self.waker.wake_by_ref();
        }
        Ok(())
    }
}

/// Work that runs on a thread of its own. Dropping it asks it to stop.
#[derive(Debug)]
pub struct Job<T> {
    title: String,
    shared: Arc<Shared>,
    result: Receiver<T>,
}

/// How a job stands.
#[derive(Debug, PartialEq, Eq)]
pub enum Poll<T> {
    Running,
    Done(T),
    /// It ended without a result: it panicked, or could not start.
    Failed,
}

impl<T: Send + 'static> Job<T> {
    /// Starts the work. `waker` is woken now and then while it runs and when
    /// it ends.
    pub fn spawn(
        title: impl Into<String>,
        waker: Waker,
        work: impl FnOnce(&dyn Progress) -> T + Send + 'static,
    ) -> Self {
        let shared = Arc::new(Shared {
            canceled: AtomicBool::new(false),
            share: AtomicU32::new(0),
            waker,
            woken: Mutex::new(Instant::now()),
        });
        let (send, result) = mpsc::channel();
        let worker = Arc::clone(&shared);
        // Where no thread can be had, the sender is dropped and the job
        // counts as failed.
        let _ = std::thread::Builder::new().name("job".to_owned()).spawn(move || {
            let wake = WakeAtEnd(Arc::clone(&worker));
            let _ = send.send(work(&*worker));
            drop(send);
            drop(wake);
        });
        Self { title: title.into(), shared, result }
    }

    /// What it does, for the status bar.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The share that is done, from 0 to 1.
    pub fn share(&self) -> f32 {
        self.shared.share.load(Ordering::Relaxed) as f32 / 1000.0
    }

    /// Asks the work to stop at its next word of progress.
    pub fn cancel(&self) {
        self.shared.canceled.store(true, Ordering::Relaxed);
    }

    /// Looks whether it has ended.
    pub fn poll(&self) -> Poll<T> {
        match self.result.try_recv() {
            Ok(result) => Poll::Done(result),
            Err(TryRecvError::Empty) => Poll::Running,
            Err(TryRecvError::Disconnected) => Poll::Failed,
        }
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.shared.canceled.store(true, Ordering::Relaxed);
    }
}

struct WakeAtEnd(Arc<Shared>);

impl Drop for WakeAtEnd {
    fn drop(&mut self) {
        self.0.waker.wake_by_ref();
    }
}
