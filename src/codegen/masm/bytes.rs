//! Bytes that instructions are appended to.

use std::ops::{Deref, DerefMut};

/// Bytes that [`Bytes::put`] writes, at most.
const MOST: usize = 16;

/// A vector of bytes that always has room for [`MOST`] more.
///
/// Room is made behind what is written and not in front: there, functions that write one instruction call nothing else, and save no registers for it.
#[derive(Debug)]
pub struct Bytes {
    bytes: Vec<u8>,
    /// At lengths below this one, there is room for [`MOST`] more; lengths are. Asking for the capacity takes two instructions more, per instruction that is written.
    full: usize,
    /// The greatest length that is wanted, and whether it has been exceeded. To be looked at where room is made costs instructions nothing.
    limit: usize,
    exceeded: bool,
}

impl Default for Bytes {
    fn default() -> Self {
        let mut this = Self { bytes: Vec::new(), full: 0, limit: usize::MAX, exceeded: false };
        this.make_room();
        this
    }
}

impl Bytes {
    /// Appends an instruction: the low `head_len` bytes of `head`, then the low `tail_len` bytes of `tail`. At most 7 and 8.
    ///
    /// Two stores and one comparison; appending byte by byte takes three times as long.
    #[inline(always)]
    pub fn put(&mut self, head: u64, head_len: u32, tail: u64, tail_len: u32) {
        debug_assert!(head_len <= 7 && tail_len <= 8);
        let (head_len, tail_len) = (head_len as usize & 7, (tail_len as usize).min(8));
        let len = self.bytes.len();
        debug_assert!(self.bytes.capacity() - len >= MOST);
        // SAFETY: there is room for `MOST` bytes behind `len`: whatever lengthens or exchanges the vector, which is private to this file, makes sure of it. With
        // lengths of at most 8, both stores lie in it, and together they initialise all bytes that the new length adds. That rests on nothing that
        // callers do: the line above bounds the lengths.
        unsafe {
            let end = self.bytes.as_mut_ptr().add(len);
            end.cast::<u64>().write_unaligned(head.to_le());
            end.add(head_len).cast::<u64>().write_unaligned(tail.to_le());
            self.bytes.set_len(len + head_len + tail_len);
        }
        if len + head_len + tail_len >= self.full {
            self.make_room();
        }
    }

    /// To be called when there may be less room than there must be.
    #[cold]
    #[inline(never)]
    fn make_room(&mut self) {
        if self.bytes.capacity() - self.bytes.len() < MOST {
            self.bytes.reserve(4096);
        }
        self.full = self.bytes.capacity() + 1 - MOST;
        self.exceeded |= self.bytes.len() > self.limit;
        if !self.exceeded {
            self.full = self.full.min(self.limit.saturating_add(1));
        }
    }

    /// Sets the greatest length that is wanted, from now on.
    pub fn set_limit(&mut self, limit: usize) {
        (self.limit, self.exceeded) = (limit, false);
        self.make_room();
    }

    /// Whether that was exceeded. Bytes are still appended then.
    pub fn exceeds_limit(&self) -> bool {
        self.exceeded
    }

    /// Makes room for `more` bytes.
    pub fn reserve(&mut self, more: usize) {
        self.bytes.reserve(more);
        self.make_room();
    }

    /// Exchanges all for another vector.
    pub fn swap(&mut self, other: &mut Vec<u8>) {
        std::mem::swap(&mut self.bytes, other);
        self.make_room();
    }

    /// Shortens to `len` bytes, if there are more.
    pub fn truncate(&mut self, len: usize) {
        self.bytes.truncate(len);
    }

    /// Shortens or lengthens to `len` bytes; new ones are `with`.
    pub fn resize(&mut self, len: usize, with: u8) {
        self.bytes.resize(len, with);
        self.make_room();
    }

    /// Appends a byte.
    pub fn push(&mut self, byte: u8) {
        self.bytes.push(byte);
        if self.bytes.len() >= self.full {
            self.make_room();
        }
    }
}

/// Makes room when all has been appended, or when what gives the bytes panics.
struct Growing<'b>(&'b mut Bytes);

impl Drop for Growing<'_> {
    fn drop(&mut self) {
        self.0.make_room();
    }
}

impl Deref for Bytes {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        &self.bytes
    }
}

impl DerefMut for Bytes {
    #[inline]
    fn deref_mut(&mut self) -> &mut [u8] {
        &mut self.bytes
    }
}

impl Extend<u8> for Bytes {
    fn extend<T: IntoIterator<Item = u8>>(&mut self, iter: T) {
        Growing(self).0.bytes.extend(iter);
    }
}

impl<'a> Extend<&'a u8> for Bytes {
    fn extend<T: IntoIterator<Item = &'a u8>>(&mut self, iter: T) {
        Growing(self).0.bytes.extend(iter);
    }
}
