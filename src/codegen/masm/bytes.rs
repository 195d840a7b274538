//! Bytes that instructions are appended to.

use std::ops::{Deref, DerefMut};

/// Bytes that [`Bytes::put`] writes, at most.
const MOST: usize = 16;

/// A vector of bytes that knows from which length on an instruction might have no room.
#[derive(Debug, Default)]
pub struct Bytes {
    bytes: Vec<u8>,
    /// At lengths below this one, there is room for [`MOST`] more. Asking for the capacity takes two instructions more, per instruction that is written.
    full: usize,
}

impl Bytes {
    /// Appends an instruction: the low `head_len` bytes of `head`, then the low `tail_len` bytes of `tail`. At most 7 and 8.
    ///
    /// One comparison and two stores; appending byte by byte takes three times as long.
    #[inline(always)]
    pub fn put(&mut self, head: u64, head_len: u32, tail: u64, tail_len: u32) {
        debug_assert!(head_len <= 7 && tail_len <= 8);
        let len = self.bytes.len();
        if len >= self.full {
            self.grow();
        }
        let (head_len, tail_len) = (head_len as usize & 7, (tail_len as usize).min(8));
        // SAFETY: there is room for `MOST` bytes behind `len`: that is what `full` says, which is private to this file, where nothing takes capacity away without
        // setting it. With lengths of at most 8, both stores lie in it, and together they initialise all bytes that the new length adds. That rests on
        // nothing that callers do: the line above bounds the lengths.
        unsafe {
            debug_assert!(self.bytes.capacity() - len >= MOST);
            let end = self.bytes.as_mut_ptr().add(len);
            end.cast::<u64>().write_unaligned(head.to_le());
            end.add(head_len).cast::<u64>().write_unaligned(tail.to_le());
            self.bytes.set_len(len + head_len + tail_len);
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        if self.bytes.capacity() - self.bytes.len() < MOST {
            self.bytes.reserve(4096);
        }
        self.set_full();
    }

    /// To be called when capacity may have gone. Where it has only grown, the next [`Self::put`] that would have no room finds out.
    fn set_full(&mut self) {
        self.full = (self.bytes.capacity() + 1).saturating_sub(MOST);
    }

    /// Makes room for `more` bytes.
    pub fn reserve(&mut self, more: usize) {
        self.bytes.reserve(more);
    }

    /// Exchanges all for another vector.
    pub fn swap(&mut self, other: &mut Vec<u8>) {
        std::mem::swap(&mut self.bytes, other);
        self.set_full();
    }

    /// Shortens to `len` bytes, if there are more.
    pub fn truncate(&mut self, len: usize) {
        self.bytes.truncate(len);
    }

    /// Shortens or lengthens to `len` bytes; new ones are `with`.
    pub fn resize(&mut self, len: usize, with: u8) {
        self.bytes.resize(len, with);
    }

    /// Appends a byte.
    pub fn push(&mut self, byte: u8) {
        self.bytes.push(byte);
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
        self.bytes.extend(iter);
    }
}

impl<'a> Extend<&'a u8> for Bytes {
    fn extend<T: IntoIterator<Item = &'a u8>>(&mut self, iter: T) {
        self.bytes.extend(iter);
    }
}
