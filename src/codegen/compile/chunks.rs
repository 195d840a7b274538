//! Bodies to workers: chunks are handed out nearly in order, to as many threads as asked for, while the module is still being read.
//!
//! In order, so that what is finished can be put away soon (`merge`): with halves of the list for two threads, as rayon splits it, half of
//! the code would wait in memory for the other half. A worker keeps its buffers from chunk to chunk, so they stay in its cache and their pages are made once.

use crate::error::Result;
use crate::module::bodies::Run;
use std::collections::VecDeque;
use std::error::Error as _;
use std::sync::{Condvar, Mutex, MutexGuard, OnceLock, PoisonError};

/// Bytes of bodies in a chunk: enough that a chunk's fixed costs do not count.
const CHUNK: usize = 64 << 10;

/// Bytes of the last chunks: few enough that threads end together.
const LAST: usize = 8 << 10;

/// A chunk of at least this many bytes is one large body, with which a thread is busy for long.
const LARGE: usize = 2 * CHUNK;

/// Bytes that the next chunk should have when so many are left. Where chunks begin decides where veneers are, so this must not depend on the threads.
pub fn chunk_size(left: usize) -> usize {
    (left / 16).clamp(LAST, CHUNK)
}

/// Chunks that no worker has taken yet.
struct Chunks {
    /// Numbers of chunks, and their bodies.
    usual: VecDeque<(usize, Run)>,
    /// Large ones. They are handed out first: duckdb's last function takes a thread 9 ms, and the other would wait for it.
    large: VecDeque<(usize, Run)>,
    /// How many there have been.
    count: usize,
    /// Whether there may be more.
    open: bool,
    /// Number of the first chunk that failed: what is behind it need not be worked on.
    failed: usize,
}

/// Where a thread puts chunks, and others take them.
pub struct Queue {
    chunks: Mutex<Chunks>,
    /// There is a chunk, or there will be none.
    changed: Condvar,
    /// Whether several threads take chunks.
    several: bool,
}

impl Queue {
    fn new(several: bool) -> Self {
        let (usual, large) = (VecDeque::new(), VecDeque::new());
        let chunks = Mutex::new(Chunks { usual, large, count: 0, open: true, failed: usize::MAX });
        Self { chunks, changed: Condvar::new(), several }
    }

    /// Adds a chunk of so many bytes.
    pub fn add(&self, run: Run, size: usize) {
        let mut chunks = lock(&self.chunks);
        let chunk = (chunks.count, run);
        chunks.count += 1;
        let is_large = self.several && size >= LARGE;
        if is_large {
            chunks.large.push_back(chunk)
        } else {
            chunks.usual.push_back(chunk)
        }
        drop(chunks);
        self.changed.notify_one();
    }

    /// Takes the next chunk, if there is one left, with its number.
    fn take(&self) -> Option<(usize, Run)> {
        let mut chunks = lock(&self.chunks);
        loop {
            match chunks.large.pop_front().or_else(|| chunks.usual.pop_front()) {
                Some((number, _)) if number >= chunks.failed => {}
                Some(chunk) => return Some(chunk),
                None if !chunks.open => return None,
                None => chunks = self.changed.wait(chunks).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    /// Has chunks from this one on not worked on.
    fn fail(&self, number: usize) {
        let mut chunks = lock(&self.chunks);
        chunks.failed = chunks.failed.min(number);
    }
}

/// Tells those who wait for chunks that no more will come, in case of a panic, too.
struct Closing<'q>(&'q Queue);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        lock(&self.0.chunks).open = false;
        self.0.changed.notify_all();
    }
}

/// A lock that does not mind a panic of another thread: the panic goes on when the threads are joined.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The threads that the process has for everybody, at least 1. Where the system starts none there is only the one that asks; rayon would panic.
fn threads_of_the_process() -> usize {
    static STARTED: OnceLock<bool> = OnceLock::new();
    let started = || match rayon::ThreadPoolBuilder::new().build_global() {
        Ok(()) => true,
        // There are some already, or else there is a cause.
        Err(error) => error.source().is_none(),
    };
    if rayon::current_thread_index().is_some() || *STARTED.get_or_init(started) {
        rayon::current_num_threads().max(1)
    } else {
        1
    }
}

/// The threads of one compilation: the one that asked for it, and helpers.
pub struct Threads {
    helpers: usize,
    /// Where the helpers are, unless they are the process's own.
    pool: Option<rayon::ThreadPool>,
}

impl Threads {
    /// So many threads for `size` bytes of bodies, 0 for the process's choice. A thread without a chunk is not worth starting.
    pub fn new(asked: usize, size: usize) -> Self {
        let wanted = if size <= CHUNK || asked == 1 { 1 } else { asked };
        let most = if wanted == 0 { threads_of_the_process() } else { wanted };
        let mut helpers = most.min(size.div_ceil(CHUNK).max(1)) - 1;
        let own = || rayon::ThreadPoolBuilder::new().num_threads(helpers).build();
        // Without threads to be had the work is done by the process's own, or by the one that asked.
        let pool = if helpers > 0 && asked > 0 { own().ok() } else { None };
        if helpers > 0 && pool.is_none() {
            helpers = helpers.min(threads_of_the_process() - 1);
        }
        Self { helpers, pool }
    }

    /// Whether there is any besides the one that asked.
    pub fn are_several(&self) -> bool {
        self.helpers > 0
    }

    /// Does `own` in this thread while others do what `own` is given a scope for.
    fn scope<'s, R>(&self, own: impl FnOnce(&rayon::Scope<'s>) -> R) -> R {
        match &self.pool {
            Some(pool) => pool.in_place_scope(own),
            None => rayon::in_place_scope(own),
        }
    }

    /// Does both, at the same time if there are helpers.
    pub fn join<A: Send, B>(&self, a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B) -> (A, B) {
        if self.helpers == 0 {
            return (a(), b());
        }
        let mut first = None;
        let second = self.scope(|scope| {
            scope.spawn(|_| first = Some(a()));
            b()
        });
        (first.expect("the scope waits for what it has spawned"), second)
    }

    /// Has the chunks worked on that `feed`, in this thread, puts into the queue; by each thread with a worker of its own. `work` gets the chunk's number and its bodies.
    ///
    /// # Errors
    ///
    /// That of `feed`, or else that of the first chunk, in the order of the bodies, whose work failed.
    pub fn for_each<W, T>(
        &self,
        feed: impl FnOnce(&Queue) -> Result<T>,
        worker: impl Fn() -> W + Sync,
        work: impl Fn(&mut W, usize, Run) -> Result<()> + Sync,
    ) -> Result<T> {
        let queue = Queue::new(self.helpers > 0);
        let failed = Mutex::new(None);
        let run = || {
            let mut worker = worker();
            while let Some((number, run)) = queue.take() {
                let Err(error) = work(&mut worker, number, run) else { continue };
                // Chunks in front of this one are still worked on: the first error counts.
                queue.fail(number);
                let mut failed = lock(&failed);
                if failed.as_ref().is_none_or(|(first, _)| number < *first) {
                    *failed = Some((number, error));
                }
            }
        };
        let own = || {
            let closing = Closing(&queue);
            let fed = feed(&queue);
            if fed.is_err() {
                queue.fail(0);
            }
            drop(closing);
            run();
            fed
        };
        let fed = if self.helpers == 0 {
            own()
        } else {
            self.scope(|scope| {
                (0..self.helpers).for_each(|_| scope.spawn(|_| run()));
                own()
            })
        }?;
        match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some((_, error)) => Err(error),
            None => Ok(fed),
        }
    }
}
