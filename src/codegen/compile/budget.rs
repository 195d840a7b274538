//! How much machine code a module may become, and what happens when it is more.
//!
//! A few bytes of wasm can ask for kilobytes of code: a call with 1,000 parameters and results moves 2,000 values. What has to stop is the compilation of a module that is made
//! for that, before it takes the memory. So each worker tells how much code it has made, and the code buffer how much of the rest one body has used up.
//!
//! What is refused must not depend on the threads. So a module is refused by the sum of its chunks alone, which no order changes; every early stop is by a part of that sum.
//! And since workers go on to validate what they do not emit any more, a module that is invalid is refused for that first.

#![forbid(unsafe_code)]

use super::chunks::lock;
use crate::error::{CODE_LIMIT, Error, ErrorKind};
use crate::output::CodeLimit;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// By how much the code of a body may become shorter after it was written: jumps that a label takes back.
const SLACK: usize = 4096;

/// The most code that is addressed, by 32 bits with a sign; and a body may be longer while it is emitted.
const MOST: usize = i32::MAX as usize - 2 * SLACK;

/// See the head of this file.
pub struct Budget {
    limit: usize,
    /// Bytes of the module.
    module: usize,
    /// Bytes of code so far.
    spent: AtomicUsize,
    /// The first function whose code exceeds what branches in it reach.
    unreached: Mutex<Option<Error>>,
}

impl Budget {
    /// For a module of so many bytes.
    pub fn new(limit: CodeLimit, module: usize) -> Self {
        let limit = limit.bytes(module).and_then(|limit| usize::try_from(limit).ok()).unwrap_or(MOST);
        Self { limit: limit.min(MOST), module, spent: AtomicUsize::new(0), unreached: Mutex::default() }
    }

    /// How many bytes of code may still be made, and some more; `None` if there are too many already.
    pub fn left(&self) -> Option<usize> {
        self.limit.checked_sub(self.spent.load(Relaxed)).map(|left| left + SLACK)
    }

    /// So many bytes of code have been made.
    pub fn spend(&self, bytes: usize) {
        // Workers stop when there are too many, so this does not wrap around.
        self.spent.fetch_add(bytes, Relaxed);
    }

    /// There is too much code, however much more is made.
    pub fn exceed(&self) {
        self.spent.store(usize::MAX / 2, Relaxed);
    }

    /// Whether there is too much code.
    pub fn is_exceeded(&self) -> bool {
        self.left().is_none()
    }

    /// A function cannot be emitted. Others are, for they may exceed the limit together.
    pub fn unreached(&self, error: Error) {
        let mut first = lock(&self.unreached);
        if first.as_ref().is_none_or(|first| error.offset < first.offset) {
            *first = Some(error);
        }
    }

    /// What is wrong with a module of which all has been emitted, or as much as was needed to know.
    pub fn verdict(&self) -> Result<(), Error> {
        if self.is_exceeded() {
            let Self { limit, module, .. } = self;
            let message = if *limit == MOST {
                format!("the machine code of the module ({module} bytes) exceeds what branches reach, 2 GiB")
            } else {
                format!("{CODE_LIMIT}, {limit} bytes for a module of {module} bytes")
            };
            return Err(Error { kind: ErrorKind::TooLarge, offset: 0, func: None, message });
        }
        lock(&self.unreached).take().map_or(Ok(()), Err)
    }
}
