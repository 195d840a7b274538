//! Bodies to workers: chunks are handed out nearly in order, to as many threads as asked for.
//!
//! In order, so that what is finished can be put away soon (`merge`): with halves of the list for two threads, as rayon splits it, half of
//! the code would wait in memory for the other half. A worker keeps its buffers from chunk to chunk, so they stay in its cache and their pages are made once.

use crate::error::Result;
use crate::module::Body;
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::vec;

/// Bytes of bodies in a chunk: enough that a chunk's fixed costs do not count, few enough that threads end together.
const CHUNK: usize = 64 << 10;

/// A chunk of at least this many bytes is one large body, with which a thread is busy for long.
const LARGE: usize = 2 * CHUNK;

/// Bodies that no worker has taken yet.
struct Queue<'a> {
    bodies: Vec<Option<Body<'a>>>,
    /// Numbers of chunks, and which bodies they are, in the order in which they are handed out.
    chunks: vec::IntoIter<(usize, Range<usize>)>,
    /// Number of the first chunk that failed: what is behind it need not be worked on.
    failed: usize,
}

impl<'a> Queue<'a> {
    /// Splits bodies into runs of about [`CHUNK`] bytes. For several threads, large ones come first: duckdb's last function takes a thread 35 ms, a tenth of
    /// what all others take two, and the other would wait for it.
    fn new(bodies: Vec<Body<'a>>, several: bool) -> Self {
        let (mut chunks, mut sizes) = (Vec::new(), Vec::new());
        let (mut start, mut size) = (0, 0);
        for (index, body) in bodies.iter().enumerate() {
            size += body.body.as_bytes().len();
            if size >= CHUNK || index + 1 == bodies.len() {
                chunks.push((chunks.len(), start..index + 1));
                sizes.push(std::mem::take(&mut size));
                start = index + 1;
            }
        }
        if several {
            chunks.sort_by_key(|&(number, _)| sizes[number] < LARGE);
        }
        let bodies = bodies.into_iter().map(Some).collect();
        Self { bodies, chunks: chunks.into_iter(), failed: usize::MAX }
    }

    /// Takes the bodies of the next chunk; its number, if there was one left.
    fn take(&mut self, chunk: &mut Vec<Body<'a>>) -> Option<usize> {
        let (number, range) = self.chunks.by_ref().find(|(number, _)| *number < self.failed)?;
        chunk.extend(self.bodies[range].iter_mut().filter_map(Option::take));
        Some(number)
    }
}

/// A lock that does not mind a panic of another thread: the panic goes on when the threads are joined.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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
        let most = if wanted == 0 { rayon::current_num_threads() } else { wanted };
        let helpers = most.min(size.div_ceil(CHUNK).max(1)) - 1;
        let own = || rayon::ThreadPoolBuilder::new().num_threads(helpers).build();
        // Without threads to be had the work is done by the process's own.
        let pool = if helpers > 0 && asked > 0 { own().ok() } else { None };
        Self { helpers, pool }
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

    /// Has all bodies worked on, by each thread with a worker of its own. `work` gets the chunk's number and its bodies, and takes all of them.
    ///
    /// # Errors
    ///
    /// That of the first chunk, in the order of the bodies, whose work failed.
    pub fn for_each<'a, W>(
        &self,
        bodies: Vec<Body<'a>>,
        worker: impl Fn() -> W + Sync,
        work: impl Fn(&mut W, usize, vec::Drain<'_, Body<'a>>) -> Result<()> + Sync,
    ) -> Result<()> {
        let queue = Mutex::new(Queue::new(bodies, self.helpers > 0));
        let failed = Mutex::new(None);
        let run = || {
            let (mut worker, mut chunk) = (worker(), Vec::new());
            loop {
                let Some(number) = lock(&queue).take(&mut chunk) else { break };
                let Err(error) = work(&mut worker, number, chunk.drain(..)) else { continue };
                // Chunks in front of this one are still worked on: the first error counts.
                let mut queue = lock(&queue);
                queue.failed = queue.failed.min(number);
                drop(queue);
                let mut failed = lock(&failed);
                if failed.as_ref().is_none_or(|(first, _)| number < *first) {
                    *failed = Some((number, error));
                }
            }
        };
        if self.helpers == 0 {
            run();
        } else {
            self.scope(|scope| {
                (0..self.helpers).for_each(|_| scope.spawn(|_| run()));
                run();
            });
        }
        match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some((_, error)) => Err(error),
            None => Ok(()),
        }
    }
}
