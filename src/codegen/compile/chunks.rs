//! Bodies to workers: chunks are handed out in order, to as many threads as asked for.
//!
//! In order, so that what is finished can be put away soon (`merge`): with halves of the list for two threads, as rayon splits it, half of
//! the code would wait in memory for the other half. A worker keeps its buffers from chunk to chunk, so they stay in its cache and their pages are made once.

use crate::error::Result;
use crate::module::Body;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::vec;

/// Bytes of bodies in a chunk: enough that a chunk's fixed costs do not count, few enough that threads end together.
const CHUNK: usize = 64 << 10;

/// Bodies that no worker has taken yet.
struct Queue<'a> {
    bodies: vec::IntoIter<Body<'a>>,
    taken: usize,
}

impl<'a> Queue<'a> {
    /// Takes a run of bodies of about [`CHUNK`] bytes; its number, if there was one left.
    fn take(&mut self, chunk: &mut Vec<Body<'a>>) -> Option<usize> {
        let mut size = 0;
        while size < CHUNK
            && let Some(body) = self.bodies.next()
        {
            size += body.body.as_bytes().len();
            chunk.push(body);
        }
        if chunk.is_empty() {
            return None;
        }
        self.taken += 1;
        Some(self.taken - 1)
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
        let queue = Mutex::new(Queue { bodies: bodies.into_iter(), taken: 0 });
        let failed = Mutex::new(None);
        let run = || {
            let (mut worker, mut chunk) = (worker(), Vec::new());
            loop {
                let Some(number) = lock(&queue).take(&mut chunk) else { break };
                let Err(error) = work(&mut worker, number, chunk.drain(..)) else { continue };
                // Chunks in front of this one have been taken, so they are worked on whatever happens here.
                lock(&queue).bodies = Vec::new().into_iter();
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
